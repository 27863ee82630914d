//! Webs of one variable that have the same kind are joined again.
//!
//! `simplify` gives each web of a variable a local of its own, so that each gets a kind of its own. Two that have the same kinds, in all versions of the function,
//! may as well be one local: no two webs of a variable are in use at once. So what is printed has as many variables as it has need of.

use flua_ast::IndexVec;
use rustc_hash::FxHashMap;

use super::versions::{Version, Versions};
use crate::ir::visit::{for_each_block_mut, for_each_destination_mut, for_each_read_mut};
use crate::ir::{Block, FunctionId, LocalId, Program};

/// Joins the webs of all functions, whose versions are found.
pub fn join(program: &mut Program, found: &IndexVec<FunctionId, Versions>) {
    for (id, function) in found.ids().zip(program.functions.iter_mut()) {
        let joined = joined(&std::mem::take(&mut function.webs), &found[id].all);
        if !joined.is_empty() {
            rename(&mut function.body, &joined);
        }
    }
}

/// The webs that become another one of the same variable.
fn joined(webs: &[(LocalId, LocalId)], versions: &[Version]) -> FxHashMap<LocalId, LocalId> {
    // No two in a list have the same kinds, so they are few.
    let mut different: FxHashMap<LocalId, Vec<LocalId>> = FxHashMap::default();
    let mut joined = FxHashMap::default();
    for &(web, variable) in webs {
        let others = different.entry(variable).or_insert_with(|| vec![variable]);
        let is_alike = |other: &LocalId| versions.iter().all(|version| version.kinds[*other] == version.kinds[web]);
        match others.iter().copied().find(is_alike) {
            Some(other) => {
                joined.insert(web, other);
            }
            None => others.push(web),
        }
    }
    joined
}

fn rename(block: &mut Block, joined: &FxHashMap<LocalId, LocalId>) {
    let replace = &mut |local: &mut LocalId| {
        if let Some(other) = joined.get(local) {
            *local = *other;
        }
    };
    for instruction in &mut block.instructions {
        for_each_read_mut(instruction, replace);
        for_each_destination_mut(instruction, replace);
        for_each_block_mut(instruction, &mut |inner| rename(inner, joined));
    }
}
