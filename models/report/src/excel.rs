//! The figures of a case as a workbook to reckon with: native charts, number formats, frozen headings, live formulas.
//!
//! Text is always written as text: a cell starts a formula only where this crate writes one (sheet Costs). Every
//! formula carries the value it gives, so that a viewer that reckons nothing shows the same.

mod costs;
mod lists;
mod options;
mod sheet;
mod weekly;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

use crate::results::Results;
use crate::study::{ReportError, Study};
use sheet::{Formats, Sheet};

/// The workbook of a study.
///
/// # Errors
/// [`ReportError::NoPreferred`]; [`ReportError::Format`] should never be seen.
pub fn excel(study: &Study) -> Result<Vec<u8>, ReportError> {
    let results = Results::of(study)?;
    write(&results).map_err(|error| ReportError::Format { format: "Excel", reason: error.to_string() })
}

fn write(results: &Results) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    book.set_properties(&properties(results)?);
    let formats = Formats::new();
    front(&mut Sheet::add(&mut book, "Read me", &formats)?, results)?;
    options::write(&mut Sheet::add(&mut book, "Options", &formats)?, results)?;
    let columns = weekly::write(&mut Sheet::add(&mut book, "Weekly", &formats)?, results)?;
    weekly::charts(&mut Sheet::add(&mut book, "Charts", &formats)?, results, &columns)?;
    weekly::targets(&mut Sheet::add(&mut book, "Targets", &formats)?, results)?;
    costs::write(&mut Sheet::add(&mut book, "Costs", &formats)?, results)?;
    lists::inputs(&mut Sheet::add(&mut book, "Inputs", &formats)?, results)?;
    lists::assumptions(&mut Sheet::add(&mut book, "Assumptions", &formats)?, results)?;
    book.save_to_buffer()
}

/// The workbook's own properties; the date is the report's, so that the same study gives the same bytes.
fn properties(results: &Results) -> Result<DocProperties, XlsxError> {
    let date = results.date;
    let created = ExcelDateTime::from_ymd(
        date.year().unsigned_abs(),
        date.month().unsigned_abs(),
        date.day().unsigned_abs(),
    )?;
    let title = crate::safe::plain(&results.project.name);
    Ok(DocProperties::new().set_title(title).set_author("Pathloom").set_creation_datetime(&created))
}

fn front(sheet: &mut Sheet, results: &Results) -> Result<(), XlsxError> {
    sheet.widths(&[26.0, 110.0])?;
    sheet.title(&results.project.name)?;
    let date = crate::words::date(results.date);
    let futures = results.comparison.replications.to_string();
    let seed = results.run.seed.to_string();
    let facts = [
        ("Date", date.as_str()),
        ("Engine", pathloom_simulation::ENGINE_VERSION),
        ("Simulated futures", futures.as_str()),
        ("Seed", seed.as_str()),
        ("Document (SHA-256)", results.document_hash.as_str()),
    ];
    for (name, value) in facts {
        sheet.strong(name)?;
        sheet.text(value)?;
        sheet.next();
    }
    sheet.next();
    let sheets = [
        ("Options", "what each option is, what comes of it, and how it differs from the first"),
        (
            "Weekly",
            "waiting list, longest wait and more, week by week: median with the 5th and 95th percentile",
        ),
        ("Charts", "the same as charts, drawn from the sheet Weekly"),
        ("Targets", "share of simulated futures that meet each target, week by week"),
        (
            "Costs",
            "every cost and benefit by year, totals and net present values; blue cells can be changed, and every total follows",
        ),
        ("Inputs", "every figure of the document with its range"),
        ("Assumptions", "where every figure comes from"),
    ];
    for (name, what) in sheets {
        sheet.strong(name)?;
        sheet.text(what)?;
        sheet.next();
    }
    sheet.next();
    sheet.text("9 in 10 simulated futures lie between the 5th and the 95th percentile. An empty cell means that there was nobody to measure.")?;
    Ok(())
}
