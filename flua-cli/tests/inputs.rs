//! Strange scripts, names and streams: each ends in one clear message, or works. Tests that run a script need the .NET SDK.

mod common;

use std::process::{Command, Stdio};

use common::Folder;

/// Calls a shell with a line in which `flua` is the command, and gives exit code, standard output and standard error.
#[cfg(unix)]
fn shell(folder: &Folder, line: &str) -> (Option<i32>, String, String) {
    let flua = folder.command(&[]);
    let mut command = Command::new("bash");
    command.args(["-c", &line.replace("flua", &format!("'{}'", flua.get_program().to_string_lossy()))]);
    command.current_dir(folder.path()).env("FLUA_CACHE", common::cache()).stdin(Stdio::null());
    let output = command.output().expect("there is a shell");
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (output.status.code(), text(&output.stdout), text(&output.stderr))
}

#[test]
fn a_mark_a_first_line_and_line_ends_of_windows_are_taken() {
    let folder = Folder::new();
    folder.write("crlf.lua", b"\xEF\xBB\xBF#!/usr/bin/lua\r\nprint('bom', ...)\r\nprint(#[[a\r\nb]])\r\nerror 'line 5'");
    let ran = folder.flua(&["run", "crlf.lua", "x"]);
    assert_eq!((ran.code, ran.stdout.as_str()), (Some(1), "bom\tx\n3\n"), "{ran:?}");
    assert!(ran.stderr.starts_with("flua: crlf.lua:5: line 5\n"), "{ran:?}");
}

#[test]
fn an_empty_script_does_nothing() {
    let folder = Folder::with(&[("empty.lua", "")]);
    folder.flua(&["run", "empty.lua"]).prints("");
    folder.flua(&["check", "empty.lua"]).prints("");
    assert_eq!(folder.flua(&["compile", "empty.lua"]).code, Some(0));
    assert_eq!(folder.list(), ["Empty.cs", "empty.lua"]);
}

#[test]
fn garbage_is_refused_and_nothing_is_written() {
    let folder = Folder::new();
    folder.write("garbage.lua", (0..5_000u32).map(|i| i.wrapping_mul(2_654_435_761).to_be_bytes()[1]).collect::<Vec<_>>());
    for command in ["compile", "run"] {
        let ran = folder.flua(&[command, "garbage.lua"]);
        assert!(ran.code == Some(1) && ran.stdout.is_empty() && ran.stderr.starts_with("error[L"), "{ran:?}");
    }
    assert_eq!(folder.list(), ["garbage.lua"]);
}

#[test]
fn a_script_beyond_the_limit_is_refused_unread_by_every_command() {
    let folder = Folder::new();
    let file = std::fs::File::create(folder.path().join("huge.lua")).expect("the folder is ours");
    file.set_len(100 << 20).expect("the file is sparse");
    for command in ["compile", "run"] {
        folder.flua(&[command, "huge.lua"]).fails(1, "flua: cannot open huge.lua: it is longer than 16 MB");
    }
    assert_eq!(folder.list(), ["huge.lua"]);
}

#[test]
fn names_with_spaces_quotes_and_other_letters_are_kept() {
    let folder = Folder::new();
    let name = if cfg!(windows) { "dir with space/it's é.lua" } else { "dir with space/it's \"q\" é.lua" };
    folder.write(name, "print(arg[0]) error('here')");
    let ran = folder.flua(&["run", name]);
    assert_eq!((ran.code, ran.stdout), (Some(1), format!("{name}\n")));
    assert!(ran.stderr.starts_with(&format!("flua: {name}:1: here\n")), "{}", ran.stderr);
    folder.write("-dash.lua", "print(arg[0])");
    folder.flua(&["run", "--", "-dash.lua"]).prints("-dash.lua\n");
    folder.flua(&["run", "./-dash.lua"]).prints("./-dash.lua\n");
    assert_eq!(folder.flua(&["compile", "--", "-dash.lua"]).code, Some(0));
    assert!(folder.list().contains(&"Dash.cs".to_owned()));
    folder.flua(&["run", ""]).fails(1, "flua: cannot open : no such file or directory");
}

#[cfg(unix)]
#[test]
fn a_name_with_a_line_break_does_not_get_out_of_its_comment() {
    let folder = Folder::new();
    let name = "a\nclass B {} //\u{2028}<&>.lua";
    folder.write(name, "print(arg[0] == ...)");
    folder.flua(&["run", name, name]).prints("true\n");
    folder.flua(&["run", "-e", "x = 1", name, name]).prints("true\n");
}

#[cfg(unix)]
#[test]
fn a_script_that_may_not_be_read_is_named() {
    use std::os::unix::fs::PermissionsExt;
    let folder = Folder::with(&[("secret.lua", "print(1)")]);
    let path = folder.path().join("secret.lua");
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o000)).expect("the file is ours");
    // Who may read everything, as root may, sees no difference.
    if std::fs::read(&path).is_err() {
        folder.flua(&["check", "secret.lua"]).fails(1, "flua: cannot open secret.lua: permission denied");
    }
}

#[cfg(unix)]
#[test]
fn streams_that_are_closed_or_full_are_no_disaster() {
    let folder = Folder::with(&[("a.lua", "print('one') io.write('two') print(io.read() == nil)"), ("b.lua", "x =")]);
    assert_eq!(shell(&folder, "flua run a.lua >&-"), (Some(0), String::new(), String::new()));
    assert_eq!(shell(&folder, "flua run a.lua <&-"), (Some(0), "one\ntwotrue\n".to_owned(), String::new()));
    assert_eq!(shell(&folder, "flua run a.lua 2>&-"), (Some(0), "one\ntwotrue\n".to_owned(), String::new()));
    assert_eq!(shell(&folder, "flua run - <&-"), (Some(0), String::new(), String::new()));
    assert_eq!(shell(&folder, "flua check b.lua >&-"), (Some(1), String::new(), String::new()));
    assert_eq!(shell(&folder, "flua compile b.lua 2>&-"), (Some(1), String::new(), String::new()));
    assert_eq!(shell(&folder, "flua explain | head -1").1.lines().count(), 1);
    if std::path::Path::new("/dev/full").exists() {
        let message = "flua: cannot write to standard output: no space left on device\n";
        assert_eq!(shell(&folder, "flua compile a.lua -o - >/dev/full"), (Some(3), String::new(), message.to_owned()));
    }
    assert_eq!(folder.list(), ["a.lua", "b.lua"]);
}

#[cfg(unix)]
#[test]
fn a_script_ends_when_nobody_reads_what_it_prints() {
    let folder = Folder::with(&[("endless.lua", "while true do print('line') end")]);
    let (code, output, error) = shell(&folder, "flua run endless.lua | head -1; exit ${PIPESTATUS[0]}");
    // As `lua`, it is ended by the signal, and says nothing.
    assert_eq!((code, output.as_str(), error.as_str()), (Some(141), "line\n", ""));
}

#[test]
fn a_loaded_file_that_changes_is_compiled_again() {
    let folder = Folder::with(&[("main.lua", "dofile 'part.lua'"), ("part.lua", "print 'one'")]);
    let run = || folder.flua(&["run", "--dynamic-code=static", "main.lua"]);
    run().prints("one\n");
    folder.write("part.lua", "print 'two'");
    run().prints("two\n");
}
