//! Expressions as single values.
//!
//! Chains that lean to the left (`a.b.c`, `f()()`, `a + b + c`) may be of any length; they are lowered in a loop from their first operand on. On every
//! other side the parser allows no more than the reference's 200 levels.

use flua_ast::{BinaryOp, Expr, ExprKind, Name, Span};

use super::builder::{Lowering, Value, variable_operand};
use super::lines::{first_line, last_line, next_line};
use crate::ir::{Instruction, LocalId, Operand, OperandKind, OperandName, Results};
use crate::resolve::{Use, Variable};

/// The largest integer key that the reference has an instruction for.
const MAX_SHORT_KEY: i64 = 255;

impl Lowering<'_, '_> {
    /// Evaluates an expression to one value. `line` is that of an access which the expression ends with.
    pub fn value(&mut self, expr: &Expr, line: u32) -> Value {
        self.evaluate(expr, line, None)
    }

    /// Evaluates an expression to one value at the end of its text.
    pub fn value_at_end(&mut self, expr: &Expr) -> Value {
        let line = last_line(self.source, expr.span);
        self.value(expr, line)
    }

    /// Evaluates an expression into a local that is no cell.
    pub fn evaluate_into(&mut self, expr: &Expr, line: u32, to: LocalId) {
        self.evaluate(expr, line, Some(to));
    }

    /// Evaluates an expression to one value, in the destination if one is given.
    pub fn evaluate(&mut self, expr: &Expr, line: u32, to: Option<LocalId>) -> Value {
        let mut links = Vec::new();
        let mut first = expr;
        while !is_special(first)
            && let Some(child) = first.left_spine()
        {
            links.push(first);
            first = child;
        }
        // Only the outermost of a chain goes to the destination.
        let Some(&innermost) = links.last() else { return self.first(first, line, to) };
        let mut value = self.first(first, self.line_before(first, innermost), None);
        while let Some(link) = links.pop() {
            let (line, to) = match links.last() {
                Some(outer) => (self.line_before(link, outer), None),
                None => (line, to),
            };
            value = self.link(value, link, line, to);
        }
        value
    }

    /// The line at which the reference completes a child that a link of a chain is put behind.
    pub fn line_before(&self, child: &Expr, link: &Expr) -> u32 {
        match &link.kind {
            ExprKind::BinaryOp { op_span, .. } => first_line(self.source, *op_span),
            ExprKind::MethodCall { method, .. } => first_line(self.source, method.span),
            _ if self.looked_ahead == Some(child.span.start) && matches!(child.kind, ExprKind::Var(_)) => {
                next_line(self.source, child.span.end)
            }
            _ => last_line(self.source, child.span),
        }
    }

    /// The first operand of a chain, or an expression that is no chain.
    fn first(&mut self, expr: &Expr, line: u32, to: Option<LocalId>) -> Value {
        let constant = match &expr.kind {
            ExprKind::Nil => Operand::Nil,
            ExprKind::Bool(value) => Operand::Bool(*value),
            ExprKind::Integer(value) => Operand::Integer(*value),
            ExprKind::Number(value) => Operand::Float(*value),
            ExprKind::String(bytes) => Operand::String((&**bytes).into()),
            ExprKind::Vararg => {
                let to = self.destination(to);
                self.emit(Instruction::Vararg { to, index: 0 });
                return Operand::Local(to).into();
            }
            ExprKind::Var(name) => return self.name(name, line, to),
            ExprKind::FunctionDef(definition) => {
                let to = self.destination(to);
                self.closure(definition, false, None, to);
                return Operand::Local(to).into();
            }
            ExprKind::UnaryOp { op, op_span, operand } => return self.unary(*op, *op_span, operand, to),
            ExprKind::TableConstructor(fields) => {
                let table = self.table(fields, expr.span);
                return self.deliver(table, to);
            }
            ExprKind::Paren(inner) => return self.evaluate(inner, last_line(self.source, expr.span), to),
            ExprKind::BinaryOp { op: BinaryOp::Concat, .. } => return self.concat(expr, to),
            ExprKind::BinaryOp { .. } => return self.logical(expr, to),
            ExprKind::TableAccess { .. } | ExprKind::FunctionCall { .. } | ExprKind::MethodCall { .. } => {
                unreachable!("a chain's first operand has no left side")
            }
        };
        self.deliver(constant.into(), to)
    }

    /// A link of a chain, whose left side is evaluated.
    fn link(&mut self, left: Value, expr: &Expr, line: u32, to: Option<LocalId>) -> Value {
        match &expr.kind {
            ExprKind::TableAccess { key, .. } => {
                let key = self.value_at_end(key).operand;
                self.index(left, key, line, to)
            }
            ExprKind::BinaryOp { op, op_span, right, .. } => self.binary(left, *op, *op_span, right, to),
            _ => {
                let to = self.destination(to);
                self.call_of(left, expr, Results::One(to));
                Operand::Local(to).into()
            }
        }
    }

    /// A name as a value.
    pub fn name(&mut self, name: &Name, line: u32, to: Option<LocalId>) -> Value {
        match self.shared.chunk_names.find(name) {
            Use::Variable(variable) => {
                let operand = variable_operand(variable);
                self.deliver(operand.into(), to)
            }
            Use::Global(environment) => {
                let environment = variable_operand(environment);
                let key = Operand::String(name.text.as_bytes().into());
                self.index(environment.into(), key, line, to)
            }
        }
    }

    /// `object[key]`
    pub fn index(&mut self, object: Value, key: Operand, line: u32, to: Option<LocalId>) -> Value {
        let name = self.access_name(&object.operand, &key);
        let site = self.site_of(line, &object);
        let to = self.destination(to);
        self.emit(Instruction::Index { to, object: object.operand, key, site });
        Value { operand: Operand::Local(to), name: Some(name) }
    }

    /// What a message calls the value of an access: the reference knows constant texts, and short integers for what they are.
    fn access_name(&self, object: &Operand, key: &Operand) -> OperandName {
        let is_environment = match object {
            Operand::Local(local) => self.locals[*local].name.as_deref() == Some("_ENV"),
            Operand::Upvalue(upvalue) => &*self.names.upvalues[*upvalue].name == "_ENV",
            _ => false,
        };
        let kind = if is_environment { OperandKind::Global } else { OperandKind::Field };
        match key {
            Operand::String(name) => OperandName { kind, name: name.clone() },
            Operand::Integer(0..=MAX_SHORT_KEY) => {
                OperandName { kind: OperandKind::Field, name: b"integer index".as_slice().into() }
            }
            _ => OperandName { kind, name: b"?".as_slice().into() },
        }
    }

    /// The destination that was asked for, or a new temporary.
    pub fn destination(&mut self, to: Option<LocalId>) -> LocalId {
        to.unwrap_or_else(|| self.temporary())
    }

    /// A value that needs no instruction, stored if a destination was asked for.
    pub fn deliver(&mut self, value: Value, to: Option<LocalId>) -> Value {
        match to {
            None => value,
            Some(to) => {
                self.set(to, value.operand);
                Operand::Local(to).into()
            }
        }
    }

    /// Evaluates an expression whose value nobody wants.
    pub fn discard(&mut self, expr: &Expr, line: u32) {
        if is_call(expr) {
            self.call(expr, Results::None);
        } else {
            self.value(expr, line);
        }
    }

    /// Keeps a value for later: the reference copies it to a register of its own. A copy is made if what is evaluated in between could
    /// change it.
    pub fn keep<'e>(&mut self, value: Value, later: impl IntoIterator<Item = &'e Expr>) -> Value {
        if self.is_volatile(&value.operand) && later.into_iter().any(|expr| self.may_run_code(expr)) {
            self.copy(&value)
        } else {
            value
        }
    }

    /// Whether evaluating an expression may run other Lua code, which could assign to captured variables.
    pub fn may_run_code(&self, expr: &Expr) -> bool {
        match &expr.kind {
            ExprKind::Nil
            | ExprKind::Bool(_)
            | ExprKind::Integer(_)
            | ExprKind::Number(_)
            | ExprKind::String(_)
            | ExprKind::Vararg
            | ExprKind::FunctionDef(_) => false,
            ExprKind::Var(name) => matches!(self.shared.chunk_names.find(name), Use::Global(_)),
            ExprKind::Paren(inner) => self.may_run_code(inner),
            ExprKind::TableAccess { .. }
            | ExprKind::FunctionCall { .. }
            | ExprKind::MethodCall { .. }
            | ExprKind::BinaryOp { .. }
            | ExprKind::UnaryOp { .. }
            | ExprKind::TableConstructor(_) => true,
        }
    }

    /// The local that an expression names, if it is one of this function.
    pub fn local_named(&self, expr: &Expr) -> Option<LocalId> {
        let ExprKind::Var(name) = &expr.kind else { return None };
        match self.shared.chunk_names.find(name) {
            Use::Variable(Variable::Local(local)) => Some(*local),
            Use::Variable(Variable::Upvalue(_) | Variable::Constant(_)) | Use::Global(_) => None,
        }
    }
}

/// Whether an expression is lowered as a whole: `and`, `or` and `..` evaluate their operands in ways of their own.
fn is_special(expr: &Expr) -> bool {
    matches!(expr.kind, ExprKind::BinaryOp { op: BinaryOp::And | BinaryOp::Or | BinaryOp::Concat, .. })
}

/// Whether an expression is a call, which gives as many results as are asked for.
pub fn is_call(expr: &Expr) -> bool {
    matches!(expr.kind, ExprKind::FunctionCall { .. } | ExprKind::MethodCall { .. })
}

/// Whether an expression gives as many values as are asked for.
pub fn is_multiple(expr: &Expr) -> bool {
    is_call(expr) || matches!(expr.kind, ExprKind::Vararg)
}

/// The line of the arguments of a call: a text between long brackets counts by its end.
pub fn arguments_line(source: &flua_ast::SourceFile, arguments: &[Expr], span: Span) -> u32 {
    match arguments {
        [Expr { kind: ExprKind::String(_), span: text }] if *text == span => last_line(source, span),
        _ => first_line(source, span),
    }
}
