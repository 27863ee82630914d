//! Which private tables are worth an array.

use flua_ast::IndexVec;

use super::candidates::access;
use crate::analyze::kinds::Element;
use crate::analyze::suspension::walk_with_depth;
use crate::ir::visit::for_each_instruction;
use crate::ir::{BinaryOp, CompareOp, Condition, Function, Instruction, LocalId, Operand, UnaryOp};

/// What speaks for the tables of a class, and against them.
#[derive(Clone, Copy, Default)]
pub struct Worth {
    /// In how many loops they are looked into.
    deepest: usize,
    /// Whether they are returned.
    is_returned: bool,
    /// Whether nothing but `true` is stored, and not by a variable that counts up. None when nothing is stored.
    is_set: Option<bool>,
    /// Whether it is asked whether an element is there, or true.
    is_asked_for: bool,
}

impl Worth {
    /// Whether they are looked into often enough. One that is returned becomes a table then, which costs as much as to fill it, so a nested loop must work on
    /// it. And a set of what was seen has no elements but true ones, in any order: most of them are missing.
    pub fn may_pay(&self) -> bool {
        self.is_set != Some(true) && self.deepest >= if self.is_returned { 2 } else { 1 }
    }

    /// Whether they are worth an array of certain elements. Who asks whether a number is there expects that it may not be.
    pub fn pays(&self, elements: Element) -> bool {
        self.may_pay() && (elements == Element::Bool || !self.is_asked_for)
    }
}

/// Whether a function makes a table, and looks into one in a loop: a quick look.
pub fn may_pay(function: &Function) -> bool {
    let (mut makes_tables, mut looks) = (false, false);
    walk_with_depth(&function.body, 0, &mut |instruction, depth| match instruction {
        Instruction::NewTable { .. } => makes_tables = true,
        Instruction::Index { .. } | Instruction::SetIndex { .. } => looks |= depth > 0,
        _ => {}
    });
    makes_tables && looks
}

/// Judges the tables of each class. Some variables are returned.
pub fn judge(
    function: &Function,
    class_of: &IndexVec<LocalId, Option<usize>>,
    classes: usize,
    returned: &IndexVec<LocalId, bool>,
) -> Vec<Worth> {
    let (asked_for, behind, counts) = (asked_for(function), behind_lengths(function), counts(function));
    let is_counted = |key: &Operand| matches!(key, Operand::Local(key) if counts.contains(key));
    let mut all = vec![Worth::default(); classes];
    walk_with_depth(&function.body, 0, &mut |instruction, depth| {
        let Some((table, key)) = access(instruction) else { return };
        let Some(class) = class_of[table] else { return };
        let worth = &mut all[class];
        let appends = match key {
            Some(Operand::Local(key)) => behind[*key],
            Some(_) => false,
            None => true,
        };
        // What is only appended is done once.
        worth.deepest = worth.deepest.max(if appends { depth.min(1) } else { depth });
        if let Instruction::Index { to, .. } = instruction {
            worth.is_asked_for |= asked_for[*to];
        } else {
            let notes = matches!(instruction, Instruction::SetIndex { value: Operand::Bool(true), key, .. } if !is_counted(key));
            worth.is_set = Some(worth.is_set != Some(false) && notes);
        }
    });
    for (local, class) in class_of.iter_enumerated() {
        if let Some(class) = class {
            all[*class].is_returned |= returned[local];
        }
    }
    all
}

/// The variables that count up by ones.
fn counts(function: &Function) -> Vec<LocalId> {
    let mut counts = Vec::new();
    for_each_instruction(&function.body, &mut |instruction| {
        if let Instruction::NumericFor { control, step: Operand::Integer(1), .. } = instruction {
            counts.push(*control);
        }
    });
    counts
}

/// The variables that hold one more than the length of something.
fn behind_lengths(function: &Function) -> IndexVec<LocalId, bool> {
    let mut lengths = IndexVec::filled(false, function.locals.len());
    let mut behind = lengths.clone();
    for_each_instruction(&function.body, &mut |instruction| match instruction {
        Instruction::Unary { to, op: UnaryOp::Len, .. } => lengths[*to] = true,
        Instruction::Binary { to, op: BinaryOp::Add, left: Operand::Local(length), right: Operand::Integer(1), .. } => {
            behind[*to] |= lengths[*length];
        }
        _ => {}
    });
    behind
}

/// The variables of which it is asked whether they hold anything.
fn asked_for(function: &Function) -> IndexVec<LocalId, bool> {
    let mut asked = IndexVec::filled(false, function.locals.len());
    let mut copies: Vec<(LocalId, LocalId)> = Vec::new();
    for_each_instruction(&function.body, &mut |instruction| match instruction {
        Instruction::If { condition: Condition::Truth(Operand::Local(local)), .. }
        | Instruction::Not { value: Operand::Local(local), .. } => asked[*local] = true,
        Instruction::Compare { op: CompareOp::Eq, left, right, .. }
        | Instruction::If { condition: Condition::Compare { op: CompareOp::Eq, left, right, .. }, .. } => match (left, right) {
            (Operand::Local(local), Operand::Nil) | (Operand::Nil, Operand::Local(local)) => asked[*local] = true,
            _ => {}
        },
        Instruction::Declare { local: to, value: Operand::Local(from) }
        | Instruction::Set { to, value: Operand::Local(from) } => {
            copies.push((*to, *from));
        }
        _ => {}
    });
    for (to, from) in copies.into_iter().rev() {
        asked[from] |= asked[to];
    }
    asked
}
