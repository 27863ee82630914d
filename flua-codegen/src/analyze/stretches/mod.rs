//! Stretches: runs of instructions whose usual way is tried at once.
//!
//! ```lua
//! self.x = self.x + self.vx * dt
//! ```
//! One by one these are three looks into the hash part of `self` and two checked operations on boxed numbers. As a stretch they are: open
//! `self` once, find the two slots, see that both and `dt` hold floats, and then nothing but arithmetic on `double`s and one store. When
//! one thing is not as guessed, nothing has happened yet, and the instructions run one by one as ever.
//!
//! What must be true for it, and why it is:
//!
//! 1. *All that can go wrong is looked at before the first effect.* The effects are stores to slots that exist; a destination is
//!    written at the end. So the way out is to begin again. Whether a float has a whole part that is an integer is looked at when the float is known,
//!    before anything is stored.
//! 2. *What was seen stays true until the end.* Nothing in a stretch calls, adds a field or changes a metatable. A store of a number goes to
//!    a slot that was seen to hold a number of the same type, so no store changes the type of a number in any slot, even where two tables
//!    are one; a table in a slot stays there. A store of any other value ends what may be known of the slots that it may hit.
//! 3. *Reads see what was stored.* A slot is read where the program reads it, unless nothing between can have changed it. Fields of
//!    different names are never the same slot; nor are a field and an element.
//! 4. *A variable ends with what the program would have left in it.* Destinations are written in the order in which the program writes
//!    them last, so variables that share a C# variable do no harm.
//!
//! Which type a number has is a guess from the operators and constants around it ([`classes`]), and from what else is assigned to a variable
//! ([`mod@integers`]); only speed hangs on it.

mod build;
mod classes;
mod integers;

pub use integers::integers;

use std::sync::Arc;

use flua_ast::{IndexVec, define_id};

use super::Kind;
use super::hearsay::Guess;
use crate::ir::{BinaryOp, Instruction, LibraryFunction, LocalId, Operand};

define_id!(
    /// A value in a stretch.
    ValueId
);
define_id!(
    /// A slot of a table in a stretch.
    PlaceId
);

/// How a value is kept, or what a slot is seen to hold.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Form {
    /// An integer, unboxed.
    Int,
    /// A float, unboxed.
    Float,
    /// Any value but nil, where it comes from a slot or goes into one.
    Boxed,
}

/// Where a value comes from.
#[derive(Clone, PartialEq, Debug)]
pub enum Source {
    /// A constant, or a variable as it is when the stretch begins.
    Operand(Operand),
    /// What a slot holds at a step.
    Load(PlaceId),
    /// An operation.
    Binary(BinaryOp, ValueId, ValueId),
    /// `-a`
    Neg(ValueId),
    /// `~a`
    BNot(ValueId),
    /// A function of the library that computes with numbers, of one or two of them.
    Call(LibraryFunction, ValueId, Option<ValueId>),
}

/// A value.
#[derive(Clone, Debug)]
pub struct Value {
    /// Where it comes from.
    pub source: Source,
    /// What it surely is.
    pub kind: Kind,
    /// How it is kept.
    pub form: Form,
    /// How many slots must be found one after the other before it is known.
    pub depth: usize,
    /// The variable that it is first assigned to.
    pub name: Option<LocalId>,
    /// Whether the slot that it comes from may have been changed before, in this stretch.
    is_late: bool,
    class: Option<classes::ClassId>,
}

/// The key of a slot.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum Key {
    /// A constant string.
    Name(Arc<[u8]>),
    /// An integer.
    Index(ValueId),
}

/// A slot of a table.
#[derive(Clone, Debug)]
pub struct Place {
    /// The table.
    pub table: ValueId,
    /// The key.
    pub key: Key,
    /// What it must hold.
    pub form: Form,
    /// How many slots must be found before this one.
    pub depth: usize,
    class: classes::ClassId,
}

/// What happens, in order.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Step {
    /// A value is read from its slot, or computed.
    Value(ValueId),
    /// A value is stored.
    Store(PlaceId, ValueId),
}

/// A run of instructions that is tried at once.
#[derive(Debug)]
pub struct Stretch {
    /// How many instructions it takes.
    pub length: usize,
    /// What it saves; see [`WORTH`].
    pub worth: usize,
    /// The values.
    pub values: IndexVec<ValueId, Value>,
    /// The slots.
    pub places: IndexVec<PlaceId, Place>,
    /// What happens.
    pub steps: Vec<Step>,
    /// The variables that are assigned, in the order of their last assignments, and what they get.
    pub results: Vec<(LocalId, ValueId)>,
    /// How often each local is read in the stretch after it was assigned in it: those reads do not want the variable.
    pub inner_reads: Vec<(LocalId, usize)>,
}

/// More instructions would be more than one look should decide.
const LONGEST: usize = 96;

/// How many slots may have to be found one after the other.
const DEEPEST: usize = 2;

/// What a stretch must save to be worth its text: two for each operation, and one for each look that need not be repeated.
pub const WORTH: usize = 3;

/// What it must save where it adds to a float that a loop carries unboxed.
pub const WORTH_OF_SUMS: usize = 2;

/// What is known of the variables of a function.
pub struct Around<'a> {
    /// The kinds of operands, the content of a cell being any value.
    pub kind: &'a dyn Fn(&Operand) -> Kind,
    /// Whether a stretch may assign a local.
    pub is_plain: &'a dyn Fn(LocalId) -> bool,
    /// What a local probably holds, if it is a number.
    pub local: &'a dyn Fn(LocalId) -> Option<Guess>,
    /// What fields of a name probably hold, if they are numbers.
    pub field: &'a dyn Fn(&[u8]) -> Option<Guess>,
}

/// The stretch that begins with the first of these instructions, if it saves as much as is asked for.
pub fn find(instructions: &[Instruction], around: &Around<'_>, least: usize) -> Option<Stretch> {
    if !matches!(
        instructions.first()?,
        Instruction::Index { .. }
            | Instruction::SetIndex { .. }
            | Instruction::Binary { .. }
            | Instruction::Unary { .. }
            | Instruction::Call { callee: Operand::Library(_), .. }
    ) || !may_pay(instructions, least)
    {
        return None;
    }
    let mut limit = instructions.len().min(LONGEST);
    // One instruction alone never saves more than a sum does.
    let shortest = if least > WORTH_OF_SUMS { 2 } else { 1 };
    while limit >= shortest {
        match build::build(&instructions[..limit], around) {
            Ok(stretch) => return (stretch.worth >= least).then_some(stretch),
            Err(shorter) => limit = shorter.min(limit - 1),
        }
    }
    None
}

/// Whether the instructions that could stand in one stretch could save enough, were all of them suitable. It is asked at every instruction, and
/// mostly says no.
fn may_pay(instructions: &[Instruction], least: usize) -> bool {
    let (mut operations, mut looks) = (0, 0_usize);
    for instruction in instructions.iter().take(LONGEST) {
        match instruction {
            Instruction::Declare { .. } | Instruction::Set { .. } => {}
            Instruction::Unary { .. } | Instruction::Binary { .. } | Instruction::Call { callee: Operand::Library(_), .. } => {
                operations += 1;
            }
            Instruction::Index { .. } | Instruction::SetIndex { .. } => looks += 1,
            _ => return false,
        }
        if 2 * operations + looks.saturating_sub(1) >= least {
            return true;
        }
    }
    false
}
