//! Compiles Lua 5.4 to C#, ahead of time.
//!
//! This is the library for build tools: text in, text out. It reads no file, starts no process and looks at no environment; modules
//! that a program requires come through a [`ModuleSource`] that the caller implements. The command line `flua` is built on it, behind the
//! feature `cli`, which a build tool turns off:
//!
//! ```toml
//! flua = { version = "0.1", default-features = false }
//! ```
//!
//! ```
//! use flua::{Compiler, MemoryModules, Options, SourceFile};
//!
//! let modules = MemoryModules::new().with("greeting", SourceFile::new("greeting.lua", *b"return 'hello'"));
//! let script = SourceFile::new("main.lua", *b"print(require 'greeting')");
//! let options = Options { class: "Main".to_owned(), ..Options::default() };
//!
//! match Compiler::new(options).modules(&modules).compile(script) {
//!     Ok(output) => assert!(output.csharp.contains("class Main")),
//!     Err(failure) => panic!("{failure}"),
//! }
//! ```
//!
//! What the compiled class needs, `FLua.Runtime`, is the C# project in `flua-runtime-cs/`.

mod bundle;
mod compiler;
mod loads;
mod modules;
mod requires;

pub use compiler::{Compiler, Failure, Form, Output};
pub use flua_ast::{Diagnostic, Label, Severity, SourceFile, Span};
pub use flua_codegen::{DynamicCode, Options};
pub use flua_parser::{Style, codes, explain, render, render_short};
pub use loads::load_error;
pub use modules::{MemoryModules, ModuleSource, NoModules, matches_pattern};
