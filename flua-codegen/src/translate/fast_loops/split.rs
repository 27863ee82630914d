//! The usual way of a loop's body, taken out of it.
//!
//! Both forms of the body are made together: the usual way, in which whatever needs a call leaves, and the whole body with labels at which what was left is
//! taken up. A block that holds such a label is printed flat, since C# cannot jump into a nested block.

use rustc_hash::FxHashSet;

use crate::csharp::visit::{each_expression, each_statement, own_expressions};
use crate::csharp::{BinaryOperator, Expression, Statement, Text, make, runtime};

use super::super::body::{Body, leaves};
use super::arrays::{Arrays, look};
use super::jumps::labels;

/// A body in two forms.
pub struct Split {
    /// The usual way. It is left by jumps to labels of the other form.
    pub fast: Vec<Statement>,
    /// The whole body, flat where it must be.
    pub general: Vec<Statement>,
    /// Whether there is a label in the whole body at which it is taken up.
    pub is_entered: bool,
}

/// What a body is split with.
pub struct Splitter<'b, 'a, 'u> {
    body: &'b mut Body<'a, 'u>,
    /// Where the loop is left to.
    done: Text,
    /// The labels in the body: jumps to others leave the loop.
    labels: FxHashSet<Text>,
    /// The labels at which the usual way is left to.
    exits: Vec<Text>,
    /// The private arrays.
    arrays: &'b Arrays,
}

/// What may run in the usual way: all of it is inlined, and calls nothing.
const INLINED: &[runtime::Member] = &[
    runtime::TRY_ADD,
    runtime::TRY_SUB,
    runtime::TRY_MUL,
    runtime::TRY_DIV,
    runtime::TRY_NEG,
    runtime::TRY_BAND,
    runtime::TRY_BOR,
    runtime::TRY_BXOR,
    runtime::TRY_SHL,
    runtime::TRY_SHR,
    runtime::TRY_BNOT,
    runtime::TRY_LEN,
    runtime::TRY_EQ,
    runtime::TRY_LT,
    runtime::TRY_LE,
    runtime::TRY_GET_FIELD,
    runtime::TRY_GET_INT,
    runtime::TRY_GET_INDEX,
    runtime::TRY_SET_FIELD,
    runtime::TRY_SET_INT,
    runtime::TRY_SET_INDEX,
    runtime::TRY_ITERATE,
    runtime::TRY_FOR_NEXT,
    runtime::TRY_FLOOR,
    runtime::TRY_CEIL,
    runtime::SHIFT_LEFT,
    runtime::SHIFT_RIGHT,
    runtime::ABS_INT,
    runtime::ABS_FLOAT,
    runtime::MAX_INT,
    runtime::MIN_INT,
    runtime::MAX_FLOAT,
    runtime::MIN_FLOAT,
    runtime::SQRT_FLOAT,
];

/// The same of types.
const INLINED_OF_TYPES: &[runtime::Member] =
    &[runtime::FIELDS_OF, runtime::FIELDS_SET, runtime::ELEMENTS_OF, runtime::ELEMENTS_SET, runtime::ELEMENTS_TRY_GET];

/// What a function may return by in the usual way.
const RETURNS: &[runtime::Member] = &[runtime::RETURN0, runtime::RETURN1, runtime::RETURN2, runtime::RETURN3];

impl<'b, 'a, 'u> Splitter<'b, 'a, 'u> {
    /// Splits the body of a loop. None if there is a call on its usual way.
    pub fn split(body: &'b mut Body<'a, 'u>, list: &[Statement], done: Text, arrays: &'b Arrays) -> Option<(Split, Vec<Text>)> {
        let mut splitter = Self { body, done, labels: labels(list), exits: Vec::new(), arrays };
        let split = splitter.list(list)?;
        Some((split, splitter.exits))
    }

    fn list(&mut self, list: &[Statement]) -> Option<Split> {
        let mut split = Split { fast: Vec::new(), general: Vec::new(), is_entered: false };
        let mut rest = list;
        while let Some((first, behind)) = rest.split_first() {
            if let Some((length, past)) = attempt(first, behind) {
                if !self.is_inlined_throughout(first) {
                    return None;
                }
                split.fast.push(renamed(first, &past, &fast_label(&past)));
                // One that looks at nothing always succeeds.
                if !matches!(first, Statement::Block(inner) if inner.last() == Some(&Statement::Goto(past.clone()))) {
                    self.leave(&mut split, None);
                }
                split.fast.push(Statement::Labeled(fast_label(&past)));
                split.general.extend(rest[..=length].iter().cloned());
                rest = &rest[length + 1..];
                continue;
            }
            if let Some((length, step)) = step_in_array(first, behind) {
                if !self.is_inlined(step) {
                    return None;
                }
                self.leave(&mut split, Some(make::not(step.clone())));
                split.general.extend(rest[..=length].iter().cloned());
                rest = &rest[length + 1..];
                continue;
            }
            self.statement(first, &mut split)?;
            rest = behind;
        }
        Some(split)
    }

    fn statement(&mut self, statement: &Statement, split: &mut Split) -> Option<()> {
        match statement {
            Statement::If(condition, then, otherwise) => return self.conditional(statement, condition, then, otherwise, split),
            Statement::Block(inner) => {
                let inner = self.list(inner)?;
                split.fast.push(Statement::Block(inner.fast));
                if inner.is_entered {
                    split.is_entered = true;
                    split.general.extend(inner.general);
                } else {
                    split.general.push(statement.clone());
                }
            }
            Statement::Labeled(label) => {
                split.fast.push(Statement::Labeled(fast_label(label)));
                split.general.push(statement.clone());
            }
            Statement::Goto(label) => {
                let to = if self.labels.contains(label) { fast_label(label) } else { label.clone() };
                split.fast.push(Statement::Goto(to));
                split.general.push(statement.clone());
            }
            Statement::Break => {
                split.fast.push(Statement::Goto(self.done.clone()));
                split.general.push(Statement::Break);
            }
            Statement::Return(value) => {
                let is_plain = match value {
                    Expression::Invocation(target, arguments) => {
                        is_return(target) && arguments.iter().all(|argument| self.is_inlined(argument))
                    }
                    other => self.is_inlined(other),
                };
                if !is_plain {
                    return None;
                }
                split.fast.push(statement.clone());
                split.general.push(statement.clone());
            }
            Statement::Expression(_) | Statement::LocalDeclaration(..) => {
                if !self.is_inlined_throughout(statement) {
                    return None;
                }
                split.fast.push(statement.clone());
                split.general.push(statement.clone());
            }
            Statement::NotedJump(..) => {
                self.leave(split, None);
                split.general.push(statement.clone());
            }
            Statement::Forever(_) | Statement::Switch(..) => return None,
        }
        Some(())
    }

    fn conditional(
        &mut self,
        statement: &Statement,
        condition: &Expression,
        then: &[Statement],
        otherwise: &[Statement],
        split: &mut Split,
    ) -> Option<()> {
        if otherwise.is_empty()
            && let Some(fails) = self.unusual(condition, then)
        {
            self.leave(split, Some(fails));
            split.general.push(statement.clone());
            return Some(());
        }
        if !self.is_inlined(condition) {
            return None;
        }
        let (then_split, otherwise_split) = (self.list(then)?, self.list(otherwise)?);
        split.fast.push(Statement::If(condition.clone(), then_split.fast, otherwise_split.fast));
        if !then_split.is_entered && !otherwise_split.is_entered {
            let general = Statement::If(condition.clone(), then_split.general, otherwise_split.general);
            split.general.push(general);
            return Some(());
        }
        split.is_entered = true;
        let end = self.body.new_label("End");
        let other = if otherwise_split.general.is_empty() { end.clone() } else { self.body.new_label("Else") };
        split.general.push(make::when(make::not(condition.clone()), Statement::Goto(other.clone())));
        split.general.extend(then_split.general);
        if !otherwise_split.general.is_empty() {
            if !split.general.last().is_some_and(leaves) {
                split.general.push(Statement::Goto(end.clone()));
            }
            split.general.push(Statement::Labeled(other));
            split.general.extend(otherwise_split.general);
        }
        split.general.push(Statement::Labeled(end));
        Some(())
    }

    /// What a statement begins with that is done by a call, if it is of that form: the condition under which it is.
    fn unusual(&self, condition: &Expression, then: &[Statement]) -> Option<Expression> {
        // `if (!TryAdd(a, b, out t) && (t = Add(L, a, b)).IsAbrupt) …`
        if let Expression::Binary(BinaryOperator::LogicalAnd, pair) = condition
            && let [fails @ Expression::LogicalNot(_), Expression::MemberAccess(_, member)] = &**pair
            && member.as_str() == runtime::IS_ABRUPT.name
            && self.is_inlined(fails)
        {
            return Some(fails.clone());
        }
        // `if (!f.TrySet(i, x) && !f.Set(i, x)) …`
        if let Expression::Binary(BinaryOperator::LogicalAnd, pair) = condition
            && let [fails @ Expression::LogicalNot(attempt), Expression::LogicalNot(_)] = &**pair
            && matches!(look(attempt, self.arrays), Some((_, true)))
            && self.is_inlined(fails)
        {
            return Some(fails.clone());
        }
        // `if (!TryLt(a, b, out test)) { … }`, `if (b == 0) { Mod(L, a, b); { point = 3; goto Unwind; } }`
        let is_fast_path = match condition {
            Expression::LogicalNot(attempt) if look(attempt, self.arrays).is_some() => true,
            Expression::LogicalNot(attempt) => is_attempt(attempt) && !matches!(then, [Statement::Break | Statement::Goto(_)]),
            _ => false,
        };
        let fails =
            matches!(then, [.., Statement::NotedJump(..)]) && then.iter().all(|inner| !matches!(inner, Statement::If(..)));
        ((is_fast_path || fails) && self.is_inlined(condition)).then(|| condition.clone())
    }

    /// Leaves the usual way, if something holds, to a label that the other form gets here.
    fn leave(&mut self, split: &mut Split, condition: Option<Expression>) {
        let label = self.body.new_label("Slow");
        let jump = Statement::Goto(label.clone());
        split.fast.push(match condition {
            Some(condition) => make::when(condition, jump),
            None => jump,
        });
        // What is left is taken up where it began, so the label stands before all of it.
        split.general.push(Statement::Labeled(label.clone()));
        split.is_entered = true;
        self.exits.push(label);
    }

    fn is_inlined_throughout(&self, statement: &Statement) -> bool {
        let mut inlined = true;
        each_statement(std::slice::from_ref(statement), &mut |inner| {
            inlined &=
                !matches!(inner, Statement::Forever(_) | Statement::Switch(..) | Statement::Return(_) | Statement::NotedJump(..));
            own_expressions(inner, &mut |expression| inlined &= self.is_inlined(expression));
        });
        inlined
    }

    /// Whether an expression calls nothing but what is inlined and calls nothing.
    fn is_inlined(&self, expression: &Expression) -> bool {
        let mut inlined = true;
        each_expression(expression, &mut |inner| {
            inlined &= match inner {
                Expression::Invocation(target, _) => self.is_inlined_target(target) || look(inner, self.arrays).is_some(),
                Expression::ObjectCreation(_) | Expression::Collection(_) | Expression::Lambda(..) => false,
                Expression::MemberAccess(target, _) => {
                    !matches!(&**target, Expression::IdentifierName(name) if name.as_str() == "L")
                }
                _ => true,
            };
        });
        inlined
    }

    fn is_inlined_target(&self, target: &Expression) -> bool {
        match target {
            Expression::IdentifierName(name) => INLINED.iter().any(|member| member.name == name.as_str()),
            Expression::MemberAccess(owner, name) => match &**owner {
                Expression::IdentifierName(owner) => {
                    INLINED_OF_TYPES.iter().any(|member| member.owner == owner.as_str() && member.name == name.as_str())
                        // A leaf, which is inlined.
                        || (owner.as_str().starts_with("F_") && self.body.unit.classes.iter().any(|class| class == owner))
                }
                _ => false,
            },
            _ => false,
        }
    }
}

/// Whether an expression is a fast path: what it gives says whether that was all.
fn is_attempt(expression: &Expression) -> bool {
    match expression {
        Expression::Invocation(target, _) => {
            matches!(&**target, Expression::IdentifierName(name) if name.as_str().starts_with("Try"))
        }
        _ => false,
    }
}

fn is_return(target: &Expression) -> bool {
    match target {
        Expression::MemberAccess(owner, name) => {
            matches!(&**owner, Expression::IdentifierName(owner) if owner.as_str() == "L")
                && RETURNS.iter().any(|member| member.name == name.as_str())
        }
        _ => false,
    }
}

/// The label of the usual way that stands for one of the body.
fn fast_label(label: &Text) -> Text {
    Text::from(format!("Fast{label}"))
}

/// An attempt at a stretch, with what follows until the label behind the stretch: how many statements that is, and the label.
fn attempt(first: &Statement, behind: &[Statement]) -> Option<(usize, Text)> {
    if !matches!(first, Statement::If(..) | Statement::Block(_)) {
        return None;
    }
    let mut past = None;
    each_statement(std::slice::from_ref(first), &mut |statement| {
        if let Statement::Goto(label) = statement
            && label.as_str().strip_prefix("Past").is_some_and(|number| number.bytes().all(|byte| byte.is_ascii_digit()))
        {
            past = Some(label.clone());
        }
    });
    let past = past?;
    Some((distance(behind, &past)?, past))
}

/// `if (TryIterate(…)) goto Next1;` with what follows until the label: how many statements that is, and the condition.
fn step_in_array<'s>(first: &'s Statement, behind: &[Statement]) -> Option<(usize, &'s Expression)> {
    let Statement::If(step, then, _) = first else { return None };
    let [Statement::Goto(next)] = then.as_slice() else { return None };
    if !is_attempt(step) {
        return None;
    }
    Some((distance(behind, next)?, step))
}

/// How many statements behind the first a label stands.
fn distance(behind: &[Statement], label: &Text) -> Option<usize> {
    let at = behind.iter().position(|statement| matches!(statement, Statement::Labeled(other) if other == label))?;
    Some(at + 1)
}

/// A statement with jumps to another label.
fn renamed(statement: &Statement, from: &Text, to: &Text) -> Statement {
    match statement {
        Statement::Goto(label) if label == from => Statement::Goto(to.clone()),
        Statement::If(condition, then, otherwise) => {
            let [then, otherwise] =
                [then, otherwise].map(|list| list.iter().map(|inner| renamed(inner, from, to)).collect::<Vec<_>>());
            Statement::If(condition.clone(), then, otherwise)
        }
        Statement::Block(inner) => Statement::Block(inner.iter().map(|inner| renamed(inner, from, to)).collect()),
        other => other.clone(),
    }
}
