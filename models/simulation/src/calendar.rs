//! Working time: a monotone map between clock time and worked hours, and the bank holidays.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

/// A stretch of working time on one day.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Window {
    /// Opens `[days from the start]`.
    pub(crate) open: f64,
    /// Closes `[days from the start]`.
    pub(crate) close: f64,
    /// Hours worked before it opens.
    pub(crate) before: f64,
    /// Hours worked in it.
    pub(crate) hours: f64,
}

/// When one post works: windows in order of time.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Timetable {
    windows: Vec<Window>,
    /// Position in `windows` of the first one that closes after each day begins.
    first_of_day: Vec<u32>,
}

impl Timetable {
    /// A timetable from (opens, closes, hours), in order, over `days` days.
    pub(crate) fn new(stretches: impl Iterator<Item = (f64, f64, f64)>, days: usize) -> Self {
        let mut windows = Vec::new();
        let mut before = 0.0;
        for (open, close, hours) in stretches.filter(|(open, close, hours)| close > open && *hours > 0.0) {
            windows.push(Window { open, close, before, hours });
            before += hours;
        }
        let mut first_of_day = Vec::with_capacity(days + 1);
        let mut at = 0;
        for day in 0..=days {
            while at < windows.len() && windows[at].close <= day as f64 {
                at += 1;
            }
            first_of_day.push(at as u32);
        }
        Self { windows, first_of_day }
    }

    /// Memory it takes `[bytes]`.
    pub(crate) fn bytes(&self) -> usize {
        self.windows.len() * size_of::<Window>() + self.first_of_day.len() * 4
    }

    /// Position of the first window that closes after `t`.
    #[inline]
    fn position(&self, t: f64) -> usize {
        let day = (t.max(0.0) as usize).min(self.first_of_day.len().saturating_sub(1));
        let mut at = self.first_of_day.get(day).map_or(0, |first| *first as usize);
        while at < self.windows.len() && self.windows[at].close <= t {
            at += 1;
        }
        at
    }

    /// The window open at `t`, if one is.
    #[inline]
    pub(crate) fn open_at(&self, t: f64) -> Option<&Window> {
        self.windows.get(self.position(t)).filter(|window| window.open <= t)
    }

    /// The first window that opens after `t`.
    pub(crate) fn next_after(&self, t: f64) -> impl Iterator<Item = &Window> {
        self.windows[self.position(t)..].iter().filter(move |window| window.open > t)
    }

    /// Hours worked from the start until `t`.
    #[inline]
    pub(crate) fn worked(&self, t: f64) -> f64 {
        self.worked_until(t, self.position(t))
    }

    /// The same, when the first window that closes after `t` is known.
    #[inline]
    fn worked_until(&self, t: f64, position: usize) -> f64 {
        match self.windows.get(position) {
            Some(window) if window.open <= t => {
                window.before + window.hours * ((t - window.open) / (window.close - window.open))
            }
            Some(window) => window.before,
            None => self.windows.last().map_or(0.0, |last| last.before + last.hours),
        }
    }

    /// When `hours` more have been worked after `t` `[days]`; infinity when the timetable ends before.
    #[inline]
    pub(crate) fn end_of(&self, t: f64, hours: f64) -> f64 {
        if hours <= 0.0 {
            return t;
        }
        let mut at = self.position(t);
        let target = self.worked_until(t, at) + hours;
        while let Some(window) = self.windows.get(at) {
            if target <= window.before + window.hours {
                let share = ((target - window.before) / window.hours).clamp(0.0, 1.0);
                return (window.open + share * (window.close - window.open)).max(t);
            }
            at += 1;
        }
        f64::INFINITY
    }

    /// Hours worked between two times.
    pub(crate) fn between(&self, from: f64, to: f64) -> f64 {
        self.worked(to) - self.worked(from)
    }
}

/// Whether a day is a bank holiday in England and Wales.
///
/// The eight yearly holidays with their substitute days; one-off holidays (jubilees, coronations, state funerals)
/// are added to a calendar's closures by hand.
///
/// # Source
/// Banking and Financial Dealings Act 1971, schedule 1, with New Year's Day and the first Monday of May as proclaimed
/// each year; substitute days as published by gov.uk/bank-holidays. Easter: the anonymous Gregorian algorithm
/// (Meeus, Astronomical Algorithms, chapter 8).
pub(crate) fn is_bank_holiday(day: Date) -> bool {
    let year = day.year();
    let monday = |date: Date| date.weekday() == Weekday::Monday;
    let (month, dom) = (day.month(), day.day());
    let substitute = |fixed: Option<Date>| {
        fixed.is_some_and(|fixed| match fixed.weekday() {
            Weekday::Saturday => day == fixed.saturating_add(2.days()),
            Weekday::Sunday => day == fixed.saturating_add(1.day()),
            _ => day == fixed,
        })
    };
    let christmas = || {
        let (Ok(first), Ok(second)) = (Date::new(year, 12, 25), Date::new(year, 12, 26)) else {
            return false;
        };
        match first.weekday() {
            Weekday::Friday => day == first || day == second.saturating_add(2.days()),
            Weekday::Saturday => {
                day == first.saturating_add(2.days()) || day == second.saturating_add(2.days())
            }
            Weekday::Sunday => day == second || day == first.saturating_add(2.days()),
            _ => day == first || day == second,
        }
    };
    let good_friday_or_easter_monday = || {
        easter_sunday(year).is_some_and(|easter| {
            day == easter.saturating_sub(2.days()) || day == easter.saturating_add(1.day())
        })
    };
    substitute(Date::new(year, 1, 1).ok())
        || (month == 5 && monday(day) && (dom <= 7 || dom > 24))
        || (month == 8 && monday(day) && dom > 24)
        || christmas()
        || good_friday_or_easter_monday()
}

fn easter_sunday(year: i16) -> Option<Date> {
    let year = i32::from(year);
    let (a, b, c) = (year % 19, year / 100, year % 100);
    let (d, e) = (b / 4, b % 4);
    let g = (8 * b + 13) / 25;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 19 * l) / 433;
    let month = (h + l - 7 * m + 90) / 25;
    let day = (h + l - 7 * m + 33 * month + 19) % 32;
    Date::new(year as i16, month as i8, day as i8).ok()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn nine_to_two() -> Timetable {
        // Five hours from nine on days 0 and 1, nothing on day 2, five hours on day 3.
        let open = |day: f64| (day + 0.375, day + 0.375 + 5.0 / 24.0, 5.0);
        Timetable::new([open(0.0), open(1.0), open(3.0)].into_iter(), 4)
    }

    #[test]
    fn work_goes_on_the_next_working_day() {
        let table = nine_to_two();
        let start = 0.375 + 3.0 / 24.0;
        let end = table.end_of(start, 4.0);
        assert!((end - (1.375 + 2.0 / 24.0)).abs() < 1e-12);
        assert!((table.between(start, end) - 4.0).abs() < 1e-12);
    }

    #[test]
    fn work_that_fills_the_day_ends_when_it_closes() {
        let table = nine_to_two();
        let end = table.end_of(1.375, 5.0);
        assert!((end - (1.375 + 5.0 / 24.0)).abs() < 1e-12);
        assert!(table.open_at(end + 1e-9).is_none());
        assert_eq!(table.next_after(end).next().map(|window| window.open), Some(3.375));
        assert_eq!(table.end_of(3.375, 6.0), f64::INFINITY);
    }

    #[test]
    fn bank_holidays_of_four_years() {
        // As published at gov.uk/bank-holidays for England and Wales.
        let known = [
            date(2025, 1, 1),
            date(2025, 4, 18),
            date(2025, 4, 21),
            date(2025, 5, 5),
            date(2025, 5, 26),
            date(2025, 8, 25),
            date(2025, 12, 25),
            date(2025, 12, 26),
            date(2026, 1, 1),
            date(2026, 4, 3),
            date(2026, 4, 6),
            date(2026, 5, 4),
            date(2026, 5, 25),
            date(2026, 8, 31),
            date(2026, 12, 25),
            date(2026, 12, 28),
            date(2027, 1, 1),
            date(2027, 3, 26),
            date(2027, 3, 29),
            date(2027, 5, 3),
            date(2027, 5, 31),
            date(2027, 8, 30),
            date(2027, 12, 27),
            date(2027, 12, 28),
            date(2028, 1, 3),
            date(2028, 4, 14),
            date(2028, 4, 17),
            date(2028, 5, 1),
            date(2028, 5, 29),
            date(2028, 8, 28),
            date(2028, 12, 25),
            date(2028, 12, 26),
        ];
        let mut day = date(2025, 1, 1);
        let mut found = Vec::new();
        while day.year() < 2029 {
            if is_bank_holiday(day) {
                found.push(day);
            }
            day = day.saturating_add(1.day());
        }
        assert_eq!(found, known);
    }
}
