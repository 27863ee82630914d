//! Programs of unusual size are printed in bounded time, and what is printed can be compiled.

use std::fmt::Write;
use std::time::{Duration, Instant};

use flua_ast::SourceFile;
use flua_codegen::{Options, Origin, Program, SourceChunk, generate};

/// The C# for a text. The bound is generous: it is to find what is quadratic, also when nothing is optimised and the rules of the IR are checked.
fn printed(lua: &str) -> String {
    let start = Instant::now();
    let source = SourceFile::new("test.lua", lua.as_bytes());
    let chunk = flua_parser::check(&source).unwrap_or_else(|error| panic!("{}: {}", error.line, error.message));
    let chunks = [SourceChunk { source: &source, chunk: &chunk, origin: Origin::Main }];
    let generated = generate(Program { chunks: &chunks, refused: &[] }, &Options::default());
    let text = generated.unwrap_or_else(|errors| panic!("{errors:?}")).text;
    assert!(start.elapsed() < Duration::from_mins(1), "{:?}", start.elapsed());
    text
}

/// A text of many pieces.
fn repeated(count: usize, piece: impl Fn(usize) -> String) -> String {
    let mut lua = String::new();
    for index in 0..count {
        writeln!(lua, "{}", piece(index)).expect("a string takes all that is written");
    }
    lua
}

/// The most variables that one declaration of the printed code has.
fn most_variables(csharp: &str) -> usize {
    let declarations = csharp.lines().filter(|line| line.trim_start().starts_with("LuaValue ") && line.contains("= default"));
    declarations.map(|line| line.matches("= default").count()).max().unwrap_or(0)
}

/// How many lines the longest method has.
fn longest_method(csharp: &str) -> usize {
    csharp.split("\n    }\n").map(|method| method.lines().count()).max().unwrap_or(0)
}

#[test]
fn a_function_of_fifty_thousand_statements_is_printed_in_parts() {
    let text =
        printed(&format!("local t, n = {{}}, 0\n{}return n", repeated(50_000, |index| format!("n = n + t[{}]", index % 9))));
    assert!(text.contains("Part100("));
    assert!(longest_method(&text) < 5_000, "{}", longest_method(&text));
}

#[test]
fn ten_thousand_locals_in_sibling_scopes_share_variables() {
    let scopes = |count| repeated(count, |index| format!("do local v{index} = s + {index}; s = v{index} % 1000 end"));
    // In parts, and in one method.
    for count in [10_000, 700] {
        let text = printed(&format!("local s = ...\nlocal function f()\n{}end\nreturn f", scopes(count)));
        assert!(most_variables(&text) < 20, "{}", most_variables(&text));
    }
    // Few keep their names.
    assert_eq!(most_variables(&printed(&format!("local s = ...\n{}", scopes(90)))), 91);
}

#[test]
fn a_table_of_very_many_fields_is_data() {
    let text =
        printed(&format!("return {{{}}}", repeated(50_000, |index| "1, true, 'x', 2.5, ".repeat(5) + &format!("f{index} = 1,"))));
    assert!(text.lines().count() < 100);
}

#[test]
fn loops_are_nested_as_deeply_as_the_reference_allows() {
    let loops = format!("{}x() {}", "while x do ".repeat(190), "break end ".repeat(190));
    printed(&loops);
    let loops = format!("{}x() {}", "for i = 1, 2 do ".repeat(49), "end ".repeat(49));
    printed(&loops);
}
