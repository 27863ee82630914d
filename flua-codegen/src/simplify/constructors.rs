//! Tables that are made with their first fields.
//!
//! ```text
//! t1 = table 0, 3                t2 = call f()
//! t1["x"] := a                   t1 = table 0, 3 with x = a, y = t2
//! t2 = call f()             →    t1[k] := b
//! t1["y"] := t2
//! t1[k] := b
//! ```
//! The runtime keeps the entries of such fields as a template, which it copies: no name is looked for. So the table comes into being where the
//! last of the fields is stored. Nobody sees the difference, for a table under construction is known to its constructor alone. A value waits
//! for its store until then; the fields end before the first whose value does not stay the same so long.
//!
//! Code that runs once is left alone: to make a template takes as long as to store the fields.
//!
//! A list comes into being where its first items are stored too, with all of them at once; and where many values follow them, only then its size
//! is known.

use std::sync::Arc;

use crate::ir::visit::{for_each_block, for_each_block_mut, for_each_destination, for_each_operand};
use crate::ir::{Block, Function, Instruction, LocalId, Operand, Program, Storage, TableTemplate};

/// Fills the tables of all functions.
pub fn fill(program: &mut Program) {
    for id in program.functions.ids() {
        let function = &mut program.functions[id];
        let mut body = std::mem::take(&mut function.body);
        fill_block(function, &mut body, function.parent.is_some());
        function.body = body;
    }
}

fn fill_block(function: &Function, block: &mut Block, runs_often: bool) {
    for instruction in &mut block.instructions {
        let runs_often = runs_often || instruction.is_loop();
        for_each_block_mut(instruction, &mut |inner| fill_block(function, inner, runs_often));
    }
    make_lists(block);
    if !runs_often {
        return;
    }
    let mut is_gone = vec![false; block.instructions.len()];
    for index in 0..block.instructions.len() {
        let Instruction::NewTable { to, array, hash } = block.instructions[index] else { continue };
        let Some(record) = Record::of(function, to, hash, &block.instructions[index + 1..]) else { continue };
        let places: Vec<usize> = record.places.iter().map(|place| index + 1 + place).collect();
        is_gone[index] = true;
        for &place in &places {
            is_gone[place] = true;
        }
        let last = places[places.len() - 1];
        is_gone[last] = false;
        let template = Arc::new(TableTemplate { array, hash, names: record.names });
        block.instructions[last] = Instruction::NewRecord { to, template, values: record.values };
    }
    let mut is_gone = is_gone.into_iter();
    block.instructions.retain(|_| !is_gone.next().expect("there is one for each instruction"));
}

/// Makes each table that is a list when its first items are there.
fn make_lists(block: &mut Block) {
    for index in (0..block.instructions.len()).rev() {
        let Instruction::NewTable { to, hash: 0, .. } = block.instructions[index] else { continue };
        let behind = &block.instructions[index + 1..];
        let Some(place) = behind.iter().position(|instruction| leaves(instruction) || mentions(instruction, to)) else {
            continue;
        };
        let Instruction::TableItems { table, start: 1, values } = &behind[place] else { continue };
        if *table != to || values.fixed.is_empty() {
            continue;
        }
        let items = u32::try_from(values.fixed.len()).unwrap_or(u32::MAX);
        let is_open = values.open.is_some();
        let instructions = &mut block.instructions[index..=index + place];
        if let Instruction::NewTable { array, .. } = &mut instructions[0] {
            *array = if is_open { 0 } else { items.max(*array) };
        }
        if !is_open {
            // To the place before the items.
            instructions.rotate_left(1);
        }
    }
}

/// The first fields of a table.
#[derive(Default)]
struct Record {
    names: Vec<Arc<[u8]>>,
    values: Vec<Operand>,
    /// Where they are stored.
    places: Vec<usize>,
}

impl Record {
    /// Finds the fields of a table among the instructions behind it, if they are enough for a template.
    fn of(function: &Function, table: LocalId, fields: u32, behind: &[Instruction]) -> Option<Self> {
        let mut record = Self::default();
        let most = TableTemplate::MOST.min(usize::try_from(fields).unwrap_or(usize::MAX));
        for (place, instruction) in behind.iter().enumerate() {
            if record.names.len() == most {
                break;
            }
            match instruction {
                Instruction::TableField { table: to, key: Operand::String(name), value, .. } if *to == table => {
                    if record.names.contains(name) {
                        break;
                    }
                    record.places.push(place);
                    // To store nil under a new name does nothing.
                    if *value != Operand::Nil {
                        record.names.push(name.clone());
                        record.values.push(value.clone());
                    }
                }
                _ if leaves(instruction) || mentions(instruction, table) || record.is_changed(function, instruction) => break,
                _ => {}
            }
        }
        (record.names.len() >= TableTemplate::FEWEST).then_some(record)
    }

    /// Whether an instruction may change a value that waits. Cells and upvalues that are cells may be changed by any code.
    fn is_changed(&self, function: &Function, instruction: &Instruction) -> bool {
        let is_cell = |value: &Operand| match value {
            Operand::Local(local) => function.locals[*local].storage == Storage::Cell,
            Operand::Upvalue(upvalue) => function.upvalues[*upvalue].storage == Storage::Cell,
            _ => false,
        };
        if self.values.iter().any(is_cell) {
            return true;
        }
        let mut is_changed = false;
        for_each_destination(instruction, &mut |local| is_changed |= self.values.contains(&Operand::Local(local)));
        for_each_block(instruction, &mut |block| {
            is_changed |= block.instructions.iter().any(|inner| self.is_changed(function, inner));
        });
        is_changed
    }
}

/// Whether control may come elsewhere than behind an instruction, or from elsewhere.
fn leaves(instruction: &Instruction) -> bool {
    matches!(
        instruction,
        Instruction::Label(_)
            | Instruction::Goto(_)
            | Instruction::Break
            | Instruction::Return { .. }
            | Instruction::TailCall { .. }
    )
}

/// Whether an instruction reads or writes a local, the instructions that it holds included.
fn mentions(instruction: &Instruction, local: LocalId) -> bool {
    let mut is_mentioned = false;
    for_each_operand(instruction, &mut |operand| is_mentioned |= *operand == Operand::Local(local));
    for_each_destination(instruction, &mut |to| is_mentioned |= to == local);
    for_each_block(instruction, &mut |block| {
        is_mentioned |= block.instructions.iter().any(|inner| mentions(inner, local));
    });
    is_mentioned
}
