//! Figures that were counted: from a CSV file, or from the document's own section.

use std::collections::BTreeSet;
use std::path::Path;

use clap::{Args, ValueEnum};
use jiff::civil::Date;
use pathloom_service::{ActualFigure, ActualMeasure, ActualScope, Actuals, Project};

use crate::exit::Failure;
use crate::input::Text;
use crate::screen::one_line;

/// Where the figures come from.
#[derive(Debug, Args)]
pub(crate) struct History {
    /// A CSV file with a date and a figure on each line, as in 2026-04-06,1712 or 6/4/2026,1712; a first line of headings may
    /// be there. Left out: the figures of the document's "actuals"
    #[arg(long, value_name = "FILE")]
    actuals: Option<String>,
    /// What the CSV file counts
    #[arg(long, value_enum, default_value = "waiting-list", requires = "actuals")]
    counts: Counts,
    /// Which series of the document, by id or label [default: the first]
    #[arg(long, value_name = "NAME", conflicts_with = "actuals")]
    series: Option<String>,
}

/// What a CSV file counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Counts {
    /// People waiting.
    WaitingList,
    /// Longest wait of those still waiting, in weeks.
    LongestWait,
    /// People referred who have not reached an outcome.
    OpenReferrals,
}

impl History {
    /// The figures.
    ///
    /// # Errors
    /// [`Failure::Read`], [`Failure::NotText`] with the line that is wrong, or [`Failure::NotUnderstood`] when the document
    /// has no such series.
    pub(crate) fn fetch(&self, project: &Project) -> Result<Actuals, Failure> {
        match &self.actuals {
            Some(file) => {
                let text = Text::fetch(file)?;
                let figures = figures(&text.text)
                    .map_err(|reason| Failure::NotText { name: text.name.clone(), reason })?;
                Ok(Actuals {
                    id: "file".to_owned(),
                    name: file_name(&text.name),
                    measure: match self.counts {
                        Counts::WaitingList => ActualMeasure::WaitingList,
                        Counts::LongestWait => ActualMeasure::LongestWait,
                        Counts::OpenReferrals => ActualMeasure::OpenReferrals,
                    },
                    scope: ActualScope::Service,
                    figures,
                    evidence: None,
                })
            }
            None => self.of_document(project),
        }
    }

    fn of_document(&self, project: &Project) -> Result<Actuals, Failure> {
        let found = match &self.series {
            None => project.actuals.first(),
            Some(asked) => {
                project.actuals.iter().find(|one| one.id == *asked || one.name.eq_ignore_ascii_case(asked))
            }
        };
        found.cloned().ok_or_else(|| {
            let known: Vec<String> =
                project.actuals.iter().map(|one| format!("{} = \"{}\"", one.id, one.name)).collect();
            let known = if known.is_empty() { "none".to_owned() } else { known.join(", ") };
            Failure::NotUnderstood {
                message: format!(
                    "no figures to hold it against: give --actuals FILE, or name a series of the document (there: {known})"
                ),
            }
        })
    }
}

/// The last part of a path: what the user calls the file.
fn file_name(path: &str) -> String {
    Path::new(path).file_name().map_or_else(|| path.to_owned(), |name| name.to_string_lossy().into_owned())
}

/// The figures of a text, a line each; the error names the line.
fn figures(text: &str) -> Result<Vec<ActualFigure>, String> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let first = text.lines().next().unwrap_or_default();
    let delimiter =
        [b'\t', b';', b','].into_iter().find(|one| first.contains(char::from(*one))).unwrap_or(b',');
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .trim(csv::Trim::All)
        .delimiter(delimiter)
        .from_reader(text.as_bytes());
    let (mut figures, mut seen) = (Vec::new(), BTreeSet::new());
    for (index, row) in reader.records().enumerate() {
        let row = row.map_err(|error| error.to_string())?;
        let line = row.position().map_or(0, csv::Position::line);
        let (day, value) = (row.get(0).unwrap_or_default(), row.get(1).unwrap_or_default());
        if day.is_empty() && value.is_empty() {
            continue;
        }
        match figure(day, value) {
            Ok(figure) if !seen.insert(figure.date) => {
                return Err(format!("line {line}: {} is there twice", figure.date));
            }
            Ok(figure) => figures.push(figure),
            // The first line may name the columns.
            Err(_) if index == 0 && !day.bytes().any(|byte| byte.is_ascii_digit()) => {}
            Err(reason) => return Err(format!("line {line}: {reason}")),
        }
    }
    if figures.is_empty() { Err("there is no line with a date and a figure".to_owned()) } else { Ok(figures) }
}

fn figure(day: &str, value: &str) -> Result<ActualFigure, String> {
    let date = date(day)
        .ok_or_else(|| format!("\"{}\" is not a date such as 2026-04-06 or 6/4/2026", one_line(day)))?;
    // 1,712 in a spreadsheet.
    let number =
        value.replace(',', "").parse::<f64>().ok().filter(|value| value.is_finite() && *value >= 0.0);
    let value = number.ok_or_else(|| format!("\"{}\" is not a number of 0 or more", one_line(value)))?;
    Ok(ActualFigure { date, value })
}

/// Year first with hyphens, or day first with slashes, as in Britain.
fn date(text: &str) -> Option<Date> {
    if let Some((day, rest)) = text.split_once('/') {
        let (month, year) = rest.split_once('/')?;
        return Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok();
    }
    text.get(..10)?.parse().ok().filter(|_| text.len() == 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Vec<(String, f64)>, String> {
        figures(text).map(|found| found.iter().map(|one| (one.date.to_string(), one.value)).collect())
    }

    #[test]
    fn dates_and_figures_are_read() {
        let two = Ok(vec![("2026-04-06".to_owned(), 1712.0), ("2026-05-04".to_owned(), 1690.5)]);
        assert_eq!(read("2026-04-06,1712\n2026-05-04,1690.5\n"), two);
        assert_eq!(read("Date;People\n6/4/2026;1712\n\n04/05/2026;1690.5"), two);
        assert_eq!(read("\u{feff}date\twaiting\n2026-04-06\t\"1,712\"\n2026-05-04\t1690.5"), two);
    }

    #[test]
    fn the_line_that_is_wrong_is_named() {
        for (text, said) in [
            ("2026-04-06,1712\n2026-04-31,1", "line 2: \"2026-04-31\" is not a date"),
            ("2026-04-06,many", "line 1: \"many\" is not a number"),
            ("2026-04-06,-3", "line 1: \"-3\" is not a number of 0 or more"),
            ("2026-04-06,1\n6/4/2026,2", "line 2: 2026-04-06 is there twice"),
            ("date,people\n", "there is no line with a date and a figure"),
            ("", "there is no line with a date and a figure"),
        ] {
            assert!(read(text).is_err_and(|error| error.contains(said)), "{text}: {:?}", read(text));
        }
    }
}
