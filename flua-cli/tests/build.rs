//! `flua build`: programs that run without flua. These tests need the .NET SDK, and one of them what native programs take.

mod common;

use std::fs;
use std::path::Path;
use std::process::Command;

use common::Folder;

#[test]
fn a_built_folder_runs_with_dotnet_alone() {
    let folder =
        Folder::with(&[("src/my tool.lua", "print(require('part'), arg[0], ...) os.exit(7)"), ("src/part.lua", "return 1")]);
    folder.flua(&["build", "src/my tool.lua"]).prints("");
    assert_eq!(folder.list(), ["my_tool", "src"], "nothing else is left behind");
    fs::remove_dir_all(folder.path().join("src")).expect("the folder is ours");
    let program = folder.path().join("my_tool/my_tool.dll");
    let ran = Command::new("dotnet").arg(program).args(["a", "b"]).output().expect("there is a dotnet");
    assert_eq!(String::from_utf8_lossy(&ran.stdout), "1\tsrc/my tool.lua\ta\tb\n");
    assert_eq!(ran.status.code(), Some(7));
    folder.write("my_tool.lua", "print(2)");
    folder.flua(&["build", "my_tool.lua"]).prints("");
    folder.flua(&["build", "--aot", "my_tool.lua"]).fails(3, "cannot write my_tool: it is a directory");
    folder.flua(&["build", "my_tool.lua", "-o", "my_tool.lua"]).fails(3, "cannot write my_tool.lua: it is a file");
}

#[test]
fn a_script_that_is_no_lua_is_not_built() {
    let folder = Folder::with(&[("bad.lua", "x = ")]);
    let ran = folder.flua(&["build", "bad.lua"]);
    assert_eq!(ran.code, Some(1), "{ran:?}");
    assert_eq!(folder.list(), ["bad.lua"]);
}

#[test]
fn a_native_program_prints_what_the_compiled_one_does() {
    let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples");
    let read = |path: &str| fs::read_to_string(examples.join(path)).expect("it is one of the examples");
    let folder = Folder::with(&[("tour.lua", &read("tour.lua"))]);
    let built = folder.flua(&["build", "--aot", "tour.lua"]);
    // Neither the packages nor a C compiler is on every machine; what is missing is said in one line.
    if built.code == Some(3) {
        assert!(built.stderr.contains("a native program takes"), "{built:?}");
        assert_eq!(built.stderr.lines().count(), 1, "{built:?}");
        eprintln!("skipped: {}", built.stderr);
        return;
    }
    built.prints("");
    let ran = Command::new(folder.path().join("tour")).current_dir(folder.path()).output().expect("the program is there");
    assert_eq!(String::from_utf8_lossy(&ran.stdout), read("expected/tour.txt"));
    assert!(ran.status.success());
}
