//! Statements.

use super::expressions::expression;
use super::lines::Lines;
use super::literal::push;
use crate::csharp::{Expression, Statement, SwitchSection, Text};

/// Appends statements, each on lines of its own.
pub fn statements(lines: &mut Lines<'_>, list: &[Statement]) {
    // Labels in a row are moved out of the indentation together.
    for run in list.chunk_by(|first, second| is_label(first) && is_label(second)) {
        if is_label(&run[0]) {
            labels(lines, run);
        } else {
            statement(lines, &run[0]);
        }
    }
    // C# wants a statement after a label.
    if let Some(Statement::Labeled(_)) = list.last() {
        lines.text(";");
    }
}

fn is_label(item: &Statement) -> bool {
    matches!(item, Statement::Labeled(_))
}

fn labels(lines: &mut Lines<'_>, list: &[Statement]) {
    lines.unindent();
    for item in list {
        if let Statement::Labeled(label) = item {
            lines.line(|out| {
                out.push_str(label.as_str());
                out.push(':');
            });
        }
    }
    lines.indent();
}

fn statement(lines: &mut Lines<'_>, value: &Statement) {
    match value {
        Statement::Labeled(_) => labels(lines, std::slice::from_ref(value)),
        Statement::If(condition, then, otherwise) => conditional(lines, condition, then, otherwise),
        Statement::Forever(body) => {
            lines.text("while (true)");
            lines.braces(body, statements);
        }
        Statement::Block(body) => lines.braces(body, statements),
        Statement::Switch(value, sections) => {
            lines.line(|out| head(out, "switch (", value));
            lines.braces(sections, |lines, sections| sections.iter().for_each(|section| switch_section(lines, section)));
        }
        Statement::LocalDeclaration(..)
        | Statement::Expression(_)
        | Statement::Return(_)
        | Statement::Break
        | Statement::Goto(_)
        | Statement::NotedJump(..) => {
            lines.line(|out| simple(out, value));
        }
    }
}

/// A statement of one line. Those that take more do not stand where one line is asked for.
fn simple(out: &mut String, value: &Statement) {
    match value {
        Statement::LocalDeclaration(ty, variables) => {
            out.push_str(ty.as_str());
            out.push(' ');
            for (index, variable) in variables.iter().enumerate() {
                if index > 0 {
                    out.push_str(", ");
                }
                out.push_str(variable.name.as_str());
                out.push_str(" = ");
                expression(out, &variable.value);
            }
        }
        Statement::Expression(value) => expression(out, value),
        Statement::Return(value) => {
            out.push_str("return ");
            expression(out, value);
        }
        Statement::Break => out.push_str("break"),
        Statement::Goto(label) => goto(out, label),
        Statement::NotedJump(note, label) => {
            out.push_str("{ ");
            expression(out, note);
            out.push_str("; ");
            goto(out, label);
            out.push_str("; }");
            return;
        }
        Statement::If(..) | Statement::Forever(_) | Statement::Block(_) | Statement::Switch(..) | Statement::Labeled(_) => {
            unreachable!("only statements of one line are printed on one line")
        }
    }
    out.push(';');
}

fn goto(out: &mut String, label: &Text) {
    out.push_str("goto ");
    out.push_str(label.as_str());
}

/// `if`: a lone jump stands on the line of its condition; anything else in braces.
fn conditional(lines: &mut Lines<'_>, condition: &Expression, then: &[Statement], otherwise: &[Statement]) {
    if otherwise.is_empty()
        && let [only] = then
        && matches!(
            only,
            Statement::Return(_) | Statement::Break | Statement::Goto(_) | Statement::NotedJump(..) | Statement::Expression(_)
        )
    {
        lines.line(|out| {
            head(out, "if (", condition);
            out.push(' ');
            simple(out, only);
        });
        return;
    }
    lines.line(|out| head(out, "if (", condition));
    lines.braces(then, statements);
    match otherwise {
        [] => {}
        [Statement::If(condition, then, otherwise)] => {
            lines.beginning("else ");
            conditional_in_braces(lines, condition, then, otherwise);
        }
        _ => {
            lines.text("else");
            lines.braces(otherwise, statements);
        }
    }
}

/// The `if` of an `else if`, always in braces. Chains are walked in a loop, since they may be long.
fn conditional_in_braces(lines: &mut Lines<'_>, condition: &Expression, then: &[Statement], otherwise: &[Statement]) {
    let (mut condition, mut then, mut otherwise) = (condition, then, otherwise);
    loop {
        lines.line(|out| head(out, "if (", condition));
        lines.braces(then, statements);
        match otherwise {
            [] => return,
            [Statement::If(next, next_then, next_otherwise)] => {
                lines.beginning("else ");
                (condition, then, otherwise) = (next, next_then, next_otherwise);
            }
            _ => {
                lines.text("else");
                lines.braces(otherwise, statements);
                return;
            }
        }
    }
}

fn switch_section(lines: &mut Lines<'_>, section: &SwitchSection) {
    lines.line(|out| {
        for (index, label) in section.labels.iter().enumerate() {
            push(out, format_args!("{}case {label}:", if index > 0 { " " } else { "" }));
        }
        for item in &section.statements {
            out.push(' ');
            simple(out, item);
        }
    });
}

/// The head of a statement: an expression in parentheses.
fn head(out: &mut String, before: &str, value: &Expression) {
    out.push_str(before);
    expression(out, value);
    out.push(')');
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::csharp::make;

    fn printed(list: &[Statement]) -> String {
        let mut text = String::new();
        Lines::append(&mut text, |lines| statements(lines, list));
        text
    }

    #[test]
    fn a_label_at_the_head_of_a_block_stands_on_a_line_of_its_own() {
        let block = Statement::Block(vec![Statement::Labeled("Again".into()), Statement::Goto("Again".into())]);
        assert_eq!(printed(&[block]), "{\nAgain:\n    goto Again;\n}\n");
    }

    #[test]
    fn empty_braces_stand_on_one_line() {
        let test = Statement::If(make::name("test"), vec![Statement::Block(Vec::new())], Vec::new());
        assert_eq!(printed(&[test]), "if (test)\n{\n    {}\n}\n");
    }
}
