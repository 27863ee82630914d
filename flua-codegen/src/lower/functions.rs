//! Functions: closures, definitions and whole chunks. Lua §3.4.11.

use std::sync::Arc;

use flua_ast::{Block, Chunk, FunctionDef, FunctionName, IndexVec, Name, Span, Statement, StatementKind};

use super::assignment::Target;
use super::builder::{Lowering, Shared, given_environment, variable_operand};
use super::hooks::count_steps;
use super::lines::{first_line, last_line, next_line};
use crate::ir::{Function, FunctionId, HookEvent, Instruction, LocalId, Operand, Values};
use crate::resolve::{Use, Variable};

/// The most bytes of a definition that its heading shows.
const MAX_HEADING: usize = 120;

/// What a function is besides its body.
struct Definition<'e> {
    name: Option<Arc<str>>,
    line: u32,
    last_line: u32,
    heading: Arc<str>,
    span: Span,
    is_vararg: bool,
    body: &'e Block,
}

impl<'a> Lowering<'a, '_> {
    /// Lowers a chunk.
    pub fn lower_chunk(mut shared: Shared<'a>, chunk: &Chunk) {
        let id = shared.chunk_names.main;
        let definition = Definition {
            name: None,
            line: 0,
            last_line: 0,
            heading: "".into(),
            span: chunk.block.span,
            is_vararg: true,
            body: &chunk.block,
        };
        Lowering::lower_function(&mut shared, id, definition);
    }

    /// Where a function is when a hook is told of its call: at its first statement.
    fn line_at_entry(&self, definition: &Definition<'_>) -> u32 {
        let does_something = |statement: &&Statement| !matches!(statement.kind, StatementKind::Empty | StatementKind::Label(_));
        match definition.body.statements.iter().find(does_something) {
            Some(first) => first_line(self.source, first.span),
            None => definition.last_line,
        }
    }

    fn lower_function(shared: &mut Shared<'a>, id: FunctionId, definition: Definition<'_>) {
        let names = &shared.names.functions[id];
        let mut lowering = Lowering {
            source: shared.source,
            given_environment: if shared.chunk_names.is_loaded { None } else { given_environment(shared.names, id) },
            names,
            locals: names.locals.clone(),
            labels: IndexVec::new(),
            sites: IndexVec::new(),
            block: Vec::new(),
            closes: Vec::new(),
            loops: Vec::new(),
            in_scope: Vec::new(),
            hooked_line: None,
            looked_ahead: None,
            shared,
        };
        for label in &names.labels {
            lowering.labels.push(label.label.clone());
        }
        let mut parameters = names.parameters.clone();
        for parameter in &mut parameters {
            let local = *parameter;
            if lowering.is_cell(local) {
                *parameter = lowering.temporary();
                lowering.emit(Instruction::Declare { local, value: Operand::Local(*parameter) });
            }
            lowering.enter_scope(local);
        }
        let line = lowering.line_at_entry(&definition);
        lowering.hook(HookEvent::Call, line);
        // A function ends on the line of its `end`, a chunk on that of its last token.
        let body = if definition.last_line == 0 {
            lowering.scoped(definition.body)
        } else {
            lowering.scoped_until(definition.body, definition.last_line)
        };
        lowering.block.extend(body.instructions);
        if !lowering.is_done() {
            lowering.hook_line(definition.last_line);
            if lowering.is_debugged() {
                lowering.emit_return(Values::default(), definition.last_line);
            }
        }
        lowering.leave_scope(0);
        let mut body = crate::ir::Block { instructions: std::mem::take(&mut lowering.block) };
        if lowering.is_debugged() {
            count_steps(&mut body);
        }
        let is_assigned = |&local: &LocalId| names.is_assigned[local] && !names.locals[local].is_captured;
        let assigned = names.locals.ids().filter(is_assigned).collect();
        let function = Function {
            name: definition.name,
            chunk: lowering.shared.index,
            parent: names.parent,
            line: definition.line,
            last_line: definition.last_line,
            heading: definition.heading,
            span: definition.span,
            parameters,
            is_vararg: definition.is_vararg,
            upvalues: names.upvalues.clone(),
            locals: lowering.locals,
            assigned,
            webs: Vec::new(),
            labels: lowering.labels,
            sites: lowering.sites,
            body,
        };
        shared.functions[id] = Some(function);
    }

    /// Lowers a function, and makes a closure of it in a local that is no cell.
    pub fn closure(&mut self, definition: &FunctionDef, is_method: bool, name: Option<Arc<str>>, to: LocalId) {
        debug_assert_eq!(is_method, self.has_self(definition), "only methods have `self`");
        let id = self.shared.chunk_names.function(definition);
        let line = next_line(self.source, definition.span.start + 8);
        self.function_of(id, definition, name, line);
        self.emit(Instruction::Closure { to, function: id });
    }

    fn has_self(&self, definition: &FunctionDef) -> bool {
        let id = self.shared.chunk_names.function(definition);
        self.function_names(id).parameters.len() > definition.parameters.names.len()
    }

    fn function_of(&mut self, id: FunctionId, definition: &FunctionDef, name: Option<Arc<str>>, line: u32) {
        let definition = Definition {
            name,
            line,
            last_line: first_line(self.source, definition.end_span),
            heading: self.heading(definition.span),
            span: definition.span,
            is_vararg: definition.parameters.is_vararg,
            body: &definition.body,
        };
        Lowering::lower_function(self.shared, id, definition);
    }

    /// The text of a definition's first line.
    fn heading(&self, span: Span) -> Arc<str> {
        let bytes = self.source.bytes();
        let line = self.source.line(span.start) as usize;
        let starts = self.source.line_starts();
        let end = starts.get(line).map_or(bytes.len(), |&next| next as usize);
        // Of a very long line, only what begins at the definition is shown.
        let start = match starts[line - 1] as usize {
            start if end - start <= MAX_HEADING => start,
            _ => span.start as usize,
        };
        let text = &bytes[start..end.min(start + MAX_HEADING)];
        let text = String::from_utf8_lossy(text);
        text.trim().chars().map(|c| if c.is_control() { ' ' } else { c }).collect::<String>().into()
    }

    /// `local function name`: the variable is in scope in the function's body.
    pub fn local_function(&mut self, name: &Name, definition: &FunctionDef) {
        let local = self.declared(name);
        let id = self.shared.chunk_names.function(definition);
        let line = next_line(self.source, name.span.end);
        let text = Some(name.text.clone());
        if self.is_cell(local) {
            let to = self.temporary();
            self.emit(Instruction::Declare { local, value: Operand::Nil });
            self.function_of(id, definition, text, line);
            self.emit(Instruction::Closure { to, function: id });
            self.emit(Instruction::Set { to: local, value: Operand::Local(to) });
        } else {
            self.function_of(id, definition, text, line);
            self.emit(Instruction::Closure { to: local, function: id });
        }
        self.enter_scope(local);
    }

    /// `function a.b.c:m`
    pub fn function_statement(&mut self, name: &FunctionName, definition: &FunctionDef, span: Span) {
        let line = first_line(self.source, span);
        let parts: Vec<&Name> = name.path.iter().chain(&name.method).collect();
        let text: Arc<str> = parts.iter().map(|part| &*part.text).collect::<Vec<_>>().join(".").into();
        let target = self.function_target(&parts);
        let id = self.shared.chunk_names.function(definition);
        self.function_of(id, definition, Some(text), line);
        if let Target::Local(local) = target
            && !self.is_cell(local)
        {
            self.emit(Instruction::Closure { to: local, function: id });
            return;
        }
        let to = self.temporary();
        self.emit(Instruction::Closure { to, function: id });
        self.store(&target, Operand::Local(to), line);
    }

    /// Where a named function is stored: the fields before the last are read.
    fn function_target(&mut self, parts: &[&Name]) -> Target {
        let (last, init) = parts.split_last().expect("a function's name has a part");
        let key = |name: &Name| Operand::String(name.text.as_bytes().into());
        let Some((first, fields)) = init.split_first() else {
            return match self.shared.chunk_names.find(last) {
                Use::Variable(Variable::Local(local)) => Target::Local(*local),
                Use::Variable(Variable::Upvalue(upvalue)) => Target::Upvalue(*upvalue),
                Use::Variable(Variable::Constant(_)) => unreachable!("a constant is not assigned to"),
                Use::Global(environment) => Target::Field { object: variable_operand(environment).into(), key: key(last) },
            };
        };
        let mut object = self.name(first, last_line(self.source, first.span), None);
        for field in fields {
            object = self.index(object, key(field), last_line(self.source, field.span), None);
        }
        Target::Field { object, key: key(last) }
    }
}
