//! The letters of drawings and of the PDF: Inter, which the window uses too, with Hebrew and Arabic for names.
//!
//! All four files are under the SIL Open Font License (`fonts/OFL.txt`) and cut down to the letters named in
//! `fonts/README.md`. A letter that none of them has is shown as a box, never left out.

use std::sync::LazyLock;

use rustybuzz::{Direction, Face, UnicodeBuffer};

/// Which of the bundled faces.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Typeface {
    Regular,
    Strong,
    Hebrew,
    Arabic,
}

/// What stands for a letter that no face has.
pub(crate) const BOX: char = '□';

const REGULAR: &[u8] = include_bytes!("../fonts/inter-regular.otf");
const STRONG: &[u8] = include_bytes!("../fonts/inter-semibold.otf");
const HEBREW: &[u8] = include_bytes!("../fonts/noto-sans-hebrew.ttf");
const ARABIC: &[u8] = include_bytes!("../fonts/noto-sans-arabic.ttf");

static FACES: LazyLock<[Option<Face<'static>>; 4]> =
    LazyLock::new(|| Typeface::ALL.map(|typeface| Face::from_slice(typeface.bytes(), 0)));

impl Typeface {
    pub(crate) const ALL: [Self; 4] = [Self::Regular, Self::Strong, Self::Hebrew, Self::Arabic];

    /// The font file.
    pub(crate) const fn bytes(self) -> &'static [u8] {
        match self {
            Self::Regular => REGULAR,
            Self::Strong => STRONG,
            Self::Hebrew => HEBREW,
            Self::Arabic => ARABIC,
        }
    }

    fn face(self) -> Option<&'static Face<'static>> {
        FACES[self as usize].as_ref()
    }

    fn has(self, letter: char) -> bool {
        self.face().is_some_and(|face| face.glyph_index(letter).is_some())
    }

    /// The face for a letter where `wanted` is the face of the text; none when no face has it.
    pub(crate) fn for_letter(wanted: Self, letter: char) -> Option<Self> {
        [wanted, Self::Hebrew, Self::Arabic].into_iter().find(|typeface| typeface.has(letter))
    }
}

/// A letter, or a part or group of letters, placed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Glyph {
    /// Number in the font.
    pub(crate) id: u32,
    /// Where its letters start in the text of the run `[bytes]`.
    pub(crate) start: usize,
    /// Where they end.
    pub(crate) end: usize,
    /// Distance to the next glyph `[em]`.
    pub(crate) advance: f32,
    /// Shift to the right `[em]`.
    pub(crate) x_offset: f32,
    /// Shift upwards `[em]`.
    pub(crate) y_offset: f32,
}

/// The glyphs of a text that one face has, in the order in which they stand from left to right.
pub(crate) fn shape(text: &str, typeface: Typeface, right_to_left: bool) -> Vec<Glyph> {
    let Some(face) = typeface.face() else { return Vec::new() };
    let mut buffer = UnicodeBuffer::new();
    buffer.push_str(text);
    buffer.guess_segment_properties();
    buffer.set_direction(if right_to_left { Direction::RightToLeft } else { Direction::LeftToRight });
    let shaped = rustybuzz::shape(face, &[], buffer);
    let em = face.units_per_em() as f32;
    let (infos, positions) = (shaped.glyph_infos(), shaped.glyph_positions());
    // A glyph stands for the letters from its own cluster to the next one in the text.
    let mut starts: Vec<usize> = infos.iter().map(|info| info.cluster as usize).collect();
    starts.push(text.len());
    starts.sort_unstable();
    starts.dedup();
    infos
        .iter()
        .zip(positions)
        .map(|(info, position)| {
            let start = info.cluster as usize;
            let next = starts.partition_point(|other| *other <= start);
            Glyph {
                id: info.glyph_id,
                start,
                end: starts.get(next).copied().unwrap_or(text.len()),
                advance: position.x_advance as f32 / em,
                x_offset: position.x_offset as f32 / em,
                y_offset: position.y_offset as f32 / em,
            }
        })
        .collect()
}

/// Width of a text on one line `[em]`, letter by letter: within a few thousandths of the shaped one.
pub(crate) fn width(text: &str, typeface: Typeface) -> f32 {
    text.chars().map(|letter| letter_width(letter, typeface)).sum()
}

fn letter_width(letter: char, typeface: Typeface) -> f32 {
    let found = Typeface::for_letter(typeface, letter)
        .and_then(|typeface| typeface.face())
        .and_then(|face| Some((face, face.glyph_index(letter)?)));
    let boxed = || {
        let face = typeface.face()?;
        Some((face, face.glyph_index(BOX)?))
    };
    let Some((face, glyph)) = found.or_else(boxed) else { return 0.5 };
    f32::from(face.glyph_hor_advance(glyph).unwrap_or(0)) / face.units_per_em() as f32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_face_can_be_read() {
        for typeface in Typeface::ALL {
            assert!(typeface.face().is_some(), "{typeface:?}");
        }
        for letter in "aZ£€−–—“”‘’…•·×≤≥→□éñŵŷ".chars() {
            assert!(Typeface::Regular.has(letter) && Typeface::Strong.has(letter), "{letter}");
        }
    }

    #[test]
    fn letters_are_found_in_the_face_that_has_them() {
        assert_eq!(Typeface::for_letter(Typeface::Strong, 'a'), Some(Typeface::Strong));
        assert_eq!(Typeface::for_letter(Typeface::Strong, 'א'), Some(Typeface::Hebrew));
        assert_eq!(Typeface::for_letter(Typeface::Regular, 'س'), Some(Typeface::Arabic));
        assert_eq!(Typeface::for_letter(Typeface::Regular, '漢'), None);
        let (narrow, wide) = (width("iii", Typeface::Regular), width("WWW", Typeface::Regular));
        assert!(narrow < wide && width("漢", Typeface::Regular) > 0.3);
    }

    #[test]
    fn shaping_keeps_the_letters_of_each_glyph() {
        let glyphs = shape("a£b", Typeface::Regular, false);
        let ranges: Vec<_> = glyphs.iter().map(|glyph| (glyph.start, glyph.end)).collect();
        assert_eq!(ranges, [(0, 1), (1, 3), (3, 4)]);
        let glyphs = shape("אב", Typeface::Hebrew, true);
        assert_eq!(glyphs.iter().map(|glyph| glyph.start).collect::<Vec<_>>(), [2, 0]);
    }
}
