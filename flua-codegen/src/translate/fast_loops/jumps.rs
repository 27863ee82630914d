//! Jumps and labels of the two forms of a loop.

use rustc_hash::FxHashSet;

use crate::csharp::visit::each_statement;
use crate::csharp::{Expression, Statement, Text, make};

/// The labels in a list.
pub fn labels(list: &[Statement]) -> FxHashSet<Text> {
    let mut labels = FxHashSet::default();
    each_statement(list, &mut |statement| {
        if let Statement::Labeled(label) = statement {
            labels.insert(label.clone());
        }
    });
    labels
}

/// Labels stand before every operation with a resume point; the usual way jumps to few.
pub fn drop_unused_labels(list: &mut Vec<Statement>) {
    let mut used = FxHashSet::default();
    each_statement(list, &mut |statement| {
        if let Statement::Goto(label) | Statement::NotedJump(_, label) = statement {
            used.insert(label.clone());
        }
    });
    drop_labels(list, &used);
}

fn drop_labels(list: &mut Vec<Statement>, used: &FxHashSet<Text>) {
    list.retain(|statement| !matches!(statement, Statement::Labeled(label) if !used.contains(label)));
    for statement in list {
        match statement {
            Statement::If(_, then, otherwise) => {
                drop_labels(then, used);
                drop_labels(otherwise, used);
            }
            Statement::Block(inner) => drop_labels(inner, used),
            _ => {}
        }
    }
}

/// Jumps to a label in place of `break`.
pub fn leave_by_jumps(list: &mut [Statement], done: &Text) {
    for statement in list {
        match statement {
            Statement::Break => *statement = Statement::Goto(done.clone()),
            Statement::If(_, then, otherwise) => {
                leave_by_jumps(then, done);
                leave_by_jumps(otherwise, done);
            }
            Statement::Block(inner) => leave_by_jumps(inner, done),
            _ => {}
        }
    }
}

/// Replaces jumps by what is done before them.
pub fn leave_with(list: &mut [Statement], replace: &dyn Fn(&Text) -> Option<Statement>) {
    for statement in list {
        match statement {
            Statement::Goto(label) => {
                if let Some(other) = replace(label) {
                    *statement = other;
                }
            }
            Statement::If(_, then, otherwise) => {
                leave_with(then, replace);
                leave_with(otherwise, replace);
            }
            Statement::Block(inner) => leave_with(inner, replace),
            _ => {}
        }
    }
}

/// `{ (a, b) = (c, d); goto label; }`
pub fn jump(mut to: Vec<Expression>, mut from: Vec<Expression>, label: &Text) -> Statement {
    match to.len() {
        0 => Statement::Goto(label.clone()),
        1 => Statement::NotedJump(make::assignment(to.remove(0), from.remove(0)), label.clone()),
        _ => Statement::NotedJump(make::assignment(Expression::Tuple(to), Expression::Tuple(from)), label.clone()),
    }
}
