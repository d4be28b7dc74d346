//! Writing to the terminal: no colour, no panic when nobody reads, nothing from a file that could steer a terminal.

use std::io::{self, IsTerminal, Write};

use crate::exit::Failure;

/// Widest table, and the width when the output is not a terminal `[characters]`.
pub(crate) const WIDEST: usize = 100;

/// Prints to standard output.
///
/// # Errors
/// [`Failure::OutputClosed`] when the reader has gone, [`Failure::Write`] otherwise.
pub(crate) fn print(text: &str) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes()).and_then(|()| out.flush()).map_err(|error| cannot_print(&error))
}

/// The failure of a write to standard output.
pub(crate) fn cannot_print(error: &io::Error) -> Failure {
    match error.kind() {
        io::ErrorKind::BrokenPipe => Failure::OutputClosed,
        _ => Failure::Write { name: "standard output".to_owned(), reason: error.to_string() },
    }
}

/// Prints a line to standard error; if nobody can read it, nothing is lost but the line.
pub(crate) fn note(line: &str) {
    let _ = writeln!(io::stderr().lock(), "{line}");
}

/// Whether a person watches standard error.
pub(crate) fn is_watched() -> bool {
    io::stderr().is_terminal()
}

/// How wide a table may be `[characters]`: as asked, else the terminal's width, never above [`WIDEST`].
pub(crate) fn width(asked: Option<u16>) -> usize {
    if let Some(asked) = asked {
        return usize::from(asked);
    }
    match terminal_size::terminal_size_of(io::stdout()) {
        Some((terminal_size::Width(columns), _)) => usize::from(columns).min(WIDEST),
        None => WIDEST,
    }
}

/// Text from a file on one line, with nothing in it that a terminal would obey.
pub(crate) fn one_line(text: &str) -> String {
    let plain: String = text
        .chars()
        .map(|letter| if letter.is_control() || is_bidi_control(letter) { ' ' } else { letter })
        .collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Marks that turn the direction of the text around them.
fn is_bidi_control(letter: char) -> bool {
    matches!(letter, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Lines of at most `width` characters, broken at spaces; a longer word is broken where it must be.
pub(crate) fn wrap(text: &str, width: usize) -> Vec<String> {
    let width = width.max(1);
    let mut lines = vec![String::new()];
    let mut length = 0;
    for word in text.split_whitespace() {
        let letters: Vec<char> = word.chars().collect();
        if length > 0 && length + 1 + letters.len() > width {
            lines.push(String::new());
            length = 0;
        }
        for (at, part) in letters.chunks(width).enumerate() {
            if at > 0 {
                lines.push(String::new());
                length = 0;
            }
            let Some(line) = lines.last_mut() else { continue };
            if length > 0 {
                line.push(' ');
                length += 1;
            }
            line.extend(part);
            length += part.len();
        }
    }
    lines
}

/// A paragraph wrapped to `width`.
pub(crate) fn paragraph(text: &str, width: usize) -> String {
    hanging("", text, width)
}

/// A paragraph wrapped to `width`: its first line after `lead`, the others indented as far.
pub(crate) fn hanging(lead: &str, text: &str, width: usize) -> String {
    let indent = lead.chars().count();
    let mut out = String::new();
    for (at, line) in wrap(text, width.saturating_sub(indent)).iter().enumerate() {
        out.push_str(&if at == 0 { lead.to_owned() } else { " ".repeat(indent) });
        out.push_str(line);
        out.push('\n');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_from_a_file_cannot_steer_the_terminal() {
        assert_eq!(one_line("Do\u{1b}[31m nothing\r\nat all\u{202e}"), "Do [31m nothing at all");
    }

    #[test]
    fn lines_break_at_spaces_and_inside_words_that_are_too_long() {
        assert_eq!(wrap("tiered redesign of it", 10), ["tiered", "redesign", "of it"]);
        assert_eq!(wrap("abcdefghij k", 4), ["abcd", "efgh", "ij k"]);
        assert_eq!(wrap("", 4), [""]);
    }
}
