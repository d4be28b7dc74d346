//! A list of referrals, one to a line: who waits today, or who was referred in the past.
//!
//! The list of a service holds far more than Pathloom may keep. The date of referral is read; of a waiting list also, where
//! the user says so, who has left it, and a group or an urgency to sort people by. Of the other columns their headings are
//! shown and what they look like, so that whoever gave the list sees what was left out. A line that is refused is described
//! with its number, never repeated: only a date that was understood as one is shown again.
//!
//! A column that tells who somebody is (an NHS number, a record number, a name with a date of birth) is looked at to find
//! people entered twice, and forgotten with the call.
//!
//! The table is read twice: a look at its first rows finds the columns, then every row gives up what it holds in them.

mod columns;
mod doubles;
mod ended;
mod groups;
mod wording;

use jiff::civil::Date;
use pathloom_service::limits;
use serde::{Deserialize, Serialize};

use super::dates::{self, DayOrder, Written};
use super::given::{Given, Opened};
use super::remembered::RememberedColumns;
use super::sheet::{Sample, Sheet};
use crate::error::LibraryError;
use columns::Choice;
use doubles::Doubles;
use ended::End;
use groups::Groups;

pub use columns::{ColumnFound, ColumnKind};

/// Earliest date that is believed to be of somebody still waiting; chosen.
const EARLIEST_YEAR: i16 = 1990;

/// Most refused lines that are listed one by one; chosen: nobody reads more.
const LISTED: usize = 1_000;

/// What a list is read for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub enum ListPurpose {
    /// Who waits on the start date: people who have left are left out, and nobody is on it twice.
    WaitingList,
    /// Who was referred, seen since or not: every referral counts.
    Referrals,
}

/// How a list is to be read. Nothing chosen: as its headings and cells suggest.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct ListRequest {
    /// What for.
    pub purpose: ListPurpose,
    /// The day on which the list is as it is: weeks are counted up to it, later dates are refused.
    pub start_date: Date,
    /// The sheet of a workbook, from 1.
    pub sheet: Option<u32>,
    /// The columns.
    pub mapping: Option<ListMapping>,
    /// How its dates are to be read where they can be read in two ways.
    pub day_order: Option<DayOrder>,
}

/// Which column holds what, from 1.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct ListMapping {
    /// Dates of referral.
    pub referral: Option<u32>,
    /// Whether, or when, somebody left the list.
    pub ended: Option<u32>,
    /// Groups of people: team, place, condition.
    pub group: Option<u32>,
    /// Urgency.
    pub urgency: Option<u32>,
}

/// What was read out of a list.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct ReferralList {
    /// Names of the sheets of a workbook; empty for a text.
    pub sheets: Vec<String>,
    /// Which of them was read, from 1.
    pub sheet: Option<u32>,
    /// Every column, from the left.
    pub columns: Vec<ColumnFound>,
    /// The columns that were read; no dates of referral: there was no telling which.
    pub mapping: ListMapping,
    /// How dates that can be read in two ways were read.
    pub day_order: DayOrder,
    /// Whether the column itself leaves no doubt about that.
    pub is_day_order_sure: bool,
    /// Lines that count, in the order of the list.
    pub accepted: Vec<AcceptedRow>,
    /// Groups found in the columns of groups and urgency, most people first.
    pub groups: Vec<GroupFound>,
    /// Lines that do not count, in the order of the list; the first thousand.
    pub refused: Vec<RefusedRow>,
    /// How many were refused, by reason.
    pub refused_by: Vec<RefusedCount>,
    /// How many lines were refused in all.
    pub refused_lines: u32,
    /// Mean of the weeks waited; none: nobody was accepted.
    pub mean_weeks: Option<f64>,
    /// Longest of the weeks waited.
    pub longest_weeks: Option<f64>,
    /// What else there is to know, sentence by sentence.
    pub notes: Vec<String>,
    /// The choice of columns, to be remembered if the list is used; none where columns have no headings.
    pub remember: Option<RememberedColumns>,
}

/// One person's referral.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct AcceptedRow {
    /// Line of the list, from 1.
    pub line: u32,
    /// The day.
    pub date: Date,
    /// Weeks from that day to the start date, to three decimals: a day is 0.143.
    pub weeks_waited: f64,
    /// Which of the groups found, from 0; none: the cell says nothing.
    pub group: Option<u32>,
}

/// A group of people by what the columns of group and urgency say.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct GroupFound {
    /// What the cells say: "East", "East, urgent".
    pub label: String,
    /// People accepted of it.
    pub people: u32,
}

/// One line that does not count.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct RefusedRow {
    /// Line of the list, from 1.
    pub line: u32,
    /// Why, in short.
    pub reason: Refusal,
    /// What is there: "31/02/2026", "an empty cell", "text".
    pub what: String,
    /// Why it does not count.
    pub why: String,
}

/// How many lines do not count for one reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct RefusedCount {
    /// The reason.
    pub reason: Refusal,
    /// Lines.
    pub lines: u32,
}

/// Why a line does not count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub enum Refusal {
    /// There is no date.
    NoDate,
    /// What is there is not a date.
    NotADate,
    /// The calendar has no such day.
    NoSuchDay,
    /// It is after the start date.
    Future,
    /// It is too long ago to be believed.
    TooLongAgo,
    /// The referral has ended.
    Ended,
    /// The same referral stands further up.
    Twice,
}

/// Reads a list of referrals.
///
/// # Parameters
/// - `given` a text that was pasted, or a file
/// - `remembered` columns chosen before: those whose headings this list has are taken where nothing is chosen now
/// # Errors
/// [`LibraryError::TooLong`], [`LibraryError::NotAList`]; everything else that can be wrong with a list is in the answer.
/// # Guarantees
/// Nothing of the list leaves but headings, dates and what the columns of groups hold; nothing panics, whatever is given.
pub fn read_referrals(
    given: Given<'_>,
    request: &ListRequest,
    remembered: &[RememberedColumns],
) -> Result<ReferralList, LibraryError> {
    let opened = given.open(request.sheet, &[&|sample| looks_like_referrals(sample, request)])?;
    Ok(read_opened(opened, request, remembered))
}

/// Whether a sheet looks like a list of referrals.
pub(super) fn looks_like_referrals(sample: &Sample, request: &ListRequest) -> bool {
    columns::has_referrals(sample, request)
}

/// Reads a list that has been opened.
pub(super) fn read_opened(
    opened: Opened<'_>,
    request: &ListRequest,
    remembered: &[RememberedColumns],
) -> ReferralList {
    let choice = columns::choose(&opened.sheet.sample(), request, remembered);
    let mut list = ReferralList {
        sheets: opened.sheet_names,
        sheet: opened.sheet_number,
        mapping: choice.mapping,
        day_order: DayOrder::DayFirst,
        is_day_order_sure: true,
        accepted: Vec::new(),
        groups: Vec::new(),
        refused: Vec::new(),
        refused_by: Vec::new(),
        refused_lines: 0,
        mean_weeks: None,
        longest_weeks: None,
        notes: opened.notes,
        remember: choice.remember(),
        columns: choice.columns.clone(),
    };
    list.notes.extend(choice.notes.iter().cloned());
    if let Some(referral) = place(choice.mapping.referral) {
        list.read_rows(&opened.sheet, &choice, referral, request);
    }
    list
}

/// What one row holds in the columns that are read, before dates are understood.
struct RowRead {
    line: u32,
    referral: Written,
    end: End,
    group: Option<u32>,
    person: Option<String>,
}

impl ReferralList {
    fn read_rows(&mut self, sheet: &Sheet<'_>, choice: &Choice, referral: usize, request: &ListRequest) {
        let mut groups = Groups::default();
        let mut rows: Vec<RowRead> = Vec::new();
        sheet.each_row_below(choice.headings_end, |line, row| {
            let optional = |column: Option<u32>| place(column).map_or("", |at| row.cell(at));
            rows.push(RowRead {
                line,
                referral: dates::written(row.cell(referral)),
                end: End::of(optional(choice.mapping.ended)),
                group: groups.of(optional(choice.mapping.group), optional(choice.mapping.urgency)),
                person: choice.person(row),
            });
        });
        let (order, is_sure) = dates::order(rows.iter().map(|row| &row.referral));
        self.day_order = request.day_order.unwrap_or(order);
        self.is_day_order_sure = is_sure;
        if !groups.are_groups() {
            self.notes.push(groups.too_many());
            self.mapping = ListMapping { group: None, urgency: None, ..self.mapping };
            self.remember = None;
            rows.iter_mut().for_each(|row| row.group = None);
        }
        self.judge(&rows, choice, request);
        self.groups = groups.count(&mut self.accepted);
        self.sum_up();
        let has_serials = rows.iter().any(|row| matches!(row.referral, Written::Serial(_)));
        self.add_notes(order, has_serials);
    }

    fn judge(&mut self, rows: &[RowRead], choice: &Choice, request: &ListRequest) {
        let (mut doubles, mut not_understood) = (Doubles::default(), 0_u32);
        for row in rows {
            let verdict = judged(&row.referral, self.day_order, request).and_then(|date| {
                row.end.verdict(self.day_order, request.start_date)?;
                let first = doubles.seen(row.person.as_deref(), date, row.line);
                first.map_or(Ok(date), |first| Err(wording::twice(first)))
            });
            not_understood += u32::from(row.end == End::NotUnderstood);
            match verdict {
                Ok(date) => self.accepted.push(accepted(row, date, request.start_date)),
                Err(refusal) => self.refuse(row.line, refusal),
            }
        }
        if request.purpose == ListPurpose::WaitingList {
            self.notes.extend(doubles.notes(choice.tells_people_apart(), self.columns.len()));
        }
        self.notes.extend(wording::ends_not_understood(not_understood));
    }

    fn refuse(&mut self, line: u32, (reason, what, why): wording::Refused) {
        self.refused_lines += 1;
        match self.refused_by.binary_search_by_key(&reason, |count| count.reason) {
            Ok(at) => self.refused_by[at].lines += 1,
            Err(at) => self.refused_by.insert(at, RefusedCount { reason, lines: 1 }),
        }
        if self.refused.len() < LISTED {
            self.refused.push(RefusedRow { line, reason, what, why });
        }
    }

    fn sum_up(&mut self) {
        let weeks = || self.accepted.iter().map(|row| row.weeks_waited);
        if !self.accepted.is_empty() {
            let mean = weeks().sum::<f64>() / self.accepted.len() as f64;
            let longest = weeks().fold(0.0, f64::max);
            (self.mean_weeks, self.longest_weeks) = (Some((mean * 100.0).round() / 100.0), Some(longest));
        }
    }

    fn add_notes(&mut self, found_order: DayOrder, has_serials: bool) {
        if found_order == DayOrder::MonthFirst && self.day_order == found_order {
            self.notes.push(wording::MONTH_FIRST.to_owned());
        }
        if has_serials {
            self.notes.push(wording::SERIALS.to_owned());
        }
        if self.refused_lines as usize > self.refused.len() {
            self.notes.push(wording::only_listed(self.refused_lines, self.refused.len()));
        }
    }
}

/// The days of a column of cells.
pub(super) struct Days {
    /// Each day, or what is there in place of one and why it will not do.
    pub(super) days: Vec<Result<Date, (String, String)>>,
    /// How dates that can be read in two ways were read.
    pub(super) order: DayOrder,
    /// Whether the column leaves no doubt about that.
    pub(super) is_order_sure: bool,
}

/// Reads a column of days, in the order that was chosen or that it suggests.
pub(super) fn days_of<'a>(cells: impl Iterator<Item = &'a str>, chosen: Option<DayOrder>) -> Days {
    let cells: Vec<Written> = cells.map(dates::written).collect();
    let (suggested, is_order_sure) = dates::order(cells.iter());
    let order = chosen.unwrap_or(suggested);
    let described = |unreadable| {
        let (_, what, why) = wording::unreadable(unreadable, order);
        (what, why)
    };
    let days = cells.iter().map(|written| dates::date(written, order).map_err(described)).collect();
    Days { days, order, is_order_sure }
}

/// The place of a column among the cells of a row.
fn place(column: Option<u32>) -> Option<usize> {
    column.and_then(|number| (number as usize).checked_sub(1))
}

fn accepted(row: &RowRead, date: Date, start_date: Date) -> AcceptedRow {
    // Rounded up, so that whole days stay whole days when weeks are taken by seven again.
    let weeks_waited = (f64::from(days(date, start_date)) / 7.0 * 1_000.0).ceil() / 1_000.0;
    AcceptedRow { line: row.line, date, weeks_waited, group: row.group }
}

/// The date of a cell, or what is there and why it will not do.
fn judged(written: &Written, order: DayOrder, request: &ListRequest) -> Result<Date, wording::Refused> {
    let date = dates::date(written, order).map_err(|unreadable| wording::unreadable(unreadable, order))?;
    if date.year() < EARLIEST_YEAR {
        return Err(wording::before_belief(EARLIEST_YEAR));
    }
    if date > request.start_date {
        return Err(wording::after(date, request.start_date));
    }
    let is_waiting = request.purpose == ListPurpose::WaitingList;
    if is_waiting && f64::from(days(date, request.start_date)) > limits::WAITED_WEEKS * 7.0 {
        return Err(wording::waited_too_long(date));
    }
    Ok(date)
}

/// Days from one date to a later one; negative when it is not later.
fn days(from: Date, to: Date) -> i32 {
    (to - from).get_days()
}

#[cfg(test)]
mod tests;
