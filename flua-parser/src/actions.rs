//! What the grammar's actions do: they build the tree on stacks.
//!
//! The parser reduces in postfix order, so what a construct is made of lies on top of the stacks when it is complete. The
//! builder also counts, beside each node, what the reference counts while it parses ([`Cost`]), and notes when a chunk uses
//! a feature that can be used wrongly: [`Verdict`] says whether the reference's own rules must be asked.

mod cost;
mod expressions;
mod functions;
mod statements;

use std::collections::HashSet;
use std::sync::Arc;

use flua_ast::{AttributedName, Block, Chunk, Expr, ExprKind, Name, Parameters, Span, Statement, TableField};

use self::cost::Cost;
use self::functions::OpenFunction;
use crate::interner::Interner;

pub use self::expressions::Arguments;

/// What the builder thinks of the chunk.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Verdict {
    /// There is nothing in it that could be used wrongly.
    Clean,
    /// It uses `goto`, assigns to a name that is also a constant's, or comes near a limit: it may be wrong.
    Suspicious,
    /// It has a malformed numeral or string, an unknown attribute, or nests too deeply: it is wrong.
    Wrong,
}

/// Builds the tree of a chunk.
pub struct TreeBuilder<'s> {
    source: &'s [u8],
    interner: Interner,
    verdict: Verdict,
    expressions: Vec<Expr>,
    costs: Vec<Cost>,
    fields: Vec<TableField>,
    field_costs: Vec<Cost>,
    statements: Vec<Statement>,
    statement_costs: Vec<Cost>,
    blocks: Vec<Block>,
    block_costs: Vec<Cost>,
    names: Vec<Name>,
    locals: Vec<AttributedName>,
    parameters: Vec<Parameters>,
    /// The functions whose bodies are being read, the main chunk first.
    functions: Vec<OpenFunction>,
    /// The offsets of the `break`s that no loop has yet been seen around.
    breaks: Vec<u32>,
    /// The names that are somewhere declared with an attribute.
    constants: HashSet<Arc<str>>,
}

impl<'s> TreeBuilder<'s> {
    /// A builder for the tree of that text.
    pub fn new(source: &'s [u8]) -> Self {
        Self {
            source,
            interner: Interner::default(),
            verdict: Verdict::Clean,
            expressions: Vec::with_capacity(64),
            costs: Vec::with_capacity(64),
            fields: Vec::new(),
            field_costs: Vec::new(),
            statements: Vec::with_capacity(64),
            statement_costs: Vec::with_capacity(64),
            blocks: Vec::with_capacity(32),
            block_costs: Vec::with_capacity(32),
            names: Vec::with_capacity(32),
            locals: Vec::new(),
            parameters: Vec::new(),
            functions: vec![OpenFunction::main_chunk()],
            breaks: Vec::new(),
            constants: HashSet::new(),
        }
    }

    /// The tree, once the parser has accepted the text.
    pub fn finish(mut self) -> (Chunk, Verdict) {
        let (block, cost) = self.take_block();
        self.check_depth(cost);
        if !self.breaks.is_empty() {
            self.suspect();
        }
        let end = u32::try_from(self.source.len()).expect("a source text is at most 4 GiB long");
        (Chunk { block, end_span: Span::new(end, end) }, self.verdict)
    }

    fn text(&self, span: Span) -> &'s [u8] {
        &self.source[span.start as usize..span.end as usize]
    }

    fn suspect(&mut self) {
        self.verdict = self.verdict.max(Verdict::Suspicious);
    }

    fn condemn(&mut self) {
        self.verdict = Verdict::Wrong;
    }

    /// Refuses a chunk that nests deeper than the reference allows.
    fn check_depth(&mut self, cost: Cost) {
        if cost.is_too_deep() {
            self.condemn();
        }
    }

    fn intern(&mut self, span: Span) -> Name {
        let text = self.text(span);
        Name { text: Arc::clone(self.interner.intern(text)), span }
    }

    /// Pushes a node. One that nests too deeply becomes `nil`: the chunk is refused anyway, and no tree grows deeper than
    /// what can be dropped.
    fn push(&mut self, kind: ExprKind, span: Span, cost: Cost) {
        if cost.is_too_deep() {
            self.condemn();
            drop(Expr::new(kind, span));
            self.expressions.push(Expr::new(ExprKind::Nil, span));
            self.costs.push(Cost::ATOM);
        } else {
            self.expressions.push(Expr::new(kind, span));
            self.costs.push(cost);
        }
    }

    fn pop(&mut self) -> (Expr, Cost) {
        let expr = self.expressions.pop().expect("an operand was reduced before");
        let cost = self.costs.pop().expect("every expression has its cost");
        (expr, cost)
    }

    /// The last `count` expressions, and what evaluating them one after the other costs.
    fn take_list(&mut self, count: u32) -> (Vec<Expr>, Cost) {
        let at = self.expressions.len() - count as usize;
        let cost = Cost::list(&self.costs[at..]);
        self.costs.truncate(at);
        (self.expressions.split_off(at), cost)
    }

    fn pop_name(&mut self) -> Name {
        self.names.pop().expect("a name was reduced before")
    }

    fn take_names(&mut self, count: u32) -> Vec<Name> {
        self.names.split_off(self.names.len() - count as usize)
    }

    fn take_block(&mut self) -> (Block, Cost) {
        let block = self.blocks.pop().expect("a block was reduced before");
        let cost = self.block_costs.pop().expect("every block has its cost");
        (block, cost)
    }

    /// A name that stands for itself: a label, a parameter, a method.
    pub fn name(&mut self, span: Span) {
        let name = self.intern(span);
        self.names.push(name);
    }

    /// The last `count` statements as a block; an empty one stands at `at`.
    pub fn block(&mut self, count: u32, at: u32) {
        let first = self.statements.len() - count as usize;
        let cost = self.statement_costs[first..].iter().fold(Cost::NONE, |cost, &statement| cost.max(statement.entered()));
        self.statement_costs.truncate(first);
        let statements = self.statements.split_off(first);
        let span = match (statements.first(), statements.last()) {
            (Some(first), Some(last)) => first.span.to(last.span),
            _ => Span::new(at, at),
        };
        self.blocks.push(Block { statements, span });
        self.block_costs.push(cost);
    }
}
