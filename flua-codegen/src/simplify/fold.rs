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

use flua_ast::IndexVec;
use rustc_hash::FxHashMap;

use super::{Counts, captured_local};
use crate::ir::arithmetic::{fold_binary, fold_unary, truth};
use crate::ir::visit::{for_each_block_mut, for_each_operand_mut};
use crate::ir::{
    Block, CompareOp, Condition, FunctionId, Instruction, Local, LocalId, Operand, Program, Storage, UpvalueId, UpvalueSource,
};

/// The constants that locals of a function always hold.
type Known = FxHashMap<LocalId, Operand>;

/// What is known of a local.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Writes {
    /// Several writes.
    Many,
    /// One write.
    One,
    /// One write, of a constant.
    Constant,
}

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
                    source => captured_local(source).and_then(|local| locals[parent].get(&local).cloned()),
                };
            }
        }
        let counts = Counts::of(function);
        let is_candidate =
            |(id, local): (LocalId, &Local)| local.storage == Storage::Value && counts.writes[id] == 1 && !may_look;
        let writes = function.locals.iter_enumerated().map(|local| if is_candidate(local) { Writes::One } else { Writes::Many });
        let mut folder = Folder { writes: writes.collect(), known: Known::default(), upvalues: &captured };
        folder.block(&mut function.body);
        locals.push(folder.known);
        upvalues.push(captured);
    }
}

struct Folder<'a> {
    writes: IndexVec<LocalId, Writes>,
    known: Known,
    upvalues: &'a IndexVec<UpvalueId, Option<Operand>>,
}

impl Folder<'_> {
    fn block(&mut self, block: &mut Block) {
        let mut has_decided = false;
        for instruction in &mut block.instructions {
            for_each_operand_mut(instruction, &mut |operand| self.replace(operand));
            if let Some(done) = folded(instruction) {
                *instruction = done;
            }
            self.learn(instruction);
            match instruction {
                Instruction::If { condition, then, otherwise } => {
                    if let Some(holds) = decided(condition) {
                        has_decided = true;
                        self.block(if holds { then } else { otherwise });
                    } else {
                        self.block(then);
                        self.block(otherwise);
                    }
                }
                other => for_each_block_mut(other, &mut |block| self.block(block)),
            }
        }
        if has_decided {
            decide(block);
        }
    }

    fn replace(&self, operand: &mut Operand) {
        let known = match operand {
            Operand::Local(local) if self.writes[*local] == Writes::Constant => self.known.get(local),
            Operand::Upvalue(upvalue) => self.upvalues[*upvalue].as_ref(),
            Operand::Local(_)
            | Operand::Nil
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
        if self.writes[*local] == Writes::One && is_constant(value) {
            self.writes[*local] = Writes::Constant;
            self.known.insert(*local, value.clone());
        }
    }
}

/// Replaces each `if` whose condition is known by what it comes to.
fn decide(block: &mut Block) {
    let mut decided_block = Vec::with_capacity(block.instructions.len());
    for instruction in block.instructions.drain(..) {
        match instruction {
            Instruction::If { condition, then, otherwise } => match decided(&condition) {
                Some(true) => decided_block.extend(then.instructions),
                Some(false) => decided_block.extend(otherwise.instructions),
                None => decided_block.push(Instruction::If { condition, then, otherwise }),
            },
            other => decided_block.push(other),
        }
    }
    block.instructions = decided_block;
}

fn is_constant(operand: &Operand) -> bool {
    !matches!(operand, Operand::Local(_) | Operand::Upvalue(_))
}

/// What is left of an instruction that can be done, since its operands are constants.
fn folded(instruction: &Instruction) -> Option<Instruction> {
    let (to, value) = match instruction {
        Instruction::Not { to, value } => truth(value).map(|truth| (*to, Operand::Bool(!truth))),
        Instruction::Unary { to, op, operand, .. } => fold_unary(*op, operand).map(|value| (*to, value)),
        Instruction::Binary { to, op, left, right, .. } => fold_binary(*op, left, right).map(|value| (*to, value)),
        Instruction::Compare { to, op, left, right, negated, .. } => {
            compared(*op, left, right).map(|holds| (*to, Operand::Bool(holds != *negated)))
        }
        Instruction::Concat { to, operands, .. } => joined(operands).map(|text| (*to, Operand::String(text))),
        _ => None,
    }?;
    Some(Instruction::Set { to, value })
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
        (CompareOp::Lt, Operand::String(left), Operand::String(right)) => Some(left < right),
        (CompareOp::Le, Operand::String(left), Operand::String(right)) => Some(left <= right),
        (CompareOp::Eq, Operand::Bool(left), Operand::Bool(right)) => Some(left == right),
        (CompareOp::Eq, Operand::Nil, Operand::Nil) => Some(true),
        _ => None,
    }
}
