//! What hooks are told, in programs compiled so that `debug` knows everything. Lua §6.10.
//!
//! ```lua
//! local x = f()
//! return x
//! ```
//! becomes
//! ```text
//! hook Line 1; t1 = f; x = call t1(); hook Line 2; hook Return; return x
//! ```
//! The reference tells of a line when an instruction of another line begins, or after a jump back. Here a line begins with its first statement, and
//! with each round of a loop.

use super::builder::Lowering;
use crate::ir::{HookEvent, Instruction, Operand};

impl Lowering<'_, '_> {
    /// Something happens on a line.
    pub fn hook(&mut self, event: HookEvent, line: u32) {
        if self.is_debugged() {
            let site = self.site(line);
            self.emit(Instruction::Hook { event, site });
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

    /// Ways meet, all of which came from one line.
    pub fn join_hooked_line(&mut self, before: Option<u32>) {
        if self.hooked_line != before {
            self.hooked_line = None;
        }
    }
}
