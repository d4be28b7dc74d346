//! The event log as lines: to read, for a spreadsheet, for programs.

use pathloom_service::Scenario;
use pathloom_simulation::trace::{EventLog, LogEntry, LogEvent};
use serde::Serialize;
use serde_json::Value;

use crate::args::TraceFormat;
use crate::cells::{self, Table};
use crate::exit::Failure;
use crate::format::{date_of_day, number};
use crate::screen::one_line;

/// One event with everything known about it; `null` where it does not apply.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct EventLine {
    /// When `[days from the start]`.
    pub(crate) day: f64,
    /// The date and time of day.
    pub(crate) date: String,
    /// The person's number.
    pub(crate) person: u32,
    /// Id of the step.
    pub(crate) step: Option<String>,
    /// What happened: `referred`, `joined`, `started`, …
    pub(crate) event: String,
    /// Id of the client group, of people newly referred.
    pub(crate) group: Option<String>,
    /// Weeks waited before the simulation started, of people there at the start.
    pub(crate) weeks_waited: Option<f64>,
    /// Weeks waited at this step.
    pub(crate) waited_here_weeks: Option<f64>,
    /// Weeks from referral, when this stopped the waiting clock.
    pub(crate) clock_stopped_after_weeks: Option<f64>,
    /// Number of the contact, or times missed so far.
    pub(crate) number: Option<u32>,
    /// Day until which time passes `[days from the start]`.
    pub(crate) until_day: Option<f64>,
}

/// The log as lines, in order of time.
pub(crate) fn lines<'a>(scenario: &'a Scenario, log: &'a EventLog) -> impl Iterator<Item = EventLine> + 'a {
    log.entries.iter().map(move |entry| line(scenario, log, entry))
}

fn line(scenario: &Scenario, log: &EventLog, entry: &LogEntry) -> EventLine {
    let mut line = EventLine {
        day: rounded(entry.day),
        date: moment(scenario, entry.day),
        person: entry.person,
        step: log.steps.get(entry.step as usize).cloned(),
        event: kind(entry.event),
        group: None,
        weeks_waited: None,
        waited_here_weeks: None,
        clock_stopped_after_weeks: None,
        number: None,
        until_day: None,
    };
    match entry.event {
        LogEvent::ThereAtStart { weeks_waited } => line.weeks_waited = Some(rounded(weeks_waited)),
        LogEvent::Referred { group } => {
            line.group = scenario.groups.get(group as usize).map(|group| group.id.clone());
        }
        LogEvent::Started { waited_here_weeks, clock_stopped_after_weeks } => {
            line.waited_here_weeks = Some(rounded(waited_here_weeks));
            line.clock_stopped_after_weeks = clock_stopped_after_weeks.map(rounded);
        }
        LogEvent::FollowUp { number } => line.number = Some(number),
        LogEvent::Missed { times } => line.number = Some(times),
        LogEvent::DelayUntil { day } => line.until_day = Some(rounded(day)),
        _ => {}
    }
    line
}

/// Lines in a format.
///
/// # Errors
/// [`Failure::Write`].
pub(crate) fn write(
    lines: impl Iterator<Item = EventLine>,
    scenario: &Scenario,
    format: TraceFormat,
) -> Result<String, Failure> {
    match format {
        TraceFormat::Csv => table(lines),
        TraceFormat::Json => {
            Ok(lines.map(|line| serde_json::to_string(&line).unwrap_or_default() + "\n").collect())
        }
        TraceFormat::Text => Ok(lines.map(|line| words(scenario, &line)).collect()),
    }
}

fn table(lines: impl Iterator<Item = EventLine>) -> Result<String, Failure> {
    let mut table = Table::new(&[
        "day",
        "date",
        "person",
        "step",
        "event",
        "group",
        "weeks_waited",
        "waited_here_weeks",
        "clock_stopped_after_weeks",
        "number",
        "until_day",
    ])?;
    for line in lines {
        table.row([
            line.day.to_string(),
            line.date,
            line.person.to_string(),
            cells::text(line.step.as_deref().unwrap_or_default()),
            cells::text(&line.event),
            cells::text(line.group.as_deref().unwrap_or_default()),
            cells::number(line.weeks_waited),
            cells::number(line.waited_here_weeks),
            cells::number(line.clock_stopped_after_weeks),
            line.number.map(|number| number.to_string()).unwrap_or_default(),
            cells::number(line.until_day),
        ])?;
    }
    table.finish()
}

/// `2026-05-05 09:30  person 412  Triage: started, waited here 3.2 weeks`.
fn words(scenario: &Scenario, line: &EventLine) -> String {
    let step = line.step.as_deref().unwrap_or_default();
    let label = scenario.design.steps.iter().find(|one| one.id == step).map_or(step, |one| one.name.as_str());
    let mut text =
        format!("{}  person {:<6} {}: {}", line.date, line.person, one_line(label), spaced(&line.event));
    for (value, what) in [
        (line.weeks_waited, "weeks waited before the start"),
        (line.waited_here_weeks, "weeks waited here"),
        (line.clock_stopped_after_weeks, "weeks from referral to this"),
    ] {
        if let Some(value) = value {
            text.push_str(&format!(", {} {what}", number(value)));
        }
    }
    if let Some(number) = line.number {
        text.push_str(&format!(", number {number}"));
    }
    if let Some(until) = line.until_day {
        text.push_str(&format!(", until {}", moment(scenario, until)));
    }
    text.push('\n');
    text
}

/// `2026-05-05 09:30`; the day alone past the end of the calendar.
fn moment(scenario: &Scenario, day: f64) -> String {
    let minutes = ((day - day.floor()) * 24.0 * 60.0).floor() as u32;
    match date_of_day(scenario.start_date, day) {
        Some(date) => format!("{date} {:02}:{:02}", minutes / 60, minutes % 60),
        None => format!("day {day:.2}"),
    }
}

/// The stable name of an event: `removedWhileWaiting`.
fn kind(event: LogEvent) -> String {
    match serde_json::to_value(event) {
        Ok(Value::Object(mut fields)) => match fields.remove("kind") {
            Some(Value::String(kind)) => kind,
            _ => String::new(),
        },
        _ => String::new(),
    }
}

/// `removedWhileWaiting` as words: `removed while waiting`.
fn spaced(name: &str) -> String {
    let mut text = String::with_capacity(name.len() + 4);
    for letter in name.chars() {
        if letter.is_uppercase() {
            text.push(' ');
        }
        text.extend(letter.to_lowercase());
    }
    text
}

/// To a thousandth of a day or week: a minute or so, as finely as anybody books.
fn rounded(value: f64) -> f64 {
    (value * 1e4).round() / 1e4
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn events_have_names_and_words() {
        assert_eq!(kind(LogEvent::RemovedWhileWaiting), "removedWhileWaiting");
        assert_eq!(kind(LogEvent::Missed { times: 2 }), "missed");
        assert_eq!(spaced("removedWhileWaiting"), "removed while waiting");
    }
}
