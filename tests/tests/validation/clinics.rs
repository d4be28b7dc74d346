//! The nurse clinic of two teaching packages: M/M/s in the long run and over a few hours.

use pathloom_service::Scenario;
use pathloom_simulation::HorizonMeasure as H;
use pathloom_tests::build::{Service, Shape, Unit, contacts_by, poisson};
use pathloom_tests::measure::{both, figure, simulate, times};

use crate::case::Case;
use crate::judge::{Answer, named, sampled};

/// A clinic in minutes: mean gap between arrivals, mean consultation, nurses.
fn clinic(unit: Unit, gap: f64, visit: f64, nurses: f64, weeks: u32, warm_up: u32) -> Scenario {
    Service::new(weeks)
        .warm_up(warm_up)
        .staff("nurse", nurses)
        .referrals("arrivals", poisson(unit.per_week(1.0 / gap)))
        .contacts("visit", contacts_by("nurse", Shape::Exponential(visit).minutes(unit)))
        .leaves("visit")
        .then("arrivals", "visit")
        .scenario()
}

fn figures(
    scenario: &Scenario,
    unit: Unit,
    seed: u64,
    range: std::ops::Range<u32>,
) -> Vec<(String, Vec<f64>)> {
    let outcomes = simulate(scenario, seed, range);
    let of_visit = |measure| figure(&outcomes, measure, "step:visit");
    let span = unit.of_weeks(f64::from(scenario.horizon_weeks));
    let (open, people) = (figure(&outcomes, H::MeanOpen, ""), figure(&outcomes, H::Referrals, ""));
    let load = times(&figure(&outcomes, H::UtilisationPercent, "role:nurse"), 0.01);
    named([
        ("Wq", times(&of_visit(H::WaitMean), unit.of_weeks(1.0))),
        ("W", both(&open, &people, |open, people| open * span / people)),
        ("Lq", of_visit(H::MeanWaiting)),
        ("utilisation", load.clone()),
        ("rho", load),
        (
            "mean_time_with_nurse",
            both(&of_visit(H::MeanUnderWay), &of_visit(H::Seen), |there, seen| there * span / seen),
        ),
        ("arrivals", people),
    ])
}

/// The run of the package: 43,200 minutes after 38,880, in weeks of 4,320 minutes.
pub(crate) fn long_run(case: &Case) -> Answer<'_> {
    run_as_published(case, 4_320.0)
}

/// 1,500 minutes after 500, in weeks of 500 minutes.
pub(crate) fn short_run(case: &Case) -> Answer<'_> {
    run_as_published(case, 500.0)
}

fn run_as_published(case: &Case, minutes_a_week: f64) -> Answer<'_> {
    let unit = Unit::weeks(1.0 / minutes_a_week);
    let weeks = |key| {
        let weeks = case.number(key) / minutes_a_week;
        assert_eq!(weeks.fract(), 0.0, "{}: {key} is a whole number of weeks", case.id);
        weeks as u32
    };
    let (gap, visit) = (case.number("interarrival_mean"), case.number("consult_mean"));
    let scenario = clinic(unit, gap, visit, case.number("nurses"), weeks("run"), weeks("warm_up"));
    sampled(1_000, move |range| figures(&scenario, unit, case.seed(), range))
}

/// Seven clinics, each for the long run.
pub(crate) fn seven_checks(case: &Case) -> Answer<'_> {
    let unit = Unit::hours(1.0 / 6.0);
    let clinics: Vec<Scenario> = case.given["cases"]
        .as_array()
        .expect("clinics")
        .iter()
        .map(|of| {
            let number = |key: &str| of[key].as_f64().expect("a number");
            clinic(unit, number("iat"), number("consult"), number("nurses"), 100, 10)
        })
        .collect();
    sampled(24, move |range| {
        let mut found = Vec::new();
        for (at, scenario) in clinics.iter().enumerate() {
            let of_clinic = figures(scenario, unit, case.seed() + at as u64, range.clone());
            found.extend(
                of_clinic.into_iter().map(|(name, values)| (format!("case{}.{name}", at + 1), values)),
            );
        }
        found
    })
}
