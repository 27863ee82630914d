//! The C# that runs several chunks in one state: those of `-e` and `-l`, then the script.

use std::fmt::Write as _;

/// What a started program is made of.
pub struct Startup<'a> {
    /// The name of the script, or of the interpreter when there is none: `arg[0]`.
    pub name: &'a str,
    /// The classes of the chunks, in order.
    pub classes: &'a [String],
    /// Whether the last of them is the script, which gets the arguments.
    pub has_script: bool,
}

impl Startup<'_> {
    /// The text of the file.
    pub fn print(&self) -> String {
        let mut calls = String::new();
        for (index, class) in self.classes.iter().enumerate() {
            let is_script = self.has_script && index + 1 == self.classes.len();
            let call = if is_script { "CallN(L, args)" } else { "Call0(L)" };
            let _ = write!(
                calls,
                "            r = {class}.Load(L).{call};\n            if (r.IsAbrupt && (r = L.Land()).IsAbrupt) return r;\n"
            );
        }
        TEMPLATE.replace("@calls@", &calls).replace("@name@", &literal(self.name))
    }
}

const TEMPLATE: &str = r"using System;
using FLua.Runtime;

/// <summary>Runs the chunks of the command line, one after the other, in one state.</summary>
internal static class Startup
{
    public static int Main(string[] args) => LuaProgram.Run(args, @name@, L => new Chunks());

    private sealed class Chunks : LuaFunctionN
    {
        public override LuaValue CallN(LuaState L, ReadOnlySpan<LuaValue> args)
        {
            LuaValue r;
@calls@            return L.Return0();
        }
    }
}
";

/// A C# string literal.
fn literal(text: &str) -> String {
    let mut literal = String::from("\"");
    for unit in text.encode_utf16() {
        match u8::try_from(unit) {
            Ok(byte) if byte.is_ascii_alphanumeric() || b" ./_-()".contains(&byte) => literal.push(char::from(byte)),
            _ => {
                let _ = write!(literal, "\\u{unit:04x}");
            }
        }
    }
    literal.push('"');
    literal
}

#[cfg(test)]
mod tests {
    use super::{Startup, literal};

    #[test]
    fn only_the_script_gets_the_arguments() {
        let classes = ["Lua.Chunk1".to_owned(), "Lua.Chunk2".to_owned()];
        let text = Startup { name: "a.lua", classes: &classes, has_script: true }.print();
        assert!(text.contains("Lua.Chunk1.Load(L).Call0(L)") && text.contains("Lua.Chunk2.Load(L).CallN(L, args)"));
    }

    #[test]
    fn names_are_quoted() {
        assert_eq!(literal("a \"b\\é"), r#""a \u0022b\u005c\u00e9""#);
    }
}
