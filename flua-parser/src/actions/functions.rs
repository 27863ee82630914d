//! Functions, their parameters and bodies. Lua §3.4.11.

use flua_ast::{ExprKind, FunctionDef, FunctionName, Parameters, Span, StatementKind};

use super::TreeBuilder;
use super::cost::Cost;

/// The locals that a function may have at a time, in the reference. Beyond this number of locals in all, and not only at a
/// time, the reference's rules are asked.
const MAX_LOCALS: u32 = 200;
/// The functions that the reference can number inside one function.
const MAX_FUNCTIONS: u32 = 131_071;
/// The registers of a function, less some in reserve.
const MAX_REGISTERS: u32 = 240;

/// A function whose body is being read.
pub struct OpenFunction {
    is_vararg: bool,
    /// The locals declared so far, in all its blocks, with the hidden ones of loops.
    locals: u32,
    /// The locals of the functions around it.
    outer_locals: u32,
    /// The functions inside it.
    functions: u32,
}

impl OpenFunction {
    pub fn main_chunk() -> Self {
        Self { is_vararg: true, locals: 0, outer_locals: 0, functions: 0 }
    }
}

impl TreeBuilder<'_> {
    /// The parameters of a function, whose body begins now.
    pub fn parameters(&mut self, count: u32, is_vararg: bool) {
        let names = self.take_names(count);
        self.parameters.push(Parameters { names, is_vararg });
        // The variables of the loops around it are still to be declared: their names wait.
        let waiting = u32::try_from(self.names.len()).expect("a source text is at most 4 GiB long");
        let outer = self.open_function();
        outer.functions += 1;
        let outer_locals = outer.outer_locals + outer.locals + waiting;
        let has_many_functions = outer.functions > MAX_FUNCTIONS;
        if has_many_functions {
            self.suspect();
        }
        self.functions.push(OpenFunction { is_vararg, locals: 0, outer_locals, functions: 0 });
        // A method has `self` besides; counting it always does no harm.
        self.declare_locals(count + 1);
    }

    fn open_function(&mut self) -> &mut OpenFunction {
        self.functions.last_mut().expect("the main chunk is always open")
    }

    /// Whether the function being read has varargs.
    pub(super) fn function_is_vararg(&mut self) -> bool {
        self.open_function().is_vararg
    }

    /// Counts new local variables of the function being read.
    pub(super) fn declare_locals(&mut self, count: u32) {
        let function = self.open_function();
        function.locals += count;
        if function.locals + function.outer_locals > MAX_LOCALS {
            self.suspect();
        }
    }

    /// Notes when a statement may need too many registers.
    pub(super) fn check_registers(&mut self, cost: Cost) {
        if self.open_function().locals + u32::from(cost.registers()) > MAX_REGISTERS {
            self.suspect();
        }
    }

    /// Puts a function together that begins at `start`, and closes its scope.
    fn finish_function(&mut self, start: u32, end_span: Span) -> (FunctionDef, Cost) {
        self.functions.pop();
        if self.breaks.last().is_some_and(|&at| at > start) {
            self.suspect();
        }
        let (body, cost) = self.take_block();
        let parameters = self.parameters.pop().expect("the parameters were reduced before the body");
        (FunctionDef { parameters, body, span: Span::new(start, end_span.end), end_span }, cost.closure())
    }

    /// `function (parameters) body end` as an expression.
    pub fn function(&mut self, start: u32, end_span: Span) {
        let (function, cost) = self.finish_function(start, end_span);
        let span = function.span;
        self.push(ExprKind::FunctionDef(Box::new(function)), span, cost);
    }

    /// `function a.b.c:method (parameters) body end`
    pub fn function_statement(&mut self, start: u32, path: u32, is_method: bool, end_span: Span) {
        let (function, cost) = self.finish_function(start, end_span);
        let method = is_method.then(|| self.pop_name());
        let path = self.take_names(path);
        if path.len() == 1 && method.is_none() && self.constants.contains(&path[0].text) {
            self.suspect();
        }
        let name = FunctionName { path, method };
        self.statement(StatementKind::FunctionDefStmt { name, function: Box::new(function) }, cost.above(2));
    }

    /// `local function name (parameters) body end`, from the word `function` on.
    pub fn local_function(&mut self, start: u32, end_span: Span) {
        let (function, cost) = self.finish_function(start, end_span);
        let name = self.pop_name();
        self.declare_locals(1);
        self.statement(StatementKind::LocalFunctionDef { name, function: Box::new(function) }, cost);
    }
}
