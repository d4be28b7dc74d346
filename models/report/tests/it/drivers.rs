//! What drives the answer, in the report as it was found.

use std::sync::atomic::AtomicBool;

use pathloom_appraisal::Figure;
use pathloom_appraisal::drivers::{DriversQuestion, Effect, what_drives};
use pathloom_report::{Block, Size, report};
use pathloom_simulation::{RunSettings, WeeklyMeasure};

use crate::study::birmingham;

#[test]
fn the_drivers_stand_in_the_report_as_they_were_found() {
    let simulated = birmingham();
    let week = simulated.options[1].1.catalogue.weeks as u32;
    let figure = Figure::Weekly { measure: WeeklyMeasure::LongestWait, week };
    let question = DriversQuestion { budget: 400, ..DriversQuestion::new(figure) };
    let never = AtomicBool::new(false);
    let scenario = &simulated.options[1].0;
    let drivers = what_drives(scenario, &question, &RunSettings::default(), &never, &mut |_| {});
    let drivers = drivers.expect("drivers");
    let mut study = simulated.study();
    let without = report(&study, Size::Full).expect("a report");
    study.drivers = Some(&drivers);
    let with = report(&study, Size::Full).expect("a report");
    let charts = |report: &pathloom_report::Report| {
        report.blocks.iter().filter(|one| matches!(one, Block::Chart(_))).count()
    };
    assert_eq!(charts(&with), charts(&without) + 1);
    let figures = with.figures();
    let value = |place: String| {
        let found = figures.iter().find(|figure| figure.place == place);
        found.unwrap_or_else(|| panic!("{place} is in the report")).value
    };
    let clear: Vec<_> =
        drivers.swings.iter().filter(|swing| swing.effect == Effect::Clear).take(10).collect();
    assert!(!clear.is_empty(), "something drives the longest wait");
    for swing in clear {
        let place = |of: &str| format!("drivers/{}/{of}", swing.input.place);
        assert_eq!(value(place("atLow")), Some(swing.at_low));
        assert_eq!(value(place("atHigh")), Some(swing.at_high));
        assert_eq!(value(place("swing")), Some(swing.swing));
        assert_eq!(value(place("low")), Some(swing.input.low));
    }
    assert_eq!(value("drivers/atLikely".to_owned()), Some(drivers.at_likely.mean));
    pathloom_report::pdf(&with).expect("a PDF");
}
