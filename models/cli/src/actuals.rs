//! `pathloom actuals`: is the service on its trajectory?

use clap::Args;
use pathloom_appraisal::trajectory::{Trajectory, trajectory};
use pathloom_service::Scenario;
use pathloom_simulation::run;

use crate::answer;
use crate::args::TextFormat;
use crate::compare::{Futures, stop_at_ctrl_c};
use crate::exit::{Exit, Failure};
use crate::format::{date, number, percent};
use crate::grid::{Cell, Grid};
use crate::history::History;
use crate::input::{Input, one_option};
use crate::screen::{self, hanging, one_line, paragraph};

/// What `actuals` can be told.
#[derive(Debug, Args)]
#[command(
    after_help = "One question for the whole line: how many simulated futures stray as far from the middle of the forecast, in standard \
deviations at the worst date? A forecast that is right is called wrong one time in twenty, however many dates there are.\n\n\
Examples:\n  pathloom actuals clinic.pathloom.json --option redesign --actuals list.csv\n  \
pathloom actuals clinic.pathloom.json --series monthly-return"
)]
pub(crate) struct ActualsArguments {
    /// The service: a file, example:NAME, or - for standard input
    #[arg(value_name = "FILE")]
    file: String,
    /// The option that was put into practice, by id or label; the first of the file when left out
    #[arg(long, value_name = "NAME")]
    option: Option<String>,
    #[command(flatten)]
    history: History,
    #[command(flatten)]
    futures: Futures,
    /// How to print the answer
    #[arg(long, value_enum, default_value = "text")]
    format: TextFormat,
    /// Widest line of the page [default: the terminal's width, at most 100]
    #[arg(long, value_name = "COLUMNS", value_parser = clap::value_parser!(u16).range(40..=1000))]
    width: Option<u16>,
}

/// Holds what was counted against the forecast and prints it.
///
/// # Errors
/// Any [`Failure`].
pub(crate) fn command(arguments: &ActualsArguments) -> Result<Exit, Failure> {
    let (input, project) = Input::sound(&arguments.file)?;
    let scenario = one_option(&input, &project, arguments.option.as_deref())?;
    let history = arguments.history.fetch(&project)?;
    let cancel = stop_at_ctrl_c();
    let outcomes = run(&scenario, &arguments.futures.settings(), &cancel, &mut |_| {})
        .map_err(|source| Failure::CannotSimulate { option: scenario.option_name.clone(), source })?;
    let found = trajectory(&outcomes, scenario.start_date, &history)
        .map_err(|error| Failure::NotUnderstood { message: error.to_string() })?;
    screen::print(&match arguments.format {
        TextFormat::Text => draw(&scenario, &found, screen::width(arguments.width)),
        TextFormat::Json => answer::json(&found)?,
    })?;
    Ok(if cancel.load(std::sync::atomic::Ordering::Relaxed) { Exit::Stopped } else { Exit::Done })
}

fn draw(scenario: &Scenario, found: &Trajectory, width: usize) -> String {
    let mut page =
        format!("On its trajectory? {}, {}\n\n", one_line(&scenario.option_name), one_line(&found.name));
    for sentence in &found.sentences {
        page.push_str(&hanging("  - ", &format!("{}.", one_line(sentence)), width));
    }
    let mut grid = Grid::new([
        "counted".to_owned(),
        "forecast (5th to 95th percentile)".to_owned(),
        "futures below".to_owned(),
    ]);
    for point in &found.points {
        let day = date(Some(point.date));
        let band = format!("({} to {})", number(point.p5), number(point.p95));
        grid.row(
            &day,
            vec![
                Cell::figure(number(point.actual)),
                Cell { figure: number(point.median), rest: band },
                Cell::figure(percent(point.percentile)),
            ],
        );
    }
    page.push_str(&format!("\n{} ({})\n{}", found.words, found.unit, grid.draw(width)));
    if found.outside_forecast > 0 {
        let text =
            format!("{} of the figures lie outside the forecast and were left out.", found.outside_forecast);
        page.push('\n');
        page.push_str(&paragraph(&text, width));
    }
    page
}
