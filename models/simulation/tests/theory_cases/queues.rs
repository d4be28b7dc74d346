//! Answers for queues: what each step of a service does in the long run.

use pathloom_simulation::theory::abandonment::ImpatientQueue;
use pathloom_simulation::theory::batch::BatchServer;
use pathloom_simulation::theory::birth_death;
use pathloom_simulation::theory::deterministic::FixedService;
use pathloom_simulation::theory::gim1::{BookedServer, Spacing};
use pathloom_simulation::theory::limited::{Limited, Loss};
use pathloom_simulation::theory::mg1::SingleServer;
use pathloom_simulation::theory::moments::Moments;
use pathloom_simulation::theory::multiserver::MultiServer;
use pathloom_simulation::theory::patience::FixedPatience;
use pathloom_simulation::theory::priority::{Class, PriorityQueue};
use pathloom_simulation::theory::tandem::BlockedTandem;
use serde_json::Value;

use super::{Answer, count, decimal, named, number, numbers, one, text};

pub(super) fn multiserver(metric: &str, given: &Value) -> Answer {
    let queue = MultiServer::new(number(given, "lam"), number(given, "mu"), count(given, "c"))?;
    if let Some(percent) = metric.strip_prefix("wait_p") {
        return one(queue.wait_quantile(decimal(percent) / 100.0)?);
    }
    if let Some(time) = metric.strip_prefix("P_wait_gt_") {
        return one(1.0 - queue.wait_within(decimal(time))?);
    }
    if let Some(time) = metric.strip_prefix("mean_number_on_list_waiting_gt_") {
        return one(queue.list_waiting_longer(decimal(time))?);
    }
    if let Some(time) = metric.strip_prefix("P_longest_waiter_gt_") {
        return one(queue.longest_wait_exceeds(decimal(time))?);
    }
    named(
        metric,
        &[
            ("rho", queue.load),
            ("P0", queue.empty_probability),
            ("P_wait", queue.wait_probability),
            ("Wq", queue.mean_wait),
            ("W", queue.mean_time),
            ("Lq", queue.mean_list),
            ("L", queue.mean_present),
            ("Wq_given_wait", queue.mean_wait_if_waiting),
            ("SD_Wq", queue.wait_deviation),
            ("list_mean_elapsed_wait", queue.census_mean_wait()),
            ("list_p92_elapsed_wait", queue.census_wait_quantile(0.92)?),
            // The longest wait, when there is one, is exponential: its mean is the area under its tail.
            ("longest_waiter_mean_given_nonempty", queue.mean_wait_if_waiting),
        ],
    )
}

/// Processor sharing keeps the number present and the mean time of the list seen in order.
pub(super) fn sharing(metric: &str, given: &Value) -> Answer {
    let servers = given["R"].as_u64().unwrap_or(1) as u32;
    let queue = MultiServer::new(number(given, "lam"), number(given, "mu"), servers)?;
    if let Some(people) = metric.strip_prefix('p') {
        return one(queue.present_probability(decimal(people) as u32));
    }
    named(metric, &[("W", queue.mean_time), ("L", queue.mean_present)])
}

pub(super) fn single(metric: &str, given: &Value) -> Answer {
    let described = text(given, "service");
    let service = match described.split([' ', '(']).next().expect("a service is described") {
        "deterministic" => Moments::deterministic(1.0)?,
        "Erlang" => Moments::erlang(1.0, 2)?,
        "Uniform" => Moments::uniform(0.0, 2.0)?,
        "lognormal" => Moments::lognormal(1.0, 1.5)?,
        "hyperexponential" => Moments::hyperexponential(1.0, 4.0)?,
        _ => return Ok(None),
    };
    for (ours, theirs) in
        [service.mean(), service.second(), service.third()].iter().zip(numbers(&given["moments"]))
    {
        assert!((ours / theirs - 1.0).abs() < 1e-5, "{described}: {ours} against {theirs}");
    }
    let queue = SingleServer::new(number(given, "lam"), service)?;
    named(
        metric,
        &[
            ("rho", queue.load),
            ("P_wait", queue.wait_probability),
            ("Wq", queue.mean_wait),
            ("W", queue.mean_time),
            ("Lq", queue.mean_list),
            ("L", queue.mean_present),
            ("SD_Wq", queue.wait_deviation),
        ],
    )
}

pub(super) fn fixed_service(metric: &str, given: &Value) -> Answer {
    let queue = FixedService::new(number(given, "lam"), number(given, "D"), count(given, "c"))?;
    named(
        metric,
        &[
            ("rho", queue.load),
            ("P_wait", queue.wait_probability),
            ("Wq", queue.mean_wait),
            ("W", queue.mean_time),
            ("Lq", queue.mean_list),
            ("L", queue.mean_present),
        ],
    )
}

pub(super) fn booked(metric: &str, given: &Value, spacing: Spacing) -> Answer {
    let queue = BookedServer::new(number(given, "lam"), number(given, "mu"), spacing)?;
    named(
        metric,
        &[
            ("rho", queue.load),
            ("sigma", queue.wait_probability),
            ("P_wait", queue.wait_probability),
            ("Wq", queue.mean_wait),
            ("W", queue.mean_time),
            ("Lq", queue.mean_list),
            ("L", queue.mean_present),
        ],
    )
}

pub(super) fn limited(metric: &str, given: &Value) -> Answer {
    let queue =
        Limited::new(number(given, "lam"), number(given, "mu"), count(given, "c"), count(given, "K"))?;
    named(
        metric,
        &[
            ("P_block", queue.blocking_probability),
            ("throughput", queue.throughput),
            ("L", queue.mean_present),
            ("Lq", queue.mean_list),
            ("W", queue.mean_time),
            ("Wq", queue.mean_wait),
            ("utilisation", queue.utilisation),
            ("P0", queue.empty_probability()),
        ],
    )
}

pub(super) fn loss(metric: &str, given: &Value) -> Answer {
    let ward = Loss::new(number(given, "offered_load"), count(given, "c"))?;
    named(
        metric,
        &[
            ("P_block", ward.blocking_probability),
            ("mean_occupancy", ward.mean_occupancy),
            ("occupancy_fraction", ward.occupancy_share),
        ],
    )
}

pub(super) fn impatient(metric: &str, given: &Value) -> Answer {
    let (arrivals, rate) = (number(given, "lam"), number(given, "mu"));
    let queue = ImpatientQueue::new(arrivals, rate, number(given, "theta"), count(given, "c"))?;
    if let Some(time) = metric.strip_prefix("P_served_within_") {
        return one(queue.served_within(decimal(time))?);
    }
    named(
        metric,
        &[
            ("P_wait", queue.wait_probability),
            ("P_abandon", queue.abandon_probability),
            ("Lq", queue.mean_list),
            ("L", queue.mean_present),
            ("mean_time_in_queue_all", queue.mean_wait),
            ("throughput", queue.throughput),
            ("utilisation", queue.utilisation),
            ("Wq_served_all", queue.served_mean_wait),
            ("Wq_served_given_wait", queue.served_mean_wait_if_waiting),
            ("Wq_abandoned", queue.abandoned_mean_wait),
        ],
    )
}

/// A hundred calls in half an hour of three minutes each, patience of five, fourteen to answer, twenty seconds.
pub(super) fn impatient_snapshot(metric: &str) -> Answer {
    let queue = ImpatientQueue::new(100.0 / 30.0, 1.0 / 3.0, 1.0 / 5.0, 14)?;
    named(
        metric,
        &[
            ("waiting_probability", queue.wait_probability),
            ("abandonment", queue.abandon_probability),
            ("occupancy", queue.utilisation),
            ("ASA_min", queue.mean_wait),
            ("service_level", queue.served_within(20.0 / 60.0)?),
        ],
    )
}

pub(super) fn fixed_patience(metric: &str, given: &Value) -> Answer {
    let queue = FixedPatience::new(number(given, "lam"), number(given, "mu"), number(given, "patience"), 1)?;
    named(
        metric,
        &[
            ("P_abandon", queue.abandon_probability),
            ("P_no_wait", queue.no_wait_probability),
            ("throughput", queue.throughput),
            ("utilisation", queue.utilisation),
            ("Wq_served_all", queue.served_mean_wait),
            ("mean_time_in_queue_all", queue.mean_wait),
            ("Lq", queue.mean_list),
        ],
    )
}

pub(super) fn priority(id: &str, metric: &str, given: &Value) -> Answer {
    let rates = numbers(&given["lam"]);
    let queue = if let Some(servers) = given["c"].as_u64() {
        PriorityQueue::alike_servers(&rates, number(given, "mu"), servers as u32)?
    } else {
        let mut classes = Vec::new();
        for (place, &arrival_rate) in rates.iter().enumerate() {
            let mean = given["m1"][place].as_f64().unwrap_or(1.0);
            let service = match given["m2"][place].as_f64() {
                Some(square) if square == mean * mean => Moments::deterministic(mean)?,
                _ => Moments::exponential(mean)?,
            };
            assert!(
                given["m2"][place].as_f64().is_none_or(|square| (square - service.second()).abs() < 1e-9)
            );
            classes.push(Class { arrival_rate, service });
        }
        let breaks_off = id.starts_with("A-PR");
        if breaks_off { PriorityQueue::break_off(&classes)? } else { PriorityQueue::finish_first(&classes)? }
    };
    let named_class =
        metric.rsplit_once('_').and_then(|(name, place)| Some((name, place.parse::<usize>().ok()?)));
    if let Some((name, place)) = named_class {
        let class = &queue.classes[place - 1];
        return named(
            name,
            &[
                ("Wq", class.mean_wait),
                ("W_minus_service", class.mean_wait),
                ("W", class.mean_time),
                ("Lq", class.mean_list),
                ("L", class.mean_present),
            ],
        );
    }
    named(metric, &[("rho", queue.load), ("P_wait", queue.busy_probability), ("Wq_overall", queue.mean_wait)])
}

pub(super) fn batch(metric: &str, given: &Value) -> Answer {
    let queue =
        BatchServer::of_size(number(given, "batch_rate"), count(given, "batch"), number(given, "mu"))?;
    named(
        metric,
        &[
            ("rho", queue.load),
            ("L", queue.mean_present),
            ("W", queue.mean_time),
            ("Lq", queue.mean_list),
            ("Wq", queue.mean_wait),
        ],
    )
}

/// Nobody balks below three present, half from three to six, everybody from seven.
pub(super) fn baulking(metric: &str, given: &Value) -> Answer {
    let arrivals = number(given, "lam");
    let joining = [1.0, 1.0, 1.0, 0.5, 0.5, 0.5, 0.5];
    let chances = birth_death::stationary(&joining.map(|share| arrivals * share), &[number(given, "mu"); 7])?;
    let joined: f64 = chances.iter().zip(joining).map(|(chance, share)| chance * share).sum();
    let mean = |from: usize| -> f64 {
        chances.iter().skip(from).enumerate().map(|(people, chance)| people as f64 * chance).sum()
    };
    named(
        metric,
        &[
            ("P_baulk", 1.0 - joined),
            ("L", mean(0)),
            ("Lq", mean(1)),
            ("Wq_served", mean(1) / (arrivals * joined)),
            ("p0", chances[0]),
        ],
    )
}

pub(super) fn tandem(metric: &str, given: &Value) -> Answer {
    let pathway = BlockedTandem::new(number(given, "lam"), number(given, "mu1"), number(given, "mu2"))?;
    named(
        metric,
        &[
            ("L1", pathway.first_mean_present),
            ("L2", pathway.second_mean_present),
            ("W_total", pathway.mean_time),
            ("P_blocked", pathway.blocked_share),
            ("mean_time_blocked_per_customer", pathway.mean_blocked),
            ("Wq1", pathway.mean_wait),
            ("saturation_throughput", pathway.capacity),
        ],
    )
}

/// A full step that sends somebody back to itself is stuck.
pub(super) fn deadlock(metric: &str, given: &Value) -> Answer {
    let (rate, again) = (number(given, "mu"), number(given, "r"));
    let up = vec![number(given, "lam"); count(given, "cap") as usize];
    let down = vec![rate * (1.0 - again); up.len()];
    let mut stuck = vec![0.0; up.len()];
    stuck.push(rate * again);
    let times = birth_death::mean_time_to_leave(&up, &down, &stuck)?;
    one(times[decimal(metric.trim_start_matches("from_")) as usize])
}
