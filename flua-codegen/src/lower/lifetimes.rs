//! How long variables keep what they hold alive, in programs that can see when objects are collected. Lua §2.5.
//!
//! A variable of the reference is a root while it is in scope, used or not. In C# it is one up to its last use. So every way out of a scope uses its
//! variables once more:
//!
//! ```lua
//! do local guard = make(); work() end
//! ```
//! becomes
//! ```text
//! do { t1 = make; guard = call t1(); t2 = work; call t2(); keep guard }
//! ```
//! And every loop in which anything is allocated or called begins its rounds with a place where the collector and finalizers may run.

use super::builder::Lowering;
use crate::ir::visit::for_each_instruction;
use crate::ir::{Block, Instruction, LocalId};

impl Lowering<'_, '_> {
    /// Whether the program can see when its objects are collected.
    fn sees_collection(&self) -> bool {
        self.shared.names.world.sees_collection
    }

    /// A variable has come into scope.
    pub fn enter_scope(&mut self, local: LocalId) {
        if self.sees_collection() || self.is_debugged() {
            self.in_scope.push(local);
        }
    }

    /// The variables beyond a depth go out of scope, if control comes here.
    pub fn leave_scope(&mut self, depth: usize) {
        self.keep_from(depth);
        self.in_scope.truncate(depth);
    }

    /// Control leaves by a jump or a return: all variables have been kept up to here.
    pub fn keep_all(&mut self) {
        self.keep_from(0);
    }

    fn keep_from(&mut self, depth: usize) {
        if self.in_scope.len() > depth && !self.is_done() {
            let locals = self.in_scope[depth..].to_vec();
            self.emit(Instruction::Keep { locals });
        }
    }

    /// Puts a place for finalizers at the head of a loop's body, if the loop could go on without coming to one.
    pub fn with_safe_point(&mut self, mut body: Block, line: u32) -> Block {
        let mut allocates = false;
        if self.sees_collection() {
            for_each_instruction(&body, &mut |instruction| {
                allocates |= matches!(
                    instruction,
                    Instruction::NewTable { .. }
                        | Instruction::Closure { .. }
                        | Instruction::Concat { .. }
                        | Instruction::Call { .. }
                );
            });
        }
        if allocates {
            let site = self.site(line);
            body.instructions.insert(0, Instruction::SafePoint { site });
        }
        body
    }
}
