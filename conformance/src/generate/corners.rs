//! Writes what programs rarely do and compilers get wrong: jumps out of nested blocks, fresh locals under closures, the
//! order of evaluation, loops at the edges of numbers, errors that are no texts, and coroutines in all their states.

use super::{Kind, Writer};

impl Writer {
    /// One of the corners; every loop in it is bounded.
    pub(super) fn corner(&mut self) {
        // Most corners put expressions into functions of their own, where `...` means nothing.
        let was = std::mem::replace(&mut self.is_vararg, false);
        self.any_corner();
        self.is_vararg = was;
    }

    fn any_corner(&mut self) {
        match self.random.below(24) {
            0 => self.goto_loop(),
            1 => self.jump_out(),
            2 => self.captured_locals(),
            3 => self.repeat_with_upvalue(),
            4 => self.multiple_assignment(),
            5 => self.edge_loop(),
            6 => self.close_ways(),
            7 => self.error_values(),
            8 => self.wrapped(),
            9 => self.yield_in_protection(),
            10 => self.closed_coroutine(),
            11 => self.varargs(),
            12 => self.float_keys(),
            13 => self.logged_access(),
            14 | 15 => self.list_loop(),
            16..=18 => self.text_function(),
            19 | 20 => self.changing_variables(),
            21 | 22 => self.own_arrays(),
            _ => self.tail_calls(),
        }
    }

    fn goto_loop(&mut self) {
        let (label, counter) = (self.fresh("again"), self.fresh("n"));
        let functions = self.fresh("fs");
        self.line("do");
        self.block(1, |writer| {
            writer.line(&format!("local {counter}, {functions} = 0, {{}}"));
            writer.line(&format!("::{label}::"));
            let local = writer.fresh("v");
            let value = writer.value(Kind::Any, 1);
            writer.line(&format!("local {local} = {value}"));
            writer.line(&format!(
                "{functions}[#{functions} + 1] = function(x) {local} = {local} or x return {local}, {counter} end"
            ));
            writer.line(&format!("{counter} = {counter} + 1"));
            writer.line(&format!("if {counter} < 4 then goto {label} end"));
            writer.line(&format!("for i = 1, #{functions} do out({functions}[i](i), {functions}[i]()) end"));
        });
        self.line("end");
    }

    fn jump_out(&mut self) {
        let (out, next) = (self.fresh("done"), self.fresh("next"));
        let (first, second) = (self.fresh("i"), self.fresh("j"));
        let condition = self.value(Kind::Boolean, 1);
        let close = self.coin();
        self.line("do");
        self.indent += 1;
        self.line(&format!("for {first} = 1, 3 do"));
        self.line(&format!("  for {second} = {first}, 4 do"));
        if close {
            let closed = self.fresh("c");
            self.line(&format!("    local {closed} <close> = object({first} * 10 + {second})"));
        }
        self.line("    tick()");
        self.line(&format!("    if {second} == 2 then goto {next} end"));
        self.line(&format!("    if {first} == 3 or {condition} then goto {out} end"));
        self.line(&format!("    out({first}, {second})"));
        self.line("  end");
        self.line(&format!("  ::{next}::"));
        self.line("end");
        self.line(&format!("::{out}::"));
        self.indent -= 1;
        self.line("end");
    }

    fn captured_locals(&mut self) {
        let list = self.fresh("fs");
        self.line(&format!("local {list} = {{}}"));
        let header = *self.random.pick(&["for i = 1, 3", "for i, w in ipairs({7, 8, 9})", "for i = 3, 1, -1", "for i = 1.0, 3"]);
        self.line(&format!("{header} do"));
        let value = self.value(Kind::Integer, 1);
        self.line(&format!("  local shared = {value}"));
        self.line(&format!(
            "  {list}[#{list} + 1] = function(d) i = i + 1 shared = d and shared + d or shared return i, shared end"
        ));
        self.line(&format!("  {list}[#{list} + 1] = function() return shared, i end"));
        if self.coin() {
            self.line("  if i == 2 then break end");
        }
        self.line("end");
        self.line(&format!("for n = 1, 2 do for _, f in ipairs({list}) do out(f(n)) end end"));
    }

    fn repeat_with_upvalue(&mut self) {
        let (list, counter) = (self.fresh("fs"), self.fresh("n"));
        self.line(&format!("local {list}, {counter} = {{}}, 0"));
        self.line("repeat");
        self.line(&format!("  {counter} = {counter} + 1"));
        self.line(&format!("  local seen = {counter} * 2"));
        self.line(&format!("  {list}[{counter}] = function() seen = seen + 1 return seen end"));
        if self.coin() {
            let condition = self.value(Kind::Boolean, 1);
            self.line(&format!("  if {condition} then goto skip end"));
            self.line(&format!("  out(\"body\", {counter})"));
            self.line("  ::skip::");
        }
        self.line(&format!("until seen > 5 or {list}[{counter}]() > 7"));
        self.line(&format!("for _, f in ipairs({list}) do out(f(), f()) end"));
    }

    /// Targets, keys and values that say when they are evaluated.
    fn multiple_assignment(&mut self) {
        let (table, index) = (self.fresh("t"), self.fresh("n"));
        let (first, second) = (self.value(Kind::Any, 1), self.value(Kind::Integer, 1));
        self.line(&format!("local {table}, {index} = {{ 1, 2, 3 }}, 1"));
        let line = match self.random.below(6) {
            0 => format!("{index}, {table}[{index}] = {index} + 1, {first}"),
            1 => format!("{table}[{index}], {index}, {table}[{index} + 1] = {first}, {second}, {index}"),
            2 => format!("{table}[1], {table}[2], {table}[3] = {table}[3], {table}[1]"),
            3 => format!("{table}[1], {table}[1] = {first}, {second}"),
            4 => format!("{index}, {table} = {table}[2], {{ {index}, {first} }}"),
            _ => format!("{table}[noted({second})], {table}[noted(2)] = noted({first}), noted(4), noted(5)"),
        };
        self.line(&line);
        self.line(&format!("out({index}, {table})"));
    }

    /// A numeric loop whose limits and step come from anywhere.
    fn edge_loop(&mut self) {
        let (index, rounds) = (self.fresh("i"), self.fresh("n"));
        let kind = |writer: &mut Self| if writer.random.chance(75) { Kind::Integer } else { Kind::Float };
        let (first, last, step) = (kind(self), kind(self), kind(self));
        let start = self.value(first, 1);
        let limit = self.value(last, 1);
        let step = if self.coin() { format!(", {}", self.value(step, 1)) } else { String::new() };
        self.line(&format!("local {rounds} = 0"));
        self.line(&format!("for {index} = {start}, {limit}{step} do"));
        self.line(&format!("  {rounds} = {rounds} + 1"));
        self.line(&format!("  if {rounds} > 3 then break end"));
        self.line(&format!("  out({index}, math.type({index}))"));
        self.line("end");
    }

    /// A variable to be closed, and one way out of its block.
    fn close_ways(&mut self) {
        let (function, name) = (self.fresh("f"), self.fresh("c"));
        let (value, other) = (self.value(Kind::Integer, 0), self.expression(1));
        self.line(&format!("local function {function}(...)"));
        self.line(&format!("  local {name} <close> = object({value})"));
        self.line("  local nothing <close> = nil");
        match self.random.below(5) {
            0 => self.line(&format!("  error({other}, 0)")),
            1 => self.line(&format!("  return noted({name}.value), ...")),
            2 => {
                let failing = self.fresh("c");
                self.line(&format!(
                    "  local {failing} <close> = setmetatable({{}}, {{ __close = function(_, e) out(\"failing\", e) error(\"in close\", 0) end }})"
                ));
                self.line(&format!("  if {name}.value then error({other}, 0) end"));
            }
            3 => {
                self.line(&format!("  for i = 1, 3 do local inner <close> = object(i) if i == 2 then return i, {other} end end"));
            }
            _ => self.line(&format!("  while true do local inner <close> = object({other}) break end")),
        }
        self.line("end");
        let arguments = self.following(&function, 1);
        self.line(&format!("out(pcall({arguments}))"));
    }

    fn error_values(&mut self) {
        let value = *self.random.pick(&[
            "nil",
            "false",
            "42",
            "1.5",
            "{ 1, 2 }",
            "object(3)",
            "\"text\"",
            "print",
            "setmetatable({}, { __tostring = function() return \"shown\" end })",
        ]);
        let line = match self.random.below(7) {
            0 => format!("out(pcall(error, {value}))"),
            1 => format!("out(pcall(error, {value}, 0))"),
            2 => format!("out(xpcall(function() error({value}) end, function(e) return \"handled\", show(e) end))"),
            3 => format!("out(pcall(function() local function inner() error({value}, 2) end inner() end))"),
            4 => format!("out(select(\"#\", pcall(error, {value})), pcall(assert, false, {value}))"),
            5 => format!("out(xpcall(function(...) return ... + 1 end, function(e) return e end, {value}))"),
            _ => format!("out(pcall(pcall, error, {value}), pcall(error))"),
        };
        self.line(&line);
    }

    fn wrapped(&mut self) {
        let name = self.fresh("w");
        self.line(&format!("local {name} = coroutine.wrap(function(...)"));
        let was = std::mem::replace(&mut self.is_coroutine, true);
        self.function_body(true, |writer| {
            writer.line("local first, second = ...");
            writer.line("for i = 1, 2 do out(\"in\", i, coroutine.yield(i, first)) end");
            writer.statements(2);
        });
        self.is_coroutine = was;
        self.line("end)");
        let arguments = self.arguments(1);
        self.line(&format!(
            "for i = 1, 5 do out(\"wrap\", pcall({name}{})) end",
            if arguments.is_empty() { String::new() } else { format!(", {arguments}") }
        ));
    }

    fn yield_in_protection(&mut self) {
        let name = self.fresh("co");
        let (value, error) = (self.expression(1), self.expression(1));
        self.line(&format!("local {name} = coroutine.create(function(a)"));
        match self.random.below(5) {
            0 => self.line(&format!("  out(pcall(function() coroutine.yield({value}) error({error}, 0) end))")),
            1 => self.line(&format!(
                "  out(xpcall(function() return a, coroutine.yield({value}) + 1 end, function(e) return \"handler\", e end))"
            )),
            2 => {
                self.line(
                    "  local c <close> = setmetatable({}, { __close = function(_, e) coroutine.yield(\"closing\", e) end })",
                );
                self.line(&format!("  if coroutine.yield(1) then error({error}, 0) end"));
            }
            3 => {
                self.line(&format!("  local t = setmetatable({{}}, {{ __index = function(_, k) return coroutine.yield(k, {value}) end, __add = function(x, y) return coroutine.yield(\"add\") end, __lt = function() return coroutine.yield(\"lt\") end, __concat = function() return coroutine.yield(\"concat\") end }})"));
                self.line("  out(t.field, t[1], t + 1, t < t, t .. \"x\", not (1 + t))");
            }
            _ => {
                self.line(&format!(
                    "  for k in function(_, c) return coroutine.yield(c, {value}) end do out(k) if k == 3 then break end end"
                ));
            }
        }
        self.line("  return \"end\", a");
        self.line("end)");
        self.line(&format!("for i = 1, 7 do out(\"resume\", coroutine.resume({name}, i)) if coroutine.status({name}) == \"dead\" then break end end"));
        self.line(&format!("out(coroutine.status({name}), coroutine.close({name}))"));
    }

    fn closed_coroutine(&mut self) {
        let name = self.fresh("co");
        let value = self.expression(1);
        let failing = if self.coin() { " error(\"close\", 0)" } else { "" };
        self.line(&format!("local {name} = coroutine.create(function()"));
        self.line("  local outer <close> = object(1)");
        self.line(&format!(
            "  local c <close> = setmetatable({{}}, {{ __close = function(_, e) out(\"closed\", e){failing} end }})"
        ));
        self.line(&format!("  pcall(function() local inner <close> = object(2) coroutine.yield({value}) end)"));
        self.line("  coroutine.yield(2)");
        self.line("end)");
        let times = self.random.below(4);
        self.line(&format!("for _ = 1, {times} do out(coroutine.resume({name})) end"));
        self.line(&format!("out(coroutine.close({name})) out(coroutine.status({name}), coroutine.resume({name}))"));
    }

    fn varargs(&mut self) {
        let name = self.fresh("f");
        self.line(&format!("local function {name}(a, ...)"));
        let lines = [
            "local b, c = ... out(b, c, select(\"#\", ...)) return ..., a",
            "local t = { a, ... } out(#t, t) return (...)",
            "local t = table.pack(...) out(t.n, t) return table.unpack(t, 1, t.n)",
            "if select(\"#\", ...) > 0 then return select(2, a, ...) end",
            "return select(-1, a, ...), { n = select(\"#\", ...), ... }",
            "local f = function(...) return ..., a end return f(...), f(a)",
        ];
        let line = *self.random.pick(&lines);
        self.line(&format!("  {line}"));
        self.line("end");
        for _ in 0..2 {
            let arguments = self.arguments(1);
            self.line(&format!("out({name}({arguments}))"));
        }
    }

    fn float_keys(&mut self) {
        let name = self.fresh("t");
        let keys: Vec<String> = (0..4)
            .map(|_| {
                let kind = if self.coin() { Kind::Integer } else { Kind::Float };
                self.value(kind, 1)
            })
            .collect();
        self.line(&format!("local {name} = {{ [1] = \"one\", [2^53] = \"big\", [-0.0] = \"zero\" }}"));
        self.line(&format!("out(pcall(function() {name}[{}] = \"a\" {name}[{}] = \"b\" end))", keys[0], keys[1]));
        self.line(&format!(
            "out({name}[{}], {name}[{}], {name}[0], {name}[1.0], {name}[1 << 53], length({name}))",
            keys[2], keys[3]
        ));
        self.line(&format!("out({name})"));
    }

    /// A table that says what is done to it, in the middle of expressions that do several things.
    fn logged_access(&mut self) {
        let name = self.fresh("log");
        self.line(&format!("local {name} = setmetatable({{}}, {{ __index = function(_, k) out(\"get\", k) return k end, __newindex = function(_, k, v) out(\"set\", k, v) end, __call = function(_, ...) out(\"call\", ...) return ... end, __len = function() out(\"len\") return 2 end }})"));
        let (first, second) = (self.value(Kind::Integer, 1), self.value(Kind::Integer, 1));
        let lines = [
            format!("{name}[{name}.a], {name}[{name}.b] = {name}.c, {name}({first}, {second})"),
            format!("out({name}.x, {name}(1, 2), #{name}, {name}[{first}])"),
            format!("{name}.a, {name}.b, {name}.c = (function() out(\"called\") return {first}, {second} end)()"),
            format!("local a, b = {name}.p and {name}.q, {name}[{second}] or {name}.never out(a, b)"),
            format!("out({{ {name}.a, k = {name}.b, {name}({first}, {second}) }})"),
            format!("out({name}.a .. {name}.b .. {name}({first}), {name}[{second}] == {name}.z)"),
        ];
        let line = self.random.pick(&lines).clone();
        self.line(&format!("do {line} end"));
    }

    fn tail_calls(&mut self) {
        let (first, second) = (self.fresh("f"), self.fresh("f"));
        let value = self.expression(1);
        self.line(&format!("local {second}"));
        self.line(&format!(
            "local function {first}(n, ...) if n <= 0 then return \"done\", ... end return {second}(n - 1, n, ...) end"
        ));
        self.line(&format!("function {second}(n, ...) if n <= 0 then return {value}, ... end return {first}(n - 1, (...)) end"));
        let depth = self.random.pick(&["0", "1", "2", "7", "500", "5001"]).to_owned();
        self.line(&format!("out(pcall({first}, {depth}))"));
        if self.coin() {
            // Not any number: the calls would go on for ever.
            let argument = *self.random.pick(&["nil", "\"x\"", "3.5", "\"10\"", "{}", "object(2)", "-1"]);
            self.line(&format!("out(pcall({second}, {argument}))"));
        }
    }
}
