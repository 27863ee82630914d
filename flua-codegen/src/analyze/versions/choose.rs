//! Which versions of a function pay.
//!
//! The best evidence are the calls that the program makes, where the kinds of the arguments are known. What a function does with its parameters is
//! the second, and counts only where somebody may call it with what is not known.

use flua_ast::IndexVec;
use rustc_hash::FxHashSet;

use super::super::kinds::{self, Kind};
use super::super::suspension::{self, compares_plainly, walk_with_depth};
use super::{MOST_VERSIONS, Settings, Version, Versions, solve, suitable};
use crate::ir::visit::for_each_operand;
use crate::ir::{Condition, Function, FunctionId, Instruction, LocalId, Operand, Program, UpvalueId, Values};

/// A version that nobody is known to call must save so many checked operations; those in loops count for eight.
const LEAST_GAIN: usize = 4;
/// One that is called must save so many.
const LEAST_CALLED_GAIN: usize = 2;

/// What is chosen for a function.
pub struct Chosen {
    /// The kinds of the parameters of its versions, the most special first.
    pub versions: Vec<Vec<Kind>>,
    /// Whether some caller may need the general version.
    pub is_general_used: bool,
}

/// Chooses the versions of all functions out of those that were found.
pub fn choose(
    program: &Program,
    found: &IndexVec<FunctionId, Versions>,
    seeds: &IndexVec<FunctionId, Vec<Vec<Kind>>>,
    calls: &Calls<'_>,
    settings: Settings,
    is_open: bool,
) -> IndexVec<FunctionId, Chosen> {
    let mut chosen = IndexVec::new();
    for (id, function) in program.functions.iter_enumerated() {
        let versions = &found[id];
        let is_general_used = calls.escapes[id] || calls.is_called(id, 0);
        if versions.all.len() == 1 {
            chosen.push(Chosen { versions: Vec::new(), is_general_used });
            continue;
        }
        let before = cost(function, &versions.all[0].kinds, &versions.upvalues);
        let mut candidates: Vec<Candidate> = Vec::new();
        for (index, version) in versions.all.iter().enumerate().skip(1) {
            let parameters = kept(function, version);
            if parameters.iter().all(|&kind| kind == Kind::Value)
                || candidates.iter().any(|other| other.parameters == parameters)
                || (!settings.cannot_suspend && suspension::yields(function) && can_suspend(function, found, versions, version))
                || !solve::captures_alike(program, id, &versions.all[0].kinds, &version.kinds)
            {
                continue;
            }
            if !is_open {
                // What is not as it was inferred is not sure to go on as it is.
                if parameters == version.parameters {
                    candidates.push(Candidate { parameters, gain: 0, weight: 1 });
                }
                continue;
            }
            let gain = before.saturating_sub(cost(function, &version.kinds, &versions.upvalues));
            let Count { sure, possible, .. } = calls.counts.get(id, index);
            let is_guess = seeds[id].contains(&version.parameters);
            let least = match (sure > 0, version.leaf.is_some()) {
                (true, true) => 1,
                (true, false) => LEAST_CALLED_GAIN,
                (false, _) => LEAST_GAIN,
            };
            let may_be_called = sure > 0 || (possible > 0 && !is_guess) || (is_guess && is_general_used);
            if may_be_called && gain >= least {
                let weight = if is_guess && sure == 0 { 0 } else { (2 * sure + possible) * gain };
                candidates.push(Candidate { parameters, gain, weight });
            }
        }
        // One that assumes less than another and gains less is not worth its text.
        let is_beaten = |one: &Candidate| candidates.iter().any(|other| other.parameters != one.parameters && other.covers(one));
        let beaten: Vec<bool> = candidates.iter().map(is_beaten).collect();
        let mut beaten = beaten.into_iter();
        candidates.retain(|_| !beaten.next().expect("there is one for each"));
        candidates.sort_by_key(|candidate| usize::MAX - candidate.weight);
        // A guess is for callers that are not known.
        if !calls.escapes[id] && candidates.first().is_some_and(|first| first.weight > 0) {
            candidates.retain(|candidate| candidate.weight > 0);
        }
        candidates.truncate(MOST_VERSIONS);
        let mut kept: Vec<Vec<Kind>> = candidates.into_iter().map(|candidate| candidate.parameters).collect();
        kept.sort_by_key(|parameters| parameters.iter().filter(|&&kind| kind == Kind::Value).count());
        chosen.push(Chosen { versions: kept, is_general_used });
    }
    chosen
}

/// The kinds of a version's parameters that stay what they are.
fn kept(function: &Function, version: &Version) -> Vec<Kind> {
    let stays = |(&parameter, &kind): (&LocalId, &Kind)| if version.kinds[parameter] == kind { kind } else { Kind::Value };
    function.parameters.iter().zip(&version.parameters).map(stays).collect()
}

/// Whether a version would have resume points. An activation that is resumed is in the general version, so one that is resumed again and again has nothing of
/// a version.
fn can_suspend(function: &Function, found: &IndexVec<FunctionId, Versions>, versions: &Versions, version: &Version) -> bool {
    let points = suspension::points(function, &version.kinds, &versions.upvalues, found);
    function.sites.ids().any(|site| points.contains(site))
}

/// A version that may be chosen.
struct Candidate {
    parameters: Vec<Kind>,
    gain: usize,
    /// How much its calls speak for it: 0 for a guess.
    weight: usize,
}

impl Candidate {
    /// Whether this one assumes all that another does, and more, and is worth it.
    fn covers(&self, other: &Self) -> bool {
        let mut pairs = self.parameters.iter().zip(&other.parameters);
        self.weight > 0
            && self.gain >= other.gain + LEAST_CALLED_GAIN
            && pairs.all(|(own, other)| own == other || *other == Kind::Value)
    }
}

/// How often a version is called; calls in loops count more.
#[derive(Clone, Copy, Default)]
struct Count {
    /// By callers that know the kinds of the arguments.
    sure: usize,
    /// By callers that know some of them, or none.
    possible: usize,
    /// Whether its own calls were counted.
    is_seen: bool,
}

/// The counts of all versions of all functions.
struct Counts {
    first: IndexVec<FunctionId, usize>,
    all: Vec<Count>,
}

impl Counts {
    fn new(found: &IndexVec<FunctionId, Versions>) -> Self {
        let mut count = 0;
        let mut first = IndexVec::new();
        for versions in found {
            first.push(count);
            count += versions.all.len();
        }
        Self { first, all: vec![Count::default(); count] }
    }

    fn of(&mut self, id: FunctionId, index: usize) -> &mut Count {
        &mut self.all[self.first[id] + index]
    }

    fn get(&self, id: FunctionId, index: usize) -> Count {
        self.all[self.first[id] + index]
    }
}

/// Who calls whom.
pub struct Calls<'e> {
    /// How often each version is called by callers that know the function.
    counts: Counts,
    /// Whether a function goes anywhere but to calls of it.
    escapes: &'e IndexVec<FunctionId, bool>,
}

impl<'e> Calls<'e> {
    /// Counts the calls of known functions by those that make any.
    pub fn count(
        program: &Program,
        found: &IndexVec<FunctionId, Versions>,
        escapes: &'e IndexVec<FunctionId, bool>,
        callers: &IndexVec<FunctionId, bool>,
    ) -> Self {
        let mut calls = Self { counts: Counts::new(found), escapes };
        // From what anybody may call to what that calls.
        let mut pending: Vec<(FunctionId, usize)> = Vec::new();
        for id in program.functions.ids() {
            if calls.escapes[id] && callers[id] {
                // Anybody may come in through the guards as well.
                pending.extend((0..found[id].all.len()).map(|index| (id, index)));
            }
        }
        while let Some((id, index)) = pending.pop() {
            if !callers[id] || std::mem::replace(&mut calls.counts.of(id, index).is_seen, true) {
                continue;
            }
            let versions = &found[id];
            let version = &versions.all[index];
            walk_with_depth(&program.functions[id].body, 0, &mut |instruction, depth| {
                let (Instruction::Call { callee, arguments, .. } | Instruction::TailCall { callee, arguments, .. }) = instruction
                else {
                    return;
                };
                if let Some((callee, target)) = target(found, callee, arguments, &version.kinds, &versions.upvalues) {
                    let weight = 1 << (3 * depth.min(3));
                    calls.counts.of(callee, target).sure += weight;
                    pending.push((callee, target));
                    let argument = |index: usize| argument(arguments, index, &version.kinds, &versions.upvalues);
                    for (index, other) in found[callee].all.iter().enumerate().filter(|&(index, _)| index != target) {
                        let mut pairs = other.parameters.iter().enumerate();
                        if index > 0
                            && pairs.all(|(index, &kind)| [kind, Kind::Value].contains(&argument(index)) || kind == Kind::Value)
                        {
                            calls.counts.of(callee, index).possible += weight;
                            pending.push((callee, index));
                        }
                    }
                }
            });
        }
        calls
    }

    /// Whether a caller is known to call a version of a function.
    pub fn is_called(&self, id: FunctionId, version: usize) -> bool {
        self.counts.get(id, version).sure > 0
    }
}

/// Which functions go anywhere but to calls of them.
pub fn escapes(program: &Program, found: &IndexVec<FunctionId, Versions>) -> IndexVec<FunctionId, bool> {
    let mut escapes = IndexVec::filled(false, program.functions.len());
    let globals: FxHashSet<FunctionId> =
        program.functions.iter().flat_map(|function| function.locals.iter().filter_map(|local| local.global)).collect();
    let mut makes: IndexVec<FunctionId, bool> = IndexVec::filled(false, program.functions.len());
    for parent in program.functions.iter().filter_map(|function| function.parent) {
        makes[parent] = true;
    }
    for (id, function) in program.functions.iter_enumerated() {
        let versions = &found[id];
        let holds = |kind: &Kind| matches!(kind, Kind::Function(_) | Kind::Global(_));
        if !makes[id] && !versions.all[0].kinds.iter().chain(&versions.upvalues).any(holds) {
            continue;
        }
        find_escapes(program, function, &found[id], &globals, &mut escapes);
    }
    for chunk in &program.chunks {
        escapes[chunk.main] = true;
    }
    escapes
}

/// Notes the functions that are read but not called.
fn find_escapes(
    program: &Program,
    function: &Function,
    versions: &Versions,
    globals: &FxHashSet<FunctionId>,
    escapes: &mut IndexVec<FunctionId, bool>,
) {
    let kinds = &versions.all[0].kinds;
    walk_with_depth(&function.body, 0, &mut |instruction, _| {
        let mut called = match instruction {
            Instruction::Call { callee, .. } | Instruction::TailCall { callee, .. } => Some(callee),
            _ => None,
        };
        // A copy is another name for it.
        if let Instruction::Declare { local: to, value } | Instruction::Set { to, value } = instruction
            && kinds[*to] == kinds::operand(value, kinds, &versions.upvalues)
        {
            return;
        }
        // Whoever reads the global is seen.
        if let Instruction::SetIndex { key: Operand::String(name), value, .. } = instruction
            && let Kind::Function(stored) = kinds::operand(value, kinds, &versions.upvalues)
            && globals.contains(&stored)
            && program.functions[stored].name.as_deref().is_some_and(|own| own.as_bytes() == &**name)
        {
            return;
        }
        for_each_operand(instruction, &mut |operand| {
            // The callee is shown first.
            if called.take().is_some() {
                return;
            }
            if let Kind::Function(read) = kinds::callee(operand, kinds, &versions.upvalues) {
                escapes[read] = true;
            }
        });
        if let Instruction::Closure { to, function: made } = instruction
            && kinds[*to] != Kind::Function(*made)
        {
            escapes[*made] = true;
        }
    });
}

/// The version that a call of a known function goes to.
pub fn target(
    found: &IndexVec<FunctionId, Versions>,
    callee: &Operand,
    arguments: &Values,
    locals: &IndexVec<LocalId, Kind>,
    upvalues: &IndexVec<UpvalueId, Kind>,
) -> Option<(FunctionId, usize)> {
    let Kind::Function(id) = kinds::callee(callee, locals, upvalues) else { return None };
    let special = found[id].all[1..].iter().map(|version| &*version.parameters);
    Some((id, suitable(special, &|index| argument(arguments, index, locals, upvalues))))
}

/// The kind of an argument.
fn argument(arguments: &Values, index: usize, locals: &IndexVec<LocalId, Kind>, upvalues: &IndexVec<UpvalueId, Kind>) -> Kind {
    arguments.fixed.get(index).map_or(Kind::Value, |value| kinds::content(kinds::operand(value, locals, upvalues)))
}

/// What the checked operations of a function cost.
fn cost(function: &Function, locals: &IndexVec<LocalId, Kind>, upvalues: &IndexVec<UpvalueId, Kind>) -> usize {
    let kind = |operand: &Operand| kinds::operand(operand, locals, upvalues);
    let mut cost = 0;
    walk_with_depth(&function.body, 0, &mut |instruction, depth| {
        let checked = match instruction {
            Instruction::Binary { op, left, right, .. } => kinds::binary(*op, kind(left), kind(right)) == Kind::Value,
            Instruction::Unary { op, operand, .. } => kinds::unary(*op, operand, kind(operand)) == Kind::Value,
            Instruction::Compare { op, left, right, .. }
            | Instruction::If { condition: Condition::Compare { op, left, right, .. }, .. } => {
                !compares_plainly(*op, left, right, &kind)
            }
            // How often a loop runs is found by a call, unless its limit is a number. In a loop that is for each round.
            Instruction::NumericFor { control, limit, .. } => {
                locals[*control] == Kind::Value || (depth > 0 && kind(limit) == Kind::Value)
            }
            _ => false,
        };
        if checked {
            cost += if depth > 0 { 8 } else { 1 };
        }
    });
    cost
}
