//! The national workbook of community waiting lists: how many wait with each provider, by service and by weeks waited.
//!
//! NHS England publishes it every month (Community Health Services waiting lists: management information, hardly validated).
//! Tables of organisations by service lines, one for each national band of weeks waited, is what it is made of; sheets, rows
//! of headings and columns are found by their words, because titles, notes and columns change from month to month. Read are:
//!
//! - organisations down, service lines across, one sheet for each band: the title or the name of the sheet says which band;
//! - service lines down, bands across, for England or with the organisation in columns of its own;
//! - the same as CSV, also with one figure to a line.
//!
//! Blank and suppressed cells (`*`, `-`, `[c]`) are not known, which is not nought. What is not understood is said with its
//! sheet and row. Nothing here is about any person.
//!
//! The layouts were made from the published description and from what programs in public rely on that read the workbook: the
//! workbook itself could not be had where this was written.
//!
//! # Source
//! NHS England, Community Health Services waiting lists: the page of the publication, which lists the bands in days.

mod figures;
mod month;
mod read_rows;
mod table;
mod words;

use jiff::civil::Date;
use serde::Serialize;

use super::given::Given;
use crate::error::LibraryError;
use figures::Figures;

/// Most things that are listed as not understood; chosen.
const LISTED: usize = 100;

/// National bands of weeks waited, 0-1 first.
const BANDS: usize = 8;

/// What a workbook holds.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct NationalWorkbook {
    /// The first day of the month it is about; none: it does not say.
    pub month: Option<Date>,
    /// Organisations, in the order in which they were first named.
    pub organisations: Vec<NationalOrganisation>,
    /// The one that was asked for.
    pub chosen: Option<NationalFigures>,
    /// England.
    pub england: Option<NationalFigures>,
    /// The tables that were read.
    pub tables: Vec<NationalTable>,
    /// What was not understood; the first hundred.
    pub problems: Vec<SheetProblem>,
    /// How much was not understood in all.
    pub problem_count: u32,
    /// What else there is to know, sentence by sentence.
    pub notes: Vec<String>,
}

/// An organisation of the workbook.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct NationalOrganisation {
    /// Its number in this workbook, from 1.
    pub number: u32,
    /// What it is.
    pub level: OrganisationLevel,
    /// Its code, where the workbook has one.
    pub code: Option<String>,
    /// Its name.
    pub name: String,
}

/// What an organisation is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub enum OrganisationLevel {
    /// All of England.
    England,
    /// A region.
    Region,
    /// An integrated care board.
    System,
    /// A trust or another provider.
    Provider,
}

/// Whom services are for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum NationalAge {
    /// Adults.
    Adults,
    /// Children and young people.
    Children,
}

/// The figures of an organisation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct NationalFigures {
    /// Whose.
    pub organisation: NationalOrganisation,
    /// Services for adults.
    pub adults: NationalServices,
    /// Services for children and young people.
    pub children: NationalServices,
}

/// Services for adults, or for children.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct NationalServices {
    /// All of them together: as the workbook says, or else its lines added up.
    pub all: NationalCounts,
    /// Line by line; those without any figure left out.
    pub lines: Vec<NationalLine>,
}

/// A service line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct NationalLine {
    /// Its name, without the mark of whom it is for.
    pub name: String,
    /// Who waits.
    pub counts: NationalCounts,
}

/// Who waits, and for how long. None: not submitted, suppressed or not in the workbook.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct NationalCounts {
    /// Everybody. The bands need not add up to it.
    pub total: Option<u32>,
    /// By national band, 0-1 weeks first, 8 of them; the last two are not known where only those over 52 weeks are.
    pub by_band: Vec<Option<u32>>,
    /// Over 52 weeks.
    pub over_52: Option<u32>,
}

/// A table that was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct NationalTable {
    /// Its sheet; empty for a text.
    pub sheet: String,
    /// The row of its headings, from 1.
    pub heading_row: u32,
    /// What it counts: "waiting 0-1 weeks".
    pub what: String,
    /// Organisations in it.
    pub organisations: u32,
}

/// Something that was not understood.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct SheetProblem {
    /// The sheet; empty for a text.
    pub sheet: String,
    /// The row, from 1; none: the sheet as a whole.
    pub row: Option<u32>,
    /// What is wrong, and what became of it.
    pub why: String,
}

/// Reads the workbook.
///
/// # Parameters
/// - `organisation` the number of the organisation whose figures are wanted
/// # Errors
/// [`LibraryError::TooLong`], [`LibraryError::NotAList`] also where no table of waiting lists by service is found.
/// # Guarantees
/// Nothing panics, whatever is given; a figure that is not understood is not known, and said to be so.
pub fn read_national(given: Given<'_>, organisation: Option<u32>) -> Result<NationalWorkbook, LibraryError> {
    let sheets = given.sheets()?;
    let mut figures = Figures::default();
    let mut tables = Vec::new();
    for (name, rows) in &sheets {
        tables.extend(read_rows::read(name, rows, &sheets, &mut figures));
    }
    if tables.is_empty() {
        return Err(LibraryError::NotAList {
            reason: "no table of waiting lists by service was found on any sheet",
            hint: "choose the workbook of the Community Health Services waiting lists as NHS England publishes it (.xlsx); its \
                   tables have service lines that begin with (A) or (CYP), or weeks waited as headings",
        });
    }
    let month = figures.month.or_else(|| month::find(&sheets));
    Ok(NationalWorkbook {
        month,
        organisations: figures.organisations.clone(),
        chosen: organisation.and_then(|number| figures.of(number)),
        england: figures.england(),
        notes: notes(&figures, month),
        tables,
        problem_count: figures.problem_count,
        problems: figures.problems,
    })
}

fn notes(figures: &Figures, month: Option<Date>) -> Vec<String> {
    let mut notes = Vec::new();
    if month.is_none() {
        notes.push("The workbook does not say which month it is about.".to_owned());
    }
    if figures.earlier_months > 0 {
        notes.push(format!(
            "{} lines of earlier months were left out: lists of different months are never added up.",
            figures.earlier_months
        ));
    }
    if figures.suppressed > 0 {
        notes.push("Cells with a mark in place of a figure (*, -, [c]) are taken as not known.".to_owned());
    }
    notes
}

#[cfg(test)]
mod tests;
