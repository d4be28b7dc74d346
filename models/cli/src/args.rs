//! The words of the command line, with their help.

use std::ops::Range;
use std::path::PathBuf;

use clap::{Args, ColorChoice, Parser, Subcommand, ValueEnum};

use crate::actuals::ActualsArguments;
use crate::compare::{CompareArguments, Futures};
use crate::drivers::DriversArguments;
use crate::exit::Failure;
use crate::fairness::FairnessArguments;
use crate::fit::FitArguments;
use crate::fit_distribution::FitDistributionArguments;
use crate::merge::MergeArguments;
use crate::money::MoneyArguments;
use crate::posts::PostsArguments;
use crate::report::ReportArguments;
use crate::rerun::RerunArguments;
use crate::warm_up::WarmUpArguments;

const EXAMPLES: &str = "\
Examples:
  pathloom examples                           list the worked services built in
  pathloom run example:birmingham             simulate one of them
  pathloom check clinic.pathloom.json         is anything wrong with my file?
  pathloom run clinic.pathloom.json --option as-is --option redesign
  pathloom trace clinic.pathloom.json --option redesign

Exit codes:
  0    all went well
  1    the file has problems that must be put right
  2    the command was not understood (an unknown option, example or person, too)
  3    something could not be read or written
  4    the service cannot be simulated
  130  stopped by Ctrl-C; what had finished was printed

FILE is a .pathloom.json file, example:NAME for a worked example, or - for standard input.";

/// Simulate a care pathway's waiting list: how long it gets, how long people wait, and how sure that is.
#[derive(Debug, Parser)]
#[command(name = "pathloom", version, color = ColorChoice::Never, after_help = EXAMPLES, max_term_width = 100)]
pub(crate) struct Arguments {
    /// What to do.
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// List everything that is wrong with a file, or looks odd
    Check(CheckArguments),
    /// Simulate the options of a file: waiting list, longest wait and hours used, with bands
    Run(RunArguments),
    /// Compare options on the same simulated futures: differences, chances and targets
    Compare(CompareArguments),
    /// Find the cheapest posts, places, group frequency or shares that meet targets
    Posts(PostsArguments),
    /// Find out which inputs drive the waiting list, the longest wait or another figure
    Drivers(DriversArguments),
    /// Fit unknown inputs to the list sizes or longest waits that were counted
    Fit(FitArguments),
    /// Find the shape of measured times: minutes of contacts, weeks between them
    FitDistribution(FitDistributionArguments),
    /// Hold what was counted against the forecast: is the service on its trajectory?
    Actuals(ActualsArguments),
    /// Should weeks be left out at the start, and how many?
    WarmUp(WarmUpArguments),
    /// Write the business case: Word, PDF, Excel, HTML, CSV, or a bundle to make its figures again
    Report(ReportArguments),
    /// Make every figure of a bundle again, and say which differ
    Rerun(RerunArguments),
    /// Join parts of a run that were made apart, to exactly the figures of one run
    Merge(MergeArguments),
    /// Appraise options: cost by role and year, benefits, net present value and what would change it
    Money(MoneyArguments),
    /// Read one simulated person's journey line by line, or the whole event log
    Trace(TraceArguments),
    /// Loads and flows of each step from formulas, without simulating
    Theory(TheoryArguments),
    /// Print the JSON Schema of a service's file, or of the results
    Schema(SchemaArguments),
    /// List the worked examples, print one, copy them to a folder, or hold them against what was published
    Examples(ExamplesArguments),
    /// Do some groups wait longer than others? Client groups side by side, or by a label of your own
    Fairness(FairnessArguments),
    /// Look up cited figures: pay, vacancies, leave, missed contacts, national waits
    Figures(FiguresArguments),
}

/// Text or JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum TextFormat {
    /// To read.
    Text,
    /// For programs.
    Json,
}

/// What `check` can be told.
#[derive(Debug, Args)]
#[command(after_help = "Exit code 1 when there are errors; warnings alone are 0.\n\n\
Examples:\n  pathloom check clinic.pathloom.json\n  pathloom check clinic.pathloom.json --format json\n  \
cat clinic.pathloom.json | pathloom check -")]
pub(crate) struct CheckArguments {
    /// The service: a file, example:NAME, or - for standard input
    #[arg(value_name = "FILE")]
    pub(crate) file: String,
    /// How to print the list
    #[arg(long, value_enum, default_value = "text")]
    pub(crate) format: TextFormat,
}

/// How results are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ResultFormat {
    /// To read: list and waits with bands, trajectories, targets and hours.
    Table,
    /// For programs: every measure by week; `pathloom schema --results` describes it.
    Json,
    /// For spreadsheets: one line for each option, measure and week.
    Csv,
}

/// What `run` can be told.
#[derive(Debug, Args)]
#[command(
    override_usage = "pathloom run [FILE] [--option NAME...] [OPTIONS]",
    after_help = "The same file, seed and engine version give the same figures on any computer and any number of threads.\n\
Ctrl-C stops early: what has finished is kept and printed, and the exit code is 130.\n\n\
Examples:\n  pathloom run example:birmingham\n  \
pathloom run clinic.pathloom.json --option as-is redesign --replications 1000\n  \
pathloom run clinic.pathloom.json --out results\n  \
pathloom run clinic.pathloom.json --format json > results.json\n  \
pathloom run clinic.pathloom.json --replications 250..500 --part b.pathloom-part   part of a larger run"
)]
pub(crate) struct RunArguments {
    /// The service: a file, example:NAME, or - for standard input
    #[arg(value_name = "FILE")]
    file: Option<String>,
    /// Options to simulate, by id or label; all of the file when left out
    #[arg(long = "option", value_name = "NAME", num_args = 1..)]
    options: Vec<String>,
    #[command(flatten)]
    pub(crate) futures: Futures,
    /// Write the raw outcomes into this file (.pathloom-part), to be joined with others by `pathloom merge`;
    /// nothing is printed unless --format or --out asks for it
    #[arg(long, value_name = "PLACE")]
    pub(crate) part: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) shown: Shown,
}

/// How results are shown.
#[derive(Debug, Args)]
pub(crate) struct Shown {
    /// How to print the results [default: table]
    #[arg(long, value_enum)]
    pub(crate) format: Option<ResultFormat>,
    /// Write the results into this folder: table.txt, results.json, weekly.csv and horizon.csv,
    /// replacing those of an earlier run; with --format only that format's files, and nothing is printed
    #[arg(long, value_name = "DIR")]
    pub(crate) out: Option<PathBuf>,
    /// Show the 95% confidence interval of each mean
    #[arg(long)]
    pub(crate) intervals: bool,
    /// Weeks to show of each trajectory, as in 0,4,8,12 [default: every quarter or so]
    #[arg(long, value_name = "WEEKS", value_delimiter = ',')]
    pub(crate) weeks_shown: Vec<usize>,
    /// Widest line of the table [default: the terminal's width, at most 100]
    #[arg(long, value_name = "COLUMNS", value_parser = clap::value_parser!(u16).range(40..=1000))]
    pub(crate) width: Option<u16>,
}

impl RunArguments {
    /// The file and the options, also when the file was typed after the last option's name.
    ///
    /// # Errors
    /// [`Failure::NoFile`].
    pub(crate) fn file_and_options(&self) -> Result<(&str, &[String]), Failure> {
        match (&self.file, self.options.as_slice()) {
            (Some(file), options) => Ok((file, options)),
            (None, [options @ .., file]) if !options.is_empty() => Ok((file, options)),
            _ => Err(Failure::NoFile),
        }
    }
}

/// How a trace is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum TraceFormat {
    /// To read.
    Text,
    /// For spreadsheets: one line for each event.
    Csv,
    /// For programs: one JSON object on each line.
    Json,
}

/// What `trace` can be told.
#[derive(Debug, Args)]
#[command(
    after_help = "One replication is one simulated future; --replication picks which. People are numbered by referral \
date, those there at the start first.\n\n\
Examples:\n  pathloom trace clinic.pathloom.json --option redesign               who is worth a look?\n  \
pathloom trace clinic.pathloom.json --option redesign --person 412\n  \
pathloom trace clinic.pathloom.json --option redesign --events --format csv > events.csv"
)]
pub(crate) struct TraceArguments {
    /// The service: a file, example:NAME, or - for standard input
    #[arg(value_name = "FILE")]
    pub(crate) file: String,
    /// The option, by id or label; the first of the file when left out
    #[arg(long, value_name = "NAME")]
    pub(crate) option: Option<String>,
    /// Which replication
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub(crate) replication: u32,
    /// Seed of the random numbers
    #[arg(long, value_name = "S", default_value_t = 1)]
    pub(crate) seed: u64,
    /// Only the journey of this person
    #[arg(long, value_name = "K", conflicts_with_all = ["longest", "events"])]
    pub(crate) person: Option<u32>,
    /// Only the journey of whoever waits longest
    #[arg(long, conflicts_with = "events")]
    pub(crate) longest: bool,
    /// Everything that happened to everybody, in order of time
    #[arg(long)]
    pub(crate) events: bool,
    /// How to print it
    #[arg(long, value_enum, default_value = "text")]
    pub(crate) format: TraceFormat,
    /// Most events to print with --events
    #[arg(long, value_name = "N", default_value_t = 10_000, value_parser = parse_limit)]
    pub(crate) limit: usize,
}

/// What `theory` can be told.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  pathloom theory example:birmingham\n  pathloom theory clinic.pathloom.json --option redesign"
)]
pub(crate) struct TheoryArguments {
    /// The service: a file, example:NAME, or - for standard input
    #[arg(value_name = "FILE")]
    pub(crate) file: String,
    /// The option, by id or label; all of the file when left out
    #[arg(long, value_name = "NAME")]
    pub(crate) option: Vec<String>,
    /// Widest line of the table [default: the terminal's width, at most 100]
    #[arg(long, value_name = "COLUMNS", value_parser = clap::value_parser!(u16).range(40..=1000))]
    pub(crate) width: Option<u16>,
}

/// What `schema` can be told.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  pathloom schema > pathloom.schema.json        let an editor check a service as it is typed\n  \
pathloom schema --results                     what `pathloom run --format json` prints"
)]
pub(crate) struct SchemaArguments {
    /// The schema of the results instead of the service's file
    #[arg(long)]
    pub(crate) results: bool,
}

/// What `examples` can be told.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  pathloom examples                             what there is\n  \
pathloom run example:birmingham               simulate one\n  \
pathloom examples birmingham                  print its file\n  \
pathloom examples --copy my-services          copy all of them, to change\n  \
pathloom examples --table                     what was published beside what is simulated")]
pub(crate) struct ExamplesArguments {
    /// One example; all of them when left out
    #[arg(value_name = "NAME")]
    pub(crate) name: Option<String>,
    /// Copy to this folder
    #[arg(long, value_name = "DIR")]
    pub(crate) copy: Option<PathBuf>,
    /// Overwrite files that are there already
    #[arg(long, requires = "copy")]
    pub(crate) force: bool,
    /// A table in Markdown of what was published beside what is simulated
    #[arg(long, conflicts_with = "copy")]
    pub(crate) table: bool,
    /// How many simulated futures the table is of
    #[arg(long, value_name = "N", default_value_t = 200, requires = "table", value_parser = clap::value_parser!(u32).range(2..=100_000))]
    pub(crate) replications: u32,
}

/// What `figures` can be told.
#[derive(Debug, Args)]
#[command(
    after_help = "Every figure names its source. Those from memory say so: look them up before relying on them.\n\n\
Examples:\n  pathloom figures                              all of them\n  \
pathloom figures vacant london                those that all the words occur in\n  \
pathloom figures --for roles/ot-band-6/turnover/vacantPercent    what may be put into a figure\n  \
pathloom figures leave --format json          for programs"
)]
pub(crate) struct FiguresArguments {
    /// Words to look for, in names, places, notes and sources
    #[arg(value_name = "WORDS")]
    pub(crate) words: Vec<String>,
    /// Only figures that may be put into the figure at this place of a service's file
    #[arg(long = "for", value_name = "PLACE")]
    pub(crate) place: Option<String>,
    /// How to print them
    #[arg(long, value_enum, default_value = "text")]
    pub(crate) format: TextFormat,
    /// Widest line [default: the terminal's width, at most 100]
    #[arg(long, value_name = "COLUMNS", value_parser = clap::value_parser!(u16).range(40..=1000))]
    pub(crate) width: Option<u16>,
}

/// `300`, or a part such as `0..250`.
pub(crate) fn parse_replications(text: &str) -> Result<Range<u32>, String> {
    let number =
        |text: &str| text.trim().parse::<u32>().map_err(|_| format!("\"{text}\" is not a whole number"));
    let range = match text.split_once("..") {
        None => 0..number(text)?,
        Some((from, until)) => number(from)?..number(until)?,
    };
    if range.is_empty() {
        return Err("there must be at least one; a part such as 0..250 runs from 0 to 249".to_owned());
    }
    Ok(range)
}

fn parse_limit(text: &str) -> Result<usize, String> {
    match text.parse() {
        Ok(limit) if limit > 0 => Ok(limit),
        _ => Err(format!("\"{text}\" is not a whole number above 0")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_command_line_is_consistent() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn replications_are_a_number_or_a_part() {
        assert_eq!(parse_replications("300"), Ok(0..300));
        assert_eq!(parse_replications("250..500"), Ok(250..500));
        for wrong in ["0", "5..5", "6..5", "-1", "many", "1..", "4294967296"] {
            assert!(parse_replications(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn the_file_may_come_after_the_options() {
        let parse = |words: &[&str]| match Arguments::try_parse_from(words).map(|parsed| parsed.command) {
            Ok(Command::Run(run)) => run,
            other => panic!("not a run: {other:?}"),
        };
        let run = parse(&["pathloom", "run", "--option", "a", "b", "x.json"]);
        assert_eq!(run.file_and_options().ok(), Some(("x.json", &["a".to_owned(), "b".to_owned()][..])));
        let run = parse(&["pathloom", "run", "x.json", "--option", "a", "--option", "b"]);
        assert_eq!(run.file_and_options().ok(), Some(("x.json", &["a".to_owned(), "b".to_owned()][..])));
        assert!(parse(&["pathloom", "run", "--option", "a"]).file_and_options().is_err());
    }
}
