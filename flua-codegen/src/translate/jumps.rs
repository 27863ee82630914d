//! `if`, `goto`, labels, `break`.
//!
//! A block without a resume point stays nested; one that holds any is printed flat, between labels, since C# cannot jump into a nested block.

use super::body::{Body, Exit, leaves};
use crate::csharp::{Expression, Literal, Statement, Text, make};
use crate::ir::{Block, Condition, Instruction, LabelId};

impl Body<'_, '_> {
    /// A condition as a `bool`; whatever must run before is printed.
    fn condition(&mut self, condition: &Condition) -> Expression {
        match condition {
            Condition::Truth(operand) => self.truth(operand),
            Condition::Compare { op, left, right, site } => self.comparison(*op, left, right, *site),
        }
    }

    /// `if condition then … else … end`
    pub fn if_statement(&mut self, instruction: &Instruction, condition: &Condition, then: &Block, otherwise: &Block) {
        let condition = self.condition(condition);
        if self.is_flat(instruction) {
            self.flat_if(condition, then, otherwise);
            return;
        }
        let then = self.nested(then);
        let otherwise = self.nested(otherwise);
        if let Expression::Literal(Literal::Bool(value)) = condition {
            // Kept as a block: dead code may still hold labels that are jumped to from within it.
            self.out.push(Statement::Block(if value { then } else { otherwise }));
        } else if then.is_empty() && !otherwise.is_empty() {
            self.out.push(Statement::If(make::not(condition), otherwise, Vec::new()));
        } else {
            self.out.push(Statement::If(condition, then, otherwise));
        }
    }

    fn flat_if(&mut self, condition: Expression, then: &Block, otherwise: &Block) {
        let end = self.new_label("End");
        if otherwise.instructions.is_empty() {
            self.out.push(make::when(make::not(condition), Statement::Goto(end.clone())));
            self.block(then);
        } else if then.instructions.is_empty() {
            self.out.push(make::when(condition, Statement::Goto(end.clone())));
            self.block(otherwise);
        } else {
            let other = self.new_label("Else");
            self.out.push(make::when(make::not(condition), Statement::Goto(other.clone())));
            self.block(then);
            if !self.out.last().is_some_and(leaves) {
                self.out.push(Statement::Goto(end.clone()));
            }
            self.out.push(Statement::Labeled(other));
            self.block(otherwise);
        }
        self.out.push(Statement::Labeled(end));
    }

    /// A place to jump to.
    pub fn label(&mut self, label: LabelId) {
        let name = self.label_name(label);
        self.out.push(Statement::Labeled(name));
    }

    /// A jump.
    pub fn goto(&mut self, label: LabelId) {
        let name = self.label_name(label);
        self.out.push(Statement::Goto(name));
    }

    /// Leaves the innermost loop.
    pub fn break_statement(&mut self) {
        let statement = match self.exits.last().expect("a break stands in a loop") {
            Exit::Break => Statement::Break,
            Exit::Label(label) => Statement::Goto(label.clone()),
        };
        self.out.push(statement);
    }

    /// The C# label of a label: its name in Lua and a number, since C# knows no two labels of one name in a method.
    fn label_name(&mut self, label: LabelId) -> Text {
        if let Some(name) = self.labels.get(&label) {
            return name.clone();
        }
        let base = self.function.labels[label].name.as_deref().unwrap_or("Skip");
        let name = self.new_label(&format!("{}_", super::naming::identifier(base)));
        self.labels.insert(label, name.clone());
        name
    }
}
