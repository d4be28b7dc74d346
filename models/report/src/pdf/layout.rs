//! Pages that are filled from the top: where the next line goes, and when a page is full.

use crate::chart::{Colour, Drawing};
use crate::pdf::PAGE;
use crate::pdf::letters::{SetLine, lines};
use crate::pdf::structure::{Place, Structure};
use crate::study::ReportError;
use crate::typeface::Typeface;

/// Space at the sides, at the top and at the bottom, the foot of the page included `[points]`.
pub(super) const SIDE: f32 = 56.7;
const TOP: f32 = 51.0;
const BOTTOM: f32 = 62.0;
/// Width of the text `[points]`.
pub(super) const ROOM: f32 = PAGE.0 - 2.0 * SIDE;
/// Height of the text on a page `[points]`.
pub(super) const HEIGHT: f32 = PAGE.1 - TOP - BOTTOM;
/// Most pages; chosen.
const MOST_PAGES: usize = 2_000;

/// Something on a page.
#[derive(Debug)]
pub(super) enum Mark {
    /// A line of text from its left end on the line it is written on; without a place it is decoration.
    Words { at: (f32, f32), line: SetLine, size: f32, colour: Colour, place: Option<Place> },
    /// A filled rectangle: left, top, width, height.
    Block { area: [f32; 4], colour: Colour },
    /// A drawing from its left upper corner, so many times as large.
    Picture { at: (f32, f32), scale: f32, drawing: Drawing, place: Place },
    /// A link to a place of another page: left, top, width, height.
    Link { area: [f32; 4], page: usize, top: f32, words: String, place: Place },
}

/// A heading, and where it came to stand.
#[derive(Debug, Clone)]
pub(super) struct Heading {
    pub(super) level: u8,
    pub(super) text: String,
    pub(super) page: usize,
    pub(super) top: f32,
}

/// How text is set.
#[derive(Debug, Clone, Copy)]
pub(super) struct Setting {
    pub(super) typeface: Typeface,
    /// Height of the letters `[points]`.
    pub(super) size: f32,
    /// Distance from line to line `[points]`.
    pub(super) gap: f32,
    pub(super) colour: Colour,
}

/// Pages with their marks.
#[derive(Debug)]
pub(super) struct Layout {
    pub(super) pages: Vec<Vec<Mark>>,
    pub(super) structure: Structure,
    pub(super) headings: Vec<Heading>,
    /// Where the next thing goes, from the top of the page `[points]`.
    pub(super) y: f32,
}

impl Layout {
    pub(super) fn new() -> Self {
        Self { pages: vec![Vec::new()], structure: Structure::default(), headings: Vec::new(), y: TOP }
    }

    /// The page being filled.
    pub(super) fn page(&self) -> usize {
        self.pages.len() - 1
    }

    pub(super) fn put(&mut self, mark: Mark) {
        if let Some(page) = self.pages.last_mut() {
            page.push(mark);
        }
    }

    /// Height that is left on the page.
    pub(super) fn left(&self) -> f32 {
        PAGE.1 - BOTTOM - self.y
    }

    /// Whether nothing stands on the page yet.
    pub(super) fn is_fresh(&self) -> bool {
        self.y <= TOP
    }

    pub(super) fn new_page(&mut self) -> Result<(), ReportError> {
        if self.pages.len() >= MOST_PAGES {
            return Err(ReportError::TooLong { limit: MOST_PAGES });
        }
        self.pages.push(Vec::new());
        self.y = TOP;
        Ok(())
    }

    /// A new page unless so much is left on this one.
    pub(super) fn need(&mut self, height: f32) -> Result<(), ReportError> {
        if height > self.left() && !self.is_fresh() { self.new_page() } else { Ok(()) }
    }

    /// Space before what follows; none at the top of a page.
    pub(super) fn space(&mut self, height: f32) {
        if !self.is_fresh() {
            self.y += height;
        }
    }

    /// Puts lines one below another, from page to page.
    pub(super) fn lines(
        &mut self,
        lines: Vec<SetLine>,
        left: f32,
        setting: Setting,
        place: Place,
    ) -> Result<(), ReportError> {
        for line in lines {
            self.need(setting.gap)?;
            self.put(Mark::Words {
                at: (left, self.y + setting.baseline()),
                line,
                size: setting.size,
                colour: setting.colour,
                place: Some(place),
            });
            self.y += setting.gap;
        }
        Ok(())
    }
}

impl Setting {
    /// From the top of a line to where the letters stand.
    pub(super) fn baseline(&self) -> f32 {
        (self.gap - self.size) / 2.0 + self.size * 0.86
    }

    /// The lines of a text in a room `[points]`.
    pub(super) fn lines(&self, text: &str, room: f32) -> Vec<SetLine> {
        lines(text, self.typeface, room / self.size)
    }
}
