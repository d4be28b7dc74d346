//! `pathloom report`: the business case of a service, written from its simulated futures.

use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;
use std::time::{SystemTime, UNIX_EPOCH};

use clap::{Args, ValueEnum};
use jiff::civil::Date;
use pathloom_appraisal::Figure;
use pathloom_appraisal::drivers::{Drivers, DriversQuestion, what_drives};
use pathloom_appraisal::precision::Ended;
use pathloom_report::bundle::{Contents, pack};
use pathloom_report::{Reckoned, Run, Size, Study, preferred_option, report};
use pathloom_service::Scenario;
use pathloom_simulation::{Outcomes, WeeklyMeasure};

use crate::compare::{Futures, stop_at_ctrl_c};
use crate::exit::{Exit, Failure};
use crate::input::{Input, options, read_bytes, scenario};
use crate::{files, screen};

/// What `report` can be told.
#[derive(Debug, Args)]
#[command(
    after_help = "The ending of each --to decides the format: .docx or .pdf to read, .xlsx to reckon with, .html for a browser, \
.pathloom-bundle to make every figure again; a name without an ending is a folder of CSV files. All of one command \
come from the same simulated futures.\n\n\
Examples:\n  pathloom report example:birmingham --to case.docx\n  \
pathloom report clinic.pathloom.json --size post --prefer two-posts --to case.pdf --to case.xlsx\n  \
pathloom report clinic.pathloom.json --to case.docx --template trust.dotx\n  \
pathloom report clinic.pathloom.json --to tables --to case.pathloom-bundle"
)]
pub(crate) struct ReportArguments {
    /// The service: a file, example:NAME, or - for standard input
    #[arg(value_name = "FILE")]
    file: String,
    /// Where to write it; may be given several times, once for each format
    #[arg(long, value_name = "PLACE", required = true)]
    to: Vec<PathBuf>,
    /// How much of a case
    #[arg(long, value_enum, default_value = "full")]
    size: SizeWord,
    /// Options to compare, by id or label, the base first; all of the file when left out
    #[arg(long = "option", value_name = "NAME")]
    options: Vec<String>,
    /// The option that the case asks for, by id or label, in place of the one that the file names
    #[arg(long, value_name = "NAME")]
    prefer: Option<String>,
    /// A Word document or template whose styles, headers and margins a .docx takes over
    #[arg(long, value_name = "DOCX")]
    template: Option<PathBuf>,
    /// The date to print, as 2026-11-22 [default: today]
    #[arg(long, value_name = "DATE")]
    date: Option<Date>,
    /// Find out too which inputs drive the longest wait of the option asked for, and draw it: some seconds more
    #[arg(long)]
    drivers: bool,
    #[command(flatten)]
    futures: Futures,
}

/// How much of a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum SizeWord {
    /// One page: background, implementation, impact
    Journey,
    /// Two to four pages for a vacancy or investment panel
    Post,
    /// The five cases with appendices
    Full,
}

impl From<SizeWord> for Size {
    fn from(word: SizeWord) -> Self {
        match word {
            SizeWord::Journey => Self::Journey,
            SizeWord::Post => Self::Post,
            SizeWord::Full => Self::Full,
        }
    }
}

/// What is written, by the ending of a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Format {
    Html,
    Word,
    Pdf,
    Excel,
    Csv,
    Bundle,
}

/// Simulates the options and writes the case.
///
/// # Errors
/// Any [`Failure`].
pub(crate) fn command(arguments: &ReportArguments) -> Result<Exit, Failure> {
    let formats = arguments.to.iter().map(|place| format_of(place)).collect::<Result<Vec<_>, _>>()?;
    let template = arguments.template.as_deref().map(read_bytes).transpose()?;
    let (input, mut project) = Input::sound(&arguments.file)?;
    if let Some(name) = &arguments.prefer {
        let id = options(&project, std::slice::from_ref(name))?[0].id.clone();
        project.business_case.preferred_option = Some(id);
    }
    let scenarios = options(&project, &arguments.options)?
        .into_iter()
        .map(|option| scenario(&input, &project, option))
        .collect::<Result<Vec<Scenario>, _>>()?;
    let asked = preferred_option(&project.business_case, scenarios.iter().map(|one| one.option_id.as_str()))?;
    let cancel = stop_at_ctrl_c();
    let Some(simulated) = simulate(scenarios, arguments, &cancel)? else {
        screen::note("stopped before every option had been simulated: nothing was written");
        return Ok(Exit::Stopped);
    };
    let drivers = match simulated.get(asked) {
        Some(asked) if arguments.drivers => Some(drivers(asked, arguments, &cancel)?),
        _ => None,
    };
    if drivers.as_ref().is_some_and(|drivers| drivers.stopped) {
        screen::note("stopped: nothing was written");
        return Ok(Exit::Stopped);
    }
    let run = run(arguments);
    let reckoned = Reckoned::of(&simulated, &project.actuals, run.hold_uncertain)?;
    let study = Study {
        project: &project,
        reckoned: &reckoned,
        run,
        drivers: drivers.as_ref(),
        date: arguments.date.unwrap_or_else(today),
    };
    warn_of_unknown(&study)?;
    let case = Case { study, simulated: &simulated, size: arguments.size.into(), template };
    for (place, format) in arguments.to.iter().zip(formats) {
        write(&case, place, format)?;
        screen::note(&format!("written: {}", place.display()));
    }
    Ok(Exit::Done)
}

/// The options with their futures; none when somebody stopped before all had theirs.
fn simulate(
    scenarios: Vec<Scenario>,
    arguments: &ReportArguments,
    cancel: &AtomicBool,
) -> Result<Option<Vec<(Scenario, Outcomes)>>, Failure> {
    let simulated = arguments.futures.simulate(&scenarios, cancel)?;
    let is_whole = simulated.ended != Ended::Stopped;
    Ok(is_whole.then(|| scenarios.into_iter().zip(simulated.outcomes).collect()))
}

/// What drives the longest wait of the option asked for, at the end.
fn drivers(
    (scenario, outcomes): &(Scenario, Outcomes),
    arguments: &ReportArguments,
    cancel: &AtomicBool,
) -> Result<Drivers, Failure> {
    let week = outcomes.catalogue.weeks as u32;
    let question = DriversQuestion::new(Figure::Weekly { measure: WeeklyMeasure::LongestWait, week });
    what_drives(scenario, &question, &arguments.futures.settings(), cancel, &mut |_| {})
        .map_err(|error| Failure::NotUnderstood { message: error.to_string() })
}

fn run(arguments: &ReportArguments) -> Run {
    let settings = arguments.futures.settings();
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    Run {
        replications: settings.replications,
        seed: settings.seed,
        hold_uncertain: settings.hold_uncertain,
        machine: Run::machine_words(std::env::consts::OS, std::env::consts::ARCH, threads),
    }
}

/// Placeholders in the user's texts that name nothing.
fn warn_of_unknown(study: &Study) -> Result<(), Failure> {
    let unknown = pathloom_report::unknown_placeholders(study).map_err(Failure::from)?;
    for one in unknown {
        screen::note(&format!("warning: {}: {{{}}} names no figure of this study", one.place, one.asked));
    }
    Ok(())
}

/// What is written, whatever the format.
struct Case<'a> {
    study: Study<'a>,
    simulated: &'a [(Scenario, Outcomes)],
    size: Size,
    template: Option<Vec<u8>>,
}

fn write(case: &Case, place: &Path, format: Format) -> Result<(), Failure> {
    let Case { study, size, .. } = case;
    let bytes = match format {
        Format::Html => pathloom_report::html(&report(study, *size)?).into_bytes(),
        Format::Word => pathloom_report::word(&report(study, *size)?, case.template.as_deref())?,
        Format::Pdf => pathloom_report::pdf(&report(study, *size)?)?,
        Format::Excel => pathloom_report::excel(study)?,
        Format::Bundle => {
            pack(&Contents { project: study.project, options: case.simulated, run: &study.run })?
        }
        Format::Csv => {
            let tables = pathloom_report::csv(study)?;
            let tables: Vec<(&str, Vec<u8>)> =
                tables.iter().map(|table| (table.name, table.text.clone().into_bytes())).collect();
            files::write_whole(place, &tables)?;
            return Ok(());
        }
    };
    files::write_one(place, bytes)
}

fn format_of(place: &Path) -> Result<Format, Failure> {
    let ending = place.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    match ending.as_deref() {
        None => Ok(Format::Csv),
        Some("html" | "htm") => Ok(Format::Html),
        Some("docx") => Ok(Format::Word),
        Some("pdf") => Ok(Format::Pdf),
        Some("xlsx") => Ok(Format::Excel),
        Some("pathloom-bundle") => Ok(Format::Bundle),
        Some(other) => Err(Failure::NotUnderstood {
            message: format!(
                "--to {}: nothing is written as .{other}; there are .docx, .pdf, .xlsx, .html and .pathloom-bundle, and a name without an ending is a folder of CSV files",
                place.display()
            ),
        }),
    }
}

/// Today's date in Greenwich.
fn today() -> Date {
    let days = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs() / 86_400);
    let span = jiff::Span::new().try_days(i64::try_from(days).unwrap_or(0));
    let epoch = Date::constant(1970, 1, 1);
    span.and_then(|span| epoch.checked_add(span)).unwrap_or(epoch)
}
