//! Every line of a report stands in every document, in its order, with the same figures.

use calamine::{Data, Reader, Xlsx};
use pathloom_report::{Line, Report, Size, report};
use std::io::Cursor;

use crate::reading::{even, html_text, pdf_text, squeezed, word_text};
use crate::study::birmingham;

fn full() -> Report {
    report(&birmingham().study(), Size::Full).expect("a report")
}

/// Fails with the first line that does not follow the ones before it.
fn in_order(text: &str, lines: &[&Line], even: fn(&str) -> String) {
    let text = even(text);
    let mut from = 0;
    for line in lines {
        let wanted = even(&line.text());
        let found = text[from..].find(&wanted);
        let near: String = text[from..].chars().take(200).collect();
        from += found.unwrap_or_else(|| panic!("not found: {wanted}\nafter: {near}")) + wanted.len();
    }
}

#[test]
fn word_says_what_the_report_says() {
    let report = full();
    let file = pathloom_report::word(&report, None).expect("a document");
    in_order(&word_text(&file), &report.lines(), even);
}

#[test]
fn html_says_what_the_report_says() {
    let report = full();
    in_order(&html_text(&pathloom_report::html(&report)), &report.lines(), even);
}

#[test]
fn pdf_says_what_the_report_says() {
    let report = full();
    let text = squeezed(&pdf_text(&pathloom_report::pdf(&report).expect("a PDF")));
    // Columns and pages are read one after another: each line is there, wherever its lines were broken.
    for line in report.lines().into_iter().filter(|line| line.text().chars().count() < 40) {
        let wanted = squeezed(&line.text());
        assert!(text.contains(&wanted), "not found: {wanted}");
    }
    for figure in report.figures() {
        assert!(text.contains(&squeezed(&figure.text)), "not found: {} of {}", figure.text, figure.place);
    }
}

#[test]
fn figures_in_html_carry_their_value_and_place() {
    let report = full();
    let page = pathloom_report::html(&report);
    for figure in report.lines().iter().flat_map(|line| line.figures()) {
        let value = figure.value.map_or_else(String::new, |value| value.to_string());
        let wanted = format!("<data value=\"{value}\" data-place=\"{}\">", figure.place);
        assert!(page.contains(&wanted), "{wanted}");
    }
    for outside in ["http:", "https:", "<script", "<link", "src=", "@import", "url("] {
        let own = page.replace("http://www.w3.org/2000/svg", "");
        assert!(!own.contains(outside), "the file needs nothing else, but holds {outside}");
    }
}

#[test]
fn the_workbook_holds_the_results_and_its_formulas_their_values() {
    let simulated = birmingham();
    let file = pathloom_report::excel(&simulated.study()).expect("a workbook");
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(file)).expect("a workbook");
    let weekly = book.worksheet_range("Weekly").expect("a sheet");
    let week = 52;
    for (option, (scenario, outcomes)) in simulated.options.iter().enumerate() {
        let median = outcomes
            .weekly_band(
                pathloom_simulation::WeeklyMeasure::LongestWait,
                &pathloom_simulation::Scope::Service,
                week,
            )
            .expect("a band")
            .median;
        let head = format!("Longest wait (weeks): {}, median", scenario.option_name);
        let column =
            (0..weekly.width()).find(|column| weekly.get((0, *column)) == Some(&Data::String(head.clone())));
        let cell = weekly.get((week + 1, column.expect("the column"))).and_then(Data::as_f64_or_none);
        assert!((cell.expect("a number") - median).abs() < 1e-6, "option {option}");
    }
    let costs = book.worksheet_formula("Costs").expect("formulas");
    assert!(costs.used_cells().count() > 40, "totals are formulas");
    for (sheet, _) in book.worksheets() {
        let formulas = book.worksheet_formula(&sheet).expect("formulas");
        let allowed = sheet == "Costs" || formulas.used_cells().all(|(_, _, text)| text.is_empty());
        assert!(allowed, "{sheet} has formulas");
    }
}

/// A number, whichever way the workbook holds it.
trait Number {
    fn as_f64_or_none(&self) -> Option<f64>;
}

impl Number for Data {
    fn as_f64_or_none(&self) -> Option<f64> {
        match self {
            Data::Float(value) => Some(*value),
            Data::Int(value) => Some(*value as f64),
            _ => None,
        }
    }
}

#[test]
fn csv_has_a_dictionary_of_every_column() {
    let tables = pathloom_report::csv(&birmingham().study()).expect("tables");
    let dictionary = &tables.iter().find(|table| table.name == "dictionary.csv").expect("a dictionary").text;
    for table in tables.iter().filter(|table| table.name != "dictionary.csv") {
        let heads = table.text.lines().next().expect("headings");
        for head in heads.split(',') {
            let known = dictionary.lines().any(|line| {
                let cells = line.strip_prefix(&format!("{},", table.name)).unwrap_or_default();
                let names = cells.strip_prefix('"').and_then(|rest| rest.split('"').next());
                let names = names.unwrap_or_else(|| cells.split(',').next().unwrap_or_default());
                names.split(", ").any(|name| name == head)
            });
            assert!(known, "{}: the column {head} is in no dictionary", table.name);
        }
        assert!(table.text.lines().count() > 1, "{} has rows", table.name);
    }
}

#[test]
fn the_same_study_gives_the_same_bytes() {
    let (study, report) = (birmingham().study(), full());
    let word = || pathloom_report::word(&report, None).expect("a document");
    let pdf = || pathloom_report::pdf(&report).expect("a PDF");
    let excel = || pathloom_report::excel(&study).expect("a workbook");
    assert!(word() == word() && pdf() == pdf() && excel() == excel());
}
