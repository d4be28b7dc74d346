//! Which month a workbook is about.

use jiff::civil::Date;

use super::words::{Token, tokens};
use crate::imports::dates;
use crate::imports::sheet::Rows;

/// Rows of a sheet in which a title may stand; chosen.
const TITLE_ROWS: usize = 15;

/// Words of cells whose month is another: when it was published, when the next one is.
const OTHER: [&str; 8] =
    ["published", "publication", "release", "released", "revised", "updated", "next", "extracted"];

/// Words of cells whose month is the one.
const OWN: [&str; 5] = ["period", "month", "position", "data", "waiting"];

/// The month that the titles of the sheets name most surely.
///
/// A title that speaks of waiting lists, or of a period, goes before any other cell, a cell with one month before one that
/// names the first and the last of a year.
pub(super) fn find(sheets: &[(String, Rows)]) -> Option<Date> {
    let mut best: Option<(u32, Date)> = None;
    for (_, rows) in sheets {
        // A row of months heads a table of their course.
        let titles = rows
            .iter()
            .take(TITLE_ROWS)
            .filter(|(_, cells)| cells.iter().filter(|cell| !months_of(cell).is_empty()).count() <= 2);
        for cell in titles.flat_map(|(_, cells)| cells) {
            let Some((rank, month)) = ranked(cell) else { continue };
            if best.is_none_or(|(known, _)| rank > known) {
                best = Some((rank, month));
            }
        }
    }
    best.map(|(_, month)| month)
}

/// The month of a cell, and how surely it is that of the workbook.
fn ranked(cell: &str) -> Option<(u32, Date)> {
    let words = tokens(cell);
    let has = |known: &[&str]| {
        words
            .iter()
            .any(|token| matches!(token, Token::Word(word) if known.iter().any(|one| word.starts_with(one))))
    };
    let months = months_of(cell);
    let last = *months.last()?;
    if has(&OTHER) {
        return None;
    }
    Some((u32::from(months.len() == 1) * 2 + u32::from(has(&OWN)), last))
}

/// Months with their years in a text, in their order.
pub(super) fn months_of(text: &str) -> Vec<Date> {
    if let Some(month) = dates::month_of_year(text) {
        return vec![month];
    }
    if let dates::Written::Certain { year, month, .. } = dates::written(text) {
        return Date::new(year, month, 1).into_iter().collect();
    }
    let words = tokens(text);
    let named = |pair: &[Token]| match pair {
        [Token::Word(word), Token::Number(year)] if *year > 1990 && *year < 2100 => {
            dates::month_of_year(&format!("{word} {year}"))
        }
        _ => None,
    };
    words.windows(2).filter_map(named).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn in_title(cells: &[&str]) -> Option<Date> {
        let rows = cells.iter().zip(1..).map(|(cell, line)| (line, vec![(*cell).to_owned()])).collect();
        find(&[("Contents".to_owned(), rows)])
    }

    #[test]
    fn the_month_is_that_of_the_lists_and_not_that_of_the_publication() {
        let march = Some(date(2025, 3, 1));
        for cells in [
            &["Community health services waiting lists, March 2025"][..],
            &["Published: 15 May 2025", "Period: March 2025"],
            &["Financial year: April 2024 to March 2025", "Next publication June 2025"],
            &["Waiting lists April 2024 to February 2025", "Position at March 2025"],
            &["2025-03-01"],
            &["Mar-25"],
        ] {
            assert_eq!(in_title(cells), march, "{cells:?}");
        }
        assert_eq!(in_title(&["Community health services", "Published May 2025"]), None);
    }
}
