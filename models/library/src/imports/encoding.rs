//! Bytes as text, in the encodings that spreadsheets and patient systems write.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_16BE, UTF_16LE, WINDOWS_1252};

use crate::error::LibraryError;

/// Bytes that are looked at to tell what a file is.
const SNIFFED: usize = 4_096;

/// The text of a file, and what is worth saying about how it was read.
///
/// A mark at the beginning decides; failing that, every other byte nought means UTF-16, what is sound UTF-8 is that, and
/// anything else is the Windows code page of western Europe, which British systems write.
///
/// # Errors
/// [`LibraryError::NotAList`] for files that are something else.
pub(super) fn decoded(bytes: &[u8]) -> Result<(Cow<'_, str>, Option<&'static str>), LibraryError> {
    refuse_other_kinds(bytes)?;
    let encoding =
        Encoding::for_bom(bytes).map(|(encoding, _)| encoding).or_else(|| utf16_without_mark(bytes));
    if let Some(encoding) = encoding {
        let (text, _, had_errors) = encoding.decode(bytes);
        return Ok((
            text,
            had_errors.then_some("Some letters of this file are damaged; they are read as \u{fffd}."),
        ));
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Ok((Cow::Borrowed(text), None));
    }
    let (text, _, _) = WINDOWS_1252.decode(bytes);
    Ok((text, Some("The file is not UTF-8; its letters were read as those of Windows (western Europe).")))
}

/// UTF-16 without a mark: letters of English have a nought for every other byte.
fn utf16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let start = &bytes[..bytes.len().min(SNIFFED)];
    let noughts = |from: usize| start.iter().skip(from).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd, half) = (noughts(0), noughts(1), start.len() / 2);
    if start.len() < 4 {
        return None;
    }
    match (even * 10 >= half * 6, odd * 10 >= half * 6) {
        (false, true) => Some(UTF_16LE),
        (true, false) => Some(UTF_16BE),
        _ => None,
    }
}

fn refuse_other_kinds(bytes: &[u8]) -> Result<(), LibraryError> {
    let start = bytes[..bytes.len().min(SNIFFED)].trim_ascii_start();
    let lower = start[..start.len().min(16)].to_ascii_lowercase();
    let is = |beginnings: &[&str]| beginnings.iter().any(|one| lower.starts_with(one.as_bytes()));
    let refused = |reason, hint| Err(LibraryError::NotAList { reason, hint });
    if is(&["%pdf-"]) {
        return refused("this is a PDF, not a list", "export the list as CSV or Excel where it comes from");
    }
    if is(&["<html", "<!doctype", "<table", "<?xml", "<head"]) {
        return refused(
            "this is a web page that calls itself a spreadsheet",
            "open it in Excel and save it as an Excel workbook (.xlsx) or as CSV",
        );
    }
    if is(&["{\\rtf"]) {
        return refused("this is a text document, not a list", "copy its table and paste it instead");
    }
    if Encoding::for_bom(bytes).is_none() && utf16_without_mark(bytes).is_none() && start.contains(&0) {
        return refused(
            "this is neither text nor a workbook",
            "choose a CSV file or an Excel workbook (.xlsx, .xls)",
        );
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINE: &str = "Date,Café\n06/04/2025,–\n";

    fn utf16(little: bool) -> Vec<u8> {
        LINE.encode_utf16()
            .flat_map(|unit| if little { unit.to_le_bytes() } else { unit.to_be_bytes() })
            .collect()
    }

    #[test]
    fn every_encoding_gives_the_same_text() {
        let windows = LINE.chars().map(|letter| match letter {
            'é' => 0xe9,
            '–' => 0x96,
            plain => plain as u8,
        });
        let cases = [
            ("UTF-8", LINE.as_bytes().to_vec()),
            ("UTF-8 with a mark", [&[0xef, 0xbb, 0xbf], LINE.as_bytes()].concat()),
            ("UTF-16 LE with a mark", [&[0xff, 0xfe], &utf16(true)[..]].concat()),
            ("UTF-16 BE with a mark", [&[0xfe, 0xff], &utf16(false)[..]].concat()),
            ("UTF-16 LE", utf16(true)),
            ("UTF-16 BE", utf16(false)),
            ("Windows-1252", windows.collect()),
        ];
        for (name, bytes) in cases {
            assert_eq!(decoded(&bytes).expect("text").0, LINE, "{name}");
        }
    }

    #[test]
    fn what_is_no_text_is_named() {
        for (bytes, reason) in [
            (&b"%PDF-1.7 ..."[..], "this is a PDF, not a list"),
            (b"\r\n <HTML><body>", "this is a web page that calls itself a spreadsheet"),
            (b"{\\rtf1\\ansi", "this is a text document, not a list"),
            (b"GIF89a\x01\x02\x03\x00\x01\x02", "this is neither text nor a workbook"),
        ] {
            assert_eq!(decoded(bytes).expect_err("no text").to_string(), reason);
        }
    }
}
