//! What control cannot come to.

use flua_ast::IndexVec;
use rustc_hash::FxHashSet;

use crate::ir::visit::{for_each_block_mut, for_each_instruction};
use crate::ir::{Block, Condition, Function, FunctionId, Instruction, LabelId, Program};

/// Removes the code of all functions that control cannot come to, and the labels that nothing jumps to.
pub fn remove_code(program: &mut Program) {
    for id in program.functions.ids() {
        let function = &mut program.functions[id];
        let mut cleaner = Cleaner { targets: targets(function), breaks: Vec::new() };
        cleaner.block(&mut function.body);
        // What was removed may have held the last jump to a label.
        let remaining = targets(function);
        if remaining.len() < cleaner.targets.len() {
            cleaner.targets = remaining;
            cleaner.block(&mut function.body);
        }
    }
}

/// The labels that are jumped to.
fn targets(function: &Function) -> FxHashSet<LabelId> {
    let mut targets = FxHashSet::default();
    for_each_instruction(&function.body, &mut |instruction| {
        if let Instruction::Goto(label) = instruction {
            targets.insert(*label);
        }
    });
    targets
}

struct Cleaner {
    targets: FxHashSet<LabelId>,
    /// For each loop around, whether a `break` leaves it.
    breaks: Vec<bool>,
}

impl Cleaner {
    /// Cleans a block whose beginning is reached; says whether its end is.
    fn block(&mut self, block: &mut Block) -> bool {
        let mut is_reached = true;
        let mut kept: Vec<Instruction> = Vec::with_capacity(block.instructions.len());
        for mut instruction in block.instructions.drain(..) {
            if let Instruction::Label(label) = instruction {
                if !self.targets.contains(&label) {
                    continue;
                }
                // A jump to what stands behind it anyway.
                if is_jump_to(kept.last(), label) {
                    kept.pop();
                }
                is_reached = true;
            }
            if !is_reached {
                continue;
            }
            is_reached = self.instruction(&mut instruction);
            if !is_empty(&instruction) {
                kept.push(instruction);
            }
        }
        block.instructions = kept;
        is_reached
    }

    /// Cleans what an instruction holds; says whether control comes behind it.
    fn instruction(&mut self, instruction: &mut Instruction) -> bool {
        match instruction {
            Instruction::Return { .. } | Instruction::TailCall { .. } | Instruction::Goto(_) => false,
            Instruction::Break => {
                *self.breaks.last_mut().expect("`break` stands in a loop") = true;
                false
            }
            Instruction::If { then, otherwise, .. } => {
                let then = self.block(then);
                let otherwise = self.block(otherwise);
                then || otherwise
            }
            Instruction::Do(block) => self.block(block),
            Instruction::Loop(body) => self.body(body),
            Instruction::NumericFor { .. } | Instruction::GenericFor { .. } => {
                for_each_block_mut(instruction, &mut |body| {
                    self.body(body);
                });
                true
            }
            _ => true,
        }
    }

    /// Cleans a loop's body; says whether a `break` leaves the loop.
    fn body(&mut self, body: &mut Block) -> bool {
        self.breaks.push(false);
        self.block(body);
        self.breaks.pop().expect("the loop was put there")
    }
}

fn is_jump_to(instruction: Option<&Instruction>, label: LabelId) -> bool {
    matches!(instruction, Some(Instruction::Goto(target)) if *target == label)
}

/// Whether an instruction does nothing, now that what it holds is clean.
fn is_empty(instruction: &Instruction) -> bool {
    match instruction {
        Instruction::Do(block) => block.instructions.is_empty(),
        Instruction::Loop(body) => matches!(body.instructions[..], [Instruction::Break]),
        Instruction::If { condition: Condition::Truth(_), then, otherwise } => {
            then.instructions.is_empty() && otherwise.instructions.is_empty()
        }
        _ => false,
    }
}

/// Removes the functions of which no closure is made, and numbers the others anew.
pub fn remove_functions(program: Program) -> Program {
    let mut is_used: IndexVec<FunctionId, bool> = IndexVec::filled(false, program.functions.len());
    for chunk in &program.chunks {
        is_used[chunk.main] = true;
    }
    for (id, function) in program.functions.iter_enumerated() {
        // Parents stand before their children, so this is known by now.
        if is_used[id] {
            for_each_instruction(&function.body, &mut |instruction| {
                if let Instruction::Closure { function, .. } = instruction {
                    is_used[*function] = true;
                }
            });
        }
    }
    if is_used.iter().all(|&is_used| is_used) {
        return program;
    }
    renumber(program, &is_used)
}

fn renumber(mut program: Program, is_used: &IndexVec<FunctionId, bool>) -> Program {
    let mut numbers: IndexVec<FunctionId, Option<FunctionId>> = IndexVec::filled(None, is_used.len());
    let mut functions = IndexVec::new();
    for (id, function) in is_used.ids().zip(program.functions) {
        if is_used[id] {
            numbers[id] = Some(functions.push(function));
        }
    }
    let new = |old: FunctionId| numbers[old].expect("a function that is used is kept");
    for id in functions.ids() {
        let function: &mut Function = &mut functions[id];
        function.parent = function.parent.map(new);
        for local in function.locals.ids() {
            let known = function.locals[local].function;
            function.locals[local].function = known.and_then(|known| numbers[known]);
            let known = function.locals[local].global;
            function.locals[local].global = known.and_then(|known| numbers[known]);
        }
        renumber_block(&mut function.body, &new);
    }
    for chunk in &mut program.chunks {
        chunk.main = new(chunk.main);
    }
    Program { functions, ..program }
}

fn renumber_block(block: &mut Block, new: &dyn Fn(FunctionId) -> FunctionId) {
    for instruction in &mut block.instructions {
        if let Instruction::Closure { function, .. } = instruction {
            *function = new(*function);
        }
        for_each_block_mut(instruction, &mut |inner| renumber_block(inner, new));
    }
}
