//! Diagnostics: what they say beyond the reference's words, how they are drawn, and the pages that explain their codes.

mod explain;
mod render;
pub(crate) mod teach;

pub use self::explain::{codes, explain};
pub use self::render::{Style, render, render_short};
