//! Statements.

use super::expressions::expression;
use super::literal::push;
use super::{Tokens, braces, fixed_line, line};
use crate::csharp::{Expression, Statement, SwitchSection};

/// Appends statements, each on lines of its own.
pub fn statements(tokens: &mut Tokens, list: &[Statement]) {
    // Labels in a row are moved out of the indentation together.
    for run in list.chunk_by(|first, second| is_label(first) && is_label(second)) {
        if is_label(&run[0]) {
            labels(tokens, run);
        } else {
            statement(tokens, &run[0]);
        }
    }
    // C# wants a statement after a label.
    if let Some(Statement::Labeled(_)) = list.last() {
        fixed_line(tokens, ";");
    }
}

fn is_label(item: &Statement) -> bool {
    matches!(item, Statement::Labeled(_))
}

fn labels(tokens: &mut Tokens, list: &[Statement]) {
    tokens.unindent();
    for item in list {
        if let Statement::Labeled(label) = item {
            line(tokens, format!("{label}:"));
        }
    }
    tokens.indent();
}

fn statement(tokens: &mut Tokens, value: &Statement) {
    match value {
        Statement::Labeled(_) => labels(tokens, std::slice::from_ref(value)),
        Statement::If(condition, then, otherwise) => conditional(tokens, condition, then, otherwise),
        Statement::Forever(body) => {
            fixed_line(tokens, "while (true)");
            braces(tokens, |tokens| statements(tokens, body));
        }
        Statement::Block(body) => braces(tokens, |tokens| statements(tokens, body)),
        Statement::Switch(value, sections) => {
            line(tokens, with_expression("switch (", value, ")"));
            braces(tokens, |tokens| sections.iter().for_each(|section| switch_section(tokens, section)));
        }
        Statement::LocalDeclaration(..)
        | Statement::Expression(_)
        | Statement::Return(_)
        | Statement::Break
        | Statement::Goto(_)
        | Statement::NotedJump(..) => {
            let mut out = String::with_capacity(48);
            simple(&mut out, value);
            line(tokens, out);
        }
    }
}

/// A statement of one line. Those that take more do not stand where one line is asked for.
fn simple(out: &mut String, value: &Statement) {
    match value {
        Statement::LocalDeclaration(ty, variables) => {
            push(out, format_args!("{ty} "));
            for (index, variable) in variables.iter().enumerate() {
                if index > 0 {
                    out.push_str(", ");
                }
                push(out, format_args!("{} = ", variable.name));
                expression(out, &variable.value);
            }
        }
        Statement::Expression(value) => expression(out, value),
        Statement::Return(value) => {
            out.push_str("return ");
            expression(out, value);
        }
        Statement::Break => out.push_str("break"),
        Statement::Goto(label) => push(out, format_args!("goto {label}")),
        Statement::NotedJump(note, label) => {
            out.push_str("{ ");
            expression(out, note);
            push(out, format_args!("; goto {label}; }}"));
            return;
        }
        Statement::If(..) | Statement::Forever(_) | Statement::Block(_) | Statement::Switch(..) | Statement::Labeled(_) => {
            unreachable!("only statements of one line are printed on one line")
        }
    }
    out.push(';');
}

/// `if`: a lone jump stands on the line of its condition; anything else in braces.
fn conditional(tokens: &mut Tokens, condition: &Expression, then: &[Statement], otherwise: &[Statement]) {
    let mut head = with_expression("if (", condition, ")");
    if otherwise.is_empty()
        && let [only] = then
        && matches!(
            only,
            Statement::Return(_) | Statement::Break | Statement::Goto(_) | Statement::NotedJump(..) | Statement::Expression(_)
        )
    {
        head.push(' ');
        simple(&mut head, only);
        line(tokens, head);
        return;
    }
    line(tokens, head);
    braces(tokens, |tokens| statements(tokens, then));
    match otherwise {
        [] => {}
        [Statement::If(condition, then, otherwise)] => {
            tokens.append(genco::tokens::static_literal("else "));
            conditional_in_braces(tokens, condition, then, otherwise);
        }
        _ => {
            fixed_line(tokens, "else");
            braces(tokens, |tokens| statements(tokens, otherwise));
        }
    }
}

/// The `if` of an `else if`, always in braces. Chains are walked in a loop, since they may be long.
fn conditional_in_braces(tokens: &mut Tokens, condition: &Expression, then: &[Statement], otherwise: &[Statement]) {
    let (mut condition, mut then, mut otherwise) = (condition, then, otherwise);
    loop {
        line(tokens, with_expression("if (", condition, ")"));
        braces(tokens, |tokens| statements(tokens, then));
        match otherwise {
            [] => return,
            [Statement::If(next, next_then, next_otherwise)] => {
                tokens.append(genco::tokens::static_literal("else "));
                (condition, then, otherwise) = (next, next_then, next_otherwise);
            }
            _ => {
                fixed_line(tokens, "else");
                braces(tokens, |tokens| statements(tokens, otherwise));
                return;
            }
        }
    }
}

fn switch_section(tokens: &mut Tokens, section: &SwitchSection) {
    let mut out = String::with_capacity(64);
    for (index, label) in section.labels.iter().enumerate() {
        push(&mut out, format_args!("{}case {label}:", if index > 0 { " " } else { "" }));
    }
    for item in &section.statements {
        out.push(' ');
        simple(&mut out, item);
    }
    line(tokens, out);
}

/// An expression between two texts.
fn with_expression(before: &str, value: &Expression, after: &str) -> String {
    let mut out = String::with_capacity(48);
    out.push_str(before);
    expression(&mut out, value);
    out.push_str(after);
    out
}
