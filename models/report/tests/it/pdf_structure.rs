//! The PDF's structure: marked, titled, in a language, headings in steps of one, words for every drawing.

use lopdf::{Dictionary, Document, Object};
use pathloom_report::{Block, Size, pdf, report};

use crate::study::birmingham;

/// The elements of the structure in their order: kind, and words for what cannot be seen.
fn elements(document: &Document) -> Vec<(String, Option<String>)> {
    fn walk(document: &Document, object: &Object, found: &mut Vec<(String, Option<String>)>) {
        match object {
            Object::Reference(id) => {
                if let Ok(object) = document.get_object(*id) {
                    walk(document, object, found);
                }
            }
            Object::Array(all) => all.iter().for_each(|one| walk(document, one, found)),
            Object::Dictionary(one) => {
                if let Ok(Object::Name(kind)) = one.get(b"S") {
                    let words = one.get(b"Alt").ok().and_then(|alt| lopdf::decode_text_string(alt).ok());
                    found.push((String::from_utf8_lossy(kind).into_owned(), words));
                }
                if let Ok(children) = one.get(b"K") {
                    walk(document, children, found);
                }
            }
            _ => {}
        }
    }
    let mut found = Vec::new();
    let root =
        catalogue(document).get(b"StructTreeRoot").and_then(Object::as_reference).expect("a structure");
    let root = document.get_dictionary(root).expect("a structure");
    walk(document, root.get(b"K").expect("elements"), &mut found);
    found
}

fn catalogue(document: &Document) -> &Dictionary {
    document.catalog().expect("a catalogue")
}

#[test]
fn the_pdf_can_be_read_aloud() {
    for size in [Size::Journey, Size::Post, Size::Full] {
        let report = report(&birmingham().study(), size).expect("a report");
        let file = pdf(&report).expect("a PDF");
        let document = Document::load_mem(&file).expect("a PDF");
        let top = catalogue(&document);
        let marked = top.get(b"MarkInfo").and_then(Object::as_dict).expect("marked");
        assert!(marked.get(b"Marked").and_then(Object::as_bool).expect("marked"));
        let language = top.get(b"Lang").and_then(lopdf::decode_text_string).expect("a language");
        assert_eq!(language, "en-GB");
        let wishes = top.get(b"ViewerPreferences").and_then(Object::as_dict).expect("wishes");
        assert!(wishes.get(b"DisplayDocTitle").and_then(Object::as_bool).expect("a title is shown"));
        assert!(top.get(b"Outlines").is_ok(), "there is an outline");
        let text = String::from_utf8_lossy(&file).into_owned();
        assert!(text.contains("pdfuaid:part"), "it says that it follows PDF/UA");

        let found = elements(&document);
        let count = |kind: &str| found.iter().filter(|(one, _)| one == kind).count();
        let charts = report.blocks.iter().filter(|block| matches!(block, Block::Chart(_))).count();
        let tables = report.blocks.iter().filter(|block| matches!(block, Block::Table(_))).count();
        assert_eq!((count("Figure"), count("Table")), (charts, tables));
        for (_, words) in found.iter().filter(|(kind, _)| kind == "Figure") {
            assert!(words.as_ref().is_some_and(|words| words.len() > 40), "{words:?}");
        }
        let levels: Vec<u8> =
            found.iter().filter_map(|(kind, _)| kind.strip_prefix('H')?.parse().ok()).collect();
        assert_eq!(levels.first(), Some(&1));
        assert!(levels.windows(2).all(|pair| pair[1] <= pair[0] + 1), "no level is left out: {levels:?}");
        assert!(tables == 0 || count("TH") > tables, "tables have headings");
    }
}

#[test]
fn the_journey_is_one_page_and_the_short_case_two_to_four() {
    for (size, pages) in [(Size::Journey, 1..=1), (Size::Post, 2..=4)] {
        let report = report(&birmingham().study(), size).expect("a report");
        let document = Document::load_mem(&pdf(&report).expect("a PDF")).expect("a PDF");
        let count = document.get_pages().len();
        assert!(pages.contains(&count), "{size:?} has {count} pages");
    }
}
