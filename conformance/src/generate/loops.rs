//! Writes functions that go through lists of numbers in loops without calls: sums, products, rows of tables, swaps, ways out; and calls them with lists
//! that hold mostly one type of number, and now and then something else.

use super::Writer;

/// What stands for a value in such a loop.
const VALUES: &[&str] =
    &["a[i]", "b[i]", "i", "x.f", "x.g", "0.5", "2", "1.5", "c[j][i]", "c[i][j]", "a[i + 1]", "a[i - 1]", "n", "s", "q", "p"];

/// What such a loop begins with.
const HEADS: &[&str] = &[
    "for i = 1, n do",
    "for i = 1, #a do",
    "for i, e in ipairs(a) do",
    "for i = n, 1, -1 do",
    "for i = 2, n - 1, 2 do",
    "local i = 0 while i < n do i = i + 1",
    "for i = 1.0, n do",
    "for i = j, n do",
];

/// What the sums of such a loop begin with.
const FIRST: &[&str] = &["0", "0.0", "1", "0.5", "a[1]", "nil", "\"3\"", "2.5"];

impl Writer {
    /// A function with a loop over lists, called with some lists.
    pub(super) fn list_loop(&mut self) {
        let function = self.fresh("over");
        let first = [(); 3].map(|()| *self.random.pick(FIRST)).join(", ");
        let is_nested = self.random.chance(30);
        let head = *self.random.pick(HEADS);
        self.line(&format!("local function {function}(a, b, c, x, n, j)"));
        self.indent += 1;
        self.line(&format!("local s, q, p, w, d = {first}, nil, {{}}"));
        if is_nested {
            self.line("for o = 1, 2 do");
        }
        self.line(head);
        self.line("do");
        self.indent += 1;
        for _ in 0..=self.random.below(4) {
            self.loop_statement(2);
        }
        self.indent -= 1;
        self.line("end");
        self.line("::continue::");
        self.line(if is_nested { "end end" } else { "end" });
        self.line("return s, q, p, w, #d, d[1]");
        self.indent -= 1;
        self.line("end");
        for odd in [0, 0, 12] {
            let [list, other, first, second, third] = [(); 5].map(|()| self.number_list(odd));
            let fields = [(); 2].map(|()| self.number_or(odd, false));
            let [name, record] = [self.fresh("a"), self.fresh("x")];
            self.line(&format!("local {name}, {record} = {list}, {{ f = {}, g = {} }}", fields[0], fields[1]));
            let lists = format!("{{ {first}, {second}, {third}, {name}, {name} }}");
            self.line(&format!("out(pcall({function}, {name}, {other}, {lists}, {record}, 5, 2))"));
            self.line(&format!("out({name}[1], {name}[3], {name}[5], {record}.f, {record}.g)"));
        }
    }

    fn loop_value(&mut self, depth: usize) -> String {
        if depth == 0 || self.random.chance(40) {
            return (*self.random.pick(VALUES)).to_owned();
        }
        let (left, right) = (self.loop_value(depth - 1), self.loop_value(depth - 1));
        match self.random.below(10) {
            0 => format!("(-{left})"),
            1 => format!("math.max({left}, {right})"),
            _ => format!("({left} {} {right})", self.random.pick(&["+", "-", "*", "+", "*", "/"])),
        }
    }

    fn loop_condition(&mut self) -> String {
        let (left, right) = (self.loop_value(1), self.loop_value(1));
        format!("{left} {} {right}", self.random.pick(&["<", "<=", ">", "==", "~="]))
    }

    fn loop_statement(&mut self, depth: usize) {
        let value = self.loop_value(2);
        let variable = *self.random.pick(&["s", "q", "p"]);
        match self.random.below(16) {
            0..=5 => {
                let operator = *self.random.pick(&["+", "-", "*", "+"]);
                self.line(&format!("{variable} = {variable} {operator} {value}"));
            }
            6 => self.line(&format!("{variable} = {value}")),
            7 => self.line(&format!("w = {value}")),
            8..=10 => {
                let place = *self.random.pick(&["a[i]", "b[i]", "x.f", "x.g", "c[j][i]", "d[#d + 1]"]);
                self.line(&format!("{place} = {value}"));
            }
            11 => self.line("a[i], b[i] = b[i], a[i]"),
            12 => self.line("s, q = q, s"),
            _ if depth > 0 => {
                let condition = self.loop_condition();
                let then = *self.random.pick(&["", "", "break", "goto continue", "return s, q, p, w, i"]);
                self.line(&format!("if {condition} then"));
                self.indent += 1;
                if then.is_empty() {
                    self.loop_statement(depth - 1);
                } else {
                    self.line(then);
                }
                self.indent -= 1;
                self.line("end");
            }
            _ => self.line("c[j] = b"),
        }
    }

    /// A list of five numbers of one type, of which some are something else.
    fn number_list(&mut self, odd: usize) -> String {
        let is_integer = self.random.chance(40);
        let items: Vec<String> = (0..5).map(|_| self.number_or(odd, is_integer)).collect();
        format!("{{ {} }}", items.join(", "))
    }

    fn number_or(&mut self, odd: usize, is_integer: bool) -> String {
        if self.random.chance(odd) {
            return (*self.random.pick(&["7", "2.25", "\"4\"", "object(3)", "{}", "nil", "true"])).to_owned();
        }
        let whole = self.random.below(40);
        if is_integer { whole.to_string() } else { format!("{whole}.{}", 25 * self.random.below(4)) }
    }
}
