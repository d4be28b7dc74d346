//! What a cell says about a day, in the ways people and systems write dates.

use std::borrow::Cow;

use jiff::ToSpan;
use jiff::civil::{Date, date as day};
use serde::{Deserialize, Serialize};

/// Longest text that may be a date, with its weekday and time `[bytes]`.
const LONGEST: usize = 50;

/// Numbers that may be days as Excel counts them: 1 January 1990 to 31 December 2099. Day 0 is taken as 30 December
/// 1899, which makes up for the 29 February 1900 that Excel counts and that never was.
const SERIALS: std::ops::RangeInclusive<i32> = 32_874..=73_050;

/// Months, recognised by three letters or more.
const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// What is written in a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Written {
    /// Nothing.
    Empty,
    /// Year, month and day, in an order that is beyond doubt.
    Certain { year: i16, month: i8, day: i8 },
    /// Two numbers of which one is the day and the other the month, and a year.
    Slashed { first: i8, second: i8, year: i16 },
    /// A number of days since 1900.
    Serial(Date),
    /// Some other number.
    Number,
    /// Anything else.
    Text,
}

/// Which of two numbers is the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub enum DayOrder {
    /// 06/04 is in April.
    DayFirst,
    /// 06/04 is in June.
    MonthFirst,
}

/// Why there is no day to be had.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Unreadable {
    /// The cell is empty.
    Empty,
    /// It is a number.
    Number,
    /// It is neither a date nor a number.
    Text,
    /// It is written like a date, but the calendar has no such day.
    NoSuchDay(String),
}

/// The first day of a month that is written without a day: `Jan 2025`, `2025-01`, `01/2025`, `January-25`.
pub(super) fn month_of_year(cell: &str) -> Option<Date> {
    if cell.len() > LONGEST {
        return None;
    }
    let lower = plain(cell).to_ascii_lowercase();
    let parts: Vec<&str> = lower.split([' ', '/', '-', '.', ',']).filter(|part| !part.is_empty()).collect();
    let [first, second] = parts[..] else { return None };
    let (year, number) = match (month(first), month(second)) {
        (Some(number), None) => (full_year(second)?, number),
        (None, Some(number)) if first.len() == 4 => (full_year(first)?, number),
        // Without a name of the month, only four digits are a year beyond doubt.
        _ if first.len() == 4 => (full_year(first)?, digits(second)?),
        _ if second.len() == 4 => (full_year(second)?, digits(first)?),
        _ => return None,
    };
    Date::new(year, number, 1).ok()
}

/// Looks at a cell.
pub(super) fn written(cell: &str) -> Written {
    if cell.is_empty() {
        return Written::Empty;
    }
    if cell.len() > LONGEST {
        return Written::Text;
    }
    let cell = &*plain(cell);
    if !cell.is_ascii() {
        return Written::Text;
    }
    if cell.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
        && cell.bytes().filter(|byte| *byte == b'.').count() < 2
    {
        return number(cell);
    }
    let lower = cell.to_ascii_lowercase();
    let parts: Vec<&str> = without_time(&lower)
        .split([' ', '/', '-', '.', ','])
        .filter(|part| !part.is_empty() && !is_name(part, &WEEKDAYS))
        .collect();
    match parts[..] {
        [first, second, third] => three(first, second, third).unwrap_or(Written::Text),
        _ => Written::Text,
    }
}

/// The cell with the blanks and dashes that web pages and word processors put in for plain ones.
fn plain(cell: &str) -> Cow<'_, str> {
    if cell.is_ascii() {
        return Cow::Borrowed(cell);
    }
    Cow::Owned(cell.replace(['\u{a0}', '\u{202f}'], " ").replace(['\u{2010}', '\u{2011}', '\u{2013}'], "-"))
}

/// Whether the cell is written like a date, whatever the calendar says.
pub(super) fn is_date(written: &Written) -> bool {
    matches!(written, Written::Certain { .. } | Written::Slashed { .. })
}

/// How a column writes dates: day first, as in Britain, unless many of its dates cannot be that and all can be
/// month first. A slip of the pen must not turn a whole list round. Also whether the column leaves no doubt: a date that
/// can be read in one way only is in it, or none that can be read in two.
pub(super) fn order<'a>(cells: impl Iterator<Item = &'a Written>) -> (DayOrder, bool) {
    let (mut all, mut never_day_first, mut never_month_first, mut doubtful) = (0_u32, 0_u32, 0_u32, 0_u32);
    for written in cells {
        if let Written::Slashed { first, second, .. } = written {
            all += 1;
            never_day_first += u32::from(*second > 12);
            never_month_first += u32::from(*first > 12);
            doubtful += u32::from(*first <= 12 && *second <= 12 && first != second);
        }
    }
    let is_month_first = never_month_first == 0 && never_day_first > 0 && never_day_first >= all / 4;
    let is_sure = doubtful == 0 || is_month_first || never_month_first > 0;
    (if is_month_first { DayOrder::MonthFirst } else { DayOrder::DayFirst }, is_sure)
}

/// The day that is written.
pub(super) fn date(written: &Written, order: DayOrder) -> Result<Date, Unreadable> {
    let (year, month, day) = match (*written, order) {
        (Written::Empty, _) => return Err(Unreadable::Empty),
        (Written::Number, _) => return Err(Unreadable::Number),
        (Written::Text, _) => return Err(Unreadable::Text),
        (Written::Serial(date), _) => return Ok(date),
        (Written::Certain { year, month, day }, _) => (year, month, day),
        (Written::Slashed { first, second, year }, DayOrder::DayFirst) => (year, second, first),
        (Written::Slashed { first, second, year }, DayOrder::MonthFirst) => (year, first, second),
    };
    Date::new(year, month, day).map_err(|_| Unreadable::NoSuchDay(format!("{day:02}/{month:02}/{year}")))
}

/// `6 April 2026`.
pub(super) fn long(date: Date) -> String {
    date.strftime("%-d %B %Y").to_string()
}

/// A number alone: a date without anything between its parts, a day as Excel counts, or neither.
fn number(cell: &str) -> Written {
    let whole = cell.split('.').next().unwrap_or_default();
    let Ok(value) = whole.parse::<i32>() else { return Written::Number };
    if cell.len() == 8 && whole.len() == 8 && (19_000_000..21_000_000).contains(&value) {
        let (year, month, day) = (value / 10_000, value / 100 % 100, value % 100);
        return Written::Certain { year: year as i16, month: month as i8, day: day as i8 };
    }
    if whole.len() == 5 && SERIALS.contains(&value) {
        return day(1899, 12, 30).checked_add(value.days()).map_or(Written::Number, Written::Serial);
    }
    Written::Number
}

/// Three parts in one of the orders that are in use: 2026 4 6, 6 4 2026, 6 April 2026, April 6 2026.
fn three(first: &str, second: &str, third: &str) -> Option<Written> {
    if first.len() == 4 {
        let (year, month, day) = (full_year(first)?, digits(second)?, digits(third)?);
        return Some(Written::Certain { year, month, day });
    }
    let year = full_year(third)?;
    if let Some(month) = month(second) {
        return Some(Written::Certain { year, month, day: ordinal(first)? });
    }
    if let Some(month) = month(first) {
        return Some(Written::Certain { year, month, day: ordinal(second)? });
    }
    Some(Written::Slashed { first: digits(first)?, second: digits(second)?, year })
}

/// A year of four digits, or of two: 1990 to 2089.
fn full_year(text: &str) -> Option<i16> {
    if !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let year: i16 = text.parse().ok()?;
    match text.len() {
        4 => Some(year),
        2 if year >= 90 => Some(1900 + year),
        2 => Some(2000 + year),
        _ => None,
    }
}

/// A number of one or two digits.
fn digits(text: &str) -> Option<i8> {
    let is_short_number = (1..=2).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    if is_short_number { text.parse().ok() } else { None }
}

/// A day of the month: `6`, `6th`.
fn ordinal(text: &str) -> Option<i8> {
    let bare = ["st", "nd", "rd", "th"].iter().find_map(|ending| text.strip_suffix(ending));
    digits(bare.unwrap_or(text))
}

fn month(text: &str) -> Option<i8> {
    (1..).zip(MONTHS).find(|(_, name)| is_start(text, name)).map(|(number, _)| number)
}

fn is_name(text: &str, names: &[&str]) -> bool {
    names.iter().any(|name| is_start(text, name))
}

/// Whether a text is a name or its first letters, three at least: `apr`, `sept`.
fn is_start(text: &str, name: &str) -> bool {
    text.len() >= 3 && name.starts_with(text)
}

/// The text up to a time of day: everything before the part that holds the first colon. `2026-04-06t09:30` has a
/// letter in between.
fn without_time(text: &str) -> &str {
    let Some(colon) = text.find(':') else { return text.strip_suffix('z').unwrap_or(text) };
    let before = &text[..colon];
    let end = before.rfind(|letter: char| !letter.is_ascii_digit()).unwrap_or_default();
    before[..end].trim_end_matches(['t', ' ', ','])
}
