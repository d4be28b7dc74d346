//! Snapshots of a list: who still waits, and how long they have, at the end of a week. Not the waits of those seen.

use pathloom_simulation::theory::multiserver::MultiServer;
use pathloom_simulation::{HorizonMeasure as H, WeeklyMeasure as W};
use pathloom_tests::build::{Service, Shape, Unit, contacts_by, poisson, programme};
use pathloom_tests::measure::{agrees, figure, series, simulate, times, weekly};

/// A list seen by one clinician: its length and its longest waiter at the end of each week.
#[test]
fn the_list_and_its_longest_waiter() {
    // Fourteen units a week: censuses are far enough apart to tell something new each.
    let unit = Unit::hours(12.0);
    let rate = 0.6;
    let scenario = Service::new(2_000)
        .warm_up(60)
        .staff("staff", 1.0)
        .referrals("referrals", poisson(unit.per_week(rate)))
        .contacts("clinic", contacts_by("staff", Shape::Exponential(1.0).minutes(unit)))
        .leaves("clinic")
        .then("referrals", "clinic")
        .scenario();
    let queue = MultiServer::new(rate, 1.0, 1).expect("a stable queue");
    let limit = 3.0;
    let mut study = |range| {
        let outcomes = simulate(&scenario, 111, range);
        let (list, longest) = (series(&outcomes, W::WaitingList, ""), series(&outcomes, W::LongestWait, ""));
        let open = series(&outcomes, W::OpenReferrals, "");
        let mean = |rows: &[Vec<f64>], of: &dyn Fn(f64) -> f64| -> Vec<f64> {
            rows.iter().map(|row| row.iter().map(|x| of(*x)).sum::<f64>() / row.len() as f64).collect()
        };
        let share = |is: bool| f64::from(u8::from(is));
        let somebody = mean(&list, &|people| share(people > 0.0));
        let longest_if = times(&mean(&longest, &|weeks| weeks), unit.of_weeks(1.0));
        vec![
            ("list".to_owned(), mean(&list, &|people| people)),
            ("nobody there".to_owned(), mean(&open, &|people| share(people == 0.0))),
            ("longer than three".to_owned(), mean(&longest, &|weeks| share(unit.of_weeks(weeks) > limit))),
            (
                "longest, if somebody waits".to_owned(),
                longest_if.iter().zip(&somebody).map(|(longest, share)| longest / share).collect(),
            ),
            ("somebody waits".to_owned(), somebody),
        ]
    };
    agrees(
        "censuses of M/M/1",
        24,
        &mut study,
        &[
            ("list", queue.mean_list),
            ("nobody there", queue.empty_probability),
            ("somebody waits", 1.0 - queue.list_probability(0)),
            // When there is one, the longest waiter's wait is exponential.
            ("longest, if somebody waits", queue.mean_wait_if_waiting),
            ("longer than three", queue.longest_wait_exceeds(limit).expect("a time")),
        ],
    );
}

/// Nobody is seen for two years and a bit: referrals of each week are still there, and their waits lie evenly between
/// none and the whole time, so that every column of a snapshot is known.
#[test]
fn a_list_on_which_waits_lie_evenly() {
    let (rate, weeks) = (100.0, 119usize);
    let scenario = Service::new(weeks as u32)
        .referrals("referrals", poisson(rate))
        .programme("day-out", programme(60_000, 120.0))
        .leaves("day-out")
        .then("referrals", "day-out")
        .scenario();
    let time = weeks as f64;
    let mut study = |range| {
        let outcomes = simulate(&scenario, 112, range);
        let at = |measure| weekly(&outcomes, measure, "", weeks);
        let mut found: Vec<(String, Vec<f64>)> = [
            ("list", at(W::WaitingList)),
            ("mean", at(W::MeanWait)),
            ("median", at(W::MedianWait)),
            ("92nd percentile", at(W::Percentile92)),
            ("within 18", at(W::Within18Percent)),
            ("longest", at(W::LongestWait)),
            ("over 18", at(W::Over18)),
            ("over 52", at(W::Over52)),
            ("over 65", at(W::Over65)),
            ("over 78", at(W::Over78)),
            ("over 104", at(W::Over104)),
            ("mean over time", figure(&outcomes, H::MeanWaiting, "")),
        ]
        .map(|(name, values)| (name.to_owned(), values))
        .into();
        found.extend((0..8u8).map(|band| (format!("band {band}"), at(W::NationalBand(band)))));
        found
    };
    // Days waited at least, for over n weeks and for the lower ends of the national bands.
    let longer = |days: f64| rate * (time - days / 7.0);
    let bands = [0.0, 8.0, 15.0, 29.0, 85.0, 127.0, 365.0, 729.0, 7.0 * time];
    let mut theory = vec![
        ("list".to_owned(), rate * time),
        ("mean".to_owned(), time / 2.0),
        ("median".to_owned(), time / 2.0),
        ("92nd percentile".to_owned(), 0.92 * time),
        ("within 18".to_owned(), 100.0 * 127.0 / 7.0 / time),
        ("longest".to_owned(), time - 1.0 / rate),
        ("over 18".to_owned(), longer(127.0)),
        ("over 52".to_owned(), longer(365.0)),
        ("over 65".to_owned(), longer(456.0)),
        ("over 78".to_owned(), longer(547.0)),
        ("over 104".to_owned(), longer(729.0)),
        ("mean over time".to_owned(), rate * time / 2.0),
    ];
    theory.extend(
        bands
            .windows(2)
            .enumerate()
            .map(|(band, ends)| (format!("band {band}"), longer(ends[0]) - longer(ends[1]))),
    );
    let theory: Vec<(&str, f64)> = theory.iter().map(|(name, value)| (name.as_str(), *value)).collect();
    agrees("an evenly filled list", 800, &mut study, &theory);
}
