//! The kinds of all variables of all functions.
//!
//! A list of work: a version is looked at again when something that it took into account has changed. Everything begins as *nothing yet* and only ever
//! rises, so it ends.

use std::collections::VecDeque;

use flua_ast::IndexVec;
use indexmap::IndexSet;
use rustc_hash::FxBuildHasher;

use super::{Version, Versions, suitable};
use crate::analyze::kinds::{self, Kind, Surroundings};
use crate::analyze::results::Results;
use crate::ir::visit::is_end_reached;
use crate::ir::{FunctionId, LocalId, Program, Storage, UpvalueId, UpvalueSource};

/// So many versions of a function are looked at, the general one included.
const MOST_CANDIDATES: usize = 8;

/// A function.
struct Node {
    /// What is to be known of each version.
    states: Vec<State>,
    /// The functions that took results of this one into account.
    dependents: IndexSet<FunctionId, FxBuildHasher>,
    /// The parameters that gain by being numbers. Empty when calls make no versions.
    useful: Vec<bool>,
    falls_off: bool,
    children: Vec<FunctionId>,
}

#[derive(Default)]
struct State {
    is_queued: bool,
    /// Whether the last look at it met operands of which nothing was known.
    met_nothing: bool,
}

/// The inference of all functions.
pub struct Solver<'a> {
    program: &'a Program,
    optimizes: bool,
    asks: bool,
    /// What is known of all functions.
    pub found: IndexVec<FunctionId, Versions>,
    nodes: IndexVec<FunctionId, Node>,
    queue: VecDeque<(FunctionId, usize)>,
    /// The version that is looked at.
    current: Option<(FunctionId, usize)>,
}

impl<'a> Solver<'a> {
    /// Infers the kinds of all functions in their general versions and some more. With `asks`, calls of known functions make others.
    pub fn new(program: &'a Program, optimizes: bool, wanted: &IndexVec<FunctionId, Vec<Vec<Kind>>>, asks: bool) -> Self {
        let found = IndexVec::new();
        let mut solver = Self { program, optimizes, asks, found, nodes: IndexVec::new(), queue: VecDeque::new(), current: None };
        let mut useful = asks.then(|| super::guess::useful(program));
        for (id, function) in program.functions.iter_enumerated() {
            let upvalues = IndexVec::filled(Kind::Nothing, function.upvalues.len());
            solver.found.push(Versions { upvalues, all: Vec::new(), is_general_used: true });
            solver.nodes.push(Node {
                states: Vec::new(),
                dependents: IndexSet::default(),
                useful: useful.as_mut().map_or_else(Vec::new, |useful| std::mem::take(&mut useful[id])),
                falls_off: is_end_reached(&function.body),
                children: Vec::new(),
            });
            if let Some(parent) = function.parent {
                solver.nodes[parent].children.push(id);
            }
        }
        for (id, function) in program.functions.iter_enumerated() {
            solver.add(id, vec![Kind::Value; function.parameters.len()]);
            for parameters in &wanted[id] {
                solver.add(id, parameters.clone());
            }
        }
        solver.solve();
        solver
    }

    /// Goes on with these versions alone, from what is known: it holds or rises, now that less is assumed.
    pub fn keep(&mut self, wanted: impl Iterator<Item = Vec<Vec<Kind>>>) {
        self.asks = false;
        let mut changed = Vec::new();
        for (id, wanted) in self.program.functions.ids().zip(wanted) {
            let all = &mut self.found[id].all;
            let is_same = all.len() == wanted.len() + 1
                && all[1..].iter().zip(&wanted).all(|(version, wanted)| version.parameters == *wanted);
            if is_same {
                continue;
            }
            let mut before: Vec<Version> = all.drain(1..).collect();
            self.nodes[id].states.truncate(1);
            for parameters in wanted {
                if let Some(index) = before.iter().position(|version| version.parameters == parameters) {
                    self.found[id].all.push(before.swap_remove(index));
                    self.nodes[id].states.push(State::default());
                } else {
                    self.add(id, parameters);
                }
            }
            changed.push(id);
        }
        // Not before: what is queued must be there.
        for id in changed {
            self.touch_dependents(id);
        }
        self.solve();
    }

    fn solve(&mut self) {
        self.run();
        while self.settle() {
            self.run();
        }
    }

    /// The functions that are known to be called.
    pub fn callees(&self) -> IndexVec<FunctionId, bool> {
        self.nodes.iter().map(|node| !node.dependents.is_empty()).collect()
    }

    /// The functions that call known ones.
    pub fn callers(&self) -> IndexVec<FunctionId, bool> {
        let mut callers = IndexVec::filled(false, self.nodes.len());
        for caller in self.nodes.iter().flat_map(|node| &node.dependents) {
            callers[*caller] = true;
        }
        callers
    }

    fn add(&mut self, id: FunctionId, parameters: Vec<Kind>) -> usize {
        let function = &self.program.functions[id];
        let kinds = kinds::initial(function, &parameters, self.program.world.is_debugged, self.optimizes);
        let node = &mut self.nodes[id];
        let results = if node.falls_off { Results::of(std::iter::empty(), true) } else { Results::Nothing };
        node.states.push(State::default());
        let all = &mut self.found[id].all;
        all.push(Version { parameters, kinds, results, leaf: None, is_called: false });
        let index = all.len() - 1;
        self.enqueue((id, index));
        index
    }

    /// The version for arguments of certain kinds, made when there is none yet; none when there are too many.
    fn candidate(&mut self, id: FunctionId, parameters: Vec<Kind>) -> Option<usize> {
        let versions = &self.found[id].all;
        let known = versions.iter().position(|version| version.parameters == parameters);
        let has_room = versions.len() < MOST_CANDIDATES;
        known.or_else(|| has_room.then(|| self.add(id, parameters)))
    }

    fn enqueue(&mut self, work: (FunctionId, usize)) {
        let state = &mut self.nodes[work.0].states[work.1];
        if !state.is_queued {
            state.is_queued = true;
            self.queue.push_back(work);
        }
    }

    fn run(&mut self) {
        while let Some(work) = self.queue.pop_front() {
            self.look_at(work);
        }
    }

    fn look_at(&mut self, work: (FunctionId, usize)) {
        let (id, index) = work;
        let program = self.program;
        let function = &program.functions[id];
        let upvalues_changed = self.upvalues_changed(id);
        if upvalues_changed {
            for upvalue in self.found[id].upvalues.ids() {
                self.found[id].upvalues[upvalue] = self.captured(id, upvalue);
            }
        }
        self.nodes[id].states[index].is_queued = false;
        let upvalues = std::mem::take(&mut self.found[id].upvalues);
        let mut kinds = std::mem::take(&mut self.found[id].all[index].kinds);
        self.current = Some(work);
        let outcome = kinds::infer(function, &mut kinds, &upvalues, self);
        let versions = &mut self.found[id];
        versions.upvalues = upvalues;
        versions.all[index].kinds = kinds;
        self.nodes[id].states[index].met_nothing = outcome.met_nothing;
        if (index == 0 && outcome.changed) || upvalues_changed {
            self.touch_children(id);
        }
    }

    /// What closures capture has changed.
    fn touch_children(&mut self, id: FunctionId) {
        for index in 0..self.nodes[id].children.len() {
            let child = self.nodes[id].children[index];
            if self.upvalues_changed(child) {
                self.touch(child);
            }
        }
    }

    fn upvalues_changed(&self, id: FunctionId) -> bool {
        self.found[id].upvalues.iter_enumerated().any(|(upvalue, &kind)| self.captured(id, upvalue) != kind)
    }

    /// The kind of an upvalue, from the function around.
    fn captured(&self, id: FunctionId, upvalue: UpvalueId) -> Kind {
        let function = &self.program.functions[id];
        let upvalue = &function.upvalues[upvalue];
        match (upvalue.storage, upvalue.source, function.parent) {
            (Storage::Cell, ..) => Kind::Cell,
            (Storage::Value, UpvalueSource::ParentLocal(local), Some(parent)) => self.found[parent].all[0].kinds[local],
            (Storage::Value, UpvalueSource::ParentUpvalue(upvalue), Some(parent)) => self.found[parent].upvalues[upvalue],
            (Storage::Value, UpvalueSource::Environment, _) | (Storage::Value, _, None) => Kind::Value,
        }
    }

    /// When all is known, what nothing is known of may be anything: it is never written, or only by what never returns. Says whether that changes
    /// anything that is to be looked at again.
    fn settle(&mut self) -> bool {
        for id in self.program.functions.ids() {
            for index in 0..self.found[id].all.len() {
                let version = &mut self.found[id].all[index];
                let mut any = false;
                for kind in version.kinds.iter_mut().filter(|kind| **kind == Kind::Nothing) {
                    *kind = Kind::Value;
                    any = true;
                }
                let results = version.results.settle();
                if any && self.nodes[id].states[index].met_nothing {
                    self.enqueue((id, index));
                }
                if results {
                    self.touch_dependents(id);
                }
                if any && index == 0 {
                    self.touch_children(id);
                }
            }
        }
        !self.queue.is_empty()
    }

    fn touch_dependents(&mut self, id: FunctionId) {
        for index in 0..self.nodes[id].dependents.len() {
            self.touch(self.nodes[id].dependents[index]);
        }
    }

    fn touch(&mut self, id: FunctionId) {
        for version in 0..self.found[id].all.len() {
            self.enqueue((id, version));
        }
    }
}

impl Surroundings for Solver<'_> {
    fn called(&mut self, callee: FunctionId, argument: &dyn Fn(usize) -> Kind) -> &Results {
        // Without optimisation, and where `debug` may change what a program does, nothing is taken from it.
        if !self.optimizes || self.program.world.is_debugged {
            return &Results::UNKNOWN;
        }
        let (current, _) = self.current.expect("something is looked at");
        self.nodes[callee].dependents.insert(current);
        let count = self.program.functions[callee].parameters.len();
        if (0..count).any(|index| argument(index) == Kind::Nothing) {
            return &Results::Nothing;
        }
        if self.asks {
            let number = |index: usize| if argument(index).is_number() { argument(index) } else { Kind::Value };
            let useful = &self.nodes[callee].useful;
            let wanted = |index: usize| if useful[index] { number(index) } else { Kind::Value };
            let kinds: Vec<Kind> = (0..count).map(wanted).collect();
            let completed = completed(&kinds, useful);
            let known = self.candidate(callee, kinds);
            if let Some(completed) = completed {
                self.candidate(callee, completed);
            }
            if let Some(known) = known {
                return &self.found[callee].all[known].results;
            }
        }
        let all = &self.found[callee].all;
        let index = suitable(all[1..].iter().map(|version| &*version.parameters), argument);
        &all[index].results
    }

    fn knows_strings(&self) -> bool {
        self.optimizes && !self.program.world.is_debugged
    }

    fn returns(&mut self, results: &Results) {
        let (id, index) = self.current.expect("something is looked at");
        if self.found[id].all[index].results.join(results) {
            self.touch_dependents(id);
        }
    }
}

/// What a function is probably called with where some arguments are known to be numbers of one type: the others are too.
fn completed(kinds: &[Kind], useful: &[bool]) -> Option<Vec<Kind>> {
    let mut known = kinds.iter().filter(|kind| kind.is_number());
    let first = *known.next()?;
    if known.any(|&kind| kind != first) {
        return None;
    }
    let complete: Vec<Kind> = useful.iter().map(|&useful| if useful { first } else { Kind::Value }).collect();
    (complete != kinds).then_some(complete)
}

/// Whether what a version's closures capture is kept as the general version keeps it, so that both can make them.
pub fn captures_alike(
    program: &Program,
    id: FunctionId,
    general: &IndexVec<LocalId, Kind>,
    kinds: &IndexVec<LocalId, Kind>,
) -> bool {
    let suits = |local: LocalId| general[local] == Kind::Value || general[local] == kinds[local];
    program.functions[id].locals.iter_enumerated().all(|(local, known)| !known.is_captured || suits(local))
}
