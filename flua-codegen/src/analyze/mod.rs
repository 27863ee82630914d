//! Facts about the IR that the translation needs. Nothing is changed here, but that webs of a variable become one again where their kinds are the same.
//!
//! * [`kinds`]: which variables are surely integers, floats, booleans, strings, tables or one function;
//! * [`hearsay`]: what numbers probably are, by their names;
//! * [`heat`]: which functions probably run often;
//! * [`library`]: what functions of the library give;
//! * [`parts`]: where a large function is split;
//! * [`privates`]: which functions have tables that nobody else sees, and that seem to be arrays of one kind;
//! * [`precision`]: whether the program wants its garbage collections to be precise;
//! * [`results`]: what functions return;
//! * [`suspension`]: which operations can suspend;
//! * [`stretches`]: runs of instructions whose usual way is tried at once;
//! * [`ranges`]: from where to where each variable is in use, and which C# variable it gets;
//! * [`live`]: what is live at a resume point;
//! * [`versions`]: which functions have further versions for numbers as arguments, and which of them are leaves;
//! * [`webs`]: which webs of a variable are one again.

pub mod hearsay;
mod heat;
pub mod kinds;
mod library;
mod live;
mod parts;
mod precision;
mod privates;
mod ranges;
pub mod results;
pub mod stretches;
mod suspension;
pub mod versions;
mod webs;

use std::sync::Arc;

use flua_ast::IndexVec;
use rustc_hash::FxHashMap;

use crate::ir::{FunctionId, LocalId, Program, SiteId, UpvalueId};
use crate::options::Options;
use crate::threads;

use hearsay::Hearsay;
pub use kinds::{Kind, binary as binary_kind};
pub use library::{calls_back, counts_varargs};
pub use live::{Live, LiveSetId};
pub use parts::{Parts, top_level};
pub use ranges::{Holder, SlotId, Variables};
pub use suspension::{compares_plainly, compares_strings, compares_unboxed, exact_float, walk_with_depth};
use versions::Versions;
use versions::leaves::Leaf;

/// The facts about a program.
#[derive(Debug)]
pub struct Facts {
    /// The facts about each function.
    pub functions: IndexVec<FunctionId, FunctionFacts>,
    /// What numbers probably are.
    pub hearsay: Hearsay,
    /// Whether nothing can suspend the program, so that no function has resume points.
    pub cannot_suspend: bool,
    /// Whether the printed code is to be fast.
    pub optimizes: bool,
}

/// The facts about a function.
#[derive(Debug)]
#[allow(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
pub struct FunctionFacts {
    /// What each local surely holds.
    pub kinds: IndexVec<LocalId, Kind>,
    /// What each upvalue surely holds.
    pub upvalues: IndexVec<UpvalueId, Kind>,
    /// The C# variables of the function.
    pub variables: Variables,
    /// The variables to save at each resume point. Empty: no operation of the function
    /// has a resume point, and it is printed as structured C# without labels.
    pub live: Live,
    /// Whether the function makes calls, and so must look at the stack when it is entered.
    pub makes_calls: bool,
    /// Whether the function reads its varargs.
    pub reads_varargs: bool,
    /// Whether fast paths are printed outside loops as well.
    pub hot_everywhere: bool,
    /// How many instructions it has.
    pub operations: usize,
    /// Whether the JIT is to compile it once, with all optimisations, when it is first called. Otherwise it compiles it plainly first, so that it starts
    /// slowly, and again when it has been called often.
    pub compiled_once: bool,
    /// The parts of a large function.
    pub parts: Option<Parts>,
    /// How it is printed if nothing in it can fail.
    pub leaf: Option<Leaf>,
    /// Whether nothing but a host or a library function is likely to come to it.
    pub is_cold: bool,
    /// Further versions of the function for arguments of certain kinds, the most special ones first.
    pub versions: Vec<VersionFacts>,
    /// The version for any arguments in which activations begin, if it is not this one: it has private arrays, or no resume points. It leaves for this one.
    pub first: Option<Box<FunctionFacts>>,
    /// Where this version leaves for the general one: it is special, and has private arrays or may be suspended.
    pub exits: Option<Exits>,
}

/// Where a special version may leave for the general one.
#[derive(Clone, Debug)]
pub struct Exits {
    /// What the general version restores there, in its order.
    pub holders: Arc<FxHashMap<SiteId, Box<[Holder]>>>,
    /// Whether the length of an array is asked for.
    pub measures: bool,
}

/// A version of a function in which some parameters are surely numbers.
#[derive(Debug)]
pub struct VersionFacts {
    /// What each parameter is: [`Kind::Int`], [`Kind::Float`], or [`Kind::Value`] for one that is left alone.
    pub parameters: Vec<Kind>,
    /// Whether some caller is known to call this version, and not the entry point, which chooses.
    pub is_called: bool,
    /// The facts that follow.
    pub facts: FunctionFacts,
}

/// Gathers the facts about a program, on so many threads.
pub fn analyze(program: &mut Program, options: &Options, threads: usize) -> Facts {
    let cannot_suspend = options.closed_world && program.world.cannot_suspend() && !precision::collects_precisely(program);
    let is_hot = if options.optimize && !program.world.is_debugged { Some(heat::is_hot(program)) } else { None };
    let mut found = versions::find(program, versions::Settings { optimizes: options.optimize, cannot_suspend });
    webs::join(program, &found);
    let program = &*program;
    let hearsay = if is_hot.is_some() { hearsay::listen(program) } else { Hearsay::none() };
    let take_kinds = |version: &mut versions::Version| std::mem::take(&mut version.kinds);
    let kinds: Vec<Vec<_>> = found.iter_mut().map(|function| function.all.iter_mut().map(take_kinds).collect()).collect();
    let around = Around { program, found: &found, cannot_suspend, optimizes: options.optimize };
    let work: Vec<_> = program.functions.ids().zip(kinds).collect();
    let threads = if work.len() < FEW_FUNCTIONS { 1 } else { threads };
    let functions = threads::map(work, threads, |(id, kinds)| {
        let is_hot = is_hot.as_ref().is_some_and(|hot| hot[id]);
        around.function_facts(id, kinds, is_hot)
    });
    Facts { functions: functions.into_iter().collect(), hearsay, cannot_suspend, optimizes: options.optimize }
}

/// The facts of so few functions are found by one thread.
const FEW_FUNCTIONS: usize = 1000;

/// Beyond so many operations the JIT would give a method up for the sake of code that runs once.
const LARGE_FUNCTION: usize = 1200;

/// A function of more operations is not printed twice for the sake of loops in loops.
const MOST_TWICE: usize = 100;

/// What the facts of all functions are found with.
struct Around<'a> {
    program: &'a Program,
    found: &'a IndexVec<FunctionId, Versions>,
    cannot_suspend: bool,
    optimizes: bool,
}

impl Around<'_> {
    /// The facts about a function, in whose versions the locals have some kinds.
    fn function_facts(&self, id: FunctionId, kinds: Vec<IndexVec<LocalId, Kind>>, is_hot: bool) -> FunctionFacts {
        let found = &self.found[id];
        let speculations = self.speculations(id, &kinds[0]);
        let begins_structured = speculations[0].is_none() && is_hot && self.begins_structured(id);
        // Where an activation goes on in the general version that has begun in another.
        let mut told: Vec<SiteId> = Vec::new();
        for (index, kinds) in kinds.iter().enumerate() {
            match &speculations[index] {
                Some(speculation) => {
                    told.extend(&speculation.sites);
                    told.extend(self.points(id, &speculation.kinds).sites());
                }
                None if index > 0 || begins_structured => told.extend(self.points(id, kinds).sites()),
                None => {}
            }
        }
        told.sort_unstable();
        told.dedup();
        let mut kinds = kinds.into_iter();
        let mut speculations = speculations.into_iter();
        let kinds_of_general = kinds.next().expect("the first version is the general one");
        let mut points = self.points(id, &kinds_of_general);
        points.add(&self.program.functions[id], &told);
        let (mut general, holders) = self.version_facts(id, 0, kinds_of_general, &points, &told);
        let holders = Arc::new(holders);
        general.compiled_once = is_hot && general.operations < LARGE_FUNCTION;
        general.is_cold = found.all.len() > 1 && !found.is_general_used && told.is_empty();
        let first = match speculations.next().flatten() {
            Some(speculation) => Some(self.unboxed_facts(id, 0, speculation, &holders)),
            None => {
                (begins_structured && !told.is_empty()).then(|| self.special_facts(id, 0, general.kinds.clone(), &holders, false))
            }
        };
        general.first = first.map(Box::new);
        for (index, (version, kinds)) in found.all.iter().zip(std::iter::once(IndexVec::new()).chain(kinds)).enumerate().skip(1) {
            let facts = match speculations.next().flatten() {
                Some(speculation) => self.unboxed_facts(id, index, speculation, &holders),
                None => self.special_facts(id, index, kinds, &holders, false),
            };
            let parameters = version.parameters.clone();
            general.versions.push(VersionFacts { parameters, is_called: version.is_called, facts });
        }
        debug_assert_eq!(self.program.functions[id].parameters.len(), found.all[0].parameters.len());
        general
    }

    /// What each version of a function is when its private arrays hold elements without gaps; nothing when it has none.
    fn speculations(&self, id: FunctionId, general: &IndexVec<LocalId, Kind>) -> Vec<Option<privates::Speculation>> {
        let Self { program, found, cannot_suspend, optimizes } = *self;
        let function = &program.functions[id];
        let versions = &found[id];
        let none = || versions.all.iter().map(|_| None).collect();
        if !optimizes || program.world.is_debugged {
            return none();
        }
        let Some(candidates) = privates::Candidates::of(function) else { return none() };
        let summary = suspension::summary(function);
        let is_unsuitable = summary.operations >= LARGE_FUNCTION || summary.reads_varargs;
        if is_unsuitable || (!cannot_suspend && suspension::yields(function)) {
            return none();
        }
        let speculate = |version: &versions::Version| {
            privates::speculate(function, &candidates, &version.parameters, &versions.upvalues, found).filter(|speculation| {
                version.leaf.is_none() && versions::captures_alike(program, id, general, &speculation.kinds)
            })
        };
        versions.all.iter().map(speculate).collect()
    }

    /// Whether it pays to begin the activations of a function that runs often in a version without resume points, which doubles its text: it has a loop in a
    /// loop.
    fn begins_structured(&self, id: FunctionId) -> bool {
        let function = &self.program.functions[id];
        let versions = &self.found[id];
        if self.cannot_suspend || !self.optimizes || versions.all[0].leaf.is_some() {
            return false;
        }
        let summary = suspension::summary(function);
        if summary.operations > MOST_TWICE || summary.reads_varargs || suspension::yields(function) {
            return false;
        }
        let mut has_nest = false;
        walk_with_depth(&function.body, 0, &mut |_, depth| has_nest |= depth > 1);
        has_nest && (versions.all.len() == 1 || versions.is_general_used)
    }

    /// Where an activation may be suspended in a version whose locals have some kinds.
    fn points(&self, id: FunctionId, kinds: &IndexVec<LocalId, Kind>) -> suspension::Points {
        if self.cannot_suspend {
            return suspension::Points::none();
        }
        suspension::points(&self.program.functions[id], kinds, &self.found[id].upvalues, self.found)
    }

    /// The facts about a version with private arrays.
    fn unboxed_facts(
        &self,
        id: FunctionId,
        version: usize,
        speculation: privates::Speculation,
        holders: &Arc<FxHashMap<SiteId, Box<[Holder]>>>,
    ) -> FunctionFacts {
        let measures = privates::measures(&self.program.functions[id], &speculation.kinds);
        self.special_facts(id, version, speculation.kinds, holders, measures)
    }

    /// The facts about a version that is not the general one. It has no resume points: an activation that is suspended in it goes on in the general one.
    fn special_facts(
        &self,
        id: FunctionId,
        version: usize,
        kinds: IndexVec<LocalId, Kind>,
        holders: &Arc<FxHashMap<SiteId, Box<[Holder]>>>,
        measures: bool,
    ) -> FunctionFacts {
        let (facts, _) = self.version_facts(id, version, kinds, &suspension::Points::none(), &[]);
        let exits = (!holders.is_empty()).then(|| Exits { holders: holders.clone(), measures });
        FunctionFacts { exits, ..facts }
    }

    /// The facts about a version of a function with some resume points, and what its variables hold at some of its sites, where an activation may go on that
    /// has begun in another version.
    fn version_facts(
        &self,
        id: FunctionId,
        version: usize,
        kinds: IndexVec<LocalId, Kind>,
        points: &suspension::Points,
        told: &[SiteId],
    ) -> (FunctionFacts, FxHashMap<SiteId, Box<[Holder]>>) {
        let Self { program, found, .. } = *self;
        let function = &program.functions[id];
        let (version, upvalues) = (&found[id].all[version], &found[id].upvalues);
        let ranges::Allocation { variables, live, holders, extents, starts } =
            ranges::allocate(program, function, &kinds, points, told);
        let summary = suspension::summary(function);
        // The variables of a part would be out of the sight of `debug`.
        let parts = if program.world.is_debugged { None } else { parts::split(function, summary.operations, &starts, &extents) };
        let makes_calls = version.leaf.is_none() && suspension::makes_calls(function, &kinds, upvalues, found);
        let facts = FunctionFacts {
            kinds,
            upvalues: upvalues.clone(),
            variables,
            live,
            makes_calls,
            reads_varargs: summary.reads_varargs,
            hot_everywhere: self.optimizes && function.parent.is_some() && summary.operations < LARGE_FUNCTION,
            operations: summary.operations,
            compiled_once: false,
            leaf: version.leaf.clone().filter(|_| parts.is_none()),
            parts,
            is_cold: false,
            versions: Vec::new(),
            first: None,
            exits: None,
        };
        (facts, holders)
    }
}
