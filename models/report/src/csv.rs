//! The figures of a case as CSV, one table a file, with a dictionary that defines every column.

mod money;

use csv::{Terminator, WriterBuilder};

use crate::packed;
use crate::register::register;
use crate::results::{Of, Results, scope_key};
use crate::safe::cell;
use crate::study::{ReportError, Study};

/// A table as text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CsvFile {
    /// Name of the file: `weekly.csv`.
    pub name: &'static str,
    /// Its content: UTF-8, commas, line ends of carriage return and line feed.
    pub text: String,
}

/// What a column holds: file, column, unit, meaning.
const DICTIONARY: [(&str, &str, &str, &str); 49] = [
    ("options.csv", "option", "", "Id of the option"),
    ("options.csv", "name", "", "Label of the option"),
    ("options.csv", "description", "", "What it is, in the words of the document"),
    ("options.csv", "differs", "", "What it does differently from the first option, separated by semicolons"),
    ("weekly.csv", "option", "", "Id of the option"),
    ("weekly.csv", "measure", "", "What is measured; the command line's README defines each"),
    ("weekly.csv", "scope", "", "service, or tier, group, step or role with its id"),
    ("weekly.csv", "week", "weeks", "Week at whose end it is measured; 0 is the start"),
    ("weekly.csv", "date", "", "The day on which the week ends"),
    ("weekly.csv", "unit", "", "Unit of the figures"),
    ("weekly.csv", "mean", "as unit", "Mean over the simulated futures; empty: nobody to measure"),
    (
        "weekly.csv",
        "p5, p25, p50, p75, p95",
        "as unit",
        "Percentiles over the simulated futures; p50 is the median",
    ),
    ("horizon.csv", "option, measure, scope, unit", "", "As in weekly.csv"),
    (
        "horizon.csv",
        "mean, p5, p25, p50, p75, p95",
        "as unit",
        "As in weekly.csv, of a figure over the whole simulated time",
    ),
    ("comparison.csv", "option", "", "Id of the option; it is held against the first option of options.csv"),
    ("comparison.csv", "measure", "", "As in weekly.csv and horizon.csv"),
    ("comparison.csv", "week", "weeks", "Week of a weekly measure; empty for one over the horizon"),
    ("comparison.csv", "unit", "", "Unit of the figures"),
    ("comparison.csv", "mean", "as unit", "Mean difference, option minus first, in the same futures"),
    ("comparison.csv", "low95, high95", "as unit", "Its 95% interval (Student's t)"),
    ("comparison.csv", "verdict", "", "lower, higher, cannotBeToldApart, same or nothingMeasured"),
    ("targets.csv", "option, target, name", "", "Id of the option, id and label of the target"),
    ("targets.csv", "week", "weeks", "Week at whose end it is looked at"),
    ("targets.csv", "share", "share of 1", "Share of simulated futures that meet the target"),
    ("targets.csv", "low95, high95", "share of 1", "Its 95% interval (Wilson)"),
    ("posts.csv", "option, role, name", "", "Id of the option, id and label of the role"),
    ("posts.csv", "year", "years", "Year of the simulated time, 1 is the first; 52 weeks but for the last"),
    ("posts.csv", "weeks", "weeks", "Weeks of that year that are appraised"),
    ("posts.csv", "wte", "whole-time equivalents", "Posts on average over those weeks, filled or not"),
    ("posts.csv", "poundsPerYear", "£", "Cost of one whole-time equivalent a year"),
    ("costs.csv", "option, kind, name", "", "Id of the option; kind and label of the cost or benefit"),
    ("costs.csv", "unit", "", "What is counted"),
    ("costs.csv", "units", "as unit", "How many there are over all years, mean"),
    ("costs.csv", "valued", "", "Whether it has a price; without one it is counted and not valued"),
    ("costs.csv", "year", "years", "As in posts.csv"),
    ("costs.csv", "pounds", "£", "Mean in that year, as stated: no optimism bias, not discounted"),
    ("money.csv", "option", "", "Id of the option"),
    (
        "money.csv",
        "figure, unit",
        "",
        "Figure over all years; names that start with against are differences from the first option in the same futures",
    ),
    ("money.csv", "mean", "as unit", "Mean over the simulated futures"),
    ("money.csv", "low95, high95", "as unit", "95% interval of the mean (Student's t)"),
    ("money.csv", "p5, p95", "as unit", "Percentiles over the simulated futures; empty for differences"),
    ("switching.csv", "option, place, name", "", "Id of the option; place and name of a price or rate"),
    (
        "switching.csv",
        "now, evenAt",
        "as name",
        "Its value, and the one at which the option and the first come out even",
    ),
    ("switching.csv", "possible", "", "Whether it can have that value"),
    ("inputs.csv", "place", "", "Place of the figure in the document"),
    (
        "inputs.csv",
        "belongsTo, figure",
        "",
        "Design, staffing, option or targets it belongs to; what it is, with its unit",
    ),
    (
        "inputs.csv",
        "value, low, high",
        "as figure",
        "The value used (most likely one), and its range where it has one",
    ),
    (
        "inputs.csv",
        "kind, source, date, owner, confidence",
        "",
        "Kind of evidence, where it comes from, when, who answers for it, how sure they are",
    ),
    ("inputs.csv", "reason", "", "Why this figure and not another"),
];

/// The tables of a study.
///
/// # Errors
/// [`ReportError::NoPreferred`]; [`ReportError::Format`] should never be seen.
pub fn csv(study: &Study) -> Result<Vec<CsvFile>, ReportError> {
    let results = Results::of(study)?;
    Ok(vec![
        file("dictionary.csv", dictionary())?,
        file("options.csv", options(&results))?,
        file("weekly.csv", weekly(&results))?,
        file("horizon.csv", horizon(&results))?,
        file("comparison.csv", comparison(&results))?,
        file("targets.csv", targets(&results))?,
        file("posts.csv", money::posts(&results))?,
        file("costs.csv", money::costs(&results))?,
        file("money.csv", money::figures(&results))?,
        file("switching.csv", money::switching(&results))?,
        file("inputs.csv", inputs(&results))?,
    ])
}

/// The same tables as one zip archive.
///
/// # Errors
/// Those of [`csv()`].
pub fn csv_archive(study: &Study) -> Result<Vec<u8>, ReportError> {
    let parts = csv(study)?.into_iter().map(|file| (file.name.to_owned(), file.text.into_bytes())).collect();
    packed::pack(&parts, &["dictionary.csv"]).map_err(|reason| ReportError::Format { format: "CSV", reason })
}

type Rows = Vec<Vec<String>>;

fn file(name: &'static str, rows: Rows) -> Result<CsvFile, ReportError> {
    let fail = |reason: String| ReportError::Format { format: "CSV", reason };
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(Vec::new());
    for row in rows {
        writer.write_record(row).map_err(|error| fail(error.to_string()))?;
    }
    let bytes = writer.into_inner().map_err(|error| fail(error.to_string()))?;
    let text = String::from_utf8(bytes).map_err(|error| fail(error.to_string()))?;
    Ok(CsvFile { name, text })
}

fn heads(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

fn number(value: Option<f64>) -> String {
    value.filter(|value| value.is_finite()).map_or_else(String::new, |value| value.to_string())
}

fn dictionary() -> Rows {
    let mut rows = vec![heads(&["file", "column", "unit", "meaning"])];
    rows.extend(DICTIONARY.iter().map(|(file, column, unit, meaning)| heads(&[file, column, unit, meaning])));
    rows
}

fn options(results: &Results) -> Rows {
    let mut rows = vec![heads(&["option", "name", "description", "differs"])];
    for option in &results.comparison.options {
        let given = results.project.options.iter().find(|one| one.id == option.id);
        let differs: Vec<&str> = option.differs.iter().map(|one| one.words.as_str()).collect();
        rows.push(vec![
            cell(&option.id),
            cell(&option.name),
            cell(given.map_or("", |one| &one.description)),
            cell(&differs.join("; ")),
        ]);
    }
    rows
}

fn weekly(results: &Results) -> Rows {
    let mut rows = vec![heads(&[
        "option", "measure", "scope", "week", "date", "unit", "mean", "p5", "p25", "p50", "p75", "p95",
    ])];
    for option in results.options {
        for series in &option.weekly {
            for week in 0..=results.last_week() {
                let mut row = vec![
                    cell(&option.id),
                    series.measure.clone(),
                    cell(&scope_key(&series.scope)),
                    week.to_string(),
                    results.date_of(week).to_string(),
                    series.unit.clone(),
                ];
                row.extend(Of::ALL.map(|of| number(of.of_week(series, week))));
                rows.push(row);
            }
        }
    }
    rows
}

fn horizon(results: &Results) -> Rows {
    let mut rows =
        vec![heads(&["option", "measure", "scope", "unit", "mean", "p5", "p25", "p50", "p75", "p95"])];
    for option in results.options {
        for figure in &option.horizon {
            let mut row = vec![
                cell(&option.id),
                figure.measure.clone(),
                cell(&scope_key(&figure.scope)),
                figure.unit.clone(),
            ];
            row.extend(Of::ALL.map(|of| number(of.of_horizon(figure))));
            rows.push(row);
        }
    }
    rows
}

fn comparison(results: &Results) -> Rows {
    let mut rows = vec![heads(&["option", "measure", "week", "unit", "mean", "low95", "high95", "verdict"])];
    for compared in &results.comparison.figures {
        for (option, difference) in results.options.iter().zip(&compared.differences) {
            let Some(difference) = difference else { continue };
            let week = match compared.figure {
                pathloom_appraisal::Figure::Weekly { week, .. } => week.to_string(),
                _ => String::new(),
            };
            let verdict = serde_json::to_value(difference.verdict).ok();
            let verdict = verdict.as_ref().and_then(|value| value.as_str()).unwrap_or_default();
            rows.push(vec![
                cell(&option.id),
                compared.name.clone(),
                week,
                compared.unit.clone(),
                number(Some(difference.mean)),
                number(Some(difference.interval.low)),
                number(Some(difference.interval.high)),
                verdict.to_owned(),
            ]);
        }
    }
    rows
}

fn targets(results: &Results) -> Rows {
    let mut rows = vec![heads(&["option", "target", "name", "week", "share", "low95", "high95"])];
    for option in &results.comparison.options {
        for target in &option.targets {
            for (week, met) in target.met.iter().enumerate() {
                rows.push(vec![
                    cell(&option.id),
                    cell(&target.id),
                    cell(&target.name),
                    week.to_string(),
                    number(Some(met.share)),
                    number(Some(met.interval.low)),
                    number(Some(met.interval.high)),
                ]);
            }
        }
    }
    rows
}

fn inputs(results: &Results) -> Rows {
    let mut rows = vec![heads(&[
        "place",
        "belongsTo",
        "figure",
        "value",
        "low",
        "high",
        "kind",
        "source",
        "date",
        "owner",
        "confidence",
        "reason",
    ])];
    for entry in register(results.project, results.scenarios) {
        rows.push(vec![
            cell(&entry.place),
            cell(&entry.belongs_to),
            cell(&entry.words),
            number(Some(entry.estimate.likely)),
            number(entry.estimate.range.map(|(low, _)| low)),
            number(entry.estimate.range.map(|(_, high)| high)),
            entry.label().to_owned(),
            cell(entry.source()),
            entry.date(),
            cell(entry.owner()),
            entry.confidence().to_owned(),
            cell(entry.reason()),
        ]);
    }
    rows
}
