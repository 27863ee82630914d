//! What stays the same in all rounds of the usual way is found before the first.
//!
//! Nothing in the usual way grows a table or adds a field, so an array or the fields of a table that no round assigns are where they are; so is the slot of
//! an element at an index that no round assigns. What a slot holds may be replaced, unless nothing but numbers are stored, which replace numbers.
//! To find any of them early does no harm, whatever the variables hold then.

use rustc_hash::{FxHashMap, FxHashSet};

use super::super::naming::is_constants_class;
use crate::csharp::visit::{each_expression, each_expression_of_mut, each_statement, own_expressions};
use crate::csharp::{Expression, Statement, Text, make, runtime};

/// Takes what stays the same out of the body of a loop, whose assigned and declared variables are known. Some variables of the method are numbers in C#. `fresh`
/// gives names.
pub fn hoist(
    body: &mut Vec<Statement>,
    assigned: &FxHashSet<Text>,
    numbers: &FxHashMap<Text, bool>,
    fresh: &mut dyn FnMut(&str) -> Text,
) -> Vec<Statement> {
    let mut declared = FxHashSet::default();
    let mut replaces = false;
    each_statement(body, &mut |statement| {
        if let Statement::LocalDeclaration(_, variables) = statement {
            declared.extend(variables.iter().map(|variable| variable.name.clone()));
        }
        own_expressions(statement, &mut |expression| {
            each_expression(expression, &mut |inner| replaces |= stores_any_value(inner));
        });
    });
    let mut hoister =
        Hoister { assigned, declared, replaces, early: FxHashSet::default(), opened: FxHashMap::default(), out: Vec::new() };
    hoister.declarations(body);
    hoister.looks(body, numbers, fresh);
    hoister.out
}

struct Hoister<'a> {
    assigned: &'a FxHashSet<Text>,
    /// The variables that are declared in the body.
    declared: FxHashSet<Text>,
    /// Whether values of any kind are stored to slots.
    replaces: bool,
    /// Those of the declared variables that stand before the loop now.
    early: FxHashSet<Text>,
    /// The opened arrays, by the variable that holds the table.
    opened: FxHashMap<Text, Text>,
    out: Vec<Statement>,
}

impl Hoister<'_> {
    fn declarations(&mut self, list: &mut Vec<Statement>) {
        let mut kept = Vec::with_capacity(list.len());
        for mut statement in std::mem::take(list) {
            match &mut statement {
                Statement::LocalDeclaration(ty, variables) => {
                    if let [variable] = variables.as_slice()
                        && self.is_invariant(ty, &variable.value)
                    {
                        self.early.insert(variable.name.clone());
                        if ty.as_str() == "Elements"
                            && let Some(table) = opened_variable(&variable.value)
                        {
                            self.opened.entry(table.clone()).or_insert_with(|| variable.name.clone());
                        }
                        self.out.push(statement);
                        continue;
                    }
                }
                Statement::If(_, then, otherwise) => {
                    self.declarations(then);
                    self.declarations(otherwise);
                }
                Statement::Block(inner) => self.declarations(inner),
                _ => {}
            }
            kept.push(statement);
        }
        *list = kept;
    }

    fn is_invariant(&self, ty: &Text, value: &Expression) -> bool {
        match (ty.as_str(), value) {
            ("Elements" | "Fields", value) => opened_variable(value)
                .is_some_and(|table| if self.early.contains(table) { !self.replaces } else { self.is_same(table) }),
            ("ref LuaValue", Expression::Ref(slot)) => match &**slot {
                Expression::ElementAccess(pair) => match &pair[0] {
                    Expression::IdentifierName(opened) => self.early.contains(opened) && self.is_same_index(&pair[1]),
                    _ => false,
                },
                _ => false,
            },
            _ => false,
        }
    }

    /// Whether a variable from outside is the same in all rounds.
    fn is_same(&self, name: &Text) -> bool {
        !self.assigned.contains(name) && !self.declared.contains(name)
    }

    fn is_same_index(&self, index: &Expression) -> bool {
        match index {
            Expression::Literal(_) => true,
            Expression::IdentifierName(name) => self.is_same(name),
            Expression::MemberAccess(owner, member) => match &**owner {
                Expression::IdentifierName(name) => {
                    is_constants_class(name.as_str()) || (member.as_str() == runtime::VALUE_INT.name && self.is_same(name))
                }
                _ => false,
            },
            _ => false,
        }
    }

    /// `TryGetInt(list, i, out t)` becomes `list2.TryGet(i, out t)`.
    fn looks(&mut self, list: &mut [Statement], numbers: &FxHashMap<Text, bool>, fresh: &mut dyn FnMut(&str) -> Text) {
        let mut all: Vec<Text> = Vec::new();
        each_expression_of_mut(list, &mut |expression| {
            let Expression::Invocation(target, arguments) = expression else { return };
            let Expression::IdentifierName(called) = &**target else { return };
            let by_value = called.as_str() == runtime::TRY_GET_INDEX.name;
            if !by_value && called.as_str() != runtime::TRY_GET_INT.name {
                return;
            }
            let [Expression::IdentifierName(table), key, _] = arguments.as_slice() else { return };
            // A key that is an integer by its value is looked at twice, so it must be a variable, and not of floats.
            let is_variable = matches!(key, Expression::IdentifierName(name) if !numbers.contains_key(name));
            if !self.is_same(table) || (by_value && !is_variable) {
                return;
            }
            let array = if let Some(known) = self.opened.get(table) {
                known.clone()
            } else {
                let name = fresh(table.as_str());
                self.opened.insert(table.clone(), name.clone());
                all.push(table.clone());
                name
            };
            let key = key.clone();
            let index = if by_value { make::member(key.clone(), runtime::VALUE_INT.name) } else { key.clone() };
            let result = arguments.pop().expect("it has three");
            let look = make::call_on(make::name(array), runtime::ELEMENTS_TRY_GET, vec![index, result]);
            *expression = if by_value { make::and(make::member(key, runtime::IS_INT.name), look) } else { look };
        });
        for table in all {
            let value = make::invoke(
                make::member(make::name(runtime::ELEMENTS_OF.owner), runtime::ELEMENTS_OF.name),
                vec![make::name(table.clone())],
            );
            let name = self.opened[&table].clone();
            self.out.push(make::declare("Elements", name, value));
        }
    }
}

/// The variable of `Elements.Of(variable)` and `Fields.Of(variable)`.
fn opened_variable(value: &Expression) -> Option<&Text> {
    let Expression::Invocation(target, arguments) = value else { return None };
    let Expression::MemberAccess(_, member) = &**target else { return None };
    match arguments.as_slice() {
        [Expression::IdentifierName(table)] if member.as_str() == runtime::ELEMENTS_OF.name => Some(table),
        _ => None,
    }
}

/// Whether a call stores a value that may be no number, or where no number was.
fn stores_any_value(expression: &Expression) -> bool {
    let Expression::Invocation(target, _) = expression else { return false };
    match &**target {
        Expression::IdentifierName(called) => [runtime::TRY_SET_FIELD, runtime::TRY_SET_INT, runtime::TRY_SET_INDEX]
            .iter()
            .any(|member| member.name == called.as_str()),
        Expression::MemberAccess(owner, called) => {
            matches!(&**owner, Expression::IdentifierName(owner) if owner.as_str() == runtime::ELEMENTS_SET.owner)
                && called.as_str() == runtime::ELEMENTS_SET.name
        }
        _ => false,
    }
}
