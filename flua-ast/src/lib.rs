//! The words that all stages of the compiler share: source files, spans, the syntax tree of Lua 5.4 and diagnostics.
//!
//! The tree has the shape of the F# syntax trees of the `FLua` project. Every node carries its [`Span`]; strings are bytes,
//! since a Lua literal may hold any of the 256 values. This crate knows no other.

mod diagnostic;
mod expression;
mod id;
mod name;
mod operator;
mod print;
mod source;
mod span;
mod statement;

pub use diagnostic::{Diagnostic, Label, Severity};
pub use expression::{Expr, ExprKind, FunctionDef, Parameters, TableField};
pub use id::{Id, IndexVec};
pub use name::Name;
pub use operator::{BinaryOp, UnaryOp};
pub use print::print;
pub use source::{SourceFile, skipped_head};
pub use span::Span;
pub use statement::{Attribute, AttributedName, Block, Chunk, FunctionName, IfArm, Statement, StatementKind};
