//! The page on a run made by hand, so that it changes only when its wording does.

use std::sync::Arc;

use pathloom_service::{OverWeeks, Scenario, ServiceOption, samples};
use pathloom_simulation::outcomes::{Catalogue, Replication, WeeklyRows};
use pathloom_simulation::{HorizonMeasure, RunSettings};

use super::*;

const WEEKS: usize = 52;

/// A run of the small clinic in which the list of one option falls and that of the other grows.
fn study(replications: u32) -> Study {
    let mut project = samples::small();
    project.warm_up_weeks = 0;
    project.targets = vec![
        target("short", "A short list", TargetMeasure::WaitingList, 60.0),
        target("year", "Nobody waits a year", TargetMeasure::OverWeeks(OverWeeks { weeks: 52 }), 0.0),
    ];
    let role = Scope::Role(project.roles[0].id.clone());
    let weekly = [
        WeeklyMeasure::WaitingList,
        WeeklyMeasure::LongestWait,
        WeeklyMeasure::OpenReferrals,
        WeeklyMeasure::Over18,
        WeeklyMeasure::Over52,
        WeeklyMeasure::Percentile92,
    ];
    let catalogue = Arc::new(Catalogue {
        weekly: weekly.map(|measure| (measure, Scope::Service)).to_vec(),
        horizon: vec![(HorizonMeasure::HoursUsed, role.clone()), (HorizonMeasure::HoursAvailable, role)],
        weeks: WEEKS,
        warm_up_weeks: 0,
    });
    let options = project.options.iter().zip([1.5, -1.0]).map(|(option, growth)| {
        let replications = (0..replications).map(|index| replication(index, growth)).collect();
        (scenario(&project, option), outcomes(option, Arc::clone(&catalogue), replications))
    });
    Study {
        options: options.collect(),
        project,
        not_started: Vec::new(),
        settings: RunSettings { replications: 0..replications, ..RunSettings::default() },
        stopped: false,
    }
}

fn target(id: &str, name: &str, measure: TargetMeasure, threshold: f64) -> Target {
    Target {
        id: id.to_owned(),
        name: name.to_owned(),
        measure,
        threshold: threshold.into(),
        by_week: 40,
        probability_percent: 90.0.into(),
    }
}

fn scenario(project: &pathloom_service::Project, option: &ServiceOption) -> Scenario {
    project.scenario(option).expect("the sample's options are whole")
}

fn outcomes(option: &ServiceOption, catalogue: Arc<Catalogue>, replications: Vec<Replication>) -> Outcomes {
    Outcomes {
        option_id: option.id.clone(),
        option_name: option.name.clone(),
        seed: 1,
        catalogue,
        replications,
    }
}

/// Waiting list of 80 that grows by so many people a week, a little faster in each replication.
fn replication(index: u32, growth: f32) -> Replication {
    let faster = 1.0 + 0.02 * index as f32;
    let course = |start: f32, share: f32| {
        (0..=WEEKS)
            .map(move |week| (start + share * growth * faster * week as f32).max(0.0))
            .collect::<Vec<f32>>()
    };
    let columns = [
        course(80.0, 1.0),
        course(40.0, 0.5),
        course(90.0, 1.0),
        course(20.0, 0.5),
        course(0.0, 0.02),
        course(30.0, 0.5),
    ];
    let weekly: Vec<f32> =
        (0..=WEEKS).flat_map(|week| columns.each_ref().map(|column| column[week])).collect();
    let weekly = WeeklyRows::new(&weekly, columns.len());
    Replication { index, weekly, horizon: vec![936.0 + f64::from(index), 1_170.0] }
}

/// The page, whatever the engine's version.
fn page(study: &Study, look: &Look<'_>) -> String {
    draw(study, look).replace(&format!("engine {ENGINE_VERSION}"), "engine 0")
}

fn look(width: usize) -> Look<'static> {
    Look { width, intervals: Intervals::Hidden, weeks_shown: &[] }
}

#[test]
fn the_page_at_100_columns() {
    insta::assert_snapshot!(page(&study(10), &look(100)));
}

#[test]
fn the_page_at_80_columns_with_intervals() {
    let page = page(&study(10), &Look { intervals: Intervals::Shown, ..look(80) });
    assert!(page.lines().all(|line| line.chars().count() <= 80), "{page}");
    insta::assert_snapshot!(page);
}

#[test]
fn a_run_that_was_stopped_says_so() {
    let mut study = study(10);
    study.settings.replications = 5..305;
    study.settings.hold_uncertain = true;
    study.stopped = true;
    study.options[1].1.replications.truncate(4);
    let page = page(&study, &look(100));
    insta::assert_snapshot!(page.lines().take(4).collect::<Vec<_>>().join("\n"), @r"
    A small clinic
    Week 52 ends on Monday 5 April 2027 · 300 replications (from number 5) · seed 1 · engine 0 ·
    uncertain inputs held at their likely values
    INCOMPLETE: stopped after 4 to 10 of 300 replications
    ");
    study.options.truncate(1);
    study.not_started = vec!["Half a post more".to_owned()];
    assert_eq!(
        study.stopped_note().as_deref(),
        Some("stopped after 0 to 10 of 300 replications; nothing yet for Half a post more")
    );
}

#[test]
fn what_was_not_measured_leaves_no_column() {
    let mut study = study(3);
    for (_, outcomes) in &mut study.options {
        for replication in &mut outcomes.replications {
            replication.horizon.fill(0.0);
        }
    }
    let page = page(&study, &look(100));
    assert!(!page.contains("hours used\n") && !page.contains("Hours used of hours available"), "{page}");
}
