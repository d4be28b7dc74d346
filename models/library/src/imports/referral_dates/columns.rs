//! What each column of a list holds, and which of them is that of the referral dates.
//!
//! Headings decide where there are any; otherwise what the cells look like. Where that leaves two columns of dates, none
//! is taken: a date of birth read as a referral date would be a wrong list that nobody notices.

mod headings;
mod personal;

use std::collections::BTreeSet;

use serde::Serialize;

use super::ColumnFound;
use super::dates::{self, Written};
use super::sheet::Sample;
use headings::{Heading, Rank};

/// What a column looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub enum ColumnKind {
    /// The dates that were read.
    ReferralDates,
    /// Other dates.
    Dates,
    /// Dates of birth.
    BirthDates,
    /// NHS numbers: ten digits of which the last checks the others.
    NhsNumbers,
    /// Names of people.
    Names,
    /// Postcodes.
    Postcodes,
    /// Anything else.
    Other,
}

/// Which column is read, and what there is to say about the others.
pub(super) struct Choice {
    /// Number of the column, from 0.
    pub(super) column: Option<u32>,
    /// The last line of headings; 0 where there are none.
    pub(super) headings_end: u32,
    /// All columns, from the left.
    pub(super) columns: Vec<ColumnFound>,
    /// Sentences.
    pub(super) notes: Vec<String>,
}

/// A column as its cells and its heading show it.
struct Column {
    heading: Heading,
    /// Cells that are not empty.
    filled: usize,
    /// Cells written like dates.
    dates: usize,
    /// Numbers that may be dates, as Excel counts them.
    serials: usize,
    personal: Option<ColumnKind>,
}

impl Column {
    fn holds_dates(&self) -> bool {
        self.filled > 0 && self.dates * 2 >= self.filled
    }

    /// Numbers are believed to be dates only where something else says so.
    fn may_hold_dates(&self) -> bool {
        self.filled > 0 && (self.dates + self.serials) * 2 >= self.filled
    }

    fn kind(&self) -> ColumnKind {
        match (self.heading, self.personal) {
            (Heading::Personal(kind), _) => kind,
            _ if self.holds_dates() => ColumnKind::Dates,
            (_, Some(kind)) => kind,
            _ => ColumnKind::Other,
        }
    }
}

/// Chooses the column with the referral dates.
///
/// # Parameters
/// `asked` -- the column that the user chose, from 1.
pub(super) fn choose(sample: &Sample, asked: Option<u32>) -> Choice {
    let headings = headings::find(sample);
    let rows = &sample[headings.map_or(0, |row| row + 1)..];
    let headings_end = headings.map_or(0, |row| sample[row].0);
    let heading_cells = headings.map_or(&[][..], |row| &sample[row].1);
    let width = sample.iter().map(|(_, cells)| cells.len()).max().unwrap_or_default();
    let columns: Vec<Column> = (0..width).map(|at| look(heading_cells, rows, at)).collect();

    let mut notes = Vec::new();
    if headings.is_some() {
        notes.push(format!("Line {headings_end} was taken as the headings; reading starts after it."));
    }
    let column = match asked {
        Some(number) => asked_for(number, width, &mut notes),
        None => best(&columns, &mut notes),
    };
    let columns = kinds(&columns, column);
    notes.extend(ignored(&columns));
    Choice { column: column.and_then(|at| u32::try_from(at).ok()), headings_end, columns, notes }
}

fn look(headings: &[String], rows: &[(u32, Vec<String>)], at: usize) -> Column {
    let cells: Vec<&str> = rows
        .iter()
        .filter_map(|(_, row)| row.get(at))
        .map(String::as_str)
        .filter(|cell| !cell.is_empty())
        .collect();
    let written: Vec<Written> = cells.iter().map(|cell| dates::written(cell)).collect();
    Column {
        heading: headings.get(at).map_or(Heading::Nothing, |cell| headings::heading(cell)),
        filled: cells.len(),
        dates: written.iter().filter(|one| dates::is_date(one)).count(),
        serials: written.iter().filter(|one| matches!(one, Written::Serial(_))).count(),
        personal: personal::kind(&cells),
    }
}

fn asked_for(number: u32, width: usize, notes: &mut Vec<String>) -> Option<usize> {
    let at = (number as usize).checked_sub(1).filter(|at| *at < width);
    if at.is_none() {
        notes.push(format!("There is no column {number}: the list has {width}."));
    }
    at
}

/// The column that says in its heading that it holds referral dates, or the only one with dates.
fn best(columns: &[Column], notes: &mut Vec<String>) -> Option<usize> {
    for rank in Rank::ALL {
        let named = |column: &Column| column.heading == Heading::Dates(rank);
        let found = places(columns, |column| named(column) && column.may_hold_dates());
        if let Some(first) = found.first() {
            if found.len() > 1 {
                let all = listed(&found);
                notes.push(format!(
                    "Columns {all} may all hold referral dates; column {} was read. Choose another if it is not.",
                    first + 1
                ));
            }
            return Some(*first);
        }
    }
    // A heading that promises referral dates and cells that are none: every line then says what is wrong with it.
    let promised = places(columns, |column| column.heading == Heading::Dates(Rank::Referral));
    let dates = places(columns, |column| column.kind() == ColumnKind::Dates);
    let only = if columns.len() == 1 { vec![0] } else { Vec::new() };
    match (&promised[..], &dates[..], &only[..]) {
        ([first, ..], _, _) | ([], [first], _) | ([], [], [first]) => Some(*first),
        ([], [], _) => {
            notes.push("No column of dates was found. Paste the column of referral dates alone.".to_owned());
            None
        }
        ([], found, _) => {
            notes.push(format!(
                "Columns {} all hold dates, and no heading says which is the date of referral. Choose one.",
                listed(found)
            ));
            None
        }
    }
}

fn places(columns: &[Column], fits: impl Fn(&Column) -> bool) -> Vec<usize> {
    columns.iter().enumerate().filter(|(_, column)| fits(column)).map(|(at, _)| at).collect()
}

fn kinds(columns: &[Column], chosen: Option<usize>) -> Vec<ColumnFound> {
    let kind =
        |at, column: &Column| if Some(at) == chosen { ColumnKind::ReferralDates } else { column.kind() };
    (1..)
        .zip(columns.iter().enumerate())
        .map(|(number, (at, column))| ColumnFound { number, kind: kind(at, column) })
        .collect()
}

/// Sentences about columns that tell who somebody is.
fn ignored(columns: &[ColumnFound]) -> Vec<String> {
    let personal = [
        (ColumnKind::NhsNumbers, "NHS numbers"),
        (ColumnKind::Names, "names"),
        (ColumnKind::BirthDates, "dates of birth"),
        (ColumnKind::Postcodes, "postcodes"),
    ];
    let mut notes = Vec::new();
    for (kind, words) in personal {
        let found: Vec<usize> = columns
            .iter()
            .filter(|column| column.kind == kind)
            .map(|column| column.number as usize - 1)
            .collect();
        match &found[..] {
            [] => {}
            [one] => notes.push(format!("Column {} looks like {words}: ignored and not kept.", one + 1)),
            _ => notes.push(format!("Columns {} look like {words}: ignored and not kept.", listed(&found))),
        }
    }
    notes
}

/// `2, 3 and 5`, counted from 1.
fn listed(places: &[usize]) -> String {
    let numbers: Vec<String> =
        places.iter().copied().collect::<BTreeSet<_>>().iter().map(|at| (at + 1).to_string()).collect();
    match &numbers[..] {
        [most @ .., last] if !most.is_empty() => format!("{} and {last}", most.join(", ")),
        _ => numbers.concat(),
    }
}
