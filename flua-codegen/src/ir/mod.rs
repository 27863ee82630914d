//! The intermediate representation: a structured tree in three-address form.
//!
//! One operation an instruction; operands are locals, upvalues or constants, so the order of evaluation is never in doubt. *One value* and
//! *many values* are different things: many values appear only as [`Open`] at the end of an argument, result or item list. Loops, `if`,
//! labels and `goto` are kept as structure. Nothing here knows C#.
//!
//! Rules that every function keeps, and every later pass may rely on:
//!
//! * Temporaries are locals without a name. They are never captured.
//! * A local whose storage is [`Storage::Cell`] begins its life with [`Instruction::Declare`], which makes a fresh cell each time it
//!   runs, and is written by `Declare` and [`Instruction::Set`] alone. Any other local may be the destination of any instruction.
//! * An [`Operand::Local`] or [`Operand::Upvalue`] is read when its instruction runs, not before. The lowering copies what must be read earlier.
//! * [`Open::Results`] names the results of the [`Call`](Instruction::Call) that stands immediately before, with nothing between.
//! * A [`Break`](Instruction::Break) leaves the innermost loop. Pending `<close>` variables are closed by explicit instructions on every way out.

pub(crate) mod arithmetic;
mod library;
mod print;
mod validate;
pub(crate) mod visit;

use std::collections::BTreeSet;
use std::sync::Arc;

use flua_ast::{IndexVec, Span, define_id};

pub use library::LibraryFunction;
pub use print::print;
pub use validate::validate;
pub use visit::for_each_block as visit_blocks;

define_id!(
    /// A function of the program.
    FunctionId
);
define_id!(
    /// A local variable or temporary of one function.
    LocalId
);
define_id!(
    /// An upvalue of one function.
    UpvalueId
);
define_id!(
    /// A label of one function.
    LabelId
);
define_id!(
    /// A place of one function at which an error may be raised or another function run. Counted from 0 here and from 1 in the printed code.
    SiteId
);

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

/// One Lua function.
#[derive(Clone, Debug)]
pub struct Function {
    /// A name from its definition (`fib`, `Account.deposit`, `obj:method` as `obj.method`); none for an anonymous one.
    pub name: Option<Arc<str>>,
    /// The index of its chunk in [`Program::chunks`].
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
    /// Its labels.
    pub labels: IndexVec<LabelId, Label>,
    /// The places that messages and tracebacks name.
    pub sites: IndexVec<SiteId, Site>,
    /// The body. Falling off its end returns no value.
    pub body: Block,
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

/// A list of instructions. It is a scope: locals that begin their life in it are not used behind it.
#[derive(Clone, PartialEq, Default, Debug)]
pub struct Block {
    /// The instructions in order.
    pub instructions: Vec<Instruction>,
}

/// What an instruction reads.
#[derive(Clone, PartialEq, Debug)]
pub enum Operand {
    /// A local or temporary.
    Local(LocalId),
    /// An upvalue.
    Upvalue(UpvalueId),
    /// nil
    Nil,
    /// A boolean.
    Bool(bool),
    /// An integer.
    Integer(i64),
    /// A float.
    Float(f64),
    /// A string.
    String(Arc<[u8]>),
    /// A function of the standard library.
    Library(LibraryFunction),
}

/// Operators of one operand that may meet a metamethod. (`not` is [`Instruction::Not`].)
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum UnaryOp {
    /// `-a`
    Neg,
    /// `~a`
    BNot,
    /// `#a`
    Len,
}

/// Arithmetic and bitwise operators.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[allow(missing_docs, reason = "the names are the manual's")]
pub enum BinaryOp {
    Add,
    Sub,
    Mul,
    Div,
    Mod,
    IDiv,
    Pow,
    BAnd,
    BOr,
    BXor,
    Shl,
    Shr,
}

/// Comparisons. `a > b` is `b < a`, evaluated in the source's order.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CompareOp {
    /// `a == b`
    Eq,
    /// `a < b`
    Lt,
    /// `a <= b`
    Le,
}

/// What an `if` asks.
#[derive(Clone, PartialEq, Debug)]
pub enum Condition {
    /// Whether a value is neither nil nor false.
    Truth(Operand),
    /// Whether a comparison holds.
    Compare {
        /// The comparison.
        op: CompareOp,
        /// The left operand.
        left: Operand,
        /// The right operand.
        right: Operand,
        /// For errors and metamethods.
        site: SiteId,
    },
}

/// Many values at the end of a list.
#[derive(Clone, PartialEq, Debug)]
pub enum Open {
    /// All results of the call immediately before; the local is the one that its [`Results::Open`] names.
    Results(LocalId),
    /// All varargs of the function.
    Varargs,
    /// The values that [`Results::Array`] put aside.
    Array(LocalId),
}

/// A list of values, the last of which may be many.
#[derive(Clone, PartialEq, Default, Debug)]
pub struct Values {
    /// The single values in order.
    pub fixed: Vec<Operand>,
    /// The many values behind them.
    pub open: Option<Open>,
}

/// Constants of a table constructor in the form that the runtime reads: `docs/runtime.md` has the format.
#[derive(PartialEq, Eq, Debug)]
pub struct TableData {
    /// The text.
    pub text: String,
    /// How many fields it holds, those of inner tables included.
    pub fields: usize,
}

/// Where the results of a call go.
#[derive(Clone, PartialEq, Debug)]
pub enum Results {
    /// Nowhere.
    None,
    /// The first, or nil.
    One(LocalId),
    /// The first two or more, nil where there are fewer.
    Many(Vec<LocalId>),
    /// All, taken by the [`Open::Results`] of the next instruction; the local holds the first between the two.
    Open(LocalId),
    /// All, put aside in the local, which is used by [`Open::Array`] alone.
    Array(LocalId),
}

/// One instruction.
#[derive(Clone, PartialEq, Debug)]
pub enum Instruction {
    /// A named local begins its life; a cell is made afresh.
    Declare {
        /// The local.
        local: LocalId,
        /// Its first value.
        value: Operand,
    },
    /// `to = value`
    Set {
        /// The destination; when it is a cell, the cell's content is replaced.
        to: LocalId,
        /// The value.
        value: Operand,
    },
    /// An upvalue, always a cell, is assigned.
    SetUpvalue {
        /// The destination.
        to: UpvalueId,
        /// The value.
        value: Operand,
    },
    /// `to = not value`
    Not {
        /// The destination.
        to: LocalId,
        /// The value.
        value: Operand,
    },
    /// `to = op operand`
    Unary {
        /// The destination.
        to: LocalId,
        /// The operator.
        op: UnaryOp,
        /// The operand.
        operand: Operand,
        /// For errors and metamethods.
        site: SiteId,
    },
    /// `to = left op right`
    Binary {
        /// The destination.
        to: LocalId,
        /// The operator.
        op: BinaryOp,
        /// The left operand.
        left: Operand,
        /// The right operand.
        right: Operand,
        /// For errors and metamethods.
        site: SiteId,
    },
    /// `to = (left op right)`, or its negation: a boolean.
    Compare {
        /// The destination.
        to: LocalId,
        /// The comparison.
        op: CompareOp,
        /// The left operand.
        left: Operand,
        /// The right operand.
        right: Operand,
        /// Whether the result is negated (`~=`).
        negated: bool,
        /// For errors and metamethods.
        site: SiteId,
    },
    /// `to = a .. b .. c …`, two operands or more, associating to the right.
    Concat {
        /// The destination.
        to: LocalId,
        /// The operands.
        operands: Vec<Operand>,
        /// For errors and metamethods.
        site: SiteId,
    },
    /// `to = object[key]`
    Index {
        /// The destination.
        to: LocalId,
        /// The indexed value.
        object: Operand,
        /// The key.
        key: Operand,
        /// For errors and metamethods.
        site: SiteId,
    },
    /// `to = object.name`, to be called with the object as its first argument.
    Method {
        /// The destination.
        to: LocalId,
        /// The object.
        object: Operand,
        /// The method's name.
        name: Arc<[u8]>,
        /// For errors and metamethods.
        site: SiteId,
    },
    /// `object[key] = value`
    SetIndex {
        /// The indexed value.
        object: Operand,
        /// The key.
        key: Operand,
        /// The value.
        value: Operand,
        /// For errors and metamethods.
        site: SiteId,
    },
    /// `results = callee(arguments)`
    Call {
        /// The called value.
        callee: Operand,
        /// The arguments; a method's object is the first.
        arguments: Values,
        /// Where the results go.
        results: Results,
        /// For errors and tracebacks.
        site: SiteId,
    },
    /// `return callee(arguments)` as a proper tail call.
    TailCall {
        /// The called value.
        callee: Operand,
        /// The arguments.
        arguments: Values,
        /// For errors and tracebacks.
        site: SiteId,
    },
    /// `return values`
    Return {
        /// The values.
        values: Values,
    },
    /// `to = function … end`
    Closure {
        /// The destination: a temporary, or a local that is no cell.
        to: LocalId,
        /// The function.
        function: FunctionId,
    },
    /// `to = {}` with room for what follows.
    NewTable {
        /// The destination: a temporary.
        to: LocalId,
        /// How many items follow, at least.
        array: u32,
        /// How many fields follow.
        hash: u32,
    },
    /// A field of a constructor, stored without metamethods. The table is the temporary of a `NewTable`.
    TableField {
        /// The table.
        table: LocalId,
        /// The key.
        key: Operand,
        /// The value.
        value: Operand,
        /// For the error of a key that is nil or nan.
        site: SiteId,
    },
    /// Items of a constructor, stored without metamethods from a position on.
    TableItems {
        /// The table.
        table: LocalId,
        /// The position of the first; positions count from 1.
        start: u32,
        /// The items.
        values: Values,
    },
    /// Constants of a constructor, stored as they stand: fields, and items from a position on.
    TableData {
        /// The table.
        table: LocalId,
        /// The position of the first item; positions count from 1.
        start: u32,
        /// The constants.
        data: Arc<TableData>,
    },
    /// `to = ` the vararg of an index counted from 0, nil when there are fewer.
    Vararg {
        /// The destination.
        to: LocalId,
        /// The index.
        index: u32,
    },
    /// `if condition then … else … end`
    If {
        /// The condition.
        condition: Condition,
        /// Runs when it holds.
        then: Block,
        /// Runs otherwise.
        otherwise: Block,
    },
    /// A scope.
    Do(Block),
    /// Repeats its body until something leaves it.
    Loop(Block),
    /// Leaves the innermost `Loop`, `NumericFor` or `GenericFor`.
    Break,
    /// `for control = start, limit, step do body end`; the step is [`Operand::Integer`] 1 when none is given.
    NumericFor {
        /// The control variable: no cell, and never assigned in the body. (The lowering gives a loop variable that is one or the other a local of its own.)
        control: LocalId,
        /// The initial value.
        start: Operand,
        /// The limit.
        limit: Operand,
        /// The step.
        step: Operand,
        /// The body.
        body: Block,
        /// For errors.
        site: SiteId,
    },
    /// One round calls `results = iterator(state, control)`, ends the loop when the first result is nil, else copies it to `control` and runs the body.
    /// The closing value is handled by explicit instructions around and in the loop.
    GenericFor {
        /// The iterator: a temporary.
        iterator: LocalId,
        /// The state: a temporary.
        state: LocalId,
        /// The control value: a temporary of the loop's own.
        control: LocalId,
        /// The variables: at least one; no cells (the body declares those from temporaries).
        results: Vec<LocalId>,
        /// The body.
        body: Block,
        /// For errors and tracebacks.
        site: SiteId,
    },
    /// A place to jump to.
    Label(LabelId),
    /// Jumps to a label of this block or of one around it.
    Goto(LabelId),
    /// A `<close>` variable comes into scope: checks its value and puts it on the list of pending variables.
    PushClose {
        /// The value.
        value: Operand,
        /// The variable's name, for the message; `(for state)` for the closing value of a generic `for`.
        name: Arc<str>,
        /// Whether nothing is pushed when the value is nil: the closing value of a generic `for`, which is nil nearly always.
        unless_nil: bool,
        /// For the error of a value that cannot be closed.
        site: SiteId,
    },
    /// The last pending variable goes out of scope normally.
    CloseTop {
        /// The local that was pushed when `unless_nil` was set: nothing is closed when it is nil.
        unless_nil: Option<LocalId>,
        /// For errors in the metamethod, and tracebacks.
        site: SiteId,
    },
    /// Variables go out of scope: up to here they keep what they hold alive. Only in programs that can see when objects are collected.
    Keep {
        /// The variables, named ones.
        locals: Vec<LocalId>,
    },
    /// Something happens that a hook may want to know. Only where `debug` is to know everything. Lua §6.10.
    Hook {
        /// What happens.
        event: HookEvent,
        /// How many steps of a count hook are done from here to the next place where hooks are told of steps.
        steps: u32,
        /// The line, and for tracebacks.
        site: SiteId,
    },
    /// A function is about to return values, of which a hook may want to know: they become open results, which the next instruction returns. Only
    /// `keep` may stand between. Only where `debug` is to know everything.
    HookReturn {
        /// The first of the results: a temporary.
        to: LocalId,
        /// The values.
        values: Values,
        /// The line, and for tracebacks.
        site: SiteId,
    },
    /// A round of a loop begins: the collector and finalizers may run here. Only in programs that can see when objects are collected.
    SafePoint {
        /// For tracebacks.
        site: SiteId,
    },
}

/// What a hook is told of.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum HookEvent {
    /// A function begins.
    Call,
    /// A line begins.
    Line,
    /// Steps are counted, and no line begins.
    Steps,
}
