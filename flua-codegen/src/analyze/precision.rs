//! Whether a program wants its garbage collections to be precise: it asks for them, and it can see what is collected.
//!
//! What a C# variable held may stay reachable until its method ends; the host's compilers promise nothing. Such a program is printed with resume
//! points, so that `collectgarbage` can have all activations save what is live in them and leave the stack before it collects. Questions
//! like `collectgarbage "count"` collect nothing, and are no reason for that.

use rustc_hash::FxHashSet;

use crate::ir::visit::{for_each_instruction, for_each_operand};
use crate::ir::{Function, Instruction, LocalId, Operand, Program};

/// The options of `collectgarbage` that collect nothing.
const QUESTIONS: [&[u8]; 8] =
    [b"count", b"stop", b"restart", b"isrunning", b"setpause", b"setstepmul", b"generational", b"incremental"];

/// Whether a program asks for collections and can see what they collect.
pub fn collects_precisely(program: &Program) -> bool {
    let asks = || program.functions.iter().any(asks_for_collection);
    program.world.sees_collection && program.world.globals_read.contains("collectgarbage") && asks()
}

/// Whether a function reads `collectgarbage` for more than a question.
fn asks_for_collection(function: &Function) -> bool {
    let mut held: FxHashSet<LocalId> = FxHashSet::default();
    let mut found = false;
    for_each_instruction(&function.body, &mut |instruction| {
        match instruction {
            Instruction::Index { to, key: Operand::String(name), .. } if **name == *b"collectgarbage" => {
                held.insert(*to);
                return;
            }
            Instruction::Call { callee: Operand::Local(callee), arguments, .. } if held.contains(callee) => {
                let option = arguments.fixed.first();
                found |= !matches!(option, Some(Operand::String(option)) if QUESTIONS.contains(&&**option));
                return;
            }
            _ => {}
        }
        for_each_operand(instruction, &mut |operand| {
            found |= matches!(operand, Operand::Local(local) if held.contains(local));
        });
    });
    found
}
