//! A C# syntax tree in Roslyn's vocabulary, as much of it as printed programs need.
//!
//! It takes no view of Lua; `translate` builds it and `emit` prints it. What printed code may call of the runtime stands in [`runtime`].

mod declaration;
mod expression;
pub mod make;
mod precedence;
pub mod runtime;
mod sink;
mod statement;
pub mod visit;

pub use declaration::{
    ClassDeclaration, CompilationUnit, FieldDeclaration, MemberDeclaration, MethodBody, MethodDeclaration, Parameter,
    PropertyDeclaration,
};
pub use expression::{BinaryOperator, Expression, Initializer, Literal, ObjectCreation, Text};
pub use precedence::Precedence;
pub use sink::{ClassSink, FileSink};
pub use statement::{Statement, SwitchSection, VariableDeclarator};
