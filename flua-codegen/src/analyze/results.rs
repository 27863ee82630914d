//! What a function gives back: how many results, and what each of them surely is.

use super::kinds::Kind;

/// Of so many results the kinds are known.
pub const MOST_KNOWN: usize = 4;

/// The results of a function, whichever of its returns gives them.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Results {
    /// Nothing was returned yet.
    Nothing,
    /// Results of certain kinds, and perhaps more of any.
    Some {
        /// What the first ones are.
        kinds: [Kind; MOST_KNOWN],
        /// Of how many that is known.
        count: usize,
        /// Whether there are exactly so many.
        exact: bool,
    },
}

impl Results {
    /// Any number of any values.
    pub const UNKNOWN: Self = Self::Some { kinds: [Kind::Value; MOST_KNOWN], count: 0, exact: false };

    /// Results of certain kinds: these, or more.
    pub fn of(results: impl Iterator<Item = Kind>, is_all: bool) -> Self {
        let mut kinds = [Kind::Value; MOST_KNOWN];
        let mut count = 0;
        let mut exact = is_all;
        for kind in results {
            if let Some(place) = kinds.get_mut(count) {
                *place = kind;
                count += 1;
            } else {
                exact = false;
            }
        }
        Self::Some { kinds, count, exact }
    }

    /// What the result of an index, counted from 0, surely is; one that is not there is nil.
    pub fn kind(&self, index: usize) -> Kind {
        match self {
            Self::Nothing => Kind::Nothing,
            Self::Some { kinds, count, .. } => kinds[..*count].get(index).copied().unwrap_or(Kind::Value),
        }
    }

    /// The kinds of all results, where their number is known.
    pub fn all(&self) -> Option<&[Kind]> {
        match self {
            Self::Some { kinds, count, exact: true } => Some(&kinds[..*count]),
            _ => None,
        }
    }

    /// Takes in what one more return gives; says whether that changed anything.
    pub fn join(&mut self, other: &Self) -> bool {
        let before = *self;
        match (&mut *self, other) {
            (_, Self::Nothing) => {}
            (Self::Nothing, _) => *self = *other,
            (Self::Some { kinds, count, exact }, Self::Some { kinds: added, count: more, exact: is_all }) => {
                *exact &= *is_all && count == more;
                *count = (*count).min(*more);
                for (index, (kind, &added)) in kinds.iter_mut().zip(added).enumerate() {
                    *kind = if index < *count { kind.join(added) } else { Kind::Value };
                }
            }
        }
        before != *self
    }

    /// What nothing is known of when all is known holds any value; says whether there was any.
    pub fn settle(&mut self) -> bool {
        let before = *self;
        match self {
            Self::Nothing => *self = Self::UNKNOWN,
            Self::Some { kinds, .. } => {
                kinds.iter_mut().filter(|kind| **kind == Kind::Nothing).for_each(|kind| *kind = Kind::Value);
            }
        }
        before != *self
    }
}
