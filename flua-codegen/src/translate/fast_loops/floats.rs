//! Boxed variables that are floats in the usual way.
//!
//! A variable that the usual way reads as a float only, having seen that it is one, and to which it assigns floats only, is a `double` there: it is seen to
//! be a float before the first round, and is one ever after. (In functions that cannot be suspended most of them are unboxed for the whole loop, see
//! [`accumulators`](super::super::accumulators).)

use crate::csharp::visit::{each_expression, each_expression_of_mut, each_statement, own_expressions};
use crate::csharp::{BinaryOperator, Expression, Literal, Statement, Text, make, runtime};

/// What is known of a variable.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Form {
    /// It stays as it is.
    Plain,
    /// It is a float in the usual way.
    Float,
    /// It is a float in the usual way, and may as well begin with an integer: nothing is done with it but arithmetic with another float.
    Sum,
}

/// What is known of the variables around.
pub struct Around<'a> {
    /// Whether a variable is a `double` anyway.
    pub is_double: &'a dyn Fn(&Text) -> bool,
    /// Whether the float of a variable may have begun as an integer.
    pub may_be_integer: &'a dyn Fn(&Text) -> bool,
}

/// Finds the form of a variable, of the type `LuaValue`, in the usual way of a loop.
pub fn form(list: &[Statement], name: &Text, around: &Around<'_>) -> Form {
    let mut counts = Counts::default();
    each_statement(list, &mut |statement| {
        own_expressions(statement, &mut |expression| {
            each_expression(expression, &mut |inner| counts.count(inner, name, around));
        });
    });
    if counts.assigned == 0 || counts.floats == 0 || counts.all != counts.floats + counts.guards + counts.assigned {
        Form::Plain
    } else if counts.floats == counts.with_floats {
        Form::Sum
    } else {
        Form::Float
    }
}

/// Unboxes a variable: whether it is a float is no question any more, and its float is the variable.
pub fn unbox(list: &mut [Statement], name: &Text) {
    each_expression_of_mut(list, &mut |expression| match expression {
        Expression::MemberAccess(owner, member) if is_named(owner, name) => {
            if member.as_str() == runtime::IS_FLOAT.name {
                *expression = make::boolean(true);
            } else {
                *expression = make::name(name.clone());
            }
        }
        Expression::Binary(BinaryOperator::LogicalAnd, _) => drop_true(expression),
        _ => {}
    });
}

/// What stands under a condition that is always true is a block.
pub fn settle(list: &mut [Statement]) {
    for statement in list {
        match statement {
            Statement::If(condition, then, otherwise) => {
                settle(then);
                settle(otherwise);
                if *condition == make::boolean(true) && otherwise.is_empty() {
                    *statement = Statement::Block(std::mem::take(then));
                }
            }
            Statement::Block(inner) => settle(inner),
            _ => {}
        }
    }
}

/// `true && x` is `x`.
fn drop_true(expression: &mut Expression) {
    let Expression::Binary(BinaryOperator::LogicalAnd, pair) = expression else { return };
    let Some(other) = pair.iter().position(|side| *side == make::boolean(true)).map(|at| 1 - at) else { return };
    let other = std::mem::replace(&mut pair[other], make::default());
    *expression = other;
}

/// A float that the loop carries and that may begin with an integer.
pub struct Sum {
    /// The variable.
    pub boxed: Text,
    /// What its float is in while the loop runs.
    pub unboxed: Text,
    /// Whether any float was added.
    pub any: Text,
}

impl Sum {
    fn is(&self, kind: runtime::Member) -> Expression {
        make::member(make::name(self.boxed.clone()), kind.name)
    }

    /// `sum.IsFloat || sum.IsInt`
    pub fn is_number(&self) -> Expression {
        make::binary(self.is(runtime::IS_FLOAT), BinaryOperator::LogicalOr, self.is(runtime::IS_INT))
    }

    /// `sum.IsInt ? (double)sum.n : sum2`
    pub fn first(&self) -> Expression {
        let whole = Expression::Cast("double".into(), Box::new(self.is(runtime::VALUE_INT)));
        let float = if self.unboxed == self.boxed { self.is(runtime::VALUE_FLOAT) } else { make::name(self.unboxed.clone()) };
        Expression::Conditional(Box::new(self.is(runtime::IS_INT)), Box::new(whole), Box::new(float))
    }

    /// The usual way asks no more whether it is a float, and notes that one was added.
    pub fn begin_with_integers(&self, list: &mut Vec<Statement>) {
        unbox(list, &self.boxed);
        self.note_additions(list);
    }

    fn note_additions(&self, list: &mut Vec<Statement>) {
        let mut all = Vec::with_capacity(list.len() + 1);
        for mut statement in std::mem::take(list) {
            match &mut statement {
                Statement::If(_, then, otherwise) => {
                    self.note_additions(then);
                    self.note_additions(otherwise);
                }
                Statement::Block(inner) => self.note_additions(inner),
                _ => {}
            }
            let adds = matches!(&statement, Statement::Expression(Expression::Assignment(pair)) if pair[0] == make::name(self.unboxed.clone()));
            all.push(statement);
            if adds {
                all.push(make::assign(make::name(self.any.clone()), make::boolean(true)));
            }
        }
        *list = all;
    }
}

#[derive(Default)]
struct Counts {
    /// All occurrences.
    all: usize,
    /// Those that ask whether it is a float.
    guards: usize,
    /// Those that read the float.
    floats: usize,
    /// Those of them that are arithmetic with another float.
    with_floats: usize,
    /// Those that assign a float.
    assigned: usize,
}

impl Counts {
    fn count(&mut self, expression: &Expression, name: &Text, around: &Around<'_>) {
        match expression {
            Expression::IdentifierName(other) if other == name => self.all += 1,
            Expression::MemberAccess(owner, member) if is_named(owner, name) => {
                self.guards += usize::from(member.as_str() == runtime::IS_FLOAT.name);
                self.floats += usize::from(member.as_str() == runtime::VALUE_FLOAT.name);
            }
            Expression::Assignment(pair) if is_named(&pair[0], name) && is_float(&pair[1], around) => self.assigned += 1,
            Expression::Binary(op, pair) if is_arithmetic(*op) => {
                for (one, other) in [(&pair[0], &pair[1]), (&pair[1], &pair[0])] {
                    let is_own = matches!(one, Expression::MemberAccess(owner, member)
                        if is_named(owner, name) && member.as_str() == runtime::VALUE_FLOAT.name);
                    self.with_floats += usize::from(is_own && is_lua_float(other, around));
                }
            }
            _ => {}
        }
    }
}

fn is_named(expression: &Expression, name: &Text) -> bool {
    matches!(expression, Expression::IdentifierName(other) if other == name)
}

/// Whether an expression is of the type `double`.
fn is_float(expression: &Expression, around: &Around<'_>) -> bool {
    computes(expression, &|operand| match operand {
        Expression::Literal(Literal::Double(_)) => true,
        Expression::Cast(ty, _) => ty.as_str() == "double",
        Expression::MemberAccess(_, member) => member.as_str() == runtime::VALUE_FLOAT.name,
        Expression::IdentifierName(name) => (around.is_double)(name),
        _ => false,
    })
}

/// Whether what an expression computes is a float in Lua, whatever a variable is: a constant may be an integer that was converted.
fn is_lua_float(expression: &Expression, around: &Around<'_>) -> bool {
    computes(expression, &|operand| match operand {
        Expression::MemberAccess(owner, member) => {
            member.as_str() == runtime::VALUE_FLOAT.name
                && !matches!(&**owner, Expression::IdentifierName(name) if (around.may_be_integer)(name))
        }
        Expression::IdentifierName(name) => (around.is_double)(name) && !(around.may_be_integer)(name),
        _ => false,
    })
}

/// Whether arithmetic has an operand of a sort, which then is that of its result.
fn computes(expression: &Expression, is_of_sort: &dyn Fn(&Expression) -> bool) -> bool {
    match expression {
        Expression::UnaryMinus(inner) => computes(inner, is_of_sort),
        Expression::Binary(op, pair) if is_arithmetic(*op) => pair.iter().any(|side| computes(side, is_of_sort)),
        operand => is_of_sort(operand),
    }
}

fn is_arithmetic(op: BinaryOperator) -> bool {
    matches!(op, BinaryOperator::Add | BinaryOperator::Subtract | BinaryOperator::Multiply | BinaryOperator::Divide)
}
