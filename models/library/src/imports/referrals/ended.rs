//! Whether a cell says that somebody has left the list.

use jiff::civil::Date;

use super::wording::{self, Refused};
use crate::imports::dates::{self, DayOrder, Written};

/// Words for a referral that has ended.
const ENDED: [&str; 21] = [
    "yes",
    "y",
    "true",
    "1",
    "x",
    "closed",
    "discharged",
    "discharge",
    "removed",
    "rejected",
    "cancelled",
    "canceled",
    "withdrawn",
    "complete",
    "completed",
    "ended",
    "inactive",
    "seen",
    "declined",
    "deceased",
    "died",
];

/// Words for one that has not.
const OPEN: [&str; 22] = [
    "",
    "no",
    "n",
    "false",
    "0",
    "-",
    "open",
    "active",
    "waiting",
    "current",
    "on hold",
    "pending",
    "new",
    "accepted",
    "null",
    "none",
    "n/a",
    "na",
    "booked",
    "on list",
    "referred",
    "in progress",
];

/// What the column of endings says of one line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    /// Still waiting.
    Open,
    /// Left.
    Ended,
    /// Leaves, or left, on a day.
    On(Written),
    /// Something else.
    NotUnderstood,
}

impl End {
    pub(super) fn of(cell: &str) -> Self {
        let lower = cell.to_lowercase();
        let is = |words: &[&str]| words.contains(&lower.as_str());
        if is(&OPEN) {
            return Self::Open;
        }
        if is(&ENDED) {
            return Self::Ended;
        }
        match dates::written(cell) {
            written @ (Written::Certain { .. } | Written::Slashed { .. } | Written::Serial(_)) => {
                Self::On(written)
            }
            // "Discharged - no further action", "Closed by referrer".
            Written::Text
                if first_word(&lower).is_some_and(|word| word.len() > 3 && is_among(word, &ENDED)) =>
            {
                Self::Ended
            }
            Written::Text
                if first_word(&lower).is_some_and(|word| word.len() > 3 && is_among(word, &OPEN)) =>
            {
                Self::Open
            }
            _ => Self::NotUnderstood,
        }
    }

    /// Refuses whoever had left by the start date.
    pub(super) fn verdict(self, order: DayOrder, start_date: Date) -> Result<(), Refused> {
        match self {
            Self::Ended => Err(wording::ended()),
            Self::On(written) => match dates::date(&written, order) {
                Ok(date) if date <= start_date => Err(wording::ended_on(date)),
                // What is still to come has not happened; a day that the calendar does not have never will.
                _ => Ok(()),
            },
            Self::Open | Self::NotUnderstood => Ok(()),
        }
    }
}

fn first_word(text: &str) -> Option<&str> {
    text.split(|letter: char| !letter.is_alphanumeric()).find(|word| !word.is_empty())
}

fn is_among(word: &str, words: &[&str]) -> bool {
    words.contains(&word)
}
