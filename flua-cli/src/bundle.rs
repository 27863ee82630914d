//! The sources of a program: the main chunk and all that it requires or loads, found and parsed.
//!
//! What a source requires is known when it is parsed. So they are parsed in rounds: all that are known and not parsed yet, side by side
//! if the caller wants it; then what those require is found, one after the other, in the order of the text. The order of the sources and
//! of the warnings is the same for any number of threads.

use std::collections::{BTreeSet, HashSet};
use std::mem;

use flua_ast::{Chunk, Diagnostic, Label, Severity, SourceFile, Span};
use flua_codegen::resolve::ConstantLoad;
use flua_codegen::threads;
use flua_codegen::{Program, Refused, SourceChunk};

use crate::loads::{self, OwnedOrigin};
use crate::modules::ModuleSource;
use crate::requires::{self, Required, Requires};

/// The module names that are in `package.loaded` from the start: `require` never looks further for them.
const STANDARD: [&str; 10] = ["_G", "coroutine", "debug", "io", "math", "os", "package", "string", "table", "utf8"];

/// The first parts of the names of well-known libraries in C.
const C_LIBRARIES: [&str; 18] = [
    "bit", "cffi", "cjson", "cqueues", "curl", "ffi", "lcurl", "lfs", "lgi", "lpeg", "lsqlite3", "luasql", "luv", "mime",
    "posix", "socket", "ssl", "zlib",
];

/// How many bytes are parsed in the time in which a thread starts, and more.
const FEW_BYTES: usize = 16 << 10;

/// Where the parts of a program come from, and how they are parsed.
#[derive(Clone, Copy)]
pub struct Origins<'a> {
    /// The modules and files.
    pub modules: &'a dyn ModuleSource,
    /// The patterns of modules that are bundled in any case.
    pub includes: &'a [String],
    /// The texts that are compiled for `load` in any case, each with its chunk name.
    pub texts: &'a [(Vec<u8>, String)],
    /// Whether what the sources load is compiled, as far as it is known.
    pub with_loads: bool,
    /// On how many threads sources are parsed.
    pub threads: usize,
}

/// The sources of a program with their trees.
#[derive(Default)]
pub struct Bundle {
    /// The sources, the main chunk first.
    pub sources: Vec<SourceFile>,
    /// What the author should know.
    pub warnings: Vec<Diagnostic>,
    /// How the program gets at each of them.
    origins: Vec<OwnedOrigin>,
    /// What the program loads and is no Lua, with its message.
    refused: Vec<(OwnedOrigin, String)>,
    /// The tree of each source, or what is wrong with it.
    parsed: Vec<Result<Chunk, Diagnostic>>,
    /// What each source asks for, until it is looked for.
    wishes: Vec<Wishes>,
    /// What is found and not parsed yet.
    waiting: Vec<(SourceFile, OwnedOrigin)>,
    /// What was loaded, found or not.
    loaded: HashSet<OwnedOrigin>,
}

/// What a source asks for. One that is no Lua asks for nothing.
#[derive(Default)]
struct Wishes {
    requires: Requires,
    loads: Vec<ConstantLoad>,
}

impl Bundle {
    /// The main chunk and all that it requires, directly or through other modules, each once.
    pub fn of_program(entry: SourceFile, from: Origins<'_>) -> Self {
        let mut bundle = Self::default();
        bundle.waiting.push((entry, OwnedOrigin::Main));
        bundle.parse_waiting(from);
        let mut seen = HashSet::new();
        let mut missing = Vec::new();
        let mut provided = BTreeSet::new();
        for pattern in from.includes {
            bundle.add_included(pattern, from.modules, &mut seen);
        }
        for (text, name) in from.texts {
            let text = ConstantLoad::Text { text: text.clone(), name: name.clone().into_bytes() };
            bundle.add_load(0, text, from.modules);
        }
        bundle.parse_waiting(from);
        let mut next = 0;
        while next < bundle.sources.len() {
            for source in next..bundle.sources.len() {
                let Wishes { requires, loads } = mem::take(&mut bundle.wishes[source]);
                provided.extend(requires.provided);
                bundle.warn_computed(source, &requires.computed, from.includes);
                for required in requires.modules {
                    // A module that was looked for and not found is warned of once.
                    if is_searched(&required.name) && seen.insert(required.name.clone()) {
                        match from.modules.find(&required.name) {
                            Some(file) => bundle.waiting.push((file, OwnedOrigin::Module(required.name))),
                            None => missing.push((source, required)),
                        }
                    }
                }
                for load in loads {
                    bundle.add_load(source, load, from.modules);
                }
            }
            next = bundle.sources.len();
            bundle.parse_waiting(from);
        }
        for (source, required) in missing {
            bundle.warn_missing(source, &required, &provided);
        }
        bundle
    }

    /// A source alone. What it loads and is known is added, since the texts stand in it; modules that cannot be found are warned of.
    pub fn of_source(entry: SourceFile, from: Origins<'_>) -> Self {
        let mut bundle = Self::default();
        bundle.waiting.push((entry, OwnedOrigin::Main));
        bundle.parse_waiting(from);
        let requires = mem::take(&mut bundle.wishes[0].requires);
        let provided: BTreeSet<String> = requires.provided.into_iter().collect();
        for required in requires.modules {
            if is_searched(&required.name) && from.modules.find(&required.name).is_none() {
                bundle.warn_missing(0, &required, &provided);
            }
        }
        bundle.warn_computed(0, &requires.computed, from.includes);
        let mut next = 0;
        while next < bundle.sources.len() {
            for source in next..bundle.sources.len() {
                for load in mem::take(&mut bundle.wishes[source].loads) {
                    bundle.add_load(source, load, from.modules);
                }
            }
            next = bundle.sources.len();
            bundle.parse_waiting(from);
        }
        bundle
    }

    /// Runs a pass over the whole program. The mistakes that the parser found come first; without a tree for each source no pass is run.
    pub fn with_program<T>(&self, pass: impl FnOnce(Program<'_>) -> Result<T, Vec<Diagnostic>>) -> Result<T, Vec<Diagnostic>> {
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

    /// Lets go of the trees, which in a large program are as large as all that follows.
    pub fn drop_trees(&mut self) {
        self.parsed = Vec::new();
    }

    /// Parses what waits, and makes it sources of the program in the order in which it was found.
    fn parse_waiting(&mut self, from: Origins<'_>) {
        let waiting = mem::take(&mut self.waiting);
        let bytes: usize = waiting.iter().map(|(source, _)| source.bytes().len()).sum();
        let threads = if bytes < FEW_BYTES { 1 } else { from.threads };
        let parsed = threads::map(waiting.iter().collect(), threads, |(source, _)| parse(source, from.with_loads));
        for ((source, origin), (chunk, wishes)) in waiting.into_iter().zip(parsed) {
            if let Some(message) = loads::refusal(&source, &origin, chunk.as_ref().err()) {
                self.refused.push((origin, message));
                continue;
            }
            self.sources.push(source);
            self.origins.push(origin);
            self.parsed.push(chunk);
            self.wishes.push(wishes);
        }
    }

    fn add_included(&mut self, pattern: &str, modules: &dyn ModuleSource, seen: &mut HashSet<String>) {
        let mut names = modules.names(pattern);
        if names.is_empty() && !pattern.contains('*') {
            names.push(pattern.to_owned());
        }
        names.sort_unstable();
        let before = self.waiting.len();
        let mut is_known = false;
        for name in names {
            is_known |= seen.contains(&name);
            if !seen.contains(&name)
                && let Some(source) = modules.find(&name)
            {
                seen.insert(name.clone());
                self.waiting.push((source, OwnedOrigin::Module(name)));
            }
        }
        if self.waiting.len() == before && !is_known {
            let notes =
                vec!["`*` stands for any text without a dot, `**` for any text; modules are searched along the path".to_owned()];
            self.warn(0, "L0403", format!("no module matches '{pattern}'"), None, notes);
        }
    }

    /// Finds what one of the sources loads and is known now; a file that is not there is warned of, once.
    fn add_load(&mut self, source: usize, load: ConstantLoad, modules: &dyn ModuleSource) {
        let Some(request) = loads::request(load) else { return };
        if !self.loaded.insert(request.origin.clone()) {
            return;
        }
        match request.source.or_else(|| modules.file(&request.path)) {
            Some(file) => self.waiting.push((file, request.origin)),
            None => self.warn_missing_file(source, &request.path, request.span),
        }
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

/// Parses one source, and sees what it asks for.
fn parse(source: &SourceFile, with_loads: bool) -> (Result<Chunk, Diagnostic>, Wishes) {
    let parsed = flua_parser::check(source);
    let wishes = parsed.as_ref().map_or_else(
        |_| Wishes::default(),
        |chunk| Wishes {
            requires: requires::collect(&chunk.block),
            loads: if with_loads { flua_codegen::resolve::constant_loads(source, chunk) } else { Vec::new() },
        },
    );
    (parsed, wishes)
}
