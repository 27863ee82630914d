//! Facts about the IR that the translation needs. Nothing is changed here.
//!
//! * [`kinds`]: which variables are surely integers, floats, booleans, tables or one function;
//! * [`heat`]: which functions probably run often;
//! * [`library`]: what functions of the library give;
//! * [`numeric`]: which functions get a second version for numbers as arguments;
//! * [`parts`]: where a large function is split;
//! * [`precision`]: whether the program wants its garbage collections to be precise;
//! * [`suspension`]: which operations can suspend;
//! * [`stretches`]: runs of instructions whose usual way is tried at once;
//! * [`ranges`]: from where to where each variable is in use, and which C# variable it gets;
//! * [`live`]: what is live at a resume point.

mod heat;
mod kinds;
mod library;
mod live;
mod numeric;
mod parts;
mod precision;
mod ranges;
pub mod stretches;
mod suspension;

use flua_ast::IndexVec;

use crate::ir::{Function, FunctionId, LocalId, Program, UpvalueId};
use crate::options::Options;

pub use kinds::{Kind, binary as binary_kind};
pub use library::counts_varargs;
pub use live::{Live, LiveSetId};
pub use parts::{Parts, top_level};
pub use ranges::{SlotId, Variables};
pub use suspension::{compares_plainly, walk_with_depth};

/// The facts about a program.
#[derive(Debug)]
pub struct Facts {
    /// The facts about each function.
    pub functions: IndexVec<FunctionId, FunctionFacts>,
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
    /// A second version of the function for arguments of certain kinds, entered behind a guard.
    pub numeric: Option<Box<NumericVersion>>,
}

/// A version of a function in which some parameters are surely numbers.
#[derive(Debug)]
pub struct NumericVersion {
    /// What each parameter is: [`Kind::Int`], or [`Kind::Value`] for one that is left alone.
    pub parameters: Vec<Kind>,
    /// The facts that follow.
    pub facts: FunctionFacts,
}

/// Gathers the facts about a program.
pub fn analyze(program: &Program, options: &Options) -> Facts {
    let cannot_suspend = options.closed_world && program.world.cannot_suspend() && !precision::collects_precisely(program);
    let is_hot = if options.optimize && !program.world.is_debugged { Some(heat::is_hot(program)) } else { None };
    let mut facts = Facts { functions: IndexVec::new(), cannot_suspend, optimizes: options.optimize };
    for (id, function) in program.functions.iter_enumerated() {
        let upvalues = kinds::upvalues(function, &facts.functions);
        let general = vec![Kind::Value; function.parameters.len()];
        let mut found = version(program, function, &general, &upvalues, &facts);
        if options.optimize
            && !program.world.is_debugged
            && let Some(parameters) = numeric::parameters(function, &found.kinds, &upvalues)
        {
            let facts = version(program, function, &parameters, &upvalues, &facts);
            // Without resume points of its own a version needs no second switch.
            if facts.live.is_empty() {
                found.numeric = Some(Box::new(NumericVersion { parameters, facts }));
            }
        }
        found.compiled_once = is_hot.as_ref().is_some_and(|hot| hot[id]) && found.operations < LARGE_FUNCTION;
        facts.functions.push(found);
    }
    facts
}

/// Beyond so many operations the JIT would give a method up for the sake of code that runs once.
const LARGE_FUNCTION: usize = 1200;

/// The facts about a function whose parameters are of certain kinds.
fn version(
    program: &Program,
    function: &Function,
    parameters: &[Kind],
    upvalues: &IndexVec<UpvalueId, Kind>,
    around: &Facts,
) -> FunctionFacts {
    let kinds = kinds::infer(function, parameters, upvalues, program.world.is_debugged, around.optimizes);
    let points = if around.cannot_suspend { suspension::Points::none() } else { suspension::points(function, &kinds, upvalues) };
    let ranges::Allocation { variables, live, extents, starts } = ranges::allocate(program, function, &kinds, &points);
    let summary = suspension::summary(function);
    // The variables of a part would be out of the sight of `debug`.
    let parts = if program.world.is_debugged { None } else { parts::split(function, summary.operations, &starts, &extents) };
    FunctionFacts {
        kinds,
        upvalues: upvalues.clone(),
        variables,
        live,
        makes_calls: summary.makes_calls,
        reads_varargs: summary.reads_varargs,
        hot_everywhere: around.optimizes && function.parent.is_some() && summary.operations < LARGE_FUNCTION,
        operations: summary.operations,
        compiled_once: false,
        parts,
        numeric: None,
    }
}
