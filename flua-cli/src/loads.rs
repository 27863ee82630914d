//! What a program loads and is known when compiling: texts and files for `load`, `loadfile` and `dofile`.

use flua_ast::{Diagnostic, SourceFile, Span};
use flua_codegen::resolve::ConstantLoad;
use flua_codegen::{LoadKey, Origin};

/// The first byte of what the reference's compiler writes.
const PRECOMPILED: u8 = 0x1b;

/// The code of what nests deeper than the reference can compile.
const NESTED_TOO_DEEPLY: &str = "L0210";

/// The most bytes of a shown chunk name, as in the reference (`LUA_IDSIZE`, which counts a final zero).
const MAX_SHOWN: usize = 59;

/// The most bytes of a text that is shown as a chunk name, between `[string "` and `..."]`.
const TEXT_ROOM: usize = MAX_SHOWN - 14;

/// How a program gets at one of its sources.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum OwnedOrigin {
    /// It is the main chunk.
    Main,
    /// By `require` and this name.
    Module(String),
    /// By `load`, with this text and this chunk name.
    Text(Vec<u8>, String),
    /// By `loadfile` or `dofile`, with this path.
    File(String),
}

impl OwnedOrigin {
    /// As the code generator takes it.
    pub fn borrowed(&self) -> Origin<'_> {
        match self {
            Self::Main => Origin::Main,
            Self::Module(name) => Origin::Module(name),
            Self::Text(text, name) => Origin::Loaded(LoadKey::Text { text, name }),
            Self::File(path) => Origin::Loaded(LoadKey::File { path }),
        }
    }

    /// How it is asked for when the program runs; none for the main chunk and for modules.
    pub fn key(&self) -> Option<LoadKey<'_>> {
        match self {
            Self::Main | Self::Module(_) => None,
            Self::Text(text, name) => Some(LoadKey::Text { text, name }),
            Self::File(path) => Some(LoadKey::File { path }),
        }
    }
}

/// What a load asks for.
pub struct Request {
    /// How it asks.
    pub origin: OwnedOrigin,
    /// The source, when it is a text.
    pub source: Option<SourceFile>,
    /// The path, when it is a file.
    pub path: String,
    /// Where it stands.
    pub span: Span,
}

/// What a load asks for; none when that is decided when it runs: precompiled code is refused there, and a path that is no text is not found.
pub fn request(load: ConstantLoad) -> Option<Request> {
    match load {
        ConstantLoad::Text { text, .. } if text.first() == Some(&PRECOMPILED) => None,
        ConstantLoad::Text { text, name } => {
            let name = String::from_utf8_lossy(until_zero(&name)).into_owned();
            let source = Some(SourceFile::new(shown(&name), text.as_slice()));
            Some(Request { origin: OwnedOrigin::Text(text, name), source, path: String::new(), span: Span::default() })
        }
        ConstantLoad::File { path, span } => {
            let path = String::from_utf8(path).ok()?;
            Some(Request { origin: OwnedOrigin::File(path.clone()), source: None, path, span })
        }
    }
}

/// The message that loading a source gives, when it is no Lua; nothing for the main chunk and modules, which are not loaded when the program runs.
///
/// The first line and the byte order mark that a file may begin with are mistakes in a text.
pub fn refusal(source: &SourceFile, origin: &OwnedOrigin, mistake: Option<&Diagnostic>) -> Option<String> {
    origin.key()?;
    if matches!(origin, OwnedOrigin::Text(..)) {
        let found = match source.bytes() {
            [b'#', ..] => Some("#"),
            [0xEF, 0xBB, 0xBF, ..] => Some("<\\239>"),
            _ => None,
        };
        if let Some(found) = found {
            return Some(format!("{}:1: unexpected symbol near '{found}'", source.name()));
        }
    }
    let mistake = mistake?;
    // The reference runs out of levels in the midst of `load`, a function without lines.
    if mistake.code == NESTED_TOO_DEEPLY {
        return Some(mistake.message.clone());
    }
    Some(flua_parser::render_short(mistake, source))
}

/// What `load` says of a text with this chunk name, when it is no Lua: the reference's message.
///
/// ```
/// assert_eq!(flua::load_error(b"x =", "=config").as_deref(), Some("config:1: unexpected symbol near <eof>"));
/// ```
pub fn load_error(text: &[u8], name: &str) -> Option<String> {
    let name = String::from_utf8_lossy(until_zero(name.as_bytes())).into_owned();
    let source = SourceFile::new(shown(&name), text);
    refusal(&source, &OwnedOrigin::Text(Vec::new(), String::new()), flua_parser::check(&source).err().as_ref())
}

/// A chunk name is a string of C: a zero ends it.
fn until_zero(name: &[u8]) -> &[u8] {
    name.split(|&byte| byte == 0).next().unwrap_or_default()
}

/// A chunk name as messages show it: `@file` and `=text` without the mark, any other as the source text that it is.
pub fn shown(name: &str) -> String {
    let cut = |text: &str, most: usize| -> String {
        text.char_indices().take_while(|(at, c)| at + c.len_utf8() <= most).map(|(_, c)| c).collect()
    };
    if let Some(text) = name.strip_prefix('=') {
        return cut(text, MAX_SHOWN);
    }
    if let Some(path) = name.strip_prefix('@') {
        if path.len() <= MAX_SHOWN {
            return path.to_owned();
        }
        let from = (path.len() - (MAX_SHOWN - 3)..path.len()).find(|&at| path.is_char_boundary(at)).unwrap_or(path.len());
        return format!("...{}", &path[from..]);
    }
    let line = name.split('\n').next().unwrap_or_default();
    if line.len() == name.len() && name.len() < TEXT_ROOM {
        return format!("[string \"{name}\"]");
    }
    format!("[string \"{}...\"]", cut(line, TEXT_ROOM))
}

#[cfg(test)]
mod tests {
    use super::shown;

    #[test]
    fn chunk_names_are_shown_as_the_reference_does() {
        assert_eq!(shown("=name"), "name");
        assert_eq!(shown("@a/b.lua"), "a/b.lua");
        assert_eq!(shown("x = 1"), "[string \"x = 1\"]");
        assert_eq!(shown("x = 1\ny"), "[string \"x = 1...\"]");
        assert_eq!(shown(&format!("={}", "a".repeat(80))), "a".repeat(59));
        assert_eq!(shown(&format!("@{}", "a".repeat(80))), format!("...{}", "a".repeat(56)));
        assert_eq!(shown(&"a".repeat(44)), format!("[string \"{}\"]", "a".repeat(44)));
        assert_eq!(shown(&"a".repeat(45)), format!("[string \"{}...\"]", "a".repeat(45)));
        assert_eq!(shown(&"a".repeat(80)), format!("[string \"{}...\"]", "a".repeat(45)));
    }
}
