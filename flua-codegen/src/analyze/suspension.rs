//! Which operations can suspend: those that may run Lua code or a library function that yields.

use flua_ast::IndexVec;

use super::kinds::{self, Kind};
use super::library::calls_back;
use super::versions::{Versions, leaves::calls_leaf};
use crate::ir::{
    Block, CompareOp, Condition, Function, FunctionId, Instruction, LibraryFunction, LocalId, Open, Operand, SiteId, UpvalueId,
    visit::{for_each_block, for_each_instruction},
};

/// The resume points of a function.
#[derive(Debug)]
pub struct Points {
    /// Whether each site is one. Empty when none is.
    sites: IndexVec<SiteId, bool>,
}

impl Points {
    /// No point: the program cannot suspend.
    pub fn none() -> Self {
        Self { sites: IndexVec::new() }
    }

    /// Adds points.
    pub fn add(&mut self, function: &Function, sites: &[SiteId]) {
        if self.sites.is_empty() && !sites.is_empty() {
            self.sites = IndexVec::filled(false, function.sites.len());
        }
        for &site in sites {
            self.sites[site] = true;
        }
    }

    /// The sites that are points.
    pub fn sites(&self) -> impl Iterator<Item = SiteId> + '_ {
        self.sites.iter_enumerated().filter(|&(_, &is_point)| is_point).map(|(site, _)| site)
    }

    /// Whether the operation of a site is a point.
    pub fn contains(&self, site: SiteId) -> bool {
        self.sites.get(site).copied().unwrap_or(false)
    }
}

/// Whether a function yields itself. Then it is suspended whenever it is called.
pub fn yields(function: &Function) -> bool {
    let mut yields = false;
    for_each_instruction(&function.body, &mut |instruction| {
        yields |= match instruction {
            Instruction::Call { callee: Operand::Library(LibraryFunction::CoroutineYield), .. } => true,
            Instruction::Index { key: Operand::String(name), .. } => **name == *b"yield",
            _ => false,
        };
    });
    yields
}

/// Finds the resume points of a version of a function. A call of a leaf is none.
pub fn points(
    function: &Function,
    locals: &IndexVec<LocalId, Kind>,
    upvalues: &IndexVec<UpvalueId, Kind>,
    found: &IndexVec<FunctionId, Versions>,
) -> Points {
    let mut points = Points { sites: IndexVec::filled(false, function.sites.len()) };
    let kind = |operand: &Operand| kinds::operand(operand, locals, upvalues);
    for_each_instruction(&function.body, &mut |instruction| {
        if let Some(site) = point(instruction, &kind)
            && calls_leaf(instruction, locals, upvalues, found).is_none()
        {
            points.sites[site] = true;
        }
    });
    points
}

/// The site of an instruction that can suspend.
fn point(instruction: &Instruction, kind: &dyn Fn(&Operand) -> Kind) -> Option<SiteId> {
    match instruction {
        Instruction::Unary { op, operand, site, .. } => {
            (kinds::unary(*op, operand, kind(operand)) == Kind::Value).then_some(*site)
        }
        Instruction::Binary { op, left, right, site, .. } => {
            (kinds::binary(*op, kind(left), kind(right)) == Kind::Value).then_some(*site)
        }
        Instruction::Compare { op, left, right, site, .. }
        | Instruction::If { condition: Condition::Compare { op, left, right, site }, .. } => {
            (!compares_plainly(*op, left, right, kind)).then_some(*site)
        }
        Instruction::Concat { operands, site, .. } => (kinds::concatenation(operands, kind) == Kind::Value).then_some(*site),
        Instruction::Call { callee: Operand::Library(function), arguments, .. } if !calls_back(*function, arguments, kind) => {
            None
        }
        Instruction::Index { to, .. } if matches!(kind(&Operand::Local(*to)), Kind::Global(_)) => None,
        Instruction::Index { object, .. } | Instruction::SetIndex { object, .. } if kind(object).is_private() => None,
        Instruction::Call { arguments, .. } if arguments.fixed.first().is_some_and(|first| kind(first).is_private()) => None,
        Instruction::Index { site, .. }
        | Instruction::Method { site, .. }
        | Instruction::SetIndex { site, .. }
        | Instruction::Call { site, .. }
        | Instruction::GenericFor { site, .. }
        | Instruction::CloseTop { site, .. }
        | Instruction::SafePoint { site }
        | Instruction::Hook { site, .. }
        | Instruction::HookReturn { site, .. } => Some(*site),
        Instruction::Declare { .. }
        | Instruction::Set { .. }
        | Instruction::SetUpvalue { .. }
        | Instruction::Not { .. }
        | Instruction::TailCall { .. }
        | Instruction::Return { .. }
        | Instruction::Closure { .. }
        | Instruction::NewTable { .. }
        | Instruction::NewRecord { .. }
        | Instruction::TableField { .. }
        | Instruction::TableItems { .. }
        | Instruction::TableData { .. }
        | Instruction::Vararg { .. }
        | Instruction::If { .. }
        | Instruction::Do(_)
        | Instruction::Loop(_)
        | Instruction::Break
        | Instruction::NumericFor { .. }
        | Instruction::Label(_)
        | Instruction::Goto(_)
        | Instruction::PushClose { .. }
        | Instruction::Keep { .. } => None,
    }
}

/// Whether a comparison can run no metamethod. `__eq` is tried only for two tables or two userdata. Lua §2.4.
pub fn compares_plainly(op: CompareOp, left: &Operand, right: &Operand, kind: &dyn Fn(&Operand) -> Kind) -> bool {
    if (kind(left).is_number() && kind(right).is_number()) || compares_strings(left, right, kind) {
        return true;
    }
    let never_table = |operand: &Operand| {
        !matches!(operand, Operand::Local(_) | Operand::Upvalue(_))
            || matches!(kind(operand), Kind::Int | Kind::Float | Kind::Bool | Kind::String | Kind::Function(_))
    };
    op == CompareOp::Eq && (never_table(left) || never_table(right))
}

/// Whether strings are compared, which cannot fail. Two constants are not worth it: where nothing is optimised there are no others.
pub fn compares_strings(left: &Operand, right: &Operand, kind: &dyn Fn(&Operand) -> Kind) -> bool {
    let are_constant = matches!((left, right), (Operand::String(_), Operand::String(_)));
    !are_constant && kind(left) == Kind::String && kind(right) == Kind::String
}

/// Whether numbers are compared as C# compares them: both are of one type, or one is a float and the other a constant that is one as well.
pub fn compares_unboxed(left: &Operand, right: &Operand, kind: &dyn Fn(&Operand) -> Kind) -> bool {
    match (kind(left), kind(right)) {
        (Kind::Int, Kind::Int) | (Kind::Float, Kind::Float) => true,
        (Kind::Float, Kind::Int) => exact_float(right).is_some(),
        (Kind::Int, Kind::Float) => exact_float(left).is_some(),
        _ => false,
    }
}

/// An integer constant as the float of the same value.
pub fn exact_float(operand: &Operand) -> Option<f64> {
    const LARGEST: i64 = 1 << 53;
    match operand {
        #[allow(clippy::cast_precision_loss, reason = "the integers up to this one are all exact")]
        Operand::Integer(value) if (-LARGEST..=LARGEST).contains(value) => Some(*value as f64),
        _ => None,
    }
}

/// Whether a version of a function makes calls other than of leaves.
pub fn makes_calls(
    function: &Function,
    locals: &IndexVec<LocalId, Kind>,
    upvalues: &IndexVec<UpvalueId, Kind>,
    found: &IndexVec<FunctionId, Versions>,
) -> bool {
    let kind = |operand: &Operand| kinds::operand(operand, locals, upvalues);
    let mut makes_calls = false;
    for_each_instruction(&function.body, &mut |instruction| {
        makes_calls = makes_calls
            || match instruction {
                // What calls nothing back looks at the stack itself, if it must.
                Instruction::Call { callee: Operand::Library(function), arguments, .. }
                    if !calls_back(*function, arguments, &kind) =>
                {
                    false
                }
                Instruction::Call { .. } | Instruction::TailCall { .. } => {
                    calls_leaf(instruction, locals, upvalues, found).is_none()
                }
                Instruction::GenericFor { .. } | Instruction::CloseTop { .. } => true,
                _ => false,
            };
    });
    makes_calls
}

/// What a function does, in short.
#[derive(Default, Debug)]
pub struct Summary {
    /// Whether it reads its varargs.
    pub reads_varargs: bool,
    /// How many instructions it has.
    pub operations: usize,
}

/// Sums a function up.
pub fn summary(function: &Function) -> Summary {
    let mut summary = Summary::default();
    for_each_instruction(&function.body, &mut |instruction| {
        summary.operations += 1;
        match instruction {
            Instruction::Call { arguments: values, .. }
            | Instruction::TailCall { arguments: values, .. }
            | Instruction::Return { values }
            | Instruction::HookReturn { values, .. }
            | Instruction::TableItems { values, .. } => {
                summary.reads_varargs |= values.open == Some(Open::Varargs);
            }
            Instruction::Vararg { .. } => summary.reads_varargs = true,
            _ => {}
        }
    });
    summary
}

/// Visits all instructions in order, each with the number of loops around it.
pub fn walk_with_depth(block: &Block, depth: usize, visit: &mut dyn FnMut(&Instruction, usize)) {
    for instruction in &block.instructions {
        visit(instruction, depth);
        let inner = depth + usize::from(instruction.is_loop());
        for_each_block(instruction, &mut |block| walk_with_depth(block, inner, visit));
    }
}
