//! Labels and the `goto`s to them. Lua §3.3.4.
//!
//! A label is visible in its block and in the blocks inside it, though not in functions inside it. A `goto` may not jump into the
//! scope of a local; a label at the end of its block counts as standing outside the scope of the block's locals.

use std::sync::Arc;

use flua_ast::{Name, Span};

use super::error::ScopeError;
use crate::ir::LabelId;

/// The labels that are visible at a place of one function, and the jumps forward that still look for theirs.
#[derive(Default, Debug)]
pub struct Labels {
    visible: Vec<VisibleLabel>,
    pending: Vec<PendingGoto>,
}

#[derive(Debug)]
struct VisibleLabel {
    name: Arc<str>,
    span: Span,
    id: LabelId,
}

#[derive(Debug)]
struct PendingGoto {
    name: Arc<str>,
    span: Span,
    /// How many variables are in scope both at the `goto` and in the block that is being read.
    active: usize,
}

/// How much there was of each list when a block was entered.
#[derive(Clone, Copy, Debug)]
pub struct Mark {
    visible: usize,
    pending: usize,
}

/// A label to be defined, and what counts as in scope there.
pub struct NewLabel<'a> {
    /// Its name.
    pub name: &'a Name,
    /// Its id.
    pub id: LabelId,
    /// How many variables are in scope, by the rules.
    pub active: usize,
}

/// A jump forward that has found its label.
pub struct Solved {
    /// Where the name of the label stands in the `goto`.
    pub offset: u32,
    /// How many variables were in scope at the `goto`, if those are too few: the jump is into the scope of a local.
    pub too_few: Option<(usize, Span)>,
}

impl Labels {
    /// Enters a block.
    pub fn enter(&self) -> Mark {
        Mark { visible: self.visible.len(), pending: self.pending.len() }
    }

    /// Leaves a block before which `active` variables were in scope: its labels are gone, and its pending jumps look further out.
    pub fn leave(&mut self, mark: Mark, active: usize) {
        self.visible.truncate(mark.visible);
        for goto in &mut self.pending[mark.pending..] {
            goto.active = goto.active.min(active);
        }
    }

    /// The errors of the jumps that never found a label, when the function ends.
    pub fn undefined(&mut self) -> impl Iterator<Item = ScopeError> {
        self.pending.drain(..).map(|goto| ScopeError::NoVisibleLabel { name: goto.name.to_string(), span: goto.span })
    }

    /// A `goto`: gives the label when it stands before, else the jump waits for it.
    pub fn goto(&mut self, name: &Name, active: usize) -> Option<LabelId> {
        let label = self.find(&name.text).map(|label| label.id);
        if label.is_none() {
            self.pending.push(PendingGoto { name: name.text.clone(), span: name.span, active });
        }
        label
    }

    /// Where a label of this name stands that is visible here.
    pub fn defined(&self, name: &str) -> Option<Span> {
        self.find(name).map(|label| label.span)
    }

    fn find(&self, name: &str) -> Option<&VisibleLabel> {
        self.visible.iter().find(|label| *label.name == *name)
    }

    /// Defines a label in the block that began at `mark`, and gives the jumps that waited for it.
    pub fn define(&mut self, label: &NewLabel<'_>, mark: Mark) -> Vec<Solved> {
        self.visible.push(VisibleLabel { name: label.name.text.clone(), span: label.name.span, id: label.id });
        let waiting = self.pending.split_off(mark.pending);
        let (found, rest): (Vec<_>, Vec<_>) = waiting.into_iter().partition(|goto| *goto.name == *label.name.text);
        self.pending.extend(rest);
        found
            .into_iter()
            .map(|goto| Solved {
                offset: goto.span.start,
                too_few: (goto.active < label.active).then_some((goto.active, goto.span)),
            })
            .collect()
    }
}
