//! What is live at the resume points of a function: what an activation saves there.
//!
//! Many points of a function have the same variables in use, and share one set.

use flua_ast::{IndexVec, define_id};
use rustc_hash::FxHashMap;

use super::ranges::SlotId;
use crate::ir::SiteId;

define_id!(
    /// A set of variables that are live together.
    LiveSetId
);

/// The variables to save at each resume point.
#[derive(Default, Debug)]
pub struct Live {
    /// The set of each site that is a point. Empty when there is no point.
    of_site: IndexVec<SiteId, Option<LiveSetId>>,
    sets: IndexVec<LiveSetId, LiveSet>,
}

/// Variables that are live together.
#[derive(Debug)]
pub struct LiveSet {
    /// The variables, in the order of the function's.
    pub slots: Box<[SlotId]>,
    /// At how many points they are.
    pub points: usize,
}

impl Live {
    /// Whether the function has no resume point.
    pub fn is_empty(&self) -> bool {
        self.sets.is_empty()
    }

    /// What is live at a site; none if it is no resume point.
    pub fn at(&self, site: SiteId) -> Option<LiveSetId> {
        self.of_site.get(site).copied().flatten()
    }

    /// A set.
    pub fn set(&self, id: LiveSetId) -> &LiveSet {
        &self.sets[id]
    }
}

/// Collects what is live, point by point.
pub struct Collector {
    live: Live,
    known: FxHashMap<Box<[SlotId]>, LiveSetId>,
}

impl Collector {
    /// For a function of so many sites.
    pub fn new(sites: usize) -> Self {
        Self { live: Live { of_site: IndexVec::filled(None, sites), sets: IndexVec::new() }, known: FxHashMap::default() }
    }

    /// Notes what is live at a point.
    pub fn add(&mut self, site: SiteId, slots: &[SlotId]) {
        let set = if let Some(&known) = self.known.get(slots) {
            self.live.sets[known].points += 1;
            known
        } else {
            let set = self.live.sets.push(LiveSet { slots: slots.into(), points: 1 });
            self.known.insert(slots.into(), set);
            set
        };
        self.live.of_site[site] = Some(set);
    }

    /// What was collected.
    pub fn finish(self) -> Live {
        self.live
    }
}
