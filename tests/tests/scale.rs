//! A list as long as England's.

use std::sync::atomic::AtomicBool;
use std::time::Instant;

use pathloom_service::{ListSummary, Project, StartingList, StartingState, Work, samples};
use pathloom_simulation::{RunSettings, Scope, WeeklyMeasure, run};

/// The small sample with England's community waiting list: 1.1 million people, staff for what comes.
fn national() -> Project {
    let mut project = samples::small();
    project.horizon_weeks = 104;
    for step in &mut project.designs[0].steps {
        match &mut step.work {
            Work::Referrals(referrals) => referrals.per_week = 70_000.0.into(),
            Work::Contacts(contacts) => {
                contacts.contacts_per_person = pathloom_service::Count::fixed(1);
                contacts.face_to_face_minutes = pathloom_service::Distribution::lognormal(240.0, 120.0);
                contacts.admin_minutes = 0.0.into();
                contacts.travel_minutes = 0.0.into();
                contacts.missed = None;
                let list = ListSummary {
                    number: 1_100_000.0.into(),
                    mean_weeks: 20.0.into(),
                    longest_weeks: 160.0.into(),
                };
                contacts.start =
                    Some(StartingState { waiting: Some(StartingList::Summary(list)), ..StartingState::default() });
            }
            _ => {}
        }
    }
    for role in &mut project.roles {
        role.calendar = None;
        role.clinical_percent = 100.0.into();
        role.absence = None;
        role.turnover = None;
        role.commitments.clear();
    }
    for posts in &mut project.mixes[0].posts {
        posts.wte = 7_600.0.into();
        posts.changes.clear();
    }
    project
}

#[test]
fn a_list_of_a_million_and_more_runs_over_two_years() {
    let project = national();
    let scenario = project.scenario(&project.options[0]).expect("a scenario");
    let settings = RunSettings { replications: 0..1, threads: 1, ..RunSettings::default() };
    let started = Instant::now();
    let outcomes = run(&scenario, &settings, &AtomicBool::new(false), &mut |_| {}).expect("it runs");
    let seconds = started.elapsed().as_secs_f64();
    let at = |measure, week| outcomes.weekly(measure, &Scope::Service, week).expect("a column")[0];
    let seen: f64 = (1..=104).map(|week| at(WeeklyMeasure::Seen, week)).sum();
    let referred: f64 = (1..=104).map(|week| at(WeeklyMeasure::Referrals, week)).sum();
    println!("{referred:.0} referrals after a list of 1,100,000, {seen:.0} seen, in {seconds:.1} s");
    let at_once = at(WeeklyMeasure::Seen, 0);
    assert_eq!(1_100_000.0 - at_once, at(WeeklyMeasure::WaitingList, 0));
    assert_eq!(1_100_000.0 + referred - seen - at_once, at(WeeklyMeasure::WaitingList, 104));
    assert!(seen > 7e6 * 0.9, "the staff see about as many as come");
}
