//! The facade: a main chunk and where its modules come from, to C# or diagnostics.

use std::collections::{BTreeSet, HashSet};
use std::fmt::{self, Write as _};

use flua_ast::{Chunk, Diagnostic, Label, Severity, SourceFile, Span};
use flua_codegen::resolve::ConstantLoad;
use flua_codegen::{Options, Program, Refused, SourceChunk};
use flua_parser::Style;

use crate::loads::{self, OwnedOrigin};
use crate::modules::{ModuleSource, NoModules};
use crate::requires::{self, Required};

/// The module names that are in `package.loaded` from the start: `require` never looks further for them.
const STANDARD: [&str; 10] = ["_G", "coroutine", "debug", "io", "math", "os", "package", "string", "table", "utf8"];

/// The first parts of the names of well-known libraries in C.
const C_LIBRARIES: [&str; 18] = [
    "bit", "cffi", "cjson", "cqueues", "curl", "ffi", "lcurl", "lfs", "lgi", "lpeg", "lsqlite3", "luasql", "luv", "mime",
    "posix", "socket", "ssl", "zlib",
];

/// The diagnostics of dynamic code, which are ours and not the reference's: `L03…`.
const DYNAMIC_CODE: &str = "L03";

/// Compiles a main chunk with all modules that it requires.
#[derive(Clone)]
pub struct Compiler<'a> {
    options: Options,
    modules: &'a dyn ModuleSource,
    includes: Vec<String>,
    texts: Vec<(Vec<u8>, String)>,
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
        Self { options, modules: &NoModules, includes: Vec::new(), texts: Vec::new() }
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

    /// Compiles a program to one C# file.
    ///
    /// # Errors
    /// The first mistake of each source in the reference's words, and every refused use of dynamic code.
    pub fn compile(&self, entry: SourceFile) -> Result<Output, Failure> {
        let mut bundle = self.bundle(entry);
        let lowered = bundle.with_program(|program| flua_codegen::lower(program, &self.options));
        match lowered {
            Ok(lowered) => {
                // The trees of a large program are as large as all that follows.
                bundle.parsed = Vec::new();
                let generated = lowered.print(&self.options);
                let warnings = [bundle.warnings, generated.warnings].concat();
                Ok(Output { csharp: generated.text, warnings, sources: bundle.sources })
            }
            Err(errors) => Err(bundle.fail(errors)),
        }
    }

    /// Finds what is wrong with one source, without compiling it or looking into the modules that it requires: those that cannot be
    /// found are warned of. What it loads and is known is looked into. It gives the warnings.
    ///
    /// # Errors
    /// As for [`compile`](Self::compile).
    pub fn check(&self, entry: SourceFile) -> Result<Output, Failure> {
        let mut bundle = Bundle::default();
        bundle.add(entry, OwnedOrigin::Main);
        let requests = bundle.requests(0);
        let provided: BTreeSet<String> = requests.provided.iter().cloned().collect();
        for required in requests.modules {
            if is_searched(&required.name) && self.modules.find(&required.name).is_none() {
                bundle.warn_missing(0, &required, &provided);
            }
        }
        bundle.warn_computed(0, &requests.computed, &self.includes);
        if self.options.dynamic_code.compiles_constants() {
            // The texts stand in this source, so they are looked into.
            let mut loaded = HashSet::new();
            let mut next = 0;
            while next < bundle.sources.len() {
                bundle.add_loads(next, self.modules, &mut loaded);
                next += 1;
            }
        }
        let resolved =
            bundle.with_program(|program| flua_codegen::resolve::resolve(program, &self.options).map(|names| names.warnings));
        match resolved {
            Ok(warnings) => {
                Ok(Output { csharp: String::new(), warnings: [bundle.warnings, warnings].concat(), sources: bundle.sources })
            }
            Err(errors) => Err(bundle.fail(errors)),
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
                printed.map_err(|errors| bundle.fail(errors))
            }
            Form::Ir => {
                let bundle = self.bundle(entry);
                let printed = bundle.with_program(|program| {
                    let names = flua_codegen::resolve::resolve(program, &self.options)?;
                    let lowered = flua_codegen::lower::lower(program, &names);
                    Ok(flua_codegen::ir::print(&flua_codegen::simplify::simplify(lowered)))
                });
                printed.map_err(|errors| bundle.fail(errors))
            }
        }
    }

    /// The main chunk and all that it requires, directly or through other modules, each once.
    fn bundle(&self, entry: SourceFile) -> Bundle {
        let mut bundle = Bundle::default();
        bundle.add(entry, OwnedOrigin::Main);
        let mut seen = HashSet::new();
        let mut missing = Vec::new();
        let mut provided = BTreeSet::new();
        for pattern in &self.includes {
            self.add_included(pattern, &mut bundle, &mut seen);
        }
        let mut loaded = HashSet::new();
        for (text, name) in &self.texts {
            let text = ConstantLoad::Text { text: text.clone(), name: name.clone().into_bytes() };
            bundle.add_load(0, text, self.modules, &mut loaded);
        }
        let mut next = 0;
        while next < bundle.sources.len() {
            let requests = bundle.requests(next);
            provided.extend(requests.provided);
            bundle.warn_computed(next, &requests.computed, &self.includes);
            for required in requests.modules {
                if !is_searched(&required.name) {
                    continue;
                }
                // A module that was looked for and not found is warned of once.
                if seen.insert(required.name.clone()) {
                    match self.modules.find(&required.name) {
                        Some(source) => bundle.add(source, OwnedOrigin::Module(required.name)),
                        None => missing.push((next, required)),
                    }
                }
            }
            if self.options.dynamic_code.compiles_constants() {
                bundle.add_loads(next, self.modules, &mut loaded);
            }
            next += 1;
        }
        for (source, required) in missing {
            bundle.warn_missing(source, &required, &provided);
        }
        bundle
    }

    fn add_included(&self, pattern: &str, bundle: &mut Bundle, seen: &mut HashSet<String>) {
        let mut names = self.modules.names(pattern);
        if names.is_empty() && !pattern.contains('*') {
            names.push(pattern.to_owned());
        }
        names.sort_unstable();
        let before = bundle.sources.len();
        let mut is_known = false;
        for name in names {
            is_known |= seen.contains(&name);
            if !seen.contains(&name)
                && let Some(source) = self.modules.find(&name)
            {
                seen.insert(name.clone());
                bundle.add(source, OwnedOrigin::Module(name));
            }
        }
        if bundle.sources.len() == before && !is_known {
            let notes =
                vec!["`*` stands for any text without a dot, `**` for any text; modules are searched along the path".to_owned()];
            bundle.warn(0, "L0403", format!("no module matches '{pattern}'"), None, notes);
        }
    }
}

/// The sources of a program with their trees.
#[derive(Default)]
struct Bundle {
    sources: Vec<SourceFile>,
    /// How the program gets at each of them.
    origins: Vec<OwnedOrigin>,
    /// What the program loads and is no Lua, with its message.
    refused: Vec<(OwnedOrigin, String)>,
    /// The tree of each source, or what is wrong with it.
    parsed: Vec<Result<Chunk, Diagnostic>>,
    warnings: Vec<Diagnostic>,
}

impl Bundle {
    fn add(&mut self, source: SourceFile, origin: OwnedOrigin) {
        self.parsed.push(flua_parser::check(&source));
        self.sources.push(source);
        self.origins.push(origin);
    }

    /// Adds what one of the sources loads and is known now; a file that is not there is warned of, once.
    fn add_loads(&mut self, source: usize, modules: &dyn ModuleSource, seen: &mut HashSet<OwnedOrigin>) {
        let Ok(chunk) = &self.parsed[source] else { return };
        for load in flua_codegen::resolve::constant_loads(&self.sources[source], chunk) {
            self.add_load(source, load, modules, seen);
        }
    }

    fn add_load(&mut self, source: usize, load: ConstantLoad, modules: &dyn ModuleSource, seen: &mut HashSet<OwnedOrigin>) {
        let Some(request) = loads::request(load) else { return };
        if !seen.insert(request.origin.clone()) {
            return;
        }
        match request.source.or_else(|| modules.file(&request.path)) {
            Some(file) => match loads::refusal(&file, &request.origin) {
                Some(message) => self.refused.push((request.origin, message)),
                None => self.add(file, request.origin),
            },
            None => self.warn_missing_file(source, &request.path, request.span),
        }
    }

    /// What one of the sources says about modules; a source that is no Lua says nothing.
    fn requests(&self, source: usize) -> requires::Requires {
        self.parsed[source].as_ref().map(|chunk| requires::collect(&chunk.block)).unwrap_or_default()
    }

    /// Runs a pass over the whole program. The mistakes that the parser found come first; without a tree for each source no pass is run.
    fn with_program<T>(&self, pass: impl FnOnce(Program<'_>) -> Result<T, Vec<Diagnostic>>) -> Result<T, Vec<Diagnostic>> {
        let mut errors = Vec::new();
        let mut chunks = Vec::new();
        for (index, parsed) in self.parsed.iter().enumerate() {
            match parsed {
                Ok(chunk) => {
                    let origin = self.origins[index].borrowed();
                    chunks.push(SourceChunk { source: &self.sources[index], chunk, origin });
                }
                Err(error) => errors.push(Diagnostic { source: index, ..error.clone() }),
            }
        }
        let refused: Vec<Refused<'_>> =
            self.refused.iter().filter_map(|(origin, message)| Some(Refused { key: origin.key()?, message })).collect();
        if errors.is_empty() { pass(Program { chunks: &chunks, refused: &refused }) } else { Err(errors) }
    }

    /// The failure for the errors of a pass. Where they are the reference's business, its first mistake stands for all of that source.
    fn fail(self, errors: Vec<Diagnostic>) -> Failure {
        let mut judged = HashSet::new();
        let mut diagnostics = Vec::new();
        for error in errors {
            if error.code.starts_with(DYNAMIC_CODE) {
                diagnostics.push(error);
            } else if judged.insert(error.source) {
                let verdict = flua_parser::reference_error(&self.sources[error.source]);
                diagnostics.push(verdict.map_or(error.clone(), |verdict| Diagnostic { source: error.source, ..verdict }));
            }
        }
        diagnostics.extend(self.warnings);
        diagnostics.sort_by_key(|diagnostic| diagnostic.severity == Severity::Warning);
        Failure { diagnostics, sources: self.sources }
    }

    fn warn_missing(&mut self, source: usize, required: &Required, provided: &BTreeSet<String>) {
        if required.is_optional || provided.contains(&required.name) {
            return;
        }
        let message = format!("module '{}' not found", required.name);
        let label = Label { span: required.span, text: "no file of the path has this name".to_owned() };
        let mut notes = vec![
            "the call raises the same error when it runs, unless the program has put the module into `package.preload` by then"
                .to_owned(),
        ];
        notes.push(match required.name.split('.').next() {
            Some(library) if C_LIBRARIES.contains(&library) => {
                format!(
                    "`{library}` is a library in C, which a compiled program cannot load: use one in Lua, or a module of the host"
                )
            }
            _ => "modules are looked for beside the script, in the current folder, and where --path and LUA_PATH say".to_owned(),
        });
        self.warn(source, "L0401", message, Some(label), notes);
    }

    fn warn_missing_file(&mut self, source: usize, path: &str, span: Span) {
        let label = Label { span, text: "no such file in the current folder, nor beside the script".to_owned() };
        let notes = vec!["files are compiled together with the program: one that appears later cannot be loaded".to_owned()];
        self.warn(source, "L0404", format!("file '{path}' not found"), Some(label), notes);
    }

    /// Computed names are found among the bundled modules when the program runs, so they want an `--include`.
    fn warn_computed(&mut self, source: usize, spans: &[Span], includes: &[String]) {
        if !includes.is_empty() {
            return;
        }
        for &span in spans {
            let label = Label { span, text: "known only when the program runs".to_owned() };
            let notes = vec!["bundle the modules that it may name: `--include 'plugins.*'`".to_owned()];
            self.warn(source, "L0402", "the name of the required module is computed".to_owned(), Some(label), notes);
        }
    }

    fn warn(&mut self, source: usize, code: &'static str, message: String, label: Option<Label>, notes: Vec<String>) {
        let line = label.as_ref().map_or(1, |label| self.sources[source].line(label.span.start));
        let labels = label.into_iter().collect();
        self.warnings.push(Diagnostic { severity: Severity::Warning, code, message, line, labels, notes, source });
    }
}

/// Whether `require` looks for a module of this name at all.
fn is_searched(name: &str) -> bool {
    !STANDARD.contains(&name)
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
