//! Which numbers of a stretch have one type, and which it is.
//!
//! Numbers that are added, subtracted, multiplied or stored to one slot are put into one class. A float among them, or a quotient, makes it
//! a class of floats; an index or a bitwise operator one of integers. Where there is neither, what is heard of its names speaks for the one or the other
//! ([`hearsay`](crate::analyze::hearsay)), then `math.floor` of it for floats, and an integer constant for integers; where there is nothing at all, floats
//! are taken: counters mostly meet a constant, coordinates do not.

use flua_ast::{IndexVec, define_id};

use super::Form;
use crate::analyze::hearsay::Guess;
use crate::unions::Unions;

define_id!(
    /// A class of numbers.
    ClassId
);

/// What is known of a class.
#[derive(Clone, Copy, Default, Debug)]
#[allow(clippy::struct_excessive_bools, reason = "they are facts, and independent of one another")]
struct Evidence {
    /// One of it is computed with.
    is_number: bool,
    /// One of it is surely a float.
    is_float: bool,
    /// One of it is surely an integer.
    is_integer: bool,
    /// One of it is rounded, which no integer would have to be.
    is_rounded: bool,
    /// One of it meets an integer.
    meets_integer: bool,
    /// One of it is said to be a float.
    seems_float: bool,
    /// One of it is said to be an integer.
    seems_integer: bool,
    /// One of it is indexed.
    is_table: bool,
}

/// All classes.
#[derive(Debug)]
pub struct Classes {
    unions: Unions<ClassId>,
    evidence: IndexVec<ClassId, Evidence>,
}

/// A class turns out to be of two types.
#[derive(Debug)]
pub struct Contradiction;

impl Classes {
    /// No class yet.
    pub fn new() -> Self {
        Self { unions: Unions::new(), evidence: IndexVec::new() }
    }

    /// A class of its own.
    pub fn add(&mut self) -> ClassId {
        self.evidence.push(Evidence::default());
        self.unions.add()
    }

    fn note(&mut self, class: ClassId, change: impl FnOnce(&mut Evidence)) -> Result<(), Contradiction> {
        let root = self.unions.root(class);
        let evidence = &mut self.evidence[root];
        change(evidence);
        let is_number = evidence.is_number || evidence.is_float || evidence.is_integer;
        if (evidence.is_float && evidence.is_integer) || (is_number && evidence.is_table) { Err(Contradiction) } else { Ok(()) }
    }

    /// Two values are of one type.
    pub fn unite(&mut self, a: ClassId, b: ClassId) -> Result<(), Contradiction> {
        let (a, b) = (self.unions.root(a), self.unions.root(b));
        if a == b {
            return Ok(());
        }
        let other = self.evidence[a];
        self.unions.put_under(a, b);
        self.note(b, |evidence| {
            evidence.is_number |= other.is_number;
            evidence.is_float |= other.is_float;
            evidence.is_integer |= other.is_integer;
            evidence.is_rounded |= other.is_rounded;
            evidence.meets_integer |= other.meets_integer;
            evidence.seems_float |= other.seems_float;
            evidence.seems_integer |= other.seems_integer;
            evidence.is_table |= other.is_table;
        })
    }

    /// A value is computed with.
    pub fn number(&mut self, class: ClassId) -> Result<(), Contradiction> {
        self.note(class, |evidence| evidence.is_number = true)
    }

    /// A value is a float.
    pub fn float(&mut self, class: ClassId) -> Result<(), Contradiction> {
        self.note(class, |evidence| evidence.is_float = true)
    }

    /// A value is an integer.
    pub fn integer(&mut self, class: ClassId) -> Result<(), Contradiction> {
        self.note(class, |evidence| evidence.is_integer = true)
    }

    /// The whole part of a value is taken, which speaks for floats.
    pub fn rounded(&mut self, class: ClassId) -> Result<(), Contradiction> {
        self.note(class, |evidence| evidence.is_rounded = true)
    }

    /// A value meets an integer, which says a little.
    pub fn meets_integer(&mut self, class: ClassId) -> Result<(), Contradiction> {
        self.note(class, |evidence| evidence.meets_integer = true)
    }

    /// Something is said of a value.
    pub fn seems(&mut self, guess: Option<Guess>, class: ClassId) -> Result<(), Contradiction> {
        self.note(class, |evidence| match guess {
            Some(Guess::Float) => evidence.seems_float = true,
            Some(Guess::Int) => evidence.seems_integer = true,
            None => {}
        })
    }

    /// A value is indexed.
    pub fn table(&mut self, class: ClassId) -> Result<(), Contradiction> {
        self.note(class, |evidence| evidence.is_table = true)
    }

    /// How values of a class are kept.
    pub fn form(&self, class: ClassId) -> Form {
        let evidence = self.evidence[self.unions.root(class)];
        if evidence.is_float {
            Form::Float
        } else if evidence.is_integer {
            Form::Int
        } else if !evidence.is_number {
            Form::Boxed
        } else if evidence.seems_float {
            Form::Float
        } else if (evidence.meets_integer || evidence.seems_integer) && !evidence.is_rounded {
            Form::Int
        } else {
            Form::Float
        }
    }
}
