//! What a name means at a place: the variables in scope, function by function.

use std::sync::Arc;

use flua_ast::{IndexVec, Span};
use rustc_hash::FxHashMap;

use super::error::MAX_UPVALUES;
use super::labels::{Labels, Mark};
use super::{Environment, FunctionNames};
use crate::ir::{FunctionId, LocalId, Operand, Storage, Upvalue, UpvalueId, UpvalueSource};

/// What a name stands for.
#[derive(Clone, PartialEq, Debug)]
pub enum Variable {
    /// A local of the function itself.
    Local(LocalId),
    /// A variable of a function around it.
    Upvalue(UpvalueId),
    /// A `<const>` variable whose value is known when compiling.
    Constant(Operand),
}

/// A variable in scope.
#[derive(Debug)]
pub struct Active {
    /// Its name.
    pub name: Arc<str>,
    /// Where it is declared.
    pub span: Span,
    /// What it is.
    pub meaning: Meaning,
}

/// What a variable in scope is.
#[derive(Clone, Debug)]
pub enum Meaning {
    /// One that may be assigned to.
    Regular(LocalId),
    /// A `<const>` or `<close>` one.
    ReadOnly(LocalId),
    /// One whose value is known when compiling.
    Constant(Operand),
    /// One of the loop's own. It has no name that could be written, and only counts.
    Hidden,
}

/// A block that is being read.
#[derive(Debug)]
pub struct OpenBlock {
    /// Whether it is the body of a loop.
    pub is_loop: bool,
    /// How many variables were in scope before it.
    pub active: usize,
    /// How many variables to be closed were in scope before it.
    pub closes: usize,
    /// The labels and jumps before it.
    pub labels: Mark,
}

/// A function that is being read.
#[derive(Debug)]
pub struct OpenFunction {
    /// Its id.
    pub id: FunctionId,
    /// Its line, 0 for a main chunk.
    pub line: u32,
    /// Whether it has varargs.
    pub is_vararg: bool,
    /// The variables in scope, innermost last.
    pub active: Vec<Active>,
    /// The blocks that are open, innermost last.
    pub blocks: Vec<OpenBlock>,
    /// How many variables to be closed are in scope.
    pub closes: usize,
    /// Its labels.
    pub labels: Labels,
    /// Its upvalues by name. A name means one variable all through a function.
    upvalues: FxHashMap<Arc<str>, UpvalueId>,
    /// For each upvalue, where it is declared when it may not be assigned to.
    read_only: IndexVec<UpvalueId, Option<Span>>,
}

impl OpenFunction {
    /// A function that begins.
    pub fn new(id: FunctionId, line: u32, is_vararg: bool) -> Self {
        Self {
            id,
            line,
            is_vararg,
            active: Vec::new(),
            blocks: Vec::new(),
            closes: 0,
            labels: Labels::default(),
            upvalues: FxHashMap::default(),
            read_only: IndexVec::new(),
        }
    }

    fn find(&self, name: &str) -> Option<&Active> {
        self.active.iter().rev().find(|active| *active.name == *name && !matches!(active.meaning, Meaning::Hidden))
    }
}

/// All functions around a place, the chunk first, and what is known of every function.
#[derive(Debug)]
pub struct Scopes {
    /// The functions around the place.
    pub open: Vec<OpenFunction>,
    /// All functions.
    pub functions: IndexVec<FunctionId, FunctionNames>,
    /// The name `_ENV`.
    pub environment_name: Arc<str>,
}

impl Scopes {
    /// The innermost function.
    pub fn current(&mut self) -> &mut OpenFunction {
        self.open.last_mut().expect("a chunk is being read")
    }

    /// What is known of the innermost function.
    pub fn current_names(&mut self) -> &mut FunctionNames {
        let id = self.open.last().expect("a chunk is being read").id;
        &mut self.functions[id]
    }

    /// Gives the innermost function, a main chunk, its environment.
    pub fn add_environment(&mut self) {
        let depth = self.open.len() - 1;
        let name = self.environment_name.clone();
        self.add_upvalue(depth, name, UpvalueSource::Environment, None);
    }

    /// What a name stands for in the innermost function; none for a free name.
    pub fn find(&mut self, name: &Arc<str>) -> Option<Variable> {
        self.find_at(self.open.len() - 1, name)
    }

    /// The environment whose field a free name is.
    pub fn environment(&mut self) -> Environment {
        let name = self.environment_name.clone();
        self.find(&name).expect("a chunk has an environment")
    }

    /// Whether the variable is the environment that a chunk was given, and not a variable of the program.
    pub fn is_chunk_environment(&self, variable: &Variable) -> bool {
        let Variable::Upvalue(mut upvalue) = *variable else { return false };
        let mut depth = self.open.len() - 1;
        loop {
            match self.functions[self.open[depth].id].upvalues[upvalue].source {
                UpvalueSource::Environment => return true,
                UpvalueSource::ParentLocal(_) => return false,
                UpvalueSource::ParentUpvalue(outer) => {
                    upvalue = outer;
                    depth -= 1;
                }
            }
        }
    }

    /// Looks a name up in the function at a depth: its own variables, the upvalues it has, then the functions around it. Whatever is found
    /// further out becomes an upvalue of every function on the way.
    fn find_at(&mut self, depth: usize, name: &Arc<str>) -> Option<Variable> {
        if let Some(active) = self.open[depth].find(name) {
            return match &active.meaning {
                Meaning::Regular(local) | Meaning::ReadOnly(local) => Some(Variable::Local(*local)),
                Meaning::Constant(value) => Some(Variable::Constant(value.clone())),
                Meaning::Hidden => None,
            };
        }
        if let Some(&upvalue) = self.open[depth].upvalues.get(name) {
            return Some(Variable::Upvalue(upvalue));
        }
        let outer = depth.checked_sub(1)?;
        let (source, declared) = match self.find_at(outer, name)? {
            Variable::Constant(value) => return Some(Variable::Constant(value)),
            Variable::Local(local) => {
                let declared = self.open[outer].find(name).and_then(|active| match active.meaning {
                    Meaning::ReadOnly(_) => Some(active.span),
                    Meaning::Regular(_) | Meaning::Constant(_) | Meaning::Hidden => None,
                });
                let id = self.open[outer].id;
                self.functions[id].locals[local].is_captured = true;
                (UpvalueSource::ParentLocal(local), declared)
            }
            Variable::Upvalue(upvalue) => (UpvalueSource::ParentUpvalue(upvalue), self.open[outer].read_only[upvalue]),
        };
        Some(Variable::Upvalue(self.add_upvalue(depth, name.clone(), source, declared)))
    }

    fn add_upvalue(&mut self, depth: usize, name: Arc<str>, source: UpvalueSource, declared: Option<Span>) -> UpvalueId {
        let function = &mut self.open[depth];
        // The storage is that of the variable, which is known when all has been read.
        let upvalue = Upvalue { name: name.clone(), source, storage: Storage::Value };
        let id = self.functions[function.id].upvalues.push(upvalue);
        function.upvalues.insert(name, id);
        function.read_only.push(declared);
        id
    }

    /// The line of a function around the place that has more upvalues than it may have.
    pub fn overfull(&self) -> Option<u32> {
        let is_overfull = |open: &&OpenFunction| self.functions[open.id].upvalues.len() > MAX_UPVALUES;
        self.open.iter().find(is_overfull).map(|open| open.line)
    }

    /// Where a variable is declared that may not be assigned to.
    pub fn read_only(&self, name: &str, variable: &Variable) -> Option<Span> {
        let function = self.open.last().expect("a chunk is being read");
        match variable {
            Variable::Upvalue(upvalue) => function.read_only[*upvalue],
            Variable::Local(_) => function.find(name).and_then(|active| match active.meaning {
                Meaning::ReadOnly(_) => Some(active.span),
                Meaning::Regular(_) | Meaning::Constant(_) | Meaning::Hidden => None,
            }),
            Variable::Constant(_) => {
                let found = self.open.iter().rev().find_map(|function| function.find(name));
                Some(found.map_or_else(Span::default, |active| active.span))
            }
        }
    }

    /// Notes that a variable of the innermost function, or of one around it, is assigned.
    pub fn assign(&mut self, variable: &Variable) {
        let mut depth = self.open.len() - 1;
        let mut upvalue = match *variable {
            Variable::Constant(_) => return,
            Variable::Local(local) => {
                let id = self.open[depth].id;
                self.functions[id].is_assigned[local] = true;
                return;
            }
            Variable::Upvalue(upvalue) => upvalue,
        };
        loop {
            let id = self.open[depth].id;
            match self.functions[id].upvalues[upvalue].source {
                UpvalueSource::Environment => {
                    self.functions[id].upvalues[upvalue].storage = Storage::Cell;
                    return;
                }
                UpvalueSource::ParentLocal(local) => {
                    let outer = self.open[depth - 1].id;
                    self.functions[outer].is_assigned[local] = true;
                    return;
                }
                UpvalueSource::ParentUpvalue(outer) => {
                    upvalue = outer;
                    depth -= 1;
                }
            }
        }
    }
}
