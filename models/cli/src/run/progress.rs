//! A progress bar on standard error while somebody watches; nothing at all otherwise.

use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::screen;

/// How far a run has come `[replications]`.
pub(crate) struct Progress {
    bar: ProgressBar,
}

impl Progress {
    /// Starts at none of `total`.
    pub(crate) fn new(total: usize) -> Self {
        let target =
            if screen::is_watched() { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() };
        let bar = ProgressBar::with_draw_target(Some(total as u64), target);
        if let Ok(style) =
            ProgressStyle::with_template("{bar:20} {pos} of {len} replications, about {eta} left  {wide_msg}")
        {
            bar.set_style(style.progress_chars("█▉▊▋▌▍▎▏ "));
        }
        if screen::is_watched() {
            bar.enable_steady_tick(Duration::from_millis(250));
        }
        Self { bar }
    }

    /// Says which option is being simulated.
    pub(crate) fn option(&self, name: &str) {
        self.bar.set_message(format!("{} (Ctrl-C stops and keeps what is done)", screen::one_line(name)));
    }

    /// Says how many there will be in all.
    pub(crate) fn all(&self, total: usize) {
        self.bar.set_length(total as u64);
    }

    /// Replications done so far.
    pub(crate) fn done(&self) -> usize {
        usize::try_from(self.bar.position()).unwrap_or(usize::MAX)
    }

    /// Moves to so many replications done.
    pub(crate) fn reach(&self, done: usize) {
        self.bar.set_position(done as u64);
    }

    /// Takes the bar away.
    pub(crate) fn finish(&self) {
        self.bar.finish_and_clear();
    }
}
