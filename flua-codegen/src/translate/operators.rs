//! Arithmetic, bitwise operators, comparison, concatenation.
//!
//! On operands that are surely numbers an operation is a C# expression. On any others it is a fast path that is inlined, then the
//! complete operation:
//!
//! ```text
//! if (!TryAdd(a, b, out t1) && (t1 = Add(L, a, b)).IsAbrupt) { point = 4; goto Unwind; }
//! ```
//! A fast path that fails leaves its `out` variable alone, so a destination may also be an operand.

use super::body::Body;
use super::resume::Delivery;
use crate::analyze::{Kind, exact_float};
use crate::csharp::runtime::{self, Member};
use crate::csharp::{BinaryOperator, Expression, Literal, Statement, make};
use crate::ir::{BinaryOp, CompareOp, LocalId, Operand, SiteId, UnaryOp};

impl Body<'_, '_> {
    /// `to = not value`
    pub fn not(&mut self, to: LocalId, value: &Operand) {
        let truth = self.truth(value);
        let place = self.place(to);
        self.out.push(make::assign(place, make::not(truth)));
    }

    /// `to = op operand`
    pub fn unary(&mut self, to: LocalId, op: UnaryOp, operand: &Operand, site: SiteId) {
        if op == UnaryOp::Len && self.is_private(operand) {
            self.private_length(to, operand);
            return;
        }
        let value = self.operand(operand);
        let place = self.place(to);
        match (op, self.kind(operand)) {
            (UnaryOp::Neg, Kind::Int | Kind::Float) => {
                self.out.push(make::assign(place, Expression::UnaryMinus(Box::new(value))));
            }
            (UnaryOp::BNot, Kind::Int) => self.out.push(make::assign(place, Expression::BitwiseNot(Box::new(value)))),
            (UnaryOp::Len, Kind::String) if !matches!(operand, Operand::String(_)) => {
                self.out.push(make::assign(place, make::member(value, runtime::LENGTH.name)));
            }
            _ => {
                let (fast, complete) = match op {
                    UnaryOp::Neg => (runtime::TRY_NEG, runtime::NEG),
                    UnaryOp::BNot => (runtime::TRY_BNOT, runtime::BNOT),
                    UnaryOp::Len => (runtime::TRY_LEN, runtime::LEN),
                };
                self.operation(place, Some(fast), complete, vec![value], site);
            }
        }
    }

    /// `to = left op right`
    pub fn binary(&mut self, to: LocalId, op: BinaryOp, left: &Operand, right: &Operand, site: SiteId) {
        let kinds = (self.kind(left), self.kind(right));
        if crate::analyze::binary_kind(op, kinds.0, kinds.1) != Kind::Value {
            self.plain_binary(to, op, left, right, site);
            return;
        }
        let arguments = self.pair(left, right);
        let place = self.place(to);
        let (fast, complete) = members(op);
        self.operation(place, Some(fast), complete, arguments, site);
    }

    /// The operands of a complete operation. The runtime has forms of its own for one that is unboxed: which form it is must be plain to the C# compiler,
    /// to which `default` may be any of them.
    pub fn pair(&mut self, left: &Operand, right: &Operand) -> Vec<Expression> {
        let unboxed = [left, right].iter().all(|operand| self.kind(operand).is_number());
        let mut arguments: Vec<Expression> = [left, right]
            .iter()
            .map(|operand| match operand {
                Operand::Nil => make::member(make::name("LuaValue"), runtime::NIL.name),
                _ => self.operand(operand),
            })
            .collect();
        if unboxed {
            let first = std::mem::replace(&mut arguments[0], make::default());
            arguments[0] = Expression::Cast("LuaValue".into(), Box::new(first));
        }
        arguments
    }

    /// An operation on operands that are surely numbers.
    fn plain_binary(&mut self, to: LocalId, op: BinaryOp, left: &Operand, right: &Operand, site: SiteId) {
        let integers = self.kind(left) == Kind::Int && self.kind(right) == Kind::Int;
        if integers && matches!(op, BinaryOp::Mod | BinaryOp::IDiv) {
            self.check_divisor(op, left, right, site);
        }
        let a = self.operand(left);
        let b = self.operand(right);
        let a = if op == BinaryOp::Div { Expression::Cast("double".into(), Box::new(a)) } else { a };
        let value = unboxed_operation(op, a, b, integers, is_constant(left) && is_constant(right));
        let place = self.place(to);
        self.out.push(make::assign(place, value));
    }

    /// A division of integers by zero is an error; a constant divisor needs no look.
    fn check_divisor(&mut self, op: BinaryOp, left: &Operand, right: &Operand, site: SiteId) {
        if matches!(right, Operand::Integer(value) if *value != 0) {
            return;
        }
        let zero = make::binary(self.operand(right), BinaryOperator::Equals, make::long(0));
        let complete = if op == BinaryOp::Mod { runtime::MOD } else { runtime::IDIV };
        let arguments = vec![make::state(), self.operand(left), self.operand(right)];
        let raise = Statement::Expression(make::call(complete, arguments));
        let unwind = self.unwind(site);
        self.out.push(Statement::If(zero, vec![raise, unwind], Vec::new()));
    }

    /// `place = ` the operation, by its fast path where it pays, and with its resume point.
    pub fn operation(
        &mut self,
        place: Expression,
        fast: Option<Member>,
        complete: Member,
        arguments: Vec<Expression>,
        site: SiteId,
    ) {
        let mut all = vec![make::state()];
        all.extend(arguments.iter().cloned());
        let slow = make::assignment(place.clone(), make::call(complete, all));
        let mut condition = make::member(slow, runtime::IS_ABRUPT.name);
        if let Some(fast) = fast
            && self.is_hot()
        {
            condition = make::and(make::not(try_call(fast, arguments, place.clone())), condition);
        }
        let pass_on = self.pass_on(site);
        self.out.push(make::when(condition, pass_on));
        self.resume_here(site, Delivery::Value(place));
    }

    /// `to = (left op right)`, or its negation.
    pub fn compare(&mut self, to: LocalId, op: CompareOp, left: &Operand, right: &Operand, negated: bool, site: SiteId) {
        let truth = self.comparison(op, left, right, site);
        let place = self.place(to);
        self.out.push(make::assign(place, if negated { make::not(truth) } else { truth }));
    }

    /// A comparison as a `bool`; whatever must run before is printed.
    pub fn comparison(&mut self, op: CompareOp, left: &Operand, right: &Operand, site: SiteId) -> Expression {
        if let Some(plain) = self.plain_comparison(op, left, right) {
            return plain;
        }
        let arguments = self.pair(left, right);
        let (fast, complete) = match op {
            CompareOp::Eq => (runtime::TRY_EQ, runtime::EQ),
            CompareOp::Lt => (runtime::TRY_LT, runtime::LT),
            CompareOp::Le => (runtime::TRY_LE, runtime::LE),
        };
        let test = self.scratch_test();
        let value = self.scratch_value();
        let mut all = vec![make::state()];
        all.extend(arguments.iter().cloned());
        let slow = make::assignment(value.clone(), make::call(complete, all));
        let pass_on = self.pass_on(site);
        let mut statements = vec![
            make::when(make::member(slow, runtime::IS_ABRUPT.name), pass_on),
            make::assign(test.clone(), make::member(value, runtime::IS_TRUE.name)),
        ];
        if self.is_hot() {
            let condition = make::not(try_call(fast, arguments, test.clone()));
            self.out.push(Statement::If(condition, statements, Vec::new()));
        } else {
            self.out.append(&mut statements);
        }
        self.resume_here(site, Delivery::Truth(test.clone()));
        test
    }

    /// A comparison that runs no metamethod and raises nothing, as an expression.
    fn plain_comparison(&mut self, op: CompareOp, left: &Operand, right: &Operand) -> Option<Expression> {
        let kinds = (self.kind(left), self.kind(right));
        if crate::analyze::compares_unboxed(left, right, &|operand| self.kind(operand)) {
            let operator = match op {
                CompareOp::Eq => BinaryOperator::Equals,
                CompareOp::Lt => BinaryOperator::LessThan,
                CompareOp::Le => BinaryOperator::LessThanOrEqual,
            };
            let is_float = kinds.0 == Kind::Float || kinds.1 == Kind::Float;
            let mut number = |operand: &Operand| match exact_float(operand).filter(|_| is_float) {
                Some(value) => Expression::Literal(Literal::Double(value)),
                None => self.operand(operand),
            };
            return Some(make::binary(number(left), operator, number(right)));
        }
        if op != CompareOp::Eq && crate::analyze::compares_strings(left, right, &|operand| self.kind(operand)) {
            let operator = if op == CompareOp::Lt { BinaryOperator::LessThan } else { BinaryOperator::LessThanOrEqual };
            let (first, second) = (self.operand(left), self.operand(right));
            let order = make::call_on(first, runtime::COMPARE_BYTES, vec![second]);
            return Some(make::binary(order, operator, Expression::Literal(Literal::Int(0))));
        }
        if op != CompareOp::Eq || !crate::analyze::compares_plainly(op, left, right, &|operand| self.kind(operand)) {
            return None;
        }
        if kinds == (Kind::Bool, Kind::Bool) {
            return Some(make::binary(self.operand(left), BinaryOperator::Equals, self.operand(right)));
        }
        let (subject, nil) = match (left, right) {
            (_, Operand::Nil) => (left, true),
            (Operand::Nil, _) => (right, true),
            _ => (left, false),
        };
        if nil {
            let value = self.value(subject);
            return Some(make::member(value, runtime::IS_NIL.name));
        }
        let arguments = self.pair(left, right);
        Some(make::call(runtime::RAW_EQUALS, arguments))
    }

    /// `to = a .. b .. c …`
    pub fn concat(&mut self, to: LocalId, operands: &[Operand], site: SiteId) {
        let mut values: Vec<Expression> = operands.iter().map(|operand| self.operand(operand)).collect();
        let place = self.place(to);
        if self.facts.kinds[to] == Kind::String {
            let (member, list) =
                if values.len() == 2 { (runtime::JOIN, values) } else { (runtime::JOIN_N, vec![make::values(values)]) };
            let mut all = vec![make::state()];
            all.extend(list);
            self.text_or_error(Some(place), make::call(member, all), site);
            return;
        }
        if values.len() == 2 {
            self.operation(place, None, runtime::CONCAT, values, site);
        } else {
            values = vec![make::values(values)];
            self.operation(place, None, runtime::CONCAT_N, values, site);
        }
    }

    /// `if ((s = Join(L, a, b)) == null) { point = 3; goto Unwind; }`: what gives a string, or null after an error. It never suspends.
    pub fn text_or_error(&mut self, place: Option<Expression>, text: Expression, site: SiteId) {
        let text = match place {
            Some(place) => make::assignment(place, text),
            None => text,
        };
        let failed = make::binary(text, BinaryOperator::Equals, Expression::Literal(Literal::Null));
        let unwind = self.unwind(site);
        self.out.push(make::when(failed, unwind));
    }
}

/// `TryAdd(a, b, out place)`
fn try_call(member: Member, mut arguments: Vec<Expression>, place: Expression) -> Expression {
    arguments.push(make::out(place));
    make::call(member, arguments)
}

/// An operation on unboxed numbers: both are integers, or C# converts them to floats.
pub fn unboxed_operation(op: BinaryOp, a: Expression, b: Expression, integers: bool, both_constant: bool) -> Expression {
    match op {
        BinaryOp::Add | BinaryOp::Sub | BinaryOp::Mul | BinaryOp::Div => {
            // Two constants were not folded for a reason; C# must not fold them either, since it would check for overflow.
            let b = if both_constant && integers && op != BinaryOp::Div {
                let number = make::member(Expression::Cast("LuaValue".into(), Box::new(b)), runtime::VALUE_INT.name);
                Expression::Cast("long".into(), Box::new(number))
            } else {
                b
            };
            make::binary(a, operator(op), b)
        }
        BinaryOp::Mod => make::call(if integers { runtime::MOD_INT } else { runtime::MOD_FLOAT }, vec![a, b]),
        BinaryOp::IDiv => make::call(if integers { runtime::IDIV_INT } else { runtime::IDIV_FLOAT }, vec![a, b]),
        BinaryOp::Pow => make::call(runtime::POW_FLOAT, vec![a, b]),
        // Without a suffix the constant would be an `int`, and its sign would be extended all the same; say so.
        BinaryOp::BAnd | BinaryOp::BOr | BinaryOp::BXor => {
            make::binary(a, operator(op), Expression::Cast("long".into(), Box::new(b)))
        }
        BinaryOp::Shl => make::call(runtime::SHIFT_LEFT, vec![a, b]),
        BinaryOp::Shr => make::call(runtime::SHIFT_RIGHT, vec![a, b]),
    }
}

fn is_constant(operand: &Operand) -> bool {
    match operand {
        Operand::Integer(_) | Operand::Float(_) => true,
        Operand::Local(_) | Operand::Upvalue(_) | Operand::Nil | Operand::Bool(_) | Operand::String(_) | Operand::Library(_) => {
            false
        }
    }
}

/// The C# operator that means the same on unboxed numbers.
fn operator(op: BinaryOp) -> BinaryOperator {
    match op {
        BinaryOp::Add => BinaryOperator::Add,
        BinaryOp::Sub => BinaryOperator::Subtract,
        BinaryOp::Mul => BinaryOperator::Multiply,
        BinaryOp::Div => BinaryOperator::Divide,
        BinaryOp::BAnd => BinaryOperator::BitwiseAnd,
        BinaryOp::BOr => BinaryOperator::BitwiseOr,
        BinaryOp::BXor => BinaryOperator::ExclusiveOr,
        BinaryOp::Mod | BinaryOp::IDiv | BinaryOp::Pow | BinaryOp::Shl | BinaryOp::Shr => {
            unreachable!("C# has no operator that does this")
        }
    }
}

/// The fast path and the complete operation of an operator.
fn members(op: BinaryOp) -> (Member, Member) {
    match op {
        BinaryOp::Add => (runtime::TRY_ADD, runtime::ADD),
        BinaryOp::Sub => (runtime::TRY_SUB, runtime::SUB),
        BinaryOp::Mul => (runtime::TRY_MUL, runtime::MUL),
        BinaryOp::Div => (runtime::TRY_DIV, runtime::DIV),
        BinaryOp::Mod => (runtime::TRY_MOD, runtime::MOD),
        BinaryOp::IDiv => (runtime::TRY_IDIV, runtime::IDIV),
        BinaryOp::Pow => (runtime::TRY_POW, runtime::POW),
        BinaryOp::BAnd => (runtime::TRY_BAND, runtime::BAND),
        BinaryOp::BOr => (runtime::TRY_BOR, runtime::BOR),
        BinaryOp::BXor => (runtime::TRY_BXOR, runtime::BXOR),
        BinaryOp::Shl => (runtime::TRY_SHL, runtime::SHL),
        BinaryOp::Shr => (runtime::TRY_SHR, runtime::SHR),
    }
}
