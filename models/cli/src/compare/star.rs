//! The Star of each option, to read.

use pathloom_appraisal::star::{PointOfView, StarView};

use crate::screen::{hanging, one_line};

/// What each option changes about the workforce; nothing when it was not asked for.
pub(super) fn draw(stars: &[StarView], width: usize) -> String {
    stars.iter().map(|star| one(star, width)).collect()
}

fn one(star: &StarView, width: usize) -> String {
    let heading = format!("{} by the HEE Star, against {}", one_line(&star.option), one_line(&star.base));
    let points: String = star.points.iter().map(|view| point(view, width)).collect();
    format!("\n{heading}\n{points}")
}

fn point(view: &PointOfView, width: usize) -> String {
    let mut text = format!("  {}\n", view.words);
    for tagged in &view.tagged {
        // What has no words of its own is told by its differences.
        let is_said = !tagged.words.trim().is_empty() || tagged.differs.is_empty();
        if is_said {
            text.push_str(&hanging("  - ", &one_line(&tagged.told()), width));
        }
        for differs in &tagged.differs {
            let lead = if is_said { "      " } else { "  - " };
            text.push_str(&hanging(lead, &one_line(&differs.words), width));
        }
    }
    for differs in &view.proposed {
        text.push_str(&hanging("  - ", &format!("not tagged: {}", one_line(&differs.words)), width));
    }
    if view.tagged.is_empty() && view.proposed.is_empty() {
        text.push_str("  - nothing\n");
    }
    text
}
