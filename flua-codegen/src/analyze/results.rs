//! What a function gives back: how many results, and what each of them surely is.

use super::kinds::Kind;

/// The results of a function, whichever of its returns gives them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Results {
    /// Nothing was returned yet.
    Nothing,
    /// Results of these kinds, and perhaps more of any.
    Some {
        /// What the first ones are.
        kinds: Vec<Kind>,
        /// Whether there are exactly so many.
        exact: bool,
    },
}

impl Results {
    /// Any number of any values.
    pub fn unknown() -> Self {
        Self::Some { kinds: Vec::new(), exact: false }
    }

    /// What the result of an index, counted from 0, surely is; one that is not there is nil.
    pub fn kind(&self, index: usize) -> Kind {
        match self {
            Self::Nothing => Kind::Nothing,
            Self::Some { kinds, .. } => kinds.get(index).copied().unwrap_or(Kind::Value),
        }
    }

    /// The kinds of all results, where their number is known.
    pub fn all(&self) -> Option<&[Kind]> {
        match self {
            Self::Some { kinds, exact: true } => Some(kinds),
            _ => None,
        }
    }

    /// Takes in what one more return gives; says whether that changed anything.
    pub fn join(&mut self, other: &Self) -> bool {
        let Self::Some { kinds: added, exact: added_exact } = other else { return false };
        let Self::Some { kinds, exact } = self else {
            *self = other.clone();
            return true;
        };
        let mut changed = false;
        if kinds.len() != added.len() || (*exact && !added_exact) {
            changed = *exact || added.len() < kinds.len();
            *exact = false;
            kinds.truncate(added.len());
        }
        for (kind, &added) in kinds.iter_mut().zip(added) {
            let joined = kind.join(added);
            changed |= joined != *kind;
            *kind = joined;
        }
        changed
    }

    /// What nothing is known of when all is known holds any value; says whether there was any.
    pub fn settle(&mut self) -> bool {
        match self {
            Self::Nothing => {
                *self = Self::unknown();
                true
            }
            Self::Some { kinds, .. } => {
                let mut changed = false;
                for kind in kinds.iter_mut().filter(|kind| **kind == Kind::Nothing) {
                    *kind = Kind::Value;
                    changed = true;
                }
                changed
            }
        }
    }
}
