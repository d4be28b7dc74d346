//! `pathloom compare`: options side by side on the same simulated futures.

mod futures;
mod page;
mod star;
mod wish;

pub(crate) use futures::{Futures, stop_at_ctrl_c};

use clap::Args;
use pathloom_appraisal::compare::{Comparison, Simulated, compare};
use pathloom_appraisal::precision::{Ended, OnTheWay, Precise, Precision, run_until};
use pathloom_appraisal::star::{StarView, star_view};
use pathloom_appraisal::vacancies::with_every_post_filled;
use pathloom_service::{Project, Scenario, StarTag};

use crate::args::TextFormat;
use crate::exit::{Exit, Failure};
use crate::format::counted;
use crate::input::{Input, options, options_and_base, scenario};
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
    /// Hold one option (the first when none is named) against itself with every post filled and nobody leaving: what
    /// vacancies and turnover do to the wait
    #[arg(long, conflicts_with = "base")]
    without_vacancies: bool,
    /// Say what each option changes about the workforce, by the points of the HEE Star
    #[arg(long, conflicts_with = "without_vacancies")]
    star: bool,
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
    let (input, project) = Input::sound(&arguments.file)?;
    let LineUp { scenarios, base, tags } = if arguments.without_vacancies {
        with_and_without_vacancies(&input, &project, arguments)?
    } else {
        side_by_side(&input, &project, arguments)?
    };
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
    let stars: Vec<StarView> = scenarios
        .iter()
        .zip(&tags)
        .enumerate()
        .filter(|(at, _)| arguments.star && *at != base)
        .map(|(_, (scenario, tags))| star_view(&scenarios[base], scenario, tags))
        .collect();
    print(&comparison, &precise, &stars, arguments)?;
    if precise.ended == Ended::Stopped {
        screen::note(&format!(
            "stopped after {}",
            counted(comparison.replications as usize, "replication", "replications")
        ));
        return Ok(Exit::Stopped);
    }
    Ok(Exit::Done)
}

/// The options to compare.
struct LineUp {
    scenarios: Vec<Scenario>,
    /// Position of the one that the others are held against.
    base: usize,
    /// What each says it changes about the workforce.
    tags: Vec<Vec<StarTag>>,
}

/// The options asked for, the base among them.
fn side_by_side(input: &Input, project: &Project, arguments: &CompareArguments) -> Result<LineUp, Failure> {
    let (chosen, base) = options_and_base(project, &arguments.options, arguments.base.as_deref())?;
    let tags = chosen.iter().map(|option| option.star.clone()).collect();
    let scenarios =
        chosen.into_iter().map(|option| scenario(input, project, option)).collect::<Result<Vec<_>, _>>()?;
    Ok(LineUp { scenarios, base, tags })
}

/// One option held against itself with every post filled.
fn with_and_without_vacancies(
    input: &Input,
    project: &Project,
    arguments: &CompareArguments,
) -> Result<LineUp, Failure> {
    let chosen = options(project, &arguments.options)?;
    let (Some(option), true) = (chosen.first(), arguments.options.len() <= 1) else {
        let message = "--without-vacancies looks at one option: name one with --option".to_owned();
        return Err(Failure::NotUnderstood { message });
    };
    let as_staffed = scenario(input, project, option)?;
    let filled = with_every_post_filled(&as_staffed).ok_or_else(|| Failure::NotUnderstood {
        message: format!(
            "in \"{}\" no post is vacant and nobody leaves: there is nothing to leave out",
            option.name
        ),
    })?;
    Ok(LineUp { scenarios: vec![filled, as_staffed], base: 0, tags: vec![Vec::new(); 2] })
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

fn print(
    comparison: &Comparison,
    precise: &Precise,
    stars: &[StarView],
    arguments: &CompareArguments,
) -> Result<(), Failure> {
    let width = screen::width(arguments.width);
    screen::print(&match arguments.format {
        TextFormat::Text => page::draw(comparison, precise, width) + &star::draw(stars, width),
        TextFormat::Json => page::json(comparison, precise, stars)?,
    })
}
