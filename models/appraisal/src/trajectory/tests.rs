//! Lines that belong to the forecast are called so, those that do not are not, and dependence between dates changes nothing.

use std::sync::atomic::AtomicBool;

use pathloom_service::{ActualFigure, Scenario};
use pathloom_simulation::{RunSettings, run};
use rand::rngs::Xoshiro256PlusPlus;
use rand::{RngExt, SeedableRng};

use super::*;

/// A line whose dates hang together as those of a waiting list do: the sum of its steps so far.
fn walk(dates: usize, coins: &mut Xoshiro256PlusPlus) -> Vec<f64> {
    let mut at = 100.0;
    (0..dates)
        .map(|_| {
            at += coins.random::<f64>() - 0.5;
            at
        })
        .collect()
}

#[test]
fn a_right_forecast_is_called_wrong_one_time_in_twenty() {
    const EXPERIMENTS: u64 = 1_000;
    let (mut alarms, mut counted) = (0, 0);
    for experiment in 0..EXPERIMENTS {
        let mut coins = Xoshiro256PlusPlus::seed_from_u64(experiment);
        let futures: Vec<Vec<f64>> = (0..199).map(|_| walk(24, &mut coins)).collect();
        let actual = walk(24, &mut coins);
        alarms += u32::from(Judged::of(&actual, &futures).verdict() != OnCourse::OnTrajectory);
        // What counting points as if they were independent would say: six or more of 24 outside a 90% band has a chance
        // below 3%.
        let outside = (0..24).filter(|date| {
            let mut values: Vec<f64> = futures.iter().map(|path| path[*date]).collect();
            values.sort_unstable_by(f64::total_cmp);
            !(percentile(&values, 0.05)..=percentile(&values, 0.95)).contains(&actual[*date])
        });
        counted += u32::from(outside.count() >= 6);
    }
    println!("{alarms} false alarms of {EXPERIMENTS}; by counting points {counted}");
    // At 5%: 99.9% of counts fall between 29 and 74.
    assert!((29..=74).contains(&alarms), "{alarms}");
    assert!(counted > 100, "the test must be one that counting points fails: {counted}");
}

/// Random referrals, 10 a week, into exponential delays of 8 weeks, 80 people there at the start.
fn delays() -> Scenario {
    let text = r#"{"formatVersion": 1, "name": "Delays", "startDate": "2026-01-05", "horizonWeeks": 52,
        "groups": [{"id": "all", "name": "Everyone"}],
        "designs": [{"id": "d", "name": "D", "steps": [
          {"id": "in", "name": "In", "work": {"kind": "referrals", "perWeek": 10}},
          {"id": "wait", "name": "Wait", "work": {"kind": "delay", "days": {"kind": "exponential", "mean": 56},
            "start": {"inTreatment": {"number": 80}}}},
          {"id": "out", "name": "Out", "work": {"kind": "outcome", "countsAs": "completed"}}],
          "links": [{"id": "a", "from": "in", "to": "wait"}, {"id": "b", "from": "wait", "to": "out"}]}],
        "options": [{"id": "o", "name": "O", "design": "d"}]}"#;
    let project = pathloom_service::read(text).unwrap_or_else(|error| panic!("{error}"));
    project.scenario(&project.options[0]).expect("the option is whole")
}

fn forecast(scenario: &Scenario) -> Outcomes {
    run(scenario, &RunSettings::default(), &AtomicBool::new(false), &mut |_| {}).expect("it can be simulated")
}

/// Twelve monthly figures: the median of the forecast and so many people more each month.
fn monthly(outcomes: &Outcomes, start: Date, more_each_month: f64) -> Actuals {
    let figures = (1..=12_i32).map(|month| {
        let week = (f64::from(month) * 52.0 / 12.0).floor();
        let median = outcomes
            .weekly_band(WeeklyMeasure::OpenReferrals, &Scope::Service, week as usize)
            .expect("it is measured")
            .median;
        let date = start.checked_add(jiff::Span::new().weeks(week as i64)).expect("a day");
        ActualFigure { date, value: median + more_each_month * f64::from(month) }
    });
    Actuals {
        id: "open".to_owned(),
        name: "Monthly count".to_owned(),
        measure: ActualMeasure::OpenReferrals,
        scope: ActualScope::Service,
        figures: figures.collect(),
        evidence: None,
    }
}

#[test]
fn the_verdict_is_said_in_words() {
    let scenario = delays();
    let outcomes = forecast(&scenario);
    let start = scenario.start_date;
    let held = |more| trajectory(&outcomes, start, &monthly(&outcomes, start, more)).expect("it is measured");
    let on_course = held(0.2);
    assert_eq!((on_course.verdict, on_course.points.len()), (OnCourse::OnTrajectory, 12), "{on_course:?}");
    assert!(
        on_course.sentences[0].contains("number of open referrals is on its trajectory"),
        "{:?}",
        on_course.sentences
    );
    let above = held(4.0);
    assert_eq!(above.verdict, OnCourse::Above);
    assert!(
        above.sentences[0].ends_with("none of 300 simulated futures strays as far"),
        "{:?}",
        above.sentences
    );
    assert!(above.sentences[1].starts_with("8 of the last 8 months above the band"), "{:?}", above.sentences);
    assert!(above.points[11].percentile > 99.0 && above.points[11].actual > above.points[11].whole_high);
    assert_eq!(held(-4.0).verdict, OnCourse::Below);
}

#[test]
fn what_lies_outside_the_forecast_is_counted_and_nothing_inside_is_an_error() {
    let scenario = delays();
    let outcomes = forecast(&scenario);
    let mut actuals = monthly(&outcomes, scenario.start_date, 0.0);
    actuals.figures.push(ActualFigure { date: scenario.start_date, value: 1.0 });
    let found = trajectory(&outcomes, scenario.start_date, &actuals).expect("it is measured");
    assert_eq!(
        (found.points.len(), found.outside_forecast),
        (12, 1),
        "the start itself can stray from nothing"
    );
    actuals.figures.drain(1..12);
    let early = trajectory(&outcomes, scenario.start_date, &actuals).expect("one figure is a figure");
    assert_eq!(early.verdict, OnCourse::TooEarly);
    actuals.figures.drain(..1);
    let none = trajectory(&outcomes, scenario.start_date, &actuals);
    assert!(matches!(none, Err(TrajectoryError::NothingInForecast { .. })));
    let mut elsewhere = monthly(&outcomes, scenario.start_date, 0.0);
    elsewhere.scope = ActualScope::Tier(pathloom_service::CountedOf { id: "nowhere".to_owned() });
    let missing = trajectory(&outcomes, scenario.start_date, &elsewhere);
    assert!(matches!(missing, Err(TrajectoryError::NotMeasured { .. })));
}
