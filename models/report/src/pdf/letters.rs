//! Text into lines, and lines into glyphs.

use unicode_bidi::{BidiInfo, Level};
use unicode_linebreak::linebreaks;

use crate::safe::plain;
use crate::typeface::{self, BOX, Glyph, Typeface};

/// Glyphs of one face beside each other.
#[derive(Debug, Clone)]
pub(super) struct Run {
    pub(super) typeface: Typeface,
    /// The letters that the glyphs stand for.
    pub(super) text: String,
    pub(super) glyphs: Vec<Glyph>,
}

/// A line, ready to be drawn.
#[derive(Debug, Clone, Default)]
pub(super) struct SetLine {
    /// Runs from left to right.
    pub(super) runs: Vec<Run>,
    /// Its width `[em]`.
    pub(super) width: f32,
}

/// The lines of a text in a room of so many ems.
pub(super) fn lines(text: &str, typeface: Typeface, room: f32) -> Vec<SetLine> {
    let text = plain(text);
    let text = text.trim_end();
    if text.is_empty() {
        return Vec::new();
    }
    let bidi = BidiInfo::new(text, Some(Level::ltr()));
    broken(text, typeface, room.max(1.0))
        .into_iter()
        .map(|(from, until)| {
            let until = from + text[from..until].trim_end().len();
            set(text, from, until, typeface, &bidi)
        })
        .collect()
}

/// Starts and ends of the lines `[bytes]`.
fn broken(text: &str, typeface: Typeface, room: f32) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let (mut start, mut filled, mut from) = (0, 0.0, 0);
    // By the rules a line may end between a minus and the sign of a currency; "−£3,595" stays whole.
    let allowed = |until: &usize| !text[..*until].ends_with('\u{2212}');
    for until in linebreaks(text).map(|(until, _)| until).filter(allowed) {
        let piece = &text[from..until];
        let bare = typeface::width(piece.trim_end(), typeface);
        if filled + bare > room && start < from {
            found.push((start, from));
            (start, filled) = (from, 0.0);
        }
        if bare > room {
            // A word longer than the line is cut where the line ends.
            for (at, letter) in piece.char_indices() {
                let wide = typeface::width(letter.encode_utf8(&mut [0; 4]), typeface);
                if filled + wide > room && start < from + at {
                    found.push((start, from + at));
                    (start, filled) = (from + at, 0.0);
                }
                filled += wide;
            }
        } else {
            filled += typeface::width(piece, typeface);
        }
        from = until;
    }
    if start < text.len() {
        found.push((start, text.len()));
    }
    found
}

/// The glyphs of a line, in the order in which they stand.
fn set(text: &str, from: usize, until: usize, typeface: Typeface, bidi: &BidiInfo) -> SetLine {
    let mut line = SetLine::default();
    let paragraph = bidi.paragraphs.iter().find(|one| one.range.start <= from && from < one.range.end);
    let Some(paragraph) = paragraph else { return line };
    let (levels, ranges) = bidi.visual_runs(paragraph, from..until.max(from));
    for range in ranges {
        let right_to_left = levels.get(range.start).is_some_and(Level::is_rtl);
        let mut pieces = by_face(&text[range], typeface);
        if right_to_left {
            pieces.reverse();
        }
        for (face, piece) in pieces {
            let run = run(piece, face, typeface, right_to_left);
            line.width += run.glyphs.iter().map(|glyph| glyph.advance).sum::<f32>();
            line.runs.push(run);
        }
    }
    line
}

/// The text cut where the face changes; none for letters that no face has.
fn by_face(text: &str, wanted: Typeface) -> Vec<(Option<Typeface>, &str)> {
    let mut found: Vec<(Option<Typeface>, &str)> = Vec::new();
    let mut start = 0;
    let mut last: Option<Option<Typeface>> = None;
    for (at, letter) in text.char_indices() {
        let face = Typeface::for_letter(wanted, letter);
        if let Some(before) = last
            && before != face
        {
            found.push((before, &text[start..at]));
            start = at;
        }
        last = Some(face);
    }
    if let Some(face) = last {
        found.push((face, &text[start..]));
    }
    found
}

fn run(text: &str, face: Option<Typeface>, wanted: Typeface, right_to_left: bool) -> Run {
    match face {
        Some(face) => {
            Run { typeface: face, text: text.to_owned(), glyphs: typeface::shape(text, face, right_to_left) }
        }
        None => boxes(text, wanted),
    }
}

/// A box for each letter; whoever copies the text still has the letters.
fn boxes(text: &str, typeface: Typeface) -> Run {
    let boxed = typeface::shape(&BOX.to_string(), typeface, false);
    let glyphs = text
        .char_indices()
        .filter_map(|(at, letter)| Some(Glyph { start: at, end: at + letter.len_utf8(), ..*boxed.first()? }))
        .collect();
    Run { typeface, text: text.to_owned(), glyphs }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str, room: f32) -> Vec<String> {
        let joined = |line: &SetLine| line.runs.iter().map(|run| run.text.as_str()).collect();
        lines(text, Typeface::Regular, room).iter().map(joined).collect()
    }

    #[test]
    fn lines_are_broken_between_words_and_long_words_are_cut() {
        assert_eq!(texts("one two three", 4.5), ["one two", "three"]);
        let cut = texts(&"x".repeat(100), 10.0);
        assert!(cut.len() > 3 && cut.concat().len() == 100, "{cut:?}");
        assert!(texts("   ", 10.0).is_empty());
        for line in lines("a reasonably long sentence with several words in it", Typeface::Regular, 9.0) {
            assert!(line.width <= 9.1, "{}", line.width);
        }
    }

    #[test]
    fn amounts_below_nought_stay_whole() {
        for room in 5_u8..16 {
            let lines = texts("from −£3,615 to −£3,595", f32::from(room));
            assert!(!lines.iter().any(|line| line.ends_with('−')), "{room}: {lines:?}");
        }
    }

    #[test]
    fn hebrew_runs_from_right_to_left_and_unknown_letters_are_boxes() {
        let line = &lines("Ward אבג 1", Typeface::Regular, 100.0)[0];
        let hebrew = line.runs.iter().find(|run| run.typeface == Typeface::Hebrew);
        let starts: Vec<usize> = hebrew.iter().flat_map(|run| &run.glyphs).map(|glyph| glyph.start).collect();
        assert_eq!(starts, [4, 2, 0]);
        let line = &lines("漢字", Typeface::Regular, 100.0)[0];
        assert_eq!(line.runs[0].glyphs.len(), 2);
        assert!(line.runs[0].glyphs.iter().all(|glyph| glyph.id != 0));
    }
}
