//! The constants of each function, as the reference numbers them.
//!
//! Only the first 256 of a function can be operands of an instruction; further ones take a register.

use std::collections::HashMap;

use super::scopes::Symbol;
use crate::hash::QuickHash;

/// A constant of a function.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Constant {
    /// `nil`
    Nil,
    /// `true`, `false`
    Bool(bool),
    /// An integer.
    Integer(i64),
    /// A float, by its bits.
    Float(u64),
    /// A string.
    String(Symbol),
}

/// Where constants were last put, in any function.
///
/// The reference keeps one such table for all functions, so that after a nested function an index in it may be wrong; it
/// then adds the constant again. So do we, for the numbers to agree.
#[derive(Default)]
pub struct Constants {
    last_index: HashMap<Constant, usize, QuickHash>,
}

impl Constants {
    /// The index of a constant in a function's list, which it is added to if it is not there.
    pub fn add(&mut self, list: &mut Vec<Constant>, constant: Constant) -> usize {
        let index = self.last_index.entry(constant).or_insert(usize::MAX);
        if list.get(*index) != Some(&constant) {
            *index = list.len();
            list.push(constant);
        }
        *index
    }
}
