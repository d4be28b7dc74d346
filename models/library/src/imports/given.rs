//! What is given to be read: a pasted text, or a file as it lies on the disk.

use std::fmt;

use super::delimited::Delimited;
use super::encoding::decoded;
use super::sheet::{Rows, Sample, Sheet};
use super::workbook::{self, Workbook};
use crate::error::LibraryError;

/// Longest text or file that is read `[bytes]`; chosen: a million lines and more.
pub const GIVEN_BYTES: u32 = 20 * 1024 * 1024;

/// What a list is read from.
#[derive(Clone, Copy)]
pub enum Given<'a> {
    /// What was pasted.
    Text(&'a str),
    /// The content of a file: CSV in any encoding, or an Excel or OpenDocument workbook.
    File(&'a [u8]),
}

/// Says how much there is, never what.
impl fmt::Debug for Given<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) => write!(f, "Text({} bytes)", text.len()),
            Self::File(bytes) => write!(f, "File({} bytes)", bytes.len()),
        }
    }
}

/// A table out of what was given.
pub(super) struct Opened<'a> {
    /// The table.
    pub(super) sheet: Sheet<'a>,
    /// Names of the sheets of a workbook, in their order; empty for a text.
    pub(super) sheet_names: Vec<String>,
    /// Which of them was opened, from 1.
    pub(super) sheet_number: Option<u32>,
    /// What there is to know about the whole, sentence by sentence.
    pub(super) notes: Vec<String>,
}

impl<'a> Given<'a> {
    /// Opens a table.
    ///
    /// # Parameters
    /// - `asked` the sheet of a workbook that the user chose, from 1
    /// - `fits` whether a sheet looks like what is wanted, by its first rows, the best first; without a choice the first
    ///   sheet that looks the best is opened, failing that the first with anything on it
    /// # Errors
    /// [`LibraryError::TooLong`], [`LibraryError::NotAList`].
    pub(super) fn open(
        self,
        asked: Option<u32>,
        fits: &[&dyn Fn(&Sample) -> bool],
    ) -> Result<Opened<'a>, LibraryError> {
        let length = match self {
            Self::Text(text) => text.len(),
            Self::File(bytes) => bytes.len(),
        };
        if length > GIVEN_BYTES as usize {
            return Err(LibraryError::TooLong { limit_bytes: GIVEN_BYTES });
        }
        match self {
            Self::Text(text) => Ok(of_text(Delimited::new(text.into()), None)),
            Self::File(bytes) if workbook::is_workbook(bytes) => of_workbook(bytes, asked, fits),
            Self::File(bytes) => {
                let (text, note) = decoded(bytes)?;
                Ok(of_text(Delimited::new(text), note))
            }
        }
    }
}

impl Given<'_> {
    /// Every sheet that can be seen, in their order, with its rows; a text is one sheet without a name.
    ///
    /// # Errors
    /// [`LibraryError::TooLong`], [`LibraryError::NotAList`].
    pub(super) fn sheets(self) -> Result<Vec<(String, Rows)>, LibraryError> {
        if let Self::File(bytes) = self
            && workbook::is_workbook(bytes)
            && bytes.len() <= GIVEN_BYTES as usize
        {
            let mut workbook = Workbook::open(bytes)?;
            let names = workbook.names().to_vec();
            return names.into_iter().enumerate().map(|(at, name)| Ok((name, workbook.rows(at)?))).collect();
        }
        let opened = self.open(None, &[])?;
        Ok(vec![(String::new(), opened.sheet.all_rows())])
    }
}

fn of_text<'a>(text: Delimited<'a>, note: Option<&str>) -> Opened<'a> {
    let notes = text.notes().into_iter().chain(note.map(str::to_owned)).collect();
    Opened { sheet: Sheet::Text(text), sheet_names: Vec::new(), sheet_number: None, notes }
}

fn of_workbook<'a>(
    bytes: &[u8],
    asked: Option<u32>,
    fits: &[&dyn Fn(&Sample) -> bool],
) -> Result<Opened<'a>, LibraryError> {
    let mut workbook = Workbook::open(bytes)?;
    let sheet_names = workbook.names().to_vec();
    if let Some(number) = asked {
        let rows = workbook.rows(number.saturating_sub(1) as usize)?;
        return Ok(of_sheet(rows, sheet_names, number));
    }
    let mut best: Option<(usize, Opened<'a>)> = None;
    for number in 1..=sheet_names.len() as u32 {
        let rows = workbook.rows(number as usize - 1)?;
        if rows.is_empty() {
            continue;
        }
        let opened = of_sheet(rows, sheet_names.clone(), number);
        let sample = opened.sheet.sample();
        let rank = fits.iter().position(|fits| fits(&sample)).unwrap_or(fits.len());
        if rank == 0 {
            return Ok(opened);
        }
        if best.as_ref().is_none_or(|(so_far, _)| rank < *so_far) {
            best = Some((rank, opened));
        }
    }
    best.map(|(_, opened)| opened).ok_or(LibraryError::NotAList {
        reason: "this workbook has nothing on any sheet that can be seen",
        hint: "save the list as a sheet of its own, or as CSV",
    })
}

fn of_sheet<'a>(rows: Vec<(u32, Vec<String>)>, sheet_names: Vec<String>, number: u32) -> Opened<'a> {
    let mut notes = Vec::new();
    if let [_, _, ..] = &sheet_names[..]
        && let Some(name) = sheet_names.get(number as usize - 1)
    {
        notes.push(format!("Of {} sheets, \u{201c}{name}\u{201d} was read.", sheet_names.len()));
    }
    Opened { sheet: Sheet::Cells(rows), sheet_names, sheet_number: Some(number), notes }
}
