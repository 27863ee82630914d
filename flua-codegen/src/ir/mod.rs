//! The intermediate representation: a structured tree in three-address form.
//!
//! One operation an instruction; operands are locals, upvalues or constants, so the order of evaluation is never in doubt. *One value* and
//! *many values* are different things: many values appear only as [`Open`] at the end of an argument, result or item list. Loops, `if`,
//! labels and `goto` are kept as structure. Nothing here knows C#.
//!
//! Rules that every function keeps, and every later pass may rely on:
//!
//! * Temporaries are locals without a name. They are never captured.
//! * A local whose storage is [`Storage::Cell`] begins its life with [`Instruction::Declare`], which makes a fresh cell each time it
//!   runs, and is written by `Declare` and [`Instruction::Set`] alone. Any other local may be the destination of any instruction.
//! * An [`Operand::Local`] or [`Operand::Upvalue`] is read when its instruction runs, not before. The lowering copies what must be read earlier.
//! * [`Open::Results`] names the results of the [`Call`](Instruction::Call) that stands immediately before, with nothing between.
//! * A [`Break`](Instruction::Break) leaves the innermost loop. Pending `<close>` variables are closed by explicit instructions on every way out.

mod function;
mod instruction;
mod known;
mod library;
mod operand;
mod program;
mod site;

pub(crate) mod arithmetic;
mod print;
mod validate;
pub(crate) mod visit;

use flua_ast::define_id;

pub use function::{Function, Label, Local, Storage, Upvalue, UpvalueSource};
pub use instruction::{HookEvent, Instruction};
pub(crate) use known::known_function;
pub use library::LibraryFunction;
pub use operand::{BinaryOp, Block, CompareOp, Condition, Open, Operand, Results, TableData, TableTemplate, UnaryOp, Values};
pub use print::print;
pub use program::{Chunk, LoadKey, Origin, Program, WorldFacts};
pub use site::{OperandKind, OperandName, Site};
pub use validate::validate;
pub use visit::for_each_block as visit_blocks;

define_id!(
    /// A function of the program.
    FunctionId
);
define_id!(
    /// A local variable or temporary of one function.
    LocalId
);
define_id!(
    /// An upvalue of one function.
    UpvalueId
);
define_id!(
    /// A label of one function.
    LabelId
);
define_id!(
    /// A place of one function at which an error may be raised or another function run. Counted from 0 here and from 1 in the printed code.
    SiteId
);
