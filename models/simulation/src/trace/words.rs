//! A journey in plain words.

use jiff::ToSpan;
use pathloom_service::{Scenario, Work};

use super::{EventLog, LogEvent};

/// One person's journey in plain words, a line for each event with its date.
///
/// # Returns
/// Lines such as `Mon 6 Apr 2026  referred (Routine)`, in order of time; none when nobody has this number.
pub fn journey(scenario: &Scenario, log: &EventLog, person: u32) -> Vec<String> {
    let of_delay = |step: u32| {
        let step = scenario.design.steps.get(step as usize);
        step.is_some_and(|step| matches!(step.work, Work::Delay(_)))
    };
    // When a delay ends was said when it began.
    let entries = log
        .entries
        .iter()
        .filter(|entry| entry.person == person && !(entry.event == LogEvent::Ended && of_delay(entry.step)));
    entries
        .map(|entry| {
            let step = scenario.design.steps.get(entry.step as usize);
            let name = step.map_or("", |step| step.name.as_str());
            let place = step.is_some_and(|step| matches!(step.work, Work::Places(_)));
            let group = step.is_some_and(|step| matches!(step.work, Work::Group(_)));
            format!("{}  {}", date(scenario, entry.day), words(scenario, name, place, group, entry.event))
        })
        .collect()
}

fn date(scenario: &Scenario, day: f64) -> String {
    let date = scenario.start_date.saturating_add((day.floor() as i64).days());
    date.strftime("%a %e %b %Y").to_string()
}

/// "3 weeks", "5 days", "no time".
fn span(weeks: f64) -> String {
    let days = (weeks * 7.0).round();
    match days {
        days if days < 1.0 => "no time".to_owned(),
        1.0 => "1 day".to_owned(),
        days if days < 21.0 => format!("{days} days"),
        _ => format!("{} weeks", weeks.round()),
    }
}

fn words(scenario: &Scenario, step: &str, place: bool, group: bool, event: LogEvent) -> String {
    match event {
        LogEvent::ThereAtStart { weeks_waited } if weeks_waited > 0.0 => {
            format!(
                "is waiting for {step} when the simulation starts, referred {} before",
                span(weeks_waited)
            )
        }
        LogEvent::ThereAtStart { .. } => format!("is under way at {step} when the simulation starts"),
        LogEvent::Referred { group } => {
            let group = scenario.groups.get(group as usize).filter(|_| scenario.groups.len() > 1);
            match group {
                Some(group) => format!("referred ({})", group.name),
                None => "referred".to_owned(),
            }
        }
        LogEvent::ReReferred => "referred again: a new clock starts".to_owned(),
        LogEvent::Joined => format!("joins the list for {step}"),
        LogEvent::Started { waited_here_weeks, clock_stopped_after_weeks } => {
            let what = match (place, group) {
                (true, _) => format!("gets a place in {step}"),
                (_, true) => format!("comes to the first session of {step}"),
                _ => format!("first contact at {step}"),
            };
            let waited = match span(waited_here_weeks) {
                span if span == "no time" => "at once".to_owned(),
                span => format!("after waiting {span} for it"),
            };
            match clock_stopped_after_weeks {
                Some(weeks) => format!("{what} {waited}; the waiting clock stops at {}", span(weeks)),
                None => format!("{what} {waited}"),
            }
        }
        LogEvent::FollowUp { number } if group => format!("comes to session {number} of {step}"),
        LogEvent::FollowUp { number } => format!("contact {number} at {step}"),
        LogEvent::Ended if place => format!("ready to leave {step}"),
        LogEvent::Ended => format!("{step}: this contact is over"),
        LogEvent::Missed { times: 1 } => format!("does not come to {step}"),
        LogEvent::Missed { times } => format!("does not come to {step}, missed {times} times now"),
        LogEvent::Cancelled => format!("cancels {step} in time; booked again"),
        LogEvent::Delayed => format!("stays in {step} until the next step has room"),
        LogEvent::RemovedWhileWaiting => format!("leaves the list for {step} without being seen"),
        LogEvent::EscalatedWhileWaiting => format!("is moved on from the list for {step}"),
        LogEvent::MissedTooOften => format!("{step} is closed after too many missed contacts"),
        LogEvent::TurnedAway => format!("is turned away: the list for {step} is full"),
        LogEvent::DelayUntil { day } => format!("{step}, until {}", date(scenario, day).trim_start()),
        LogEvent::Left => format!("leaves: {step}"),
    }
}
