//! The syntax tree to IR: sugar gone, the order of evaluation and the number of values explicit.
//!
//! It takes the trees and what their names mean, and gives the IR by the rules at the head of [`crate::ir`]. Constants are folded where the reference
//! folds them; beyond that nothing is made better here. The order of evaluation, the lines of errors and the names of operands in messages are the
//! reference's, which compiles in a single pass: it reads a local variable when the instruction runs that uses it, and everything else when the
//! text has been read. So an operand that is a local stays an `Operand::Local`, and what must be read earlier is copied to a temporary.

mod assignment;
mod attribs;
mod builder;
mod calls;
mod data;
mod expressions;
mod functions;
mod hooks;
mod jumps;
mod lifetimes;
mod lines;
mod logical;
mod loops;
mod operators;
mod statements;
mod tables;

use flua_ast::IndexVec;

use crate::ir;
use crate::resolve::Names;
use crate::{Origin, Program};

use builder::{Lowering, Shared};

/// Lowers a program whose names are resolved.
///
/// # Panics
/// When the names are those of another program.
pub fn lower(program: Program<'_>, names: &Names) -> ir::Program {
    let mut functions: IndexVec<ir::FunctionId, Option<ir::Function>> = IndexVec::filled(None, names.functions.len());
    let mut chunks = Vec::with_capacity(program.chunks.len());
    for (index, chunk) in program.chunks.iter().enumerate() {
        let chunk_names = &names.chunks[index];
        let shared = Shared { source: chunk.source, names, chunk_names, index, functions: &mut functions };
        Lowering::lower_chunk(shared, chunk.chunk);
        chunks.push(ir::Chunk { main: chunk_names.main, origin: origin(chunk.origin), path: chunk.source.name().into() });
    }
    let mut lowered = IndexVec::new();
    for id in functions.ids() {
        lowered.push(functions[id].take().expect("every function that was resolved has been lowered"));
    }
    let refused = program.refused.iter().map(|refused| (refused.key.into(), refused.message.into())).collect();
    let program = ir::Program { functions: lowered, chunks, refused, world: names.world.clone() };
    debug_assert_eq!(ir::validate(&program), Ok(()), "the lowering keeps the rules of the IR");
    program
}

fn origin(origin: Origin<'_>) -> ir::Origin {
    match origin {
        Origin::Main => ir::Origin::Main,
        Origin::Module(name) => ir::Origin::Module(name.into()),
        Origin::Loaded(key) => ir::Origin::Loaded(key.into()),
    }
}
