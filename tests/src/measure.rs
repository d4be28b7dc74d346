//! Running a case and reading its figures, and when a figure agrees with a known one.
//!
//! A *study* hands out the figures of a range of replications; [`until`] asks it for more, batch after batch and always
//! in the same order, until the intervals are narrow enough. What it decides on is the width of the intervals alone,
//! so that the figures it ends with are those of an experiment of a size fixed beforehand (Chow and Robbins, Annals of
//! Mathematical Statistics 36, 1965: such a rule keeps the confidence, as the interval narrows).

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::atomic::AtomicBool;

use pathloom_service::Scenario;
use pathloom_simulation::theory::replications::Interval;
use pathloom_simulation::{HorizonMeasure, Outcomes, RunSettings, Scope, WeeklyMeasure, run};

/// Values of named figures `[replications]`.
pub type Figures = BTreeMap<String, Vec<f64>>;

/// Runs some replications on one thread: tests run beside each other.
///
/// # Panics
/// When the run is refused.
pub fn simulate(scenario: &Scenario, seed: u64, replications: Range<u32>) -> Outcomes {
    simulate_on(scenario, seed, replications, 1)
}

/// Runs some replications on so many threads.
///
/// # Panics
/// When the run is refused.
pub fn simulate_on(scenario: &Scenario, seed: u64, replications: Range<u32>, threads: usize) -> Outcomes {
    let settings = RunSettings { seed, replications, threads, ..RunSettings::default() };
    run(scenario, &settings, &AtomicBool::new(false), &mut |_| {}).expect("the case can be run")
}

/// Who or what a figure is about: "" for the service, "step:x", "role:x", "group:x".
///
/// # Panics
/// When the name is none of these.
pub fn scope(name: &str) -> Scope {
    match name.split_once(':') {
        None if name.is_empty() => Scope::Service,
        Some(("step", id)) => Scope::Step(id.to_owned()),
        Some(("role", id)) => Scope::Role(id.to_owned()),
        Some(("group", id)) => Scope::Group(id.to_owned()),
        _ => panic!("{name} is no scope"),
    }
}

/// A horizon figure `[replications]`.
///
/// # Panics
/// When the run has no such figure.
pub fn figure(outcomes: &Outcomes, measure: HorizonMeasure, of: &str) -> Vec<f64> {
    outcomes.horizon(measure, &scope(of)).unwrap_or_else(|| panic!("{measure:?} of {of:?} is not measured"))
}

/// A weekly figure `[replications]`.
///
/// # Panics
/// When the run has no such figure.
pub fn weekly(outcomes: &Outcomes, measure: WeeklyMeasure, of: &str, week: usize) -> Vec<f64> {
    outcomes
        .weekly(measure, &scope(of), week)
        .unwrap_or_else(|| panic!("{measure:?} of {of:?} is not measured"))
}

/// A weekly figure in every week after the warm-up `[replications][weeks]`.
pub fn series(outcomes: &Outcomes, measure: WeeklyMeasure, of: &str) -> Vec<Vec<f64>> {
    let weeks = outcomes.catalogue.warm_up_weeks + 1..=outcomes.catalogue.weeks;
    let columns: Vec<Vec<f64>> = weeks.map(|week| weekly(outcomes, measure, of, week)).collect();
    (0..outcomes.replications.len()).map(|at| columns.iter().map(|column| column[at]).collect()).collect()
}

/// Two figures of each replication made into one.
pub fn both(a: &[f64], b: &[f64], of: impl Fn(f64, f64) -> f64) -> Vec<f64> {
    a.iter().zip(b).map(|(a, b)| of(*a, *b)).collect()
}

/// Every value times a factor.
pub fn times(values: &[f64], factor: f64) -> Vec<f64> {
    values.iter().map(|value| value * factor).collect()
}

/// The interval of some replications at a confidence.
///
/// # Panics
/// When a value is not a number, or there are fewer than two.
pub fn interval(what: &str, values: &[f64], confidence: f64) -> Interval {
    Interval::of(values, confidence).unwrap_or_else(|error| panic!("{what}: {error}"))
}

/// Asks a study for batches of replications until it has enough, or has had `most`.
pub fn until(
    batch: u32,
    most: u32,
    study: &mut dyn FnMut(Range<u32>) -> Vec<(String, Vec<f64>)>,
    enough: &dyn Fn(&Figures) -> bool,
) -> Figures {
    let mut figures = Figures::new();
    let mut next = 0;
    while next < most && (next == 0 || !enough(&figures)) {
        for (name, values) in study(next..next + batch) {
            figures.entry(name).or_default().extend(values);
        }
        next += batch;
    }
    figures
}

/// Holds figures against what theory says: the 99.9% interval of the mean over replications holds the value, and is
/// narrower than one part in a hundred of it on either side.
///
/// # Panics
/// When a figure is off, with all figures listed.
pub fn agrees(
    case: &str,
    batch: u32,
    study: &mut dyn FnMut(Range<u32>) -> Vec<(String, Vec<f64>)>,
    theory: &[(&str, f64)],
) {
    const CONFIDENCE: f64 = 0.999;
    const HALF_WIDTH: f64 = 0.01;
    const BATCHES: u32 = 60;
    let of = |figures: &Figures, name: &str| {
        let values = figures.get(name).unwrap_or_else(|| panic!("{case}: the study has no figure {name}"));
        interval(name, values, CONFIDENCE)
    };
    let narrow = |figures: &Figures| {
        theory.iter().all(|(name, value)| of(figures, name).half_width < HALF_WIDTH * value.abs())
    };
    let figures = until(batch, batch * BATCHES, study, &narrow);
    let mut lines = Vec::new();
    let mut off = false;
    for (name, value) in theory {
        let ours = of(&figures, name);
        // Where nothing varies the interval is a point, and rounding is let pass.
        let reach = ours.half_width + 1e-9 * value.abs();
        let inside = (ours.mean - value).abs() <= reach && ours.half_width < HALF_WIDTH * value.abs();
        off |= !inside;
        lines.push(format!(
            "{} {case} {name}: theory {value:.6}, simulated {:.6} +- {:.6} ({} replications)",
            if inside { "  " } else { "->" },
            ours.mean,
            ours.half_width,
            figures[*name].len()
        ));
    }
    assert!(!off, "simulation and theory differ:\n{}", lines.join("\n"));
}
