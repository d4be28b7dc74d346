//! The Word document as a package: every part is declared, every relationship leads somewhere, a house template is kept.

use std::io::{Cursor, Write};

use pathloom_report::{ReportError, Size, report, word};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::reading::{names, part, word_text};
use crate::study::birmingham;

fn document(template: Option<&[u8]>) -> Vec<u8> {
    let report = report(&birmingham().study(), Size::Full).expect("a report");
    word(&report, template).expect("a document")
}

/// Fails where a part is not declared, or a relationship leads nowhere or is not there.
fn sound(file: &[u8]) {
    let all = names(file);
    let types = part(file, "[Content_Types].xml");
    let types = roxmltree::Document::parse(&types).expect("XML");
    for name in all.iter().filter(|name| *name != "[Content_Types].xml") {
        let ending = name.rsplit('.').next().unwrap_or_default();
        let declared = types.root_element().children().any(|node| {
            node.attribute("PartName") == Some(&format!("/{name}"))
                || node.attribute("Extension").is_some_and(|one| one.eq_ignore_ascii_case(ending))
        });
        assert!(declared, "{name} has no content type");
        if ending == "xml" || ending == "rels" {
            assert!(roxmltree::Document::parse(&part(file, name)).is_ok(), "{name} is well-formed");
        }
    }
    let rels = part(file, "word/_rels/document.xml.rels");
    let rels = roxmltree::Document::parse(&rels).expect("XML");
    let mut ids: Vec<String> = Vec::new();
    for relation in rels.root_element().children().filter(|node| node.is_element()) {
        let id = relation.attribute("Id").expect("an id").to_owned();
        assert!(!ids.contains(&id), "{id} is there twice");
        ids.push(id);
        if relation.attribute("TargetMode") != Some("External") {
            let target = format!("word/{}", relation.attribute("Target").expect("a target"));
            assert!(all.contains(&target), "{target} is missing");
        }
    }
    let text = part(file, "word/document.xml");
    let body = roxmltree::Document::parse(&text).expect("XML");
    let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    for node in body.descendants().filter(|node| node.is_element()) {
        for wanted in node.attributes().filter(|one| one.namespace() == Some(relations)) {
            assert!(ids.contains(&wanted.value().to_owned()), "{} leads nowhere", wanted.value());
        }
    }
    let styles = part(file, "word/styles.xml");
    let styles = roxmltree::Document::parse(&styles).expect("XML");
    let w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    let known: Vec<&str> = styles.descendants().filter_map(|node| node.attribute((w, "styleId"))).collect();
    for style in body.descendants().filter(|node| ["pStyle", "tblStyle"].contains(&node.tag_name().name())) {
        let id = style.attribute((w, "val")).expect("a style");
        assert!(known.contains(&id), "there is no style {id}");
    }
}

#[test]
fn the_usual_document_is_sound() {
    let file = document(None);
    sound(&file);
    let text = part(&file, "word/document.xml");
    for wanted in [
        "w:val=\"Heading1\"",
        "w:val=\"Heading2\"",
        "TOC \\o",
        "SEQ Table",
        "SEQ Figure",
        "<w:tblHeader/>",
        "asvg:svgBlip",
        "w:tblCaption",
    ] {
        assert!(text.contains(wanted), "{wanted}");
    }
    let xml = roxmltree::Document::parse(&text).expect("XML");
    let drawings: Vec<_> = xml.descendants().filter(|node| node.tag_name().name() == "docPr").collect();
    assert!(drawings.len() >= 6, "{} drawings", drawings.len());
    for drawing in drawings {
        assert!(
            drawing.attribute("descr").is_some_and(|words| words.len() > 40),
            "every drawing has its words"
        );
    }
}

/// A house template: other ids for its styles, a header, wide margins, a list of its own.
fn template() -> Vec<u8> {
    let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";
    let w = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
    let r = "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
    let kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let main = "application/vnd.openxmlformats-officedocument.wordprocessingml";
    let files = [
        (
            "[Content_Types].xml",
            format!(
                "{head}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/word/document.xml\" ContentType=\"{main}.template.main+xml\"/><Override PartName=\"/word/styles.xml\" ContentType=\"{main}.styles+xml\"/><Override PartName=\"/word/header1.xml\" ContentType=\"{main}.header+xml\"/></Types>"
            ),
        ),
        (
            "_rels/.rels",
            format!(
                "{head}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"a\" Type=\"{kind}/officeDocument\" Target=\"word/document.xml\"/></Relationships>"
            ),
        ),
        (
            "word/_rels/document.xml.rels",
            format!(
                "{head}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"s\" Type=\"{kind}/styles\" Target=\"styles.xml\"/><Relationship Id=\"h\" Type=\"{kind}/header\" Target=\"header1.xml\"/></Relationships>"
            ),
        ),
        (
            "word/document.xml",
            format!(
                "{head}<w:document {w} {r}><w:body><w:p><w:r><w:t>Type here</w:t></w:r></w:p><w:sectPr><w:headerReference w:type=\"default\" r:id=\"h\"/><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1440\" w:right=\"2000\" w:bottom=\"1440\" w:left=\"2000\"/></w:sectPr></w:body></w:document>"
            ),
        ),
        ("word/header1.xml", format!("{head}<w:hdr {w}><w:p><w:r><w:t>A house</w:t></w:r></w:p></w:hdr>")),
        (
            "word/styles.xml",
            format!(
                "{head}<w:styles {w}><w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Standard\"><w:name w:val=\"Normal\"/></w:style><w:style w:type=\"paragraph\" w:styleId=\"berschrift1\"><w:name w:val=\"heading 1\"/><w:rPr><w:color w:val=\"FF0000\"/></w:rPr></w:style></w:styles>"
            ),
        ),
    ];
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in files {
        writer.start_file(name, SimpleFileOptions::default()).expect("a file");
        writer.write_all(text.as_bytes()).expect("its text");
    }
    writer.finish().expect("an archive").into_inner()
}

#[test]
fn a_house_template_keeps_its_look() {
    let file = document(Some(&template()));
    sound(&file);
    let text = part(&file, "word/document.xml");
    assert!(
        text.contains("w:val=\"berschrift1\"") && !text.contains("w:val=\"Heading1\""),
        "its own headings"
    );
    assert!(text.contains("w:left=\"2000\"") && text.contains("headerReference"), "its margins and header");
    assert!(!word_text(&file).contains("Type here"), "its text is replaced");
    assert!(part(&file, "word/styles.xml").contains("FF0000"), "its styles stay as they are");
    assert!(part(&file, "[Content_Types].xml").contains("document.main+xml"), "a document, not a template");
    assert_eq!(part(&file, "word/header1.xml"), part(&template(), "word/header1.xml"));
}

#[test]
fn what_is_no_word_document_is_refused() {
    let report = report(&birmingham().study(), Size::Journey).expect("a report");
    for bytes in [&b"not an archive"[..], &[0; 100][..]] {
        let refused = word(&report, Some(bytes));
        assert!(matches!(refused, Err(ReportError::Template { .. })), "{refused:?}");
    }
    let whole = template();
    assert!(matches!(word(&report, Some(&whole[..whole.len() / 2])), Err(ReportError::Template { .. })));
}
