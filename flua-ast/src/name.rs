//! Identifiers.

use std::sync::Arc;

use crate::Span;

/// An identifier and where it stands. Lua's names are ASCII (Lua §3.1); equal names of one chunk share their text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Name {
    /// The text of the name.
    pub text: Arc<str>,
    /// Where it stands.
    pub span: Span,
}
