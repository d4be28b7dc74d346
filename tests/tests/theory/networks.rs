//! Several steps: Jackson networks, and a place that is kept until the next one is free.

use pathloom_service::{Places, Scenario};
use pathloom_simulation::HorizonMeasure as H;
use pathloom_simulation::theory::multiserver::MultiServer;
use pathloom_simulation::theory::tandem::BlockedTandem;
use pathloom_tests::build::{Service, Shape, Unit, contacts_by, places, poisson, share};
use pathloom_tests::measure::{agrees, both, figure, simulate, times};

const HOUR: Unit = Unit::hours(1.0);
const WEEKS: f64 = 300.0;

/// A node of a network: people an hour in all, visits an hour of one clinician, clinicians.
type Node = (&'static str, f64, f64, u32);

/// Every node of a Jackson network is as if it stood alone.
///
/// # Source
/// Jackson, "Networks of waiting lines", Operations Research 5 (1957).
fn jackson(case: &str, scenario: &Scenario, nodes: &[Node], referred: f64, seed: u64) {
    let mut theory = Vec::new();
    let mut present = 0.0;
    for (name, rate, visits, servers) in nodes {
        let queue = MultiServer::new(*rate, *visits, *servers).expect("a stable node");
        present += queue.mean_present;
        theory.push((format!("{name}: visits"), *rate));
        theory.push((format!("{name}: load"), queue.load));
        theory.push((format!("{name}: wait"), queue.mean_wait));
        theory.push((format!("{name}: list"), queue.mean_list));
        theory.push((format!("{name}: present"), queue.mean_present));
    }
    theory.push(("present".to_owned(), present));
    theory.push(("time in the service".to_owned(), present / referred));
    let theory: Vec<(&str, f64)> = theory.iter().map(|(name, value)| (name.as_str(), *value)).collect();
    let mut study = |range| {
        let outcomes = simulate(scenario, seed, range);
        let mut found = Vec::new();
        for (name, ..) in nodes {
            let of_step = |measure| figure(&outcomes, measure, &format!("step:{name}"));
            let load = figure(&outcomes, H::UtilisationPercent, &format!("role:{name}"));
            found.push((format!("{name}: visits"), times(&of_step(H::Seen), 1.0 / HOUR.of_weeks(WEEKS))));
            found.push((format!("{name}: load"), times(&load, 0.01)));
            found.push((format!("{name}: wait"), times(&of_step(H::WaitMean), HOUR.of_weeks(1.0))));
            found.push((format!("{name}: list"), of_step(H::MeanWaiting)));
            let there = both(&of_step(H::MeanWaiting), &of_step(H::MeanUnderWay), |list, seen| list + seen);
            found.push((format!("{name}: present"), there));
        }
        let open = figure(&outcomes, H::MeanOpen, "");
        let referrals = figure(&outcomes, H::Referrals, "");
        let time = both(&open, &referrals, |open, all| open * HOUR.of_weeks(WEEKS) / all);
        found.push(("present".to_owned(), open));
        found.push(("time in the service".to_owned(), time));
        found
    };
    agrees(case, 48, &mut study, &theory);
}

#[test]
fn one_step_after_another() {
    let visits = |role, hours| contacts_by(role, Shape::Exponential(hours).minutes(HOUR));
    let scenario = Service::new(WEEKS as u32)
        .warm_up(12)
        .staff("first", 2.0)
        .staff("second", 3.0)
        .referrals("referrals", poisson(HOUR.per_week(1.2)))
        .contacts("first", visits("first", 1.0))
        .contacts("second", visits("second", 1.0 / 0.6))
        .leaves("second")
        .then("referrals", "first")
        .then("first", "second")
        .scenario();
    jackson("two steps", &scenario, &[("first", 1.2, 1.0, 2), ("second", 1.2, 0.6, 3)], 1.2, 81);
}

/// Referrals at both steps, half go on from the first to the second, a quarter come back from the second.
#[test]
fn steps_that_send_people_back() {
    // Visits: x = 0.3 + y / 4 and y = 0.4 + x / 2, so x = 16/35 and y = 22/35.
    let (x, y) = (16.0 / 35.0, 22.0 / 35.0);
    let scenario = Service::new(WEEKS as u32)
        .warm_up(12)
        .staff("first", 1.0)
        .staff("second", 1.0)
        .referrals("to-first", poisson(HOUR.per_week(0.3)))
        .referrals("to-second", poisson(HOUR.per_week(0.4)))
        .contacts("first", contacts_by("first", Shape::Exponential(1.25).minutes(HOUR)))
        .contacts("second", contacts_by("second", Shape::Exponential(1.0).minutes(HOUR)))
        .outcome("done", pathloom_service::OutcomeKind::Completed)
        .then("to-first", "first")
        .then("to-second", "second")
        .link("first", "second", share(50.0))
        .link("first", "done", share(50.0))
        .link("second", "first", share(25.0))
        .link("second", "done", share(75.0))
        .scenario();
    jackson("two steps with a way back", &scenario, &[("first", x, 0.8, 1), ("second", y, 1.0, 1)], 0.7, 82);
}

fn two_places(rate: f64, first: f64, second: f64) -> Scenario {
    let kept =
        Places { keeps_place_until_admitted: true, ..places(1, Shape::Exponential(1.0 / first).days(HOUR)) };
    Service::new(WEEKS as u32)
        .warm_up(20)
        .referrals("referrals", poisson(HOUR.per_week(rate)))
        .places("first", kept)
        .places("second", places(1, Shape::Exponential(1.0 / second).days(HOUR)))
        .leaves("second")
        .then("referrals", "first")
        .then("first", "second")
        .scenario()
}

#[test]
fn a_place_kept_until_the_next_is_free() {
    let (rate, first, second) = (0.4, 1.0, 1.2);
    let scenario = two_places(rate, first, second);
    let theory = BlockedTandem::new(rate, first, second).expect("a stable pathway");
    let mut study = |range| {
        let outcomes = simulate(&scenario, 83, range);
        let of = |measure, step| figure(&outcomes, measure, step);
        let there = both(&of(H::MeanWaiting, "step:first"), &of(H::MeanUnderWay, "step:first"), |a, b| a + b);
        let kept = of(H::MeanDelayed, "step:first");
        let open = figure(&outcomes, H::MeanOpen, "");
        let referrals = figure(&outcomes, H::Referrals, "");
        [
            ("wait", times(&of(H::WaitMean, "step:first"), HOUR.of_weeks(1.0))),
            ("first: present", both(&there, &kept, |there, kept| there + kept)),
            ("second: present", of(H::MeanUnderWay, "step:second")),
            ("kept", kept),
            (
                "kept, a person",
                both(&of(H::DelayedDays, "step:first"), &of(H::Seen, "step:second"), |d, n| {
                    HOUR.of_days(d) / n
                }),
            ),
            ("time", both(&open, &referrals, |open, all| open * HOUR.of_weeks(WEEKS) / all)),
        ]
        .map(|(name, values)| (name.to_owned(), values))
        .into()
    };
    agrees(
        "two places, the first kept",
        48,
        &mut study,
        &[
            ("wait", theory.mean_wait),
            ("first: present", theory.first_mean_present),
            ("second: present", theory.second_mean_present),
            ("kept", theory.blocked_share),
            ("kept, a person", theory.mean_blocked),
            ("time", theory.mean_time),
        ],
    );
}

/// With more people than it can take, the pathway lets through what it has room for.
#[test]
fn the_most_two_places_let_through() {
    let (first, second) = (1.0, 1.2);
    let scenario = two_places(2.0, first, second);
    let theory = BlockedTandem::new(0.1, first, second).expect("a stable pathway");
    let mut study = |range| {
        let outcomes = simulate(&scenario, 84, range);
        let done = figure(&outcomes, H::Completed, "");
        vec![("throughput".to_owned(), times(&done, 1.0 / HOUR.of_weeks(WEEKS)))]
    };
    agrees("two places, overfull", 12, &mut study, &[("throughput", theory.capacity)]);
}
