//! Where a large function is split.
//!
//! The JIT gives up optimising a method above 60,000 bytes of IL, and Roslyn's time grows faster than a method does. So the top level of a large
//! function is cut into parts of bounded size, each printed as a method of its own. A variable that is in use across a cut lives in an object that
//! the parts share; all others stay local to theirs. No jump crosses a cut.

use std::ops::Range;

use flua_ast::Id;
use rustc_hash::{FxHashMap, FxHashSet};

use super::ranges::{Extent, SlotId};
use crate::ir::visit::{for_each_block, for_each_instruction};
use crate::ir::{Block, Function, Instruction, LabelId};

/// Functions with more instructions are split.
const LARGE: usize = 2500;
/// A part ends when it has so many instructions.
const PART: usize = 700;

/// Among the cuts of so many instructions the one is taken that fewest variables are in use across.
const CHOICE: usize = 50;

/// The parts of a large function.
#[derive(Debug)]
pub struct Parts {
    /// The parts, as ranges of the instructions that [`top_level`] lists.
    pub ranges: Vec<Range<usize>>,
    /// The variables that live in the shared object.
    pub shared: FxHashSet<SlotId>,
    /// The variables that each part has for itself.
    pub own: Vec<Vec<SlotId>>,
}

/// The instructions of a function's top level; plain scopes are looked through.
pub fn top_level(block: &Block) -> Vec<&Instruction> {
    let mut list = Vec::new();
    for instruction in &block.instructions {
        match instruction {
            Instruction::Do(inner) => list.extend(top_level(inner)),
            other => list.push(other),
        }
    }
    list
}

/// Splits a function that is large. `starts` are the positions of its top-level instructions, `extents` the uses of its variables.
pub fn split(function: &Function, operations: usize, starts: &[u32], extents: &[Extent]) -> Option<Parts> {
    if operations <= LARGE {
        return None;
    }
    let instructions = top_level(&function.body);
    let barred = barred(&instructions);
    let crossing = crossing(starts, extents);
    // How many instructions stand before each.
    let sizes: Vec<usize> = instructions
        .iter()
        .scan(0, |size, instruction| {
            let before = *size;
            *size += 1 + weight(instruction);
            Some(before)
        })
        .collect();
    let mut ranges = Vec::new();
    let mut begin = 0;
    loop {
        let full = sizes.partition_point(|&size| size < sizes[begin] + PART);
        let late = sizes.partition_point(|&size| size < sizes[begin] + PART + CHOICE);
        let good = (full..late).filter(|&cut| !barred[cut]).min_by_key(|&cut| crossing[cut]);
        let Some(cut) = good.or_else(|| (late..sizes.len()).find(|&cut| !barred[cut])) else { break };
        ranges.push(begin..cut);
        begin = cut;
    }
    ranges.push(begin..instructions.len());
    if ranges.len() < 2 {
        return None;
    }
    let cuts: Vec<u32> = ranges[1..].iter().map(|range| starts[range.start]).collect();
    let part_of = |position: u32| cuts.partition_point(|&cut| cut <= position);
    // The parameters are given to all parts.
    let mut shared: FxHashSet<SlotId> = (0..function.parameters.len()).map(SlotId::from_index).collect();
    for extent in extents {
        if part_of(extent.first) != part_of(extent.last) {
            shared.insert(extent.slot);
        }
    }
    let mut own: Vec<Vec<SlotId>> = vec![Vec::new(); ranges.len()];
    let mut given = FxHashSet::default();
    for extent in extents {
        let part = part_of(extent.first);
        if !shared.contains(&extent.slot) && given.insert((part, extent.slot)) {
            own[part].push(extent.slot);
        }
    }
    for slots in &mut own {
        slots.sort_unstable();
    }
    Some(Parts { ranges, shared, own })
}

/// How many variables are in use across the cut before each top-level instruction.
fn crossing(starts: &[u32], extents: &[Extent]) -> Vec<isize> {
    let mut changes = vec![0_isize; starts.len() + 1];
    for extent in extents {
        changes[starts.partition_point(|&start| start <= extent.first)] += 1;
        changes[starts.partition_point(|&start| start <= extent.last)] -= 1;
    }
    let mut crossing = 0;
    changes.truncate(starts.len());
    for change in &mut changes {
        crossing += *change;
        *change = crossing;
    }
    changes
}

/// How many instructions an instruction holds.
fn weight(instruction: &Instruction) -> usize {
    let mut count = 0;
    for_each_block(instruction, &mut |block| for_each_instruction(block, &mut |_| count += 1));
    count
}

/// Before which top-level instructions no cut may stand, since a jump crosses it.
fn barred(instructions: &[&Instruction]) -> Vec<bool> {
    let mut labels: FxHashMap<LabelId, usize> = FxHashMap::default();
    let mut jumps: Vec<(LabelId, usize)> = Vec::new();
    for (index, instruction) in instructions.iter().enumerate() {
        let mut note = |instruction: &Instruction| match instruction {
            Instruction::Label(label) => {
                labels.insert(*label, index);
            }
            Instruction::Goto(label) => jumps.push((*label, index)),
            _ => {}
        };
        note(instruction);
        for_each_block(instruction, &mut |block| for_each_instruction(block, &mut note));
    }
    // A call whose results are open, and what takes them, stand together.
    let mut barred = vec![false; instructions.len()];
    for (index, pair) in instructions.windows(2).enumerate() {
        if let Instruction::Call { results: crate::ir::Results::Open(_), .. } = pair[0] {
            barred[index + 1] = true;
        }
    }
    // How many jumps more, or fewer, cross the cut before an instruction than the one before.
    let mut changes = vec![0_isize; instructions.len() + 1];
    for (label, from) in jumps {
        let to = labels.get(&label).copied().unwrap_or(from);
        changes[from.min(to) + 1] += 1;
        changes[from.max(to) + 1] -= 1;
    }
    let mut crossing = 0;
    for (bar, change) in barred.iter_mut().zip(changes) {
        crossing += change;
        *bar |= crossing > 0;
    }
    barred
}
