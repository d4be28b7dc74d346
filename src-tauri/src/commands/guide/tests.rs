//! The bank as the window asks for it, and the guide's question: answered, stopped half-way.

use serde_json::Value;

use super::*;
use crate::jobs::tests::heard;
use crate::runner::tests::example;

#[test]
fn a_field_is_offered_what_fits_it_with_its_source_and_the_band_first() {
    let request = BankRequest {
        place: Some("roles/ot/costPoundsPerYear".to_owned()),
        band: Some("7".to_owned()),
        ..BankRequest::default()
    };
    let offered = found(&request);
    assert_eq!(offered[0].figure.id, "cost-band-7");
    assert_eq!(offered[0].topic_words, "Pay and on-costs");
    let evidence = offered[0].estimate.evidence.as_ref().expect("a cited figure has its evidence");
    assert!(evidence.source.starts_with("Agenda for Change pay scales 2025/26"), "{evidence:?}");
    let words = BankRequest { words: "reimbursed nurse".to_owned(), ..request };
    assert!(found(&words).iter().all(|one| one.figure.id.starts_with("arrs-cap")), "words narrow it further");
    assert_eq!(found(&BankRequest::default()).len(), bank().len(), "nothing asked: everything");
}

#[test]
fn a_figure_is_told_where_it_can_go() {
    let (_folder, desk, request) = example(1);
    let found = places(&desk, &request.project_id, "tiered", "missed-trust").expect("places");
    assert!(found.iter().all(|one| one.place.ends_with("/missed/percent")) && !found.is_empty(), "{found:?}");
    let none = places(&desk, &request.project_id, "tiered", "no-such-figure");
    assert!(matches!(none, Err(IpcError::NotFound { .. })), "{none:?}");
}

fn asked(project_id: &str, replications: u32) -> GuideRequest {
    GuideRequest { project_id: project_id.to_owned(), replications, seed: "1".to_owned() }
}

#[test]
fn published_outcomes_of_birmingham_stand_beside_the_simulated_ones() {
    let (_folder, desk, request) = example(1);
    let desk = Arc::new(desk);
    let (channel, events) = heard::<GuideEvent>();
    let question = asked(&request.project_id, 20);
    jobs::start(&desk, channel, move |desk, reports| beside(desk, &question, reports));
    let events: Vec<Value> = events.iter().collect();
    assert_eq!(events[0]["progress"]["of"], 20, "both figures are of one option: {}", events[0]);
    let outcomes = &events.last().expect("there is an end")["answer"]["outcomes"];
    let longest = outcomes.as_array().and_then(|all| all.iter().find(|one| one["id"] == "longest"));
    let longest = longest.expect("the longest wait is published");
    assert_eq!((&longest["published"], &longest["unit"]), (&Value::from(47.0), &Value::from("weeks")));
    assert_eq!(longest["lies"], "below", "more is simulated than was published: {longest}");
    let of_2018 = &outcomes[2];
    assert!(
        of_2018["simulated"].is_null() && of_2018["lies"].is_null(),
        "it is only for orientation: {of_2018}"
    );
}

#[test]
fn half_of_the_futures_are_no_answer() {
    let (_folder, desk, request) = example(1);
    let desk = Arc::new(desk);
    let (channel, events) = heard::<GuideEvent>();
    let question = asked(&request.project_id, MOST_FUTURES);
    let number = jobs::start(&desk, channel, move |desk, reports| beside(desk, &question, reports));
    assert_eq!(events.recv().expect("it says how far it is")["kind"], "progress");
    assert!(desk.stop_run(number), "it is under way");
    let last = events.iter().last().expect("there is an end");
    assert_eq!((&last["kind"], &last["answer"]), (&Value::from("stopped"), &Value::Null));
}
