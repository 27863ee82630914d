//! Expressions. Lua §3.4.

use crate::{BinaryOp, Block, Name, Span, UnaryOp};

/// An expression and where it stands.
///
/// A tree may lean far to the left (`a + b + c …`, `a.b.c …`, `f()()() …` are legal at any length), so it is dropped without
/// recursion along that side, and whoever walks it must walk that side in a loop. To every other side the parser allows
/// no more than the reference's 200 levels.
#[derive(Clone, PartialEq, Debug)]
pub struct Expr {
    /// What the expression is.
    pub kind: ExprKind,
    /// Where it stands.
    pub span: Span,
}

/// The kinds of expression.
#[derive(Clone, PartialEq, Debug)]
pub enum ExprKind {
    /// `nil`
    Nil,
    /// `true` or `false`
    Bool(bool),
    /// A numeral that denotes an integer.
    Integer(i64),
    /// A numeral that denotes a float.
    Number(f64),
    /// A literal string: its bytes, escapes already replaced.
    String(Box<[u8]>),
    /// `...`
    Vararg,
    /// A variable by its name: a local, an upvalue or a global; the parser does not know which.
    Var(Name),
    /// `table[key]`; `table.name` has a string as its key, and [`field_name`](ExprKind::TableAccess::is_field) set.
    TableAccess {
        /// The indexed value.
        table: Box<Expr>,
        /// The key.
        key: Box<Expr>,
        /// Whether it was written `table.name`.
        is_field: bool,
    },
    /// `function(arguments)`
    FunctionCall {
        /// The called value.
        function: Box<Expr>,
        /// The arguments; the last of them may give many values.
        arguments: Vec<Expr>,
        /// Where the arguments begin (the opening parenthesis, the string or the table): the line that the reference
        /// reports for a call.
        arguments_span: Span,
    },
    /// `object:method(arguments)`
    MethodCall {
        /// The object, evaluated once.
        object: Box<Expr>,
        /// The name of the method.
        method: Name,
        /// The arguments after the object; the last of them may give many values.
        arguments: Vec<Expr>,
        /// Where the arguments begin.
        arguments_span: Span,
    },
    /// `function (parameters) body end`
    FunctionDef(Box<FunctionDef>),
    /// `left op right`
    BinaryOp {
        /// The left operand.
        left: Box<Expr>,
        /// The operator.
        op: BinaryOp,
        /// Where the operator stands: the line that the reference reports for an error in the operation.
        op_span: Span,
        /// The right operand.
        right: Box<Expr>,
    },
    /// `op operand`
    UnaryOp {
        /// The operator.
        op: UnaryOp,
        /// Where the operator stands.
        op_span: Span,
        /// The operand.
        operand: Box<Expr>,
    },
    /// `{ fields }`
    TableConstructor(Vec<TableField>),
    /// `(inner)`, which cuts many values to one.
    Paren(Box<Expr>),
}

/// One field of a table constructor. Lua §3.4.9.
#[derive(Clone, PartialEq, Debug)]
pub enum TableField {
    /// `value`, at the next position; the last field may give many values.
    Item(Expr),
    /// `name = value`
    Named(Name, Expr),
    /// `[key] = value`
    Keyed(Expr, Expr),
}

/// A function's parameters and body. Lua §3.4.11.
#[derive(Clone, PartialEq, Debug)]
pub struct FunctionDef {
    /// The parameters. A method's `self` is not among them.
    pub parameters: Parameters,
    /// The body.
    pub body: Block,
    /// From the keyword `function` (or `local function`'s second word) to behind `end`.
    pub span: Span,
    /// The keyword `end`: the line of the implicit return.
    pub end_span: Span,
}

/// The parameters of a function.
#[derive(Clone, PartialEq, Default, Debug)]
pub struct Parameters {
    /// The named ones.
    pub names: Vec<Name>,
    /// Whether `...` follows them.
    pub is_vararg: bool,
}

impl Expr {
    /// An expression at its place.
    pub fn new(kind: ExprKind, span: Span) -> Self {
        Self { kind, span }
    }

    /// The child that a long chain leans on: the one that may be nested without limit.
    pub fn left_spine(&self) -> Option<&Self> {
        match &self.kind {
            ExprKind::TableAccess { table: child, .. }
            | ExprKind::FunctionCall { function: child, .. }
            | ExprKind::MethodCall { object: child, .. }
            | ExprKind::BinaryOp { left: child, .. } => Some(child),
            ExprKind::Nil
            | ExprKind::Bool(_)
            | ExprKind::Integer(_)
            | ExprKind::Number(_)
            | ExprKind::String(_)
            | ExprKind::Vararg
            | ExprKind::Var(_)
            | ExprKind::FunctionDef(_)
            | ExprKind::UnaryOp { .. }
            | ExprKind::TableConstructor(_)
            | ExprKind::Paren(_) => None,
        }
    }

    /// Takes the child of [`left_spine`](Self::left_spine) out, leaving `nil` in its place.
    fn take_left_spine(&mut self) -> Option<Self> {
        match &mut self.kind {
            ExprKind::TableAccess { table: child, .. }
            | ExprKind::FunctionCall { function: child, .. }
            | ExprKind::MethodCall { object: child, .. }
            | ExprKind::BinaryOp { left: child, .. } => {
                let span = child.span;
                Some(std::mem::replace(&mut **child, Self { kind: ExprKind::Nil, span }))
            }
            ExprKind::Nil
            | ExprKind::Bool(_)
            | ExprKind::Integer(_)
            | ExprKind::Number(_)
            | ExprKind::String(_)
            | ExprKind::Vararg
            | ExprKind::Var(_)
            | ExprKind::FunctionDef(_)
            | ExprKind::UnaryOp { .. }
            | ExprKind::TableConstructor(_)
            | ExprKind::Paren(_) => None,
        }
    }
}

impl Drop for Expr {
    /// Drops a chain of any length in a loop: the derived drop would recurse once a link.
    fn drop(&mut self) {
        let mut next = self.take_left_spine();
        while let Some(mut expr) = next {
            next = expr.take_left_spine();
        }
    }
}
