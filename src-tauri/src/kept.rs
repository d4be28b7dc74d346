//! Simulated futures held in memory, by the key of their run, so that options are compared without simulating them again.

use std::collections::VecDeque;
use std::sync::Arc;

use pathloom_appraisal::kept;
use pathloom_simulation::Outcomes;

/// Most memory that kept futures may take `[bytes]`; chosen: some hundred runs of a thousand futures.
const MOST_BYTES: usize = 256 << 20;

/// The latest runs, as far as they have room.
#[derive(Debug, Default)]
pub(crate) struct KeptFutures {
    /// The one kept last stands last.
    runs: VecDeque<(String, Arc<Outcomes>)>,
    bytes: usize,
}

impl KeptFutures {
    /// Keeps what comparisons need of a run; the oldest give way.
    pub(crate) fn keep(&mut self, key: &str, outcomes: &Outcomes) -> Arc<Outcomes> {
        let slim = Arc::new(kept(outcomes));
        if let Some(at) = self.runs.iter().position(|(known, _)| known == key)
            && let Some((_, old)) = self.runs.remove(at)
        {
            self.bytes -= bytes_of(&old);
        }
        self.bytes += bytes_of(&slim);
        self.runs.push_back((key.to_owned(), Arc::clone(&slim)));
        while self.bytes > MOST_BYTES && self.runs.len() > 1 {
            if let Some((_, oldest)) = self.runs.pop_front() {
                self.bytes -= bytes_of(&oldest);
            }
        }
        slim
    }

    /// The futures of a run, if they are still here.
    pub(crate) fn find(&self, key: &str) -> Option<Arc<Outcomes>> {
        self.runs.iter().find(|(known, _)| known == key).map(|(_, outcomes)| Arc::clone(outcomes))
    }
}

/// What a run takes at most: weekly figures that hardly change take less.
fn bytes_of(outcomes: &Outcomes) -> usize {
    let row = outcomes.catalogue.weekly.len() * 4;
    outcomes.replications.iter().map(|one| one.weekly.len() * row + one.horizon.len() * 8 + 64).sum()
}

#[cfg(test)]
mod tests {
    use pathloom_simulation::outcomes::{Catalogue, Replication, WeeklyRows};

    use super::*;

    /// A run that takes this much memory in one figure.
    fn run(bytes: usize) -> Outcomes {
        use pathloom_simulation::{HorizonMeasure, Scope};
        let figures = bytes / 8;
        Outcomes {
            option_id: "one".to_owned(),
            option_name: "One".to_owned(),
            seed: 1,
            catalogue: Arc::new(Catalogue {
                weekly: Vec::new(),
                horizon: vec![(HorizonMeasure::Seen, Scope::Service); figures],
                weeks: 0,
                warm_up_weeks: 0,
            }),
            replications: vec![Replication {
                index: 0,
                weekly: WeeklyRows::default(),
                horizon: vec![0.0; figures],
            }],
        }
    }

    #[test]
    fn the_oldest_give_way_when_there_is_no_room() {
        let mut futures = KeptFutures::default();
        let third = run(MOST_BYTES / 3);
        for key in ["a", "b", "a"] {
            futures.keep(key, &third);
        }
        assert!(futures.find("a").is_some() && futures.find("b").is_some(), "a run kept twice counts once");
        futures.keep("c", &third);
        assert!(futures.find("b").is_none(), "the oldest has gone");
        assert!(futures.find("a").is_some() && futures.find("c").is_some());
    }
}
