//! A waiting list's referral dates, from whatever was pasted or saved as CSV.
//!
//! The list of a service holds far more than Pathloom may keep. One column is read, that of the referral dates; dates
//! and weeks waited are all that leaves this module. Of the other columns only their numbers and what they look like are
//! told, so that whoever pasted them sees what was left out. A line that is refused is described, never repeated: only a
//! date that was understood as one is shown again.
//!
//! The text is read twice: a look at its first lines finds the column, then every line gives up its date.

mod columns;
mod dates;
mod sheet;

use csv::StringRecord;
use jiff::civil::Date;
use pathloom_service::limits;
use serde::Serialize;

use crate::error::LibraryError;
use columns::Choice;
use dates::{Order, Unreadable, Written};
use sheet::Sheet;

pub use columns::ColumnKind;

/// Longest text that is read `[bytes]`; chosen: a million lines and more.
pub const TEXT_BYTES: u32 = 20 * 1024 * 1024;

/// Earliest date that is believed to be of somebody still waiting; chosen.
const EARLIEST_YEAR: i16 = 1990;

/// Most refused lines that are listed one by one; chosen: nobody reads more.
const LISTED: usize = 1_000;

/// What was read out of a list.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct ReferralDates {
    /// Number of the column that was read, from 1; none: there was no telling which.
    pub column: Option<u32>,
    /// Every column, from the left.
    pub columns: Vec<ColumnFound>,
    /// Lines with a date, in the order of the text.
    pub accepted: Vec<AcceptedRow>,
    /// Lines without one, in the order of the text; the first thousand.
    pub refused: Vec<RefusedRow>,
    /// How many lines were refused in all.
    pub refused_lines: u32,
    /// Mean of the weeks waited; none: nobody was accepted.
    pub mean_weeks: Option<f64>,
    /// Longest of the weeks waited.
    pub longest_weeks: Option<f64>,
    /// What else there is to know, sentence by sentence.
    pub notes: Vec<String>,
}

/// A column of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct ColumnFound {
    /// Its number, from 1.
    pub number: u32,
    /// What it looks like.
    pub kind: ColumnKind,
}

/// One person's referral.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct AcceptedRow {
    /// Line of the text, from 1.
    pub line: u32,
    /// The day.
    pub date: Date,
    /// Weeks from that day to the start date, to two decimals: a day is 0.14.
    pub weeks_waited: f64,
}

/// One line without a usable date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct RefusedRow {
    /// Line of the text, from 1.
    pub line: u32,
    /// What is there: "31/02/2026", "an empty cell", "text".
    pub what: String,
    /// Why it is no referral date.
    pub why: String,
}

/// Reads the referral dates of a list, finding the column by its heading or, failing that, as the only one with dates.
///
/// # Parameters
/// `text` -- lines with cells between commas, semicolons or tabs, or one date a line; with headings or without.
/// `start_date` -- the day on which the list is as it is: weeks are counted up to it, later dates are refused.
/// # Errors
/// [`LibraryError::TooLong`]; everything else that can be wrong with a list is in the answer.
/// # Guarantees
/// Nothing of the text leaves but dates; nothing panics, whatever the text.
pub fn read_referral_dates(text: &str, start_date: Date) -> Result<ReferralDates, LibraryError> {
    read(text, start_date, None)
}

/// Reads the referral dates of the column that the user chose.
///
/// # Parameters
/// `column` -- its number, from 1, as in [`ReferralDates::columns`].
/// # Errors
/// Those of [`read_referral_dates`].
pub fn read_referral_dates_of_column(
    text: &str,
    start_date: Date,
    column: u32,
) -> Result<ReferralDates, LibraryError> {
    read(text, start_date, Some(column))
}

fn read(text: &str, start_date: Date, asked: Option<u32>) -> Result<ReferralDates, LibraryError> {
    if text.len() > TEXT_BYTES as usize {
        return Err(LibraryError::TooLong { limit_bytes: TEXT_BYTES });
    }
    let sheet = Sheet::new(text);
    let choice = columns::choose(&sheet.sample(), asked);
    let mut found = ReferralDates {
        column: choice.column.map(|column| column + 1),
        columns: choice.columns.clone(),
        accepted: Vec::new(),
        refused: Vec::new(),
        refused_lines: 0,
        mean_weeks: None,
        longest_weeks: None,
        notes: sheet.notes(),
    };
    found.notes.extend(choice.notes.iter().cloned());
    if let Some(column) = choice.column {
        found.read_column(&sheet, &choice, column as usize, start_date);
    }
    Ok(found)
}

impl ReferralDates {
    fn read_column(&mut self, sheet: &Sheet<'_>, choice: &Choice, column: usize, start_date: Date) {
        let mut cells: Vec<(u32, Written)> = Vec::new();
        sheet.each_row(|line, row| {
            let is_blank = row.iter().all(str::is_empty);
            if line > choice.headings_end && !is_blank {
                cells.push((line, dates::written(row.get(column).unwrap_or_default())));
            }
        });
        let order = dates::order(cells.iter().map(|(_, written)| written));
        for (line, written) in &cells {
            match judged(written, order, start_date) {
                Ok(date) => self.accepted.push(accepted(*line, date, start_date)),
                Err((what, why)) => self.refuse(*line, what, why),
            }
        }
        self.sum_up();
        self.add_notes(order, cells.iter().any(|(_, written)| matches!(written, Written::Serial(_))));
    }

    fn refuse(&mut self, line: u32, what: String, why: String) {
        self.refused_lines += 1;
        if self.refused.len() < LISTED {
            self.refused.push(RefusedRow { line, what, why });
        }
    }

    fn sum_up(&mut self) {
        let weeks = || self.accepted.iter().map(|row| row.weeks_waited);
        if !self.accepted.is_empty() {
            let mean = weeks().sum::<f64>() / self.accepted.len() as f64;
            let longest = weeks().fold(0.0, f64::max);
            (self.mean_weeks, self.longest_weeks) = (Some(two_decimals(mean)), Some(longest));
        }
    }

    fn add_notes(&mut self, order: Order, has_serials: bool) {
        if order == Order::MonthFirst {
            self.notes.push(
                "Dates are read as month/day/year: many of them cannot be day/month/year, and none cannot be \
                 month/day/year."
                    .to_owned(),
            );
        }
        if has_serials {
            self.notes
                .push("Five-digit numbers are read as the days that Excel counts from 1900.".to_owned());
        }
        if self.refused_lines as usize > self.refused.len() {
            self.notes.push(format!(
                "{} lines were refused; the first {} are listed.",
                thousands(self.refused_lines),
                thousands(LISTED as u32)
            ));
        }
    }
}

/// Every row of a text with the line that it starts on, from 1: what other imports are read by too.
pub(super) fn each_row(text: &str, take: impl FnMut(u32, &StringRecord)) {
    Sheet::new(text).each_row(take);
}

/// The days of a column of cells, or what is there in place of one and why it will not do.
pub(super) fn days_of<'a>(cells: impl Iterator<Item = &'a str>) -> Vec<Result<Date, (String, String)>> {
    let cells: Vec<Written> = cells.map(dates::written).collect();
    let order = dates::order(cells.iter());
    cells.iter().map(|written| dates::date(written, order).map_err(described)).collect()
}

/// `6 April 2026`.
pub(super) fn long(date: Date) -> String {
    dates::long(date)
}

fn accepted(line: u32, date: Date, start_date: Date) -> AcceptedRow {
    AcceptedRow { line, date, weeks_waited: two_decimals(f64::from(days(date, start_date)) / 7.0) }
}

/// The date of a cell, or what is there and why it will not do.
fn judged(written: &Written, order: Order, start_date: Date) -> Result<Date, (String, String)> {
    let date = dates::date(written, order).map_err(described)?;
    let refused = |what: String, why: String| Err((what, why));
    if date.year() < EARLIEST_YEAR {
        // It may be somebody's birthday in the wrong column: the year alone says enough.
        let why = "nobody on a waiting list today was referred that long ago; is it a date of birth?";
        return refused(format!("a date before {EARLIEST_YEAR}"), why.to_owned());
    }
    if date > start_date {
        return refused(
            dates::long(date),
            format!("it is after the start date, {}", dates::long(start_date)),
        );
    }
    if f64::from(days(date, start_date)) > limits::WAITED_WEEKS * 7.0 {
        let why =
            format!("waits of more than {} weeks cannot be entered", thousands(limits::WAITED_WEEKS as u32));
        return refused(dates::long(date), why);
    }
    Ok(date)
}

fn described(unreadable: Unreadable) -> (String, String) {
    let (what, why) = match unreadable {
        Unreadable::Empty => ("an empty cell", "there is no date on this line"),
        Unreadable::Number => ("a number", "it is not a date; write dates as 06/04/2026 or 2026-04-06"),
        Unreadable::Text => ("text", "it is not a date; write dates as 06/04/2026 or 2026-04-06"),
        Unreadable::NoSuchDay(what) => {
            return (what, "there is no such day; the day comes first, then the month".to_owned());
        }
    };
    (what.to_owned(), why.to_owned())
}

/// Days from one date to a later one; negative when it is not later.
fn days(from: Date, to: Date) -> i32 {
    (to - from).get_days()
}

fn two_decimals(value: f64) -> f64 {
    (value * 100.0).round() / 100.0
}

/// `1,100`.
fn thousands(number: u32) -> String {
    if number < 1_000 {
        return number.to_string();
    }
    format!("{},{:03}", thousands(number / 1_000), number % 1_000)
}

#[cfg(test)]
mod tests;
