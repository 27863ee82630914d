//! The function that is being lowered, and the small steps of which everything else is made.

use flua_ast::{IndexVec, SourceFile};

use crate::ir::{
    Block, Function, FunctionId, Instruction, Label, LabelId, Local, LocalId, Operand, OperandKind, OperandName, Site, SiteId,
    Storage, UpvalueId, UpvalueSource,
};
use crate::resolve::{ChunkNames, FunctionNames, Names, Variable};

/// What the functions of a chunk share.
pub struct Shared<'a> {
    /// The text.
    pub source: &'a SourceFile,
    /// What the names mean.
    pub names: &'a Names,
    /// What the names of this chunk mean.
    pub chunk_names: &'a ChunkNames,
    /// The index of the chunk.
    pub index: usize,
    /// The functions that are done.
    pub functions: &'a mut IndexVec<FunctionId, Option<Function>>,
}

/// The lowering of one function.
pub struct Lowering<'a, 's> {
    /// What the functions of the chunk share.
    pub shared: &'s mut Shared<'a>,
    /// The text.
    pub source: &'a SourceFile,
    /// The upvalue that is the environment of the chunk, when no code can put anything but a table there: no message names it then.
    pub given_environment: Option<UpvalueId>,
    /// What its names mean.
    pub names: &'a FunctionNames,
    /// Its locals and temporaries so far.
    pub locals: IndexVec<LocalId, Local>,
    /// Its labels so far.
    pub labels: IndexVec<LabelId, Label>,
    /// Its sites so far.
    pub sites: IndexVec<SiteId, Site>,
    /// The instructions of the innermost open block.
    pub block: Vec<Instruction>,
    /// The variables that wait to be closed, innermost last.
    pub closes: Vec<PendingClose>,
    /// For each loop around, how many of those were there before its body.
    pub loops: Vec<usize>,
    /// The variables in scope, if the program can see when objects are collected, or `debug` is to know everything.
    pub in_scope: Vec<LocalId>,
    /// The line of which hooks were told last on the way here; none where ways meet.
    pub hooked_line: Option<u32>,
    /// The offset of a name behind which the reference has read one token more than elsewhere.
    pub looked_ahead: Option<u32>,
}

/// A variable that waits to be closed.
#[derive(Clone, Copy, Debug)]
pub enum PendingClose {
    /// A `<close>` variable.
    Variable,
    /// The closing value of a generic `for`; none when it is surely nil.
    ForState(Option<LocalId>),
}

/// A value: where it is, and the name that a message gives it when it is in a temporary.
#[derive(Clone, Debug)]
pub struct Value {
    /// Where it is.
    pub operand: Operand,
    /// What a message calls it; for variables and constants this is found from the operand.
    pub name: Option<OperandName>,
}

impl From<Operand> for Value {
    fn from(operand: Operand) -> Self {
        Self { operand, name: None }
    }
}

impl<'a> Lowering<'a, '_> {
    /// Adds an instruction to the open block.
    pub fn emit(&mut self, instruction: Instruction) {
        self.block.push(instruction);
    }

    /// A new temporary.
    pub fn temporary(&mut self) -> LocalId {
        self.locals.push(Local::new(None))
    }

    /// A new label.
    pub fn label(&mut self) -> LabelId {
        self.labels.push(Label { name: None })
    }

    /// A place at a line, without operands that have names.
    pub fn site(&mut self, line: u32) -> SiteId {
        self.add_site(line, Box::default())
    }

    /// A place at a line, with the name of its operand.
    pub fn site_of(&mut self, line: u32, operand: &Value) -> SiteId {
        match self.describe(operand) {
            Some(name) => self.add_site(line, Box::new([Some(name)])),
            None => self.add_site(line, Box::default()),
        }
    }

    /// A place at a line, with the names of its operands.
    pub fn site_of_two(&mut self, line: u32, left: &Value, right: &Value) -> SiteId {
        let names = vec![self.describe(left), self.describe(right)];
        self.site_named(line, names)
    }

    /// A place at a line, with names for its operands.
    pub fn site_named(&mut self, line: u32, mut operands: Vec<Option<OperandName>>) -> SiteId {
        while operands.last().is_some_and(Option::is_none) {
            operands.pop();
        }
        self.add_site(line, operands.into())
    }

    fn add_site(&mut self, line: u32, operands: Box<[Option<OperandName>]>) -> SiteId {
        let locals = if self.is_debugged() { self.in_scope.as_slice().into() } else { Box::default() };
        self.sites.push(Site { line, operands, locals })
    }

    /// Whether `debug` is to know everything.
    pub fn is_debugged(&self) -> bool {
        self.shared.names.world.is_debugged
    }

    /// Lowers what `f` lowers into a block of its own.
    pub fn nested(&mut self, f: impl FnOnce(&mut Self)) -> Block {
        let outer = std::mem::take(&mut self.block);
        f(self);
        Block { instructions: std::mem::replace(&mut self.block, outer) }
    }

    /// Stores an operand.
    pub fn set(&mut self, to: LocalId, value: Operand) {
        if value != Operand::Local(to) {
            self.emit(Instruction::Set { to, value });
        }
    }

    /// What a message calls a value.
    pub fn describe(&self, value: &Value) -> Option<OperandName> {
        if value.name.is_some() {
            return value.name.clone();
        }
        match &value.operand {
            Operand::Local(local) => {
                let name = self.locals[*local].name.clone()?;
                Some(OperandName { kind: OperandKind::Local, name: name.into() })
            }
            Operand::Upvalue(upvalue) => {
                if self.given_environment == Some(*upvalue) {
                    return None;
                }
                let name = self.names.upvalues[*upvalue].name.clone();
                Some(OperandName { kind: OperandKind::Upvalue, name: name.into() })
            }
            Operand::String(bytes) => Some(OperandName { kind: OperandKind::Constant, name: bytes.clone() }),
            Operand::Nil | Operand::Bool(_) | Operand::Integer(_) | Operand::Float(_) | Operand::Library(_) => None,
        }
    }

    /// Whether a local is kept in a cell.
    pub fn is_cell(&self, local: LocalId) -> bool {
        self.locals[local].storage == Storage::Cell
    }

    /// Whether other Lua code can change what the operand reads.
    pub fn is_volatile(&self, operand: &Operand) -> bool {
        match operand {
            Operand::Local(local) => self.is_cell(*local),
            Operand::Upvalue(_) => self.is_volatile_upvalue(operand),
            Operand::Nil
            | Operand::Bool(_)
            | Operand::Integer(_)
            | Operand::Float(_)
            | Operand::String(_)
            | Operand::Library(_) => false,
        }
    }

    /// Whether the operand is an upvalue that other Lua code can change.
    pub fn is_volatile_upvalue(&self, operand: &Operand) -> bool {
        matches!(operand, Operand::Upvalue(upvalue) if self.names.upvalues[*upvalue].storage == Storage::Cell)
    }

    /// Copies a value to a temporary. Its name in messages stays.
    pub fn copy(&mut self, value: &Value) -> Value {
        let to = self.temporary();
        let name = self.describe(value);
        self.emit(Instruction::Set { to, value: value.operand.clone() });
        Value { operand: Operand::Local(to), name }
    }

    /// A block with its own scope, ended by what `f` lowers.
    pub fn emit_do(&mut self, f: impl FnOnce(&mut Self)) {
        let block = self.nested(f);
        self.emit(Instruction::Do(block));
    }

    /// Whether control cannot come behind the last instruction of the open block.
    pub fn is_done(&self) -> bool {
        ends(&self.block)
    }

    /// What is known of another function.
    pub fn function_names(&self, id: FunctionId) -> &'a FunctionNames {
        &self.shared.names.functions[id]
    }
}

/// Whether control cannot come behind the last of the instructions.
pub fn ends(instructions: &[Instruction]) -> bool {
    matches!(
        instructions.last(),
        Some(Instruction::Return { .. } | Instruction::TailCall { .. } | Instruction::Break | Instruction::Goto(_))
    )
}

/// The upvalue of a function that is the environment its chunk was given, if nothing assigns to it.
pub fn given_environment(names: &Names, id: FunctionId) -> Option<UpvalueId> {
    let function = &names.functions[id];
    let (found, upvalue) = function.upvalues.iter_enumerated().find(|(_, upvalue)| &*upvalue.name == "_ENV")?;
    if upvalue.storage == Storage::Cell {
        return None;
    }
    let (mut source, mut parent) = (upvalue.source, function.parent);
    while let (UpvalueSource::ParentUpvalue(outer), Some(id)) = (source, parent) {
        source = names.functions[id].upvalues[outer].source;
        parent = names.functions[id].parent;
    }
    (source == UpvalueSource::Environment).then_some(found)
}

/// The operand that is a variable.
pub fn variable_operand(variable: &Variable) -> Operand {
    match variable {
        Variable::Local(local) => Operand::Local(*local),
        Variable::Upvalue(upvalue) => Operand::Upvalue(*upvalue),
        Variable::Constant(value) => value.clone(),
    }
}
