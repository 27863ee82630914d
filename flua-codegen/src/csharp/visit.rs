//! Walks over the tree.

use super::{Expression, Initializer, Statement};

/// Shows the expressions that stand directly in an expression.
macro_rules! each_child {
    ($expression:expr, $f:expr, $iter:ident) => {
        match $expression {
            Expression::IdentifierName(_) | Expression::This | Expression::Literal(_) => {}
            Expression::MemberAccess(inner, _)
            | Expression::LogicalNot(inner)
            | Expression::UnaryMinus(inner)
            | Expression::BitwiseNot(inner)
            | Expression::Cast(_, inner)
            | Expression::Lambda(_, inner)
            | Expression::Ref(inner)
            | Expression::Out(inner) => $f(inner),
            Expression::Invocation(target, arguments) => {
                $f(target);
                for argument in arguments.$iter() {
                    $f(argument);
                }
            }
            Expression::ElementAccess(pair)
            | Expression::Binary(_, pair)
            | Expression::Assignment(pair)
            | Expression::AddAssignment(pair) => {
                for inner in pair.$iter() {
                    $f(inner);
                }
            }
            Expression::Conditional(condition, then, otherwise) => {
                for inner in [condition, then, otherwise] {
                    $f(inner);
                }
            }
            Expression::ObjectCreation(creation) => {
                for argument in creation.arguments.$iter() {
                    $f(argument);
                }
                for initializer in creation.initializers.$iter() {
                    let Initializer { value, .. } = initializer;
                    $f(value);
                }
            }
            Expression::Collection(elements) | Expression::Tuple(elements) => {
                for element in elements.$iter() {
                    $f(element);
                }
            }
        }
    };
}

/// Shows the expressions that stand directly in an expression.
pub fn each_inner(expression: &Expression, mut f: impl FnMut(&Expression)) {
    each_child!(expression, f, iter);
}

/// Shows an expression and all expressions in it, the outer ones first.
pub fn each_expression(expression: &Expression, f: &mut dyn FnMut(&Expression)) {
    f(expression);
    each_inner(expression, |inner| each_expression(inner, f));
}

/// As [`each_expression`], to change them; the inner ones first.
pub fn each_expression_mut(expression: &mut Expression, f: &mut dyn FnMut(&mut Expression)) {
    let mut inner = |inner: &mut Expression| each_expression_mut(inner, f);
    each_child!(&mut *expression, inner, iter_mut);
    f(expression);
}

/// Shows the expressions that stand in a statement itself, and not in the statements in it.
pub fn own_expressions<'s>(statement: &'s Statement, f: &mut dyn FnMut(&'s Expression)) {
    match statement {
        Statement::LocalDeclaration(_, variables) => {
            for variable in variables {
                f(&variable.value);
            }
        }
        Statement::Expression(value)
        | Statement::If(value, ..)
        | Statement::Switch(value, _)
        | Statement::Return(value)
        | Statement::NotedJump(value, _) => f(value),
        Statement::Forever(_) | Statement::Block(_) | Statement::Break | Statement::Goto(_) | Statement::Labeled(_) => {}
    }
}

/// Shows the lists of statements in a statement.
pub fn inner_lists<'s>(statement: &'s Statement, f: &mut dyn FnMut(&'s [Statement])) {
    match statement {
        Statement::If(_, then, otherwise) => {
            f(then);
            f(otherwise);
        }
        Statement::Forever(body) | Statement::Block(body) => f(body),
        Statement::Switch(_, sections) => {
            for section in sections {
                f(&section.statements);
            }
        }
        _ => {}
    }
}

/// Shows all statements of a list, the outer ones first.
pub fn each_statement<'s>(list: &'s [Statement], f: &mut dyn FnMut(&'s Statement)) {
    for statement in list {
        f(statement);
        inner_lists(statement, &mut |inner| each_statement(inner, f));
    }
}

/// Changes all expressions of a list of statements.
pub fn each_expression_of_mut(list: &mut [Statement], f: &mut dyn FnMut(&mut Expression)) {
    for statement in list {
        match statement {
            Statement::LocalDeclaration(_, variables) => {
                for variable in variables {
                    each_expression_mut(&mut variable.value, f);
                }
            }
            Statement::Expression(value) | Statement::Return(value) | Statement::NotedJump(value, _) => {
                each_expression_mut(value, f);
            }
            Statement::If(value, then, otherwise) => {
                each_expression_mut(value, f);
                each_expression_of_mut(then, f);
                each_expression_of_mut(otherwise, f);
            }
            Statement::Forever(body) | Statement::Block(body) => each_expression_of_mut(body, f),
            Statement::Switch(value, sections) => {
                each_expression_mut(value, f);
                for section in sections {
                    each_expression_of_mut(&mut section.statements, f);
                }
            }
            Statement::Break | Statement::Goto(_) | Statement::Labeled(_) => {}
        }
    }
}
