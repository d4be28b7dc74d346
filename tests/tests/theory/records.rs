//! Referrals replayed from a record: what no rate can say, such as people who come in pairs or at half-random times.
//!
//! Each replication has a record of its own, drawn here, so that the record varies as the theory has it.

use pathloom_simulation::theory::batch::BatchServer;
use pathloom_simulation::theory::gim1::{BookedServer, Spacing};
use pathloom_tests::build::{Shape, Unit, contacts_by, replayed};
use pathloom_tests::measure::agrees;
use statrs::distribution::{ContinuousCDF, Exp};

use crate::one_queue::{clinic, of_one_list};

const HOUR: Unit = Unit::hours(1.0);

/// Exponential gaps with mean 1, by SplitMix64 and the inverse of the distribution function.
///
/// # Source
/// Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014.
struct Gaps {
    state: u64,
    law: Exp,
}

const ODD: u64 = 0x9e37_79b9_7f4a_7c15;

fn mixed(mut bits: u64) -> u64 {
    bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    bits ^ (bits >> 31)
}

impl Gaps {
    fn new(seed: u64) -> Self {
        // Mixed first: streams that began a step apart would be one stream, shifted.
        Self { state: mixed(seed.wrapping_mul(ODD)), law: Exp::new(1.0).expect("a rate") }
    }
}

impl Iterator for Gaps {
    type Item = f64;

    fn next(&mut self) -> Option<f64> {
        self.state = self.state.wrapping_add(ODD);
        Some(self.law.inverse_cdf(((mixed(self.state) >> 11) as f64 + 0.5) / (1u64 << 53) as f64))
    }
}

/// The days of a record with these gaps in hours, over the 312 weeks of [`clinic`], each entry so many times.
fn days(gaps: impl Iterator<Item = f64>, times: usize) -> Vec<f64> {
    let end = 312.0 * 7.0;
    let mut now = 0.0;
    let mut days = Vec::new();
    for gap in gaps {
        now += HOUR.days(gap);
        if now >= end {
            break;
        }
        days.extend(std::iter::repeat_n(now, times));
    }
    days
}

fn held(case: &str, record: impl Fn(u64) -> Vec<f64>, theory: &[(&str, f64)]) {
    let mut study = |range: std::ops::Range<u32>| {
        let mut all: Vec<(String, Vec<f64>)> = Vec::new();
        for number in range {
            let contacts = contacts_by("staff", Shape::Exponential(1.0).minutes(HOUR));
            let scenario = clinic(replayed(record(u64::from(number) + 1)), 1, contacts);
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
    let record = |seed| {
        let mut gaps = Gaps::new(seed);
        days(std::iter::from_fn(move || Some((gaps.next()? + gaps.next()?) / (2.0 * rate))), 1)
    };
    held(
        "E2/M/1",
        record,
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
        |seed| days(Gaps::new(seed).map(|gap| gap / pairs), 2),
        &[
            ("load", queue.load),
            ("wait", queue.mean_wait),
            ("list", queue.mean_list),
            ("present", queue.mean_present),
        ],
    );
}
