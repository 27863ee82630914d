//! `flua compile`. One test needs the .NET SDK.

mod common;

use std::fmt::Write as _;
use std::process::Command;

use common::Folder;

#[test]
fn a_file_with_its_runtime_runs_by_dotnet_run() {
    let folder = Folder::with(&[("script.lua", "print(..., require 'part')"), ("part.lua", "return 'from a module'")]);
    folder.flua(&["compile", "script.lua", "-o", "out/../Script.cs"]).fails(3, "the folder out/.. does not exist");
    folder.flua(&["compile", "script.lua", "-o", "Script.cs"]).prints("");
    // As on a machine where nothing was ever restored.
    let run = Command::new("dotnet")
        .args(["run", "Script.cs", "one"])
        .current_dir(folder.path())
        .env("DOTNET_CLI_HOME", folder.path())
        .env("NUGET_PACKAGES", folder.path().join("packages"))
        .env("DOTNET_NOLOGO", "1")
        .output()
        .expect("there is a dotnet");
    let printed = (String::from_utf8_lossy(&run.stdout).into_owned(), String::from_utf8_lossy(&run.stderr).into_owned());
    assert_eq!(printed, ("one\tfrom a module\t./part.lua\n".to_owned(), String::new()));
}

#[test]
fn mistakes_in_many_modules_are_told_in_the_order_of_the_text() {
    let folder = Folder::new();
    let filling = "local function f(x) return x * 2 + 1 end\n".repeat(100);
    let mut script = String::new();
    for index in 0..20 {
        let _ = writeln!(script, "require 'part{index}'");
        let end = if index % 6 == 2 { "x = }" } else { "return 1" };
        folder.write(&format!("part{index}.lua"), format!("{filling}{end}"));
    }
    folder.write("script.lua", script);
    for _ in 0..5 {
        let ran = folder.flua(&["compile", "script.lua", "-o", "Script.cs"]);
        let places: Vec<_> = ran.stderr.lines().filter_map(|line| line.split_once("─ ").map(|(_, place)| place.trim())).collect();
        assert_eq!(places, ["./part2.lua:101:5", "./part8.lua:101:5", "./part14.lua:101:5"], "{ran:?}");
    }
}

#[test]
fn the_default_output_is_the_class() {
    let folder = Folder::with(&[("my-script.lua", "print(1)")]);
    folder.flua(&["compile", "my-script.lua", "--runtime=none"]).prints("");
    assert_eq!(folder.list(), ["MyScript.cs", "my-script.lua"]);
    let text = folder.read("MyScript.cs");
    assert!(text.contains("class MyScript") && !text.contains(" Main(") && !text.contains("class LuaTable"), "{text}");
}

#[test]
fn names_are_chosen_and_checked() {
    let folder = Folder::with(&[("a.lua", "print(1)")]);
    let ran =
        folder.flua(&["compile", "a.lua", "-o", "-", "--runtime=none", "--namespace=Acme.Scripts", "--class=Game", "--program"]);
    assert!(
        ran.stdout.contains("namespace Acme.Scripts") && ran.stdout.contains("class Game") && ran.stdout.contains(" Main("),
        "{ran:?}"
    );
    folder.flua(&["compile", "a.lua", "--class=class"]).fails(2, "'class' cannot be the name of a C# class");
    folder.flua(&["compile", "a.lua", "--namespace=A..B"]).fails(2, "'A..B' cannot be the name of a C# namespace");
}

#[test]
fn a_package_is_named_at_the_head() {
    let folder = Folder::with(&[("a.lua", "print(1)")]);
    let ran = folder.flua(&["compile", "a.lua", "-o", "-", "--runtime=package"]);
    assert!(ran.stdout.starts_with("#:package FLuaRs.Runtime@"), "{ran:?}");
}

#[test]
fn a_failure_leaves_the_old_output_and_nothing_else() {
    let folder = Folder::with(&[("wrong.lua", "if x then"), ("Out.cs", "old")]);
    let ran = folder.flua(&["compile", "wrong.lua", "-o", "Out.cs"]);
    assert!(ran.code == Some(1) && ran.stderr.contains("'end' expected near <eof>"), "{ran:?}");
    folder.flua(&["compile", "missing.lua", "-o", "Out.cs"]).fails(1, "cannot open missing.lua");
    folder.write("right.lua", "print(1)");
    folder
        .flua(&["compile", "right.lua", "-o", "missing/Out.cs"])
        .fails(3, "flua: cannot write missing/Out.cs: the folder missing does not exist");
    folder.flua(&["compile", "right.lua", "-o", "."]).fails(3, "flua: cannot write .: it is a directory");
    assert_eq!(
        (folder.read("Out.cs").as_str(), folder.list()),
        ("old", vec!["Out.cs".to_owned(), "right.lua".to_owned(), "wrong.lua".to_owned()])
    );
}

#[test]
fn dynamic_code_is_refused_unless_it_may_raise() {
    let folder = Folder::with(&[("a.lua", "load('x = 1')()\nlocal d = string.dump")]);
    let ran = folder.flua(&["compile", "a.lua", "-o", "-"]);
    assert_eq!((ran.code, ran.stderr.matches("error[L03").count()), (Some(1), 2), "{ran:?}");
    assert_eq!(folder.flua(&["compile", "a.lua", "-o", "-", "--dynamic-code=raise"]).code, Some(0));
}

#[test]
fn constant_texts_and_files_are_compiled_and_the_rest_is_refused() {
    let folder = Folder::with(&[
        ("a.lua", "local load = load\nload('x = 1')()\nload('wrong =')\ndofile 'b.lua'\nloadfile 'missing.lua'"),
        ("b.lua", "return load('y = 1')"),
        ("c.lua", "load('x = 1')()\nload(x)()\nloadstring('x = 1')\nlocal f = load\nf('x = 1')\nf(x)"),
    ]);
    let ran = folder.flua(&["compile", "a.lua", "-o", "-", "--runtime=none", "--dynamic-code=static"]);
    assert!(ran.code == Some(0) && ran.stderr.contains("warning[L0404]: file 'missing.lua' not found"), "{ran:?}");
    assert_eq!((ran.stdout.matches("L.AddText(").count(), ran.stdout.matches("L.AddFile(").count()), (2, 1), "{ran:?}");
    assert!(ran.stdout.contains("unexpected symbol near <eof>"), "{ran:?}");
    let ran = folder.flua(&["check", "--message-format=short", "c.lua", "--dynamic-code=static"]);
    let lines: Vec<&str> = ran.stdout.lines().map(|line| line.split(": ").next().unwrap_or_default()).collect();
    assert_eq!((ran.code, lines), (Some(1), vec!["c.lua:2", "c.lua:3", "c.lua:4"]), "{ran:?}");
    folder.write("d.lua", "load 'load(x)'\nloadfile 'missing.lua'");
    let ran = folder.flua(&["check", "--message-format=short", "d.lua", "--dynamic-code=static"]);
    assert!(ran.stdout.starts_with("[string \"load(x)\"]:1: 'load' needs a compiler at run time"), "{ran:?}");
    assert!(ran.stdout.contains("d.lua:2: warning: file 'missing.lua' not found"), "{ran:?}");
    let ran = folder.flua(&["compile", "c.lua", "-o", "-", "--dynamic-code=static,raise"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
}

#[test]
fn every_form_can_be_printed() {
    let folder = Folder::with(&[("a.lua", "local x = 1 + y")]);
    for (form, part) in [("tokens", "1:1"), ("ast", "LocalDeclaration"), ("ir", "y"), ("csharp", "namespace Lua")] {
        let ran = folder.flua(&["compile", "a.lua", "-o", "-", &format!("--emit={form}")]);
        assert!(ran.code == Some(0) && ran.stdout.contains(part), "{form}: {ran:?}");
    }
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let folder = Folder::with(&[("a.lua", "local a = require 'b' print(a, { x = 1, y = 2 })"), ("b.lua", "return 1")]);
    let compile = || folder.flua(&["compile", "a.lua", "-o", "-"]).stdout;
    assert_eq!(compile(), compile());
}

#[test]
fn without_optimisation_every_operation_is_the_complete_one() {
    let folder = Folder::with(&[("a.lua", "local function f(t) for i = 1, 3 do t.x = t.x + i end end\nreturn f")]);
    let compile = |level: &str| {
        folder.flua(&["compile", "a.lua", "-o", "A.cs", "--runtime=none", "--program", level]).prints("");
        folder.read("A.cs")
    };
    let (fast, plain) = (compile("-O1"), compile("-O0"));
    assert!(fast.contains("TryGetField(") && fast.contains("TryAdd("), "{fast}");
    assert!(!plain.contains("TryGetField(") && !plain.contains("TryAdd(") && plain.contains("Add(L, "), "{plain}");
}
