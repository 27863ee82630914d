//! The C# host of `examples/csharp-host`. This test needs the .NET SDK.

use std::path::Path;
use std::process::Command;

#[test]
fn the_host_calls_lua_and_catches_its_errors() {
    let project = Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples/csharp-host");
    let artifacts = Path::new(env!("CARGO_TARGET_TMPDIR")).join("csharp-host");
    let built = Command::new("dotnet")
        .args(["build", "-c", "Release", "--nologo", "-v", "q", "--artifacts-path"])
        .arg(&artifacts)
        .arg(format!("-p:Flua={}", env!("CARGO_BIN_EXE_flua")))
        .current_dir(&project)
        .output()
        .expect("there is a dotnet");
    assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stdout));
    let ran =
        Command::new("dotnet").arg(artifacts.join("bin/CSharpHost/release/CSharpHost.dll")).output().expect("there is a dotnet");
    let printed = String::from_utf8_lossy(&ran.stdout);
    assert!(ran.status.success(), "{printed}{}", String::from_utf8_lossy(&ran.stderr));
    let expected = std::fs::read_to_string(project.join("expected.txt")).expect("the file lies beside the project");
    assert_eq!(printed, expected);
}
