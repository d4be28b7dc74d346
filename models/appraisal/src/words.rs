//! Numbers and days as they stand in a sentence: as many digits as mean something, thousands separated, units named.

use jiff::civil::Date;

/// A number with its unit: `47 weeks`, `1 week`, `92%`, `£466,000`, `949 people`.
pub(crate) fn quantity(value: f64, unit: &str) -> String {
    match unit {
        "£" => pounds(value),
        "%" => format!("{}%", number(value)),
        "weeks" if number(value) == "1" => "1 week".to_owned(),
        "people" if number(value) == "1" => "1 person".to_owned(),
        "" => number(value),
        _ => format!("{} {unit}", number(value)),
    }
}

/// A number with few digits: whole from 10 up, one decimal below, two below 0.1.
pub(crate) fn number(value: f64) -> String {
    let size = value.abs();
    let text = if size >= 9.95 {
        thousands(value)
    } else if size >= 0.095 || size == 0.0 {
        format!("{value:.1}")
    } else {
        format!("{value:.2}")
    };
    let text =
        if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.').to_owned() } else { text };
    if text == "-0" { "0".to_owned() } else { text }
}

/// A figure as it was typed: at most four decimals, none that say nothing.
pub(crate) fn typed(value: f64) -> String {
    if value.abs() >= 1_000.0 {
        return thousands(value);
    }
    let text = format!("{value:.4}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// Money: to the pound below £1,000, to three leading digits above.
pub(crate) fn pounds(value: f64) -> String {
    let mut step = 1.0;
    while value.abs() / step >= 999.5 {
        step *= 10.0;
    }
    let text = thousands((value / step).round() * step);
    match text.strip_prefix('-') {
        Some(size) => format!("-£{size}"),
        None => format!("£{text}"),
    }
}

/// A share `[1]` as a percentage that is 0% or 100% only when it is.
pub(crate) fn percent(share: f64) -> String {
    let value = share * 100.0;
    match value {
        _ if !value.is_finite() => "–".to_owned(),
        _ if value > 0.0 && value < 0.5 => "under 1%".to_owned(),
        _ if value > 99.5 && value < 100.0 => "over 99%".to_owned(),
        _ => format!("{value:.0}%"),
    }
}

/// `6 April 2026`.
pub(crate) fn long(date: Date) -> String {
    date.strftime("%-d %B %Y").to_string()
}

/// A whole number: `1,051`.
pub(crate) fn thousands(value: f64) -> String {
    let digits = format!("{:.0}", value.abs());
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    if value < 0.0 && digits != "0" { format!("-{text}") } else { text }
}

/// `a`, `a and b`, `a, b and c`.
pub(crate) fn list(parts: &[String]) -> String {
    match parts {
        [] => String::new(),
        [one] => one.clone(),
        [most @ .., last] => format!("{} and {last}", most.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_read_as_people_say_them() {
        let cases = [
            (quantity(1.0, "weeks"), "1 week"),
            (quantity(47.3, "weeks"), "47 weeks"),
            (quantity(1_051.2, "people"), "1,051 people"),
            (quantity(0.04, "weeks"), "0.04 weeks"),
            (quantity(-12.2, "%"), "-12%"),
            (quantity(465_876.0, "£"), "£466,000"),
            (quantity(-940.0, "£"), "-£940"),
            (number(2.0), "2"),
            (number(-0.04), "-0.04"),
            (typed(0.25), "0.25"),
            (typed(20_000.0), "20,000"),
            (percent(0.001), "under 1%"),
            (percent(0.999), "over 99%"),
            (percent(1.0), "100%"),
            (list(&["a".to_owned(), "b".to_owned(), "c".to_owned()]), "a, b and c"),
        ];
        for (said, expected) in cases {
            assert_eq!(said, expected);
        }
    }
}
