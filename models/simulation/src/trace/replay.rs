//! A replication's log as columns, for playing it on the drawn pathway.

use serde::Serialize;

use super::{EventLog, LogEvent};
use pathloom_service::Id;

/// What somebody is doing from a moment on, as a replay shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub enum Doing {
    /// Waits at the step.
    Waiting,
    /// Is under way at the step: seen, between contacts, in a group, a place or a delay.
    UnderWay,
    /// Has finished there but keeps the place.
    Kept,
    /// Has left the service at this step.
    Gone,
}

/// A replication as moves: who is where, doing what, from which day on. Columns of one length, in order of time.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct Replay {
    /// Seed of the run, as text: it may be larger than a script's numbers.
    pub seed: String,
    /// Number of the replication.
    pub replication: u32,
    /// Ids of the steps, in the order that `step` counts.
    pub steps: Vec<Id>,
    /// When `[days from the start]`.
    pub day: Vec<f64>,
    /// Who, numbered by referral.
    pub person: Vec<u32>,
    /// Where: position in `steps`.
    pub step: Vec<u32>,
    /// Doing what.
    pub doing: Vec<Doing>,
    /// People in it.
    pub people: u32,
    /// Whether the log was cut at its limit.
    pub cut: bool,
}

impl Replay {
    /// The moves of a log; entries that move nobody (a further contact, a missed one) are left out.
    pub fn of(log: &EventLog) -> Self {
        let mut replay = Self {
            seed: log.seed.to_string(),
            replication: log.replication,
            steps: log.steps.clone(),
            day: Vec::new(),
            person: Vec::new(),
            step: Vec::new(),
            doing: Vec::new(),
            people: 0,
            cut: log.cut,
        };
        // What each person was last seen doing, so that only changes are kept.
        let mut last: Vec<Option<(u32, Doing)>> = Vec::new();
        for entry in &log.entries {
            let Some(doing) = doing(entry.event) else { continue };
            let person = entry.person as usize;
            if last.len() <= person {
                last.resize(person + 1, None);
            }
            if last[person] == Some((entry.step, doing)) {
                continue;
            }
            last[person] = Some((entry.step, doing));
            replay.day.push(entry.day);
            replay.person.push(entry.person);
            replay.step.push(entry.step);
            replay.doing.push(doing);
        }
        replay.people = last.len() as u32;
        replay
    }
}

fn doing(event: LogEvent) -> Option<Doing> {
    match event {
        LogEvent::ThereAtStart { weeks_waited } => {
            Some(if weeks_waited > 0.0 { Doing::Waiting } else { Doing::UnderWay })
        }
        LogEvent::Joined => Some(Doing::Waiting),
        LogEvent::Started { .. } | LogEvent::DelayUntil { .. } | LogEvent::FollowUp { .. } => {
            Some(Doing::UnderWay)
        }
        LogEvent::Delayed => Some(Doing::Kept),
        LogEvent::Left => Some(Doing::Gone),
        // The move that follows says where they go; until then they are shown where they were.
        LogEvent::Referred { .. }
        | LogEvent::ReReferred
        | LogEvent::Ended
        | LogEvent::Missed { .. }
        | LogEvent::Cancelled
        | LogEvent::RemovedWhileWaiting
        | LogEvent::EscalatedWhileWaiting
        | LogEvent::MissedTooOften
        | LogEvent::TurnedAway => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::trace;
    use super::*;
    use pathloom_service::samples;

    #[test]
    fn columns_are_of_one_length_in_order_of_time_and_everybody_who_left_is_gone() {
        let project = samples::small();
        let scenario = project.scenario(&project.options[0]).unwrap_or_else(|error| panic!("{error}"));
        let log = trace(&scenario, 1, 0, 100_000).unwrap_or_else(|error| panic!("{error}"));
        let replay = Replay::of(&log);
        assert!(!replay.day.is_empty());
        assert!(replay.day.len() == replay.person.len() && replay.day.len() == replay.step.len());
        assert_eq!(replay.day.len(), replay.doing.len());
        assert!(replay.day.windows(2).all(|pair| pair[0] <= pair[1]), "in order of time");
        let left = log.entries.iter().filter(|entry| entry.event == LogEvent::Left).count();
        let gone = replay.doing.iter().filter(|doing| **doing == Doing::Gone).count();
        assert!(left > 0 && gone == left, "{left} left, {gone} are gone");
    }
}
