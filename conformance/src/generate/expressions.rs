//! Writes expressions: of a wanted kind most of the time, of a wrong one sometimes, so that errors arise.

use super::{Kind, Writer};

const INTEGERS: [&str; 22] = [
    "0",
    "1",
    "2",
    "3",
    "-1",
    "7",
    "10",
    "63",
    "64",
    "65",
    "100",
    "255",
    "-128",
    "1000003",
    "0x7fffffff",
    "0xffffffff",
    "math.maxinteger",
    "math.mininteger",
    "9007199254740993",
    "-9007199254740993",
    "0x7fffffffffffffff",
    "1 << 62",
];
const FLOATS: [&str; 22] = [
    "0.0",
    "-0.0",
    "1.0",
    "0.5",
    "-1.5",
    "3.25",
    "0.1",
    "1e15",
    "1e16",
    "123456.789",
    "1e100",
    "-1e300",
    "2^53",
    "2^63",
    "-2^63",
    "math.huge",
    "-math.huge",
    "1e-7",
    "5e-324",
    "math.pi",
    "100.0",
    "1/3",
];
const STRINGS: [&str; 18] = [
    "\"\"",
    "\"a\"",
    "\"hello world\"",
    "\"10\"",
    "\"0x10\"",
    "\" 7 \"",
    "\"1e2\"",
    "\"3.0\"",
    "\"nan\"",
    "\"abc,def;ghi\"",
    "\"line\\nbreak\"",
    "\"\\0zero\"",
    "\"\\xff\\xfe\"",
    "\"key\"",
    "\"the quick brown fox\"",
    "\"(a(b)c)\"",
    "(\"x\"):rep(70)",
    "\"%d\"",
];
const FIELDS: [&str; 7] = ["a", "b", "key", "value", "x", "list", "missing"];
pub(super) const PATTERNS: [&str; 16] = [
    "%a+",
    "%d+",
    "(%w)(%w)",
    ".",
    "l+",
    "^%s*(.-)%s*$",
    "[aeiou]",
    "%b()",
    "()",
    "(%a+) (%a+)",
    "[^,;]+",
    "%f[%w]%w+",
    "x*",
    "%s",
    "(.)%1",
    "$",
];
const FORMATS: [&str; 16] =
    ["%d", "%5d", "%-5d|", "%05d", "%x", "%s", "%10s", "%.3s", "%q", "%g", "%.3f", "%e", "%5.1f", "%i", "%c", "%a"];

impl Writer {
    /// An expression of any kind.
    pub(super) fn expression(&mut self, depth: usize) -> String {
        let kinds = [
            Kind::Integer,
            Kind::Float,
            Kind::String,
            Kind::Boolean,
            Kind::List,
            Kind::Record,
            Kind::Object,
            Kind::Function,
            Kind::Any,
        ];
        let kind = *self.random.pick(&kinds);
        self.value(kind, depth)
    }

    /// An expression of a kind; one in thirty is of another.
    pub(super) fn value(&mut self, kind: Kind, depth: usize) -> String {
        if depth > 0 && self.random.chance(3) {
            return self.expression(depth - 1);
        }
        if self.random.chance(if depth == 0 { 60 } else { 30 })
            && let Some(name) = self.variable(kind)
        {
            return name;
        }
        match kind {
            Kind::Integer => self.integer(depth),
            Kind::Float => self.float(depth),
            Kind::String => self.string(depth),
            Kind::Boolean => self.boolean(depth),
            Kind::List => self.list(depth),
            Kind::Record => self.record(depth),
            Kind::Object => format!("object({})", self.value(Kind::Integer, depth.saturating_sub(1))),
            Kind::Function => self.function(depth),
            Kind::Any => self.anything(depth),
        }
    }

    fn integer(&mut self, depth: usize) -> String {
        if depth == 0 || self.random.chance(25) {
            return (*self.random.pick(&INTEGERS)).to_owned();
        }
        let inner = depth - 1;
        match self.random.below(15) {
            0..=3 => {
                let operator = *self.random.pick(&["+", "-", "*", "//", "%", "&", "|", "~", "<<", ">>"]);
                let (left, mut right) = (self.value(Kind::Integer, inner), self.value(Kind::Integer, inner));
                if operator == "-" && right == "0" {
                    right.push_str(".0");
                }
                format!("({left} {operator} {right})")
            }
            4 => format!("-{}", self.operand(Kind::Integer, inner)),
            5 => format!("~{}", self.operand(Kind::Integer, inner)),
            6 => {
                let kind = if self.coin() { Kind::String } else { Kind::List };
                format!("#{}", self.operand(kind, inner))
            }
            7 => format!("math.tointeger({})", self.value(Kind::Float, inner)),
            8 => format!("select({})", self.following("\"#\"", inner)),
            9 => format!("({}):byte({})", self.value(Kind::String, inner), self.value(Kind::Integer, 0)),
            10 => format!("math.floor({})", self.value(Kind::Float, inner)),
            11 => format!("math.ult({}, {})", self.value(Kind::Integer, inner), self.value(Kind::Integer, inner)),
            12 => format!("utf8.len({}, {}, -1, true)", self.value(Kind::String, inner), self.value(Kind::Integer, 0)),
            13 => format!("math.fmod({}, {})", self.value(Kind::Integer, inner), self.value(Kind::Float, 0)),
            _ => format!("({} or {})", self.value(Kind::Any, inner), self.value(Kind::Integer, inner)),
        }
    }

    fn float(&mut self, depth: usize) -> String {
        if depth == 0 || self.random.chance(25) {
            return (*self.random.pick(&FLOATS)).to_owned();
        }
        let inner = depth - 1;
        match self.random.below(8) {
            0..=4 => {
                let operator = *self.random.pick(&["+", "-", "*", "/", "//", "%"]);
                let left_kind = if self.coin() { Kind::Integer } else { Kind::Float };
                let (left, right) = (self.value(left_kind, inner), self.value(Kind::Float, inner));
                format!("({left} {operator} {right})")
            }
            5 => format!("-{}", self.operand(Kind::Float, inner)),
            6 => format!("({} / {})", self.value(Kind::Integer, inner), self.value(Kind::Integer, inner)),
            _ => {
                let function = *self.random.pick(&["math.sqrt", "math.abs", "math.ceil", "tonumber", "math.modf"]);
                format!("({function}({}))", self.value(Kind::Float, inner))
            }
        }
    }

    fn string(&mut self, depth: usize) -> String {
        if depth == 0 || self.random.chance(25) {
            return (*self.random.pick(&STRINGS)).to_owned();
        }
        let inner = depth - 1;
        let text = self.value(Kind::String, inner);
        match self.random.below(18) {
            0..=2 => {
                let kind = *self.random.pick(&[Kind::String, Kind::Integer, Kind::Float]);
                format!("({text} .. {})", self.value(kind, inner))
            }
            3 => format!("({text}):sub({}, {})", self.value(Kind::Integer, 0), self.value(Kind::Integer, 0)),
            4 => format!("({text}):{}()", *self.random.pick(&["upper", "lower", "reverse"])),
            5 => format!("({text}):rep({}, {})", self.random.below(4), self.value(Kind::String, 0)),
            6 => format!("(({text}):gsub({:?}, {}))", *self.random.pick(&PATTERNS), self.replacement()),
            7 => format!("(({text}):match({:?}))", *self.random.pick(&PATTERNS)),
            8 => format!("plain(string.format({:?}, {}))", *self.random.pick(&FORMATS), self.expression(inner.min(1)))
                .replace("object(", "tostring("),
            9 => format!("plain(tostring({}))", self.value(Kind::Float, inner)),
            10 => format!("table.concat({}, {})", self.value(Kind::List, inner), self.value(Kind::String, 0)),
            11 => format!("type({})", self.expression(inner)),
            12 => format!("string.pack(\"<i4\", {})", self.value(Kind::Integer, inner)),
            13 => format!(
                "string.format({:?}, {})",
                *self.random.pick(&["%.14g", "%q", "%x", "%5.2f", "%-6d|", "%+d"]),
                self.value(Kind::Integer, inner)
            ),
            14 => format!("({text}):find({:?}, {})", *self.random.pick(&PATTERNS), self.value(Kind::Integer, 0)),
            15 => format!("utf8.char({} & 0xffff)", self.value(Kind::Integer, inner)),
            16 => format!("string.char({} & 0xff, 65)", self.value(Kind::Integer, inner)),
            _ => format!("({} or {text})", self.value(Kind::Any, inner)),
        }
    }

    fn replacement(&mut self) -> String {
        (*self.random.pick(&[
            "\"<%0>\"",
            "\"\"",
            "\"%1\"",
            "{ a = 1, l = true, [\"the\"] = \"THE\" }",
            "function(c) return c and #c end",
            "\"%%\"",
            "string.upper",
        ]))
        .to_owned()
    }

    fn boolean(&mut self, depth: usize) -> String {
        if depth == 0 || self.random.chance(15) {
            return (*self.random.pick(&["true", "false"])).to_owned();
        }
        let inner = depth - 1;
        match self.random.below(7) {
            0..=2 => {
                let kind = *self.random.pick(&[Kind::Integer, Kind::Float, Kind::String, Kind::Object, Kind::Integer]);
                let other = if kind == Kind::Integer && self.random.chance(40) { Kind::Float } else { kind };
                let operator = *self.random.pick(&["<", "<=", ">", ">=", "==", "~="]);
                let (left, right) = (self.value(kind, inner), self.value(other, inner));
                format!("({left} {operator} {right})")
            }
            3 => format!("not {}", self.operand(Kind::Any, inner)),
            4 => format!("({} == {})", self.value(Kind::Any, inner), self.value(Kind::Any, inner)),
            5 => format!("({} and {})", self.value(Kind::Boolean, inner), self.value(Kind::Boolean, inner)),
            _ => format!("({} or {})", self.value(Kind::Boolean, inner), self.value(Kind::Boolean, inner)),
        }
    }

    fn list(&mut self, depth: usize) -> String {
        let count = self.random.below(5);
        let kind = *self.random.pick(&[Kind::Integer, Kind::String, Kind::Float]);
        let mut items: Vec<String> = (0..count)
            .map(|_| {
                let item = self.value(kind, depth.saturating_sub(1));
                let is_literal = [&INTEGERS[..], &FLOATS, &STRINGS].iter().any(|literals| literals.contains(&item.as_str()));
                if is_literal { item } else { format!("({item} or 0)") }
            })
            .collect();
        if self.is_vararg && self.random.chance(10) {
            items.push("dense(...)".to_owned());
        }
        format!("{{ {} }}", items.join(", "))
    }

    fn record(&mut self, depth: usize) -> String {
        let count = self.random.below(4);
        let mut items = Vec::new();
        for _ in 0..count {
            let value = self.expression(depth.saturating_sub(1));
            let field = *self.random.pick(&FIELDS);
            items.push(match self.random.below(4) {
                0 => format!("[{field:?}] = {value}"),
                1 => format!("[{}] = {value}", self.value(Kind::Integer, 0)),
                _ => format!("{field} = {value}"),
            });
        }
        format!("{{ {} }}", items.join(", "))
    }

    fn function(&mut self, depth: usize) -> String {
        let was = std::mem::replace(&mut self.is_vararg, false);
        let result = self.expression(depth.saturating_sub(1).min(1));
        self.is_vararg = was;
        // The body sees this parameter and nothing else that is new.
        format!("function(p) tick() return {} end", if self.coin() { result } else { format!("p, {result}") })
    }

    fn anything(&mut self, depth: usize) -> String {
        let inner = depth.saturating_sub(1);
        if depth == 0 {
            return (*self.random.pick(&["nil", "undefined_name", "false", "0", "\"any\""])).to_owned();
        }
        match self.random.below(10) {
            0..=1 => self.field_access(inner),
            2 => format!("{}[{}]", self.prefix(Kind::List), self.value(Kind::Integer, inner)),
            3..=4 => self.call(inner),
            5 if self.is_vararg => "(...)".to_owned(),
            6 if self.is_coroutine => format!("coroutine.yield({})", self.arguments(inner)),
            7 => format!("({} and {})", self.expression(inner), self.expression(inner)),
            8 => format!("tonumber({})", self.value(Kind::String, inner)),
            _ => format!("({} or {})", self.expression(inner), self.expression(inner)),
        }
    }

    fn field_access(&mut self, depth: usize) -> String {
        let field = *self.random.pick(&FIELDS);
        let kind = if self.random.chance(25) { Kind::Object } else { Kind::Record };
        let prefix = self.prefix(kind);
        match self.random.below(4) {
            0 => format!("{prefix}[{field:?}]"),
            1 => format!("{prefix}[{}]", self.value(Kind::String, depth)),
            2 if self.random.chance(20) => format!("{prefix}.{field}.{}", *self.random.pick(&FIELDS)),
            _ => format!("{prefix}.{}", if kind == Kind::Object && self.coin() { "twice" } else { field }),
        }
    }

    /// Something that a field or a call may follow.
    pub(super) fn prefix(&mut self, kind: Kind) -> String {
        match self.variable(kind) {
            Some(name) => name,
            None => format!("({})", self.value(kind, 0)),
        }
    }

    /// A call of a function, a method or an object.
    pub(super) fn call(&mut self, depth: usize) -> String {
        let arguments = self.arguments(depth);
        match self.random.below(8) {
            0..=3 => format!("{}({arguments})", self.prefix(Kind::Function)),
            4 => format!("{}:method({arguments})", self.prefix(Kind::Object)),
            5 => format!("{}({arguments})", self.prefix(Kind::Object)),
            6 if self.random.chance(15) => format!("{}.{}({arguments})", self.prefix(Kind::Record), *self.random.pick(&FIELDS)),
            6 => format!("mt.plain({arguments})"),
            _ => {
                let function = self.prefix(Kind::Function);
                format!("pcall({})", self.following(&function, depth))
            }
        }
    }

    /// Up to three arguments, the last of which may have many values.
    pub(super) fn arguments(&mut self, depth: usize) -> String {
        let count = self.random.below(4);
        let mut arguments: Vec<String> = (0..count).map(|_| self.expression(depth.min(1))).collect();
        if self.is_vararg && self.random.chance(15) {
            arguments.push("...".to_owned());
        } else if self.random.chance(8) && depth > 0 {
            arguments.push(format!("table.unpack({})", self.value(Kind::List, 0)));
        }
        arguments.join(", ")
    }

    /// A first argument and up to three more.
    pub(super) fn following(&mut self, first: &str, depth: usize) -> String {
        let rest = self.arguments(depth);
        if rest.is_empty() { first.to_owned() } else { format!("{first}, {rest}") }
    }

    /// An expression that a unary operator may stand before.
    fn operand(&mut self, kind: Kind, depth: usize) -> String {
        format!("({})", self.value(kind, depth))
    }

    pub(super) fn coin(&mut self) -> bool {
        self.random.chance(50)
    }
}
