//! Expressions. Lua §3.4.

use std::borrow::Cow;

use flua_ast::{BinaryOp, Expr, ExprKind, Span, TableField, UnaryOp};

use super::TreeBuilder;
use super::cost::Cost;
use crate::lexer::numeral::Number;
use crate::lexer::{escape, long_bracket, numeral};

/// The arguments of a call: how many expressions lie on the stack, and where they stand.
#[derive(Clone, Copy, Debug)]
pub struct Arguments {
    count: u32,
    is_literal: bool,
    span: Span,
}

impl Arguments {
    /// `(a, b)`
    pub fn parenthesized(count: u32, span: Span) -> Self {
        Self { count, is_literal: false, span }
    }

    /// A single string or table without parentheses.
    pub fn literal(span: Span) -> Self {
        Self { count: 1, is_literal: true, span }
    }
}

/// The items of a table constructor that the reference keeps in registers before it stores them.
const PENDING_ITEMS: u16 = 50;

impl TreeBuilder<'_> {
    /// `nil`
    pub fn nil(&mut self, span: Span) {
        self.push(ExprKind::Nil, span, Cost::ATOM);
    }

    /// `true`, `false`
    pub fn boolean(&mut self, value: bool, span: Span) {
        self.push(ExprKind::Bool(value), span, Cost::ATOM);
    }

    /// `...`
    pub fn vararg(&mut self, span: Span) {
        if !self.function_is_vararg() {
            self.suspect();
        }
        self.push(ExprKind::Vararg, span, Cost::ATOM);
    }

    /// A numeral.
    pub fn numeral(&mut self, span: Span) {
        let kind = match numeral::parse(self.text(span)) {
            Some(Number::Integer(value)) => ExprKind::Integer(value),
            Some(Number::Float(value)) => ExprKind::Number(value),
            None => {
                self.condemn();
                ExprKind::Nil
            }
        };
        self.push(kind, span, Cost::ATOM);
    }

    /// A string between quotes.
    pub fn string(&mut self, span: Span) {
        let bytes = escape::read(self.text(span)).unwrap_or_else(|_| {
            self.condemn();
            Cow::default()
        });
        self.push(ExprKind::String(bytes.into()), span, Cost::ATOM);
    }

    /// A string in long brackets.
    pub fn long_string(&mut self, span: Span) {
        let bytes = long_bracket::contents(self.text(span));
        self.push(ExprKind::String(bytes.into()), span, Cost::ATOM);
    }

    /// A name as a variable.
    pub fn variable(&mut self, span: Span) {
        let name = self.intern(span);
        self.push(ExprKind::Var(name), span, Cost::ATOM);
    }

    /// `(inner)`
    pub fn paren(&mut self, span: Span) {
        let (inner, cost) = self.pop();
        self.push(ExprKind::Paren(Box::new(inner)), span, cost.entered());
    }

    /// `table[key]`, up to `end`.
    pub fn index(&mut self, end: u32) {
        let (key, key_cost) = self.pop();
        let (table, table_cost) = self.pop();
        let span = Span::new(table.span.start, end);
        let kind = ExprKind::TableAccess { table: Box::new(table), key: Box::new(key), is_field: false };
        self.push(kind, span, table_cost.max(key_cost.entered().above(1)));
    }

    /// `table.name`
    pub fn field(&mut self, name: Span) {
        let key = Expr::new(ExprKind::String(self.text(name).into()), name);
        let (table, cost) = self.pop();
        let span = Span::new(table.span.start, name.end);
        let kind = ExprKind::TableAccess { table: Box::new(table), key: Box::new(key), is_field: true };
        self.push(kind, span, cost.max(Cost::ATOM.above(1)));
    }

    /// `function(arguments)`
    pub fn call(&mut self, arguments: Arguments) {
        let (list, arguments_cost) = self.take_arguments(arguments);
        let (function, cost) = self.pop();
        let span = Span::new(function.span.start, arguments.span.end);
        let kind = ExprKind::FunctionCall { function: Box::new(function), arguments: list, arguments_span: arguments.span };
        self.push(kind, span, cost.max(arguments_cost.above(1)));
    }

    /// `object:method(arguments)`
    pub fn method_call(&mut self, arguments: Arguments) {
        let (list, arguments_cost) = self.take_arguments(arguments);
        let method = self.pop_name();
        let (object, cost) = self.pop();
        let span = Span::new(object.span.start, arguments.span.end);
        let kind = ExprKind::MethodCall { object: Box::new(object), method, arguments: list, arguments_span: arguments.span };
        self.push(kind, span, cost.max(Cost::ATOM.above(2)).max(arguments_cost.above(2)));
    }

    fn take_arguments(&mut self, arguments: Arguments) -> (Vec<Expr>, Cost) {
        if arguments.is_literal {
            // The reference reads it as it is, without entering an expression.
            let (argument, cost) = self.pop();
            return (vec![argument], cost);
        }
        self.take_list(arguments.count)
    }

    /// `op operand`
    pub fn unary(&mut self, op: UnaryOp, op_span: Span) {
        let (operand, cost) = self.pop();
        let span = op_span.to(operand.span);
        self.push(ExprKind::UnaryOp { op, op_span, operand: Box::new(operand) }, span, cost.entered());
    }

    /// `left op right`
    pub fn binary(&mut self, op: BinaryOp, start: u32) {
        let (right, right_cost) = self.pop();
        let (left, left_cost) = self.pop();
        let span = left.span.to(right.span);
        let length = u32::try_from(op.symbol().len()).expect("a symbol is short");
        let op_span = Span::new(start, start + length);
        let kind = ExprKind::BinaryOp { left: Box::new(left), op, op_span, right: Box::new(right) };
        self.push(kind, span, left_cost.max(right_cost.entered().above(1)));
    }

    /// `{ fields }`
    pub fn table(&mut self, count: u32, span: Span) {
        let at = self.fields.len() - count as usize;
        let pending = u16::try_from(count).unwrap_or(PENDING_ITEMS).min(PENDING_ITEMS);
        let cost = self.field_costs.drain(at..).fold(Cost::ATOM, |cost, field| cost.max(field.above(1 + pending)));
        let fields = self.fields.split_off(at);
        self.push(ExprKind::TableConstructor(fields), span, cost);
    }

    /// `value`
    pub fn item(&mut self) {
        let (value, cost) = self.pop();
        self.push_field(TableField::Item(value), cost.entered());
    }

    /// `name = value`
    pub fn named_field(&mut self) {
        let (value, cost) = self.pop();
        let name = self.pop_name();
        self.push_field(TableField::Named(name, value), cost.entered().above(1));
    }

    /// `[key] = value`
    pub fn keyed_field(&mut self) {
        let (value, cost) = self.pop();
        let (key, key_cost) = self.pop();
        self.push_field(TableField::Keyed(key, value), key_cost.max(cost.above(1)).entered());
    }

    fn push_field(&mut self, field: TableField, cost: Cost) {
        self.fields.push(field);
        self.field_costs.push(cost);
    }
}
