//! What belongs together: disjoint sets of ids, each with one of them that stands for it.
//! Tarjan, *Efficiency of a Good But Not Linear Set Union Algorithm*, 1975.

use std::cell::Cell;

use flua_ast::{Id, IndexVec};

/// Disjoint sets of ids.
#[derive(Debug)]
pub struct Unions<I: Copy> {
    /// What stands above each; a root stands above itself. Looking for a root makes the way to it shorter.
    parents: IndexVec<I, Cell<I>>,
}

impl<I: Id + PartialEq> Unions<I> {
    /// Nothing yet.
    pub fn new() -> Self {
        Self { parents: IndexVec::new() }
    }

    /// So many, each for itself.
    pub fn alone(count: usize) -> Self {
        Self { parents: (0..count).map(|index| Cell::new(I::from_index(index))).collect() }
    }

    /// One more, for itself.
    pub fn add(&mut self) -> I {
        let id = I::from_index(self.parents.len());
        self.parents.push(Cell::new(id))
    }

    /// What stands for all that belong together with this one.
    pub fn root(&self, mut id: I) -> I {
        loop {
            let parent = self.parents[id].get();
            if parent == id {
                return id;
            }
            let above = self.parents[parent].get();
            self.parents[id].set(above);
            id = above;
        }
    }

    /// What belongs to one root belongs to another from now on.
    pub fn put_under(&self, root: I, above: I) {
        self.parents[root].set(above);
    }

    /// All of them.
    pub fn ids(&self) -> impl Iterator<Item = I> + use<I> {
        self.parents.ids()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roots_stand_for_all_that_was_united() {
        let mut unions: Unions<usize> = Unions::alone(6);
        assert_eq!(unions.add(), 6);
        for (root, above) in [(0, 1), (1, 2), (2, 3), (5, 6)] {
            unions.put_under(unions.root(root), unions.root(above));
        }
        let roots: Vec<usize> = unions.ids().map(|id| unions.root(id)).collect();
        assert_eq!(roots, [3, 3, 3, 3, 4, 6, 6]);
    }
}
