//! Figures that were counted: from a CSV file, or from the document's own section.

use std::path::Path;

use clap::{Args, ValueEnum};
use pathloom_library::read_counted_figures;
use pathloom_service::{ActualFigure, ActualMeasure, ActualScope, Actuals, Project};

use crate::exit::Failure;
use crate::input::Text;
use crate::screen::one_line;

/// Where the figures come from.
#[derive(Debug, Args)]
pub(crate) struct History {
    /// A CSV file with a date and a figure on each line, as in 2026-04-06,1712 or 6/4/2026,1712 or 6 Apr 2026,1712; a first line of headings may
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

/// The figures of a text, a line each; the error names the first line that is wrong.
fn figures(text: &str) -> Result<Vec<ActualFigure>, String> {
    let found = read_counted_figures(text, None).map_err(|error| error.to_string())?;
    if let Some(row) = found.refused.first() {
        return Err(format!("line {}: {}: {}", row.line, one_line(&row.what), row.why));
    }
    if found.figures.is_empty() {
        return Err("there is no line with a date and a figure".to_owned());
    }
    Ok(found.figures)
}
