//! The precedence ladder of C#, as far as the tree goes: it decides about parentheses.

use super::{BinaryOperator, Expression, Literal};

/// How tightly an expression binds, loosest first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
#[allow(missing_docs, reason = "the names are those of the C# specification §12.4.2")]
pub enum Precedence {
    Assignment,
    ConditionalOr,
    ConditionalAnd,
    LogicalOr,
    LogicalXor,
    LogicalAnd,
    Equality,
    Relational,
    Additive,
    Multiplicative,
    Unary,
    Primary,
}

impl Precedence {
    /// The next tighter one: what the right operand of a left-associative operator needs.
    pub fn tighter(self) -> Self {
        match self {
            Self::Assignment => Self::ConditionalOr,
            Self::ConditionalOr => Self::ConditionalAnd,
            Self::ConditionalAnd => Self::LogicalOr,
            Self::LogicalOr => Self::LogicalXor,
            Self::LogicalXor => Self::LogicalAnd,
            Self::LogicalAnd => Self::Equality,
            Self::Equality => Self::Relational,
            Self::Relational => Self::Additive,
            Self::Additive => Self::Multiplicative,
            Self::Multiplicative => Self::Unary,
            Self::Unary | Self::Primary => Self::Primary,
        }
    }
}

impl BinaryOperator {
    /// How tightly the operator binds.
    pub fn precedence(self) -> Precedence {
        match self {
            Self::Multiply | Self::Divide => Precedence::Multiplicative,
            Self::Add | Self::Subtract => Precedence::Additive,
            Self::LessThan | Self::LessThanOrEqual | Self::GreaterThan | Self::As => Precedence::Relational,
            Self::Equals | Self::NotEquals => Precedence::Equality,
            Self::BitwiseAnd => Precedence::LogicalAnd,
            Self::ExclusiveOr => Precedence::LogicalXor,
            Self::BitwiseOr => Precedence::LogicalOr,
            Self::LogicalAnd => Precedence::ConditionalAnd,
            Self::LogicalOr => Precedence::ConditionalOr,
        }
    }
}

impl Expression {
    /// How tightly the expression binds.
    pub fn precedence(&self) -> Precedence {
        match self {
            Self::Binary(operator, _) => operator.precedence(),
            Self::Conditional(..)
            | Self::Assignment(..)
            | Self::AddAssignment(..)
            | Self::Lambda(..)
            | Self::Ref(_)
            | Self::Out(_) => Precedence::Assignment,
            Self::LogicalNot(_) | Self::UnaryMinus(_) | Self::BitwiseNot(_) | Self::Cast(..) => Precedence::Unary,
            Self::Literal(Literal::Long(value)) if *value < 0 => Precedence::Unary,
            Self::Literal(Literal::Int(value)) if *value < 0 => Precedence::Unary,
            Self::Literal(Literal::Double(value)) if value.is_sign_negative() => Precedence::Unary,
            Self::IdentifierName(_)
            | Self::This
            | Self::Literal(_)
            | Self::MemberAccess(..)
            | Self::Invocation(..)
            | Self::ElementAccess(..)
            | Self::ObjectCreation(..)
            | Self::Collection(_)
            | Self::Tuple(_) => Precedence::Primary,
        }
    }
}
