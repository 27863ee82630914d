//! Statements. Lua §3.3.

use crate::{Expr, FunctionDef, Name, Span};

/// A whole source text: a vararg function without a name. Lua §3.3.2.
#[derive(Clone, PartialEq, Debug)]
pub struct Chunk {
    /// Its statements.
    pub block: Block,
    /// The end of the text: the line of the implicit return.
    pub end_span: Span,
}

/// A list of statements with a scope of its own. Lua §3.3.1.
#[derive(Clone, PartialEq, Default, Debug)]
pub struct Block {
    /// The statements; a [`StatementKind::Return`] is the last, if there is one.
    pub statements: Vec<Statement>,
    /// From the first statement to behind the last; empty blocks have the place where a statement would stand.
    pub span: Span,
}

/// A statement and where it stands.
#[derive(Clone, PartialEq, Debug)]
pub struct Statement {
    /// What the statement is.
    pub kind: StatementKind,
    /// Where it stands.
    pub span: Span,
}

/// The kinds of statement.
#[derive(Clone, PartialEq, Debug)]
pub enum StatementKind {
    /// `;`
    Empty,
    /// `targets = values`; a target is a [`Var`](crate::ExprKind::Var) or a [`TableAccess`](crate::ExprKind::TableAccess).
    Assignment {
        /// What is assigned to.
        targets: Vec<Expr>,
        /// The values; the last of them may give many.
        values: Vec<Expr>,
    },
    /// `local names = values`
    LocalDeclaration {
        /// The variables, with their attributes.
        names: Vec<AttributedName>,
        /// The values; empty when there is no `=`.
        values: Vec<Expr>,
    },
    /// `local function name …`, whose body sees the name.
    LocalFunctionDef {
        /// The variable.
        name: Name,
        /// The function.
        function: Box<FunctionDef>,
    },
    /// `function a.b.c:m …`
    FunctionDefStmt {
        /// Where the function is stored.
        name: FunctionName,
        /// The function; a method's `self` is not among its parameters.
        function: Box<FunctionDef>,
    },
    /// A call for its effects: a [`FunctionCall`](crate::ExprKind::FunctionCall) or [`MethodCall`](crate::ExprKind::MethodCall).
    FunctionCall(Expr),
    /// `do … end`
    Do(Block),
    /// `while condition do … end`
    While {
        /// The condition.
        condition: Expr,
        /// The body.
        body: Block,
    },
    /// `repeat … until condition`; the condition sees the locals of the body.
    Repeat {
        /// The body.
        body: Block,
        /// The condition.
        condition: Expr,
    },
    /// `if … then … elseif … then … else … end`
    If {
        /// The conditions with their blocks, `if` first.
        arms: Vec<IfArm>,
        /// The `else` block.
        otherwise: Option<Block>,
    },
    /// `for variable = start, limit, step do … end`
    NumericFor {
        /// The control variable.
        variable: Name,
        /// The initial value.
        start: Box<Expr>,
        /// The limit.
        limit: Box<Expr>,
        /// The step; 1 if it is not given.
        step: Option<Box<Expr>>,
        /// The body.
        body: Block,
    },
    /// `for names in values do … end`
    GenericFor {
        /// The control variable and those after it.
        names: Vec<Name>,
        /// Iterator, state, initial value and closing value.
        values: Vec<Expr>,
        /// The body.
        body: Block,
    },
    /// `return values`
    Return(Vec<Expr>),
    /// `break`
    Break,
    /// `goto name`
    Goto(Name),
    /// `::name::`
    Label(Name),
}

/// A condition and the block that runs when it holds.
#[derive(Clone, PartialEq, Debug)]
pub struct IfArm {
    /// The condition.
    pub condition: Expr,
    /// The block.
    pub body: Block,
}

/// A local variable as it is declared.
#[derive(Clone, PartialEq, Debug)]
pub struct AttributedName {
    /// The variable.
    pub name: Name,
    /// Its attribute, with the place of the word between the angle brackets. An unknown word is an error of the parser.
    pub attribute: Option<(Attribute, Span)>,
}

/// An attribute of a local variable. Lua §3.3.7.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Attribute {
    /// `<const>`: cannot be assigned to.
    Const,
    /// `<close>`: closed when it goes out of scope.
    Close,
}

/// The name in `function a.b.c:m`.
#[derive(Clone, PartialEq, Debug)]
pub struct FunctionName {
    /// `a`, `b`, `c`: at least one.
    pub path: Vec<Name>,
    /// `m`, which adds the parameter `self`.
    pub method: Option<Name>,
}

#[cfg(test)]
mod tests {
    use super::Statement;

    #[test]
    fn a_statement_is_not_larger_than_its_usual_kinds() {
        // Programs of many megabytes are lists of these.
        assert!(size_of::<Statement>() <= 136, "{}", size_of::<Statement>());
    }
}
