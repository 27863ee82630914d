//! Room ahead for the elements that a loop appends.
//!
//! ```lua
//! for i = 1, n do list[#list + 1] = i * i end
//! ```
//! The number of rounds is known when the loop is entered, so an empty list gets room for as many elements at once: it would grow
//! 4, 8, 16 … elements at a time and copy what it has each time. What counts is one store a round to a variable that the loop does not assign:
//! `t[#t + 1] = v`, `table.insert(t, v)`, or `t[i] = v` from 1 on with a value that cannot be nil. The loop must not be left early, since the border of
//! a table that has got holes may hang on the size of its array.

use rustc_hash::{FxHashMap, FxHashSet};

use super::body::Body;
use crate::analyze::{Kind, walk_with_depth};
use crate::csharp::{Expression, Statement, make, runtime};
use crate::ir::visit::{for_each_destination, for_each_instruction};
use crate::ir::{BinaryOp, Block, Instruction, LibraryFunction, LocalId, Operand, UnaryOp};

impl Body<'_, '_> {
    /// `ReserveItems(t, i, last)` for each table to which every round of an integer loop appends.
    pub fn reserve_items(
        &mut self,
        control: LocalId,
        [start, step]: [&Operand; 2],
        last: &Expression,
        body: &Block,
    ) -> Vec<Statement> {
        if !self.unit.facts.optimizes || *step != Operand::Integer(1) || ends_early(body) {
            return Vec::new();
        }
        let mut written = FxHashSet::default();
        for_each_instruction(body, &mut |instruction| {
            for_each_destination(instruction, &mut |local| {
                written.insert(local);
            });
        });
        let from_one = *start == Operand::Integer(1);
        let mut tables: Vec<LocalId> = self.appended(body, from_one.then_some(control));
        if !from_one {
            // The border of a table that does not begin at 1 may hang on its room; nobody asks for that of a private array.
            let others = self.appended(body, Some(control));
            let is_new = |table: &LocalId| self.facts.kinds[*table].is_private() && !tables.contains(table);
            let others: Vec<LocalId> = others.into_iter().filter(is_new).collect();
            tables.extend(others);
        }
        tables.retain(|&table| {
            !written.contains(&table) && matches!(self.facts.kinds[table], Kind::Value | Kind::Table | Kind::Private(_))
        });
        let first = self.place(control);
        tables
            .into_iter()
            .map(|table| {
                if self.facts.kinds[table].is_private() {
                    return self.reserve_private(table, first.clone(), last.clone());
                }
                let table = self.operand(&Operand::Local(table));
                Statement::Expression(make::call(runtime::RESERVE_ITEMS, vec![table, first.clone(), last.clone()]))
            })
            .collect()
    }

    /// The variables to whose tables the instructions of a block append, each once.
    fn appended(&self, block: &Block, index: Option<LocalId>) -> Vec<LocalId> {
        let mut lengths: FxHashMap<LocalId, LocalId> = FxHashMap::default();
        let mut behind: FxHashMap<LocalId, LocalId> = FxHashMap::default();
        let mut tables = Vec::new();
        for instruction in &block.instructions {
            let table = match instruction {
                Instruction::Unary { to, op: UnaryOp::Len, operand: Operand::Local(table), .. } => {
                    lengths.insert(*to, *table);
                    continue;
                }
                Instruction::Binary {
                    to, op: BinaryOp::Add, left: Operand::Local(length), right: Operand::Integer(1), ..
                } => {
                    if let Some(&table) = lengths.get(length) {
                        behind.insert(*to, table);
                    }
                    continue;
                }
                Instruction::SetIndex { object: Operand::Local(table), key: Operand::Local(key), value, .. }
                    if behind.get(key) == Some(table) || (index == Some(*key) && self.is_never_nil(value)) =>
                {
                    *table
                }
                Instruction::Call { callee: Operand::Library(LibraryFunction::TableInsert), arguments, .. } => {
                    match (arguments.fixed.as_slice(), &arguments.open) {
                        ([Operand::Local(table), _], None) => *table,
                        _ => continue,
                    }
                }
                _ => continue,
            };
            if !tables.contains(&table) {
                tables.push(table);
            }
        }
        tables
    }

    fn is_never_nil(&self, value: &Operand) -> bool {
        match value {
            Operand::Nil => false,
            Operand::Integer(_) | Operand::Float(_) | Operand::Bool(_) | Operand::String(_) | Operand::Library(_) => true,
            Operand::Local(_) | Operand::Upvalue(_) => {
                matches!(self.kind(value), Kind::Int | Kind::Float | Kind::Bool | Kind::String | Kind::Table | Kind::Function(_))
            }
        }
    }
}

/// Whether a loop with this body may end before its last round, but for an error.
fn ends_early(body: &Block) -> bool {
    let mut ends = false;
    walk_with_depth(body, 0, &mut |instruction, depth| {
        ends |= match instruction {
            Instruction::Return { .. } | Instruction::TailCall { .. } | Instruction::Goto(_) => true,
            Instruction::Break => depth == 0,
            _ => false,
        };
    });
    ends
}
