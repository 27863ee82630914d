//! Functions and their variables.

use std::sync::Arc;

use flua_ast::{IndexVec, Span};

use super::{Block, FunctionId, LabelId, LocalId, Site, SiteId, UpvalueId};

/// One Lua function.
#[derive(Clone, Debug)]
pub struct Function {
    /// A name from its definition (`fib`, `Account.deposit`, `obj:method` as `obj.method`); none for an anonymous one.
    pub name: Option<Arc<str>>,
    /// The index of its chunk in [`Program::chunks`](super::Program::chunks).
    pub chunk: usize,
    /// The function around it; none for a chunk.
    pub parent: Option<FunctionId>,
    /// The line of the definition, as `debug.getinfo` reports it; 0 for a chunk.
    pub line: u32,
    /// The line of its `end`.
    pub last_line: u32,
    /// The source text of the definition's first line, without the indentation, for the comment before the printed function.
    pub heading: Arc<str>,
    /// Where it stands.
    pub span: Span,
    /// The parameters, `self` included. One that is a cell is declared from a temporary at the head of the body.
    pub parameters: Vec<LocalId>,
    /// Whether it takes varargs.
    pub is_vararg: bool,
    /// What it captures.
    pub upvalues: IndexVec<UpvalueId, Upvalue>,
    /// Its locals and temporaries.
    pub locals: IndexVec<LocalId, Local>,
    /// Its variables that are assigned other than by their declaration, and that no closure captures.
    pub assigned: Vec<LocalId>,
    /// The further webs of its variables, each with its variable, where those are split (`simplify/webs`). No two webs of a variable are in use at once.
    pub webs: Vec<(LocalId, LocalId)>,
    /// Its labels.
    pub labels: IndexVec<LabelId, Label>,
    /// The places that messages and tracebacks name.
    pub sites: IndexVec<SiteId, Site>,
    /// The body. Falling off its end returns no value.
    pub body: Block,
}

impl Function {
    /// The locals of its parent that it captures itself.
    pub fn captured_locals(&self) -> impl Iterator<Item = LocalId> + '_ {
        self.upvalues.iter().filter_map(|upvalue| match upvalue.source {
            UpvalueSource::ParentLocal(local) => Some(local),
            UpvalueSource::Environment | UpvalueSource::ParentUpvalue(_) => None,
        })
    }
}

/// A captured variable.
#[derive(Clone, PartialEq, Debug)]
pub struct Upvalue {
    /// Its name.
    pub name: Arc<str>,
    /// Where the function that makes the closure finds it.
    pub source: UpvalueSource,
    /// Whether it is captured as a cell or by value: the storage of the local at the end of the chain.
    pub storage: Storage,
}

/// Where a closure's maker finds what it captures.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum UpvalueSource {
    /// `_ENV` of a chunk: given by whoever loads it.
    Environment,
    /// A local of the parent.
    ParentLocal(LocalId),
    /// An upvalue of the parent.
    ParentUpvalue(UpvalueId),
}

/// A local variable or temporary.
#[derive(Clone, PartialEq, Debug)]
pub struct Local {
    /// The name in the source; none for a temporary.
    pub name: Option<Arc<str>>,
    /// Whether closures capture it.
    pub is_captured: bool,
    /// How it is kept.
    pub storage: Storage,
    /// The function that it always holds: a `local function` (or `local f = function`) that is never assigned again.
    pub function: Option<FunctionId>,
    /// The only function that it can hold, if it is not nil: it is a temporary that is read from a global which is assigned once in the program, and
    /// only called.
    pub global: Option<FunctionId>,
}

impl Local {
    /// A variable that nothing is known of yet; a temporary, if it has no name.
    pub fn new(name: Option<Arc<str>>) -> Self {
        Self { name, is_captured: false, storage: Storage::Value, function: None, global: None }
    }
}

/// How a variable is kept.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Storage {
    /// Directly; closures copy it.
    Value,
    /// In a cell of its own, since it is captured and assigned after its declaration.
    Cell,
}

/// A label. Its name is kept for the printed code.
#[derive(Clone, PartialEq, Debug)]
pub struct Label {
    /// The name in the source; none for a label that the lowering made.
    pub name: Option<Arc<str>>,
}
