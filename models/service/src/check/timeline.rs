//! Numbers that change at dated weeks: posts and places.

use super::findings::{At, Findings};
use super::words::number;

/// A change by `more` from one week until another.
#[derive(Debug, Clone, Copy)]
pub(super) struct Dated {
    pub(super) from_week: u32,
    pub(super) until_week: Option<u32>,
    pub(super) more: f64,
}

/// The lowest and the highest number there ever is.
pub(super) fn extremes(now: f64, changes: &[Dated]) -> (f64, f64) {
    let mut moves: Vec<(u32, f64)> = Vec::with_capacity(changes.len() * 2);
    for change in changes {
        moves.push((change.from_week, change.more));
        if let Some(week) = change.until_week {
            moves.push((week, -change.more));
        }
    }
    moves.sort_by_key(|(week, _)| *week);
    let (mut level, mut lowest, mut highest) = (now, now, now);
    for (at, (week, more)) in moves.iter().enumerate() {
        level += more;
        // All changes of one week count together.
        if moves.get(at + 1).is_none_or(|(next, _)| next != week) {
            lowest = lowest.min(level);
            highest = highest.max(level);
        }
    }
    (lowest, highest)
}

/// Dates that cannot be, changes after the end, and more taken away than there is.
///
/// # Parameters
/// `what` -- what is counted, for messages: "places"; `weeks` -- horizon and warm-up.
pub(super) fn check(
    at: &At,
    subject: &str,
    what: &str,
    weeks: u32,
    now: f64,
    changes: &[Dated],
    findings: &mut Findings,
) {
    for (index, change) in changes.iter().enumerate() {
        let at = at.field(&format!("changes/{index}"));
        if change.until_week.is_some_and(|until| until <= change.from_week) {
            let message =
                format!("{subject}: a change of {what} ends before it begins (week {})", change.from_week);
            findings.error(&at, "change-ends-first", message, "the last week must come after the first");
        } else {
            after_the_end(&at, subject, what, change.from_week, weeks, findings);
        }
    }
    let (lowest, _) = extremes(now, changes);
    if lowest < -1e-9 {
        let message =
            format!("{subject}: the changes take away more {what} than there are ({})", number(lowest));
        findings.error(&at.field("changes"), "below-zero", message, "take away fewer, or later");
    }
}

/// A change that nobody lives to see.
pub(super) fn after_the_end(
    at: &At,
    subject: &str,
    what: &str,
    week: u32,
    weeks: u32,
    findings: &mut Findings,
) {
    if week >= weeks {
        let message =
            format!("{subject}: a change of {what} comes in week {week}, after the end (week {weeks})");
        findings.warning(at, "change-after-the-end", message, "look further ahead, or remove the change");
    }
}
