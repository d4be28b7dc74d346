//! A text of one's own begins from the usual one, says the same, and follows what it is about.

use pathloom_report::{Block, Paragraph, Report, Size, report};
use pathloom_service::{ActualFigure, ActualMeasure, ActualScope, Actuals, CASE_SECTIONS};

use crate::study::{Simulated, project};

fn full(simulated: &Simulated) -> Report {
    report(&simulated.study(), Size::Full).expect("a report")
}

/// The words of a section.
fn words(report: &Report, id: &str) -> Vec<String> {
    let section = report.sections.iter().find(|section| section.id == id).expect("the section");
    let blocks = report.blocks[section.blocks.clone()].iter();
    blocks
        .flat_map(|block| match block {
            Block::Paragraph(_, line) => vec![line.text()],
            Block::Points(points) => points.iter().map(pathloom_report::Line::text).collect(),
            other => panic!("{id} holds {other:?}"),
        })
        .collect()
}

#[test]
fn the_usual_words_taken_as_ones_own_read_the_same() {
    let mut simulated = Simulated::of(project());
    let usual = full(&simulated);
    let begun: Vec<(&str, String)> = usual
        .sections
        .iter()
        .filter(|section| !section.usual.is_empty())
        .map(|section| (section.id, section.usual.clone()))
        .collect();
    assert!(begun.len() >= 12, "{} sections can be begun from", begun.len());
    for (id, text) in &begun {
        simulated.project.business_case.texts.insert((*id).to_owned(), text.clone());
    }
    let own = full(&simulated);
    assert!(own.unknown.is_empty(), "{:?}", own.unknown);
    for (id, text) in &begun {
        assert!(own.sections.iter().any(|section| section.id == *id && section.is_own), "{id}");
        assert_eq!(words(&own, id), words(&usual, id), "{id}: {text}");
    }
}

#[test]
fn a_text_about_the_option_asked_for_follows_when_another_is() {
    let mut simulated = Simulated::of(project());
    let summary = full(&simulated);
    let section = summary.sections.iter().find(|section| section.id == "summary").expect("the summary");
    let case = &mut simulated.project.business_case;
    case.texts.insert("summary".to_owned(), section.usual.clone());
    case.preferred_option = Some("staff-only".to_owned());
    let words = words(&full(&simulated), "summary").join(" ");
    assert!(words.contains("Staff only, +9.3 WTE") && !words.contains("Tiered redesign"), "{words}");
}

#[test]
fn points_stay_points_and_every_section_is_known() {
    let mut simulated = Simulated::of(project());
    simulated.project.business_case.texts.insert("policy".to_owned(), "First.\n\n- one\n- two".to_owned());
    let report = full(&simulated);
    let section = report.sections.iter().find(|section| section.id == "policy").expect("the section");
    let blocks = &report.blocks[section.blocks.clone()];
    assert!(matches!(&blocks[0], Block::Paragraph(Paragraph::Text, line) if line.text() == "First."));
    assert!(matches!(&blocks[1], Block::Points(points) if points.len() == 2), "{blocks:?}");
    let mut seen: Vec<&str> = Vec::new();
    for size in [Size::Journey, Size::Post, Size::Full] {
        let report = pathloom_report::report(&simulated.study(), size).expect("a report");
        seen.extend(report.sections.iter().map(|section| section.id));
    }
    for id in CASE_SECTIONS.iter().filter(|id| **id != "sensitivity") {
        assert!(seen.contains(id), "nothing is written in {id}");
    }
    assert!(seen.iter().all(|id| CASE_SECTIONS.contains(id)), "{seen:?}");
}

#[test]
fn what_was_counted_stands_beside_its_forecast() {
    let mut project = project();
    let figures = [8, 20, 32].map(|weeks| ActualFigure {
        date: project.start_date + jiff::Span::new().weeks(weeks),
        value: 1_500.0 - 20.0 * weeks as f64,
    });
    project.actuals.push(Actuals {
        id: "monthly".to_owned(),
        name: "Monthly return".to_owned(),
        measure: ActualMeasure::WaitingList,
        scope: ActualScope::Service,
        figures: figures.to_vec(),
        evidence: None,
    });
    let simulated = Simulated::of(project);
    let report = full(&simulated);
    let counted: Vec<Option<f64>> = report
        .figures()
        .iter()
        .filter(|figure| {
            figure.place.starts_with("trajectory/tiered/0/") && figure.place.ends_with("/actual")
        })
        .map(|figure| figure.value)
        .collect();
    assert_eq!(counted, [Some(1_340.0), Some(1_100.0), Some(860.0)]);
    let medians = simulated.options[1].1.weekly_band(
        pathloom_simulation::WeeklyMeasure::WaitingList,
        &pathloom_simulation::Scope::Service,
        20,
    );
    let forecast =
        report.figures().into_iter().find(|figure| figure.place == "trajectory/tiered/0/points/1/median");
    assert_eq!(forecast.and_then(|figure| figure.value), medians.map(|band| band.median));
}
