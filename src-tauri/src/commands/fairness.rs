//! Do some groups wait longer than others? By the latest run of an option, of which enough is kept.

use pathloom_appraisal::equity::{FairnessError, fairness_of};
use tauri::ipc::Channel;

use super::AtDesk;
use super::compare::not_understood;
use super::results::card;
use crate::desk::Desk;
use crate::ipc::{CompareProgress, FairnessAnswer, FairnessRequest, IpcError, JobEvent};
use crate::jobs::{self, Halt, Reports};
use crate::latest::{kept_of, latest_run};

type FairnessEvent = JobEvent<CompareProgress, FairnessAnswer>;

/// Says how fair an option is by a label of its client groups; the number to stop it by.
#[tauri::command]
#[specta::specta]
pub(crate) async fn fairness_start(
    desk: AtDesk<'_>,
    request: FairnessRequest,
    channel: Channel<FairnessEvent>,
) -> Result<u32, IpcError> {
    Ok(jobs::start(&desk, channel, move |desk, reports| looked_at(desk, &request, reports)))
}

fn looked_at(
    desk: &Desk,
    request: &FairnessRequest,
    reports: &mut Reports<CompareProgress, FairnessAnswer>,
) -> Result<FairnessAnswer, Halt> {
    let run = latest_run(desk, &request.project_id, &request.option_id)?;
    let kept = kept_of(desk, &run, reports)?;
    let fairness = fairness_of(&run.scenario, &kept.groups, request.label.as_deref())?;
    Ok(FairnessAnswer { fairness, run: card(&run.stored) })
}

impl From<FairnessError> for IpcError {
    fn from(error: FairnessError) -> Self {
        not_understood(&error)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::sync::atomic::AtomicBool;

    use pathloom_service::Project;
    use serde_json::Value;

    use super::*;
    use crate::runner::{self, Job, tests::example};

    /// A desk on which one option has been simulated, of a document that is changed afterwards.
    fn simulated(change: impl FnOnce(&mut Project)) -> (tempfile::TempDir, Arc<Desk>, FairnessRequest) {
        let (folder, desk, mut request) = example(20);
        request.option_ids.truncate(1);
        let asked = FairnessRequest {
            project_id: request.project_id.clone(),
            option_id: request.option_ids[0].clone(),
            label: None,
        };
        let job = Job::prepare(&desk, request).unwrap_or_else(|error| panic!("{error}"));
        runner::make(&desk, &job, &AtomicBool::new(false), &crate::jobs::tests::heard().0);
        let mut project = desk.document(&asked.project_id).expect("it is open").project.clone();
        change(&mut project);
        let at = jiff::Timestamp::UNIX_EPOCH;
        let edited = desk.library().edit(&asked.project_id, 1, &project, "Labels", None, at);
        desk.keep(edited.expect("it can be edited"));
        (folder, Arc::new(desk), asked)
    }

    /// Every event of the question.
    fn ask(desk: &Arc<Desk>, request: &FairnessRequest) -> Vec<Value> {
        let (channel, events) = crate::jobs::tests::heard::<FairnessEvent>();
        let request = request.clone();
        jobs::start(desk, channel, move |desk, reports| looked_at(desk, &request, reports));
        events.iter().collect()
    }

    #[test]
    fn labels_put_in_after_the_run_are_looked_at_from_memory_and_the_same_anew() {
        let (folder, desk, mut request) = simulated(|project| {
            let value = |at: usize| if at == 0 { "most deprived" } else { "others" };
            for (at, group) in project.groups.iter_mut().enumerate() {
                group.labels.insert("deprivation".to_owned(), value(at).to_owned());
            }
        });
        request.label = Some("deprivation".to_owned());
        let first = ask(&desk, &request);
        assert_eq!(first.len(), 1, "enough is kept of the run: nothing is simulated again: {first:?}");
        let fairness = &first[0]["answer"]["fairness"];
        let names = [&fairness["groups"][0]["name"], &fairness["groups"][1]["name"]];
        assert_eq!(names, ["most deprived", "others"]);
        assert_eq!(fairness["week"], 52);
        assert!(fairness["words"].as_str().is_some_and(|words| words.contains("others")), "{fairness}");

        drop(desk);
        let again = Desk::open(&folder.path().join("library.db"), jiff::Timestamp::UNIX_EPOCH);
        let second = ask(&Arc::new(again.expect("a library")), &request);
        assert!(second.len() > 1, "a desk of a later sitting simulates the futures again, and says so");
        assert_eq!(second.last().map(|event| &event["answer"]["fairness"]), Some(fairness));
    }

    #[test]
    fn a_label_that_is_gone_is_refused_in_words() {
        let (_folder, desk, mut request) = simulated(|_| {});
        request.label = Some("language".to_owned());
        let last = ask(&desk, &request).pop().expect("there is an end");
        let words = last["error"]["message"].as_str().unwrap_or_default();
        assert!(words.contains("no client group is labelled by"), "{last}");
    }
}
