//! `pathloom`: the waiting list of a care pathway, simulated in the terminal.
//!
//! This program reads files, prints answers and decides exit codes; everything it says about a service comes from
//! `pathloom-service` (what a file means and what is wrong with it) and `pathloom-simulation` (what happens to the
//! waiting list). One file for each command; `README.md` beside it describes the output formats.

mod actuals;
mod answer;
mod args;
mod cells;
mod check;
mod compare;
mod drivers;
mod examples;
mod exit;
mod fairness;
mod figures;
mod files;
mod fit;
mod fit_distribution;
mod format;
mod grid;
mod history;
mod input;
mod merge;
mod money;
mod posts;
mod report;
mod rerun;
mod run;
mod schema;
mod screen;
mod settings;
mod theory;
mod trace;
mod warm_up;

use std::process::ExitCode;

use args::Command;
use clap::Parser;
use exit::{Exit, Failure};

fn main() -> ExitCode {
    let arguments = args::Arguments::parse();
    let ended = match arguments.command {
        Command::Check(arguments) => check::command(&arguments),
        Command::Run(arguments) => run::command(&arguments),
        Command::Compare(arguments) => compare::command(&arguments),
        Command::Posts(arguments) => posts::command(&arguments),
        Command::Drivers(arguments) => drivers::command(&arguments),
        Command::Fit(arguments) => fit::command(&arguments),
        Command::FitDistribution(arguments) => fit_distribution::command(&arguments),
        Command::Actuals(arguments) => actuals::command(&arguments),
        Command::WarmUp(arguments) => warm_up::command(&arguments),
        Command::Report(arguments) => report::command(&arguments),
        Command::Rerun(arguments) => rerun::command(&arguments),
        Command::Merge(arguments) => merge::command(&arguments),
        Command::Money(arguments) => money::command(&arguments),
        Command::Trace(arguments) => trace::command(&arguments),
        Command::Theory(arguments) => theory::command(&arguments),
        Command::Schema(arguments) => schema::command(&arguments),
        Command::Examples(arguments) => examples::command(&arguments),
        Command::Fairness(arguments) => fairness::command(&arguments),
        Command::Figures(arguments) => figures::command(&arguments),
    };
    ended.unwrap_or_else(report).into()
}

/// Says what went wrong, and with which exit code to end.
fn report(failure: Failure) -> Exit {
    // Whoever reads our output has seen enough of it (`pathloom run … | head`): that is no failure.
    if matches!(failure, Failure::OutputClosed) {
        return Exit::Done;
    }
    screen::note(&format!("error: {}", screen::one_line(&failure.to_string())));
    if let Some(hint) = failure.hint() {
        screen::note(&format!("hint: {hint}"));
    }
    failure.exit()
}
