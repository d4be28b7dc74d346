//! `pathloom drivers`: which figures drive the answer.

mod page;

use clap::Args;
use pathloom_appraisal::Figure;
use pathloom_appraisal::drivers::{DriversError, DriversQuestion, what_drives};
use pathloom_simulation::RunSettings;

use crate::answer;
use crate::args::TextFormat;
use crate::compare::stop_at_ctrl_c;
use crate::exit::{Exit, Failure};
use crate::input::{Input, one_option};
use crate::run::Progress;
use crate::screen;

/// What `drivers` can be told.
#[derive(Debug, Args)]
#[command(
    after_help = "Two answers: how far the figure moves when one input goes from its low to its high value and all others stay; and, \
where inputs have ranges, which share of the spread each explains when all are drawn at once.\n\n\
Examples:\n  pathloom drivers example:birmingham --option tiered\n  \
pathloom drivers clinic.pathloom.json --measure waitingList --week 26 --percent 20"
)]
pub(crate) struct DriversArguments {
    /// The service: a file, example:NAME, or - for standard input
    #[arg(value_name = "FILE")]
    file: String,
    /// The option, by id or label; the first of the file when left out
    #[arg(long, value_name = "NAME")]
    option: Option<String>,
    /// What is to be explained: a name of the results, as in `pathloom compare --format json`
    #[arg(long, value_name = "FIGURE", default_value = "longestWait")]
    measure: String,
    /// Week at whose end lists and waits are looked at [default: the last]
    #[arg(long, value_name = "N")]
    week: Option<u32>,
    /// How far inputs without a range go down and up [%]
    #[arg(long, value_name = "PERCENT", default_value_t = 10.0)]
    percent: f64,
    /// How many futures to simulate in all
    #[arg(long, value_name = "N", default_value_t = 5_000)]
    budget: u32,
    /// How many inputs to list
    #[arg(long, value_name = "N", default_value_t = 12)]
    most: usize,
    /// Seed of the random numbers: the same seed, the same answer
    #[arg(long, value_name = "S", default_value_t = 1)]
    seed: u64,
    /// Threads to use; 0 takes every core. The answer does not depend on it
    #[arg(long, value_name = "T", default_value_t = 0, value_parser = clap::value_parser!(u16).range(0..=1024))]
    threads: u16,
    /// How to print the answer
    #[arg(long, value_enum, default_value = "text")]
    format: TextFormat,
    /// Widest line of the page [default: the terminal's width, at most 100]
    #[arg(long, value_name = "COLUMNS", value_parser = clap::value_parser!(u16).range(40..=1000))]
    width: Option<u16>,
}

/// Looks for what drives the figure and prints it.
///
/// # Errors
/// Any [`Failure`].
pub(crate) fn command(arguments: &DriversArguments) -> Result<Exit, Failure> {
    let (input, project) = Input::sound(&arguments.file)?;
    let scenario = one_option(&input, &project, arguments.option.as_deref())?;
    let week = arguments.week.unwrap_or(scenario.horizon_weeks + scenario.warm_up_weeks);
    let figure = Figure::named(&arguments.measure, week).map_err(|error| Failure::NotUnderstood {
        message: format!("--measure {}: {error}", arguments.measure),
    })?;
    let question = DriversQuestion { figure, usual_percent: arguments.percent, budget: arguments.budget };
    let settings = RunSettings {
        seed: arguments.seed,
        threads: usize::from(arguments.threads),
        ..RunSettings::default()
    };
    let progress = Progress::new(arguments.budget as usize);
    progress.option(&scenario.option_name);
    let cancel = stop_at_ctrl_c();
    let found = what_drives(&scenario, &question, &settings, &cancel, &mut |made| {
        progress.all(made.of as usize);
        progress.reach(made.done as usize);
    });
    progress.finish();
    let drivers = found.map_err(|error| match error {
        DriversError::CannotSimulate(source) => {
            Failure::CannotSimulate { option: scenario.option_name.clone(), source }
        }
        other => Failure::NotUnderstood { message: other.to_string() },
    })?;
    screen::print(&match arguments.format {
        TextFormat::Text => page::draw(&scenario, &drivers, arguments.most, screen::width(arguments.width)),
        TextFormat::Json => answer::json(&drivers)?,
    })?;
    Ok(if drivers.stopped { Exit::Stopped } else { Exit::Done })
}
