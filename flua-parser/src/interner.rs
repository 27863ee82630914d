//! One shared text for each distinct name of a chunk.

use std::sync::Arc;

use crate::hash::hash;

/// The names seen so far, found by their bytes.
pub struct Interner {
    names: Vec<Arc<str>>,
    /// An open hash table of indices into `names`, plus one; 0 is free. Its length is a power of two.
    slots: Vec<u32>,
}

impl Default for Interner {
    fn default() -> Self {
        Self { names: Vec::new(), slots: vec![0; 256] }
    }
}

impl Interner {
    /// The shared text of a name.
    ///
    /// # Panics
    /// When it is not UTF-8: the lexer takes only ASCII for a name.
    pub fn intern(&mut self, name: &[u8]) -> &Arc<str> {
        let mask = self.slots.len() - 1;
        let mut at = hash(name) & mask;
        let index = loop {
            match self.slots[at] {
                0 => break self.insert(name, at),
                found if self.names[found as usize - 1].as_bytes() == name => break found as usize - 1,
                _ => at = (at + 1) & mask,
            }
        };
        &self.names[index]
    }

    fn insert(&mut self, name: &[u8], at: usize) -> usize {
        let name = std::str::from_utf8(name).expect("the lexer takes only ASCII for a name");
        self.names.push(name.into());
        self.slots[at] = u32::try_from(self.names.len()).expect("a source text is at most 4 GiB long");
        if self.names.len() * 2 > self.slots.len() {
            self.grow();
        }
        self.names.len() - 1
    }

    fn grow(&mut self) {
        let mask = self.slots.len() * 2 - 1;
        self.slots = vec![0; mask + 1];
        for (number, name) in (1..).zip(&self.names) {
            let mut at = hash(name.as_bytes()) & mask;
            while self.slots[at] != 0 {
                at = (at + 1) & mask;
            }
            self.slots[at] = number;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_names_share_their_text() {
        let mut interner = Interner::default();
        let texts: Vec<Arc<str>> = (0..2000).map(|n| Arc::clone(interner.intern(format!("name_{n}").as_bytes()))).collect();
        for (n, text) in texts.iter().enumerate() {
            let again = interner.intern(format!("name_{n}").as_bytes());
            assert!(Arc::ptr_eq(text, again));
            assert_eq!(&**again, format!("name_{n}"));
        }
    }
}
