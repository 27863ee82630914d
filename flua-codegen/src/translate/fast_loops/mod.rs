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
//! the one for the other, in the middle of a round if need be, and for good; the next time that the loop is come to, its usual way is tried again. (A way
//! back within the same loop makes one loop of the two for the JIT, and nothing is gained.) What stays the same in all rounds is
//! found before the first ([`hoist`]).
//!
//! A sum that begins with an integer, `local sum = 0`, and to which floats are added, is a float from the first of them on: to add a float to an
//! integer makes the integer a float first. So it may as well be one before, as long as it is remembered whether any was added. See
//! docs/decisions/0024.

mod hoist;
mod liveness;
mod split;

use rustc_hash::{FxHashMap, FxHashSet};

use super::body::{Body, leaves};
use super::functions::type_of;
use crate::csharp::visit::{each_expression, each_expression_of_mut, each_statement, own_expressions};
use crate::csharp::{BinaryOperator, Expression, Statement, Text, VariableDeclarator, make, runtime};
use crate::ir::visit::{for_each_destination, for_each_instruction, for_each_operand};
use crate::ir::{Block, Instruction, LocalId, Operand};
use liveness::Tracked;
use split::Splitter;

/// A body of more statements is not printed twice.
const MOST_STATEMENTS: usize = 80;

/// A loop that assigns more variables is not, either.
const MOST_VARIABLES: usize = 64;

impl Body<'_, '_> {
    /// `while (true) …`, where it pays with its usual way in front. The loop carries some floats unboxed.
    pub fn loop_statements(
        &mut self,
        block: &Block,
        carried: &[LocalId],
        is_counted: bool,
        body: Vec<Statement>,
    ) -> Vec<Statement> {
        let count = self.label_count;
        let labels = [self.new_label("Loop"), self.new_label("Done")];
        let Some(mut all) = self.fast_loop(block, carried, is_counted, &labels, &body) else {
            self.label_count = count;
            return vec![Statement::Forever(body)];
        };
        let [_, done] = labels;
        all.push(Statement::Labeled(done));
        all
    }

    /// A loop of which some operation has a resume point, between its labels, where it pays with its usual way in front.
    pub fn flat_loop(&mut self, block: &Block, is_counted: bool, labels: [Text; 2], mut body: Vec<Statement>) {
        let count = self.label_count;
        if let Some(mut all) = self.fast_loop(block, &[], is_counted, &labels, &body) {
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
    /// few rounds, so there only the first counts.
    fn fast_loop(
        &mut self,
        block: &Block,
        carried: &[LocalId],
        is_counted: bool,
        [head, done]: &[Text; 2],
        body: &[Statement],
    ) -> Option<Vec<Statement>> {
        let is_suitable = self.unit.facts.optimizes
            && !self.facts.is_cold
            && self.facts.leaf.is_none()
            && self.part.is_none()
            && !self.unit.program.world.is_debugged
            && fits(body, &mut { MOST_STATEMENTS })
            && !holds_loop(block);
        if !is_suitable {
            return None;
        }
        let (split, exits) = Splitter::split(self, body, done.clone())?;
        if exits.is_empty() {
            return None;
        }
        let mut fast = split.fast;
        let names = assigned(&fast);
        let types = self.types(&names)?;
        let floats = bits_where(&types, |ty| ty.as_str() == "double");
        if names.len() > MOST_VARIABLES || (floats == 0 && !(is_counted && opens_tables(&fast))) {
            return None;
        }
        let mut general = vec![Statement::Labeled(head.clone())];
        general.extend(split.general);
        leave_by_jumps(&mut general, done);
        if !general.last().is_some_and(leaves) {
            general.push(Statement::Goto(head.clone()));
        }

        let tracked = Tracked::of(&names);
        let read_elsewhere = self.read_elsewhere(block, &names);
        let begun = liveness::at_labels(&general, &tracked, read_elsewhere)[head];
        // What a round takes over from the one before may be taken over by the next loop from this one.
        let outside = read_elsewhere | begun;
        let carries_floats = begun & floats != 0;
        if !carries_floats && !is_counted {
            return None;
        }
        let live = liveness::at_labels(&general, &tracked, outside);

        let sums: Vec<Sum> = carried.iter().filter_map(|&local| self.sum(local)).collect();
        let own: Vec<Text> = names.iter().map(|name| self.fresh(name.as_str())).collect();
        let renamed: FxHashMap<&Text, &Text> = names.iter().zip(&own).collect();
        for sum in &sums {
            sum.begin_with_integers(&mut fast);
        }
        each_expression_of_mut(&mut fast, &mut |expression| {
            if let Expression::IdentifierName(name) = expression
                && let Some(&other) = renamed.get(name)
            {
                *name = other.clone();
            }
        });
        let copies = |set: u64| -> (Vec<Expression>, Vec<Expression>) {
            let pairs = names.iter().zip(&own).enumerate().filter(|(index, _)| set & (1 << index) != 0);
            let pairs = pairs.map(|(_, (name, own))| (make::name(name.clone()), make::name(own.clone())));
            let boxes = sums.iter().map(|sum| {
                let value = Box::new(make::name(renamed[&sum.unboxed].clone()));
                (
                    sum.boxed.clone(),
                    Expression::Conditional(Box::new(make::name(sum.any.clone())), value, Box::new(sum.boxed.clone())),
                )
            });
            pairs.chain(boxes).unzip()
        };
        let fast_labels: FxHashSet<Text> = labels(&fast);
        drop_unused_labels(&mut fast);
        leave_with(&mut fast, &|label| {
            if fast_labels.contains(label) {
                return None;
            }
            let (to, from) = copies(if exits.contains(label) { live[label] } else { outside });
            Some(jump(to, from, label))
        });

        let assigned_own: FxHashSet<Text> = own.iter().cloned().collect();
        let hoisted = hoist::hoist(&mut fast, &assigned_own, &mut |base| self.fresh(base));
        if hoisted.is_empty() && !carries_floats {
            return None;
        }
        let mut inner = Vec::new();
        let mut all = Vec::new();
        for sum in &sums {
            all.push(make::when(make::not(sum.is_number()), Statement::Goto(head.clone())));
            inner.push(declaration("bool", sum.any.clone(), make::boolean(false)));
        }
        for ((name, own), (ty, index)) in names.iter().zip(&own).zip(types.iter().zip(0..)) {
            let value = match sums.iter().find(|sum| sum.unboxed == *name) {
                Some(sum) => sum.first(),
                None if begun & (1 << index) != 0 => make::name(name.clone()),
                None => make::default(),
            };
            match inner.last_mut() {
                Some(Statement::LocalDeclaration(last, variables)) if last == ty => {
                    variables.push(VariableDeclarator { name: own.clone(), value });
                }
                _ => inner.push(Statement::LocalDeclaration(ty.clone(), vec![VariableDeclarator { name: own.clone(), value }])),
            }
        }
        inner.extend(hoisted);
        inner.push(Statement::Forever(fast));
        all.push(Statement::Block(inner));
        all.extend(general);
        Some(all)
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

    /// Which of some variables are read outside a loop, as bits.
    fn read_elsewhere(&self, block: &Block, names: &[Text]) -> u64 {
        let mut inside: FxHashMap<LocalId, usize> = FxHashMap::default();
        for_each_instruction(block, &mut |instruction| {
            for_each_destination(instruction, &mut |local| {
                inside.entry(local).or_default();
            });
            let mut read = |local: LocalId| *inside.entry(local).or_default() += 1;
            for_each_operand(instruction, &mut |operand| {
                if let Operand::Local(local) = operand {
                    read(*local);
                }
            });
            if let Instruction::Closure { function, .. } = instruction {
                self.unit.program.functions[*function].captured_locals().for_each(read);
            }
        });
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
        let unboxed = self.accumulators[&local].clone();
        Some(Sum { boxed: self.local(local), unboxed, any: self.fresh("any") })
    }
}

/// A float that the loop carries and that may begin with an integer.
struct Sum {
    /// The variable.
    boxed: Expression,
    /// What its float is in while the loop runs.
    unboxed: Text,
    /// Whether any float was added.
    any: Text,
}

impl Sum {
    fn is(&self, kind: runtime::Member) -> Expression {
        make::member(self.boxed.clone(), kind.name)
    }

    /// `sum.IsFloat || sum.IsInt`
    fn is_number(&self) -> Expression {
        make::binary(self.is(runtime::IS_FLOAT), BinaryOperator::LogicalOr, self.is(runtime::IS_INT))
    }

    /// `sum.IsInt ? (double)sum.n : sum2`
    fn first(&self) -> Expression {
        let whole = Expression::Cast("double".into(), Box::new(self.is(runtime::VALUE_INT)));
        Expression::Conditional(Box::new(self.is(runtime::IS_INT)), Box::new(whole), Box::new(make::name(self.unboxed.clone())))
    }

    /// The usual way asks no more whether it is a float, and notes that one was added.
    fn begin_with_integers(&self, list: &mut Vec<Statement>) {
        let is_float = self.is(runtime::IS_FLOAT);
        each_expression_of_mut(list, &mut |expression| {
            if *expression == is_float {
                *expression = make::boolean(true);
            } else if let Expression::Binary(BinaryOperator::LogicalAnd, pair) = expression {
                let is_true = |side: &Expression| *side == make::boolean(true);
                if is_true(&pair[0]) || is_true(&pair[1]) {
                    let side = usize::from(is_true(&pair[0]));
                    let other = std::mem::replace(&mut pair[side], make::default());
                    *expression = other;
                }
            }
        });
        self.note_additions(list);
    }

    fn note_additions(&self, list: &mut Vec<Statement>) {
        let mut all = Vec::with_capacity(list.len() + 1);
        for mut statement in std::mem::take(list) {
            match &mut statement {
                Statement::If(condition, then, otherwise) => {
                    self.note_additions(then);
                    self.note_additions(otherwise);
                    if *condition == make::boolean(true) && otherwise.is_empty() {
                        statement = Statement::Block(std::mem::take(then));
                    }
                }
                Statement::Block(inner) => self.note_additions(inner),
                _ => {}
            }
            let adds = matches!(&statement, Statement::Expression(Expression::Assignment(pair)) if pair[0] == make::name(self.unboxed.clone()));
            all.push(statement);
            if adds {
                all.push(make::assign(make::name(self.any.clone()), make::boolean(true)));
            }
        }
        *list = all;
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

/// Labels stand before every operation with a resume point; the usual way jumps to few.
fn drop_unused_labels(list: &mut Vec<Statement>) {
    let mut used = FxHashSet::default();
    each_statement(list, &mut |statement| {
        if let Statement::Goto(label) | Statement::NotedJump(_, label) = statement {
            used.insert(label.clone());
        }
    });
    drop_labels(list, &used);
}

fn drop_labels(list: &mut Vec<Statement>, used: &FxHashSet<Text>) {
    list.retain(|statement| !matches!(statement, Statement::Labeled(label) if !used.contains(label)));
    for statement in list {
        match statement {
            Statement::If(_, then, otherwise) => {
                drop_labels(then, used);
                drop_labels(otherwise, used);
            }
            Statement::Block(inner) => drop_labels(inner, used),
            _ => {}
        }
    }
}

fn labels(list: &[Statement]) -> FxHashSet<Text> {
    let mut labels = FxHashSet::default();
    each_statement(list, &mut |statement| {
        if let Statement::Labeled(label) = statement {
            labels.insert(label.clone());
        }
    });
    labels
}

/// Jumps to a label in place of `break`.
fn leave_by_jumps(list: &mut [Statement], done: &Text) {
    for statement in list {
        match statement {
            Statement::Break => *statement = Statement::Goto(done.clone()),
            Statement::If(_, then, otherwise) => {
                leave_by_jumps(then, done);
                leave_by_jumps(otherwise, done);
            }
            Statement::Block(inner) => leave_by_jumps(inner, done),
            _ => {}
        }
    }
}

/// Replaces jumps by what is done before them.
fn leave_with(list: &mut [Statement], replace: &dyn Fn(&Text) -> Option<Statement>) {
    for statement in list {
        match statement {
            Statement::Goto(label) => {
                if let Some(other) = replace(label) {
                    *statement = other;
                }
            }
            Statement::If(_, then, otherwise) => {
                leave_with(then, replace);
                leave_with(otherwise, replace);
            }
            Statement::Block(inner) => leave_with(inner, replace),
            _ => {}
        }
    }
}

/// `{ (a, b) = (c, d); goto label; }`
fn jump(mut to: Vec<Expression>, mut from: Vec<Expression>, label: &Text) -> Statement {
    match to.len() {
        0 => Statement::Goto(label.clone()),
        1 => Statement::NotedJump(make::assignment(to.remove(0), from.remove(0)), label.clone()),
        _ => Statement::NotedJump(make::assignment(Expression::Tuple(to), Expression::Tuple(from)), label.clone()),
    }
}

fn declaration(ty: &'static str, name: Text, value: Expression) -> Statement {
    Statement::LocalDeclaration(ty.into(), vec![VariableDeclarator { name, value }])
}

/// Whether the usual way looks into a table that may be opened before: a quick look.
fn opens_tables(list: &[Statement]) -> bool {
    let mut opens = false;
    each_statement(list, &mut |statement| {
        opens |= matches!(statement, Statement::LocalDeclaration(ty, _) if ["Elements", "Fields"].contains(&ty.as_str()));
        own_expressions(statement, &mut |expression| {
            each_expression(expression, &mut |inner| {
                opens |= matches!(inner, Expression::IdentifierName(name)
                    if name.as_str() == runtime::TRY_GET_INT.name || name.as_str() == runtime::TRY_GET_INDEX.name);
            });
        });
    });
    opens
}
