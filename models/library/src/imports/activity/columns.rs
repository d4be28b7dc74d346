//! Where a record says how many were referred, if it does.
//!
//! A list of people has whole numbers too: ages, priorities, numbers of records. So a column is one of counts where its
//! heading says that it counts something; or where it is the only one of numbers, every line has days of its own and the
//! heading of the days does not speak of one person's referral.

use std::collections::BTreeSet;

use crate::imports::dates::{self, Written};
use crate::imports::headings::{self, Heading, Rank};
use crate::imports::sheet::Sample;

/// Largest count of one period; chosen, above a month of England.
const LARGEST_COUNT: f64 = 1e6;

/// Words in the heading of a column that counts people.
const COUNTING: [&str; 6] = ["referrals", "received", "count", "total", "number", "accepted"];

/// Words in the heading of days that belong to many people.
const PERIODS: [&str; 4] = ["week", "month", "w/c", "w/e"];

/// Words in the heading of days that are the last of their weeks.
const ENDINGS: [&str; 3] = ["ending", "week end", "w/e"];

/// Where days and counts stand.
pub(super) struct CountColumns {
    pub(super) headings_end: u32,
    pub(super) days: usize,
    pub(super) counts: usize,
    /// Whether the day is the last of its week.
    pub(super) is_ending: bool,
}

impl CountColumns {
    /// The first column of days or months, and the column that counts; none where lines are single referrals.
    pub(super) fn of(sample: &Sample) -> Option<Self> {
        let look = Look::at(sample);
        let days = (0..look.width).find(|at| look.mostly(*at, &|cell| day(cell).is_some()))?;
        let is_number = |at: usize| look.mostly(at, &|cell| count(cell).is_some());
        let numbers: Vec<usize> =
            (0..look.width).filter(|at| *at != days && !look.is_of_a_person(*at) && is_number(*at)).collect();
        let counts = match &numbers[..] {
            [only] if look.says(*only, &COUNTING) || look.are_periods(days) => *only,
            several => *several.iter().find(|at| look.says(**at, &COUNTING))?,
        };
        Some(Self { headings_end: look.headings_end, days, counts, is_ending: look.says(days, &ENDINGS) })
    }
}

/// The first rows of a record, their headings apart.
struct Look<'s> {
    headings: &'s [String],
    headings_end: u32,
    rows: &'s [(u32, Vec<String>)],
    width: usize,
}

impl<'s> Look<'s> {
    fn at(sample: &'s Sample) -> Self {
        let found = headings::find(sample).map(|(row, _)| row);
        Self {
            headings: found.map_or(&[][..], |row| &sample[row].1),
            headings_end: found.map_or(0, |row| sample[row].0),
            rows: &sample[found.map_or(0, |row| row + 1)..],
            width: sample.iter().map(|(_, cells)| cells.len()).max().unwrap_or_default(),
        }
    }

    /// The cells of a column that are not empty.
    fn filled(&self, at: usize) -> impl Iterator<Item = &'s str> {
        let cells = self.rows.iter().filter_map(move |(_, row)| row.get(at)).map(String::as_str);
        cells.filter(|cell| !cell.is_empty())
    }

    /// Whether eight in ten cells of a column are of a kind, two at least.
    fn mostly(&self, at: usize, fits: &dyn Fn(&str) -> bool) -> bool {
        let (filled, fitting) = (self.filled(at).count(), self.filled(at).filter(|cell| fits(cell)).count());
        filled >= 2 && fitting * 10 >= filled * 8
    }

    fn heading(&self, at: usize) -> &'s str {
        self.headings.get(at).map_or("", String::as_str)
    }

    fn says(&self, at: usize, words: &[&str]) -> bool {
        let heading = self.heading(at).to_lowercase();
        words.iter().any(|word| heading.contains(word))
    }

    /// Whether a column says something about one person: who it is, how old, how urgent, where they belong.
    fn is_of_a_person(&self, at: usize) -> bool {
        let heading = self.heading(at);
        let known =
            matches!(headings::heading(heading), Heading::Personal(_) | Heading::Urgency | Heading::Group);
        let lower = heading.to_lowercase();
        known || lower.split(|letter: char| !letter.is_alphanumeric()).any(|word| word == "age")
    }

    /// Whether days stand for periods: each is there once, and no heading says that a person was referred on it.
    fn are_periods(&self, at: usize) -> bool {
        let mut seen = BTreeSet::new();
        let is_once = self.filled(at).all(|cell| seen.insert(cell));
        let heading = headings::heading(self.heading(at));
        let is_of_a_person = matches!(heading, Heading::Dates(Rank::Referral | Rank::Start));
        is_once && (!is_of_a_person || self.says(at, &PERIODS))
    }
}

/// A day, or a month.
#[derive(Debug, Clone, Copy)]
pub(super) enum Day {
    On(Written),
    Month(jiff::civil::Date),
}

pub(super) fn day(cell: &str) -> Option<Day> {
    match dates::written(cell) {
        written @ (Written::Certain { .. } | Written::Slashed { .. } | Written::Serial(_)) => {
            Some(Day::On(written))
        }
        _ => dates::month_of_year(cell).map(Day::Month),
    }
}

/// A whole number, with commas between thousands or not.
pub(super) fn count(cell: &str) -> Option<u32> {
    let plain = cell.replace(',', "");
    let value: f64 = plain.parse().ok()?;
    ((0.0..=LARGEST_COUNT).contains(&value) && value.fract() == 0.0).then_some(value as u32)
}
