//! Calls of known functions that give exactly one result.
//!
//! `g(a, f(x))` passes all results of `f` on, however many there are. Where `f` is a function of the program, all of whose returns give one
//! value, it passes a single value, like any other.

use flua_ast::IndexVec;

use crate::ir::visit::{for_each_block_mut, for_each_instruction, is_end_reached};
use crate::ir::{Block, FunctionId, Instruction, Open, Operand, Program, Results, known_function};

/// Makes single values of the results of functions that give one.
pub fn settle(program: &mut Program) {
    let single = single(program);
    if !single.iter().any(|&single| single) {
        return;
    }
    for id in program.functions.ids() {
        let mut body = std::mem::take(&mut program.functions[id].body);
        let function = &program.functions[id];
        settle_block(&mut body, &|callee| known_function(program, function, callee).is_some_and(|callee| single[callee]));
        program.functions[id].body = body;
    }
}

/// Which functions give exactly one result, if they return: those of which no return and no tail call says otherwise.
fn single(program: &Program) -> IndexVec<FunctionId, bool> {
    let mut single: IndexVec<FunctionId, bool> = IndexVec::new();
    let mut tail_calls: Vec<(FunctionId, FunctionId)> = Vec::new();
    for (id, function) in program.functions.iter_enumerated() {
        let mut is_single = !is_end_reached(&function.body);
        if is_single {
            for_each_instruction(&function.body, &mut |instruction| match instruction {
                Instruction::Return { values } => is_single &= values.fixed.len() == 1 && values.open.is_none(),
                Instruction::TailCall { callee, .. } => match known_function(program, function, callee) {
                    Some(callee) => tail_calls.push((id, callee)),
                    None => is_single = false,
                },
                _ => {}
            });
        }
        single.push(is_single);
    }
    loop {
        let mut changed = false;
        for &(caller, callee) in &tail_calls {
            changed |= single[caller] && !single[callee];
            single[caller] &= single[callee];
        }
        if !changed {
            return single;
        }
    }
}

fn settle_block(block: &mut Block, is_single: &dyn Fn(&Operand) -> bool) {
    let mut previous: Option<&mut Instruction> = None;
    for instruction in &mut block.instructions {
        for_each_block_mut(instruction, &mut |inner| settle_block(inner, is_single));
        if let Some(Instruction::Call { callee, results, .. }) = previous
            && let Results::Open(to) = *results
            && is_single(callee)
            && let Some(values) = super::library::list(instruction)
            && values.open == Some(Open::Results(to))
        {
            *results = Results::One(to);
            values.open = None;
            values.fixed.push(Operand::Local(to));
        }
        previous = Some(instruction);
    }
}
