//! Where the modules of a program come from.

use std::collections::BTreeMap;

use flua_ast::SourceFile;

/// Gives the modules that a program requires. The command line's searches files; a build tool may have them anywhere.
pub trait ModuleSource {
    /// The source of a module by the name that `require` takes, such as `a.b`; none when there is no such module.
    ///
    /// It is asked once for each name. The name of the [`SourceFile`] is what Lua messages show for the module, and the second
    /// argument that its main function gets.
    fn find(&self, name: &str) -> Option<SourceFile>;

    /// The names of all modules that match a pattern of [`Compiler::include`](crate::Compiler::include), in any order.
    ///
    /// [`matches_pattern`] says what matches. A source that cannot list its modules gives nothing, and then a pattern
    /// without `*` is still found by its name.
    fn names(&self, pattern: &str) -> Vec<String>;

    /// The source of a file that the program loads by a path known when compiling, with `loadfile` or `dofile`; none when there is no such
    /// file. It is asked only with [`DynamicCode::Static`](crate::DynamicCode::Static) and its relative.
    fn file(&self, path: &str) -> Option<SourceFile> {
        let _ = path;
        None
    }
}

/// No modules: programs of one chunk.
#[derive(Clone, Copy, Default, Debug)]
pub struct NoModules;

impl ModuleSource for NoModules {
    fn find(&self, _name: &str) -> Option<SourceFile> {
        None
    }

    fn names(&self, _pattern: &str) -> Vec<String> {
        Vec::new()
    }
}

/// Modules that are held in memory, by name.
///
/// ```
/// use flua::{MemoryModules, ModuleSource, SourceFile};
///
/// let modules = MemoryModules::new().with("plugins.red", SourceFile::new("plugins/red.lua", *b"return 'red'"));
/// assert_eq!(modules.find("plugins.red").expect("it was just added").name(), "plugins/red.lua");
/// assert_eq!(modules.names("plugins.*"), ["plugins.red"]);
/// ```
#[derive(Clone, Default, Debug)]
pub struct MemoryModules {
    sources: BTreeMap<String, SourceFile>,
}

impl MemoryModules {
    /// No modules yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a module, in place of one that had the same name.
    #[must_use]
    pub fn with(mut self, name: impl Into<String>, source: SourceFile) -> Self {
        self.sources.insert(name.into(), source);
        self
    }
}

impl ModuleSource for MemoryModules {
    fn find(&self, name: &str) -> Option<SourceFile> {
        self.sources.get(name).cloned()
    }

    fn names(&self, pattern: &str) -> Vec<String> {
        self.sources.keys().filter(|name| matches_pattern(pattern, name)).cloned().collect()
    }
}

/// Whether the name of a module matches a pattern: `*` stands for any text without a dot, `**` for any text.
///
/// ```
/// use flua::matches_pattern;
///
/// assert!(matches_pattern("plugins.*", "plugins.red"));
/// assert!(!matches_pattern("plugins.*", "plugins.red.dark"));
/// assert!(matches_pattern("plugins.**", "plugins.red.dark"));
/// assert!(matches_pattern("plugins.re*", "plugins.red"));
/// ```
pub fn matches_pattern(pattern: &str, name: &str) -> bool {
    matches_bytes(pattern.as_bytes(), name.as_bytes())
}

/// Each star tries the longest text first. Patterns have a star or two, so trying is cheap.
fn matches_bytes(pattern: &[u8], name: &[u8]) -> bool {
    match pattern {
        [] => name.is_empty(),
        [b'*', b'*', rest @ ..] => (0..=name.len()).rev().any(|length| matches_bytes(rest, &name[length..])),
        [b'*', rest @ ..] => {
            let part = name.iter().position(|&byte| byte == b'.').unwrap_or(name.len());
            (0..=part).rev().any(|length| matches_bytes(rest, &name[length..]))
        }
        [first, rest @ ..] => name.split_first().is_some_and(|(byte, others)| byte == first && matches_bytes(rest, others)),
    }
}

#[cfg(test)]
mod tests {
    use super::matches_pattern;

    #[test]
    fn a_pattern_without_stars_is_a_name() {
        assert!(matches_pattern("a.b", "a.b"));
        assert!(!matches_pattern("a.b", "a.bc"));
        assert!(!matches_pattern("a.b", "a"));
    }

    #[test]
    fn stars_stand_for_parts() {
        assert!(matches_pattern("*.init", "a.init"));
        assert!(matches_pattern("a.*.c", "a.b.c"));
        assert!(!matches_pattern("a.*.c", "a.b.b.c"));
        assert!(matches_pattern("a.**.c", "a.b.b.c"));
        assert!(matches_pattern("**", "a.b.c"));
    }
}
