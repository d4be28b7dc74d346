//! Means and variations against hand calculation, and against averages of what the simulation draws.

use pathloom_service::distribution::Spread;
use pathloom_service::{Count, Distribution, Estimate, Rebook};
use serde_json::json;

use super::*;
use crate::sample::Sampler;
use crate::stream::{Purpose, Stream};

fn missed(share: f64, leave_after: u16) -> MissedPlan {
    MissedPlan { share, hours_lost: -1.0, rebook: Rebook::KeepsPlace, leave_after, to: 0 }
}

#[test]
fn moments_are_those_of_the_draws() {
    let spread = json!({"mean": 10, "sd": 6, "atLeast": 4, "atMost": 15});
    let kinds = ["normal", "lognormal", "gamma"];
    let mut tried: Vec<Distribution> = kinds
        .iter()
        .map(|kind| {
            let spread: Spread = serde_json::from_value(spread.clone()).expect("a spread");
            match *kind {
                "normal" => Distribution::Normal(spread),
                "lognormal" => Distribution::Lognormal(spread),
                _ => Distribution::Gamma(spread),
            }
        })
        .collect();
    for text in [
        r#"{"kind": "uniform", "low": 2, "high": 5}"#,
        r#"{"kind": "triangular", "low": 1, "likely": 2, "high": 9}"#,
        r#"{"kind": "pert", "low": 1, "likely": 2, "high": 9}"#,
        r#"{"kind": "normal", "mean": 2, "sd": 3}"#,
        r#"{"kind": "weibull", "shape": 1.5, "mean": 4}"#,
        r#"{"kind": "counted", "values": [1, 2, 2, 7]}"#,
        r#"{"kind": "mixture", "parts": [
            {"percent": 30, "of": {"kind": "exponential", "mean": 1}},
            {"percent": 70, "of": {"kind": "fixed", "value": 3}}]}"#,
    ] {
        tried.push(serde_json::from_str(text).expect("a distribution"));
    }
    const DRAWS: u32 = 400_000;
    for distribution in tried {
        let expected = moments(&distribution);
        let sampler = Sampler::new(&distribution, 1.0);
        let mut stream = Stream::new(11, 5, Purpose::Stay, 0);
        let (mut sum, mut squares) = (0.0, 0.0);
        for _ in 0..DRAWS {
            let value = sampler.draw(&mut stream);
            sum += value;
            squares += value * value;
        }
        let mean = sum / f64::from(DRAWS);
        let variance = squares / f64::from(DRAWS) - mean * mean;
        // Five standard errors of the mean; the variance's own error is a few times that.
        let error = (expected.variance / f64::from(DRAWS)).sqrt();
        assert!((mean - expected.mean).abs() < 5.0 * error + 1e-9, "{distribution:?}: {mean} {expected:?}");
        assert!(
            (variance / expected.variance - 1.0).abs() < 0.03,
            "{distribution:?}: {variance} {expected:?}"
        );
    }
}

#[test]
fn without_missed_contacts_everybody_has_their_number() {
    let geometric: Count =
        serde_json::from_str(r#"{"kind": "geometric", "mean": 4, "atMost": 60000}"#).expect("a count");
    let shares: Count =
        serde_json::from_str(r#"{"kind": "shares", "percents": [50, 25, 25]}"#).expect("a count");
    let range: Count = serde_json::from_str(r#"{"kind": "range", "low": 0, "high": 4}"#).expect("a count");
    // None at all counts as one: (1 + 1 + 2 + 3 + 4) / 5.
    for (count, mean) in [(Count::fixed(6), 6.0), (geometric, 4.0), (shares, 1.75), (range, 2.2)] {
        let course = course(&Counter::new(&count), None).expect("it ends");
        assert!((course.attended - mean).abs() < 1e-9, "{count:?} {course:?}");
        assert_eq!((course.missed, course.first_tries), (0.0, 1.0));
        assert!((course.completes - 1.0).abs() < 1e-12);
    }
}

#[test]
fn missed_contacts_are_had_again() {
    // A fifth missed: four contacts take five bookings.
    let course = course(&Counter::new(&Count::fixed(4)), Some(&missed(0.2, u16::MAX))).expect("it ends");
    assert!((course.attended - 4.0).abs() < 1e-12 && (course.missed - 1.0).abs() < 1e-12, "{course:?}");
}

#[test]
fn who_misses_too_many_leaves() {
    // Half are missed and two end it; two contacts wanted. Ways to have both: AA, MAA, AMA: 1/4 + 1/8 + 1/8.
    let course = course(&Counter::new(&Count::fixed(2)), Some(&missed(0.5, 2))).expect("it ends");
    assert!((course.completes - 0.5).abs() < 1e-12, "{course:?}");
    // At least one attended: all but MM; both: one half. 3/4 + 1/2.
    assert!((course.attended - 1.25).abs() < 1e-12, "{course:?}");
    assert!((course.missed - 1.25).abs() < 1e-12, "{course:?}");
    assert!((course.first_tries - 1.5).abs() < 1e-12, "{course:?}");
}

#[test]
fn a_course_that_never_ends_has_no_answer() {
    let one = Counter::new(&Count::fixed(1));
    assert_eq!(course(&one, Some(&missed(1.0, u16::MAX))), None);
    let course = course(&one, Some(&missed(1.0, 3))).expect("three missed end it");
    assert_eq!((course.attended, course.missed, course.completes), (0.0, 3.0, 0.0));
}

#[test]
fn a_fixed_stay_does_not_vary() {
    let fixed = moments(&Distribution::fixed(3.0));
    assert_eq!(fixed.squared_variation(1.0), 0.0);
    let figure = Estimate::exactly(2.0);
    assert_eq!(moments(&Distribution::exponential(figure.likely)).squared_variation(0.0), 1.0);
    assert_eq!(moments(&Distribution::exponential(2.0)).squared_variation(2.0), 0.25);
}
