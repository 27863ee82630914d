//! Constants: known variables are replaced, operations on constants are done, and conditions that are known are decided.
//!
//! ```lua
//! local size <const>, debug = 10, false
//! if debug then print(size) end
//! return size * 2
//! ```
//! becomes
//! ```text
//! local size = 10
//! local debug = false
//! return 20
//! ```
//! A variable is known when its declaration is all that ever writes it, with a constant: no `goto` enters the scope of a local, so the declaration has
//! always run where the variable is read. Messages still call it by its name, since they take it from the site. A program that names `debug`
//! is left as it is, since it may look at its variables and change them.

use std::sync::Arc;

use flua_ast::{Id, IndexVec};

use super::{Counts, captured_local};
use crate::ir::arithmetic::{fold_binary, fold_unary, truth};
use crate::ir::visit::{for_each_block_mut, for_each_operand_mut};
use crate::ir::{
    Block, CompareOp, Condition, FunctionId, Instruction, LocalId, Operand, Program, Storage, UpvalueId, UpvalueSource,
};

/// The constants that the locals of a function always hold.
type Known = IndexVec<LocalId, Option<Operand>>;

/// Folds the constants of all functions, parents first: their children capture what is known of their locals.
pub fn fold(program: &mut Program) {
    let may_look = program.world.names_upvalues;
    let mut locals: IndexVec<FunctionId, Known> = IndexVec::new();
    let mut upvalues: IndexVec<FunctionId, IndexVec<UpvalueId, Option<Operand>>> = IndexVec::new();
    for id in program.functions.ids() {
        let function = &mut program.functions[id];
        let mut captured = IndexVec::filled(None, function.upvalues.len());
        if let (Some(parent), false) = (function.parent, may_look) {
            for (upvalue, captured_upvalue) in function.upvalues.iter_enumerated() {
                captured[upvalue] = match captured_upvalue.source {
                    UpvalueSource::ParentUpvalue(outer) => upvalues[parent][outer].clone(),
                    source => captured_local(source).and_then(|local| locals[parent][local].clone()),
                };
            }
        }
        let counts = Counts::of(function);
        let is_candidate = function
            .locals
            .iter_enumerated()
            .map(|(id, local)| local.storage == Storage::Value && counts.writes[id] == 1 && !may_look)
            .collect();
        let mut folder = Folder { is_candidate, known: IndexVec::filled(None, function.locals.len()), upvalues: &captured };
        let body = std::mem::take(&mut function.body);
        function.body = folder.block(body);
        locals.push(folder.known);
        upvalues.push(captured);
    }
}

struct Folder<'a> {
    /// Whether a local is written at one place only.
    is_candidate: Vec<bool>,
    known: Known,
    upvalues: &'a IndexVec<UpvalueId, Option<Operand>>,
}

impl Folder<'_> {
    fn block(&mut self, block: Block) -> Block {
        let mut instructions = Vec::with_capacity(block.instructions.len());
        for mut instruction in block.instructions {
            for_each_operand_mut(&mut instruction, &mut |operand| self.replace(operand));
            let instruction = folded(instruction);
            self.learn(&instruction);
            match instruction {
                Instruction::If { condition, then, otherwise } => {
                    let chosen = match decided(&condition) {
                        None => {
                            let (then, otherwise) = (self.block(then), self.block(otherwise));
                            instructions.push(Instruction::If { condition, then, otherwise });
                            continue;
                        }
                        Some(true) => then,
                        Some(false) => otherwise,
                    };
                    instructions.extend(self.block(chosen).instructions);
                }
                mut instruction => {
                    for_each_block_mut(&mut instruction, &mut |block| *block = self.block(std::mem::take(block)));
                    instructions.push(instruction);
                }
            }
        }
        Block { instructions }
    }

    fn replace(&self, operand: &mut Operand) {
        let known = match operand {
            Operand::Local(local) => &self.known[*local],
            Operand::Upvalue(upvalue) => &self.upvalues[*upvalue],
            Operand::Nil
            | Operand::Bool(_)
            | Operand::Integer(_)
            | Operand::Float(_)
            | Operand::String(_)
            | Operand::Library(_) => return,
        };
        if let Some(known) = known {
            *operand = known.clone();
        }
    }

    fn learn(&mut self, instruction: &Instruction) {
        let (Instruction::Declare { local, value } | Instruction::Set { to: local, value }) = instruction else { return };
        if self.is_candidate[local.index()] && is_constant(value) {
            self.known[*local] = Some(value.clone());
        }
    }
}

fn is_constant(operand: &Operand) -> bool {
    !matches!(operand, Operand::Local(_) | Operand::Upvalue(_))
}

/// An instruction, done if its operands are constants.
fn folded(instruction: Instruction) -> Instruction {
    let result = match &instruction {
        Instruction::Not { to, value } => truth(value).map(|truth| (*to, Operand::Bool(!truth))),
        Instruction::Unary { to, op, operand, .. } => fold_unary(*op, operand).map(|value| (*to, value)),
        Instruction::Binary { to, op, left, right, .. } => fold_binary(*op, left, right).map(|value| (*to, value)),
        Instruction::Compare { to, op, left, right, negated, .. } => {
            compared(*op, left, right).map(|holds| (*to, Operand::Bool(holds != *negated)))
        }
        Instruction::Concat { to, operands, .. } => joined(operands).map(|text| (*to, Operand::String(text))),
        _ => None,
    };
    match result {
        Some((to, value)) => Instruction::Set { to, value },
        None => instruction,
    }
}

/// The longest string of which the reference keeps one object for all that are equal.
const LONGEST_SHORT_STRING: usize = 40;

/// The text that constant texts make; numbers are left to the runtime, which knows how they are written. A long text that is joined is an object
/// of its own, unlike a constant: `%p` tells them apart.
fn joined(operands: &[Operand]) -> Option<Arc<[u8]>> {
    let mut text = Vec::new();
    let mut parts = 0;
    for operand in operands {
        let Operand::String(bytes) = operand else { return None };
        text.extend_from_slice(bytes);
        parts += usize::from(!bytes.is_empty());
    }
    (parts <= 1 || text.len() <= LONGEST_SHORT_STRING).then(|| text.into())
}

/// Whether a condition holds, if that is known.
fn decided(condition: &Condition) -> Option<bool> {
    match condition {
        Condition::Truth(operand) => truth(operand),
        Condition::Compare { op, left, right, .. } => compared(*op, left, right),
    }
}

/// The result of a comparison of constants of one type. Those that would raise an error are left to raise it.
#[allow(clippy::float_cmp, reason = "it is Lua's comparison")]
fn compared(op: CompareOp, left: &Operand, right: &Operand) -> Option<bool> {
    match (op, left, right) {
        (CompareOp::Eq, Operand::Integer(left), Operand::Integer(right)) => Some(left == right),
        (CompareOp::Lt, Operand::Integer(left), Operand::Integer(right)) => Some(left < right),
        (CompareOp::Le, Operand::Integer(left), Operand::Integer(right)) => Some(left <= right),
        (CompareOp::Eq, Operand::Float(left), Operand::Float(right)) => Some(left == right),
        (CompareOp::Lt, Operand::Float(left), Operand::Float(right)) => Some(left < right),
        (CompareOp::Le, Operand::Float(left), Operand::Float(right)) => Some(left <= right),
        (CompareOp::Eq, Operand::String(left), Operand::String(right)) => Some(left == right),
        (CompareOp::Eq, Operand::Bool(left), Operand::Bool(right)) => Some(left == right),
        (CompareOp::Eq, Operand::Nil, Operand::Nil) => Some(true),
        _ => None,
    }
}
