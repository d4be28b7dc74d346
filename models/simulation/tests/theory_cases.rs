//! Holds the closed forms against figures worked out independently of this project.
//!
//! The figures are the cases of groups A (queueing theory) and E (waiting-list formulas) in
//! `tests/cases/known_answers.json`. Each case is answered from its own parameters by the closed form it is
//! about, metric by metric, and every metric must be answered or stand in the list of what is left out, with
//! the reason.
//!
//! Tolerance: the file's own, or 1e-4 of the value where that is tighter, because the exact figures are
//! printed to six digits. Figures a peer printed to fewer digits keep the file's tolerance, which is the
//! peer's rounding.

use std::sync::LazyLock;

use pathloom_simulation::theory::TheoryError;
use pathloom_simulation::theory::gim1::Spacing;
use serde_json::Value;

#[path = "theory_cases/lists.rs"]
mod lists;
#[path = "theory_cases/queues.rs"]
mod queues;

static CASES: LazyLock<Value> = LazyLock::new(|| {
    serde_json::from_str(include_str!("../../../tests/cases/known_answers.json")).expect("the file is JSON")
});

/// Cases that no closed form of this module answers, by the start of their name.
const LEFT_OUT: [(&str, &str); 1] =
    [("A-Jackson-", "rates come from the flows of a graph: tests/traffic.rs answers these")];

/// Kinds of figure that are not held against a closed form.
const KINDS_LEFT_OUT: [(&str, &str); 1] = [("peer_run", "a peer's simulation, given as an interval")];

/// Figures checked, by group: a case added to the file must be answered or left out on purpose.
const EXPECTED_CHECKS: [(&str, usize); 2] = [("A", 574), ("E", 56)];
/// Figures of groups A and E left out: 42 of the networks, 30 of peers' simulations.
const EXPECTED_LEFT_OUT: usize = 72;

type Answer = Result<Option<Vec<f64>>, TheoryError>;

#[test]
fn closed_forms_give_the_known_answers() {
    let mut problems = Vec::new();
    let mut left_out = 0;
    for (group, expected_checks) in EXPECTED_CHECKS {
        let mut checks = 0;
        for case in cases().filter(|case| text(case, "id").starts_with(&format!("{group}-"))) {
            for figure in case["expected"].as_array().expect("a case has figures") {
                if is_left_out(case, figure) {
                    left_out += 1;
                    continue;
                }
                checks += 1;
                problems.extend(check(case, figure).err());
            }
        }
        assert_eq!(checks, expected_checks, "group {group} has gained or lost figures");
    }
    assert_eq!(left_out, EXPECTED_LEFT_OUT, "figures left out on purpose");
    assert!(problems.is_empty(), "{} figures differ:\n{}", problems.len(), problems.join("\n"));
}

fn is_left_out(case: &Value, figure: &Value) -> bool {
    LEFT_OUT.iter().any(|(start, _)| text(case, "id").starts_with(start))
        || KINDS_LEFT_OUT.iter().any(|(kind, _)| text(figure, "kind") == *kind)
}

fn check(case: &Value, figure: &Value) -> Result<(), String> {
    let (id, metric) = (text(case, "id"), text(figure, "metric"));
    let expected = numbers(&figure["value"]);
    let answer = answer(id, metric, &case["parameters"])
        .map_err(|error| format!("{id} {metric}: {error}"))?
        .ok_or(format!("{id} {metric}: no closed form answers it"))?;
    if answer.len() != expected.len() {
        return Err(format!("{id} {metric}: {answer:?} against {expected:?}"));
    }
    for (ours, theirs) in answer.iter().zip(&expected) {
        let allowed = tolerance(figure, *theirs);
        if ours.is_nan() || (ours - theirs).abs() > allowed {
            return Err(format!("{id} {metric}: {ours} against {theirs}, allowed {allowed}"));
        }
    }
    Ok(())
}

fn tolerance(figure: &Value, value: f64) -> f64 {
    let printed = figure["tol"].as_f64().expect("an exact figure has a tolerance");
    let file = if text(figure, "tol_type") == "rel" { printed * value.abs() } else { printed };
    match text(figure, "kind") {
        "exact" if value == 0.0 => 1e-9,
        "exact" => file.min(1e-4 * value.abs()),
        _ => file.max(1e-12),
    }
}

fn answer(id: &str, metric: &str, given: &Value) -> Answer {
    match id.split('-').nth(1).expect("a case is named group-family") {
        "MM1" | "MMc" => queues::multiserver(metric, given),
        "PS" => queues::sharing(metric, given),
        "MG1" => queues::single(metric, given),
        "MDc" => queues::fixed_service(metric, given),
        "DM1" => queues::booked(metric, given, Spacing::Even),
        "E2M1" => queues::booked(metric, given, Spacing::Phases(2)),
        "MMcK" => queues::limited(metric, given),
        "ErlangB" => queues::loss(metric, given),
        "ErlangA" => queues::impatient(metric, given),
        "MM1D" => queues::fixed_patience(metric, given),
        "MDinf" | "MMinf" => lists::unlimited(metric, given),
        "NP" | "PR" => queues::priority(id, metric, given),
        "Batch" => queues::batch(metric, given),
        "Baulk" => queues::baulking(metric, given),
        "TandemBlock" => queues::tandem(metric, given),
        "Deadlock" => queues::deadlock(metric, given),
        "Slots" => lists::slots(metric, given),
        "Cyclic" => lists::cyclic(metric, given),
        "Trans" => lists::transient(metric, given),
        "Stroke" => lists::stroke(metric),
        "Det" => lists::deterministic(metric, given),
        "load" | "targetmean" | "targetqueue" | "relief" | "pressure" => lists::formula(id, metric),
        "queuesize" => lists::queue_size(metric),
        "rtt" => lists::compartments(metric),
        "onlinestats" => lists::interval(metric),
        "erlangC" | "erlangB" => lists::staff(metric),
        "erlangA" => queues::impatient_snapshot(metric),
        _ => Ok(None),
    }
}

fn cases() -> impl Iterator<Item = &'static Value> {
    CASES["cases"].as_array().expect("the file lists cases").iter()
}

fn one(value: f64) -> Answer {
    Ok(Some(vec![value]))
}

fn named(metric: &str, figures: &[(&str, f64)]) -> Answer {
    Ok(figures.iter().find(|(name, _)| *name == metric).map(|(_, value)| vec![*value]))
}

fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value[key].as_str().expect("a case names its parts")
}

fn number(given: &Value, key: &str) -> f64 {
    given[key].as_f64().expect("a case gives its parameters")
}

fn count(given: &Value, key: &str) -> u32 {
    given[key].as_u64().and_then(|count| u32::try_from(count).ok()).expect("a case gives its counts")
}

fn numbers(value: &Value) -> Vec<f64> {
    match value {
        Value::Array(values) => values.iter().filter_map(Value::as_f64).collect(),
        single => single.as_f64().into_iter().collect(),
    }
}

fn decimal(text: &str) -> f64 {
    text.parse().expect("a figure in the name of a metric")
}
