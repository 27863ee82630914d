//! Which variables are live at the labels of a loop's body.
//!
//! Backwards through the statements, again until nothing changes. A set is the bits of a number: loops that assign more than 64 variables are left alone.

use rustc_hash::FxHashMap;

use super::jumps::labels;
use crate::csharp::visit::{each_inner, own_expressions};
use crate::csharp::{Expression, Statement, Text};

/// The variables that are asked about, each with its bit.
pub struct Tracked {
    bits: FxHashMap<Text, u32>,
}

impl Tracked {
    /// Some variables, at most 64.
    pub fn of(names: &[Text]) -> Self {
        Self { bits: names.iter().cloned().zip(0..).collect() }
    }

    fn bit(&self, name: &Text) -> u64 {
        self.bits.get(name).map_or(0, |bit| 1 << bit)
    }
}

/// What is live at the labels of a list of statements that control leaves by jumps alone.
///
/// `outside` is live wherever it is left to, but for `Unwind` and `Abrupt`, where nothing is.
pub fn at_labels(list: &[Statement], tracked: &Tracked, outside: u64) -> FxHashMap<Text, u64> {
    let labels = labels(list).into_iter().map(|label| (label, 0)).collect();
    let mut walk = Walk { tracked, outside, labels, changed: true };
    while walk.changed {
        walk.changed = false;
        walk.list(list, outside);
    }
    walk.labels
}

struct Walk<'a> {
    tracked: &'a Tracked,
    outside: u64,
    labels: FxHashMap<Text, u64>,
    changed: bool,
}

impl Walk<'_> {
    /// What is live before a list, given what is live behind it.
    fn list(&mut self, list: &[Statement], behind: u64) -> u64 {
        list.iter().rev().fold(behind, |live, statement| self.statement(statement, live))
    }

    fn statement(&mut self, statement: &Statement, behind: u64) -> u64 {
        match statement {
            Statement::Labeled(label) => {
                let known = self.labels.get_mut(label).expect("all labels were collected");
                self.changed |= *known != behind;
                *known = behind;
                behind
            }
            Statement::Goto(label) => self.target(label),
            Statement::NotedJump(note, label) => before(note, self.target(label), self.tracked),
            Statement::Return(value) => before(value, 0, self.tracked),
            Statement::If(condition, then, otherwise) => {
                let inner = self.list(then, behind) | self.list(otherwise, behind);
                before(condition, inner, self.tracked)
            }
            Statement::Block(inner) => self.list(inner, behind),
            Statement::Expression(_) | Statement::LocalDeclaration(..) => {
                let mut live = behind;
                own_expressions(statement, &mut |expression| live = before(expression, live, self.tracked));
                live
            }
            Statement::Forever(_) | Statement::Switch(..) | Statement::Break => self.outside | behind,
        }
    }

    fn target(&self, label: &Text) -> u64 {
        match label.as_str() {
            "Unwind" | "Abrupt" => 0,
            _ => self.labels.get(label).copied().unwrap_or(self.outside),
        }
    }
}

/// What is live before an expression. What it assigns is assigned on each way on from it: a fast path that fails leaves its variable to the complete
/// operation.
fn before(expression: &Expression, behind: u64, tracked: &Tracked) -> u64 {
    let (mut assigned, mut read) = (0, 0);
    occurrences(expression, tracked, &mut assigned, &mut read);
    (behind & !assigned) | read
}

/// The variables that an expression assigns and reads.
fn occurrences(expression: &Expression, tracked: &Tracked, assigned: &mut u64, read: &mut u64) {
    match expression {
        Expression::IdentifierName(name) => *read |= tracked.bit(name),
        Expression::Out(place) => target(place, tracked, assigned, read),
        Expression::Assignment(pair) => {
            target(&pair[0], tracked, assigned, read);
            occurrences(&pair[1], tracked, assigned, read);
        }
        other => each_inner(other, |inner| occurrences(inner, tracked, assigned, read)),
    }
}

fn target(place: &Expression, tracked: &Tracked, assigned: &mut u64, read: &mut u64) {
    match place {
        Expression::IdentifierName(name) => *assigned |= tracked.bit(name),
        Expression::Tuple(elements) => {
            for element in elements {
                target(element, tracked, assigned, read);
            }
        }
        other => occurrences(other, tracked, assigned, read),
    }
}
