//! `while`, `repeat` and both `for`s. Lua §3.3.4 and §3.3.5.

use flua_ast::{Block, Expr, Name, Span};

use super::builder::Lowering;
use super::expressions::is_multiple;
use super::lines::{first_line, last_line, list_line, next_line};
use super::logical::Jump;
use crate::ir::{self, Instruction, LocalId, Operand, OperandKind, OperandName};

impl Lowering<'_, '_> {
    /// Lowers `while`.
    ///
    /// ```lua
    /// while a and b < c do f() end
    /// ```
    /// becomes
    /// ```text
    /// loop { if a { } else { break }; if lt b, c { } else { break }; call f() }
    /// ```
    pub fn while_statement(&mut self, condition: &Expr, body: &Block) {
        self.loops.push(self.closes.len());
        let line = last_line(self.source, condition.span);
        let block = self.nested(|this| {
            this.hook_round(line);
            this.jump_if(condition, line, false, Jump::Break);
            let body = this.scoped(body);
            this.block.extend(body.instructions);
        });
        self.loops.pop();
        let block = self.with_safe_point(block, line);
        self.emit(Instruction::Loop(block));
        self.hook_steps(line);
    }

    /// Lowers `repeat ... until`, whose condition sees the locals of its body.
    ///
    /// ```lua
    /// repeat local line = read() until line == nil
    /// ```
    /// becomes
    /// ```text
    /// loop { t = read; line = call t(); if eq line, nil { break } }
    /// ```
    /// When the body has variables to be closed, the truth of the condition is kept while they are closed.
    pub fn repeat_statement(&mut self, body: &Block, condition: &Expr) {
        let depth = self.closes.len();
        let variables = self.in_scope.len();
        self.loops.push(depth);
        let line = last_line(self.source, condition.span);
        let block = self.nested(|this| {
            this.hooked_line = None;
            this.open_statements(body);
            this.hook_line(line);
            this.leave_scope(variables);
            if this.is_done() {
                // Control never comes to the condition, but functions in it are lowered with all others.
                let unreachable = this.nested(|this| this.jump_if(condition, line, true, Jump::Break));
                drop(unreachable);
                this.closes.truncate(depth);
            } else if this.closes.len() == depth {
                this.jump_if(condition, line, true, Jump::Break);
            } else {
                let truth = this.temporary();
                this.evaluate_into(condition, line, truth);
                this.close_scope(depth, line);
                let exit = ir::Block { instructions: vec![Instruction::Break] };
                let condition = ir::Condition::Truth(Operand::Local(truth));
                this.emit(Instruction::If { condition, then: exit, otherwise: ir::Block::default() });
            }
        });
        self.loops.pop();
        let block = self.with_safe_point(block, line);
        self.emit(Instruction::Loop(block));
        self.hook_steps(line);
    }

    /// Lowers a numeric `for`. A variable that is assigned or kept in a cell is a copy of the loop's own, fresh in each round.
    pub fn numeric_for(&mut self, variable: &Name, limits: [&Expr; 2], step: Option<&Expr>, body: &Block) {
        let [start, limit] = limits;
        let line_of = |this: &Self, expr: &Expr| last_line(this.source, expr.span);
        let value = self.value(start, line_of(self, start));
        let start = self.keep(value, std::iter::once(limit).chain(step));
        let last = step.unwrap_or(limit);
        let do_line = next_line(self.source, last.span.end);
        let value = self.value(limit, line_of(self, limit));
        let limit = self.keep(value, step);
        let step = match step {
            Some(step) => self.value(step, line_of(self, step)).operand,
            None => Operand::Integer(1),
        };
        let site = self.site(do_line);

        let local = self.declared(variable);
        let is_own = self.is_cell(local) || self.names.is_assigned[local] || self.is_debugged();
        let control = if is_own { self.temporary() } else { local };
        self.loops.push(self.closes.len());
        let body = self.nested(|this| {
            if is_own {
                this.emit(Instruction::Declare { local, value: Operand::Local(control) });
            }
            let variables = this.in_scope.len();
            if this.is_debugged() {
                // What the loop keeps itself is not there to be seen.
                this.enter_for_states([Operand::Nil, Operand::Nil, Operand::Nil]);
                this.enter_scope(local);
            }
            let body = this.scoped(body);
            this.block.extend(body.instructions);
            this.leave_scope(variables);
            if !this.is_done() {
                this.hook_round(do_line);
            }
        });
        self.loops.pop();
        let body = self.with_safe_point(body, do_line);
        let (start, limit) = (start.operand, limit.operand);
        self.emit(Instruction::NumericFor { control, start, limit, step, body, site });
        self.hook_steps(do_line);
    }

    /// Lowers a generic `for`.
    ///
    /// ```lua
    /// for k, v in pairs(t) do f(k) end
    /// ```
    /// becomes
    /// ```text
    /// t1 = pairs
    /// t2, t3, t4, t5 = call t1(t)
    /// push close t5 unless nil
    /// for k, v in t2, t3, t4 { t6 = f; call t6(k) }
    /// close unless nil t5
    /// ```
    /// Nothing is closed when the text shows that there is no fourth value.
    pub fn generic_for(&mut self, names: &[Name], values: &[Expr], body: &Block, span: Span) {
        let last = values.last().expect("a `for` iterates over something");
        let end_line = last_line(self.source, last.span);
        let do_line = next_line(self.source, last.span.end);
        let count = if values.len() > 3 || is_multiple(last) || self.is_debugged() { 4 } else { 3 };
        let state: Vec<LocalId> = (0..count).map(|_| self.temporary()).collect();
        self.adjust(values, &state, end_line);

        let depth = self.closes.len();
        self.open_for_state(state.get(3).copied(), do_line);
        let iterator_name = OperandName { kind: OperandKind::ForIterator, name: b"for iterator".as_slice().into() };
        let site = self.site_named(first_line(self.source, values[0].span), vec![Some(iterator_name)]);

        let variables = self.in_scope.len();
        if let [a, b, c, d] = *state {
            self.enter_for_states([a, b, c, d].map(Operand::Local));
        }
        let body_variables = self.in_scope.len();
        let locals: Vec<LocalId> = names.iter().map(|name| self.declared(name)).collect();
        let results: Vec<LocalId> =
            locals.iter().map(|&local| if self.is_cell(local) { self.temporary() } else { local }).collect();
        self.loops.push(self.closes.len());
        let body = self.nested(|this| {
            for (&local, &result) in locals.iter().zip(&results) {
                if local != result {
                    this.emit(Instruction::Declare { local, value: Operand::Local(result) });
                }
                this.enter_scope(local);
            }
            let body = this.scoped(body);
            this.block.extend(body.instructions);
            this.leave_scope(body_variables);
            if !this.is_done() {
                this.hook_round(do_line);
            }
        });
        self.loops.pop();
        let body = self.with_safe_point(body, do_line);
        let (iterator, state, control) = (state[0], state[1], state[2]);
        self.emit(Instruction::GenericFor { iterator, state, control, results, body, site });
        self.hook_steps(do_line);
        self.close_scope(depth, last_line(self.source, span));
        self.leave_scope(variables);
    }

    /// Evaluates a list of values to as many as there are locals: missing ones are nil, and those too many are evaluated for their effects.
    /// The locals are no cells, and nothing reads them before the list is done.
    pub fn adjust(&mut self, values: &[Expr], to: &[LocalId], end_line: u32) {
        for (index, value) in values.iter().enumerate() {
            let line = list_line(self.source, values, index, end_line);
            let is_last = index + 1 == values.len();
            match to.get(index) {
                None => self.discard(value, line),
                Some(_) if is_last && is_multiple(value) => return self.expand(value, &to[index..]),
                Some(&to) => self.evaluate_into(value, line, to),
            }
        }
        for &to in to.iter().skip(values.len()) {
            self.set(to, Operand::Nil);
        }
    }
}
