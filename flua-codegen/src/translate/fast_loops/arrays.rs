//! Private arrays in the usual way of a loop: their elements are found before the first round.
//!
//! Nothing in the usual way removes an element. What it appends is in the opened array alone, so the array is told when the usual way is left: `f.Count =
//! f2.Count`. Two variables may hold one array; then each sees what the other replaces, leaves where the other has appended, and the longer count holds.
//! But the length must not be asked of one that the other has appended to.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::csharp::visit::{each_expression, each_expression_of_mut, each_statement, own_expressions};
use crate::csharp::{Expression, Statement, Text, make, runtime};

/// The variables that hold private arrays, with the C# types of the elements.
pub type Arrays = FxHashMap<Text, Text>;

/// A private array whose elements are found before a loop.
pub struct Opened {
    array: Text,
    items: Text,
    elements: Text,
    appends: bool,
}

impl Opened {
    /// `PrivateItems<bool> f2 = f.Items;`
    pub fn declaration(&self) -> Statement {
        let value = make::member(make::name(self.array.clone()), runtime::PRIVATE_ITEMS.name);
        make::declare(Text::from(format!("PrivateItems<{}>", self.elements)), self.items.clone(), value)
    }

    /// `f.Count` and `f2.Count`, if elements may be appended.
    pub fn count(&self) -> Option<(Expression, Expression)> {
        let count = |name: &Text| make::member(make::name(name.clone()), runtime::PRIVATE_COUNT.name);
        self.appends.then(|| (count(&self.array), count(&self.items)))
    }
}

/// The array for which room is made before a loop: `f.Reserve(…)`.
pub fn reserved(statement: &Statement) -> Option<&Text> {
    let Statement::Expression(Expression::Invocation(target, _)) = statement else { return None };
    match &**target {
        Expression::MemberAccess(owner, member) if member.as_str() == runtime::PRIVATE_RESERVE.name => match &**owner {
            Expression::IdentifierName(array) => Some(array),
            _ => None,
        },
        _ => None,
    }
}

/// The array that is looked into, and whether to store: `f.TryGet(…)`, `f.TrySet(…)`.
pub fn look<'e>(expression: &'e Expression, arrays: &Arrays) -> Option<(&'e Text, bool)> {
    let Expression::Invocation(target, _) = expression else { return None };
    let Expression::MemberAccess(owner, member) = &**target else { return None };
    let Expression::IdentifierName(array) = &**owner else { return None };
    let is_set = member.as_str() == runtime::PRIVATE_TRY_SET.name;
    let is_look = is_set || member.as_str() == runtime::PRIVATE_TRY_GET.name;
    (is_look && arrays.contains_key(array)).then_some((array, is_set))
}

/// The array whose length is asked for: `f.Length`.
fn measured<'e>(expression: &'e Expression, arrays: &Arrays) -> Option<&'e Text> {
    match expression {
        Expression::MemberAccess(owner, member) if member.as_str() == runtime::PRIVATE_LENGTH.name => match &**owner {
            Expression::IdentifierName(array) if arrays.contains_key(array) => Some(array),
            _ => None,
        },
        _ => None,
    }
}

/// Opens the arrays that no round assigns, and looks into the opened ones from here on. Where a round does not append to one, a store replaces an element, or
/// leaves: the test for the other costs a jump each round.
pub fn open(
    body: &mut [Statement],
    arrays: &Arrays,
    appended: &[Text],
    assigned: &FxHashSet<Text>,
    fresh: &mut dyn FnMut(&str) -> Text,
) -> Vec<Opened> {
    if arrays.is_empty() {
        return Vec::new();
    }
    let mut opened: Vec<Opened> = Vec::new();
    let (mut lengths, mut looked): (Vec<Text>, FxHashSet<Text>) = Default::default();
    each_statement(body, &mut |statement| {
        own_expressions(statement, &mut |expression| {
            each_expression(expression, &mut |inner| {
                lengths.extend(measured(inner, arrays).cloned());
                let Some((array, is_stored)) = look(inner, arrays) else { return };
                looked.insert(array.clone());
                if assigned.contains(array) {
                    return;
                }
                let appends = is_stored && appended.contains(array);
                if let Some(known) = opened.iter_mut().find(|known| known.array == *array) {
                    known.appends |= appends;
                } else {
                    let items = fresh(array.as_str());
                    opened.push(Opened { array: array.clone(), items, elements: arrays[array].clone(), appends });
                }
            });
        });
    });
    let may_be_another = |array: &Text| {
        let elements = &arrays[array];
        looked.iter().any(|other| other != array && arrays[other] == *elements)
    };
    let unclear: Vec<Text> = lengths.iter().filter(|array| may_be_another(array)).map(|array| arrays[array].clone()).collect();
    opened.retain(|known| !unclear.contains(&known.elements));
    each_expression_of_mut(body, &mut |expression| {
        let array = measured(expression, arrays).or_else(|| look(expression, arrays).map(|(array, _)| array));
        let Some(known) = array.and_then(|array| opened.iter().find(|known| known.array == *array)) else { return };
        let place = match expression {
            Expression::Invocation(target, _) => target,
            other => other,
        };
        if let Expression::MemberAccess(owner, member) = place {
            **owner = make::name(known.items.clone());
            if !known.appends && member.as_str() == runtime::PRIVATE_TRY_SET.name {
                *member = runtime::PRIVATE_TRY_REPLACE.name.into();
            }
        }
    });
    opened
}
