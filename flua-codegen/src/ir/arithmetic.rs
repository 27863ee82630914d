//! Exact Lua arithmetic on constants, and what of it the reference does when compiling.
//!
//! The reference folds an operation on two numerals unless it could raise an error, and keeps its result unless that is nan or a zero of floats.

use flua_ast as ast;

use super::{BinaryOp, Operand, UnaryOp};

/// The IR's name of an operator of arithmetic; none for the others.
pub fn arithmetic_operator(op: ast::BinaryOp) -> Option<BinaryOp> {
    Some(match op {
        ast::BinaryOp::Add => BinaryOp::Add,
        ast::BinaryOp::Sub => BinaryOp::Sub,
        ast::BinaryOp::Mul => BinaryOp::Mul,
        ast::BinaryOp::Div => BinaryOp::Div,
        ast::BinaryOp::Mod => BinaryOp::Mod,
        ast::BinaryOp::IDiv => BinaryOp::IDiv,
        ast::BinaryOp::Pow => BinaryOp::Pow,
        ast::BinaryOp::BAnd => BinaryOp::BAnd,
        ast::BinaryOp::BOr => BinaryOp::BOr,
        ast::BinaryOp::BXor => BinaryOp::BXor,
        ast::BinaryOp::Shl => BinaryOp::Shl,
        ast::BinaryOp::Shr => BinaryOp::Shr,
        ast::BinaryOp::Or
        | ast::BinaryOp::And
        | ast::BinaryOp::Lt
        | ast::BinaryOp::Le
        | ast::BinaryOp::Gt
        | ast::BinaryOp::Ge
        | ast::BinaryOp::Ne
        | ast::BinaryOp::Eq
        | ast::BinaryOp::Concat => return None,
    })
}

/// The IR's name of a unary operator; none for `not`.
pub fn unary_operator(op: ast::UnaryOp) -> Option<UnaryOp> {
    match op {
        ast::UnaryOp::Neg => Some(UnaryOp::Neg),
        ast::UnaryOp::BNot => Some(UnaryOp::BNot),
        ast::UnaryOp::Len => Some(UnaryOp::Len),
        ast::UnaryOp::Not => None,
    }
}

/// A number.
#[derive(Clone, Copy, PartialEq, Debug)]
enum Number {
    Integer(i64),
    Float(f64),
}

impl Number {
    fn of(operand: &Operand) -> Option<Self> {
        match operand {
            Operand::Integer(value) => Some(Self::Integer(*value)),
            Operand::Float(value) => Some(Self::Float(*value)),
            Operand::Local(_)
            | Operand::Upvalue(_)
            | Operand::Nil
            | Operand::Bool(_)
            | Operand::String(_)
            | Operand::Library(_) => None,
        }
    }

    #[allow(clippy::cast_precision_loss, reason = "it is Lua's conversion: the nearest float")]
    fn float(self) -> f64 {
        match self {
            Self::Integer(value) => value as f64,
            Self::Float(value) => value,
        }
    }

    fn integer(self) -> Option<i64> {
        match self {
            Self::Integer(value) => Some(value),
            Self::Float(value) => float_to_integer(value),
        }
    }

    /// The constant, unless the reference would not keep it.
    fn folded(self) -> Option<Operand> {
        match self {
            Self::Integer(value) => Some(Operand::Integer(value)),
            Self::Float(value) if value.is_nan() || value == 0.0 => None,
            Self::Float(value) => Some(Operand::Float(value)),
        }
    }
}

/// The integer that a float equals, if there is one.
#[allow(
    clippy::cast_possible_truncation,
    clippy::float_cmp,
    reason = "the range is checked before; whether it is whole is exact"
)]
pub fn float_to_integer(value: f64) -> Option<i64> {
    const LIMIT: f64 = 9_223_372_036_854_775_808.0;
    let is_integer = value.floor() == value && (-LIMIT..LIMIT).contains(&value);
    is_integer.then_some(value as i64)
}

/// The result of a binary operation on constants, where the reference computes it when compiling.
pub fn fold_binary(op: BinaryOp, left: &Operand, right: &Operand) -> Option<Operand> {
    let (left, right) = (Number::of(left)?, Number::of(right)?);
    let result = match op {
        BinaryOp::Add => arithmetic(left, right, i64::wrapping_add, |a, b| a + b),
        BinaryOp::Sub => arithmetic(left, right, i64::wrapping_sub, |a, b| a - b),
        BinaryOp::Mul => arithmetic(left, right, i64::wrapping_mul, |a, b| a * b),
        BinaryOp::Div | BinaryOp::Mod | BinaryOp::IDiv if right.float() == 0.0 => return None,
        BinaryOp::Div => Number::Float(left.float() / right.float()),
        BinaryOp::Mod => arithmetic(left, right, modulo, modulo_of_floats),
        BinaryOp::IDiv => arithmetic(left, right, floor_division, |a, b| (a / b).floor()),
        BinaryOp::Pow => Number::Float(power(left.float(), right.float())),
        BinaryOp::BAnd => Number::Integer(left.integer()? & right.integer()?),
        BinaryOp::BOr => Number::Integer(left.integer()? | right.integer()?),
        BinaryOp::BXor => Number::Integer(left.integer()? ^ right.integer()?),
        BinaryOp::Shl => Number::Integer(shift_left(left.integer()?, right.integer()?)),
        BinaryOp::Shr => Number::Integer(shift_left(left.integer()?, right.integer()?.wrapping_neg())),
    };
    result.folded()
}

/// The result of a unary operation on a constant, where the reference computes it when compiling.
pub fn fold_unary(op: UnaryOp, operand: &Operand) -> Option<Operand> {
    if let (UnaryOp::Len, Operand::String(text)) = (op, operand) {
        return i64::try_from(text.len()).ok().map(Operand::Integer);
    }
    let operand = Number::of(operand)?;
    let result = match (op, operand) {
        (UnaryOp::Neg, Number::Integer(value)) => Number::Integer(value.wrapping_neg()),
        (UnaryOp::Neg, Number::Float(value)) => Number::Float(-value),
        (UnaryOp::BNot, value) => Number::Integer(!value.integer()?),
        (UnaryOp::Len, _) => return None,
    };
    result.folded()
}

/// Whether a constant counts as true; none for variables.
pub fn truth(operand: &Operand) -> Option<bool> {
    match operand {
        Operand::Local(_) | Operand::Upvalue(_) => None,
        Operand::Nil | Operand::Bool(false) => Some(false),
        Operand::Bool(true) | Operand::Integer(_) | Operand::Float(_) | Operand::String(_) | Operand::Library(_) => Some(true),
    }
}

fn arithmetic(left: Number, right: Number, integers: fn(i64, i64) -> i64, floats: fn(f64, f64) -> f64) -> Number {
    match (left, right) {
        (Number::Integer(left), Number::Integer(right)) => Number::Integer(integers(left, right)),
        (left, right) => Number::Float(floats(left.float(), right.float())),
    }
}

/// `a % b`, which takes the sign of the divisor; it is not 0.
fn modulo(a: i64, b: i64) -> i64 {
    let rest = a.wrapping_rem(b);
    if rest != 0 && (rest ^ b) < 0 { rest + b } else { rest }
}

fn modulo_of_floats(a: f64, b: f64) -> f64 {
    let rest = a % b;
    let has_wrong_sign = if rest > 0.0 { b < 0.0 } else { rest < 0.0 && b > 0.0 };
    if has_wrong_sign { rest + b } else { rest }
}

/// `a // b`, rounded down; `b` is not 0.
fn floor_division(a: i64, b: i64) -> i64 {
    let quotient = a.wrapping_div(b);
    if (a ^ b) < 0 && a.wrapping_rem(b) != 0 { quotient - 1 } else { quotient }
}

/// `a ^ b`; squares are products, as in the reference.
#[allow(clippy::float_cmp, reason = "it is the reference's test")]
fn power(a: f64, b: f64) -> f64 {
    if b == 2.0 { a * a } else { a.powf(b) }
}

/// Shifts bits to the left, or to the right by a negative distance; from 64 on nothing remains.
#[allow(clippy::cast_sign_loss, clippy::cast_possible_wrap, reason = "bits are shifted, not numbers")]
fn shift_left(value: i64, distance: i64) -> i64 {
    match distance {
        0..=63 => ((value as u64) << distance) as i64,
        -63..=-1 => ((value as u64) >> -distance) as i64,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::{BinaryOp, Operand, UnaryOp, fold_binary, fold_unary};

    fn integers(op: BinaryOp, left: i64, right: i64) -> Option<Operand> {
        fold_binary(op, &Operand::Integer(left), &Operand::Integer(right))
    }

    #[test]
    fn integers_wrap_and_divide_towards_minus_infinity() {
        assert_eq!(integers(BinaryOp::Add, i64::MAX, 1), Some(Operand::Integer(i64::MIN)));
        assert_eq!(integers(BinaryOp::IDiv, -7, 2), Some(Operand::Integer(-4)));
        assert_eq!(integers(BinaryOp::IDiv, i64::MIN, -1), Some(Operand::Integer(i64::MIN)));
        assert_eq!(integers(BinaryOp::Mod, -7, 2), Some(Operand::Integer(1)));
        assert_eq!(integers(BinaryOp::Mod, i64::MIN, -1), Some(Operand::Integer(0)));
        assert_eq!(integers(BinaryOp::Mod, 7, -2), Some(Operand::Integer(-1)));
    }

    #[test]
    fn shifts_know_no_sign_and_end_at_64() {
        assert_eq!(integers(BinaryOp::Shl, 1, 63), Some(Operand::Integer(i64::MIN)));
        assert_eq!(integers(BinaryOp::Shl, 1, 64), Some(Operand::Integer(0)));
        assert_eq!(integers(BinaryOp::Shr, -1, 60), Some(Operand::Integer(15)));
        assert_eq!(integers(BinaryOp::Shr, 1, -4), Some(Operand::Integer(16)));
        assert_eq!(integers(BinaryOp::Shl, 1, i64::MIN), Some(Operand::Integer(0)));
        assert_eq!(integers(BinaryOp::Shr, 1, i64::MIN), Some(Operand::Integer(0)));
    }

    #[test]
    fn what_could_raise_or_lose_a_sign_is_left_for_later() {
        assert_eq!(integers(BinaryOp::IDiv, 1, 0), None);
        assert_eq!(integers(BinaryOp::Div, 1, 0), None);
        assert_eq!(fold_binary(BinaryOp::Mul, &Operand::Float(0.0), &Operand::Integer(-1)), None);
        assert_eq!(fold_unary(UnaryOp::Neg, &Operand::Float(0.0)), None);
        assert_eq!(fold_binary(BinaryOp::BAnd, &Operand::Float(1.5), &Operand::Integer(1)), None);
        assert_eq!(fold_binary(BinaryOp::BAnd, &Operand::Float(3.0), &Operand::Integer(2)), Some(Operand::Integer(2)));
    }
}
