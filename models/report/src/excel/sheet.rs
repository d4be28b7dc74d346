//! A sheet that is filled cell by cell, row by row.

use jiff::civil::Date;
use rust_xlsxwriter::{
    Color, ExcelDateTime, Format, FormatAlign, FormatBorder, Formula, Workbook, Worksheet, XlsxError,
};

use crate::chart::{ACCENT, Colour, SUNKEN};
use crate::figure::Unit;
use crate::safe::plain;

/// Longest text of a cell `[characters]`; Excel's limit is 32,767.
const MOST_LETTERS: usize = 32_000;

/// The looks of cells.
pub(super) struct Formats {
    title: Format,
    head: Format,
    strong: Format,
    text: Format,
    date: Format,
    numbers: [Format; 6],
    inputs: [Format; 3],
    total_label: Format,
    total: Format,
}

impl Formats {
    pub(super) fn new() -> Self {
        let number = |code: &str| Format::new().set_num_format(code);
        Self {
            title: Format::new().set_bold().set_font_size(16.0).set_font_color(colour(ACCENT)),
            head: Format::new()
                .set_bold()
                .set_text_wrap()
                .set_align(FormatAlign::Top)
                .set_background_color(colour(SUNKEN))
                .set_border_bottom(FormatBorder::Thin),
            strong: Format::new().set_bold().set_align(FormatAlign::Top),
            text: Format::new().set_text_wrap().set_align(FormatAlign::Top),
            date: number("d mmm yyyy"),
            numbers: [
                number("#,##0"),
                number("#,##0.0"),
                number("0%"),
                number("£#,##0"),
                number("0.0##"),
                number("0.000"),
            ],
            inputs: ["0.0##", "£#,##0", "0.0%"]
                .map(|code| number(code).set_font_color(colour(ACCENT)).set_background_color(colour(SUNKEN))),
            total_label: Format::new().set_bold().set_border_top(FormatBorder::Thin),
            total: Format::new().set_bold().set_border_top(FormatBorder::Thin).set_num_format("£#,##0"),
        }
    }

    fn number(&self, unit: Unit) -> &Format {
        &self.numbers[match unit {
            Unit::People | Unit::Count => 0,
            Unit::Weeks | Unit::Hours => 1,
            Unit::Share | Unit::Percent => 2,
            Unit::Pounds => 3,
            Unit::Wte => 4,
            Unit::Plain => 4,
        }]
    }
}

pub(super) fn colour(Colour(red, green, blue): Colour) -> Color {
    Color::RGB(u32::from(red) << 16 | u32::from(green) << 8 | u32::from(blue))
}

/// A sheet with the place of the next cell.
pub(super) struct Sheet<'b> {
    pub(super) sheet: &'b mut Worksheet,
    formats: &'b Formats,
    pub(super) row: u32,
    pub(super) column: u16,
}

impl<'b> Sheet<'b> {
    pub(super) fn add(book: &'b mut Workbook, name: &str, formats: &'b Formats) -> Result<Self, XlsxError> {
        let sheet = book.add_worksheet();
        sheet.set_name(name)?;
        sheet.set_landscape().set_print_fit_to_pages(1, 0);
        Ok(Self { sheet, formats, row: 0, column: 0 })
    }

    pub(super) fn widths(&mut self, widths: &[f64]) -> Result<(), XlsxError> {
        for (column, width) in (0_u16..).zip(widths) {
            self.sheet.set_column_width(column, *width)?;
        }
        Ok(())
    }

    /// To the start of the next row.
    pub(super) fn next(&mut self) {
        self.row += 1;
        self.column = 0;
    }

    /// A title in a row of its own, with an empty row after it.
    pub(super) fn title(&mut self, text: &str) -> Result<(), XlsxError> {
        self.sheet.write_string_with_format(self.row, 0, cut(text), &self.formats.title)?;
        self.next();
        self.next();
        Ok(())
    }

    /// Headings of columns in a row of their own.
    pub(super) fn heads<S: AsRef<str>>(&mut self, heads: &[S]) -> Result<(), XlsxError> {
        for head in heads {
            self.sheet.write_string_with_format(
                self.row,
                self.column,
                cut(head.as_ref()),
                &self.formats.head,
            )?;
            self.column += 1;
        }
        self.next();
        Ok(())
    }

    pub(super) fn text(&mut self, text: &str) -> Result<(), XlsxError> {
        self.write_text(text, &self.formats.text)
    }

    pub(super) fn strong(&mut self, text: &str) -> Result<(), XlsxError> {
        self.write_text(text, &self.formats.strong)
    }

    pub(super) fn total_label(&mut self, text: &str) -> Result<(), XlsxError> {
        self.write_text(text, &self.formats.total_label)
    }

    fn write_text(&mut self, text: &str, format: &Format) -> Result<(), XlsxError> {
        // Always a string, whatever it starts with: Excel takes a string for a formula only when somebody types it.
        self.sheet.write_string_with_format(self.row, self.column, cut(text), format)?;
        self.column += 1;
        Ok(())
    }

    /// A number; an empty cell where there is none. Percentages of 0 to 100 are written as shares of one.
    pub(super) fn number(&mut self, value: Option<f64>, unit: Unit) -> Result<(), XlsxError> {
        let value = value.filter(|value| value.is_finite());
        if let Some(value) = value {
            let value = if unit == Unit::Percent { value / 100.0 } else { value };
            self.sheet.write_number_with_format(self.row, self.column, value, self.formats.number(unit))?;
        }
        self.column += 1;
        Ok(())
    }

    /// A number that the reader may change.
    pub(super) fn input(&mut self, value: f64, unit: Unit) -> Result<(), XlsxError> {
        let format = match unit {
            Unit::Pounds => &self.formats.inputs[1],
            Unit::Share => &self.formats.inputs[2],
            _ => &self.formats.inputs[0],
        };
        self.sheet.write_number_with_format(self.row, self.column, value, format)?;
        self.column += 1;
        Ok(())
    }

    pub(super) fn date(&mut self, date: Date) -> Result<(), XlsxError> {
        let date = ExcelDateTime::from_ymd(
            date.year().unsigned_abs(),
            date.month().unsigned_abs(),
            date.day().unsigned_abs(),
        )?;
        self.sheet.write_datetime_with_format(self.row, self.column, &date, &self.formats.date)?;
        self.column += 1;
        Ok(())
    }

    /// A formula with the value it gives.
    pub(super) fn formula(&mut self, text: &str, value: f64, look: FormulaLook) -> Result<(), XlsxError> {
        let format = match look {
            FormulaLook::Pounds => self.formats.number(Unit::Pounds),
            FormulaLook::Wte => self.formats.number(Unit::Wte),
            FormulaLook::Factor => &self.formats.numbers[5],
            FormulaLook::Total => &self.formats.total,
        };
        let formula = Formula::new(text).set_result(value.to_string());
        self.sheet.write_formula_with_format(self.row, self.column, formula, format)?;
        self.column += 1;
        Ok(())
    }
}

/// How the result of a formula is written.
#[derive(Debug, Clone, Copy)]
pub(super) enum FormulaLook {
    Pounds,
    Wte,
    Factor,
    Total,
}

/// Text that a cell can hold.
fn cut(text: &str) -> String {
    let text = plain(text);
    match text.char_indices().nth(MOST_LETTERS) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text,
    }
}

/// `B7`, from a row and a column counted from nought.
pub(super) fn cell(row: u32, column: u16) -> String {
    rust_xlsxwriter::utility::row_col_to_cell(row, column)
}
