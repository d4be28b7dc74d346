//! A text as rows of cells: what stands between them, and which line each row starts on.

use std::borrow::Cow;

use csv::{Reader, ReaderBuilder, StringRecord, Trim};

/// What may stand between cells; the first is taken where two do equally well. Tabs are what a spreadsheet puts on the
/// clipboard.
const DELIMITERS: [u8; 4] = [b'\t', b';', b',', b'|'];

/// Rows that are looked at to find out what stands between cells.
const SNIFFED: usize = 50;

/// A text, ready to be read row by row.
pub(super) struct Delimited<'a> {
    text: Cow<'a, str>,
    delimiter: u8,
    has_quotes: bool,
    has_odd_quote: bool,
}

impl<'a> Delimited<'a> {
    pub(super) fn new(text: Cow<'a, str>) -> Self {
        let text = match text.strip_prefix('\u{feff}') {
            Some(rest) => Cow::Owned(rest.to_owned()),
            None => text,
        };
        // One kind of line end, so that lines can be counted.
        let text = if text.contains('\r') {
            Cow::Owned(text.replace("\r\n", "\n").replace('\r', "\n"))
        } else {
            text
        };
        // A quotation mark without its partner would make one cell of everything after it.
        let quotes = text.bytes().filter(|byte| *byte == b'"').count();
        let has_odd_quote = !quotes.is_multiple_of(2);
        let has_quotes = quotes > 0 && !has_odd_quote;
        let mut cut = Self { text, delimiter: b',', has_quotes, has_odd_quote };
        cut.delimiter = cut.told().unwrap_or_else(|| cut.sniffed());
        cut
    }

    /// What is odd about the text as a whole.
    pub(super) fn notes(&self) -> Vec<String> {
        let odd = "A quotation mark has no partner, so all of them were read as ordinary letters.";
        if self.has_odd_quote { vec![odd.to_owned()] } else { Vec::new() }
    }

    /// What the first line says stands between cells: Excel writes `sep=;` there.
    fn told(&self) -> Option<u8> {
        let first = self.text.lines().next()?.trim().trim_matches('"');
        match first.strip_prefix("sep=")?.as_bytes() {
            [delimiter] if DELIMITERS.contains(delimiter) => Some(*delimiter),
            _ => None,
        }
    }

    /// The delimiter that cuts the most of the first rows into the same number of cells, more than one.
    fn sniffed(&self) -> u8 {
        let mut best = (0, b',');
        for delimiter in DELIMITERS {
            let mut widths = Vec::new();
            self.rows_cut_at(delimiter, |_, row| {
                widths.push(row.len());
                widths.len() < SNIFFED
            });
            let alike = |width: &usize| widths.iter().filter(|other| *other == width).count();
            let most = widths.iter().filter(|width| **width > 1).map(alike).max().unwrap_or_default();
            if most > best.0 {
                best = (most, delimiter);
            }
        }
        best.1
    }

    /// Hands over rows until told to stop, each with the line that it starts on, from 1. Cells have no blanks around them.
    pub(super) fn rows(&self, mut take: impl FnMut(u32, &StringRecord) -> bool) {
        let is_told = self.told().is_some();
        self.rows_cut_at(self.delimiter, |line, record| is_told && line == 1 || take(line, record));
    }

    fn rows_cut_at(&self, delimiter: u8, mut take: impl FnMut(u32, &StringRecord) -> bool) {
        let mut reader = self.reader(delimiter);
        let mut record = StringRecord::new();
        // A text in memory that is UTF-8 gives no error.
        while matches!(reader.read_record(&mut record), Ok(true)) {
            let line = record.position().map_or(1, |position| self.line_of(position));
            if !take(line, &record) {
                break;
            }
        }
    }

    /// The reader says where it stood before it skipped empty lines.
    fn line_of(&self, position: &csv::Position) -> u32 {
        let start = usize::try_from(position.byte()).unwrap_or(usize::MAX);
        let rest = self.text.as_bytes().get(start..).unwrap_or_default();
        let skipped = rest.iter().take_while(|byte| **byte == b'\n').count() as u64;
        u32::try_from(position.line() + skipped).unwrap_or(u32::MAX)
    }

    fn reader(&self, delimiter: u8) -> Reader<&[u8]> {
        ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(delimiter)
            .quoting(self.has_quotes)
            .trim(Trim::All)
            .from_reader(self.text.as_bytes())
    }
}
