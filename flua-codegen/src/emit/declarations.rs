//! Declarations.

use super::expressions::expression;
use super::lines::Lines;
use super::literal::push;
use super::statements::statements;
use crate::csharp::{
    ClassDeclaration, CompilationUnit, FieldDeclaration, MemberDeclaration, MethodBody, MethodDeclaration, PropertyDeclaration,
};

/// Appends what stands before the classes of a file.
pub fn head(lines: &mut Lines<'_>, unit: &CompilationUnit) {
    for text in &unit.header {
        lines.line(|out| push(out, format_args!("// {}", one_line(text))));
    }
    for text in &unit.usings {
        lines.text(text);
    }
    lines.blank();
    // What stands in the namespace is not indented: it is nearly the whole file. A block, since the runtime may stand in the same file.
    lines.line(|out| push(out, format_args!("namespace {}", unit.namespace)));
    lines.text("{");
}

/// Appends a class, but for its last brace.
pub fn class(lines: &mut Lines<'_>, declaration: &ClassDeclaration) {
    summary(lines, &declaration.summary);
    lines.line(|out| {
        words(out, &[declaration.modifiers, "class", declaration.name.as_str()]);
        if let Some(base) = &declaration.base {
            words(out, &[" :", base.as_str()]);
        }
    });
    lines.text("{");
    lines.indent();
    let mut previous_is_field = true;
    for (index, member) in declaration.members.iter().enumerate() {
        let is_field = matches!(member, MemberDeclaration::Field(_) | MemberDeclaration::Property(_));
        if index > 0 && !(is_field && previous_is_field) {
            lines.blank();
        }
        previous_is_field = is_field;
        match member {
            MemberDeclaration::Field(declaration) => field(lines, declaration),
            MemberDeclaration::Property(declaration) => property(lines, declaration),
            MemberDeclaration::Method(declaration) => method(lines, declaration),
        }
    }
}

fn summary(lines: &mut Lines<'_>, texts: &[String]) {
    if let [only] = texts {
        lines.line(|out| push(out, format_args!("/// <summary>{}</summary>", xml(only))));
    } else if !texts.is_empty() {
        lines.text("/// <summary>");
        for text in texts {
            lines.line(|out| push(out, format_args!("/// {}", xml(text))));
        }
        lines.text("/// </summary>");
    }
}

/// Text inside an XML comment: on one line, with its marks escaped.
fn xml(text: &str) -> String {
    one_line(text).replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// Text inside a comment: control characters, and the line ends that C# knows beyond them, would end it.
fn one_line(text: &str) -> String {
    let is_break = |character: char| matches!(character, '\0'..='\u{1f}' | '\u{7f}'..='\u{a0}' | '\u{2028}' | '\u{2029}');
    text.chars().map(|character| if is_break(character) { ' ' } else { character }).collect()
}

fn field(lines: &mut Lines<'_>, declaration: &FieldDeclaration) {
    lines.line(|out| {
        words(out, &[declaration.modifiers, declaration.ty.as_str(), declaration.name.as_str()]);
        if let Some(value) = &declaration.value {
            out.push_str(" = ");
            expression(out, value);
        }
        out.push(';');
    });
}

fn property(lines: &mut Lines<'_>, declaration: &PropertyDeclaration) {
    lines.line(|out| {
        words(out, &[declaration.modifiers, declaration.ty.as_str(), declaration.name.as_str(), "=> "]);
        expression(out, &declaration.value);
        out.push(';');
    });
}

/// Appends a method.
pub fn method(lines: &mut Lines<'_>, declaration: &MethodDeclaration) {
    summary(lines, &declaration.summary);
    if let Some(attribute) = &declaration.attribute {
        lines.line(|out| {
            out.push('[');
            expression(out, attribute);
            out.push(']');
        });
    }
    lines.line(|out| {
        words(out, &[declaration.modifiers, declaration.ty.as_str(), declaration.name.as_str()]);
        out.push('(');
        for (index, parameter) in declaration.parameters.iter().enumerate() {
            if index > 0 {
                out.push_str(", ");
            }
            words(out, &[parameter.ty.as_str(), parameter.name.as_str()]);
        }
        out.push(')');
        if let MethodBody::Expression(value) = &declaration.body {
            out.push_str(" => ");
            expression(out, value);
            out.push(';');
        }
    });
    if let MethodBody::Block(body) = &declaration.body {
        lines.braces(body, statements);
    }
}

/// Writes words with a space between them.
fn words(out: &mut String, words: &[&str]) {
    for (index, word) in words.iter().enumerate() {
        if index > 0 {
            out.push(' ');
        }
        out.push_str(word);
    }
}
