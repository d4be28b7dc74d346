//! `pathloom run`: simulates the options of a file and prints what becomes of the waiting list.

mod capacity;
mod csv;
mod json;
mod progress;
mod simulate;
mod table;
mod trajectory;

pub(crate) use json::Results;
pub(crate) use progress::Progress;

use std::path::Path;

use pathloom_service::{Project, Scenario};
use pathloom_simulation::Outcomes;

use pathloom_report::bundle::{Contents, pack_part};

use crate::args::{ResultFormat, RunArguments, Shown};
use crate::exit::{Exit, Failure};
use crate::format::{Intervals, counted};
use crate::input::{Input, options, scenario};
use crate::{files, screen};

/// A run that has ended: everything the formats need.
pub(crate) struct Study {
    /// The document.
    pub(crate) project: Project,
    /// Options with their answers, in the order asked for; those without a finished replication are left out.
    pub(crate) options: Vec<(Scenario, Outcomes)>,
    /// Labels of options that were stopped before a replication had finished.
    pub(crate) not_started: Vec<String>,
    /// How the run was made.
    pub(crate) settings: pathloom_simulation::RunSettings,
    /// Whether somebody stopped it.
    pub(crate) stopped: bool,
}

impl Study {
    /// Replications asked for.
    pub(crate) fn asked(&self) -> usize {
        self.settings.replications.len()
    }

    /// Fewest and most replications that any option finished.
    pub(crate) fn finished(&self) -> (usize, usize) {
        let counts = || self.options.iter().map(|(_, outcomes)| outcomes.replications.len());
        let fewest = if self.not_started.is_empty() { counts().min().unwrap_or(0) } else { 0 };
        (fewest, counts().max().unwrap_or(0))
    }

    /// `stopped after 120 of 300 replications`, when somebody did.
    pub(crate) fn stopped_note(&self) -> Option<String> {
        if !self.stopped {
            return None;
        }
        let (fewest, most) = self.finished();
        let finished = if fewest == most { most.to_string() } else { format!("{fewest} to {most}") };
        let mut note =
            format!("stopped after {finished} of {}", counted(self.asked(), "replication", "replications"));
        if !self.not_started.is_empty() {
            note.push_str(&format!("; nothing yet for {}", self.not_started.join(", ")));
        }
        Some(note)
    }
}

/// Reads, checks, simulates and prints.
///
/// # Errors
/// Any [`Failure`].
pub(crate) fn command(arguments: &RunArguments) -> Result<Exit, Failure> {
    let (file, names) = arguments.file_and_options()?;
    let (input, project) = Input::sound(file)?;
    let scenarios = options(&project, names)?
        .into_iter()
        .map(|option| scenario(&input, &project, option))
        .collect::<Result<Vec<_>, _>>()?;
    let study = simulate::simulate(project, scenarios, arguments)?;
    let stopped = study.stopped_note();
    if !study.options.is_empty() {
        let shown = &arguments.shown;
        if arguments.part.is_none() || shown.format.is_some() || shown.out.is_some() {
            answer(&study, shown)?;
        }
        if let Some(place) = &arguments.part {
            write_part(&study, place)?;
        }
    }
    let Some(stopped) = stopped else { return Ok(Exit::Done) };
    screen::note(&stopped);
    Ok(Exit::Stopped)
}

/// Writes the raw outcomes; a run that was stopped has no whole part.
fn write_part(study: &Study, place: &Path) -> Result<(), Failure> {
    if study.stopped {
        screen::note("the run was stopped: no part was written");
        return Ok(());
    }
    let run = pathloom_report::Run {
        replications: study.settings.replications.clone(),
        seed: study.settings.seed,
        hold_uncertain: study.settings.hold_uncertain,
        machine: String::new(),
    };
    let contents = Contents { project: &study.project, options: &study.options, run: &run };
    files::write_one(place, pack_part(&contents)?)?;
    screen::note(&format!("written: {}", place.display()));
    Ok(())
}

/// Prints or writes the results.
pub(crate) fn answer(study: &Study, arguments: &Shown) -> Result<(), Failure> {
    let intervals = Intervals::from(arguments.intervals);
    let table =
        |width| table::draw(study, &table::Look { width, intervals, weeks_shown: &arguments.weeks_shown });
    let Some(folder) = &arguments.out else {
        return screen::print(&match arguments.format.unwrap_or(ResultFormat::Table) {
            ResultFormat::Table => table(screen::width(arguments.width)),
            ResultFormat::Json => Results::of(study).text(),
            ResultFormat::Csv => csv::weekly(study, &Results::of(study), intervals)?,
        });
    };
    let wanted = |format| arguments.format.is_none_or(|only| only == format);
    let mut written = Vec::new();
    if wanted(ResultFormat::Table) {
        written.push(("table.txt", table(arguments.width.map_or(screen::WIDEST, usize::from))));
    }
    if wanted(ResultFormat::Json) || wanted(ResultFormat::Csv) {
        let results = Results::of(study);
        if wanted(ResultFormat::Json) {
            written.push(("results.json", results.text()));
        }
        if wanted(ResultFormat::Csv) {
            written.push(("weekly.csv", csv::weekly(study, &results, intervals)?));
            written.push(("horizon.csv", csv::horizon(&results, intervals)?));
        }
    }
    let places = files::write_whole(folder, &written)?;
    if arguments.format.is_none() {
        screen::print(&table(screen::width(arguments.width)))?;
    }
    let places: Vec<String> = places.iter().map(|place| place.display().to_string()).collect();
    screen::note(&format!("written: {}", places.join(", ")));
    Ok(())
}
