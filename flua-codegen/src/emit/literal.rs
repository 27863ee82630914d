//! C# literals.

use std::fmt::Write;

use crate::csharp::Literal;

/// Writes a literal.
pub fn literal(out: &mut String, value: &Literal) {
    match value {
        Literal::Default => out.push_str("default"),
        Literal::Null => out.push_str("null"),
        Literal::Bool(true) => out.push_str("true"),
        Literal::Bool(false) => out.push_str("false"),
        Literal::Int(value) => push(out, format_args!("{value}")),
        Literal::Long(value) => long(out, *value),
        Literal::Double(value) => double(out, *value),
        Literal::String(text) => string(out, text),
        Literal::Bytes(bytes) => byte_span(out, bytes),
    }
}

/// A `long`: without suffix where an `int` literal converts by itself.
fn long(out: &mut String, value: i64) {
    if value == i64::MIN {
        out.push_str("long.MinValue");
    } else if i32::try_from(value).is_ok() {
        push(out, format_args!("{value}"));
    } else {
        push(out, format_args!("{value}L"));
    }
}

/// A `double`: the shortest text that reads back as the same number.
fn double(out: &mut String, value: f64) {
    if value.is_nan() {
        // The sign of a nan shows in `tostring`; the reference's `0/0` gives a negative one on x64.
        out.push_str(if value.is_sign_negative() { "double.NaN" } else { "-double.NaN" });
    } else if value.is_infinite() {
        out.push_str(if value > 0.0 { "double.PositiveInfinity" } else { "double.NegativeInfinity" });
    } else if value.trunc().to_bits() == value.to_bits() && value.abs() < 1e15 {
        push(out, format_args!("{value:.1}"));
    } else {
        push(out, format_args!("{value:e}"));
        if !out.ends_with(|c: char| c.is_ascii_digit()) {
            out.push('0');
        }
    }
}

/// A `string`.
fn string(out: &mut String, text: &str) {
    out.push('"');
    for character in text.chars() {
        escape(out, character);
    }
    out.push('"');
}

/// The bytes of a `ReadOnlySpan<byte>`: as text where they are UTF-8, else as numbers.
fn byte_span(out: &mut String, bytes: &[u8]) {
    if let Ok(text) = std::str::from_utf8(bytes) {
        string(out, text);
        out.push_str("u8");
        return;
    }
    out.push('[');
    for (index, byte) in bytes.iter().enumerate() {
        if index > 0 {
            out.push_str(", ");
        }
        push(out, format_args!("{byte}"));
    }
    out.push(']');
}

/// A character inside a string. What does not print, or would not show as what it is, is written by its number with four or
/// eight digits, since `\x` takes as many digits as follow.
fn escape(out: &mut String, character: char) {
    match character {
        '"' => out.push_str("\\\""),
        '\\' => out.push_str("\\\\"),
        '\n' => out.push_str("\\n"),
        '\r' => out.push_str("\\r"),
        '\t' => out.push_str("\\t"),
        ' '..='~' => out.push(character),
        _ if (character as u32) < 0x1_0000 => push(out, format_args!("\\u{:04X}", character as u32)),
        _ => push(out, format_args!("\\U{:08X}", character as u32)),
    }
}

/// Appends formatted text.
pub fn push(out: &mut String, text: std::fmt::Arguments<'_>) {
    out.write_fmt(text).expect("writing to a string does not fail");
}

#[cfg(test)]
mod tests {
    use super::*;

    fn printed(value: &Literal) -> String {
        let mut out = String::new();
        literal(&mut out, value);
        out
    }

    #[test]
    fn floats_keep_a_mark_of_their_type() {
        assert_eq!(printed(&Literal::Double(1.0)), "1.0");
        assert_eq!(printed(&Literal::Double(-0.0)), "-0.0");
        assert_eq!(printed(&Literal::Double(1e300)), "1e300");
        assert_eq!(printed(&Literal::Double(0.1)), "1e-1");
        assert_eq!(printed(&Literal::Double(f64::INFINITY)), "double.PositiveInfinity");
    }

    #[test]
    fn bytes_that_are_no_text_become_numbers() {
        assert_eq!(printed(&Literal::Bytes(b"a\"\n\x01".as_slice().into())), "\"a\\\"\\n\\u0001\"u8");
        assert_eq!(printed(&Literal::Bytes(b"\xff\x00".as_slice().into())), "[255, 0]");
    }

    #[test]
    fn integers_say_long_only_where_they_must() {
        assert_eq!(printed(&Literal::Long(7)), "7");
        assert_eq!(printed(&Literal::Long(1 << 40)), "1099511627776L");
        assert_eq!(printed(&Literal::Long(i64::MIN)), "long.MinValue");
    }
}
