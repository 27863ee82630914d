//! Names and what they stand for: local variables, upvalues, labels. Lua §3.5, §3.3.4.

use std::borrow::Cow;
use std::collections::HashMap;

use flua_ast::Span;

use super::constants::Constant;
use super::operands::{Kind, Operand};
use super::{Recogniser, Step};
use crate::error::{Limit, Problem};
use crate::hash::QuickHash;

/// A name or a string, by number.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Symbol(u32);

/// The names and strings of a text.
#[derive(Default)]
pub struct Symbols<'s> {
    numbers: HashMap<Cow<'s, [u8]>, Symbol, QuickHash>,
    texts: Vec<Cow<'s, [u8]>>,
}

impl<'s> Symbols<'s> {
    /// The number of a text.
    pub fn of(&mut self, text: impl Into<Cow<'s, [u8]>>) -> Symbol {
        let text = text.into();
        if let Some(&symbol) = self.numbers.get(&text) {
            return symbol;
        }
        let symbol = Symbol(u32::try_from(self.texts.len()).expect("a source text is at most 4 GiB long"));
        self.texts.push(text.clone());
        self.numbers.insert(text, symbol);
        symbol
    }

    /// Whether the reference keeps that string as a short one.
    pub fn is_short(&self, symbol: Symbol) -> bool {
        const LONGEST_SHORT_STRING: usize = 40;
        self.texts[symbol.0 as usize].len() <= LONGEST_SHORT_STRING
    }

    /// A name as text.
    pub fn text(&self, symbol: Symbol) -> String {
        String::from_utf8_lossy(&self.texts[symbol.0 as usize]).into_owned()
    }
}

/// What may be done with a local variable.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Access {
    /// Anything.
    Regular,
    /// It was declared `<const>`.
    Constant,
    /// It was declared `<close>`.
    ToBeClosed,
    /// It was declared `<const>` with a constant: it has no register.
    CompileTime(Constant),
}

/// A local variable.
pub struct Variable {
    pub name: Symbol,
    pub span: Span,
    pub access: Access,
    /// Its register, once its scope has begun.
    pub register: u32,
}

/// A variable of an enclosing function.
pub struct Upvalue {
    pub name: Symbol,
    pub span: Span,
    pub is_read_only: bool,
}

/// A label.
pub struct Label {
    pub name: Symbol,
    pub span: Span,
    pub line_at: u32,
}

/// A jump forward.
pub struct Goto {
    pub name: Symbol,
    pub span: Span,
    pub line_at: u32,
    /// The number of local variables in scope, of the block that it has been moved out to.
    variables: usize,
}

/// A block being read.
pub struct Block {
    first_label: usize,
    first_goto: usize,
    /// The number of local variables outside of it.
    variables: usize,
    is_loop: bool,
}

/// A function being read.
pub struct Function {
    /// The first of its local variables.
    pub first_variable: usize,
    first_label: usize,
    /// The number of its local variables in scope.
    pub active: usize,
    /// How many local variables it has had.
    declared: usize,
    pub upvalues: Vec<Upvalue>,
    pub constants: Vec<Constant>,
    pub functions: usize,
    pub blocks: Vec<Block>,
    pub free_register: u32,
    pub is_vararg: bool,
    /// A place on the line where it is defined; `None` for the main chunk.
    pub line_at: Option<u32>,
}

impl Function {
    pub fn new(first_variable: usize, first_label: usize, line_at: Option<u32>) -> Self {
        Self {
            first_variable,
            first_label,
            active: 0,
            declared: 0,
            upvalues: Vec::new(),
            constants: Vec::new(),
            functions: 0,
            blocks: Vec::new(),
            free_register: 0,
            is_vararg: false,
            line_at,
        }
    }
}

/// The variables that a function may have at a time.
const MAX_VARIABLES: usize = 200;
/// The upvalues that a function may have.
const MAX_UPVALUES: usize = 255;
/// What the reference's lists of variables and of labels hold.
const MAX_SHORT: usize = 32_767;

impl Recogniser<'_> {
    pub(super) fn function(&mut self) -> &mut Function {
        self.functions.last_mut().expect("the main chunk is open")
    }

    /// A mistake: there are too many of something in the current function.
    fn over_limit<T>(&mut self, what: Limit) -> Step<T> {
        let function_line_at = self.function().line_at;
        self.mistake(Problem::OverLimit { what, function_line_at })
    }

    /// Declares a local variable, whose scope is yet to begin, and gives its index in the function.
    pub(super) fn declare(&mut self, name: Symbol, span: Span) -> Step<usize> {
        let index = self.variables.len() - self.function().first_variable;
        if index + 1 > MAX_VARIABLES {
            return self.over_limit(Limit::Variables);
        }
        if self.variables.len() + 2 > MAX_SHORT {
            return self.semantic_mistake(Problem::OverCapacity { what: "local variables", limit: MAX_SHORT }, span);
        }
        self.variables.push(Variable { name, span, access: Access::Regular, register: 0 });
        Ok(index)
    }

    /// Declares a variable that the program can't name.
    pub(super) fn declare_hidden(&mut self) -> Step {
        let name = self.symbols.of(&b"(for state)"[..]);
        self.declare(name, self.cursor.span())?;
        Ok(())
    }

    /// A variable of the current function by its index.
    pub(super) fn variable(&mut self, index: usize) -> &mut Variable {
        let first = self.function().first_variable;
        &mut self.variables[first + index]
    }

    /// Begins the scope of the next `count` declared variables.
    pub(super) fn begin_scope(&mut self, count: usize) -> Step {
        for register in (self.variables_in_registers()..).take(count) {
            let function = self.function();
            let index = function.active;
            function.active += 1;
            function.declared += 1;
            let is_over_capacity = function.declared > MAX_SHORT;
            let variable = self.variable(index);
            variable.register = register;
            if is_over_capacity {
                let span = variable.span;
                return self.semantic_mistake(Problem::OverCapacity { what: "local variables", limit: MAX_SHORT }, span);
            }
        }
        Ok(())
    }

    /// Begins the scope of a compile-time constant, which has no register.
    pub(super) fn begin_constant_scope(&mut self) {
        self.function().active += 1;
    }

    /// The registers that the first `count` variables of the current function take.
    fn register_level(&mut self, count: usize) -> u32 {
        let first = self.function().first_variable;
        let variables = &self.variables[first..first + count];
        let last = variables.iter().rev().find(|variable| !matches!(variable.access, Access::CompileTime(_)));
        last.map_or(0, |variable| variable.register + 1)
    }

    /// The registers that the variables in scope take.
    pub(super) fn variables_in_registers(&mut self) -> u32 {
        let active = self.function().active;
        self.register_level(active)
    }

    /// Reads a name as a variable: a local, an upvalue, a compile-time constant or a field of `_ENV`.
    pub(super) fn single_variable(&mut self) -> Step<Operand> {
        let (name, _) = self.check_name()?;
        let level = self.functions.len() - 1;
        if let Some(kind) = self.find_variable(level, name)? {
            return Ok(Operand::new(kind));
        }
        let environment = self.find_variable(level, self.env)?.expect("the main chunk has the upvalue `_ENV`");
        let mut table = Operand::new(environment);
        self.put_in_any_register_or_upvalue(&mut table)?;
        let mut key = Operand::new(Kind::String(name));
        self.indexed(&mut table, &mut key)?;
        Ok(table)
    }

    /// What a name stands for in the function of that level; `None` for a global.
    fn find_variable(&mut self, level: usize, name: Symbol) -> Step<Option<Kind>> {
        let function = &self.functions[level];
        let first = function.first_variable;
        if let Some(index) = self.variables[first..first + function.active].iter().rposition(|variable| variable.name == name) {
            let variable = &self.variables[first + index];
            return Ok(Some(match variable.access {
                Access::CompileTime(constant) => Kind::Constant { variable: first + index, value: constant },
                Access::Regular | Access::Constant | Access::ToBeClosed => {
                    Kind::Local { variable: first + index, register: variable.register }
                }
            }));
        }
        if let Some(index) = function.upvalues.iter().position(|upvalue| upvalue.name == name) {
            return Ok(Some(Kind::Upvalue(index)));
        }
        let Some(outer) = level.checked_sub(1) else { return Ok(None) };
        let (span, is_read_only) = match self.find_variable(outer, name)? {
            Some(Kind::Local { variable, .. }) => {
                let variable = &self.variables[variable];
                (variable.span, variable.access != Access::Regular)
            }
            Some(Kind::Upvalue(index)) => {
                let upvalue = &self.functions[outer].upvalues[index];
                (upvalue.span, upvalue.is_read_only)
            }
            other => return Ok(other),
        };
        if self.functions[level].upvalues.len() + 1 > MAX_UPVALUES {
            let function_line_at = self.functions[level].line_at;
            return self.mistake(Problem::OverLimit { what: Limit::Upvalues, function_line_at });
        }
        let upvalues = &mut self.functions[level].upvalues;
        upvalues.push(Upvalue { name, span, is_read_only });
        Ok(Some(Kind::Upvalue(upvalues.len() - 1)))
    }

    /// Refuses to assign to a variable that is constant.
    pub(super) fn check_read_only(&mut self, operand: &Operand, span: Span) -> Step {
        let declaration = match operand.kind {
            Kind::Constant { variable, .. } => Some((self.variables[variable].name, self.variables[variable].span)),
            Kind::Local { variable, .. } => {
                let variable = &self.variables[variable];
                (variable.access != Access::Regular).then_some((variable.name, variable.span))
            }
            Kind::Upvalue(index) => {
                let upvalue = &self.function().upvalues[index];
                upvalue.is_read_only.then_some((upvalue.name, upvalue.span))
            }
            _ => None,
        };
        match declaration {
            Some((name, declared)) => {
                let name = self.symbols.text(name);
                self.semantic_mistake(Problem::AssignmentToConstant { name, declared }, span)
            }
            None => Ok(()),
        }
    }

    pub(super) fn enter_block(&mut self, is_loop: bool) {
        let (first_label, first_goto) = (self.labels.len(), self.gotos.len());
        let function = self.function();
        let variables = function.active;
        function.blocks.push(Block { first_label, first_goto, variables, is_loop });
    }

    pub(super) fn leave_block(&mut self) -> Step {
        let block = self.function().blocks.last().expect("a block is open");
        let (variables, is_loop) = (block.variables, block.is_loop);
        let level = self.register_level(variables);
        self.end_scope(variables);
        if is_loop {
            let span = self.cursor.span();
            self.create_label(self.break_label, span, span.start, false)?;
        }
        self.function().free_register = level;
        let block = self.function().blocks.pop().expect("a block is open");
        self.labels.truncate(block.first_label);
        if self.function().blocks.is_empty() {
            return self.check_pending_gotos(block.first_goto);
        }
        for goto in &mut self.gotos[block.first_goto..] {
            goto.variables = block.variables;
        }
        Ok(())
    }

    /// Ends the scope of all but the first `count` variables of the current function.
    fn end_scope(&mut self, count: usize) {
        let function = self.function();
        let ended = function.active - count;
        function.active = count;
        self.variables.truncate(self.variables.len() - ended);
    }

    /// At the end of a function: a jump that has found no label never will.
    fn check_pending_gotos(&mut self, first: usize) -> Step {
        let Some(goto) = self.gotos.get(first) else { return Ok(()) };
        let (span, line_at) = (goto.span, goto.line_at);
        if goto.name == self.break_label {
            return self.semantic_mistake(Problem::BreakOutsideLoop { line_at }, span);
        }
        let name = self.symbols.text(goto.name);
        self.semantic_mistake(Problem::NoVisibleLabel { name, line_at }, span)
    }

    /// The label of that name which is in scope in the current function.
    pub(super) fn find_label(&mut self, name: Symbol) -> Option<&Label> {
        let first = self.function().first_label;
        self.labels[first..].iter().find(|label| label.name == name)
    }

    /// Notes a jump forward.
    pub(super) fn new_goto(&mut self, name: Symbol, span: Span, line_at: u32) -> Step {
        self.check_label_capacity(self.gotos.len(), span)?;
        let variables = self.function().active;
        self.gotos.push(Goto { name, span, line_at, variables });
        Ok(())
    }

    fn check_label_capacity(&self, count: usize, span: Span) -> Step {
        if count < MAX_SHORT {
            return Ok(());
        }
        self.semantic_mistake(Problem::OverCapacity { what: "labels/gotos", limit: MAX_SHORT }, span)
    }

    /// Creates a label, and lets the jumps of its block that wait for it arrive. At the end of a block the local variables
    /// count as out of scope.
    pub(super) fn create_label(&mut self, name: Symbol, span: Span, line_at: u32, is_last: bool) -> Step {
        self.check_label_capacity(self.labels.len(), span)?;
        let block = self.function().blocks.last().expect("a block is open");
        let (outside, first_goto) = (block.variables, block.first_goto);
        let variables = if is_last { outside } else { self.function().active };
        self.labels.push(Label { name, span, line_at });
        if let Some(goto) = self.gotos[first_goto..].iter().find(|goto| goto.name == name && goto.variables < variables) {
            let (index, goto_span, goto_line_at) = (goto.variables, goto.span, goto.line_at);
            let variable = self.variable(index);
            let (local, declared) = (variable.name, variable.span);
            let problem = Problem::JumpIntoScope {
                label: self.symbols.text(name),
                goto_line_at,
                label_span: span,
                local: self.symbols.text(local),
                declared,
            };
            return self.semantic_mistake(problem, goto_span);
        }
        let pending = self.gotos.split_off(first_goto);
        self.gotos.extend(pending.into_iter().filter(|goto| goto.name != name));
        Ok(())
    }
}
