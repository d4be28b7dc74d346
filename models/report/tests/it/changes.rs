//! One post changes, and every document follows.

use calamine::{Data, Reader, Xlsx};
use pathloom_report::{Size, report};
use std::io::Cursor;

use crate::reading::{even, html_text, pdf_text, squeezed, word_text};
use crate::study::{Simulated, birmingham, project};

#[test]
fn one_wte_more_is_in_every_sentence_table_and_sheet() {
    let mut project = project();
    project.mixes[0].posts[1].wte.likely += 1.0;
    let more = Simulated::of(project);
    let (before, after) = (
        report(&birmingham().study(), Size::Full).expect("a report"),
        report(&more.study(), Size::Full).expect("a report"),
    );
    let texts = |report: &pathloom_report::Report| -> Vec<(String, String)> {
        report.figures().iter().map(|figure| (figure.place.clone(), figure.text.clone())).collect()
    };
    let (before, now) = (texts(&before), texts(&after));
    let changed: Vec<&(String, String)> = now.iter().filter(|one| !before.contains(one)).collect();
    assert!(changed.len() > 100, "{} figures change with a post", changed.len());
    assert!(changed.iter().any(|(place, text)| place == "posts/tiered/all/wte/1" && text == "9.7"));
    let documents = [
        squeezed(&even(&word_text(&pathloom_report::word(&after, None).expect("a document")))),
        squeezed(&html_text(&pathloom_report::html(&after))),
        squeezed(&pdf_text(&pathloom_report::pdf(&after).expect("a PDF"))),
    ];
    for (place, text) in changed {
        for document in &documents {
            assert!(document.contains(&squeezed(text)), "{place} = {text}");
        }
    }
    let study = more.study();
    let mut book: Xlsx<_> =
        Xlsx::new(Cursor::new(pathloom_report::excel(&study).expect("a workbook"))).expect("a workbook");
    let costs = book.worksheet_range("Costs").expect("a sheet");
    assert!(
        costs
            .used_cells()
            .any(|(_, _, cell)| matches!(cell, Data::Float(value) if (value - 9.7).abs() < 1e-9)),
        "the total of the posts"
    );
    let tables = pathloom_report::csv(&study).expect("tables");
    let csv = |name: &str| &tables.iter().find(|table| table.name == name).expect("a table").text;
    let posts = csv("posts.csv");
    assert!(
        posts.lines().any(|line| line.starts_with("tiered,ot-band-6") && line.ends_with(",5,58592")),
        "{posts}"
    );
    let costs = csv("costs.csv");
    assert!(
        costs.lines().any(|line| line.starts_with("tiered,staff,") && line.ends_with(",292960")),
        "{costs}"
    );
}
