//! What business cases are written from: figures worked out once for the runs of a project, and kept while they last.

use std::sync::Arc;

use jiff::Zoned;
use pathloom_appraisal::Figure;
use pathloom_appraisal::drivers::{Drivers, DriversQuestion, what_drives};
use pathloom_library::StoredRun;
use pathloom_report::{KeptOption, Reckoned, ReportError, Run, Study, needs_whole_futures, preferred_option};
use pathloom_service::{Actuals, Project, Scenario};
use pathloom_simulation::summary::OptionResults;
use pathloom_simulation::{ENGINE_VERSION, Outcomes, RunSettings, WeeklyMeasure};

use crate::commands::not_understood;
use crate::desk::Desk;
use crate::ipc::{CaseProgress, CaseRequest, CaseStage, CompareProgress, IpcError};
use crate::jobs::Halt;
use crate::latest::{LatestRun, simulated_again};

/// Figures of a project's options, with the document they were worked out for.
#[derive(Debug)]
pub(crate) struct KeptCase {
    project_id: String,
    option_ids: Vec<String>,
    project: Project,
    pub(crate) runs: Vec<StoredRun>,
    reckoned: Reckoned,
}

/// What drives the longest wait of an option, by the key of its run.
#[derive(Debug)]
pub(crate) struct KeptDrivers {
    key: String,
    drivers: Drivers,
}

/// A case to write: figures, and the document with the words of now.
#[derive(Debug)]
pub(crate) struct Case {
    pub(crate) kept: Arc<KeptCase>,
    project: Project,
    run: Run,
    drivers: Option<Arc<KeptDrivers>>,
    /// Whether the service has changed since the figures were worked out.
    pub(crate) is_out_of_date: bool,
}

impl Case {
    /// What reports are made from, dated today.
    pub(crate) fn study(&self) -> Study<'_> {
        Study {
            project: &self.project,
            reckoned: &self.kept.reckoned,
            run: self.run.clone(),
            drivers: self.drivers.as_ref().map(|kept| &kept.drivers),
            date: Zoned::now().date(),
        }
    }

    /// Id of the option that the case asks for.
    pub(crate) fn preferred_id(&self) -> String {
        let said = self.project.business_case.preferred_option.clone();
        let usual = || self.preferred().and_then(|at| self.kept.option_ids.get(at)).cloned();
        said.or_else(usual).unwrap_or_default()
    }

    /// Position of that option among those that were run.
    fn preferred(&self) -> Option<usize> {
        let ids = self.kept.option_ids.iter().map(String::as_str);
        preferred_option(&self.project.business_case, ids).ok()
    }
}

/// How work on a case is reported, and heard that it should stop.
pub(crate) struct Hearing<'a> {
    pub(crate) stop: &'a std::sync::atomic::AtomicBool,
    pub(crate) tell: &'a mut (dyn FnMut(CaseProgress) + Send),
}

/// The case of some options.
///
/// Figures are those of the latest runs of the document as it stands. Where it has changed since, those worked out last are
/// given again, and said to be out of date; the words are always those of now.
///
/// # Errors
/// When the options were never simulated, or not together.
pub(crate) fn case(desk: &Desk, request: &CaseRequest, hearing: &mut Hearing) -> Result<Case, Halt> {
    let document = desk.document(&request.project_id)?;
    let known = desk
        .kept_case()
        .filter(|case| case.project_id == request.project_id && case.option_ids == request.option_ids);
    let Some(latest) = latest(desk, &document.project, request)? else {
        let kept = known.ok_or_else(not_simulated)?;
        // The words of now, beside the service as it was.
        let project =
            Project { business_case: document.project.business_case.clone(), ..kept.project.clone() };
        return with_drivers(desk, made(kept, project, true), request, hearing);
    };
    let actuals = &document.project.actuals;
    // A run has the same key whatever things cost, so the options themselves are held against each other too.
    let known = known.filter(|case| {
        case.runs.iter().map(|run| &run.key).eq(latest.iter().map(|run| &run.stored.key))
            && case.project.actuals == *actuals
            && case.reckoned.scenarios().iter().eq(latest.iter().map(|run| &run.scenario))
    });
    let kept = match known {
        Some(kept) => kept,
        None => {
            let runs = latest.iter().map(|run| run.stored.clone()).collect();
            let reckoned = match from_memory(desk, &latest, actuals)? {
                Some(reckoned) => reckoned,
                None => made_again(desk, latest, actuals, hearing)?,
            };
            desk.keep_case(KeptCase {
                project_id: request.project_id.clone(),
                option_ids: request.option_ids.clone(),
                project: document.project.clone(),
                runs,
                reckoned,
            })
        }
    };
    with_drivers(desk, made(kept, document.project.clone(), false), request, hearing)
}

/// The case with what drives the longest wait of the option it asks for, where that is wanted.
fn with_drivers(
    desk: &Desk,
    mut case: Case,
    request: &CaseRequest,
    hearing: &mut Hearing,
) -> Result<Case, Halt> {
    let Some(at) = case.preferred().filter(|_| request.with_drivers) else { return Ok(case) };
    let run = &case.kept.runs[at];
    let known = desk.kept_drivers().filter(|kept| kept.key == run.key.as_str());
    case.drivers = Some(match known {
        Some(known) => known,
        None => {
            let drivers = find_drivers(&case.kept.reckoned.scenarios()[at], run, hearing)?;
            desk.keep_drivers(KeptDrivers { key: run.key.as_str().to_owned(), drivers })
        }
    });
    Ok(case)
}

fn find_drivers(scenario: &Scenario, run: &StoredRun, hearing: &mut Hearing) -> Result<Drivers, Halt> {
    let week = scenario.warm_up_weeks + scenario.horizon_weeks;
    let question = DriversQuestion::new(Figure::Weekly { measure: WeeklyMeasure::LongestWait, week });
    let settings = RunSettings { seed: run.seed, ..RunSettings::default() };
    let tell = &mut hearing.tell;
    let found = what_drives(scenario, &question, &settings, hearing.stop, &mut |progress| {
        tell(CaseProgress {
            stage: CaseStage::Drivers,
            option_name: scenario.option_name.clone(),
            finished: progress.done as u32,
            needed: progress.of as u32,
        });
    });
    let drivers = found.map_err(|error| not_understood(&error))?;
    if drivers.stopped { Err(Halt::Stopped) } else { Ok(drivers) }
}

fn made(kept: Arc<KeptCase>, project: Project, is_out_of_date: bool) -> Case {
    let run = run_words(kept.runs.first());
    Case { kept, project, run, drivers: None, is_out_of_date }
}

/// How runs that share their futures were made, by the first of them.
fn run_words(first: Option<&StoredRun>) -> Run {
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    Run {
        replications: 0..first.map_or(0, |run| run.replications),
        seed: first.map_or(0, |run| run.seed),
        hold_uncertain: false,
        machine: Run::machine_words(std::env::consts::OS, std::env::consts::ARCH, threads),
    }
}

/// Everything that the figures of a case can be made again from.
pub(crate) struct WholeFutures {
    pub(crate) project: Project,
    pub(crate) run: Run,
    pub(crate) options: Vec<(Scenario, Outcomes)>,
}

/// The futures of a case's options, for what needs them one by one.
///
/// # Errors
/// When somebody stops, or the service has changed since they were simulated.
pub(crate) fn whole_futures(
    desk: &Desk,
    request: &CaseRequest,
    hearing: &mut Hearing,
) -> Result<WholeFutures, Halt> {
    let project = desk.document(&request.project_id)?.project.clone();
    let latest = latest(desk, &project, request)?.ok_or_else(not_simulated)?;
    let run = run_words(latest.first().map(|one| &one.stored));
    Ok(WholeFutures { options: futures(latest, hearing)?, project, run })
}

/// The options with their latest runs; none when one has not been simulated as it stands.
fn latest(desk: &Desk, project: &Project, request: &CaseRequest) -> Result<Option<Vec<LatestRun>>, IpcError> {
    let mut runs = Vec::new();
    for id in &request.option_ids {
        let scenario = project.scenario(project.option(id)?)?;
        let Some(stored) = desk.library().run_of(&request.project_id, ENGINE_VERSION, &scenario)? else {
            return Ok(None);
        };
        runs.push(LatestRun { scenario, stored });
    }
    let shared = |run: &LatestRun| (run.stored.seed, run.stored.replications);
    if runs.windows(2).any(|pair| shared(&pair[0]) != shared(&pair[1])) {
        return Err(IpcError::InvalidModel {
            place: "options".to_owned(),
            message:
                "the options were simulated apart, so that they do not share their futures: run them together"
                    .to_owned(),
        });
    }
    Ok(Some(runs))
}

/// Refuses what only results of the document as it stands can be asked for.
pub(crate) fn not_simulated() -> IpcError {
    IpcError::InvalidModel {
        place: "options".to_owned(),
        message: "the options have not been simulated as they stand: run them first".to_owned(),
    }
}

/// The figures of a case from what is held of its runs; none where too little is.
fn from_memory(desk: &Desk, latest: &[LatestRun], actuals: &[Actuals]) -> Result<Option<Reckoned>, IpcError> {
    if needs_whole_futures(actuals) {
        return Ok(None);
    }
    // Results that cannot be read any more are made again.
    let held = |run: &LatestRun| {
        let results = serde_json::from_slice::<OptionResults>(&run.stored.payload).ok()?;
        Some((desk.kept_futures(run.stored.key.as_str())?, results))
    };
    let Some(held) = latest.iter().map(held).collect::<Option<Vec<_>>>() else { return Ok(None) };
    let options: Vec<KeptOption> = latest
        .iter()
        .zip(&held)
        .map(|(run, (kept, results))| KeptOption {
            scenario: &run.scenario,
            results,
            outcomes: &kept.outcomes,
            counts: &kept.counts,
            groups: &kept.groups,
        })
        .collect();
    Ok(Some(Reckoned::of_kept(&options, actuals, false)?))
}

/// The figures of a case from the same futures, simulated again; they are held from then on.
fn made_again(
    desk: &Desk,
    latest: Vec<LatestRun>,
    actuals: &[Actuals],
    hearing: &mut Hearing,
) -> Result<Reckoned, Halt> {
    let keys: Vec<String> = latest.iter().map(|run| run.stored.key.as_str().to_owned()).collect();
    let options = futures(latest, hearing)?;
    for ((scenario, outcomes), key) in options.iter().zip(&keys) {
        desk.keep_futures(key, scenario, outcomes)?;
    }
    Ok(Reckoned::of(&options, actuals, false)?)
}

/// The futures of runs, whole, simulated again from their seed.
fn futures(latest: Vec<LatestRun>, hearing: &mut Hearing) -> Result<Vec<(Scenario, Outcomes)>, Halt> {
    let mut options = Vec::new();
    for run in latest {
        let outcomes = simulated_again(&run, hearing.stop, &mut |progress| {
            let CompareProgress { option_name, finished, needed } = progress;
            (hearing.tell)(CaseProgress { stage: CaseStage::Futures, option_name, finished, needed });
        })?;
        options.push((run.scenario, outcomes));
    }
    Ok(options)
}

impl From<ReportError> for IpcError {
    fn from(error: ReportError) -> Self {
        let message = error.to_string();
        match error {
            ReportError::Compare(_)
            | ReportError::Money(_)
            | ReportError::Fairness(_)
            | ReportError::NoPreferred { .. } => {
                Self::InvalidModel { place: "businessCase".to_owned(), message }
            }
            ReportError::Template { .. } => {
                let hint = Some("choose another template, or none".to_owned());
                Self::Unreadable { message, hint }
            }
            ReportError::TooLarge { .. } | ReportError::TooLong { .. } => {
                Self::TooLarge { message, hint: None }
            }
            ReportError::Format { .. } => Self::Internal { message },
        }
    }
}
