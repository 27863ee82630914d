//! The .NET SDK: where it is, compiling with it, starting what it compiled.

mod compile;
mod native;
mod sdk;
mod start;

pub use compile::compile;
pub use native::publish;
pub use sdk::{Sdk, find_host};
pub use start::start;

/// The runtime's assembly, `FLua.Runtime.dll`.
pub const RUNTIME_ASSEMBLY: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/FLua.Runtime.dll"));

/// The hash of the runtime's assembly.
pub const RUNTIME_HASH: &str = include_str!(concat!(env!("OUT_DIR"), "/runtime_hash.txt"));

/// The runtime's sources as one namespace block.
pub const RUNTIME_TEXT: &str = include_str!(concat!(env!("OUT_DIR"), "/Runtime.cs"));
