//! Which expressions the reference knows the value of when compiling: those that make a `<const>` variable a constant, and those that `and` and `or`
//! pass over without a test.

use flua_ast::{BinaryOp, Expr, ExprKind, Name, UnaryOp};

use super::Resolver;
use crate::ir::Operand;
use crate::ir::arithmetic::{arithmetic_operator, fold_binary, fold_unary, truth, unary_operator};

impl Resolver<'_> {
    /// The value of an expression, if it is a constant or folds to one.
    pub fn constant(&self, expr: &Expr) -> Option<Operand> {
        constant(expr, &|name| self.constant_of(name))
    }
}

/// The value of an expression, if it is a constant or folds to one. `of_name` says which names are constants.
pub fn constant(expr: &Expr, of_name: &impl Fn(&Name) -> Option<Operand>) -> Option<Operand> {
    // A long chain leans to the left: go down to its first operand, then fold upwards.
    let mut chain = Vec::new();
    let mut first = expr;
    while let ExprKind::BinaryOp { left, op, right, .. } = &first.kind {
        chain.push((*op, &**right));
        first = left;
    }
    let mut value = match &first.kind {
        ExprKind::Nil => Operand::Nil,
        ExprKind::Bool(value) => Operand::Bool(*value),
        ExprKind::Integer(value) => Operand::Integer(*value),
        ExprKind::Number(value) => Operand::Float(*value),
        ExprKind::String(bytes) => Operand::String((&**bytes).into()),
        ExprKind::Var(name) => of_name(name)?,
        ExprKind::Paren(inner) => constant(inner, of_name)?,
        ExprKind::UnaryOp { op: UnaryOp::Not, operand, .. } => Operand::Bool(!truth(&constant(operand, of_name)?)?),
        ExprKind::UnaryOp { op, operand, .. } => fold_unary(unary_operator(*op)?, &constant(operand, of_name)?)?,
        ExprKind::BinaryOp { .. }
        | ExprKind::Vararg
        | ExprKind::TableAccess { .. }
        | ExprKind::FunctionCall { .. }
        | ExprKind::MethodCall { .. }
        | ExprKind::FunctionDef(_)
        | ExprKind::TableConstructor(_) => return None,
    };
    for (op, right) in chain.into_iter().rev() {
        value = fold(op, &value, right, of_name)?;
    }
    Some(value)
}

fn fold(op: BinaryOp, left: &Operand, right: &Expr, of_name: &impl Fn(&Name) -> Option<Operand>) -> Option<Operand> {
    match op {
        // The reference compiles a test of any left operand but these, and has no constant then.
        BinaryOp::And if truth(left) == Some(true) => constant(right, of_name),
        BinaryOp::Or if truth(left) == Some(false) => constant(right, of_name),
        BinaryOp::And | BinaryOp::Or => None,
        _ => fold_binary(arithmetic_operator(op)?, left, &constant(right, of_name)?),
    }
}
