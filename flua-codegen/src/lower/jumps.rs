//! `if`, `break`, `goto` and labels. Lua §3.3.4.

use flua_ast::{Block, IfArm, Name, Span};

use super::builder::{Lowering, ends};
use super::lines::{first_line, last_line, next_line};
use super::logical::{Jump, Stripped};
use crate::ir::{self, Instruction, LabelId};

/// The arms of an `if` that are nested in one another. Beyond it they stand one behind the other and jump to the end.
const MAX_NESTED_ARMS: usize = 50;

impl Lowering<'_, '_> {
    /// Lowers `if` with its arms.
    ///
    /// ```lua
    /// if a and b then x() elseif c then y() else z() end
    /// ```
    /// becomes
    /// ```text
    /// do {
    ///   if a { if b { call x(); goto end } }
    ///   if c { call y() } else { call z() }
    ///   ::end::
    /// }
    /// ```
    /// A chain of very many arms is not nested at all: every arm jumps to the end.
    pub fn if_statement(&mut self, arms: &[IfArm], otherwise: Option<&Block>) {
        if arms.len() > MAX_NESTED_ARMS {
            return self.flat_arms(arms, otherwise);
        }
        let [arm, rest @ ..] = arms else {
            if let Some(block) = otherwise {
                let block = self.scoped(block);
                self.block.extend(block.instructions);
            }
            return;
        };
        let has_rest = !rest.is_empty() || otherwise.is_some();
        self.hook_line(first_line(self.source, arm.condition.span));
        let Stripped { expr, is_negated, .. } = self.strip(&arm.condition, self.then_line(arm));
        let Some(logical) = self.logical_operands(expr) else {
            let test = self.test(&arm.condition, self.then_line(arm));
            let then = self.scoped(&arm.body);
            let otherwise = self.nested(|this| this.if_statement(rest, otherwise));
            return self.emit_if(test, then, otherwise);
        };
        // The body runs when all operands are `true` (or all are `false`), or when one is.
        let needs_all = logical.is_and != is_negated;
        let is_simple = self.are_simple(&logical.operands);
        match (needs_all, has_rest) {
            (true, false) if is_simple => self.nest_jump(&logical.operands, !is_negated, |this| {
                let body = this.scoped(&arm.body);
                this.block.extend(body.instructions);
            }),
            (true, true) if is_simple => self.with_end(|this, end| {
                this.nest_jump(&logical.operands, !is_negated, |this| {
                    let body = this.scoped(&arm.body);
                    this.block.extend(body.instructions);
                    this.leave_to(end);
                });
                this.if_statement(rest, otherwise);
            }),
            (false, _) if is_simple => self.with_end(|this, end| {
                this.nest_jump(&logical.operands, is_negated, |this| {
                    this.if_statement(rest, otherwise);
                    this.leave_to(end);
                });
                let body = this.scoped(&arm.body);
                this.block.extend(body.instructions);
            }),
            _ => self.with_end(|this, end| {
                this.arm_with_jumps(arm, end, has_rest);
                this.if_statement(rest, otherwise);
            }),
        }
    }

    /// An arm whose condition jumps past its body: any mixture of `and` and `or`.
    fn arm_with_jumps(&mut self, arm: &IfArm, end: LabelId, has_rest: bool) {
        let line = self.then_line(arm);
        if !has_rest {
            self.jump_if(&arm.condition, line, false, Jump::Goto(end));
            let body = self.scoped(&arm.body);
            self.emit(Instruction::Do(body));
            return;
        }
        self.emit_do(|this| {
            let next = this.label();
            this.jump_if(&arm.condition, line, false, Jump::Goto(next));
            let mut body = this.scoped(&arm.body);
            if !ends(&body.instructions) {
                body.instructions.push(Instruction::Goto(end));
            }
            this.emit(Instruction::Do(body));
            this.emit(Instruction::Label(next));
        });
    }

    /// Very many arms, one behind the other.
    fn flat_arms(&mut self, arms: &[IfArm], otherwise: Option<&Block>) {
        self.with_end(|this, end| {
            for arm in arms {
                let line = this.then_line(arm);
                this.hook_line(first_line(this.source, arm.condition.span));
                if !this.is_simple(&arm.condition, line) {
                    this.arm_with_jumps(arm, end, true);
                    continue;
                }
                let test = this.test(&arm.condition, line);
                let mut then = this.scoped(&arm.body);
                if !ends(&then.instructions) {
                    then.instructions.push(Instruction::Goto(end));
                }
                this.emit_if(test, then, ir::Block::default());
            }
            if let Some(block) = otherwise {
                let block = this.scoped(block);
                this.emit(Instruction::Do(block));
            }
        });
    }

    /// A block with a label behind its end, for what `f` lowers to jump to.
    fn with_end(&mut self, f: impl FnOnce(&mut Self, LabelId)) {
        self.emit_do(|this| {
            let end = this.label();
            f(this, end);
            this.emit(Instruction::Label(end));
        });
    }

    /// Jumps to a label, unless control does not come here.
    fn leave_to(&mut self, label: LabelId) {
        if !self.is_done() {
            self.emit(Instruction::Goto(label));
        }
    }

    /// The line of the word `then`: the reference completes the condition behind it.
    fn then_line(&self, arm: &IfArm) -> u32 {
        next_line(self.source, arm.condition.span.end)
    }

    /// `break` closes what the loop's body has open.
    pub fn break_statement(&mut self, span: Span) {
        let depth = *self.loops.last().expect("`break` stands in a loop");
        self.close_down_to(depth, first_line(self.source, span));
        self.keep_all();
        self.emit(Instruction::Break);
    }

    /// `goto` closes what is not in scope at its label.
    pub fn goto_statement(&mut self, name: &Name) {
        let label = self.shared.chunk_names.label(name);
        let depth = self.names.labels[label].closes;
        self.close_down_to(depth, last_line(self.source, name.span));
        self.keep_all();
        self.emit(Instruction::Goto(label));
    }
}
