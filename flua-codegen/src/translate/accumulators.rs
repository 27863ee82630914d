//! Floats that a loop carries from round to round.
//!
//! ```text
//! double sum2 = sum.D;
//! while (true)
//! {
//!     …
//!     if (item.IsFloat && sum.IsFloat)
//!     {
//!         sum2 = sum2 + item.D;
//!         goto Past1;
//!     }
//!     if (sum.IsFloat) sum = sum2;
//!     … the same with boxed values
//!     sum2 = sum.D;
//! Past1:
//!     …
//! }
//! if (sum.IsFloat) sum = sum2;
//! ```
//! A float in a `LuaValue` is in a register for integers. To add to it, it goes to a register for floats and back, and the next round waits for
//! that: of eleven cycles for a round seven. So what stretches of a loop add to is kept in a `double` beside its variable for as long as the loop runs.
//! The variable keeps the type, and its content while it is no float.
//!
//! Such a variable occurs in the loop in stretches only, each of which looks whether it is a float; nothing else in the loop reads it, captures
//! it or shares its C# variable, and the loop is left by its end. Where activations may be suspended in the middle nothing is kept so. See
//! docs/decisions/0023.

use rustc_hash::{FxHashMap, FxHashSet};

use super::body::Body;
use crate::analyze::Kind;
use crate::analyze::stretches::{Form, Key, Source, Step, Stretch, ValueId, WORTH_OF_SUMS};
use crate::csharp::{Expression, Statement, Text, make, runtime};
use crate::ir::visit::{for_each_block, for_each_destination, for_each_instruction, for_each_operand};
use crate::ir::{BinaryOp, Block, Instruction, LabelId, LocalId, Operand, Storage};

/// What is known of the variables of a loop.
#[derive(Default)]
struct Occurrences {
    /// Those that occur in any way.
    all: FxHashSet<LocalId>,
    /// Those that a stretch assigns, having seen that they are floats.
    added_to: FxHashSet<LocalId>,
    /// Those that something needs boxed.
    boxed: FxHashSet<LocalId>,
    /// Those with which more is done than to compute with another float.
    mixed: FxHashSet<LocalId>,
    /// Those that are computed with another variable: that is a float as well, unless it begins with an integer.
    together: Vec<(LocalId, LocalId)>,
    labels: FxHashSet<LabelId>,
    jumps: FxHashSet<LabelId>,
    has_loop: bool,
}

impl Body<'_, '_> {
    /// Begins a loop, which assigns some variables each round: gives those whose floats it carries unboxed, in order, for
    /// [`end_accumulators`](Self::end_accumulators).
    pub fn begin_accumulators(&mut self, body: &Block, assigned: &[LocalId]) -> Vec<LocalId> {
        let is_suitable = !self.is_resumable() && self.part.is_none() && self.unit.facts.optimizes && !self.facts.is_cold;
        if !is_suitable || !self.may_accumulate(body) {
            return Vec::new();
        }
        let mut found = Occurrences::default();
        found.boxed.extend(assigned);
        found.all.extend(assigned);
        self.loop_depth += 1;
        self.look(body, &mut found);
        self.loop_depth -= 1;
        if found.has_loop || !found.jumps.is_subset(&found.labels) {
            return Vec::new();
        }
        let is_alone = |local: LocalId| {
            let slot = self.facts.variables.of(local);
            slot.is_some() && found.all.iter().all(|&other| other == local || self.facts.variables.of(other) != slot)
        };
        let mut carried: Vec<LocalId> = found
            .added_to
            .iter()
            .copied()
            .filter(|local| !found.boxed.contains(local) && self.function.locals[*local].storage == Storage::Value)
            .filter(|&local| self.facts.kinds[local] == Kind::Value && is_alone(local))
            .collect();
        carried.sort_unstable();
        for (local, other) in found.together {
            if carried.contains(&other) {
                found.mixed.insert(local);
            }
        }
        for &local in &carried {
            let base = self.function.locals[local].name.clone().unwrap_or_else(|| "d".into());
            let name = self.scratch.namer.as_mut().expect("it lives as long as the body").take(&base);
            self.accumulators.insert(local, name);
            if !found.mixed.contains(&local) {
                self.sums.insert(local);
            }
        }
        carried
    }

    /// Whether arithmetic both reads and assigns a variable in a loop: a quick look, since most loops have none.
    fn may_accumulate(&self, body: &Block) -> bool {
        let (mut read, mut assigned) = (Vec::new(), Vec::new());
        for_each_instruction(body, &mut |instruction| {
            if let Instruction::Binary { to, left, right, .. } = instruction {
                read.extend([left, right].into_iter().filter_map(|operand| match operand {
                    Operand::Local(local) => Some(*local),
                    _ => None,
                }));
                assigned.push(*to);
            }
        });
        assigned.iter().any(|&local| self.function.locals[local].name.is_some() && read.contains(&local))
    }

    /// Ends a loop: what stands before it, and behind.
    pub fn end_accumulators(&mut self, carried: &[LocalId]) -> (Vec<Statement>, Vec<Statement>) {
        let mut before = Vec::new();
        let mut behind = Vec::new();
        for &local in carried {
            let name = self.accumulators.remove(&local).expect("the loop began with it");
            self.sums.remove(&local);
            let value = make::member(self.local(local), runtime::VALUE_FLOAT.name);
            before.push(make::declare("double", name.clone(), value));
            behind.push(self.box_accumulator(local, name));
        }
        (before, behind)
    }

    /// Whether a stretch reads a float that the loop carries.
    pub fn accumulates(&self, stretch: &Stretch) -> bool {
        accumulated(stretch).iter().any(|local| self.accumulators.contains_key(local))
    }

    /// Before a stretch is done one by one: its variables are boxed. Gives them, for [`end_plain`](Self::end_plain).
    pub fn begin_plain(&mut self, stretch: &Stretch) -> Vec<(LocalId, Text)> {
        let mut boxed = Vec::new();
        for local in accumulated(stretch) {
            if let Some(name) = self.accumulators.get(&local).cloned() {
                self.out.push(self.box_accumulator(local, name.clone()));
                self.boxed.insert(local);
                boxed.push((local, name));
            }
        }
        boxed
    }

    /// Behind a stretch that was done one by one: what was boxed is unboxed again.
    pub fn end_plain(&mut self, boxed: Vec<(LocalId, Text)>) {
        for (local, name) in boxed {
            self.boxed.remove(&local);
            self.out.push(make::assign(make::name(name), make::member(self.local(local), runtime::VALUE_FLOAT.name)));
        }
    }

    /// Where an activation leaves for another version in the middle of a loop: the variables whose floats it carries, and what they hold.
    pub fn carried(&self) -> Vec<(Expression, Expression)> {
        let mut carried: Vec<LocalId> = self.accumulators.keys().copied().filter(|local| !self.boxed.contains(local)).collect();
        carried.sort_unstable();
        let value = |local: LocalId| {
            let place = self.local(local);
            let is_float = make::member(place.clone(), runtime::IS_FLOAT.name);
            let unboxed = make::name(self.accumulators[&local].clone());
            (place.clone(), Expression::Conditional(Box::new(is_float), Box::new(unboxed), Box::new(place)))
        };
        carried.into_iter().map(value).collect()
    }

    /// `if (sum.IsFloat) sum = sum2;`
    fn box_accumulator(&self, local: LocalId, name: Text) -> Statement {
        let place = self.local(local);
        make::when(make::member(place.clone(), runtime::IS_FLOAT.name), make::assign(place, make::name(name)))
    }

    /// Goes through a block as it will be translated.
    fn look(&self, block: &Block, found: &mut Occurrences) {
        let mut rest = block.instructions.as_slice();
        while let Some((first, behind)) = rest.split_first() {
            if let Some(stretch) = self.find_stretch(rest, WORTH_OF_SUMS) {
                let (now, later) = rest.split_at(stretch.length);
                look_at_stretch(&stretch, now, found);
                rest = later;
            } else {
                self.look_at(first, found);
                rest = behind;
            }
        }
    }

    fn look_at(&self, instruction: &Instruction, found: &mut Occurrences) {
        found.has_loop |= instruction.is_loop();
        match instruction {
            Instruction::Label(label) => {
                found.labels.insert(*label);
            }
            Instruction::Goto(label) => {
                found.jumps.insert(*label);
            }
            Instruction::Closure { function, .. } => {
                found.boxed.extend(self.unit.program.functions[*function].captured_locals());
            }
            _ => {}
        }
        each_local(instruction, &mut |local| {
            found.all.insert(local);
            found.boxed.insert(local);
        });
        if !found.has_loop {
            for_each_block(instruction, &mut |inner| self.look(inner, found));
        }
    }
}

/// What a stretch does with the variables that it reads or assigns.
fn look_at_stretch(stretch: &Stretch, instructions: &[Instruction], found: &mut Occurrences) {
    for instruction in instructions {
        each_local(instruction, &mut |local| {
            found.all.insert(local);
        });
    }
    let mut forms: FxHashMap<LocalId, Form> = FxHashMap::default();
    for value in &stretch.values {
        if let Source::Operand(Operand::Local(local)) = value.source {
            if value.form != Form::Float || forms.get(&local).is_some_and(|&form| form != Form::Float) {
                found.boxed.insert(local);
            }
            forms.insert(local, value.form);
        }
    }
    let floats = accumulated(stretch);
    note_mixed(stretch, &floats, found);
    for &(local, _) in &stretch.results {
        if floats.contains(&local) {
            found.added_to.insert(local);
        } else {
            found.boxed.insert(local);
        }
    }
}

/// Notes the variables with which a stretch does more than to compute with another float, so that it matters whether they hold a float or an integer.
fn note_mixed(stretch: &Stretch, floats: &[LocalId], found: &mut Occurrences) {
    let mixed = &mut found.mixed;
    let variable = |value: ValueId| match stretch.values[value].source {
        Source::Operand(Operand::Local(local)) if floats.contains(&local) => Some(local),
        _ => None,
    };
    for value in &stretch.values {
        match &value.source {
            Source::Binary(BinaryOp::Add | BinaryOp::Sub | BinaryOp::Mul | BinaryOp::Div, left, right) => {
                for (one, other) in [(*left, *right), (*right, *left)] {
                    if stretch.values[other].form != Form::Float {
                        mixed.extend(variable(one));
                    } else if let (Some(one), Some(other)) = (variable(one), variable(other)) {
                        found.together.push((one, other));
                    }
                }
            }
            Source::Binary(_, left, right) => mixed.extend([*left, *right].into_iter().filter_map(variable)),
            Source::Neg(operand) | Source::BNot(operand) => mixed.extend(variable(*operand)),
            Source::Call(_, first, second) => mixed.extend([Some(*first), *second].into_iter().flatten().filter_map(variable)),
            Source::Operand(_) | Source::Load(_) => {}
        }
    }
    for place in &stretch.places {
        mixed.extend(variable(place.table));
        if let Key::Index(index) = place.key {
            mixed.extend(variable(index));
        }
    }
    for step in &stretch.steps {
        if let Step::Store(_, value) = step {
            mixed.extend(variable(*value));
        }
    }
    for &(local, value) in &stretch.results {
        mixed.extend(variable(value));
        if matches!(stretch.values[value].source, Source::Operand(_)) {
            mixed.insert(local);
        }
    }
}

/// The variables that a stretch sees to be floats and leaves as floats, or only reads as such.
fn accumulated(stretch: &Stretch) -> Vec<LocalId> {
    let mut floats = Vec::new();
    for value in &stretch.values {
        if let Source::Operand(Operand::Local(local)) = value.source
            && value.form == Form::Float
            && !floats.contains(&local)
            && stretch.results.iter().all(|&(other, result)| other != local || stretch.values[result].form == Form::Float)
        {
            floats.push(local);
        }
    }
    floats
}

fn each_local(instruction: &Instruction, f: &mut dyn FnMut(LocalId)) {
    for_each_operand(instruction, &mut |operand| {
        if let Operand::Local(local) = operand {
            f(*local);
        }
    });
    for_each_destination(instruction, f);
}
