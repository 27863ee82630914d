//! What a variable surely holds.
//!
//! The inference is optimistic and ignores the order of instructions: every variable starts as *nothing yet*, each instruction that writes it
//! joins in the kind of what it writes, and the rounds end when nothing changes. An operation on operands of which one is not surely a
//! number may run a metamethod, so it gives any value. So may a call, unless it is of a function of the library.

use flua_ast::IndexVec;

use super::FunctionFacts;
use crate::ir::{
    BinaryOp, Block, Function, FunctionId, Instruction, LocalId, Operand, Results, Storage, UnaryOp, UpvalueId, UpvalueSource,
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
    /// A table that a constructor made.
    Table,
    /// A closure of one function.
    Function(FunctionId),
    /// A cell that holds any value.
    Cell,
    /// The values that a call gave, put aside.
    Array,
    /// The position of a generic `for` in a table: a variable of the translation, not of the IR.
    Cursor,
}

impl Kind {
    /// What holds one or the other.
    fn join(self, other: Self) -> Self {
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
}

/// The kinds of a function's upvalues, from those of the functions around it, which stand before it.
pub fn upvalues(function: &Function, done: &IndexVec<FunctionId, FunctionFacts>) -> IndexVec<UpvalueId, Kind> {
    let mut kinds = IndexVec::new();
    for upvalue in &function.upvalues {
        let kind = match (upvalue.storage, upvalue.source, function.parent) {
            (Storage::Cell, ..) => Kind::Cell,
            (Storage::Value, UpvalueSource::ParentLocal(local), Some(parent)) => done[parent].kinds[local],
            (Storage::Value, UpvalueSource::ParentUpvalue(upvalue), Some(parent)) => done[parent].upvalues[upvalue],
            (Storage::Value, UpvalueSource::Environment, _) | (Storage::Value, _, None) => Kind::Value,
        };
        kinds.push(kind);
    }
    kinds
}

/// The kind of an operand.
pub fn operand(operand: &Operand, locals: &IndexVec<LocalId, Kind>, upvalues: &IndexVec<UpvalueId, Kind>) -> Kind {
    match operand {
        Operand::Local(local) => locals[*local],
        Operand::Upvalue(upvalue) => upvalues[*upvalue],
        Operand::Integer(_) => Kind::Int,
        Operand::Float(_) => Kind::Float,
        Operand::Bool(_) => Kind::Bool,
        Operand::Nil | Operand::String(_) | Operand::Library(_) => Kind::Value,
    }
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

/// The kind of a unary operation's result.
pub fn unary(op: UnaryOp, operand: Kind) -> Kind {
    match (op, operand) {
        (_, Kind::Nothing) => Kind::Nothing,
        (UnaryOp::Neg, Kind::Int | Kind::Float) | (UnaryOp::BNot, Kind::Int) => operand,
        (UnaryOp::Neg | UnaryOp::BNot | UnaryOp::Len, _) => Kind::Value,
    }
}

/// Infers the kinds of a function's locals, given those of its parameters.
///
/// Where `debug` is to know everything, it can assign named locals as well: they hold anything. Where nothing is optimised they hold
/// anything as well, but for functions that are never assigned again.
pub fn infer(
    function: &Function,
    parameters: &[Kind],
    upvalues: &IndexVec<UpvalueId, Kind>,
    is_debugged: bool,
    optimizes: bool,
) -> IndexVec<LocalId, Kind> {
    let mut inference = Inference { kinds: IndexVec::filled(Kind::Nothing, function.locals.len()), upvalues, changed: true };
    for (id, local) in function.locals.iter_enumerated() {
        if local.storage == Storage::Cell {
            inference.kinds[id] = Kind::Cell;
        } else if local.name.is_some() && (is_debugged || (!optimizes && local.function.is_none())) {
            inference.kinds[id] = Kind::Value;
        }
    }
    for (&parameter, &kind) in function.parameters.iter().zip(parameters) {
        inference.kinds[parameter] = kind;
    }
    while inference.changed {
        inference.changed = false;
        inference.block(&function.body);
    }
    for id in function.locals.ids() {
        if inference.kinds[id] == Kind::Nothing {
            inference.kinds[id] = Kind::Value;
        }
    }
    inference.kinds
}

struct Inference<'a> {
    kinds: IndexVec<LocalId, Kind>,
    upvalues: &'a IndexVec<UpvalueId, Kind>,
    changed: bool,
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
            Instruction::Declare { local: to, value } | Instruction::Set { to, value } => self.write(*to, self.operand(value)),
            Instruction::Not { to, .. } | Instruction::Compare { to, .. } => self.write(*to, Kind::Bool),
            Instruction::Unary { to, op, operand, .. } => self.write(*to, unary(*op, self.operand(operand))),
            Instruction::Binary { to, op, left, right, .. } => {
                self.write(*to, binary(*op, self.operand(left), self.operand(right)));
            }
            Instruction::Closure { to, function } => self.write(*to, Kind::Function(*function)),
            Instruction::NewTable { to, .. } | Instruction::NewRecord { to, .. } => self.write(*to, Kind::Table),
            Instruction::NumericFor { control, start, step, .. } => {
                let kind = match (self.operand(start), self.operand(step)) {
                    (Kind::Int, Kind::Int) => Kind::Int,
                    (Kind::Nothing, _) | (_, Kind::Nothing) => Kind::Nothing,
                    _ => Kind::Value,
                };
                self.write(*control, kind);
            }
            Instruction::Call { callee: Operand::Library(function), arguments, results: Results::One(to), .. } => {
                self.write(*to, super::library::result(*function, arguments, &|operand| self.operand(operand)));
            }
            Instruction::Call { results: Results::Array(to), .. } => self.write(*to, Kind::Array),
            Instruction::Call { .. }
            | Instruction::Concat { .. }
            | Instruction::Index { .. }
            | Instruction::Method { .. }
            | Instruction::Vararg { .. }
            | Instruction::HookReturn { .. }
            | Instruction::GenericFor { .. } => for_each_destination(instruction, &mut |to| self.write(to, Kind::Value)),
            Instruction::SetUpvalue { .. }
            | Instruction::SetIndex { .. }
            | Instruction::TailCall { .. }
            | Instruction::Return { .. }
            | Instruction::TableField { .. }
            | Instruction::TableItems { .. }
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

    fn operand(&self, value: &Operand) -> Kind {
        match operand(value, &self.kinds, self.upvalues) {
            Kind::Cell => Kind::Value,
            kind => kind,
        }
    }

    fn write(&mut self, to: LocalId, kind: Kind) {
        let before = self.kinds[to];
        if before == Kind::Cell {
            return;
        }
        let after = before.join(kind);
        if after != before {
            self.kinds[to] = after;
            self.changed = true;
        }
    }
}
