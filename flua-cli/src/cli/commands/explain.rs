//! `flua explain`: the pages of the diagnostics.

use std::process::ExitCode;

use super::print;
use crate::cli::error::Error;

/// Prints the page of a code; without a code, all codes with the titles of their pages.
pub fn explain(code: Option<&str>) -> Result<ExitCode, Error> {
    let Some(code) = code else {
        let list: Vec<String> = flua::codes().map(|code| format!("{code}  {}\n", title(code))).collect();
        return print(&list.concat());
    };
    match flua::explain(&code.to_ascii_uppercase()) {
        Some(page) => print(&format!("{}\n", page.trim_end())),
        None => Err(Error::script(format!("there is no diagnostic {code}; `flua explain` lists all codes"))),
    }
}

/// The heading of a page, without the code that it begins with.
fn title(code: &str) -> &'static str {
    let heading = flua::explain(code).and_then(|page| page.lines().next()).unwrap_or_default().trim_start_matches(['#', ' ']);
    heading.strip_prefix(code).unwrap_or(heading).trim_start_matches([':', ' ', '-', '–', '—'])
}
