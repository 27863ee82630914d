//! A tree as text: for `flua compile --emit=ast`, and for tests.
//!
//! One statement a line, blocks indented; expressions in prefix form with all parentheses, so that the shape of the tree can
//! be read off. It shows no spans.
//!
//! ```text
//! local a <const> = (+ 1 (* 2 b))
//! (call (. io write) a ...)
//! ```

use std::fmt::Write;

use crate::{
    Attribute, Block, Chunk, Expr, ExprKind, FunctionDef, FunctionName, IfArm, Name, Parameters, Statement, StatementKind,
    TableField,
};

/// The tree of a chunk as text.
pub fn print(chunk: &Chunk) -> String {
    let mut printer = Printer { text: String::new(), depth: 0 };
    printer.statements(&chunk.block);
    printer.text
}

struct Printer {
    text: String,
    depth: usize,
}

impl Printer {
    fn line(&mut self, text: &str) {
        for _ in 0..self.depth {
            self.text.push_str("  ");
        }
        self.text.push_str(text);
        self.text.push('\n');
    }

    fn statements(&mut self, block: &Block) {
        for statement in &block.statements {
            self.statement(statement);
        }
    }

    /// A line, and a block below it.
    fn headed(&mut self, head: &str, block: &Block) {
        self.line(head);
        self.depth += 1;
        self.statements(block);
        self.depth -= 1;
    }

    fn statement(&mut self, statement: &Statement) {
        match &statement.kind {
            StatementKind::Empty => self.line(";"),
            StatementKind::Break => self.line("break"),
            StatementKind::Goto(name) => self.line(&format!("goto {}", name.text)),
            StatementKind::Label(name) => self.line(&format!("::{}::", name.text)),
            StatementKind::Assignment { targets, values } => {
                let line = format!("{} = {}", self.list(targets), self.list(values));
                self.line(&line);
            }
            StatementKind::LocalDeclaration { names, values } => {
                let names: Vec<_> = names
                    .iter()
                    .map(|local| match local.attribute {
                        None => local.name.text.to_string(),
                        Some((Attribute::Const, _)) => format!("{} <const>", local.name.text),
                        Some((Attribute::Close, _)) => format!("{} <close>", local.name.text),
                    })
                    .collect();
                let mut line = format!("local {}", names.join(", "));
                if !values.is_empty() {
                    line += " = ";
                    line += &self.list(values);
                }
                self.line(&line);
            }
            StatementKind::LocalFunctionDef { name, function } => {
                self.headed(&format!("local function {}{}", name.text, parameters(&function.parameters)), &function.body);
            }
            StatementKind::FunctionDefStmt { name, function } => {
                self.headed(&format!("function {}{}", function_name(name), parameters(&function.parameters)), &function.body);
            }
            StatementKind::FunctionCall(call) => {
                let line = self.expr(call);
                self.line(&line);
            }
            StatementKind::Return(values) => {
                let line = format!("return {}", self.list(values));
                self.line(line.trim_end());
            }
            _ => self.compound(statement),
        }
    }

    /// The statements that hold blocks.
    fn compound(&mut self, statement: &Statement) {
        match &statement.kind {
            StatementKind::Do(block) => self.headed("do", block),
            StatementKind::While { condition, body } => {
                let head = format!("while {}", self.expr(condition));
                self.headed(&head, body);
            }
            StatementKind::Repeat { body, condition } => {
                self.headed("repeat", body);
                let until = format!("until {}", self.expr(condition));
                self.line(&until);
            }
            StatementKind::If { arms, otherwise } => {
                for (IfArm { condition, body }, word) in arms.iter().zip(std::iter::once("if").chain(std::iter::repeat("elseif")))
                {
                    let head = format!("{word} {}", self.expr(condition));
                    self.headed(&head, body);
                }
                if let Some(block) = otherwise {
                    self.headed("else", block);
                }
            }
            StatementKind::NumericFor { variable, start, limit, step, body } => {
                let mut head = format!("for {} = {}, {}", variable.text, self.expr(start), self.expr(limit));
                if let Some(step) = step {
                    head += ", ";
                    head += &self.expr(step);
                }
                self.headed(&head, body);
            }
            StatementKind::GenericFor { names, values, body } => {
                let head = format!("for {} in {}", name_list(names), self.list(values));
                self.headed(&head, body);
            }
            _ => {}
        }
    }

    fn list(&mut self, exprs: &[Expr]) -> String {
        exprs.iter().map(|expr| self.expr(expr)).collect::<Vec<_>>().join(", ")
    }

    /// An expression. The left spine is walked in a loop, as it may be long: from the innermost link outwards.
    fn expr(&mut self, expr: &Expr) -> String {
        let mut spine = vec![expr];
        while let Some(child) = spine[spine.len() - 1].left_spine() {
            spine.push(child);
        }
        let mut opened = String::new();
        let mut links = Vec::with_capacity(spine.len());
        let head = spine.pop().map(|head| self.head(head)).unwrap_or_default();
        while let Some(link) = spine.pop() {
            links.push(self.link(link));
        }
        for (operator, _) in links.iter().rev() {
            opened.push('(');
            opened += operator;
            opened.push(' ');
        }
        opened += &head;
        for (_, rest) in &links {
            opened += rest;
            opened.push(')');
        }
        opened
    }

    /// A link of a chain: what stands before its left child, and what behind.
    fn link(&mut self, expr: &Expr) -> (String, String) {
        match &expr.kind {
            ExprKind::TableAccess { key, is_field: true, .. } => (".".into(), format!(" {}", field_text(key))),
            ExprKind::TableAccess { key, .. } => ("index".into(), format!(" {}", self.expr(key))),
            ExprKind::FunctionCall { arguments, .. } => ("call".into(), self.spaced(arguments)),
            ExprKind::MethodCall { method, arguments, .. } => {
                ("method".into(), format!(" {}{}", method.text, self.spaced(arguments)))
            }
            ExprKind::BinaryOp { op, right, .. } => (op.symbol().into(), format!(" {}", self.expr(right))),
            _ => (String::new(), String::new()),
        }
    }

    fn spaced(&mut self, exprs: &[Expr]) -> String {
        exprs.iter().flat_map(|expr| [" ".to_owned(), self.expr(expr)]).collect()
    }

    /// An expression that leans on no other.
    fn head(&mut self, expr: &Expr) -> String {
        match &expr.kind {
            ExprKind::Nil => "nil".into(),
            ExprKind::Bool(value) => value.to_string(),
            ExprKind::Integer(value) => value.to_string(),
            ExprKind::Number(value) => format!("{value:?}"),
            ExprKind::String(bytes) => format!("\"{}\"", bytes.escape_ascii()),
            ExprKind::Vararg => "...".into(),
            ExprKind::Var(name) => name.text.to_string(),
            ExprKind::FunctionDef(function) => self.function(function),
            ExprKind::UnaryOp { op, operand, .. } => format!("({} {})", op.symbol(), self.expr(operand)),
            ExprKind::TableConstructor(fields) => self.table(fields),
            ExprKind::Paren(inner) => format!("(paren {})", self.expr(inner)),
            ExprKind::TableAccess { .. }
            | ExprKind::FunctionCall { .. }
            | ExprKind::MethodCall { .. }
            | ExprKind::BinaryOp { .. } => String::new(),
        }
    }

    fn table(&mut self, fields: &[TableField]) -> String {
        let fields: Vec<_> = fields
            .iter()
            .map(|field| match field {
                TableField::Item(value) => self.expr(value),
                TableField::Named(name, value) => format!("{} = {}", name.text, self.expr(value)),
                TableField::Keyed(key, value) => format!("[{}] = {}", self.expr(key), self.expr(value)),
            })
            .collect();
        format!("{{{}}}", fields.join(", "))
    }

    /// A function in an expression, with its body on lines of its own.
    fn function(&mut self, function: &FunctionDef) -> String {
        let mut body = Self { text: String::new(), depth: self.depth + 1 };
        body.statements(&function.body);
        let mut text = format!("(function{}", parameters(&function.parameters));
        if !body.text.is_empty() {
            text.push('\n');
            text += body.text.trim_end_matches('\n');
        }
        text.push(')');
        text
    }
}

fn field_text(key: &Expr) -> String {
    match &key.kind {
        ExprKind::String(bytes) => bytes.escape_ascii().to_string(),
        _ => String::new(),
    }
}

fn function_name(name: &FunctionName) -> String {
    let mut text = name.path.iter().map(|part| &*part.text).collect::<Vec<_>>().join(".");
    if let Some(method) = &name.method {
        let _ = write!(text, ":{}", method.text);
    }
    text
}

fn parameters(parameters: &Parameters) -> String {
    let names = name_list(&parameters.names);
    match (parameters.names.is_empty(), parameters.is_vararg) {
        (true, true) => "(...)".into(),
        (false, true) => format!("({names}, ...)"),
        (_, false) => format!("({names})"),
    }
}

fn name_list(names: &[Name]) -> String {
    names.iter().map(|name| &*name.text).collect::<Vec<_>>().join(", ")
}
