//! Modules in files, found along a path as `package.searchpath` finds them.

use std::cell::RefCell;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use flua::{ModuleSource, SourceFile, matches_pattern};

use super::cache::hash;
use super::manifest::Input;
use super::source::{read_file, source};

/// The templates beside the script, and then in the current folder, as the reference has them.
const DEFAULT: [&str; 2] = ["?.lua", "?/init.lua"];

/// How deep the folders are searched for the modules of a pattern.
const DEPTH: usize = 16;

/// The modules along a path. It remembers what it looked at, so that a later run knows whether it would find the same.
#[derive(Debug)]
pub struct FileModules {
    templates: Vec<String>,
    /// The folder of the script.
    folder: PathBuf,
    inputs: RefCell<Vec<Input>>,
}

impl FileModules {
    /// The modules of a script: along the templates that the user gives, by default beside the script and in the current folder, and then along `LUA_PATH`.
    pub fn of(script: Option<&Path>, path: Option<&str>) -> Self {
        let lua_path = env::var("LUA_PATH_5_4").or_else(|_| env::var("LUA_PATH")).ok();
        let folder = script.and_then(Path::parent).unwrap_or(Path::new("")).to_owned();
        Self { templates: templates(script, path, lua_path.as_deref()), folder, inputs: RefCell::default() }
    }

    /// The templates, for the key of the cache.
    pub fn templates(&self) -> &[String] {
        &self.templates
    }

    /// What was looked at.
    pub fn into_inputs(self) -> Vec<Input> {
        self.inputs.into_inner()
    }

    /// The names that match a pattern, in order, each once.
    pub fn list(&self, pattern: &str) -> Vec<String> {
        let mut names = Vec::new();
        for template in &self.templates {
            let mut parts = template.split('?');
            if let (Some(before), Some(after), None) = (parts.next(), parts.next(), parts.next()) {
                let fixed = pattern.split('*').next().unwrap_or_default();
                let folder = fixed.rfind('.').map(|dot| fixed[..=dot].replace('.', "/")).unwrap_or_default();
                let base = format!("{before}{folder}");
                let base = &base[..base.rfind('/').map_or(0, |slash| slash + 1)];
                let mut paths = Vec::new();
                collect(base, DEPTH, &mut paths);
                let middles = paths.iter().filter_map(|path| path.strip_prefix(before)?.strip_suffix(after));
                let found = middles.filter(|middle| !middle.contains('.')).map(|middle| middle.replace('/', "."));
                names.extend(found.filter(|name| matches_pattern(pattern, name)));
            }
        }
        names.sort_unstable();
        names.dedup();
        names
    }
}

impl ModuleSource for FileModules {
    fn find(&self, name: &str) -> Option<SourceFile> {
        let name = name.replace('.', "/");
        for template in &self.templates {
            let path = template.replace('?', &name);
            match read_file(Path::new(&path)) {
                Ok(bytes) => {
                    self.inputs.borrow_mut().push(Input::File { path: PathBuf::from(&path), hash: hash(&bytes) });
                    return source(&path, bytes).ok();
                }
                Err(_) => self.inputs.borrow_mut().push(Input::Absent { path: PathBuf::from(path) }),
            }
        }
        None
    }

    /// The reference looks in the current folder alone; a program that is compiled elsewhere has its files beside the script.
    fn file(&self, path: &str) -> Option<SourceFile> {
        for place in [PathBuf::from(path), self.folder.join(path)] {
            if let Ok(bytes) = read_file(&place) {
                self.inputs.borrow_mut().push(Input::File { path: place, hash: hash(&bytes) });
                return source(path, bytes).ok();
            }
            self.inputs.borrow_mut().push(Input::Absent { path: place });
        }
        None
    }

    fn names(&self, pattern: &str) -> Vec<String> {
        let names = self.list(pattern);
        self.inputs.borrow_mut().push(Input::Names { pattern: pattern.to_owned(), hash: hash(names.join("\n").as_bytes()) });
        names
    }
}

/// All templates in the order of the search, each once. `;;` stands for the default in either path.
fn templates(script: Option<&Path>, path: Option<&str>, lua_path: Option<&str>) -> Vec<String> {
    let folder = script.and_then(Path::parent).filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let folder = folder.to_string_lossy();
    let folder = folder.strip_suffix('/').unwrap_or(&folder);
    let default: Vec<String> =
        [folder, "."].iter().flat_map(|folder| DEFAULT.map(|template| format!("{folder}/{template}"))).collect();
    let mut all: Vec<String> = Vec::new();
    for list in [path.unwrap_or(";;"), lua_path.unwrap_or_default()] {
        let list = list.replace(";;", &format!(";{};", default.join(";")));
        for template in list.split(';').filter(|template| !template.is_empty()) {
            if !all.iter().any(|known| known == template) {
                all.push(template.to_owned());
            }
        }
    }
    all
}

/// All files below a folder, hidden folders left out.
fn collect(folder: &str, depth: usize, paths: &mut Vec<String>) {
    let Ok(entries) = fs::read_dir(if folder.is_empty() { "." } else { folder }) else { return };
    for entry in entries.flatten() {
        let name = entry.file_name();
        let Some(name) = name.to_str().filter(|name| !name.starts_with('.')) else { continue };
        let path = format!("{folder}{name}");
        if entry.path().is_dir() {
            if depth > 0 {
                collect(&format!("{path}/"), depth - 1, paths);
            }
        } else {
            paths.push(path);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use flua::ModuleSource;

    use super::{FileModules, templates};

    #[test]
    fn the_default_lies_beside_the_script_and_then_in_the_current_folder() {
        assert_eq!(templates(Some(Path::new("script.lua")), None, None), ["./?.lua", "./?/init.lua"]);
        let expected = ["a/b/?.lua", "a/b/?/init.lua", "./?.lua", "./?/init.lua"];
        assert_eq!(templates(Some(Path::new("a/b/script.lua")), None, None), expected);
        assert_eq!(templates(Some(Path::new("/script.lua")), None, None), ["/?.lua", "/?/init.lua", "./?.lua", "./?/init.lua"]);
        assert_eq!(templates(None, None, None), ["./?.lua", "./?/init.lua"]);
    }

    #[test]
    fn two_semicolons_stand_for_the_default() {
        assert_eq!(templates(None, Some("lib/?.lua"), None), ["lib/?.lua"]);
        assert_eq!(templates(None, Some("lib/?.lua;;"), None), ["lib/?.lua", "./?.lua", "./?/init.lua"]);
        assert_eq!(templates(None, None, Some("/opt/?.lua;;")), ["./?.lua", "./?/init.lua", "/opt/?.lua"]);
    }

    #[test]
    fn modules_are_found_and_listed() {
        let folder = tempfile::tempdir().expect("the system gives a folder");
        let root = folder.path();
        fs::create_dir_all(root.join("plugins/deep")).expect("the folder is ours");
        for file in ["plugins/red.lua", "plugins/blue.lua", "plugins/deep/init.lua", "plugins/deep/one.lua", "plugins/readme.md"]
        {
            fs::write(root.join(file), "return 1").expect("the folder is ours");
        }
        let modules = FileModules::of(Some(&root.join("main.lua")), None);
        assert!(modules.find("plugins.red").is_some());
        assert!(modules.find("plugins.deep").is_some_and(|source| source.name().ends_with("plugins/deep/init.lua")));
        assert!(modules.find("plugins.green").is_none());
        assert_eq!(modules.list("plugins.*"), ["plugins.blue", "plugins.deep", "plugins.red"]);
        assert_eq!(modules.list("plugins.**").len(), 5);
        assert_eq!(modules.list("plugins.r*"), ["plugins.red"]);
        assert_eq!(modules.list("nothing.*"), [""; 0]);
    }
}
