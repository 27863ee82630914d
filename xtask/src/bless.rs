//! `cargo xtask bless`: expected outputs come from the reference, never from a hand.

use std::io;

use flua_conformance::{batch::in_parallel, corpus, examples, workspace};

/// What to bless.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// Only programs whose names contain one of these texts, such as `errors/`
    names: Vec<String>,
}

/// Blesses the corpus and the examples; false when a program cannot be blessed.
pub fn run(arguments: &Arguments) -> io::Result<bool> {
    crate::build_oracle()?;
    let wanted = |name: &str| arguments.names.is_empty() || arguments.names.iter().any(|part| name.contains(part.as_str()));
    let programs = corpus::programs(&workspace().join("conformance/programs"))?.into_iter().map(|program| (program, false));
    let all = programs.chain(examples::programs()?.into_iter().map(|program| (program, true)));
    let all: Vec<_> = all.filter(|(program, _)| wanted(&program.name)).collect();
    let results =
        in_parallel(&all, |(program, is_example)| if *is_example { examples::bless(program) } else { corpus::bless(program) });
    let mut succeeded = true;
    for ((program, _), result) in all.iter().zip(results) {
        match result {
            Ok(true) => println!("blessed {}", program.name),
            Ok(false) => {}
            Err(error) => {
                println!("{error}");
                succeeded = false;
            }
        }
    }
    println!("{} programs", all.len());
    Ok(succeeded)
}
