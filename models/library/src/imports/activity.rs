//! A record of past referrals: counts of weeks or months, or one referral to a line.
//!
//! Where a column of counts stands beside one of days or months (`columns.rs` says when whole numbers are counts), they are
//! read; otherwise every line is one referral and is read as a list of them. What a period is follows from the distance of
//! its days: a day, a week, a month (`periods.rs`). Nothing but days and counts leaves.

mod columns;
mod periods;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::dates::{self, DayOrder, Written};
use super::given::Given;
use super::referrals::{ListPurpose, ListRequest, ReferralList, looks_like_referrals, read_opened};
use super::sheet::{Sample, Sheet};
use crate::error::LibraryError;
use columns::{CountColumns, Day, count, day};

/// Most refused lines that are listed; chosen.
const LISTED: usize = 200;

/// A record, read.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum ActivityRecord {
    /// Counts of days, weeks or months.
    Counts(CountedRecord),
    /// One referral to a line.
    Referrals(Box<ReferralList>),
}

/// How a record is to be read. Nothing chosen: as its headings and cells suggest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct ActivityRequest {
    /// Periods that are not over by then are refused.
    pub start_date: Date,
    /// The sheet of a workbook, from 1.
    pub sheet: Option<u32>,
    /// How its dates are to be read where they can be read in two ways.
    pub day_order: Option<DayOrder>,
}

/// Counts of periods.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct CountedRecord {
    /// Names of the sheets of a workbook; empty for a text.
    pub sheets: Vec<String>,
    /// Which of them was read, from 1.
    pub sheet: Option<u32>,
    /// How dates that can be read in two ways were read.
    pub day_order: DayOrder,
    /// Whether the column itself leaves no doubt about that.
    pub is_day_order_sure: bool,
    /// What a period is.
    pub step: PeriodStep,
    /// Periods, in the order of their days.
    pub periods: Vec<CountedPeriod>,
    /// Lines that were not read; the first of them.
    pub refused: Vec<RefusedCountLine>,
    /// What else there is to know, sentence by sentence.
    pub notes: Vec<String>,
}

/// What a period is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub enum PeriodStep {
    /// A day.
    Day,
    /// Seven days.
    Week,
    /// A calendar month.
    Month,
}

/// How many in some days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct CountedPeriod {
    /// Line of the record, from 1.
    pub line: u32,
    /// The first day.
    pub from: Date,
    /// How many days.
    pub days: u32,
    /// People.
    pub count: u32,
}

/// A line of counts that was not read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct RefusedCountLine {
    /// Line of the record, from 1.
    pub line: u32,
    /// Why.
    pub why: String,
}

/// Reads a record of past referrals.
///
/// # Errors
/// [`LibraryError::TooLong`], [`LibraryError::NotAList`]; everything else that can be wrong is in the answer.
pub fn read_activity(given: Given<'_>, request: &ActivityRequest) -> Result<ActivityRecord, LibraryError> {
    let list = ListRequest {
        purpose: ListPurpose::Referrals,
        start_date: request.start_date,
        sheet: request.sheet,
        mapping: None,
        day_order: request.day_order,
    };
    // One look at a workbook finds both: of the sheets with counts the first, failing them the first with a list.
    let has_counts = |sample: &Sample| CountColumns::of(sample).is_some();
    let opened = given.open(request.sheet, &[&has_counts, &|sample| looks_like_referrals(sample, &list)])?;
    if let Some(columns) = CountColumns::of(&opened.sheet.sample()) {
        let record = counts(&opened.sheet, &columns, request);
        let notes = opened.notes.into_iter().chain(record.notes).collect();
        let (sheets, sheet) = (opened.sheet_names, opened.sheet_number);
        return Ok(ActivityRecord::Counts(CountedRecord { sheets, sheet, notes, ..record }));
    }
    Ok(ActivityRecord::Referrals(Box::new(read_opened(opened, &list, &[]))))
}

fn counts(sheet: &Sheet<'_>, columns: &CountColumns, request: &ActivityRequest) -> CountedRecord {
    let mut rows: Vec<(u32, Option<Day>, String)> = Vec::new();
    sheet.each_row_below(columns.headings_end, |line, row| {
        rows.push((line, day(row.cell(columns.days)), row.cell(columns.counts).to_owned()));
    });
    let written: Vec<Written> = rows
        .iter()
        .filter_map(|(_, day, _)| match day {
            Some(Day::On(written)) => Some(*written),
            _ => None,
        })
        .collect();
    let (order, is_day_order_sure) = dates::order(written.iter());
    let day_order = request.day_order.unwrap_or(order);
    let mut record = CountedRecord {
        sheets: Vec::new(),
        sheet: None,
        day_order,
        is_day_order_sure,
        step: PeriodStep::Week,
        periods: Vec::new(),
        refused: Vec::new(),
        notes: Vec::new(),
    };
    for (line, day, cell) in &rows {
        match judged(*day, cell, day_order, request.start_date) {
            Ok((from, count)) => record.periods.push(CountedPeriod { line: *line, from, days: 7, count }),
            Err(why) => record.refuse(*line, why),
        }
    }
    record.put_in_order();
    let has_months = rows.iter().any(|(_, day, _)| matches!(day, Some(Day::Month(_))));
    record.measure(columns.is_ending, has_months, request.start_date);
    record
}

fn judged(day: Option<Day>, cell: &str, order: DayOrder, start: Date) -> Result<(Date, u32), String> {
    let from = match day {
        Some(Day::Month(first)) => first,
        Some(Day::On(written)) => {
            dates::date(&written, order).map_err(|_| "there is no such day".to_owned())?
        }
        None => return Err("there is no day or month on this line".to_owned()),
    };
    if from > start {
        return Err(format!("{} is after the start date", dates::long(from)));
    }
    count(cell).map(|count| (from, count)).ok_or_else(|| "there is no whole number on this line".to_owned())
}

impl CountedRecord {
    fn refuse(&mut self, line: u32, why: String) {
        if self.refused.len() < LISTED {
            self.refused.push(RefusedCountLine { line, why });
        }
    }
}

#[cfg(test)]
mod tests;
