//! Referrals and starting states, ready to run.

use std::collections::BTreeMap;

use jiff::ToSpan;
use pathloom_service::{
    ArrivalPattern, Estimate, ListAges, Referrals, Scenario, StartingList, StartingState, UniversalOffer,
    Work,
};

use super::Names;
use crate::run::RunError;
use crate::sample::{Counter, Sampler};
use crate::stream::id_key;

/// One source of referrals.
#[derive(Debug, Clone)]
pub(crate) struct ArrivalPlan {
    pub(crate) step: u16,
    pub(crate) key: u64,
    pub(crate) pace: Pace,
    /// Expected people a day: one value when constant, else one for each day.
    pub(crate) per_day: Vec<f64>,
    /// Variance to mean less 1, and mean a week, for over-dispersed weeks.
    pub(crate) extra_variance: f64,
    /// Cumulative shares of client groups; empty when everybody is of group 0.
    pub(crate) case_mix: Vec<f64>,
    /// Days of each referral to replay.
    pub(crate) history: Vec<f64>,
}

/// How the times of referrals are made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Pace {
    /// Exponential gaps on the expected-demand scale.
    Random,
    /// Gaps of exactly one on the expected-demand scale.
    Regular,
    /// Random, the weeks' rates multiplied by gamma factors.
    OverDispersed,
    /// As recorded.
    History,
}

/// Who is at a step at the start.
#[derive(Debug, Clone)]
pub(crate) struct StartPlan {
    pub(crate) waiting: StartList,
    /// Group of each person of a list that names them, in the order of its days; empty: by the case mix.
    pub(crate) listed_groups: Vec<u8>,
    pub(crate) in_treatment: u32,
    pub(crate) contacts_left: Counter,
    pub(crate) days_left: Option<Sampler>,
    pub(crate) case_mix: Vec<f64>,
}

/// Ages of the people waiting at the start.
#[derive(Debug, Clone)]
pub(crate) enum StartList {
    /// Number, longest wait `[days]`, exponent of the curve that has the right mean.
    Curve { number: u32, longest_days: f64, exponent: f64 },
    /// Days waited, longest first.
    Days(Vec<f64>),
}

impl StartPlan {
    pub(crate) fn longest_days(&self) -> f64 {
        match &self.waiting {
            StartList::Curve { longest_days, .. } => *longest_days,
            StartList::Days(days) => days.first().copied().unwrap_or(0.0),
        }
    }

    /// Everybody there.
    pub(crate) fn people(&self) -> u64 {
        let waiting = match &self.waiting {
            StartList::Curve { number, .. } => u64::from(*number),
            StartList::Days(days) => days.len() as u64,
        };
        waiting + u64::from(self.in_treatment)
    }
}

/// Compiles the referrals of a scenario.
pub(super) fn arrivals(
    scenario: &Scenario,
    names: &Names<'_>,
    weeks: usize,
) -> Result<Vec<ArrivalPlan>, RunError> {
    let mut arrivals = Vec::new();
    for step in &scenario.design.steps {
        let Work::Referrals(referrals) = &step.work else { continue };
        let (pace, extra_variance, history) = match &referrals.pattern {
            ArrivalPattern::Poisson => (Pace::Random, 0.0, Vec::new()),
            ArrivalPattern::Regular => (Pace::Regular, 0.0, Vec::new()),
            ArrivalPattern::OverDispersed(over) => {
                (Pace::OverDispersed, (over.variance_to_mean.likely - 1.0).max(0.0), Vec::new())
            }
            ArrivalPattern::History(history) => {
                let mut days = history.days.clone();
                days.retain(|day| day.is_finite() && *day >= 0.0);
                days.sort_by(f64::total_cmp);
                (Pace::History, 0.0, days)
            }
        };
        arrivals.push(ArrivalPlan {
            step: names.step(&step.id, &step.id)?,
            key: id_key(&step.id),
            pace,
            per_day: rates(scenario, &step.id, referrals, weeks),
            extra_variance,
            case_mix: case_mix(&referrals.case_mix, names, &step.id)?,
            history,
        });
    }
    Ok(arrivals)
}

/// Expected referrals of each day: season, growth, dated changes and what universal offers prevent; a single value
/// when nothing of that is used.
fn rates(scenario: &Scenario, step_id: &str, referrals: &Referrals, weeks: usize) -> Vec<f64> {
    let base = (referrals.per_week.likely / 7.0).max(0.0);
    let offers: Vec<&UniversalOffer> = scenario
        .design
        .steps
        .iter()
        .filter_map(|step| match &step.work {
            Work::UniversalOffer(offer) if offer.reaches.iter().any(|id| id == step_id) => Some(offer),
            _ => None,
        })
        .collect();
    let growth = referrals.growth_percent_per_year.likely / 100.0;
    let plain = referrals.month_profile.is_empty()
        && referrals.weekday_profile.is_empty()
        && referrals.changes.is_empty()
        && offers.is_empty()
        && growth == 0.0;
    if plain {
        return vec![base];
    }
    let relative = |profile: &[Estimate], at: usize| {
        let total: f64 = profile.iter().map(|part| part.likely.max(0.0)).sum();
        match profile.get(at) {
            Some(part) if total > 0.0 => part.likely.max(0.0) * profile.len() as f64 / total,
            _ => 1.0,
        }
    };
    let log_growth = libm::log1p(growth.max(-0.999_999));
    (0..weeks * 7)
        .map(|day| {
            let date = scenario.start_date.saturating_add((day as i64).days());
            let week = day / 7;
            // In order of their weeks: the last one that has begun.
            let begun = referrals.changes.partition_point(|change| change.from_week as usize <= week);
            let changed = begun.checked_sub(1).map(|last| &referrals.changes[last]);
            let prevented: f64 = offers
                .iter()
                .map(|offer| {
                    let ramp = offer.ramp_weeks.likely * 7.0;
                    let established = if ramp > 0.0 { ((day as f64 + 0.5) / ramp).min(1.0) } else { 1.0 };
                    established * offer.reach_percent.likely / 100.0 * offer.prevents_percent.likely / 100.0
                })
                .map(|share| 1.0 - share.clamp(0.0, 1.0))
                .product();
            base * libm::exp(log_growth * day as f64 / 365.25)
                * relative(&referrals.month_profile, date.month() as usize - 1)
                * relative(&referrals.weekday_profile, day % 7)
                * changed.map_or(1.0, |change| (change.percent.likely / 100.0).max(0.0))
                * prevented
        })
        .collect()
}

/// Cumulative shares of the groups in their order; empty when everybody is of the first group.
pub(super) fn case_mix(
    mix: &BTreeMap<String, Estimate>,
    names: &Names<'_>,
    place: &str,
) -> Result<Vec<f64>, RunError> {
    if mix.is_empty() {
        return Ok(Vec::new());
    }
    let mut shares = vec![0.0; names.groups.len()];
    for (group, percent) in mix {
        shares[names.group(group, place)? as usize] = percent.likely.max(0.0);
    }
    let total: f64 = shares.iter().sum();
    if total <= 0.0 {
        return Ok(Vec::new());
    }
    let mut cumulative = 0.0;
    for share in &mut shares {
        cumulative += *share / total;
        *share = cumulative;
    }
    Ok(shares)
}

/// Compiles a starting list: its ages, the longest first, or the curve that has its mean and its longest wait.
pub(crate) fn starting_list(list: &StartingList) -> StartList {
    match list {
        StartingList::Ages(ages) => {
            StartList::Days(longest_first(ages).into_iter().map(|(days, _)| days).collect())
        }
        StartingList::Summary(list) => {
            let (mean, longest) = (list.mean_weeks.likely.max(0.0), list.longest_weeks.likely.max(0.0));
            let exponent = if mean > 0.0 { (longest / mean - 1.0).max(0.0) } else { 0.0 };
            let longest_days = if mean > 0.0 { longest * 7.0 } else { 0.0 };
            StartList::Curve { number: people(list.number.likely), longest_days, exponent }
        }
    }
}

/// Days waited by each person of an imported list with their place on it, the longest first; those of one day in the
/// order of the list.
fn longest_first(ages: &ListAges) -> Vec<(f64, usize)> {
    let mut people: Vec<(f64, usize)> = (0..)
        .zip(&ages.weeks)
        .filter(|(_, weeks)| weeks.is_finite())
        .map(|(at, weeks)| (weeks.max(0.0) * 7.0, at))
        .collect();
    people.sort_by(|a, b| b.0.total_cmp(&a.0));
    people
}

/// The groups that a list names, in the order of [`longest_first`].
fn listed_groups(list: Option<&StartingList>, names: &Names<'_>, place: &str) -> Result<Vec<u8>, RunError> {
    let Some(StartingList::Ages(ages)) = list else { return Ok(Vec::new()) };
    if ages.groups.is_empty() {
        return Ok(Vec::new());
    }
    if ages.groups.len() != ages.weeks.len() {
        let message = "the imported list does not name a client group for everybody".to_owned();
        return Err(RunError::Invalid { place: place.to_owned(), message });
    }
    longest_first(ages).into_iter().map(|(_, at)| names.group(&ages.groups[at], place)).collect()
}

/// Compiles a starting state; `fallback_mix` is used where the state names no case mix.
pub(super) fn start(
    state: &StartingState,
    names: &Names<'_>,
    place: &str,
    fallback_mix: &BTreeMap<String, Estimate>,
) -> Result<StartPlan, RunError> {
    let waiting = state.waiting.as_ref().map_or_else(|| StartList::Days(Vec::new()), starting_list);
    let mix = if state.case_mix.is_empty() { fallback_mix } else { &state.case_mix };
    let treated = state.in_treatment.as_ref();
    Ok(StartPlan {
        waiting,
        listed_groups: listed_groups(state.waiting.as_ref(), names, place)?,
        in_treatment: treated.map_or(0, |treated| people(treated.number.likely)),
        contacts_left: Counter::new(
            &treated.map(|treated| treated.contacts_left.clone()).unwrap_or_default(),
        ),
        days_left: treated.and_then(|treated| treated.days_left.as_ref()).map(|days| Sampler::new(days, 1.0)),
        case_mix: case_mix(mix, names, place)?,
    })
}

fn people(number: f64) -> u32 {
    number.round().clamp(0.0, 1e8) as u32
}

/// Calls answered by universal offers over the horizon, growing with the ramp.
pub(super) fn calls_answered(scenario: &Scenario) -> f64 {
    let weeks = f64::from(scenario.horizon_weeks);
    let offers = scenario.design.steps.iter().filter_map(|step| match &step.work {
        Work::UniversalOffer(offer) => Some(offer),
        _ => None,
    });
    offers
        .map(|offer| {
            let ramp = offer.ramp_weeks.likely.max(0.0);
            let growing = ramp.min(weeks);
            let during = if ramp > 0.0 { growing * growing / (2.0 * ramp) } else { 0.0 };
            offer.calls_per_week.likely * (during + weeks - growing)
        })
        .sum()
}
