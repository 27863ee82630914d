//! `<close>` variables: every way out of their scope closes them. Lua §3.3.8.
//!
//! ```lua
//! do local f <close> = open(); if done then return 1 end; use(f) end
//! ```
//! becomes
//! ```text
//! do {
//!   t1 = open; f = call t1(); push close f
//!   t2 = done; if t2 { close; return 1 }
//!   t3 = use; call t3(f)
//!   close
//! }
//! ```
//! Errors, and coroutines that are closed, are the runtime's business: it keeps the list of what is pending.

use std::sync::Arc;

use super::builder::{Lowering, PendingClose};
use crate::ir::{Instruction, LocalId, Operand};

impl Lowering<'_, '_> {
    /// A `<close>` variable has come into scope.
    pub fn open_variable(&mut self, local: LocalId, name: Arc<str>, line: u32) {
        let site = self.site(line);
        self.emit(Instruction::PushClose { value: Operand::Local(local), name, unless_nil: false, site });
        self.closes.push(PendingClose::Variable);
    }

    /// The closing value of a generic `for` has come into scope; none when it is surely nil.
    pub fn open_for_state(&mut self, closing: Option<LocalId>, line: u32) {
        if let Some(local) = closing {
            let site = self.site(line);
            let name = "(for state)".into();
            self.emit(Instruction::PushClose { value: Operand::Local(local), name, unless_nil: true, site });
        }
        self.closes.push(PendingClose::ForState(closing));
    }

    /// Closes all that was opened beyond a depth, innermost first. It stays open for the code that follows in the text.
    pub fn close_down_to(&mut self, depth: usize, line: u32) {
        for index in (depth..self.closes.len()).rev() {
            let unless_nil = match self.closes[index] {
                PendingClose::Variable => None,
                PendingClose::ForState(None) => continue,
                PendingClose::ForState(Some(local)) => Some(local),
            };
            let site = self.site(line);
            self.emit(Instruction::CloseTop { unless_nil, site });
        }
    }

    /// The scope ends that was at a depth when it began: what it opened is closed, if control comes here.
    pub fn close_scope(&mut self, depth: usize, line: u32) {
        if !self.is_done() {
            self.close_down_to(depth, line);
        }
        self.closes.truncate(depth);
    }

    /// Whether leaving the function here closes anything.
    pub fn has_pending_closes(&self) -> bool {
        self.closes.iter().any(|close| !matches!(close, PendingClose::ForState(None)))
    }
}
