//! Which variables hold one function only: those of local functions that are never assigned again, what captures them, and what was read from
//! globals that are assigned once.

use flua_ast::Id;

use super::{Function, FunctionId, Operand, Program, Storage, UpvalueId, UpvalueSource};

/// Which functions the variables of a function always hold.
pub struct Known {
    locals: Vec<Option<FunctionId>>,
    upvalues: Vec<Option<FunctionId>>,
}

impl Known {
    /// Those of a function.
    pub fn of(program: &Program, id: FunctionId) -> Self {
        let function = &program.functions[id];
        Self {
            locals: function.locals.iter().map(|local| local.function.or(local.global)).collect(),
            upvalues: (0..function.upvalues.len()).map(|index| held(program, function, UpvalueId::from_index(index))).collect(),
        }
    }

    /// Whether any variable does.
    pub fn has_any(&self) -> bool {
        self.locals.iter().chain(&self.upvalues).any(Option::is_some)
    }

    /// The only function that an operand can hold.
    pub fn function(&self, callee: &Operand) -> Option<FunctionId> {
        match callee {
            Operand::Local(local) => self.locals.get(local.index()).copied().flatten(),
            Operand::Upvalue(upvalue) => self.upvalues[upvalue.index()],
            _ => None,
        }
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
