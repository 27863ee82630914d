//! Which functions probably run often enough for the JIT to compile them with all optimisations at once.
//!
//! A guess by names, as a reader would make it. A function runs often
//!
//! * when a function of its name is called in a loop, or in a function that runs often (`step()`, `M.step()` and `o:step()` all call `step`);
//! * when it calls itself, or is made, or handed to `pcall` or to a coroutine, in a loop or in a function that runs often;
//! * when its name is a metamethod's, or it is handed to `sort` or `gsub`;
//! * when a function without a known name is called in a loop, or in a function that runs often, as handlers are, and it is one of the few that nobody
//!   calls by name.
//!
//! A function that loops need not run often: it spends its time in the loop. Test cases, callbacks of a setup and what stands at the top of a module
//! run once, and there the JIT should hurry. A wrong guess costs time, and nothing else: code that runs often is found out by the JIT as well.

use std::sync::Arc;

use flua_ast::{Id, IndexVec};
use rustc_hash::{FxHashMap, FxHashSet};

use crate::ir::visit::for_each_block;
use crate::ir::{Block, Function, FunctionId, Instruction, Operand, OperandKind, OperandName, Program, known_function};

/// Loops of so few rounds do not count.
const FEW_ROUNDS: u64 = 100;

/// So many functions that nobody calls by name may be handlers; more of them are test cases, or the parts of a library.
const FEW_HANDLERS: usize = 24;

/// The names of library functions that call what they are given again and again.
const REPEATING: [&[u8]; 2] = [b"sort", b"gsub"];

/// The names of library functions that call what they are given, or make it a coroutine.
const CALLING: [&[u8]; 4] = [b"pcall", b"xpcall", b"create", b"wrap"];

/// What a function does that lets others run often.
#[derive(Default)]
struct Outline {
    /// The names that it calls, and those that it calls in loops.
    calls: FxHashSet<Arc<[u8]>>,
    repeated_calls: FxHashSet<Arc<[u8]>>,
    /// The functions that it makes, or has called for it, and those of which it does so in loops.
    makes: Vec<FunctionId>,
    repeated_makes: Vec<FunctionId>,
    /// The functions that it hands to library functions which call them again and again.
    hands_over: Vec<FunctionId>,
    /// Whether it calls what has no name that a function has: an element, a variable; and whether it does so in a loop.
    calls_unknown: bool,
    repeats_unknown: bool,
    loops: bool,
}

/// Says of each function whether it probably runs often, or loops.
pub fn is_hot(program: &Program) -> IndexVec<FunctionId, bool> {
    let mut named: FxHashMap<&[u8], Vec<FunctionId>> = FxHashMap::default();
    for (id, function) in program.functions.iter_enumerated() {
        if let Some(name) = simple_name(function) {
            named.entry(name).or_default().push(id);
        }
    }
    let outlines: Vec<Outline> = program.functions.iter().map(|function| outline(program, function, &named)).collect();
    let mut handlers = handlers(program, &outlines);

    let mut often: FxHashSet<FunctionId> = FxHashSet::default();
    let mut pending: Vec<FunctionId> = Vec::new();
    let mut known: FxHashSet<&[u8]> = FxHashSet::default();
    for (id, function) in program.functions.iter_enumerated() {
        let outline = &outlines[id.index()];
        let own = simple_name(function);
        if own.is_some_and(|name| name.starts_with(b"__") || outline.calls.contains(name)) {
            pending.push(id);
        }
        pending.extend(outline.repeated_makes.iter().chain(&outline.hands_over));
        if outline.repeats_unknown {
            pending.append(&mut handlers);
        }
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
        if outline.calls_unknown {
            pending.append(&mut handlers);
        }
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

/// The functions that nobody calls by name, if they are few.
fn handlers(program: &Program, outlines: &[Outline]) -> Vec<FunctionId> {
    let called: FxHashSet<&[u8]> = outlines.iter().flat_map(|outline| outline.calls.iter().map(|name| &**name)).collect();
    let is_handler =
        |function: &Function| function.parent.is_some() && simple_name(function).is_none_or(|name| !called.contains(name));
    let all: Vec<FunctionId> =
        program.functions.iter_enumerated().filter(|(_, function)| is_handler(function)).map(|(id, _)| id).collect();
    if all.len() <= FEW_HANDLERS { all } else { Vec::new() }
}

fn outline(program: &Program, function: &Function, named: &FxHashMap<&[u8], Vec<FunctionId>>) -> Outline {
    let mut outline = Outline::default();
    look(program, function, &function.body, false, named, &mut outline);
    outline
}

/// Whether a call is of an element, or of a variable in which some function may be.
fn is_unknown(callee: Option<&OperandName>, named: &FxHashMap<&[u8], Vec<FunctionId>>) -> bool {
    callee.is_none_or(|callee| match callee.kind {
        OperandKind::Local | OperandKind::Upvalue => !named.contains_key(&*callee.name),
        OperandKind::Field => *callee.name == *b"?",
        OperandKind::Global | OperandKind::Method | OperandKind::Constant | OperandKind::ForIterator => false,
    })
}

/// The function that an argument surely is: one with a name of its own, or one that was made just before.
fn handed_over(program: &Program, function: &Function, argument: &Operand, block: &Block) -> Option<FunctionId> {
    known_function(program, function, argument).or_else(|| {
        block.instructions.iter().find_map(|instruction| match instruction {
            Instruction::Closure { to, function } if *argument == Operand::Local(*to) => Some(*function),
            _ => None,
        })
    })
}

fn look(
    program: &Program,
    function: &Function,
    block: &Block,
    in_loop: bool,
    named: &FxHashMap<&[u8], Vec<FunctionId>>,
    outline: &mut Outline,
) {
    for instruction in &block.instructions {
        match instruction {
            Instruction::Call { callee, arguments, site, .. } | Instruction::TailCall { callee, arguments, site, .. } => {
                let name = function.sites[*site].operands.first().and_then(Option::as_ref);
                if !matches!(callee, Operand::Library(_)) && is_unknown(name, named) {
                    outline.calls_unknown = true;
                    outline.repeats_unknown |= in_loop;
                }
                if name.is_some_and(|name| REPEATING.contains(&&*name.name)) {
                    outline
                        .hands_over
                        .extend(arguments.fixed.iter().filter_map(|argument| handed_over(program, function, argument, block)));
                }
                if name.is_some_and(|name| CALLING.contains(&&*name.name)) {
                    for handed in arguments.fixed.iter().filter_map(|argument| handed_over(program, function, argument, block)) {
                        outline.makes.push(handed);
                        if in_loop {
                            outline.repeated_makes.push(handed);
                        }
                    }
                }
                if let Some(callee) = name {
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
        for_each_block(instruction, &mut |block| look(program, function, block, in_loop || repeats, named, outline));
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
pub fn simple_name(function: &Function) -> Option<&[u8]> {
    let name = function.name.as_deref()?;
    Some(name.rsplit('.').next().unwrap_or(name).as_bytes())
}
