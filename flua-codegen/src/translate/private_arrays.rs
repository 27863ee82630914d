//! Versions with private arrays ([`crate::analyze`]), and how they are left.
//!
//! ```text
//! if (!p.TryGet(i, out x)) { point = 5; goto Leave1; }
//! if (!p.TrySet(i, x) && !p.Set(i, x)) { point = 6; goto Leave1; }
//! …
//! Leave1:
//!     K.Missed1 += 1;
//!     return Resume(L, L.Leave(this, point, [PrivateArray<long>.ToTable(p), i]));
//! ```
//! An element that is missing is nil, and the activation goes on behind the operation in the general version, which is resumed there with nil as the
//! result. After a store the element is in the table that the array has become.

use super::body::Body;
use super::functions::{RESUMABLE, type_of};
use super::resume::{self, number};
use crate::analyze::{Holder, Kind};
use crate::csharp::runtime;
use crate::csharp::{BinaryOperator, Expression, Literal, Statement, Text, make};
use crate::ir::visit::for_each_instruction;
use crate::ir::{Instruction, LocalId, Operand, SiteId, Values};

impl Body<'_, '_> {
    /// Whether an operand is a private array.
    pub fn is_private(&self, operand: &Operand) -> bool {
        matches!(self.kind(operand), Kind::Private(_))
    }

    /// `to = array[key]`
    pub fn private_index(&mut self, to: LocalId, array: &Operand, key: &Operand, site: SiteId) {
        let arguments = vec![self.operand(array), self.operand(key)];
        let place = self.place(to);
        let missing = make::not(on_first(runtime::PRIVATE_TRY_GET, arguments, Some(place)));
        let leave = self.leave(site);
        self.out.push(make::when(missing, leave));
    }

    /// `array[key] = value`
    pub fn private_set_index(&mut self, array: &Operand, key: &Operand, value: &Operand, site: SiteId) {
        let mut arguments = vec![self.operand(array), self.operand(key)];
        let unsuitable = if *value == Operand::Nil {
            make::not(on_first(runtime::PRIVATE_REMOVE, arguments, None))
        } else {
            arguments.push(self.operand(value));
            let set = make::not(on_first(runtime::PRIVATE_SET, arguments.clone(), None));
            if self.is_hot() { make::and(make::not(on_first(runtime::PRIVATE_TRY_SET, arguments, None)), set) } else { set }
        };
        let leave = self.leave(site);
        self.out.push(make::when(unsuitable, leave));
    }

    /// `to = #array`
    pub fn private_length(&mut self, to: LocalId, array: &Operand) {
        let length = make::member(self.operand(array), runtime::PRIVATE_LENGTH.name);
        let place = self.place(to);
        self.out.push(make::assign(place, length));
    }

    /// `to = {}` with room for some items.
    pub fn new_private(&mut self, to: LocalId, room: u32) {
        let measures = self.facts.exits.as_ref().is_some_and(|exits| exits.measures);
        let ty = type_of(self.unit, self.facts.kinds[to]);
        let place = self.place(to);
        self.out.push(make::assign(place, make::create(ty, vec![make::int(room as usize), make::boolean(measures)])));
    }

    /// Items of a constructor, which are never out of place.
    pub fn private_items(&mut self, array: LocalId, start: u32, values: &Values) {
        for (index, value) in values.fixed.iter().enumerate() {
            let index = make::int(start as usize + index);
            let arguments = vec![self.place(array), index, self.operand(value)];
            self.out.push(Statement::Expression(on_first(runtime::PRIVATE_SET, arguments, None)));
        }
    }

    /// Makes room ahead for the elements of a loop.
    pub fn reserve_private(&mut self, array: LocalId, first: Expression, last: Expression) -> Statement {
        Statement::Expression(on_first(runtime::PRIVATE_RESERVE, vec![self.place(array), first, last], None))
    }

    /// `{ point = 5; goto Leave1; }`: the activation goes on in the general version behind an operation.
    fn leave(&mut self, site: SiteId) -> Statement {
        let exits = self.facts.exits.as_ref().expect("only a version that may be left has private arrays");
        let holders = &exits.holders[&site];
        let label = if let Some(label) = self.resumption.exits.get(holders) {
            label.clone()
        } else {
            let label = self.new_label("Leave");
            self.resumption.exits.insert(holders.clone(), label.clone());
            label
        };
        let point = self.scratch_point();
        Statement::NotedJump(make::assignment(point, Expression::Literal(Literal::Int(number(site)))), label)
    }

    /// What the exits jump to, behind the body. Gives what stands before it: a version that is left too often is not begun.
    pub fn exits(&mut self) -> Option<Statement> {
        let exits = std::mem::take(&mut self.resumption.exits);
        if exits.is_empty() {
            return None;
        }
        let count = self.unit.constants.missed();
        self.unit.constants.keep_missed();
        for (holders, label) in exits {
            let values = holders.iter().map(|&holder| self.held(holder)).collect();
            let arguments = vec![Expression::This, self.scratch_point(), Expression::Collection(values)];
            let frame = make::on_state(runtime::LEAVE, arguments);
            self.out.push(Statement::Labeled(label));
            self.out.push(make::add_to(count.clone(), make::int(1)));
            self.out.push(Statement::Return(make::call(runtime::RESUME, vec![make::state(), frame])));
        }
        let too_often = make::binary(count, BinaryOperator::GreaterThan, make::name(runtime::MOST_LEFT.name));
        let mut arguments: Vec<Expression> = self.parameters().into_iter().map(|parameter| make::name(parameter.name)).collect();
        arguments.push(Expression::Literal(Literal::Null));
        Some(make::when(too_often, Statement::Return(make::invoke(make::name(RESUMABLE), arguments))))
    }

    /// What the general version is to find in a variable.
    fn held(&mut self, holder: Holder) -> Expression {
        let Some(slot) = self.facts.variables.held_by(holder) else {
            // Only a step that is a constant has no variable.
            return match holder {
                Holder::Step(control) => self.constant_step(control),
                Holder::Local(_) | Holder::Last(_) | Holder::Cursor(_) => make::default(),
            };
        };
        match self.facts.variables.slots[slot].kind {
            kind @ Kind::Private(_) => {
                let ty = make::name(type_of(self.unit, kind));
                make::invoke(make::member(ty, runtime::PRIVATE_TO_TABLE.name), vec![self.slot(slot)])
            }
            Kind::Cell | Kind::Array => resume::raw(self.slot(slot)),
            _ => self.slot(slot),
        }
    }

    fn constant_step(&mut self, of: LocalId) -> Expression {
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

/// `first.Member(rest, out place)`
fn on_first(member: runtime::Member, mut arguments: Vec<Expression>, place: Option<Expression>) -> Expression {
    let first = arguments.remove(0);
    arguments.extend(place.map(make::out));
    make::call_on(first, member, arguments)
}

/// The C# type of private arrays.
pub fn array_of(elements: &Text) -> Text {
    Text::from(format!("PrivateArray<{elements}>"))
}
