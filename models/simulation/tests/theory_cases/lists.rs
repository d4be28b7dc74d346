//! Answers for lists, wards, clinics and rosters over time, for staffing, and for the formulas of group E.

use pathloom_simulation::theory::fluid::{self, FluidList};
use pathloom_simulation::theory::mginf::Occupancy;
use pathloom_simulation::theory::replications::Interval;
use pathloom_simulation::theory::roster::{Roster, Shift};
use pathloom_simulation::theory::slots::SlotClinic;
use pathloom_simulation::theory::staffing::{self, ServiceTarget, Staffing};
use pathloom_simulation::theory::transient::TransientQueue;
use pathloom_simulation::theory::{erlang, waiting_list};
use serde_json::Value;

use super::{Answer, cases, count, decimal, named, number, numbers, one, text};

pub(super) fn unlimited(metric: &str, given: &Value) -> Answer {
    let arrivals = number(given, "lam");
    let at = |time: f64| match given["D"].as_f64() {
        Some(stay) => Occupancy::fixed_stay_at(arrivals, stay, time),
        None => Occupancy::exponential_stay_at(arrivals, 1.0 / number(given, "mu"), time),
    };
    if let Some(time) = metric.strip_prefix("E_N_t") {
        return one(at(decimal(time))?.mean());
    }
    if let Some(time) = metric.strip_prefix("var_t") {
        return one(at(decimal(time))?.variance());
    }
    let long_run = Occupancy::long_run(arrivals, 1.0 / number(given, "mu"))?;
    named(metric, &[("stationary_mean", long_run.mean()), ("P_N_le_20", long_run.at_most(20))])
}

pub(super) fn slots(metric: &str, given: &Value) -> Answer {
    let clinic = SlotClinic::new(number(given, "lam"), count(given, "slots"), number(given, "period"))?;
    named(
        metric,
        &[
            ("rho", clinic.load),
            ("slot_utilisation", clinic.load),
            ("mean_before_slots", clinic.mean_before),
            ("mean_left_after_slots", clinic.mean_after),
            ("time_average_list", clinic.mean_list),
            ("Wq_periods", clinic.mean_wait),
            ("P_all_cleared", clinic.cleared_probability),
        ],
    )
}

pub(super) fn cyclic(metric: &str, given: &Value) -> Answer {
    let shift = |span: &Value| {
        let span = numbers(span);
        Shift { duration: span[1] - span[0], servers: span[2] as u32 }
    };
    let shifts: Vec<Shift> = given["s"].as_array().expect("a roster").iter().map(shift).collect();
    let clinic = Roster::new(number(given, "lam"), number(given, "mu"), &shifts)?;
    named(
        metric,
        &[
            ("mean_arrival_rate", clinic.mean_present / clinic.mean_time),
            ("L", clinic.mean_present),
            ("Lq", clinic.mean_list),
            ("W", clinic.mean_time),
            ("Wq", clinic.mean_wait),
            ("utilisation", clinic.load),
        ],
    )
}

pub(super) fn transient(metric: &str, given: &Value) -> Answer {
    let servers = count(given, "c");
    let mut queue = TransientQueue::new(number(given, "lam"), number(given, "mu"), count(given, "n0"))?;
    queue.advance(number(given, "t"), servers)?;
    named(
        metric,
        &[
            ("E_N", queue.mean_present()),
            ("SD_N", queue.present_deviation()),
            ("E_Lq", queue.mean_list(servers)),
            ("P_empty", queue.empty_probability()),
        ],
    )
}

/// Occupancy of the two stroke wards from the streams of the published model, case B1.
pub(super) fn stroke(metric: &str) -> Answer {
    let model = cases().find(|case| text(case, "id") == "B1-stroke-base").expect("the model is a case");
    let at = |path: &str| model["parameters"].pointer(path).and_then(Value::as_f64).expect("a figure");
    let rate = |path: &str| 1.0 / at(&format!("/arrivals_mean_interarrival/{path}"));
    let stay = |path: &str| at(&format!("/los_lognormal_mean_sd/{path}/0"));
    let route = |path: &str| at(&format!("/routing_from_asu/{path}"));
    let acute_stroke = route("stroke/rehab") * stay("asu/stroke_no_esd")
        + route("stroke/esd") * stay("asu/stroke_esd")
        + route("stroke/other") * stay("asu/stroke_mortality");
    let rehab_stroke = at("/routing_from_rehab/stroke/esd") * stay("rehab/stroke_esd")
        + at("/routing_from_rehab/stroke/other") * stay("rehab/stroke_no_esd");
    let mut acute = rate("asu/stroke") * acute_stroke;
    let mut rehab = (rate("asu/stroke") * route("stroke/rehab") + rate("rehab_direct/stroke")) * rehab_stroke;
    for kind in ["tia", "neuro", "other"] {
        let arrivals = rate(&format!("asu/{kind}"));
        // Nobody with a TIA is referred to rehabilitation directly.
        let direct = if kind == "tia" { 0.0 } else { rate(&format!("rehab_direct/{kind}")) };
        acute += arrivals * stay(&format!("asu/{kind}"));
        rehab += (arrivals * route(&format!("{kind}/rehab")) + direct) * stay(&format!("rehab/{kind}"));
    }
    let (ward, what) = metric.split_once('_').expect("ward_measure");
    let occupancy = Occupancy::with_mean(if ward == "asu" { acute } else { rehab })?;
    match what.strip_prefix("pdelay_") {
        Some(beds) => one(occupancy.delay_probability(decimal(beds) as u32)),
        None => named(what, &[("mean_occupancy", occupancy.mean())]),
    }
}

pub(super) fn deterministic(metric: &str, given: &Value) -> Answer {
    if let (Some(interval), Some(service)) = (given["ia"].as_f64(), given["s"].as_f64()) {
        let mut rows = Vec::new();
        for earlier in 0..5 {
            let wait = fluid::even_wait(interval, service, earlier)?;
            let end = f64::from(earlier + 1) * interval + wait + service;
            rows.push(if metric == "wait" { wait } else { end });
        }
        return Ok(Some(rows));
    }
    let list = match given["backlog"].as_f64() {
        Some(backlog) => FluidList::new(backlog, number(given, "arrivals"), number(given, "capacity"))?,
        None => FluidList::new(0.0, number(given, "arrivals_per_week"), number(given, "capacity_per_week"))?,
    };
    if let Some(week) = metric.strip_prefix("list_at_wk") {
        return one(list.size_at(decimal(week))?);
    }
    match metric {
        "longest_wait_at_wk42_weeks" | "wait_of_person_treated_at_wk42" => one(list.longest_wait_at(42.0)?),
        "mean_wait_of_list_at_wk42_weeks" => one(list.mean_wait_at(42.0)?),
        "last_backlog_person_waits" => one(list.last_backlog_wait()),
        "clearance_week" => one(list.clearance_week()?),
        _ => Ok(None),
    }
}

pub(super) fn formula(id: &str, metric: &str) -> Answer {
    let given = arguments(metric);
    let factor = |place: usize| given.get(place).copied().unwrap_or(waiting_list::USUAL_FACTOR);
    match id {
        "E-load" => one(waiting_list::load(given[0], given[1])?),
        "E-targetmean" => one(waiting_list::target_mean_wait(given[0], factor(1))?),
        "E-targetqueue" => one(waiting_list::target_list(given[0], given[1], factor(2))?),
        "E-relief" => one(waiting_list::relief_capacity(given[0], given[1], given[2], given[3])?),
        "E-pressure" => one(waiting_list::pressure(given[0], given[1])?),
        _ => Ok(None),
    }
}

/// The figures of a metric such as `(18,qexp(.92))`.
fn arguments(metric: &str) -> Vec<f64> {
    let inside = metric.trim_start_matches('(').trim_end_matches(')');
    let figure = |part: &str| match part.strip_prefix("qexp(") {
        Some(share) => waiting_list::factor_for_share(decimal(share)).expect("a share"),
        None => decimal(part),
    };
    inside.split(',').map(figure).collect()
}

pub(super) fn queue_size(metric: &str) -> Answer {
    let sizes = |referrals: &[i32], removals: &[i32], first, last| {
        let sizes = waiting_list::daily_sizes(referrals, removals, first, last)?;
        Ok(Some(sizes.into_iter().map(f64::from).collect()))
    };
    match metric {
        "refs 1,4,10 Jan no removals, 1-10 Jan" => sizes(&[1, 4, 10], &[], 1, 10),
        "refs 1,4,10,16 Jan; removed 8,15 Jan: size on 7 Jan" => sizes(&[1, 4, 10, 16], &[8, 15], 7, 7),
        "size on 15 Jan" => sizes(&[1, 4, 10, 16], &[8, 15], 15, 15),
        "refs 1,4 Jan removal 8 Jan: capacity/day" => one(waiting_list::daily_capacity(&[1, 4], &[8])?),
        _ => Ok(None),
    }
}

pub(super) fn compartments(metric: &str) -> Answer {
    let (referrals, bands) = match metric {
        "r=.1,.2 s=5,3 refs=50 wl" => (50.0, [(0.1, 5.0), (0.2, 3.0)]),
        "refs=0" => (0.0, [(0.1, 5.0), (0.2, 3.0)]),
        "s=0" => (50.0, [(0.1, 0.0), (0.2, 0.0)]),
        "r=1" => (50.0, [(1.0, 5.0), (1.0, 3.0)]),
        "r=0" => (50.0, [(0.0, 5.0), (0.0, 3.0)]),
        "s=100 wl" | "s=100 sigma" => (50.0, [(0.1, 100.0), (0.2, 100.0)]),
        _ => return Ok(None),
    };
    let bands = waiting_list::compartments(referrals, &bands)?;
    let treated = metric.ends_with("sigma");
    Ok(Some(bands.iter().map(|band| if treated { band.treated } else { band.waiting }).collect()))
}

pub(super) fn interval(metric: &str) -> Answer {
    let interval = Interval::of(&[10.0, 20.0, 30.0], 0.95)?;
    named(
        metric,
        &[
            ("values 10,20,30: mean", interval.mean),
            ("sd", interval.deviation),
            ("lci", interval.lower()),
            ("uci", interval.upper()),
        ],
    )
}

/// Erlang B at ten erlangs, and Erlang C for a hundred calls in half an hour of three minutes each.
pub(super) fn staff(metric: &str) -> Answer {
    let target = ServiceTarget { within: 0.33, share: 0.8, most_busy: 0.85, away: 0.3 };
    let usual = Staffing::for_target(100.0 / 30.0, 1.0 / 3.0, &target)?;
    let relaxed = ServiceTarget { most_busy: 0.7, ..target };
    let relaxed = Staffing::for_target(100.0 / 30.0, 1.0 / 3.0, &relaxed)?;
    let beds = staffing::servers_for_blocking(10.0, 0.02)?;
    named(
        metric,
        &[
            ("raw_positions", f64::from(usual.servers)),
            ("positions", f64::from(usual.employed)),
            ("service_level", usual.within_share),
            ("occupancy", usual.occupancy),
            ("waiting_probability", usual.wait_probability),
            ("max_occ .7 -> raw", f64::from(relaxed.servers)),
            ("max_occ .7 -> SL", relaxed.within_share),
            ("servers", f64::from(beds)),
            ("with shrinkage .3", f64::from(staffing::employed(beds, 0.3)?)),
            ("B(1,1)", erlang::blocking(1.0, 1)?),
            ("B(2,1)", erlang::blocking(1.0, 2)?),
            ("B(10,5)", erlang::blocking(5.0, 10)?),
            ("B(10,20)", erlang::blocking(20.0, 10)?),
            ("channels for 1% at A=10", f64::from(staffing::servers_for_blocking(10.0, 0.01)?)),
        ],
    )
}
