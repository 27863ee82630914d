//! Calls, and lists of values whose last may be many. Lua §3.4.10 and §3.4.12.
//!
//! ```lua
//! obj:add(1, f())
//! ```
//! becomes
//! ```text
//! t1 = obj:add
//! t2 = f
//! t3... = call t2()
//! call t1(obj, 1, t3...)
//! ```

use flua_ast::{Expr, ExprKind};

use super::builder::{Lowering, Value};
use super::expressions::{arguments_line, is_call, is_multiple};
use super::lines::{first_line, last_line, list_line};
use crate::ir::{Instruction, LocalId, Open, Operand, OperandKind, OperandName, Results, SiteId, Values};

/// A call whose parts are evaluated.
pub struct Prepared {
    callee: Operand,
    arguments: Values,
    site: SiteId,
}

impl Lowering<'_, '_> {
    /// A call, none of it evaluated yet.
    pub fn call(&mut self, expr: &Expr, results: Results) {
        let prepared = self.prepare(expr);
        self.emit_call(prepared, results);
    }

    /// A call whose function or object is evaluated.
    pub fn call_of(&mut self, left: Value, expr: &Expr, results: Results) {
        let prepared = self.prepare_of(left, expr);
        self.emit_call(prepared, results);
    }

    /// `return f(arguments)` as a tail call.
    pub fn tail_call(&mut self, expr: &Expr) {
        let Prepared { callee, arguments, site } = self.prepare(expr);
        self.emit(Instruction::TailCall { callee, arguments, site });
    }

    fn emit_call(&mut self, prepared: Prepared, results: Results) {
        let Prepared { callee, arguments, site } = prepared;
        self.emit(Instruction::Call { callee, arguments, results, site });
    }

    fn prepare(&mut self, expr: &Expr) -> Prepared {
        let left = expr.left_spine().expect("only calls are called");
        let left = self.value(left, self.line_before(left, expr));
        self.prepare_of(left, expr)
    }

    /// Evaluates the arguments of a call whose function or object is evaluated.
    fn prepare_of(&mut self, left: Value, expr: &Expr) -> Prepared {
        let (arguments, span) = match &expr.kind {
            ExprKind::FunctionCall { arguments, arguments_span, .. } | ExprKind::MethodCall { arguments, arguments_span, .. } => {
                (arguments, *arguments_span)
            }
            _ => unreachable!("only calls are called"),
        };
        let (callee, object) = match &expr.kind {
            ExprKind::MethodCall { method, .. } => {
                let name = method.text.as_bytes();
                let site = self.site_of(first_line(self.source, method.span), &left);
                let to = self.temporary();
                self.emit(Instruction::Method { to, object: left.operand.clone(), name: name.into(), site });
                let callee_name = OperandName { kind: OperandKind::Method, name: name.into() };
                (Value { operand: Operand::Local(to), name: Some(callee_name) }, Some(self.keep(left, arguments)))
            }
            _ => (self.keep(left, arguments), None),
        };
        let end_line = last_line(self.source, span);
        let mut values = self.values(arguments, end_line);
        if let Some(object) = object {
            values.fixed.insert(0, object.operand);
        }
        let site = self.site_of(arguments_line(self.source, arguments, span), &callee);
        Prepared { callee: callee.operand, arguments: values, site }
    }

    /// Evaluates a list of values, the last of which may be many. When they are the results of a call, the call is the last instruction.
    pub fn values(&mut self, exprs: &[Expr], end_line: u32) -> Values {
        let Some((last, init)) = exprs.split_last() else { return Values::default() };
        let mut fixed = Vec::with_capacity(exprs.len());
        for (index, expr) in init.iter().enumerate() {
            let value = self.value(expr, list_line(self.source, exprs, index, end_line));
            fixed.push(self.keep(value, &exprs[index + 1..]).operand);
        }
        let open = if is_call(last) {
            let first = self.temporary();
            self.call(last, Results::Open(first));
            Some(Open::Results(first))
        } else if is_multiple(last) {
            Some(Open::Varargs)
        } else {
            fixed.push(self.value(last, end_line).operand);
            None
        };
        Values { fixed, open }
    }

    /// Evaluates the last expression of a list to as many values as are wanted, each in the local given for it.
    pub fn expand(&mut self, last: &Expr, wanted: &[LocalId]) {
        if is_call(last) {
            let results = match wanted {
                [] => Results::None,
                [one] => Results::One(*one),
                many => Results::Many(many.to_vec()),
            };
            self.call(last, results);
        } else {
            for (index, &to) in (0..).zip(wanted) {
                self.emit(Instruction::Vararg { to, index });
            }
        }
    }
}
