//! Which definitions reach a read.
//!
//! One walk over the tree knows what each candidate holds: the definition that was made last, or, where ways meet, a *meeting* of two. What is read is
//! joined with all that it may come from. A meeting that nobody reads joins nothing, as a φ that is not needed in SSA. (Braun et al., *Simple and
//! Efficient Construction of Static Single Assignment Form*, 2013.)

use flua_ast::{Id, IndexVec, define_id};
use rustc_hash::{FxHashMap, FxHashSet};

use super::candidates::{CandidateId, Candidates};
use crate::ir::visit::{for_each_destination, for_each_operand};
use crate::ir::{Block, Function, Instruction, LabelId, LocalId, Operand};
use crate::unions::Unions;

define_id!(
    /// Something that a candidate holds.
    NodeId
);

/// Where what a candidate holds comes from.
#[derive(Clone, Copy)]
enum Node {
    /// An instruction, or whatever came before the first one.
    Definition(CandidateId),
    /// Two ways meet.
    Meeting(NodeId, NodeId),
}

/// What the candidates hold at a place.
type State = IndexVec<CandidateId, NodeId>;

/// The definitions and reads of a function's candidates.
pub struct Flow<'a> {
    candidates: &'a Candidates,
    /// What each occurrence reads or writes, in the order of the walk.
    pub occurrences: Vec<NodeId>,
    /// The first ones are what the candidates hold before the first instruction.
    nodes: IndexVec<NodeId, Node>,
    /// The nodes of one web.
    unions: Unions<NodeId>,
    is_read: IndexVec<NodeId, bool>,
}

impl<'a> Flow<'a> {
    /// Follows the candidates through a function.
    pub fn of(function: &Function, candidates: &'a Candidates) -> Self {
        let mut flow =
            Self { candidates, occurrences: Vec::new(), nodes: IndexVec::new(), unions: Unions::new(), is_read: IndexVec::new() };
        let entry: State = candidates.locals.ids().map(|candidate| flow.node(Node::Definition(candidate))).collect();
        let mut walk = Walk {
            flow,
            state: Some(entry),
            labels: FxHashMap::default(),
            passed: FxHashSet::default(),
            exits: Vec::new(),
            reads: Vec::new(),
        };
        walk.block(&function.body);
        walk.finish()
    }

    /// The web of a definition or a read: a node that stands for it.
    pub fn web(&self, node: NodeId) -> NodeId {
        self.unions.root(node)
    }

    /// Whether anybody reads what belongs to the web.
    pub fn is_read(&self, node: NodeId) -> bool {
        self.is_read[self.web(node)]
    }

    /// Whether there is a variable of several webs, or with a definition that nobody reads.
    pub fn splits(&self) -> bool {
        let mut first: IndexVec<CandidateId, Option<NodeId>> = IndexVec::filled(None, self.candidates.locals.len());
        for candidate in self.candidates.parameters() {
            first[candidate] = Some(self.web(entry(candidate)));
        }
        let mut definitions = self.nodes.iter_enumerated().skip(self.candidates.locals.len());
        definitions.any(|(id, node)| match *node {
            Node::Definition(candidate) => {
                let web = self.web(id);
                *first[candidate].get_or_insert(web) != web
            }
            Node::Meeting(..) => false,
        })
    }

    fn node(&mut self, node: Node) -> NodeId {
        self.nodes.push(node);
        self.is_read.push(false);
        self.unions.add()
    }

    /// Two ways meet, if control comes from both.
    fn meet(&mut self, one: Option<State>, other: Option<State>) -> Option<State> {
        match (one, other) {
            (Some(mut state), Some(other)) => {
                for (held, other) in state.iter_mut().zip(other) {
                    if *held != other {
                        *held = self.node(Node::Meeting(*held, other));
                    }
                }
                Some(state)
            }
            (one, other) => one.or(other),
        }
    }

    /// The head of a loop, where what was before meets what is at the end of a round, once that is known.
    fn open(&mut self, before: &State) -> State {
        before.iter().map(|&held| self.node(Node::Meeting(held, held))).collect()
    }

    /// The end of a round.
    fn close(&mut self, head: &State, end: &State) {
        for (&head, &end) in head.iter().zip(end.iter()) {
            if let Node::Meeting(_, other) = &mut self.nodes[head] {
                *other = end;
            }
        }
    }

    /// Makes one web of two.
    fn unite(&mut self, one: NodeId, other: NodeId) {
        let (one, other) = (self.unions.root(one), self.unions.root(other));
        self.unions.put_under(one.max(other), one.min(other));
    }

    /// All reads are known.
    fn settle(&mut self) {
        // No variable is read before it is written. Should one be, it stays whole.
        for id in self.nodes.ids() {
            if let Node::Definition(candidate) = self.nodes[id]
                && !self.candidates.is_parameter(candidate)
                && self.is_read[entry(candidate)]
            {
                self.unite(entry(candidate), id);
            }
        }
        for id in self.nodes.ids() {
            let web = self.unions.root(id);
            let is_read = self.is_read[id];
            self.is_read[web] |= is_read;
        }
    }
}

/// What a candidate holds before the first instruction: the first nodes.
pub fn entry(candidate: CandidateId) -> NodeId {
    NodeId::from_index(candidate.index())
}

/// The walk over a function.
struct Walk<'a> {
    flow: Flow<'a>,
    /// What the candidates hold; none where control does not come.
    state: Option<State>,
    /// What they hold where a label is jumped to.
    labels: FxHashMap<LabelId, State>,
    /// The labels so far.
    passed: FxHashSet<LabelId>,
    /// What they hold where the loops around are left by `break`.
    exits: Vec<Option<State>>,
    /// What was read.
    reads: Vec<NodeId>,
}

impl<'a> Walk<'a> {
    fn block(&mut self, block: &Block) {
        for instruction in &block.instructions {
            self.instruction(instruction);
        }
    }

    fn instruction(&mut self, instruction: &Instruction) {
        for_each_operand(instruction, &mut |operand| {
            if let Operand::Local(local) = operand {
                self.read(*local);
            }
        });
        match instruction {
            Instruction::Set { to, value: Operand::Nil } => self.let_go(*to),
            Instruction::Loop(body) => {
                self.rounds(instruction, body);
                self.state = self.exits.pop().expect("the loop was entered");
            }
            Instruction::NumericFor { body, .. } | Instruction::GenericFor { body, .. } => {
                let head = self.rounds(instruction, body);
                let exits = self.exits.pop().expect("the loop was entered");
                self.state = self.flow.meet(head, exits);
            }
            Instruction::If { then, otherwise, .. } => {
                let before = self.state.clone();
                self.block(then);
                let behind = std::mem::replace(&mut self.state, before);
                self.block(otherwise);
                self.state = self.flow.meet(behind, self.state.take());
            }
            Instruction::Do(block) => self.block(block),
            Instruction::Break => {
                let exits = self.exits.pop().expect("`break` stands in a loop");
                let exits = self.flow.meet(exits, self.state.take());
                self.exits.push(exits);
            }
            Instruction::Goto(label) => {
                let state = self.state.take();
                // A jump back carries nothing of a candidate.
                if !self.passed.contains(label) {
                    let state = self.flow.meet(self.labels.remove(label), state);
                    self.labels.extend(state.map(|state| (*label, state)));
                }
            }
            Instruction::Label(label) => {
                self.passed.insert(*label);
                self.state = self.flow.meet(self.state.take(), self.labels.remove(label));
            }
            Instruction::Return { .. } | Instruction::TailCall { .. } => self.state = None,
            _ => for_each_destination(instruction, &mut |local| self.write(local)),
        }
    }

    /// The rounds of a loop. Gives what the candidates hold at their beginning; how the loop is left by `break` is the last of the exits.
    fn rounds(&mut self, instruction: &Instruction, body: &Block) -> Option<State> {
        let head = self.state.take().map(|before| self.flow.open(&before));
        self.exits.push(None);
        self.state.clone_from(&head);
        for_each_destination(instruction, &mut |local| self.write(local));
        self.block(body);
        if let (Some(head), Some(end)) = (&head, self.state.take()) {
            self.flow.close(head, &end);
        }
        head
    }

    fn read(&mut self, local: LocalId) {
        let Some(candidate) = self.flow.candidates.of_local(local) else { return };
        let held = self.held(candidate);
        self.reads.push(held);
        self.flow.occurrences.push(held);
    }

    fn write(&mut self, local: LocalId) {
        let Some(candidate) = self.flow.candidates.of_local(local) else { return };
        let written = self.flow.node(Node::Definition(candidate));
        self.flow.occurrences.push(written);
        if let Some(state) = &mut self.state {
            state[candidate] = written;
        }
    }

    /// A variable is assigned nil: what it holds is let go of, which is a read of it, and goes on in the same web.
    fn let_go(&mut self, local: LocalId) {
        let Some(candidate) = self.flow.candidates.of_local(local) else { return };
        let held = self.held(candidate);
        self.reads.push(held);
        self.write(local);
        let written = *self.flow.occurrences.last().expect("it was written");
        self.flow.unite(held, written);
    }

    /// What a candidate holds here. Where control does not come, it is as good as never written.
    fn held(&self, candidate: CandidateId) -> NodeId {
        self.state.as_ref().map_or_else(|| entry(candidate), |state| state[candidate])
    }

    /// Joins what is read with all that it may come from.
    fn finish(mut self) -> Flow<'a> {
        while let Some(node) = self.reads.pop() {
            if !std::mem::replace(&mut self.flow.is_read[node], true)
                && let Node::Meeting(one, other) = self.flow.nodes[node]
            {
                for from in [one, other] {
                    self.flow.unite(node, from);
                    self.reads.push(from);
                }
            }
        }
        self.flow.settle();
        self.flow
    }
}
