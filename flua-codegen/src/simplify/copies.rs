//! Temporaries that are written once and read once, by the instruction behind.
//!
//! ```text
//! t1 = i                     local j = i
//! local j = t1
//! t2 = call g()         →    b = call g()
//! b = t2
//! ```
//! A new table stays in its temporary, and cells are written by `Declare` and `Set` alone: there the rules of the IR want it so.

use crate::ir::visit::{destination_mut, for_each_block_mut, for_each_operand_mut};
use crate::ir::{Block, Function, Instruction, LocalId, Operand, Program, Storage};

use super::Counts;

/// Merges the copies of all functions.
pub fn merge(program: &mut Program) {
    for id in program.functions.ids() {
        let function = &mut program.functions[id];
        let counts = Counts::of(function);
        let mut body = std::mem::take(&mut function.body);
        merge_block(function, &counts, &mut body);
        function.body = body;
    }
}

fn merge_block(function: &Function, counts: &Counts, block: &mut Block) {
    let mut merged: Vec<Instruction> = Vec::with_capacity(block.instructions.len());
    for mut instruction in block.instructions.drain(..) {
        for_each_block_mut(&mut instruction, &mut |inner| merge_block(function, counts, inner));
        if let Some(Instruction::Set { to, value }) = merged.last()
            && is_passing(function, counts, *to)
        {
            let (to, value) = (*to, value.clone());
            if replace(&mut instruction, to, &value) {
                merged.pop();
            }
        }
        if let Some(to) = copied_to(function, counts, &instruction)
            && let Some(last) = merged.last_mut()
            && retarget(last, to)
        {
            continue;
        }
        if !is_dead(function, counts, &instruction) {
            merged.push(instruction);
        }
    }
    block.instructions = merged;
}

/// Whether a local is a temporary that is written once and read once.
fn is_passing(function: &Function, counts: &Counts, local: LocalId) -> bool {
    function.locals[local].name.is_none() && counts.writes[local] == 1 && counts.reads[local] == 1
}

/// Replaces the operand that reads a temporary; says whether there was one.
fn replace(instruction: &mut Instruction, from: LocalId, value: &Operand) -> bool {
    let mut is_replaced = false;
    for_each_operand_mut(instruction, &mut |operand| {
        if *operand == Operand::Local(from) {
            *operand = value.clone();
            is_replaced = true;
        }
    });
    is_replaced
}

/// Where an instruction copies a passing temporary to: from and to. No cell is meant.
fn copied_to(function: &Function, counts: &Counts, instruction: &Instruction) -> Option<(LocalId, LocalId)> {
    let (Instruction::Declare { local: to, value } | Instruction::Set { to, value }) = instruction else { return None };
    let Operand::Local(from) = value else { return None };
    let is_plain = function.locals[*to].storage == Storage::Value;
    (is_plain && is_passing(function, counts, *from)).then_some((*from, *to))
}

/// Lets an instruction that writes the one local write the other; says whether it does.
fn retarget(instruction: &mut Instruction, (from, to): (LocalId, LocalId)) -> bool {
    if matches!(instruction, Instruction::NewTable { .. } | Instruction::Declare { .. }) {
        return false;
    }
    match destination_mut(instruction) {
        Some(destination) if *destination == from => {
            *destination = to;
            true
        }
        _ => false,
    }
}

/// Whether an instruction only gives a value to a temporary that nobody reads.
fn is_dead(function: &Function, counts: &Counts, instruction: &Instruction) -> bool {
    match instruction {
        Instruction::Set { to, .. } | Instruction::Not { to, .. } | Instruction::Vararg { to, .. } => {
            function.locals[*to].name.is_none() && counts.reads[*to] == 0
        }
        _ => false,
    }
}
