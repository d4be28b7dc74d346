//! `pathloom money`: what options cost, what they are worth, and what would change that.

mod page;

use clap::{Args, ValueEnum};
use pathloom_appraisal::compare::Simulated;
use pathloom_appraisal::money::{MoneyQuestion, appraise_money};
use pathloom_appraisal::precision::Ended;
use pathloom_service::{Scenario, limits};

use crate::compare::{Futures, stop_at_ctrl_c};
use crate::exit::{Exit, Failure};
use crate::format::counted;
use crate::input::{Input, options_and_base, scenario};
use crate::screen;

/// How the appraisal is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum MoneyFormat {
    /// To read.
    Table,
    /// For programs.
    Json,
}

/// What `money` can be told.
#[derive(Debug, Args)]
#[command(
    after_help = "Prices are those of the file: of posts, places and outcomes, and the section \"economics\" for everything else.\n\
What has no price is counted and not valued, and the page says so.\n\n\
Examples:\n  pathloom money example:birmingham\n  \
pathloom money example:birmingham --option do-nothing --option tiered --years 3\n  \
pathloom money clinic.pathloom.json --base as-is --format json"
)]
pub(crate) struct MoneyArguments {
    /// The service: a file, example:NAME, or - for standard input
    #[arg(value_name = "FILE")]
    file: String,
    /// Options to appraise, by id or label; all of the file when left out
    #[arg(long = "option", value_name = "NAME")]
    options: Vec<String>,
    /// The option that the others are held against; the first when left out
    #[arg(long, value_name = "NAME")]
    base: Option<String>,
    /// Years of 52 weeks to simulate and appraise [default: the weeks of the file]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=100))]
    years: Option<u32>,
    #[command(flatten)]
    futures: Futures,
    /// How to print the appraisal
    #[arg(long, value_enum, default_value = "table")]
    format: MoneyFormat,
    /// Widest line of the page [default: the terminal's width, at most 100]
    #[arg(long, value_name = "COLUMNS", value_parser = clap::value_parser!(u16).range(40..=1000))]
    width: Option<u16>,
}

/// Simulates the options and appraises them.
///
/// # Errors
/// Any [`Failure`].
pub(crate) fn command(arguments: &MoneyArguments) -> Result<Exit, Failure> {
    let (input, project) = Input::sound(&arguments.file)?;
    let (chosen, base) = options_and_base(&project, &arguments.options, arguments.base.as_deref())?;
    let mut scenarios = chosen
        .into_iter()
        .map(|option| scenario(&input, &project, option))
        .collect::<Result<Vec<Scenario>, _>>()?;
    if let Some(years) = arguments.years {
        look_ahead(&mut scenarios, years)?;
    }
    let cancel = stop_at_ctrl_c();
    let simulated = arguments.futures.simulate(&scenarios, &cancel)?;
    if simulated.outcomes.len() < scenarios.len() {
        screen::note("stopped before every option had been simulated: there is nothing to appraise yet");
        return Ok(Exit::Stopped);
    }
    let options: Vec<Simulated> = scenarios
        .iter()
        .zip(&simulated.outcomes)
        .map(|(scenario, outcomes)| Simulated { scenario, outcomes })
        .collect();
    let question = MoneyQuestion {
        base,
        years: arguments.years,
        hold_uncertain: arguments.futures.settings().hold_uncertain,
    };
    let report = appraise_money(&options, &question)
        .map_err(|error| Failure::NotUnderstood { message: error.to_string() })?;
    screen::print(&match arguments.format {
        MoneyFormat::Table => page::draw(&report, screen::width(arguments.width)),
        MoneyFormat::Json => page::json(&report)?,
    })?;
    if simulated.ended == Ended::Stopped {
        let made = counted(report.replications as usize, "replication", "replications");
        screen::note(&format!("stopped after {made}"));
        return Ok(Exit::Stopped);
    }
    Ok(Exit::Done)
}

/// Simulates as many years as are appraised.
fn look_ahead(scenarios: &mut [Scenario], years: u32) -> Result<(), Failure> {
    for scenario in scenarios {
        let weeks = years * 52;
        if weeks + scenario.warm_up_weeks > limits::WEEKS {
            let message = format!(
                "{years} years and the warm-up are more than {} weeks, the most there may be",
                limits::WEEKS
            );
            return Err(Failure::NotUnderstood { message });
        }
        scenario.horizon_weeks = weeks;
    }
    Ok(())
}
