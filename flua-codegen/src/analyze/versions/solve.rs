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

/// What a function gives of which nothing is known.
static UNKNOWN: Results = Results::Some { kinds: Vec::new(), exact: false };

/// Infers the kinds of all functions. With `asks`, calls of known functions make versions.
pub fn solve(
    program: &Program,
    optimizes: bool,
    wanted: &IndexVec<FunctionId, Vec<Vec<Kind>>>,
    asks: bool,
) -> IndexVec<FunctionId, Versions> {
    let mut solver = Solver {
        program,
        optimizes,
        asks,
        nodes: IndexVec::new(),
        queue: VecDeque::new(),
        children: IndexVec::filled(Vec::new(), program.functions.len()),
        current: None,
    };
    let mut useful = asks.then(|| super::guess::useful(program));
    for (id, function) in program.functions.iter_enumerated() {
        solver.nodes.push(Node {
            upvalues: IndexVec::filled(Kind::Nothing, function.upvalues.len()),
            versions: Vec::new(),
            states: Vec::new(),
            dependents: IndexSet::default(),
            useful: useful.as_mut().map_or_else(Vec::new, |useful| std::mem::take(&mut useful[id])),
            falls_off: is_end_reached(&function.body),
        });
        if let Some(parent) = function.parent {
            solver.children[parent].push(id);
        }
    }
    for (id, function) in program.functions.iter_enumerated() {
        solver.add(id, vec![Kind::Value; function.parameters.len()]);
        for parameters in &wanted[id] {
            solver.add(id, parameters.clone());
        }
    }
    solver.run();
    while solver.settle() {
        solver.run();
    }
    solver.nodes.into_iter().map(|node| Versions { upvalues: node.upvalues, all: node.versions, is_general_used: true }).collect()
}

/// A function.
struct Node {
    upvalues: IndexVec<UpvalueId, Kind>,
    versions: Vec<Version>,
    /// What is to be known of each version.
    states: Vec<State>,
    /// The versions that took results of this function into account.
    dependents: IndexSet<(FunctionId, usize), FxBuildHasher>,
    /// The parameters that gain by being numbers. Empty when calls make no versions.
    useful: Vec<bool>,
    falls_off: bool,
}

#[derive(Default)]
struct State {
    is_queued: bool,
    /// Whether the last look at it met operands of which nothing was known.
    met_nothing: bool,
}

struct Solver<'a> {
    program: &'a Program,
    optimizes: bool,
    asks: bool,
    nodes: IndexVec<FunctionId, Node>,
    queue: VecDeque<(FunctionId, usize)>,
    children: IndexVec<FunctionId, Vec<FunctionId>>,
    /// The version that is looked at.
    current: Option<(FunctionId, usize)>,
}

impl Solver<'_> {
    fn add(&mut self, id: FunctionId, parameters: Vec<Kind>) -> usize {
        let function = &self.program.functions[id];
        let kinds = kinds::initial(function, &parameters, self.program.world.is_debugged, self.optimizes);
        let node = &mut self.nodes[id];
        let results = if node.falls_off { Results::Some { kinds: Vec::new(), exact: true } } else { Results::Nothing };
        node.versions.push(Version { parameters, kinds, results, leaf: None });
        node.states.push(State::default());
        let index = node.versions.len() - 1;
        self.enqueue((id, index));
        index
    }

    /// The version for arguments of certain kinds, made when there is none yet; none when there are too many.
    fn candidate(&mut self, id: FunctionId, parameters: Vec<Kind>) -> Option<usize> {
        let versions = &self.nodes[id].versions;
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
        let upvalues = self.upvalues(id);
        let node = &mut self.nodes[id];
        node.states[index].is_queued = false;
        let mut kinds = std::mem::take(&mut node.versions[index].kinds);
        let before: Option<Vec<Kind>> = (index == 0 && !self.children[id].is_empty()).then(|| kinds.iter().copied().collect());
        self.current = Some(work);
        let met_nothing = kinds::infer(function, &mut kinds, &upvalues, self);
        let changed = before.is_some_and(|before| before.iter().ne(kinds.iter()));
        let node = &mut self.nodes[id];
        let upvalues_changed = node.upvalues != upvalues;
        node.upvalues = upvalues;
        node.versions[index].kinds = kinds;
        node.states[index].met_nothing = met_nothing;
        if changed || (index == 0 && upvalues_changed) {
            self.touch_children(id);
        }
    }

    /// What closures capture has changed.
    fn touch_children(&mut self, id: FunctionId) {
        for index in 0..self.children[id].len() {
            let child = self.children[id][index];
            if self.upvalues(child) != self.nodes[child].upvalues {
                for version in 0..self.nodes[child].versions.len() {
                    self.enqueue((child, version));
                }
            }
        }
    }

    /// The kinds of a function's upvalues, from those of the function around it.
    fn upvalues(&self, id: FunctionId) -> IndexVec<UpvalueId, Kind> {
        let function = &self.program.functions[id];
        let mut kinds = IndexVec::new();
        for upvalue in &function.upvalues {
            let kind = match (upvalue.storage, upvalue.source, function.parent) {
                (Storage::Cell, ..) => Kind::Cell,
                (Storage::Value, UpvalueSource::ParentLocal(local), Some(parent)) => self.nodes[parent].versions[0].kinds[local],
                (Storage::Value, UpvalueSource::ParentUpvalue(upvalue), Some(parent)) => self.nodes[parent].upvalues[upvalue],
                (Storage::Value, UpvalueSource::Environment, _) | (Storage::Value, _, None) => Kind::Value,
            };
            kinds.push(kind);
        }
        kinds
    }

    /// When all is known, what nothing is known of may be anything: it is never written, or only by what never returns. Says whether that changes
    /// anything that is to be looked at again.
    fn settle(&mut self) -> bool {
        for id in self.program.functions.ids() {
            for index in 0..self.nodes[id].versions.len() {
                let node = &mut self.nodes[id];
                let mut any = false;
                for kind in node.versions[index].kinds.iter_mut().filter(|kind| **kind == Kind::Nothing) {
                    *kind = Kind::Value;
                    any = true;
                }
                let results = node.versions[index].results.settle();
                if any && node.states[index].met_nothing {
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
            self.enqueue(self.nodes[id].dependents[index]);
        }
    }
}

impl Surroundings for Solver<'_> {
    fn called(&mut self, callee: FunctionId, argument: &dyn Fn(usize) -> Kind) -> &Results {
        // Without optimisation, and where `debug` may change what a program does, nothing is taken from it.
        if !self.optimizes || self.program.world.is_debugged {
            return &UNKNOWN;
        }
        let current = self.current.expect("something is looked at");
        let node = &mut self.nodes[callee];
        node.dependents.insert(current);
        let count = self.program.functions[callee].parameters.len();
        if (0..count).any(|index| argument(index) == Kind::Nothing) {
            return &Results::Nothing;
        }
        if self.asks {
            let number = |index: usize| if argument(index).is_number() { argument(index) } else { Kind::Value };
            let useful = |index: usize| if node.useful[index] { number(index) } else { Kind::Value };
            let kinds: Vec<Kind> = (0..count).map(useful).collect();
            let completed = completed(&kinds, &node.useful);
            let known = self.candidate(callee, kinds);
            if let Some(completed) = completed {
                self.candidate(callee, completed);
            }
            if let Some(known) = known {
                return &self.nodes[callee].versions[known].results;
            }
        }
        let node = &self.nodes[callee];
        let index = suitable(node.versions[1..].iter().map(|version| &*version.parameters), argument);
        &node.versions[index].results
    }

    fn returns(&mut self, results: &Results) {
        let (id, index) = self.current.expect("something is looked at");
        if self.nodes[id].versions[index].results.join(results) {
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
pub fn captures_alike(program: &Program, id: FunctionId, versions: &Versions, version: &Version) -> bool {
    let general = &versions.all[0].kinds;
    let suits = |local: LocalId| general[local] == Kind::Value || general[local] == version.kinds[local];
    program.functions[id].locals.iter_enumerated().all(|(local, known)| !known.is_captured || suits(local))
}
