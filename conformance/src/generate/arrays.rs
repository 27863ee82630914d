//! Writes functions with arrays that nobody else sees: of integers, floats or booleans, mostly without gaps, and now and then with one, with an element of
//! another kind, or with a key that is no integer.

use super::Writer;

/// What the elements of an array mostly are.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Elements {
    Integers,
    Floats,
    Booleans,
}

const ARRAYS: [&str; 3] = ["a", "b", "c"];

/// A function that is written.
struct Arrays {
    elements: Vec<Elements>,
    /// The variables of the loops around, and how deep a new one may be.
    loops: Vec<String>,
    /// Whether it asks for lengths: then it leaves no gaps, since the border of a table with gaps may be any of several.
    measures: bool,
}

impl Writer {
    /// A function with arrays of its own, called with some sizes.
    pub(super) fn own_arrays(&mut self) {
        let function = self.fresh("arrays");
        let count = 1 + self.random.below(3);
        let all = [Elements::Integers, Elements::Integers, Elements::Floats, Elements::Booleans];
        let elements = (0..count).map(|_| *self.random.pick(&all)).collect();
        let mut arrays = Arrays { elements, loops: Vec::new(), measures: self.random.chance(30) };
        self.line(&format!("local function {function}(n, g, h)"));
        self.indent += 1;
        self.line("local sum, count = 0, 0");
        for index in 0..count {
            self.array_declaration(index, &arrays);
        }
        for _ in 0..=self.random.below(2) {
            self.array_loop(&mut arrays);
        }
        let name = ARRAYS[self.random.below(count)];
        let length = if arrays.measures { format!("#{name}") } else { "n".to_owned() };
        if self.random.chance(30) {
            self.line(&format!("return sum, count, {length}, {name}"));
        } else {
            self.line(&format!("return sum, count, {length}, {name}[0], {name}[1], {name}[2], {name}[n], {name}[n + 1]"));
        }
        self.indent -= 1;
        self.line("end");
        let routine = self.fresh("co");
        for (size, odd) in [("5", "3"), ("8", "2.0"), ("1", "nil"), ("0", "\"x\""), ("12", "2"), ("4.0", "1.5")] {
            let yields = if !self.never_yields && self.coin() { "if k > 1 then return coroutine.yield(k) end " } else { "" };
            let given = *self.random.pick(&["k", "k * 2", "k * 0.5", "k > 2", "k < 3 and k or \"text\"", "nil"]);
            let list = format!("{{1, 2, {odd}, 4, 3, 2, 7, 1, 9, 5, 6, 8, 2}}");
            let body = format!("return {function}({size}, {list}, function(k) {yields}return {given} end)");
            if self.never_yields {
                self.line("for i = 1, 1 do");
                self.line(&format!("  local results = table.pack(pcall(function() {body} end))"));
            } else {
                self.line(&format!("local {routine} = coroutine.create(function() {body} end)"));
                self.line("for i = 1, 9 do");
                self.line(&format!("  local results = table.pack(coroutine.resume({routine}, i))"));
            }
            self.line("  local last = results[results.n]");
            self.line("  if type(last) == \"table\" then results[results.n] = tostring(last[1]) .. tostring(last[3]) .. tostring(last[6]) end");
            self.line("  out(table.unpack(results, 1, results.n))");
            if !self.never_yields {
                self.line(&format!("  if coroutine.status({routine}) == \"dead\" then break end"));
            }
            self.line("end");
        }
    }

    fn array_declaration(&mut self, index: usize, arrays: &Arrays) {
        let name = ARRAYS[index];
        let twin = (0..index).find(|&other| arrays.elements[other] == arrays.elements[index]);
        if let Some(twin) = twin.filter(|_| self.random.chance(30)) {
            self.line(&format!("local {name} = {}", ARRAYS[twin]));
            return;
        }
        let plain = plain(arrays.elements[index]);
        match self.random.below(4) {
            0 => self.line(&format!("local {name} = {{{plain}, {plain}, {plain}}}")),
            _ => self.line(&format!("local {name} = {{}}")),
        }
        let value = match arrays.elements[index] {
            Elements::Integers => "i",
            Elements::Floats => "i * 0.5",
            Elements::Booleans => "i % 2 == 0",
        };
        let value = if self.coin() { value } else { plain };
        let first = if arrays.measures { "1" } else { *self.random.pick(&["1", "1", "1", "2", "0", "-1"]) };
        match self.random.below(8) {
            0 if !arrays.measures => self.line(&format!("for i = n, 1, -1 do {name}[i] = {value} end")),
            1 if first == "1" => self.line(&format!("for i = 1, n do table.insert({name}, {value}) end")),
            _ => self.line(&format!("for i = {first}, n do {name}[i] = {value} end")),
        }
    }

    fn array_loop(&mut self, arrays: &mut Arrays) {
        let variable = ["i", "j", "k"][arrays.loops.len()];
        let head = match self.random.below(6) {
            0 if !arrays.measures => format!("for {variable} = n, 1, -1 do"),
            1 if !arrays.measures => format!("for {variable} = 0, n, 2 do"),
            _ => format!("for {variable} = 1, n do"),
        };
        self.line(&head);
        self.indent += 1;
        arrays.loops.push(variable.to_owned());
        for _ in 0..=self.random.below(3) {
            self.array_statement(arrays);
        }
        arrays.loops.pop();
        self.indent -= 1;
        self.line("end");
    }

    fn array_statement(&mut self, arrays: &mut Arrays) {
        let index = self.random.below(arrays.elements.len());
        let (name, elements) = (ARRAYS[index], arrays.elements[index]);
        let around = arrays.loops.last().expect("statements are in loops").clone();
        let at = if arrays.measures { around.clone() } else { self.array_key(&around) };
        let from = self.array_key(&around);
        match self.random.below(12) {
            0..=2 => {
                let value = self.array_value(elements, arrays, &around);
                self.line(&format!("{name}[{at}] = {value}"));
            }
            3 => self.line(&format!("{name}[{at}], {name}[{around}] = {name}[{around}], {name}[{at}]")),
            4 if arrays.measures => {
                let value = self.array_value(elements, arrays, &around);
                self.line(&format!("{name}[#{name} + 1] = {value}"));
            }
            5 if arrays.measures => self.line(&format!("count = count + #{name}")),
            4 | 5 if elements == Elements::Booleans => self.line(&format!("if {name}[{from}] then count = count + 1 end")),
            6 if elements != Elements::Booleans => self.line(&format!("sum = sum + {name}[{from}]")),
            7 => self.line(&format!("if {name}[{from}] == {name}[{at}] then count = count + 1 end")),
            8 => self.line(&format!("h({around})")),
            9 => {
                let most = 3 + self.random.below(9);
                self.line(&format!("if count > {most} then break end"));
            }
            _ if arrays.loops.len() < 3 => self.array_loop(arrays),
            _ => self.line("count = count + 1"),
        }
    }

    fn array_key(&mut self, around: &str) -> String {
        let key = *self.random.pick(&["v", "v", "v", "v + 1", "v - 1", "n - v + 1", "v * 3 % 7 + 1", "g[v]", "1", "2"]);
        key.replace('v', around)
    }

    fn array_value(&mut self, elements: Elements, arrays: &Arrays, around: &str) -> String {
        if self.random.chance(6) && !arrays.measures {
            return (*self.random.pick(&["nil", "1", "0.5", "true", "\"text\"", "h(1)", "g[2]"])).to_owned();
        }
        let alike: Vec<&str> =
            arrays.elements.iter().zip(ARRAYS).filter(|&(&other, _)| other == elements).map(|(_, name)| name).collect();
        if self.random.chance(35) && !arrays.measures {
            let key = self.array_key(around);
            return format!("{}[{key}]", self.random.pick(&alike));
        }
        let values: &[&str] = match elements {
            Elements::Integers => &["v", "v * 3", "count", "v // 2", "7"],
            Elements::Floats => &["v * 0.5", "v / 3", "1.5", "-0.0"],
            Elements::Booleans => &["true", "false", "v > 2", "count == v"],
        };
        self.random.pick(values).replace('v', around)
    }
}

/// A constant for an element.
fn plain(elements: Elements) -> &'static str {
    match elements {
        Elements::Integers => "0",
        Elements::Floats => "0.0",
        Elements::Booleans => "true",
    }
}
