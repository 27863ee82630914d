//! Abrupt returns: how an activation passes them on, and how it goes on after a yield.
//!
//! ```text
//! if ((t1 = f.Callee.Call1(L, x)).IsAbrupt && (t1 = L.Land()).IsAbrupt) { L.Save2(this, frame, 3, a, s); goto Abrupt; }
//! L3:
//! ```
//! and at the head of the method `case 3: a = saved[0]; s = saved[1]; t1 = L.ResumeValue; goto L3;`.

use flua_ast::Id;
use indexmap::IndexMap;
use rustc_hash::{FxBuildHasher, FxHashMap};

use super::body::Body;
use super::exits::ExitKey;
use crate::analyze::{Kind, LiveSetId, SlotId};
use crate::csharp::runtime::{self, Member};
use crate::csharp::{Expression, Literal, Statement, SwitchSection, Text, make};
use crate::ir::{Condition, Instruction, SiteId};

/// The resume points of a method.
///
/// Points at which the same variables are live share one restore and, when there are several variables, one save behind the body:
/// `{ point = 3; goto Save1; }`.
#[derive(Default)]
pub struct Resumption {
    /// What each point does when all is restored.
    sections: Vec<(LiveSetId, SwitchSection)>,
    /// The labels of the shared saves.
    saves: IndexMap<LiveSetId, Text, FxBuildHasher>,
    /// Whether an error is passed on at the label `Unwind`.
    unwinds: bool,
    /// Whether the label `Abrupt` is jumped to.
    abrupt: bool,
    /// The labels at which the version is left for the general one, by what that restores.
    pub exits: IndexMap<ExitKey, Text, FxBuildHasher>,
}

/// Where all errors that pass the activation are passed on, the point being noted.
const UNWIND_LABEL: &str = "Unwind";

/// Where all abrupt returns end.
const ABRUPT_LABEL: &str = "Abrupt";

/// Where results are returned, if there are many returns.
const LEAVE_LABEL: &str = "Leave";

/// A method has at most four ways out in machine code, and one is for abrupt returns.
const MANY_RETURNS: usize = 4;

/// What a resume point does with the result of what was suspended.
pub enum Delivery {
    /// Nothing.
    Drop,
    /// `variable = L.ResumeValue`
    Value(Expression),
    /// `variable = L.ResumeValue.IsTrue`
    Truth(Expression),
}

/// The site of an instruction that may have a resume point.
pub fn site_of(instruction: &Instruction) -> Option<SiteId> {
    match instruction {
        Instruction::Unary { site, .. }
        | Instruction::Binary { site, .. }
        | Instruction::Compare { site, .. }
        | Instruction::If { condition: Condition::Compare { site, .. }, .. }
        | Instruction::Concat { site, .. }
        | Instruction::Index { site, .. }
        | Instruction::Method { site, .. }
        | Instruction::SetIndex { site, .. }
        | Instruction::Call { site, .. }
        | Instruction::GenericFor { site, .. }
        | Instruction::CloseTop { site, .. }
        | Instruction::SafePoint { site }
        | Instruction::Hook { site, .. }
        | Instruction::HookReturn { site, .. } => Some(*site),
        _ => None,
    }
}

/// The number of a site in the printed code: sites count from 1 there.
pub fn number(site: SiteId) -> i32 {
    i32::try_from(site.index() + 1).expect("a function has fewer sites than an int holds")
}

fn count_returns(statements: &[Statement]) -> usize {
    statements
        .iter()
        .map(|statement| match statement {
            Statement::Return(_) => 1,
            Statement::If(_, then, otherwise) => count_returns(then) + count_returns(otherwise),
            Statement::Forever(body) | Statement::Block(body) => count_returns(body),
            _ => 0,
        })
        .sum()
}

fn replace_returns(statements: &mut [Statement], result: &Expression) {
    for statement in statements {
        match statement {
            Statement::Return(value) if value == result => *statement = Statement::Goto(LEAVE_LABEL.into()),
            Statement::Return(value) => {
                let value = std::mem::replace(value, make::default());
                *statement = Statement::NotedJump(make::assignment(result.clone(), value), LEAVE_LABEL.into());
            }
            Statement::If(_, then, otherwise) => {
                replace_returns(then, result);
                replace_returns(otherwise, result);
            }
            Statement::Forever(body) | Statement::Block(body) => replace_returns(body, result),
            _ => {}
        }
    }
}

impl Body<'_, '_> {
    /// `{ point = 3; goto Unwind; }`: passes on what is no yield. Where there is no other such point, `{ L.Unwind(this, 3); goto Abrupt; }`.
    pub fn unwind(&mut self, site: SiteId) -> Statement {
        let number = Expression::Literal(Literal::Int(number(site)));
        if self.function.sites.len() < 2 {
            return self.abrupt(make::on_state(runtime::UNWIND, vec![Expression::This, number]));
        }
        self.resumption.unwinds = true;
        let point = self.scratch_point();
        Statement::NotedJump(make::assignment(point, number), UNWIND_LABEL.into())
    }

    /// `{ L.Unwind(this, 3); goto Abrupt; }`: does what there is to do before an abrupt return.
    ///
    /// Abrupt returns leave by one `return` of a constant. Each `return` of what a call gives would have the JIT keep a variable in memory,
    /// which is cleared whenever the function is entered, and beyond four of any kind the JIT leads all of them through memory.
    pub fn abrupt(&mut self, before: Expression) -> Statement {
        self.resumption.abrupt = true;
        Statement::NotedJump(before, ABRUPT_LABEL.into())
    }

    /// Whether there is a label `Abrupt` to jump to, or will be.
    pub fn ends_abruptly(&self) -> bool {
        self.resumption.abrupt || self.resumption.unwinds
    }

    /// Passes an abrupt return on, saving what is live when the site is a resume point.
    pub fn pass_on(&mut self, site: SiteId) -> Statement {
        if let Some(suspended) = self.suspended_elsewhere(site) {
            return suspended;
        }
        let Some(live) = self.facts.live.at(site) else {
            return self.unwind(site);
        };
        let number = Expression::Literal(Literal::Int(number(site)));
        let set = self.facts.live.set(live);
        if set.slots.len() < 2 || set.points < 2 {
            return self.save(&set.slots, number);
        }
        let label = if let Some(label) = self.resumption.saves.get(&live) {
            label.clone()
        } else {
            let label = self.new_label("Save");
            self.resumption.saves.insert(live, label.clone());
            label
        };
        let point = self.scratch_point();
        Statement::NotedJump(make::assignment(point, number), label)
    }

    /// The saves that several points share: behind the body, reached by jumps alone.
    pub fn shared_saves(&mut self) {
        for (live, label) in std::mem::take(&mut self.resumption.saves) {
            let point = self.scratch_point();
            let save = self.save(&self.facts.live.set(live).slots, point);
            self.out.push(Statement::Labeled(label));
            self.out.push(save);
        }
    }

    /// Where there are more returns than the JIT makes ways out, results leave by one way too: `{ r = L.Return1(x); goto Leave; }`.
    pub fn gather_returns(&mut self) {
        if !self.unit.facts.optimizes || self.facts.leaf.is_some() || count_returns(&self.out) < MANY_RETURNS {
            return;
        }
        let result = self.scratch_value();
        replace_returns(&mut self.out, &result);
        // The last one stands before the label already.
        match self.out.pop() {
            Some(Statement::Goto(label)) if label.as_str() == LEAVE_LABEL => {}
            Some(Statement::NotedJump(assignment, label)) if label.as_str() == LEAVE_LABEL => {
                self.out.push(Statement::Expression(assignment));
            }
            other => self.out.extend(other),
        }
        self.out.push(Statement::Labeled(LEAVE_LABEL.into()));
        self.out.push(Statement::Return(result));
    }

    /// What abrupt returns jump to, behind the body.
    pub fn abrupt_ends(&mut self) {
        if self.resumption.unwinds {
            let point = self.scratch_point();
            self.out.push(Statement::Labeled(UNWIND_LABEL.into()));
            self.out.push(Statement::Expression(make::on_state(runtime::UNWIND, vec![Expression::This, point])));
        }
        if self.resumption.abrupt {
            self.out.push(Statement::Labeled(ABRUPT_LABEL.into()));
        }
        if self.ends_abruptly() {
            let abrupt = make::member(make::name("LuaValue"), runtime::ABRUPT.name);
            self.out.push(Statement::Return(self.marked(abrupt)));
        }
    }

    /// `{ L.Save2(this, frame, point, a, b); goto Abrupt; }`
    fn save(&mut self, live: &[SlotId], point: Expression) -> Statement {
        let mut arguments = vec![Expression::This, make::name("frame"), point];
        let mut values: Vec<Expression> = self.part.map(|_| raw(make::name("locals"))).into_iter().collect();
        values.extend(live.iter().filter(|&&slot| !self.is_shared(slot)).map(|&slot| self.saved_form(slot)));
        values.extend(self.saved_varargs());
        let member = if let Some(&member) = SAVES.get(values.len()) {
            arguments.append(&mut values);
            member
        } else {
            arguments.push(make::values(values));
            runtime::SAVE_N
        };
        self.abrupt(make::on_state(member, arguments))
    }

    /// The place at which a suspended activation goes on: its label here, its case at the head.
    pub fn resume_here(&mut self, site: SiteId, delivery: Delivery) {
        let Some(live) = self.facts.live.at(site) else {
            return;
        };
        let label = Text::from(format!("L{}", number(site)));
        let value = make::member(make::state(), runtime::RESUME_VALUE.name);
        let proceed = Statement::Goto(label.clone());
        let statements = match delivery {
            Delivery::Drop => vec![proceed],
            Delivery::Value(to) => vec![make::assign(to, value), proceed],
            Delivery::Truth(to) => vec![make::assign(to, make::member(value, runtime::IS_TRUE.name)), proceed],
        };
        self.resumption.sections.push((live, SwitchSection { labels: vec![number(site)], statements }));
        self.out.push(Statement::Labeled(label));
    }

    /// What restores the variables that are live at a point. The object that the parts of a large function share is at hand.
    fn restores(&self, live: &[SlotId]) -> Vec<Statement> {
        let first = usize::from(self.part.is_some());
        let own: Vec<SlotId> = live.iter().copied().filter(|&slot| !self.is_shared(slot)).collect();
        let mut statements: Vec<Statement> = Vec::with_capacity(own.len() + 3);
        for (index, &slot) in own.iter().enumerate() {
            statements.push(make::assign(self.slot(slot), self.restored_form(slot, saved(first + index))));
        }
        if self.saves_varargs() {
            statements.push(make::assign(self.varargs(), cast_object(&"LuaValue[]".into(), saved(first + own.len()))));
        }
        statements
    }

    /// What stands at the head of the method: a switch that restores, and one that goes on where the activation was suspended.
    pub fn resume_switch(&mut self) -> Statement {
        let mut restore: Vec<SwitchSection> = Vec::new();
        let mut group_of: FxHashMap<LiveSetId, usize> = FxHashMap::default();
        let mut proceed = Vec::new();
        for (live, mut section) in std::mem::take(&mut self.resumption.sections) {
            if let Some(&group) = group_of.get(&live) {
                restore[group].labels.extend(&section.labels);
            } else {
                let set = self.facts.live.set(live);
                let mut restores = self.restores(&set.slots);
                if set.points < 2 {
                    restores.append(&mut section.statements);
                    section.statements = restores;
                } else if !restores.is_empty() {
                    group_of.insert(live, restore.len());
                    restores.push(Statement::Break);
                    restore.push(SwitchSection { labels: section.labels.clone(), statements: restores });
                }
            }
            proceed.push(section);
        }
        let state = || make::member(make::name("frame"), runtime::FRAME_STATE.name);
        let values = make::member(make::name("frame"), runtime::FRAME_VALUES.name);
        let mut statements = vec![make::declare("LuaValue[]", "saved", values)];
        if !restore.is_empty() {
            statements.push(Statement::Switch(state(), restore));
        }
        statements.push(Statement::Switch(state(), proceed));
        let resumed =
            make::binary(make::name("frame"), crate::csharp::BinaryOperator::NotEquals, Expression::Literal(Literal::Null));
        Statement::If(resumed, statements, Vec::new())
    }

    /// The varargs as they are saved, behind everything else.
    pub fn saved_varargs(&self) -> Option<Expression> {
        self.saves_varargs().then(|| raw_copy(self.varargs()))
    }

    fn saves_varargs(&self) -> bool {
        self.function.is_vararg && self.facts.reads_varargs && self.part.is_none()
    }

    fn saved_form(&self, slot: SlotId) -> Expression {
        let name = self.slot(slot);
        match self.facts.variables.slots[slot].kind {
            Kind::Cell | Kind::Array => raw(name),
            Kind::Value
            | Kind::Nothing
            | Kind::Int
            | Kind::Float
            | Kind::Bool
            | Kind::String
            | Kind::Table
            | Kind::Function(_)
            | Kind::Global(_)
            | Kind::Cursor => name,
            Kind::Private(_) => unreachable!("a version with private arrays is left, not suspended"),
        }
    }

    fn restored_form(&self, slot: SlotId, value: Expression) -> Expression {
        self.unboxed(self.facts.variables.slots[slot].kind, value)
    }

    /// What a boxed value of a certain kind holds.
    pub fn unboxed(&self, kind: Kind, value: Expression) -> Expression {
        match kind {
            Kind::Value | Kind::Nothing => value,
            Kind::Int => make::member(value, runtime::VALUE_INT.name),
            Kind::Float => make::member(value, runtime::VALUE_FLOAT.name),
            Kind::Bool => make::member(value, runtime::IS_TRUE.name),
            Kind::String => make::member(value, runtime::VALUE_STRING.name),
            Kind::Cursor => Expression::Cast("int".into(), Box::new(make::member(value, runtime::VALUE_INT.name))),
            Kind::Table | Kind::Function(_) | Kind::Global(_) | Kind::Cell | Kind::Array | Kind::Private(_) => {
                cast_object(&super::functions::type_of(self.unit, kind), value)
            }
        }
    }
}

const SAVES: [Member; 7] =
    [runtime::SAVE0, runtime::SAVE1, runtime::SAVE2, runtime::SAVE3, runtime::SAVE4, runtime::SAVE5, runtime::SAVE6];

/// `saved[index]`
fn saved(index: usize) -> Expression {
    make::element(make::name("saved"), make::int(index))
}

/// `LuaValue.RawCopy(varargs)`: the caller's list does not outlive the call.
fn raw_copy(varargs: Expression) -> Expression {
    make::invoke(make::member(make::name("LuaValue"), runtime::RAW_COPY.name), vec![varargs])
}

/// `LuaValue.Raw(value)`
pub fn raw(value: Expression) -> Expression {
    make::invoke(make::member(make::name("LuaValue"), runtime::RAW.name), vec![value])
}

/// `Unsafe.As<Type>(value.o)`
pub fn cast_object(ty: &Text, value: Expression) -> Expression {
    let function = make::member(make::name("Unsafe"), Text::from(format!("As<{ty}>")));
    make::invoke(function, vec![make::member(value, runtime::VALUE_OBJECT.name)])
}
