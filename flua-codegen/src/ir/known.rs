//! Which variables hold one function only: those of local functions that are never assigned again, what captures them, and what was read from
//! globals that are assigned once.

use super::{Function, FunctionId, Operand, Program, Storage, UpvalueId, UpvalueSource};

/// The only function that an operand of a function can hold.
pub fn known_function(program: &Program, function: &Function, callee: &Operand) -> Option<FunctionId> {
    match callee {
        Operand::Local(local) => {
            let local = &function.locals[*local];
            local.function.or(local.global)
        }
        Operand::Upvalue(upvalue) => held(program, function, *upvalue),
        _ => None,
    }
}

/// The function that an upvalue always holds.
fn held(program: &Program, function: &Function, upvalue: UpvalueId) -> Option<FunctionId> {
    let upvalue = &function.upvalues[upvalue];
    let parent = &program.functions[function.parent?];
    match (upvalue.storage, upvalue.source) {
        (Storage::Value, UpvalueSource::ParentLocal(local)) => parent.locals[local].function,
        (Storage::Value, UpvalueSource::ParentUpvalue(upvalue)) => held(program, parent, upvalue),
        _ => None,
    }
}
