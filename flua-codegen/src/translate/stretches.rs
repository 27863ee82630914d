//! Stretches ([`crate::analyze::stretches`]): the usual way of several instructions in front of them.
//!
//! ```text
//! if (dt.IsFloat)
//! {
//!     Fields self1 = Fields.Of(self);
//!     ref LuaValue x = ref self1[K.x];
//!     ref LuaValue vx = ref self1[K.vx];
//!     if (x.IsFloat && vx.IsFloat)
//!     {
//!         Fields.Set(ref x, x.D + vx.D * dt.D);
//!         goto Past1;
//!     }
//! }
//! … the same, one by one
//! Past1:
//! ```
//!
//! Three fields or more of one object are found all at once, by one compare with the shape of the object that was there before it:
//!
//! ```text
//! Slots self1 = Slots.Of(L, self, K.Group1);
//! ref LuaValue x = ref self1[0];
//! ```

use std::sync::Arc;

use flua_ast::IndexVec;
use rustc_hash::{FxHashMap, FxHashSet};

use super::body::Body;
use super::library::plain;
use super::operators::unboxed_operation;
use crate::analyze::Kind;
use crate::analyze::hearsay::Guess;
use crate::analyze::stretches::{self, Form, Key, Place, PlaceId, Source, Step, Stretch, ValueId};
use crate::csharp::runtime;
use crate::csharp::{Expression, Literal, Statement, Text, make};
use crate::ir::visit::{for_each_instruction, for_each_operand};
use crate::ir::{BinaryOp, Block, Instruction, LibraryFunction, LocalId, Operand};

/// So many fields of an object are found all at once.
const FEWEST_IN_GROUP: usize = 3;
/// The runtime's `FieldGroup.MostNames`.
const MOST_IN_GROUP: usize = 32;
/// A state keeps the places of sixteen objects at a time: these are places in fewer, with three each.
const MOST_PLACES: usize = 45;

/// How deep an expression may become before a part of it gets a variable.
const DEEPEST: usize = 5;

impl Body<'_, '_> {
    /// The stretch that begins here, if one pays.
    pub fn stretch(&self, instructions: &[Instruction]) -> Option<Stretch> {
        if self.accumulators.is_empty() {
            return self.find_stretch(instructions, stretches::WORTH);
        }
        self.find_stretch(instructions, stretches::WORTH_OF_SUMS)
            .filter(|stretch| stretch.worth >= stretches::WORTH || self.accumulates(stretch))
    }

    /// The stretch that begins here, if it saves as much as is asked for.
    pub fn find_stretch(&self, instructions: &[Instruction], least: usize) -> Option<Stretch> {
        if !self.is_hot() || self.unit.program.world.is_debugged || self.facts.leaf.is_some() {
            return None;
        }
        let is_plain = |local: LocalId| matches!(self.facts.kinds[local], Kind::Value | Kind::Int | Kind::Float);
        let integers = self.integers.get_or_init(|| stretches::integers(self.function));
        let hearsay = &self.unit.facts.hearsay;
        let around = stretches::Around {
            kind: &|operand| self.kind(operand),
            is_plain: &is_plain,
            local: &|local| if integers[local] { Some(Guess::Int) } else { hearsay.of_local(self.id, local) },
            field: &|name| hearsay.of_field(name),
        };
        stretches::find(instructions, &around, least)
    }

    /// Prints the usual way of a stretch, then its instructions one by one.
    pub fn attempt(&mut self, stretch: &Stretch, instructions: &[Instruction]) {
        let past = self.new_label("Past");
        let attempt = Attempt::new(self, stretch).print(past.clone());
        self.out.extend(attempt);
        let boxed = self.begin_plain(stretch);
        for instruction in instructions {
            self.instruction(instruction);
        }
        self.end_plain(boxed);
        self.out.push(Statement::Labeled(past));
    }

    /// How often each local is read in the whole function, by closures that capture it too: found once.
    pub fn all_reads(&self) -> &IndexVec<LocalId, usize> {
        self.reads.get_or_init(|| self.count_reads())
    }

    fn count_reads(&self) -> IndexVec<LocalId, usize> {
        let mut reads = IndexVec::filled(0, self.function.locals.len());
        self.each_read(&self.function.body, &mut |local| reads[local] += 1);
        reads
    }

    /// Shows the locals that a block reads, or closures that are made in it, as often as they do.
    pub fn each_read(&self, block: &Block, f: &mut dyn FnMut(LocalId)) {
        for_each_instruction(block, &mut |instruction| {
            for_each_operand(instruction, &mut |operand| {
                if let Operand::Local(local) = operand {
                    f(*local);
                }
            });
            if let Instruction::Closure { function, .. } = instruction {
                self.unit.program.functions[*function].captured_locals().for_each(&mut *f);
            }
        });
    }

    /// Whether a local that a stretch assigns is read elsewhere.
    fn outlives(&self, stretch: &Stretch, local: LocalId) -> bool {
        let all = self.all_reads()[local];
        let inner = stretch.inner_reads.iter().find(|(other, _)| *other == local).map_or(0, |&(_, reads)| reads);
        all > inner
    }
}

/// The printing of one stretch.
struct Attempt<'b, 'a, 'u, 's> {
    body: &'b mut Body<'a, 'u>,
    stretch: &'s Stretch,
    /// What a value is written as, once it has a variable or is a constant.
    written: IndexVec<ValueId, Option<Expression>>,
    /// The names of the slots.
    slots: IndexVec<PlaceId, Option<Text>>,
    /// The names of the fields that are found all at once, for each table.
    groups: FxHashMap<ValueId, Vec<Arc<[u8]>>>,
    /// The opened tables.
    opened: FxHashMap<(ValueId, bool), Text>,
    /// The variables that get something, with it.
    results: Vec<(LocalId, ValueId)>,
    /// The values that get a variable when they are known.
    variables: FxHashSet<ValueId>,
}

impl<'b, 'a, 'u, 's> Attempt<'b, 'a, 'u, 's> {
    fn new(body: &'b mut Body<'a, 'u>, stretch: &'s Stretch) -> Self {
        let results: Vec<_> = stretch
            .results
            .iter()
            .copied()
            .filter(|&(local, _)| body.facts.variables.of(local).is_some() && body.outlives(stretch, local))
            .collect();
        let variables = variables(stretch, &results);
        Self {
            body,
            stretch,
            written: IndexVec::filled(None, stretch.values.len()),
            slots: IndexVec::filled(None, stretch.places.len()),
            groups: FxHashMap::default(),
            opened: FxHashMap::default(),
            results,
            variables,
        }
    }

    fn print(mut self, past: Text) -> Vec<Statement> {
        let depths = self.stretch.places.iter().map(|place| place.depth + 1).max().unwrap_or(0);
        // From the inside out: each round of slots is looked at under the guards of the one before.
        let mut rounds: Vec<(Vec<Statement>, Vec<Expression>)> = vec![(Vec::new(), self.operand_guards())];
        for depth in 0..depths {
            rounds.push(self.round(depth));
        }
        let mut statements = self.steps(&mut rounds);
        statements.push(Statement::Goto(past));
        for (mut before, guards) in rounds.into_iter().rev() {
            match guards.into_iter().reduce(make::and) {
                Some(guard) => before.push(Statement::If(guard, statements, Vec::new())),
                None => before.append(&mut statements),
            }
            statements = before;
        }
        // The variables of the attempt stay in it.
        match statements.as_slice() {
            [Statement::If(..)] => statements,
            _ => vec![Statement::Block(statements)],
        }
    }

    /// What the variables that are used must hold.
    fn operand_guards(&mut self) -> Vec<Expression> {
        let stored: Vec<ValueId> = self
            .stretch
            .steps
            .iter()
            .filter_map(|step| match step {
                Step::Store(_, value) => Some(*value),
                Step::Value(_) => None,
            })
            .collect();
        let mut guards = Vec::new();
        for (id, value) in self.stretch.values.iter_enumerated() {
            let Source::Operand(operand @ (Operand::Local(_) | Operand::Upvalue(_))) = &value.source else { continue };
            if value.kind != Kind::Value {
                continue;
            }
            let expression = self.body.operand(operand);
            match value.form {
                // A value that is only passed on may be nil, but not be stored then.
                Form::Boxed if !stored.contains(&id) => {}
                form => guards.push(holds(expression, form)),
            }
        }
        guards
    }

    /// Finds the slots of one depth, and gives what they must hold.
    fn round(&mut self, depth: usize) -> (Vec<Statement>, Vec<Expression>) {
        let mut before = Vec::new();
        let mut guards = Vec::new();
        for (id, place) in self.stretch.places.iter_enumerated() {
            if place.depth != depth {
                continue;
            }
            let (key, is_index) = match &place.key {
                Key::Name(name) => (self.body.unit.constants.reference(name), false),
                Key::Index(index) => (self.early(*index, &mut before), true),
            };
            let table = self.open(place.table, is_index, &mut before);
            let name = self.fresh(base_name(&place.key));
            let key = self.number_in_group(place).map_or(key, make::int);
            let slot = make::element(make::name(table), key);
            before.push(make::declare("ref LuaValue", name.clone(), Expression::Ref(Box::new(slot))));
            self.slots[id] = Some(name.clone());
            guards.push(holds(make::name(name), place.form));
        }
        (before, guards)
    }

    /// The opened fields or elements of a table.
    fn open(&mut self, table: ValueId, is_index: bool, before: &mut Vec<Statement>) -> Text {
        if let Some(known) = self.opened.get(&(table, is_index)) {
            return known.clone();
        }
        let base = match &self.stretch.values[table].source {
            Source::Operand(Operand::Local(local)) => self.body.function.locals[*local].name.clone(),
            Source::Operand(Operand::Upvalue(upvalue)) => Some(self.body.function.upvalues[*upvalue].name.clone()),
            _ => None,
        };
        let value = self.early(table, before);
        let name = self.fresh(base.as_deref().unwrap_or(if is_index { "items" } else { "fields" }));
        let group = if is_index { Vec::new() } else { self.group(table) };
        if !group.is_empty() {
            self.groups.insert(table, group.clone());
        }
        let (ty, member, arguments) = if !group.is_empty() {
            let is_first = self.opened.keys().all(|&(_, is_index)| is_index);
            let of = if is_first { runtime::SLOTS_OF } else { runtime::SLOTS_OF_ANOTHER };
            ("Slots", of, vec![make::state(), value, self.body.unit.constants.group(&group)])
        } else if is_index {
            ("Elements", runtime::ELEMENTS_OF, vec![value])
        } else {
            ("Fields", runtime::FIELDS_OF, vec![value])
        };
        let of = make::invoke(make::member(make::name(ty), member.name), arguments);
        before.push(make::declare(ty, name.clone(), of));
        self.opened.insert((table, is_index), name.clone());
        name
    }

    /// The names of the fields of a table, if they are found all at once.
    fn group(&self, table: ValueId) -> Vec<Arc<[u8]>> {
        let names = |table: ValueId| {
            self.stretch.places.iter().filter(move |place| place.table == table).filter_map(|place| match &place.key {
                Key::Name(name) => Some(name.clone()),
                Key::Index(_) => None,
            })
        };
        let group: Vec<_> = names(table).collect();
        if group.len() < FEWEST_IN_GROUP || group.len() > MOST_IN_GROUP || self.stretch.places.len() > MOST_PLACES {
            return Vec::new();
        }
        group
    }

    /// The number of a field in the group of its table, if that has one.
    fn number_in_group(&self, place: &Place) -> Option<usize> {
        let Key::Name(name) = &place.key else { return None };
        self.groups.get(&place.table)?.iter().position(|other| other == name)
    }

    /// A value by which slots are found: it is known before anything is stored.
    fn early(&mut self, value: ValueId, before: &mut Vec<Statement>) -> Expression {
        let expression = self.expression(value);
        if self.written[value].is_some() || matches!(self.stretch.values[value].source, Source::Operand(_)) {
            return expression;
        }
        if matches!(self.stretch.values[value].source, Source::Load(_)) && self.stretch.values[value].form == Form::Boxed {
            return expression;
        }
        self.keep(value, expression, before)
    }

    /// Gives a value a variable.
    fn keep(&mut self, value: ValueId, expression: Expression, into: &mut Vec<Statement>) -> Expression {
        let of = &self.stretch.values[value];
        let base = match (of.name.and_then(|local| self.body.function.locals[local].name.clone()), &of.source) {
            (Some(name), _) => name.to_string(),
            (None, Source::Load(place)) => base_name(&self.stretch.places[*place].key).to_owned(),
            (None, _) => match of.form {
                Form::Int => "n".to_owned(),
                Form::Float => "d".to_owned(),
                Form::Boxed => "t".to_owned(),
            },
        };
        let name = self.fresh(&base);
        let ty = match of.form {
            Form::Int => "long",
            Form::Float => "double",
            Form::Boxed => "LuaValue",
        };
        into.push(make::declare(ty, name.clone(), expression));
        let written = make::name(name);
        self.written[value] = Some(written.clone());
        written
    }

    fn fresh(&mut self, base: &str) -> Text {
        self.body.scratch.namer.as_mut().expect("it lives as long as the body").take(base)
    }

    /// What is done when everything is as guessed; what is done before a further look is a round more.
    fn steps(&mut self, rounds: &mut Vec<(Vec<Statement>, Vec<Expression>)>) -> Vec<Statement> {
        let mut out = Vec::new();
        for step in &self.stretch.steps {
            match *step {
                Step::Value(value) => {
                    if self.written[value].is_some() || !self.variables.contains(&value) {
                        continue;
                    }
                    if let Some((attempt, of)) = self.whole(value) {
                        let name = self.keep(value, make::default(), &mut out);
                        let guard = make::call(attempt, vec![self.converted(of, Form::Float), make::out(name)]);
                        rounds.push((std::mem::take(&mut out), vec![guard]));
                    } else {
                        let expression = self.expression(value);
                        self.keep(value, expression, &mut out);
                    }
                }
                Step::Store(place, value) => {
                    let slot = make::name(self.slots[place].clone().expect("all slots were found"));
                    let member = match self.stretch.places[place].form {
                        Form::Boxed => runtime::ELEMENTS_SET,
                        Form::Int | Form::Float => runtime::FIELDS_SET,
                    };
                    let stored = self.expression(value);
                    let target = make::member(make::name(member.owner), member.name);
                    out.push(Statement::Expression(make::invoke(target, vec![make::reference(slot), stored])));
                }
            }
        }
        self.assign_results(&mut out);
        out
    }

    /// What gives the whole part of a float as an integer, and the float, if a value is one.
    fn whole(&self, value: ValueId) -> Option<(runtime::Member, ValueId)> {
        let Source::Call(function, of, None) = self.stretch.values[value].source else { return None };
        match function {
            _ if self.stretch.values[of].form != Form::Float => None,
            LibraryFunction::MathFloor => Some((runtime::TRY_FLOOR, of)),
            LibraryFunction::MathCeil => Some((runtime::TRY_CEIL, of)),
            _ => None,
        }
    }

    /// The variables get their values at the end. None of the values is read from a variable that was assigned before.
    fn assign_results(&mut self, out: &mut Vec<Statement>) {
        let results = std::mem::take(&mut self.results);
        for &(_, value) in &results {
            let is_constant = matches!(
                &self.stretch.values[value].source,
                Source::Operand(operand) if !matches!(operand, Operand::Local(_) | Operand::Upvalue(_))
            );
            if self.written[value].is_none() && !is_constant && results.len() > 1 {
                let expression = self.expression(value);
                self.keep(value, expression, out);
            }
        }
        for (local, value) in results {
            let expression = self.expression(value);
            let accumulator = self.body.accumulators.get(&local).cloned();
            let place = accumulator.map_or_else(|| self.body.place(local), make::name);
            out.push(make::assign(place, expression));
        }
    }

    /// The text of a value in its form.
    fn expression(&mut self, value: ValueId) -> Expression {
        if let Some(written) = &self.written[value] {
            return written.clone();
        }
        let of = &self.stretch.values[value];
        match &of.source {
            Source::Operand(Operand::Local(local)) if self.body.accumulators.contains_key(local) => {
                make::name(self.body.accumulators[local].clone())
            }
            Source::Operand(operand) => {
                let expression = self.body.operand(operand);
                if of.kind == Kind::Value { unboxed(expression, of.form) } else { expression }
            }
            Source::Load(place) => unboxed(make::name(self.slots[*place].clone().expect("its slot was found")), of.form),
            Source::Binary(op, left, right) => {
                let (op, left, right, form) = (*op, *left, *right, of.form);
                self.operation(op, left, right, form)
            }
            // The whole part of an integer is the integer.
            Source::Call(LibraryFunction::MathFloor | LibraryFunction::MathCeil, first, None) => {
                let first = *first;
                self.expression(first)
            }
            Source::Call(function, first, second) => {
                let (function, first, second, form) = (*function, *first, *second, of.form);
                let arguments: Vec<Expression> =
                    [Some(first), second].into_iter().flatten().map(|argument| self.converted(argument, form)).collect();
                let kind = if form == Form::Int { Kind::Int } else { Kind::Float };
                let member = plain(function, &vec![kind; arguments.len()]).expect("a stretch takes only what cannot fail");
                make::call(member, arguments)
            }
            Source::Neg(operand) => {
                let operand = *operand;
                Expression::UnaryMinus(Box::new(self.expression(operand)))
            }
            Source::BNot(operand) => {
                let operand = *operand;
                Expression::BitwiseNot(Box::new(self.expression(operand)))
            }
        }
    }

    /// A number in the form that an operation wants.
    fn converted(&mut self, value: ValueId, form: Form) -> Expression {
        let of = &self.stretch.values[value];
        if form == Form::Float && of.form == Form::Int {
            if let Source::Operand(Operand::Integer(constant)) = of.source {
                #[allow(clippy::cast_precision_loss, reason = "it is Lua's conversion, which rounds as this does")]
                return Expression::Literal(Literal::Double(constant as f64));
            }
            return Expression::Cast("double".into(), Box::new(self.expression(value)));
        }
        self.expression(value)
    }

    fn operation(&mut self, op: BinaryOp, left: ValueId, right: ValueId, form: Form) -> Expression {
        let a = self.converted(left, form);
        let b = self.converted(right, form);
        let both_constant = [left, right]
            .iter()
            .all(|&id| matches!(self.stretch.values[id].source, Source::Operand(Operand::Integer(_) | Operand::Float(_))));
        unboxed_operation(op, a, b, form == Form::Int, both_constant)
    }
}

/// What the variable of a slot is called.
fn base_name(key: &Key) -> &str {
    match key {
        Key::Name(name) => std::str::from_utf8(name).unwrap_or("field"),
        Key::Index(_) => "item",
    }
}

/// Whether a boxed value has a form.
fn holds(boxed: Expression, form: Form) -> Expression {
    match form {
        Form::Int => make::member(boxed, runtime::IS_INT.name),
        Form::Float => make::member(boxed, runtime::IS_FLOAT.name),
        Form::Boxed => make::not(make::member(boxed, runtime::IS_NIL.name)),
    }
}

/// The content of a boxed value.
fn unboxed(boxed: Expression, form: Form) -> Expression {
    match form {
        Form::Int => make::member(boxed, runtime::VALUE_INT.name),
        Form::Float => make::member(boxed, runtime::VALUE_FLOAT.name),
        Form::Boxed => boxed,
    }
}

/// The values that get a variable: those that are used more than once, that would make a text too deep, or whose text would move behind a store.
fn variables(stretch: &Stretch, results: &[(LocalId, ValueId)]) -> FxHashSet<ValueId> {
    // Who uses each value, and where that text stands: the step at which it is printed, and how deep in it.
    let mut uses: IndexVec<ValueId, Vec<Use>> = IndexVec::filled(Vec::new(), stretch.values.len());
    for (_, value) in results {
        uses[*value].push(Use { step: stretch.steps.len(), depth: 0 });
    }
    let mut variables = FxHashSet::default();
    let mut last_store = stretch.steps.len();
    for (step, what) in stretch.steps.iter().enumerate().rev() {
        match *what {
            Step::Store(_, value) => {
                uses[value].push(Use { step, depth: 0 });
                last_store = step;
            }
            Step::Value(value) => {
                // Where an attempt fails, what comes of it may fail, even if nobody uses it.
                let is_attempt = is_whole_part(&stretch.values[value].source);
                let here = match uses[value].as_slice() {
                    [only] if !is_attempt && only.step <= last_store && only.depth < DEEPEST => *only,
                    [] if !is_attempt => continue,
                    _ => {
                        variables.insert(value);
                        Use { step, depth: 0 }
                    }
                };
                let inner = Use { depth: here.depth + 1, ..here };
                match stretch.values[value].source {
                    Source::Binary(_, left, right) => {
                        uses[left].push(inner);
                        uses[right].push(inner);
                    }
                    Source::Neg(operand) | Source::BNot(operand) => uses[operand].push(inner),
                    Source::Call(_, first, second) => {
                        uses[first].push(inner);
                        if let Some(second) = second {
                            uses[second].push(inner);
                        }
                    }
                    Source::Operand(_) | Source::Load(_) => {}
                }
            }
        }
    }
    variables
}

/// Whether a value is got by an attempt, which gives it a variable.
fn is_whole_part(source: &Source) -> bool {
    matches!(source, Source::Call(LibraryFunction::MathFloor | LibraryFunction::MathCeil, ..))
}

/// Where the text of a value stands.
#[derive(Clone, Copy)]
struct Use {
    step: usize,
    depth: usize,
}
