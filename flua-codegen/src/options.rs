//! What the caller may choose.

/// Options of [`generate`](crate::generate).
#[derive(Clone, PartialEq, Eq, Debug)]
#[allow(clippy::struct_excessive_bools, reason = "they are switches, and independent of one another")]
pub struct Options {
    /// The C# namespace of the printed class.
    pub namespace: String,
    /// The name of the printed class.
    pub class: String,
    /// Whether the class has a `Main`, so that the file is a program.
    pub program: bool,
    /// Whether the program is compiled whole: no other Lua code, and no host that resumes or suspends it, runs in its state. It permits what
    /// `docs/pipeline.md` lists under "the closed world".
    pub closed_world: bool,
    /// Whether the printed code is to be fast. Otherwise it is the plainest there is: every operation is the complete one, every variable holds
    /// any value, every call looks for its callee.
    pub optimize: bool,
    /// Whether `debug` knows everything about the program: locals of running functions, hooks, upvalues. Nothing is optimised then.
    pub debug: bool,
    /// What becomes of code that is loaded at run time.
    pub dynamic_code: DynamicCode,
    /// What is printed at the head of the file, after the name of the source.
    pub header: String,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            namespace: "Lua".to_owned(),
            class: "Script".to_owned(),
            program: false,
            closed_world: false,
            optimize: true,
            debug: false,
            dynamic_code: DynamicCode::Reject,
            header: String::new(),
        }
    }
}

/// What becomes of `load`, `loadfile`, `dofile`, `loadstring` and `string.dump`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum DynamicCode {
    /// Each use is an error when compiling.
    Reject,
    /// Each use raises a Lua error when it runs.
    Raise,
    /// Texts and file names that are known when compiling become chunks of the program; any other use is an error when compiling.
    Static,
    /// Texts and file names that are known when compiling become chunks of the program; any other use raises a Lua error when it runs.
    StaticOrRaise,
}

impl DynamicCode {
    /// Whether what is known when compiling becomes a chunk of the program.
    pub fn compiles_constants(self) -> bool {
        matches!(self, Self::Static | Self::StaticOrRaise)
    }

    /// Whether a use that cannot work is an error when compiling.
    pub fn refuses(self) -> bool {
        matches!(self, Self::Reject | Self::Static)
    }
}
