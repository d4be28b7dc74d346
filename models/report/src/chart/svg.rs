//! A drawing as SVG, and as a picture for formats that hold no drawings.

use std::fmt::Write;
use std::sync::{Arc, LazyLock};

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb};

use crate::chart::{Anchor, Colour, Drawing, Mark};
use crate::safe::xml;
use crate::typeface::Typeface;

/// The names by which letters are asked for; the first is bundled, the others are for pages that do not bring it.
const FAMILY: &str = "Inter, Arial, 'Liberation Sans', 'Noto Sans Hebrew', 'Noto Sans Arabic', sans-serif";

static FONTS: LazyLock<Arc<fontdb::Database>> = LazyLock::new(|| {
    let mut fonts = fontdb::Database::new();
    for typeface in Typeface::ALL {
        fonts.load_font_data(typeface.bytes().to_vec());
    }
    fonts.set_sans_serif_family("Inter");
    Arc::new(fonts)
});

/// The drawing as an SVG document; `attributes` go into its root element, and are markup already.
pub(crate) fn svg(drawing: &Drawing, attributes: &str) -> String {
    let (width, height) = (round(drawing.width), round(drawing.height));
    let mut text = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" font-family=\"{FAMILY}\"{attributes}>"
    );
    for mark in &drawing.marks {
        text.push_str(&element(mark));
    }
    text.push_str("</svg>");
    text
}

fn element(mark: &Mark) -> String {
    match mark {
        Mark::Area { points, colour, opacity } => {
            format!(
                "<path d=\"{}Z\" fill=\"{}\" fill-opacity=\"{}\"/>",
                path(points),
                hex(*colour),
                round(*opacity)
            )
        }
        Mark::Line { points, colour, width, dash } => {
            let dashes: Vec<String> = dash.iter().map(|part| round(*part)).collect();
            let dashes = if dash.is_empty() {
                String::new()
            } else {
                format!(" stroke-dasharray=\"{}\"", dashes.join(" "))
            };
            format!(
                "<path d=\"{}\" fill=\"none\" stroke=\"{}\" stroke-width=\"{}\"{dashes} stroke-linejoin=\"round\"/>",
                path(points),
                hex(*colour),
                round(*width)
            )
        }
        Mark::Letters { at, text, size, strong, anchor, colour } => {
            let anchor = match anchor {
                Anchor::Start => "start",
                Anchor::Middle => "middle",
                Anchor::End => "end",
            };
            let weight = if *strong { " font-weight=\"600\"" } else { "" };
            format!(
                "<text x=\"{}\" y=\"{}\" font-size=\"{}\" text-anchor=\"{anchor}\" fill=\"{}\"{weight} xml:space=\"preserve\">{}</text>",
                round(at.0),
                round(at.1),
                round(*size),
                hex(*colour),
                xml(text)
            )
        }
    }
}

fn path(points: &[(f32, f32)]) -> String {
    let mut text = String::new();
    for (at, (x, y)) in points.iter().enumerate() {
        let verb = if at == 0 { 'M' } else { 'L' };
        // Writing to a string cannot fail.
        let _ = write!(text, "{verb}{} {}", round(*x), round(*y));
    }
    text
}

/// A length with at most two decimals.
fn round(value: f32) -> String {
    let text = format!("{value:.2}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0".to_owned() } else { text.to_owned() }
}

/// `#0b5fa5`.
pub(crate) fn hex(Colour(red, green, blue): Colour) -> String {
    format!("#{red:02x}{green:02x}{blue:02x}")
}

/// The drawing as a PNG on white, so many times as large; none when it cannot be painted.
pub(crate) fn png(drawing: &Drawing, times: f32) -> Option<Vec<u8>> {
    let options = Options { fontdb: Arc::clone(&FONTS), ..Options::default() };
    let tree = Tree::from_str(&svg(drawing, ""), &options).ok()?;
    let (width, height) = ((drawing.width * times).ceil() as u32, (drawing.height * times).ceil() as u32);
    let mut picture = Pixmap::new(width, height)?;
    picture.fill(resvg::tiny_skia::Color::WHITE);
    resvg::render(&tree, Transform::from_scale(times, times), &mut picture.as_mut());
    picture.encode_png().ok()
}
