//! From where to where each variable is in use; which C# variable it gets; what is live at a resume point.
//!
//! Instructions are numbered in order. A variable is in use from its first occurrence to its last; when it was there before a loop and occurs
//! in it, to the loop's end. Variables of one kind and name whose uses do not overlap share a C# variable; where that leaves many, names do
//! not count, so ten thousand locals in sibling scopes need few. A variable is live at a point that lies strictly inside its use: sometimes longer than it need be, since
//! the use may have holes, never shorter. (Poletto and Sarkar, *Linear Scan Register Allocation*, 1999, coarse live intervals.)

use std::sync::Arc;

use flua_ast::{Id, IndexVec, define_id};
use rustc_hash::FxHashMap;

use super::kinds::Kind;
use super::live::{Collector, Live};
use super::suspension::Points;
use crate::ir::{
    Block, Condition, Function, Instruction, LabelId, LocalId, Operand, Program, SiteId,
    visit::{for_each_block, for_each_destination, for_each_instruction, for_each_operand},
};

define_id!(
    /// A C# variable of one function.
    SlotId
);

/// A C# variable.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Slot {
    /// The name in Lua; none for temporaries and the variables of loops.
    pub name: Option<Arc<str>>,
    /// What it holds.
    pub kind: Kind,
}

/// The C# variables of a function.
#[derive(Debug, Default)]
pub struct Variables {
    /// All of them: the parameters first, in order.
    pub slots: IndexVec<SlotId, Slot>,
    /// The variable of each local that occurs.
    of_local: IndexVec<LocalId, Option<SlotId>>,
    /// The variables that hold last index and step of a numeric `for`, by its control variable.
    pub loops: FxHashMap<LocalId, LoopSlots>,
    /// The variable that holds the position of a generic `for`, by its control value.
    pub cursors: FxHashMap<LocalId, SlotId>,
}

impl Variables {
    /// The variable of a local, if it occurs.
    pub fn of(&self, local: LocalId) -> Option<SlotId> {
        self.of_local[local]
    }
}

/// From where to where a variable is in use, and its C# variable.
#[derive(Clone, Copy, Debug)]
pub struct Extent {
    /// The C# variable.
    pub slot: SlotId,
    /// The position of its first occurrence.
    pub first: u32,
    /// The last position at which it is in use.
    pub last: u32,
}

/// What [`allocate`] gives.
pub struct Allocation {
    /// The C# variables.
    pub variables: Variables,
    /// What is live at each resume point.
    pub live: Live,
    /// What the variables that are live at a resume point hold, in their order.
    pub holders: FxHashMap<SiteId, Box<[Holder]>>,
    /// The uses of the variables.
    pub extents: Vec<Extent>,
    /// The positions of the instructions that [`top_level`](super::parts::top_level) lists.
    pub starts: Vec<u32>,
}

/// What has a C# variable.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Holder {
    /// A local.
    Local(LocalId),
    /// The last index of the numeric `for` with this control variable.
    Last(LocalId),
    /// The step of the numeric `for` with this control variable.
    Step(LocalId),
    /// The position of the generic `for` with this control value.
    Cursor(LocalId),
}

impl Variables {
    /// The C# variable of a holder, if it has one.
    pub fn held_by(&self, holder: Holder) -> Option<SlotId> {
        match holder {
            Holder::Local(local) => self.of(local),
            Holder::Last(control) => self.loops.get(&control).map(|slots| slots.last),
            Holder::Step(control) => self.loops.get(&control).and_then(|slots| slots.step),
            Holder::Cursor(control) => self.cursors.get(&control).copied(),
        }
    }
}

/// What a numeric `for` keeps beside its control variable.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct LoopSlots {
    /// The exact last index.
    pub last: SlotId,
    /// The step; none when it is a constant, or in a variable that the loop does not assign.
    pub step: Option<SlotId>,
}

/// Variables that agree in this may share a C# variable.
type SharingKey = (Option<Arc<str>>, Kind);

/// A function that would have more C# variables shares them out without regard to names, its parameters excepted: the JIT inlines nothing into a
/// method of more than 512.
const MOST_BY_NAME: usize = 400;

/// Something that wants a C# variable.
struct Variable {
    name: Option<Arc<str>>,
    kind: Kind,
    first: u32,
    last: u32,
    /// The outermost loop, begun after `first`, that holds the last occurrence.
    carried_by: Option<usize>,
}

/// An operation with a resume point.
struct Point {
    at: u32,
    site: SiteId,
    destinations: Vec<usize>,
}

struct Walk<'a> {
    program: &'a Program,
    function: &'a Function,
    kinds: &'a IndexVec<LocalId, Kind>,
    points: &'a Points,
    position: u32,
    variables: Vec<Variable>,
    /// Hidden variables of loops, by the loop's control variable.
    hidden: FxHashMap<LocalId, (usize, Option<usize>)>,
    cursors: FxHashMap<LocalId, usize>,
    /// Loops so far, from where to where.
    loops: Vec<(u32, u32)>,
    /// The loops around the current position, outermost first.
    open_loops: Vec<usize>,
    labels: FxHashMap<LabelId, u32>,
    /// Backward jumps: from the label to the jump.
    jumps: Vec<(u32, u32)>,
    found: Vec<Point>,
    starts: Vec<u32>,
}

/// Gives every variable a C# variable, and every resume point the variables to save. Of some points, which are sorted, it is told what
/// the variables hold.
pub fn allocate(
    program: &Program,
    function: &Function,
    kinds: &IndexVec<LocalId, Kind>,
    points: &Points,
    told: &[SiteId],
) -> Allocation {
    let variables = function
        .locals
        .iter_enumerated()
        .map(|(id, local)| Variable { name: local.name.clone(), kind: kinds[id], first: u32::MAX, last: 0, carried_by: None })
        .collect();
    let mut walk = Walk {
        program,
        function,
        kinds,
        points,
        position: 0,
        variables,
        hidden: FxHashMap::default(),
        cursors: FxHashMap::default(),
        loops: Vec::new(),
        open_loops: Vec::new(),
        labels: FxHashMap::default(),
        jumps: Vec::new(),
        found: Vec::new(),
        starts: Vec::new(),
    };
    for &parameter in &function.parameters {
        walk.occurs(parameter.index());
    }
    walk.top_level(&function.body);
    walk.extend();
    walk.assign(told)
}

impl Walk<'_> {
    /// The top level of the function; plain scopes are looked through.
    fn top_level(&mut self, block: &Block) {
        for instruction in &block.instructions {
            if let Instruction::Do(inner) = instruction {
                self.top_level(inner);
            } else {
                self.starts.push(self.position + 1);
                self.instruction(instruction);
            }
        }
    }

    fn block(&mut self, block: &Block) {
        for instruction in &block.instructions {
            self.instruction(instruction);
        }
    }

    fn instruction(&mut self, instruction: &Instruction) {
        self.position += 1;
        for_each_operand(instruction, &mut |operand| {
            if let Operand::Local(local) = operand {
                self.occurs(local.index());
            }
        });
        match instruction {
            // What a closure captures is read where it is made.
            Instruction::Closure { function, .. } => {
                for local in self.program.functions[*function].captured_locals() {
                    self.occurs(local.index());
                }
            }
            Instruction::Label(label) => {
                self.labels.insert(*label, self.position);
            }
            Instruction::Goto(label) => {
                if let Some(&from) = self.labels.get(label) {
                    self.jumps.push((from, self.position));
                }
            }
            Instruction::NumericFor { control, step, body, .. } => self.numeric_for(*control, step, body),
            Instruction::GenericFor { control, .. } => {
                let cursor = self.hide(Kind::Cursor);
                self.cursors.insert(*control, cursor);
                self.occurs(cursor);
                self.position += 1;
            }
            _ => {}
        }
        self.point(instruction);
        let is_loop = instruction.is_loop();
        if is_loop {
            self.open_loops.push(self.loops.len());
            self.loops.push((self.position, u32::MAX));
            // What a loop writes at its head begins in it.
            self.position += 1;
        }
        for_each_destination(instruction, &mut |local| self.occurs(local.index()));
        for_each_block(instruction, &mut |block| self.block(block));
        if is_loop {
            self.position += 1;
            self.loop_variables(instruction);
            let this = self.open_loops.pop().expect("the loop was pushed above");
            self.loops[this].1 = self.position;
        }
    }

    /// The hidden variables of a numeric `for`.
    fn numeric_for(&mut self, control: LocalId, step: &Operand, body: &Block) {
        let kind = self.kinds[control];
        let last = self.hide(kind);
        let step = match (kind, step) {
            (Kind::Int, Operand::Integer(_)) => None,
            (Kind::Int, Operand::Local(step)) if self.keeps(*step, body) => None,
            _ => Some(self.hide(kind)),
        };
        self.hidden.insert(control, (last, step));
        self.occurs(last);
        if let Some(step) = step {
            self.occurs(step);
        }
    }

    /// Whether an integer is the same in each round of a loop.
    fn keeps(&self, local: LocalId, body: &Block) -> bool {
        let mut is_kept = self.kinds[local] == Kind::Int && !self.program.world.is_debugged;
        for_each_instruction(body, &mut |instruction| {
            for_each_destination(instruction, &mut |assigned| is_kept &= assigned != local);
        });
        is_kept
    }

    /// What the back edge of a loop reads.
    fn loop_variables(&mut self, instruction: &Instruction) {
        match instruction {
            Instruction::NumericFor { control, step, .. } => {
                let (last, hidden) = self.hidden[control];
                self.occurs(control.index());
                self.occurs(last);
                match (hidden, step) {
                    (Some(hidden), _) => self.occurs(hidden),
                    (None, Operand::Local(step)) => self.occurs(step.index()),
                    _ => {}
                }
            }
            Instruction::GenericFor { iterator, state, control, .. } => {
                let cursor = self.cursors[control];
                for variable in [iterator.index(), state.index(), control.index(), cursor] {
                    self.occurs(variable);
                }
            }
            _ => {}
        }
    }

    fn hide(&mut self, kind: Kind) -> usize {
        self.variables.push(Variable { name: None, kind, first: u32::MAX, last: 0, carried_by: None });
        self.variables.len() - 1
    }

    fn occurs(&mut self, variable: usize) {
        let at = self.position;
        let variable = &mut self.variables[variable];
        if variable.first == u32::MAX {
            variable.first = at;
        }
        variable.last = at;
        // The loops around lie in order of their beginnings.
        let outermost = self.open_loops.partition_point(|&open| self.loops[open].0 < variable.first);
        if let Some(&open) = self.open_loops.get(outermost) {
            variable.carried_by = Some(open);
        }
    }

    fn point(&mut self, instruction: &Instruction) {
        let site = match instruction {
            Instruction::Unary { site, .. }
            | Instruction::Binary { site, .. }
            | Instruction::Compare { site, .. }
            | Instruction::If { condition: Condition::Compare { site, .. }, .. }
            | Instruction::Concat { site, .. }
            | Instruction::Index { site, .. }
            | Instruction::Method { site, .. }
            | Instruction::SetIndex { site, .. }
            | Instruction::Call { site, .. }
            | Instruction::GenericFor { site, .. }
            | Instruction::CloseTop { site, .. }
            | Instruction::SafePoint { site }
            | Instruction::Hook { site, .. }
            | Instruction::HookReturn { site, .. } => *site,
            _ => return,
        };
        if self.points.contains(site) {
            let mut destinations = Vec::new();
            for_each_destination(instruction, &mut |local| destinations.push(local.index()));
            self.found.push(Point { at: self.position, site, destinations });
        }
    }

    /// Extends the use of what a loop or a backward jump carries round.
    fn extend(&mut self) {
        for variable in &mut self.variables {
            if let Some(carrier) = variable.carried_by {
                variable.last = variable.last.max(self.loops[carrier].1);
            }
        }
        self.jumps.sort_unstable_by_key(|&(_, end)| end);
        for &(start, end) in &self.jumps {
            for variable in &mut self.variables {
                if variable.first < start && variable.last >= start {
                    variable.last = variable.last.max(end);
                }
            }
        }
    }

    /// Gives each variable, in order of first use, a C# variable that is free. Only so many keep their names.
    fn share(&self, order: &[usize], named: usize) -> (IndexVec<SlotId, Slot>, Vec<Option<SlotId>>) {
        let mut slots = IndexVec::new();
        let mut slot_of = vec![None; self.variables.len()];
        let mut free_from: FxHashMap<SharingKey, Vec<(SlotId, u32)>> = FxHashMap::default();
        for (rank, &index) in order.iter().enumerate() {
            let variable = &self.variables[index];
            let name = variable.name.as_ref().filter(|_| rank < named);
            let shared = free_from.entry((name.cloned(), variable.kind)).or_default();
            let slot = if let Some((slot, last)) = shared.iter_mut().find(|(_, last)| *last < variable.first) {
                *last = variable.last;
                *slot
            } else {
                let slot = slots.push(Slot { name: name.cloned(), kind: variable.kind });
                shared.push((slot, variable.last));
                slot
            };
            slot_of[index] = Some(slot);
        }
        (slots, slot_of)
    }

    /// What the variables hold that are no locals.
    fn hidden_holders(&self) -> FxHashMap<usize, Holder> {
        let mut holders = FxHashMap::default();
        for (&control, &(last, step)) in &self.hidden {
            holders.insert(last, Holder::Last(control));
            if let Some(step) = step {
                holders.insert(step, Holder::Step(control));
            }
        }
        holders.extend(self.cursors.iter().map(|(&control, &cursor)| (cursor, Holder::Cursor(control))));
        holders
    }

    /// Shares the C# variables out.
    fn assign(self, told: &[SiteId]) -> Allocation {
        let mut order: Vec<usize> = (0..self.variables.len()).filter(|&index| self.variables[index].first != u32::MAX).collect();
        let parameters = self.function.parameters.len();
        let ranks: FxHashMap<usize, usize> =
            self.function.parameters.iter().enumerate().map(|(rank, parameter)| (parameter.index(), rank)).collect();
        let rank = |index: usize| ranks.get(&index).copied().unwrap_or(parameters);
        order.sort_by_key(|&index| (self.variables[index].first, rank(index), index));

        let (mut slots, mut slot_of) = self.share(&order, usize::MAX);
        if slots.len() > MOST_BY_NAME && !self.program.world.is_debugged {
            (slots, slot_of) = self.share(&order, parameters);
        }
        let mut result = Variables { slots, ..Variables::default() };
        let slot = |index: usize| slot_of[index].expect("a hidden variable occurs where it is made");
        result.of_local = self.function.locals.ids().map(|local| slot_of[local.index()]).collect();
        for (&control, &(last, step)) in &self.hidden {
            result.loops.insert(control, LoopSlots { last: slot(last), step: step.map(slot) });
        }
        for (&control, &cursor) in &self.cursors {
            result.cursors.insert(control, slot(cursor));
        }
        let mut holders = FxHashMap::default();
        let hidden = if told.is_empty() { FxHashMap::default() } else { self.hidden_holders() };
        let live = live_at_points(self.function, &self.variables, &order, &self.found, &slot, &mut |site, live| {
            if told.binary_search(&site).is_ok() {
                let holder =
                    |index: usize| hidden.get(&index).copied().unwrap_or_else(|| Holder::Local(LocalId::from_index(index)));
                holders.insert(site, live.iter().map(|&(_, index)| holder(index)).collect());
            }
        });
        let extent = |index: usize| {
            let variable = &self.variables[index];
            Extent { slot: slot(index), first: variable.first, last: variable.last }
        };
        let extents = order.iter().map(|&index| extent(index)).collect();
        Allocation { variables: result, live, holders, extents, starts: self.starts }
    }
}

/// Takes what is live at a site: the C# variables, and what is in them.
type Show<'s> = dyn FnMut(SiteId, &[(SlotId, usize)]) + 's;

/// Sweeps over the points in order, with the variables in use at hand. Shows what is live at each, in order.
fn live_at_points(
    function: &Function,
    variables: &[Variable],
    order: &[usize],
    points: &[Point],
    slot: &dyn Fn(usize) -> SlotId,
    show: &mut Show<'_>,
) -> Live {
    if points.is_empty() {
        return Live::default();
    }
    let mut live = Collector::new(function.sites.len());
    let mut held: Vec<(SlotId, usize)> = Vec::new();
    let mut slots: Vec<SlotId> = Vec::new();
    let mut upcoming = order.iter().copied().peekable();
    let mut in_use: Vec<usize> = Vec::new();
    for point in points {
        while let Some(index) = upcoming.next_if(|&index| variables[index].first < point.at) {
            in_use.push(index);
        }
        in_use.retain(|&index| variables[index].last > point.at);
        held.clear();
        held.extend(in_use.iter().filter(|index| !point.destinations.contains(index)).map(|&index| (slot(index), index)));
        held.sort_unstable();
        show(point.site, &held);
        slots.clear();
        slots.extend(held.iter().map(|&(slot, _)| slot));
        live.add(point.site, &slots);
    }
    live.finish()
}
