//! Marks onto the pages of the file.

use krilla::annotation::{Annotation, LinkAnnotation, Target};
use krilla::color::rgb;
use krilla::destination::XyzDestination;
use krilla::geom::{Path, PathBuilder, Point, Rect, Transform};
use krilla::num::NormalizedF32;
use krilla::page::Page;
use krilla::paint::{Fill, Stroke, StrokeDash};
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag, SpanTag};
use krilla::text::{Font, GlyphId, KrillaGlyph};

use crate::chart::{self, Anchor, Colour, Drawing};
use crate::pdf::PAGE;
use crate::pdf::blocks::NOTE;
use crate::pdf::layout::{Mark, ROOM, SIDE};
use crate::pdf::letters::{SetLine, lines};
use crate::pdf::structure::Structure;
use crate::typeface::Typeface;

/// The faces as krilla has them, in the order of [`Typeface::ALL`].
pub(super) type Fonts = [Font; 4];

/// Reads the bundled faces.
pub(super) fn fonts() -> Option<Fonts> {
    let [regular, strong, hebrew, arabic] =
        Typeface::ALL.map(|typeface| Font::new(typeface.bytes().to_vec().into(), 0));
    Some([regular?, strong?, hebrew?, arabic?])
}

/// Paints a page with its foot, and notes in the structure what was drawn for which element.
pub(super) fn page(
    page: &mut Page,
    marks: &[Mark],
    number: usize,
    pages: usize,
    stamp: &str,
    fonts: &Fonts,
    structure: &mut Structure,
) {
    let mut surface = page.surface();
    for mark in marks {
        match mark {
            Mark::Words { at, line, size, colour, place } => {
                let tag = match place {
                    Some(_) => ContentTag::Span(SpanTag::empty()),
                    None => ContentTag::Artifact(Artifact::with_kind(ArtifactType::Layout)),
                };
                let drawn = surface.start_tagged(tag);
                words(&mut surface, *at, line, *size, *colour, fonts);
                surface.end_tagged();
                if let Some(place) = place {
                    structure.drawn(*place, drawn);
                }
            }
            Mark::Block { area: [left, top, width, height], colour } => {
                surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Layout)));
                if let Some(shape) = rectangle(*left, *top, *width, *height) {
                    fill(&mut surface, &shape, *colour, 1.0);
                }
                surface.end_tagged();
            }
            Mark::Picture { at, scale, drawing, place } => {
                let drawn = surface.start_tagged(ContentTag::Other);
                picture(&mut surface, *at, *scale, drawing, fonts);
                surface.end_tagged();
                structure.drawn(*place, drawn);
            }
            Mark::Link { .. } => {}
        }
    }
    foot(&mut surface, number, pages, stamp, fonts);
    surface.finish();
    for mark in marks {
        if let Mark::Link { area: [left, top, width, height], page: goal, top: at, words, place } = mark
            && let Some(area) = Rect::from_xywh(*left, *top, *width, *height)
        {
            let target = Target::Destination(XyzDestination::new(*goal, Point::from_xy(0.0, *at)).into());
            let link = Annotation::new_link(LinkAnnotation::new(area, target), Some(words.clone()));
            let drawn = page.add_tagged_annotation(link);
            structure.drawn(*place, drawn);
        }
    }
}

/// Where the figures come from, and the number of the page: not told with the text.
fn foot(surface: &mut Surface, number: usize, pages: usize, stamp: &str, fonts: &Fonts) {
    let size = 7.2;
    let baseline = PAGE.1 - 34.0;
    surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Footer)));
    let count = lines(&format!("Page {} of {pages}", number + 1), Typeface::Regular, 30.0);
    let count = count.into_iter().next().unwrap_or_default();
    let left = SIDE + ROOM - count.width * size;
    if let Some(line) = lines(stamp, Typeface::Regular, (left - SIDE - 12.0) / size).into_iter().next() {
        words(surface, (SIDE, baseline), &line, size, NOTE.colour, fonts);
    }
    words(surface, (left, baseline), &count, size, NOTE.colour, fonts);
    surface.end_tagged();
}

/// A line of text from its left end.
fn words(
    surface: &mut Surface,
    (x, y): (f32, f32),
    line: &SetLine,
    size: f32,
    colour: Colour,
    fonts: &Fonts,
) {
    surface.set_fill(Some(paint(colour, 1.0)));
    surface.set_stroke(None);
    let mut x = x;
    for run in &line.runs {
        let glyphs: Vec<KrillaGlyph> = run
            .glyphs
            .iter()
            .map(|glyph| {
                KrillaGlyph::new(
                    GlyphId::new(glyph.id),
                    glyph.advance,
                    glyph.x_offset,
                    glyph.y_offset,
                    0.0,
                    glyph.start..glyph.end,
                    None,
                )
            })
            .collect();
        let font = fonts[run.typeface as usize].clone();
        surface.draw_glyphs(Point::from_xy(x, y), &glyphs, font, &run.text, size, false);
        x += run.glyphs.iter().map(|glyph| glyph.advance).sum::<f32>() * size;
    }
}

/// A chart, drawn as lines and letters.
fn picture(surface: &mut Surface, (x, y): (f32, f32), scale: f32, drawing: &Drawing, fonts: &Fonts) {
    surface.push_transform(&Transform::from_row(scale, 0.0, 0.0, scale, x, y));
    for mark in &drawing.marks {
        match mark {
            chart::Mark::Area { points, colour, opacity } => {
                if let Some(shape) = path(points, true) {
                    fill(surface, &shape, *colour, *opacity);
                }
            }
            chart::Mark::Line { points, colour, width, dash } => {
                if let Some(shape) = path(points, false) {
                    surface.set_fill(None);
                    surface.set_stroke(Some(stroke(*colour, *width, dash)));
                    surface.draw_path(&shape);
                    surface.set_stroke(None);
                }
            }
            chart::Mark::Letters { at, text, size, strong, anchor, colour } => {
                let typeface = if *strong { Typeface::Strong } else { Typeface::Regular };
                let Some(line) = lines(text, typeface, f32::MAX).into_iter().next() else { continue };
                let wide = line.width * size;
                let left = match anchor {
                    Anchor::Start => at.0,
                    Anchor::Middle => at.0 - wide / 2.0,
                    Anchor::End => at.0 - wide,
                };
                words(surface, (left, at.1), &line, *size, *colour, fonts);
            }
        }
    }
    surface.pop();
}

fn fill(surface: &mut Surface, shape: &Path, colour: Colour, opacity: f32) {
    surface.set_stroke(None);
    surface.set_fill(Some(paint(colour, opacity)));
    surface.draw_path(shape);
}

fn paint(Colour(red, green, blue): Colour, opacity: f32) -> Fill {
    Fill {
        paint: rgb::Color::new(red, green, blue).into(),
        opacity: NormalizedF32::new(opacity).unwrap_or(NormalizedF32::ONE),
        ..Fill::default()
    }
}

fn stroke(Colour(red, green, blue): Colour, width: f32, dash: &[f32]) -> Stroke {
    Stroke {
        paint: rgb::Color::new(red, green, blue).into(),
        width,
        dash: (!dash.is_empty()).then(|| StrokeDash { array: dash.to_vec(), offset: 0.0 }),
        ..Stroke::default()
    }
}

fn rectangle(left: f32, top: f32, width: f32, height: f32) -> Option<Path> {
    let mut shape = PathBuilder::new();
    shape.push_rect(Rect::from_xywh(left, top, width, height)?);
    shape.finish()
}

fn path(points: &[(f32, f32)], closed: bool) -> Option<Path> {
    let mut shape = PathBuilder::new();
    for (at, (x, y)) in points.iter().enumerate() {
        if at == 0 {
            shape.move_to(*x, *y);
        } else {
            shape.line_to(*x, *y);
        }
    }
    if closed {
        shape.close();
    }
    shape.finish()
}
