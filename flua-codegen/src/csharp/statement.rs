//! Statements.

use super::{Expression, Text};

/// A statement.
#[derive(Clone, PartialEq, Debug)]
pub enum Statement {
    /// `type a = x, b = y;`
    LocalDeclaration(Text, Vec<VariableDeclarator>),
    /// `expression;`
    Expression(Expression),
    /// `if (condition) … else …`
    If(Expression, Vec<Statement>, Vec<Statement>),
    /// `while (true) …`
    Forever(Vec<Statement>),
    /// `{ … }`
    Block(Vec<Statement>),
    /// `switch (value) …`
    Switch(Expression, Vec<SwitchSection>),
    /// `return value;`
    Return(Expression),
    /// `break;`
    Break,
    /// `goto label;`
    Goto(Text),
    /// `{ first; second; }` on the line of the `if` before it: a note and a jump.
    NotedJump(Expression, Text),
    /// `label:`, followed by another statement or the end of its block.
    Labeled(Text),
}

/// `name = value` in a declaration.
#[derive(Clone, PartialEq, Debug)]
pub struct VariableDeclarator {
    /// The variable.
    pub name: Text,
    /// Its first value.
    pub value: Expression,
}

/// `case value: case value: …` of a switch; the statements leave it. They are printed on one line.
#[derive(Clone, PartialEq, Debug)]
pub struct SwitchSection {
    /// The values.
    pub labels: Vec<i32>,
    /// What runs.
    pub statements: Vec<Statement>,
}
