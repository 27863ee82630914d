//! Variables are split into their webs.
//!
//! ```text
//! local n = nil
//! if c { n = 1 } else { n = 2 }          if c { n = 1 } else { n = 2 }
//! call f(n)                         →    call f(n)
//! n = "text"                             n2 = "text"
//! call f(n)                              call f(n2)
//! ```
//! A web is what belongs together in the life of a variable: definitions, with all reads that any of them reaches. What one web holds is never read
//! from another, so each is a variable of its own, with a kind of its own; and a declaration whose value nobody reads is not needed. Where the kinds turn out to
//! be the same, [`analyze`](crate::analyze) joins the webs again. (Muchnick, *Advanced Compiler Design and Implementation*, 1997, §16.3.3.)
//!
//! * Candidates are variables that are assigned and that no closure captures ([`candidates`]).
//! * Which definitions reach a read is found by one walk over the tree ([`flow`]).
//! * An assignment of nil lets go of what the variable held. So it belongs to the web of that, since the C# variable of another one would leave a
//!   table reachable that the program wants to be rid of. Programs that can see what is collected are left as they are.

mod candidates;
mod flow;

use flua_ast::IndexVec;
use rustc_hash::FxHashMap;

use self::candidates::{CandidateId, Candidates};
use self::flow::{Flow, NodeId};
use crate::ir::visit::{for_each_block_mut, for_each_destination_mut, for_each_read_mut};
use crate::ir::{Block, Function, Instruction, Local, LocalId, Program};

/// Splits the variables of all functions.
pub fn split(program: &mut Program) {
    if program.world.sees_collection {
        return;
    }
    for id in program.functions.ids() {
        let function = &mut program.functions[id];
        if let Some(candidates) = Candidates::of(function) {
            split_function(function, &candidates);
        }
    }
}

fn split_function(function: &mut Function, candidates: &Candidates) {
    let flow = Flow::of(function, candidates);
    if !flow.splits() {
        return;
    }
    let mut body = std::mem::take(&mut function.body);
    let mut splitter = Splitter {
        candidates,
        flow: &flow,
        occurrences: flow.occurrences.iter(),
        locals: &mut function.locals,
        found: &mut function.webs,
        is_taken: IndexVec::filled(false, candidates.locals.len()),
        webs: FxHashMap::default(),
    };
    // What a parameter holds at first stays the parameter.
    for candidate in candidates.parameters() {
        splitter.web(candidate, flow::entry(candidate));
    }
    splitter.block(&mut body);
    debug_assert!(splitter.occurrences.next().is_none(), "both walks meet the same occurrences");
    function.body = body;
}

/// Gives each web a local of its own.
struct Splitter<'a> {
    candidates: &'a Candidates,
    flow: &'a Flow<'a>,
    /// The occurrences to come.
    occurrences: std::slice::Iter<'a, NodeId>,
    locals: &'a mut IndexVec<LocalId, Local>,
    /// The further webs so far, each with its variable.
    found: &'a mut Vec<(LocalId, LocalId)>,
    /// Whether a web of the variable has its number.
    is_taken: IndexVec<CandidateId, bool>,
    /// The locals of the webs so far.
    webs: FxHashMap<NodeId, LocalId>,
}

impl Splitter<'_> {
    fn block(&mut self, block: &mut Block) {
        block.instructions.retain_mut(|instruction| self.instruction(instruction));
    }

    /// Renames what an instruction reads and writes; says whether anybody needs it.
    fn instruction(&mut self, instruction: &mut Instruction) -> bool {
        for_each_read_mut(instruction, &mut |local| {
            if let Some((candidate, node)) = self.occurrence(*local) {
                *local = self.web(candidate, node);
            }
        });
        let is_declaration = matches!(instruction, Instruction::Declare { .. });
        let mut is_needed = true;
        for_each_destination_mut(instruction, &mut |local| {
            if let Some((candidate, node)) = self.occurrence(*local) {
                is_needed = !is_declaration || self.flow.is_read(node);
                if is_needed {
                    *local = self.web(candidate, node);
                }
            }
        });
        for_each_block_mut(instruction, &mut |block| self.block(block));
        is_needed
    }

    /// The next occurrence, if the local is a candidate.
    fn occurrence(&mut self, local: LocalId) -> Option<(CandidateId, NodeId)> {
        let candidate = self.candidates.of_local(local)?;
        Some((candidate, *self.occurrences.next().expect("both walks meet the same occurrences")))
    }

    /// The local of a web: the first one is the variable itself.
    fn web(&mut self, candidate: CandidateId, node: NodeId) -> LocalId {
        let variable = self.candidates.locals[candidate];
        *self.webs.entry(self.flow.web(node)).or_insert_with(|| {
            if !std::mem::replace(&mut self.is_taken[candidate], true) {
                return variable;
            }
            let name = self.locals[variable].name.clone();
            let web = self.locals.push(Local::new(name));
            self.found.push((web, variable));
            web
        })
    }
}
