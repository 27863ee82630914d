//! Which expressions the reference knows the value of when compiling: those that make a `<const>` variable a constant.

use flua_ast::{BinaryOp, Expr, ExprKind, UnaryOp};

use super::Resolver;
use crate::ir::Operand;
use crate::ir::arithmetic::{arithmetic_operator, fold_binary, fold_unary, truth, unary_operator};

impl Resolver<'_> {
    /// The value of an expression, if it is a constant or folds to one.
    pub fn constant(&self, expr: &Expr) -> Option<Operand> {
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
            ExprKind::Var(name) => self.constant_of(name)?,
            ExprKind::Paren(inner) => self.constant(inner)?,
            ExprKind::UnaryOp { op: UnaryOp::Not, operand, .. } => Operand::Bool(!truth(&self.constant(operand)?)?),
            ExprKind::UnaryOp { op, operand, .. } => fold_unary(unary_operator(*op)?, &self.constant(operand)?)?,
            ExprKind::BinaryOp { .. }
            | ExprKind::Vararg
            | ExprKind::TableAccess { .. }
            | ExprKind::FunctionCall { .. }
            | ExprKind::MethodCall { .. }
            | ExprKind::FunctionDef(_)
            | ExprKind::TableConstructor(_) => return None,
        };
        for (op, right) in chain.into_iter().rev() {
            value = self.fold(op, &value, right)?;
        }
        Some(value)
    }

    fn fold(&self, op: BinaryOp, left: &Operand, right: &Expr) -> Option<Operand> {
        match op {
            // The reference compiles a test of any left operand but these, and has no constant then.
            BinaryOp::And if truth(left) == Some(true) => self.constant(right),
            BinaryOp::Or if truth(left) == Some(false) => self.constant(right),
            BinaryOp::And | BinaryOp::Or => None,
            _ => fold_binary(arithmetic_operator(op)?, left, &self.constant(right)?),
        }
    }
}
