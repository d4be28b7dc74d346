//! What business cases are written from: figures worked out once for the runs of a project, and kept while they last.

use std::sync::Arc;

use jiff::Zoned;
use pathloom_appraisal::Figure;
use pathloom_appraisal::drivers::{Drivers, DriversQuestion, what_drives};
use pathloom_library::StoredRun;
use pathloom_report::{Reckoned, ReportError, Run, Study};
use pathloom_service::{Actuals, Project, Scenario};
use pathloom_simulation::{ENGINE_VERSION, Outcomes, RunSettings, WeeklyMeasure};

use crate::commands::not_understood;
use crate::desk::Desk;
use crate::ipc::{CaseProgress, CaseRequest, CaseStage, IpcError};
use crate::jobs::Halt;

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
        let usual = || self.kept.option_ids.get(1).or(self.kept.option_ids.first()).cloned();
        said.or_else(usual).unwrap_or_default()
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
    let Some((scenarios, runs)) = latest(desk, &document.project, request)? else {
        let kept = known.ok_or_else(not_simulated)?;
        // The words of now, beside the service as it was.
        let project =
            Project { business_case: document.project.business_case.clone(), ..kept.project.clone() };
        return with_drivers(desk, made(kept, project, true), request, hearing);
    };
    let keys = |runs: &[StoredRun]| runs.iter().map(|run| run.key.as_str().to_owned()).collect::<Vec<_>>();
    let actuals = &document.project.actuals;
    // A run has the same key whatever things cost, so the options themselves are held against each other too.
    let known = known.filter(|case| {
        keys(&case.runs) == keys(&runs)
            && case.project.actuals == *actuals
            && case.reckoned.scenarios() == scenarios
    });
    let kept = match known {
        Some(kept) => kept,
        None => {
            let options = futures(scenarios, &runs, hearing)?;
            let reckoned = reckon(&options, actuals)?;
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
    let preferred = case.preferred_id();
    let asked = case.kept.option_ids.iter().position(|id| *id == preferred);
    let Some(at) = asked.filter(|_| request.with_drivers) else { return Ok(case) };
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
    let first = kept.runs.first();
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let run = Run {
        replications: 0..first.map_or(0, |run| run.replications),
        seed: first.map_or(0, |run| run.seed),
        hold_uncertain: false,
        machine: Run::machine_words(std::env::consts::OS, std::env::consts::ARCH, threads),
    };
    Case { kept, project, run, drivers: None, is_out_of_date }
}

/// The futures of a case's options, for what needs them one by one.
///
/// # Errors
/// When somebody stops, or the service has changed since they were simulated.
pub(crate) fn whole_futures(
    desk: &Desk,
    request: &CaseRequest,
    hearing: &mut Hearing,
) -> Result<Vec<(Scenario, Outcomes)>, Halt> {
    let document = desk.document(&request.project_id)?;
    let (scenarios, runs) = latest(desk, &document.project, request)?.ok_or_else(not_simulated)?;
    futures(scenarios, &runs, hearing)
}

/// Options and their latest runs, in the same order.
type Latest = (Vec<Scenario>, Vec<StoredRun>);

/// The options with their latest runs; none when one has not been simulated as it stands.
fn latest(desk: &Desk, project: &Project, request: &CaseRequest) -> Result<Option<Latest>, IpcError> {
    let (mut scenarios, mut runs) = (Vec::new(), Vec::new());
    for id in &request.option_ids {
        let scenario = project.scenario(project.option(id)?)?;
        let Some(run) = desk.library().run_of(&request.project_id, ENGINE_VERSION, &scenario)? else {
            return Ok(None);
        };
        scenarios.push(scenario);
        runs.push(run);
    }
    let (seed, count) = runs.first().map_or((0, 0), |run: &StoredRun| (run.seed, run.replications));
    if runs.iter().any(|run| (run.seed, run.replications) != (seed, count)) {
        return Err(IpcError::InvalidModel {
            place: "options".to_owned(),
            message:
                "the options were simulated apart, so that they do not share their futures: run them together"
                    .to_owned(),
        });
    }
    Ok(Some((scenarios, runs)))
}

fn not_simulated() -> IpcError {
    IpcError::InvalidModel {
        place: "options".to_owned(),
        message: "the options have not been simulated as they stand: run them first".to_owned(),
    }
}

/// The futures of runs, whole, simulated again from their seed: what is kept of a run in memory is too little for a case,
/// and what a case needs of them is worked out once.
fn futures(
    scenarios: Vec<Scenario>,
    runs: &[StoredRun],
    hearing: &mut Hearing,
) -> Result<Vec<(Scenario, Outcomes)>, Halt> {
    let mut options = Vec::new();
    for (scenario, run) in scenarios.into_iter().zip(runs) {
        let outcomes = again(&scenario, run, hearing)?;
        options.push((scenario, outcomes));
    }
    Ok(options)
}

fn again(scenario: &Scenario, run: &StoredRun, hearing: &mut Hearing) -> Result<Outcomes, Halt> {
    let settings =
        RunSettings { replications: 0..run.replications, seed: run.seed, ..RunSettings::default() };
    let outcomes = pathloom_simulation::run(scenario, &settings, hearing.stop, &mut |so_far| {
        (hearing.tell)(CaseProgress {
            stage: CaseStage::Futures,
            option_name: scenario.option_name.clone(),
            finished: so_far.replications.len() as u32,
            needed: run.replications,
        });
    })?;
    let is_whole = outcomes.replications.len() == run.replications as usize;
    if is_whole { Ok(outcomes) } else { Err(Halt::Stopped) }
}

fn reckon(options: &[(Scenario, Outcomes)], actuals: &[Actuals]) -> Result<Reckoned, IpcError> {
    Ok(Reckoned::of(options, actuals, false)?)
}

impl From<ReportError> for IpcError {
    fn from(error: ReportError) -> Self {
        let message = error.to_string();
        match error {
            ReportError::Compare(_) | ReportError::Money(_) | ReportError::NoPreferred { .. } => {
                Self::InvalidModel { place: "businessCase".to_owned(), message }
            }
            ReportError::Template { .. } => {
                let hint = Some("choose another template, or none".to_owned());
                Self::Unreadable { message, hint }
            }
            ReportError::TooLong { .. } => Self::TooLarge { message, hint: None },
            ReportError::Format { .. } => Self::Internal { message },
        }
    }
}
