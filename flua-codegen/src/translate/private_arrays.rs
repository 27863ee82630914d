//! Operations on private arrays ([`crate::analyze`]), where the version is left when they turn out not to be such ([`exits`](super::exits)).
//!
//! ```text
//! if (!p.TryGet(i, out x)) { point = 5; goto Leave1; }
//! if (!p.TrySet(i, x) && !p.Set(i, x)) { point = 6; goto Leave1; }
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
use super::functions::type_of;
use crate::analyze::Kind;
use crate::csharp::runtime;
use crate::csharp::{BinaryOperator, Expression, Statement, Text, make};
use crate::ir::{LibraryFunction, LocalId, Operand, SiteId, Values};

impl Body<'_, '_> {
    /// Whether an operand is a private array.
    pub fn is_private(&self, operand: &Operand) -> bool {
        self.kind(operand).is_private()
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
}

/// The C# type of private arrays.
pub fn array_of(elements: &Text) -> Text {
    Text::from(format!("PrivateArray<{elements}>"))
}
