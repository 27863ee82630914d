//! What messages and tracebacks know of a place.

use std::sync::Arc;

use super::LocalId;

/// What messages and tracebacks say of a place.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Site {
    /// The line, as the reference reports it.
    pub line: u32,
    /// The operands' names: the called or indexed value; for arithmetic both operands, for concatenation all. What has none at the end is left out.
    pub operands: Box<[Option<OperandName>]>,
    /// The named variables in scope, if `debug` is to know them.
    pub locals: Box<[LocalId]>,
}

/// The name of an operand in a message: `local 'x'`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct OperandName {
    /// The kind of name.
    pub kind: OperandKind,
    /// The name.
    pub name: Arc<[u8]>,
}

/// The kinds of name that the reference distinguishes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum OperandKind {
    /// A local variable.
    Local,
    /// An upvalue.
    Upvalue,
    /// A field of `_ENV`.
    Global,
    /// A field with a constant string (or, for integers, the reference's `?`) as its key.
    Field,
    /// A method.
    Method,
    /// A constant string.
    Constant,
    /// The iterator of a generic `for`; its name is `for iterator` too.
    ForIterator,
}
