//! The facade: a main chunk and where its modules come from, to C# or diagnostics.

use std::collections::HashSet;
use std::fmt::{self, Write as _};

use flua_ast::{Diagnostic, Severity, SourceFile};
use flua_codegen::{Options, Program};
use flua_parser::Style;

use crate::bundle::{Bundle, Origins};
use crate::modules::{ModuleSource, NoModules};

/// The diagnostics of dynamic code, which are ours and not the reference's: `L03…`.
const DYNAMIC_CODE: &str = "L03";

/// Compiles a main chunk with all modules that it requires.
#[derive(Clone)]
pub struct Compiler<'a> {
    options: Options,
    modules: &'a dyn ModuleSource,
    includes: Vec<String>,
    texts: Vec<(Vec<u8>, String)>,
    threads: usize,
}

/// What a compilation gives.
#[derive(Clone, Debug)]
pub struct Output {
    /// The C# file.
    pub csharp: String,
    /// What the author should know; [`Diagnostic::source`] is an index into [`sources`](Self::sources).
    pub warnings: Vec<Diagnostic>,
    /// The chunks of the program: the main one, then the bundled modules.
    pub sources: Vec<SourceFile>,
}

/// Why there is no output: at least one diagnostic is an error.
#[derive(Clone, Debug)]
pub struct Failure {
    /// The findings, errors and warnings; [`Diagnostic::source`] is an index into [`sources`](Self::sources).
    pub diagnostics: Vec<Diagnostic>,
    /// The chunks of the program, as far as they were found.
    pub sources: Vec<SourceFile>,
}

/// The forms of a program between Lua and C#, as [`Compiler::print`] shows them.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Form {
    /// The tokens, one a line.
    Tokens,
    /// The syntax trees.
    Ast,
    /// The intermediate representation, simplified.
    Ir,
}

impl Failure {
    /// All findings, drawn over their sources.
    pub fn render(&self, style: Style) -> String {
        render_all(&self.diagnostics, &self.sources, style)
    }
}

impl Output {
    /// All warnings, drawn over their sources; empty when there are none.
    pub fn render_warnings(&self, style: Style) -> String {
        render_all(&self.warnings, &self.sources, style)
    }
}

impl fmt::Display for Failure {
    /// One line a finding: `file:line: message`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, diagnostic) in self.diagnostics.iter().enumerate() {
            if index > 0 {
                f.write_char('\n')?;
            }
            f.write_str(&flua_parser::render_short(diagnostic, &self.sources[diagnostic.source]))?;
        }
        Ok(())
    }
}

impl std::error::Error for Failure {}

impl fmt::Debug for Compiler<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Compiler").field("options", &self.options).field("includes", &self.includes).finish_non_exhaustive()
    }
}

impl<'a> Compiler<'a> {
    /// A compiler for programs without modules; [`modules`](Self::modules) says where they come from.
    pub fn new(options: Options) -> Self {
        Self { options, modules: &NoModules, includes: Vec::new(), texts: Vec::new(), threads: 1 }
    }

    /// Takes the modules that a program requires from here.
    #[must_use]
    pub fn modules(self, modules: &'a dyn ModuleSource) -> Self {
        Self { modules, ..self }
    }

    /// Bundles also the modules whose names match one of these patterns, for programs that compute names.
    ///
    /// `*` stands for any text without a dot, `**` for any text: `plugins.*`.
    #[must_use]
    pub fn include(mut self, patterns: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.includes.extend(patterns.into_iter().map(Into::into));
        self
    }

    /// Compiles these texts with the program, each with its chunk name, so that `load` finds them: for a tool that knows which texts a program
    /// loads where the program computes them. The chunk name is as `load` takes it; a text that is loaded without one is its own name.
    #[must_use]
    pub fn texts(mut self, texts: impl IntoIterator<Item = (Vec<u8>, String)>) -> Self {
        self.texts.extend(texts);
        self
    }

    /// Compiles on so many threads, this one included, where a program is large enough: its modules are parsed, and its functions translated and
    /// printed, side by side. What it gives is the same for any number. Unless this is called no thread is started.
    #[must_use]
    pub fn threads(self, threads: usize) -> Self {
        Self { threads, ..self }
    }

    /// Compiles a program to one C# file.
    ///
    /// # Errors
    /// The first mistake of each source in the reference's words, and every refused use of dynamic code.
    pub fn compile(&self, entry: SourceFile) -> Result<Output, Failure> {
        let mut bundle = self.bundle(entry);
        let lowered = bundle.with_program(|program| flua_codegen::lower(program, &self.options));
        match lowered {
            Ok(lowered) => {
                bundle.drop_trees();
                let generated = lowered.print(&self.options, self.threads);
                let warnings = [bundle.warnings, generated.warnings].concat();
                Ok(Output { csharp: generated.text, warnings, sources: bundle.sources })
            }
            Err(errors) => Err(fail(bundle, errors)),
        }
    }

    /// Finds what is wrong with one source, without compiling it or looking into the modules that it requires: those that cannot be
    /// found are warned of. What it loads and is known is looked into. It gives the warnings.
    ///
    /// # Errors
    /// As for [`compile`](Self::compile).
    pub fn check(&self, entry: SourceFile) -> Result<Output, Failure> {
        let bundle = Bundle::of_source(entry, self.origins());
        let resolved =
            bundle.with_program(|program| flua_codegen::resolve::resolve(program, &self.options).map(|names| names.warnings));
        match resolved {
            Ok(warnings) => {
                Ok(Output { csharp: String::new(), warnings: [bundle.warnings, warnings].concat(), sources: bundle.sources })
            }
            Err(errors) => Err(fail(bundle, errors)),
        }
    }

    /// Shows a form that the program goes through on its way to C#, for those who work on the compiler. Tokens are those of the
    /// entry alone, which need not be right otherwise.
    ///
    /// # Errors
    /// As for [`compile`](Self::compile).
    pub fn print(&self, form: Form, entry: SourceFile) -> Result<String, Failure> {
        match form {
            Form::Tokens => {
                flua_parser::print_tokens(&entry).map_err(|error| Failure { diagnostics: vec![error], sources: vec![entry] })
            }
            Form::Ast => {
                let bundle = self.bundle(entry);
                let printed = bundle.with_program(|program| Ok(print_trees(program)));
                printed.map_err(|errors| fail(bundle, errors))
            }
            Form::Ir => {
                let bundle = self.bundle(entry);
                let printed = bundle.with_program(|program| {
                    let names = flua_codegen::resolve::resolve(program, &self.options)?;
                    let lowered = flua_codegen::lower::lower(program, &names);
                    Ok(flua_codegen::ir::print(&flua_codegen::simplify::simplify(lowered)))
                });
                printed.map_err(|errors| fail(bundle, errors))
            }
        }
    }

    /// The main chunk and all that it requires, directly or through other modules, each once.
    fn bundle(&self, entry: SourceFile) -> Bundle {
        Bundle::of_program(entry, self.origins())
    }

    fn origins(&self) -> Origins<'_> {
        Origins {
            modules: self.modules,
            includes: &self.includes,
            texts: &self.texts,
            with_loads: self.options.dynamic_code.compiles_constants(),
            threads: self.threads,
        }
    }
}

/// The failure for the errors of a pass. Where they are the reference's business, its first mistake stands for all of that source.
fn fail(bundle: Bundle, errors: Vec<Diagnostic>) -> Failure {
    let mut judged = HashSet::new();
    let mut diagnostics = Vec::new();
    for error in errors {
        if error.code.starts_with(DYNAMIC_CODE) {
            diagnostics.push(error);
        } else if judged.insert(error.source) {
            let verdict = flua_parser::reference_error(&bundle.sources[error.source]);
            diagnostics.push(verdict.map_or(error.clone(), |verdict| Diagnostic { source: error.source, ..verdict }));
        }
    }
    diagnostics.extend(bundle.warnings);
    diagnostics.sort_by_key(|diagnostic| diagnostic.severity == Severity::Warning);
    Failure { diagnostics, sources: bundle.sources }
}

fn print_trees(program: Program<'_>) -> String {
    let mut text = String::new();
    for chunk in program.chunks {
        let _ = writeln!(text, "-- {}\n{:#?}", chunk.source.name(), chunk.chunk);
    }
    text
}

fn render_all(diagnostics: &[Diagnostic], sources: &[SourceFile], style: Style) -> String {
    diagnostics.iter().map(|diagnostic| flua_parser::render(diagnostic, &sources[diagnostic.source], style)).collect()
}
