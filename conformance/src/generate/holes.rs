//! Fills the holes of the pieces in [`super::pieces`].
//!
//! `$name` is a fresh name, the same wherever it stands in the piece. `@` and a letter is a value:
//!
//! | hole | value |
//! | --- | --- |
//! | `@e` | any expression |
//! | `@i` `@f` `@s` `@b` `@l` | an integer, a float, a string, a boolean, a list |
//! | `@N` `@I` | a number, an integer, at an edge |
//! | `@j` | a small integer, as an index |
//! | `@t` | a text that may be a numeral |
//! | `@p` `@r` | a pattern, a replacement |
//! | `@w` | a format of one number or string |
//! | `@k` | a format of `string.pack` |
//! | `@M` | what the metamethods of `every` do |

use super::{Kind, Writer, expressions::PATTERNS};

const EDGE_INTEGERS: [&str; 22] = [
    "0",
    "1",
    "(-1)",
    "2",
    "3",
    "(-3)",
    "7",
    "63",
    "64",
    "(-64)",
    "127",
    "128",
    "(-128)",
    "1 << 31",
    "1 << 53",
    "(1 << 53) + 1",
    "-(1 << 53) - 1",
    "math.maxinteger",
    "math.maxinteger - 1",
    "math.mininteger",
    "math.mininteger + 1",
    "0xffffffffffffffff",
];
const EDGE_FLOATS: [&str; 20] = [
    "0.0",
    "(-0.0)",
    "1.0",
    "(-1.0)",
    "0.5",
    "(-2.5)",
    "3.0",
    "1e308",
    "(-1e308)",
    "5e-324",
    "2.0^53",
    "2.0^53 + 2",
    "2.0^63",
    "-(2.0^63)",
    "2.0^63 - 1024",
    "-(2.0^63) - 2048",
    "2.0^64",
    "math.huge",
    "(-math.huge)",
    "0.0 / 0.0",
];
const NUMERALS: [&str; 24] = [
    "'10'",
    "'0x10'",
    "' 7 '",
    "'1e2'",
    "'3.0'",
    "'0x1p4'",
    "'-0x7fffffffffffffff'",
    "'9223372036854775808'",
    "'-9223372036854775808'",
    "'1e400'",
    "'0x'",
    "''",
    "' '",
    "'1 2'",
    "'0xffffffffffffffffff'",
    "'inf'",
    "'nan'",
    "'.5'",
    "'5.'",
    "'.'",
    "'1e'",
    "'-'",
    "'\\t12\\n'",
    "'zz'",
];
const REPLACEMENTS: [&str; 8] = [
    "'<%0>'",
    "'%1%2'",
    "'%'",
    "'%9'",
    "{ a = 1, h = false, l = 'L' }",
    "function(a, b) return b or a end",
    "function(a) return a and #tostring(a) > 1 and {} end",
    "7",
];
const PACKS: [&str; 10] = ["'i4'", "'<I2'", "'>i8'", "'d'", "'f'", "'b'", "'j'", "'!4 b i4'", "'s1'", "'i17'"];

impl Writer {
    /// A piece with its holes filled.
    pub(super) fn fill(&mut self, piece: &str) -> String {
        let mut text = String::with_capacity(piece.len() * 2);
        let mut names: Vec<(String, String)> = Vec::new();
        let mut characters = piece.chars().peekable();
        while let Some(character) = characters.next() {
            match character {
                '$' => {
                    let mut stem = String::new();
                    while let Some(letter) = characters.next_if(char::is_ascii_lowercase) {
                        stem.push(letter);
                    }
                    let known = names.iter().find(|(name, _)| *name == stem).map(|(_, fresh)| fresh.clone());
                    text.push_str(&known.unwrap_or_else(|| {
                        let fresh = self.fresh(&stem);
                        names.push((stem, fresh.clone()));
                        fresh
                    }));
                }
                '@' => {
                    let hole = characters.next().expect("a hole has a letter");
                    text.push_str(&self.hole(hole));
                }
                other => text.push(other),
            }
        }
        text
    }

    fn hole(&mut self, hole: char) -> String {
        match hole {
            'e' => {
                let text = self.expression(1);
                format!("({text})")
            }
            'i' => self.value(Kind::Integer, 1),
            'f' => self.value(Kind::Float, 1),
            's' => format!("({})", self.value(Kind::String, 1)),
            'b' => self.value(Kind::Boolean, 1),
            'l' => self.value(Kind::List, 1),
            'N' if self.coin() => format!("({})", self.random.pick(&EDGE_FLOATS)),
            'N' | 'I' => format!("({})", self.random.pick(&EDGE_INTEGERS)),
            'j' => (*self.random.pick(&["-3", "-1", "0", "1", "2", "3", "5", "1.0", "2.5", "nil", "'2'"])).to_owned(),
            't' => format!("({})", self.random.pick(&NUMERALS)),
            'p' => format!("{:?}", self.random.pick(&PATTERNS)),
            'r' => (*self.random.pick(&REPLACEMENTS)).to_owned(),
            'w' => self.format_text(),
            'k' => (*self.random.pick(&PACKS)).to_owned(),
            'M' => (*self.random.pick(&["'return'", "'yield'", "'error'"])).to_owned(),
            other => unreachable!("no such hole: @{other}"),
        }
    }

    /// A format with flags, a width and a precision, not all of which fit.
    fn format_text(&mut self) -> String {
        let mut text = String::from("'[%");
        for flag in ["-", "+", " ", "#", "0"] {
            if self.random.chance(20) {
                text.push_str(flag);
            }
        }
        if self.coin() {
            text.push_str(self.random.pick::<&str>(&["1", "5", "12", "99", "100"]));
        }
        if self.random.chance(40) {
            text.push_str(self.random.pick::<&str>(&[".", ".0", ".3", ".14", ".99", ".100"]));
        }
        text.push_str(
            self.random
                .pick::<&str>(&["d", "i", "u", "c", "x", "X", "o", "e", "E", "f", "F", "g", "G", "a", "A", "s", "q", "%", "y"]),
        );
        text.push_str("]'");
        text
    }
}
