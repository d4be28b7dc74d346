//! Referrals replayed from a record: what no rate can say, such as people who come in pairs or at half-random times.
//!
//! Each replication has a record of its own, drawn here, so that the record varies as the theory has it.

use pathloom_simulation::theory::batch::BatchServer;
use pathloom_simulation::theory::gim1::{BookedServer, Spacing};
use pathloom_tests::build::{Shape, Unit, contacts_by, replayed};
use pathloom_tests::measure::agrees;
use pathloom_tests::record::{Gaps, record};

use crate::one_queue::{clinic, of_one_list};

const HOUR: Unit = Unit::hours(1.0);

/// The end of the 312 weeks of [`clinic`] [days].
const END: f64 = 312.0 * 7.0;

fn held(case: &str, days: impl Fn(u64) -> Vec<f64>, theory: &[(&str, f64)]) {
    let mut study = |range: std::ops::Range<u32>| {
        let mut all: Vec<(String, Vec<f64>)> = Vec::new();
        for number in range {
            let contacts = contacts_by("staff", Shape::Exponential(1.0).minutes(HOUR));
            let scenario = clinic(replayed(days(u64::from(number) + 1)), 1, contacts);
            let found = of_one_list(&scenario, 101, HOUR, number..number + 1);
            if all.is_empty() {
                all = found;
            } else {
                all.iter_mut().zip(found).for_each(|(all, found)| all.1.extend(found.1));
            }
        }
        all
    };
    agrees(case, 48, &mut study, theory);
}

/// Every second of a stream at random: gaps of two phases, half-way to even.
#[test]
fn arrivals_in_two_phases() {
    let rate = 0.6;
    let queue = BookedServer::new(rate, 1.0, Spacing::Phases(2)).expect("a stable queue");
    let days = |seed| {
        let mut gaps = Gaps::new(seed);
        let two_phases = move || Some(HOUR.days((gaps.next()? + gaps.next()?) / (2.0 * rate)));
        record(std::iter::from_fn(two_phases), 1, END)
    };
    held(
        "E2/M/1",
        days,
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
fn people_who_come_in_pairs() {
    let pairs = 0.3;
    let queue = BatchServer::of_size(pairs, 2, 1.0).expect("a stable queue");
    held(
        "pairs, M/1",
        |seed| record(Gaps::new(seed).map(|gap| HOUR.days(gap / pairs)), 2, END),
        &[
            ("load", queue.load),
            ("wait", queue.mean_wait),
            ("list", queue.mean_list),
            ("present", queue.mean_present),
        ],
    );
}
