//! `flua run`, as `lua` does. These tests need the .NET SDK.

mod common;

use std::io::{BufRead, BufReader, Read};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use common::Folder;

#[test]
fn a_script_gets_its_arguments_and_input_and_passes_on_its_exit_code() {
    let script = "print(arg[0], #arg, arg[3], ...)\nprint(io.read('l'))\nio.stderr:write('oops\\n')\nos.exit(7)";
    let folder = Folder::with(&[("script.lua", script)]);
    let ran = folder.flua_with_input(&["run", "script.lua", "one", "-e", "--help"], "line\n");
    assert_eq!(ran.stdout, "script.lua\t3\t--help\tone\t-e\t--help\nline\n");
    assert_eq!((ran.stderr.as_str(), ran.code), ("oops\n", Some(7)));
}

#[test]
fn an_unchanged_script_is_only_started_and_a_changed_one_is_built_again() {
    let folder = Folder::with(&[("main.lua", "print(require('part').value)"), ("lib/part.lua", "return { value = 'lib' }")]);
    let run = || folder.flua(&["run", "--path", "?.lua;lib/?.lua", "main.lua"]);
    run().prints("lib\n");
    let begun = Instant::now();
    run().prints("lib\n");
    // On an idle machine it takes a tenth of a second; this only tells it from a build.
    assert!(begun.elapsed() < Duration::from_secs(5), "{:?}", begun.elapsed());
    // Without its compiler, the cached program still runs: nothing is compiled.
    let sdk_free = folder.command(&["run", "--path", "?.lua;lib/?.lua", "main.lua"]).output().expect("flua starts");
    assert_eq!(sdk_free.stdout, b"lib\n");
    folder.write("lib/part.lua", "return { value = 'changed' }");
    run().prints("changed\n");
    folder.write("part.lua", "return { value = 'nearer' }");
    run().prints("nearer\n");
}

#[test]
fn code_and_libraries_of_the_command_line_run_in_order_in_one_state() {
    let folder = Folder::with(&[
        ("script.lua", "print(x, inspect.name, short == inspect, ...)"),
        ("inspect.lua", "print('loaded once', ...) return { name = 'inspect' }"),
    ]);
    let ran = folder.flua(&[
        "run",
        "-e",
        "x = 1",
        "-l",
        "inspect",
        "-lshort=inspect",
        "-e",
        "x = x + select('#', ...) + 1",
        "script.lua",
        "a",
    ]);
    ran.prints("loaded once\tinspect\t./inspect.lua\n2\tinspect\ttrue\ta\n");
    folder.flua(&["run", "-e", "print(arg[0] ~= nil, arg[1], #{...})"]).prints("true\t-e\t0\n");
}

#[test]
fn errors_name_the_chunk_as_it_was_given_and_end_with_one() {
    let folder = Folder::with(&[("sub/script.lua", "local t\n\nprint(t.x)")]);
    let ran = folder.flua(&["run", "sub/script.lua"]);
    assert_eq!(ran.code, Some(1));
    assert!(
        ran.stderr.starts_with("flua: sub/script.lua:3: attempt to index a nil value (local 't')\nstack traceback:\n"),
        "{ran:?}"
    );
    let ran = folder.flua(&["run", "-e", "error('e')"]);
    assert!(ran.stderr.starts_with("flua: (command line):1: e\n"), "{ran:?}");
    let ran = folder.flua_with_input(&["run", "-"], "\nerror('s')");
    assert!(ran.stderr.starts_with("flua: stdin:2: s\n"), "{ran:?}");
}

#[test]
fn standard_input_is_a_script_and_gets_arguments() {
    let folder = Folder::new();
    folder.flua_with_input(&["run", "-", "a", "b"], "print(arg[0], ...)").prints("stdin\ta\tb\n");
    folder.flua_with_input(&["run"], "#!/usr/bin/lua\nprint('piped')").prints("piped\n");
}

#[test]
fn modules_are_bundled_and_run_once_in_cycles_too() {
    let folder = Folder::with(&[
        ("main.lua", "local a = require 'a'\nprint(a.name, require('a') == a, package.loaded.a == a, require('pack').name)"),
        ("a.lua", "local a = { name = 'a' } package.loaded[...] = a\nlocal b = require 'b' print(b.a == a) return a"),
        ("b.lua", "return { a = require 'a' }"),
        ("pack/init.lua", "local name, path = ... return { name = name .. ' ' .. path }"),
    ]);
    folder.flua(&["run", "main.lua"]).prints("true\na\ttrue\ttrue\tpack ./pack/init.lua\n");
}

#[test]
fn computed_names_are_found_among_included_modules() {
    let folder = Folder::with(&[
        ("main.lua", "for _, name in ipairs { 'red', 'blue' } do print(require('plugins.' .. name)) end"),
        ("plugins/red.lua", "return 'RED'"),
        ("plugins/blue.lua", "return 'BLUE'"),
    ]);
    folder.flua(&["run", "--include", "plugins.*", "main.lua"]).prints("RED\t./plugins/red.lua\nBLUE\t./plugins/blue.lua\n");
}

#[test]
fn a_missing_module_warns_and_raises_when_it_is_required() {
    let folder = Folder::with(&[("main.lua", "print(pcall(require, 'optional') )\nif ... then require 'missing' end")]);
    let ran = folder.flua(&["run", "main.lua"]);
    assert!(ran.stderr.contains("warning[L0401]: module 'missing' not found"), "{ran:?}");
    assert!(ran.stdout.starts_with("false\tmodule 'optional' not found:"), "{ran:?}");
    let ran = folder.flua(&["run", "main.lua", "now"]);
    assert!(ran.code == Some(1) && ran.stderr.contains("flua: main.lua:2: module 'missing' not found:"), "{ran:?}");
}

#[test]
fn modules_lie_beside_the_script_or_in_the_current_folder() {
    let folder = Folder::with(&[
        ("tests/main.lua", "print((require 'helper'), (require 'src.part'))"),
        ("tests/helper.lua", "return (...)"),
        ("helper.lua", "error 'the one beside the script comes first'"),
        ("src/part.lua", "return select(2, ...)"),
    ]);
    folder.flua(&["run", "tests/main.lua"]).prints("helper\t./src/part.lua\n");
}

#[test]
fn a_library_in_c_and_a_forgotten_command_are_named() {
    let folder = Folder::with(&[("main.lua", "local lfs = require 'lfs'")]);
    let checked = folder.flua(&["check", "main.lua"]);
    assert!(checked.stdout.contains("`lfs` is a library in C"), "{checked:?}");
    let mistaken = folder.flua(&["main.lua"]);
    assert_eq!(mistaken.code, Some(2));
    assert!(mistaken.stderr.contains("tip: to run the script: flua run main.lua"), "{mistaken:?}");
}

#[test]
fn bad_input_ends_in_one_message() {
    let folder = Folder::with(&[("precompiled.luac", "\u{1b}Lua"), ("wrong.lua", "x = = 1")]);
    folder.flua(&["run", "missing.lua"]).fails(1, "flua: cannot open missing.lua: no such file or directory");
    folder.flua(&["run", "."]).fails(1, "flua: cannot open .: it is a directory");
    folder.flua(&["run", "precompiled.luac"]).fails(1, "it is precompiled by luac");
    folder.flua(&["run", "--", "--missing"]).fails(1, "flua: cannot open --missing: no such file or directory");
    let ran = folder.flua(&["run", "--unknown"]);
    assert!(ran.code == Some(2) && ran.stderr.contains("unexpected argument '--unknown'"), "{ran:?}");
    let ran = folder.flua(&["run", "wrong.lua"]);
    assert!(
        ran.code == Some(1) && ran.stderr.starts_with("error[L") && ran.stderr.contains("unexpected symbol near '='"),
        "{ran:?}"
    );
}

#[test]
fn a_missing_sdk_is_named() {
    let folder = Folder::with(&[("script.lua", "print 'needs an SDK'")]);
    let without = |root: &str| {
        let mut command = folder.command(&["run", "script.lua"]);
        let output = command.env("PATH", "/nonexistent").env_remove("DOTNET_ROOT").env("DOTNET_ROOT", root).output();
        let output = output.expect("flua starts");
        (output.status.code(), String::from_utf8_lossy(&output.stderr).into_owned())
    };
    let (code, message) = without("/nonexistent");
    assert_eq!(code, Some(3));
    assert!(message.starts_with("flua: no .NET SDK found") && message.lines().count() == 1, "{message}");
    folder.write(if cfg!(windows) { "dotnet.exe" } else { "dotnet" }, "");
    let (code, message) = without(folder.path().to_str().expect("the folder's name is UTF-8"));
    assert!(code == Some(3) && message.contains("no .NET 10 SDK found in"), "{message}");
}

#[cfg(unix)]
#[test]
fn a_cache_folder_that_cannot_be_written_is_named() {
    let folder = Folder::with(&[("script.lua", "print(1)")]);
    let output = folder.command(&["run", "script.lua"]).env("FLUA_CACHE", "/dev/null/cache").output().expect("flua starts");
    let message = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(3), "{message}");
    assert!(message.contains("cannot write the cache folder /dev/null/cache") && message.contains("FLUA_CACHE"), "{message}");
    assert_eq!(message.lines().count(), 1, "{message}");
}

#[cfg(unix)]
#[test]
fn an_interrupted_script_ends_with_an_error() {
    if ignores_interrupts() {
        eprintln!("not tested: whoever started the tests ignores interrupts, so scripts do too");
        return;
    }
    let text =
        "local function work(x) local y = tostring(x) return y end print('started') io.stdout:flush() while true do work(1) end";
    let (code, message) = interrupt(text);
    assert_eq!(code, Some(1), "{message}");
    assert!(message.starts_with("flua: endless.lua:1: interrupted!\nstack traceback:\n"), "{message}");

    // Nothing in this loop can raise an error.
    let (code, message) = interrupt("print('started') io.stdout:flush() while true do end");
    assert_eq!((code, message.as_str()), (Some(1), "flua: interrupted!\n"));
}

/// Whether this process ignores interrupts, as one does that a shell without a terminal runs in the background. Processes that it starts do so too.
#[cfg(unix)]
fn ignores_interrupts() -> bool {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let ignored = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    let signals = ignored.and_then(|signals| u64::from_str_radix(signals.trim(), 16).ok()).unwrap_or(0);
    signals & (1 << (2 - 1)) != 0
}

/// Runs an endless script, interrupts it once it has begun, and gives its exit code and its error output.
#[cfg(unix)]
fn interrupt(text: &str) -> (Option<i32>, String) {
    let folder = Folder::with(&[("endless.lua", text)]);
    let mut child =
        folder.command(&["run", "endless.lua"]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("flua starts");
    let mut line = String::new();
    BufReader::new(child.stdout.take().expect("it is piped")).read_line(&mut line).expect("the script writes a line");
    assert_eq!(line, "started\n");
    let killed = Command::new("kill").args(["-INT", &child.id().to_string()]).status().expect("there is a kill");
    assert!(killed.success());
    let status = child.wait().expect("the script ends");
    let mut message = String::new();
    child.stderr.take().expect("it is piped").read_to_string(&mut message).expect("the message is text");
    (status.code(), message)
}

#[test]
fn runs_at_the_same_time_share_the_cache() {
    let folder = Folder::with(&[("script.lua", "print('at the same time')")]);
    let children: Vec<_> = (0..3)
        .map(|_| {
            folder.command(&["run", "script.lua"]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("flua starts")
        })
        .collect();
    for child in children {
        let output = child.wait_with_output().expect("flua ends");
        assert_eq!((output.stdout.as_slice(), output.stderr.as_slice()), (&b"at the same time\n"[..], &b""[..]));
    }
}
