//! Sheets Inputs and Assumptions: every figure of the document, and where it comes from.

use rust_xlsxwriter::XlsxError;

use crate::excel::sheet::Sheet;
use crate::figure::Unit;
use crate::register::register;
use crate::results::Results;

pub(super) fn inputs(sheet: &mut Sheet, results: &Results) -> Result<(), XlsxError> {
    sheet.widths(&[30.0, 64.0, 12.0, 12.0, 12.0, 14.0, 70.0])?;
    sheet.heads(&["Belongs to", "Figure", "Value", "Low", "High", "Kind", "Place in the document"])?;
    sheet.sheet.set_freeze_panes(1, 2)?;
    let entries = register(results.project, results.scenarios);
    for entry in &entries {
        sheet.text(&entry.belongs_to)?;
        sheet.text(&entry.words)?;
        sheet.number(Some(entry.estimate.likely), Unit::Plain)?;
        sheet.number(entry.estimate.range.map(|(low, _)| low), Unit::Plain)?;
        sheet.number(entry.estimate.range.map(|(_, high)| high), Unit::Plain)?;
        sheet.text(entry.label())?;
        sheet.text(&entry.place)?;
        sheet.next();
    }
    filter(sheet, entries.len(), 6)
}

pub(super) fn assumptions(sheet: &mut Sheet, results: &Results) -> Result<(), XlsxError> {
    sheet.widths(&[30.0, 54.0, 12.0, 14.0, 50.0, 12.0, 20.0, 12.0, 70.0])?;
    sheet.heads(&[
        "Belongs to",
        "Figure",
        "Value",
        "Kind",
        "Source",
        "Date",
        "Who answers for it",
        "Confidence",
        "Why this figure",
    ])?;
    sheet.sheet.set_freeze_panes(1, 2)?;
    let entries = register(results.project, results.scenarios);
    for entry in &entries {
        sheet.text(&entry.belongs_to)?;
        sheet.text(&entry.words)?;
        sheet.number(Some(entry.estimate.likely), Unit::Plain)?;
        sheet.text(entry.label())?;
        sheet.text(entry.source())?;
        sheet.text(&entry.date())?;
        sheet.text(entry.owner())?;
        sheet.text(entry.confidence())?;
        sheet.text(entry.reason())?;
        sheet.next();
    }
    filter(sheet, entries.len(), 8)
}

fn filter(sheet: &mut Sheet, rows: usize, last_column: u16) -> Result<(), XlsxError> {
    if rows > 0 {
        sheet.sheet.autofilter(0, 0, rows as u32, last_column)?;
    }
    Ok(())
}
