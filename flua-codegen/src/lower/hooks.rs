//! What hooks are told, in programs compiled so that `debug` knows everything. Lua §6.10.
//!
//! ```lua
//! local x = f()
//! return x
//! ```
//! becomes
//! ```text
//! hook Line 1; t1 = f; x = call t1(); hook Line 2; t2... = hook return x; keep x; return t2...
//! ```
//! The reference tells of a line when an instruction of another line begins, or after a jump back. Here a line begins with its first statement, and
//! with each round of a loop.

use super::builder::Lowering;
use crate::ir::visit::{for_each_block, for_each_block_mut};
use crate::ir::{Block, HookEvent, Instruction, Open, Operand, Values};

impl Lowering<'_, '_> {
    /// Something happens on a line.
    pub fn hook(&mut self, event: HookEvent, line: u32) {
        if self.is_debugged() {
            let site = self.site(line);
            self.emit(Instruction::Hook { event, steps: 0, site });
        }
    }

    /// A line begins, unless it has begun already.
    pub fn hook_line(&mut self, line: u32) {
        if self.is_debugged() && line > 0 && self.hooked_line != Some(line) {
            self.hook(HookEvent::Line, line);
            self.hooked_line = Some(line);
        }
    }

    /// A round of a loop begins or ends, on a line.
    pub fn hook_round(&mut self, line: u32) {
        self.hooked_line = None;
        self.hook_line(line);
    }

    /// The function is about to return values: gives them as the open results that they have become.
    pub fn hook_return(&mut self, values: Values, line: u32) -> Values {
        let to = self.temporary();
        let site = self.site(line);
        self.emit(Instruction::HookReturn { to, values, site });
        Values { fixed: Vec::new(), open: Some(Open::Results(to)) }
    }

    /// The hidden variables of a `for`, which the reference names as well: copies, which `debug` can look at.
    pub fn enter_for_states(&mut self, states: impl IntoIterator<Item = Operand>) {
        if self.is_debugged() {
            for state in states {
                let shown = self.temporary();
                self.set(shown, state);
                self.locals[shown].name = Some("(for state)".into());
                self.enter_scope(shown);
            }
        }
    }

    /// A loop has ended, and what follows may stand on its line: its steps are counted from here.
    pub fn hook_steps(&mut self, line: u32) {
        self.hook(HookEvent::Steps, line);
    }

    /// Ways meet, all of which came from one line.
    pub fn join_hooked_line(&mut self, before: Option<u32>) {
        if self.hooked_line != before {
            self.hooked_line = None;
        }
    }
}

/// Notes at each place that tells hooks of steps how many instructions there are up to the next.
pub fn count_steps(block: &mut Block) {
    let mut counting = Counting { steps: vec![0], places: Vec::new() };
    counting.block(block, 0);
    let mut places = counting.places.iter().map(|&at| counting.steps[at]);
    note_steps(block, &mut places);
}

/// Steps counted so far: those before the first place, then for each place, and for the beginning of each loop's body, which follows its end.
struct Counting {
    steps: Vec<u32>,
    places: Vec<usize>,
}

impl Counting {
    /// Counts the instructions of a block that follows a place: gives the last place in it.
    fn block(&mut self, block: &Block, mut at: usize) -> usize {
        for instruction in &block.instructions {
            match instruction {
                Instruction::Hook { event: HookEvent::Line | HookEvent::Steps, .. } => {
                    at = self.steps.len();
                    self.places.push(at);
                    self.steps.push(1);
                }
                Instruction::Loop(_) | Instruction::NumericFor { .. } | Instruction::GenericFor { .. } => {
                    let head = self.steps.len();
                    self.steps.push(0);
                    let mut last = head;
                    for_each_block(instruction, &mut |body| last = self.block(body, head));
                    let follows = if last == head { at } else { last };
                    self.steps[follows] += self.steps[head];
                    self.steps[at] += 1;
                }
                Instruction::Do(inner) => at = self.block(inner, at),
                Instruction::If { .. } => {
                    self.steps[at] += 1;
                    for_each_block(instruction, &mut |inner| {
                        self.block(inner, at);
                    });
                }
                Instruction::Hook { .. }
                | Instruction::HookReturn { .. }
                | Instruction::Keep { .. }
                | Instruction::Declare { value: Operand::Nil | Operand::Local(_), .. }
                | Instruction::Set { value: Operand::Nil, .. }
                | Instruction::Label(_)
                | Instruction::Break => {}
                _ => self.steps[at] += 1,
            }
        }
        at
    }
}

fn note_steps(block: &mut Block, places: &mut dyn Iterator<Item = u32>) {
    for instruction in &mut block.instructions {
        if let Instruction::Hook { event: HookEvent::Line | HookEvent::Steps, steps, .. } = instruction {
            *steps = places.next().expect("each place was counted");
        }
        for_each_block_mut(instruction, &mut |inner| note_steps(inner, places));
    }
}
