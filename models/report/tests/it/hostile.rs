//! A document full of hostile strings exports safely.

use calamine::{Reader, Xlsx};
use pathloom_report::{Size, report};
use pathloom_service::{Risk, RiskLevel};
use std::io::Cursor;

use crate::reading::{names, part};
use crate::study::{Simulated, project};

const HOSTILE: [&str; 9] = [
    "=cmd|' /C calc'!A0",
    "+1+1",
    "@SUM(1,2)",
    "-2",
    "</w:t></w:r><w:br/>&lt;script&gt;alert(1)</script><img src=x onerror=alert(1)>",
    "]]><!-- ${jndi:x} {longestWait.tiered.52} {{",
    "ילד \u{202e}gnirts שלום مرحبا 漢字 😀",
    "\u{0}\u{1b}[31m\u{fffe}\u{feff}\ttab\r\nline",
    "\\input{/etc/passwd} #set page(width: 1pt)",
];

/// Birmingham with every word of it replaced.
fn hostile() -> Simulated {
    let mut project = project();
    let mut next = HOSTILE.iter().cycle().map(|text| (*text).to_owned());
    let mut text = || next.next().expect("there is always another");
    project.name = text();
    project.description = "x".repeat(10_000);
    for option in &mut project.options {
        option.name = text();
        option.description = format!("{}{}", text(), "word ".repeat(2_000));
    }
    for role in &mut project.roles {
        role.name = text();
        role.band = Some(text());
    }
    for group in &mut project.groups {
        group.name = text();
    }
    for target in &mut project.targets {
        target.name = text();
    }
    for design in &mut project.designs {
        design.name = text();
        design.description = text();
        for step in &mut design.steps {
            step.name = text();
        }
    }
    let case = &mut project.business_case;
    case.title = text();
    case.prepared_for = text();
    case.prepared_by = text();
    for section in pathloom_service::CASE_SECTIONS {
        case.texts.insert(section.to_owned(), text());
    }
    for item in pathloom_service::STRESS_ITEMS {
        case.answers.insert(item.to_owned(), text());
    }
    for _ in 0..HOSTILE.len() {
        let risk = Risk {
            name: text(),
            likelihood: RiskLevel::High,
            impact: RiskLevel::Low,
            response: text(),
            owner: text(),
        };
        case.risks.push(risk);
    }
    Simulated::of(project)
}

#[test]
fn hostile_words_stay_words_in_every_format() {
    let simulated = hostile();
    let study = simulated.study();
    for size in [Size::Journey, Size::Post, Size::Full] {
        let report = report(&study, size).expect("a report");
        let page = pathloom_report::html(&report);
        assert!(!page.contains("<script") && !page.contains("<img"), "no markup comes from the user");
        assert!(!page.contains('\u{202e}') && !page.contains('\u{0}'), "no turning of the text");
        let word = pathloom_report::word(&report, None).expect("a document");
        for name in names(&word).iter().filter(|name| name.ends_with(".xml") || name.ends_with(".svg")) {
            let text = part(&word, name);
            assert!(roxmltree::Document::parse(&text).is_ok(), "{name} is well-formed");
        }
        // PDF/UA is checked as it is written: a letter without a glyph would be refused.
        assert!(pathloom_report::pdf(&report).expect("a PDF").starts_with(b"%PDF-1.7"));
    }
}

#[test]
fn no_cell_starts_a_formula() {
    let simulated = hostile();
    let study = simulated.study();
    let mut book: Xlsx<_> =
        Xlsx::new(Cursor::new(pathloom_report::excel(&study).expect("a workbook"))).expect("a workbook");
    let mut formulas = 0;
    for sheet in book.sheet_names() {
        let range = book.worksheet_formula(&sheet).expect("formulas");
        for (_, _, text) in range.used_cells().filter(|(_, _, text)| !text.is_empty()) {
            formulas += 1;
            let ours = sheet == "Costs" && !text.contains("cmd") && !text.contains("SUM(1,2)");
            assert!(ours, "{sheet}: {text}");
        }
    }
    assert!(formulas > 40, "the formulas of the sheet Costs are there");
    for table in pathloom_report::csv(&study).expect("tables") {
        let mut cells = 0;
        for record in
            csv::ReaderBuilder::new().has_headers(false).from_reader(table.text.as_bytes()).records()
        {
            for cell in record.expect("a row").iter() {
                cells += 1;
                let number = cell.parse::<f64>().is_ok();
                let starts = cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']);
                assert!(number || !starts, "{}: {cell:?}", table.name);
            }
        }
        assert!(cells > 10, "{} has cells", table.name);
    }
}
