//! Workbooks of Excel and OpenDocument as rows of cells.

use std::io::Cursor;

use calamine::{Data, DataRef, Reader, SheetType, SheetVisible, Sheets, open_workbook_auto_from_rs};

use super::sheet::COLUMNS;
use crate::error::LibraryError;

/// Most that the parts of a workbook may take unpacked `[bytes]`; chosen: twenty times the largest file that is read.
const UNPACKED_BYTES: u64 = 400 * 1024 * 1024;

/// Most cells that the rows of a sheet may take, empty ones before the last of a row included; chosen: a million rows of
/// twenty columns, some hundred megabytes.
const MOST_CELLS: usize = 20_000_000;

/// How zip archives begin (.xlsx, .ods), and compound documents (.xls, and anything with a password).
const BEGINNINGS: [&[u8]; 2] = [b"PK\x03\x04", &[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]];

/// Whether the file begins as workbooks do.
pub(super) fn is_workbook(bytes: &[u8]) -> bool {
    BEGINNINGS.iter().any(|beginning| bytes.starts_with(beginning))
}

/// An open workbook.
pub(super) struct Workbook<'b> {
    sheets: Sheets<Cursor<&'b [u8]>>,
    names: Vec<String>,
}

impl<'b> Workbook<'b> {
    /// Opens it.
    ///
    /// # Errors
    /// [`LibraryError::NotAList`] when it is something else, has a password, or would not fit in memory.
    pub(super) fn open(bytes: &'b [u8]) -> Result<Self, LibraryError> {
        if bytes.starts_with(BEGINNINGS[0]) {
            refuse_too_large(bytes)?;
        } else if has_password(bytes) {
            return Err(LibraryError::NotAList {
                reason: "this workbook has a password",
                hint: "save a copy without one, or as CSV, and delete it afterwards",
            });
        }
        let sheets = open_workbook_auto_from_rs(Cursor::new(bytes)).map_err(|_| damaged())?;
        let names = sheets
            .sheets_metadata()
            .iter()
            .filter(|sheet| sheet.typ == SheetType::WorkSheet && sheet.visible == SheetVisible::Visible)
            .map(|sheet| sheet.name.clone())
            .collect();
        Ok(Self { sheets, names })
    }

    /// Names of the sheets that can be seen, in their order.
    pub(super) fn names(&self) -> &[String] {
        &self.names
    }

    /// The rows of a sheet that hold anything, with their numbers as the spreadsheet shows them.
    ///
    /// # Errors
    /// [`LibraryError::NotAList`] when there is no such sheet, or it cannot be read.
    pub(super) fn rows(&mut self, at: usize) -> Result<Vec<(u32, Vec<String>)>, LibraryError> {
        let Some(name) = self.names.get(at) else {
            let (reason, hint) =
                ("this workbook has no such sheet", "choose one of the sheets that are named");
            return Err(LibraryError::NotAList { reason, hint });
        };
        let mut rows = Rows { rows: Vec::new(), room: MOST_CELLS };
        match &mut self.sheets {
            // Cell by cell: one stray cell in the last corner would otherwise ask for a table of 17 thousand million.
            Sheets::Xlsx(workbook) => {
                let mut cells = workbook.worksheet_cells_reader(name).map_err(|_| damaged())?;
                while let Some(cell) = cells.next_cell().map_err(|_| damaged())? {
                    let (row, column) = cell.get_position();
                    rows.put(row, column, of_ref(cell.get_value()))?;
                }
            }
            other => {
                let range = other.worksheet_range(name).map_err(|_| damaged())?;
                let (first_row, first_column) = range.start().unwrap_or_default();
                for (row, column, cell) in range.used_cells() {
                    rows.put(first_row + row as u32, first_column + column as u32, text(cell))?;
                }
            }
        }
        Ok(rows.rows)
    }
}

/// Rows being put together, cell by cell, from the top and from the left.
struct Rows {
    rows: Vec<(u32, Vec<String>)>,
    /// Cells for which there is still room.
    room: usize,
}

impl Rows {
    fn put(&mut self, row: u32, column: u32, text: String) -> Result<(), LibraryError> {
        let column = column as usize;
        if text.is_empty() || column >= COLUMNS {
            return Ok(());
        }
        // People see rows counted from 1.
        let line = row + 1;
        if self.rows.last().is_none_or(|(last, _)| *last < line) {
            self.rows.push((line, Vec::new()));
        }
        if let Some((last, cells)) = self.rows.last_mut()
            && *last == line
        {
            if cells.len() <= column {
                // One cell far to the right asks for all those before it.
                let more = column + 1 - cells.len();
                self.room = self.room.checked_sub(more).ok_or_else(too_large)?;
                cells.resize(column + 1, String::new());
            }
            cells[column] = text;
        }
        Ok(())
    }
}

fn of_ref(cell: &DataRef<'_>) -> String {
    match cell {
        DataRef::SharedString(text) => text.trim().to_owned(),
        other => text(&other.clone().into()),
    }
}

/// A cell as it would stand in a CSV file; days as year, month, day.
fn text(cell: &Data) -> String {
    match cell {
        Data::Empty => String::new(),
        Data::String(text) => text.trim().to_owned(),
        Data::Int(number) => number.to_string(),
        Data::Float(number) => number.to_string(),
        Data::Bool(true) => "yes".to_owned(),
        Data::Bool(false) => "no".to_owned(),
        Data::DateTime(when) if when.is_datetime() => {
            let (year, month, day, ..) = when.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02}")
        }
        Data::DateTime(length) => length.as_f64().to_string(),
        Data::DateTimeIso(text) | Data::DurationIso(text) => text.trim().to_owned(),
        Data::Error(error) => error.to_string(),
    }
}

/// Adds up what the parts say they take unpacked: a file of a few kilobytes can hold gigabytes of noughts.
fn refuse_too_large(bytes: &[u8]) -> Result<(), LibraryError> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|_| damaged())?;
    let mut unpacked = 0_u64;
    for at in 0..archive.len() {
        unpacked = unpacked.saturating_add(archive.by_index_raw(at).map_err(|_| damaged())?.size());
    }
    if unpacked > UNPACKED_BYTES {
        return Err(too_large());
    }
    Ok(())
}

fn too_large() -> LibraryError {
    LibraryError::NotAList {
        reason: "this workbook is too large to be a list",
        hint: "save the columns that are needed as CSV",
    }
}

/// Whether a compound document holds an encrypted workbook: the name of that part, as two bytes a letter.
fn has_password(bytes: &[u8]) -> bool {
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    bytes.windows(name.len()).any(|window| window == name)
}

fn damaged() -> LibraryError {
    LibraryError::NotAList {
        reason: "this is not a workbook that can be read: it is damaged, or something else",
        hint: "open it in Excel and save it as an Excel workbook (.xlsx) or as CSV",
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use zip::write::SimpleFileOptions;

    use super::*;

    /// A workbook as OpenDocument has it (ISO/IEC 26300, part 3: the package; part 1: tables).
    fn open_document(sheets: &str) -> Vec<u8> {
        let kind = "application/vnd.oasis.opendocument.spreadsheet";
        let of = |part: &str| format!("urn:oasis:names:tc:opendocument:xmlns:{part}:1.0");
        let content = format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-content xmlns:office=\"{}\" xmlns:table=\"{}\" \
             xmlns:text=\"{}\" office:version=\"1.2\"><office:body><office:spreadsheet>{sheets}</office:spreadsheet>\
             </office:body></office:document-content>",
            of("office"),
            of("table"),
            of("text")
        );
        let manifest = format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><manifest:manifest xmlns:manifest=\"{}\"><manifest:file-entry \
             manifest:full-path=\"/\" manifest:media-type=\"{kind}\"/></manifest:manifest>",
            of("manifest")
        );
        let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for (name, text) in
            [("mimetype", kind), ("META-INF/manifest.xml", &manifest), ("content.xml", &content)]
        {
            archive.start_file(name, SimpleFileOptions::default()).expect("a part");
            archive.write_all(text.as_bytes()).expect("its text");
        }
        archive.finish().expect("an archive").into_inner()
    }

    fn cell(kind: &str, value: &str, text: &str) -> String {
        format!(
            "<table:table-cell office:value-type=\"{kind}\" {value}><text:p>{text}</text:p></table:table-cell>"
        )
    }

    #[test]
    fn open_document_sheets_are_read_with_the_rows_they_show() {
        let heading = [cell("string", "", "Referral date"), cell("string", "", "Minutes")].concat();
        let day = cell("date", "office:date-value=\"2025-01-06\"", "06/01/25");
        let filled = [day, cell("float", "office:value=\"45\"", "45")].concat();
        let bytes = open_document(&format!(
            "<table:table table:name=\"Cover\"><table:table-row>{}</table:table-row></table:table>\
             <table:table table:name=\"List\"><table:table-row>{heading}</table:table-row>\
             <table:table-row><table:table-cell/></table:table-row><table:table-row>{filled}</table:table-row></table:table>",
            cell("string", "", "A cover")
        ));
        assert!(is_workbook(&bytes));
        let mut workbook = Workbook::open(&bytes).expect("a workbook");
        assert_eq!(workbook.names(), ["Cover", "List"]);
        let rows = workbook.rows(1).expect("its second sheet");
        let lines: Vec<u32> = rows.iter().map(|(line, _)| *line).collect();
        assert_eq!(lines, [1, 3], "{rows:?}");
        assert!(rows[1].1[0].starts_with("2025-01-06"), "{rows:?}");
        assert_eq!(rows[1].1[1], "45");
    }

    /// The room is that of every string that is put up, not of the cells that hold anything.
    #[test]
    fn cells_far_to_the_right_are_counted_with_those_before_them() {
        let mut rows = Rows { rows: Vec::new(), room: 1_000 };
        for row in 0..2 {
            rows.put(row, 499, "x".to_owned()).expect("there is room for two rows of 500");
        }
        rows.put(1, 3, "y".to_owned()).expect("a cell that is there already");
        rows.put(1, 500, "beyond".to_owned()).expect("not read");
        let error = rows.put(2, 0, "z".to_owned()).expect_err("no room is left");
        assert_eq!(error.to_string(), too_large().to_string());
        let lengths: Vec<usize> = rows.rows.iter().map(|(_, cells)| cells.len()).collect();
        assert_eq!(lengths[..2], [500, 500]);
    }
}
