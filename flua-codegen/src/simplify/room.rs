//! Room ahead for fields that follow a constructor.
//!
//! ```text
//! t1 = table 0, 0                            t1 = table 0, 2
//! self = call setmetatable(t1, Account)  →   self = call setmetatable(t1, Account)
//! self["owner"] = name                       self["owner"] = name
//! self["balance"] = 0                        self["balance"] = 0
//! ```
//! A table that grows field by field moves everything whenever it is full. So the names are counted that are assigned to fields of the variable
//! that holds the new table, in the rest of its block and in plain scopes in it; not in branches and loops, which may never run.
//!
//! Elements that leave holes go where there is room, and which border is the length of such a table hangs on that. So the count ends before
//! anything else may be stored in the table: under a key that is no constant name, or by a call that could know the table. Where it ends the room has
//! been used, but for values that are nil, and the table is as large as it would have grown. What is left of the difference is the order of
//! `pairs`, which is not specified.

use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};

use super::Counts;
use crate::ir::visit::{for_each_block, for_each_block_mut, for_each_instruction, for_each_operand};
use crate::ir::{Block, Function, Instruction, LibraryFunction, LocalId, Operand, Program, Results, SiteId};

/// No more room than this is made ahead.
const MOST: u32 = 1000;

/// Makes room in the tables of all functions.
pub fn make(program: &mut Program) {
    for id in program.functions.ids() {
        let function = &mut program.functions[id];
        let mut makes_tables = false;
        for_each_instruction(&function.body, &mut |instruction| {
            makes_tables |= matches!(instruction, Instruction::NewTable { .. } | Instruction::NewRecord { .. });
        });
        if !makes_tables {
            continue;
        }
        let counts = Counts::of(function);
        let mut search = Search {
            function,
            counts: &counts,
            depth: 0,
            holders: FxHashMap::default(),
            open: FxHashMap::default(),
            known: Vec::new(),
            names: FxHashSet::default(),
            following: FxHashMap::default(),
        };
        search.block(&function.body);
        let following = search.following;
        if !following.is_empty() {
            enlarge(&mut function.body, &following);
        }
    }
}

/// The search for fields that follow. A table is known by the temporary that its constructor fills.
struct Search<'a> {
    function: &'a Function,
    counts: &'a Counts,
    /// How many branches and loops are around.
    depth: usize,
    /// The tables that locals hold.
    holders: FxHashMap<LocalId, LocalId>,
    /// The tables whose fields are counted, each with the depth of its constructor.
    open: FxHashMap<LocalId, usize>,
    /// Those that other code may know, so that the next call may store in them.
    known: Vec<LocalId>,
    /// The names that each table has so far.
    names: FxHashSet<(LocalId, Arc<[u8]>)>,
    /// How many names follow each constructor, where any do.
    following: FxHashMap<LocalId, u32>,
}

impl Search<'_> {
    fn block(&mut self, block: &Block) {
        for instruction in &block.instructions {
            self.instruction(instruction);
        }
    }

    fn instruction(&mut self, instruction: &Instruction) {
        match instruction {
            Instruction::NewTable { to, .. } => self.begin(*to),
            Instruction::NewRecord { to, template, values } => {
                self.show_all(values);
                self.begin(*to);
                self.names.extend(template.names.iter().map(|name| (*to, name.clone())));
            }
            Instruction::TableField { table, key: Operand::String(name), value, .. } => {
                self.names.insert((*table, name.clone()));
                self.show(value);
            }
            Instruction::TableField { table, key, value, .. } => {
                self.show(key);
                self.show(value);
                self.open.remove(table);
            }
            Instruction::TableData { table, .. } => {
                self.open.remove(table);
            }
            Instruction::TableItems { values, .. } => self.show_all(&values.fixed),
            Instruction::Declare { local: to, value: Operand::Local(from) }
            | Instruction::Set { to, value: Operand::Local(from) } => self.pass_on(*from, *to),
            Instruction::Call { callee, arguments, results: Results::One(to), site } if self.is_set_metatable(callee, *site) => {
                self.show_all(arguments.fixed.get(1..).unwrap_or_default());
                if let Some(Operand::Local(from)) = arguments.fixed.first() {
                    self.pass_on(*from, *to);
                }
            }
            Instruction::SetIndex { object, key: Operand::String(name), value, .. } => {
                self.show(value);
                self.assign(object, name, value);
            }
            Instruction::SetIndex { object, key, value, .. } => {
                self.show(key);
                self.show(value);
                self.close(object);
            }
            Instruction::Index { .. } => {}
            Instruction::Do(inner) => self.block(inner),
            Instruction::Call { .. } | Instruction::GenericFor { .. } => {
                for_each_operand(instruction, &mut |operand| self.close(operand));
                for table in std::mem::take(&mut self.known) {
                    self.open.remove(&table);
                }
                self.inner(instruction);
            }
            _ => {
                for_each_operand(instruction, &mut |operand| self.show(operand));
                self.inner(instruction);
            }
        }
    }

    fn inner(&mut self, instruction: &Instruction) {
        self.depth += 1;
        for_each_block(instruction, &mut |inner| self.block(inner));
        self.depth -= 1;
    }

    fn begin(&mut self, table: LocalId) {
        self.open.insert(table, self.depth);
        self.hold(table, table);
    }

    /// Notes that a local holds a table, if it never holds anything else.
    fn hold(&mut self, local: LocalId, table: LocalId) {
        if self.counts.writes[local] != 1 {
            self.open.remove(&table);
            return;
        }
        self.holders.insert(local, table);
        if self.function.locals[local].is_captured {
            self.known.push(table);
        }
    }

    fn pass_on(&mut self, from: LocalId, to: LocalId) {
        if let Some(&table) = self.holders.get(&from) {
            self.hold(to, table);
        }
    }

    fn held(&self, operand: &Operand) -> Option<LocalId> {
        let Operand::Local(local) = operand else { return None };
        self.holders.get(local).copied()
    }

    /// A value goes where other code may find it.
    fn show(&mut self, operand: &Operand) {
        self.known.extend(self.held(operand));
    }

    fn show_all(&mut self, operands: &[Operand]) {
        for operand in operands {
            self.show(operand);
        }
    }

    /// Anything may be stored in a table from here on.
    fn close(&mut self, operand: &Operand) {
        if let Some(table) = self.held(operand) {
            self.open.remove(&table);
        }
    }

    fn assign(&mut self, object: &Operand, name: &Arc<[u8]>, value: &Operand) {
        let Some(table) = self.held(object) else { return };
        let is_counted = self.open.get(&table) == Some(&self.depth) && *value != Operand::Nil;
        if is_counted && self.names.insert((table, name.clone())) {
            *self.following.entry(table).or_default() += 1;
        }
    }

    /// Whether a call is one of what is probably `setmetatable`, which gives its first argument.
    fn is_set_metatable(&self, callee: &Operand, site: SiteId) -> bool {
        if let Operand::Library(function) = callee {
            return *function == LibraryFunction::SetMetatable;
        }
        matches!(self.function.sites[site].operands.first(), Some(Some(callee)) if *callee.name == *b"setmetatable")
    }
}

fn enlarge(block: &mut Block, following: &FxHashMap<LocalId, u32>) {
    for instruction in &mut block.instructions {
        let (to, hash) = match instruction {
            Instruction::NewTable { to, hash, .. } => (*to, hash),
            Instruction::NewRecord { to, template, .. } => (*to, &mut Arc::make_mut(template).hash),
            _ => {
                for_each_block_mut(instruction, &mut |inner| enlarge(inner, following));
                continue;
            }
        };
        if let Some(more) = following.get(&to) {
            *hash = hash.saturating_add(*more).min(MOST).max(*hash);
        }
    }
}
