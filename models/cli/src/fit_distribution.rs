//! `pathloom fit-distribution`: which shape measured times have.

use std::io::{self, Read};
use std::path::Path;

use clap::Args;
use pathloom_appraisal::shape::{ShapeFits, ShapeQuestion, fit_shapes};
use pathloom_library::{Given, MeasuredColumn, read_durations};
use pathloom_service::Distribution;

use crate::answer;
use crate::args::TextFormat;
use crate::exit::{Exit, Failure};
use crate::format::{counted, number, percent};
use crate::grid::{Cell, Grid};
use crate::input::{read_bytes, reason};
use crate::screen::{self, hanging, one_line, paragraph};

/// Refused lines that are named one by one; the number of the others is said.
const NAMED: usize = 10;

/// What `fit-distribution` can be told.
#[derive(Debug, Args)]
#[command(
    after_help = "Lines without a number above 0 are left out and named. Nothing of the column is kept or printed but the figures of the shapes.\n\n\
Examples:\n  pathloom fit-distribution minutes.csv --what \"time with the person\" --unit min\n  \
pathloom fit-distribution contacts.xlsx --sheet 2 --column 5 --format json"
)]
pub(crate) struct FitDistributionArguments {
    /// A column of numbers, one to a line: text, CSV or a workbook, or - for standard input
    #[arg(value_name = "FILE")]
    file: String,
    /// What was measured; goes into the source of the figures
    #[arg(long, value_name = "WORDS", default_value = "")]
    what: String,
    /// Its unit, as in min or weeks
    #[arg(long, value_name = "UNIT", default_value = "")]
    unit: String,
    /// Which sheet of a workbook, from 1 [default: the first with a column of numbers]
    #[arg(long, value_name = "N")]
    sheet: Option<u32>,
    /// Which column, from 1 [default: the one whose heading speaks of time, or the first of numbers]
    #[arg(long, value_name = "N")]
    column: Option<u32>,
    /// How to print the answer; json holds each shape ready for the document
    #[arg(long, value_enum, default_value = "text")]
    format: TextFormat,
    /// Widest line of the page [default: the terminal's width, at most 100]
    #[arg(long, value_name = "COLUMNS", value_parser = clap::value_parser!(u16).range(40..=1000))]
    width: Option<u16>,
}

/// Fits and prints the shapes, best first.
///
/// # Errors
/// Any [`Failure`].
pub(crate) fn command(arguments: &FitDistributionArguments) -> Result<Exit, Failure> {
    let (name, bytes) = fetch(&arguments.file)?;
    let not = |reason: String| Failure::NotText { name: name.clone(), reason };
    let (column, values) = read_durations(Given::File(&bytes), arguments.sheet, arguments.column)
        .map_err(|error| not(error.to_string()))?;
    refuse_other_column(arguments, &column)?;
    note_refused(&column);
    let question = ShapeQuestion { what: arguments.what.clone(), unit: arguments.unit.clone() };
    let fits = fit_shapes(&values, &question).map_err(|error| not(error.to_string()))?;
    screen::print(&match arguments.format {
        TextFormat::Text => draw(&fits, screen::width(arguments.width)),
        TextFormat::Json => answer::json(&fits)?,
    })?;
    Ok(Exit::Done)
}

fn fetch(file: &str) -> Result<(String, Vec<u8>), Failure> {
    if file != "-" {
        return Ok((one_line(file), read_bytes(Path::new(file))?));
    }
    let name = "standard input".to_owned();
    let mut bytes = Vec::new();
    let longest = u64::from(pathloom_library::imports::GIVEN_BYTES) + 1;
    io::stdin()
        .lock()
        .take(longest)
        .read_to_end(&mut bytes)
        .map_err(|error| Failure::Read { name: name.clone(), reason: reason(&error) })?;
    Ok((name, bytes))
}

/// A column that was asked for and cannot be read is not quietly replaced by another.
fn refuse_other_column(arguments: &FitDistributionArguments, column: &MeasuredColumn) -> Result<(), Failure> {
    match arguments.column {
        Some(asked) if column.column != Some(asked) => {
            let known: Vec<String> = column.columns.iter().map(|one| one.number.to_string()).collect();
            Err(Failure::NotUnderstood {
                message: format!(
                    "column {asked} holds no numbers, or tells who somebody is (columns of numbers: {})",
                    if known.is_empty() { "none".to_owned() } else { known.join(", ") }
                ),
            })
        }
        _ => Ok(()),
    }
}

fn note_refused(column: &MeasuredColumn) {
    for row in column.refused.iter().take(NAMED) {
        screen::note(&format!("line {}: {}: {}; it was left out", row.line, row.what, row.why));
    }
    if let Some(more) = (column.refused_lines as usize).checked_sub(NAMED).filter(|more| *more > 0) {
        screen::note(&format!("and {} more", counted(more, "line", "lines")));
    }
}

fn draw(fits: &ShapeFits, width: usize) -> String {
    let mut page = "Which shape do they have?\n\n".to_owned();
    for finding in &fits.findings {
        page.push_str(&hanging("  - ", &one_line(finding), width));
    }
    let heads = ["figures", "AICc above the best", "fit", "samples as far off", "largest gap"];
    let mut grid = Grid::new(heads.map(str::to_owned));
    for fit in &fits.fits {
        let cells = vec![
            Cell::words(figures(&fit.distribution)),
            Cell::figure(number(fit.behind)),
            Cell::words(fit.words.split(':').next().unwrap_or_default()),
            Cell::figure(percent(fit.chance * 100.0)),
            Cell::figure(percent(fit.largest_gap_percent)),
        ];
        grid.row(&fit.name, cells);
    }
    page.push_str(&format!("\nShapes, the best first\n{}", grid.draw(width)));
    if let Some(best) = fits.fits.first() {
        let mut grid = Grid::new(["measured", "expected"].map(str::to_owned));
        for one in &best.quantiles {
            let cells = [one.measured, one.fitted].map(|value| Cell::figure(number(value)));
            grid.row(&format!("{}% at or below", number(one.percent)), cells.to_vec());
        }
        page.push_str(&format!("\nThe column beside the {} shape\n{}", best.name, grid.draw(width)));
    }
    page.push('\n');
    page.push_str(&paragraph(&fits.method, width));
    page
}

/// `mean 42.3 (39.8 to 45), sd 18.1 (16.4 to 20)`.
fn figures(distribution: &Distribution) -> String {
    let named = match distribution {
        Distribution::Exponential(one) => vec![("mean", &one.mean)],
        Distribution::Gamma(one) | Distribution::Lognormal(one) | Distribution::Normal(one) => {
            vec![("mean", &one.mean), ("sd", &one.sd)]
        }
        Distribution::Weibull(one) => vec![("mean", &one.mean), ("shape", &one.shape)],
        _ => Vec::new(),
    };
    let words = |(name, figure): (&str, &pathloom_service::Estimate)| {
        let range = figure.range.map_or_else(String::new, |(low, high)| format!(" ({low} to {high})"));
        format!("{name} {}{range}", figure.likely)
    };
    named.into_iter().map(words).collect::<Vec<_>>().join(", ")
}
