//! What each column of a list holds, and which of them are read.
//!
//! Headings decide where there are any; otherwise what the cells look like. Where that leaves two columns of dates, none
//! is taken: a date of birth read as a referral date would be a wrong list that nobody notices.

mod kinds;

use std::collections::BTreeSet;

use super::{ListMapping, ListPurpose, ListRequest};
use crate::imports::dates;
use crate::imports::headings::{self, Ending, Heading, Rank};
use crate::imports::remembered::RememberedColumns;
use crate::imports::sheet::{Row, Sample};
use kinds::{Column, look};

pub use kinds::{ColumnFound, ColumnKind};

/// Which columns are read, and what there is to say about the others.
pub(super) struct Choice {
    /// The columns that are read.
    pub(super) mapping: ListMapping,
    /// The last line of headings; 0 where there are none.
    pub(super) headings_end: u32,
    /// All columns, from the left.
    pub(super) columns: Vec<ColumnFound>,
    /// Sentences.
    pub(super) notes: Vec<String>,
    /// Columns that together tell people apart; empty: none do.
    people: Vec<usize>,
}

/// Whether a sheet looks like a list of referrals.
pub(super) fn has_referrals(sample: &Sample, request: &ListRequest) -> bool {
    let referral = choose(sample, request, &[]).mapping.referral;
    // A sheet of one column alone is taken for dates whatever it holds; here it must hold some.
    let is_date = |cell: &String| dates::is_date(&dates::written(cell));
    referral.is_some_and(|number| {
        sample.iter().any(|(_, cells)| cells.get(number as usize - 1).is_some_and(is_date))
    })
}

/// Chooses the columns that are read.
pub(super) fn choose(sample: &Sample, request: &ListRequest, remembered: &[RememberedColumns]) -> Choice {
    let found = headings::find(sample);
    let rows = &sample[found.map_or(0, |(row, _)| row + 1)..];
    let headings_end = found.map_or(0, |(row, _)| sample[row].0);
    let heading_cells = found.map_or(&[][..], |(row, _)| &sample[row].1);
    let are_known = found.is_some_and(|(_, by_words)| by_words);
    let width = sample.iter().map(|(_, cells)| cells.len()).max().unwrap_or_default();
    let columns: Vec<Column> = (0..width).map(|at| look(heading_cells, rows, at, request)).collect();
    // Words that only look like headings may be somebody's name.
    let texts: Vec<Option<String>> = (0..width)
        .map(|at| heading_cells.get(at).filter(|text| are_known && !text.is_empty()).cloned())
        .collect();

    let mut notes = Vec::new();
    if found.is_some() {
        notes.push(format!("Line {headings_end} was taken as the headings; reading starts after it."));
    }
    let mapping = match (&request.mapping, remembered.iter().find(|one| one.fits(&texts))) {
        (Some(chosen), _) => asked_for(chosen, &columns, &mut notes),
        (None, Some(before)) => {
            notes.push(
                "The columns are those chosen the last time for a list with these headings.".to_owned(),
            );
            asked_for(&of_headings(before, &texts), &columns, &mut notes)
        }
        (None, None) => proposed(&columns, &mut notes),
    };
    let mapping = match request.purpose {
        ListPurpose::WaitingList => mapping,
        ListPurpose::Referrals => ListMapping { referral: mapping.referral, ..ListMapping::default() },
    };
    let people = match request.purpose {
        ListPurpose::WaitingList => kinds::telling_apart(&columns, &mapping),
        ListPurpose::Referrals => Vec::new(),
    };
    let columns = kinds::found(&columns, texts, mapping.referral);
    notes.extend(kinds::ignored(&columns));
    Choice { mapping, headings_end, columns, notes, people }
}

impl Choice {
    /// What tells the person of a row apart; none where that is empty, or nothing does.
    pub(super) fn person(&self, row: Row<'_>) -> Option<String> {
        let cells: Vec<&str> = self.people.iter().map(|at| row.cell(*at)).collect();
        let is_whole = !cells.is_empty() && cells.iter().all(|cell| !cell.is_empty());
        // Blanks in an NHS number, or capitals in a name, make nobody another person.
        let plain = |cell: &&str| cell.chars().filter(|letter| letter.is_alphanumeric()).collect::<String>();
        is_whole.then(|| cells.iter().map(plain).collect::<Vec<_>>().join("\u{1f}").to_lowercase())
    }

    pub(super) fn tells_people_apart(&self) -> bool {
        !self.people.is_empty()
    }

    /// The choice by its headings; none where a column that is read has none.
    pub(super) fn remember(&self) -> Option<RememberedColumns> {
        let heading = |column: Option<u32>| match column {
            None => Some(None),
            Some(number) => {
                let column = self.columns.iter().find(|column| column.number == number)?;
                column.heading.as_ref().map(|text| Some(text.to_lowercase()))
            }
        };
        Some(RememberedColumns {
            referral: heading(self.mapping.referral)??,
            ended: heading(self.mapping.ended)?,
            group: heading(self.mapping.group)?,
            urgency: heading(self.mapping.urgency)?,
        })
    }
}

/// The columns that the user chose, now or before, those left out that there are not, and those that tell who somebody is.
fn asked_for(chosen: &ListMapping, columns: &[Column], notes: &mut Vec<String>) -> ListMapping {
    let mut there = |number: Option<u32>, is_shown: bool| {
        let number = number?;
        let Some(column) = (number as usize).checked_sub(1).and_then(|at| columns.get(at)) else {
            notes.push(format!("There is no column {number}: the list has {}.", columns.len()));
            return None;
        };
        if is_shown && column.kind().is_personal() {
            notes.push(format!("Column {number} tells who somebody is, so it cannot be used for groups."));
            return None;
        }
        Some(number)
    };
    ListMapping {
        referral: there(chosen.referral, false),
        ended: there(chosen.ended, false),
        group: there(chosen.group, true),
        urgency: there(chosen.urgency, true),
    }
}

fn of_headings(before: &RememberedColumns, texts: &[Option<String>]) -> ListMapping {
    let numbered = |wanted: &String| {
        let at =
            texts.iter().position(|text| text.as_ref().is_some_and(|text| text.to_lowercase() == *wanted))?;
        u32::try_from(at + 1).ok()
    };
    ListMapping {
        referral: numbered(&before.referral),
        ended: before.ended.as_ref().and_then(numbered),
        group: before.group.as_ref().and_then(numbered),
        urgency: before.urgency.as_ref().and_then(numbered),
    }
}

/// What headings and cells suggest. A group is offered only where its heading and its few different cells say so.
fn proposed(columns: &[Column], notes: &mut Vec<String>) -> ListMapping {
    let number = |at: usize| u32::try_from(at + 1).ok();
    let referral = best(columns, notes).and_then(number);
    let first = |fits: &dyn Fn(&Column) -> bool| columns.iter().position(fits).and_then(number);
    let ended =
        Ending::ALL.into_iter().find_map(|rank| first(&|column| column.heading == Heading::Ended(rank)));
    ListMapping {
        referral,
        ended: ended.filter(|number| Some(*number) != referral),
        group: first(&|column| column.heading == Heading::Group && column.holds_groups()),
        urgency: first(&|column| column.heading == Heading::Urgency && column.holds_groups()),
    }
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
            notes.push(
                "No column of dates was found. Choose the column of referral dates, or paste it alone."
                    .to_owned(),
            );
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

/// `2, 3 and 5`, counted from 1.
fn listed(places: &[usize]) -> String {
    let numbers: Vec<String> =
        places.iter().copied().collect::<BTreeSet<_>>().iter().map(|at| (at + 1).to_string()).collect();
    match &numbers[..] {
        [most @ .., last] if !most.is_empty() => format!("{} and {last}", most.join(", ")),
        _ => numbers.concat(),
    }
}
