//! Every node has its span: its text, parsed again, is the same node.

mod common;

use flua_ast::{Block, Chunk, Expr, ExprKind, FunctionDef, Name, SourceFile, Span, Statement, StatementKind, TableField};
use flua_parser::parse;

/// Walks a tree, and checks what each span encloses.
struct Walker<'s> {
    source: &'s SourceFile,
    nodes: usize,
}

impl Walker<'_> {
    fn text(&self, span: Span) -> String {
        String::from_utf8_lossy(self.source.slice(span)).into_owned()
    }

    fn inside(&self, outer: Span, inner: Span) {
        assert!(
            outer.start <= inner.start && inner.start <= inner.end && inner.end <= outer.end,
            "`{}` is not inside of `{}`",
            self.text(inner),
            self.text(outer)
        );
    }

    fn name(&self, outer: Span, name: &Name) {
        self.inside(outer, name.span);
        assert_eq!(self.text(name.span), &*name.text);
    }

    fn block(&mut self, outer: Span, block: &Block) {
        self.inside(outer, block.span);
        let mut end = block.span.start;
        for statement in &block.statements {
            assert!(statement.span.start >= end, "statements overlap");
            end = statement.span.end;
            self.inside(block.span, statement.span);
            self.statement(statement);
        }
        assert_eq!(end, block.span.end);
    }

    fn statement(&mut self, statement: &Statement) {
        let span = statement.span;
        self.nodes += 1;
        match &statement.kind {
            StatementKind::Empty => assert_eq!(self.text(span), ";"),
            StatementKind::Break => assert_eq!(self.text(span), "break"),
            StatementKind::Goto(name) | StatementKind::Label(name) => self.name(span, name),
            StatementKind::Assignment { targets, values } => self.exprs(span, targets.iter().chain(values)),
            StatementKind::LocalDeclaration { names, values } => {
                for local in names {
                    self.name(span, &local.name);
                    if let Some((_, attribute)) = local.attribute {
                        assert!(matches!(&*self.text(attribute), "const" | "close"));
                    }
                }
                self.exprs(span, values);
            }
            StatementKind::LocalFunctionDef { name, function } => {
                self.name(span, name);
                self.function(span, function);
            }
            StatementKind::FunctionDefStmt { name, function } => {
                for part in name.path.iter().chain(&name.method) {
                    self.name(span, part);
                }
                self.function(span, function);
            }
            StatementKind::FunctionCall(call) => {
                assert_eq!(call.span, span);
                self.expr(span, call);
            }
            StatementKind::Do(block) => self.block(span, block),
            StatementKind::While { condition, body } | StatementKind::Repeat { body, condition } => {
                self.expr(span, condition);
                self.block(span, body);
            }
            StatementKind::If { arms, otherwise } => {
                for arm in arms {
                    self.expr(span, &arm.condition);
                    self.block(span, &arm.body);
                }
                if let Some(block) = otherwise {
                    self.block(span, block);
                }
            }
            StatementKind::NumericFor { variable, start, limit, step, body } => {
                self.name(span, variable);
                self.exprs(span, [start, limit].into_iter().chain(step).map(|expr| &**expr));
                self.block(span, body);
            }
            StatementKind::GenericFor { names, values, body } => {
                for name in names {
                    self.name(span, name);
                }
                self.exprs(span, values);
                self.block(span, body);
            }
            StatementKind::Return(values) => {
                assert!(self.text(span).starts_with("return"));
                self.exprs(span, values);
            }
        }
    }

    fn exprs<'e>(&mut self, outer: Span, exprs: impl IntoIterator<Item = &'e Expr>) {
        for expr in exprs {
            self.expr(outer, expr);
        }
    }

    fn expr(&mut self, outer: Span, expr: &Expr) {
        let span = expr.span;
        self.inside(outer, span);
        self.nodes += 1;
        self.parse_again(expr);
        match &expr.kind {
            ExprKind::Nil
            | ExprKind::Bool(_)
            | ExprKind::Integer(_)
            | ExprKind::Number(_)
            | ExprKind::String(_)
            | ExprKind::Vararg => {}
            ExprKind::Var(name) => self.name(span, name),
            ExprKind::TableAccess { table, key, is_field } => {
                self.expr(span, table);
                self.inside(span, key.span);
                if *is_field {
                    assert!(matches!(&key.kind, ExprKind::String(bytes) if **bytes == *self.source.slice(key.span)));
                } else {
                    self.expr(span, key);
                }
            }
            ExprKind::FunctionCall { function, arguments, arguments_span } => {
                self.expr(span, function);
                self.exprs(*arguments_span, arguments);
                assert!(self.text(*arguments_span).starts_with(['(', '{', '[', '"', '\'']));
            }
            ExprKind::MethodCall { object, method, arguments, arguments_span } => {
                self.expr(span, object);
                self.name(span, method);
                self.exprs(*arguments_span, arguments);
                assert!(self.text(*arguments_span).starts_with(['(', '{', '[', '"', '\'']));
            }
            ExprKind::FunctionDef(function) => self.function(span, function),
            ExprKind::BinaryOp { left, op, op_span, right } => {
                assert_eq!(self.text(*op_span), op.symbol());
                self.exprs(span, [&**left, &**right]);
            }
            ExprKind::UnaryOp { op, op_span, operand } => {
                assert_eq!(self.text(*op_span), op.symbol());
                self.expr(span, operand);
            }
            ExprKind::TableConstructor(fields) => {
                for field in fields {
                    match field {
                        TableField::Item(value) => self.expr(span, value),
                        TableField::Named(name, value) => {
                            self.name(span, name);
                            self.expr(span, value);
                        }
                        TableField::Keyed(key, value) => self.exprs(span, [key, value]),
                    }
                }
            }
            ExprKind::Paren(inner) => self.expr(span, inner),
        }
    }

    fn function(&mut self, outer: Span, function: &FunctionDef) {
        self.inside(outer, function.span);
        assert!(self.text(function.span).starts_with("function"));
        assert_eq!(self.text(function.end_span), "end");
        assert_eq!(function.span.end, function.end_span.end);
        for name in &function.parameters.names {
            self.name(function.span, name);
        }
        self.block(function.span, &function.body);
    }

    /// The text of an expression is that expression.
    fn parse_again(&self, expr: &Expr) {
        let text = [b"return ", self.source.slice(expr.span)].concat();
        let again = parse(&SourceFile::new("again", text)).expect("an expression's span holds an expression");
        let [Statement { kind: StatementKind::Return(values), .. }] = &again.block.statements[..] else {
            panic!("`return` and an expression are one statement");
        };
        assert_eq!(print(values), print(std::slice::from_ref(expr)));
    }
}

fn print(values: &[Expr]) -> String {
    let statement = Statement { kind: StatementKind::Return(values.to_vec()), span: Span::default() };
    flua_ast::print(&Chunk { block: Block { statements: vec![statement], span: Span::default() }, end_span: Span::default() })
}

#[test]
fn every_node_stands_where_its_span_says() {
    for (path, text) in common::fixtures("ok") {
        let source = SourceFile::new(path, text);
        let chunk = parse(&source).expect("the fixture is right");
        let end = u32::try_from(source.bytes().len()).expect("a fixture is short");
        assert_eq!(chunk.end_span, Span::new(end, end));
        let mut walker = Walker { source: &source, nodes: 0 };
        walker.block(Span::new(0, end), &chunk.block);
        assert!(walker.nodes > 0 || chunk.block.statements.is_empty());
    }
}
