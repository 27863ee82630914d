//! Global functions that are assigned once.
//!
//! ```lua
//! function fib(n) … fib(n - 1) … end
//! ```
//! In a program that is compiled whole, whoever reads such a global gets this very function, or nil if it was not assigned yet; and what was got once
//! is got ever after. So a call of what was read goes to this function or fails, and the function is looked up once.
//!
//! What must be true for it:
//!
//! * *The table of the globals is reached by constant names only*, which [`library`](super::library) has found out; so it has no metatable either.
//! * *The name is assigned in one place of the program*, and is none that a state begins with.
//! * *This place is come to once*: it stands in no loop, at the top level of a chunk that runs once ([`run_once`](super::modules::run_once)), and nobody
//!   can get at the chunk's function (`debug`).

use std::sync::Arc;

use flua_ast::IndexVec;
use rustc_hash::{FxHashMap, FxHashSet};

use super::Counts;
use super::library::{Held, Holders};
use crate::ir::visit::for_each_instruction;
use crate::ir::{Function, FunctionId, Instruction, LocalId, Operand, Program, Storage};

/// The globals that a state begins with. Lua §6.
const STANDARD: &[&[u8]] = &[
    b"_G",
    b"_VERSION",
    b"arg",
    b"assert",
    b"bit32",
    b"collectgarbage",
    b"coroutine",
    b"debug",
    b"dofile",
    b"error",
    b"getmetatable",
    b"io",
    b"ipairs",
    b"load",
    b"loadfile",
    b"loadstring",
    b"math",
    b"module",
    b"next",
    b"os",
    b"package",
    b"pairs",
    b"pcall",
    b"print",
    b"rawequal",
    b"rawget",
    b"rawlen",
    b"rawset",
    b"require",
    b"select",
    b"setmetatable",
    b"string",
    b"table",
    b"tonumber",
    b"tostring",
    b"type",
    b"unpack",
    b"utf8",
    b"warn",
    b"xpcall",
];

/// Notes which temporaries hold what was read from such a global, or from such a field of a table that is made once and not lost from sight.
pub fn note(program: &mut Program, holders: &IndexVec<FunctionId, Holders>, lost: &[bool], once: &FxHashSet<FunctionId>) {
    if program.world.names_debug {
        return;
    }
    let known_table = |id: FunctionId, object: &Operand| match holders[id].held(object) {
        Some(Held::Module(table)) if lost[table] => None,
        held @ Some(Held::Globals | Held::Module(_)) => held,
        _ => None,
    };
    let mut assigned: FxHashMap<(Held, Arc<[u8]>), Option<FunctionId>> = FxHashMap::default();
    let mut any = false;
    for (id, function) in program.functions.iter_enumerated() {
        let mut stored: Option<FxHashMap<LocalId, FunctionId>> = None;
        for_each_instruction(&function.body, &mut |instruction| {
            let (table, name, value) = match instruction {
                Instruction::SetIndex { object, key: Operand::String(name), value, .. } => (known_table(id, object), name, value),
                Instruction::TableField { table, key: Operand::String(name), value, .. } => {
                    (known_table(id, &Operand::Local(*table)), name, value)
                }
                _ => return,
            };
            let Some(table) = table else { return };
            let stored =
                stored.get_or_insert_with(|| if once.contains(&id) { made_once(function) } else { FxHashMap::default() });
            let made = if let Operand::Local(local) = value { stored.get(local).copied() } else { None };
            let made = made.filter(|_| table != Held::Globals || !STANDARD.contains(&&**name));
            any |= made.is_some();
            assigned.entry((table, name.clone())).and_modify(|known| *known = None).or_insert(made);
        });
    }
    if !any {
        return;
    }
    for id in program.functions.ids() {
        let function = &program.functions[id];
        let mut found: Vec<(LocalId, FunctionId)> = Vec::new();
        for_each_instruction(&function.body, &mut |instruction| {
            if let Instruction::Index { to, object, key: Operand::String(name), .. } = instruction
                && let Some(table) = known_table(id, object)
                && let Some(Some(known)) = assigned.get(&(table, name.clone()))
            {
                found.push((*to, *known));
            }
        });
        if found.is_empty() {
            continue;
        }
        let counts = Counts::of(function);
        let mut calls: IndexVec<LocalId, u32> = IndexVec::filled(0, function.locals.len());
        for_each_instruction(&function.body, &mut |instruction| {
            if let Instruction::Call { callee: Operand::Local(callee), .. }
            | Instruction::TailCall { callee: Operand::Local(callee), .. } = instruction
            {
                calls[*callee] += 1;
            }
        });
        found.retain(|&(to, _)| {
            let local = &function.locals[to];
            counts.writes[to] == 1 && counts.reads[to] == calls[to] && local.storage == Storage::Value && local.name.is_none()
        });
        for (to, known) in found {
            program.functions[id].locals[to].global = Some(known);
        }
    }
}

/// The temporaries that hold closures which are made and stored at the top level of a function.
fn made_once(function: &Function) -> FxHashMap<LocalId, FunctionId> {
    let mut found = FxHashMap::default();
    let counts = Counts::of(function);
    for pair in function.body.instructions.windows(2) {
        if let [Instruction::Closure { to, function: made }, store] = pair
            && let Instruction::SetIndex { value: Operand::Local(stored), .. }
            | Instruction::TableField { value: Operand::Local(stored), .. } = store
            && to == stored
            && counts.writes[*to] == 1
            && counts.reads[*to] == 1
            && function.locals[*to].storage == Storage::Value
        {
            found.insert(*to, *made);
        }
    }
    found
}
