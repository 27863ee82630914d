//! The C# names that the user gives, or that come from the script's name.

use super::error::Error;

/// The keywords of C#, which are no names.
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
];

/// Types of .NET and of the runtime that printed code names: a class called so would hide them.
const TAKEN: &[&str] = &[
    "Abrupt",
    "BitConverter",
    "Cell",
    "ForLoop",
    "ForRange",
    "Frame",
    "FunctionInfo",
    "Hot",
    "K",
    "Load",
    "Main",
    "Math",
    "MathF",
    "ReadOnlySpan",
    "Site",
    "System",
    "Tags",
    "Unsafe",
];

/// The class for a script: `my-script.lua` gives `MyScript`.
pub fn class_of(script: &str) -> String {
    let stem = script.rsplit(['/', '\\']).next().unwrap_or_default();
    let stem = stem.strip_suffix(".lua").unwrap_or(stem);
    let mut class = String::new();
    let words = stem.split(|letter: char| !letter.is_ascii_alphanumeric() && letter != '_');
    for word in words {
        let mut letters = word.chars();
        class.extend(letters.next().map(|first| first.to_ascii_uppercase()));
        class.push_str(letters.as_str());
    }
    if class.is_empty() || class.starts_with(|first: char| first.is_ascii_digit()) {
        class.insert_str(0, "Script");
    }
    if class.starts_with("Lua") || class.starts_with("F_") || TAKEN.contains(&class.as_str()) {
        class.push_str("Script");
    }
    class
}

/// Checks the name of a class.
pub fn check_class(name: &str) -> Result<(), Error> {
    if is_identifier(name) && !TAKEN.contains(&name) {
        Ok(())
    } else {
        Err(Error::usage(format!("'{name}' cannot be the name of a C# class of printed code (option --class)")))
    }
}

/// Checks the name of a namespace: names with dots between them.
pub fn check_namespace(name: &str) -> Result<(), Error> {
    if name.split('.').all(is_identifier) {
        Ok(())
    } else {
        Err(Error::usage(format!("'{name}' cannot be the name of a C# namespace (option --namespace)")))
    }
}

fn is_identifier(name: &str) -> bool {
    let mut letters = name.chars();
    letters.next().is_some_and(|first| first.is_alphabetic() || first == '_')
        && letters.all(|letter| letter.is_alphanumeric() || letter == '_')
        && !KEYWORDS.contains(&name)
}

#[cfg(test)]
mod tests {
    use super::{check_class, check_namespace, class_of};

    #[test]
    fn classes_are_named_after_scripts() {
        assert_eq!(class_of("script.lua"), "Script");
        assert_eq!(class_of("src/my-script.v2.lua"), "MyScriptV2");
        assert_eq!(class_of("stdin"), "Stdin");
        assert_eq!(class_of("8queens.lua"), "Script8queens");
        assert_eq!(class_of("math.lua"), "MathScript");
        assert_eq!(class_of("…lua"), "Lua".to_owned() + "Script");
    }

    #[test]
    fn names_of_the_user_are_checked() {
        assert!(check_class("Game").is_ok() && check_namespace("Acme.Scripts").is_ok());
        assert!(check_class("2d").is_err() && check_class("class").is_err() && check_namespace("A..B").is_err());
    }
}
