//! Drivers are those of cases whose answer is known.

use pathloom_simulation::WeeklyMeasure;
use rand::rngs::Xoshiro256PlusPlus;
use rand::{RngExt, SeedableRng};

use super::shares::first_order;
use super::*;

/// Two sources of random referrals, both uncertain, into a delay of a week: those there at the end of a week are Poisson on
/// the sum of the two rates, whatever the rates are.
fn two_sources() -> Scenario {
    let text = r#"{"formatVersion": 1, "name": "Two sources", "startDate": "2026-01-05", "horizonWeeks": 3,
        "groups": [{"id": "all", "name": "Everyone"}],
        "designs": [{"id": "d", "name": "D", "steps": [
          {"id": "schools", "name": "Schools", "work": {"kind": "referrals", "perWeek": {"low": 50, "likely": 70, "high": 90}}},
          {"id": "doctors", "name": "Doctors", "work": {"kind": "referrals", "perWeek": {"low": 20, "likely": 30, "high": 40}}},
          {"id": "wait", "name": "Wait", "work": {"kind": "delay", "days": {"kind": "fixed", "value": 7}}},
          {"id": "out", "name": "Out", "work": {"kind": "outcome", "countsAs": "completed", "costPounds": 10}}],
          "links": [{"id": "a", "from": "schools", "to": "wait"}, {"id": "b", "from": "doctors", "to": "wait"},
            {"id": "c", "from": "wait", "to": "out"}]}],
        "options": [{"id": "o", "name": "O", "design": "d"}]}"#;
    let project = pathloom_service::read(text).unwrap_or_else(|error| panic!("{error}"));
    project.scenario(&project.options[0]).expect("the option is whole")
}

const OPEN: Figure = Figure::Weekly { measure: WeeklyMeasure::OpenReferrals, week: 2 };

fn ask(question: &DriversQuestion, seed: u64, stop: bool) -> Result<Drivers, DriversError> {
    let settings = RunSettings { seed, ..RunSettings::default() };
    what_drives(&two_sources(), question, &settings, &AtomicBool::new(stop), &mut |_| {})
}

#[test]
fn swings_shares_and_chance_are_those_that_theory_gives() {
    const EXPERIMENTS: u64 = 100;
    // People there: rate a week times the weeks of the delay. 50 to 90 schools; 20 to 40 doctors; 100 a week for 6.3 to
    // 7.7 days. A PERT curve has variance (mean - low)(high - mean) / 7: 400/7 and 100/7. Chance: 100, the Poisson variance.
    let swings = [("schools/work/perWeek", 40.0), ("doctors/work/perWeek", 20.0), ("days/value", 20.0)];
    let total = 400.0 / 7.0 + 100.0 / 7.0 + 100.0;
    let shares = [("schools", 400.0 / 7.0 / total), ("doctors", 100.0 / 7.0 / total)];
    let (mut covered, mut unclear) = ([0; 6], 0);
    let question = DriversQuestion { budget: 3_000, ..DriversQuestion::new(OPEN) };
    for seed in 0..EXPERIMENTS {
        let found = ask(&question, seed, false).expect("it can be simulated");
        for (at, (place, people)) in swings.iter().enumerate() {
            let swing = found.swings.iter().find(|swing| swing.input.place.ends_with(place)).expect(place);
            unclear += u32::from(swing.effect != Effect::Clear);
            covered[at] += u32::from(swing.interval.holds(*people));
        }
        let spread = found.spread.expect("two figures have ranges");
        for (at, (place, share)) in shares.iter().enumerate() {
            let one = spread.shares.iter().find(|one| one.place.contains(place)).expect(place);
            covered[3 + at] += u32::from(one.interval.holds(*share));
        }
        covered[5] += u32::from(spread.chance_interval.holds(100.0 / total));
    }
    println!("covered {covered:?} of {EXPERIMENTS}; {unclear} swings unclear");
    // At 95%, 99.9% of counts are 87 or more; chance and all share futures, so that its interval may be too wide.
    assert!(covered.iter().all(|count| *count >= 87), "{covered:?}");
    assert_eq!(unclear, 0, "the paired differences are far from 0");
}

#[test]
fn what_changes_nothing_and_what_cannot_be_varied_is_said() {
    let found = ask(&DriversQuestion::new(OPEN), 2, false).expect("it can be simulated");
    assert!(found.swings[0].input.place.ends_with("schools/work/perWeek"), "{:?}", found.swings[0]);
    let cost = found.swings.iter().find(|swing| swing.input.place.ends_with("costPounds")).expect("the cost");
    assert_eq!((cost.effect, cost.input.low, cost.input.high), (Effect::None, 9.0, 11.0));
    let growth = |one: &LeftOut| one.place.ends_with("schools/work/growthPercentPerYear");
    assert!(found.left_out.iter().any(growth), "{:?}", found.left_out);
    assert!(found.sentences[0].starts_with("Schools: referrals a week ("), "{:?}", found.sentences);
    assert!(found.sentences.iter().any(|one| one.contains("nothing here")), "{:?}", found.sentences);
}

/// Uniform draws between two values.
fn uniform(n: usize, low: f64, high: f64, seed: u64) -> Vec<f64> {
    let mut coins = Xoshiro256PlusPlus::seed_from_u64(seed);
    (0..n).map(|_| low + (high - low) * coins.random::<f64>()).collect()
}

#[test]
fn shares_of_an_effect_without_a_simple_shape_are_found() {
    // T. Ishigami and T. Homma's function sin x + 7 sin² y + 0.1 z⁴ sin x on (-π, π)³, whose shares are 0.3139, 0.4424 and
    // 0 (Saltelli and others, Global Sensitivity Analysis: The Primer, 2008): y goes up and down twice.
    const N: usize = 4_000;
    let pi = std::f64::consts::PI;
    let [x, y, z] = [1, 2, 3].map(|seed| uniform(N, -pi, pi, seed));
    let value = |at: usize| {
        let (sine, wave) = (libm::sin(x[at]), libm::sin(y[at]));
        sine + 7.0 * wave * wave + 0.1 * z[at] * z[at] * z[at] * z[at] * sine
    };
    let answer: Vec<f64> = (0..N).map(value).collect();
    let found = [&x, &y, &z].map(|input| first_order(input, &answer));
    for (one, share) in found.iter().zip([0.3139, 0.4424, 0.0]) {
        // Of y's two waves the classes lose up to 3% of the share.
        assert!((one.share - share).abs() < 2.0 * one.standard_error + 0.03 * share, "{share}: {one:?}");
    }
    assert!(found[0].p_value < 1e-9 && found[1].p_value < 1e-9 && found[2].p_value > 0.01, "{found:?}");
}

#[test]
fn intervals_of_shares_cover_and_no_effect_is_seldom_called_one() {
    // The sum of three uniform inputs: widths 3, 2 and 1, so variances 9, 4 and 1 of 14; a fourth input does nothing.
    const EXPERIMENTS: u64 = 1_000;
    const N: usize = 1_000;
    let truth = [9.0 / 14.0, 4.0 / 14.0, 1.0 / 14.0, 0.0];
    let (mut covered, mut alarms) = ([0_u32; 4], 0_u32);
    for experiment in 0..EXPERIMENTS {
        let inputs = [3.0, 2.0, 1.0, 1.0].map(|width| (width, experiment * 10 + width as u64));
        let mut columns: Vec<Vec<f64>> =
            inputs.iter().map(|(width, seed)| uniform(N, 0.0, *width, *seed)).collect();
        columns[3] = uniform(N, 0.0, 1.0, experiment * 10 + 9);
        let answer: Vec<f64> = (0..N).map(|at| columns[0][at] + columns[1][at] + columns[2][at]).collect();
        for (at, column) in columns.iter().enumerate() {
            let found = first_order(column, &answer);
            let half = 1.96 * found.standard_error;
            covered[at] += u32::from((found.share - truth[at]).abs() <= half);
            alarms += u32::from(at == 3 && found.p_value < 0.05);
        }
    }
    println!("covered {covered:?} of {EXPERIMENTS}, {alarms} false alarms at 5%");
    // 1,000 experiments at 95%: 99.9% of counts fall between 926 and 971. Without an effect the interval is too wide.
    assert!(covered[..3].iter().all(|count| (926..=971).contains(count)) && covered[3] >= 926, "{covered:?}");
    // At 5%: 99.9% of counts fall between 29 and 74.
    assert!((29..=74).contains(&alarms), "{alarms}");
}

#[test]
fn the_budget_is_kept_and_work_can_be_stopped() {
    let mut question = DriversQuestion::new(OPEN);
    question.budget = 3_000;
    let found = ask(&question, 3, false).expect("it can be simulated");
    assert!(found.replications <= 3_000, "{}", found.replications);
    let stopped = ask(&question, 3, true).expect("stopping is no error");
    assert!(stopped.stopped && stopped.swings.is_empty() && stopped.spread.is_none(), "{stopped:?}");
}

#[test]
fn what_makes_no_sense_is_refused() {
    let late = DriversQuestion::new(Figure::Weekly { measure: WeeklyMeasure::OpenReferrals, week: 9 });
    assert!(matches!(ask(&late, 1, false), Err(DriversError::NotMeasured { .. })));
    let nothing = DriversQuestion { usual_percent: 0.0, ..DriversQuestion::new(OPEN) };
    assert_eq!(ask(&nothing, 1, false), Err(DriversError::NoPercent { asked: 0.0 }));
}
