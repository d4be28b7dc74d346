//! The report as a Word document: real heading styles, captions that count, native tables, drawings with their words.
//!
//! A document is a package of XML parts. The usual one is in `word/parts/`; a house template takes its place, and keeps its
//! styles, fonts, margins, headers and footers. Styles that it lacks are added, and nothing of it is changed.
//! The table of contents is a field with its entries in place; Word adds the page numbers when it is updated (F9).

mod body;
mod house;
mod text;

use crate::packed::{self, Parts};
use crate::report::Report;
use crate::study::ReportError;

/// The parts that every document starts with.
const USUAL: [(&str, &str); 9] = [
    ("[Content_Types].xml", include_str!("word/parts/content_types.xml")),
    ("_rels/.rels", include_str!("word/parts/package_rels.xml")),
    ("docProps/app.xml", include_str!("word/parts/app.xml")),
    ("word/_rels/document.xml.rels", include_str!("word/parts/document_rels.xml")),
    ("word/document.xml", include_str!("word/parts/document.xml")),
    ("word/footer1.xml", include_str!("word/parts/footer1.xml")),
    ("word/numbering.xml", include_str!("word/parts/numbering.xml")),
    ("word/settings.xml", include_str!("word/parts/settings.xml")),
    ("word/styles.xml", include_str!("word/parts/styles.xml")),
];

/// The report as a .docx, in the look of a house template (.docx or .dotx) where one is given.
///
/// # Errors
/// [`ReportError::Template`] when the template is no Word document; [`ReportError::Format`] should never be seen.
pub fn word(report: &Report, template: Option<&[u8]>) -> Result<Vec<u8>, ReportError> {
    let parts = match template {
        None => usual(),
        Some(bytes) => {
            packed::unpack(bytes, packed::USUAL_BYTES).map_err(|reason| ReportError::Template { reason })?
        }
    };
    let mut house = house::House::of(parts)?;
    let body = body::Body::of(report, &house);
    house.fill(report, body)?;
    packed::pack(&house.parts, &["[Content_Types].xml", "_rels/.rels"])
        .map_err(|reason| ReportError::Format { format: "Word", reason })
}

fn usual() -> Parts {
    USUAL.iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec())).collect()
}
