//! Writes random Lua programs that always end; [`compare`] runs them beside the reference.
//!
//! A program is a prelude of helpers and a row of protected blocks; each block prints what it computed or the error
//! message that ended it, position and variable name included. Loops are bounded and functions count steps, so that
//! every program ends. The same seed gives the same program.
//!
//! What the reference leaves open, or `docs/semantics.md` calls a deviation by design, does not show:
//!
//! * What has no order is sorted, and nothing subtracts the constant 0.
//! * `show` masks addresses, in upper case too, and the place where the stack ends; `plain` takes addresses out of texts that more is made of.
//! * Lists have no holes (`dense`, `copied`), so that they have one length; `length` tells none of a table with holes.
//! * Texts that are kept do not double until memory ends (`small`).

mod arrays;
mod changes;
mod compare;
mod corners;
mod expressions;
mod holes;
mod loops;
mod pieces;
mod random;
mod statements;
mod strings;
pub mod texts;

pub use compare::compare;
pub use random::Random;

/// How many protected blocks a program has.
const BLOCKS: usize = 10;

/// What is known about the value of a variable. A variable may hold something else: operations that fail are wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Mostly an integer.
    Integer,
    /// Mostly a float.
    Float,
    /// Mostly a string.
    String,
    /// Mostly a boolean.
    Boolean,
    /// A table used as a sequence.
    List,
    /// A table with names as keys.
    Record,
    /// A table with the metatable of the prelude.
    Object,
    /// A function.
    Function,
    /// Anything, nil included.
    Any,
}

/// A variable in scope.
#[derive(Debug, Clone)]
pub(crate) struct Variable {
    name: String,
    kind: Kind,
    is_constant: bool,
}

/// The state of writing one program.
#[derive(Debug)]
#[allow(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
pub(crate) struct Writer {
    random: Random,
    text: String,
    indent: usize,
    variables: Vec<Variable>,
    serial: usize,
    /// How many loops enclose this place in its function.
    loops: usize,
    /// How deep blocks are nested.
    depth: usize,
    /// Whether `...` may be used.
    is_vararg: bool,
    /// Whether this place may run inside a coroutine.
    is_coroutine: bool,
    /// Whether the program assigns to fields of the library.
    changes_library: bool,
    /// Whether it knows no way to the methods of strings but strings.
    keeps_strings: bool,
    /// Whether it names no coroutine, so that it is printed without resume points.
    never_yields: bool,
}

/// Writes the program of a seed.
pub fn program(seed: u64) -> String {
    let never_yields = seed % 4 == 2;
    let mut prelude = include_str!("prelude.lua").to_owned();
    if never_yields {
        prelude = prelude.replace("coroutine.isyieldable()", "false").replace("coroutine.yield", "print");
    }
    let mut writer = Writer {
        random: Random::new(seed),
        text: format!("-- Generated from seed {seed}.\n{prelude}"),
        indent: 0,
        variables: Vec::new(),
        serial: 0,
        loops: 0,
        depth: 0,
        is_vararg: true,
        is_coroutine: false,
        changes_library: seed % 8 == 5,
        keeps_strings: seed % 3 != 1,
        never_yields,
    };
    writer.globals();
    writer.changing_variables();
    for number in 1..=BLOCKS {
        writer.suitable(|writer| writer.protected_block(&format!("\"block {number}\"")));
    }
    writer.text
}

impl Writer {
    /// Writes something, again and again until it names no coroutine, if it must not.
    fn suitable(&mut self, write: impl Fn(&mut Self)) {
        const MOST_ATTEMPTS: usize = 40;
        for _ in 0..MOST_ATTEMPTS {
            let (length, variables) = (self.text.len(), self.variables.clone());
            write(self);
            if !self.never_yields || !self.text[length..].contains("coroutine") {
                return;
            }
            self.text.truncate(length);
            self.variables = variables;
        }
    }

    fn line(&mut self, text: &str) {
        for _ in 0..self.indent {
            self.text.push_str("  ");
        }
        self.text.push_str(text);
        self.text.push('\n');
    }

    fn fresh(&mut self, stem: &str) -> String {
        self.serial += 1;
        format!("{stem}{}", self.serial)
    }

    fn declare(&mut self, name: String, kind: Kind) {
        self.variables.push(Variable { name, kind, is_constant: false });
    }

    /// The name of a variable of this kind in scope, most often a recent one.
    fn variable(&mut self, kind: Kind) -> Option<String> {
        let fitting: Vec<usize> = (0..self.variables.len()).filter(|&index| self.variables[index].kind == kind).collect();
        if fitting.is_empty() {
            return None;
        }
        let from = if self.random.chance(60) { fitting.len().saturating_sub(3) } else { 0 };
        let index = fitting[from + self.random.below(fitting.len() - from)];
        Some(self.variables[index].name.clone())
    }

    /// Some globals and functions that all blocks share.
    fn globals(&mut self) {
        for (name, kind) in [
            ("gi", Kind::Integer),
            ("gf", Kind::Float),
            ("gs", Kind::String),
            ("gl", Kind::List),
            ("gr", Kind::Record),
            ("go", Kind::Object),
        ] {
            let value = self.value(kind, 0);
            self.line(&format!("{name} = {value}"));
            self.declare(name.to_owned(), kind);
        }
        for _ in 0..3 {
            self.suitable(Self::function_declaration);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::program;

    #[test]
    fn a_seed_gives_the_same_program_again() {
        assert_eq!(program(7), program(7));
        assert_ne!(program(7), program(8));
    }
}
