//! Tables that are made once and only used by the names of their fields.
//!
//! ```lua
//! local Point = {}
//! function Point.distance(a, b) … end
//! print(Point.distance(p, q))
//! ```
//! Such a table is as good as a set of variables: [`globals`](super::globals) notes which of its fields hold one function, as it does for globals.
//!
//! What must be true for it:
//!
//! * *The table is made once*: its constructor stands at the top level of a chunk that jumps nowhere and runs once, and nobody gets at the chunk's
//!   function (`debug`). A module may run again where it requires itself, by way of others.
//! * *It goes nowhere*: it is read into locals that hold nothing else, and these are used for nothing but `Point.name`, `Point.name = value`, and being
//!   captured or copied to such locals. So it has no metatable, and no field is stored by a computed key.
//! * A module's chunk may return it: then what `require` gives is the table, wherever that is called. What the main chunk returns goes nowhere.

use std::sync::Arc;

use flua_ast::IndexVec;
use rustc_hash::{FxHashMap, FxHashSet};

use super::library::{Held, Holders};
use crate::ir::visit::{for_each_instruction, for_each_operand};
use crate::ir::{FunctionId, Instruction, LocalId, Operand, Origin, Program};

/// The tables that each function makes once, by the temporaries of their constructors. They are counted through the program.
pub fn made(program: &Program, once: &FxHashSet<FunctionId>) -> (IndexVec<FunctionId, FxHashMap<LocalId, usize>>, usize) {
    let mut all = IndexVec::new();
    let mut count = 0;
    for (id, function) in program.functions.iter_enumerated() {
        let mut found = FxHashMap::default();
        if once.contains(&id) && !program.world.names_debug {
            for instruction in &function.body.instructions {
                if let Instruction::NewTable { to, .. } = instruction {
                    found.insert(*to, count);
                    count += 1;
                }
            }
        }
        all.push(found);
    }
    (all, count)
}

/// The functions of chunks whose top level is come to once at most: they jump nowhere, and do not require themselves.
pub fn run_once(program: &Program) -> FxHashSet<FunctionId> {
    let again = required_again(program);
    let mut once = FxHashSet::default();
    for (chunk, runs_again) in program.chunks.iter().zip(again) {
        let mut jumps = false;
        for_each_instruction(&program.functions[chunk.main].body, &mut |instruction| {
            jumps |= matches!(instruction, Instruction::Goto(_));
        });
        if !jumps && !runs_again {
            once.insert(chunk.main);
        }
    }
    once
}

/// For each chunk, whether it may be run again while it runs: it names a module that names it, or one that does so.
fn required_again(program: &Program) -> Vec<bool> {
    let names: FxHashMap<&[u8], usize> = (program.chunks.iter().enumerate())
        .filter_map(|(index, chunk)| match &chunk.origin {
            Origin::Module(name) => Some((name.as_bytes(), index)),
            _ => None,
        })
        .collect();
    let count = program.chunks.len();
    let mut next: Vec<FxHashSet<usize>> = vec![FxHashSet::default(); count];
    if !names.is_empty() {
        for function in &program.functions {
            let found = &mut next[function.chunk];
            for_each_instruction(&function.body, &mut |instruction| {
                for_each_operand(instruction, &mut |operand| {
                    if let Operand::String(text) = operand
                        && let Some(&chunk) = names.get(&**text)
                    {
                        found.insert(chunk);
                    }
                });
            });
        }
    }
    let comes_back = |start: usize| {
        let mut seen: FxHashSet<usize> = FxHashSet::default();
        let mut left: Vec<usize> = next[start].iter().copied().collect();
        while let Some(chunk) = left.pop() {
            if chunk == start {
                return true;
            }
            if seen.insert(chunk) {
                left.extend(&next[chunk]);
            }
        }
        false
    };
    (0..count).map(comes_back).collect()
}

/// The tables that modules give, by the names of the modules, and the functions of the chunks that return them.
#[derive(Default, Debug)]
pub struct Returned {
    /// The table of a module.
    pub by_name: FxHashMap<Arc<[u8]>, usize>,
    /// The table that a function returns.
    pub by_function: FxHashMap<FunctionId, usize>,
}

impl Returned {
    /// Whether a function may return such a table as its first value: what a module gives is known, and nobody gets what the main chunk gives.
    pub fn may_return(&self, program: &Program, function: FunctionId) -> bool {
        self.by_function.contains_key(&function)
            || program.chunks.iter().any(|chunk| chunk.main == function && chunk.origin == Origin::Main)
    }
}

/// The modules that return such a table, and nothing else anywhere.
pub fn returned(program: &Program, holders: &IndexVec<FunctionId, Holders>) -> Returned {
    let mut found = Returned::default();
    for chunk in &program.chunks {
        let Origin::Module(name) = &chunk.origin else { continue };
        let function = &program.functions[chunk.main];
        let mut ways_out = 0;
        for_each_instruction(&function.body, &mut |instruction| {
            ways_out += usize::from(matches!(instruction, Instruction::Return { .. } | Instruction::TailCall { .. }));
        });
        if ways_out == 1
            && let Some(Instruction::Return { values }) = function.body.instructions.last()
            && let ([value], None) = (&*values.fixed, &values.open)
            && let Some(Held::Module(table)) = holders[chunk.main].held(value)
        {
            found.by_name.insert(Arc::from(name.as_bytes()), table);
            found.by_function.insert(chunk.main, table);
        }
    }
    found
}

/// The name of the module that a call of `require` asks for.
pub fn required<'a>(instruction: &'a Instruction, holders: &Holders) -> Option<&'a Arc<[u8]>> {
    match instruction {
        Instruction::Call { callee, arguments, .. } | Instruction::TailCall { callee, arguments, .. } => {
            match (holders.held(callee), arguments.fixed.first()) {
                (Some(Held::Require), Some(Operand::String(name))) => Some(name),
                _ => None,
            }
        }
        _ => None,
    }
}
