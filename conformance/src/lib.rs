//! Compares compiled programs with the reference implementation.
//!
//! [`corpus`] knows our own programs and what they print, [`oracle`] runs the reference, [`batch`] compiles many programs
//! into one assembly and runs them, [`suite`] prepares the official suite, [`generate`] writes random programs,
//! [`properties`] tries random cases of the library, and
//! [`expectations`] says which failures are known and why. Nothing here is part of the product.

#![allow(
    clippy::missing_panics_doc,
    clippy::format_push_string,
    clippy::match_same_arms,
    clippy::needless_range_loop,
    clippy::should_implement_trait,
    reason = "a harness for tests: it panics where it cannot go on, and its reports are not hot"
)]

pub mod batch;
pub mod corpus;
pub mod examples;
pub mod expectations;
pub mod generate;
pub mod oracle;
pub mod properties;
pub mod report;
pub mod sdk;
pub mod suite;

use std::path::{Path, PathBuf};

/// The root of the workspace.
pub fn workspace() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the crate lies in the workspace")
}

/// The folder for what is built here: `conformance` in the target folder of the running executable.
pub fn build_folder() -> PathBuf {
    let executable = std::env::current_exe().unwrap_or_default();
    let target =
        executable.ancestors().find(|folder| folder.file_name().is_some_and(|name| name == "debug" || name == "release"));
    target.and_then(Path::parent).map_or_else(|| workspace().join("target"), Path::to_owned).join("conformance")
}
