//! Programs of many modules, compiled side by side: the order of everything is that of the text.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use flua::{Compiler, DynamicCode, MemoryModules, Options, SourceFile, Style};

/// How many modules there are: three rounds of parsing, and enough text that threads are worth it.
const COUNT: usize = 120;

/// Lua enough for a module: a few hundred bytes.
fn body(index: usize) -> String {
    (0..10).fold(String::new(), |text, line| text + &format!("local function f{line}(x) return x * {index} + {line} end\n"))
}

fn source(name: &str, text: &str) -> SourceFile {
    SourceFile::new(name, text.as_bytes())
}

/// The main chunk requires the first ten modules, each of those ten more; all require one that is not there, and every seventh is wrong if it is to be.
fn program(has_mistakes: bool) -> (SourceFile, MemoryModules) {
    let mut modules = MemoryModules::new();
    for index in 0..COUNT {
        let mut text = body(index);
        if index < 10 {
            for child in 0..10 {
                let _ = writeln!(text, "require 'm{}'", 10 + index * 10 + child);
            }
        }
        text += "require 'nowhere'\n";
        if index % 40 == 7 {
            text += "load('return 1')() load('= = ')() require(name)\n";
        }
        if has_mistakes && index % 7 == 3 {
            text += match index % 3 {
                0 => "x = }",
                1 => "local c <const> = 1; c = 2",
                _ => "goto nowhere",
            };
        }
        modules = modules.with(format!("m{index}"), source(&format!("m{index}.lua"), &text));
    }
    let main = (0..10).fold(String::new(), |text, index| text + &format!("require 'm{index}'\n"));
    (source("main.lua", &main), modules)
}

fn options() -> Options {
    Options { dynamic_code: DynamicCode::StaticOrRaise, ..Options::default() }
}

#[test]
fn any_number_of_threads_gives_the_same() {
    let (main, modules) = program(false);
    let compiler = Compiler::new(options()).modules(&modules).include(["m11?*", "m5"]);
    let alone = compiler.compile(main.clone()).expect("the program is right");
    let names: Vec<_> = alone.sources.iter().map(SourceFile::name).collect();
    assert_eq!(names[..6], ["main.lua", "m5.lua", "m0.lua", "m1.lua", "m2.lua", "m3.lua"]);
    assert_eq!(names[10..15], ["m9.lua", "m60.lua", "m61.lua", "m62.lua", "m63.lua"]);
    assert_eq!(names.len(), 1 + 110 + 1, "the modules that are required, and one text");
    for threads in [2, 3, 16] {
        let output = compiler.clone().threads(threads).compile(main.clone()).expect("the program is right");
        assert!(output.csharp == alone.csharp, "{threads} threads print something else");
        assert_eq!(output.sources.iter().map(SourceFile::name).collect::<Vec<_>>(), names);
        assert_eq!(output.render_warnings(Style::default()), alone.render_warnings(Style::default()));
    }
}

/// Programs with everything that functions ask for by name: strings, templates, groups of fields, method calls, data, counts of loops.
#[test]
fn large_programs_print_the_same_on_any_number_of_threads() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../bench");
    let mut scripts: Vec<_> = [folder.clone(), folder.join("programs")]
        .iter()
        .flat_map(|folder| fs::read_dir(folder).expect("the folder is there"))
        .map(|entry| entry.expect("a readable entry").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "lua"))
        .collect();
    scripts.sort();
    // More strings than one class of constants has.
    let names = (0..1200).fold(String::new(), |text, index| text + &format!("print('name {index}')\n"));
    let mut modules = MemoryModules::new().with("names", source("names.lua", &names));
    let mut main = "require 'names'\n".to_owned();
    for copy in 0..3 {
        for (index, script) in scripts.iter().enumerate() {
            let text = fs::read(script).expect("a script can be read");
            let name = format!("m{copy}_{index}");
            let _ = writeln!(main, "require '{name}'");
            modules = modules.with(name.clone(), SourceFile::new(format!("{name}.lua"), text));
        }
    }
    for program in [false, true] {
        let options = Options { program, closed_world: program, ..Options::default() };
        let compiler = Compiler::new(options).modules(&modules);
        let alone = compiler.compile(source("main.lua", &main)).expect("the program is right").csharp;
        assert!(["K2.", "K.Template", "K.Group", "K.Methods + ", "K.Missed"].iter().all(|name| alone.contains(name)));
        for threads in [2, 3, 5] {
            let output = compiler.clone().threads(threads).compile(source("main.lua", &main)).expect("the program is right");
            assert!(output.csharp == alone, "{threads} threads print something else");
        }
    }
}

#[test]
fn mistakes_in_several_modules_come_in_the_order_of_the_sources() {
    let (main, modules) = program(true);
    let compiler = Compiler::new(options()).modules(&modules);
    let alone = compiler.compile(main.clone()).expect_err("modules are wrong").to_string();
    let lines: Vec<_> = alone.lines().collect();
    assert_eq!(
        lines[..4],
        [
            "m3.lua:22: unexpected symbol near '}'",
            "m10.lua:12: attempt to assign to const variable 'c'",
            "m17.lua:12: no visible label 'nowhere' for <goto> at line 12",
            "m24.lua:12: unexpected symbol near '}'",
        ]
    );
    for threads in [2, 3, 16] {
        let failure = compiler.clone().threads(threads).compile(main.clone()).expect_err("modules are wrong");
        assert_eq!(failure.to_string(), alone);
    }
}

#[test]
fn a_chain_of_modules_is_followed_to_its_end() {
    let mut modules = MemoryModules::new();
    for index in 0..50 {
        let text = format!("{}require 'm{}'", body(index), index + 1);
        modules = modules.with(format!("m{index}"), source(&format!("m{index}.lua"), &text));
    }
    let compiler = Compiler::new(Options::default()).modules(&modules).threads(4);
    let output = compiler.compile(source("main.lua", "require 'm0'")).expect("the program is right");
    assert_eq!(output.sources.len(), 51);
    assert!(output.render_warnings(Style::default()).contains("module 'm50' not found"));
}
