//! What a diagnostic says beyond the reference's words: labels that show the places, notes that teach.

use flua_ast::{Label, SourceFile, Span};

use crate::error::{Limit, Mistake, Problem};
use crate::lexer::escape::StringError;
use crate::token::Token;

/// The places that a mistake is about, the primary one first.
pub fn labels(mistake: &Mistake) -> Vec<Label> {
    let label = |span: Span, text: &str| Label { span, text: text.into() };
    let primary = label(mistake.span, &primary_text(&mistake.problem));
    match &mistake.problem {
        Problem::Unclosed { opener, span, .. } => {
            vec![primary, label(*span, &format!("this {} is not closed", opener.quoted()))]
        }
        Problem::AssignmentToConstant { name, declared } => {
            vec![primary, label(*declared, &format!("`{name}` is declared here"))]
        }
        Problem::JumpIntoScope { label: name, label_span, local, declared, .. } => vec![
            primary,
            label(*label_span, &format!("label `{name}` is here")),
            label(*declared, &format!("the scope of `{local}` begins here")),
        ],
        Problem::MultipleToBeClosed { first } => vec![primary, label(*first, "the first one")],
        Problem::LabelDefinedTwice { first, .. } => vec![primary, label(*first, "first defined here")],
        _ => vec![primary],
    }
}

/// What stands beside the primary place.
fn primary_text(problem: &Problem) -> String {
    match problem {
        Problem::String(StringError::Unfinished) => "its closing quote is missing".into(),
        Problem::String(_) => "in this escape".into(),
        Problem::UnfinishedLongString { .. } | Problem::UnfinishedComment { .. } => "opened here, never closed".into(),
        Problem::InvalidDelimiter => "a second `[` has to follow".into(),
        Problem::BinaryChunk => "no Lua source begins with this byte".into(),
        Problem::MalformedNumber => "this is no number".into(),
        Problem::UnexpectedSymbol { in_statement: true } => "no statement begins like this".into(),
        Problem::UnexpectedSymbol { in_statement: false } => "no expression begins like this".into(),
        Problem::Expected { token } | Problem::Unclosed { expected: token, .. } => {
            format!("expected {} before this", token.quoted())
        }
        Problem::ForExpected => "expected '=' or 'in' before this".into(),
        Problem::ParameterExpected => "expected a parameter".into(),
        Problem::ArgumentsExpected => "expected the arguments of the call".into(),
        Problem::NoStatement { is_target: true, .. } => "this can't be assigned to".into(),
        Problem::NoStatement { is_target: false, .. } => "this is no statement".into(),
        Problem::VarargOutsideVarargFunction => "this function has no `...`".into(),
        Problem::TooDeep => "nested too deeply".into(),
        Problem::AssignmentToConstant { .. } => "assigned to here".into(),
        Problem::UnknownAttribute { .. } => "neither `const` nor `close`".into(),
        Problem::MultipleToBeClosed { .. } => "the second one".into(),
        Problem::JumpIntoScope { .. } => "jumps from here".into(),
        Problem::LabelDefinedTwice { .. } => "defined again here".into(),
        Problem::NoVisibleLabel { .. } => "no such label in this block or one around it".into(),
        Problem::BreakOutsideLoop { .. } => "no loop around this".into(),
        Problem::OverLimit { .. } | Problem::TooManyRegisters | Problem::OverCapacity { .. } => "one too many".into(),
    }
}

/// Why it is so, and the way out.
pub fn notes(mistake: &Mistake, source: &SourceFile) -> Vec<String> {
    let note = found_at(mistake).and_then(|at| foreign_habit(&mistake.problem, source.bytes().split_at(at as usize)));
    note.or_else(|| advice(&mistake.problem)).map(str::to_owned).into_iter().collect()
}

/// Where the token stands that a mistake of syntax was found at.
fn found_at(mistake: &Mistake) -> Option<u32> {
    match mistake.problem {
        Problem::NoStatement { found_at, .. } => Some(found_at),
        Problem::UnexpectedSymbol { .. } | Problem::Expected { .. } | Problem::Unclosed { .. } | Problem::ForExpected => {
            Some(mistake.span.start)
        }
        _ => None,
    }
}

/// What other languages write, and Lua writes otherwise: told from the text before and behind the place of the mistake.
fn foreign_habit(problem: &Problem, (before, rest): (&[u8], &[u8])) -> Option<&'static str> {
    const COMPOUND: &str = "Lua has no compound assignment: write `x = x + y`";
    let before = before.trim_ascii_end();
    match problem {
        Problem::NoStatement { .. } if before.ends_with(b"continue") => {
            return Some("Lua has no `continue`: put `::continue::` at the end of the loop's body and write `goto continue`");
        }
        Problem::Expected { token: Token::Then | Token::Do } if before.ends_with(b"}") || rest.starts_with(b"{") => {
            return Some("a block begins with `then` or `do` and ends with `end`, without braces");
        }
        Problem::Expected { token: Token::Then | Token::Do } if rest.starts_with(b"=") => {
            return Some("`=` assigns; `==` compares");
        }
        Problem::Unclosed { expected: Token::End | Token::Until, .. } if rest.starts_with(b"}") => {
            return Some("a block ends with `end`, without braces");
        }
        _ => {}
    }
    match rest {
        [b'!', b'=', ..] => Some("Lua writes \"not equal\" as `~=`"),
        [b'!', ..] => Some("Lua writes negation as `not`"),
        [b'&', b'&', ..] => Some("Lua writes `and`"),
        [b'|', b'|', ..] => Some("Lua writes `or`"),
        [b'&', ..] if before.ends_with(b"&") => Some("Lua writes `and`"),
        [b'|', ..] if before.ends_with(b"|") => Some("Lua writes `or`"),
        [b'+', b'+', ..] => Some("Lua has no `++`: write `x = x + 1`"),
        [b'+' | b'-' | b'*' | b'/' | b'%' | b'^' | b'&' | b'|', b'=', ..] | [b'.', b'.', b'=', ..] => Some(COMPOUND),
        [b'=', ..] if matches!(before.last(), Some(b'+' | b'-' | b'*' | b'/' | b'%' | b'^')) => Some(COMPOUND),
        [b'?', ..] => Some("Lua has no `?:`: write `c and a or b`, or an `if`"),
        [0x80..=0xFF, ..] => {
            Some("names are made of ASCII letters, digits and `_`; other characters stand in strings and comments")
        }
        _ => None,
    }
}

fn advice(problem: &Problem) -> Option<&'static str> {
    match problem {
        Problem::String(error) => Some(string_advice(*error)),
        Problem::UnfinishedLongString { .. } | Problem::UnfinishedComment { .. } => {
            Some("a long bracket ends with one of its own level: `[==[` with `]==]`")
        }
        Problem::InvalidDelimiter => Some("a long string begins with `[[` or `[=[`; to index, write `t[key]`"),
        Problem::BinaryChunk => Some("this looks like a chunk compiled by `luac`; flua compiles Lua source"),
        Problem::MalformedNumber => Some("a numeral is decimal (`3`, `0.5`, `1e-3`) or hexadecimal (`0xff`, `0x1p4`)"),
        Problem::Unclosed { expected: Token::End, .. } => {
            Some("a missing `end` is often noticed only at the end of the file; indentation shows where it belongs")
        }
        Problem::UnexpectedSymbol { .. } | Problem::Expected { .. } | Problem::Unclosed { .. } | Problem::ForExpected => None,
        Problem::ParameterExpected => Some("parameters are names; `...` may be the last of them"),
        Problem::ArgumentsExpected => Some("`object:method` is only a call: to have the function, write `object.method`"),
        Problem::NoStatement { is_target: true, .. } => Some("only variables and fields can be assigned to"),
        Problem::NoStatement { is_target: false, .. } => {
            Some("only calls and assignments are statements; an expression's value goes somewhere")
        }
        Problem::VarargOutsideVarargFunction => {
            Some("each function has its own `...`: keep it in a local (`local args = table.pack(...)`) and use that")
        }
        Problem::TooDeep => Some("the reference allows about 200 levels of nesting; move inner parts into locals or functions"),
        Problem::AssignmentToConstant { .. } => Some("remove the attribute, or assign to another variable"),
        Problem::UnknownAttribute { .. } => Some("the attributes of Lua 5.4 are `<const>` and `<close>`"),
        Problem::MultipleToBeClosed { .. } => {
            Some("give each `<close>` variable a `local` of its own: they close in reverse order")
        }
        Problem::JumpIntoScope { .. } => Some(
            "declare the local before the goto, or wrap what is between in `do ... end`, so that its scope ends before the label",
        ),
        Problem::LabelDefinedTwice { .. } => Some("a label's name is free again behind the block that it stands in"),
        Problem::NoVisibleLabel { .. } => Some(
            "a goto sees the labels of its own block and those around it, but not into nested blocks nor out of its function",
        ),
        Problem::BreakOutsideLoop { .. } => {
            Some("`break` leaves the innermost loop of its own function; to leave a function, `return`")
        }
        Problem::OverLimit { what: Limit::Variables, .. } => {
            Some("close scopes with `do ... end`, or keep values in a table: a function has 200 locals in scope at most")
        }
        Problem::OverLimit { what: Limit::Upvalues, .. } => {
            Some("keep the values in a table: a function can use 255 variables of the functions around it")
        }
        Problem::TooManyRegisters => {
            Some("split the expression, or pass a table: locals and temporaries of a function are at most 254")
        }
        Problem::OverCapacity { .. } => Some("split the function"),
    }
}

fn string_advice(error: StringError) -> &'static str {
    match error {
        StringError::Unfinished => "end the string on its line, or use `[[ ... ]]`, `\\n`, or a backslash before the line break",
        StringError::InvalidEscape => {
            "the escapes are \\a \\b \\f \\n \\r \\t \\v \\\\ \\\" \\' \\z \\xXX \\ddd \\u{XXX} and a backslash before a line break; a backslash itself is `\\\\`"
        }
        StringError::DecimalTooLarge => "`\\ddd` is a byte: at most \\255; for a character write `\\u{XXX}`",
        StringError::HexadecimalDigitExpected => "`\\xXX` takes exactly two hexadecimal digits, `\\u{XXX}` at least one",
        StringError::MissingOpeningBrace | StringError::MissingClosingBrace => {
            "a character is written `\\u{XXX}`, in hexadecimal"
        }
        StringError::CodePointTooLarge => "`\\u{XXX}` goes up to 7FFFFFFF",
    }
}
