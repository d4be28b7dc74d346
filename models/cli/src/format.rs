//! Numbers and dates as people read them: as many digits as mean something, thousands separated, units named.

use jiff::civil::Date;
use jiff::{Span, ToSpan};
use pathloom_simulation::Band;

/// Shown where there was nothing to measure.
pub(crate) const NOTHING: &str = "–";

/// What a number counts, which decides its unit and rounding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unit {
    /// People.
    People,
    /// Weeks.
    Weeks,
    /// Percent.
    Percent,
}

/// A number with few digits: whole from 10 up (4 leading digits from 10,000 up), one decimal below.
pub(crate) fn number(value: f64) -> String {
    if !value.is_finite() {
        return NOTHING.to_owned();
    }
    let size = value.abs();
    if size >= 9.95 {
        let mut step = 1.0;
        while size / step >= 9_999.5 {
            step *= 10.0;
        }
        return with_thousands((value / step).round() * step);
    }
    let text = format!("{value:.1}");
    let text = text.strip_suffix(".0").unwrap_or(&text);
    if text == "-0" { "0".to_owned() } else { text.to_owned() }
}

/// A number whose last digits matter however small it is: a half-width beside its mean.
pub(crate) fn fine_number(value: f64) -> String {
    if value.is_finite() && value.abs() < 0.095 && value != 0.0 {
        return if value.abs() < 0.005 { "under 0.01".to_owned() } else { format!("{value:.2}") };
    }
    number(value)
}

fn with_thousands(whole: f64) -> String {
    let digits = format!("{:.0}", whole.abs());
    let mut text = String::with_capacity(digits.len() + digits.len() / 3 + 1);
    if whole < 0.0 {
        text.push('-');
    }
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// A share `[%]` that is not all or nothing is never shown as 0% or 100%.
pub(crate) fn percent(value: f64) -> String {
    match value {
        _ if !value.is_finite() => NOTHING.to_owned(),
        _ if value > 0.0 && value < 0.05 => "under 0.1%".to_owned(),
        _ if (99.95..100.0).contains(&value) => "over 99.9%".to_owned(),
        _ if (0.05..0.95).contains(&value) || (99.05..99.95).contains(&value) => format!("{value:.1}%"),
        // Adding 0 turns -0 into 0.
        _ => format!("{:.0}%", value + 0.0),
    }
}

/// A number with its unit: `47 weeks`, `1 week`, `92%`, `949`.
pub(crate) fn quantity(value: f64, unit: Unit) -> String {
    match unit {
        Unit::Percent => percent(value),
        Unit::People => number(value),
        Unit::Weeks => weeks(&number(value)),
    }
}

fn weeks(number: &str) -> String {
    match number {
        NOTHING => NOTHING.to_owned(),
        "1" => "1 week".to_owned(),
        _ => format!("{number} weeks"),
    }
}

/// The mean of a band with its unit; with the half-width of its 95% interval when `interval` is wanted.
pub(crate) fn mean(band: &Band, unit: Unit, interval: Intervals) -> String {
    let half_width = band.mean_interval_half_width;
    if interval == Intervals::Hidden || !half_width.is_finite() {
        return quantity(band.mean, unit);
    }
    match unit {
        Unit::Percent => format!("{} ± {}%", percent(band.mean), fine_number(half_width)),
        Unit::People => format!("{} ± {}", number(band.mean), fine_number(half_width)),
        Unit::Weeks => weeks(&format!("{} ± {}", number(band.mean), fine_number(half_width))),
    }
}

/// The 5th to 95th percentile in brackets; empty where nothing was measured.
pub(crate) fn spread(band: &Band, unit: Unit) -> String {
    if !band.p5.is_finite() {
        return String::new();
    }
    match unit {
        Unit::Percent => format!("({} to {})", percent(band.p5), percent(band.p95)),
        Unit::People | Unit::Weeks => format!("({} to {})", number(band.p5), number(band.p95)),
    }
}

/// Whether the 95% intervals of means are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Intervals {
    /// `949 ± 5`.
    Shown,
    /// `949`.
    Hidden,
}

impl From<bool> for Intervals {
    fn from(asked: bool) -> Self {
        if asked { Self::Shown } else { Self::Hidden }
    }
}

/// `1 replication`, `300 replications`.
pub(crate) fn counted(number: usize, one: &str, many: &str) -> String {
    format!("{} {}", with_thousands(number as f64), if number == 1 { one } else { many })
}

/// The date on which a week ends; week 0 is the start. None past the end of the calendar.
pub(crate) fn date_of_week(start: Date, week: usize) -> Option<Date> {
    start.checked_add(span_of_days(i64::try_from(week).ok()?.checked_mul(7)?)?).ok()
}

/// The date of a day counted from the start. None past the end of the calendar.
pub(crate) fn date_of_day(start: Date, day: f64) -> Option<Date> {
    start.checked_add(span_of_days(day.floor() as i64)?).ok()
}

fn span_of_days(days: i64) -> Option<Span> {
    0.days().try_days(days).ok()
}

/// `3 May 2027`.
pub(crate) fn date(date: Option<Date>) -> String {
    date.map_or_else(|| NOTHING.to_owned(), |date| date.strftime("%-d %B %Y").to_string())
}

/// `3 May 2027`, months shortened.
pub(crate) fn short_date(date: Option<Date>) -> String {
    date.map_or_else(|| NOTHING.to_owned(), |date| date.strftime("%-d %b %Y").to_string())
}

/// `Monday 3 May 2027`.
pub(crate) fn weekday_and_date(date: Option<Date>) -> String {
    date.map_or_else(|| NOTHING.to_owned(), |date| date.strftime("%A %-d %B %Y").to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_keep_the_digits_that_mean_something() {
        let cases = [
            (949.4, "949"),
            (1_051.0, "1,051"),
            (1_104_532.0, "1,105,000"),
            (12_345.0, "12,350"),
            (9_999.6, "10,000"),
            (9.96, "10"),
            (9.94, "9.9"),
            (0.04, "0"),
            (-0.01, "0"),
            (-12.4, "-12"),
            (2.0, "2"),
            (f64::NAN, NOTHING),
        ];
        for (value, text) in cases {
            assert_eq!(number(value), text, "{value}");
        }
    }

    #[test]
    fn shares_are_all_or_nothing_only_when_they_are() {
        let cases = [
            (0.0, "0%"),
            (-0.0, "0%"),
            (0.01, "under 0.1%"),
            (0.2, "0.2%"),
            (0.96, "1%"),
            (97.2, "97%"),
            (99.04, "99%"),
            (99.7, "99.7%"),
            (99.96, "over 99.9%"),
            (100.0, "100%"),
        ];
        for (value, text) in cases {
            assert_eq!(percent(value), text, "{value}");
        }
    }

    #[test]
    fn bands_carry_their_unit() {
        let band = Band::of((42..=52).map(f64::from).collect());
        assert_eq!(mean(&band, Unit::Weeks, Intervals::Hidden), "47 weeks");
        assert_eq!(mean(&band, Unit::Weeks, Intervals::Shown), "47 ± 2.2 weeks");
        assert_eq!(spread(&band, Unit::Weeks), "(43 to 52)");
        assert_eq!(quantity(1.0, Unit::Weeks), "1 week");
        assert_eq!(spread(&Band::of(vec![]), Unit::Weeks), "");
    }

    #[test]
    fn weeks_have_dates() {
        let start = jiff::civil::date(2026, 5, 4);
        assert_eq!(weekday_and_date(date_of_week(start, 52)), "Monday 3 May 2027");
        assert_eq!(date(date_of_day(start, 1.99)), "5 May 2026");
        assert_eq!(date_of_week(start, usize::MAX), None);
    }
}
