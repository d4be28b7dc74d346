//! One column of numbers: how long things took, as measured.
//!
//! What is pasted is mostly a column alone; a table gives up one of its columns, the one whose heading speaks of time, or the one
//! that is chosen. Columns that tell who somebody is cannot be chosen. The values go to whoever fits a shape to them; what is
//! said of the column is its headings and the lines that hold no value, by number, described and not repeated.

use serde::Serialize;

use super::given::Given;
use super::personal;
use super::sheet::Sample;
use crate::error::LibraryError;

/// Most refused lines that are listed one by one; chosen.
const LISTED: usize = 200;

/// Rows among which the first value is looked for; chosen: titles stand above it.
const FIRST_ROWS: usize = 20;

/// Words of headings that speak of time.
const TIMES: [&str; 10] =
    ["minute", "min", "duration", "length", "week", "day", "hour", "time", "stay", "interval"];

/// A column of measured values.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct MeasuredColumn {
    /// Names of the sheets of a workbook; empty for a text.
    pub sheets: Vec<String>,
    /// Which of them was read, from 1.
    pub sheet: Option<u32>,
    /// Columns that can be read.
    pub columns: Vec<NumberColumn>,
    /// The one that was read, from 1; none: there is none of numbers.
    pub column: Option<u32>,
    /// Values read.
    pub accepted: u32,
    /// Lines without a usable value; the first two hundred.
    pub refused: Vec<RefusedValue>,
    /// How many in all.
    pub refused_lines: u32,
    /// What else there is to know, sentence by sentence.
    pub notes: Vec<String>,
}

/// A column that can be read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct NumberColumn {
    /// Its number, from 1.
    pub number: u32,
    /// Its heading, where there is one.
    pub heading: Option<String>,
}

/// A line without a usable value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct RefusedValue {
    /// Line of the column, from 1.
    pub line: u32,
    /// What is there: "0", "-5", "text", "an empty cell".
    pub what: String,
    /// Why it is no value.
    pub why: String,
}

/// Reads a column of measured values.
///
/// # Parameters
/// - `sheet` the sheet of a workbook that was chosen, from 1
/// - `column` the column that was chosen, from 1
/// # Returns
/// What was read, and the values in the order of the lines: all above nought.
/// # Errors
/// [`LibraryError::TooLong`], [`LibraryError::NotAList`]; everything else that can be wrong is in the answer.
pub fn read_durations(
    given: Given<'_>,
    sheet: Option<u32>,
    column: Option<u32>,
) -> Result<(MeasuredColumn, Vec<f64>), LibraryError> {
    let opened = given.open(sheet, &[&|sample| proposed(sample, &columns(sample)).is_some()])?;
    let sample = opened.sheet.sample();
    let columns = columns(&sample);
    let chosen = column.filter(|number| columns.iter().any(|one| one.number == *number));
    let column = chosen.or_else(|| proposed(&sample, &columns));
    let mut read = MeasuredColumn {
        sheets: opened.sheet_names,
        sheet: opened.sheet_number,
        columns,
        column,
        accepted: 0,
        refused: Vec::new(),
        refused_lines: 0,
        notes: opened.notes,
    };
    let mut values = Vec::new();
    if let Some(at) = column.map(|number| number as usize - 1) {
        let is_alone = is_alone(&sample);
        opened.sheet.each_row_below(headings_end(&sample, at), |line, row| {
            if is_alone && (0..row.len()).filter(|at| !row.cell(*at).is_empty()).count() > 1 {
                let why = "it may be one number with a comma between thousands: leave the comma out";
                return read.refuse(line, "two numbers".to_owned(), why);
            }
            match value_of(row.cell(at)) {
                Ok(value) => values.push(value),
                Err((what, why)) => read.refuse(line, what, why),
            }
        });
    }
    read.accepted = values.len() as u32;
    Ok((read, values))
}

impl MeasuredColumn {
    fn refuse(&mut self, line: u32, what: String, why: &str) {
        self.refused_lines += 1;
        if self.refused.len() < LISTED {
            self.refused.push(RefusedValue { line, what, why: why.to_owned() });
        }
    }
}

fn cells(sample: &Sample, at: usize) -> Vec<&str> {
    sample
        .iter()
        .filter_map(|(_, cells)| cells.get(at))
        .map(String::as_str)
        .filter(|cell| !cell.is_empty())
        .collect()
}

/// Columns some of whose cells are numbers and that do not tell who somebody is.
fn columns(sample: &Sample) -> Vec<NumberColumn> {
    let width = sample.iter().map(|(_, cells)| cells.len()).max().unwrap_or_default();
    let is_offered = |at: &usize| {
        let cells = cells(sample, *at);
        cells.iter().any(|cell| value_of(cell).is_ok()) && personal::kind(&cells).is_none()
    };
    let of = |at: usize| NumberColumn { number: at as u32 + 1, heading: heading(sample, at) };
    (0..width).filter(is_offered).map(of).collect()
}

/// The column whose heading speaks of time, or the only one; failing both the first most of whose cells are values.
fn proposed(sample: &Sample, columns: &[NumberColumn]) -> Option<u32> {
    let mostly = |column: &&NumberColumn| {
        let cells = cells(sample, column.number as usize - 1);
        cells.iter().filter(|cell| value_of(cell).is_ok()).count() * 2 >= cells.len()
    };
    let speaks_of_time = |column: &&NumberColumn| {
        let words = column.heading.as_deref().unwrap_or_default().to_lowercase();
        words
            .split(|letter: char| !letter.is_alphabetic())
            .any(|word| TIMES.contains(&word.trim_end_matches('s')))
    };
    let named = columns.iter().filter(mostly).find(speaks_of_time);
    let found = match columns {
        [only, ..] if columns.len() == 1 || is_alone(sample) => Some(only),
        _ => named.or_else(|| columns.iter().find(mostly)),
    };
    found.map(|column| column.number)
}

/// Whether it is a column alone: hardly any line has more than one cell.
fn is_alone(sample: &Sample) -> bool {
    let several = sample.iter().filter(|(_, cells)| cells.iter().filter(|cell| !cell.is_empty()).count() > 1);
    several.count() * 4 < sample.len()
}

/// The last line above the first value: titles and headings, which hold no digits alone.
fn headings_end(sample: &Sample, at: usize) -> u32 {
    let is_words =
        |cell: &str| cell.is_empty() || cell.chars().any(char::is_alphabetic) && value_of(cell).is_err();
    let above = sample
        .iter()
        .take(FIRST_ROWS)
        .take_while(|(_, cells)| cells.get(at).is_none_or(|cell| is_words(cell)));
    above.last().map_or(0, |(line, _)| *line)
}

fn heading(sample: &Sample, at: usize) -> Option<String> {
    let end = headings_end(sample, at);
    let (_, cells) = sample.iter().rev().find(|(line, _)| *line <= end)?;
    cells.get(at).filter(|cell| !cell.is_empty() && cell.len() <= 80).cloned()
}

/// A number above nought, or what is there instead and why it will not do.
fn value_of(cell: &str) -> Result<f64, (String, &'static str)> {
    if cell.is_empty() {
        return Err(("an empty cell".to_owned(), "there is no value"));
    }
    let plain = cell.replace(',', "");
    let is_plain = plain.bytes().all(|byte| byte.is_ascii_digit() || b".-+".contains(&byte));
    match plain.parse::<f64>() {
        Ok(value) if is_plain && value > 0.0 && value.is_finite() => Ok(value),
        Ok(0.0) if is_plain => {
            Err(("0".to_owned(), "nothing takes no time: leave it out, or enter what it took"))
        }
        Ok(value) if is_plain && value < 0.0 => Err((cell.to_owned(), "no time is below 0")),
        _ if cell.contains(':') => {
            Err(("a time of day".to_owned(), "write it as a number in the unit of the field"))
        }
        _ => Err(("text".to_owned(), "it is not a number; write it without its unit")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (MeasuredColumn, Vec<f64>) {
        read_durations(Given::Text(text), None, None).expect("short")
    }

    fn refused(column: &MeasuredColumn) -> Vec<(u32, &str)> {
        column.refused.iter().map(|row| (row.line, row.what.as_str())).collect()
    }

    #[test]
    fn a_column_alone_is_read_and_what_is_no_value_is_named_by_its_line() {
        let (column, values) = read("Minutes\n45\n0\n 60 \n-5\nlong\n\n1,200\n0:45\n45 min\n30.5");
        assert_eq!(values, [45.0, 60.0, 30.5]);
        assert_eq!(
            refused(&column),
            [(3, "0"), (5, "-5"), (6, "text"), (8, "two numbers"), (9, "a time of day"), (10, "text")]
        );
        assert_eq!((column.accepted, column.refused_lines), (3, 6));
        assert_eq!(read("Minutes\n\"1,200\"\n45").1, [1_200.0, 45.0]);
        assert_eq!(read("45\n60\n30").1, [45.0, 60.0, 30.0]);
        assert_eq!(read("").1, Vec::<f64>::new());
        assert_eq!(read("one\ntwo\n").0.column, None);
    }

    #[test]
    fn of_a_table_the_column_of_times_is_read_and_who_somebody_is_is_never_offered() {
        let text = "NHS number,Band,Contact minutes,Miles\n9434765919,6,45,3\n4010232137,6,60,9\n9434765919,5,30,1\n";
        let (column, values) = read(text);
        assert_eq!((column.column, values), (Some(3), vec![45.0, 60.0, 30.0]));
        let offered: Vec<&str> = column.columns.iter().filter_map(|one| one.heading.as_deref()).collect();
        assert_eq!(offered, ["Band", "Contact minutes", "Miles"]);
        let (_, miles) = read_durations(Given::Text(text), None, Some(4)).expect("short");
        assert_eq!(miles, [3.0, 9.0, 1.0]);
        let (hidden, _) = read_durations(Given::Text(text), None, Some(1)).expect("short");
        assert_eq!(hidden.column, Some(3), "numbers of people cannot be chosen");
        assert!(!format!("{column:?}").contains("9434765919"));
    }

    #[test]
    fn a_workbook_is_read_from_the_sheet_that_is_chosen() {
        let mut workbook = rust_xlsxwriter::Workbook::new();
        for (name, first) in [("Notes", 1.0), ("Contacts", 40.0)] {
            let sheet = workbook.add_worksheet();
            sheet.set_name(name).expect("a name");
            sheet.write(0, 0, "Minutes").expect("a cell");
            for row in 1..=5 {
                sheet.write(row, 0, first + f64::from(row)).expect("a cell");
            }
        }
        let bytes = workbook.save_to_buffer().expect("a workbook");
        let (column, values) = read_durations(Given::File(&bytes), Some(2), None).expect("a workbook");
        assert_eq!((column.sheet, values[0]), (Some(2), 41.0));
        assert_eq!(column.sheets, ["Notes", "Contacts"]);
    }
}
