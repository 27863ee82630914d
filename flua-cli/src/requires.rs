//! Which modules a chunk requires.
//!
//! It takes a syntax tree and gives the calls of the global `require` with constant names, those with computed names, and the names
//! that the chunk itself puts into `package.preload` or `package.loaded`. It resolves nothing but the one name `require`.

use flua_ast::{Block, Expr, ExprKind, FunctionDef, Name, Span, Statement, StatementKind, TableField};

/// What a chunk says about modules.
#[derive(Default, Debug)]
pub struct Requires {
    /// The modules that it requires, in the order of the text.
    pub modules: Vec<Required>,
    /// The arguments of the calls whose name is computed.
    pub computed: Vec<Span>,
    /// The names that it provides itself, by `package.preload["name"] = …` or `package.loaded["name"] = …`.
    pub provided: Vec<String>,
}

/// A module that is required by a constant name.
#[derive(Debug)]
pub struct Required {
    /// The name.
    pub name: String,
    /// The literal.
    pub span: Span,
    /// Whether the program goes on without the module: `pcall(require, "name")`.
    pub is_optional: bool,
}

/// Collects what a chunk says about modules.
pub fn collect(chunk: &Block) -> Requires {
    let mut walker = Walker { found: Requires::default(), is_shadowed: false };
    walker.block(chunk);
    walker.found
}

/// Walks a tree and knows at each place whether `require` is the global.
struct Walker {
    found: Requires,
    is_shadowed: bool,
}

impl Walker {
    /// A block; the name is what it was before, afterwards.
    fn block(&mut self, block: &Block) {
        self.scope(|walker| walker.statements(block));
    }

    fn scope(&mut self, inside: impl FnOnce(&mut Self)) {
        let outside = self.is_shadowed;
        inside(self);
        self.is_shadowed = outside;
    }

    fn statements(&mut self, block: &Block) {
        for statement in &block.statements {
            self.statement(statement);
        }
    }

    fn statement(&mut self, statement: &Statement) {
        match &statement.kind {
            StatementKind::Empty | StatementKind::Break | StatementKind::Goto(_) | StatementKind::Label(_) => {}
            StatementKind::Assignment { targets, values } => {
                for target in targets {
                    self.provided(target);
                    self.expression(target);
                }
                self.expressions(values);
            }
            StatementKind::LocalDeclaration { names, values } => {
                self.expressions(values);
                for (index, declared) in names.iter().enumerate() {
                    // `local require = require` is still the global.
                    let is_same = values.get(index).is_some_and(|value| self.is_require(value));
                    if !is_same {
                        self.declare(&declared.name);
                    }
                }
            }
            StatementKind::LocalFunctionDef { name, function } => {
                self.declare(name);
                self.function(function);
            }
            StatementKind::FunctionDefStmt { name: _, function } => self.function(function),
            StatementKind::FunctionCall(call) => self.expression(call),
            StatementKind::Do(body) => self.block(body),
            StatementKind::While { condition, body } => {
                self.expression(condition);
                self.block(body);
            }
            StatementKind::Repeat { body, condition } => self.scope(|walker| {
                walker.statements(body);
                walker.expression(condition);
            }),
            StatementKind::If { arms, otherwise } => {
                for arm in arms {
                    self.expression(&arm.condition);
                    self.block(&arm.body);
                }
                if let Some(otherwise) = otherwise {
                    self.block(otherwise);
                }
            }
            StatementKind::NumericFor { variable, start, limit, step, body } => {
                self.expression(start);
                self.expression(limit);
                if let Some(step) = step {
                    self.expression(step);
                }
                self.scope(|walker| {
                    walker.declare(variable);
                    walker.statements(body);
                });
            }
            StatementKind::GenericFor { names, values, body } => {
                self.expressions(values);
                self.scope(|walker| {
                    for name in names {
                        walker.declare(name);
                    }
                    walker.statements(body);
                });
            }
            StatementKind::Return(values) => self.expressions(values),
        }
    }

    fn declare(&mut self, name: &Name) {
        self.is_shadowed |= &*name.text == "require";
    }

    fn function(&mut self, function: &FunctionDef) {
        self.scope(|walker| {
            for name in &function.parameters.names {
                walker.declare(name);
            }
            walker.statements(&function.body);
        });
    }

    fn expressions(&mut self, expressions: &[Expr]) {
        for expression in expressions {
            self.expression(expression);
        }
    }

    /// An expression. Its left side may be nested without limit, so that side is a loop: its links are met from the outside in and
    /// looked into from the inside out, which is the order of the text.
    fn expression(&mut self, expression: &Expr) {
        let mut spine = vec![expression];
        while let Some(child) = spine.last().and_then(|last| last.left_spine()) {
            spine.push(child);
        }
        while let Some(link) = spine.pop() {
            self.link(link);
        }
    }

    /// What hangs on one link of the left side, without that side.
    fn link(&mut self, expression: &Expr) {
        match &expression.kind {
            ExprKind::Nil
            | ExprKind::Bool(_)
            | ExprKind::Integer(_)
            | ExprKind::Number(_)
            | ExprKind::String(_)
            | ExprKind::Vararg
            | ExprKind::Var(_) => {}
            ExprKind::TableAccess { key, .. } => self.expression(key),
            ExprKind::FunctionCall { function, arguments, .. } => {
                self.call(function, arguments);
                self.expressions(arguments);
            }
            ExprKind::MethodCall { arguments, .. } => self.expressions(arguments),
            ExprKind::FunctionDef(function) => self.function(function),
            ExprKind::BinaryOp { right, .. } => self.expression(right),
            ExprKind::UnaryOp { operand, .. } => self.expression(operand),
            ExprKind::TableConstructor(fields) => {
                for field in fields {
                    match field {
                        TableField::Item(value) | TableField::Named(_, value) => self.expression(value),
                        TableField::Keyed(key, value) => {
                            self.expression(key);
                            self.expression(value);
                        }
                    }
                }
            }
            ExprKind::Paren(inner) => self.expression(inner),
        }
    }

    /// A call: `require(name)` itself, or one that is given `require` and a name, as `pcall(require, "name")` is.
    fn call(&mut self, function: &Expr, arguments: &[Expr]) {
        if self.is_require(function) {
            // Without an argument it is an error when it runs, as in the reference.
            if let Some(name) = arguments.first() {
                match constant(name) {
                    Some(text) => self.required(text, name.span, false),
                    None => self.found.computed.push(name.span),
                }
            }
        }
        for pair in arguments.windows(2) {
            if self.is_require(&pair[0])
                && let Some(text) = constant(&pair[1])
            {
                self.required(text, pair[1].span, true);
            }
        }
    }

    /// Names that are not UTF-8 are left to fail when the program runs: no module source knows them.
    fn required(&mut self, name: &[u8], span: Span, is_optional: bool) {
        if let Ok(name) = std::str::from_utf8(name) {
            self.found.modules.push(Required { name: name.to_owned(), span, is_optional });
        }
    }

    /// An assignment's target: is it `package.preload["name"]` or `package.loaded["name"]`?
    fn provided(&mut self, target: &Expr) {
        if let ExprKind::TableAccess { table, key, .. } = &target.kind
            && let ExprKind::TableAccess { table: package, key: field, .. } = &table.kind
            && matches!(&package.kind, ExprKind::Var(name) if &*name.text == "package")
            && matches!(constant(field), Some(b"preload" | b"loaded"))
            && let Some(Ok(name)) = constant(key).map(std::str::from_utf8)
        {
            self.found.provided.push(name.to_owned());
        }
    }

    fn is_require(&self, expression: &Expr) -> bool {
        !self.is_shadowed && matches!(&expression.kind, ExprKind::Var(name) if &*name.text == "require")
    }
}

/// The bytes of a string literal, in parentheses or not.
fn constant(expression: &Expr) -> Option<&[u8]> {
    match &expression.kind {
        ExprKind::String(bytes) => Some(bytes),
        ExprKind::Paren(inner) => constant(inner),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use flua_ast::SourceFile;

    use super::{Requires, collect};

    fn requires(text: &str) -> Requires {
        let chunk = flua_parser::parse(&SourceFile::new("test.lua", text.as_bytes())).expect("the test's program is right");
        collect(&chunk.block)
    }

    fn names(text: &str) -> Vec<String> {
        requires(text).modules.into_iter().map(|required| required.name).collect()
    }

    #[test]
    fn calls_are_found_in_every_form_and_place() {
        let text = "local a = require 'a'\nrequire(\"b\").run()\nrequire [[c]]:go()\nreturn function() return { x = require('d') .. require(('e')) } end";
        assert_eq!(names(text), ["a", "b", "c", "d", "e"]);
    }

    #[test]
    fn a_local_of_that_name_is_no_require() {
        assert_eq!(names("local function require() end require 'a'"), [""; 0]);
        assert_eq!(names("do local require = f; require 'a' end require 'b'"), ["b"]);
        assert_eq!(names("local function f(require) require 'a' end"), [""; 0]);
        assert_eq!(names("for require = 1, 2 do require 'a' end"), [""; 0]);
        assert_eq!(names("repeat local require = f until require 'a'"), [""; 0]);
    }

    #[test]
    fn a_local_that_holds_the_global_is_require() {
        assert_eq!(names("local print, require = print, require; require 'a'"), ["a"]);
    }

    #[test]
    fn protected_requires_are_optional() {
        let found = requires("local ok, fast = pcall(require, 'fast')");
        assert!(found.modules[0].is_optional);
        assert_eq!(found.modules[0].name, "fast");
    }

    #[test]
    fn computed_names_are_told_apart() {
        let found = requires("require('plugins.' .. name)");
        assert_eq!((found.modules.len(), found.computed.len()), (0, 1));
    }

    #[test]
    fn what_a_program_provides_itself_is_known() {
        assert_eq!(requires("package.preload['x.y'] = f; package.loaded.z = {}").provided, ["x.y", "z"]);
    }

    #[test]
    fn a_long_chain_does_not_overflow_the_stack() {
        let text = format!("return f{}", "()".repeat(200_000));
        assert_eq!(names(&text), [""; 0]);
    }
}
