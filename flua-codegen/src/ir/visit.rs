//! Walking the IR: what one instruction reads, writes and holds.
//!
//! The functions look at one instruction and not into the blocks that it holds; [`for_each_block`] gives those, and
//! [`for_each_instruction`] walks everything.

use super::{Block, Condition, Instruction, LocalId, Open, Operand, Results, SiteId, Values};

/// Shows every operand that the instruction itself reads, in the order of the reading.
///
/// Locals that are read without being an operand are shown as [`Operand::Local`]: iterator, state and control of a generic `for`,
/// the locals of [`Open`], the table of a constructor, the value that decides whether a
/// [`CloseTop`](Instruction::CloseTop) closes, what a [`Keep`](Instruction::Keep) keeps.
pub fn for_each_operand(instruction: &Instruction, f: &mut dyn FnMut(&Operand)) {
    match instruction {
        Instruction::Declare { value, .. }
        | Instruction::Set { value, .. }
        | Instruction::SetUpvalue { value, .. }
        | Instruction::Not { value, .. }
        | Instruction::PushClose { value, .. } => f(value),
        Instruction::Unary { operand, .. } => f(operand),
        Instruction::Binary { left, right, .. } | Instruction::Compare { left, right, .. } => {
            f(left);
            f(right);
        }
        Instruction::Concat { operands, .. } | Instruction::NewRecord { values: operands, .. } => operands.iter().for_each(f),
        Instruction::Index { object, key, .. } => {
            f(object);
            f(key);
        }
        Instruction::Method { object, .. } => f(object),
        Instruction::SetIndex { object, key, value, .. } => {
            f(object);
            f(key);
            f(value);
        }
        Instruction::Call { callee, arguments, .. } | Instruction::TailCall { callee, arguments, .. } => {
            f(callee);
            for_each_value(arguments, f);
        }
        Instruction::Return { values } | Instruction::HookReturn { values, .. } => for_each_value(values, f),
        Instruction::TableField { table, key, value, .. } => {
            f(&Operand::Local(*table));
            f(key);
            f(value);
        }
        Instruction::TableItems { table, values, .. } => {
            f(&Operand::Local(*table));
            for_each_value(values, f);
        }
        Instruction::TableData { table, .. } => f(&Operand::Local(*table)),
        Instruction::If { condition, .. } => for_each_condition_operand(condition, f),
        Instruction::NumericFor { start, limit, step, .. } => {
            f(start);
            f(limit);
            f(step);
        }
        Instruction::GenericFor { iterator, state, control, .. } => {
            f(&Operand::Local(*iterator));
            f(&Operand::Local(*state));
            f(&Operand::Local(*control));
        }
        Instruction::CloseTop { unless_nil, .. } => {
            if let Some(local) = unless_nil {
                f(&Operand::Local(*local));
            }
        }
        Instruction::Keep { locals } => locals.iter().for_each(|local| f(&Operand::Local(*local))),
        Instruction::SafePoint { .. }
        | Instruction::Hook { .. }
        | Instruction::Closure { .. }
        | Instruction::NewTable { .. }
        | Instruction::Vararg { .. }
        | Instruction::Do(_)
        | Instruction::Loop(_)
        | Instruction::Break
        | Instruction::Label(_)
        | Instruction::Goto(_) => {}
    }
}

fn for_each_value(values: &Values, f: &mut dyn FnMut(&Operand)) {
    values.fixed.iter().for_each(&mut *f);
    match values.open {
        Some(Open::Results(local) | Open::Array(local)) => f(&Operand::Local(local)),
        Some(Open::Varargs) | None => {}
    }
}

fn for_each_condition_operand(condition: &Condition, f: &mut dyn FnMut(&Operand)) {
    match condition {
        Condition::Truth(operand) => f(operand),
        Condition::Compare { left, right, .. } => {
            f(left);
            f(right);
        }
    }
}

/// Gives every operand that the instruction itself reads to be changed. Locals read without being an operand are left out.
pub fn for_each_operand_mut(instruction: &mut Instruction, f: &mut dyn FnMut(&mut Operand)) {
    match instruction {
        Instruction::Declare { value, .. }
        | Instruction::Set { value, .. }
        | Instruction::SetUpvalue { value, .. }
        | Instruction::Not { value, .. }
        | Instruction::PushClose { value, .. } => f(value),
        Instruction::Unary { operand, .. } => f(operand),
        Instruction::Binary { left, right, .. } | Instruction::Compare { left, right, .. } => {
            f(left);
            f(right);
        }
        Instruction::Concat { operands, .. } | Instruction::NewRecord { values: operands, .. } => operands.iter_mut().for_each(f),
        Instruction::Index { object, key, .. } => {
            f(object);
            f(key);
        }
        Instruction::Method { object, .. } => f(object),
        Instruction::SetIndex { object, key, value, .. } => {
            f(object);
            f(key);
            f(value);
        }
        Instruction::Call { callee, arguments, .. } | Instruction::TailCall { callee, arguments, .. } => {
            f(callee);
            arguments.fixed.iter_mut().for_each(f);
        }
        Instruction::Return { values } | Instruction::HookReturn { values, .. } | Instruction::TableItems { values, .. } => {
            values.fixed.iter_mut().for_each(f);
        }
        Instruction::TableField { key, value, .. } => {
            f(key);
            f(value);
        }
        Instruction::If { condition, .. } => match condition {
            Condition::Truth(operand) => f(operand),
            Condition::Compare { left, right, .. } => {
                f(left);
                f(right);
            }
        },
        Instruction::NumericFor { start, limit, step, .. } => {
            f(start);
            f(limit);
            f(step);
        }
        Instruction::TableData { .. }
        | Instruction::GenericFor { .. }
        | Instruction::CloseTop { .. }
        | Instruction::Keep { .. }
        | Instruction::SafePoint { .. }
        | Instruction::Hook { .. }
        | Instruction::Closure { .. }
        | Instruction::NewTable { .. }
        | Instruction::Vararg { .. }
        | Instruction::Do(_)
        | Instruction::Loop(_)
        | Instruction::Break
        | Instruction::Label(_)
        | Instruction::Goto(_) => {}
    }
}

/// Gives every local that the instruction itself reads to be changed, those included that are read without being an operand.
pub fn for_each_read_mut(instruction: &mut Instruction, f: &mut dyn FnMut(&mut LocalId)) {
    match instruction {
        Instruction::TableField { table, .. } | Instruction::TableItems { table, .. } | Instruction::TableData { table, .. } => {
            f(table);
        }
        Instruction::GenericFor { iterator, state, control, .. } => [iterator, state, control].into_iter().for_each(&mut *f),
        Instruction::CloseTop { unless_nil: Some(local), .. } => f(local),
        Instruction::Keep { locals } => locals.iter_mut().for_each(&mut *f),
        _ => {}
    }
    for_each_operand_mut(instruction, &mut |operand| {
        if let Operand::Local(local) = operand {
            f(local);
        }
    });
    match instruction {
        Instruction::Call { arguments: values, .. }
        | Instruction::TailCall { arguments: values, .. }
        | Instruction::Return { values }
        | Instruction::HookReturn { values, .. }
        | Instruction::TableItems { values, .. } => match &mut values.open {
            Some(Open::Results(local) | Open::Array(local)) => f(local),
            Some(Open::Varargs) | None => {}
        },
        _ => {}
    }
}

/// Shows every local that the instruction itself writes. A generic `for` writes its variables and its control value.
pub fn for_each_destination(instruction: &Instruction, f: &mut dyn FnMut(LocalId)) {
    match instruction {
        Instruction::Declare { local, .. } => f(*local),
        Instruction::Set { to, .. }
        | Instruction::Not { to, .. }
        | Instruction::Unary { to, .. }
        | Instruction::Binary { to, .. }
        | Instruction::Compare { to, .. }
        | Instruction::Concat { to, .. }
        | Instruction::Index { to, .. }
        | Instruction::Method { to, .. }
        | Instruction::Closure { to, .. }
        | Instruction::NewTable { to, .. }
        | Instruction::NewRecord { to, .. }
        | Instruction::HookReturn { to, .. }
        | Instruction::Vararg { to, .. } => f(*to),
        Instruction::Call { results, .. } => match results {
            Results::None => {}
            Results::One(local) | Results::Open(local) | Results::Array(local) => f(*local),
            Results::Many(locals) => locals.iter().for_each(|local| f(*local)),
        },
        Instruction::NumericFor { control, .. } => f(*control),
        Instruction::GenericFor { control, results, .. } => {
            for local in results {
                f(*local);
            }
            f(*control);
        }
        Instruction::SetUpvalue { .. }
        | Instruction::SetIndex { .. }
        | Instruction::TailCall { .. }
        | Instruction::Return { .. }
        | Instruction::TableField { .. }
        | Instruction::TableItems { .. }
        | Instruction::TableData { .. }
        | Instruction::If { .. }
        | Instruction::Do(_)
        | Instruction::Loop(_)
        | Instruction::Break
        | Instruction::Label(_)
        | Instruction::Goto(_)
        | Instruction::PushClose { .. }
        | Instruction::CloseTop { .. }
        | Instruction::Keep { .. }
        | Instruction::SafePoint { .. }
        | Instruction::Hook { .. } => {}
    }
}

/// The only local that the instruction writes, to be changed; none for instructions that write none or several, or that hold blocks.
pub fn destination_mut(instruction: &mut Instruction) -> Option<&mut LocalId> {
    match instruction {
        Instruction::Declare { local, .. } => Some(local),
        Instruction::Set { to, .. }
        | Instruction::Not { to, .. }
        | Instruction::Unary { to, .. }
        | Instruction::Binary { to, .. }
        | Instruction::Compare { to, .. }
        | Instruction::Concat { to, .. }
        | Instruction::Index { to, .. }
        | Instruction::Method { to, .. }
        | Instruction::Closure { to, .. }
        | Instruction::NewTable { to, .. }
        | Instruction::NewRecord { to, .. }
        | Instruction::Vararg { to, .. }
        | Instruction::Call { results: Results::One(to), .. } => Some(to),
        Instruction::Call { .. }
        | Instruction::HookReturn { .. }
        | Instruction::SetUpvalue { .. }
        | Instruction::SetIndex { .. }
        | Instruction::TailCall { .. }
        | Instruction::Return { .. }
        | Instruction::TableField { .. }
        | Instruction::TableItems { .. }
        | Instruction::TableData { .. }
        | Instruction::If { .. }
        | Instruction::Do(_)
        | Instruction::Loop(_)
        | Instruction::Break
        | Instruction::NumericFor { .. }
        | Instruction::GenericFor { .. }
        | Instruction::Label(_)
        | Instruction::Goto(_)
        | Instruction::PushClose { .. }
        | Instruction::CloseTop { .. }
        | Instruction::Keep { .. }
        | Instruction::SafePoint { .. }
        | Instruction::Hook { .. } => None,
    }
}

/// Gives every local that the instruction itself writes to be changed, in the order of [`for_each_destination`].
pub fn for_each_destination_mut(instruction: &mut Instruction, f: &mut dyn FnMut(&mut LocalId)) {
    if let Some(to) = destination_mut(instruction) {
        return f(to);
    }
    match instruction {
        Instruction::Call { results: Results::Open(to) | Results::Array(to), .. } | Instruction::HookReturn { to, .. } => f(to),
        Instruction::Call { results: Results::Many(locals), .. } => locals.iter_mut().for_each(f),
        Instruction::NumericFor { control, .. } => f(control),
        Instruction::GenericFor { control, results, .. } => {
            results.iter_mut().for_each(&mut *f);
            f(control);
        }
        other => debug_assert!(!writes(other), "all instructions that write are listed"),
    }
}

fn writes(instruction: &Instruction) -> bool {
    let mut writes = false;
    for_each_destination(instruction, &mut |_| writes = true);
    writes
}

/// Shows the blocks that the instruction holds.
pub fn for_each_block<'i>(instruction: &'i Instruction, f: &mut dyn FnMut(&'i Block)) {
    match instruction {
        Instruction::If { then, otherwise, .. } => {
            f(then);
            f(otherwise);
        }
        Instruction::Do(block)
        | Instruction::Loop(block)
        | Instruction::NumericFor { body: block, .. }
        | Instruction::GenericFor { body: block, .. } => f(block),
        _ => {}
    }
}

/// Gives the blocks that the instruction holds to be changed.
pub fn for_each_block_mut(instruction: &mut Instruction, f: &mut dyn FnMut(&mut Block)) {
    match instruction {
        Instruction::If { then, otherwise, .. } => {
            f(then);
            f(otherwise);
        }
        Instruction::Do(block)
        | Instruction::Loop(block)
        | Instruction::NumericFor { body: block, .. }
        | Instruction::GenericFor { body: block, .. } => f(block),
        _ => {}
    }
}

/// Shows every instruction of a block and of the blocks in it, in order.
pub fn for_each_instruction<'b>(block: &'b Block, f: &mut dyn FnMut(&'b Instruction)) {
    for instruction in &block.instructions {
        f(instruction);
        for_each_block(instruction, &mut |inner| for_each_instruction(inner, f));
    }
}

/// The site of an instruction, if it has one; the condition of an `if` included.
pub fn site(instruction: &Instruction) -> Option<SiteId> {
    match instruction {
        Instruction::Unary { site, .. }
        | Instruction::Binary { site, .. }
        | Instruction::Compare { site, .. }
        | Instruction::Concat { site, .. }
        | Instruction::Index { site, .. }
        | Instruction::Method { site, .. }
        | Instruction::SetIndex { site, .. }
        | Instruction::Call { site, .. }
        | Instruction::TailCall { site, .. }
        | Instruction::TableField { site, .. }
        | Instruction::NumericFor { site, .. }
        | Instruction::GenericFor { site, .. }
        | Instruction::PushClose { site, .. }
        | Instruction::CloseTop { site, .. }
        | Instruction::SafePoint { site }
        | Instruction::Hook { site, .. }
        | Instruction::HookReturn { site, .. }
        | Instruction::If { condition: Condition::Compare { site, .. }, .. } => Some(*site),
        _ => None,
    }
}

/// Whether control may come to the end of a function's body.
pub fn is_end_reached(body: &Block) -> bool {
    let Some(last) = body.instructions.last() else { return true };
    match last {
        Instruction::Return { .. } | Instruction::TailCall { .. } | Instruction::Goto(_) | Instruction::Break => false,
        Instruction::If { then, otherwise, .. } => is_end_reached(then) || is_end_reached(otherwise),
        Instruction::Do(block) => is_end_reached(block),
        Instruction::Loop(block) => {
            // A `break` of a loop within is none of this one, but then there is little to gain.
            let mut breaks = false;
            for_each_instruction(block, &mut |instruction| breaks |= matches!(instruction, Instruction::Break));
            breaks
        }
        _ => true,
    }
}
