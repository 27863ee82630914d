//! Writes functions whose variables hold strings: concatenations, methods, lengths, comparisons and keys, in loops, closures and coroutines; and
//! calls them with arguments that mostly are strings or numbers, and now and then something else.

use super::Writer;

/// What the variables begin with, and what may stand for a string. The parameters are `x`, `y` and `n`.
const TEXTS: &[&str] = &[
    "s",
    "t",
    "u",
    "s",
    "t",
    "\"\"",
    "\"abc\"",
    "\"k=v;\"",
    "\"12\"",
    "\"0x10\"",
    "(\"xy\")",
    "\"é\\0z\"",
    "x",
    "y",
    "known(s)",
    "tostring(n)",
    "type(x)",
    "(\"-\"):rep(3)",
    "(\"%5s\"):format(n)",
];

/// What may stand for a number.
const NUMBERS: &[&str] = &["1", "2", "-1", "0", "i", "n", "1.0", "#s", "#t", "-3", "2.5", "1 << 53"];

/// Statements: `T` stands for a string, `N` for a number, `C` for a condition.
const STATEMENTS: &[&str] = &[
    "s = T",
    "t = T",
    "u = T",
    "s = s .. T",
    "t = T .. N .. T",
    "s = s:upper():sub(N, N)",
    "t, u = u, T",
    "s, i = s:gsub(\"%a\", \"%0%0\", 2)",
    "t = t:gsub(\"(%w)(%w)\", \"%2%1\")",
    "out(#s, s, T)",
    "out(T == T, T ~= \"abc\", s < T, t <= T)",
    "out(T:byte(N), T:byte(N, N))",
    "out(T:find(T, N, true))",
    "out(T + N)",
    "local c = T d[c] = (d[c] or 0) + 1 out(d[c], d[T])",
    "local c, k = T, #T f[#f + 1] = function(z) return c .. (z or k), #c, c == z end",
    "local c = T f[#f + 1] = function(z) c = c .. (z or \"\") c = c:sub(-20) return c end",
    "for k = 1, #s do local c = s:sub(k, k) if c == \"a\" or c < \"B\" then i = i + 1 elseif s:byte(k) == 98 then i = i + 2 end end",
    "for w in s:gmatch(\"%w+\") do u = w .. u if #u > 30 then break end end",
    "for k = 1, 3 do local c = T if C then goto next end u = c .. k ::next:: end",
    "while #t > 8 do t = t:sub(2) if C then break end end",
    "if coroutine.isyieldable() then local c = T y = coroutine.yield(#s, c) out(c, s) end",
    "if C then s = N end",
    "if C then return T, #s, T:sub(N) end",
    "if C then return s:rep(N, T) end",
    "return T:lower()",
    "u = setmetatable({}, { __concat = function(a, b) return plain(show(a)) .. plain(show(b)) end, __len = function() return T end })",
];

impl Writer {
    /// A function whose variables hold strings, called with some arguments.
    pub(super) fn text_function(&mut self) {
        let function = self.fresh("text");
        self.line(&format!("local function {function}(x, y, n)"));
        self.indent += 1;
        self.line("local i, d, f = 1, {}, {}");
        self.line("local function known(a) tick() if a == nil then return \"none\" end return \"<\" .. tostring(a):sub(1, 9) .. \">\" end");
        let first = [(); 3].map(|()| self.text_value(&TEXTS[5..], 0)).join(", ");
        self.line(&format!("local s, t, u = {first}"));
        for _ in 0..5 + self.random.below(8) {
            let statement = *self.random.pick(STATEMENTS);
            let text = self.text_statement(statement);
            self.line(&format!("do {text} end"));
            if self.random.chance(40) {
                // What is doubled again and again stays short.
                self.line("if #s > 60 then s = s:sub(-20) end if #t > 60 then t = t:sub(1, 20) end");
            }
        }
        self.line("for k = 1, #f do out(f[k](s), f[k]()) end");
        self.line("return s, t, u, i");
        self.indent -= 1;
        self.line("end");
        for _ in 0..2 + self.random.below(2) {
            let arguments = [(); 3].map(|()| {
                *self.random.pick(&["\"abc\"", "\"b a\"", "3", "2.5", "\"\"", "nil", "object(\"o\")", "true", "\"7\"", "7"])
            });
            let arguments = arguments.join(", ");
            if !self.never_yields && self.random.chance(40) {
                let coroutine = self.fresh("c");
                self.line(&format!("local {coroutine} = coroutine.wrap({function}) got({coroutine}, {arguments}) for k = 1, 3 do got({coroutine}, \"y\" .. k) end"));
            } else {
                self.line(&format!("got({function}, {arguments})"));
            }
        }
    }

    fn text_statement(&mut self, statement: &str) -> String {
        let mut text = String::new();
        let mut rest = statement;
        while let Some(at) = rest.find(['T', 'N', 'C']) {
            text.push_str(&rest[..at]);
            text.push_str(&match &rest[at..=at] {
                "T" => self.text_value(TEXTS, 2),
                "N" => (*self.random.pick(NUMBERS)).to_owned(),
                _ => self.text_condition(),
            });
            rest = &rest[at + 1..];
        }
        text + rest
    }

    /// A string, as a prefix expression: methods can be asked of it.
    fn text_value(&mut self, texts: &[&str], depth: usize) -> String {
        if depth == 0 || self.random.chance(40) {
            let text = *self.random.pick(texts);
            return if text.starts_with('"') { format!("({text})") } else { text.to_owned() };
        }
        let first = self.text_value(texts, depth - 1);
        let number = *self.random.pick(NUMBERS);
        match self.random.below(14) {
            0..=2 => format!("({first} .. {})", self.text_value(texts, depth - 1)),
            3 => format!("({first} .. {number})"),
            4 => format!("({number} .. \"|\" .. {first})"),
            5 => format!("{first}:upper()"),
            6 => format!("{first}:reverse():lower()"),
            7 => format!("{first}:sub({number})"),
            8 => format!("string.sub({first}, {number}, {})", self.random.pick(NUMBERS)),
            9 => format!("{first}:rep({} % 3)", self.random.pick(&NUMBERS[..5])),
            10 => format!("({first}:gsub(\"%a\", \"<%0>\", 1))"),
            11 => format!("table.concat({{ {first}, {number} }}, {})", self.text_value(texts, depth - 1)),
            12 => format!("string.char(65 + #{first} % 26)"),
            _ => format!("string.format(\"%s-%s\", {first}, {number})"),
        }
    }

    fn text_condition(&mut self) -> String {
        let (left, right) = (self.text_value(TEXTS, 1), self.text_value(TEXTS, 1));
        match self.random.below(6) {
            0 => format!("{left} == {right}"),
            1 => format!("{left} < {right}"),
            2 => format!("#{left} % 2 == 0"),
            3 => format!("{left}:find({right}, 1, true)"),
            4 => format!("type({left}) == \"string\""),
            _ => left,
        }
    }
}
