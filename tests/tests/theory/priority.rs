//! Urgent before routine, visits not broken off: Cobham's formulas.

use pathloom_service::{Contacts, Scenario};
use pathloom_simulation::HorizonMeasure as H;
use pathloom_simulation::theory::moments::Moments;
use pathloom_simulation::theory::priority::{Class, PriorityQueue};
use pathloom_tests::build::{Service, Shape, Unit, contacts_by, figures, of_groups, poisson};
use pathloom_tests::measure::{agrees, figure, simulate, times};

const HOUR: Unit = Unit::hours(1.0);
const CLASSES: [&str; 3] = ["urgent", "soon", "routine"];

/// One list for several classes, with rates an hour and the time of each class relative to an hour.
fn clinic(rates: &[f64], lengths: &[f64], shape: Shape, servers: u32) -> Scenario {
    let total: f64 = rates.iter().sum();
    let mix: Vec<(&str, f64)> =
        CLASSES.into_iter().zip(rates.iter().map(|rate| 100.0 * rate / total)).collect();
    let percents: Vec<(&str, f64)> =
        CLASSES.into_iter().zip(lengths.iter().map(|length| 100.0 * length)).collect();
    let visits = contacts_by("staff", shape.minutes(HOUR));
    let mut service = Service::new(300).warm_up(12).staff("staff", f64::from(servers));
    for (priority, class) in CLASSES.into_iter().take(rates.len()).enumerate() {
        service = service.group(class, priority as u8);
    }
    service
        .referrals("referrals", of_groups(poisson(HOUR.per_week(total)), &mix))
        .contacts("clinic", Contacts { time_percent_by_group: figures(&percents), ..visits })
        .leaves("clinic")
        .then("referrals", "clinic")
        .scenario()
}

fn held(case: &str, scenario: &Scenario, queue: &PriorityQueue, seed: u64) {
    let mut theory = vec![
        ("load".to_owned(), queue.load),
        ("had to wait".to_owned(), queue.busy_probability),
        ("wait".to_owned(), queue.mean_wait),
    ];
    for (class, figures) in CLASSES.iter().zip(&queue.classes) {
        theory.push((format!("wait, {class}"), figures.mean_wait));
        theory.push((format!("list, {class}"), figures.mean_list));
        theory.push((format!("present, {class}"), figures.mean_present));
    }
    let theory: Vec<(&str, f64)> = theory.iter().map(|(name, value)| (name.as_str(), *value)).collect();
    let mut study = |range| {
        let outcomes = simulate(scenario, seed, range);
        let hours = |measure, of: &str| times(&figure(&outcomes, measure, of), HOUR.of_weeks(1.0));
        let mut found = vec![
            ("load".to_owned(), times(&figure(&outcomes, H::UtilisationPercent, "role:staff"), 0.01)),
            ("had to wait".to_owned(), times(&figure(&outcomes, H::HadToWaitPercent, "step:clinic"), 0.01)),
            ("wait".to_owned(), hours(H::WaitMean, "step:clinic")),
        ];
        for class in CLASSES.iter().take(queue.classes.len()) {
            let of = format!("group:{class}");
            found.push((format!("wait, {class}"), hours(H::WaitMean, &of)));
            found.push((format!("list, {class}"), figure(&outcomes, H::MeanWaiting, &of)));
            found.push((format!("present, {class}"), figure(&outcomes, H::MeanOpen, &of)));
        }
        found
    };
    agrees(case, 48, &mut study, &theory);
}

#[test]
fn two_classes_of_different_length() {
    let (rates, lengths) = ([0.2, 0.35], [0.8, 1.2]);
    let class = |at: usize| Class {
        arrival_rate: rates[at],
        service: Moments::exponential(lengths[at]).expect("a distribution"),
    };
    let queue = PriorityQueue::finish_first(&[class(0), class(1)]).expect("a stable queue");
    held("M/G/1, two classes", &clinic(&rates, &lengths, Shape::Exponential(1.0), 1), &queue, 71);
}

#[test]
fn three_classes_of_one_length() {
    let rates = [0.15, 0.2, 0.25];
    let class = |rate| Class { arrival_rate: rate, service: Moments::deterministic(1.0).expect("a length") };
    let queue = PriorityQueue::finish_first(&rates.map(class)).expect("a stable queue");
    held("M/D/1, three classes", &clinic(&rates, &[1.0; 3], Shape::Fixed(1.0), 1), &queue, 72);
}

#[test]
fn two_classes_and_four_clinicians() {
    let rates = [1.0, 2.0];
    let queue = PriorityQueue::alike_servers(&rates, 1.0, 4).expect("a stable queue");
    held("M/M/4, two classes", &clinic(&rates, &[1.0; 2], Shape::Exponential(1.0), 4), &queue, 73);
}
