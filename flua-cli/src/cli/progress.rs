//! One line on the terminal for what takes longer than a second.

use std::io::{self, IsTerminal, Write};
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

/// How long a command may be silent.
const PATIENCE: Duration = Duration::from_secs(1);

/// Shows what is going on, from the second second on, as long as it lives.
pub struct Progress {
    worker: Option<(Sender<&'static str>, JoinHandle<()>)>,
}

impl Progress {
    /// Begins with the first stage. Without a terminal nothing is ever shown.
    pub fn start(stage: &'static str) -> Self {
        if !io::stderr().is_terminal() {
            return Self { worker: None };
        }
        let (sender, stages) = mpsc::channel();
        let thread = thread::spawn(move || {
            let begun = Instant::now();
            let mut stage = stage;
            let mut is_shown = false;
            loop {
                let wait = PATIENCE.saturating_sub(begun.elapsed()).max(Duration::from_millis(if is_shown { 500 } else { 0 }));
                match stages.recv_timeout(wait) {
                    Ok(next) => stage = next,
                    Err(RecvTimeoutError::Timeout) => {}
                    Err(RecvTimeoutError::Disconnected) => break,
                }
                if begun.elapsed() >= PATIENCE {
                    is_shown = true;
                    let _ = write!(io::stderr(), "\r\u{1b}[K{stage} … {} s", begun.elapsed().as_secs());
                }
            }
            if is_shown {
                let _ = write!(io::stderr(), "\r\u{1b}[K");
            }
        });
        Self { worker: Some((sender, thread)) }
    }

    /// Goes on to another stage.
    pub fn stage(&self, stage: &'static str) {
        if let Some((sender, _)) = &self.worker {
            let _ = sender.send(stage);
        }
    }
}

impl Drop for Progress {
    /// Clears the line.
    fn drop(&mut self) {
        if let Some((sender, thread)) = self.worker.take() {
            drop(sender);
            let _ = thread.join();
        }
    }
}
