//! Writes functions whose variables hold one kind of value after another: integers, texts, tables, floats, nil; declared without a value and assigned in branches
//! and loops, left by `break`, `goto` and `return`, suspended in between; and calls them with arguments of several kinds.

use super::Writer;

/// The variables that change; the last two are parameters.
const NAMES: [&str; 5] = ["x", "y", "z", "p", "q"];

/// What a variable may hold.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Held {
    Nothing,
    Integer,
    Float,
    Text,
    Table,
    Truth,
}

const ALL: [Held; 8] =
    [Held::Integer, Held::Integer, Held::Float, Held::Text, Held::Table, Held::Table, Held::Truth, Held::Nothing];

impl Held {
    /// Values that need no variable.
    fn plain(self) -> &'static [&'static str] {
        match self {
            Self::Nothing => &["nil"],
            Self::Integer => &["0", "1", "7", "-3", "n", "#\"four\"", "n * 2", "n // 2"],
            Self::Float => &["0.5", "2.0", "-1.25", "n / 2", "n + 0.5", "math.sqrt(n)"],
            Self::Text => &["\"text\"", "\"10\"", "n .. \"\"", "tostring(n)"],
            Self::Table => &["{}", "{ v = n }", "{ v = { v = 1 } }", "{ n, 2, v = \"w\" }", "object(n)"],
            Self::Truth => &["true", "false", "n > 2", "n == 3", "not n"],
        }
    }

    /// What may be made of a variable that holds it; `$` is the variable.
    fn made(self) -> &'static [&'static str] {
        match self {
            Self::Nothing => &["$ or 4", "$ == nil", "$ or {}", "not $"],
            Self::Integer => &["$ + 1", "$ * n", "$ - 2", "$ / 2", "$ + 0.5", "$ .. \"i\"", "{ v = $ }", "$ < 3", "$ % 5", "-$"],
            Self::Float => &["$ * 2", "$ + n", "math.floor($)", "$ // 1", "$ < 1.5", "{ $ }", "$ .. \"\"", "$ ^ 2"],
            Self::Text => &["$ .. \"a\"", "#$", "$:sub(1, 2)", "tonumber($)", "$ == \"text\"", "{ v = $ }", "$:upper()"],
            Self::Table => &["$.v", "#$", "$[1]", "{ v = $ }", "$.v or $", "$ == nil", "$.v and 1 or 0.5"],
            Self::Truth => &["not $", "$ and 1", "$ and 2 or \"none\"", "$ == true", "$ or n"],
        }
    }
}

/// What the variables probably hold, by their places in [`NAMES`].
type Guess = [Held; NAMES.len()];

impl Writer {
    /// A function whose variables change, called with several arguments.
    pub(super) fn changing_variables(&mut self) {
        let function = self.fresh("change");
        self.line(&format!("local function {function}(p, q, n, pause)"));
        self.indent += 1;
        let mut guess = [Held::Nothing, Held::Nothing, Held::Nothing, Held::Integer, Held::Text];
        self.change_declarations(&mut guess);
        let count = 4 + self.random.below(5);
        self.change_statements(count, 3, &mut guess);
        self.line("return x, y, z, p, q");
        self.indent -= 1;
        self.line("end");
        for arguments in ["2, \"q\", 3", "1.5, 4, 1", "\"6\", 0.5, 4", "nil, {}, 2"] {
            let pause = if self.never_yields || self.coin() { "" } else { ", coroutine.yield" };
            if pause.is_empty() {
                self.line(&format!("out(pcall({function}, {arguments}))"));
                continue;
            }
            let routine = self.fresh("co");
            self.line(&format!("local {routine} = coroutine.create({function})"));
            self.line(&format!("out(coroutine.resume({routine}, {arguments}{pause}))"));
            self.line(&format!("for i = 1, 6 do if coroutine.status({routine}) == \"dead\" then break end out(coroutine.resume({routine}, i)) end"));
        }
    }

    fn change_declarations(&mut self, guess: &mut Guess) {
        match self.random.below(4) {
            0 => self.line("local x, y, z"),
            1 => {
                let value = self.changed(0, guess);
                self.line(&format!("local x, y = {value}"));
                self.line("local z");
            }
            _ => {
                for index in 0..3 {
                    if self.random.chance(40) {
                        self.line(&format!("local {}", NAMES[index]));
                    } else {
                        let value = self.changed(index, guess);
                        self.line(&format!("local {} = {value}", NAMES[index]));
                    }
                }
            }
        }
    }

    /// A value for a variable: a plain one, or one that is made of another variable.
    fn changed(&mut self, index: usize, guess: &mut Guess) -> String {
        let from = self.random.below(NAMES.len());
        let from = if self.coin() { index } else { from };
        if self.random.chance(55) {
            guess[index] = *self.random.pick(&ALL);
            return (*self.random.pick(guess[index].plain())).to_owned();
        }
        let made = if self.random.chance(96) { guess[from] } else { *self.random.pick(&ALL) };
        let value = self.random.pick(made.made()).replace('$', NAMES[from]);
        guess[index] = match value.as_str() {
            text if text.starts_with('{') => Held::Table,
            text if text.contains("..") || text.contains(":sub") || text.contains(":upper") => Held::Text,
            text if text.contains("==") || text.contains('<') || text.starts_with("not") => Held::Truth,
            text if text.contains('.') || text.contains(" / ") || text.contains('^') => Held::Float,
            _ => Held::Integer,
        };
        value
    }

    fn change_statements(&mut self, count: usize, depth: usize, guess: &mut Guess) {
        for _ in 0..count {
            self.change_statement(depth, guess);
        }
    }

    /// Some statements in a block of their own, which may begin with a variable of its own.
    fn change_block(&mut self, depth: usize, guess: &mut Guess, last: &str) {
        self.indent += 1;
        let outer = *guess;
        let hides = self.random.chance(25);
        let index = self.random.below(3);
        if hides {
            let value = if self.coin() { String::new() } else { format!(" = {}", self.changed(index, guess)) };
            self.line(&format!("local {}{value}", NAMES[index]));
        }
        let count = 1 + self.random.below(3);
        self.change_statements(count, depth, guess);
        if hides {
            guess[index] = outer[index];
        }
        if !last.is_empty() {
            self.line(last);
        }
        self.indent -= 1;
    }

    fn change_statement(&mut self, depth: usize, guess: &mut Guess) {
        let index = self.random.below(NAMES.len());
        let name = NAMES[index];
        match self.random.below(if depth > 0 { 20 } else { 9 }) {
            0..=4 => {
                let value = self.changed(index, guess);
                self.line(&format!("{name} = {value}"));
            }
            5 => {
                let other = (index + 1) % NAMES.len();
                guess.swap(index, other);
                self.line(&format!("{name}, {0} = {0}, {name}", NAMES[other]));
            }
            6 => self.line(&format!("out({name}, {})", NAMES[(index + 2) % NAMES.len()])),
            7 => {
                let value = self.changed(index, guess);
                self.line(&format!("if pause then {name} = pause({name}) or {value} end"));
            }
            8 => self.line("out(x, y, z, p, q)"),
            9..=12 => self.change_branches(depth - 1, guess),
            13 => {
                self.line("do");
                self.change_block(depth - 1, guess, "");
                self.line("end");
            }
            14 => {
                self.line("for i = 1, 3 do");
                self.line("  tick()");
                let last = self.way_out(name, false);
                self.change_block(depth - 1, guess, &last);
                self.line("end");
            }
            15 => {
                let (key, value) = (["k", "x", "y"][self.random.below(3)], ["v", "z", "p"][self.random.below(3)]);
                self.line(&format!("for {key}, {value} in ipairs({{ 1, \"two\", 3.5, {{ v = 4 }} }}) do"));
                self.line("  tick()");
                let last = self.way_out(value, false);
                let mut inside = *guess;
                self.change_block(depth - 1, &mut inside, &last);
                self.line("end");
            }
            16 => self.change_while(depth - 1, guess),
            17 => {
                let counter = self.fresh("r");
                self.line(&format!("local {counter} = 0"));
                self.line("repeat");
                self.line("  tick()");
                self.line(&format!("  {counter} = {counter} + 1"));
                let value = self.changed(index, &mut guess.clone());
                self.line(&format!("  local last = {value}"));
                self.line("  do");
                self.change_block(depth - 1, guess, "");
                self.line("  end");
                if self.coin() {
                    let value = self.changed(index, &mut guess.clone());
                    self.line(&format!("  if {counter} == 2 then last = {value} end"));
                }
                self.line(&format!("until {counter} > 2 or last == 7 or not last"));
            }
            18 => self.change_jumps(depth - 1, guess),
            _ => {
                let condition = self.condition_on(name, guess[index]);
                self.line(&format!("if {condition} then return {name}, {}, n end", NAMES[(index + 1) % NAMES.len()]));
            }
        }
    }

    /// `break` or something like it at the end of a loop's body, if anything.
    fn way_out(&mut self, name: &str, has_label: bool) -> String {
        match self.random.below(5) {
            0 => format!("if {name} then break end"),
            1 => format!("if not {name} then break end"),
            2 if has_label => format!("if {name} == nil then goto continue end"),
            _ => String::new(),
        }
    }

    fn condition_on(&mut self, name: &str, held: Held) -> String {
        let known: &[&str] = match held {
            Held::Integer | Held::Float => &["$ < 3", "$ == 1", "$ >= 0.5"],
            Held::Text => &["$ == \"text\"", "#$ > 2", "$ < \"u\""],
            Held::Table => &["$.v", "$ == q", "#$ == 0"],
            Held::Truth | Held::Nothing => &["$", "not $", "$ == nil"],
        };
        let general: &[&str] = &["n > 2", "$", "not $", "n % 2 == 0", "math.type($) == \"integer\"", "$ == nil"];
        let conditions = if self.coin() { known } else { general };
        self.random.pick(conditions).replace('$', name)
    }

    fn change_branches(&mut self, depth: usize, guess: &mut Guess) {
        let index = self.random.below(NAMES.len());
        let name = NAMES[index];
        let condition = self.condition_on(name, guess[index]);
        self.line(&format!("if {condition} then"));
        let mut other = *guess;
        // Often both branches assign the same kind.
        let common = *self.random.pick(&ALL);
        let assigns = self.coin();
        let branch = |writer: &mut Self, guess: &mut Guess| {
            if assigns {
                let value = *writer.random.pick(common.plain());
                writer.line(&format!("  {name} = {value}"));
                guess[index] = common;
            }
            if !assigns || writer.random.chance(30) {
                writer.change_block(depth, guess, "");
            }
        };
        branch(self, guess);
        if assigns || self.coin() {
            self.line("else");
            branch(self, &mut other);
        }
        self.line("end");
    }

    /// A `while`, with `goto continue` now and then.
    fn change_while(&mut self, depth: usize, guess: &mut Guess) {
        let (counter, label) = (self.fresh("r"), self.fresh("continue"));
        let index = self.random.below(NAMES.len());
        let condition = self.condition_on(NAMES[index], guess[index]);
        self.line(&format!("local {counter} = 0"));
        self.line(&format!("while {counter} < 4 and ({condition} or n > 1) do"));
        self.line("  tick()");
        self.line(&format!("  {counter} = {counter} + 1"));
        self.line("  do");
        let last = self.way_out(NAMES[index], true).replace("goto continue", &format!("goto {label}"));
        self.change_block(depth, guess, &last);
        self.line("  end");
        let value = self.changed(index, guess);
        self.line(&format!("  {} = {value}", NAMES[index]));
        self.line(&format!("  ::{label}::"));
        if self.coin() {
            self.line("  out(x, y)");
        }
        self.line("end");
    }

    /// Labels: jumped to from within, jumped back to, and come to in another order than the text has.
    fn change_jumps(&mut self, depth: usize, guess: &mut Guess) {
        let [first, second, third] = [(); 3].map(|()| self.fresh("label"));
        let index = self.random.below(NAMES.len());
        let name = NAMES[index];
        let condition = self.condition_on(name, guess[index]);
        self.line("do");
        match self.random.below(3) {
            0 => {
                self.line("  do");
                self.change_block(depth, guess, &format!("if {condition} then goto {first} end"));
                self.change_block(depth, guess, "");
                self.line("  end");
                self.line(&format!("  ::{first}:: out({name})"));
            }
            1 => {
                let counter = self.fresh("r");
                self.line(&format!("  local {counter} = 0"));
                self.line(&format!("  ::{first}:: tick()"));
                self.line(&format!("  {counter} = {counter} + 1"));
                self.line("  do");
                self.change_block(depth, guess, "");
                self.line("  end");
                self.line(&format!("  if {counter} < 3 and ({condition} or n > 2) then goto {first} end"));
            }
            _ => {
                let [one, other] = [(); 2].map(|()| self.changed(index, guess));
                self.line(&format!("  goto {second}"));
                self.line(&format!("  ::{first}:: tick() out({name})"));
                self.line(&format!("  {name} = {one} out({name})"));
                self.line(&format!("  goto {third}"));
                self.line(&format!("  ::{second}:: {name} = {other}"));
                self.line(&format!("  if pause then pause({name}) end"));
                self.line(&format!("  goto {first}"));
                self.line(&format!("  ::{third}::"));
            }
        }
        self.line("end");
    }
}
