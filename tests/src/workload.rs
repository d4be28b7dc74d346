//! The three benchmark workloads, as documents, and their outputs by the names of the specification.
//!
//! `peers/WORKLOADS.md` beside this crate says what each is and what its outputs mean.

use pathloom_service::{Project, ReadError, Scenario, read};
use pathloom_simulation::{HorizonMeasure as H, Outcomes, Scope, WeeklyMeasure};

/// Documents by the name of their workload.
pub const WORKLOADS: [(&str, &str); 3] = [
    ("w1", include_str!("../workloads/w1.pathloom.json")),
    ("w2", include_str!("../workloads/w2.pathloom.json")),
    ("w3", include_str!("../workloads/w3.pathloom.json")),
];

/// Events for each person, from the specification.
pub fn events_per_person(workload: &str) -> f64 {
    match workload {
        "w1" => 2.0,
        "w2" => 2.935,
        _ => 2.030,
    }
}

/// The document of a workload.
///
/// # Errors
/// [`ReadError`] when it is not a document; none is expected.
pub fn document(workload: &str) -> Option<Result<Project, ReadError>> {
    WORKLOADS.iter().find(|(name, _)| *name == workload).map(|(_, text)| read(text))
}

/// The scenario of a document's first option.
pub fn first_scenario(project: &Project) -> Option<Scenario> {
    project.scenario(project.options.first()?).ok()
}

/// People referred in all replications, warm-up included.
pub fn people(outcomes: &Outcomes) -> f64 {
    (0..=outcomes.catalogue.weeks)
        .filter_map(|week| outcomes.weekly(WeeklyMeasure::Referrals, &Scope::Service, week))
        .flatten()
        .sum()
}

/// The outputs of a workload `[replications]`, by the names of the specification.
pub fn outputs(workload: &str, outcomes: &Outcomes) -> Vec<(&'static str, Vec<f64>)> {
    let figure = |measure: H, step: &str, unit: f64| -> Vec<f64> {
        let scope = if step.is_empty() { Scope::Service } else { Scope::Step(step.to_owned()) };
        outcomes.horizon(measure, &scope).unwrap_or_default().into_iter().map(|value| value * unit).collect()
    };
    let group =
        |measure: H, id: &str| outcomes.horizon(measure, &Scope::Group(id.to_owned())).unwrap_or_default();
    let last = |step: &str| {
        outcomes
            .weekly(WeeklyMeasure::WaitingList, &Scope::Step(step.to_owned()), outcomes.catalogue.weeks)
            .unwrap_or_default()
    };
    let add = |a: Vec<f64>, b: Vec<f64>| a.into_iter().zip(b).map(|(a, b)| a + b).collect::<Vec<f64>>();
    match workload {
        "w1" => vec![("wait", figure(H::WaitMean, "contact", 168.0))],
        "w2" => vec![
            ("tri_wait", figure(H::WaitMean, "triage", 1.0)),
            ("tgt_wait", figure(H::WaitMean, "targeted", 1.0)),
            ("tgt_p95", figure(H::Wait95, "targeted", 1.0)),
            ("ind_wait", figure(H::WaitMean, "individual", 1.0)),
            ("ind_p95", figure(H::Wait95, "individual", 1.0)),
            ("ind_max", figure(H::WaitLongest, "individual", 1.0)),
            ("tgt_q_end", last("targeted")),
            ("ind_q_end", last("individual")),
            ("reneged", figure(H::Removed, "individual", 1.0)),
            ("uni_done", figure(H::Completed, "universal", 1.0)),
            ("ind_done", figure(H::Completed, "individual", 1.0)),
            ("tgt_done", figure(H::Completed, "targeted", 1.0)),
            ("urgent_seen_share", {
                let (urgent, all) = (group(H::Seen, "urgent"), figure(H::Seen, "", 1.0));
                urgent.into_iter().zip(all).map(|(urgent, all)| urgent / all).collect()
            }),
        ],
        _ => vec![
            ("delayed", figure(H::MeanWaiting, "", 1.0)),
            ("delay_p1", figure(H::ReferralToSeenMean, "home", 7.0)),
            ("delay_p2", figure(H::ReferralToSeenMean, "short-bed", 7.0)),
            ("delay_p3", figure(H::ReferralToSeenMean, "long-bed", 7.0)),
            ("delay_p95", figure(H::Wait95, "", 7.0)),
            ("blocked", figure(H::MeanDelayed, "short-bed", 1.0)),
            ("occ_p1", figure(H::MeanUnderWay, "home", 1.0 / 175.0)),
            (
                "occ_p2",
                add(
                    figure(H::MeanUnderWay, "short-bed", 1.0 / 100.0),
                    figure(H::MeanDelayed, "short-bed", 1.0 / 100.0),
                ),
            ),
            ("occ_p3", figure(H::MeanUnderWay, "long-bed", 1.0 / 73.0)),
        ],
    }
}
