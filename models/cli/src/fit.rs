//! `pathloom fit`: which values of unknown figures go with what was counted.

use clap::Args;
use pathloom_appraisal::fit::{Fit, FitError, FitQuestion, Unknown, fit};
use pathloom_service::Scenario;

use crate::answer;
use crate::args::TextFormat;
use crate::compare::stop_at_ctrl_c;
use crate::exit::{Exit, Failure};
use crate::format::{counted, number};
use crate::grid::{Cell, Grid};
use crate::history::History;
use crate::input::{Input, one_option};
use crate::posts::parse_vary;
use crate::run::Progress;
use crate::screen::{self, hanging, one_line, paragraph};
use crate::settings::EngineSettings;

/// What `fit` can be told.
#[derive(Debug, Args)]
#[command(
    after_help = "The option should describe how the service worked while the figures were counted. WHAT in --vary is the id of a role, or the \
place of any other figure as in an option's changes; LOW and HIGH are the lowest and highest believable values.\n\n\
Examples:\n  pathloom fit clinic.pathloom.json --actuals list.csv --vary design/steps/referrals/work/perWeek=8..20\n  \
pathloom fit clinic.pathloom.json --series monthly-return --vary therapist=1..3"
)]
pub(crate) struct FitArguments {
    /// The service: a file, example:NAME, or - for standard input
    #[arg(value_name = "FILE")]
    file: String,
    /// The option, by id or label; the first of the file when left out
    #[arg(long, value_name = "NAME")]
    option: Option<String>,
    #[command(flatten)]
    history: History,
    /// A figure that is not known, with the limits that it surely keeps to; up to six
    #[arg(long, value_name = "WHAT=LOW..HIGH", required = true)]
    vary: Vec<String>,
    /// How many futures to simulate
    #[arg(long, value_name = "N", default_value_t = 4_000)]
    futures: u32,
    #[command(flatten)]
    engine: EngineSettings,
    /// How to print the answer; json holds each figure ready for the document
    #[arg(long, value_enum, default_value = "text")]
    format: TextFormat,
    /// Widest line of the page [default: the terminal's width, at most 100]
    #[arg(long, value_name = "COLUMNS", value_parser = clap::value_parser!(u16).range(40..=1000))]
    width: Option<u16>,
}

/// Fits and prints what was learnt.
///
/// # Errors
/// Any [`Failure`].
pub(crate) fn command(arguments: &FitArguments) -> Result<Exit, Failure> {
    let (input, project) = Input::sound(&arguments.file)?;
    let scenario = one_option(&input, &project, arguments.option.as_deref())?;
    let history = arguments.history.fetch(&project)?;
    let unknown = |text: &String| {
        let vary = parse_vary(text, &scenario)?;
        Ok(Unknown { place: vary.place, low: vary.low, high: vary.high })
    };
    let unknown = arguments.vary.iter().map(unknown).collect::<Result<Vec<_>, Failure>>()?;
    let question = FitQuestion { unknown, futures: arguments.futures };
    let settings = arguments.engine.settings();
    let progress = Progress::new(question.all_futures() as usize);
    progress.option(&scenario.option_name);
    let cancel = stop_at_ctrl_c();
    let found =
        fit(&scenario, &history, &question, &settings, &cancel, &mut |made| progress.reach(made as usize));
    progress.finish();
    let found = match found {
        Err(FitError::Stopped) => {
            screen::note("stopped before enough futures were simulated to fit anything to");
            return Ok(Exit::Stopped);
        }
        Err(FitError::CannotSimulate(source)) => {
            return Err(Failure::CannotSimulate { option: scenario.option_name.clone(), source });
        }
        Err(other) => return Err(Failure::NotUnderstood { message: other.to_string() }),
        Ok(found) => found,
    };
    screen::print(&match arguments.format {
        TextFormat::Text => draw(&scenario, &found, screen::width(arguments.width)),
        TextFormat::Json => answer::json(&found)?,
    })?;
    Ok(Exit::Done)
}

fn draw(scenario: &Scenario, found: &Fit, width: usize) -> String {
    let mut page = format!("Which figures go with the past? {}\n\n", one_line(&scenario.option_name));
    for sentence in &found.sentences {
        page.push_str(&hanging("  - ", &format!("{}.", one_line(sentence)), width));
    }
    let mut grid = Grid::new(["low".to_owned(), "likely".to_owned(), "high".to_owned()]);
    for figure in &found.figures {
        let (low, high) = figure.estimate.range.unwrap_or((figure.estimate.likely, figure.estimate.likely));
        let cells = [low, figure.estimate.likely, high].map(|value| Cell::figure(plain(value)));
        grid.row(&figure.words, cells.to_vec());
    }
    page.push_str(&format!("\nRanges for the document\n{}", grid.draw(width)));
    page.push_str(&line(found, width));
    let futures = counted(found.replications as usize, "replication", "replications");
    page.push('\n');
    page.push_str(&paragraph(
        &format!("{futures}; approximate Bayesian computation with regression adjustment."),
        width,
    ));
    page
}

/// The history beside what the fitted figures give, about a dozen dates of it.
fn line(found: &Fit, width: usize) -> String {
    const DATES: usize = 12;
    let mut grid =
        Grid::new(["counted".to_owned(), "with these figures (5th to 95th percentile)".to_owned()]);
    let every = found.line.len().div_ceil(DATES).max(1);
    for point in found.line.iter().rev().step_by(every).collect::<Vec<_>>().into_iter().rev() {
        let band = format!("({} to {})", number(point.p5), number(point.p95));
        let cells =
            vec![Cell::figure(number(point.actual)), Cell { figure: number(point.median), rest: band }];
        grid.row(&format!("week {}", number(point.week.round())), cells);
    }
    format!("\nThe {} in the past ({})\n{}", found.words, found.unit, grid.draw(width))
}

/// A figure with the digits that it was rounded to.
fn plain(value: f64) -> String {
    let text = format!("{value:.4}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}
