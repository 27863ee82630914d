//! One naming service: Lua's names are kept where C# allows, and nothing collides.

use std::rc::Rc;
use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::csharp::Text;
use crate::csharp::runtime::MEMBERS;

/// The keywords of C#, which no name may be.
const KEYWORDS: &[&str] = &[
    "abstract",
    "as",
    "base",
    "bool",
    "break",
    "byte",
    "case",
    "catch",
    "char",
    "checked",
    "class",
    "const",
    "continue",
    "decimal",
    "default",
    "delegate",
    "do",
    "double",
    "else",
    "enum",
    "event",
    "explicit",
    "extern",
    "false",
    "finally",
    "fixed",
    "float",
    "for",
    "foreach",
    "goto",
    "if",
    "implicit",
    "in",
    "int",
    "interface",
    "internal",
    "is",
    "lock",
    "long",
    "namespace",
    "new",
    "null",
    "object",
    "operator",
    "out",
    "override",
    "params",
    "private",
    "protected",
    "public",
    "readonly",
    "ref",
    "return",
    "sbyte",
    "sealed",
    "short",
    "sizeof",
    "stackalloc",
    "static",
    "string",
    "struct",
    "switch",
    "this",
    "throw",
    "true",
    "try",
    "typeof",
    "uint",
    "ulong",
    "unchecked",
    "unsafe",
    "ushort",
    "using",
    "virtual",
    "void",
    "volatile",
    "while",
    "__arglist",
    "__makeref",
    "__reftype",
    "__refvalue",
    // Contextual ones that would mislead, or mean something where we print names.
    "await",
    "dynamic",
    "field",
    "global",
    "nameof",
    "record",
    "required",
    "scoped",
    "value",
    "var",
    "when",
    "with",
    "yield",
    "_",
];

/// The names that the frame of every printed function uses, besides those of the classes in [`MEMBERS`].
const SCAFFOLD: &[&str] = &[
    "L",
    "K",
    "Methods",
    "Source",
    "frame",
    "locals",
    "part",
    "done",
    "saved",
    "args",
    "varargs",
    "info",
    "Info",
    "Load",
    "Main",
    "Body",
    "General",
    "Numeric",
    "Numeric2",
    "Unboxed",
    "Structured",
    "Floats",
    "Floats2",
    "Plain",
    "Hot",
    "Invoke",
    "Resume",
    "Argument",
    "Varargs",
    "Call0",
    "Call1",
    "Call2",
    "Call3",
    "CallN",
    "CallMetamethod",
    "LuaFunction0",
    "LuaFunction1",
    "LuaFunction2",
    "LuaFunction3",
    "LuaFunctionN",
    "TableTemplate",
    "FunctionInfo",
    "Unsafe",
    "FieldGroup",
    "Delegate",
    "RuntimeHelpers",
    "MethodImpl",
    "MethodImplOptions",
    "ReadOnlySpan",
    "Equals",
    "GetHashCode",
    "GetType",
    "ToString",
    "Finalize",
    "MemberwiseClone",
    "ReferenceEquals",
];

/// Names already given in one scope.
#[derive(Clone, Debug)]
pub struct Namer {
    /// A scope around, whose names are taken too.
    around: Option<Rc<Self>>,
    taken: FxHashSet<Rc<str>>,
    /// The number to try next behind each base.
    next: FxHashMap<Rc<str>, usize>,
}

impl Namer {
    /// A scope in which only C#'s and our own names are taken.
    pub fn new() -> Self {
        Self { around: None, taken: FxHashSet::default(), next: FxHashMap::default() }
    }

    /// A scope inside another one.
    pub fn inside(around: Rc<Self>) -> Self {
        Self { around: Some(around), ..Self::new() }
    }

    /// Takes a name: the wished one, or with a number behind it.
    pub fn take(&mut self, wished: &str) -> Text {
        let base = identifier(wished);
        let name = if self.is_free(&base) { base } else { self.numbered(&base, 2) };
        self.taken.insert(name.clone());
        Text::Shared(name)
    }

    /// Takes a name that always has a number behind it: `t1`, `t2` …
    pub fn take_numbered(&mut self, base: &str) -> Text {
        let name = self.numbered(base, 1);
        self.taken.insert(name.clone());
        Text::Shared(name)
    }

    fn numbered(&mut self, base: &str, first: usize) -> Rc<str> {
        // A reserved beginning stays reserved with any number behind it.
        let base: Rc<str> =
            if is_reserved_prefix(base) || is_constants_class(base) { format!("_{base}").into() } else { base.into() };
        let mut number = self.next_number(&base).unwrap_or(first);
        let name = loop {
            let name: Rc<str> = format!("{base}{number}").into();
            number += 1;
            if self.is_free(&name) {
                break name;
            }
        };
        self.next.insert(base, number);
        name
    }

    fn next_number(&self, base: &str) -> Option<usize> {
        self.next.get(base).copied().or_else(|| self.around.as_ref()?.next_number(base))
    }

    fn is_free(&self, name: &str) -> bool {
        !self.is_taken(name) && !is_reserved(name)
    }

    fn is_taken(&self, name: &str) -> bool {
        self.taken.contains(name) || self.around.as_ref().is_some_and(|around| around.is_taken(name))
    }
}

/// Whether no Lua variable may have the name in C#.
fn is_reserved(name: &str) -> bool {
    static RESERVED: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| {
        // What is imported from the runtime, or inherited from it, is called by its bare name.
        let bare = MEMBERS.iter().filter(|member| ["LuaOperations", "LuaFunction", "LuaObject"].contains(&member.owner));
        let owners = MEMBERS.iter().map(|member| member.owner);
        KEYWORDS.iter().chain(SCAFFOLD).copied().chain(bare.map(|member| member.name)).chain(owners).collect()
    });
    RESERVED.contains(name) || is_constants_class(name) || is_reserved_prefix(name)
}

/// Whether a name is kept for a class of constants: `K`, `K2` …
pub fn is_constants_class(name: &str) -> bool {
    name.strip_prefix('K').is_some_and(|number| number.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Whether all names that begin so are kept for printed classes and for the runtime.
fn is_reserved_prefix(name: &str) -> bool {
    ["F_", "Part", "Source", "Data", "Template", "Group", "Missed", "Try", "Peek", "Get", "Set", "Call", "Raw"]
        .iter()
        .any(|prefix| name.starts_with(prefix))
}

/// Any text as a C# identifier of ASCII letters, digits and underscores.
pub fn identifier(text: &str) -> Rc<str> {
    let mut name: String = text.chars().take(60).map(|c| if c.is_ascii_alphanumeric() || c == '_' { c } else { '_' }).collect();
    if name.is_empty() || name.starts_with(|c: char| c.is_ascii_digit()) {
        name.insert(0, '_');
    }
    name.into()
}

/// Whether a text can stand as an identifier as it is.
pub fn is_identifier(bytes: &[u8]) -> bool {
    bytes.len() <= 40
        && bytes.first().is_some_and(|b| b.is_ascii_alphabetic() || *b == b'_')
        && bytes.iter().all(|b| b.is_ascii_alphanumeric() || *b == b'_')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keywords_and_our_own_names_get_a_number() {
        let mut namer = Namer::new();
        assert_eq!(namer.take("x").as_str(), "x");
        assert_eq!(namer.take("x").as_str(), "x2");
        assert_eq!(namer.take("class").as_str(), "class2");
        assert_eq!(namer.take("L").as_str(), "L2");
        assert_eq!(namer.take("K").as_str(), "_K2");
        assert_eq!(namer.take("K7").as_str(), "_K72");
        assert_eq!(namer.take("F_f").as_str(), "_F_f2");
    }
}
