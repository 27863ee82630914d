//! What `debug` needs to find local variables among the values that activations save. Lua §6.10.

use rustc_hash::FxHashSet;

use crate::analyze::{FunctionFacts, Kind, SlotId};
use crate::ir::visit::for_each_instruction;
use crate::ir::{Function, Instruction, LocalId, Storage};

/// Where `debug` finds the variables: the names of the parameters, then for each site those in scope there, each with its place among the values
/// that the activation saves: `a,b|a:0,b*1;a:0,:2`. A `*` marks a cell, `...` the varargs; values without a name stand behind those with one.
pub fn places(function: &Function, facts: &FunctionFacts) -> String {
    let parameters: Vec<&str> = function.sites.iter().next().map_or_else(Vec::new, |site| {
        site.locals.iter().take(function.parameters.len()).filter_map(|local| function.locals[*local].name.as_deref()).collect()
    });
    let hidden = hidden_slots(function, facts);
    let sites: Vec<String> = function
        .sites
        .iter_enumerated()
        .map(|(id, site)| {
            let Some(live) = facts.live.at(id) else { return String::new() };
            let live = &facts.live.set(live).slots;
            let mut entries = Vec::with_capacity(site.locals.len() + 1);
            for local in &site.locals {
                let place = facts.variables.of(*local).and_then(|slot| live.iter().position(|&saved| saved == slot));
                let (Some(place), Some(name)) = (place, &function.locals[*local].name) else { continue };
                let mark = if function.locals[*local].storage == Storage::Cell { '*' } else { ':' };
                entries.push(format!("{name}{mark}{place}"));
            }
            let named: Vec<SlotId> = site.locals.iter().filter_map(|local| facts.variables.of(*local)).collect();
            for (place, slot) in live.iter().enumerate() {
                let is_plain = facts.variables.slots[*slot].kind == Kind::Value && !hidden.contains(slot);
                if is_plain && !named.contains(slot) {
                    entries.push(format!(":{place}"));
                }
            }
            if function.is_vararg && facts.reads_varargs {
                entries.push(format!("...:{}", live.len()));
            }
            entries.join(",")
        })
        .collect();
    format!("{}|{}", parameters.join(","), sites.join(";"))
}

/// The C# variables with the state of loops, which nobody but the loop may assign.
fn hidden_slots(function: &Function, facts: &FunctionFacts) -> FxHashSet<SlotId> {
    let variables = &facts.variables;
    let mut hidden: FxHashSet<SlotId> = variables.cursors.values().copied().collect();
    for slots in variables.loops.values() {
        hidden.insert(slots.last);
        hidden.extend(slots.step);
    }
    let mut hide = |locals: &[LocalId]| hidden.extend(locals.iter().filter_map(|local| variables.of(*local)));
    for_each_instruction(&function.body, &mut |instruction| match instruction {
        Instruction::NumericFor { control, .. } => hide(&[*control]),
        Instruction::GenericFor { iterator, state, control, .. } => hide(&[*iterator, *state, *control]),
        _ => {}
    });
    hidden
}
