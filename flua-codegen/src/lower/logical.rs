//! `and`, `or` and `not`: as values, and as conditions. Lua §3.4.5.
//!
//! ```lua
//! local x = a < b and f() or 0
//! if p and (q or r) then g() end
//! ```
//! becomes
//! ```text
//! if lt a, b { t1 = f; t2 = call t1() } else { t2 = false }
//! if t2 { x = t2 } else { x = 0 }
//! if p { do { if q { } else { if r { } else { goto l } } t3 = g; call t3(); ::l:: } }
//! ```
//! No operand is lowered twice, and no truth is kept in a boolean to be tested again, unless `and` stands inside `or` as a value.

use flua_ast::{BinaryOp, Expr, ExprKind, UnaryOp};

use super::builder::{Lowering, Value};
use super::lines::{first_line, last_line};
use super::operators::comparison;
use crate::ir::arithmetic::truth;
use crate::ir::{Block, Condition, Instruction, LabelId, LocalId, Operand};
use crate::resolve::{Use, Variable, constant};

/// The operands of one `and` or `or` that are lowered as nested `if`s. Beyond it they are lowered one behind the other.
const MAX_NESTED: usize = 8;

/// Where a condition jumps to.
#[derive(Clone, Copy, Debug)]
pub enum Jump {
    /// Out of the innermost loop.
    Break,
    /// To a label.
    Goto(LabelId),
}

/// A condition that is evaluated.
pub struct Test {
    condition: Condition,
    /// Whether it is meant negated.
    is_negated: bool,
}

/// `and` or `or` with all its operands, each with the line at which the reference completes it.
pub struct Logical<'e> {
    /// Whether it is `and`.
    pub is_and: bool,
    /// The operands: two or more.
    pub operands: Vec<(&'e Expr, u32)>,
}

/// A condition without the parentheses and `not`s around it.
pub struct Stripped<'e> {
    /// What is inside.
    pub expr: &'e Expr,
    /// The line at which the reference completes it.
    pub line: u32,
    /// Whether it is negated.
    pub is_negated: bool,
}

impl Lowering<'_, '_> {
    /// A condition without the parentheses and `not`s around it. `line` is that at which the reference completes the whole.
    pub fn strip<'e>(&self, expr: &'e Expr, line: u32) -> Stripped<'e> {
        let mut stripped = Stripped { expr, line, is_negated: false };
        loop {
            match &stripped.expr.kind {
                ExprKind::Paren(inner) => {
                    stripped.line = last_line(self.source, stripped.expr.span);
                    stripped.expr = inner;
                }
                ExprKind::UnaryOp { op: UnaryOp::Not, operand, .. } => {
                    stripped.line = last_line(self.source, operand.span);
                    stripped.expr = operand;
                    stripped.is_negated = !stripped.is_negated;
                }
                _ => return stripped,
            }
        }
    }

    /// The operands of an `and` or `or`, a chain of the same operator taken together; none for other expressions. The reference completes the first
    /// operand when it has read the operator behind it, and the others at their ends.
    pub fn logical_operands<'e>(&self, expr: &'e Expr) -> Option<Logical<'e>> {
        let ExprKind::BinaryOp { op: whole @ (BinaryOp::And | BinaryOp::Or), .. } = &expr.kind else { return None };
        let mut operands = Vec::new();
        let (mut rest, mut line) = (expr, 0);
        while let ExprKind::BinaryOp { left, op, op_span, right } = &rest.kind
            && op == whole
        {
            operands.push((&**right, last_line(self.source, right.span)));
            line = first_line(self.source, *op_span);
            rest = left;
        }
        operands.push((rest, line));
        operands.reverse();
        Some(Logical { is_and: *whole == BinaryOp::And, operands })
    }

    /// The value of an `and` or `or`.
    pub fn logical(&mut self, expr: &Expr, to: Option<LocalId>) -> Value {
        let logical = self.logical_operands(expr).expect("it is `and` or `or`");
        if let Some(value) = self.known_logical(&logical, to) {
            return value;
        }
        let to = self.destination(to);
        if logical.operands.len() <= MAX_NESTED {
            self.nest_logical(logical.is_and, &logical.operands, to);
        } else {
            let value = self.temporary();
            self.sequence_logical(&logical, value);
            self.set(to, Operand::Local(value));
        }
        Operand::Local(to).into()
    }

    /// An `and` of true constants, or an `or` of false ones, before its last operand: the reference compiles no test of them, so the last operand
    /// alone counts, and keeps its name.
    fn known_logical(&mut self, logical: &Logical<'_>, to: Option<LocalId>) -> Option<Value> {
        let (&(last, line), init) = logical.operands.split_last()?;
        let are_passed = init.iter().all(|&(operand, _)| self.constant_truth(operand) == Some(logical.is_and));
        are_passed.then(|| self.evaluate(last, line, to))
    }

    /// Operands as nested `if`s.
    fn nest_logical(&mut self, is_and: bool, operands: &[(&Expr, u32)], to: LocalId) {
        let [(first, line), rest @ ..] = operands else { return };
        if rest.is_empty() {
            return self.evaluate_into(first, *line, to);
        }
        let (go_on, decided) = if self.is_truth_test(first, *line) {
            let test = self.test(first, *line);
            // The value of a comparison or of `not` is its truth.
            let decided = self.nested(|this| this.set(to, Operand::Bool(!is_and)));
            (test, decided)
        } else if let Some((condition, result)) = self.conditional_constant(is_and, first, *line) {
            let test = self.test(condition.0, condition.1);
            let decided = self.nested(|this| this.evaluate_into(result.0, result.1, to));
            let go_on = self.nested(|this| this.nest_logical(is_and, rest, to));
            return self.emit_if(test, decided, go_on);
        } else {
            let value = self.value(first, *line).operand;
            let decided = self.nested(|this| this.set(to, value.clone()));
            (Test { condition: Condition::Truth(value), is_negated: false }, decided)
        };
        let rest = self.nested(|this| this.nest_logical(is_and, rest, to));
        if is_and { self.emit_if(go_on, rest, decided) } else { self.emit_if(go_on, decided, rest) }
    }

    /// Operands one behind the other: each tests what the one before left.
    fn sequence_logical(&mut self, logical: &Logical<'_>, to: LocalId) {
        for (index, &(operand, line)) in logical.operands.iter().enumerate() {
            if index == 0 {
                self.evaluate_into(operand, line, to);
                continue;
            }
            let then = self.nested(|this| this.evaluate_into(operand, line, to));
            let test = Test { condition: Condition::Truth(Operand::Local(to)), is_negated: !logical.is_and };
            self.emit_if(test, then, Block::default());
        }
    }

    /// The parts of `condition and constant` as an operand of `or`, where the constant counts as true: then the condition decides alone.
    fn conditional_constant<'e>(&self, is_and: bool, expr: &'e Expr, line: u32) -> Option<ConditionAndConstant<'e>> {
        if is_and {
            return None;
        }
        let stripped = self.strip(expr, line);
        let logical = self.logical_operands(stripped.expr)?;
        match logical.operands[..] {
            [condition, constant] if logical.is_and && !stripped.is_negated => {
                let inner = self.strip(condition.0, condition.1);
                let is_simple = self.logical_operands(inner.expr).is_none();
                (is_simple && self.is_surely_true(constant.0)).then_some((condition, constant))
            }
            _ => None,
        }
    }

    /// Whether an expression's value is the truth of a simple condition: a comparison, or `not` of what is neither `and` nor `or`.
    fn is_truth_test(&self, expr: &Expr, line: u32) -> bool {
        let stripped = self.strip(expr, line);
        let is_not = matches!(innermost(expr).kind, ExprKind::UnaryOp { op: UnaryOp::Not, .. });
        let is_comparison = matches!(&stripped.expr.kind, ExprKind::BinaryOp { op, .. } if comparison(*op).is_some());
        is_comparison || (is_not && self.logical_operands(stripped.expr).is_none())
    }

    /// Evaluates a condition that is neither `and` nor `or`, or is taken as a value.
    pub fn test(&mut self, expr: &Expr, line: u32) -> Test {
        let Stripped { expr, line, is_negated } = self.strip(expr, line);
        if let ExprKind::BinaryOp { left, op, op_span, right } = &expr.kind
            && let Some(comparison) = comparison(*op)
        {
            let left = self.value(left, first_line(self.source, *op_span));
            let (left, right_value) = self.operands(left, right);
            let (left, right_value) = (left.operand, right_value.operand);
            let (left, right_value) = if comparison.is_swapped { (right_value, left) } else { (left, right_value) };
            let site = self.site(last_line(self.source, right.span));
            let condition = Condition::Compare { op: comparison.op, left, right: right_value, site };
            return Test { condition, is_negated: is_negated != comparison.is_negated };
        }
        let value = self.value(expr, line);
        Test { condition: Condition::Truth(value.operand), is_negated }
    }

    /// Emits an `if` whose condition is evaluated.
    pub fn emit_if(&mut self, test: Test, then: Block, otherwise: Block) {
        let (then, otherwise) = if test.is_negated { (otherwise, then) } else { (then, otherwise) };
        self.emit(Instruction::If { condition: test.condition, then, otherwise });
    }

    /// Emits an `if` that runs a block when the condition is as given.
    fn emit_if_is(&mut self, when: bool, test: Test, block: Block) {
        let (then, otherwise) = if when { (block, Block::default()) } else { (Block::default(), block) };
        self.emit_if(test, then, otherwise);
    }

    /// Evaluates a condition, and jumps when it is as given. Control goes on behind it otherwise.
    pub fn jump_if(&mut self, expr: &Expr, line: u32, when: bool, jump: Jump) {
        let Stripped { expr, line, is_negated } = self.strip(expr, line);
        let when = when != is_negated;
        let Some(logical) = self.logical_operands(expr) else {
            let test = self.test(expr, line);
            let jump = Block { instructions: vec![jump.instruction()] };
            return self.emit_if_is(when, test, jump);
        };
        if logical.is_and != when {
            // Each operand by itself decides.
            for (operand, line) in logical.operands {
                self.jump_if(operand, line, when, jump);
            }
            return;
        }
        let (&(last, last_line), init) = logical.operands.split_last().expect("`and` has operands");
        if self.are_simple(init) {
            self.nest_jump(init, when, |this| this.jump_if(last, last_line, when, jump));
        } else {
            self.emit_do(|this| {
                let past = this.label();
                for &(operand, line) in init {
                    this.jump_if(operand, line, !when, Jump::Goto(past));
                }
                this.jump_if(last, last_line, when, jump);
                this.emit(Instruction::Label(past));
            });
        }
    }

    /// Nested `if`s: runs what is inside when each of the conditions is as given.
    pub fn nest_jump(&mut self, conditions: &[(&Expr, u32)], when: bool, inside: impl FnOnce(&mut Self)) {
        let mut open = Vec::new();
        for &(condition, line) in conditions {
            let test = self.test(condition, line);
            open.push((test, std::mem::take(&mut self.block)));
        }
        inside(self);
        while let Some((test, outer)) = open.pop() {
            let inner = Block { instructions: std::mem::replace(&mut self.block, outer) };
            self.emit_if_is(when, test, inner);
        }
    }

    /// Whether all conditions can be tested by an `if` each, and are few enough to be nested.
    pub fn are_simple(&self, conditions: &[(&Expr, u32)]) -> bool {
        conditions.len() < MAX_NESTED && conditions.iter().all(|&(condition, line)| self.is_simple(condition, line))
    }

    /// Whether a condition can be tested by one `if`.
    pub fn is_simple(&self, condition: &Expr, line: u32) -> bool {
        let stripped = self.strip(condition, line);
        !matches!(stripped.expr.kind, ExprKind::BinaryOp { op: BinaryOp::And | BinaryOp::Or, .. })
    }

    /// Whether a constant counts as true; none for what the reference does not know when compiling.
    fn constant_truth(&self, expr: &Expr) -> Option<bool> {
        let value = constant(expr, &|name| match self.shared.chunk_names.find(name) {
            Use::Variable(Variable::Constant(value)) => Some(value.clone()),
            Use::Variable(Variable::Local(_) | Variable::Upvalue(_)) | Use::Global(_) => None,
        })?;
        truth(&value)
    }

    /// Whether the value of an expression counts as true whatever happens.
    fn is_surely_true(&self, expr: &Expr) -> bool {
        matches!(innermost(expr).kind, ExprKind::FunctionDef(_) | ExprKind::TableConstructor(_))
            || self.constant_truth(expr) == Some(true)
    }
}

/// A condition and a constant, each with its line.
type ConditionAndConstant<'e> = ((&'e Expr, u32), (&'e Expr, u32));

impl Jump {
    fn instruction(self) -> Instruction {
        match self {
            Self::Break => Instruction::Break,
            Self::Goto(label) => Instruction::Goto(label),
        }
    }
}

/// The expression inside parentheses.
fn innermost(expr: &Expr) -> &Expr {
    let mut expr = expr;
    while let ExprKind::Paren(inner) = &expr.kind {
        expr = inner;
    }
    expr
}
