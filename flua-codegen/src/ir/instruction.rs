//! Instructions.

use std::sync::Arc;

use super::{
    BinaryOp, Block, CompareOp, Condition, FunctionId, LabelId, LocalId, Operand, Results, SiteId, TableData, TableTemplate,
    UnaryOp, UpvalueId, Values,
};

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
    /// `to = { name = value, … }` with room for what follows.
    NewRecord {
        /// The destination: a temporary.
        to: LocalId,
        /// The names of the fields, and the sizes.
        template: Arc<TableTemplate>,
        /// The value of each name.
        values: Vec<Operand>,
    },
    /// A field of a constructor, stored without metamethods. The table is the temporary of a `NewTable` or `NewRecord`.
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

impl Instruction {
    /// Whether the blocks that it holds may run again and again.
    pub fn is_loop(&self) -> bool {
        matches!(self, Self::Loop(_) | Self::NumericFor { .. } | Self::GenericFor { .. })
    }
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
