//! Community beds after hospital, over half a year from a backlog.

use pathloom_service::distribution::Counted;
use pathloom_service::{Distribution, InTreatment, ListAges, Places, Referrals, StartingList, StartingState};
use pathloom_simulation::trace::{EventLog, LogEvent};
use pathloom_tests::build::{Service, Shape, places, poisson};
use statrs::distribution::{ContinuousCDF, LogNormal};

use crate::case::Case;
use crate::judge::{Answer, sampled};
use crate::observe;

/// Days still to stay of those there at the start: evenly between one and a whole stay. A grid of 100 by 100.
fn days_left(mu: f64, sigma: f64) -> Distribution {
    let whole = LogNormal::new(mu, sigma).expect("a distribution");
    let middle = |at: u32| (f64::from(at) + 0.5) / 100.0;
    let stays = (0..100).map(|at| whole.inverse_cdf(middle(at)));
    let values = stays.flat_map(|stay| (0..100).map(move |at| 1.0 + (stay - 1.0) * middle(at))).collect();
    Distribution::Counted(Counted { values })
}

/// When each person joined the list and when they left it [days]; the end of time for those still there.
fn on_list(log: &EventLog, beds: u32, waiting_at_start: u32) -> Vec<(f64, f64)> {
    let mut list = std::collections::BTreeMap::new();
    for entry in log.entries.iter().filter(|entry| entry.step == beds) {
        match entry.event {
            // People waiting at the start are numbered first.
            LogEvent::ThereAtStart { .. } if entry.person < waiting_at_start => {
                list.insert(entry.person, (0.0, f64::INFINITY));
            }
            LogEvent::Joined => {
                list.insert(entry.person, (entry.day, f64::INFINITY));
            }
            LogEvent::Started { .. } => {
                if let Some(times) = list.get_mut(&entry.person) {
                    times.1 = entry.day;
                }
            }
            _ => {}
        }
    }
    list.into_values().collect()
}

/// The week of the pattern begins on the day the run does.
pub(crate) fn community_beds(case: &Case) -> Answer<'_> {
    let pattern = case.numbers("weekly_pattern_from_Sunday");
    let law = case.numbers("lognormal_mu_sigma");
    let (mean, start) = (case.number("los_mean"), case.count("init_queue"));
    // The variance of a lognormal by its mean and the sigma of its logarithm.
    let stay = LogNormal::new(law[0], law[1]).expect("a distribution");
    let sd = statrs::statistics::Distribution::std_dev(&stay).expect("it has one");
    let referrals = Referrals {
        weekday_profile: pattern.iter().map(|rate| (*rate).into()).collect(),
        ..poisson(pattern.iter().sum())
    };
    let beds = Places {
        start: Some(StartingState {
            waiting: Some(StartingList::Ages(ListAges {
                weeks: vec![0.0; start as usize],
                groups: Vec::new(),
            })),
            in_treatment: Some(InTreatment {
                number: case.number("init_occ").into(),
                contacts_left: pathloom_service::Count::default(),
                days_left: Some(days_left(law[0], law[1])),
            }),
            ..StartingState::default()
        }),
        ..places(case.count("cap"), Shape::Lognormal(mean, sd).times(1.0))
    };
    let scenario = Service::new(26)
        .referrals("referrals", referrals)
        .places("beds", beds)
        .leaves("beds")
        .then("referrals", "beds")
        .scenario();
    let beds = scenario.design.steps.iter().position(|step| step.id == "beds").expect("a step") as u32;
    let (means, longest) = (case.ends_of("mean_queue_day_"), case.ends_of("longest_wait_end_day_"));
    sampled(500, move |range| {
        let names = means.iter().chain(&longest).map(|(name, _)| (name.clone(), Vec::new()));
        let mut found: Vec<(String, Vec<f64>)> = names.collect();
        for number in range {
            let log = observe::log(&scenario, case.seed(), number);
            let list = on_list(&log, beds, start);
            // The mean over a day, and the longest wait at its end.
            let over = |day: f64| {
                list.iter().map(|(from, until)| (until.min(day) - from.max(day - 1.0)).max(0.0)).sum()
            };
            let oldest = |day: f64| {
                let there = list.iter().filter(|(from, until)| *from <= day && *until > day);
                there.map(|(from, _)| day - from).fold(0.0, f64::max)
            };
            let values =
                means.iter().map(|(_, day)| over(*day)).chain(longest.iter().map(|(_, day)| oldest(*day)));
            found.iter_mut().zip(values).for_each(|(found, value): (_, f64)| found.1.push(value));
        }
        found
    })
}
