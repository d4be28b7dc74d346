//! Numbers, dates and lists as a British reader writes them; the same rules as the window's.

use jiff::civil::Date;

use crate::figure::Unit;

/// What stands where a figure is missing.
pub(crate) const UNKNOWN: &str = "not known";
/// A true minus sign, as wide as the plus.
const MINUS: char = '−';

/// A figure with its unit: `47 weeks`, `1 person`, `92%`, `£466,000`, `8.7 WTE`.
pub(crate) fn said(value: Option<f64>, unit: Unit) -> String {
    let text = bare(value, unit);
    if value.is_none_or(|value| !value.is_finite()) {
        return text;
    }
    let one = text == "1";
    match unit {
        Unit::People => format!("{text} {}", if one { "person" } else { "people" }),
        Unit::Weeks => format!("{text} {}", if one { "week" } else { "weeks" }),
        Unit::Hours => format!("{text} {}", if one { "hour" } else { "hours" }),
        Unit::Wte => format!("{text} WTE"),
        Unit::Percent | Unit::Share | Unit::Pounds | Unit::Count | Unit::Plain => text,
    }
}

/// A figure without its unit; percentages and pounds keep their signs.
pub(crate) fn bare(value: Option<f64>, unit: Unit) -> String {
    let Some(value) = value.filter(|value| value.is_finite()) else { return UNKNOWN.to_owned() };
    match unit {
        Unit::People | Unit::Count => decimals(value, 0),
        Unit::Weeks => decimals(value, usize::from(value.abs() < 9.95)),
        Unit::Hours => decimals(value, usize::from(value.abs() < 99.95)),
        Unit::Percent => percent(value),
        Unit::Share => percent(value * 100.0),
        Unit::Pounds => pounds(value),
        Unit::Wte => {
            decimals(value, if (value * 10.0 - (value * 10.0).round()).abs() < 1e-6 { 1 } else { 2 })
        }
        Unit::Plain => typed(value),
    }
}

/// A difference with its sign: `+47`, `−159`, `0`.
pub(crate) fn signed(value: Option<f64>, unit: Unit) -> String {
    let text = match unit {
        // A difference between percentages is counted in points, not in percent.
        Unit::Percent | Unit::Share => {
            let points = if unit == Unit::Share { value.map(|value| value * 100.0) } else { value };
            format!("{} points", bare(points, Unit::Count))
        }
        _ => bare(value, unit),
    };
    match value {
        Some(value) if value > 0.0 && text.chars().any(|letter| ('1'..='9').contains(&letter)) => {
            format!("+{text}")
        }
        _ => text,
    }
}

/// A share as a frequency that people read better than a percentage: `9 in 10`, `7 in 20`, `all`, `none`.
///
/// In tens or twenties where that is exact to a percentage point, in hundreds otherwise; certainty is claimed only
/// when every simulated future agreed.
pub(crate) fn frequency(share: Option<f64>) -> String {
    let Some(share) = share.filter(|share| share.is_finite()) else { return UNKNOWN.to_owned() };
    if share <= 0.0 {
        return "none".to_owned();
    }
    if share >= 1.0 {
        return "all".to_owned();
    }
    let percent = (share * 100.0).round() as u32;
    match percent {
        0 => "fewer than 1 in 100".to_owned(),
        100 => "more than 99 in 100".to_owned(),
        _ if percent.is_multiple_of(10) => format!("{} in 10", percent / 10),
        _ if percent.is_multiple_of(5) => format!("{} in 20", percent / 5),
        _ => format!("{percent} in 100"),
    }
}

/// A percentage that is 0% or 100% only when it is.
fn percent(value: f64) -> String {
    match value {
        _ if value > 0.0 && value < 0.5 => "under 1%".to_owned(),
        _ if (99.5..100.0).contains(&value) => "over 99%".to_owned(),
        _ => format!("{}%", decimals(value.round(), 0)),
    }
}

/// Pounds: exact below ten thousand, to the nearest hundred above.
fn pounds(value: f64) -> String {
    let step = if value.abs() < 10_000.0 { 1.0 } else { 100.0 };
    let text = decimals((value / step).round() * step, 0);
    match text.strip_prefix(MINUS) {
        Some(size) => format!("{MINUS}£{size}"),
        None => format!("£{text}"),
    }
}

/// A figure as it was typed: at most four decimals, none that say nothing.
pub(crate) fn typed(value: f64) -> String {
    let text = decimals(value, 4);
    if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.').to_owned() } else { text }
}

/// A number with thousands separated and so many decimals; nought has no sign.
pub(crate) fn decimals(value: f64, places: usize) -> String {
    let plain = format!("{:.places$}", value.abs());
    let (whole, rest) = plain.split_once('.').unwrap_or((&plain, ""));
    let mut text = String::new();
    if value < 0.0 && plain.bytes().any(|digit| (b'1'..=b'9').contains(&digit)) {
        text.push(MINUS);
    }
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    if !rest.is_empty() {
        text.push('.');
        text.push_str(rest);
    }
    text
}

/// `4 January 2027`.
pub(crate) fn date(date: Date) -> String {
    date.strftime("%-d %B %Y").to_string()
}

/// `Jan 2027`.
pub(crate) fn month_short(date: Date) -> String {
    date.strftime("%b %Y").to_string()
}

/// The day after so many weeks.
pub(crate) fn week_date(start: Date, week: u32) -> Date {
    let span = jiff::Span::new().try_days(i64::from(week) * 7);
    span.and_then(|span| start.checked_add(span)).unwrap_or(start)
}

/// `a`, `a and b`, `a, b and c`.
pub(crate) fn list<S: AsRef<str>>(parts: &[S]) -> String {
    match parts {
        [] => String::new(),
        [one] => one.as_ref().to_owned(),
        [most @ .., last] => {
            let most: Vec<&str> = most.iter().map(AsRef::as_ref).collect();
            format!("{} and {}", most.join(", "), last.as_ref())
        }
    }
}

/// The first letter large.
pub(crate) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_read_as_people_say_them() {
        let cases = [
            (said(Some(47.3), Unit::Weeks), "47 weeks"),
            (said(Some(1.0), Unit::People), "1 person"),
            (said(Some(4.25), Unit::Weeks), "4.2 weeks"),
            (said(Some(1_760.4), Unit::People), "1,760 people"),
            (said(Some(465_876.0), Unit::Pounds), "£465,900"),
            (said(Some(-940.4), Unit::Pounds), "−£940"),
            (said(Some(8.7), Unit::Wte), "8.7 WTE"),
            (said(Some(3.55), Unit::Wte), "3.55 WTE"),
            (said(None, Unit::Weeks), "not known"),
            (said(Some(f64::NAN), Unit::People), "not known"),
            (bare(Some(0.997), Unit::Share), "over 99%"),
            (bare(Some(99.95), Unit::Percent), "over 99%"),
            (bare(Some(0.32), Unit::Percent), "under 1%"),
            (bare(Some(0.5), Unit::Percent), "1%"),
            (bare(Some(0.0), Unit::Percent), "0%"),
            (bare(Some(100.0), Unit::Percent), "100%"),
            (bare(Some(103.4), Unit::Percent), "103%"),
            (bare(Some(-0.2), Unit::People), "0"),
            (bare(Some(0.25), Unit::Plain), "0.25"),
            (bare(Some(20_000.0), Unit::Plain), "20,000"),
            (signed(Some(12.0), Unit::Weeks), "+12"),
            (signed(Some(-12.0), Unit::Weeks), "−12"),
            (signed(Some(0.2), Unit::People), "0"),
            (signed(Some(21.2), Unit::Percent), "+21 points"),
            (frequency(Some(0.9)), "9 in 10"),
            (frequency(Some(0.35)), "7 in 20"),
            (frequency(Some(0.93)), "93 in 100"),
            (frequency(Some(0.999)), "more than 99 in 100"),
            (frequency(Some(1.0)), "all"),
            (list(&["a", "b", "c"]), "a, b and c"),
        ];
        for (said, expected) in cases {
            assert_eq!(said, expected);
        }
    }

    #[test]
    fn weeks_end_on_dates() {
        let start = Date::constant(2026, 1, 5);
        assert_eq!(date(week_date(start, 52)), "4 January 2027");
        assert_eq!(month_short(start), "Jan 2026");
    }
}
