//! Words of the user as data: no markup, no formula, no character that a format forbids.

/// Text for the inside of XML or HTML, elements and attributes alike; characters that XML 1.0 forbids become a box.
pub(crate) fn xml(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            letter if forbidden(letter) => safe.push('\u{FFFD}'),
            letter => safe.push(letter),
        }
    }
    safe
}

/// The text on one line, without characters that documents may not hold.
pub(crate) fn plain(text: &str) -> String {
    text.chars()
        .map(|letter| match letter {
            '\n' | '\r' | '\t' => ' ',
            letter if forbidden(letter) => '\u{FFFD}',
            letter => letter,
        })
        .collect()
}

/// Characters that XML 1.0 does not allow, and those that turn the direction of everything after them.
fn forbidden(letter: char) -> bool {
    let xml =
        matches!(letter, '\t' | '\n' | '\r' | ' '..='\u{D7FF}' | '\u{E000}'..='\u{FFFD}' | '\u{10000}'..);
    let control = matches!(letter, '\u{7F}'..='\u{9F}' | '\u{FDD0}'..='\u{FDEF}');
    let turning = matches!(letter, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}');
    !xml || control || turning
}

/// A cell of text that no spreadsheet takes for a formula: an apostrophe goes in front of one that starts like one.
pub(crate) fn cell(text: &str) -> String {
    let starts = text.trim_start_matches([' ', '\u{A0}', '\u{FEFF}', '\u{200B}', '\u{3000}']).chars().next();
    match starts {
        Some('=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '|' | '%' | '＝' | '＋' | '－' | '＠') => {
            format!("'{text}")
        }
        _ => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_and_forbidden_characters_are_only_letters() {
        assert_eq!(xml("<b>\"R&D\"</b>"), "&lt;b&gt;&quot;R&amp;D&quot;&lt;/b&gt;");
        assert_eq!(xml("a\u{0}b\u{202E}c\u{FFFE}"), "a\u{FFFD}b\u{FFFD}c\u{FFFD}");
        assert_eq!(plain("a\nb\u{1B}"), "a b\u{FFFD}");
        assert_eq!(xml("שלום 😀"), "שלום 😀");
    }

    #[test]
    fn no_text_starts_a_formula() {
        for text in ["=cmd|' /C calc'!A0", "+1", "-2+3", "@SUM(A1)", "\t=1", " =1", "\u{FEFF}=1", "\r=1"] {
            assert!(cell(text).starts_with('\''), "{text:?}");
        }
        assert_eq!(cell("Tiered = best"), "Tiered = best");
    }
}
