//! Simulated futures held in memory, by the key of their run, so that options are compared and appraised without
//! simulating them again.

use std::collections::VecDeque;
use std::sync::Arc;

use pathloom_appraisal::equity::GroupFigures;
use pathloom_appraisal::kept;
use pathloom_appraisal::money::MoneyCounts;
use pathloom_simulation::Outcomes;

/// Most memory that kept futures may take `[bytes]`; chosen: some hundred runs of a thousand futures.
const MOST_BYTES: usize = 256 << 20;

/// What is held of a run.
#[derive(Debug, Clone)]
pub(crate) struct Kept {
    /// Headline figures, future by future: what comparisons need.
    pub(crate) outcomes: Arc<Outcomes>,
    /// How much there was of everything that may have a price: what money needs.
    pub(crate) counts: Arc<MoneyCounts>,
    /// A few figures of each client group, at the last week: what fairness needs.
    pub(crate) groups: Arc<GroupFigures>,
}

impl Kept {
    /// What is held of a run that is whole.
    pub(crate) fn of(outcomes: &Outcomes, counts: MoneyCounts, groups: GroupFigures) -> Self {
        Self { outcomes: Arc::new(kept(outcomes)), counts: Arc::new(counts), groups: Arc::new(groups) }
    }

    fn bytes(&self) -> usize {
        bytes_of(&self.outcomes) + self.counts.bytes() + self.groups.bytes()
    }
}

/// The latest runs, as far as they have room.
#[derive(Debug, Default)]
pub(crate) struct KeptFutures {
    /// The one kept last stands last.
    runs: VecDeque<(String, Kept)>,
    bytes: usize,
}

impl KeptFutures {
    /// Keeps a run; the oldest give way.
    pub(crate) fn keep(&mut self, key: &str, run: Kept) {
        if let Some(at) = self.runs.iter().position(|(known, _)| known == key)
            && let Some((_, old)) = self.runs.remove(at)
        {
            self.bytes -= old.bytes();
        }
        self.bytes += run.bytes();
        self.runs.push_back((key.to_owned(), run));
        while self.bytes > MOST_BYTES && self.runs.len() > 1 {
            if let Some((_, oldest)) = self.runs.pop_front() {
                self.bytes -= oldest.bytes();
            }
        }
    }

    /// A run, if it is still here.
    pub(crate) fn find(&self, key: &str) -> Option<Kept> {
        self.runs.iter().find(|(known, _)| known == key).map(|(_, run)| run.clone())
    }
}

/// What a run takes at most: weekly figures that hardly change take less.
fn bytes_of(outcomes: &Outcomes) -> usize {
    let row = outcomes.catalogue.weekly.len() * 4;
    outcomes.replications.iter().map(|one| one.weekly.len() * row + one.horizon.len() * 8 + 64).sum()
}

#[cfg(test)]
mod tests {
    use pathloom_service::samples;
    use pathloom_simulation::RunSettings;
    use pathloom_simulation::outcomes::{Catalogue, Replication, WeeklyRows};

    use super::*;

    /// A run that takes this much memory in one figure, and next to none in what money needs.
    fn run_of(bytes: usize) -> Kept {
        use pathloom_simulation::{HorizonMeasure, Scope};
        let figures = bytes / 8;
        let outcomes = Outcomes {
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
        };
        let project = samples::small();
        let scenario = project.scenario(&project.options[0]).unwrap_or_else(|error| panic!("{error}"));
        let settings = RunSettings { replications: 0..1, ..RunSettings::default() };
        let small = pathloom_simulation::run(&scenario, &settings, &false.into(), &mut |_| {});
        let Ok(small) = small else { panic!("the sample can be simulated") };
        let counted = (MoneyCounts::of(&scenario, &small), GroupFigures::of(&scenario, &small, 0));
        let (Ok(counts), Ok(groups)) = counted else { panic!("the sample can be counted") };
        Kept::of(&outcomes, counts, groups)
    }

    #[test]
    fn the_oldest_give_way_when_there_is_no_room() {
        let mut futures = KeptFutures::default();
        let third = run_of(MOST_BYTES / 3 - 4096);
        for key in ["a", "b", "a"] {
            futures.keep(key, third.clone());
        }
        assert!(futures.find("a").is_some() && futures.find("b").is_some(), "a run kept twice counts once");
        futures.keep("c", third.clone());
        assert!(futures.find("b").is_some(), "there is room for three");
        futures.keep("d", third);
        assert!(futures.find("b").is_none(), "the oldest has gone");
        assert!(futures.find("a").is_some() && futures.find("d").is_some());
    }
}
