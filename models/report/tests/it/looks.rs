//! Colours and dashes are those of the window.

use std::fs;
use std::path::Path;

use pathloom_report::{Block, Size, html, report};

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

#[test]
fn nothing_is_drawn_outside_its_drawing() {
    let report = report(&birmingham().study(), Size::Full).expect("a report");
    for block in &report.blocks {
        let Block::Chart(chart) = block else { continue };
        let page = html(&report);
        assert!(page.contains(&format!("viewBox=\"0 0 {} ", chart.drawing.width)));
        assert!(
            chart.drawing.width <= 700.0 && chart.drawing.height <= 1_400.0 && chart.drawing.height > 40.0
        );
    }
}
