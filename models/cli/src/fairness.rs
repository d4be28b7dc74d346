//! `pathloom fairness`: do some groups wait longer than others?

use clap::Args;
use pathloom_appraisal::equity::{EquityGroup, Fairness, fairness};
use pathloom_appraisal::precision::Ended;
use pathloom_simulation::Band;
use serde::Serialize;

use crate::answer;
use crate::args::TextFormat;
use crate::compare::{Futures, stop_at_ctrl_c};
use crate::exit::{Exit, Failure};
use crate::format::{counted, number};
use crate::grid::{Cell, Grid};
use crate::input::{Input, options, scenario};
use crate::screen::{self, one_line, paragraph};

/// What `fairness` can be told.
#[derive(Debug, Args)]
#[command(after_help = "Client groups carry labels of your own in the file: \
\"labels\": {\"deprivation\": \"most deprived fifth\"}.\n\n\
Examples:\n  pathloom fairness clinic.pathloom.json                       between client groups\n  \
pathloom fairness clinic.pathloom.json --by deprivation      groups with one label together\n  \
pathloom fairness clinic.pathloom.json --option redesign --week 26")]
pub(crate) struct FairnessArguments {
    /// The service: a file, example:NAME, or - for standard input
    #[arg(value_name = "FILE")]
    file: String,
    /// Options to look at, by id or label; all of the file when left out
    #[arg(long = "option", value_name = "NAME")]
    options: Vec<String>,
    /// The label to put client groups together by; each is its own when left out
    #[arg(long, value_name = "LABEL")]
    by: Option<String>,
    /// Week at whose end people still waiting are counted [default: the last]
    #[arg(long, value_name = "N")]
    week: Option<u32>,
    #[command(flatten)]
    futures: Futures,
    /// How to print it
    #[arg(long, value_enum, default_value = "text")]
    format: TextFormat,
    /// Widest line of the page [default: the terminal's width, at most 100]
    #[arg(long, value_name = "COLUMNS", value_parser = clap::value_parser!(u16).range(40..=1000))]
    width: Option<u16>,
}

/// The answer of `--format json`.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Answer {
    options: Vec<OfOption>,
}

/// One option.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct OfOption {
    id: String,
    name: String,
    replications: usize,
    fairness: Fairness,
}

/// Simulates the options and says who waits longer.
///
/// # Errors
/// Any [`Failure`].
pub(crate) fn command(arguments: &FairnessArguments) -> Result<Exit, Failure> {
    let (input, project) = Input::sound(&arguments.file)?;
    let scenarios = options(&project, &arguments.options)?
        .into_iter()
        .map(|option| scenario(&input, &project, option))
        .collect::<Result<Vec<_>, _>>()?;
    let week = arguments.week.unwrap_or(project.horizon_weeks + project.warm_up_weeks);
    let simulated = arguments.futures.simulate(&scenarios, &stop_at_ctrl_c())?;
    let options = scenarios
        .iter()
        .zip(&simulated.outcomes)
        .map(|(scenario, outcomes)| {
            let fairness = fairness(scenario, outcomes, arguments.by.as_deref(), week)
                .map_err(|error| Failure::NotUnderstood { message: error.to_string() })?;
            let (id, name) = (scenario.option_id.clone(), scenario.option_name.clone());
            Ok(OfOption { id, name, replications: outcomes.replications.len(), fairness })
        })
        .collect::<Result<Vec<_>, Failure>>()?;
    let answer = Answer { options };
    screen::print(&match arguments.format {
        TextFormat::Text => draw(&answer.options, screen::width(arguments.width)),
        TextFormat::Json => answer::json(&answer)?,
    })?;
    if simulated.ended == Ended::Stopped {
        screen::note(&stopped(&answer.options, scenarios.len()));
        return Ok(Exit::Stopped);
    }
    Ok(Exit::Done)
}

/// How far a run came that somebody stopped.
fn stopped(options: &[OfOption], asked: usize) -> String {
    let fewest = options.iter().map(|one| one.replications).min().unwrap_or(0);
    let after = format!("stopped after {}", counted(fewest, "replication", "replications"));
    match asked - options.len() {
        0 => after,
        missing => format!("{after}; nothing yet for {}", counted(missing, "option", "options")),
    }
}

fn draw(options: &[OfOption], width: usize) -> String {
    let mut text: String = options.iter().map(|one| draw_option(one, width)).collect();
    if !options.is_empty() {
        text.push_str(&paragraph("Median, then the range that 9 of 10 futures fall in.", width));
    }
    text
}

fn draw_option(option: &OfOption, width: usize) -> String {
    let fairness = &option.fairness;
    let futures = counted(option.replications, "simulated future", "simulated futures");
    let mut text = format!("{} ({futures})\n", one_line(&option.name));
    let heads = [
        "mean wait of those seen (weeks)".to_owned(),
        format!("longest wait at week {} (weeks)", fairness.week),
        format!("waiting at week {}", fairness.week),
        "removed for each 100 referred".to_owned(),
    ];
    let mut grid = Grid::new(heads);
    for group in &fairness.groups {
        let EquityGroup { mean_wait_weeks, longest_wait_weeks, waiting, removed_percent, .. } = group;
        let bands = [mean_wait_weeks, longest_wait_weeks, waiting, removed_percent];
        grid.row(&one_line(&group.name), bands.map(cell).to_vec());
    }
    text.push_str(&grid.draw(width));
    text.push_str(&paragraph(&one_line(&fairness.words), width));
    text.push('\n');
    text
}

fn cell(band: &Band) -> Cell {
    let rest = if band.measured == 0 {
        String::new()
    } else {
        format!("({} to {})", number(band.p5), number(band.p95))
    };
    Cell { figure: number(band.median), rest }
}
