//! Comma-separated values that a spreadsheet cannot mistake for formulas.

use csv::{Terminator, Writer, WriterBuilder};

use crate::exit::Failure;

/// A cell of text. Spreadsheets run a cell that starts like a formula, so such text gets an apostrophe in front.
///
/// # Source
/// OWASP, "CSV Injection": cells starting with `=`, `+`, `-`, `@`, tab, carriage return or line feed.
pub(crate) fn text(cell: &str) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']) {
        format!("'{cell}")
    } else {
        cell.to_owned()
    }
}

/// A cell with a number; empty where there was nothing to measure.
pub(crate) fn number(value: Option<f64>) -> String {
    value.map_or_else(String::new, |value| value.to_string())
}

/// A table being written.
pub(crate) struct Table {
    writer: Writer<Vec<u8>>,
}

impl Table {
    /// A table with this first line.
    ///
    /// # Errors
    /// [`Failure::Write`].
    pub(crate) fn new(columns: &[&str]) -> Result<Self, Failure> {
        let mut table =
            Self { writer: WriterBuilder::new().terminator(Terminator::CRLF).from_writer(Vec::new()) };
        table.row(columns.iter().map(|column| (*column).to_owned()))?;
        Ok(table)
    }

    /// Adds a line.
    ///
    /// # Errors
    /// [`Failure::Write`].
    pub(crate) fn row(&mut self, cells: impl IntoIterator<Item = String>) -> Result<(), Failure> {
        self.writer.write_record(cells).map_err(|error| failed(&error.to_string()))
    }

    /// The whole table.
    ///
    /// # Errors
    /// [`Failure::Write`].
    pub(crate) fn finish(self) -> Result<String, Failure> {
        let bytes = self.writer.into_inner().map_err(|error| failed(&error.to_string()))?;
        String::from_utf8(bytes).map_err(|error| failed(&error.to_string()))
    }
}

fn failed(reason: &str) -> Failure {
    Failure::Write { name: "the table".to_owned(), reason: reason.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_that_starts_like_a_formula_is_text() {
        for cell in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1"] {
            assert_eq!(text(cell), format!("'{cell}"));
        }
        assert_eq!(text("Do nothing"), "Do nothing");
        assert_eq!(text(""), "");
    }

    #[test]
    fn numbers_are_left_alone() {
        assert_eq!(number(Some(-1.5)), "-1.5");
        assert_eq!(number(Some(949.0)), "949");
        assert_eq!(number(None), "");
    }
}
