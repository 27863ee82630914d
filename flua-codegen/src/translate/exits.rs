//! How a special version of a function is left for the general one.
//!
//! ```text
//! Leave1:
//!     K.Missed1 += 1;
//!     return Resume(L, L.Leave(this, point, [PrivateArray<long>.ToTable(p), i], default));
//! Save2:
//!     { L.SaveN(this, null, point, [x, i]); goto Abrupt; }
//! ```
//! The general version goes on behind the operation, as if the activation had been suspended there: at once, where a private array turns out not to be one, or
//! when the activation is resumed. See docs/decisions/0029 and 0030.

use super::body::Body;
use super::functions::RESUMABLE;
use super::resume::{self, number};
use crate::analyze::{Holder, Kind};
use crate::csharp::runtime;
use crate::csharp::{BinaryOperator, Expression, Literal, Statement, Text, make};
use crate::ir::visit::for_each_instruction;
use crate::ir::{Instruction, LocalId, SiteId};

/// Where a special version is left alike: what the general version restores, and how.
pub type ExitKey = (Box<[Holder]>, Exit);

/// How a special version is left.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Exit {
    /// Behind an operation that gives nil or nothing.
    Plain,
    /// Behind an operation that gives something.
    Result,
    /// Behind an operation that was suspended, when it is resumed. Or it has failed.
    Suspended,
}

impl Body<'_, '_> {
    /// `{ point = 5; goto Leave1; }`: the activation goes on in the general version behind an operation, which gives nil, nothing, or some result.
    pub fn leave(&mut self, site: SiteId, result: Option<Expression>) -> Statement {
        let exits = self.facts.exits.as_ref().expect("only a special version is left");
        let exit = if result.is_some() { Exit::Result } else { Exit::Plain };
        let label = self.exit_label((exits.holders[&site].clone(), exit));
        let result = result.map(|result| (self.scratch_value(), result));
        self.jump_to_exit(site, result, label)
    }

    /// `{ point = 5; goto Leave1; }`, where the floats that a loop carries are put where the exit looks for them: `{ (point, sum) = (5, sum.IsFloat ? sum2 :
    /// sum); goto Leave1; }`.
    fn jump_to_exit(&mut self, site: SiteId, result: Option<(Expression, Expression)>, label: Text) -> Statement {
        let number = Expression::Literal(Literal::Int(number(site)));
        let mut pairs = vec![(self.scratch_point(), number)];
        pairs.extend(result);
        pairs.extend(self.carried());
        let noted = if pairs.len() == 1 {
            let (point, number) = pairs.remove(0);
            make::assignment(point, number)
        } else {
            let (targets, values) = pairs.into_iter().unzip();
            make::assignment(Expression::Tuple(targets), Expression::Tuple(values))
        };
        Statement::NotedJump(noted, label)
    }

    fn exit_label(&mut self, key: ExitKey) -> Text {
        if let Some(label) = self.resumption.exits.get(&key) {
            return label.clone();
        }
        let label = self.new_label(if key.1 == Exit::Suspended { "Save" } else { "Leave" });
        self.resumption.exits.insert(key, label.clone());
        label
    }

    /// `{ point = 5; goto Save1; }`: what an abrupt return of an operation does that may be suspended, in a special version. The activation goes on in the
    /// general one.
    pub fn suspended_elsewhere(&mut self, site: SiteId) -> Option<Statement> {
        let holders = self.facts.exits.as_ref()?.holders.get(&site)?.clone();
        let label = self.exit_label((holders, Exit::Suspended));
        Some(self.jump_to_exit(site, None, label))
    }

    /// What the exits jump to, behind the body. Gives what stands before it: a version that is left too often is not begun.
    pub fn exits(&mut self) -> Option<Statement> {
        let exits = std::mem::take(&mut self.resumption.exits);
        if exits.is_empty() {
            return None;
        }
        let is_left = exits.keys().any(|(_, exit)| *exit != Exit::Suspended);
        let count = self.unit.constants.missed();
        if is_left {
            self.unit.constants.keep_missed();
        }
        for ((holders, exit), label) in exits {
            let mut values: Vec<Expression> = holders.iter().map(|&holder| self.held(holder)).collect();
            values.extend(self.saved_varargs());
            let values = make::values(values);
            let point = self.scratch_point();
            self.out.push(Statement::Labeled(label));
            let result = match exit {
                Exit::Plain => make::default(),
                Exit::Result => self.scratch_value(),
                Exit::Suspended => {
                    let null = Expression::Literal(Literal::Null);
                    let saved = self.abrupt(make::on_state(runtime::SAVE_N, vec![Expression::This, null, point, values]));
                    self.out.push(saved);
                    continue;
                }
            };
            let frame = make::on_state(runtime::LEAVE, vec![Expression::This, point, values, result]);
            self.out.push(make::add_to(count.clone(), make::int(1)));
            self.out.push(Statement::Return(make::call(runtime::RESUME, vec![make::state(), frame])));
        }
        if !is_left {
            return None;
        }
        let too_often = make::binary(count, BinaryOperator::GreaterThan, make::name(runtime::MOST_LEFT.name));
        let mut arguments: Vec<Expression> = self.parameters().into_iter().map(|parameter| make::name(parameter.name)).collect();
        arguments.push(Expression::Literal(Literal::Null));
        Some(make::when(too_often, Statement::Return(make::invoke(make::name(RESUMABLE), arguments))))
    }

    /// What the general version is to find in a variable.
    fn held(&mut self, holder: Holder) -> Expression {
        let Some(slot) = self.facts.variables.held_by(holder) else {
            // Only a step that stays the same has no variable of its own.
            return match holder {
                Holder::Step(control) => self.step_of(control),
                Holder::Local(_) | Holder::Last(_) | Holder::Cursor(_) => make::default(),
            };
        };
        match (self.facts.variables.slots[slot].kind, holder) {
            (Kind::Private(_), Holder::Local(local)) => self.escaping(local),
            (Kind::Cell | Kind::Array, _) => resume::raw(self.slot(slot)),
            _ => self.slot(slot),
        }
    }

    fn step_of(&mut self, of: LocalId) -> Expression {
        let mut found = None;
        for_each_instruction(&self.function.body, &mut |instruction| {
            if let Instruction::NumericFor { control, step, .. } = instruction
                && *control == of
            {
                found = Some(step.clone());
            }
        });
        self.operand(&found.expect("a loop has its control variable"))
    }
}
