//! One list, one kind of staff: M/M/c, M/G/1 for every distribution of the format, M/D/c, booked arrivals.

use pathloom_service::{Contacts, Distribution, Referrals, Scenario};
use pathloom_simulation::HorizonMeasure as H;
use pathloom_simulation::theory::deterministic::FixedService;
use pathloom_simulation::theory::gim1::{BookedServer, Spacing};
use pathloom_simulation::theory::mg1::SingleServer;
use pathloom_simulation::theory::multiserver::MultiServer;
use pathloom_tests::build::{Service, Shape, Unit, contacts_by, evenly, poisson};
use pathloom_tests::measure::{agrees, both, figure, simulate, times};

use crate::moments;

pub(crate) const HOUR: Unit = Unit::hours(1.0);

/// One list: referrals, contacts with so many staff, discharge; warmed up for 12 weeks.
pub(crate) fn clinic(referrals: Referrals, servers: u32, contacts: Contacts) -> Scenario {
    Service::new(300)
        .warm_up(12)
        .staff("staff", f64::from(servers))
        .referrals("referrals", referrals)
        .contacts("clinic", contacts)
        .leaves("clinic")
        .then("referrals", "clinic")
        .scenario()
}

/// The figures of one list, in units.
pub(crate) fn of_one_list(
    scenario: &Scenario,
    seed: u64,
    unit: Unit,
    range: std::ops::Range<u32>,
) -> Vec<(String, Vec<f64>)> {
    let outcomes = simulate(scenario, seed, range);
    let unit_weeks = unit.of_weeks(1.0);
    let of_step = |measure| figure(&outcomes, measure, "step:clinic");
    let (wait, waited) =
        (times(&of_step(H::WaitMean), unit_weeks), times(&of_step(H::HadToWaitPercent), 0.01));
    [
        ("load", times(&figure(&outcomes, H::UtilisationPercent, "role:staff"), 0.01)),
        ("wait if waiting", both(&wait, &waited, |wait, waited| wait / waited)),
        ("wait", wait),
        ("had to wait", waited),
        ("list", of_step(H::MeanWaiting)),
        ("present", figure(&outcomes, H::MeanOpen, "")),
        ("in service", of_step(H::MeanUnderWay)),
        ("median", times(&of_step(H::WaitMedian), unit_weeks)),
        ("92nd percentile", times(&of_step(H::Wait92), unit_weeks)),
        ("95th percentile", times(&of_step(H::Wait95), unit_weeks)),
    ]
    .map(|(name, values)| (name.to_owned(), values))
    .into()
}

fn held(case: &str, scenario: &Scenario, seed: u64, theory: &[(&str, f64)]) {
    agrees(case, 48, &mut |range| of_one_list(scenario, seed, HOUR, range), theory);
}

fn multiserver(rate: f64, servers: u32, seed: u64) {
    let contacts = contacts_by("staff", Shape::Exponential(1.0).minutes(HOUR));
    let scenario = clinic(poisson(HOUR.per_week(rate)), servers, contacts);
    let queue = MultiServer::new(rate, 1.0, servers).expect("a stable queue");
    let quantile = |share| queue.wait_quantile(share).expect("a share");
    held(
        &format!("M/M/{servers}, {rate} an hour"),
        &scenario,
        seed,
        &[
            ("load", queue.load),
            ("had to wait", queue.wait_probability),
            ("wait", queue.mean_wait),
            ("wait if waiting", queue.mean_wait_if_waiting),
            ("list", queue.mean_list),
            ("present", queue.mean_present),
            ("92nd percentile", quantile(0.92)),
            ("95th percentile", quantile(0.95)),
        ],
    );
}

#[test]
fn one_clinician() {
    multiserver(0.6, 1, 11);
}

#[test]
fn three_clinicians() {
    multiserver(2.1, 3, 12);
}

#[test]
fn ten_clinicians() {
    multiserver(8.0, 10, 13);
}

fn single_server(name: &str, service: Distribution, moments: moments::Raw, seed: u64) {
    let rate = 0.5;
    let queue = SingleServer::new(rate, moments.moments()).expect("a stable queue");
    let scenario = clinic(poisson(HOUR.per_week(rate)), 1, contacts_by("staff", service));
    held(
        &format!("M/G/1, {name}"),
        &scenario,
        seed,
        &[
            ("load", queue.load),
            ("had to wait", queue.wait_probability),
            ("wait", queue.mean_wait),
            ("list", queue.mean_list),
            ("present", queue.mean_present),
        ],
    );
}

#[test]
fn visits_of_every_distribution_first_half() {
    for (at, (name, service, moments)) in moments::every_distribution().into_iter().take(5).enumerate() {
        single_server(name, service, moments, 21 + at as u64);
    }
}

#[test]
fn visits_of_every_distribution_second_half() {
    for (at, (name, service, moments)) in moments::every_distribution().into_iter().skip(5).enumerate() {
        single_server(name, service, moments, 31 + at as u64);
    }
}

#[test]
fn visits_of_one_length() {
    let contacts = contacts_by("staff", Shape::Fixed(1.0).minutes(HOUR));
    let scenario = clinic(poisson(HOUR.per_week(1.4)), 2, contacts);
    let queue = FixedService::new(1.4, 1.0, 2).expect("a stable queue");
    held(
        "M/D/2",
        &scenario,
        41,
        &[
            ("load", queue.load),
            ("had to wait", queue.wait_probability),
            ("wait", queue.mean_wait),
            ("list", queue.mean_list),
            ("present", queue.mean_present),
        ],
    );
}

#[test]
fn booked_arrivals_evenly_spaced() {
    let contacts = contacts_by("staff", Shape::Exponential(1.0).minutes(HOUR));
    let scenario = clinic(evenly(HOUR.per_week(0.7)), 1, contacts);
    let queue = BookedServer::new(0.7, 1.0, Spacing::Even).expect("a stable queue");
    held(
        "D/M/1",
        &scenario,
        42,
        &[
            ("load", queue.load),
            ("had to wait", queue.wait_probability),
            ("wait", queue.mean_wait),
            ("list", queue.mean_list),
            ("present", queue.mean_present),
        ],
    );
}
