//! What is said of a record.

use jiff::civil::Date;

use super::Ranged;
use super::model::Fitted;
use crate::words::{long, thousands};

/// Days after which a rate carried on from a record is worth a warning; chosen.
const LONG_AGO_DAYS: i32 = 182;

pub(super) const METHOD: &str = "Log-linear quasi-Poisson regression: growth by the day, months by their weights, intervals widened by how much more \
     counts vary than chance (McCullagh and Nelder, Generalized Linear Models, 2nd ed., chapters 6 and 9). Ranges are 95% \
     intervals.";

pub(super) const REASON: &str =
    "Estimated from history: log-linear quasi-Poisson regression, range is the 95% interval";

pub(super) const SEASON_NOT_WORKED_OUT: &str =
    "The season could not be worked out from this record: enter it by hand.";

const TOO_SHORT: &str = "The record is shorter than two years: growth and season cannot be told apart in it, so neither is estimated.";

/// `Own record: 2,210 referrals, 1 January 2024 to 28 December 2025`.
pub(super) fn source(people: u64, first: Date, end: Date) -> String {
    let last = end.yesterday().unwrap_or(end);
    format!("Own record: {} referrals, {} to {}", thousands(people as f64), long(first), long(last))
}

pub(super) fn empty_month(month: usize) -> String {
    format!(
        "No referral of the record is for certain in {}, so the season could not be worked out: enter it by hand.",
        month_name(month)
    )
}

pub(super) fn no_season(chance: f64) -> String {
    format!(
        "No season can be seen: months would differ as much as these do by chance in {:.0} of 100 such records.",
        (chance * 100.0).max(5.0)
    )
}

/// What a record was found to say, before it is put into words.
pub(super) struct Found<'a> {
    pub(super) fitted: &'a Fitted,
    pub(super) growth: Option<Ranged>,
    /// None where weeks differ no more than chance has them.
    pub(super) spread: Option<Ranged>,
    pub(super) start: Date,
    /// The day after the record's last.
    pub(super) end: Date,
    /// What was said on the way.
    pub(super) notes: Vec<String>,
}

pub(super) fn findings(found: Found<'_>) -> Vec<String> {
    let Found { fitted, growth, spread, start, end, notes } = found;
    let rate = fitted.per_week(start);
    let (low, high) = (number(rate.low), number(rate.high));
    let mut said = vec![format!("At the start, {} referrals a week ({low} to {high}).", number(rate.likely))];
    said.push(growth.as_ref().map_or_else(|| TOO_SHORT.to_owned(), growth_words));
    if fitted.shape.season {
        said.push(season_words(fitted));
    }
    said.extend(notes);
    said.push(spread.map_or_else(
        || "Weeks differ no more than chance has them.".to_owned(),
        |spread| {
            let (low, high) = (number(spread.low), number(spread.high));
            let likely = number(spread.likely);
            format!("Weeks differ more than chance allows: the variance is {likely} times the mean ({low} to {high}).")
        },
    ));
    if fitted.shape.growth && (start - end).get_days() > LONG_AGO_DAYS {
        let last = long(end.yesterday().unwrap_or(end));
        said.push(format!(
            "The record ends on {last}; the rate at the start assumes that growth went on as before."
        ));
    }
    said
}

fn growth_words(growth: &Ranged) -> String {
    let range = format!("({} to {}% a year)", number(growth.low), number(growth.high));
    if growth.low <= 0.0 && growth.high >= 0.0 {
        return format!("Growth cannot be told from none {range}.");
    }
    let (verb, by) = if growth.likely > 0.0 { ("grow", growth.likely) } else { ("fall", -growth.likely) };
    format!("Referrals {verb} by {}% a year {range}.", number(by))
}

fn season_words(fitted: &Fitted) -> String {
    let weights: Vec<f64> = (0..12).map(|month| fitted.month(month).likely).collect();
    let extreme = |better: fn(f64, f64) -> bool| {
        (0..12).fold(0, |best, month| if better(weights[month], weights[best]) { month } else { best })
    };
    let (busiest, quietest) = (extreme(|one, other| one > other), extreme(|one, other| one < other));
    format!(
        "Busiest in {} ({:.0}% of the mean), quietest in {} ({:.0}%).",
        month_name(busiest),
        weights[busiest],
        month_name(quietest),
        weights[quietest]
    )
}

/// As many decimals as a reader can use: none from a hundred, one from ten, two below.
fn number(value: f64) -> String {
    match value.abs() {
        size if size >= 99.95 => format!("{value:.0}"),
        size if size >= 9.995 => format!("{value:.1}"),
        _ => format!("{value:.2}"),
    }
}

/// Name of a month, counted from 0 for January.
fn month_name(month: usize) -> String {
    let number = i8::try_from(month % 12 + 1).unwrap_or(1);
    jiff::civil::date(2000, number, 1).strftime("%B").to_string()
}
