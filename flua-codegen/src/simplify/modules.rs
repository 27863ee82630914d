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
//! * *The table is made once*: its constructor stands at the top level of a chunk that runs once ([`run_once`]), and nobody gets at the chunk's
//!   function (`debug`).
//! * *It goes nowhere*: it is read into locals that hold nothing else, and these are used for nothing but `Point.name`, `Point.name = value`, and being
//!   captured or copied to such locals. So it has no metatable, and no field is stored by a computed key.
//! * A module's chunk may return it, unless `require` is assigned: then what `require` gives is the table, wherever that is called. What the main
//!   chunk returns goes nowhere.

use std::sync::Arc;

use flua_ast::IndexVec;
use rustc_hash::{FxHashMap, FxHashSet};

use super::library::{Held, Holders};
use crate::ir::visit::for_each_instruction;
use crate::ir::{FunctionId, Instruction, LocalId, Operand, Origin, Program, Results};

/// The functions of chunks whose top level is come to once at most.
///
/// It jumps nowhere. And a module runs again if it required itself, by way of others, or failed: then whoever caught the error may require it once
/// more. A function may be called by what catches errors, the top level of the main chunk is not; so modules count that are named
/// at the top level of such chunks only.
pub fn run_once(program: &Program) -> FxHashSet<FunctionId> {
    let names: FxHashMap<&[u8], usize> = (program.chunks.iter().enumerate())
        .filter_map(|(index, chunk)| match &chunk.origin {
            Origin::Module(name) => Some((name.as_bytes(), index)),
            _ => None,
        })
        .collect();
    let mut asked: Vec<Vec<usize>> = vec![Vec::new(); program.chunks.len()];
    // How often each chunk is named: by functions, and by chunks that are not yet known to run once.
    let mut open = vec![0_usize; program.chunks.len()];
    if !names.is_empty() {
        for function in &program.functions {
            for_each_instruction(&function.body, &mut |instruction| {
                if let Some(&chunk) = first_text(instruction).and_then(|text| names.get(&**text)) {
                    open[chunk] += 1;
                    if function.parent.is_none() {
                        asked[function.chunk].push(chunk);
                    }
                }
            });
        }
    }
    let mut once = FxHashSet::default();
    let mut ready: Vec<usize> = (0..open.len()).filter(|&chunk| open[chunk] == 0).collect();
    while let Some(chunk) = ready.pop() {
        let main = program.chunks[chunk].main;
        let mut jumps = false;
        for_each_instruction(&program.functions[main].body, &mut |instruction| {
            jumps |= matches!(instruction, Instruction::Goto(_));
        });
        if !jumps {
            once.insert(main);
        }
        for &other in &asked[chunk] {
            open[other] -= 1;
            if open[other] == 0 {
                ready.push(other);
            }
        }
    }
    once
}

/// The text that a call has for its first argument, as each call of `require` has.
fn first_text(instruction: &Instruction) -> Option<&Arc<[u8]>> {
    match instruction {
        Instruction::Call { arguments, .. } | Instruction::TailCall { arguments, .. } => match arguments.fixed.first() {
            Some(Operand::String(text)) => Some(text),
            _ => None,
        },
        _ => None,
    }
}

/// The tables that are made once, by their numbers.
pub struct Modules {
    /// Those that each function makes, by the temporaries of their constructors.
    made: IndexVec<FunctionId, FxHashMap<LocalId, usize>>,
    count: usize,
    /// Those that modules give, by the names of the modules.
    given: FxHashMap<Arc<[u8]>, usize>,
    /// The functions of chunks that may return one as their first value.
    returning: FxHashSet<FunctionId>,
}

impl Modules {
    /// The tables of a program. What modules give is not known yet.
    pub fn of(program: &Program, once: &FxHashSet<FunctionId>) -> Self {
        let mut made = IndexVec::new();
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
            made.push(found);
        }
        let mains = program.chunks.iter().filter(|chunk| chunk.origin == Origin::Main);
        Self { made, count, given: FxHashMap::default(), returning: mains.map(|chunk| chunk.main).collect() }
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.count
    }

    /// Whether a function may return one as its first value.
    pub fn may_return(&self, function: FunctionId) -> bool {
        self.returning.contains(&function)
    }

    /// Finds the modules that return one, and nothing else anywhere. False when there are none.
    pub fn find_given(&mut self, program: &Program, holders: &IndexVec<FunctionId, Holders>) -> bool {
        if program.world.globals_assigned.contains("require") {
            return false;
        }
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
                self.given.insert(Arc::from(name.as_bytes()), table);
                self.returning.insert(chunk.main);
            }
        }
        !self.given.is_empty()
    }

    /// The table that an instruction of a function puts into a local.
    pub fn put(&self, function: FunctionId, instruction: &Instruction, holders: &Holders) -> Option<(LocalId, usize)> {
        match instruction {
            Instruction::NewTable { to, .. } => self.made[function].get(to).map(|&table| (*to, table)),
            Instruction::Call { results: Results::One(to), .. } => self.required(instruction, holders).map(|table| (*to, table)),
            _ => None,
        }
    }

    /// The table that a call of `require` gives.
    pub fn required(&self, instruction: &Instruction, holders: &Holders) -> Option<usize> {
        let (Instruction::Call { callee, .. } | Instruction::TailCall { callee, .. }) = instruction else { return None };
        (holders.held(callee) == Some(Held::Require))
            .then(|| first_text(instruction))?
            .and_then(|name| self.given.get(name))
            .copied()
    }
}
