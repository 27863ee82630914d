//! Indexing, assignment to fields, constructors.

use std::sync::Arc;

use super::body::Body;
use super::resume::Delivery;
use crate::analyze::Kind;
use crate::csharp::runtime::{self, Member};
use crate::csharp::{BinaryOperator, Expression, Literal, Statement, make};
use crate::ir::{FunctionId, Instruction, LibraryFunction, LocalId, Open, Operand, SiteId, TableData, TableTemplate, Values};

/// A list of no more items is made of them as they are.
const MOST_ITEMS: usize = 3;

/// The members for one form of key. For some there is no short way.
struct KeyForm {
    try_get: Option<Member>,
    get: Member,
    try_set: Option<Member>,
    set: Member,
}

impl Body<'_, '_> {
    /// A key as an expression, and the members that take its form.
    fn key(&mut self, key: &Operand) -> (Expression, KeyForm) {
        let form = match (key, self.kind(key)) {
            (Operand::String(_), _) => KeyForm {
                try_get: Some(runtime::TRY_GET_FIELD),
                get: runtime::GET_FIELD,
                try_set: Some(runtime::TRY_SET_FIELD),
                set: runtime::SET_FIELD,
            },
            (_, Kind::Int) => KeyForm {
                try_get: Some(runtime::TRY_GET_INT),
                get: runtime::GET_INT,
                try_set: Some(runtime::TRY_SET_INT),
                set: runtime::SET_INT,
            },
            // The complete operation begins with them.
            (_, Kind::String) => KeyForm { try_get: None, get: runtime::GET_INDEX, try_set: None, set: runtime::SET_INDEX },
            _ => KeyForm {
                try_get: Some(runtime::TRY_GET_INDEX),
                get: runtime::GET_INDEX,
                try_set: Some(runtime::TRY_SET_INDEX),
                set: runtime::SET_INDEX,
            },
        };
        (self.operand(key), form)
    }

    /// `to = object[key]`
    pub fn index(&mut self, to: LocalId, object: &Operand, key: &Operand, site: SiteId) {
        if self.is_private(object) {
            self.private_index(to, object, key, site);
            return;
        }
        let target = self.operand(object);
        let (key_value, form) = self.key(key);
        let place = self.place(to);
        if let Kind::Global(function) = self.facts.kinds[to] {
            self.global(place, function, vec![make::state(), target, key_value]);
            return;
        }
        // The short ways are those of tables.
        let fast = form.try_get.filter(|_| self.kind(object) != Kind::String);
        self.operation(place, fast, form.get, vec![target, key_value], site);
    }

    /// `if ((t1 = fib) == null) t1 = fib = GetField(L, _ENV, K.fib).o as F_fib;`: a global to which a function is assigned once is looked up until it is
    /// there.
    fn global(&mut self, place: Expression, function: FunctionId, arguments: Vec<Expression>) {
        let fields = &self.unit.globals[self.id];
        let (_, name) = fields.iter().find(|(known, _)| *known == function).expect("what a function reads has a field");
        let field = make::name(name.clone());
        let found = make::member(make::call(runtime::GET_FIELD, arguments), runtime::VALUE_OBJECT.name);
        let found = make::binary(found, BinaryOperator::As, make::name(self.unit.classes[function].clone()));
        let known = make::assignment(place.clone(), field.clone());
        let is_missing = make::binary(known, BinaryOperator::Equals, Expression::Literal(Literal::Null));
        self.out.push(make::when(is_missing, make::assign(place, make::assignment(field, found))));
    }

    /// `to = object.name`, to be called with the object.
    pub fn method(&mut self, to: LocalId, object: &Operand, name: &[u8], site: SiteId) {
        let target = self.operand(object);
        let key = self.unit.constants.reference(name);
        // Where it may be called often, the call remembers what it found.
        let (operation, arguments) = if self.unit.facts.optimizes && (self.is_hot() || self.function.line > 0) {
            // In place the look costs the JIT more than a call, which pays in loops.
            let find = if self.is_hot() && LibraryFunction::is_string_method(name) {
                runtime::FIND_STRING_METHOD
            } else if self.loop_depth > 0 {
                runtime::FIND_METHOD_IN_PLACE
            } else {
                runtime::FIND_METHOD
            };
            (find, vec![target, key, self.unit.constants.method_call()])
        } else {
            (runtime::GET_METHOD, vec![target, key])
        };
        let place = self.place(to);
        if self.aliases(to, &[object]) {
            let found = self.scratch_value();
            self.operation(found.clone(), None, operation, arguments, site);
            self.out.push(make::assign(place, found));
        } else {
            self.operation(place, None, operation, arguments, site);
        }
    }

    /// `object[key] = value`
    pub fn set_index(&mut self, object: &Operand, key: &Operand, value: &Operand, site: SiteId) {
        if self.is_private(object) {
            self.private_set_index(object, key, value, site);
            return;
        }
        let target = self.operand(object);
        let (key, form) = self.key(key);
        // Elements that become nil are counted, so there is no short way for them.
        let fast = form.try_set.filter(|&fast| fast == runtime::TRY_SET_FIELD || !matches!(value, Operand::Nil));
        let value = self.operand(value);
        let arguments = vec![target, key, value];
        let mut all = vec![make::state()];
        all.extend(arguments.iter().cloned());
        let mut condition = make::member(make::call(form.set, all), runtime::IS_ABRUPT.name);
        if let Some(fast) = fast.filter(|_| self.is_hot()) {
            condition = make::and(make::not(make::call(fast, arguments)), condition);
        }
        let pass_on = self.pass_on(site);
        self.out.push(make::when(condition, pass_on));
        self.resume_here(site, Delivery::Drop);
    }

    /// `to = {}` with room for what follows.
    pub fn new_table(&mut self, to: LocalId, array: u32, hash: u32) {
        if self.facts.kinds[to].is_private() {
            self.new_private(to, array);
            return;
        }
        let table = make::create("LuaTable", vec![make::int(array as usize), make::int(hash as usize)]);
        let place = self.place(to);
        self.out.push(make::assign(place, table));
    }

    /// `to = { name = value, … }` with room for what follows.
    pub fn new_record(&mut self, to: LocalId, template: &Arc<TableTemplate>, values: &[Operand]) {
        let mut arguments = vec![self.unit.constants.template(template)];
        arguments.extend(values.iter().map(|value| self.operand(value)));
        let place = self.place(to);
        self.out.push(make::assign(place, make::create("LuaTable", arguments)));
    }

    /// The table under construction: a variable of its own type, unless it is shared with other values.
    fn table(&mut self, table: LocalId) -> Expression {
        let place = self.place(table);
        if self.facts.kinds[table] == Kind::Table {
            place
        } else {
            let object = make::member(place, runtime::VALUE_OBJECT.name);
            make::invoke(make::member(make::name("Unsafe"), "As<LuaTable>"), vec![object])
        }
    }

    /// A field of a constructor.
    pub fn table_field(&mut self, table: LocalId, key: &Operand, value: &Operand, site: SiteId) {
        let target = self.table(table);
        let value_expression = self.operand(value);
        let key_expression = self.operand(key);
        let plain = match (key, self.kind(key)) {
            (Operand::String(_), _) => Some(runtime::TABLE_SET_FIELD),
            (_, Kind::Int) => Some(runtime::TABLE_SET_INT),
            _ => None,
        };
        if let Some(member) = plain {
            self.out.push(Statement::Expression(make::call_on(target, member, vec![key_expression, value_expression])));
        } else {
            let call = make::call_on(target, runtime::TABLE_SET, vec![make::state(), key_expression, value_expression]);
            let unwind = self.unwind(site);
            self.out.push(make::when(make::member(call, runtime::IS_ABRUPT.name), unwind));
        }
    }

    /// Constants of a constructor.
    pub fn table_data(&mut self, table: LocalId, start: u32, data: &Arc<TableData>) {
        let target = self.table(table);
        let text = self.unit.constants.data(data);
        let arguments = vec![make::int(start as usize), text];
        self.out.push(Statement::Expression(make::call_on(target, runtime::TABLE_SET_DATA, arguments)));
    }

    /// A constructor whose items, given with it, are all that it has; says whether that is so.
    pub fn whole_list(&mut self, rest: &[Instruction]) -> bool {
        let [Instruction::NewTable { to, array, hash: 0 }, Instruction::TableItems { table, start: 1, values }, ..] = rest else {
            return false;
        };
        if table != to || self.facts.kinds[*to].is_private() {
            return false;
        }
        let list = match &values.open {
            None if usize::try_from(*array) == Ok(values.fixed.len()) => {
                let items: Vec<Expression> = values.fixed.iter().map(|operand| self.operand(operand)).collect();
                if items.len() <= MOST_ITEMS {
                    make::call(runtime::TABLE_OF, items)
                } else {
                    make::call(runtime::TABLE_FROM, vec![make::values(items)])
                }
            }
            Some(open @ (Open::Varargs | Open::Array(_))) if values.fixed.is_empty() => {
                make::call(runtime::TABLE_FROM, vec![self.many(open)])
            }
            _ => return false,
        };
        let place = self.place(*to);
        self.out.push(make::assign(place, list));
        true
    }

    /// Items of a constructor from a position on.
    pub fn table_items(&mut self, table: LocalId, start: u32, values: &Values) {
        if self.facts.kinds[table].is_private() {
            self.private_items(table, start, values);
            return;
        }
        let fixed: Vec<Expression> = values.fixed.iter().map(|operand| self.operand(operand)).collect();
        let start = make::int(start as usize);
        let (member, arguments) = match &values.open {
            None if fixed.is_empty() => return,
            None if fixed.len() == 1 => (runtime::TABLE_SET_INT, std::iter::once(start).chain(fixed).collect()),
            None => (runtime::TABLE_SET_ITEMS, vec![start, make::values(fixed)]),
            Some(open @ Open::Results(_)) => {
                (runtime::TABLE_APPEND_OPEN, vec![make::state(), start, make::values(fixed), self.many(open)])
            }
            Some(open @ (Open::Varargs | Open::Array(_))) => {
                (runtime::TABLE_APPEND_VARARGS, vec![start, make::values(fixed), self.many(open)])
            }
        };
        let target = self.table(table);
        self.out.push(Statement::Expression(make::call_on(target, member, arguments)));
    }
}
