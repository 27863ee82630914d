//! The same work on many things, side by side.

use std::panic;
use std::sync::{Mutex, PoisonError};
use std::thread;

/// As much as a main thread has: what recurses over a tree needs no more there, nor here.
const STACK_SIZE: usize = 8 << 20;

/// Does work on each item, on so many threads, of which this is one. It gives the results in the order of the items.
///
/// Where the system gives no thread, those that there are do the work.
pub fn map<T: Send, R: Send>(items: Vec<T>, threads: usize, work: impl Fn(T) -> R + Sync) -> Vec<R> {
    let helpers = threads.min(items.len()).saturating_sub(1);
    if helpers == 0 {
        return items.into_iter().map(work).collect();
    }
    let waiting = Mutex::new(items.into_iter().enumerate());
    let take_turns = || {
        let mut done = Vec::new();
        loop {
            let next = waiting.lock().unwrap_or_else(PoisonError::into_inner).next();
            let Some((index, item)) = next else { return done };
            done.push((index, work(item)));
        }
    };
    let mut results = thread::scope(|scope| {
        let start = |_| thread::Builder::new().stack_size(STACK_SIZE).spawn_scoped(scope, take_turns).ok();
        let helpers: Vec<_> = (0..helpers).filter_map(start).collect();
        let mut results = take_turns();
        for helper in helpers {
            results.extend(helper.join().unwrap_or_else(|payload| panic::resume_unwind(payload)));
        }
        results
    });
    results.sort_unstable_by_key(|&(index, _)| index);
    results.into_iter().map(|(_, result)| result).collect()
}

#[cfg(test)]
mod tests {
    use super::map;

    #[test]
    fn results_come_in_the_order_of_the_items() {
        let items: Vec<u64> = (0..1000).collect();
        let expected: Vec<u64> = items.iter().map(|item| item * item).collect();
        for threads in [0, 1, 2, 7, 2000] {
            assert_eq!(map(items.clone(), threads, |item| item * item), expected);
        }
        assert_eq!(map(Vec::new(), 4, |item: u64| item + 1), [0; 0]);
    }
}
