//! A program as a whole.

use std::collections::BTreeSet;
use std::sync::Arc;

use flua_ast::IndexVec;

use super::{Function, FunctionId};

/// A whole program: a main chunk and the modules compiled with it.
#[derive(Clone, Debug)]
pub struct Program {
    /// All functions of all chunks. Parents stand before their children.
    pub functions: IndexVec<FunctionId, Function>,
    /// The chunks: the main one first.
    pub chunks: Vec<Chunk>,
    /// What the program loads and is no Lua, each with its message.
    pub refused: Vec<(LoadKey, Arc<str>)>,
    /// What the program as a whole names.
    pub world: WorldFacts,
}

/// What a program as a whole names: the ground of the rules for a closed world. Every fact errs on the side of more being named.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
#[allow(clippy::struct_excessive_bools, reason = "they are facts, and independent of one another")]
pub struct WorldFacts {
    /// The names that are read as fields of a chunk's environment: as free names, and as `_G.name` or `_ENV.name`.
    pub globals_read: BTreeSet<Arc<str>>,
    /// The names that are assigned as fields of a chunk's environment.
    pub globals_assigned: BTreeSet<Arc<str>>,
    /// Whether `_G` or `_ENV` is used other than as `_G.name`: then any global may be read or written.
    pub uses_environment_as_value: bool,
    /// Whether `coroutine` stands anywhere as a name of a global, a field or a text.
    pub names_coroutine: bool,
    /// Whether `debug` does.
    pub names_debug: bool,
    /// Whether one of the functions of `debug` does that read and change upvalues: `getupvalue`, `setupvalue`, `upvalueid`, `upvaluejoin`.
    pub names_upvalues: bool,
    /// Whether the program is compiled whole: no other code runs in its state.
    pub is_closed: bool,
    /// Whether the program is compiled so that `debug` knows everything about it.
    pub is_debugged: bool,
    /// Whether `package` does.
    pub names_package: bool,
    /// Whether `require` is called with anything but a constant text, or used other than being called.
    pub computes_require: bool,
    /// Whether `__gc` or `__mode` stands anywhere as a name of a field or a text: the program can see when its objects are collected.
    pub sees_collection: bool,
}

impl WorldFacts {
    /// Whether nothing in the program can suspend it, provided that no other code runs in its state: no chunk can get at `coroutine.yield`.
    pub fn cannot_suspend(&self) -> bool {
        !(self.uses_environment_as_value
            || self.names_coroutine
            || self.names_debug
            || self.names_package
            || self.computes_require)
    }
}

/// A chunk: a source text as a function.
#[derive(Clone, Debug)]
pub struct Chunk {
    /// Its function, vararg, with `_ENV` as its only upvalue.
    pub main: FunctionId,
    /// How the program gets at it.
    pub origin: Origin,
    /// The name of the source, as messages show it.
    pub path: Arc<str>,
}

/// How a program gets at a chunk.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Origin {
    /// It is the main chunk.
    Main,
    /// By `require` and this name.
    Module(Arc<str>),
    /// By a function that loads code when the program runs.
    Loaded(LoadKey),
}

/// How a program asks for a chunk that it loads when it runs.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum LoadKey {
    /// A text and its chunk name.
    Text {
        /// The text.
        text: Arc<[u8]>,
        /// The chunk name with its mark.
        name: Arc<str>,
    },
    /// A file.
    File {
        /// The path, as the program gives it.
        path: Arc<str>,
    },
}

impl From<crate::LoadKey<'_>> for LoadKey {
    fn from(key: crate::LoadKey<'_>) -> Self {
        match key {
            crate::LoadKey::Text { text, name } => Self::Text { text: text.into(), name: name.into() },
            crate::LoadKey::File { path } => Self::File { path: path.into() },
        }
    }
}
