//! What was published about a service beside what is simulated.
//!
//! The guide of a document names each published outcome and where the simulation measures the same. Here the options it
//! names are simulated, each once, and every published figure gets the band of its simulated counterpart. Differences
//! and changes against another option are taken future by future, as everywhere in this crate.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::AtomicBool;

use pathloom_service::scenario::ScenarioError;
use pathloom_service::{Against, Guide, MeasuredAs, MeasuredOf, OutcomeKinship, Project, PublishedOutcome};
use pathloom_simulation::summary::{horizon_unit, measure_name, weekly_unit};
use pathloom_simulation::{Band, Outcomes, RunError, RunSettings, Scope, run};
use serde::Serialize;

/// Days of a week.
const DAYS: f64 = 7.0;

/// A published outcome beside its simulated counterpart.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct Beside {
    /// Id of the published outcome.
    pub id: String,
    /// What it is.
    pub name: String,
    /// What was published, as it was said.
    pub said: String,
    /// The published figure.
    pub published: f64,
    /// How the two are related.
    pub kind: OutcomeKinship,
    /// Unit of both, the guide's own where it names one; empty where it names none and nothing is simulated.
    pub unit: String,
    /// Label of the option that was simulated; empty where none was.
    pub option: String,
    /// The simulated figure.
    pub simulated: Option<Band>,
    /// Where the published figure lies in the simulated range; none without both.
    pub lies: Option<Lies>,
    /// Why nothing is simulated, where it was asked for.
    pub why_not: Option<String>,
}

/// Where a published figure lies against the range that 9 of 10 simulated futures fall in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub enum Lies {
    /// Below it: more is simulated than was published.
    Below,
    /// In it, its ends included.
    Within,
    /// Above it: less is simulated than was published.
    Above,
}

impl Lies {
    fn of(published: f64, band: &Band) -> Self {
        match published {
            figure if figure < band.p5 => Self::Below,
            figure if figure > band.p95 => Self::Above,
            _ => Self::Within,
        }
    }
}

/// How far the options of a guide have been simulated.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename = "GuideProgress", rename_all = "camelCase")]
pub struct Simulating {
    /// Label of the option.
    pub option_name: String,
    /// Futures simulated, of all options.
    pub done: u32,
    /// Futures there will be.
    pub of: u32,
}

/// Why the options of a guide could not be simulated.
#[derive(Debug, thiserror::Error)]
pub enum BesideError {
    /// An option names what is not there.
    #[error(transparent)]
    NotAScenario(#[from] ScenarioError),
    /// The engine refused.
    #[error("option \"{option}\" cannot be simulated: {source}")]
    CannotSimulate {
        /// Label of the option.
        option: String,
        /// Why.
        source: RunError,
    },
}

/// Every published outcome of a document's guide with what the simulation gives for it, in the order of the guide.
///
/// # Parameters
/// - `settings` seed and replications, the same for every option
/// - `cancel` stops early; outcomes whose options were not simulated then say so
/// - `on_progress` is called from this thread, often at first and then less and less
///
/// # Errors
/// [`BesideError`] when an option of the document cannot be simulated.
pub fn published_beside_simulated(
    project: &Project,
    settings: &RunSettings,
    cancel: &AtomicBool,
    on_progress: &mut (dyn FnMut(Simulating) + Send),
) -> Result<Vec<Beside>, BesideError> {
    let Some(guide) = &project.guide else { return Ok(Vec::new()) };
    // The guide may name an option that was taken out: that is told with its outcome.
    let found: Vec<_> =
        options(guide).into_iter().filter_map(|id| Some((id, project.option(id).ok()?))).collect();
    let each = settings.replications.len() as u32;
    let mut simulated = BTreeMap::new();
    for (at, (id, option)) in found.iter().copied().enumerate() {
        let mut tell = |outcomes: &Outcomes| {
            let done = at as u32 * each + outcomes.replications.len() as u32;
            on_progress(Simulating { option_name: option.name.clone(), done, of: found.len() as u32 * each });
        };
        let outcomes = run(&project.scenario(option)?, settings, cancel, &mut tell)
            .map_err(|source| BesideError::CannotSimulate { option: option.name.clone(), source })?;
        simulated.insert(id, outcomes);
    }
    Ok(guide.published.iter().map(|outcome| beside(outcome, &simulated)).collect())
}

/// The options that the guide measures anything in.
fn options(guide: &Guide) -> BTreeSet<&str> {
    let measured = guide.published.iter().filter_map(|outcome| outcome.measured.as_ref());
    measured.flat_map(|one| [Some(&one.option), other_option(one)]).flatten().map(String::as_str).collect()
}

fn other_option(measured: &MeasuredAs) -> Option<&String> {
    match &measured.against {
        Some(Against::Difference(other) | Against::PercentChange(other)) => Some(&other.option),
        Some(Against::ShareOf(_)) | None => None,
    }
}

fn beside(outcome: &PublishedOutcome, simulated: &BTreeMap<&str, Outcomes>) -> Beside {
    let figure = outcome.measured.as_ref().map(|measured| figure(measured, simulated));
    let (unit, option, band, why_not) = match figure {
        None => (String::new(), String::new(), None, None),
        Some(Ok(figure)) => (figure.unit, figure.option, Some(Band::of(figure.values)), None),
        Some(Err(why)) => (String::new(), String::new(), None, Some(why)),
    };
    // Where nothing could be measured there is no range to lie in.
    let lies = band.filter(|band| band.measured > 0).map(|band| Lies::of(outcome.value.likely, &band));
    Beside {
        id: outcome.id.clone(),
        name: outcome.name.clone(),
        said: outcome.said.clone(),
        published: outcome.value.likely,
        kind: outcome.kind,
        unit: outcome.unit.clone().unwrap_or(unit),
        option,
        simulated: band,
        lies,
        why_not,
    }
}

/// One number for each simulated future.
struct Measured {
    unit: String,
    option: String,
    values: Vec<f64>,
}

fn figure(measured: &MeasuredAs, simulated: &BTreeMap<&str, Outcomes>) -> Result<Measured, String> {
    let of_option = |id: &str| {
        let outcomes = simulated.get(id).ok_or_else(|| format!("there is no option \"{id}\""))?;
        let missing = outcomes.replications.is_empty();
        if missing { Err(format!("\"{}\" was not simulated", outcomes.option_name)) } else { Ok(outcomes) }
    };
    let outcomes = of_option(&measured.option)?;
    let (values, unit) = column(measured, &measured.about, outcomes)?;
    let (values, unit) = match &measured.against {
        None => (values, unit),
        Some(Against::Difference(other)) => {
            let (others, _) = column(measured, &measured.about, of_option(&other.option)?)?;
            (pairs(&values, &others, |one, other| one - other), unit)
        }
        Some(Against::PercentChange(other)) => {
            let (others, _) = column(measured, &measured.about, of_option(&other.option)?)?;
            (pairs(&values, &others, |one, other| 100.0 * (one - other) / other), "%".to_owned())
        }
        Some(Against::ShareOf(whole)) => {
            let mut total = vec![0.0; values.len()];
            for about in &whole.of {
                let (part, _) = column(measured, about, outcomes)?;
                total.iter_mut().zip(part).for_each(|(total, part)| *total += part);
            }
            (pairs(&values, &total, |one, whole| 100.0 * one / whole), "%".to_owned())
        }
    };
    let is_told_in_days = measured.in_days && unit == "weeks";
    let (values, unit) = if is_told_in_days {
        (values.into_iter().map(|weeks| weeks * DAYS).collect(), "days".to_owned())
    } else {
        (values, unit)
    };
    Ok(Measured { unit, option: outcomes.option_name.clone(), values })
}

/// Two figures of the same futures, joined one by one; where there was nothing to divide by there is no figure.
fn pairs(ones: &[f64], others: &[f64], join: impl Fn(f64, f64) -> f64) -> Vec<f64> {
    let finite = |value: f64| if value.is_finite() { value } else { f64::NAN };
    ones.iter().zip(others).map(|(one, other)| finite(join(*one, *other))).collect()
}

/// A measure of every simulated future, with its unit.
fn column(
    measured: &MeasuredAs,
    about: &MeasuredOf,
    outcomes: &Outcomes,
) -> Result<(Vec<f64>, String), String> {
    let scope = scope(about);
    let wanted = measured.measure.as_str();
    let found = match measured.week {
        Some(week) => {
            let columns = &outcomes.catalogue.weekly;
            let measure = columns.iter().find(|(one, of)| *of == scope && measure_name(one) == wanted);
            measure.and_then(|(one, _)| {
                let values = outcomes.weekly(*one, &scope, week as usize)?;
                Some((values, weekly_unit(*one)))
            })
        }
        None => {
            let columns = &outcomes.catalogue.horizon;
            let measure = columns.iter().find(|(one, of)| *of == scope && measure_name(one) == wanted);
            measure.and_then(|(one, _)| Some((outcomes.horizon(*one, &scope)?, horizon_unit(*one))))
        }
    };
    found.map(|(values, unit)| (values, unit.to_owned())).ok_or_else(|| {
        let when =
            measured.week.map_or("over the horizon".to_owned(), |week| format!("at the end of week {week}"));
        format!("nothing is measured under the name \"{wanted}\" {when} for that step, tier, group or role")
    })
}

fn scope(about: &MeasuredOf) -> Scope {
    match about {
        MeasuredOf::Service => Scope::Service,
        MeasuredOf::Tier(of) => Scope::Tier(of.id.clone()),
        MeasuredOf::Group(of) => Scope::Group(of.id.clone()),
        MeasuredOf::Step(of) => Scope::Step(of.id.clone()),
        MeasuredOf::Role(of) => Scope::Role(of.id.clone()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use pathloom_service::{Estimate, Named, OtherOption, Whole, samples};

    /// The small sample with a second option that takes 30% more referrals, and one published outcome.
    fn told(measured: MeasuredAs) -> Beside {
        told_in(None, measured)
    }

    /// The same, counted in a unit of its own.
    fn told_in(unit: Option<&str>, measured: MeasuredAs) -> Beside {
        let mut project = samples::small();
        let mut more = project.options[0].clone();
        more.id = "more".to_owned();
        more.name = "More referrals".to_owned();
        more.changes = vec![pathloom_service::Change {
            figure: "design/steps/referrals/work/perWeek".to_owned(),
            to: Estimate::exactly(15.6),
        }];
        project.options.push(more);
        let outcome = PublishedOutcome {
            id: "one".to_owned(),
            name: "One".to_owned(),
            said: "as said".to_owned(),
            value: Estimate::exactly(30.0),
            kind: OutcomeKinship::Illustration,
            note: String::new(),
            unit: unit.map(str::to_owned),
            measured: Some(measured),
        };
        project.guide = Some(Guide { published: vec![outcome], ..Guide::default() });
        let settings = RunSettings { replications: 0..40, threads: 1, ..RunSettings::default() };
        let mut said = Vec::new();
        let stop = AtomicBool::new(false);
        let beside = published_beside_simulated(&project, &settings, &stop, &mut |told| said.push(told));
        assert!(
            said.iter().all(|told| told.done <= told.of) && said.is_sorted_by_key(|told| told.done),
            "{said:?}"
        );
        beside.unwrap_or_else(|error| panic!("{error}")).remove(0)
    }

    fn at(option: &str, measure: &str) -> MeasuredAs {
        MeasuredAs {
            option: option.to_owned(),
            measure: measure.to_owned(),
            about: MeasuredOf::Service,
            week: None,
            against: None,
            in_days: false,
        }
    }

    fn other() -> OtherOption {
        OtherOption { option: samples::small().options[0].id.clone() }
    }

    #[test]
    fn a_change_against_another_option_is_taken_future_by_future() {
        let change =
            told(MeasuredAs { against: Some(Against::PercentChange(other())), ..at("more", "referrals") });
        let band = change.simulated.unwrap_or_else(|| panic!("{change:?}"));
        // 12 and 15.6 a week for two years: 1,248 and 1,622 people, so 30% with a standard error below 0.7%.
        assert!((band.mean - 30.0).abs() < 2.5, "{band:?}");
        assert_eq!((change.unit.as_str(), change.lies), ("%", Some(Lies::Within)));

        let difference =
            told(MeasuredAs { against: Some(Against::Difference(other())), ..at("more", "referrals") });
        let mean = difference.simulated.map_or(f64::NAN, |band| band.mean);
        assert!((mean - 374.4).abs() < 30.0 && difference.unit == "people", "{difference:?}");
    }

    #[test]
    fn weeks_are_told_in_days_and_shares_in_percent() {
        let base = other().option;
        let weeks = told(at(&base, "waitMean"));
        let days = told(MeasuredAs { in_days: true, ..at(&base, "waitMean") });
        let mean = |beside: &Beside| beside.simulated.map_or(f64::NAN, |band| band.mean);
        assert!((mean(&days) - 7.0 * mean(&weeks)).abs() < 1e-9 && days.unit == "days", "{days:?}");

        let step = |id: &str| MeasuredOf::Step(Named { id: id.to_owned() });
        let share = told(MeasuredAs {
            about: step("discharged"),
            against: Some(Against::ShareOf(Whole { of: vec![step("discharged"), step("discharged")] })),
            ..at(&base, "completed")
        });
        assert_eq!((mean(&share), share.unit.as_str()), (50.0, "%"));
    }

    #[test]
    fn a_unit_of_its_own_stands_in_place_of_the_measures() {
        let base = other().option;
        let (people, appointments) =
            (told(at(&base, "seen")), told_in(Some("GP appointments"), at(&base, "seen")));
        assert_eq!((people.unit.as_str(), appointments.unit.as_str()), ("people", "GP appointments"));
        assert_eq!(people.simulated, appointments.simulated);
    }

    #[test]
    fn what_is_not_measured_says_so() {
        let unknown = told(at(&other().option, "happiness"));
        assert!(unknown.simulated.is_none() && unknown.lies.is_none());
        assert!(unknown.why_not.is_some_and(|why| why.contains("\"happiness\" over the horizon")));
        let gone = told(at("gone", "seen"));
        assert!(gone.why_not.is_some_and(|why| why.contains("no option \"gone\"")));
    }
}
