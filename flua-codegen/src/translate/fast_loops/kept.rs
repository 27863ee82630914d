//! What the usual way reads and does not assign is read once more on the way out.
//!
//! A call destroys most registers, so the JIT stores a variable that lives across one; and it does so behind the last place before the call, in the order of
//! the code, where the variable is used. The first call behind the usual way is in the loop as a whole, and the last place before it would be in the usual
//! way: the step and the last index were stored and loaded in each round there. So there is one more place, between the two. See docs/decisions/0024.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::csharp::visit::{each_expression, each_statement, own_expressions};
use crate::csharp::{BinaryOperator, Expression, Statement, Text, make};

/// More variables have no room in registers anyway.
const MOST_KEPT: usize = 6;

/// `n3 ^ n4`, of the numbers that a loop reads and does not assign. Of each variable that is a number it is known whether it is a float.
pub fn read_on_the_way_out(
    list: &[Statement],
    assigned: &FxHashSet<Text>,
    numbers: &FxHashMap<Text, bool>,
) -> Option<Expression> {
    let mut read: Vec<&Text> = Vec::new();
    each_statement(list, &mut |statement| {
        own_expressions(statement, &mut |expression| {
            each_expression(expression, &mut |inner| {
                if let Expression::IdentifierName(name) = inner
                    && !assigned.contains(name)
                    && let Some((name, _)) = numbers.get_key_value(name)
                    && !read.contains(&name)
                {
                    read.push(name);
                }
            });
        });
    });
    let values = read.into_iter().rev().take(MOST_KEPT).map(|name| {
        let value = make::name(name.clone());
        if numbers[name] { Expression::Cast("long".into(), Box::new(value)) } else { value }
    });
    values.reduce(|kept, value| make::binary(kept, BinaryOperator::ExclusiveOr, value))
}
