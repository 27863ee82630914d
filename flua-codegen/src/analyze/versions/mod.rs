//! The versions of functions, and what all variables of all of them surely hold.
//!
//! What a call gives depends on what its function returns, and that on what the function was called with. So the kinds of all functions are
//! inferred together. Every function has a general version for any arguments, and may have two more for arguments of which some are surely
//! integers or floats:
//!
//! 1. All are inferred, and a call of a known function with numbers makes a version of that function for these kinds ([`solve`]).
//!    The body of a function may suggest a version too ([`guess`]), for callers that are not known.
//! 2. Those that pay are chosen ([`choose`]).
//! 3. All are inferred again with the chosen ones alone.
//!
//! Soundness: a version is entered with arguments of its kinds only, by callers that know them or by a look at them; and every fact
//! holds at the end of an inference with exactly the versions that are printed. (Chambers and Ungar, *Customization*, 1989; Agesen, *The
//! Cartesian Product Algorithm*, 1995.)

mod choose;
mod guess;
pub mod leaves;
mod solve;

use flua_ast::IndexVec;

use super::kinds::Kind;
use super::results::Results;
use crate::ir::{FunctionId, LocalId, Program, UpvalueId};
use leaves::Leaf;
use solve::Solver;

pub use solve::captures_alike;

/// The most versions of a function beside the general one.
pub const MOST_VERSIONS: usize = 2;

/// Beyond so many rounds of choosing, only what would be wrong is dropped, and not what turns out not to pay.
const MOST_ROUNDS: usize = 2;

/// Beyond so many rounds there are no versions at all.
const LAST_ROUND: usize = 16;

/// A function with its versions.
#[derive(Debug)]
pub struct Versions {
    /// What each upvalue surely holds.
    pub upvalues: IndexVec<UpvalueId, Kind>,
    /// The versions: the general one first, then the more special ones, those that assume most before the others.
    pub all: Vec<Version>,
    /// Whether some caller may need the general version.
    pub is_general_used: bool,
}

/// A version of a function.
#[derive(Debug)]
pub struct Version {
    /// What each parameter is: a number, or [`Kind::Value`] for one that is left alone.
    pub parameters: Vec<Kind>,
    /// What each local surely holds.
    pub kinds: IndexVec<LocalId, Kind>,
    /// What it returns.
    pub results: Results,
    /// How it is printed if nothing in it can fail.
    pub leaf: Option<Leaf>,
    /// Whether some caller that knows the function calls this version, and not the entry point, which chooses.
    pub is_called: bool,
}

/// The version for arguments of certain kinds: the most special one that suits, else the general one.
pub fn suitable<'v>(versions: impl Iterator<Item = &'v [Kind]>, argument: &dyn Fn(usize) -> Kind) -> usize {
    let (mut best, mut most) = (0, 0);
    for (index, parameters) in versions.enumerate() {
        let mut numbers = parameters.iter().enumerate().filter(|&(_, &kind)| kind != Kind::Value);
        let count = numbers.clone().count();
        if count > most && numbers.all(|(index, &kind)| argument(index) == kind) {
            (best, most) = (index + 1, count);
        }
    }
    best
}

/// What the versions are found with.
#[derive(Clone, Copy)]
pub struct Settings {
    /// Whether the printed code is to be fast.
    pub optimizes: bool,
    /// Whether no function has resume points.
    pub cannot_suspend: bool,
}

/// Finds the versions of all functions.
pub fn find(program: &Program, settings: Settings) -> IndexVec<FunctionId, Versions> {
    let is_plain = !settings.optimizes || program.world.is_debugged;
    let seeds = if is_plain { IndexVec::filled(Vec::new(), program.functions.len()) } else { guess::seeds(program) };
    let mut solver = Solver::new(program, settings.optimizes, &seeds, !is_plain);
    if is_plain {
        return solver.found;
    }
    let (callers, called) = (solver.callers(), solver.callees());
    let escapes = choose::escapes(program, &solver.found);
    for round in 0.. {
        leaves::find(program, &mut solver.found, &called);
        let calls = choose::Calls::count(program, &solver.found, &escapes, &callers);
        let chosen = choose::choose(program, &solver.found, &seeds, &calls, settings, round < MOST_ROUNDS);
        let is_stable = solver.found.iter().zip(chosen.iter()).all(|(function, chosen)| {
            function.all.len() == chosen.versions.len() + 1
                && function.all[1..].iter().zip(&chosen.versions).all(|(version, chosen)| version.parameters == *chosen)
        });
        if is_stable {
            for ((id, chosen), function) in chosen.iter_enumerated().zip(solver.found.iter_mut()) {
                function.is_general_used = chosen.is_general_used;
                for (index, version) in function.all.iter_mut().enumerate() {
                    version.is_called = calls.is_called(id, index);
                }
            }
            leaves::keep_called(program, &mut solver.found, &callers);
            return solver.found;
        }
        let is_last = round >= LAST_ROUND;
        solver.keep(chosen.into_iter().map(|chosen| if is_last { Vec::new() } else { chosen.versions }));
    }
    unreachable!("there is always a round without versions")
}
