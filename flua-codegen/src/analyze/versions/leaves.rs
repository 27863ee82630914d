//! Leaves: versions of functions in which nothing can fail, suspend or overflow the stack, so that they return their results as they are.
//!
//! A leaf computes with numbers that are surely numbers, looks at values, makes tables, and calls leaves. It cannot return abruptly, so its C# method
//! gives a `long`, a `double`, a value or a tuple of numbers, its callers look at nothing, and the JIT can inline it.

use flua_ast::IndexVec;

use super::super::kinds::{self, Kind};
use super::super::library;
use super::super::suspension::{compares_plainly, compares_strings, compares_unboxed};
use super::choose::target;
use super::{Version, Versions};
use crate::ir::visit::{for_each_block, for_each_instruction, for_each_operand};
use crate::ir::{
    BinaryOp, Block, CompareOp, Condition, FunctionId, Instruction, LocalId, Open, Operand, Program, Results, Values,
};

/// The most results: more fields of a struct would not live in registers.
pub const MOST_RESULTS: usize = 4;
/// How deep leaves may call leaves: none of them looks at the stack.
const DEEPEST: usize = 8;
/// Longer functions are no leaves.
const MOST_OPERATIONS: usize = 300;
/// Longer leaves are not inlined.
const MOST_INLINED: usize = 40;

/// How a leaf is printed.
#[derive(Clone, Debug)]
pub struct Leaf {
    /// What its results are.
    pub results: Vec<Kind>,
    /// Whether it needs nothing of the closure.
    pub is_static: bool,
    /// Whether it is small enough to be inlined by all callers.
    pub is_inlined: bool,
    /// How deep it calls other leaves.
    depth: usize,
}

/// Finds the leaves among all versions.
pub fn find(program: &Program, found: &mut IndexVec<FunctionId, Versions>, callees: &IndexVec<FunctionId, bool>) {
    // Without a known caller and further versions there is nobody to gain.
    let is_asked = |id: FunctionId| callees[id] || found[id].all.len() > 1;
    let states =
        found.ids().map(|id| if is_asked(id) { vec![State::Unknown; found[id].all.len()] } else { Vec::new() }).collect();
    let mut finder = Finder { program, found, states };
    for id in program.functions.ids() {
        for index in 0..finder.states[id].len() {
            finder.leaf(id, index);
        }
    }
    let states = finder.states;
    for (versions, states) in found.iter_mut().zip(states).filter(|(_, states)| !states.is_empty()) {
        for (version, state) in versions.all.iter_mut().zip(states) {
            version.leaf = if let State::Leaf(leaf) = state { Some(leaf) } else { None };
        }
    }
}

/// Leaves that are general versions are printed as any function where no known caller gains by it.
pub fn keep_called(program: &Program, found: &mut IndexVec<FunctionId, Versions>, callers: &IndexVec<FunctionId, bool>) {
    let mut is_called: IndexVec<FunctionId, bool> = IndexVec::filled(false, found.len());
    for (id, function) in program.functions.iter_enumerated().filter(|&(id, _)| callers[id]) {
        for version in &found[id].all {
            for_each_instruction(&function.body, &mut |instruction| {
                if let Instruction::Call { callee, arguments, .. } | Instruction::TailCall { callee, arguments, .. } = instruction
                    && let Some((callee, 0)) = target(found, callee, arguments, &version.kinds, &found[id].upvalues)
                {
                    is_called[callee] = true;
                }
            });
        }
    }
    for (versions, &is_called) in found.iter_mut().zip(&is_called) {
        if !is_called {
            versions.all[0].leaf = None;
        }
    }
}

/// Whether a call goes to a leaf and is printed as a call of it.
pub fn calls_leaf<'f>(
    instruction: &Instruction,
    locals: &IndexVec<LocalId, Kind>,
    upvalues: &IndexVec<crate::ir::UpvalueId, Kind>,
    found: &'f IndexVec<FunctionId, Versions>,
) -> Option<&'f Leaf> {
    let (callee, arguments) = match instruction {
        Instruction::Call { callee, arguments, results, .. } if !matches!(results, Results::Array(_)) => (callee, arguments),
        Instruction::TailCall { callee, arguments, .. } => (callee, arguments),
        _ => return None,
    };
    let (id, index) = target(found, callee, arguments, locals, upvalues)?;
    let leaf = found[id].all[index].leaf.as_ref()?;
    is_direct(instruction, arguments, leaf).then_some(leaf)
}

/// Whether a call takes the results of a leaf as it gives them: many values, as a list wants them, only where there is one.
fn is_direct(instruction: &Instruction, arguments: &Values, leaf: &Leaf) -> bool {
    let is_open = matches!(instruction, Instruction::Call { results: Results::Open(_), .. } | Instruction::TailCall { .. });
    !matches!(arguments.open, Some(Open::Array(_) | Open::Varargs)) && (!is_open || leaf.results.len() == 1)
}

#[derive(Clone)]
enum State {
    Unknown,
    /// It is looked at: what comes back to it is recursive.
    Open,
    Leaf(Leaf),
    Other,
}

struct Finder<'a> {
    program: &'a Program,
    found: &'a IndexVec<FunctionId, Versions>,
    states: IndexVec<FunctionId, Vec<State>>,
}

impl Finder<'_> {
    fn leaf(&mut self, id: FunctionId, index: usize) -> Option<Leaf> {
        match &self.states[id][index] {
            State::Unknown => {}
            State::Leaf(leaf) => return Some(leaf.clone()),
            State::Open | State::Other => return None,
        }
        self.states[id][index] = State::Open;
        let leaf = self.look_at(id, index);
        self.states[id][index] = leaf.clone().map_or(State::Other, State::Leaf);
        leaf
    }

    fn look_at(&mut self, id: FunctionId, index: usize) -> Option<Leaf> {
        let function = &self.program.functions[id];
        let versions = &self.found[id];
        let version = &versions.all[index];
        let results = version.results.all()?;
        let is_number = |kind: &Kind| matches!(kind, Kind::Int | Kind::Float | Kind::Bool);
        let fits = match results {
            [] => false,
            [_] => true,
            several => several.len() <= MOST_RESULTS && several.iter().all(is_number),
        };
        if !fits || function.is_vararg || function.parent.is_none() {
            return None;
        }
        let mut leaf = Leaf { results: results.to_vec(), is_static: true, is_inlined: true, depth: 0 };
        let mut operations = 0;
        let mut look = Look { finder: self, versions, version, leaf: &mut leaf, operations: &mut operations };
        if !look.block(&function.body) {
            return None;
        }
        if operations > MOST_OPERATIONS {
            return None;
        }
        leaf.is_inlined &= operations <= MOST_INLINED;
        (leaf.depth <= DEEPEST).then_some(leaf)
    }
}

/// A look at the body of one version.
struct Look<'l, 'f, 'a> {
    finder: &'l mut Finder<'a>,
    versions: &'f Versions,
    version: &'f Version,
    leaf: &'l mut Leaf,
    operations: &'l mut usize,
}

impl Look<'_, '_, '_> {
    fn block(&mut self, block: &Block) -> bool {
        block.instructions.iter().all(|instruction| self.instruction(instruction))
    }

    fn kind(&self, operand: &Operand) -> Kind {
        kinds::content(kinds::operand(operand, &self.version.kinds, &self.versions.upvalues))
    }

    fn instruction(&mut self, instruction: &Instruction) -> bool {
        *self.operations += 1;
        let kind = |operand: &Operand| self.kind(operand);
        let is_plain = match instruction {
            Instruction::Declare { local: to, .. } | Instruction::Set { to, .. } => self.version.kinds[*to] != Kind::Cell,
            Instruction::Not { .. }
            | Instruction::Do(_)
            | Instruction::Break
            | Instruction::Label(_)
            | Instruction::Goto(_)
            | Instruction::NewTable { .. }
            | Instruction::NewRecord { .. }
            | Instruction::If { condition: Condition::Truth(_), .. } => true,
            Instruction::Return { values } | Instruction::TableItems { values, .. } => values.open.is_none(),
            Instruction::TableField { key, .. } => matches!(key, Operand::String(_)),
            Instruction::Unary { op, operand, .. } => kinds::unary(*op, operand, kind(operand)) != Kind::Value,
            Instruction::Binary { op, left, right, .. } => {
                let divides = matches!(op, BinaryOp::Mod | BinaryOp::IDiv) && kind(left) == Kind::Int && kind(right) == Kind::Int;
                let may_fail = divides && !matches!(right, Operand::Integer(divisor) if *divisor != 0);
                !may_fail && kinds::binary(*op, kind(left), kind(right)) != Kind::Value
            }
            Instruction::Compare { op, left, right, .. }
            | Instruction::If { condition: Condition::Compare { op, left, right, .. }, .. } => {
                compares_plainly(*op, left, right, &kind)
                    && (*op == CompareOp::Eq || compares_unboxed(left, right, &kind) || compares_strings(left, right, &kind))
            }
            Instruction::Loop(_) => {
                self.leaf.is_inlined = false;
                true
            }
            Instruction::NumericFor { control, limit, step, .. } => {
                let is_plain = loop_cannot_fail(self.version.kinds[*control], kind(limit), step);
                self.leaf.is_inlined = false;
                is_plain
            }
            Instruction::Call { callee: Operand::Library(called), arguments, results, .. } => {
                let kinds: Vec<Kind> = arguments.fixed.iter().map(kind).collect();
                matches!(results, Results::None | Results::One(_))
                    && arguments.open.is_none()
                    && library::cannot_fail(*called, &kinds)
            }
            Instruction::Call { results: Results::Open(_) | Results::Array(_), .. } => false,
            Instruction::Call { callee, arguments, .. } | Instruction::TailCall { callee, arguments, .. } => {
                return self.call(instruction, callee, arguments);
            }
            _ => false,
        };
        if !is_plain {
            return false;
        }
        for_each_operand(instruction, &mut |operand| self.leaf.is_static &= !matches!(operand, Operand::Upvalue(_)));
        let mut is_leaf = true;
        for_each_block(instruction, &mut |block| is_leaf = is_leaf && self.block(block));
        is_leaf
    }

    /// A call of another leaf. One in tail position gives what this one gives.
    fn call(&mut self, instruction: &Instruction, callee: &Operand, arguments: &Values) -> bool {
        // What was read from a global may be nil.
        if matches!(kinds::operand(callee, &self.version.kinds, &self.versions.upvalues), Kind::Global(_)) {
            return false;
        }
        let Some((id, index)) = target(self.finder.found, callee, arguments, &self.version.kinds, &self.versions.upvalues) else {
            return false;
        };
        let Some(leaf) = self.finder.leaf(id, index) else { return false };
        let suits = match instruction {
            Instruction::TailCall { .. } => leaf.results.len() == 1 || leaf.results == self.leaf.results,
            _ => true,
        };
        if !suits || arguments.open.is_some() {
            return false;
        }
        self.leaf.depth = self.leaf.depth.max(leaf.depth + 1);
        for argument in &arguments.fixed {
            self.leaf.is_static &= !matches!(argument, Operand::Upvalue(_));
        }
        if !leaf.is_static {
            self.leaf.is_static &= !matches!(callee, Operand::Upvalue(_));
        }
        true
    }
}

/// Whether a numeric `for` cannot raise an error: its bounds are integers, and its step is not 0.
pub fn loop_cannot_fail(control: Kind, limit: Kind, step: &Operand) -> bool {
    control == Kind::Int && limit == Kind::Int && matches!(step, Operand::Integer(step) if *step != 0)
}
