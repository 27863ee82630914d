//! The unit tests of the C# runtime pass.

use std::process::{Command, Stdio};

use flua_conformance::{build_folder, workspace};

#[test]
fn unit_tests_of_the_runtime_pass() {
    let output = Command::new("dotnet")
        .args(["test", "-v", "q", "--nologo", "--artifacts-path"])
        .arg(build_folder().join("dotnet-tests"))
        .arg(workspace().join("flua-runtime-cs/tests/FLua.Runtime.Tests"))
        .env("DOTNET_CLI_TELEMETRY_OPTOUT", "1")
        .stdin(Stdio::null())
        .output()
        .expect("the .NET SDK is on the path");
    let text = String::from_utf8_lossy(&output.stdout);
    // The count of tests, for those who read the log.
    for line in text.lines().filter(|line| line.contains("Passed!") || line.contains("Failed!")) {
        eprintln!("{line}");
    }
    assert!(output.status.success(), "{text}\n{}", String::from_utf8_lossy(&output.stderr));
}
