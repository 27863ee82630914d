//! What a diagnostic says beyond the reference's words: labels that show the places, notes that teach.

use flua_ast::{Label, SourceFile, Span};

use crate::error::{Limit, Mistake, Problem};
use crate::lexer::escape::StringError;
use crate::token::{KEYWORDS, Token};

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
    let note = note.or_else(|| spaced_elseif(mistake, source));
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
    let before = before.trim_ascii_end();
    match problem {
        Problem::NoStatement { .. } if before.ends_with(b"continue") => {
            Some("Lua has no `continue`: put `::continue::` at the end of the loop's body and write `goto continue`")
        }
        Problem::Expected { token: Token::Then | Token::Do } if before.ends_with(b"}") || rest.starts_with(b"{") => {
            Some("a block begins with `then` or `do` and ends with `end`, without braces")
        }
        Problem::Expected { token: Token::Then | Token::Do } if rest.starts_with(b"=") => Some("`=` assigns; `==` compares"),
        Problem::Unclosed { expected: Token::End | Token::Until, .. } if rest.starts_with(b"}") => {
            Some("a block ends with `end`, without braces")
        }
        _ => foreign_token(before, rest).or_else(|| surroundings(problem, before, rest)),
    }
}

/// `else if`, where `elseif` was meant: it opens an `if` with an `end` of its own.
fn spaced_elseif(mistake: &Mistake, source: &SourceFile) -> Option<&'static str> {
    let Problem::Unclosed { expected: Token::End, opener: Token::If, span, .. } = &mistake.problem else { return None };
    let inside = &source.bytes()[span.start as usize..mistake.span.start as usize];
    let is_spaced = inside.windows(8).any(|window| window == b"else if ");
    is_spaced.then_some("`else if` opens an `if` that wants an `end` of its own; `elseif` goes on with the one before")
}

/// What the words around the place of a mistake tell.
fn surroundings(problem: &Problem, before: &[u8], rest: &[u8]) -> Option<&'static str> {
    let begins_with = |word: &[u8]| rest.starts_with(word) && !rest.get(word.len()).is_some_and(|byte| is_name_byte(*byte));
    match problem {
        Problem::Expected { token: Token::Then } => Some("the condition of `if` and `elseif` ends with `then`"),
        Problem::Expected { token: Token::Do } => Some("the head of a loop ends with `do`"),
        Problem::Expected { token: Token::OpenParen } if rest.starts_with(b".") || rest.starts_with(b":") => {
            let head = before.trim_ascii_end();
            let name = head.iter().rev().take_while(|byte| is_name_byte(**byte)).count();
            let head = head[..head.len() - name].trim_ascii_end();
            let head = head.strip_suffix(b"function").unwrap_or_default().trim_ascii_end();
            Some(if ends_with_word(head, &["local"]) {
                "a local function has a plain name; for a field write `function table.name()` without `local`"
            } else {
                "behind the name of a method there are only its parameters"
            })
        }
        Problem::Expected { token: Token::OpenParen } => {
            Some("a function has parentheses around its parameters, even if there are none")
        }
        Problem::Expected { token: Token::CloseParen } if rest.starts_with(b"=") => {
            Some("a parameter has no default value: write `b = b or 2` in the body")
        }
        Problem::Expected { token: Token::In } => {
            Some("several variables stand before `in`: `for key, value in pairs(t) do`; `=` takes one, `for i = 1, 10 do`")
        }
        Problem::Expected { token: Token::Name } if starts_with_keyword(rest) => {
            Some("this word is a keyword, and cannot be a name")
        }
        Problem::Expected { token: Token::Name } if before.ends_with(b":") => {
            Some("in a table, `=` stands between a name and its value; `:` calls a method")
        }
        Problem::Expected { token: Token::EndOfFile } if begins_with(b"end") => {
            Some("nothing is open here: an `end` before this one closes more than was meant, or this one is too much")
        }
        Problem::Expected { token: Token::EndOfFile }
            if ["else", "elseif", "until"].iter().any(|word| begins_with(word.as_bytes())) =>
        {
            Some("nothing is open here that it could belong to: an `end` before this may close too much")
        }
        Problem::Unclosed { expected: Token::End, .. } if follows_return(before, rest) => {
            Some("`return` is the last statement of its block; to leave earlier, write `do return end`")
        }
        Problem::Unclosed { expected: Token::CloseBrace, .. } => {
            Some("fields are separated by `,` or `;`, and the table ends with `}`")
        }
        Problem::Unclosed { expected: Token::Until, .. } => Some("`repeat` ends with `until` and a condition, not with `end`"),
        Problem::UnexpectedSymbol { in_statement: true } if rest.starts_with(b"//") => Some("a comment begins with `--`"),
        Problem::UnexpectedSymbol { in_statement: true } if rest.starts_with(b"{") => {
            Some("a block has no braces: it ends with `end`")
        }
        Problem::UnexpectedSymbol { in_statement: false } if rest.starts_with(b"[") => {
            Some("a list is written with braces: `{1, 2, 3}`")
        }
        Problem::UnexpectedSymbol { .. } if rest.starts_with(b"=>") => Some("a function is written `function(x) return x end`"),
        Problem::NoStatement { is_target: false, .. } => foreign_statement(before),
        Problem::UnexpectedSymbol { .. } if rest.starts_with(b":") && matches!(before.last(), Some(b'"' | b'\'' | b'}')) => {
            Some("to call a method of a literal, put it in parentheses: `(\"text\"):upper()`")
        }
        Problem::UnexpectedSymbol { .. } | Problem::Expected { token: Token::CloseParen }
            if rest.starts_with(b":") && before.last().is_some_and(|byte| is_name_byte(*byte)) =>
        {
            Some("Lua has no type annotations: a comment may name the type")
        }
        _ => None,
    }
}

/// The words with which statements of other languages begin.
fn foreign_statement(before: &[u8]) -> Option<&'static str> {
    const ADVICE: [(&[&str], &str); 6] = [
        (&["elif", "elsif", "elseIf"], "Lua writes `elseif`"),
        (&["const"], "a local variable that keeps its value is declared with `local name <const> = value`"),
        (&["let", "var", "auto"], "a local variable is declared with `local name = value`"),
        (&["def", "fn", "func", "fun"], "a function is defined with `function name(parameters) ... end`"),
        (
            &["switch", "match"],
            "Lua has no `switch`: write `if ... elseif ... end`, or look the value up in a table of functions",
        ),
        (&["try"], "errors are caught with `pcall`: `local ok, result = pcall(f, argument)`"),
    ];
    ADVICE.iter().find(|(words, _)| ends_with_word(before, words)).map(|(_, advice)| *advice)
}

fn is_name_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}

fn starts_with_keyword(rest: &[u8]) -> bool {
    let length = rest.iter().take_while(|byte| is_name_byte(**byte)).count();
    KEYWORDS.iter().any(|keyword| keyword.as_bytes() == &rest[..length])
}

/// Whether the text ends with one of these as a whole word.
fn ends_with_word(text: &[u8], words: &[&str]) -> bool {
    words
        .iter()
        .any(|word| text.strip_suffix(word.as_bytes()).is_some_and(|text| !text.last().is_some_and(|byte| is_name_byte(*byte))))
}

/// Whether the line before the place is a `return`.
fn follows_return(before: &[u8], rest: &[u8]) -> bool {
    let line = before.rsplit(|byte| *byte == b'\n').next().unwrap_or_default().trim_ascii_start();
    !rest.is_empty() && line.starts_with(b"return") && !line.get(6).is_some_and(|byte| is_name_byte(*byte))
}

/// Tokens of other languages.
fn foreign_token(before: &[u8], rest: &[u8]) -> Option<&'static str> {
    const COMPOUND: &str = "Lua has no compound assignment: write `x = x + y`";
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
        [0xE2, 0x80, 0x9C | 0x9D | 0x98 | 0x99, ..] => {
            Some("a string stands between the plain quotes `\"` or `'`, not typographic ones")
        }
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
