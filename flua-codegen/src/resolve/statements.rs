//! The names in statements, and where scopes begin and end.

use flua_ast::{Attribute, AttributedName, Block, Expr, ExprKind, FunctionName, Name, Statement, StatementKind};

use super::labels::NewLabel;
use super::scope::Meaning;
use super::world::Known;
use super::{LabelNames, Resolver, ScopeError, Use};
use crate::ir::Label;

impl Resolver<'_> {
    /// The statements of a block in the scope that is open. Labels at the end of a loop's body before `until` are inside the scope of its locals.
    pub fn statements(&mut self, block: &Block, is_before_until: bool) {
        let is_void = |statement: &Statement| matches!(statement.kind, StatementKind::Empty | StatementKind::Label(_));
        let trailing = block.statements.iter().rev().take_while(|statement| is_void(statement)).count();
        let first_trailing = block.statements.len() - trailing;
        for (index, statement) in block.statements.iter().enumerate() {
            let is_last = index >= first_trailing && !is_before_until;
            self.statement(statement, is_last);
        }
    }

    /// A block with a scope of its own.
    fn block(&mut self, block: &Block, is_loop: bool) {
        self.enter_block(is_loop);
        self.statements(block, false);
        self.leave_block();
    }

    fn statement(&mut self, statement: &Statement, is_last: bool) {
        match &statement.kind {
            StatementKind::Empty => {}
            StatementKind::Assignment { targets, values } => {
                for target in targets {
                    self.target(target);
                }
                self.expressions(values);
            }
            StatementKind::LocalDeclaration { names, values } => self.local_declaration(names, values),
            StatementKind::LocalFunctionDef { name, function } => {
                let local = self.declare(name);
                self.activate(name.text.clone(), name.span, Meaning::Regular(local));
                let id = self.function(function, false);
                self.scopes.current_names().locals[local].function = Some(id);
            }
            StatementKind::FunctionDefStmt { name, function } => {
                self.function_name(name);
                self.function(function, name.method.is_some());
            }
            StatementKind::FunctionCall(call) => self.expression(call),
            StatementKind::Do(block) => self.block(block, false),
            StatementKind::While { condition, body } => {
                self.expression(condition);
                self.block(body, true);
            }
            StatementKind::Repeat { body, condition } => {
                self.enter_block(true);
                self.statements(body, true);
                self.expression(condition);
                self.leave_block();
            }
            StatementKind::If { arms, otherwise } => {
                for arm in arms {
                    self.expression(&arm.condition);
                    self.block(&arm.body, false);
                }
                if let Some(block) = otherwise {
                    self.block(block, false);
                }
            }
            StatementKind::NumericFor { variable, start, limit, step, body } => {
                self.expression(start);
                self.expression(limit);
                if let Some(step) = step {
                    self.expression(step);
                }
                self.for_body(std::slice::from_ref(variable), 3, body);
            }
            StatementKind::GenericFor { names, values, body } => {
                self.expressions(values);
                self.for_body(names, 4, body);
            }
            StatementKind::Return(values) => self.expressions(values),
            StatementKind::Break => {
                if !self.scopes.current().blocks.iter().any(|block| block.is_loop) {
                    self.errors.push(ScopeError::BreakOutsideLoop { span: statement.span });
                }
            }
            StatementKind::Goto(name) => self.goto(name),
            StatementKind::Label(name) => self.label(name, is_last),
        }
    }

    /// Notes an assignment, and resolves what an indexed target reads.
    fn target(&mut self, target: &Expr) {
        match &target.kind {
            ExprKind::Var(name) => self.assign_name(name),
            ExprKind::TableAccess { table, key, .. } => {
                let known = self.chain(table);
                self.assign_field(&known, key);
            }
            // The parser lets nothing else pass.
            _ => self.expression(target),
        }
    }

    fn assign_name(&mut self, name: &Name) {
        match self.use_name(name) {
            Use::Global(environment) if self.scopes.is_chunk_environment(&environment) => {
                self.assign_global(name.text.as_bytes());
            }
            Use::Global(_) => self.note_text(name.text.as_bytes()),
            Use::Variable(variable) => {
                if let Some(declared) = self.scopes.read_only(&name.text, &variable) {
                    let name_text = name.text.to_string();
                    self.errors.push(ScopeError::AssignmentToConstant { name: name_text, span: name.span, declared });
                }
                if self.scopes.is_chunk_environment(&variable) {
                    self.world.uses_environment_as_value = true;
                }
                self.scopes.assign(&variable);
            }
        }
    }

    fn assign_field(&mut self, known: &Known, key: &Expr) {
        match (&key.kind, known) {
            (ExprKind::String(field), Known::Globals) => self.assign_global(field),
            (ExprKind::String(field), Known::Global(_) | Known::Loader(_) | Known::Nothing) => {
                self.note_text(field);
                self.finish(known);
            }
            _ => {
                self.finish(known);
                self.expression(key);
            }
        }
    }

    /// `a.b.c:m` before the parameters of a function.
    fn function_name(&mut self, name: &FunctionName) {
        let (first, fields) = name.path.split_first().expect("a function's name has a first part");
        if fields.is_empty() && name.method.is_none() {
            return self.assign_name(first);
        }
        let mut known = self.read_name(first);
        let mut fields: Vec<&Name> = fields.iter().chain(&name.method).collect();
        let last = fields.pop().expect("there is a field");
        for field in fields {
            known = self.read_field(&known, field.text.as_bytes(), field.span);
        }
        match known {
            Known::Globals => self.assign_global(last.text.as_bytes()),
            Known::Global(_) | Known::Loader(_) | Known::Nothing => self.note_text(last.text.as_bytes()),
        }
    }

    fn local_declaration(&mut self, names: &[AttributedName], values: &[Expr]) {
        let mut to_be_closed: Option<&AttributedName> = None;
        for name in names {
            if let Some((Attribute::Close, span)) = name.attribute {
                if let Some(first) = to_be_closed {
                    self.errors.push(ScopeError::MultipleToBeClosed { span, first: first.name.span });
                }
                to_be_closed = Some(name);
            }
        }
        // The values do not see the variables.
        let mut known = Vec::with_capacity(values.len());
        for value in values {
            let found = self.chain(value);
            self.finish(&found);
            known.push(found);
        }
        let constant = match names.last() {
            Some(AttributedName { attribute: Some((Attribute::Const, _)), .. }) if names.len() == values.len() => {
                values.last().and_then(|value| self.constant(value))
            }
            _ => None,
        };
        for (index, AttributedName { name, attribute }) in names.iter().enumerate() {
            if let (Some(constant), true) = (&constant, index + 1 == names.len()) {
                self.activate(name.text.clone(), name.span, Meaning::Constant(constant.clone()));
                continue;
            }
            let local = self.declare(name);
            if let Some(ExprKind::FunctionDef(definition)) = values.get(index).map(|value| &value.kind) {
                let id = self.function_ids.entries.iter().rev().find(|entry| entry.0 == definition.span.start);
                self.scopes.current_names().locals[local].function = id.map(|entry| entry.1);
            }
            if let (Some(value), Some(known)) = (values.get(index), known.get(index)) {
                self.declare_value(local, value, known);
            }
            let meaning = if attribute.is_some() { Meaning::ReadOnly(local) } else { Meaning::Regular(local) };
            self.activate(name.text.clone(), name.span, meaning);
        }
        if to_be_closed.is_some() {
            self.scopes.current().closes += 1;
        }
    }

    /// The body of a `for` with its variables and the loop's own ones.
    fn for_body(&mut self, names: &[Name], hidden: usize, body: &Block) {
        self.enter_block(true);
        for _ in 0..hidden {
            self.activate("(for state)".into(), names[0].span, Meaning::Hidden);
        }
        if hidden == 4 {
            self.scopes.current().closes += 1;
        }
        self.enter_block(false);
        for name in names {
            let local = self.declare(name);
            self.activate(name.text.clone(), name.span, Meaning::Regular(local));
        }
        self.block(body, false);
        self.leave_block();
        self.leave_block();
    }

    fn goto(&mut self, name: &Name) {
        let function = self.scopes.current();
        let active = function.active.len();
        if let Some(label) = function.labels.goto(name, active) {
            self.label_ids.insert(name.span.start, label);
        }
    }

    fn label(&mut self, name: &Name, is_last: bool) {
        let function = self.scopes.current();
        if let Some(first) = function.labels.defined(&name.text) {
            self.errors.push(ScopeError::LabelDefinedTwice { name: name.text.to_string(), span: name.span, first });
            return;
        }
        let block = function.blocks.last().expect("a statement stands in a block");
        let (active, closes) = if is_last { (block.active, block.closes) } else { (function.active.len(), function.closes) };
        let mark = block.labels;
        let label = LabelNames { label: Label { name: Some(name.text.clone()) }, closes, is_last };
        let id = self.scopes.current_names().labels.push(label);
        let function = self.scopes.current();
        for solved in function.labels.define(&NewLabel { name, id, active }, mark) {
            if let Some((at_goto, span)) = solved.too_few {
                let local = function.active[at_goto].name.to_string();
                let label = name.text.to_string();
                self.errors.push(ScopeError::JumpIntoScope { label, span, label_span: name.span, local });
            }
            self.label_ids.insert(solved.offset, id);
        }
        self.label_ids.insert(name.span.start, id);
    }
}
