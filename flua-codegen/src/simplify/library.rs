//! Functions of the library become constants, where nothing can have changed their names.
//!
//! ```lua
//! local floor = math.floor
//! print(floor(x), math.pi)
//! ```
//! becomes
//! ```text
//! local floor = math.floor        -- a constant, which `fold` takes to where it is used
//! call print(math.floor(x), 3.14159…)
//! ```
//! What must be true for it, in a program that is compiled whole:
//!
//! * *No global of the name is assigned*: the world knows all names that are.
//! * *The table of the globals is not reached otherwise*: no `_G` or `_ENV` as a value, no computed `require`, no chunk that is loaded with an
//!   environment of its own; of `debug` and `package`, which lead to everything, only what is harmless (`debug.traceback`, `package.path`).
//! * *The table of a library does not escape*: it is read into locals that hold nothing else, and these are used for nothing but `math.name`,
//!   `math.name = value`, and being captured or copied to such locals. `require "math"` would give it, and for strings `getmetatable` can.
//! * *No field of the name is assigned* in it.

use std::sync::Arc;

use flua_ast::IndexVec;
use rustc_hash::FxHashSet;

use super::Counts;
use super::modules::{self, Modules};
use crate::ir::visit::{for_each_block_mut, for_each_instruction, for_each_operand};
use crate::ir::{
    Block, Function, FunctionId, Instruction, LibraryFunction, Local, LocalId, Open, Operand, Origin, Program, Results, Storage,
    UpvalueId, UpvalueSource, Values,
};

/// The libraries of which something is known: those with functions that become constants, then those that lead to all others.
const LIBRARIES: [&str; 8] = ["math", "string", "table", "debug", "package", "coroutine", "io", "os"];
const STRING: usize = 1;
const DEBUG: usize = 3;
const PACKAGE: usize = 4;

/// Whether a field of a library gives nobody a way to the tables of others.
fn is_harmless(library: usize, name: &[u8]) -> bool {
    match library {
        DEBUG => matches!(name, b"traceback" | b"getinfo"),
        PACKAGE => matches!(name, b"path" | b"cpath" | b"config"),
        _ => true,
    }
}

/// What a variable surely holds.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Held {
    /// The table of the globals.
    Globals,
    /// The table of a library: an index of `LIBRARIES`.
    Library(usize),
    /// A table that is made once, by its number.
    Module(usize),
    /// The function `require`.
    Require,
}

/// What the variables of one function hold.
#[derive(Debug)]
pub struct Holders {
    locals: IndexVec<LocalId, Option<Held>>,
    upvalues: IndexVec<UpvalueId, Option<Held>>,
}

impl Holders {
    /// What an operand holds.
    pub fn held(&self, operand: &Operand) -> Option<Held> {
        match operand {
            Operand::Local(local) => self.locals[*local],
            Operand::Upvalue(upvalue) => self.upvalues[*upvalue],
            _ => None,
        }
    }

    /// Whether a field is one of a table that is known, and leads nowhere else.
    fn is_harmless(&self, object: &Operand, key: &[u8]) -> bool {
        match self.held(object) {
            Some(Held::Library(library)) => is_harmless(library, key),
            Some(Held::Globals | Held::Module(_)) => true,
            Some(Held::Require) | None => false,
        }
    }
}

/// What the program does with the tables of the libraries.
#[derive(Default)]
struct Uses {
    /// Whether the table of the globals is used in a way that is not understood.
    globals_escape: bool,
    escaped: [bool; LIBRARIES.len()],
    /// The names that are assigned in libraries.
    assigned: FxHashSet<(usize, Arc<[u8]>)>,
    /// The globals that are assigned.
    globals: FxHashSet<Arc<[u8]>>,
    /// Whether a table that is made once goes where it is not understood.
    lost: Vec<bool>,
}

/// What methods strings surely have: those of their library that nothing assigns.
pub struct StringMethods {
    assigned: FxHashSet<Arc<[u8]>>,
}

impl StringMethods {
    /// The method of a name.
    pub fn find(&self, name: &[u8]) -> Option<LibraryFunction> {
        LibraryFunction::of(LIBRARIES[STRING], name).filter(|_| !self.assigned.contains(name))
    }
}

/// Replaces what is known of the library in a program that is compiled whole. Gives what is known of the methods of strings: nothing, if the program may
/// change their metatable or knows a way to their library that is not understood.
pub fn resolve(program: &mut Program) -> Option<StringMethods> {
    let world = &program.world;
    let is_open = !world.is_closed
        || world.uses_environment_as_value
        || world.computes_require
        || program.chunks.iter().any(|chunk| matches!(chunk.origin, Origin::Loaded(_)));
    if is_open {
        return None;
    }
    let once = modules::run_once(program);
    let mut modules = Modules::of(program, &once);
    let mut holders = find_holders(program, &modules);
    if modules.find_given(program, &holders) {
        holders = find_holders(program, &modules);
    }
    let mut uses = Uses { lost: vec![false; modules.count()], ..Uses::default() };
    // The metatable of strings leads to their library, and `require` to all.
    uses.escaped[STRING] = world.globals_read.contains("getmetatable");
    let requires = world.globals_read.contains("require");
    for (id, function) in program.functions.iter_enumerated() {
        uses.look(id, function, &holders[id], &modules, requires);
    }
    if uses.globals_escape || uses.escaped[DEBUG] || uses.escaped[PACKAGE] {
        return None;
    }
    uses.globals.extend(world.globals_assigned.iter().map(|name| Arc::from(name.as_bytes())));
    for (library, name) in LIBRARIES.iter().enumerate() {
        uses.escaped[library] |= uses.globals.contains(name.as_bytes());
    }
    for id in program.functions.ids() {
        let function = &mut program.functions[id];
        let mut body = std::mem::take(&mut function.body);
        replace(&mut body, &holders[id], &uses);
        function.body = body;
        let counts = Counts::of(function);
        let mut body = std::mem::take(&mut function.body);
        remove_unused(&mut body, function, &counts, &holders[id]);
        function.body = body;
    }
    super::globals::note(program, &holders, &uses.lost, &once);
    let of_strings = |(library, name)| if library == STRING { Some(name) } else { None };
    (!uses.escaped[STRING]).then(|| StringMethods { assigned: uses.assigned.into_iter().filter_map(of_strings).collect() })
}

fn find_holders(program: &Program, modules: &Modules) -> IndexVec<FunctionId, Holders> {
    let mut holders: IndexVec<FunctionId, Holders> = IndexVec::new();
    for (id, function) in program.functions.iter_enumerated() {
        holders.push(holders_of(id, function, &holders, modules));
    }
    holders
}

/// The variables that are written once, with the table of the globals, of a library, or one that is made once.
fn holders_of(id: FunctionId, function: &Function, outer: &IndexVec<FunctionId, Holders>, modules: &Modules) -> Holders {
    let mut holders = Holders { locals: IndexVec::filled(None, function.locals.len()), upvalues: IndexVec::new() };
    for upvalue in &function.upvalues {
        let held = match (upvalue.storage, upvalue.source, function.parent) {
            (Storage::Cell, ..) => None,
            (_, UpvalueSource::Environment, _) => Some(Held::Globals),
            (_, UpvalueSource::ParentLocal(local), Some(parent)) => outer[parent].locals[local],
            (_, UpvalueSource::ParentUpvalue(upvalue), Some(parent)) => outer[parent].upvalues[upvalue],
            (_, _, None) => None,
        };
        holders.upvalues.push(held);
    }
    let counts = Counts::of(function);
    for_each_instruction(&function.body, &mut |instruction| {
        if let Some((to, held)) = gives(id, instruction, &holders, modules)
            && counts.writes[to] == 1
            && function.locals[to].storage == Storage::Value
        {
            holders.locals[to] = Some(held);
        }
    });
    holders
}

/// The table that an instruction puts into a local.
fn gives(id: FunctionId, instruction: &Instruction, holders: &Holders, modules: &Modules) -> Option<(LocalId, Held)> {
    match instruction {
        Instruction::Index { to, object, key: Operand::String(key), .. } if holders.held(object) == Some(Held::Globals) => {
            if **key == *b"_G" {
                return Some((*to, Held::Globals));
            }
            if **key == *b"require" {
                return Some((*to, Held::Require));
            }
            let library = LIBRARIES.iter().position(|library| library.as_bytes() == &**key)?;
            Some((*to, Held::Library(library)))
        }
        Instruction::Declare { local: to, value } | Instruction::Set { to, value } => holders.held(value).map(|held| (*to, held)),
        _ => modules.put(id, instruction, holders).map(|(to, table)| (to, Held::Module(table))),
    }
}

impl Uses {
    /// Notes what a function does.
    fn look(&mut self, id: FunctionId, function: &Function, holders: &Holders, modules: &Modules, requires: bool) {
        for_each_instruction(&function.body, &mut |instruction| {
            // A table that goes to a variable that may hold something else is lost from sight.
            let given = gives(id, instruction, holders, modules);
            if let Some((to, held)) = given
                && holders.locals[to] != Some(held)
            {
                self.escape(held);
            }
            if given.is_none()
                && let Some(table) = modules.required(instruction, holders)
                && !matches!(instruction, Instruction::Call { results: Results::None, .. })
            {
                self.lost[table] = true;
            }
            let mut skipped = usize::from(matches!(instruction, Instruction::Declare { .. } | Instruction::Set { .. }));
            match instruction {
                Instruction::Index { object, key: Operand::String(key), .. } => {
                    skipped += usize::from(holders.is_harmless(object, key));
                }
                Instruction::SetIndex { object, key: Operand::String(key), .. } if holders.is_harmless(object, key) => {
                    skipped += 1;
                    if let Some(held) = holders.held(object) {
                        match held {
                            Held::Globals => self.globals.insert(key.clone()),
                            Held::Library(library) => self.assigned.insert((library, key.clone())),
                            Held::Module(_) | Held::Require => false,
                        };
                    }
                }
                Instruction::TableField { key: Operand::String(_), .. } | Instruction::TableItems { .. } => skipped += 1,
                Instruction::Return { .. } if modules.may_return(id) => skipped += 1,
                Instruction::Call { callee, .. } if holders.held(callee) == Some(Held::Require) => skipped += 1,
                _ => {}
            }
            let mut position = 0;
            for_each_operand(instruction, &mut |operand| {
                if position >= skipped
                    && let Some(held) = holders.held(operand)
                {
                    self.escape(held);
                }
                position += 1;
                if requires && let Operand::String(text) = operand {
                    self.require(instruction, text);
                }
            });
        });
    }

    /// A text that `require` might be given.
    fn require(&mut self, instruction: &Instruction, text: &[u8]) {
        if matches!(instruction, Instruction::Index { .. }) {
            return;
        }
        self.globals_escape |= text == b"_G";
        if let Some(library) = LIBRARIES.iter().position(|library| library.as_bytes() == text) {
            self.escaped[library] = true;
        }
    }

    fn escape(&mut self, held: Held) {
        match held {
            Held::Globals => self.globals_escape = true,
            Held::Library(library) => self.escaped[library] = true,
            Held::Module(table) => self.lost[table] = true,
            // The world knows of each other use of `require`.
            Held::Require => {}
        }
    }
}

/// Replaces reads of what is known by constants.
fn replace(block: &mut Block, holders: &Holders, uses: &Uses) {
    for instruction in &mut block.instructions {
        if let Instruction::Index { to, object, key: Operand::String(key), .. } = instruction {
            let value = match holders.held(object) {
                Some(Held::Globals) if !uses.globals.contains(key) => LibraryFunction::of("", key).map(Operand::Library),
                Some(Held::Library(library)) if !uses.escaped[library] && !uses.assigned.contains(&(library, key.clone())) => {
                    constant(LIBRARIES[library], key)
                }
                _ => None,
            };
            if let Some(value) = value {
                *instruction = Instruction::Set { to: *to, value };
            }
        }
        for_each_block_mut(instruction, &mut |block| replace(block, holders, uses));
    }
}

/// What a library has under a name.
fn constant(library: &str, name: &[u8]) -> Option<Operand> {
    match (library, name) {
        ("math", b"pi") => Some(Operand::Float(std::f64::consts::PI)),
        ("math", b"huge") => Some(Operand::Float(f64::INFINITY)),
        ("math", b"maxinteger") => Some(Operand::Integer(i64::MAX)),
        ("math", b"mininteger") => Some(Operand::Integer(i64::MIN)),
        _ => LibraryFunction::of(library, name).map(Operand::Library),
    }
}

/// What gives exactly one result gives one value to a list, not many, and is returned as a value.
pub fn settle(program: &mut Program) {
    for id in program.functions.ids() {
        let function = &mut program.functions[id];
        let mut body = std::mem::take(&mut function.body);
        settle_block(&mut body, function);
        function.body = body;
    }
}

fn settle_block(block: &mut Block, function: &mut Function) {
    let mut settled: Vec<Instruction> = Vec::with_capacity(block.instructions.len());
    for mut instruction in block.instructions.drain(..) {
        for_each_block_mut(&mut instruction, &mut |inner| settle_block(inner, function));
        if let Some(Instruction::Call { callee: Operand::Library(called), results, .. }) = settled.last_mut()
            && called.gives_one()
            && let Results::Open(to) = *results
            && let Some(values) = list(&mut instruction)
            && values.open == Some(Open::Results(to))
        {
            *results = Results::One(to);
            values.open = None;
            values.fixed.push(Operand::Local(to));
        }
        match instruction {
            Instruction::TailCall { callee: callee @ Operand::Library(called), arguments, site } if called.gives_one() => {
                let to = function.locals.push(Local::new(None));
                settled.push(Instruction::Call { callee, arguments, results: Results::One(to), site });
                settled.push(Instruction::Return { values: Values { fixed: vec![Operand::Local(to)], open: None } });
            }
            other => settled.push(other),
        }
    }
    block.instructions = settled;
}

/// The list of values that an instruction takes.
pub fn list(instruction: &mut Instruction) -> Option<&mut Values> {
    match instruction {
        Instruction::Call { arguments: values, .. }
        | Instruction::TailCall { arguments: values, .. }
        | Instruction::Return { values }
        | Instruction::TableItems { values, .. } => Some(values),
        _ => None,
    }
}

/// Removes the reads of tables that nobody needs any more: temporaries are not captured.
fn remove_unused(block: &mut Block, function: &Function, counts: &Counts, holders: &Holders) {
    block.instructions.retain(|instruction| match instruction {
        Instruction::Index { to, object, .. } => {
            let is_known = holders.held(object) == Some(Held::Globals) && holders.locals[*to].is_some();
            !(is_known && function.locals[*to].name.is_none() && counts.reads[*to] == 0)
        }
        _ => true,
    });
    for instruction in &mut block.instructions {
        for_each_block_mut(instruction, &mut |block| remove_unused(block, function, counts, holders));
    }
}
