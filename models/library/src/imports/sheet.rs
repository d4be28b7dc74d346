//! Rows of cells with the lines they stand on, wherever they come from.

use csv::StringRecord;

use super::delimited::Delimited;

/// Rows that are looked at to find out what the columns hold.
const SAMPLED: usize = 500;

/// Columns that are looked at; whatever lies beyond is not read.
pub(super) const COLUMNS: usize = 500;

/// A table, ready to be read row by row.
pub(super) enum Sheet<'a> {
    /// Cells between commas, semicolons, tabs or bars.
    Text(Delimited<'a>),
    /// Cells of a workbook's sheet, each row with its number there; rows without content are left out.
    Cells(Vec<(u32, Vec<String>)>),
}

/// Rows of a table with their lines, those without any content left out.
pub(super) type Rows = Vec<(u32, Vec<String>)>;

/// The first rows of a table.
pub(super) type Sample = Rows;

/// One row.
#[derive(Clone, Copy)]
pub(super) enum Row<'r> {
    /// Of a text.
    Record(&'r StringRecord),
    /// Of a workbook.
    Cells(&'r [String]),
}

impl<'r> Row<'r> {
    /// A cell without blanks around it; empty where the row has none.
    pub(super) fn cell(self, at: usize) -> &'r str {
        match self {
            Self::Record(record) => record.get(at).unwrap_or_default(),
            Self::Cells(cells) => cells.get(at).map_or("", String::as_str),
        }
    }

    /// How many cells there are.
    pub(super) fn len(self) -> usize {
        match self {
            Self::Record(record) => record.len(),
            Self::Cells(cells) => cells.len(),
        }
    }

    /// Whether every cell is empty.
    pub(super) fn is_blank(self) -> bool {
        (0..self.len()).all(|at| self.cell(at).is_empty())
    }
}

impl Sheet<'_> {
    /// Rows at the start, for a look at what the columns hold.
    pub(super) fn sample(&self) -> Sample {
        self.first_rows(SAMPLED)
    }

    /// Every row that holds anything.
    pub(super) fn all_rows(&self) -> Rows {
        self.first_rows(usize::MAX)
    }

    fn first_rows(&self, most: usize) -> Rows {
        let mut rows = Vec::new();
        self.rows(|line, row| {
            if !row.is_blank() {
                let width = row.len().min(COLUMNS);
                rows.push((line, (0..width).map(|at| row.cell(at).to_owned()).collect()));
            }
            rows.len() < most
        });
        rows
    }

    /// Every row that holds anything, below the headings, with the line it starts on, from 1.
    pub(super) fn each_row_below(&self, headings_end: u32, mut take: impl FnMut(u32, Row<'_>)) {
        self.rows(|line, row| {
            if line > headings_end && !row.is_blank() {
                take(line, row);
            }
            true
        });
    }

    /// Hands over rows until told to stop.
    fn rows(&self, mut take: impl FnMut(u32, Row<'_>) -> bool) {
        match self {
            Self::Text(text) => text.rows(|line, record| take(line, Row::Record(record))),
            Self::Cells(rows) => {
                for (line, cells) in rows {
                    if !take(*line, Row::Cells(cells)) {
                        break;
                    }
                }
            }
        }
    }
}
