//! From instructions to values, slots and steps.
//!
//! The walk is symbolic: it keeps what each variable and each slot holds as a value of the stretch. It stops before the first instruction
//! that has no place in a stretch, and begins again with fewer when it finds that it has taken one too many.

use flua_ast::IndexVec;
use rustc_hash::FxHashMap;

use super::classes::{Classes, Contradiction};
use super::{Around, DEEPEST, Form, Key, Place, PlaceId, Source, Step, Stretch, Value, ValueId};
use crate::analyze::{Kind, binary_kind, library};
use crate::ir::{BinaryOp, Instruction, LibraryFunction, LocalId, Operand, Results, UnaryOp, UpvalueId, Values};

/// Takes all these instructions into a stretch, and says what it saves; or how many may be tried instead.
pub fn build(instructions: &[Instruction], around: &Around<'_>) -> Result<Stretch, usize> {
    let mut builder = Builder::new(around);
    let mut useful = 0;
    for (position, instruction) in instructions.iter().enumerate() {
        builder.position = position;
        builder.instruction(instruction).map_err(|Unsuitable| position)?;
        if !matches!(instruction, Instruction::Set { .. } | Instruction::Declare { .. }) {
            useful = position + 1;
        }
    }
    if useful < instructions.len() {
        return Err(useful);
    }
    builder.finish(instructions.len())
}

/// An instruction has no place in the stretch.
struct Unsuitable;

impl From<Contradiction> for Unsuitable {
    fn from(_: Contradiction) -> Self {
        Self
    }
}

/// What equal operations have in common.
#[derive(PartialEq, Eq, Hash)]
enum Number {
    Local(LocalId),
    Upvalue(UpvalueId),
    Integer(i64),
    Binary(BinaryOp, ValueId, ValueId),
    Neg(ValueId),
    BNot(ValueId),
    Call(LibraryFunction, ValueId, Option<ValueId>),
}

struct Builder<'a> {
    around: &'a Around<'a>,
    values: IndexVec<ValueId, Value>,
    places: IndexVec<PlaceId, Place>,
    classes: Classes,
    steps: Vec<(Step, usize)>,
    numbers: FxHashMap<Number, ValueId>,
    place_numbers: FxHashMap<(ValueId, Key), PlaceId>,
    /// What each variable that was assigned holds.
    variables: FxHashMap<LocalId, ValueId>,
    /// The order of the last assignments.
    assigned: Vec<LocalId>,
    inner_reads: FxHashMap<LocalId, usize>,
    /// What each slot surely holds.
    contents: FxHashMap<PlaceId, ValueId>,
    /// The slots that were stored to.
    stored: Vec<PlaceId>,
    /// How many operations lose their check.
    operations: usize,
    /// How often each table is looked into.
    looks: FxHashMap<ValueId, usize>,
    position: usize,
}

impl<'a> Builder<'a> {
    fn new(around: &'a Around<'a>) -> Self {
        Self {
            around,
            values: IndexVec::new(),
            places: IndexVec::new(),
            classes: Classes::new(),
            steps: Vec::new(),
            numbers: FxHashMap::default(),
            place_numbers: FxHashMap::default(),
            variables: FxHashMap::default(),
            assigned: Vec::new(),
            inner_reads: FxHashMap::default(),
            contents: FxHashMap::default(),
            stored: Vec::new(),
            operations: 0,
            looks: FxHashMap::default(),
            position: 0,
        }
    }

    fn instruction(&mut self, instruction: &Instruction) -> Result<(), Unsuitable> {
        match instruction {
            Instruction::Declare { local: to, value } | Instruction::Set { to, value } => {
                let value = self.read(value)?;
                self.assign(*to, value)
            }
            Instruction::Unary { to, op, operand, .. } => {
                let operand = self.read(operand)?;
                let value = self.unary(*op, operand)?;
                self.assign(*to, value)
            }
            Instruction::Binary { to, op, left, right, .. } => {
                let left = self.read(left)?;
                let right = self.read(right)?;
                let value = self.binary(*op, left, right)?;
                self.assign(*to, value)
            }
            Instruction::Index { to, object, key, .. } => {
                let place = self.place(object, key)?;
                if !matches!(key, Operand::String(_)) {
                    self.classes.seems((self.around.local)(*to), self.places[place].class)?;
                }
                let value = self.load(place);
                self.assign(*to, value)
            }
            Instruction::SetIndex { object, key, value, .. } => {
                let place = self.place(object, key)?;
                let value = self.read(value)?;
                self.store(place, value)
            }
            Instruction::Call {
                callee: Operand::Library(function),
                arguments: Values { fixed, open: None },
                results: Results::One(to),
                ..
            } => {
                let arguments = fixed.iter().map(|argument| self.read(argument)).collect::<Result<Vec<_>, _>>()?;
                let value = self.call(*function, &arguments)?;
                self.assign(*to, value)
            }
            _ => Err(Unsuitable),
        }
    }

    fn assign(&mut self, to: LocalId, value: ValueId) -> Result<(), Unsuitable> {
        if !(self.around.is_plain)(to) {
            return Err(Unsuitable);
        }
        self.variables.insert(to, value);
        self.assigned.retain(|&other| other != to);
        self.assigned.push(to);
        self.values[value].name.get_or_insert(to);
        Ok(())
    }

    fn read(&mut self, operand: &Operand) -> Result<ValueId, Unsuitable> {
        if let Operand::Local(local) = operand
            && let Some(&value) = self.variables.get(local)
        {
            *self.inner_reads.entry(*local).or_default() += 1;
            return Ok(value);
        }
        let number = match operand {
            Operand::Local(local) => Some(Number::Local(*local)),
            Operand::Upvalue(upvalue) => Some(Number::Upvalue(*upvalue)),
            Operand::Integer(integer) => Some(Number::Integer(*integer)),
            Operand::Nil | Operand::Bool(_) | Operand::Float(_) | Operand::String(_) | Operand::Library(_) => None,
        };
        let kind = (self.around.kind)(operand);
        if matches!(kind, Kind::Nothing | Kind::Cell | Kind::Array | Kind::Cursor) {
            return Err(Unsuitable);
        }
        let value = match number {
            Some(number) => self.numbered(number, Source::Operand(operand.clone()), kind, 0),
            None => self.add(Source::Operand(operand.clone()), kind, 0),
        };
        if let (Operand::Local(local), Some(class)) = (operand, self.values[value].class) {
            self.classes.seems((self.around.local)(*local), class)?;
        }
        Ok(value)
    }

    /// A value, the same for the same number.
    fn numbered(&mut self, number: Number, source: Source, kind: Kind, depth: usize) -> ValueId {
        if let Some(&known) = self.numbers.get(&number) {
            return known;
        }
        let is_computed = !matches!(source, Source::Operand(_));
        let value = self.add(source, kind, depth);
        self.numbers.insert(number, value);
        if is_computed {
            self.steps.push((Step::Value(value), self.position));
        }
        value
    }

    fn add(&mut self, source: Source, kind: Kind, depth: usize) -> ValueId {
        // What is surely a number needs no guess; nor does a constant.
        let is_open =
            kind == Kind::Value && !matches!(source, Source::Operand(Operand::Nil | Operand::String(_) | Operand::Library(_)));
        let class = is_open.then(|| self.classes.add());
        let form = match kind {
            Kind::Int => Form::Int,
            Kind::Float => Form::Float,
            _ => Form::Boxed,
        };
        self.values.push(Value { source, kind, form, depth, name: None, is_late: false, class })
    }

    /// An operand of an operation: a number, or something of which that may be guessed.
    fn number(&mut self, value: ValueId) -> Result<(), Unsuitable> {
        match (self.values[value].class, self.values[value].kind) {
            (Some(class), _) => Ok(self.classes.number(class)?),
            (None, Kind::Int | Kind::Float) => Ok(()),
            (None, _) => Err(Unsuitable),
        }
    }

    fn unary(&mut self, op: UnaryOp, operand: ValueId) -> Result<ValueId, Unsuitable> {
        self.number(operand)?;
        let Value { kind, class, depth, is_late, .. } = self.values[operand];
        if op == UnaryOp::Len || (op == UnaryOp::BNot && kind == Kind::Float) {
            return Err(Unsuitable);
        }
        let value = match op {
            UnaryOp::Neg => self.numbered(Number::Neg(operand), Source::Neg(operand), kind, depth),
            _ => self.numbered(Number::BNot(operand), Source::BNot(operand), kind, depth),
        };
        self.values[value].is_late |= is_late;
        if let (Some(class), Some(result)) = (class, self.values[value].class) {
            self.operations += 1;
            self.classes.unite(class, result)?;
            if op == UnaryOp::BNot {
                self.classes.integer(class)?;
            }
        }
        Ok(value)
    }

    fn binary(&mut self, op: BinaryOp, left: ValueId, right: ValueId) -> Result<ValueId, Unsuitable> {
        self.number(left)?;
        self.number(right)?;
        let kind = binary_kind(op, self.values[left].kind, self.values[right].kind);
        let depth = self.values[left].depth.max(self.values[right].depth);
        let is_late = self.values[left].is_late || self.values[right].is_late;
        let value = self.numbered(Number::Binary(op, left, right), Source::Binary(op, left, right), kind, depth);
        self.values[value].is_late |= is_late;
        let Some(result) = self.values[value].class else {
            // Both operands are surely numbers.
            return Ok(value);
        };
        self.operations += 1;
        self.classes.number(result)?;
        for operand in [left, right] {
            let Value { class, kind, .. } = self.values[operand];
            match op {
                BinaryOp::Div | BinaryOp::Pow => self.classes.float(result)?,
                BinaryOp::Add | BinaryOp::Sub | BinaryOp::Mul | BinaryOp::Mod | BinaryOp::IDiv => match (class, kind) {
                    (Some(class), _) => self.classes.unite(class, result)?,
                    (None, Kind::Float) => self.classes.float(result)?,
                    (None, _) => self.classes.meets_integer(result)?,
                },
                BinaryOp::BAnd | BinaryOp::BOr | BinaryOp::BXor | BinaryOp::Shl | BinaryOp::Shr => {
                    self.classes.integer(result)?;
                    match (class, kind) {
                        (Some(class), _) => self.classes.integer(class)?,
                        (None, Kind::Int) => {}
                        (None, _) => return Err(Unsuitable),
                    }
                }
            }
        }
        Ok(value)
    }

    /// A function of the library that computes with numbers, and is surely meant.
    fn call(&mut self, function: LibraryFunction, arguments: &[ValueId]) -> Result<ValueId, Unsuitable> {
        for &argument in arguments {
            self.number(argument)?;
        }
        if let (LibraryFunction::MathFloor | LibraryFunction::MathCeil, &[argument]) = (function, arguments) {
            return self.whole(function, argument);
        }
        let depth = arguments.iter().map(|&argument| self.values[argument].depth).max().unwrap_or(0);
        let is_late = arguments.iter().any(|&argument| self.values[argument].is_late);
        let (first, second) = match *arguments {
            [first] => (first, None),
            [first, second] => (first, Some(second)),
            _ => return Err(Unsuitable),
        };
        let computes = match function {
            LibraryFunction::MathSqrt
            | LibraryFunction::MathSin
            | LibraryFunction::MathCos
            | LibraryFunction::MathExp
            | LibraryFunction::MathAbs => second.is_none(),
            LibraryFunction::MathMax | LibraryFunction::MathMin => second.is_some(),
            _ => false,
        };
        if !computes {
            return Err(Unsuitable);
        }
        let kinds: Vec<Kind> = arguments.iter().map(|&argument| self.values[argument].kind).collect();
        let kind = library::of_kinds(function, &kinds);
        let value = self.numbered(Number::Call(function, first, second), Source::Call(function, first, second), kind, depth);
        self.values[value].is_late |= is_late;
        self.operations += 1;
        if let Some(result) = self.values[value].class {
            // The result is one of the arguments, of its type.
            for &argument in arguments {
                match (self.values[argument].class, self.values[argument].kind) {
                    (Some(class), _) => self.classes.unite(class, result)?,
                    (None, Kind::Float) => self.classes.float(result)?,
                    (None, _) => self.classes.integer(result)?,
                }
            }
        }
        Ok(value)
    }

    /// `math.floor` and `math.ceil`: an integer, if the float is not too large. That is looked at when the float is known, so it must be known before
    /// anything is stored, and no slot is found by it.
    fn whole(&mut self, function: LibraryFunction, argument: ValueId) -> Result<ValueId, Unsuitable> {
        if self.values[argument].kind == Kind::Int {
            return Ok(argument);
        }
        if !self.stored.is_empty() {
            return Err(Unsuitable);
        }
        if let Some(class) = self.values[argument].class {
            self.classes.rounded(class)?;
        }
        // `math.floor(n / 2)` halves an integer; what fields hold may be coordinates.
        if let Source::Binary(BinaryOp::Div, dividend, divisor) = self.values[argument].source
            && self.is_divisor(divisor)
            && self.is_of_variables(dividend)
            && let Some(class) = self.values[dividend].class
        {
            self.classes.meets_integer(class)?;
        }
        let number = Number::Call(function, argument, None);
        let value = self.numbered(number, Source::Call(function, argument, None), Kind::Value, DEEPEST + 1);
        self.operations += 1;
        if let Some(class) = self.values[value].class {
            self.classes.integer(class)?;
        }
        Ok(value)
    }

    /// Whether a value is computed from variables and constants alone.
    fn is_of_variables(&self, value: ValueId) -> bool {
        match self.values[value].source {
            Source::Operand(_) => true,
            Source::Neg(operand) | Source::BNot(operand) => self.is_of_variables(operand),
            Source::Binary(_, left, right) => self.is_of_variables(left) && self.is_of_variables(right),
            Source::Load(_) | Source::Call(..) => false,
        }
    }

    /// Whether a value is a constant by which integers can be divided.
    fn is_divisor(&self, value: ValueId) -> bool {
        matches!(self.values[value].source, Source::Operand(Operand::Integer(divisor)) if divisor != 0)
    }

    fn place(&mut self, object: &Operand, key: &Operand) -> Result<PlaceId, Unsuitable> {
        let table = self.read(object)?;
        let mut depth = self.addressed(table)?;
        if let Some(class) = self.values[table].class {
            self.classes.table(class)?;
        } else if self.values[table].kind != Kind::Table {
            return Err(Unsuitable);
        }
        let key = if let Operand::String(name) = key {
            Key::Name(name.clone())
        } else {
            let index = self.read(key)?;
            depth = depth.max(self.addressed(index)?);
            match (self.values[index].class, self.values[index].kind) {
                (Some(class), _) => self.classes.integer(class)?,
                (None, Kind::Int) => {}
                (None, _) => return Err(Unsuitable),
            }
            Key::Index(self.constant_index(index))
        };
        *self.looks.entry(table).or_default() += 1;
        if let Some(&known) = self.place_numbers.get(&(table, key.clone())) {
            return Ok(known);
        }
        let class = self.classes.add();
        if let Key::Name(name) = &key {
            self.classes.seems((self.around.field)(name), class)?;
        }
        let place = self.places.push(Place { table, key: key.clone(), form: Form::Boxed, depth, class });
        self.place_numbers.insert((table, key), place);
        Ok(place)
    }

    /// Equal constants are one index.
    fn constant_index(&self, index: ValueId) -> ValueId {
        let Source::Operand(constant @ Operand::Integer(_)) = &self.values[index].source else { return index };
        let same = |id: &ValueId| matches!(&self.values[*id].source, Source::Operand(other) if other == constant);
        self.values.ids().find(same).unwrap_or(index)
    }

    /// What a slot is found by must be known before anything is stored. Gives how many slots must be found before.
    fn addressed(&self, value: ValueId) -> Result<usize, Unsuitable> {
        let Value { depth, is_late, .. } = self.values[value];
        if is_late || depth > DEEPEST { Err(Unsuitable) } else { Ok(depth) }
    }

    fn load(&mut self, place: PlaceId) -> ValueId {
        if let Some(&known) = self.contents.get(&place) {
            return known;
        }
        let Place { depth, class, .. } = self.places[place];
        let value = self.add(Source::Load(place), Kind::Value, depth + 1);
        self.values[value].class = Some(class);
        self.values[value].is_late = self.stored.iter().any(|&other| self.may_be_same(other, place));
        self.contents.insert(place, value);
        self.steps.push((Step::Value(value), self.position));
        value
    }

    fn store(&mut self, place: PlaceId, value: ValueId) -> Result<(), Unsuitable> {
        let class = self.places[place].class;
        match (self.values[value].class, self.values[value].kind) {
            (Some(other), _) => self.classes.unite(class, other)?,
            (None, Kind::Int) => self.classes.integer(class)?,
            (None, Kind::Float) => self.classes.float(class)?,
            // A store of nil may be the end of a field.
            (None, _) if matches!(self.values[value].source, Source::Operand(Operand::Nil)) => return Err(Unsuitable),
            (None, _) => {}
        }
        let mut contents = std::mem::take(&mut self.contents);
        contents.retain(|&other, _| other == place || !self.may_be_same(other, place));
        contents.insert(place, value);
        self.contents = contents;
        self.stored.push(place);
        self.steps.push((Step::Store(place, value), self.position));
        Ok(())
    }

    /// Whether two slots may be one.
    fn may_be_same(&self, a: PlaceId, b: PlaceId) -> bool {
        let constant = |index: ValueId| match self.values[index].source {
            Source::Operand(Operand::Integer(value)) => Some(value),
            _ => None,
        };
        match (&self.places[a].key, &self.places[b].key) {
            (Key::Name(a), Key::Name(b)) => a == b,
            (Key::Index(a), Key::Index(b)) => match (constant(*a), constant(*b)) {
                (Some(a), Some(b)) => a == b,
                _ => true,
            },
            (Key::Name(_), Key::Index(_)) | (Key::Index(_), Key::Name(_)) => false,
        }
    }

    /// Gives everything its form, and looks whether the forms hold.
    fn finish(mut self, length: usize) -> Result<Stretch, usize> {
        for id in self.values.ids() {
            if let Some(class) = self.values[id].class {
                self.values[id].form = self.classes.form(class);
            }
        }
        for id in self.places.ids() {
            self.places[id].form = self.classes.form(self.places[id].class);
        }
        self.check_divisions()?;
        self.check_stores()?;
        self.check_ends(length)?;
        let worth = 2 * self.operations + self.looks.values().map(|&looks| looks - 1).sum::<usize>();
        let results = self.assigned.iter().map(|local| (*local, self.variables[local])).collect();
        let mut inner_reads: Vec<_> = self.inner_reads.into_iter().collect();
        inner_reads.sort_unstable();
        let steps = self.steps.into_iter().map(|(step, _)| step).collect();
        Ok(Stretch { length, worth, values: self.values, places: self.places, steps, results, inner_reads })
    }

    /// What turned out to be integers must not be divided by what may be zero.
    fn check_divisions(&self) -> Result<(), usize> {
        let is_doubtful = |value: ValueId| {
            matches!(self.values[value].source, Source::Binary(BinaryOp::Mod | BinaryOp::IDiv, _, divisor) if !self.is_divisor(divisor))
                && self.values[value].form == Form::Int
        };
        let doubtful = self.steps.iter().find(|(step, _)| matches!(step, Step::Value(value) if is_doubtful(*value)));
        doubtful.map_or(Ok(()), |&(_, position)| Err(position))
    }

    /// A store of anything but a number goes to an element, and ends what is known of the slots that it may hit.
    fn check_stores(&self) -> Result<(), usize> {
        let mut overwritten: Vec<PlaceId> = Vec::new();
        for &(step, position) in &self.steps {
            let place = match step {
                Step::Store(place, _) => place,
                Step::Value(value) => match self.values[value].source {
                    Source::Load(place) => place,
                    _ => continue,
                },
            };
            let is_boxed = self.places[place].form == Form::Boxed;
            if !is_boxed && overwritten.iter().any(|&other| self.may_be_same(other, place)) {
                return Err(position);
            }
            if let Step::Store(_, value) = step {
                if is_boxed != (self.values[value].form == Form::Boxed)
                    || (is_boxed && matches!(self.places[place].key, Key::Name(_)))
                {
                    return Err(position);
                }
                if is_boxed {
                    overwritten.push(place);
                }
            }
        }
        Ok(())
    }

    /// A look into a table for one value that is only passed on has no place at either end.
    fn check_ends(&self, length: usize) -> Result<(), usize> {
        let is_alone = |value: ValueId| match self.values[value].source {
            Source::Load(place) => {
                self.values[value].form == Form::Boxed
                    && self.looks[&self.places[place].table] == 1
                    && !self.looks.contains_key(&value)
            }
            _ => false,
        };
        let passed_on = |position: usize| {
            self.steps.iter().any(|&(step, at)| at == position && matches!(step, Step::Value(value) if is_alone(value)))
        };
        if passed_on(length - 1) {
            return Err(length - 1);
        }
        if passed_on(0) { Err(0) } else { Ok(()) }
    }
}
