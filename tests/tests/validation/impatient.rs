//! People who give up, and people who come first.

use pathloom_service::{Cause, Contacts, OutcomeKind, Scenario, WhileWaiting};
use pathloom_simulation::HorizonMeasure as H;
use pathloom_tests::build::{
    Service, Shape, Unit, contacts_by, figures, leaving_after, leaving_at, of_groups, poisson,
};
use pathloom_tests::measure::{both, figure, simulate, times};

use crate::case::Case;
use crate::judge::{Answer, named, sampled};
use crate::observe::{self, Waits};

const WEEKS: u32 = 100;
const WARM_UP: u32 = 25;

/// Visits of two hours on average: rates of leaving then stay within what a document allows (100 a week).
fn unit_of(case: &Case) -> Unit {
    Unit::hours(2.0 * case.number("mu"))
}

fn clinic(case: &Case, servers: u32, leaving: WhileWaiting) -> Scenario {
    let unit = unit_of(case);
    let visits = Shape::Exponential(1.0 / case.number("mu"));
    Service::new(WEEKS)
        .warm_up(WARM_UP)
        .staff("staff", f64::from(servers))
        .referrals("referrals", poisson(unit.per_week(case.number("lam"))))
        .contacts("clinic", contacts_by("staff", visits.minutes(unit)))
        .outcome("gone", OutcomeKind::Removed)
        .leaves("clinic")
        .then("referrals", "clinic")
        .link("clinic", "gone", Cause::RemovedWhileWaiting(leaving))
        .scenario()
}

fn answer<'c>(case: &'c Case, scenario: Scenario) -> Answer<'c> {
    let unit = unit_of(case);
    let within = case.ends_of("P_served_within_");
    sampled(32, move |range| {
        let outcomes = simulate(&scenario, case.seed(), range.clone());
        let of = |measure| figure(&outcomes, measure, "");
        let in_units = |values: Vec<f64>| times(&values, unit.of_weeks(1.0));
        let of_step = |measure| figure(&outcomes, measure, "step:clinic");
        let all = of(H::Referrals);
        let waited = times(&of_step(H::HadToWaitPercent), 0.01);
        let at_once = both(&of_step(H::Seen), &waited, |seen, waited| seen * (1.0 - waited));
        let wait = in_units(of(H::WaitMean));
        let mut found = named([
            ("P_abandon", both(&of(H::Removed), &all, |gone, all| gone / all)),
            ("P_no_wait", both(&at_once, &all, |seen, all| seen / all)),
            ("P_wait", both(&at_once, &all, |seen, all| 1.0 - seen / all)),
            ("throughput", times(&of_step(H::Completed), 1.0 / unit.of_weeks(f64::from(WEEKS)))),
            ("utilisation", times(&figure(&outcomes, H::UtilisationPercent, "role:staff"), 0.01)),
            ("Wq_served_given_wait", both(&wait, &waited, |wait, waited| wait / waited)),
            ("Wq_served_all", wait),
            ("mean_time_in_queue_all", in_units(of(H::WaitEndedMean))),
            ("Lq", of_step(H::MeanWaiting)),
            ("L", of(H::MeanOpen)),
        ]);
        if case.figures.iter().any(|figure| figure.metric == "Wq_abandoned") {
            found.push(("Wq_abandoned".to_owned(), in_units(of(H::WaitRemovedMean))));
        }
        for (name, time) in &within {
            let share = range.clone().zip(&all).map(|(number, all)| {
                let log = observe::log(&scenario, case.seed(), number);
                let waits = observe::waits(&log, "clinic", 7.0 * f64::from(WARM_UP));
                let longer = Waits::of(&waits).share_longer(unit.days(*time));
                waits.len() as f64 * (1.0 - longer) / all
            });
            found.push((name.clone(), share.collect()));
        }
        found
    })
}

pub(crate) fn steady_rate(case: &Case) -> Answer<'_> {
    let percent = 100.0 * unit_of(case).per_week(case.number("theta"));
    answer(case, clinic(case, case.count("c"), leaving_at(percent)))
}

pub(crate) fn one_patience(case: &Case) -> Answer<'_> {
    let weeks = unit_of(case).in_weeks(case.number("patience"));
    answer(case, clinic(case, 1, leaving_after(weeks)))
}

/// Classes of priority, visits not broken off.
pub(crate) fn priority(case: &Case) -> Answer<'_> {
    let rates = case.numbers("lam");
    let lengths = match case.numbers("m1") {
        lengths if lengths.is_empty() => vec![1.0; rates.len()],
        lengths => lengths,
    };
    for (length, square) in lengths.iter().zip(case.numbers("m2")) {
        assert!((square - 2.0 * length * length).abs() < 1e-9, "{}: visits are exponential", case.id);
    }
    let servers = case.given["c"].as_f64().unwrap_or(1.0);
    let unit = Unit::hours(1.0);
    let total: f64 = rates.iter().sum();
    let names: Vec<String> = (1..=rates.len()).map(|class| format!("class-{class}")).collect();
    let mix: Vec<(&str, f64)> =
        names.iter().zip(&rates).map(|(name, rate)| (name.as_str(), 100.0 * rate / total)).collect();
    let percents: Vec<(&str, f64)> =
        names.iter().zip(&lengths).map(|(name, length)| (name.as_str(), 100.0 * length)).collect();
    let mut service = Service::new(WEEKS).warm_up(WARM_UP).staff("staff", servers);
    for (priority, name) in names.iter().enumerate() {
        service = service.group(name, priority as u8);
    }
    let visits = contacts_by("staff", Shape::Exponential(1.0).minutes(unit));
    let scenario = service
        .referrals("referrals", of_groups(poisson(unit.per_week(total)), &mix))
        .contacts("clinic", Contacts { time_percent_by_group: figures(&percents), ..visits })
        .leaves("clinic")
        .then("referrals", "clinic")
        .scenario();
    sampled(32, move |range| {
        let outcomes = simulate(&scenario, case.seed(), range);
        let in_units = |measure, of: &str| times(&figure(&outcomes, measure, of), unit.of_weeks(1.0));
        let mut found = named([
            ("rho", times(&figure(&outcomes, H::UtilisationPercent, "role:staff"), 0.01)),
            ("P_wait", times(&figure(&outcomes, H::HadToWaitPercent, "step:clinic"), 0.01)),
            ("Wq_overall", in_units(H::WaitMean, "")),
        ]);
        for (class, name) in names.iter().enumerate() {
            let (of, class) = (format!("group:{name}"), class + 1);
            let people = figure(&outcomes, H::Referrals, &of);
            let time = both(&figure(&outcomes, H::MeanOpen, &of), &people, |open, people| {
                open * unit.of_weeks(f64::from(WEEKS)) / people
            });
            found.push((format!("Wq_{class}"), in_units(H::WaitMean, &of)));
            found.push((format!("Lq_{class}"), figure(&outcomes, H::MeanWaiting, &of)));
            found.push((format!("W_{class}"), time));
        }
        found
    })
}
