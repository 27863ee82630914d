//! Standard output that cannot be written: a program says so once and fails, or ends quietly when nobody reads any more.

use std::{fmt::Write as _, process::Command, time::Duration};

use flua::DynamicCode;
use flua_conformance::{
    batch::{Batch, Unit},
    build_folder,
    oracle::{self, Outcome},
};

const PROGRAMS: [(&str, &str); 5] = [
    ("printing", "print('a line') io.write('more')"),
    ("flushing", "io.write('text') io.stderr:write(tostring(select(2, io.stdout:flush())), '\\n')"),
    ("mixing", "print('a line') io.write('text') io.stderr:write('seen\\n', tostring(select(2, io.stdout:flush())), '\\n')"),
    ("exiting", "io.write('text') os.exit(true)"),
    ("counting", "for i = 1, 100000 do print(i) end io.stderr:write('not reached\\n')"),
];

/// Compiles the programs and runs each by a line of the shell, in which `PROGRAM` stands for its command.
fn run(batch: &Batch, name: &str, line: &str) -> Outcome {
    let command = batch.command(name);
    let mut text = format!("{:?}", command.get_program().to_string_lossy());
    for argument in command.get_args() {
        let _ = write!(text, " {:?}", argument.to_string_lossy());
    }
    let mut shell = Command::new("sh");
    shell.arg("-c").arg(line.replace("PROGRAM", &text));
    oracle::capture(&mut shell, b"", Duration::from_mins(1)).expect("the shell runs")
}

#[test]
fn output_that_is_lost_is_reported_once() {
    let folder = build_folder().join("streams");
    let units = PROGRAMS.map(|(name, source)| Unit {
        identifier: name.to_owned(),
        script: format!("{name}.lua"),
        source: source.as_bytes().to_vec(),
        folder: folder.clone(),
        closed_world: true,
        dynamic_code: DynamicCode::Reject,
        optimize: true,
        debug: false,
        texts: Vec::new(),
    });
    let batch = Batch::build(&folder, &units).expect("the programs compile");
    let lost = "flua: cannot write to standard output: No space left on device\n";
    for (name, before) in [
        ("printing", ""),
        ("flushing", "No space left on device\n"),
        ("mixing", "seen\nNo space left on device\n"),
        ("exiting", ""),
    ] {
        let outcome = run(&batch, name, "PROGRAM > /dev/full");
        assert_eq!(String::from_utf8_lossy(&outcome.stderr), format!("{before}{lost}"), "{name}");
        assert_eq!(outcome.code, Some(1), "{name}");
    }
    let closed = run(&batch, "printing", "PROGRAM >&-");
    assert_eq!((closed.code, closed.stderr.as_slice()), (Some(0), b"".as_slice()));
    let piped = run(&batch, "counting", "PROGRAM | head -n 1");
    assert_eq!((piped.stdout.as_slice(), piped.stderr.as_slice()), (b"1\n".as_slice(), b"".as_slice()));
    let mixed = run(&batch, "counting", "PROGRAM 2>&1 | tail -n 1");
    assert_eq!(String::from_utf8_lossy(&mixed.stdout), "not reached\n");
}
