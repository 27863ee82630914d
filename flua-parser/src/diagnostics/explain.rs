//! The pages that explain the codes. They stand in the project's `docs/diagnostics/`, and travel inside the compiler.

/// Makes the table of pages.
macro_rules! pages {
    ($($code:literal),* $(,)?) => {
        &[$(($code, include_str!(concat!("../../../docs/diagnostics/", $code, ".md")))),*]
    };
}

/// Each code with its page, in order.
const PAGES: &[(&str, &str)] = pages![
    "L0001", "L0002", "L0003", "L0004", "L0005", "L0006", "L0007", "L0008", "L0009", "L0010", "L0101", "L0102", "L0103", "L0104",
    "L0105", "L0106", "L0107", "L0108", "L0109", "L0110", "L0201", "L0202", "L0203", "L0204", "L0205", "L0206", "L0207", "L0208",
    "L0209", "L0210", "L0211", "L0212", "L0301", "L0302", "L0303", "L0401", "L0402", "L0403", "L0404",
];

/// The page of a code such as `L0101`, in markdown. The case of its letter does not matter.
pub fn explain(code: &str) -> Option<&'static str> {
    PAGES.iter().find(|(known, _)| known.eq_ignore_ascii_case(code)).map(|(_, page)| *page)
}

/// All codes, in order.
pub fn codes() -> impl Iterator<Item = &'static str> {
    PAGES.iter().map(|(code, _)| *code)
}
