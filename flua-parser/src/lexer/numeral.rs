//! Numerals: where they end, and the number they denote. Lua §3.1.

use logos::Lexer;

use crate::token::Token;

/// The number that a numeral denotes.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Number {
    /// An integer; hexadecimal ones wrap around.
    Integer(i64),
    /// A float.
    Float(f64),
}

/// Finds the end of a numeral whose first digit has matched.
///
/// Like the reference it takes more than can be a numeral, so that `3x` is one malformed number and not two tokens.
pub fn scan(lexer: &mut Lexer<'_, Token>) {
    let rest = lexer.remainder();
    let mut at = 0;
    let is_hexadecimal = lexer.slice() == b"0" && matches!(rest.first(), Some(b'x' | b'X'));
    if is_hexadecimal {
        at += 1;
    }
    let exponent = if is_hexadecimal { b'p' } else { b'e' };
    while let Some(&byte) = rest.get(at) {
        if byte | 0x20 == exponent {
            at += 1;
            if matches!(rest.get(at), Some(b'+' | b'-')) {
                at += 1;
            }
        } else if byte.is_ascii_hexdigit() || byte == b'.' {
            at += 1;
        } else {
            break;
        }
    }
    if rest.get(at).is_some_and(|byte| byte.is_ascii_alphabetic() || *byte == b'_') {
        at += 1;
    }
    lexer.bump(at);
}

/// The number that a numeral denotes, or `None` when it is malformed.
pub fn parse(text: &[u8]) -> Option<Number> {
    match text {
        [b'0', b'x' | b'X', digits @ ..] => parse_hexadecimal(digits),
        _ => parse_decimal(text),
    }
}

fn parse_decimal(text: &[u8]) -> Option<Number> {
    if text.iter().all(u8::is_ascii_digit) {
        let integer = text.iter().try_fold(0_i64, |value, digit| value.checked_mul(10)?.checked_add(i64::from(digit - b'0')));
        if let Some(value) = integer {
            return Some(Number::Integer(value));
        }
    }
    // The standard library rounds correctly, as C's `strtod` does. It would take `inf`, but a numeral starts with a digit
    // or a dot and a digit.
    let text = std::str::from_utf8(text).ok()?;
    text.parse().ok().map(Number::Float)
}

fn parse_hexadecimal(digits: &[u8]) -> Option<Number> {
    if !digits.is_empty() && digits.iter().all(u8::is_ascii_hexdigit) {
        let value = digits.iter().fold(0_i64, |value, &digit| value.wrapping_shl(4) | i64::from(digit_value(digit)));
        return Some(Number::Integer(value));
    }
    parse_hexadecimal_float(digits).map(Number::Float)
}

/// `hex[.hex][p[+-]dec]`, rounded to the nearest double, ties to even.
fn parse_hexadecimal_float(text: &[u8]) -> Option<f64> {
    let mut mantissa = Mantissa::default();
    let mut has_dot = false;
    let mut has_digits = false;
    let mut at = 0;
    while let Some(&byte) = text.get(at) {
        match byte {
            b'.' if !has_dot => has_dot = true,
            b'0'..=b'9' | b'a'..=b'f' | b'A'..=b'F' => {
                has_digits = true;
                mantissa.push(digit_value(byte), has_dot);
            }
            _ => break,
        }
        at += 1;
    }
    if !has_digits {
        return None;
    }
    let exponent = match &text[at..] {
        [] => 0,
        [b'p' | b'P', rest @ ..] => parse_exponent(rest)?,
        _ => return None,
    };
    Some(mantissa.to_f64(exponent))
}

fn parse_exponent(text: &[u8]) -> Option<i64> {
    let (is_negative, digits) = match text {
        [b'-', digits @ ..] => (true, digits),
        [b'+', digits @ ..] => (false, digits),
        _ => (false, text),
    };
    if digits.is_empty() || !digits.iter().all(u8::is_ascii_digit) {
        return None;
    }
    let value = digits.iter().fold(0_i64, |value, digit| value.saturating_mul(10).saturating_add(i64::from(digit - b'0')));
    Some(if is_negative { -value } else { value })
}

fn digit_value(digit: u8) -> u8 {
    match digit {
        b'0'..=b'9' => digit - b'0',
        _ => (digit | 0x20) - b'a' + 10,
    }
}

/// The digits of a hexadecimal float: `bits` × 2^`exponent`, and whether anything behind them was not zero.
#[derive(Default)]
struct Mantissa {
    bits: u64,
    exponent: i64,
    is_inexact: bool,
}

impl Mantissa {
    fn push(&mut self, digit: u8, is_fraction: bool) {
        if self.bits >> 60 == 0 {
            self.bits = self.bits << 4 | u64::from(digit);
            if is_fraction {
                self.exponent -= 4;
            }
        } else {
            self.is_inexact |= digit != 0;
            if !is_fraction {
                self.exponent += 4;
            }
        }
    }

    fn to_f64(&self, exponent: i64) -> f64 {
        if self.bits == 0 {
            return 0.0;
        }
        let shift = self.bits.leading_zeros();
        let bits = self.bits << shift;
        // The value is 1.xxx × 2^magnitude.
        let magnitude = self.exponent.saturating_add(exponent).saturating_sub(i64::from(shift)).saturating_add(63);
        if magnitude > 1023 {
            return f64::INFINITY;
        }
        if magnitude < -1075 {
            return 0.0;
        }
        // Subnormals keep fewer bits: 53 at -1022, one less for each power below.
        let lost = u32::try_from(11 + (-1022 - magnitude).max(0)).expect("the magnitude is at least -1075");
        let (kept, remainder, half) = match lost {
            64 => (0, bits, 1_u64 << 63),
            _ => (bits >> lost, bits & ((1 << lost) - 1), 1 << (lost - 1)),
        };
        let rounds_up = remainder > half || (remainder == half && (self.is_inexact || kept & 1 == 1));
        let kept = kept + u64::from(rounds_up);
        // Adding, not or-ing: a mantissa that rounds up to the next power of two carries into the exponent.
        let biased = u64::try_from((magnitude + 1022).max(0)).expect("not negative");
        f64::from_bits((biased << 52) + kept)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn float(text: &str) -> u64 {
        match parse(text.as_bytes()) {
            Some(Number::Float(value)) => value.to_bits(),
            other => panic!("{text} is {other:?}"),
        }
    }

    #[test]
    fn decimal_integers_that_overflow_are_floats() {
        assert_eq!(parse(b"9223372036854775807"), Some(Number::Integer(i64::MAX)));
        assert_eq!(float("9223372036854775808"), 9_223_372_036_854_775_808_f64.to_bits());
        assert_eq!(parse(b"007"), Some(Number::Integer(7)));
    }

    #[test]
    fn hexadecimal_integers_wrap_around() {
        assert_eq!(parse(b"0xffffffffffffffff"), Some(Number::Integer(-1)));
        assert_eq!(parse(b"0X1ffffffffffffffff"), Some(Number::Integer(-1)));
        assert_eq!(parse(b"0xA"), Some(Number::Integer(10)));
    }

    #[test]
    fn hexadecimal_floats_round_to_nearest_even() {
        assert_eq!(float("0x.8"), 0.5_f64.to_bits());
        assert_eq!(float("0xA.8p1"), 21.0_f64.to_bits());
        assert_eq!(float("0x1p-1074"), 1);
        assert_eq!(float("0x1p-1075"), 0);
        assert_eq!(float("0x1.8p-1075"), 1);
        assert_eq!(float("0x1.00000000000001p-1075"), 1);
        assert_eq!(float("0x0.fffffffffffff8p-1022"), f64::MIN_POSITIVE.to_bits());
        assert_eq!(float("0x1.fffffffffffff8p0"), 2.0_f64.to_bits());
        assert_eq!(float("0x1.00000000000008p0"), 1.0_f64.to_bits());
        assert_eq!(float("0x1.000000000000080000000000000000001p0"), 1.0_f64.to_bits() + 1);
        assert_eq!(float("0x1p1024"), f64::INFINITY.to_bits());
        assert_eq!(float("0x1.fffffffffffff8p1023"), f64::INFINITY.to_bits());
        assert_eq!(float("0x0p99999999999999999999"), 0);
        assert_eq!(float("0x1p99999999999999999999"), f64::INFINITY.to_bits());
        assert_eq!(float("0x1p-99999999999999999999"), 0);
    }

    #[test]
    fn malformed_numerals_are_refused() {
        for text in ["0x", "0x.", "0xp1", "0x1p", "0x1p+", "1e", "1e+", "3x", "1..2", "0x1.2.3", "08e", "1a"] {
            assert_eq!(parse(text.as_bytes()), None, "{text}");
        }
    }
}
