//! `pathloom warm-up`: should weeks be left out at the start, and how many?

use clap::Args;
use pathloom_appraisal::warm_up::warm_up;
use pathloom_simulation::RunSettings;

use crate::answer;
use crate::args::TextFormat;
use crate::compare::stop_at_ctrl_c;
use crate::exit::{Exit, Failure};
use crate::input::{Input, one_option};
use crate::screen::{self, one_line, paragraph};

/// What `warm-up` can be told.
#[derive(Debug, Args)]
#[command(
    after_help = "A service that starts from the people who are there today needs no warm-up. One that names nobody at the start, or asks \
for the long run, does: the weeks to leave out are found by Welch's procedure on means over 100 simulated futures.\n\n\
Examples:\n  pathloom warm-up clinic.pathloom.json --option redesign"
)]
pub(crate) struct WarmUpArguments {
    /// The service: a file, example:NAME, or - for standard input
    #[arg(value_name = "FILE")]
    file: String,
    /// The option, by id or label; the first of the file when left out
    #[arg(long, value_name = "NAME")]
    option: Option<String>,
    /// Seed of the random numbers: the same seed, the same answer
    #[arg(long, value_name = "S", default_value_t = 1)]
    seed: u64,
    /// How to print the answer
    #[arg(long, value_enum, default_value = "text")]
    format: TextFormat,
    /// Widest line of the page [default: the terminal's width, at most 100]
    #[arg(long, value_name = "COLUMNS", value_parser = clap::value_parser!(u16).range(40..=1000))]
    width: Option<u16>,
}

/// Looks at how the option settles and prints the advice.
///
/// # Errors
/// Any [`Failure`].
pub(crate) fn command(arguments: &WarmUpArguments) -> Result<Exit, Failure> {
    let (input, project) = Input::sound(&arguments.file)?;
    let scenario = one_option(&input, &project, arguments.option.as_deref())?;
    let settings = RunSettings { seed: arguments.seed, ..RunSettings::default() };
    let found = warm_up(&scenario, &settings, &stop_at_ctrl_c(), &mut |_| {})
        .map_err(|source| Failure::CannotSimulate { option: scenario.option_name.clone(), source })?;
    let Some(advice) = found else { return Ok(Exit::Stopped) };
    let width = screen::width(arguments.width);
    screen::print(&match arguments.format {
        TextFormat::Text => format!(
            "Warm-up? {}\n\n{}",
            one_line(&scenario.option_name),
            paragraph(&format!("{}.", advice.words), width)
        ),
        TextFormat::Json => answer::json(&advice)?,
    })?;
    Ok(Exit::Done)
}
