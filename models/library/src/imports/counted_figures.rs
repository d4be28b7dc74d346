//! Figures that were counted on some days, from whatever was pasted or saved as CSV: a day and a figure on each line.
//!
//! The figures are of the service and not of a person, so a cell that is no number may be shown again, cut short.

use std::collections::BTreeSet;

use jiff::civil::Date;
use pathloom_service::ActualFigure;
use serde::Serialize;

use super::dates::{DayOrder, long};
use super::delimited::Delimited;
use super::given::GIVEN_BYTES;
use super::referrals::days_of;
use crate::error::LibraryError;

/// Most refused lines that are listed one by one; chosen: nobody reads more.
const LISTED: usize = 1_000;

/// Letters of a cell that are shown again.
const SHOWN: usize = 30;

/// What was read out of a list of counted figures.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct CountedFigures {
    /// Lines with a day and a figure, in the order of the text.
    pub figures: Vec<ActualFigure>,
    /// Lines without; the first thousand.
    pub refused: Vec<RefusedFigure>,
    /// How many lines were refused in all.
    pub refused_lines: u32,
    /// How dates that can be read in two ways were read.
    pub day_order: DayOrder,
    /// Whether the days themselves leave no doubt about that.
    pub is_day_order_sure: bool,
}

/// One line without a usable figure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct RefusedFigure {
    /// Line of the text, from 1.
    pub line: u32,
    /// What is there.
    pub what: String,
    /// Why it is no figure of a day.
    pub why: String,
}

/// Reads days and figures: the day in the first column, the figure in the second; a first line of headings may be there.
///
/// # Parameters
/// - `text` lines with cells between commas, semicolons or tabs; days as in a list of referral dates
/// - `day_order` how dates that can be read in two ways are to be read; none: as they suggest
/// # Errors
/// [`LibraryError::TooLong`]; everything else that can be wrong with a list is in the answer.
/// # Guarantees
/// No day is there twice: of two figures for one day the second is refused.
pub fn read_counted_figures(text: &str, day_order: Option<DayOrder>) -> Result<CountedFigures, LibraryError> {
    if text.len() > GIVEN_BYTES as usize {
        return Err(LibraryError::TooLong { limit_bytes: GIVEN_BYTES });
    }
    let rows = rows(text);
    let days = days_of(rows.iter().map(|row| row.day.as_str()), day_order);
    let mut found = CountedFigures {
        figures: Vec::new(),
        refused: Vec::new(),
        refused_lines: 0,
        day_order: days.order,
        is_day_order_sure: days.is_order_sure,
    };
    let mut seen = BTreeSet::new();
    for (at, (row, day)) in rows.iter().zip(days.days).enumerate() {
        if at == 0 && day.is_err() && !row.day.bytes().any(|byte| byte.is_ascii_digit()) {
            // The first line names the columns.
            continue;
        }
        match day.and_then(|date| figure(date, row)) {
            Ok(figure) if seen.insert(figure.date) => found.figures.push(figure),
            Ok(figure) => {
                let why = "there is a figure for this day already".to_owned();
                found.refuse(row.line, long(figure.date), why);
            }
            Err((what, why)) => found.refuse(row.line, what, why),
        }
    }
    Ok(found)
}

impl CountedFigures {
    fn refuse(&mut self, line: u32, what: String, why: String) {
        self.refused_lines += 1;
        if self.refused.len() < LISTED {
            self.refused.push(RefusedFigure { line, what, why });
        }
    }
}

/// A line of the text.
struct Row {
    line: u32,
    day: String,
    value: String,
    /// Whether a comma seems to have cut a figure of thousands in two.
    is_cut: bool,
}

fn rows(text: &str) -> Vec<Row> {
    let mut rows = Vec::new();
    Delimited::new(text.into()).rows(|line, cells| {
        let cell = |at: usize| cells.get(at).unwrap_or_default().to_owned();
        let is_number = |at: usize, digits: std::ops::RangeInclusive<usize>| {
            let cell = cells.get(at).unwrap_or_default();
            digits.contains(&cell.len()) && cell.bytes().all(|byte| byte.is_ascii_digit())
        };
        if cells.iter().any(|cell| !cell.is_empty()) {
            let is_cut = is_number(1, 1..=3) && is_number(2, 3..=3);
            rows.push(Row { line, day: cell(0), value: cell(1), is_cut });
        }
        true
    });
    rows
}

fn figure(date: Date, row: &Row) -> Result<ActualFigure, (String, String)> {
    if row.is_cut {
        let why = "it may be one figure with a comma between thousands: leave the comma out".to_owned();
        return Err((format!("\"{}\" and more", row.value), why));
    }
    // 1,712 in a spreadsheet.
    let number = row.value.replace(',', "").parse::<f64>().ok();
    let value = number.filter(|value| value.is_finite() && *value >= 0.0);
    let refused = || {
        let what = if row.value.is_empty() { "an empty cell".to_owned() } else { quoted(&row.value) };
        (what, "it is not a number of 0 or more".to_owned())
    };
    Ok(ActualFigure { date, value: value.ok_or_else(refused)? })
}

/// A cell between quotation marks, on one line and not too long.
fn quoted(cell: &str) -> String {
    let shown: String = cell.chars().filter(|letter| !letter.is_control()).take(SHOWN).collect();
    let rest = if cell.chars().count() > SHOWN { "…" } else { "" };
    format!("\"{shown}{rest}\"")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read(text: &str) -> CountedFigures {
        read_counted_figures(text, None).unwrap_or_else(|error| panic!("{error}"))
    }

    fn pairs(text: &str) -> Vec<(String, f64)> {
        let found = read(text);
        assert_eq!(found.refused, [], "{text}");
        found.figures.iter().map(|one| (one.date.to_string(), one.value)).collect()
    }

    #[test]
    fn days_and_figures_are_read_as_people_write_them() {
        let two = [("2026-04-06".to_owned(), 1712.0), ("2026-05-04".to_owned(), 1690.5)];
        for text in [
            "2026-04-06,1712\n2026-05-04,1690.5\n",
            "Date;People\n6/4/2026;1712\n\n04/05/2026;1690.5",
            "\u{feff}date\twaiting\r\n6 Apr 2026\t1,712\r\n4 May 2026\t1690.5",
            "2026-04-06,\"1,712\",as returned\n2026-05-04,1690.5,corrected",
        ] {
            assert_eq!(pairs(text), two, "{text}");
        }
        assert_eq!(pairs("date,people\n"), [], "headings alone hold nothing");
        assert_eq!(pairs(""), []);
    }

    #[test]
    fn a_line_that_cannot_be_read_is_named_and_the_others_are_kept() {
        for (text, what, why) in [
            ("2026-04-06,1712\n31/04/2026,1", "31/04/2026", "there is no such day"),
            ("2026-04-06,1712\n2026-04-13,many", "\"many\"", "it is not a number of 0 or more"),
            ("2026-04-06,1712\n2026-04-13,-3", "\"-3\"", "it is not a number"),
            ("2026-04-06,1712\n2026-04-13,", "an empty cell", "it is not a number"),
            ("2026-04-06,1712\n6/4/2026,2", "6 April 2026", "there is a figure for this day already"),
            ("2026-04-06,1712\n2026-04-13,1,690", "\"1\" and more", "leave the comma out"),
            ("2026-04-06,1712\nlast week,3", "text", "it is not a date"),
        ] {
            let found = read(text);
            assert_eq!((found.figures.len(), found.refused_lines), (1, 1), "{text}: {found:?}");
            let row = &found.refused[0];
            assert_eq!((row.line, row.what.as_str()), (2, what), "{text}");
            assert!(row.why.contains(why), "{text}: {}", row.why);
        }
    }

    #[test]
    fn day_and_month_are_read_as_somebody_says() {
        let text = "04/05/2026,10\n04/06/2026,11";
        let guessed = read(text);
        assert!(!guessed.is_day_order_sure);
        assert_eq!(guessed.figures[0].date.to_string(), "2026-05-04");
        let told = read_counted_figures(text, Some(DayOrder::MonthFirst)).expect("short");
        assert_eq!(told.figures[0].date.to_string(), "2026-04-05");
        assert!(read("13/05/2026,10\n04/06/2026,11").is_day_order_sure);
    }

    proptest! {
        #[test]
        fn no_text_makes_it_panic_and_no_day_is_there_twice(text in "[0-9/,;\\t\\n\"a-z£ .-]{0,200}") {
            let found = read(&text);
            let days: BTreeSet<Date> = found.figures.iter().map(|one| one.date).collect();
            prop_assert_eq!(days.len(), found.figures.len());
        }
    }
}
