//! Writes statements and blocks; every loop is bounded.

use super::{Kind, Variable, Writer};

/// How deep blocks nest.
const DEEPEST: usize = 4;

const KINDS: [Kind; 10] = [
    Kind::Integer,
    Kind::Integer,
    Kind::Float,
    Kind::String,
    Kind::String,
    Kind::Boolean,
    Kind::List,
    Kind::Record,
    Kind::Object,
    Kind::Any,
];

impl Writer {
    /// A block whose error is caught and printed, and whose variables are printed at its end.
    pub(super) fn protected_block(&mut self, name: &str) {
        // Written plainly: an error here would be outside the protection.
        let arguments = self.arguments(0);
        self.line(&format!("try({name}, function(...)"));
        self.function_body(true, |writer| writer.statements(6));
        let arguments = if arguments.is_empty() { String::new() } else { format!(", {arguments}") };
        self.line(&format!("end{arguments})"));
    }

    /// The inside of a function: its own loops, its own variables, and results at its end.
    pub(super) fn function_body(&mut self, is_vararg: bool, inside: impl FnOnce(&mut Self)) {
        let (loops, vararg) = (std::mem::replace(&mut self.loops, 0), std::mem::replace(&mut self.is_vararg, is_vararg));
        let scope = self.variables.len();
        self.indent += 1;
        self.depth += 1;
        inside(self);
        let results: Vec<String> = (0..self.random.below(3)).map(|_| self.expression(1)).collect();
        if !results.is_empty() {
            self.line(&format!("return {}", results.join(", ")));
        }
        self.depth -= 1;
        self.indent -= 1;
        self.variables.truncate(scope);
        (self.loops, self.is_vararg) = (loops, vararg);
    }

    pub(super) fn block(&mut self, count: usize, inside: impl FnOnce(&mut Self)) {
        let scope = self.variables.len();
        self.indent += 1;
        self.depth += 1;
        inside(self);
        self.statements(count);
        self.depth -= 1;
        self.indent -= 1;
        self.variables.truncate(scope);
    }

    pub(super) fn statements(&mut self, count: usize) {
        let count = 1 + self.random.below(count);
        for _ in 0..count {
            self.statement();
        }
    }

    fn statement(&mut self) {
        let nested = self.depth < DEEPEST;
        match self.random.below(34) {
            0..=4 => self.local_declaration(),
            5..=8 => self.assignment(),
            9..=11 => self.print(),
            12 => {
                let call = self.call(2);
                self.line(&format!("out({call})"));
            }
            13..=14 if nested => self.conditional(),
            15 if nested => self.numeric_for(),
            16 if nested => self.generic_for(),
            17 if nested => self.while_loop(),
            18 if nested => self.repeat_loop(),
            19 if nested => self.function_declaration(),
            20 if nested => self.closed_block(),
            21 if nested => self.coroutine(),
            22 if self.loops > 0 => {
                let condition = self.value(Kind::Boolean, 1);
                self.line(&format!("if {condition} then break end"));
            }
            23 => self.table_operation(),
            24 if nested => self.protected_block("\"inner\""),
            25 if self.random.chance(12) => {
                let value = self.expression(1);
                let level = self.random.below(3);
                let condition = if self.coin() { "gi" } else { "steps % 2 == 0" };
                self.line(&format!("if {condition} then error({value}, {level}) end"));
            }
            26..=28 if nested => self.corner(),
            29..=32 => self.piece(),
            _ => self.print(),
        }
    }

    fn print(&mut self) {
        let values: Vec<String> = (0..=self.random.below(3)).map(|_| self.expression(2)).collect();
        self.line(&format!("out({})", values.join(", ")));
    }

    fn local_declaration(&mut self) {
        let kind = *self.random.pick(&KINDS);
        let value = self.value(kind, 2);
        if self.random.chance(12) {
            let (first, second) = (self.fresh("m"), self.fresh("m"));
            let call = self.call(1);
            self.line(&format!("local {first}, {second} = {call}"));
            self.declare(first, Kind::Any);
            self.declare(second, Kind::Any);
            return;
        }
        let is_constant = self.random.chance(8);
        // Now and then a name that is already there: shadowing.
        let known = if self.random.chance(10) { self.variable(kind) } else { None };
        let name = match known {
            Some(name) => name,
            None => self.fresh("v"),
        };
        self.line(&format!("local {name}{} = {value}", if is_constant { " <const>" } else { "" }));
        self.variables.push(Variable { name, kind, is_constant });
    }

    fn assignment(&mut self) {
        let kind = *self.random.pick(&KINDS);
        let target = self.variable(kind).filter(|name| {
            // A name may stand for a constant and, further out, for a variable: only the inner one counts.
            self.variables.iter().rev().find(|variable| variable.name == *name).is_some_and(|variable| !variable.is_constant)
        });
        let value = bounded(kind, self.value(kind, 2));
        match self.random.below(5) {
            0 => {
                let record = self.prefix_name(Kind::Record);
                let field = *self.random.pick(&["a", "b", "key", "x", "locked"]);
                self.line(&format!("{record}.{field} = {value}"));
            }
            1 => {
                let list = self.prefix_name(Kind::List);
                // The value first: what it calls may take elements away.
                self.line(&format!("do local kept = {value} {list}[#{list} + 1] = kept end"));
            }
            2 => {
                let object = self.prefix_name(Kind::Object);
                let field = *self.random.pick(&["a", "value", "key", "locked"]);
                self.line(&format!("{object}.{field} = {value}"));
            }
            _ => match target {
                Some(name) if self.random.chance(20) => {
                    let second = self.prefix_name(Kind::Record);
                    let other = bounded(Kind::Any, self.expression(1));
                    self.line(&format!("{name}, {second}.b = {value}, {other}"));
                }
                Some(name) => self.line(&format!("{name} = {value}")),
                None => self.print(),
            },
        }
    }

    /// The name of a table; a global of the prelude when there is no other.
    fn prefix_name(&mut self, kind: Kind) -> String {
        self.variable(kind).unwrap_or_else(|| {
            match kind {
                Kind::List => "gl",
                Kind::Object => "go",
                _ => "gr",
            }
            .to_owned()
        })
    }

    fn conditional(&mut self) {
        let condition = self.value(Kind::Boolean, 2);
        self.line(&format!("if {condition} then"));
        self.block(3, |_| ());
        if self.random.chance(30) {
            let condition = self.value(Kind::Any, 1);
            self.line(&format!("elseif {condition} then"));
            self.block(2, |_| ());
        }
        if self.coin() {
            self.line("else");
            self.block(2, |_| ());
        }
        self.line("end");
    }

    fn numeric_for(&mut self) {
        let name = self.fresh("i");
        let (range, kind) = match self.random.below(8) {
            0 => ("10, 1, -3", Kind::Integer),
            1 => ("0.0, 1, 0.25", Kind::Float),
            2 => ("math.maxinteger - 2, math.maxinteger", Kind::Integer),
            3 => ("1, 0", Kind::Integer),
            4 => ("1, #gl", Kind::Integer),
            5 => ("3, 1.5, -1", Kind::Integer),
            _ => ("1, 4", Kind::Integer),
        };
        self.line(&format!("for {name} = {range} do"));
        self.in_loop(|writer| writer.declare(name, kind));
        self.line("end");
    }

    fn generic_for(&mut self) {
        let (key, value) = (self.fresh("k"), self.fresh("w"));
        let (iterator, key_kind, value_kind) = match self.random.below(4) {
            0 => (format!("({}):gmatch(\"(%w)(%w?)\")", self.value(Kind::String, 1)), Kind::String, Kind::String),
            1 => (format!("next, {{ {} }}", self.value(Kind::Integer, 1)), Kind::Integer, Kind::Integer),
            2 => {
                let body = "for n = 1, 3 do coroutine.yield(n, n * n) end";
                (format!("coroutine.wrap(function() {body} end)"), Kind::Integer, Kind::Integer)
            }
            _ => (format!("ipairs({})", self.value(Kind::List, 1)), Kind::Integer, Kind::Any),
        };
        self.line(&format!("for {key}, {value} in {iterator} do"));
        self.in_loop(|writer| {
            writer.declare(key, key_kind);
            writer.declare(value, value_kind);
        });
        self.line("end");
    }

    fn in_loop(&mut self, inside: impl FnOnce(&mut Self)) {
        self.loops += 1;
        self.block(3, |writer| {
            writer.line("tick()");
            inside(writer);
        });
        self.loops -= 1;
    }

    fn while_loop(&mut self) {
        let counter = self.fresh("n");
        let limit = 1 + self.random.below(4);
        let condition = if self.coin() { format!(" and {}", self.value(Kind::Boolean, 1)) } else { String::new() };
        self.line(&format!("local {counter} = 0"));
        self.line(&format!("while {counter} < {limit}{condition} do"));
        self.in_loop(|writer| {
            writer.line(&format!("{counter} = {counter} + 1"));
            if writer.random.chance(40) {
                let label = writer.fresh("continue");
                let condition = writer.value(Kind::Boolean, 1);
                writer.line(&format!("if {condition} then goto {label} end"));
                writer.line("do");
                writer.block(2, |_| ());
                writer.line("end");
                writer.line(&format!("::{label}::"));
                writer.line("tick()");
            }
        });
        self.line("end");
    }

    fn repeat_loop(&mut self) {
        let counter = self.fresh("n");
        self.line(&format!("local {counter} = 3"));
        self.line("repeat");
        let scope = self.variables.len();
        self.loops += 1;
        self.indent += 1;
        self.depth += 1;
        self.line(&format!("{counter} = {counter} - 1"));
        self.line("tick()");
        self.local_declaration();
        self.statements(2);
        let condition = self.value(Kind::Boolean, 1);
        self.depth -= 1;
        self.indent -= 1;
        self.loops -= 1;
        self.line(&format!("until {counter} <= 0 or {condition}"));
        self.variables.truncate(scope);
    }

    pub(super) fn function_declaration(&mut self) {
        let name = self.fresh("f");
        let is_vararg = self.random.chance(40);
        let parameters: Vec<String> = (0..self.random.below(3)).map(|_| self.fresh("p")).collect();
        let mut list = parameters.clone();
        if is_vararg {
            list.push("...".to_owned());
        }
        self.line(&format!("local function {name}({})", list.join(", ")));
        self.function_body(is_vararg, |writer| {
            writer.line("tick()");
            for parameter in parameters {
                let kind = *writer.random.pick(&[Kind::Any, Kind::Integer, Kind::String]);
                writer.declare(parameter, kind);
            }
            if writer.random.chance(20) {
                writer.line(&format!("if steps % 3 == 0 then return {name}({}) end", if is_vararg { "..." } else { "" }));
            }
            writer.statements(3);
        });
        self.line("end");
        self.declare(name, Kind::Function);
    }

    fn closed_block(&mut self) {
        let name = self.fresh("c");
        let value = self.value(Kind::Integer, 0);
        self.line("do");
        self.block(3, |writer| {
            writer.line(&format!("local {name} <close> = object({value})"));
            writer.variables.push(Variable { name: name.clone(), kind: Kind::Object, is_constant: true });
        });
        self.line("end");
    }

    fn coroutine(&mut self) {
        let name = self.fresh("co");
        self.line(&format!("local {name} = coroutine.{}(function(...)", "create"));
        let was = std::mem::replace(&mut self.is_coroutine, true);
        self.function_body(true, |writer| {
            writer.statements(3);
            let values = writer.arguments(1);
            writer.line(&format!("out(\"resumed\", coroutine.yield({values}))"));
            writer.statements(2);
        });
        self.is_coroutine = was;
        self.line("end)");
        self.line("for _ = 1, 4 do");
        let arguments = self.arguments(1);
        let arguments = if arguments.is_empty() { String::new() } else { format!(", {arguments}") };
        self.line(&format!("  out(coroutine.status({name}), coroutine.resume({name}{arguments}))"));
        self.line("end");
        if self.coin() {
            self.line(&format!("if coroutine.status({name}) ~= \"running\" and coroutine.status({name}) ~= \"normal\" then out(coroutine.close({name})) end"));
        }
    }

    fn table_operation(&mut self) {
        let list = self.prefix_name(Kind::List);
        // No holes: a list with holes has more than one length.
        let value = bounded(Kind::Integer, format!("({} or 0)", self.value(Kind::Integer, 1)));
        let line = match self.random.below(6) {
            0 => format!("table.insert({list}, {value})"),
            1 => format!("out(table.remove({list}))"),
            2 => format!("table.insert({list}, 1, {value})"),
            3 => format!("table.sort({list})"),
            4 => format!("table.sort({list}, function(a, b) return a > b end)"),
            _ => format!("out(table.unpack({list}, 1, 3))"),
        };
        self.line(&line);
    }
}

/// A value to be kept, without the texts that double from round to round until memory ends.
fn bounded(kind: Kind, value: String) -> String {
    let may_grow = kind == Kind::Any || ["..", ":rep(", "gsub(", "concat(", "format("].iter().any(|text| value.contains(text));
    if may_grow { format!("small({value})") } else { value }
}
