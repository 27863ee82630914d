//! Statements and blocks. Lua §3.3.

use std::sync::Arc;

use flua_ast::{Attribute, AttributedName, Block, Expr, ExprKind, Name, Span, Statement, StatementKind};

use super::builder::Lowering;
use super::expressions::{is_call, is_multiple};
use super::lines::{first_line, last_line, list_line};
use crate::ir::{self, Instruction, LabelId, LocalId, Open, Operand, Results};

impl Lowering<'_, '_> {
    /// A block with a scope of its own. What it opened is closed at its end; labels at its end stand behind that.
    pub fn scoped(&mut self, block: &Block) -> ir::Block {
        self.scoped_until(block, last_line(self.source, block.span))
    }

    /// As [`Self::scoped`], with the line at which errors of the closing are reported.
    pub fn scoped_until(&mut self, block: &Block, end: u32) -> ir::Block {
        let depth = self.closes.len();
        let variables = self.in_scope.len();
        self.nested(|this| {
            let last_labels = this.open_statements(block);
            this.close_scope(depth, end);
            this.leave_scope(variables);
            for label in last_labels {
                this.emit(Instruction::Label(label));
            }
        })
    }

    /// The statements of a block, whose scope stays open. Gives the labels at its end, which stand outside the scope of its locals.
    pub fn open_statements(&mut self, block: &Block) -> Vec<LabelId> {
        let mut last_labels = Vec::new();
        for statement in &block.statements {
            match &statement.kind {
                StatementKind::Label(name) => {
                    self.hooked_line = None;
                    let label = self.shared.chunk_names.label(name);
                    if self.names.labels[label].is_last {
                        last_labels.push(label);
                    } else {
                        self.emit(Instruction::Label(label));
                    }
                }
                _ => self.statement(statement),
            }
        }
        last_labels
    }

    fn statement(&mut self, statement: &Statement) {
        if !matches!(statement.kind, StatementKind::While { .. } | StatementKind::Repeat { .. } | StatementKind::Do(_)) {
            self.hook_line(first_line(self.source, statement.span));
        }
        match &statement.kind {
            StatementKind::Empty | StatementKind::Label(_) => {}
            StatementKind::Assignment { targets, values } => self.assignment(targets, values),
            StatementKind::LocalDeclaration { names, values } => self.local_declaration(names, values, statement.span),
            StatementKind::LocalFunctionDef { name, function } => self.local_function(name, function),
            StatementKind::FunctionDefStmt { name, function } => self.function_statement(name, function, statement.span),
            StatementKind::FunctionCall(call) => self.call(call, Results::None),
            StatementKind::Do(block) => {
                let block = self.scoped(block);
                self.emit(Instruction::Do(block));
            }
            StatementKind::While { condition, body } => self.while_statement(condition, body),
            StatementKind::Repeat { body, condition } => self.repeat_statement(body, condition),
            StatementKind::If { arms, otherwise } => {
                let before = self.hooked_line;
                self.if_statement(arms, otherwise.as_ref());
                self.join_hooked_line(before);
            }
            StatementKind::NumericFor { variable, start, limit, step, body } => {
                self.numeric_for(variable, [start, limit].map(|expr| &**expr), step.as_deref(), body);
            }
            StatementKind::GenericFor { names, values, body } => self.generic_for(names, values, body, statement.span),
            StatementKind::Return(values) => self.return_statement(values),
            StatementKind::Break => self.break_statement(statement.span),
            StatementKind::Goto(name) => self.goto_statement(name),
        }
    }

    /// The local that a name declares.
    pub fn declared(&self, name: &Name) -> LocalId {
        self.shared.chunk_names.declared(name).expect("the name declares a variable")
    }

    /// `local names = values`. Values go straight into the variables: nothing can see those before the statement is done. Cells are made last.
    fn local_declaration(&mut self, names: &[AttributedName], values: &[Expr], span: Span) {
        let end_line = last_line(self.source, span);
        let locals: Vec<Option<LocalId>> = names.iter().map(|name| self.shared.chunk_names.declared(&name.name)).collect();
        let to: Vec<Option<LocalId>> =
            locals.iter().map(|local| local.map(|local| if self.is_cell(local) { self.temporary() } else { local })).collect();
        for (index, value) in values.iter().enumerate() {
            let line = list_line(self.source, values, index, end_line);
            match to.get(index) {
                None => self.discard(value, line),
                Some(None) => {}
                Some(Some(_)) if index + 1 == values.len() && index + 1 < names.len() && is_multiple(value) => {
                    let wanted: Vec<LocalId> = to[index..].iter().copied().flatten().collect();
                    self.expand(value, &wanted);
                }
                Some(Some(to)) => self.initial_value(value, line, *to, &names[index].name),
            }
        }
        let has_all = values.len() >= names.len() || values.last().is_some_and(is_multiple);
        for (index, (&local, &to)) in locals.iter().zip(&to).enumerate() {
            let (Some(local), Some(to)) = (local, to) else { continue };
            let is_missing = !has_all && index >= values.len();
            if is_missing {
                self.emit(Instruction::Declare { local, value: Operand::Nil });
            } else if local != to {
                self.emit(Instruction::Declare { local, value: Operand::Local(to) });
            }
        }
        for (name, local) in names.iter().zip(locals) {
            let Some(local) = local else { continue };
            if let Some((Attribute::Close, _)) = name.attribute {
                self.open_variable(local, name.name.text.clone(), end_line);
            }
            self.enter_scope(local);
        }
    }

    /// The first value of a variable: a plain operand declares it, anything else is evaluated into it.
    fn initial_value(&mut self, expr: &Expr, line: u32, to: LocalId, name: &Name) {
        if let ExprKind::FunctionDef(definition) = &expr.kind {
            return self.closure(definition, false, Some(name.text.clone()), to);
        }
        let before = self.block.len();
        self.evaluate_into(expr, line, to);
        // The variable begins its life here, as far as a reader is concerned.
        if self.locals[to].name.is_some()
            && self.block.len() > before
            && let Some(Instruction::Set { to: set, value }) = self.block.last()
            && *set == to
        {
            let declare = Instruction::Declare { local: to, value: value.clone() };
            *self.block.last_mut().expect("there is an instruction") = declare;
        }
    }

    /// `return`. A call that is all there is to return is a tail call, unless variables are to be closed or a generic `for` is around.
    fn return_statement(&mut self, values: &[Expr]) {
        if let [call] = values
            && is_call(call)
            && self.closes.is_empty()
        {
            return self.tail_call(call);
        }
        let line = values.last().map_or(0, |last| last_line(self.source, last.span));
        let mut returned = self.values(values, line);
        if self.has_pending_closes() {
            self.put_aside(&mut returned);
            self.close_down_to(0, line);
        }
        self.emit_return(returned, line);
    }

    /// Returns values, which are evaluated.
    pub fn emit_return(&mut self, mut values: ir::Values, line: u32) {
        if self.is_debugged() {
            values = self.hook_return(values, line);
        }
        // Results that are passed on as they come are returned at once: nothing can stand before that, and nothing happens there.
        if self.is_debugged() || !matches!(values.open, Some(Open::Results(_))) {
            self.keep_all();
        }
        self.emit(Instruction::Return { values });
    }

    /// Puts values aside that closing could change.
    fn put_aside(&mut self, values: &mut ir::Values) {
        if let Some(Open::Results(first)) = values.open {
            let Some(Instruction::Call { results, .. }) = self.block.last_mut() else {
                unreachable!("the call that gives open results stands immediately before");
            };
            *results = Results::Array(first);
            values.open = Some(Open::Array(first));
        }
        for operand in &mut values.fixed {
            if self.is_volatile(operand) {
                *operand = self.copy(&operand.clone().into()).operand;
            }
        }
    }
}

/// The name of a function that is stored where an expression says.
pub fn name_of_target(target: &Expr) -> Option<Arc<str>> {
    let mut parts: Vec<Arc<str>> = Vec::new();
    let mut rest = target;
    loop {
        match &rest.kind {
            ExprKind::TableAccess { table, key, is_field: true } => {
                if let ExprKind::String(name) = &key.kind {
                    parts.push(String::from_utf8_lossy(name).into());
                }
                rest = table;
            }
            ExprKind::Var(name) => {
                parts.push(name.text.clone());
                break;
            }
            _ => break,
        }
    }
    if parts.is_empty() {
        return None;
    }
    parts.reverse();
    Some(parts.join(".").into())
}
