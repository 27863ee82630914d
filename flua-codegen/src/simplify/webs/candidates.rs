//! Which variables may be split.
//!
//! From where to where a web is in use is measured in the order of the text (`analyze/ranges.rs`), so a definition must stand before every place at
//! which it is. That holds by itself where control comes to a loop from before it and jumps forward. A label that is jumped back to may be come to
//! from anywhere first: a variable that occurs before such a label and behind it stays whole. So no backward jump carries what is to be found out.

use flua_ast::{Id, IndexVec, define_id};
use rustc_hash::FxHashMap;

use crate::ir::visit::{for_each_block, for_each_destination, for_each_operand};
use crate::ir::{Block, Function, Instruction, LabelId, LocalId, Operand};

define_id!(
    /// A variable that may be split.
    CandidateId
);

/// Where control parts or meets, each candidate is looked at. Beyond so many looks for each instruction of the function, nothing is split.
const MOST_LOOKS: usize = 32;

/// The variables of a function that may be split.
pub struct Candidates {
    /// The variables: parameters first.
    pub locals: IndexVec<CandidateId, LocalId>,
    of_local: IndexVec<LocalId, Option<CandidateId>>,
    parameters: usize,
}

impl Candidates {
    /// Those of a function, if there are any.
    pub fn of(function: &Function) -> Option<Self> {
        if function.assigned.is_empty() {
            return None;
        }
        let survey = Survey::of(function);
        let is_parameter = |local: &LocalId| function.parameters.contains(local);
        let (parameters, others): (Vec<LocalId>, Vec<LocalId>) =
            function.assigned.iter().copied().filter(|&local| survey.may_be_split(local)).partition(is_parameter);
        let locals: IndexVec<CandidateId, LocalId> = parameters.iter().chain(&others).copied().collect();
        let mut of_local = IndexVec::filled(None, function.locals.len());
        for (candidate, &local) in locals.iter_enumerated() {
            of_local[local] = Some(candidate);
        }
        let is_affordable = locals.len() * survey.forks <= MOST_LOOKS * survey.position as usize;
        (!locals.is_empty() && is_affordable).then_some(Self { locals, of_local, parameters: parameters.len() })
    }

    /// The candidate that a local is.
    pub fn of_local(&self, local: LocalId) -> Option<CandidateId> {
        self.of_local[local]
    }

    /// The candidates that are parameters.
    pub fn parameters(&self) -> impl Iterator<Item = CandidateId> + use<> {
        (0..self.parameters).map(CandidateId::from_index)
    }

    /// Whether a candidate is a parameter.
    pub fn is_parameter(&self, candidate: CandidateId) -> bool {
        candidate.index() < self.parameters
    }
}

/// How a local is used.
#[derive(Clone, Copy, Default)]
struct Use {
    writes: u32,
    /// The first position at which it occurs.
    first: Option<u32>,
    /// The last one.
    last: u32,
}

/// What is known of a function before its variables are followed.
struct Survey {
    uses: IndexVec<LocalId, Use>,
    /// How many instructions there are so far.
    position: u32,
    /// How often control parts or meets.
    forks: usize,
    /// The labels so far.
    labels: FxHashMap<LabelId, u32>,
    /// The labels that are jumped back to.
    returns: Vec<u32>,
}

impl Survey {
    fn of(function: &Function) -> Self {
        let mut survey = Self {
            uses: IndexVec::filled(Use::default(), function.locals.len()),
            position: 0,
            forks: 0,
            labels: FxHashMap::default(),
            returns: Vec::new(),
        };
        for &parameter in &function.parameters {
            survey.writes(parameter);
        }
        survey.block(&function.body);
        survey.returns.sort_unstable();
        survey
    }

    fn block(&mut self, block: &Block) {
        for instruction in &block.instructions {
            self.position += 1;
            for_each_operand(instruction, &mut |operand| {
                if let Operand::Local(local) = operand {
                    self.occurs(*local);
                }
            });
            for_each_destination(instruction, &mut |local| self.writes(local));
            match instruction {
                Instruction::Label(label) => {
                    self.forks += 1;
                    self.labels.insert(*label, self.position);
                }
                Instruction::Goto(label) => {
                    self.forks += 1;
                    self.returns.extend(self.labels.get(label));
                }
                Instruction::If { .. } | Instruction::Break => self.forks += 1,
                other => self.forks += usize::from(other.is_loop()),
            }
            for_each_block(instruction, &mut |block| self.block(block));
        }
    }

    fn occurs(&mut self, local: LocalId) {
        let position = self.position;
        let local = &mut self.uses[local];
        local.first.get_or_insert(position);
        local.last = position;
    }

    fn writes(&mut self, local: LocalId) {
        self.occurs(local);
        self.uses[local].writes += 1;
    }

    /// Whether a local has several definitions and no label that is jumped back to lies between its occurrences.
    fn may_be_split(&self, local: LocalId) -> bool {
        let Use { writes, first: Some(first), last } = self.uses[local] else { return false };
        let next = self.returns.partition_point(|&label| label < first);
        writes > 1 && self.returns.get(next).is_none_or(|&label| label > last)
    }
}
