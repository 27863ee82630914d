//! Statements. Lua §3.3.

use flua_ast::{Attribute, AttributedName, Expr, ExprKind, IfArm, Span, Statement, StatementKind};

use super::TreeBuilder;
use super::cost::Cost;

impl TreeBuilder<'_> {
    /// Pushes a statement; [`place`](Self::place) gives it its span.
    pub(super) fn statement(&mut self, kind: StatementKind, cost: Cost) {
        self.check_registers(cost);
        if cost.is_too_deep() {
            self.condemn();
            drop(kind);
            self.statements.push(Statement { kind: StatementKind::Empty, span: Span::default() });
            self.statement_costs.push(Cost::NONE);
        } else {
            self.statements.push(Statement { kind, span: Span::default() });
            self.statement_costs.push(cost);
        }
    }

    /// Places the last statement.
    pub fn place(&mut self, start: u32, end: u32) {
        let statement = self.statements.last_mut().expect("a statement was reduced before");
        statement.span = Span::new(start, end);
    }

    /// `;`
    pub fn empty(&mut self) {
        self.statement(StatementKind::Empty, Cost::NONE);
    }

    /// `break`, which stands at that offset.
    pub fn break_statement(&mut self, at: u32) {
        self.breaks.push(at);
        self.statement(StatementKind::Break, Cost::NONE);
    }

    /// Lets the loop that begins at `start` catch its `break`s.
    fn catch_breaks(&mut self, start: u32) {
        while self.breaks.last().is_some_and(|&at| at > start) {
            self.breaks.pop();
        }
    }

    /// `goto name`
    pub fn goto_statement(&mut self) {
        self.suspect();
        let name = self.pop_name();
        self.statement(StatementKind::Goto(name), Cost::NONE);
    }

    /// `::name::`
    pub fn label(&mut self) {
        self.suspect();
        let name = self.pop_name();
        self.statement(StatementKind::Label(name), Cost::NONE);
    }

    /// A call for its effects.
    pub fn call_statement(&mut self) {
        let (call, cost) = self.pop();
        self.statement(StatementKind::FunctionCall(call), cost);
    }

    /// `targets = values`
    pub fn assignment(&mut self, targets: u32, values: u32) {
        let (values, value_cost) = self.take_list(values);
        let at = self.expressions.len() - targets as usize;
        let count = u16::try_from(targets).unwrap_or(u16::MAX);
        // The first two targets are read at the level of the statement, each further one a level deeper, and the values
        // where the last target was. A target holds up to two registers, and may need a third to keep a variable safe.
        let mut cost = value_cost.deeper(count - 1).above(count.saturating_mul(3));
        for (index, target) in (0_u16..).zip(&self.costs[at..]) {
            cost = cost.max(target.deeper(index.saturating_sub(1)).above(index.saturating_mul(3)));
        }
        self.costs.truncate(at);
        let targets = self.expressions.split_off(at);
        if !self.constants.is_empty() && targets.iter().any(|target| self.may_be_constant(target)) {
            self.suspect();
        }
        self.statement(StatementKind::Assignment { targets, values }, cost);
    }

    fn may_be_constant(&self, target: &Expr) -> bool {
        matches!(&target.kind, ExprKind::Var(name) if self.constants.contains(&name.text))
    }

    /// A name without attribute in a `local`.
    pub fn plain_name(&mut self) {
        let name = self.pop_name();
        self.locals.push(AttributedName { name, attribute: None });
    }

    /// `name <attribute>`
    pub fn attributed_name(&mut self, span: Span) {
        let name = self.pop_name();
        let attribute = match self.text(span) {
            b"const" => Attribute::Const,
            b"close" => Attribute::Close,
            _ => {
                self.condemn();
                Attribute::Const
            }
        };
        self.constants.insert(name.text.clone());
        self.locals.push(AttributedName { name, attribute: Some((attribute, span)) });
    }

    /// `local names = values`
    pub fn local(&mut self, names: u32, values: u32) {
        let (values, cost) = self.take_list(values);
        let list = self.locals.split_off(self.locals.len() - names as usize);
        let closing = list.iter().filter(|name| matches!(name.attribute, Some((Attribute::Close, _)))).count();
        if closing > 1 {
            self.suspect();
        }
        self.declare_locals(names);
        self.statement(StatementKind::LocalDeclaration { names: list, values }, cost);
    }

    /// `do block end`
    pub fn do_statement(&mut self) {
        let (block, cost) = self.take_block();
        self.statement(StatementKind::Do(block), cost);
    }

    /// `while condition do body end`
    pub fn while_statement(&mut self, start: u32) {
        self.catch_breaks(start);
        let (body, body_cost) = self.take_block();
        let (condition, cost) = self.pop();
        self.statement(StatementKind::While { condition, body }, cost.entered().max(body_cost));
    }

    /// `repeat body until condition`
    pub fn repeat(&mut self) {
        let (body, body_cost) = self.take_block();
        // No expression holds a `break` that is not in a function, so those behind the body's start are its own.
        self.catch_breaks(body.span.start.saturating_sub(1));
        let (condition, cost) = self.pop();
        self.statement(StatementKind::Repeat { body, condition }, cost.entered().max(body_cost));
    }

    /// `if … then … elseif … then … else … end`
    pub fn if_statement(&mut self, arms: u32, has_else: bool) {
        let otherwise = has_else.then(|| self.take_block());
        let mut cost = otherwise.as_ref().map_or(Cost::NONE, |(_, cost)| *cost);
        let at = self.blocks.len() - arms as usize;
        cost = self.block_costs.drain(at..).fold(cost, Cost::max);
        let bodies = self.blocks.split_off(at);
        let at = self.expressions.len() - arms as usize;
        cost = self.costs.drain(at..).fold(cost, |cost, condition| cost.max(condition.entered()));
        let conditions = self.expressions.drain(at..);
        let arms = conditions.zip(bodies).map(|(condition, body)| IfArm { condition, body }).collect();
        self.statement(StatementKind::If { arms, otherwise: otherwise.map(|(block, _)| block) }, cost);
    }

    /// `for variable = start, limit, step do body end`
    pub fn numeric_for(&mut self, at: u32, has_step: bool) {
        self.catch_breaks(at);
        self.declare_locals(4);
        let (body, body_cost) = self.take_block();
        let (step, step_cost) = has_step.then(|| self.pop()).unzip();
        let (limit, limit_cost) = self.pop();
        let (start, start_cost) = self.pop();
        let variable = self.pop_name();
        let cost = start_cost.max(limit_cost.above(1)).max(step_cost.unwrap_or(Cost::ATOM).above(2)).entered();
        let (start, limit, step) = (Box::new(start), Box::new(limit), step.map(Box::new));
        self.statement(StatementKind::NumericFor { variable, start, limit, step, body }, cost.max(body_cost));
    }

    /// `for names in values do body end`
    pub fn generic_for(&mut self, at: u32, names: u32, values: u32) {
        self.catch_breaks(at);
        self.declare_locals(names + 4);
        let (body, body_cost) = self.take_block();
        let (values, cost) = self.take_list(values);
        let names = self.take_names(names);
        // Calling the iterator takes three registers above the loop's own.
        self.statement(StatementKind::GenericFor { names, values, body }, cost.above(3).max(body_cost));
    }

    /// `return values`
    pub fn return_statement(&mut self, values: u32) {
        let (values, cost) = self.take_list(values);
        self.statement(StatementKind::Return(values), cost);
    }
}
