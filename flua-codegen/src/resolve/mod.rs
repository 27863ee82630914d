//! Names become ids: locals, upvalues, functions and labels.
//!
//! It takes the syntax trees and gives [`Names`], a table beside them: what each name in the text means, keyed by the place where it stands. The
//! trees stay as they are. What the rules of scope refuse is found here, and so are the uses of dynamic code that the options refuse.

mod constants;
mod dynamic_code;
mod error;
mod expressions;
mod labels;
mod loads;
mod scope;
mod statements;
mod world;

use std::sync::Arc;

use flua_ast::{Diagnostic, FunctionDef, IndexVec, Name, SourceFile, Span};

use crate::ir::{FunctionId, Label, LabelId, Local, LocalId, Operand, Storage, Upvalue, UpvalueId, UpvalueSource, WorldFacts};
use crate::options::Options;
use crate::{Origin, Program, SourceChunk};

use dynamic_code::DynamicUse;
use loads::Loads;
use scope::{Active, Meaning, OpenBlock, OpenFunction, Scopes};

pub use constants::constant;
pub use error::ScopeError;
pub use loads::ConstantLoad;
pub use scope::Variable;

/// What the names of a program mean.
#[derive(Debug)]
pub struct Names {
    /// What is known of each function, parents before their children.
    pub functions: IndexVec<FunctionId, FunctionNames>,
    /// What the names in each chunk mean.
    pub chunks: Vec<ChunkNames>,
    /// What the program as a whole names.
    pub world: WorldFacts,
    /// What the author should know.
    pub warnings: Vec<Diagnostic>,
}

/// The variables and labels of a function.
#[derive(Debug)]
pub struct FunctionNames {
    /// The index of its chunk.
    pub chunk: usize,
    /// The function around it; none for a chunk.
    pub parent: Option<FunctionId>,
    /// Its parameters, `self` included.
    pub parameters: Vec<LocalId>,
    /// Its local variables.
    pub locals: IndexVec<LocalId, Local>,
    /// Whether each of them is assigned other than by its declaration.
    pub is_assigned: IndexVec<LocalId, bool>,
    /// What it captures.
    pub upvalues: IndexVec<UpvalueId, Upvalue>,
    /// Its labels.
    pub labels: IndexVec<LabelId, LabelNames>,
}

/// A label and where it stands.
#[derive(Clone, Debug)]
pub struct LabelNames {
    /// The label.
    pub label: Label,
    /// How many variables to be closed are in scope there, the closing values of generic `for`s counted.
    pub closes: usize,
    /// Whether it stands at the end of its block, where the scope of the block's locals has ended.
    pub is_last: bool,
}

/// What the names in a chunk mean, by the offsets at which they stand.
#[derive(Debug)]
pub struct ChunkNames {
    /// The chunk's function.
    pub main: FunctionId,
    /// Whether it is loaded when the program runs, so that its environment may be any value.
    pub is_loaded: bool,
    uses: OffsetMap<Use>,
    declarations: OffsetMap<LocalId>,
    functions: OffsetMap<FunctionId>,
    labels: OffsetMap<LabelId>,
}

/// What a name means where it is used.
#[derive(Clone, PartialEq, Debug)]
pub enum Use {
    /// A variable.
    Variable(Variable),
    /// A field of the environment.
    Global(Environment),
}

/// The variable `_ENV` at a place.
pub type Environment = Variable;

impl ChunkNames {
    /// What a name means that is used as a variable.
    pub(crate) fn find(&self, name: &Name) -> &Use {
        self.uses.get(name.span.start).expect("every name was resolved")
    }

    /// The variable that a name declares; none for one whose value is known when compiling.
    pub(crate) fn declared(&self, name: &Name) -> Option<LocalId> {
        self.declarations.get(name.span.start).copied()
    }

    /// The id of a function.
    pub(crate) fn function(&self, definition: &FunctionDef) -> FunctionId {
        *self.functions.get(definition.span.start).expect("every function was resolved")
    }

    /// The label that a `goto` or a label names.
    pub(crate) fn label(&self, name: &Name) -> LabelId {
        *self.labels.get(name.span.start).expect("every label was resolved")
    }
}

/// A map from offsets in a text: filled in any order, then sorted, then asked.
#[derive(Debug)]
struct OffsetMap<T> {
    entries: Vec<(u32, T)>,
}

impl<T> Default for OffsetMap<T> {
    fn default() -> Self {
        Self { entries: Vec::new() }
    }
}

impl<T> OffsetMap<T> {
    fn insert(&mut self, offset: u32, value: T) {
        self.entries.push((offset, value));
    }

    fn sort(&mut self) {
        self.entries.sort_by_key(|entry| entry.0);
    }

    fn get(&self, offset: u32) -> Option<&T> {
        let index = self.entries.binary_search_by_key(&offset, |entry| entry.0).ok()?;
        Some(&self.entries[index].1)
    }
}

/// Resolves the names of a program.
///
/// # Errors
/// The violations of the rules of scope and the refused uses of dynamic code, in the order of the sources.
pub fn resolve(program: Program<'_>, options: &Options) -> Result<Names, Vec<Diagnostic>> {
    let mut functions = IndexVec::new();
    let mut chunks = Vec::with_capacity(program.chunks.len());
    let mut world = WorldFacts::default();
    let mut errors = Vec::new();
    let mut warnings = Vec::new();
    for (index, chunk) in program.chunks.iter().enumerate() {
        let mut resolver = Resolver::new(index, chunk.source, functions, world);
        resolver.compiles_constants = options.dynamic_code.compiles_constants();
        let main = resolver.chunk(chunk);
        resolver.finish_loads();
        if !options.debug {
            warnings.extend(resolver.hooks.drain(..).map(|span| dynamic_code::hook_warning(chunk.source, index, span)));
        }
        errors.extend(resolver.errors.into_iter().map(|error| error.into_diagnostic(chunk.source, index)));
        if options.dynamic_code.refuses() {
            let is_static = options.dynamic_code.compiles_constants();
            errors.extend(resolver.dynamic_uses.into_iter().map(|used| used.into_diagnostic(chunk.source, index, is_static)));
        }
        let (mut uses, mut declarations) = (resolver.uses, resolver.declarations);
        let (mut function_ids, mut labels) = (resolver.function_ids, resolver.label_ids);
        uses.sort();
        declarations.sort();
        function_ids.sort();
        labels.sort();
        let is_loaded = matches!(chunk.origin, Origin::Loaded(_));
        chunks.push(ChunkNames { main, is_loaded, uses, declarations, functions: function_ids, labels });
        functions = resolver.scopes.functions;
        world = resolver.world;
    }
    if !errors.is_empty() {
        return Err(errors);
    }
    if options.debug {
        world.is_debugged = true;
        world.names_debug = true;
        world.names_upvalues = true;
    }
    world.is_closed = options.closed_world;
    decide_storage(&mut functions, &world);
    Ok(Names { functions, chunks, world, warnings })
}

/// The texts and files that a chunk loads and that are known when compiling, in order. Nothing is said about a chunk that breaks rules of scope.
pub fn constant_loads(source: &SourceFile, chunk: &flua_ast::Chunk) -> Vec<ConstantLoad> {
    let mut resolver = Resolver::new(0, source, IndexVec::new(), WorldFacts::default());
    resolver.compiles_constants = true;
    resolver.chunk(&SourceChunk { source, chunk, origin: Origin::Main });
    if resolver.errors.is_empty() { resolver.finish_loads() } else { Vec::new() }
}

/// Decides how variables are kept, now that all captures and assignments are known. A program that names the functions of `debug` for upvalues
/// can assign every one of them, `_ENV` too.
fn decide_storage(functions: &mut IndexVec<FunctionId, FunctionNames>, world: &WorldFacts) {
    for id in functions.ids() {
        for local in functions[id].locals.ids() {
            let names = &functions[id];
            let is_assigned = names.is_assigned[local] || (world.names_upvalues && names.locals[local].is_captured);
            let local = &mut functions[id].locals[local];
            if is_assigned || world.is_debugged {
                local.function = None;
            }
            if is_assigned && local.is_captured {
                local.storage = Storage::Cell;
            }
        }
        for upvalue in functions[id].upvalues.ids() {
            let parent = functions[id].parent;
            let storage = match (functions[id].upvalues[upvalue].source, parent) {
                (UpvalueSource::ParentLocal(local), Some(parent)) => functions[parent].locals[local].storage,
                (UpvalueSource::ParentUpvalue(outer), Some(parent)) => functions[parent].upvalues[outer].storage,
                (UpvalueSource::Environment, _) if world.names_upvalues => Storage::Cell,
                (UpvalueSource::Environment, _) | (_, None) => continue,
            };
            functions[id].upvalues[upvalue].storage = storage;
        }
    }
}

/// The walk over one chunk.
struct Resolver<'a> {
    chunk: usize,
    source: &'a SourceFile,
    scopes: Scopes,
    uses: OffsetMap<Use>,
    declarations: OffsetMap<LocalId>,
    function_ids: OffsetMap<FunctionId>,
    label_ids: OffsetMap<LabelId>,
    world: WorldFacts,
    errors: Vec<ScopeError>,
    dynamic_uses: Vec<DynamicUse>,
    /// Where `debug.sethook` is read.
    hooks: Vec<Span>,
    /// Whether what is loaded and known when compiling is noted.
    compiles_constants: bool,
    loads: Loads,
}

impl<'a> Resolver<'a> {
    fn new(chunk: usize, source: &'a SourceFile, functions: IndexVec<FunctionId, FunctionNames>, world: WorldFacts) -> Self {
        Self {
            chunk,
            source,
            scopes: Scopes { open: Vec::new(), functions, environment_name: "_ENV".into() },
            uses: OffsetMap::default(),
            declarations: OffsetMap::default(),
            function_ids: OffsetMap::default(),
            label_ids: OffsetMap::default(),
            world,
            errors: Vec::new(),
            dynamic_uses: Vec::new(),
            hooks: Vec::new(),
            compiles_constants: false,
            loads: Loads::default(),
        }
    }

    fn chunk(&mut self, chunk: &SourceChunk<'_>) -> FunctionId {
        let id = self.open_function(0, true);
        self.scopes.add_environment();
        self.statements(&chunk.chunk.block, false);
        self.close_function();
        id
    }

    /// Begins a function.
    fn open_function(&mut self, line: u32, is_vararg: bool) -> FunctionId {
        let parent = self.scopes.open.last().map(|open| open.id);
        let id = self.scopes.functions.push(FunctionNames {
            chunk: self.chunk,
            parent,
            parameters: Vec::new(),
            locals: IndexVec::new(),
            is_assigned: IndexVec::new(),
            upvalues: IndexVec::new(),
            labels: IndexVec::new(),
        });
        self.scopes.open.push(OpenFunction::new(id, line, is_vararg));
        self.enter_block(false);
        id
    }

    fn close_function(&mut self) {
        self.leave_block();
        let mut function = self.scopes.open.pop().expect("a function was begun");
        self.errors.extend(function.labels.undefined());
    }

    /// A function with its parameters and body. `self` is declared first when `is_method` says so.
    fn function(&mut self, definition: &FunctionDef, is_method: bool) -> FunctionId {
        let line = self.source.line(definition.span.start);
        let id = self.open_function(line, definition.parameters.is_vararg);
        self.function_ids.insert(definition.span.start, id);
        if is_method {
            let local = self.new_local("self".into());
            self.activate("self".into(), definition.span, Meaning::Regular(local));
            self.scopes.current_names().parameters.push(local);
        }
        for name in &definition.parameters.names {
            let local = self.declare(name);
            self.activate(name.text.clone(), name.span, Meaning::Regular(local));
            self.scopes.current_names().parameters.push(local);
        }
        self.statements(&definition.body, false);
        self.close_function();
        id
    }

    fn enter_block(&mut self, is_loop: bool) {
        let function = self.scopes.current();
        let block =
            OpenBlock { is_loop, active: function.active.len(), closes: function.closes, labels: function.labels.enter() };
        function.blocks.push(block);
    }

    fn leave_block(&mut self) {
        let function = self.scopes.current();
        let block = function.blocks.pop().expect("a block was entered");
        function.active.truncate(block.active);
        function.closes = block.closes;
        function.labels.leave(block.labels, block.active);
    }

    /// Makes a local variable that is not in scope yet.
    fn declare(&mut self, name: &Name) -> LocalId {
        let local = self.new_local(name.text.clone());
        self.declarations.insert(name.span.start, local);
        local
    }

    fn new_local(&mut self, name: Arc<str>) -> LocalId {
        let names = self.scopes.current_names();
        names.is_assigned.push(false);
        names.locals.push(Local::new(Some(name)))
    }

    /// Brings a variable into scope.
    fn activate(&mut self, name: Arc<str>, span: Span, meaning: Meaning) {
        let function = self.scopes.current();
        function.active.push(Active { name, span, meaning });
        // The first that is too many is reported, and not every further one.
        if function.active.len() == error::MAX_LOCALS + 1 {
            let function_line = function.line;
            self.errors.push(ScopeError::TooManyLocals { span, function_line });
        }
    }

    /// What a name means here. It is noted for whoever asks later.
    fn use_name(&mut self, name: &Name) -> Use {
        let found = match self.scopes.find(&name.text) {
            Some(variable) => Use::Variable(variable),
            None => Use::Global(self.scopes.environment()),
        };
        if let Some(function_line) = self.scopes.overfull()
            && !self.errors.iter().any(|error| matches!(error, ScopeError::TooManyUpvalues { .. }))
        {
            self.errors.push(ScopeError::TooManyUpvalues { span: name.span, function_line });
        }
        self.uses.insert(name.span.start, found.clone());
        found
    }

    /// The value of a constant that is known when compiling.
    fn constant_of(&self, name: &Name) -> Option<Operand> {
        match self.uses.entries.iter().rev().find(|entry| entry.0 == name.span.start) {
            Some((_, Use::Variable(Variable::Constant(value)))) => Some(value.clone()),
            _ => None,
        }
    }
}
