//! A record of past referrals: counts of weeks or months, or one referral to a line.
//!
//! Where a column of whole numbers stands beside one of days or months, the numbers are counts; otherwise every line is one
//! referral and is read as [`read_referrals`] reads it. What a period is follows from the distance of its days: a day, a
//! week, a month. Nothing but days and counts leaves.

use jiff::ToSpan;
use jiff::civil::Date;
use serde::Serialize;

use super::dates::{self, DayOrder, Written};
use super::given::Given;
use super::headings;
use super::referrals::{ListPurpose, ListRequest, ReferralList, read_referrals};
use super::sheet::{Sample, Sheet};
use crate::error::LibraryError;

/// Most refused lines that are listed; chosen.
const LISTED: usize = 200;

/// Largest count of one period; chosen, above a month of England.
const LARGEST_COUNT: f64 = 1e6;

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

/// Counts of periods.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct CountedRecord {
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
/// # Parameters
/// - `start_date` later days are refused
/// # Errors
/// [`LibraryError::TooLong`], [`LibraryError::NotAList`]; everything else that can be wrong is in the answer.
pub fn read_activity(given: Given<'_>, start_date: Date) -> Result<ActivityRecord, LibraryError> {
    let opened = given.open(None, &|sample| CountColumns::of(sample).is_some())?;
    if let Some(columns) = CountColumns::of(&opened.sheet.sample()) {
        let mut record = counts(&opened.sheet, &columns, start_date);
        record.notes.splice(0..0, opened.notes);
        return Ok(ActivityRecord::Counts(record));
    }
    let request = ListRequest {
        purpose: ListPurpose::Referrals,
        start_date,
        sheet: None,
        mapping: None,
        day_order: None,
    };
    Ok(ActivityRecord::Referrals(Box::new(read_referrals(given, &request, &[])?)))
}

/// Where days and counts stand.
struct CountColumns {
    headings_end: u32,
    days: usize,
    counts: usize,
    /// Whether the day is the last of its week.
    is_ending: bool,
}

impl CountColumns {
    /// The first column of days or months, and the column of whole numbers whose heading says so, or the only one.
    fn of(sample: &Sample) -> Option<Self> {
        let headings = headings::find(sample).map(|(row, _)| row);
        let rows = &sample[headings.map_or(0, |row| row + 1)..];
        let width = sample.iter().map(|(_, cells)| cells.len()).max().unwrap_or_default();
        let mostly = |at: usize, fits: &dyn Fn(&str) -> bool| {
            let cells: Vec<&str> =
                rows.iter().filter_map(|(_, row)| row.get(at)).map(String::as_str).collect();
            let filled: Vec<&&str> = cells.iter().filter(|cell| !cell.is_empty()).collect();
            filled.len() >= 2 && filled.iter().filter(|cell| fits(cell)).count() * 10 >= filled.len() * 8
        };
        let heading = |at: usize| {
            headings.and_then(|row| sample[row].1.get(at)).map(|cell| cell.to_lowercase()).unwrap_or_default()
        };
        let days = (0..width).find(|at| mostly(*at, &|cell| day(cell).is_some()))?;
        let numbers: Vec<usize> =
            (0..width).filter(|at| *at != days && mostly(*at, &|cell| count(cell).is_some())).collect();
        let named = |at: &&usize| {
            let text = heading(**at);
            ["referral", "received", "count", "total", "number", "accepted"]
                .iter()
                .any(|word| text.contains(word))
        };
        let counts = match &numbers[..] {
            [only] => *only,
            several => *several.iter().find(named)?,
        };
        Some(Self {
            headings_end: headings.map_or(0, |row| sample[row].0),
            days,
            counts,
            is_ending: heading(days).contains("ending") || heading(days).contains("week end"),
        })
    }
}

/// A day, or a month.
#[derive(Debug, Clone, Copy)]
enum Day {
    On(Written),
    Month(Date),
}

fn day(cell: &str) -> Option<Day> {
    match dates::written(cell) {
        written @ (Written::Certain { .. } | Written::Slashed { .. } | Written::Serial(_)) => {
            Some(Day::On(written))
        }
        _ => dates::month_of_year(cell).map(Day::Month),
    }
}

/// A whole number, with commas between thousands or not.
fn count(cell: &str) -> Option<u32> {
    let plain = cell.replace(',', "");
    let value: f64 = plain.parse().ok()?;
    ((0.0..=LARGEST_COUNT).contains(&value) && value.fract() == 0.0).then_some(value as u32)
}

fn counts(sheet: &Sheet<'_>, columns: &CountColumns, start_date: Date) -> CountedRecord {
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
    let (order, is_sure) = dates::order(written.iter());
    let mut record =
        CountedRecord { step: PeriodStep::Week, periods: Vec::new(), refused: Vec::new(), notes: Vec::new() };
    for (line, day, cell) in &rows {
        match judged(*day, cell, order, start_date) {
            Ok((from, count)) => record.periods.push(CountedPeriod { line: *line, from, days: 7, count }),
            Err(why) => record.refuse(*line, why),
        }
    }
    if !is_sure {
        let note = "Every date can be read in two ways; the day was taken first. If that is wrong, write 2026-04-06.";
        record.notes.push(note.to_owned());
    }
    record.put_in_order();
    record.measure(columns.is_ending, rows.iter().any(|(_, day, _)| matches!(day, Some(Day::Month(_)))));
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

    /// By their days; of two lines for the same days the first counts.
    fn put_in_order(&mut self) {
        self.periods.sort_by_key(|period| (period.from, period.line));
        let mut last: Option<Date> = None;
        let mut twice = Vec::new();
        self.periods.retain(|period| {
            let is_new = last != Some(period.from);
            if !is_new {
                twice.push(period.line);
            }
            last = Some(period.from);
            is_new
        });
        for line in twice {
            self.refuse(line, "an earlier line has the same days".to_owned());
        }
    }

    /// Finds out what a period is from the commonest distance of their days.
    fn measure(&mut self, is_ending: bool, has_months: bool) {
        let mut gaps: Vec<i32> =
            self.periods.windows(2).map(|pair| (pair[1].from - pair[0].from).get_days()).collect();
        gaps.sort_unstable();
        self.step = match gaps.get(gaps.len() / 2) {
            Some(1) if !has_months => PeriodStep::Day,
            Some(28..=31) => PeriodStep::Month,
            _ if has_months => PeriodStep::Month,
            _ => PeriodStep::Week,
        };
        let step = self.step;
        for period in &mut self.periods {
            match step {
                PeriodStep::Day => period.days = 1,
                PeriodStep::Week if is_ending => period.from = period.from.saturating_sub(6.days()),
                PeriodStep::Week => {}
                PeriodStep::Month => {
                    period.from = period.from.first_of_month();
                    period.days = period.from.days_in_month() as u32;
                }
            }
        }
        self.drop_overlaps();
        if step == PeriodStep::Day {
            self.add_up_days();
        }
    }

    /// Days as weeks, Monday to Sunday, those of which every day is there: weekdays differ, and that is no chance.
    fn add_up_days(&mut self) {
        let mut weeks: Vec<(CountedPeriod, u32)> = Vec::new();
        for day in &self.periods {
            let since_monday = i64::from(day.from.weekday().to_monday_zero_offset());
            let monday = day.from.saturating_sub(since_monday.days());
            match weeks.last_mut() {
                Some((week, days)) if week.from == monday => {
                    week.count += day.count;
                    *days += 1;
                }
                _ => weeks.push((CountedPeriod { from: monday, days: 7, ..*day }, 1)),
            }
        }
        self.periods = weeks.into_iter().filter(|(_, days)| *days == 7).map(|(week, _)| week).collect();
        self.notes.push("The counts of days were added up to whole weeks, Monday to Sunday.".to_owned());
    }

    /// A period that begins before the one before it has ended cannot be what the others are.
    fn drop_overlaps(&mut self) {
        let mut end: Option<Date> = None;
        let mut odd = Vec::new();
        self.periods.retain(|period| {
            let fits = end.is_none_or(|end| period.from >= end);
            if fits {
                end = Some(period.from.saturating_add(i64::from(period.days).days()));
            } else {
                odd.push(period.line);
            }
            fits
        });
        for line in odd {
            self.refuse(line, "its days overlap with those of another line".to_owned());
        }
        self.refused.sort_by_key(|refused| refused.line);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn read(text: &str) -> ActivityRecord {
        read_activity(Given::Text(text), date(2026, 4, 6)).expect("short")
    }

    fn counted(text: &str) -> CountedRecord {
        match read(text) {
            ActivityRecord::Counts(record) => record,
            ActivityRecord::Referrals(list) => panic!("read as single referrals: {list:?}"),
        }
    }

    fn in_short(record: &CountedRecord) -> Vec<(String, u32, u32)> {
        record.periods.iter().map(|one| (one.from.to_string(), one.days, one.count)).collect()
    }

    #[test]
    fn weeks_months_and_days_are_told_apart() {
        let weeks = counted("Week commencing,Referrals\n05/01/2026,12\n12/01/2026,9\n19/01/2026,\"1,014\"\n");
        assert_eq!(weeks.step, PeriodStep::Week);
        assert_eq!(in_short(&weeks)[2], ("2026-01-19".to_owned(), 7, 1_014));
        let ending =
            counted("Week ending;Team;Total referrals\n11/01/2026;3;12\n18/01/2026;3;9\n25/01/2026;3;4\n");
        assert_eq!(in_short(&ending)[0], ("2026-01-05".to_owned(), 7, 12));
        for months in [
            "Jan 2025,40\nFeb 2025,31\nMar 2025,28\n",
            "2025-01,40\n2025-02,31\n2025-03,28\n",
            "01/2025,40\n02/2025,31\n03/2025,28\n",
            "Jan-25\t40\nFeb-25\t31\nMar-25\t28\n",
            "01/01/2025,40\n01/02/2025,31\n01/03/2025,28\n",
        ] {
            let record = counted(months);
            assert_eq!(record.step, PeriodStep::Month, "{months}");
            assert_eq!(in_short(&record)[1], ("2025-02-01".to_owned(), 28, 31), "{months}");
        }
        let days = counted("Date,Number\n05/01/2026,2\n06/01/2026,0\n07/01/2026,3\n");
        assert_eq!((days.step, days.periods.len()), (PeriodStep::Day, 0), "no week is whole");
        let long: String = (5..=18).map(|day| format!("{day:02}/01/2026,{day}\n")).collect();
        assert_eq!(
            in_short(&counted(&long)),
            [
                ("2026-01-05".to_owned(), 7, 5 + 6 + 7 + 8 + 9 + 10 + 11),
                ("2026-01-12".to_owned(), 7, 12 + 13 + 14 + 15 + 16 + 17 + 18)
            ]
        );
    }

    #[test]
    fn lines_that_are_no_counts_are_named() {
        let record = counted(
            "Week commencing,Referrals\n05/01/2026,12\n12/01/2026,n/a\n05/01/2026,13\nTotal,25\n19/01/2026,8\n13/04/2026,2\n26/01/2026,5\n02/02/2026,5\n09/02/2026,5\n16/02/2026,5\n23/02/2026,5\n02/03/2026,5\n09/03/2026,5\n",
        );
        let refused: Vec<(u32, &str)> =
            record.refused.iter().map(|one| (one.line, one.why.as_str())).collect();
        assert_eq!(
            refused,
            [
                (3, "there is no whole number on this line"),
                (4, "an earlier line has the same days"),
                (5, "there is no day or month on this line"),
                (7, "13 April 2026 is after the start date"),
            ]
        );
        assert_eq!(record.periods.len(), 9);
    }

    #[test]
    fn one_referral_to_a_line_is_read_as_a_list() {
        let ActivityRecord::Referrals(list) =
            read("Referral date,Discharge date\n05/01/2026,09/01/2026\n06/01/2026,\n")
        else {
            panic!("there are no counts");
        };
        assert_eq!(list.accepted.len(), 2, "whoever was discharged was referred all the same");
    }
}
