//! `pathloom posts`: the cheapest mix that meets every target.

mod page;
mod words;

pub(crate) use words::parse_vary;

use clap::Args;
use pathloom_appraisal::posts::{Goal, PostsError, PostsOutcome, PostsQuestion, Trying, Vary, find_posts};
use pathloom_service::Scenario;

use crate::answer;
use crate::args::TextFormat;
use crate::compare::stop_at_ctrl_c;
use crate::exit::{Exit, Failure};
use crate::input::{Input, one_option};
use crate::screen;
use crate::settings::EngineSettings;

/// What `posts` can be told.
#[derive(Debug, Args)]
#[command(
    after_help = "FIGURE in --target is a name of the results: waitingList, longestWait, percentile92, within18Percent, over18, over52,\n\
openReferrals (at the end of the week after @), or waitMean, wait92, seen, staffUse and others over the horizon.\n\
WHAT in --vary is the id of a role, or the place of any other figure as in an option's changes.\n\n\
Examples:\n  pathloom posts example:birmingham --option tiered --vary ot-band-6=2..12 --target \"longestWait<47@52:90%\"\n  \
pathloom posts clinic.pathloom.json --vary therapist=1..4:0.2 --vary assistant=0..3\n  \
pathloom posts clinic.pathloom.json --vary design/steps/workshop/work/schedule/everyWeeks=0.2..1:0.05"
)]
pub(crate) struct PostsArguments {
    /// The service: a file, example:NAME, or - for standard input
    #[arg(value_name = "FILE")]
    file: String,
    /// The option, by id or label; the first of the file when left out
    #[arg(long, value_name = "NAME")]
    option: Option<String>,
    /// What may vary, from the lowest to the highest value; a step is 0.1 when left out
    #[arg(long, value_name = "WHAT=LOW..HIGH[:STEP]", required = true)]
    vary: Vec<String>,
    /// What must hold, by the end of which week and how likely; the targets of the file when left out
    #[arg(long, value_name = "FIGURE<LINE[@WEEK][:PERCENT%]")]
    target: Vec<String>,
    /// How sure the answer must be [% of searches]
    #[arg(long, value_name = "PERCENT", default_value_t = 95.0)]
    confidence: f64,
    /// How far from the wanted probability a difference matters [points of probability]
    #[arg(long, value_name = "POINTS", default_value_t = 3.0)]
    within: f64,
    #[command(flatten)]
    engine: EngineSettings,
    /// How to print the answer
    #[arg(long, value_enum, default_value = "text")]
    format: TextFormat,
    /// Widest line of the page [default: the terminal's width, at most 100]
    #[arg(long, value_name = "COLUMNS", value_parser = clap::value_parser!(u16).range(40..=1000))]
    width: Option<u16>,
}

/// Searches and prints what was found.
///
/// # Errors
/// Any [`Failure`].
pub(crate) fn command(arguments: &PostsArguments) -> Result<Exit, Failure> {
    let (input, project) = Input::sound(&arguments.file)?;
    let scenario = one_option(&input, &project, arguments.option.as_deref())?;
    let question = PostsQuestion {
        confidence: arguments.confidence / 100.0,
        indifference: arguments.within / 100.0,
        ..PostsQuestion::new(goals(arguments, &scenario)?, vary(arguments, &scenario)?)
    };
    let settings = arguments.engine.settings();
    let cancel = stop_at_ctrl_c();
    let mut tell = |_: &Trying| {};
    let answer =
        find_posts(&scenario, &question, &settings, &cancel, &mut tell).map_err(|error| match error {
            PostsError::CannotSimulate { source, .. } => {
                Failure::CannotSimulate { option: scenario.option_name.clone(), source }
            }
            other => Failure::NotUnderstood { message: other.to_string() },
        })?;
    screen::print(&match arguments.format {
        TextFormat::Text => page::draw(&scenario, &answer, screen::width(arguments.width)),
        TextFormat::Json => answer::json(&answer)?,
    })?;
    Ok(if matches!(answer.outcome, PostsOutcome::Stopped { .. }) { Exit::Stopped } else { Exit::Done })
}

fn goals(arguments: &PostsArguments, scenario: &Scenario) -> Result<Vec<Goal>, Failure> {
    let last = scenario.horizon_weeks + scenario.warm_up_weeks;
    if arguments.target.is_empty() {
        return Ok(scenario.targets.iter().filter_map(Goal::of_target).collect());
    }
    arguments.target.iter().map(|text| words::parse_goal(text, last)).collect()
}

fn vary(arguments: &PostsArguments, scenario: &Scenario) -> Result<Vec<Vary>, Failure> {
    arguments.vary.iter().map(|text| words::parse_vary(text, scenario)).collect()
}
