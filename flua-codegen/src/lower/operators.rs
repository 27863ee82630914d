//! Operators that compute. Lua §3.4.1 to §3.4.7.
//!
//! ```lua
//! local x = a.b + c * 2 .. "!"
//! ```
//! becomes
//! ```text
//! t1 = a["b"]
//! t2 = mul c, 2
//! t3 = add t1, t2
//! x = concat t3, "!"
//! ```

use flua_ast::{BinaryOp, Expr, ExprKind, Span, UnaryOp};

use super::builder::{Lowering, Value};
use super::lines::{first_line, last_line};
use crate::ir::arithmetic::{arithmetic_operator, fold_binary, fold_unary, unary_operator};
use crate::ir::{self, CompareOp, Instruction, LocalId, Operand};

/// A comparison in the IR's terms.
pub struct Comparison {
    /// The operator.
    pub op: CompareOp,
    /// Whether the operands change places: `a > b` is `b < a`.
    pub is_swapped: bool,
    /// Whether the result is negated.
    pub is_negated: bool,
}

/// The IR's terms of a comparison; none for other operators.
pub fn comparison(op: BinaryOp) -> Option<Comparison> {
    let (op, is_swapped, is_negated) = match op {
        BinaryOp::Eq => (CompareOp::Eq, false, false),
        BinaryOp::Ne => (CompareOp::Eq, false, true),
        BinaryOp::Lt => (CompareOp::Lt, false, false),
        BinaryOp::Le => (CompareOp::Le, false, false),
        BinaryOp::Gt => (CompareOp::Lt, true, false),
        BinaryOp::Ge => (CompareOp::Le, true, false),
        _ => return None,
    };
    Some(Comparison { op, is_swapped, is_negated })
}

impl Lowering<'_, '_> {
    /// `op operand`, its operand not evaluated yet.
    pub fn unary(&mut self, op: UnaryOp, op_span: Span, operand: &Expr, to: Option<LocalId>) -> Value {
        let line = last_line(self.source, operand.span);
        let value = self.value(operand, line);
        let Some(op) = unary_operator(op) else { return self.not(&value.operand, to) };
        if let Some(folded) = fold_unary(op, &value.operand) {
            return self.deliver(folded.into(), to);
        }
        let site = self.site_of(first_line(self.source, op_span), &value);
        let to = self.destination(to);
        self.emit(Instruction::Unary { to, op, operand: value.operand, site });
        Operand::Local(to).into()
    }

    fn not(&mut self, operand: &Operand, to: Option<LocalId>) -> Value {
        if let Some(truth) = ir::arithmetic::truth(operand) {
            return self.deliver(Operand::Bool(!truth).into(), to);
        }
        let to = self.destination(to);
        self.emit(Instruction::Not { to, value: operand.clone() });
        Operand::Local(to).into()
    }

    /// `left op right`, its left operand evaluated already. It is neither `and` nor `or` nor `..`.
    pub fn binary(&mut self, left: Value, op: BinaryOp, op_span: Span, right: &Expr, to: Option<LocalId>) -> Value {
        let (left, right_value) = self.operands(left, right);
        let Some(arithmetic) = arithmetic_operator(op) else {
            let comparison = comparison(op).expect("it is no other operator");
            return self.compare(&comparison, left.operand, right_value.operand, last_line(self.source, right.span), to);
        };
        if let Some(folded) = fold_binary(arithmetic, &left.operand, &right_value.operand) {
            return self.deliver(folded.into(), to);
        }
        let site = self.site_of_two(first_line(self.source, op_span), &left, &right_value);
        let to = self.destination(to);
        self.emit(Instruction::Binary { to, op: arithmetic, left: left.operand, right: right_value.operand, site });
        Operand::Local(to).into()
    }

    /// Evaluates the right operand of an operator. An upvalue to its left was read before; a local is read when the operation runs.
    pub fn operands(&mut self, left: Value, right: &Expr) -> (Value, Value) {
        let left = if self.is_volatile_upvalue(&left.operand) && self.may_run_code(right) { self.copy(&left) } else { left };
        let line = last_line(self.source, right.span);
        let right = self.value(right, line);
        (left, right)
    }

    fn compare(&mut self, comparison: &Comparison, left: Operand, right: Operand, line: u32, to: Option<LocalId>) -> Value {
        let (left, right) = if comparison.is_swapped { (right, left) } else { (left, right) };
        let site = self.site(line);
        let to = self.destination(to);
        self.emit(Instruction::Compare { to, op: comparison.op, left, right, negated: comparison.is_negated, site });
        Operand::Local(to).into()
    }

    /// `a .. b .. c …`: one instruction for the whole chain, parentheses to the right included, as in the reference.
    pub fn concat(&mut self, expr: &Expr, to: Option<LocalId>) -> Value {
        let mut parts: Vec<(&Expr, u32)> = Vec::new();
        let mut rest = expr;
        let mut line = 0;
        loop {
            match &rest.kind {
                ExprKind::BinaryOp { left, op: BinaryOp::Concat, op_span, right } => {
                    line = first_line(self.source, *op_span);
                    parts.push((left, line));
                    rest = right;
                }
                ExprKind::Paren(inner) if is_concat(inner) => rest = inner,
                _ => break,
            }
        }
        parts.push((rest, last_line(self.source, rest.span)));
        let mut values = Vec::with_capacity(parts.len());
        for (index, &(part, at)) in parts.iter().enumerate() {
            let value = self.value(part, at);
            let later = parts[index + 1..].iter().map(|&(later, _)| later);
            values.push(self.keep(value, later));
        }
        let names = values.iter().map(|value| self.describe_text(value)).collect();
        let site = self.site_named(line, names);
        let to = self.destination(to);
        let operands = values.into_iter().map(|value| value.operand).collect();
        self.emit(Instruction::Concat { to, operands, site });
        Operand::Local(to).into()
    }

    /// What a message calls an operand of `..`; a constant string is never the one at fault.
    fn describe_text(&self, value: &Value) -> Option<ir::OperandName> {
        if matches!(value.operand, Operand::String(_)) { None } else { self.describe(value) }
    }
}

/// Whether an expression is a concatenation, in parentheses or not.
fn is_concat(expr: &Expr) -> bool {
    match &expr.kind {
        ExprKind::BinaryOp { op: BinaryOp::Concat, .. } => true,
        ExprKind::Paren(inner) => is_concat(inner),
        _ => false,
    }
}
