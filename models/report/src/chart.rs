//! Charts, drawn once: shapes and letters that each format puts down in its own way.
//!
//! Bands, not spaghetti: a median line with the ranges that half and 9 in 10 of the simulated futures fall in, names at the
//! ends of the lines, targets as labelled lines, weeks and dates below. An option keeps one colour and one dash pattern
//! everywhere, the same as in the window.

mod axis;
mod bands;
mod bars;
mod chances;
mod pathway;
mod svg;
mod tornado;

pub(crate) use bands::{BandChart, bands};
pub(crate) use bars::{Bar, bars};
pub(crate) use chances::chances;
pub(crate) use pathway::pathway;
pub(crate) use svg::{hex, png, svg};
pub(crate) use tornado::{Bounds, tornado};

use crate::figure::Figure;
use crate::report::Chart;
use crate::typeface::{self, Typeface};

/// A colour: red, green, blue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Colour(pub u8, pub u8, pub u8);

/// Text and the marks of a median.
pub(crate) const INK: Colour = Colour(0x16, 0x24, 0x2f);
/// Captions and axes.
pub(crate) const MUTED: Colour = Colour(0x56, 0x66, 0x72);
/// Lines of the grid.
pub(crate) const GRID: Colour = Colour(0xdb, 0xe2, 0xe7);
/// Targets.
pub(crate) const TARGET: Colour = Colour(0x3c, 0x4c, 0x58);
/// Headings and rules.
pub(crate) const ACCENT: Colour = Colour(0x0b, 0x5f, 0xa5);
/// The ground of headings of tables.
pub(crate) const SUNKEN: Colour = Colour(0xee, 0xf2, 0xf5);
/// The page.
pub(crate) const WHITE: Colour = Colour(0xff, 0xff, 0xff);

/// A chart's drawing as an SVG document of its own, without the words around it.
pub fn chart_svg(chart: &Chart) -> String {
    svg(&chart.drawing, "")
}

/// How an option looks: the colour of its line, of its name, and its dashes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Look {
    pub(crate) line: Colour,
    pub(crate) letters: Colour,
    pub(crate) dash: &'static [f32],
}

/// The options' looks, in their order; the ninth looks like the first.
///
/// # Source
/// After M. Okabe and K. Ito, "Color Universal Design" (2008); the same as in the window, which a test holds.
pub(crate) const LOOKS: [Look; 8] = [
    Look { line: Colour(0xd5, 0x5e, 0x00), letters: Colour(0xb0, 0x4d, 0x00), dash: &[6.0, 4.0] },
    Look { line: Colour(0x00, 0x72, 0xb2), letters: Colour(0x00, 0x66, 0x99), dash: &[] },
    Look { line: Colour(0x00, 0x90, 0x68), letters: Colour(0x00, 0x75, 0x5a), dash: &[2.0, 3.0] },
    Look { line: Colour(0xc0, 0x65, 0x9a), letters: Colour(0xa1, 0x47, 0x7b), dash: &[9.0, 3.0, 2.0, 3.0] },
    Look { line: Colour(0xb9, 0x80, 0x00), letters: Colour(0x8a, 0x5f, 0x00), dash: &[12.0, 4.0] },
    Look { line: Colour(0x2f, 0x92, 0xcb), letters: Colour(0x1b, 0x6f, 0xa0), dash: &[4.0, 2.0, 1.0, 2.0] },
    Look { line: Colour(0x4a, 0x5a, 0x66), letters: Colour(0x3c, 0x4c, 0x58), dash: &[1.0, 4.0] },
    Look { line: Colour(0x8d, 0x84, 0x00), letters: Colour(0x6c, 0x65, 0x00), dash: &[14.0, 3.0, 3.0, 3.0] },
];

/// The look of an option by its position.
pub(crate) fn look(option: usize) -> Look {
    LOOKS[option % LOOKS.len()]
}

/// Where letters stand from their point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    /// To its right.
    Start,
    /// On both sides.
    Middle,
    /// To its left.
    End,
}

/// A shape or a word.
#[derive(Debug, Clone, PartialEq)]
pub enum Mark {
    /// A filled shape.
    Area {
        /// Its corners.
        points: Vec<(f32, f32)>,
        /// Colour of the filling.
        colour: Colour,
        /// How strong it is, from 0 to 1.
        opacity: f32,
    },
    /// A line.
    Line {
        /// Its points.
        points: Vec<(f32, f32)>,
        /// Its colour.
        colour: Colour,
        /// Its width.
        width: f32,
        /// Lengths of dashes and gaps in turn; empty: whole.
        dash: &'static [f32],
    },
    /// Words on one line.
    Letters {
        /// Where they stand, on the line they are written on.
        at: (f32, f32),
        /// The words.
        text: String,
        /// Height of the letters.
        size: f32,
        /// Whether they are set stronger.
        strong: bool,
        /// Where they stand from the point.
        anchor: Anchor,
        /// Their colour.
        colour: Colour,
    },
}

/// A drawing; lengths are in px of a picture that is shown 680 px wide.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Drawing {
    /// Width.
    pub width: f32,
    /// Height.
    pub height: f32,
    /// What is drawn, from the back to the front.
    pub marks: Vec<Mark>,
    /// Figures whose text is written in it.
    pub figures: Vec<Figure>,
}

/// Width of every drawing.
pub(crate) const WIDTH: f32 = 680.0;
/// Height of the letters in drawings.
pub(crate) const LETTERS: f32 = 12.0;

impl Drawing {
    pub(crate) fn new(height: f32) -> Self {
        Self { width: WIDTH, height, ..Self::default() }
    }

    pub(crate) fn line(&mut self, points: Vec<(f32, f32)>, colour: Colour, width: f32, dash: &'static [f32]) {
        self.marks.push(Mark::Line { points, colour, width, dash });
    }

    pub(crate) fn area(&mut self, points: Vec<(f32, f32)>, colour: Colour, opacity: f32) {
        self.marks.push(Mark::Area { points, colour, opacity });
    }

    /// A filled rectangle from a corner, with its width and height.
    pub(crate) fn block(
        &mut self,
        (x, y): (f32, f32),
        (width, height): (f32, f32),
        colour: Colour,
        opacity: f32,
    ) {
        self.area(vec![(x, y), (x + width, y), (x + width, y + height), (x, y + height)], colour, opacity);
    }

    pub(crate) fn words(&mut self, at: (f32, f32), text: impl Into<String>, anchor: Anchor, colour: Colour) {
        self.letters(at, text, anchor, colour, false);
    }

    pub(crate) fn strong(&mut self, at: (f32, f32), text: impl Into<String>, anchor: Anchor, colour: Colour) {
        self.letters(at, text, anchor, colour, true);
    }

    fn letters(
        &mut self,
        at: (f32, f32),
        text: impl Into<String>,
        anchor: Anchor,
        colour: Colour,
        strong: bool,
    ) {
        self.marks.push(Mark::Letters { at, text: text.into(), size: LETTERS, strong, anchor, colour });
    }

    /// Writes a figure and remembers it.
    pub(crate) fn figure(&mut self, at: (f32, f32), figure: Figure, anchor: Anchor, colour: Colour) {
        self.words(at, figure.text.clone(), anchor, colour);
        self.figures.push(figure);
    }
}

/// Width of words in a drawing.
pub(crate) fn wide(text: &str, strong: bool) -> f32 {
    typeface::width(text, if strong { Typeface::Strong } else { Typeface::Regular }) * LETTERS
}

/// The words cut so that they are no wider than `most`.
pub(crate) fn cut(text: &str, most: f32, strong: bool) -> String {
    if wide(text, strong) <= most {
        return text.to_owned();
    }
    let mut kept = String::new();
    for letter in text.chars() {
        kept.push(letter);
        if wide(&kept, strong) + wide("…", strong) > most {
            kept.pop();
            break;
        }
    }
    format!("{}…", kept.trim_end())
}
