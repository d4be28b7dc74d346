//! The few series a window draws while a run is under way.

use serde::{Deserialize, Serialize};

use super::{BandColumns, OptionResults, names};
use crate::outcomes::WeeklyMeasure;
use crate::{Band, Outcomes, Scope};

/// What is known of an option so far, of the whole service, week by week.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct Headline {
    /// Id of the option.
    pub option_id: String,
    /// Label of the option.
    pub option_name: String,
    /// Replications finished.
    pub replications_finished: u32,
    /// People on the waiting list.
    pub waiting_list: BandColumns,
    /// Longest wait of those still waiting `[weeks]`.
    pub longest_wait: BandColumns,
    /// Referred and not yet at an outcome `[people]`.
    pub open_referrals: BandColumns,
}

impl Headline {
    /// The series of what has finished so far, in one part or several; none when there is no part.
    ///
    /// Parts are of one option and seed and share no replication; they are not joined first, since that would copy
    /// everything they hold several times a second.
    pub fn of(parts: &[&Outcomes]) -> Option<Self> {
        let first = parts.first()?;
        let series = |measure: WeeklyMeasure| {
            let week = |week| {
                let values = parts.iter().filter_map(|part| part.weekly(measure, &Scope::Service, week));
                Band::of(values.flatten().collect())
            };
            BandColumns::of(&(0..=first.catalogue.weeks).map(week).collect::<Vec<Band>>())
        };
        Some(Self {
            option_id: first.option_id.clone(),
            option_name: first.option_name.clone(),
            replications_finished: parts.iter().map(|part| part.replications.len() as u32).sum(),
            waiting_list: series(WeeklyMeasure::WaitingList),
            longest_wait: series(WeeklyMeasure::LongestWait),
            open_referrals: series(WeeklyMeasure::OpenReferrals),
        })
    }

    /// The same series of results that are whole.
    pub fn of_results(results: &OptionResults) -> Self {
        let series = |measure: WeeklyMeasure| {
            let name = names::name(&measure);
            let of_service =
                results.weekly.iter().find(|series| series.scope.id.is_none() && series.measure == name);
            of_service.map(|series| series.bands.clone()).unwrap_or_default()
        };
        Self {
            option_id: results.id.clone(),
            option_name: results.name.clone(),
            replications_finished: results.replications_finished,
            waiting_list: series(WeeklyMeasure::WaitingList),
            longest_wait: series(WeeklyMeasure::LongestWait),
            open_referrals: series(WeeklyMeasure::OpenReferrals),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::AtomicBool;

    use pathloom_service::samples;

    use super::*;
    use crate::{RunSettings, run};

    #[test]
    fn parts_show_what_one_run_shows() {
        let project = samples::small();
        let scenario = project.scenario(&project.options[0]).unwrap_or_else(|error| panic!("{error}"));
        let part = |replications| {
            let settings = RunSettings { replications, threads: 1, ..RunSettings::default() };
            run(&scenario, &settings, &AtomicBool::new(false), &mut |_| {})
                .unwrap_or_else(|error| panic!("{error}"))
        };
        let (early, late, whole) = (part(0..4), part(4..10), part(0..10));
        assert_eq!(Headline::of(&[&early, &late]), Headline::of(&[&whole]));
        assert_eq!(Headline::of(&[]), None);
        assert_eq!(
            Headline::of(&[&whole]),
            Some(Headline::of_results(&OptionResults::of(&scenario, &whole)))
        );
    }
}
