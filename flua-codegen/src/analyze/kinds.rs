//! What a variable surely holds.
//!
//! The inference is optimistic and ignores the order of instructions: every variable starts as *nothing yet*, each instruction that writes it
//! joins in the kind of what it writes, and the rounds end when nothing changes. An operation on operands of which one is not surely a
//! number may run a metamethod, so it gives any value. So may a call, unless it is of a function of the library, or of a known one: what those give
//! is inferred with the kinds ([`versions`](super::versions)).

use flua_ast::IndexVec;

use super::privates::insertion;
use super::results::Results as Returned;
use crate::ir::{
    BinaryOp, Block, Function, FunctionId, Instruction, LibraryFunction, LocalId, Operand, Results, Storage, UnaryOp, UpvalueId,
    Values,
    visit::{for_each_block, for_each_destination},
};

/// What a variable surely holds, and with it the type of its C# variable.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Kind {
    /// Nothing was written yet.
    Nothing,
    /// Any value.
    Value,
    /// An integer, unboxed.
    Int,
    /// A float, unboxed.
    Float,
    /// A boolean, unboxed.
    Bool,
    /// A string: its bytes, or a rope.
    String,
    /// A table that a constructor made.
    Table,
    /// A closure of one function.
    Function(FunctionId),
    /// The closure of a function that is assigned to a global once, or nil.
    Global(FunctionId),
    /// A cell that holds any value.
    Cell,
    /// The values that a call gave, put aside.
    Array,
    /// The position of a generic `for` in a table: a variable of the translation, not of the IR.
    Cursor,
    /// A table that only one activation sees, and whose elements are all of one kind.
    Private(Element),
}

/// What the elements of a private array are.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Element {
    /// Integers.
    Int,
    /// Floats.
    Float,
    /// Booleans.
    Bool,
}

impl Element {
    /// Elements of a kind, if there are private arrays of it.
    pub fn of(kind: Kind) -> Option<Self> {
        match kind {
            Kind::Int => Some(Self::Int),
            Kind::Float => Some(Self::Float),
            Kind::Bool => Some(Self::Bool),
            _ => None,
        }
    }

    /// The kind of an element.
    pub fn kind(self) -> Kind {
        match self {
            Self::Int => Kind::Int,
            Self::Float => Kind::Float,
            Self::Bool => Kind::Bool,
        }
    }
}

impl Kind {
    /// What holds one or the other.
    pub fn join(self, other: Self) -> Self {
        match (self, other) {
            (Self::Nothing, kind) | (kind, Self::Nothing) => kind,
            _ if self == other => self,
            _ => Self::Value,
        }
    }

    /// Whether it is surely a number.
    pub fn is_number(self) -> bool {
        matches!(self, Self::Int | Self::Float)
    }

    /// Whether it is a private array.
    pub fn is_private(self) -> bool {
        matches!(self, Self::Private(_))
    }
}

/// The kind of an operand.
pub fn operand(operand: &Operand, locals: &IndexVec<LocalId, Kind>, upvalues: &IndexVec<UpvalueId, Kind>) -> Kind {
    match operand {
        Operand::Local(local) => locals[*local],
        Operand::Upvalue(upvalue) => upvalues[*upvalue],
        Operand::Integer(_) => Kind::Int,
        Operand::Float(_) => Kind::Float,
        Operand::Bool(_) => Kind::Bool,
        Operand::String(_) => Kind::String,
        Operand::Nil | Operand::Library(_) => Kind::Value,
    }
}

/// The function that a call goes to, if it does not fail.
pub fn callee(value: &Operand, locals: &IndexVec<LocalId, Kind>, upvalues: &IndexVec<UpvalueId, Kind>) -> Kind {
    match operand(value, locals, upvalues) {
        Kind::Global(function) => Kind::Function(function),
        kind => content(kind),
    }
}

/// What is read of a variable: the content of a cell is any value.
pub fn content(kind: Kind) -> Kind {
    if kind == Kind::Cell { Kind::Value } else { kind }
}

/// The kind of an arithmetic or bitwise operation's result.
pub fn binary(op: BinaryOp, left: Kind, right: Kind) -> Kind {
    if left == Kind::Nothing || right == Kind::Nothing {
        return Kind::Nothing;
    }
    let integers = left == Kind::Int && right == Kind::Int;
    let numbers = left.is_number() && right.is_number();
    match op {
        BinaryOp::Add | BinaryOp::Sub | BinaryOp::Mul | BinaryOp::Mod | BinaryOp::IDiv => match (integers, numbers) {
            (true, _) => Kind::Int,
            (false, true) => Kind::Float,
            (false, false) => Kind::Value,
        },
        BinaryOp::Div | BinaryOp::Pow if numbers => Kind::Float,
        BinaryOp::BAnd | BinaryOp::BOr | BinaryOp::BXor | BinaryOp::Shl | BinaryOp::Shr if integers => Kind::Int,
        BinaryOp::Div | BinaryOp::Pow | BinaryOp::BAnd | BinaryOp::BOr | BinaryOp::BXor | BinaryOp::Shl | BinaryOp::Shr => {
            Kind::Value
        }
    }
}

/// The kind of a unary operation's result, its operand being of some kind.
pub fn unary(op: UnaryOp, operand: &Operand, kind: Kind) -> Kind {
    match (op, kind) {
        (_, Kind::Nothing) => Kind::Nothing,
        (UnaryOp::Neg, Kind::Int | Kind::Float) | (UnaryOp::BNot, Kind::Int) => kind,
        // No metamethod is asked for the length of a string. That of a constant is known, unless nothing is optimised. Lua §3.4.7.
        (UnaryOp::Len, Kind::String) if !matches!(operand, Operand::String(_)) => Kind::Int,
        (UnaryOp::Len, Kind::Private(_)) => Kind::Int,
        (UnaryOp::Neg | UnaryOp::BNot | UnaryOp::Len, _) => Kind::Value,
    }
}

/// The kind of a concatenation: no metamethod is asked for strings and numbers. Lua §3.4.6.
pub fn concatenation(operands: &[Operand], kind: &dyn Fn(&Operand) -> Kind) -> Kind {
    operands.iter().map(kind).fold(Kind::String, |joined, operand| match operand {
        Kind::String | Kind::Int | Kind::Float => joined,
        Kind::Nothing if joined != Kind::Value => Kind::Nothing,
        _ => Kind::Value,
    })
}

/// What is known of a function's locals before its body is looked at, given the kinds of its parameters.
///
/// Where `debug` is to know everything, it can assign named locals as well: they hold anything. Where nothing is optimised they hold
/// anything as well, but for functions that are never assigned again.
pub fn initial(function: &Function, parameters: &[Kind], is_debugged: bool, optimizes: bool) -> IndexVec<LocalId, Kind> {
    let mut kinds = IndexVec::filled(Kind::Nothing, function.locals.len());
    for (id, local) in function.locals.iter_enumerated() {
        if local.storage == Storage::Cell {
            kinds[id] = Kind::Cell;
        } else if local.name.is_some() && (is_debugged || (!optimizes && local.function.is_none())) {
            kinds[id] = Kind::Value;
        }
    }
    for (&parameter, &kind) in function.parameters.iter().zip(parameters) {
        kinds[parameter] = kind;
    }
    kinds
}

/// The functions around an inference.
pub trait Surroundings {
    /// What a call of a known function gives, its arguments being of certain kinds; by index.
    fn called(&mut self, callee: FunctionId, argument: &dyn Fn(usize) -> Kind) -> &Returned;
    /// The function returns.
    fn returns(&mut self, results: &Returned);
    /// What is taken for an element of a local's table, where that is a private array.
    fn element(&self, _table: LocalId) -> Option<Kind> {
        None
    }
    /// Something of a kind becomes an element of a local's table. Says whether that changed anything.
    fn stores(&mut self, _table: LocalId, _value: Kind) -> bool {
        false
    }
    /// The method of strings that a local holds, and of what it was asked for; if it is known what methods strings have.
    fn method(&self, _local: LocalId) -> Option<(LibraryFunction, &Operand)> {
        None
    }
    /// Whether a variable may be one for strings: where nothing is optimised, and where `debug` looks at temporaries, it is not.
    fn knows_strings(&self) -> bool;
}

/// Infers the kinds of a function's locals, going on from what is known so far.
pub fn infer(
    function: &Function,
    kinds: &mut IndexVec<LocalId, Kind>,
    upvalues: &IndexVec<UpvalueId, Kind>,
    around: &mut dyn Surroundings,
) -> Outcome {
    let mut inference = Inference { function, kinds, upvalues, around, changed: true, met_nothing: false };
    let mut changed = false;
    while inference.changed {
        inference.changed = false;
        inference.met_nothing = false;
        inference.block(&function.body);
        changed |= inference.changed;
    }
    Outcome { changed, met_nothing: inference.met_nothing }
}

/// What came of looking at a function.
pub struct Outcome {
    /// Whether more is known of some local than before.
    pub changed: bool,
    /// Whether there were operands of which nothing is known yet.
    pub met_nothing: bool,
}

struct Inference<'a> {
    function: &'a Function,
    kinds: &'a mut IndexVec<LocalId, Kind>,
    upvalues: &'a IndexVec<UpvalueId, Kind>,
    around: &'a mut dyn Surroundings,
    changed: bool,
    met_nothing: bool,
}

impl Inference<'_> {
    fn block(&mut self, block: &Block) {
        for instruction in &block.instructions {
            self.instruction(instruction);
            for_each_block(instruction, &mut |block| self.block(block));
        }
    }

    fn instruction(&mut self, instruction: &Instruction) {
        match instruction {
            Instruction::Declare { local: to, value } | Instruction::Set { to, value } => {
                let kind = self.operand(value);
                self.write(*to, kind);
            }
            Instruction::Not { to, .. } | Instruction::Compare { to, .. } => self.write(*to, Kind::Bool),
            Instruction::Unary { to, op, operand, .. } => {
                let is_measured = *op == UnaryOp::Len && self.element(operand).is_some();
                let kind = if is_measured { Kind::Int } else { unary(*op, operand, self.operand(operand)) };
                self.write(*to, kind);
            }
            Instruction::Binary { to, op, left, right, .. } => {
                let kind = binary(*op, self.operand(left), self.operand(right));
                self.write(*to, kind);
            }
            Instruction::Closure { to, function } => self.write(*to, Kind::Function(*function)),
            Instruction::NewTable { to, .. } | Instruction::NewRecord { to, .. } => self.write(*to, Kind::Table),
            Instruction::NumericFor { control, start, step, .. } => {
                let kind = match (self.operand(start), self.operand(step)) {
                    (Kind::Int, Kind::Int) => Kind::Int,
                    (Kind::Nothing, _) | (_, Kind::Nothing) => Kind::Nothing,
                    // Then all three are floats, or it is an error. Lua §3.3.5.
                    (Kind::Float, _) | (_, Kind::Float) => Kind::Float,
                    _ => Kind::Value,
                };
                self.write(*control, kind);
            }
            Instruction::Concat { to, operands, .. } => {
                let kind = concatenation(operands, &|value| content(operand(value, self.kinds, self.upvalues)));
                self.met_nothing |= kind == Kind::Nothing;
                self.write(*to, kind);
            }
            Instruction::Call { .. } if let Some((table, value)) = insertion(instruction) => self.stores(table, value),
            Instruction::Call { results: Results::Array(to), .. } => self.write(*to, Kind::Array),
            Instruction::Call { callee, arguments, results, .. } => self.call(callee, arguments, results),
            Instruction::TailCall { callee, arguments, .. } => {
                let given = self.given(callee, arguments);
                self.around.returns(&given);
            }
            Instruction::Return { values } => {
                let results = Returned::of(values.fixed.iter().map(|value| self.operand(value)), values.open.is_none());
                self.around.returns(&results);
            }
            Instruction::Index { to, object, .. } => {
                let known = self.element(object);
                self.met_nothing |= known == Some(Kind::Nothing);
                let kind = known.unwrap_or_else(|| self.function.locals[*to].global.map_or(Kind::Value, Kind::Global));
                self.write(*to, kind);
            }
            Instruction::SetIndex { object: Operand::Local(table), value, .. } => self.stores(*table, value),
            Instruction::TableItems { table, values, .. } => {
                for value in &values.fixed {
                    self.stores(*table, value);
                }
            }
            Instruction::Method { .. }
            | Instruction::Vararg { .. }
            | Instruction::HookReturn { .. }
            | Instruction::GenericFor { .. } => for_each_destination(instruction, &mut |to| self.write(to, Kind::Value)),
            Instruction::SetUpvalue { .. }
            | Instruction::SetIndex { .. }
            | Instruction::TableField { .. }
            | Instruction::TableData { .. }
            | Instruction::If { .. }
            | Instruction::Do(_)
            | Instruction::Loop(_)
            | Instruction::Break
            | Instruction::Label(_)
            | Instruction::Goto(_)
            | Instruction::PushClose { .. }
            | Instruction::CloseTop { .. }
            | Instruction::Keep { .. }
            | Instruction::SafePoint { .. }
            | Instruction::Hook { .. } => {}
        }
    }

    /// What is taken for an element of a private array.
    fn element(&self, table: &Operand) -> Option<Kind> {
        match table {
            Operand::Local(table) => self.around.element(*table),
            _ => None,
        }
    }

    /// Something becomes an element. What becomes nil is no element any more.
    fn stores(&mut self, table: LocalId, value: &Operand) {
        if *value == Operand::Nil {
            return;
        }
        let kind = operand(value, self.kinds, self.upvalues);
        self.changed |= self.around.stores(table, content(kind));
    }

    /// What a call gives goes to where it is wanted. The first of many values is boxed.
    fn call(&mut self, callee: &Operand, arguments: &Values, results: &Results) {
        match results {
            Results::None => {
                // It is asked for all the same, since that tells the function what it is called with.
                let _ = self.given(callee, arguments);
            }
            Results::One(to) => {
                let kind = self.given(callee, arguments).kind(0);
                self.write(*to, kind);
            }
            Results::Many(to) => {
                let given = self.given(callee, arguments);
                for (index, &local) in to.iter().enumerate() {
                    self.write(local, given.kind(index));
                }
            }
            Results::Open(to) => {
                let _ = self.given(callee, arguments);
                self.write(*to, Kind::Value);
            }
            Results::Array(to) => self.write(*to, Kind::Array),
        }
    }

    /// What a call gives.
    fn given(&mut self, callee: &Operand, arguments: &Values) -> Returned {
        let library = match (callee, self.method(callee)) {
            (Operand::Library(function), _) => Some(*function),
            (_, Some((function, Kind::String))) => Some(function),
            (_, Some((_, Kind::Nothing))) => {
                self.met_nothing = true;
                return Returned::Nothing;
            }
            _ => None,
        };
        if let Some(function) = library {
            let (kinds, upvalues) = (&*self.kinds, self.upvalues);
            let given = super::library::results(function, arguments, &|value| content(operand(value, kinds, upvalues)));
            self.met_nothing |= given == Returned::Nothing;
            return given;
        }
        let kind = self::callee(callee, self.kinds, self.upvalues);
        self.met_nothing |= kind == Kind::Nothing;
        match kind {
            Kind::Nothing => Returned::Nothing,
            Kind::Function(function) => {
                let (kinds, upvalues) = (&*self.kinds, self.upvalues);
                let argument = |index: usize| match arguments.fixed.get(index) {
                    Some(value) => content(operand(value, kinds, upvalues)),
                    None => Kind::Value,
                };
                let given = *self.around.called(function, &argument);
                self.met_nothing |= given == Returned::Nothing;
                given
            }
            _ => Returned::UNKNOWN,
        }
    }

    /// The method of strings that is called, and what the object surely is that it was asked for.
    fn method(&self, callee: &Operand) -> Option<(LibraryFunction, Kind)> {
        let Operand::Local(local) = callee else { return None };
        let (function, object) = self.around.method(*local)?;
        Some((function, content(operand(object, self.kinds, self.upvalues))))
    }

    fn operand(&mut self, value: &Operand) -> Kind {
        let kind = content(operand(value, self.kinds, self.upvalues));
        self.met_nothing |= kind == Kind::Nothing;
        kind
    }

    fn write(&mut self, to: LocalId, kind: Kind) {
        let before = self.kinds[to];
        if before == Kind::Cell {
            return;
        }
        let kind = if kind == Kind::String && !self.around.knows_strings() { Kind::Value } else { kind };
        let after = before.join(kind);
        if after != before {
            self.kinds[to] = after;
            self.changed = true;
        }
    }
}
