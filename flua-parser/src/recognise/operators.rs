//! Operators: what they do to the registers, and what is computed when compiling. Lua §3.4.

use flua_ast::{BinaryOp, UnaryOp};

use super::operands::{Kind, Operand};
use super::{Recogniser, Step};

/// The integers that an instruction can hold beside a register.
const IMMEDIATE: std::ops::RangeInclusive<i64> = -127..=128;

impl Recogniser<'_> {
    /// A condition: goes on if it is true, jumps otherwise.
    pub(super) fn go_if_true(&mut self, operand: &mut Operand) -> Step {
        self.discharge_variable(operand);
        let jumps = match operand.kind {
            Kind::Jump => true,
            Kind::Listed(_) | Kind::Float(_) | Kind::Integer(_) | Kind::String(_) | Kind::True => false,
            _ => self.jump_on_condition(operand)?,
        };
        operand.jumps_if_false |= jumps;
        operand.jumps_if_true = false;
        Ok(())
    }

    /// A condition: goes on if it is false, jumps otherwise.
    pub(super) fn go_if_false(&mut self, operand: &mut Operand) -> Step {
        self.discharge_variable(operand);
        let jumps = match operand.kind {
            Kind::Jump => true,
            Kind::Nil | Kind::False => false,
            _ => self.jump_on_condition(operand)?,
        };
        operand.jumps_if_true |= jumps;
        operand.jumps_if_false = false;
        Ok(())
    }

    fn jump_on_condition(&mut self, operand: &mut Operand) -> Step<bool> {
        if operand.kind != (Kind::Relocatable { is_not: true }) {
            self.discharge_to_any_register(operand)?;
            self.free(operand);
        }
        Ok(true)
    }

    /// A unary operator, behind its operand.
    pub(super) fn prefix(&mut self, op: UnaryOp, operand: &mut Operand) -> Step {
        self.discharge_variable(operand);
        match op {
            UnaryOp::Not => self.not(operand),
            UnaryOp::Neg | UnaryOp::BNot => match fold_unary(op, operand) {
                Some(kind) => {
                    operand.kind = kind;
                    Ok(())
                }
                None => self.unary_value(operand),
            },
            UnaryOp::Len => self.unary_value(operand),
        }
    }

    fn unary_value(&mut self, operand: &mut Operand) -> Step {
        self.put_in_any_register(operand)?;
        self.free(operand);
        operand.kind = Kind::Relocatable { is_not: false };
        Ok(())
    }

    fn not(&mut self, operand: &mut Operand) -> Step {
        operand.kind = match operand.kind {
            Kind::Nil | Kind::False => Kind::True,
            Kind::Listed(_) | Kind::Float(_) | Kind::Integer(_) | Kind::String(_) | Kind::True => Kind::False,
            Kind::Jump => Kind::Jump,
            _ => {
                self.discharge_to_any_register(operand)?;
                self.free(operand);
                Kind::Relocatable { is_not: true }
            }
        };
        std::mem::swap(&mut operand.jumps_if_true, &mut operand.jumps_if_false);
        Ok(())
    }

    /// A binary operator, behind its first operand.
    pub(super) fn infix(&mut self, op: BinaryOp, operand: &mut Operand) -> Step {
        self.discharge_variable(operand);
        match op {
            BinaryOp::And => self.go_if_true(operand),
            BinaryOp::Or => self.go_if_false(operand),
            BinaryOp::Concat => self.put_in_next_register(operand),
            BinaryOp::Eq | BinaryOp::Ne => {
                if !operand.is_numeral() {
                    self.put_in_register_or_constant(operand)?;
                }
                Ok(())
            }
            BinaryOp::Lt | BinaryOp::Le | BinaryOp::Gt | BinaryOp::Ge => {
                if is_immediate_number(operand) {
                    Ok(())
                } else {
                    self.put_in_any_register(operand)
                }
            }
            _ => {
                if operand.is_numeral() {
                    Ok(())
                } else {
                    self.put_in_any_register(operand)
                }
            }
        }
    }

    /// A binary operator, behind its second operand; the result is in the first.
    pub(super) fn postfix(&mut self, op: BinaryOp, left: &mut Operand, mut right: Operand) -> Step {
        self.discharge_variable(&mut right);
        if let Some(kind) = fold_binary(op, left, &right) {
            left.kind = kind;
            return Ok(());
        }
        match op {
            BinaryOp::And => {
                right.jumps_if_false |= left.jumps_if_false;
                *left = right;
                Ok(())
            }
            BinaryOp::Or => {
                right.jumps_if_true |= left.jumps_if_true;
                *left = right;
                Ok(())
            }
            BinaryOp::Concat => {
                self.put_in_next_register(&mut right)?;
                self.free(&right);
                Ok(())
            }
            BinaryOp::Eq | BinaryOp::Ne => self.equality(left, right),
            BinaryOp::Lt | BinaryOp::Le => self.order(left, right),
            BinaryOp::Gt | BinaryOp::Ge => {
                // `a > b` is coded as `b < a`.
                let mut swapped = right;
                self.order(&mut swapped, *left)?;
                *left = swapped;
                Ok(())
            }
            _ => self.arithmetic(op, left, right),
        }
    }

    /// The operators that compute a value of two others.
    fn arithmetic(&mut self, op: BinaryOp, left: &mut Operand, mut right: Operand) -> Step {
        let is_swapped = match op {
            BinaryOp::Add | BinaryOp::Mul => left.is_numeral(),
            BinaryOp::BAnd | BinaryOp::BOr | BinaryOp::BXor => matches!(left.kind, Kind::Integer(_)),
            BinaryOp::Shl => is_immediate_integer(left),
            _ => false,
        };
        if is_swapped {
            std::mem::swap(left, &mut right);
        }
        let has_immediate = match op {
            BinaryOp::Add | BinaryOp::Shr => is_immediate_integer(&right),
            BinaryOp::Sub => is_negatable(&right),
            BinaryOp::Shl => is_swapped || is_negatable(&right),
            _ => false,
        };
        let may_be_constant = match op {
            BinaryOp::BAnd | BinaryOp::BOr | BinaryOp::BXor => matches!(right.kind, Kind::Integer(_)),
            BinaryOp::Shl | BinaryOp::Shr => false,
            _ => right.is_numeral(),
        };
        if has_immediate || (may_be_constant && self.list_constant(&mut right)) {
            return self.binary_value(left, &right);
        }
        if is_swapped {
            std::mem::swap(left, &mut right);
        }
        self.put_in_any_register(&mut right)?;
        self.binary_value(left, &right)
    }

    fn binary_value(&mut self, left: &mut Operand, right: &Operand) -> Step {
        self.put_in_any_register(left)?;
        self.free_both(left, right);
        left.kind = Kind::Relocatable { is_not: false };
        Ok(())
    }

    /// Frees the registers of two operands, the higher first.
    fn free_both(&mut self, left: &Operand, right: &Operand) {
        match (left.kind, right.kind) {
            (Kind::Register(a), Kind::Register(b)) if a > b => {
                self.free(left);
                self.free(right);
            }
            _ => {
                self.free(right);
                self.free(left);
            }
        }
    }

    fn order(&mut self, left: &mut Operand, mut right: Operand) -> Step {
        if is_immediate_number(&right) {
            self.put_in_any_register(left)?;
        } else if is_immediate_number(left) {
            self.put_in_any_register(&mut right)?;
        } else {
            self.put_in_any_register(left)?;
            self.put_in_any_register(&mut right)?;
        }
        self.free_both(left, &right);
        left.kind = Kind::Jump;
        Ok(())
    }

    fn equality(&mut self, left: &mut Operand, mut right: Operand) -> Step {
        if !matches!(left.kind, Kind::Register(_)) {
            std::mem::swap(left, &mut right);
        }
        self.put_in_any_register(left)?;
        if !is_immediate_number(&right) {
            self.put_in_register_or_constant(&mut right)?;
        }
        self.free_both(left, &right);
        left.kind = Kind::Jump;
        Ok(())
    }
}

fn is_immediate_integer(operand: &Operand) -> bool {
    !operand.has_jumps() && matches!(operand.kind, Kind::Integer(value) if IMMEDIATE.contains(&value))
}

/// Whether `a - n` can be coded as `a + -n`.
fn is_negatable(operand: &Operand) -> bool {
    !operand.has_jumps()
        && matches!(operand.kind, Kind::Integer(value) if IMMEDIATE.contains(&value) && IMMEDIATE.contains(&-value))
}

#[expect(clippy::cast_possible_truncation, reason = "only taken when the float is an integer in range")]
fn is_immediate_number(operand: &Operand) -> bool {
    match operand.kind {
        Kind::Float(value) => {
            !operand.has_jumps() && value.fract() == 0.0 && value.abs() < 1e6 && IMMEDIATE.contains(&(value as i64))
        }
        _ => is_immediate_integer(operand),
    }
}

/// A number known when compiling.
#[derive(Clone, Copy)]
enum Number {
    Integer(i64),
    Float(f64),
}

impl Number {
    fn of(operand: &Operand) -> Option<Self> {
        match operand.kind {
            Kind::Integer(value) if !operand.has_jumps() => Some(Self::Integer(value)),
            Kind::Float(value) if !operand.has_jumps() => Some(Self::Float(value)),
            _ => None,
        }
    }

    #[expect(clippy::cast_precision_loss, reason = "Lua converts so")]
    fn to_float(self) -> f64 {
        match self {
            Self::Integer(value) => value as f64,
            Self::Float(value) => value,
        }
    }

    /// The integer that it is exactly equal to.
    #[expect(clippy::cast_possible_truncation, reason = "the range is checked")]
    fn to_integer(self) -> Option<i64> {
        const LIMIT: f64 = 9_223_372_036_854_775_808.0;
        match self {
            Self::Integer(value) => Some(value),
            Self::Float(value) => (value.fract() == 0.0 && (-LIMIT..LIMIT).contains(&value)).then_some(value as i64),
        }
    }

    /// The reference folds neither nan nor zero, lest it confuse 0.0 with -0.0.
    fn folded(self) -> Option<Kind> {
        match self {
            Self::Integer(value) => Some(Kind::Integer(value)),
            Self::Float(value) => (!value.is_nan() && value != 0.0).then_some(Kind::Float(value)),
        }
    }
}

fn fold_unary(op: UnaryOp, operand: &Operand) -> Option<Kind> {
    let number = Number::of(operand)?;
    let result = match (op, number) {
        (UnaryOp::Neg, Number::Integer(value)) => Number::Integer(value.wrapping_neg()),
        (UnaryOp::Neg, Number::Float(value)) => Number::Float(-value),
        (UnaryOp::BNot, number) => Number::Integer(!number.to_integer()?),
        (UnaryOp::Not | UnaryOp::Len, _) => return None,
    };
    result.folded()
}

fn fold_binary(op: BinaryOp, left: &Operand, right: &Operand) -> Option<Kind> {
    let (left, right) = (Number::of(left)?, Number::of(right)?);
    let result = match op {
        BinaryOp::Add | BinaryOp::Sub | BinaryOp::Mul => fold_ring(op, left, right),
        BinaryOp::IDiv | BinaryOp::Mod => fold_floor(op, left, right)?,
        BinaryOp::Div if right.to_float() == 0.0 => return None,
        BinaryOp::Div => Number::Float(left.to_float() / right.to_float()),
        BinaryOp::Pow => Number::Float(left.to_float().powf(right.to_float())),
        BinaryOp::BAnd | BinaryOp::BOr | BinaryOp::BXor | BinaryOp::Shl | BinaryOp::Shr => {
            Number::Integer(fold_bits(op, left.to_integer()?, right.to_integer()?))
        }
        _ => return None,
    };
    result.folded()
}

fn fold_ring(op: BinaryOp, left: Number, right: Number) -> Number {
    if let (Number::Integer(left), Number::Integer(right)) = (left, right) {
        return Number::Integer(match op {
            BinaryOp::Add => left.wrapping_add(right),
            BinaryOp::Sub => left.wrapping_sub(right),
            _ => left.wrapping_mul(right),
        });
    }
    let (left, right) = (left.to_float(), right.to_float());
    Number::Float(match op {
        BinaryOp::Add => left + right,
        BinaryOp::Sub => left - right,
        _ => left * right,
    })
}

/// `//` and `%`, which round towards minus infinity. Division by zero is left to run.
fn fold_floor(op: BinaryOp, left: Number, right: Number) -> Option<Number> {
    if right.to_float() == 0.0 {
        return None;
    }
    if let (Number::Integer(left), Number::Integer(right)) = (left, right) {
        let remainder = left.wrapping_rem(right);
        let is_corrected = remainder != 0 && (remainder ^ right) < 0;
        return Some(Number::Integer(match op {
            BinaryOp::IDiv => left.wrapping_div(right).wrapping_sub(i64::from(is_corrected)),
            _ => remainder.wrapping_add(if is_corrected { right } else { 0 }),
        }));
    }
    let (left, right) = (left.to_float(), right.to_float());
    let remainder = left % right;
    let is_corrected = remainder != 0.0 && (remainder < 0.0) != (right < 0.0);
    Some(Number::Float(match op {
        BinaryOp::IDiv => (left / right).floor(),
        _ => remainder + if is_corrected { right } else { 0.0 },
    }))
}

fn fold_bits(op: BinaryOp, left: i64, right: i64) -> i64 {
    match op {
        BinaryOp::BAnd => left & right,
        BinaryOp::BOr => left | right,
        BinaryOp::BXor => left ^ right,
        BinaryOp::Shl => shift_left(left, right),
        _ => shift_left(left, right.checked_neg().unwrap_or(i64::MAX)),
    }
}

/// A logical shift; by a negative number it goes the other way.
#[expect(clippy::cast_sign_loss, clippy::cast_possible_wrap, reason = "the bits are meant")]
fn shift_left(value: i64, by: i64) -> i64 {
    match by {
        0..64 => ((value as u64) << by) as i64,
        -63..0 => ((value as u64) >> -by) as i64,
        _ => 0,
    }
}
