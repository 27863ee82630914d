//! What instructions read and write, and their operators.

use std::sync::Arc;

use super::{Instruction, LibraryFunction, LocalId, SiteId, UpvalueId};

/// A list of instructions. It is a scope: locals that begin their life in it are not used behind it.
#[derive(Clone, PartialEq, Default, Debug)]
pub struct Block {
    /// The instructions in order.
    pub instructions: Vec<Instruction>,
}

/// What an instruction reads.
#[derive(Clone, PartialEq, Debug)]
pub enum Operand {
    /// A local or temporary.
    Local(LocalId),
    /// An upvalue.
    Upvalue(UpvalueId),
    /// nil
    Nil,
    /// A boolean.
    Bool(bool),
    /// An integer.
    Integer(i64),
    /// A float.
    Float(f64),
    /// A string.
    String(Arc<[u8]>),
    /// A function of the standard library.
    Library(LibraryFunction),
}

/// Operators of one operand that may meet a metamethod. (`not` is [`Instruction::Not`].)
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum UnaryOp {
    /// `-a`
    Neg,
    /// `~a`
    BNot,
    /// `#a`
    Len,
}

/// Arithmetic and bitwise operators.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[allow(missing_docs, reason = "the names are the manual's")]
pub enum BinaryOp {
    Add,
    Sub,
    Mul,
    Div,
    Mod,
    IDiv,
    Pow,
    BAnd,
    BOr,
    BXor,
    Shl,
    Shr,
}

/// Comparisons. `a > b` is `b < a`, evaluated in the source's order.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CompareOp {
    /// `a == b`
    Eq,
    /// `a < b`
    Lt,
    /// `a <= b`
    Le,
}

/// What an `if` asks.
#[derive(Clone, PartialEq, Debug)]
pub enum Condition {
    /// Whether a value is neither nil nor false.
    Truth(Operand),
    /// Whether a comparison holds.
    Compare {
        /// The comparison.
        op: CompareOp,
        /// The left operand.
        left: Operand,
        /// The right operand.
        right: Operand,
        /// For errors and metamethods.
        site: SiteId,
    },
}

/// Many values at the end of a list.
#[derive(Clone, PartialEq, Debug)]
pub enum Open {
    /// All results of the call immediately before; the local is the one that its [`Results::Open`] names.
    Results(LocalId),
    /// All varargs of the function.
    Varargs,
    /// The values that [`Results::Array`] put aside.
    Array(LocalId),
}

/// A list of values, the last of which may be many.
#[derive(Clone, PartialEq, Default, Debug)]
pub struct Values {
    /// The single values in order.
    pub fixed: Vec<Operand>,
    /// The many values behind them.
    pub open: Option<Open>,
}

/// Constants of a table constructor in the form that the runtime reads: `docs/runtime.md` has the format.
#[derive(PartialEq, Eq, Hash, Debug)]
pub struct TableData {
    /// The text.
    pub text: String,
    /// How many fields it holds, those of inner tables included.
    pub fields: usize,
}

/// What all tables of one constructor have in common: their sizes, and the names of their first fields.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct TableTemplate {
    /// How many items follow, at least.
    pub array: u32,
    /// How many fields there are.
    pub hash: u32,
    /// The names, all different.
    pub names: Vec<Arc<[u8]>>,
}

impl TableTemplate {
    /// The fewest names that are worth a template.
    pub const FEWEST: usize = 2;
    /// The most names: the runtime has a constructor for each number of them.
    pub const MOST: usize = 6;
}

/// Where the results of a call go.
#[derive(Clone, PartialEq, Debug)]
pub enum Results {
    /// Nowhere.
    None,
    /// The first, or nil.
    One(LocalId),
    /// The first two or more, nil where there are fewer.
    Many(Vec<LocalId>),
    /// All, taken by the [`Open::Results`] of the next instruction; the local holds the first between the two.
    Open(LocalId),
    /// All, put aside in the local, which is used by [`Open::Array`] alone.
    Array(LocalId),
}
