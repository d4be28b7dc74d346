//! Runs, each on its own thread: progress over a channel, at most twelve times a second, and stopped when asked.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use jiff::Timestamp;
use pathloom_library::{RunInputs, StoredRun, run_key};
use pathloom_service::Scenario;
use pathloom_simulation::summary::{Headline, OptionResults};
use pathloom_simulation::{ENGINE_VERSION, Outcomes, RunSettings};
use tauri::ipc::Channel;

use crate::desk::Desk;
use crate::ipc::{IpcError, RunEvent, RunRequest, seed};
use crate::jobs::guarded;

/// Least time between the first two reports: the window draws no faster than people see.
const FIRST_PAUSE: Duration = Duration::from_millis(80);

/// Each pause is longer than the one before by this factor, to [`LONGEST_PAUSE`]: bands narrow with the root of the
/// number of simulated futures, so later reports show less that is new, and drawing them takes time from the run.
const PAUSE_GROWTH: f64 = 1.4;

/// Longest time between two reports: long enough to read, short enough to see that it goes on.
const LONGEST_PAUSE: Duration = Duration::from_millis(600);

/// Simulated futures of an option before its bands are shown; chosen: of fewer, a band would say nothing.
const FEWEST_SHOWN: usize = 8;

/// How far the simulation stands back behind the window, in steps of `nice`.
#[cfg(target_os = "linux")]
const STAND_BACK: i32 = 10;

/// Replications of every option before any option goes on, so that all bands are there at once and then sharpen.
const ROUNDS: [u32; 4] = [16, 100, 400, u32::MAX];

/// A run that was asked for, checked and ready.
#[derive(Debug)]
pub(crate) struct Job {
    /// Id of the project.
    pub(crate) project_id: String,
    /// Revision the scenarios are of.
    pub(crate) revision: u32,
    /// Every option's scenario.
    pub(crate) scenarios: Vec<Scenario>,
    /// Simulated futures of each.
    pub(crate) replications: u32,
    /// Seed.
    pub(crate) seed: u64,
}

/// Most replications that may be asked for; chosen: bands have long stopped moving.
pub(crate) const MOST_REPLICATIONS: u32 = 100_000;

impl Job {
    /// Reads a request: every option's scenario, as the document stands now.
    ///
    /// # Errors
    /// When the project or an option is not there, or the request makes no sense.
    pub(crate) fn prepare(desk: &Desk, request: RunRequest) -> Result<Self, IpcError> {
        let RunRequest { project_id, option_ids, replications, seed: text } = request;
        if option_ids.is_empty() || replications == 0 || replications > MOST_REPLICATIONS {
            return Err(IpcError::TooLarge {
                message: format!("a run needs an option and 1 to {MOST_REPLICATIONS} simulated futures"),
                hint: None,
            });
        }
        let document = desk.document(&project_id)?;
        let scenario = |id: &String| Ok(document.project.scenario(document.project.option(id)?)?);
        let scenarios = option_ids.iter().map(scenario).collect::<Result<Vec<Scenario>, IpcError>>()?;
        Ok(Self { project_id, revision: document.revision, scenarios, replications, seed: seed(&text)? })
    }

    fn source(&self) -> SourceOfRun<'_> {
        SourceOfRun { project_id: &self.project_id, revision: self.revision, seed: self.seed }
    }
}

/// Makes a run and reports on it.
pub(crate) fn make(desk: &Desk, job: &Job, stop: &AtomicBool, channel: &Channel<RunEvent>) {
    let last = last_event(stop, || replicate(desk, job, stop, channel));
    // A window that has gone does not need to know.
    drop(channel.send(last));
}

/// How a run ended; a panic inside is reported like any failure.
fn last_event(stop: &AtomicBool, run: impl FnOnce() -> Result<u32, IpcError>) -> RunEvent {
    let started = Instant::now();
    match guarded(run) {
        Ok(Ok(finished)) if stop.load(Ordering::Relaxed) => RunEvent::Cancelled { finished },
        Ok(Ok(_)) => RunEvent::Finished { seconds: started.elapsed().as_secs_f64() },
        Ok(Err(error)) | Err(error) => RunEvent::Failed { error },
    }
}

/// Replications finished, of all options together.
fn replicate(
    desk: &Desk,
    job: &Job,
    stop: &AtomicBool,
    channel: &Channel<RunEvent>,
) -> Result<u32, IpcError> {
    let asked = job.replications.saturating_mul(job.scenarios.len() as u32);
    let mut progress = Progress::new(asked, channel);
    let mut reused = 0;
    let mut to_run = Vec::new();
    for scenario in &job.scenarios {
        match answered(desk, job, scenario)? {
            Some(headline) => {
                reused += headline.replications_finished;
                progress.headlines.push(headline);
            }
            None => to_run.push(scenario),
        }
    }
    let mut parts: Vec<Option<Outcomes>> = vec![None; to_run.len()];
    let mut from = 0;
    for until in ROUNDS.map(|round| round.min(job.replications)) {
        for (scenario, part) in to_run.iter().copied().zip(&mut parts) {
            if from < until && !stop.load(Ordering::Relaxed) {
                let settings =
                    RunSettings { replications: from..until, seed: job.seed, ..RunSettings::default() };
                let more = pathloom_simulation::run(scenario, &settings, stop, &mut |so_far| {
                    progress.tell(part.as_ref(), so_far);
                })?;
                join(part, more)?;
                progress.note(&part.iter().collect::<Vec<_>>());
            }
            // An option that is whole is put by at once: what is finished is not lost if the next one fails.
            if let Some(whole) = part.as_ref().filter(|_| until == job.replications && from < until) {
                put_by(desk, job.source(), scenario, whole)?;
            }
        }
        from = until;
    }
    progress.tell_now();
    if stop.load(Ordering::Relaxed) {
        for (scenario, part) in to_run.iter().copied().zip(&parts) {
            if let Some(part) = part.as_ref().filter(|part| !part.replications.is_empty()) {
                put_by(desk, job.source(), scenario, part)?;
            }
        }
    }
    Ok(reused + parts.iter().flatten().map(|part| part.replications.len() as u32).sum::<u32>())
}

/// What an earlier run answers of a scenario, put by as the newest: a run is a pure function of its inputs, so only the
/// options that have changed are simulated again.
fn answered(desk: &Desk, job: &Job, scenario: &Scenario) -> Result<Option<Headline>, IpcError> {
    let mut library = desk.library();
    let Some(run) = library.run_get(&run_key(&inputs(job.seed, scenario, job.replications)))? else {
        return Ok(None);
    };
    // An answer that cannot be read any more is asked for again.
    let Ok(results) = serde_json::from_slice::<OptionResults>(&run.payload) else { return Ok(None) };
    let project = job.project_id.clone();
    library.run_put(&StoredRun { project, revision: job.revision, made_at: Timestamp::now(), ..run })?;
    Ok(Some(Headline::of_results(&results)))
}

fn inputs(seed: u64, scenario: &Scenario, replications: u32) -> RunInputs<'_> {
    RunInputs { engine_version: ENGINE_VERSION, seed, replications, hold_uncertain: false, scenario }
}

fn join(part: &mut Option<Outcomes>, more: Outcomes) -> Result<(), IpcError> {
    match part {
        None => *part = Some(more),
        Some(part) => {
            part.merge(more).map_err(|error| IpcError::Internal { message: error.to_string() })?;
        }
    }
    Ok(())
}

/// What finished futures are of.
#[derive(Debug, Clone, Copy)]
pub(crate) struct SourceOfRun<'a> {
    /// Id of the project.
    pub(crate) project_id: &'a str,
    /// Revision the scenario is of.
    pub(crate) revision: u32,
    /// Seed.
    pub(crate) seed: u64,
}

/// Keeps the results of an option: on the disk for every screen, and in memory for comparisons and appraisals.
///
/// # Errors
/// When the library cannot take them.
pub(crate) fn put_by(
    desk: &Desk,
    source: SourceOfRun,
    scenario: &Scenario,
    outcomes: &Outcomes,
) -> Result<(), IpcError> {
    let results = OptionResults::of(scenario, outcomes);
    let payload =
        serde_json::to_vec(&results).map_err(|error| IpcError::Internal { message: error.to_string() })?;
    let key = run_key(&inputs(source.seed, scenario, results.replications_finished));
    desk.keep_futures(key.as_str(), scenario, outcomes)?;
    desk.library().run_put(&StoredRun {
        key,
        project: source.project_id.to_owned(),
        option: scenario.option_id.clone(),
        revision: source.revision,
        seed: source.seed,
        replications: results.replications_finished,
        engine_version: ENGINE_VERSION.to_owned(),
        made_at: Timestamp::now(),
        payload,
    })?;
    Ok(())
}

/// Reports on the way.
struct Progress<'a> {
    asked: u32,
    channel: &'a Channel<RunEvent>,
    headlines: Vec<Headline>,
    last: Option<Instant>,
    pause: Duration,
}

impl<'a> Progress<'a> {
    fn new(asked: u32, channel: &'a Channel<RunEvent>) -> Self {
        Self { asked, channel, headlines: Vec::new(), last: None, pause: FIRST_PAUSE }
    }

    /// Reports what an option has so far, unless a report has just gone.
    fn tell(&mut self, before: Option<&Outcomes>, so_far: &Outcomes) {
        let futures = so_far.replications.len() + before.map_or(0, |part| part.replications.len());
        let soon = self.last.is_some_and(|last| last.elapsed() < self.pause);
        // The first bands of all go out as soon as there are any.
        if soon || futures < FEWEST_SHOWN {
            return;
        }
        self.note(&before.into_iter().chain([so_far]).collect::<Vec<_>>());
        self.tell_now();
    }

    /// Keeps what an option has so far, for the next report.
    fn note(&mut self, parts: &[&Outcomes]) {
        let Some(headline) = Headline::of(parts) else { return };
        match self.headlines.iter_mut().find(|one| one.option_id == headline.option_id) {
            Some(old) => *old = headline,
            None => self.headlines.push(headline),
        }
    }

    fn tell_now(&mut self) {
        if self.last.replace(Instant::now()).is_some() {
            self.pause = self.pause.mul_f64(PAUSE_GROWTH).min(LONGEST_PAUSE);
        }
        let finished = self.headlines.iter().map(|headline| headline.replications_finished).sum();
        // A window that has gone does not need to know.
        drop(self.channel.send(RunEvent::Progress {
            finished,
            asked: self.asked,
            headlines: self.headlines.clone(),
        }));
    }
}

/// Starts a run on its own thread; the number to stop it by.
pub(crate) fn start(desk: &Arc<Desk>, job: Job, channel: Channel<RunEvent>) -> u32 {
    let (number, stop) = desk.enter_run();
    let desk = Arc::clone(desk);
    std::thread::spawn(move || {
        stand_back();
        make(&desk, &job, &stop, &channel);
        desk.leave_run(number);
    });
    number
}

/// Lets the window go first where both want the processor; the threads that this one starts do the same.
pub(crate) fn stand_back() {
    // On Linux this is a matter of the thread. Where it is of the whole program, or refused, the run goes on as it is.
    #[cfg(target_os = "linux")]
    let _ = rustix::process::nice(STAND_BACK);
}

#[cfg(test)]
pub(crate) mod tests {
    use std::sync::Mutex;

    use pathloom_library::Source;
    use pathloom_service::shelf;
    use serde_json::Value;
    use tauri::ipc::InvokeResponseBody;

    use super::*;

    /// A desk with one example open, and a request to run all its options.
    pub(crate) fn example(replications: u32) -> (tempfile::TempDir, Desk, RunRequest) {
        let folder = tempfile::tempdir().expect("a folder for the test");
        let desk =
            Desk::open(&folder.path().join("library.db"), Timestamp::UNIX_EPOCH).expect("a new library");
        let text = shelf::find("birmingham").map_or("", |one| one.text);
        let project = pathloom_service::read(text).unwrap_or_else(|error| panic!("{error}"));
        let option_ids = project.options.iter().map(|option| option.id.clone()).collect();
        let document =
            desk.library().create(&project, Source::Blank, Timestamp::UNIX_EPOCH).expect("a project");
        let request = RunRequest { project_id: document.id, option_ids, replications, seed: "1".to_owned() };
        (folder, desk, request)
    }

    /// A channel, and what was sent over it.
    fn heard() -> (Channel<RunEvent>, Arc<Mutex<Vec<Value>>>) {
        let events = Arc::new(Mutex::new(Vec::new()));
        let keep = Arc::clone(&events);
        let channel = Channel::new(move |body| {
            if let (InvokeResponseBody::Json(text), Ok(mut events)) = (body, keep.lock()) {
                events.push(serde_json::from_str(&text).unwrap_or(Value::Null));
            }
            Ok(())
        });
        (channel, events)
    }

    #[test]
    fn a_run_shows_every_option_on_the_way_and_keeps_all_results() {
        let (_folder, desk, request) = example(20);
        let options = request.option_ids.clone();
        let project_id = request.project_id.clone();
        let job = Job::prepare(&desk, request).unwrap_or_else(|error| panic!("{error}"));
        let (channel, events) = heard();
        make(&desk, &job, &AtomicBool::new(false), &channel);

        let events = events.lock().expect("nobody else listens");
        let kinds: Vec<&str> = events.iter().filter_map(|event| event["kind"].as_str()).collect();
        assert_eq!(kinds.last(), Some(&"finished"), "{kinds:?}");
        let last = events.iter().rev().find(|event| event["kind"] == "progress").expect("there was progress");
        assert_eq!(last["finished"], 80, "twenty of each option");
        assert_eq!(last["headlines"].as_array().map(Vec::len), Some(options.len()));
        for option in options {
            let kept = desk.library().run_latest(&project_id, &option).expect("the library answers");
            assert!(kept.is_some_and(|run| run.replications == 20), "{option}");
        }
    }

    #[test]
    fn a_run_that_is_stopped_at_once_loses_nothing_and_says_so() {
        let (_folder, desk, request) = example(20);
        let job = Job::prepare(&desk, request).unwrap_or_else(|error| panic!("{error}"));
        let (channel, events) = heard();
        make(&desk, &job, &AtomicBool::new(true), &channel);
        let events = events.lock().expect("nobody else listens");
        assert_eq!(events.last().map(|event| &event["kind"]), Some(&Value::from("cancelled")));
    }

    #[test]
    fn rounds_give_the_figures_of_one_run() {
        let (_folder, desk, request) = example(120);
        let job = Job::prepare(&desk, request).unwrap_or_else(|error| panic!("{error}"));
        make(&desk, &job, &AtomicBool::new(false), &heard().0);
        let scenario = &job.scenarios[1];
        let settings = RunSettings { replications: 0..120, ..RunSettings::default() };
        let whole = pathloom_simulation::run(scenario, &settings, &AtomicBool::new(false), &mut |_| {});
        let whole = OptionResults::of(scenario, &whole.unwrap_or_else(|error| panic!("{error}")));
        let kept =
            desk.library().run_latest(&job.project_id, &scenario.option_id).expect("the library answers");
        let kept = kept.and_then(|run| serde_json::from_slice::<OptionResults>(&run.payload).ok());
        assert_eq!(kept, Some(whole));
    }

    #[test]
    fn only_the_options_that_have_changed_are_simulated_again() {
        let (_folder, desk, request) = example(20);
        let made = |request: &RunRequest| {
            let job = Job::prepare(&desk, request.clone()).unwrap_or_else(|error| panic!("{error}"));
            let (channel, events) = heard();
            make(&desk, &job, &AtomicBool::new(false), &channel);
            let events = events.lock().expect("nobody else listens").clone();
            (job, events)
        };
        let first = RunRequest { option_ids: request.option_ids[..2].to_vec(), ..request.clone() };
        made(&first);
        // A sign in the kept answers tells whether they were taken over.
        let (job, _) = made(&first);
        let of = |option: &str| {
            desk.library().run_latest(&job.project_id, option).expect("the library answers").expect("a run")
        };
        let kept = of(&request.option_ids[0]);
        let mut marked: OptionResults = serde_json::from_slice(&kept.payload).expect("results");
        marked.name = "kept".to_owned();
        let payload = serde_json::to_vec(&marked).expect("a text");
        desk.library().run_put(&StoredRun { payload, ..kept }).expect("kept");

        let (_, events) = made(&request);
        let last = events.iter().rev().find(|event| event["kind"] == "progress").expect("there was progress");
        assert_eq!(last["finished"], 80, "those taken over count as finished");
        assert_eq!(events.last().map(|event| &event["kind"]), Some(&Value::from("finished")));
        let name = |option: &str| {
            serde_json::from_slice::<OptionResults>(&of(option).payload).map(|results| results.name).ok()
        };
        assert_eq!(name(&request.option_ids[0]).as_deref(), Some("kept"));
        assert_ne!(name(&request.option_ids[3]).as_deref(), Some("kept"));

        let (_, events) = made(&RunRequest { replications: 21, ..request });
        let last = events.iter().rev().find(|event| event["kind"] == "progress").expect("there was progress");
        assert_eq!(last["finished"], 84, "another number is another question");
    }

    #[test]
    fn a_panic_is_reported_like_any_failure() {
        let ended = last_event(&AtomicBool::new(false), || panic!("a defect, on purpose"));
        assert!(matches!(ended, RunEvent::Failed { error: IpcError::Internal { .. } }), "{ended:?}");
    }

    #[test]
    fn a_request_that_makes_no_sense_is_refused() {
        let (_folder, desk, request) = example(20);
        let refused = |request: RunRequest| Job::prepare(&desk, request).err();
        let none = refused(RunRequest { replications: 0, ..request.clone() });
        assert!(matches!(none, Some(IpcError::TooLarge { .. })), "{none:?}");
        let seed = refused(RunRequest { seed: "one".to_owned(), ..request.clone() });
        assert!(matches!(seed, Some(IpcError::Unreadable { .. })), "{seed:?}");
        let project = refused(RunRequest { project_id: "gone".to_owned(), ..request });
        assert!(matches!(project, Some(IpcError::NotFound { .. })), "{project:?}");
    }
}
