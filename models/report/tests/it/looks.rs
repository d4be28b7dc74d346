//! Colours and dashes are those of the window, and drawings keep to their size.

use std::fs;
use std::path::Path;

use pathloom_report::{Block, Size, chart_svg, html, report};

use crate::study::birmingham;

#[test]
fn options_look_as_they_do_in_the_window() {
    let tokens = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../ui/src/shared/styles/tokens.css");
    let tokens = fs::read_to_string(tokens).expect("the window's colours");
    let light = tokens.split("[data-theme=\"dark\"]").next().expect("the light theme");
    let token = |name: &str| {
        let line = light.lines().find(|line| line.trim_start().starts_with(&format!("--{name}:")));
        let value = line.and_then(|line| line.split_once(": ")).map(|(_, value)| value.trim_end_matches(';'));
        value.unwrap_or_else(|| panic!("{name} is a colour of the window")).to_owned()
    };
    let page = html(&report(&birmingham().study(), Size::Full).expect("a report"));
    for option in 1..=4 {
        let (line, letters) = (token(&format!("option-{option}")), token(&format!("option-{option}-text")));
        assert!(page.contains(&format!("stroke=\"{line}\"")), "the line of option {option} is {line}");
        assert!(page.contains(&format!("fill=\"{letters}\" font-weight")), "its name is {letters}");
        let dash = token(&format!("option-{option}-dash"));
        let drawn = format!("stroke=\"{line}\" stroke-width=\"2.2\" stroke-dasharray=\"{dash}\"");
        assert!(dash == "none" || page.contains(&drawn), "its dashes are {dash}");
    }
    for name in ["ink", "muted", "accent"] {
        assert!(page.contains(&token(name)), "{name}");
    }
}

/// Numbers of a path, or of an attribute that is one.
fn numbers(text: &str) -> Vec<f32> {
    let parts = text.split(|letter: char| !letter.is_ascii_digit() && !"-.".contains(letter));
    parts.filter(|part| !part.is_empty()).map(|part| part.parse().expect("a number")).collect()
}

#[test]
fn nothing_is_drawn_outside_its_drawing() {
    // A line may be drawn on the edge itself, where half of its width lies outside.
    const EDGE: f32 = 1.0;
    let report = report(&birmingham().study(), Size::Full).expect("a report");
    let mut charts = 0;
    for block in &report.blocks {
        let Block::Chart(chart) = block else { continue };
        charts += 1;
        let text = chart_svg(chart);
        let drawing = roxmltree::Document::parse(&text).expect("XML");
        let size = numbers(drawing.root_element().attribute("viewBox").expect("a size"));
        // Lengths are written with two decimals.
        let is_written = |at: usize, length: f32| (size[at] - length).abs() <= 0.01;
        assert!(is_written(2, chart.drawing.width) && is_written(3, chart.drawing.height), "{size:?}");
        let inside = |place: &[f32]| {
            let within = |at: f32, most: f32| (-EDGE..=most + EDGE).contains(&at);
            within(place[0], size[2]) && within(place[1], size[3])
        };
        let mut places = 0;
        for node in drawing.descendants() {
            let read = |name: &str| numbers(node.attribute(name).unwrap_or_default());
            let (path, letters) = (read("d"), [read("x"), read("y")].concat());
            for place in path.chunks(2).chain(letters.chunks(2)) {
                assert!(place.len() == 2 && inside(place), "{}: {place:?} of {size:?}", chart.title.text());
                places += 1;
            }
        }
        assert!(places > 10, "{}: {places} places", chart.title.text());
    }
    assert!(charts > 4, "{charts} charts");
}
