//! People who give up: Erlang-A (a steady rate of leaving) and one patience for all.

use pathloom_service::{Cause, OutcomeKind, Scenario, WhileWaiting};
use pathloom_simulation::HorizonMeasure as H;
use pathloom_simulation::theory::abandonment::ImpatientQueue;
use pathloom_simulation::theory::patience::FixedPatience;
use pathloom_tests::build::{Service, Shape, Unit, contacts_by, leaving_after, leaving_at, poisson};
use pathloom_tests::measure::{agrees, both, figure, simulate, times};

/// Half an hour: a rate of 0.5 a unit is 168 a week, above what a document allows for an hour's 84.
const UNIT: Unit = Unit::hours(2.0);

fn clinic(rate: f64, servers: u32, leaving: WhileWaiting) -> Scenario {
    Service::new(400)
        .warm_up(12)
        .staff("staff", f64::from(servers))
        .referrals("referrals", poisson(UNIT.per_week(rate)))
        .contacts("clinic", contacts_by("staff", Shape::Exponential(1.0).minutes(UNIT)))
        .outcome("gone", OutcomeKind::Removed)
        .leaves("clinic")
        .then("referrals", "clinic")
        .link("clinic", "gone", Cause::RemovedWhileWaiting(leaving))
        .scenario()
}

fn figures(scenario: &Scenario, seed: u64, range: std::ops::Range<u32>) -> Vec<(String, Vec<f64>)> {
    let outcomes = simulate(scenario, seed, range);
    let of = |measure| figure(&outcomes, measure, "");
    let in_units = |values: Vec<f64>| times(&values, UNIT.of_weeks(1.0));
    let of_step = |measure| figure(&outcomes, measure, "step:clinic");
    let waited = times(&of_step(H::HadToWaitPercent), 0.01);
    let seen_at_once = both(&of_step(H::Seen), &waited, |seen, waited| seen * (1.0 - waited));
    let wait = in_units(of(H::WaitMean));
    [
        ("gave up", both(&of(H::Removed), &of(H::Referrals), |gone, all| gone / all)),
        ("seen at once", both(&seen_at_once, &of(H::Referrals), |seen, all| seen / all)),
        ("had to wait", both(&seen_at_once, &of(H::Referrals), |seen, all| 1.0 - seen / all)),
        ("throughput", times(&of_step(H::Completed), 1.0 / UNIT.of_weeks(400.0))),
        ("utilisation", times(&figure(&outcomes, H::UtilisationPercent, "role:staff"), 0.01)),
        ("wait of those seen who waited", both(&wait, &waited, |wait, waited| wait / waited)),
        ("wait of those seen", wait),
        ("wait of all", in_units(of(H::WaitEndedMean))),
        ("wait of those who gave up", in_units(of(H::WaitRemovedMean))),
        ("the same, at the step", in_units(of_step(H::WaitRemovedMean))),
        ("list", of_step(H::MeanWaiting)),
        ("present", of(H::MeanOpen)),
    ]
    .map(|(name, values)| (name.to_owned(), values))
    .into()
}

fn steady_rate(rate: f64, servers: u32, leaving: f64, seed: u64) {
    let percent_per_week = 100.0 * UNIT.per_week(leaving);
    let scenario = clinic(rate, servers, leaving_at(percent_per_week));
    let queue = ImpatientQueue::new(rate, 1.0, leaving, servers).expect("a queue");
    agrees(
        &format!("M/M/{servers}+M, {leaving} an hour give up"),
        48,
        &mut |range| figures(&scenario, seed, range),
        &[
            ("had to wait", queue.wait_probability),
            ("gave up", queue.abandon_probability),
            ("throughput", queue.throughput),
            ("utilisation", queue.utilisation),
            ("list", queue.mean_list),
            ("present", queue.mean_present),
            ("wait of all", queue.mean_wait),
            ("wait of those seen", queue.served_mean_wait),
            ("wait of those seen who waited", queue.served_mean_wait_if_waiting),
            ("wait of those who gave up", queue.abandoned_mean_wait),
            ("the same, at the step", queue.abandoned_mean_wait),
        ],
    );
}

#[test]
fn people_who_give_up_at_a_steady_rate() {
    steady_rate(2.5, 2, 0.5, 61);
    steady_rate(8.0, 7, 0.3, 62);
}

fn one_patience(rate: f64, servers: u32, patience: f64, seed: u64) {
    let scenario = clinic(rate, servers, leaving_after(UNIT.in_weeks(patience)));
    let queue = FixedPatience::new(rate, 1.0, patience, servers).expect("a queue");
    agrees(
        &format!("M/M/{servers}, everybody gives up after {patience}"),
        48,
        &mut |range| figures(&scenario, seed, range),
        &[
            ("gave up", queue.abandon_probability),
            ("seen at once", queue.no_wait_probability),
            ("throughput", queue.throughput),
            ("utilisation", queue.utilisation),
            ("list", queue.mean_list),
            ("wait of all", queue.mean_wait),
            ("wait of those seen", queue.served_mean_wait),
            ("wait of those who gave up", patience),
        ],
    );
}

#[test]
fn people_who_give_up_after_one_time() {
    one_patience(0.9, 1, 3.0, 63);
    one_patience(3.2, 3, 1.0, 64);
}
