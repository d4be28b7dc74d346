//! `pathloom compare`: options side by side on the same simulated futures.

mod futures;
mod page;
mod wish;

pub(crate) use futures::{Futures, stop_at_ctrl_c};

use clap::Args;
use pathloom_appraisal::compare::{Comparison, Simulated, compare};
use pathloom_appraisal::precision::{Ended, OnTheWay, Precise, Precision, run_until};
use pathloom_service::Scenario;

use crate::args::TextFormat;
use crate::check;
use crate::exit::{Exit, Failure};
use crate::format::counted;
use crate::input::{Input, options, scenario};
use crate::screen;
use wish::parse_wish;

/// What `compare` can be told.
#[derive(Debug, Args)]
#[command(
    after_help = "Every option meets the same referrals with the same needs, so differences are much surer than the bands suggest.\n\
\"Cannot be told apart\" means that the 95% interval of the difference holds 0.\n\n\
Examples:\n  pathloom compare example:birmingham\n  \
pathloom compare clinic.pathloom.json --base as-is --week 26\n  \
pathloom compare clinic.pathloom.json --precise longestWait=1 --precise waitingList=2%"
)]
pub(crate) struct CompareArguments {
    /// The service: a file, example:NAME, or - for standard input
    #[arg(value_name = "FILE")]
    file: String,
    /// Options to compare, by id or label; all of the file when left out
    #[arg(long = "option", value_name = "NAME")]
    options: Vec<String>,
    /// The option that the others are held against; the first when left out
    #[arg(long, value_name = "NAME")]
    base: Option<String>,
    /// Week at whose end lists and waits are compared [default: the last]
    #[arg(long, value_name = "N")]
    week: Option<u32>,
    /// Simulate until the 95% interval of a figure is within ± WIDTH of its mean (or ± WIDTH%), in every option; may be
    /// given several times, and then all intervals hold together. Replaces the number of replications
    #[arg(long, value_name = "FIGURE=WIDTH")]
    precise: Vec<String>,
    /// Most replications that --precise may take
    #[arg(long, value_name = "N", default_value_t = 10_000, requires = "precise")]
    most: u32,
    #[command(flatten)]
    futures: Futures,
    /// How to print the comparison
    #[arg(long, value_enum, default_value = "text")]
    format: TextFormat,
    /// Widest line of the page [default: the terminal's width, at most 100]
    #[arg(long, value_name = "COLUMNS", value_parser = clap::value_parser!(u16).range(40..=1000))]
    width: Option<u16>,
}

/// Simulates the options and says how they differ.
///
/// # Errors
/// Any [`Failure`].
pub(crate) fn command(arguments: &CompareArguments) -> Result<Exit, Failure> {
    let input = Input::fetch(&arguments.file)?;
    let project = input.project()?;
    check::refuse_errors(&input, &project)?;
    let mut chosen = options(&project, &arguments.options)?;
    let mut base = 0;
    if let Some(name) = &arguments.base {
        let asked = options(&project, std::slice::from_ref(name))?;
        base = match chosen.iter().position(|one| one.id == asked[0].id) {
            Some(at) => at,
            None => {
                chosen.insert(0, asked[0]);
                0
            }
        };
    }
    let scenarios = chosen
        .into_iter()
        .map(|option| scenario(&input, &project, option))
        .collect::<Result<Vec<Scenario>, _>>()?;
    let week = arguments.week.unwrap_or(project.horizon_weeks + project.warm_up_weeks);
    let precise = simulate(&scenarios, arguments, week)?;
    let simulated: Vec<Simulated> = scenarios
        .iter()
        .zip(&precise.outcomes)
        .map(|(scenario, outcomes)| Simulated { scenario, outcomes })
        .collect();
    if precise.ended == Ended::Stopped && precise.outcomes.len() < scenarios.len() {
        screen::note("stopped before every option had been simulated: there is nothing to compare yet");
        return Ok(Exit::Stopped);
    }
    let comparison = compare(&simulated, base, week)
        .map_err(|error| Failure::NotUnderstood { message: error.to_string() })?;
    print(&comparison, &precise, arguments)?;
    if precise.ended == Ended::Stopped {
        screen::note(&format!(
            "stopped after {}",
            counted(comparison.replications as usize, "replication", "replications")
        ));
        return Ok(Exit::Stopped);
    }
    Ok(Exit::Done)
}

/// The futures asked for: a fixed number, or as many as the precision needs.
fn simulate(scenarios: &[Scenario], arguments: &CompareArguments, week: u32) -> Result<Precise, Failure> {
    let cancel = stop_at_ctrl_c();
    if arguments.precise.is_empty() {
        return arguments.futures.simulate(scenarios, &cancel);
    }
    let wishes =
        arguments.precise.iter().map(|text| parse_wish(text, week)).collect::<Result<Vec<_>, _>>()?;
    let precision = Precision { most_replications: arguments.most, ..Precision::of(wishes) };
    run_until(scenarios, &arguments.futures.settings(), &precision, &cancel, &mut |on_the_way| {
        if let OnTheWay::Look(look) = on_the_way
            && screen::is_watched()
        {
            screen::note(&format!(
                "{} so far",
                counted(look.replications as usize, "replication", "replications")
            ));
        }
    })
    .map_err(|error| Failure::NotUnderstood { message: error.to_string() })
}

fn print(comparison: &Comparison, precise: &Precise, arguments: &CompareArguments) -> Result<(), Failure> {
    screen::print(&match arguments.format {
        TextFormat::Text => page::draw(comparison, precise, screen::width(arguments.width)),
        TextFormat::Json => page::json(comparison, precise)?,
    })
}
