//! One replication, event by event, and one person's journey through it in plain words.

use pathloom_service::{Id, Scenario};
use serde::Serialize;

use crate::run::RunError;

/// One thing that happened.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct LogEntry {
    /// When [days from the start].
    pub day: f64,
    /// Whose journey it belongs to: people are numbered in the order of their referral, those on the starting lists first.
    pub person: u32,
    /// Position of the step in the design.
    pub step: u32,
    /// What happened.
    pub event: LogEvent,
}

/// What can happen to a person.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
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

/// Runs one replication and keeps its log, at most `limit` entries.
///
/// # Errors
/// [`RunError`].
pub fn trace(_scenario: &Scenario, _seed: u64, _replication: u32, _limit: usize) -> Result<EventLog, RunError> {
    Err(RunError::Invalid { place: "engine".into(), message: "being written".into() })
}

/// One person's journey in plain words, a line for each event with its date.
pub fn journey(_scenario: &Scenario, _log: &EventLog, _person: u32) -> Vec<String> {
    Vec::new()
}
