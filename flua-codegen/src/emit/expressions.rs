//! The text of expressions. Parentheses come from the precedence ladder.

use super::literal::{literal, push};
use crate::csharp::{Expression, Initializer, ObjectCreation, Precedence};

/// Writes an expression.
pub fn expression(out: &mut String, value: &Expression) {
    match value {
        Expression::IdentifierName(name) => out.push_str(name.as_str()),
        Expression::This => out.push_str("this"),
        Expression::Literal(value) => literal(out, value),
        Expression::MemberAccess(target, name) => {
            operand(out, target, Precedence::Primary);
            out.push('.');
            out.push_str(name.as_str());
        }
        Expression::Invocation(target, arguments) => {
            operand(out, target, Precedence::Primary);
            out.push('(');
            list(out, arguments, expression);
            out.push(')');
        }
        Expression::ElementAccess(parts) => {
            let [target, index] = &**parts;
            operand(out, target, Precedence::Primary);
            out.push('[');
            expression(out, index);
            out.push(']');
        }
        Expression::Binary(operator, operands) => {
            let [left, right] = &**operands;
            operand(out, left, operator.precedence());
            out.push(' ');
            out.push_str(operator.symbol());
            out.push(' ');
            operand(out, right, operator.precedence().tighter());
        }
        Expression::LogicalNot(inner) => prefixed(out, "!", inner),
        Expression::UnaryMinus(inner) => prefixed(out, "-", inner),
        Expression::BitwiseNot(inner) => prefixed(out, "~", inner),
        Expression::Conditional(condition, then, otherwise) => {
            operand(out, condition, Precedence::ConditionalOr);
            out.push_str(" ? ");
            operand(out, then, Precedence::ConditionalOr);
            out.push_str(" : ");
            operand(out, otherwise, Precedence::ConditionalOr);
        }
        Expression::Assignment(sides) => assignment(out, sides, " = "),
        Expression::AddAssignment(sides) => assignment(out, sides, " += "),
        Expression::Cast(ty, inner) => {
            out.push('(');
            out.push_str(ty.as_str());
            out.push(')');
            // A sign after a cast could be read as a subtraction.
            let bound = if inner.precedence() == Precedence::Unary { Precedence::Primary } else { Precedence::Unary };
            operand(out, inner, bound);
        }
        Expression::ObjectCreation(creation) => {
            let ObjectCreation { ty, arguments, initializers } = &**creation;
            out.push_str("new ");
            out.push_str(ty.as_str());
            if !arguments.is_empty() || initializers.is_empty() {
                out.push('(');
                list(out, arguments, expression);
                out.push(')');
            }
            if !initializers.is_empty() {
                out.push_str(" { ");
                list(out, initializers, initializer);
                out.push_str(" }");
            }
        }
        Expression::Collection(elements) => {
            out.push('[');
            list(out, elements, expression);
            out.push(']');
        }
        Expression::Tuple(elements) => {
            out.push('(');
            list(out, elements, expression);
            out.push(')');
        }
        Expression::Lambda(parameter, body) => {
            push(out, format_args!("static {parameter} => "));
            expression(out, body);
        }
        Expression::Ref(place) => {
            out.push_str("ref ");
            expression(out, place);
        }
        Expression::Out(place) => {
            out.push_str("out ");
            expression(out, place);
        }
    }
}

/// An operand, in parentheses when it binds looser than its surroundings.
fn operand(out: &mut String, value: &Expression, bound: Precedence) {
    if value.precedence() < bound {
        out.push('(');
        expression(out, value);
        out.push(')');
    } else {
        expression(out, value);
    }
}

/// A prefix operator; an operand that has one itself gets parentheses, so that `- -x` never becomes `--x`.
fn prefixed(out: &mut String, operator: &str, inner: &Expression) {
    out.push_str(operator);
    let bound = if operator == "!" { Precedence::Unary } else { Precedence::Primary };
    operand(out, inner, bound);
}

fn assignment(out: &mut String, [left, right]: &[Expression; 2], operator: &str) {
    expression(out, left);
    out.push_str(operator);
    expression(out, right);
}

fn initializer(out: &mut String, value: &Initializer) {
    out.push_str(value.name.as_str());
    out.push_str(" = ");
    expression(out, &value.value);
}

fn list<T>(out: &mut String, items: &[T], write: impl Fn(&mut String, &T)) {
    for (index, item) in items.iter().enumerate() {
        if index > 0 {
            out.push_str(", ");
        }
        write(out, item);
    }
}
