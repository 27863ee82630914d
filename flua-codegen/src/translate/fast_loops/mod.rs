//! Loops whose usual way calls nothing.
//!
//! ```text
//! {
//!     long j2 = j; double a3 = a2;
//!     Elements x2 = Elements.Of(x);
//!     while (true)
//!     {
//!         if (!x2.TryGet(j2, out t2)) { (j, a2) = (j2, a3); goto Slow1; }
//!         …
//!         if (j2 == n2) { a2 = a3; goto Done1; }
//!         j2 += 1;
//!     }
//! }
//! Loop1:
//! Slow1:
//!     if (!TryGetInt(x, j, out t1) && (t1 = GetInt(L, x, j)).IsAbrupt) { point = 3; goto Unwind; }
//!     …
//!     if (j == n2) goto Done1;
//!     j += 1;
//!     goto Loop1;
//! Done1:
//! ```
//! A loop that may call keeps what lives across the calls in the six registers that a call preserves, and floats in none of them, even if it never
//! does. So a loop is printed twice: its usual way, with variables of its own and without a call, and after it the loop as a whole. What is unusual leaves
//! the one for the other, in the middle of a round if need be, and for good; the next time that the loop is come to, its usual way is tried again, unless it
//! was left in the first round too often ([`Index`]). (A way
//! back within the same loop makes one loop of the two for the JIT, and nothing is gained.) What stays the same in all rounds is
//! found before the first ([`hoist`]).
//!
//! A sum that begins with an integer, `local sum = 0`, and to which floats are added, is a float from the first of them on: to add a float to an
//! integer makes the integer a float first. So it may as well be one before, as long as it is remembered whether any was added. See
//! docs/decisions/0024.

mod arrays;
mod floats;
mod hoist;
mod jumps;
mod kept;
mod liveness;
mod split;

use rustc_hash::{FxHashMap, FxHashSet};

use super::body::{Body, leaves};
use super::functions::type_of;
use crate::analyze::Kind;
use crate::csharp::visit::{each_expression, each_expression_of_mut, each_statement, own_expressions};
use crate::csharp::{BinaryOperator, Expression, Statement, Text, VariableDeclarator, make, runtime};
use crate::ir::visit::{for_each_destination, for_each_instruction};
use crate::ir::{Block, LocalId};
use arrays::Arrays;
pub use arrays::reserved;
use floats::{Around, Form, Sum};
use jumps::{drop_unused_labels, jump, labels, leave_by_jumps, leave_with};
use liveness::Tracked;
use split::Splitter;

/// A body of more statements is not printed twice.
const MOST_STATEMENTS: usize = 80;

/// A loop that assigns more variables is not, either.
const MOST_VARIABLES: usize = 64;

/// What a loop counts its rounds by.
pub struct Index {
    /// The C# variable.
    pub name: Text,
    /// Whether it is the cursor of a list, which goes on early in a round.
    pub is_cursor: bool,
    /// The private arrays to which each round appends.
    pub appended: Vec<Text>,
}

impl Index {
    /// Whether the usual way, whose own index has another name, is in its first round: `i2 == i`.
    fn is_first_round(&self, own: &Text) -> Expression {
        let first = make::name(self.name.clone());
        let now = if self.is_cursor { make::binary(first, BinaryOperator::Add, make::int(1)) } else { first };
        make::binary(make::name(own.clone()), BinaryOperator::Equals, now)
    }

    /// The exits that say that the usual way does not suit: all but that of the step through a list, which is taken at its end too.
    fn misses<'e>(&self, exits: &'e [Text]) -> &'e [Text] {
        if self.is_cursor { &exits[1..] } else { exits }
    }
}

/// How it is counted that the usual way of a loop does not suit.
struct Miss<'e> {
    /// The exits that say so, in the first round.
    exits: &'e [Text],
    /// Whether it is the first.
    is_first: Expression,
    /// `K.Missed1`
    count: Expression,
}

impl Miss<'_> {
    /// `i2 == i ? K.Missed1 + 1 : K.Missed1`
    fn counted(&self) -> Expression {
        let more = make::binary(self.count.clone(), BinaryOperator::Add, make::int(1));
        Expression::Conditional(Box::new(self.is_first.clone()), Box::new(more), Box::new(self.count.clone()))
    }
}

impl Body<'_, '_> {
    /// `while (true) …`, where it pays with its usual way in front. The loop carries some floats unboxed.
    pub fn loop_statements(
        &mut self,
        block: &Block,
        carried: &[LocalId],
        index: Option<&Index>,
        body: Vec<Statement>,
    ) -> Vec<Statement> {
        let count = self.label_count;
        let labels = [self.new_label("Loop"), self.new_label("Done")];
        let Some(mut all) = self.fast_loop(block, carried, index, &labels, &body) else {
            self.label_count = count;
            return vec![Statement::Forever(body)];
        };
        let [_, done] = labels;
        all.push(Statement::Labeled(done));
        all
    }

    /// A loop of which some operation has a resume point, between its labels, where it pays with its usual way in front.
    pub fn flat_loop(&mut self, block: &Block, index: Option<&Index>, labels: [Text; 2], mut body: Vec<Statement>) {
        let count = self.label_count;
        if let Some(mut all) = self.fast_loop(block, &[], index, &labels, &body) {
            self.out.append(&mut all);
        } else {
            self.label_count = count;
            let [head, _] = labels.clone();
            self.out.push(Statement::Labeled(head.clone()));
            self.out.append(&mut body);
            if !self.out.last().is_some_and(leaves) {
                self.out.push(Statement::Goto(head));
            }
        }
        let [_, done] = labels;
        self.out.push(Statement::Labeled(done));
    }

    /// The usual way of a loop, and after it the loop as a whole, from the label at its head to the jump back.
    ///
    /// It pays where floats are carried from round to round, and where tables can be opened ahead; but a loop without a control variable mostly makes a
    /// few rounds, so there only the first counts, and private arrays, which are opened by loading a few fields.
    fn fast_loop(
        &mut self,
        block: &Block,
        carried: &[LocalId],
        index: Option<&Index>,
        [head, done]: &[Text; 2],
        body: &[Statement],
    ) -> Option<Vec<Statement>> {
        let is_suitable = self.may_have_fast_loops() && fits(body, &mut { MOST_STATEMENTS }) && !holds_loop(block);
        let arrays = self.private_arrays();
        let (split, exits) = if is_suitable { Splitter::split(self, body, done.clone(), &arrays)? } else { return None };
        let mut fast = split.fast;
        let names = assigned(&fast);
        let mut types = self.types(&names)?;
        if exits.is_empty() || names.len() > MOST_VARIABLES {
            return None;
        }
        let general = whole_loop(split.general, head, done);

        let tracked = Tracked::of(&names);
        let read_elsewhere = self.read_elsewhere(block, &names);
        let begun = liveness::at_labels(&general, &tracked, read_elsewhere)[head];
        // What a round takes over from the one before may be taken over by the next loop from this one.
        let outside = read_elsewhere | begun;
        let forms = self.forms(&fast, &names, &types, begun);
        for ((name, ty), form) in names.iter().zip(&mut types).zip(&forms) {
            if *form != Form::Plain {
                floats::unbox(&mut fast, name);
                *ty = "double".into();
            }
        }
        let floats = bits_where(&types, |ty| ty.as_str() == "double");
        let carries_floats = begun & floats != 0;
        if !(carries_floats || opens_arrays(&fast, &arrays) || index.is_some() && opens_tables(&fast)) {
            return None;
        }
        let live = liveness::at_labels(&general, &tracked, outside);

        let mut sums: Vec<Sum> = carried.iter().filter_map(|&local| self.sum(local)).collect();
        for (name, form) in names.iter().zip(&forms) {
            if *form == Form::Sum {
                sums.push(Sum { boxed: name.clone(), unboxed: name.clone(), any: self.fresh("any") });
            }
        }
        let own: Vec<Text> = names.iter().map(|name| self.fresh(name.as_str())).collect();
        let renamed: FxHashMap<&Text, &Text> = names.iter().zip(&own).collect();
        for sum in &sums {
            sum.begin_with_integers(&mut fast);
        }
        floats::settle(&mut fast);
        rename(&mut fast, &renamed);
        let copies = |set: u64| -> (Vec<Expression>, Vec<Expression>) {
            let pairs = names.iter().zip(&own).zip(&forms).enumerate();
            let pairs = pairs.filter(|(index, (_, form))| set & (1 << index) != 0 && **form != Form::Sum);
            let pairs = pairs.map(|(_, ((name, own), _))| (make::name(name.clone()), make::name(own.clone())));
            let boxes = sums.iter().map(|sum| {
                let [any, value, boxed] = [&sum.any, renamed[&sum.unboxed], &sum.boxed].map(|name| make::name(name.clone()));
                (boxed.clone(), Expression::Conditional(Box::new(any), Box::new(value), Box::new(boxed)))
            });
            pairs.chain(boxes).unzip()
        };
        let assigned: FxHashSet<Text> = names.iter().chain(&own).cloned().collect();
        let appended = index.map_or(&[][..], |index| &index.appended);
        let opened = arrays::open(&mut fast, &arrays, appended, &assigned, &mut |base| self.fresh(base));
        let fast_labels: FxHashSet<Text> = labels(&fast);
        drop_unused_labels(&mut fast);
        let index = index.filter(|index| is_number(&index.name, &names, &types) && !index.misses(&exits).is_empty());
        let miss = index.map(|index| Miss {
            exits: index.misses(&exits),
            is_first: index.is_first_round(renamed[&index.name]),
            count: self.unit.constants.missed(),
        });
        let numbers = self.numbers(&own, &types);
        let mut hoisted: Vec<Statement> = opened.iter().map(arrays::Opened::declaration).collect();
        hoisted.extend(hoist::hoist(&mut fast, &assigned, &numbers, &mut |base| self.fresh(base)));
        if hoisted.is_empty() && !carries_floats {
            return None;
        }
        let kept = kept::read_on_the_way_out(&fast, &assigned, &numbers);
        leave_with(&mut fast, &|label| {
            if fast_labels.contains(label) {
                return None;
            }
            let (mut to, mut from) = copies(if exits.contains(label) { live[label] } else { outside });
            for (count, now) in opened.iter().filter_map(arrays::Opened::count) {
                to.push(count);
                from.push(now);
            }
            if let Some(miss) = miss.as_ref().filter(|miss| miss.exits.contains(label)) {
                to.push(miss.count.clone());
                from.push(miss.counted());
            }
            if let Some(kept) = kept.as_ref().filter(|_| exits.contains(label)) {
                to.push(make::member(make::name(runtime::KEPT.owner), runtime::KEPT.name));
                from.push(kept.clone());
            }
            Some(jump(to, from, label))
        });
        let copies_in = Variables { names: &names, own: &own, types: &types, forms: &forms };
        let (mut all, mut inner) = copies_in.enter(&sums, begun, head);
        if let Some(miss) = miss {
            let too_often = make::binary(miss.count, BinaryOperator::GreaterThan, make::name(runtime::MOST_MISSES.name));
            all.insert(0, make::when(too_often, Statement::Goto(head.clone())));
            self.unit.constants.keep_missed();
        }
        inner.extend(hoisted);
        inner.push(Statement::Forever(fast));
        all.push(Statement::Block(inner));
        all.extend(general);
        Some(all)
    }

    /// The variables that are numbers in C#, those of the method and some of certain types, and whether they are floats.
    fn numbers(&self, own: &[Text], types: &[Text]) -> FxHashMap<Text, bool> {
        let slots = self.facts.variables.slots.iter_enumerated().filter(|(_, slot)| slot.kind.is_number());
        let slots = slots.map(|(id, slot)| (self.names[id].clone(), slot.kind == Kind::Float));
        let own = own.iter().zip(types).filter(|(_, ty)| ["long", "double"].contains(&ty.as_str()));
        slots.chain(own.map(|(name, ty)| (name.clone(), ty.as_str() == "double"))).collect()
    }

    /// The variables that hold private arrays.
    fn private_arrays(&self) -> Arrays {
        if self.facts.exits.is_none() {
            return Arrays::default();
        }
        let slots = self.facts.variables.slots.iter_enumerated();
        let arrays = slots.filter_map(|(id, slot)| match slot.kind {
            Kind::Private(element) => Some((self.names[id].clone(), type_of(self.unit, element.kind()))),
            _ => None,
        });
        arrays.collect()
    }

    fn may_have_fast_loops(&self) -> bool {
        self.unit.facts.optimizes
            && !self.facts.is_cold
            && self.facts.leaf.is_none()
            && self.part.is_none()
            && !self.unit.program.world.is_debugged
    }

    fn fresh(&mut self, name: &str) -> Text {
        let base = name.trim_end_matches(|last: char| last.is_ascii_digit());
        self.scratch.namer.as_mut().expect("it lives as long as the body").take(if base.is_empty() { name } else { base })
    }

    /// The C# types of some variables; none if one of them is not known.
    fn types(&self, names: &[Text]) -> Option<Vec<Text>> {
        let mut known: FxHashMap<&Text, Text> = FxHashMap::default();
        for (id, slot) in self.facts.variables.slots.iter_enumerated() {
            known.insert(&self.names[id], type_of(self.unit, slot.kind));
        }
        known.extend(self.accumulators.values().map(|name| (name, "double".into())));
        let (value, test) = self.scratch.names();
        known.extend(value.map(|name| (name, "LuaValue".into())));
        known.extend(test.map(|name| (name, "bool".into())));
        names.iter().map(|name| known.get(name).cloned()).collect()
    }

    /// The forms of the variables that the usual way assigns: those that are taken over from the round before may be unboxed.
    fn forms(&self, fast: &[Statement], names: &[Text], types: &[Text], begun: u64) -> Vec<Form> {
        let is_candidate = |index: usize| types[index].as_str() == "LuaValue" && begun & (1 << index) != 0;
        let mut doubles: FxHashSet<Text> = FxHashSet::default();
        doubles.extend(names.iter().zip(types).filter(|(_, ty)| ty.as_str() == "double").map(|(name, _)| name.clone()));
        each_statement(fast, &mut |statement| {
            if let Statement::LocalDeclaration(ty, variables) = statement
                && ty.as_str() == "double"
            {
                doubles.extend(variables.iter().map(|variable| variable.name.clone()));
            }
        });
        let position = |name: &Text| names.iter().position(|other| other == name);
        let around = Around {
            is_double: &|name| doubles.contains(name),
            may_be_integer: &|name| {
                position(name).is_some_and(is_candidate) || self.accumulators.values().any(|accumulator| accumulator == name)
            },
        };
        let form = |index: usize| if is_candidate(index) { floats::form(fast, &names[index], &around) } else { Form::Plain };
        (0..names.len()).map(form).collect()
    }

    /// Which of some variables are read outside a loop, as bits.
    fn read_elsewhere(&self, block: &Block, names: &[Text]) -> u64 {
        let mut inside: FxHashMap<LocalId, usize> = FxHashMap::default();
        for_each_instruction(block, &mut |instruction| {
            for_each_destination(instruction, &mut |local| {
                inside.entry(local).or_default();
            });
        });
        self.each_read(block, &mut |local| *inside.entry(local).or_default() += 1);
        let all = self.all_reads();
        let mut bits = 0;
        for (&local, &reads) in &inside {
            let name = self.facts.variables.of(local).map(|slot| &self.names[slot]);
            if let Some(index) = names.iter().position(|other| Some(other) == name)
                && all[local] > reads
            {
                bits |= 1 << index;
            }
        }
        for name in self.accumulators.values() {
            if let Some(index) = names.iter().position(|other| other == name) {
                bits |= 1 << index;
            }
        }
        bits
    }

    /// A float that the loop carries and that may begin with an integer.
    fn sum(&mut self, local: LocalId) -> Option<Sum> {
        if !self.sums.contains(&local) {
            return None;
        }
        let slot = self.facts.variables.of(local).expect("a local that is translated occurs");
        let (boxed, unboxed) = (self.names[slot].clone(), self.accumulators[&local].clone());
        Some(Sum { boxed, unboxed, any: self.fresh("any") })
    }
}

/// Gives variables other names.
fn rename(list: &mut [Statement], names: &FxHashMap<&Text, &Text>) {
    each_expression_of_mut(list, &mut |expression| {
        if let Expression::IdentifierName(name) = expression
            && let Some(&other) = names.get(name)
        {
            *name = other.clone();
        }
    });
}

/// Whether a variable is a number in C#: an index that is none for sure is not compared to find the first round.
fn is_number(name: &Text, names: &[Text], types: &[Text]) -> bool {
    names.iter().zip(types).any(|(other, ty)| other == name && ["int", "long"].contains(&ty.as_str()))
}

/// The loop as a whole, from the label at its head to the jump back.
fn whole_loop(body: Vec<Statement>, head: &Text, done: &Text) -> Vec<Statement> {
    let mut whole = vec![Statement::Labeled(head.clone())];
    whole.extend(body);
    leave_by_jumps(&mut whole, done);
    if !whole.last().is_some_and(leaves) {
        whole.push(Statement::Goto(head.clone()));
    }
    whole
}

/// The variables that the usual way assigns.
struct Variables<'a> {
    /// In the loop as a whole.
    names: &'a [Text],
    /// In the usual way.
    own: &'a [Text],
    /// The C# types of those.
    types: &'a [Text],
    forms: &'a [Form],
}

impl Variables<'_> {
    /// What stands before the usual way: the looks at what it takes for granted, and its variables.
    fn enter(&self, sums: &[Sum], begun: u64, head: &Text) -> (Vec<Statement>, Vec<Statement>) {
        let mut inner = Vec::new();
        let mut all = Vec::new();
        for sum in sums {
            all.push(make::when(make::not(sum.is_number()), Statement::Goto(head.clone())));
            inner.push(make::declare("bool", sum.any.clone(), make::boolean(false)));
        }
        for (name, _) in self.names.iter().zip(self.forms).filter(|(_, form)| **form == Form::Float) {
            let is_float = make::member(make::name(name.clone()), runtime::IS_FLOAT.name);
            all.push(make::when(make::not(is_float), Statement::Goto(head.clone())));
        }
        for (((name, own), form), (ty, index)) in self.names.iter().zip(self.own).zip(self.forms).zip(self.types.iter().zip(0..))
        {
            let value = match sums.iter().find(|sum| sum.unboxed == *name) {
                Some(sum) => sum.first(),
                None if *form == Form::Float => make::member(make::name(name.clone()), runtime::VALUE_FLOAT.name),
                None if begun & (1 << index) != 0 => make::name(name.clone()),
                None => make::default(),
            };
            match inner.last_mut() {
                Some(Statement::LocalDeclaration(last, variables)) if last == ty => {
                    variables.push(VariableDeclarator { name: own.clone(), value });
                }
                _ => inner.push(make::declare(ty.clone(), own.clone(), value)),
            }
        }
        (all, inner)
    }
}

/// Whether there is a loop in a block.
fn holds_loop(block: &Block) -> bool {
    let mut holds = false;
    for_each_instruction(block, &mut |instruction| holds |= instruction.is_loop());
    holds
}

/// Whether a list has at most so many statements.
fn fits(list: &[Statement], room: &mut usize) -> bool {
    list.iter().all(|statement| {
        if *room == 0 {
            return false;
        }
        *room -= 1;
        let mut fit = true;
        crate::csharp::visit::inner_lists(statement, &mut |inner| fit = fit && fits(inner, room));
        fit
    })
}

/// The variables that statements assign and do not declare, in order.
fn assigned(list: &[Statement]) -> Vec<Text> {
    let mut names = Vec::new();
    let mut declared = FxHashSet::default();
    each_statement(list, &mut |statement| {
        if let Statement::LocalDeclaration(_, variables) = statement {
            declared.extend(variables.iter().map(|variable| variable.name.clone()));
        }
        own_expressions(statement, &mut |expression| {
            each_expression(expression, &mut |inner| {
                let place = match inner {
                    Expression::Assignment(pair) | Expression::AddAssignment(pair) => &pair[0],
                    Expression::Out(place) | Expression::Ref(place) => place,
                    _ => return,
                };
                each_place(place, &mut |name| {
                    if name.as_str() != "_" && !names.contains(name) {
                        names.push(name.clone());
                    }
                });
            });
        });
    });
    names.retain(|name| !declared.contains(name));
    names
}

fn each_place(place: &Expression, f: &mut dyn FnMut(&Text)) {
    match place {
        Expression::IdentifierName(name) => f(name),
        Expression::Tuple(elements) => {
            for element in elements {
                each_place(element, f);
            }
        }
        _ => {}
    }
}

/// The bits of the places where something holds.
fn bits_where<T>(list: &[T], holds: impl Fn(&T) -> bool) -> u64 {
    list.iter().take(MOST_VARIABLES).enumerate().filter(|(_, item)| holds(item)).fold(0, |bits, (index, _)| bits | (1 << index))
}

/// Whether the usual way looks into a table that may be opened before: a quick look.
fn opens_tables(list: &[Statement]) -> bool {
    let mut opens = false;
    each_statement(list, &mut |statement| {
        opens |= matches!(statement, Statement::LocalDeclaration(ty, _) if ["Elements", "Fields"].contains(&ty.as_str()));
    });
    opens
        || holds_expression(list, &|expression| {
            matches!(expression, Expression::IdentifierName(name)
                if name.as_str() == runtime::TRY_GET_INT.name || name.as_str() == runtime::TRY_GET_INDEX.name)
        })
}

/// Whether the usual way looks into a private array.
fn opens_arrays(list: &[Statement], arrays: &Arrays) -> bool {
    !arrays.is_empty() && holds_expression(list, &|expression| arrays::look(expression, arrays).is_some())
}

fn holds_expression(list: &[Statement], is_meant: &dyn Fn(&Expression) -> bool) -> bool {
    let mut holds = false;
    each_statement(list, &mut |statement| {
        own_expressions(statement, &mut |expression| {
            each_expression(expression, &mut |inner| holds |= is_meant(inner));
        });
    });
    holds
}
