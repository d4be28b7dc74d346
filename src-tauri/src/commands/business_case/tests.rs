//! A case is of the latest runs, follows the words of the document at once, and is written in every format.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use jiff::Timestamp;
use pathloom_report::Size;
use serde_json::Value;

use super::*;
use crate::jobs::tests::heard;
use crate::runner::{self, Job, tests::example};

/// A desk on which every option of the example has been simulated, and the case of all of them.
fn simulated() -> (tempfile::TempDir, Arc<Desk>, CaseRequest) {
    let (folder, desk, run) = example(12);
    let request = CaseRequest {
        project_id: run.project_id.clone(),
        option_ids: run.option_ids.clone(),
        size: Size::Full,
        with_drivers: false,
    };
    let job = Job::prepare(&desk, run).unwrap_or_else(|error| panic!("{error}"));
    runner::make(&desk, &job, &AtomicBool::new(false), &heard().0);
    (folder, Arc::new(desk), request)
}

fn change(desk: &Desk, id: &str, change: impl FnOnce(&mut pathloom_service::Project)) {
    let document = desk.document(id).expect("the project");
    let mut project = document.project.clone();
    change(&mut project);
    let edited = desk.library().edit(id, document.revision, &project, "Change", None, Timestamp::UNIX_EPOCH);
    desk.keep(edited.expect("an edit"));
}

/// The last event of drawing up a case.
fn drawn(desk: &Arc<Desk>, request: &CaseRequest) -> Value {
    let (channel, events) = heard::<CaseEvent>();
    let request = request.clone();
    jobs::start(desk, channel, move |desk, reports| drawn_up(desk, &request, reports));
    events.iter().last().expect("there is an end")
}

#[test]
fn a_case_follows_the_words_at_once_and_says_when_its_figures_are_old() {
    let (_folder, desk, request) = simulated();
    let first = drawn(&desk, &request);
    assert_eq!(first["kind"], "finished", "{first}");
    let view = &first["answer"];
    assert_eq!((&view["isOutOfDate"], &view["preferredId"]), (&false.into(), &"tiered".into()));
    assert_eq!(view["completeness"]["items"], 20);
    let need = |view: &Value| {
        let sections = view["sections"].as_array().expect("sections").clone();
        sections.into_iter().find(|section| section["id"] == "need").expect("the need")
    };
    let usual = need(view)["usual"].as_str().expect("a text").to_owned();
    assert!(usual.contains("{waitingList.base.0.median}"), "figures stay live: {usual}");

    let text = "Ours: {longestWait.preferred}.".to_owned();
    change(&desk, &request.project_id, |project| {
        project.business_case.texts.insert("need".to_owned(), text);
    });
    let second = drawn(&desk, &request);
    let section = need(&second["answer"]);
    assert_eq!((&section["isOwn"], &section["usual"]), (&true.into(), &usual.into()));
    let from = section["from"].as_u64().expect("a position") as usize;
    let line = &second["answer"]["blocks"][from]["line"];
    assert_eq!(line[0]["text"], "Ours: ");
    assert_eq!(line[1]["place"], "options/tiered/weekly/longestWait/service/p50/52");

    // What a mile costs changes no future, and every sum of money.
    change(&desk, &request.project_id, |project| {
        let travel = &mut project.economics.travel;
        travel.pence_per_mile.as_mut().expect("a price").likely *= 2.0;
    });
    let dearer = drawn(&desk, &request);
    assert_eq!(dearer["answer"]["isOutOfDate"], false, "{}", dearer["kind"]);
    assert_eq!(dearer["answer"]["blocks"][from]["line"], *line, "the same futures");
    assert_ne!(dearer["answer"]["blocks"], second["answer"]["blocks"], "and other sums");

    change(&desk, &request.project_id, |project| project.mixes[0].posts[1].wte.likely += 1.0);
    let third = drawn(&desk, &request);
    assert_eq!(third["answer"]["isOutOfDate"], true, "{}", third["kind"]);
    assert_eq!(third["answer"]["blocks"][from]["line"], *line, "figures of before, words of now");
}

/// What is held of the runs is enough; a desk of a later sitting makes the same futures again, once.
#[test]
fn a_case_after_a_run_simulates_nothing_again_and_says_the_same_in_a_later_sitting() {
    let (folder, desk, request) = simulated();
    let events = |desk: &Arc<Desk>| -> Vec<Value> {
        let (channel, events) = heard::<CaseEvent>();
        let request = request.clone();
        jobs::start(desk, channel, move |desk, reports| drawn_up(desk, &request, reports));
        events.iter().collect()
    };
    let first = events(&desk);
    assert_eq!(first.len(), 1, "nothing is simulated, so nothing is said on the way: {}", first[0]);
    drop(desk);
    let again = Desk::open(&folder.path().join("library.db"), Timestamp::UNIX_EPOCH);
    let again = Arc::new(again.expect("a library"));
    let second = events(&again);
    assert!(second.len() > 1, "the futures are simulated again");
    let blocks = |events: &[Value]| events.last().map(|event| event["answer"]["blocks"].clone());
    assert_eq!(blocks(&second), blocks(&first));
    change(&again, &request.project_id, |project| project.economics.discount_percent = 2.0.into());
    assert_eq!(events(&again).len(), 1, "they are held from then on");
}

#[test]
fn a_service_that_was_never_simulated_has_no_case() {
    let (_folder, desk, run) = example(12);
    let request = CaseRequest {
        project_id: run.project_id,
        option_ids: run.option_ids,
        size: Size::Journey,
        with_drivers: false,
    };
    let ended = drawn(&Arc::new(desk), &request);
    assert_eq!((&ended["kind"], &ended["error"]["code"]), (&"failed".into(), &"invalidModel".into()));
}

/// What became of writing a case into a file.
fn written(desk: &Arc<Desk>, case: &CaseRequest, format: CaseFormat, path: &Path) -> Value {
    let (channel, events) = heard::<ExportEvent>();
    let (request, place) = (CaseExportRequest { case: case.clone(), format }, path.to_path_buf());
    jobs::start(desk, channel, move |desk, reports| exported(desk, &request, place, reports));
    events.iter().last().expect("there is an end")
}

#[test]
fn old_figures_are_shown_but_not_written_into_a_file() {
    let (folder, desk, case) = simulated();
    assert_eq!(drawn(&desk, &case)["kind"], "finished");
    change(&desk, &case.project_id, |project| project.mixes[0].posts[1].wte.likely += 1.0);
    assert_eq!(drawn(&desk, &case)["answer"]["isOutOfDate"], true);
    for format in [CaseFormat::Word, CaseFormat::Excel, CaseFormat::Bundle] {
        let path = folder.path().join("case");
        let last = written(&desk, &case, format, &path);
        assert_eq!((&last["kind"], &last["error"]["code"]), (&"failed".into(), &"invalidModel".into()));
        assert!(!path.exists(), "{format:?}");
    }
}

#[test]
fn a_stop_while_a_paper_is_written_leaves_no_file() {
    let (folder, desk, case) = simulated();
    assert_eq!(drawn(&desk, &case)["kind"], "finished");
    let path = folder.path().join("case.docx");
    let (channel, events) = heard::<ExportEvent>();
    let (request, place) = (CaseExportRequest { case, format: CaseFormat::Word }, path.clone());
    let number = jobs::start(&desk, channel, move |desk, reports| {
        while !reports.stop.load(Ordering::Relaxed) {
            std::thread::yield_now();
        }
        exported(desk, &request, place, reports)
    });
    assert!(desk.stop_run(number), "it is under way");
    assert_eq!(events.iter().last().expect("there is an end")["kind"], "stopped");
    assert!(!path.exists(), "nothing is written after Stop");
}

#[test]
fn every_format_is_written_where_it_was_asked_for() {
    let (folder, desk, case) = simulated();
    for (format, starts) in [
        (CaseFormat::Word, &b"PK"[..]),
        (CaseFormat::Pdf, b"%PDF-1.7"),
        (CaseFormat::Excel, b"PK"),
        (CaseFormat::Html, b"<!DOCTYPE html>"),
        (CaseFormat::Csv, b"PK"),
        (CaseFormat::Bundle, b"PK"),
    ] {
        let path = folder.path().join(format!("case.{}", kind(format).extension));
        let last = written(&desk, &case, format, &path);
        assert_eq!(last["kind"], "finished", "{format:?}: {last}");
        let written = std::fs::read(&path).expect("the file is there");
        assert!(written.starts_with(starts), "{format:?}");
    }
    let bundle = std::fs::read(folder.path().join("case.pathloom-bundle")).expect("the bundle");
    let bundle = pathloom_report::bundle::Bundle::open(&bundle).expect("a bundle");
    assert_eq!(bundle.manifest.replications(), 0..12);
}

#[test]
fn a_template_that_is_none_is_refused_by_name() {
    let (folder, desk, case) = simulated();
    let path = folder.path().join("template.docx");
    std::fs::write(&path, b"not an archive").expect("a file");
    desk.set_template(Some(Template::read(&path).expect("it can be read")));
    let request = CaseExportRequest { case, format: CaseFormat::Word };
    let (channel, events) = heard::<ExportEvent>();
    let place = folder.path().join("case.docx");
    jobs::start(&desk, channel, move |desk, reports| exported(desk, &request, place, reports));
    let last = events.iter().last().expect("there is an end");
    assert_eq!((&last["kind"], &last["error"]["code"]), (&"failed".into(), &"unreadable".into()));
    assert!(!folder.path().join("case.docx").exists(), "nothing is written");
}
