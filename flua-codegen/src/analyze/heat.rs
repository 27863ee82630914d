//! Which functions probably run often enough for the JIT to compile them with all optimisations at once.
//!
//! A guess by names, as a reader would make it. A function runs often
//!
//! * when a function of its name is called in a loop, or in a function that runs often (`step()`, `M.step()` and `o:step()` all call `step`);
//! * when it calls itself, or is made in a loop or in a function that runs often;
//! * when its name is a metamethod's.
//!
//! A function that loops need not run often: it spends its time in the loop. Test cases, callbacks of a setup and what stands at the top of a module
//! run once, and there the JIT should hurry. A wrong guess costs time, and nothing else: code that runs often is found out by the JIT as well.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use flua_ast::{Id, IndexVec};

use crate::ir::visit::for_each_block;
use crate::ir::{Block, Function, FunctionId, Instruction, Operand, Program};

/// Loops of so few rounds do not count.
const FEW_ROUNDS: u64 = 100;

/// What a function does that lets others run often.
#[derive(Default)]
struct Outline {
    /// The names that it calls, and those that it calls in loops.
    calls: HashSet<Arc<[u8]>>,
    repeated_calls: HashSet<Arc<[u8]>>,
    /// The functions that it makes, and those that it makes in loops.
    makes: Vec<FunctionId>,
    repeated_makes: Vec<FunctionId>,
    loops: bool,
}

/// Says of each function whether it probably runs often, or loops.
pub fn is_hot(program: &Program) -> IndexVec<FunctionId, bool> {
    let outlines: Vec<Outline> = program.functions.iter().map(outline).collect();
    let mut named: HashMap<&[u8], Vec<FunctionId>> = HashMap::new();
    for (id, function) in program.functions.iter_enumerated() {
        if let Some(name) = simple_name(function) {
            named.entry(name).or_default().push(id);
        }
    }

    let mut often: HashSet<FunctionId> = HashSet::new();
    let mut pending: Vec<FunctionId> = Vec::new();
    let mut known: HashSet<&[u8]> = HashSet::new();
    for (id, function) in program.functions.iter_enumerated() {
        let outline = &outlines[id.index()];
        let own = simple_name(function);
        if own.is_some_and(|name| name.starts_with(b"__") || outline.calls.contains(name)) {
            pending.push(id);
        }
        pending.extend(&outline.repeated_makes);
        for name in &outline.repeated_calls {
            if known.insert(name) {
                pending.extend(named.get(&**name).into_iter().flatten());
            }
        }
    }
    while let Some(id) = pending.pop() {
        if !often.insert(id) {
            continue;
        }
        let outline = &outlines[id.index()];
        pending.extend(&outline.makes);
        for name in &outline.calls {
            if known.insert(name) {
                pending.extend(named.get(&**name).into_iter().flatten());
            }
        }
    }

    let mut hot = IndexVec::new();
    for (id, _) in program.functions.iter_enumerated() {
        hot.push(often.contains(&id) || outlines[id.index()].loops);
    }
    hot
}

fn outline(function: &Function) -> Outline {
    let mut outline = Outline::default();
    look(function, &function.body, false, &mut outline);
    outline
}

fn look(function: &Function, block: &Block, in_loop: bool, outline: &mut Outline) {
    for instruction in &block.instructions {
        match instruction {
            Instruction::Call { site, .. } | Instruction::TailCall { site, .. } => {
                if let Some(Some(callee)) = function.sites[*site].operands.first() {
                    outline.calls.insert(callee.name.clone());
                    if in_loop {
                        outline.repeated_calls.insert(callee.name.clone());
                    }
                }
            }
            Instruction::Closure { function, .. } => {
                outline.makes.push(*function);
                if in_loop {
                    outline.repeated_makes.push(*function);
                }
            }
            _ => {}
        }
        let repeats = instruction.is_loop() && !is_short(instruction);
        outline.loops |= repeats;
        for_each_block(instruction, &mut |block| look(function, block, in_loop || repeats, outline));
    }
}

/// A numeric loop of few rounds, as far as constants say.
fn is_short(instruction: &Instruction) -> bool {
    let Instruction::NumericFor { start: Operand::Integer(start), limit: Operand::Integer(limit), .. } = instruction else {
        return false;
    };
    limit.checked_sub(*start).is_some_and(|rounds| rounds.unsigned_abs() < FEW_ROUNDS)
}

/// The name without what it is a field of.
fn simple_name(function: &Function) -> Option<&[u8]> {
    let name = function.name.as_deref()?;
    Some(name.rsplit('.').next().unwrap_or(name).as_bytes())
}
