//! One replication, event by event, and one person's journey through it in plain words.

mod replay;
mod words;

use pathloom_service::{Id, Scenario};
use serde::Serialize;

use crate::engine::Log;
use crate::outcomes::Replication;
use crate::run::{RunError, RunSettings, run_logged};

pub use replay::{Doing, Replay};
pub use words::journey;

/// One thing that happened.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct LogEntry {
    /// When `[days from the start]`. Leaving a list may be noticed late: the moment is right, the place in the log is not.
    pub day: f64,
    /// Whose journey it belongs to: people are numbered in the order of their referral, those there at the start first.
    pub person: u32,
    /// Position of the step in the design.
    pub step: u32,
    /// What happened.
    pub event: LogEvent,
}

/// What can happen to a person.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(tag = "kind", rename_all = "camelCase")]
#[expect(missing_docs, reason = "fields are explained by the variants")]
pub enum LogEvent {
    /// On the list, or under way, when the simulation starts; referred so many weeks before.
    ThereAtStart { weeks_waited: f64 },
    /// Referred.
    Referred { group: u32 },
    /// Came back as a new referral.
    ReReferred,
    /// Joined the list of a step.
    Joined,
    /// A first contact, a programme or a place began, after waiting here, and since referral if the clock stopped.
    Started { waited_here_weeks: f64, clock_stopped_after_weeks: Option<f64> },
    /// A further contact or session began.
    FollowUp { number: u32 },
    /// A contact, session or stay ended.
    Ended,
    /// Did not come.
    Missed { times: u32 },
    /// Cancelled in time.
    Cancelled,
    /// The stay is over but the next step has no room: keeps the place.
    Delayed,
    /// Left the list without being seen.
    RemovedWhileWaiting,
    /// Moved on while waiting.
    EscalatedWhileWaiting,
    /// Left after too many missed contacts.
    MissedTooOften,
    /// The list was full.
    TurnedAway,
    /// Time passes until so many days from the start.
    DelayUntil { day: f64 },
    /// Reached an outcome.
    Left,
}

/// Everything that happened in one replication.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct EventLog {
    /// Seed of the run.
    pub seed: u64,
    /// Number of the replication.
    pub replication: u32,
    /// Ids of the steps, in the order that `step` counts.
    pub steps: Vec<Id>,
    /// What happened, in order of time.
    pub entries: Vec<LogEntry>,
    /// Whether the log was cut at its limit.
    pub cut: bool,
}

/// Keeps a log up to a limit.
struct Keep {
    entries: Vec<LogEntry>,
    limit: usize,
    cut: bool,
}

impl Log for Keep {
    const KEPT: bool = true;

    fn note(&mut self, day: f64, person: u32, step: u16, event: LogEvent) {
        if self.entries.len() < self.limit {
            self.entries.push(LogEntry { day, person, step: u32::from(step), event });
        } else {
            self.cut = true;
        }
    }
}

/// Runs one replication and keeps its log, at most `limit` entries.
///
/// # Errors
/// [`RunError`].
///
/// # Guarantees
/// The replication is the one a run with the same seed has under this number.
pub fn trace(scenario: &Scenario, seed: u64, replication: u32, limit: usize) -> Result<EventLog, RunError> {
    logged(scenario, seed, replication, limit).map(|(log, _)| log)
}

fn logged(
    scenario: &Scenario,
    seed: u64,
    replication: u32,
    limit: usize,
) -> Result<(EventLog, Option<Replication>), RunError> {
    let settings = RunSettings {
        seed,
        replications: replication..replication.saturating_add(1),
        ..RunSettings::default()
    };
    let mut keep = Keep { entries: Vec::new(), limit, cut: false };
    let outcome = run_logged(scenario, &settings, replication, &mut keep)?;
    // Those who left a list unseen are noticed at the week's end at the latest, with the right moment.
    keep.entries.sort_by(|a, b| a.day.total_cmp(&b.day));
    let steps = scenario.design.steps.iter().map(|step| step.id.clone()).collect();
    Ok((EventLog { seed, replication, steps, entries: keep.entries, cut: keep.cut }, outcome))
}
