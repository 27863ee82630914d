//! Which functions get a second version, for integers as arguments.
//!
//! A parameter that is compared, counted or computed with is most often an integer, and when it surely is, much of what the function does with it is
//! unboxed. So a function for which that pays is printed twice: the second version takes `long` parameters, and the first
//! hands over to it when its arguments are integers. (Chambers and Ungar, *Customization*, 1989.)
//!
//! Soundness: the guard looks at the very values that the version assumes, and a parameter that the body assigns is assumed only when it stays an
//! integer whatever is assigned.

use flua_ast::IndexVec;

use super::kinds::{self, Kind};
use super::suspension::{compares_plainly, walk_with_depth};
use crate::ir::{CompareOp, Condition, Function, Instruction, LocalId, Operand, Storage, UpvalueId};

/// A version must save so many checked operations; those in loops count for eight.
const LEAST_GAIN: usize = 4;
/// Larger functions are not printed twice.
const MOST_OPERATIONS: usize = 300;

/// The kinds of the parameters in the numeric version, when it pays.
pub fn parameters(
    function: &Function,
    general: &IndexVec<LocalId, Kind>,
    upvalues: &IndexVec<UpvalueId, Kind>,
) -> Option<Vec<Kind>> {
    let mut candidates: Vec<bool> =
        function.parameters.iter().map(|&parameter| function.locals[parameter].storage == Storage::Value).collect();
    if !candidates.contains(&true) || super::suspension::summary(function).operations > MOST_OPERATIONS {
        return None;
    }
    let used = computed_with(function);
    for (candidate, parameter) in candidates.iter_mut().zip(&function.parameters) {
        *candidate &= used.contains(parameter);
    }
    // A parameter that does not stay an integer is no candidate; dropping one may cost another its kind.
    let assumed = loop {
        let kinds: Vec<Kind> = candidates.iter().map(|&yes| if yes { Kind::Int } else { Kind::Value }).collect();
        if !candidates.contains(&true) {
            return None;
        }
        let inferred = kinds::infer(function, &kinds, upvalues, false, true);
        let mut dropped = false;
        for (candidate, &parameter) in candidates.iter_mut().zip(&function.parameters) {
            if *candidate && inferred[parameter] != Kind::Int {
                *candidate = false;
                dropped = true;
            }
        }
        if !dropped {
            break (kinds, inferred);
        }
    };
    let before = cost(function, general, upvalues);
    let after = cost(function, &assumed.1, upvalues);
    (before >= after + LEAST_GAIN).then_some(assumed.0)
}

/// The locals that arithmetic, comparisons of order and loops read directly.
fn computed_with(function: &Function) -> Vec<LocalId> {
    let mut used = Vec::new();
    let mut note = |operand: &Operand| {
        if let Operand::Local(local) = operand
            && !used.contains(local)
        {
            used.push(*local);
        }
    };
    walk_with_depth(&function.body, 0, &mut |instruction, _| match instruction {
        Instruction::Binary { left, right, .. }
        | Instruction::Compare { op: CompareOp::Lt | CompareOp::Le, left, right, .. }
        | Instruction::If { condition: Condition::Compare { op: CompareOp::Lt | CompareOp::Le, left, right, .. }, .. } => {
            note(left);
            note(right);
        }
        Instruction::NumericFor { start, limit, step, .. } => [start, limit, step].into_iter().for_each(&mut note),
        _ => {}
    });
    used
}

/// What the checked operations of a function cost.
fn cost(function: &Function, locals: &IndexVec<LocalId, Kind>, upvalues: &IndexVec<UpvalueId, Kind>) -> usize {
    let kind = |operand: &Operand| kinds::operand(operand, locals, upvalues);
    let mut cost = 0;
    walk_with_depth(&function.body, 0, &mut |instruction, depth| {
        let checked = match instruction {
            Instruction::Binary { op, left, right, .. } => kinds::binary(*op, kind(left), kind(right)) == Kind::Value,
            Instruction::Unary { op, operand, .. } => kinds::unary(*op, kind(operand)) == Kind::Value,
            Instruction::Compare { op, left, right, .. }
            | Instruction::If { condition: Condition::Compare { op, left, right, .. }, .. } => {
                !compares_plainly(*op, left, right, &kind)
            }
            Instruction::NumericFor { control, .. } => locals[*control] == Kind::Value,
            _ => false,
        };
        if checked {
            cost += if depth > 0 { 8 } else { 1 };
        }
    });
    cost
}
