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
//! result. After a store the element is in the table that the array has become. A key that may be something else than an integer is looked up in that table:
//!
//! ```text
//! if (!p.TryGet(key, out x)) { (point, r) = (5, p.Get(key)); goto Leave1; }
//! if (!p.TrySet(key, x))
//! {
//!     if (p.Set(L, key, x).IsAbrupt) { point = 6; goto Unwind; }
//!     if (p.IsTable) { point = 6; goto Leave2; }
//! }
//! ```

use super::body::Body;
use super::functions::{RESUMABLE, type_of};
use super::resume::{self, number};
use crate::analyze::{Holder, Kind};
use crate::csharp::runtime;
use crate::csharp::{BinaryOperator, Expression, Literal, Statement, Text, make};
use crate::ir::visit::for_each_instruction;
use crate::ir::{Instruction, LibraryFunction, LocalId, Operand, SiteId, Values};

/// Where a version with private arrays is left alike: what the general version restores, and how.
pub type ExitKey = (Box<[Holder]>, Exit);

/// How a version with private arrays is left.
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
    /// Whether an operand is a private array.
    pub fn is_private(&self, operand: &Operand) -> bool {
        matches!(self.kind(operand), Kind::Private(_))
    }

    /// The array of an operand.
    fn array(&self, operand: &Operand) -> Expression {
        match operand {
            Operand::Local(local) => self.place(*local),
            _ => unreachable!("a private array is in a local"),
        }
    }

    /// What others see of an array from now on, since the activation ends: `PrivateArray<long>.ToTable(p)`.
    pub fn escaping(&self, array: LocalId) -> Expression {
        let ty = make::name(type_of(self.unit, self.facts.kinds[array]));
        make::invoke(make::member(ty, runtime::PRIVATE_TO_TABLE.name), vec![self.place(array)])
    }

    /// `to = array[key]`
    pub fn private_index(&mut self, to: LocalId, array: &Operand, key: &Operand, site: SiteId) {
        let array = self.array(array);
        let key_value = self.operand(key);
        let place = self.place(to);
        let found = make::call_on(array.clone(), runtime::PRIVATE_TRY_GET, vec![key_value.clone(), make::out(place)]);
        let leave = if self.kind(key) == Kind::Int {
            self.leave(site, None)
        } else {
            self.leave(site, Some(make::call_on(array, runtime::PRIVATE_GET, vec![key_value])))
        };
        self.out.push(make::when(make::not(found), leave));
    }

    /// `array[key] = value`
    pub fn private_set_index(&mut self, array: &Operand, key: &Operand, value: &Operand, site: SiteId) {
        let array = self.array(array);
        let key_value = self.operand(key);
        if self.kind(key) != Kind::Int {
            let value = self.operand(value);
            let all = vec![make::state(), key_value.clone(), value.clone()];
            let set = make::call_on(array.clone(), runtime::PRIVATE_SET_ANY, all);
            let unwind = self.unwind(site);
            let leave = self.leave(site, None);
            let is_table = make::member(array.clone(), runtime::PRIVATE_IS_TABLE.name);
            let slow = vec![make::when(make::member(set, runtime::IS_ABRUPT.name), unwind), make::when(is_table, leave)];
            let stored = make::call_on(array, runtime::PRIVATE_TRY_SET, vec![key_value, value]);
            self.out.push(Statement::If(make::not(stored), slow, Vec::new()));
            return;
        }
        if *value == Operand::Nil {
            let removed = make::call_on(array, runtime::PRIVATE_REMOVE, vec![key_value]);
            let leave = self.leave(site, None);
            self.out.push(make::when(make::not(removed), leave));
            return;
        }
        let value = self.operand(value);
        self.store(array, key_value, value, site);
    }

    /// `table.insert(array, value)`; false for any other call.
    pub fn private_insert(&mut self, callee: &Operand, arguments: &Values, site: SiteId) -> bool {
        let (Operand::Library(LibraryFunction::TableInsert), [array, value]) = (callee, arguments.fixed.as_slice()) else {
            return false;
        };
        if !self.is_private(array) {
            return false;
        }
        let array = self.array(array);
        let length = make::member(array.clone(), runtime::PRIVATE_LENGTH.name);
        let behind = make::binary(length, BinaryOperator::Add, make::int(1));
        let value = self.operand(value);
        self.store(array, behind, value, site);
        true
    }

    fn store(&mut self, array: Expression, key: Expression, value: Expression, site: SiteId) {
        let arguments = vec![key, value];
        let mut unsuitable = make::not(make::call_on(array.clone(), runtime::PRIVATE_SET, arguments.clone()));
        if self.is_hot() {
            let stored = make::call_on(array, runtime::PRIVATE_TRY_SET, arguments);
            unsuitable = make::and(make::not(stored), unsuitable);
        }
        let leave = self.leave(site, None);
        self.out.push(make::when(unsuitable, leave));
    }

    /// `to = #array`
    pub fn private_length(&mut self, to: LocalId, array: &Operand) {
        let length = make::member(self.array(array), runtime::PRIVATE_LENGTH.name);
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
            let arguments = vec![make::int(start as usize + index), self.operand(value)];
            let set = make::call_on(self.place(array), runtime::PRIVATE_SET, arguments);
            self.out.push(Statement::Expression(set));
        }
    }

    /// Makes room ahead for the elements of a loop.
    pub fn reserve_private(&mut self, array: LocalId, first: Expression, last: Expression) -> Statement {
        Statement::Expression(make::call_on(self.place(array), runtime::PRIVATE_RESERVE, vec![first, last]))
    }

    /// `{ point = 5; goto Leave1; }`: the activation goes on in the general version behind an operation, which gives nil, nothing, or some result.
    fn leave(&mut self, site: SiteId, result: Option<Expression>) -> Statement {
        let exits = self.facts.exits.as_ref().expect("only a version that may be left has private arrays");
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

    /// `{ point = 5; goto Save1; }`: what an abrupt return of an operation does that may be suspended, in a version with private arrays. The activation goes on
    /// in the general version.
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
            let values = Expression::Collection(values);
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
            // Only a step that is a constant has no variable.
            return match holder {
                Holder::Step(control) => self.constant_step(control),
                Holder::Local(_) | Holder::Last(_) | Holder::Cursor(_) => make::default(),
            };
        };
        match (self.facts.variables.slots[slot].kind, holder) {
            (Kind::Private(_), Holder::Local(local)) => self.escaping(local),
            (Kind::Cell | Kind::Array, _) => resume::raw(self.slot(slot)),
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

/// The C# type of private arrays.
pub fn array_of(elements: &Text) -> Text {
    Text::from(format!("PrivateArray<{elements}>"))
}
