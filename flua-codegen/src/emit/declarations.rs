//! Declarations.

use super::expressions::expression;
use super::literal::push;
use super::statements::statements;
use super::{Tokens, braces, fixed_line, line};
use crate::csharp::{
    ClassDeclaration, CompilationUnit, FieldDeclaration, MemberDeclaration, MethodBody, MethodDeclaration, PropertyDeclaration,
};

/// Appends what stands before the classes of a file.
pub fn head(tokens: &mut Tokens, unit: &CompilationUnit) {
    for text in &unit.header {
        line(tokens, format!("// {}", one_line(text)));
    }
    for text in &unit.usings {
        line(tokens, text.clone());
    }
    tokens.line();
    // What stands in the namespace is not indented: it is nearly the whole file. A block, since the runtime may stand in the same file.
    line(tokens, format!("namespace {}", unit.namespace));
    fixed_line(tokens, "{");
}

/// Appends a class.
pub fn class(tokens: &mut Tokens, declaration: &ClassDeclaration) {
    summary(tokens, &declaration.summary);
    let mut head = format!("{} class {}", declaration.modifiers, declaration.name);
    if let Some(base) = &declaration.base {
        push(&mut head, format_args!(" : {base}"));
    }
    line(tokens, head);
    braces(tokens, |tokens| {
        let mut previous_is_field = true;
        for (index, member) in declaration.members.iter().enumerate() {
            let is_field = matches!(member, MemberDeclaration::Field(_) | MemberDeclaration::Property(_));
            if index > 0 && !(is_field && previous_is_field) {
                tokens.line();
            }
            previous_is_field = is_field;
            match member {
                MemberDeclaration::Field(declaration) => field(tokens, declaration),
                MemberDeclaration::Property(declaration) => property(tokens, declaration),
                MemberDeclaration::Method(declaration) => method(tokens, declaration),
            }
        }
    });
}

fn summary(tokens: &mut Tokens, lines: &[String]) {
    if let [only] = lines {
        line(tokens, format!("/// <summary>{}</summary>", xml(only)));
    } else if !lines.is_empty() {
        line(tokens, "/// <summary>".to_owned());
        for text in lines {
            line(tokens, format!("/// {}", xml(text)));
        }
        line(tokens, "/// </summary>".to_owned());
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

fn field(tokens: &mut Tokens, declaration: &FieldDeclaration) {
    let mut out = format!("{} {} {}", declaration.modifiers, declaration.ty, declaration.name);
    if let Some(value) = &declaration.value {
        out.push_str(" = ");
        expression(&mut out, value);
    }
    out.push(';');
    line(tokens, out);
}

fn property(tokens: &mut Tokens, declaration: &PropertyDeclaration) {
    let mut out = format!("{} {} {} => ", declaration.modifiers, declaration.ty, declaration.name);
    expression(&mut out, &declaration.value);
    out.push(';');
    line(tokens, out);
}

fn method(tokens: &mut Tokens, declaration: &MethodDeclaration) {
    summary(tokens, &declaration.summary);
    if let Some(attribute) = &declaration.attribute {
        let mut out = "[".to_owned();
        expression(&mut out, attribute);
        out.push(']');
        line(tokens, out);
    }
    let mut out = format!("{} {} {}(", declaration.modifiers, declaration.ty, declaration.name);
    for (index, parameter) in declaration.parameters.iter().enumerate() {
        if index > 0 {
            out.push_str(", ");
        }
        push(&mut out, format_args!("{} {}", parameter.ty, parameter.name));
    }
    out.push(')');
    match &declaration.body {
        MethodBody::Expression(value) => {
            out.push_str(" => ");
            expression(&mut out, value);
            out.push(';');
            line(tokens, out);
        }
        MethodBody::Block(body) => {
            line(tokens, out);
            braces(tokens, |tokens| statements(tokens, body));
        }
    }
}
