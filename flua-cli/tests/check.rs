//! `flua check`, `flua explain`, completions and help. No test needs the .NET SDK.

mod common;

use common::Folder;

#[test]
fn many_files_are_checked_in_the_short_form() {
    let folder = Folder::with(&[
        ("right.lua", "print(1)"),
        ("syntax.lua", "x = 1\nfor"),
        ("scope.lua", "local x <const> = 1\nx = 2"),
        ("jump.lua", "goto out"),
        ("empty.lua", ""),
    ]);
    let ran = folder.flua(&["check", "--message-format=short", "right.lua", "syntax.lua", "scope.lua", "jump.lua", "empty.lua"]);
    let expected = "syntax.lua:2: <name> expected near <eof>\nscope.lua:2: attempt to assign to const variable 'x'\njump.lua:1: no visible label 'out' for <goto> at line 1\n";
    assert_eq!((ran.code, ran.stderr.as_str()), (Some(1), ""), "{ran:?}");
    assert_eq!(ran.stdout, expected);
}

#[test]
fn right_files_are_passed_in_silence() {
    let folder = Folder::with(&[("a.lua", "print(1)"), ("b.lua", "#!/usr/bin/lua\nreturn 2")]);
    folder.flua(&["check", "a.lua", "b.lua"]).prints("");
    folder.flua_with_input(&["check", "-"], "return 1").prints("");
}

#[test]
fn a_hook_that_is_never_called_is_warned_of() {
    let folder = Folder::with(&[("a.lua", "debug.sethook(print, 'l')")]);
    let ran = folder.flua(&["check", "a.lua"]);
    assert!(ran.code == Some(0) && (ran.stdout + &ran.stderr).contains("warning[L0303]"));
}

#[test]
fn errors_are_drawn_without_colours_into_a_pipe() {
    let folder = Folder::with(&[("a.lua", "x = }")]);
    let ran = folder.flua(&["check", "a.lua"]);
    assert!(
        ran.code == Some(1) && ran.stdout.contains("unexpected symbol near '}'") && ran.stdout.contains("a.lua:1:5"),
        "{ran:?}"
    );
    assert!(!ran.stdout.contains('\u{1b}'), "{ran:?}");
    assert!(folder.flua(&["check", "--color=always", "a.lua"]).stdout.contains('\u{1b}'));
}

#[test]
fn unreadable_files_do_not_keep_others_from_being_checked() {
    let folder = Folder::with(&[("wrong.lua", "x =")]);
    let ran = folder.flua(&["check", "--message-format=short", "missing.lua", ".", "wrong.lua"]);
    assert_eq!(ran.stderr, "flua: cannot open missing.lua: no such file or directory\nflua: cannot open .: it is a directory\n");
    assert_eq!((ran.stdout.as_str(), ran.code), ("wrong.lua:1: unexpected symbol near <eof>\n", Some(1)));
}

#[test]
fn garbage_is_refused_by_its_first_mistake() {
    let folder = Folder::new();
    let garbage: Vec<u8> = (0..100_000u32).map(|i| i.wrapping_mul(2_654_435_761).to_be_bytes()[1] | 0x80).collect();
    folder.write("garbage.lua", garbage);
    let ran = folder.flua(&["check", "--message-format=short", "garbage.lua"]);
    assert!(ran.code == Some(1) && ran.stdout.starts_with("garbage.lua:1: unexpected symbol near '<\\"), "{ran:?}");
}

#[test]
fn a_file_beyond_the_limit_is_refused_unread() {
    let folder = Folder::new();
    let file = std::fs::File::create(folder.path().join("huge.lua")).expect("the folder is ours");
    file.set_len(100 << 20).expect("the file is sparse");
    folder.flua(&["check", "huge.lua"]).fails(1, "flua: cannot open huge.lua: it is longer than 16 MB");
}

#[test]
fn warnings_do_not_fail() {
    let folder = Folder::with(&[
        ("a.lua", "require 'missing' require(name)"),
        ("b.lua", "package.preload.x = f require 'x' require 'string'"),
    ]);
    let ran = folder.flua(&["check", "--message-format=short", "a.lua", "b.lua"]);
    let expected =
        "a.lua:1: warning: module 'missing' not found\na.lua:1: warning: the name of the required module is computed\n";
    assert_eq!((ran.code, ran.stdout.as_str()), (Some(0), expected));
}

#[test]
fn codes_are_explained() {
    let folder = Folder::new();
    assert!(folder.flua(&["explain", "L0101"]).stdout.starts_with("# L0101"));
    let list = folder.flua(&["explain"]).stdout;
    assert!(list.lines().any(|line| line == "L0401  module not found"), "{list}");
    folder.flua(&["explain", "L9999"]).fails(1, "there is no diagnostic L9999");
}

#[test]
fn help_teaches_and_completions_complete() {
    let folder = Folder::new();
    for command in ["compile", "run", "check"] {
        let help = folder.flua(&[command, "--help"]);
        assert!(help.code == Some(0) && help.stdout.contains("Examples:"), "{help:?}");
    }
    assert!(folder.flua(&["--help"]).stdout.contains("Exit codes:"));
    assert!(folder.flua(&["--version"]).stdout.starts_with("flua "));
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        assert!(folder.flua(&["completions", shell]).stdout.contains("message-format"), "{shell}");
    }
    assert_eq!(folder.flua(&[]).code, Some(2));
    assert_eq!(folder.flua(&["compile"]).code, Some(2));
}
