//! Documents read back as text.

use std::io::{Cursor, Read};

use zip::ZipArchive;

/// The text with every run of white space as one space.
pub(crate) fn even(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The text without any white space, for documents that do not keep it.
pub(crate) fn squeezed(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_whitespace()).collect()
}

/// A file of an archive as text.
pub(crate) fn part(archive: &[u8], name: &str) -> String {
    let mut archive = ZipArchive::new(Cursor::new(archive)).expect("an archive");
    let mut text = String::new();
    let mut file = archive.by_name(name).unwrap_or_else(|_| panic!("{name} is there"));
    file.read_to_string(&mut text).expect("text");
    text
}

/// Names of the files of an archive.
pub(crate) fn names(archive: &[u8]) -> Vec<String> {
    let archive = ZipArchive::new(Cursor::new(archive)).expect("an archive");
    archive.file_names().map(|name| name.expect("a name").into_owned()).collect()
}

/// The paragraphs of a Word document, those in tables included; a field counts with its result.
pub(crate) fn word_text(archive: &[u8]) -> String {
    let text = part(archive, "word/document.xml");
    let document = roxmltree::Document::parse(&text).expect("well-formed XML");
    let mut found = String::new();
    for node in document.descendants() {
        match node.tag_name().name() {
            "t" => found.push_str(node.text().unwrap_or_default()),
            "p" | "br" => found.push(' '),
            _ => {}
        }
    }
    found
}

/// The text of a page of HTML without its style, drawings included.
pub(crate) fn html_text(page: &str) -> String {
    let body = page.split_once("</style>").expect("a style").1;
    let mut text = String::new();
    for piece in body.split('<') {
        let (tag, words) = piece.split_once('>').unwrap_or(("", piece));
        let inline = ["data", "/data", "bdi", "/bdi", "a ", "/a"].iter().any(|one| tag.starts_with(one));
        if !inline {
            text.push(' ');
        }
        text.push_str(words);
    }
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&")
}

/// Everything written on the pages of a PDF, by its own table of letters.
pub(crate) fn pdf_text(file: &[u8]) -> String {
    let document = lopdf::Document::load_mem(file).expect("a PDF");
    let pages: Vec<u32> = document.get_pages().keys().copied().collect();
    document.extract_text(&pages).expect("its text")
}
