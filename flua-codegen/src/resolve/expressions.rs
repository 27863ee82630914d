//! The names in expressions. Chains that lean to the left are walked in a loop, from their first operand on.

use flua_ast::{BinaryOp, Expr, ExprKind, Name, Span, TableField};

use super::world::Known;
use super::{Resolver, ScopeError, Use};

impl Resolver<'_> {
    /// Resolves the names of a list of expressions.
    pub fn expressions(&mut self, exprs: &[Expr]) {
        for expr in exprs {
            self.expression(expr);
        }
    }

    /// Resolves the names of an expression that is read.
    pub fn expression(&mut self, expr: &Expr) {
        let known = self.chain(expr);
        self.finish(&known);
    }

    /// Resolves the names of an expression, and says what is known of its value.
    pub fn chain(&mut self, expr: &Expr) -> Known {
        let mut links = Vec::new();
        let mut first = expr;
        while let Some(child) = first.left_spine() {
            links.push(first);
            first = child;
        }
        let mut known = self.first(first);
        for link in links.into_iter().rev() {
            known = self.link(&known, link);
        }
        known
    }

    /// The first operand of a chain.
    fn first(&mut self, expr: &Expr) -> Known {
        match &expr.kind {
            ExprKind::Nil | ExprKind::Bool(_) | ExprKind::Integer(_) | ExprKind::Number(_) => Known::Nothing,
            ExprKind::String(bytes) => {
                self.note_text(bytes);
                Known::Nothing
            }
            ExprKind::Vararg => {
                self.vararg(expr.span);
                Known::Nothing
            }
            ExprKind::Var(name) => self.read_name(name),
            ExprKind::FunctionDef(definition) => {
                self.function(definition, false);
                Known::Nothing
            }
            ExprKind::UnaryOp { operand, .. } => {
                self.expression(operand);
                Known::Nothing
            }
            ExprKind::TableConstructor(fields) => {
                for field in fields {
                    self.field(field);
                }
                Known::Nothing
            }
            ExprKind::Paren(inner) => self.chain(inner),
            ExprKind::TableAccess { .. }
            | ExprKind::FunctionCall { .. }
            | ExprKind::MethodCall { .. }
            | ExprKind::BinaryOp { .. } => unreachable!("a chain's first operand has no left side"),
        }
    }

    /// A name that is read.
    pub fn read_name(&mut self, name: &Name) -> Known {
        match self.use_name(name) {
            Use::Global(environment) if self.scopes.is_chunk_environment(&environment) => {
                self.read_global(name.text.as_bytes(), name.span)
            }
            // A field of an environment that the program made.
            Use::Global(_) => {
                self.note_text(name.text.as_bytes());
                Known::Nothing
            }
            Use::Variable(variable) if self.scopes.is_chunk_environment(&variable) => Known::Globals,
            Use::Variable(variable) => self.read_variable(&variable),
        }
    }

    /// A link of a chain, whose left side gave a value of which something is known.
    fn link(&mut self, known: &Known, expr: &Expr) -> Known {
        match &expr.kind {
            ExprKind::TableAccess { key, .. } => {
                if let ExprKind::String(field) = &key.kind {
                    return self.read_field(known, field, expr.span);
                }
                self.finish(known);
                self.expression(key);
            }
            ExprKind::FunctionCall { arguments, .. } => {
                let is_require = matches!(known, Known::Global(name) if **name == *b"require");
                let is_constant = matches!(arguments.first(), Some(Expr { kind: ExprKind::String(_), .. }));
                let first = match arguments.split_first() {
                    Some((first, others)) => {
                        let known = self.chain(first);
                        self.expressions(others);
                        known
                    }
                    None => Known::Nothing,
                };
                let callee = expr.left_spine().expect("a call has a callee");
                let is_known = self.note_load(known, callee, arguments, &first) || (is_require && is_constant);
                if !is_known {
                    self.finish(known);
                }
                // What `pcall` calls is noted above.
                let is_pcall = matches!(known, Known::Global(name) if **name == *b"pcall");
                if !(is_pcall && matches!(first, Known::Loader(_))) {
                    self.finish(&first);
                }
            }
            ExprKind::MethodCall { method, arguments, .. } => {
                self.finish(known);
                self.note_text(method.text.as_bytes());
                self.expressions(arguments);
            }
            ExprKind::BinaryOp { op, right, .. } => {
                let right = self.chain(right);
                if *op == BinaryOp::Or
                    && let Some(loader) = self.either_loader(known, &right)
                {
                    return loader;
                }
                self.finish(known);
                self.finish(&right);
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
            | ExprKind::Paren(_) => unreachable!("a link has a left side"),
        }
        Known::Nothing
    }

    fn field(&mut self, field: &TableField) {
        match field {
            TableField::Item(value) => self.expression(value),
            TableField::Named(name, value) => {
                self.note_text(name.text.as_bytes());
                self.expression(value);
            }
            TableField::Keyed(key, value) => {
                self.expression(key);
                self.expression(value);
            }
        }
    }

    fn vararg(&mut self, span: Span) {
        if !self.scopes.current().is_vararg {
            self.errors.push(ScopeError::VarargOutsideVarargFunction { span });
        }
    }
}
