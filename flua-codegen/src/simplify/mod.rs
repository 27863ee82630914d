//! The same meaning with less of it: every pass is linear, and the rules of the IR hold before and after.
//!
//! * `library`: what is known of the standard library becomes constants;
//! * `globals`: what global functions are that are assigned once, and functions in tables that are made once (`modules`);
//! * `methods`: methods of strings become functions of the library;
//! * `fold`: variables that always hold one constant are replaced by it, and operations on constants are done;
//! * [`unreachable`]: what control cannot come to is removed, and so are functions that nothing makes a closure of;
//! * `single`: functions that give exactly one result give one value to a list;
//! * `copies`: a value that is put aside only to be read by the next instruction goes there at once;
//! * `constructors`: a table is made with the fields whose names are known;
//! * `room`: and with room for those that follow;
//! * `webs`: variables are split into what belongs together in their lives.

mod constructors;
mod copies;
mod fold;
mod globals;
mod library;
mod methods;
mod modules;
mod room;
mod single;
mod unreachable;
mod webs;

use flua_ast::IndexVec;

use crate::ir::visit::{for_each_destination, for_each_instruction, for_each_operand};
use crate::ir::{self, Block, Function, LocalId, Operand, Program, UpvalueSource};

/// Simplifies a program. One that `debug` is to know everything about stays as it is.
pub fn simplify(mut program: Program) -> Program {
    if program.world.is_debugged {
        return program;
    }
    let methods = library::resolve(&mut program);
    fold::fold(&mut program);
    if let Some(methods) = methods {
        methods::resolve(&mut program, &methods);
    }
    library::settle(&mut program);
    unreachable::remove_code(&mut program);
    single::settle(&mut program);
    copies::merge(&mut program);
    constructors::fill(&mut program);
    room::make(&mut program);
    webs::split(&mut program);
    let program = unreachable::remove_functions(program);
    debug_assert_eq!(ir::validate(&program), Ok(()), "what is simplified keeps the rules of the IR");
    program
}

/// How often each local of a function is read and written. Parameters count as written.
struct Counts {
    reads: IndexVec<LocalId, u32>,
    writes: IndexVec<LocalId, u32>,
}

impl Counts {
    fn of(function: &Function) -> Self {
        let count = function.locals.len();
        let mut counts = Self { reads: IndexVec::filled(0, count), writes: IndexVec::filled(0, count) };
        for &parameter in &function.parameters {
            counts.writes[parameter] += 1;
        }
        counts.add_block(&function.body);
        counts
    }

    fn add_block(&mut self, block: &Block) {
        for_each_instruction(block, &mut |instruction| {
            for_each_operand(instruction, &mut |operand| {
                if let Operand::Local(local) = operand {
                    self.reads[*local] += 1;
                }
            });
            for_each_destination(instruction, &mut |local| self.writes[local] += 1);
        });
    }
}

/// The local of the parent that an upvalue takes its value from.
fn captured_local(source: UpvalueSource) -> Option<LocalId> {
    match source {
        UpvalueSource::ParentLocal(local) => Some(local),
        UpvalueSource::Environment | UpvalueSource::ParentUpvalue(_) => None,
    }
}
