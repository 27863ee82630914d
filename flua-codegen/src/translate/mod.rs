//! IR and facts to a C# tree.
//!
//! One sealed class a Lua function, nested in one class a script; upvalues are its fields. A function that can suspend is printed *merged*: one
//! method with a resume switch at its head, blocks with resume points flat, so that labels stand at the top level of the method. One that
//! cannot is printed *structured*, without labels. `docs/runtime.md` is the contract with what is called.

mod accumulators;
mod ahead;
mod appends;
mod assignment;
mod body;
mod calls;
mod constants;
mod exits;
mod fast_loops;
mod functions;
mod jumps;
mod library;
mod locals;
mod loops;
mod naming;
mod operands;
mod operators;
mod parts;
mod private_arrays;
mod resume;
mod self_tail;
mod stretches;
mod tables;
mod unit;

use crate::analyze::Facts;
use crate::csharp::{CompilationUnit, FileSink};
use crate::ir::Program;
use crate::options::Options;

/// Translates the head of the file.
pub fn head(program: &Program, options: &Options) -> CompilationUnit {
    unit::head(program, options)
}

/// Translates a program on so many threads, and gives its classes in the order of the file. They are the same for any number.
pub fn classes(program: &Program, facts: &Facts, options: &Options, threads: usize, sink: &mut impl FileSink) {
    unit::translate(program, facts, options, threads, sink);
}
