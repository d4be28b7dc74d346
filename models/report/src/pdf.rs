//! The report as a PDF that can be read aloud: tagged, with headings, captions, table headings, words for every drawing.
//!
//! The layout is our own: lines are broken by the Unicode rules and set left; headings keep with what follows, tables repeat
//! their headings, charts are drawn as lines and letters. It is laid out twice, the second time with the page
//! numbers of the contents. krilla writes the file and refuses it where PDF/UA-1 would be broken.

mod blocks;
mod layout;
mod letters;
mod paint;
mod structure;
mod table;

use std::num::NonZeroU16;

use krilla::Document;
use krilla::SerializeSettings;
use krilla::configure::{Accessibility, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::geom::Point;
use krilla::metadata::{DateTime, Metadata};
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;

use crate::report::Report;
use crate::study::ReportError;
use layout::{Heading, Layout};

/// Width and height of a page, A4 `[points]`.
const PAGE: (f32, f32) = (595.28, 841.89);

/// The report as a PDF.
///
/// # Errors
/// [`ReportError::TooLong`]; [`ReportError::Format`] should never be seen.
pub fn pdf(report: &Report) -> Result<Vec<u8>, ReportError> {
    let first = blocks::lay_out(report, &[])?;
    let layout = if report.contents { blocks::lay_out(report, &first.headings)? } else { first };
    write(report, layout)
}

fn write(report: &Report, mut layout: Layout) -> Result<Vec<u8>, ReportError> {
    let fail = |reason: String| ReportError::Format { format: "PDF", reason };
    let configuration = ConfigurationBuilder::new()
        .with_accessibility_validator(Accessibility::UA1)
        .finish()
        .map_err(|error| fail(format!("{error:?}")))?;
    let mut document = Document::new_with(SerializeSettings {
        configuration,
        enable_tagging: true,
        ..SerializeSettings::default()
    });
    let fonts = paint::fonts().ok_or_else(|| fail("a bundled font cannot be read".to_owned()))?;
    let pages = layout.pages.len();
    for (number, page) in layout.pages.iter().enumerate() {
        let settings =
            PageSettings::from_wh(PAGE.0, PAGE.1).ok_or_else(|| fail("the page has no size".to_owned()))?;
        let mut sheet = document.start_page_with(settings);
        paint::page(&mut sheet, page, number, pages, &report.stamp, &fonts, &mut layout.structure);
        sheet.finish();
    }
    document.set_tag_tree(layout.structure.tree());
    document.set_outline(outline(&layout.headings));
    document.set_metadata(metadata(report));
    document.finish().map_err(|error| fail(format!("{error:?}")))
}

fn outline(headings: &[Heading]) -> Outline {
    let mut outline = Outline::new();
    let mut open: Option<OutlineNode> = None;
    for heading in headings.iter().filter(|heading| heading.level <= 2) {
        let place = XyzDestination::new(heading.page, Point::from_xy(0.0, heading.top));
        let node = OutlineNode::new(heading.text.clone(), place);
        match (&mut open, heading.level) {
            (Some(parent), 2) => parent.push_child(node),
            _ => {
                if let Some(done) = open.replace(node) {
                    outline.push_child(done);
                }
            }
        }
    }
    if let Some(done) = open {
        outline.push_child(done);
    }
    outline
}

fn metadata(report: &Report) -> Metadata {
    let date = DateTime::new(report.date.year().unsigned_abs())
        .month(report.date.month().unsigned_abs())
        .day(report.date.day().unsigned_abs());
    Metadata::new()
        .title(crate::safe::plain(&report.title))
        .description(report.kind.to_owned())
        .language("en-GB".to_owned())
        .creator("Pathloom".to_owned())
        .creation_date(date)
}

/// The level of a heading in the structure: the title is the first.
fn heading_level(level: u8) -> NonZeroU16 {
    NonZeroU16::MIN.saturating_add(u16::from(level))
}
