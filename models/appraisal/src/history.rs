//! What a record of past referrals says about demand: how many, how they grow, by season, and how much weeks differ.
//!
//! The record is counts of weeks or months. Their expectation is that of the engine (`models/simulation`): a rate a week at
//! the start date, growth compounded day by day, and a weight for each calendar month. It is fitted by quasi-likelihood: the
//! estimates are those of a Poisson log-linear model, the intervals are widened by how much more the counts vary than Poisson
//! counts would. That variance divided by the mean is itself the figure which the engine's busy and quiet weeks are drawn by.
//!
//! Growth and season cannot be told apart in less than two years, so both are left out of shorter records; a season is
//! kept only where the months differ more than chance would have them (an F test at 5%) and the record is enough to work
//! all twelve out. A year on end without anybody is refused: it is far more often one date with a wrong year than a service
//! that nobody was referred to.
//!
//! # Source
//! P. McCullagh and J. A. Nelder, *Generalized Linear Models*, 2nd ed. (1989): log-linear models, chapter 6; over-dispersion
//! and its estimate from Pearson's statistic, sections 4.5 and 6.2; quasi-likelihood, chapter 9. The degrees of freedom of the
//! dispersion are made fewer by the kurtosis of negative binomial counts (own derivation, beside the code; its coverage is
//! tested).

mod model;
mod wording;

use jiff::ToSpan;
use jiff::civil::Date;
use pathloom_service::{Confidence, Estimate, Evidence, EvidenceLabel};
use serde::Serialize;
use statrs::distribution::{
    ChiSquared, ContinuousCDF, DiscreteCDF, FisherSnedecor, NegativeBinomial, Poisson,
};

use crate::statistics::{Interval, students_t, to_four_figures};
use model::{Fitted, Shape};

/// Share of records whose intervals hold the true value.
const CONFIDENCE: f64 = 0.95;

/// Days of a record in which growth and season can be told apart: two years, less the weeks lost at its ends.
const TWO_YEARS_DAYS: i32 = 716;

/// Fewest periods with which anything is said; chosen: two months of weeks.
const FEWEST_PERIODS: usize = 8;

/// Most periods that are read; chosen: fifty years of weeks.
const MOST_PERIODS: usize = 2_700;

/// Days on end without anybody that are not believed; chosen: a year of whole weeks.
const LONG_GAP_DAYS: u32 = 364;

/// Fewest periods from which a season is worked out; chosen: two for each month.
const FEWEST_OF_SEASON: usize = 24;

/// Chance of months differing so much by chance alone above which a season is left out.
const SEASON_LEVEL: f64 = 0.05;

/// How many were referred in some days.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct PeriodCount {
    /// The first day.
    pub from: Date,
    /// How many days.
    pub days: u32,
    /// People referred.
    pub count: u32,
}

/// What a record says about demand.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct HistoryFit {
    /// Referrals at the start date [people a week], with their 95% interval.
    pub per_week: Estimate,
    /// Growth [% a year]; none: the record is too short.
    pub growth_percent_per_year: Option<Estimate>,
    /// Weight of each month, January first; their mean is 100. Empty: too short, or no season to be seen.
    pub month_profile: Vec<Estimate>,
    /// Variance of the weekly number divided by its mean; none: weeks differ no more than chance has them.
    pub variance_to_mean: Option<Estimate>,
    /// What was found, sentence by sentence.
    pub findings: Vec<String>,
    /// How it was found, in one sentence with its source.
    pub method: String,
    /// The record beside the fit, period by period.
    pub course: Vec<FittedPeriod>,
}

/// One period of the record beside what the fit makes of it.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct FittedPeriod {
    /// The first day.
    pub from: Date,
    /// How many days.
    pub days: u32,
    /// People referred.
    pub count: u32,
    /// Expected.
    pub expected: f64,
    /// A twentieth of such periods have fewer than this.
    pub p5: f64,
    /// A quarter has fewer.
    pub p25: f64,
    /// A quarter has more.
    pub p75: f64,
    /// A twentieth has more.
    pub p95: f64,
}

/// Why a record says nothing.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum HistoryError {
    /// Too few periods.
    #[error(
        "the record has {periods} whole weeks or months; {FEWEST_PERIODS} are the fewest from which anything follows"
    )]
    TooShort {
        /// How many there are.
        periods: usize,
    },
    /// Too many.
    #[error("the record has {periods} weeks or months, more than {MOST_PERIODS}")]
    TooLong {
        /// How many there are.
        periods: usize,
    },
    /// Nobody was referred.
    #[error("the record has no referrals")]
    Empty,
    /// A period without days, or beyond the calendar.
    #[error("a period of the record has no days")]
    NoDays,
    /// A year or more without anybody.
    #[error("nobody was referred for {weeks} weeks on end: is a date before or after them wrong?")]
    LongGap {
        /// How many.
        weeks: u32,
    },
    /// No growth or season goes with the record.
    #[error("the record is too uneven for a growth or season to be worked out")]
    NoFit,
}

/// Dates of single referrals as counts of whole weeks, Monday to Sunday. The weeks of the first and of the last referral
/// are left out: where the record begins and ends in them is not known.
pub fn whole_weeks(dates: &[Date]) -> Vec<PeriodCount> {
    let (Some(first), Some(last)) = (dates.iter().min(), dates.iter().max()) else { return Vec::new() };
    let monday = |date: Date| date.saturating_sub(i64::from(date.weekday().to_monday_zero_offset()).days());
    let (begin, end) = (monday(*first).saturating_add(7.days()), monday(*last));
    let weeks = ((end - begin).get_days() / 7).max(0) as usize;
    let mut counts = vec![0_u32; weeks];
    for date in dates {
        let days = (*date - begin).get_days();
        if let Some(count) = usize::try_from(days.div_euclid(7)).ok().and_then(|week| counts.get_mut(week)) {
            *count += 1;
        }
    }
    (0_i64..)
        .zip(counts)
        .map(|(week, count)| PeriodCount { from: begin.saturating_add((week * 7).days()), days: 7, count })
        .collect()
}

/// Fits a record.
///
/// # Parameters
/// - `record` weeks or months in any order, gaps allowed: what is missing counts as unknown, not as nought
/// - `start_date` the day whose rate is wanted, the start of the simulation
/// # Errors
/// [`HistoryError`].
/// # Guarantees
/// Intervals hold the true figures of records made with the same model about as often as they say; `tests` has the counts.
pub fn fit_history(record: &[PeriodCount], start_date: Date) -> Result<HistoryFit, HistoryError> {
    let mut record = record.to_vec();
    record.sort_by_key(|period| period.from);
    refuse(&record)?;
    let (first, last) = (record[0], record[record.len() - 1]);
    let end = last.from.saturating_add(i64::from(last.days).days());
    let is_long = (end - first.from).get_days() >= TWO_YEARS_DAYS;
    let mut notes = Vec::new();
    let fitted = if is_long { shaped(&record, &mut notes)? } else { model::fit(&record, Shape::LEVEL)? };
    let dispersion = fitted.dispersion();
    let range = dispersion_range(&fitted);
    // Counts that vary less than Poisson's by chance are no reason for narrower intervals.
    let widened = fitted.scaled_by(dispersion.max(1.0));
    let evidence = evidence(&record, end);
    let figure = |value: Ranged| value.estimate(&evidence);
    let growth = widened.shape.growth.then(|| percent(widened.growth()));
    let is_spread = range.low > 1.0;
    let spread = Ranged { low: range.low.max(1.0), likely: dispersion, high: range.high };
    Ok(HistoryFit {
        findings: wording::findings(wording::Found {
            fitted: &widened,
            growth,
            spread: is_spread.then_some(spread),
            start: start_date,
            end,
            notes,
        }),
        per_week: figure(widened.per_week(start_date)),
        growth_percent_per_year: growth.map(figure),
        month_profile: if widened.shape.season {
            (0..12).map(|month| figure(widened.month(month))).collect()
        } else {
            Vec::new()
        },
        variance_to_mean: is_spread.then(|| figure(spread)),
        method: wording::METHOD.to_owned(),
        course: course(&record, &widened),
    })
}

fn refuse(record: &[PeriodCount]) -> Result<(), HistoryError> {
    let periods = record.len();
    if periods < FEWEST_PERIODS {
        return Err(HistoryError::TooShort { periods });
    }
    if periods > MOST_PERIODS {
        return Err(HistoryError::TooLong { periods });
    }
    if record.iter().any(|period| period.days == 0 || period.days > 400) {
        return Err(HistoryError::NoDays);
    }
    if record.iter().all(|period| period.count == 0) {
        return Err(HistoryError::Empty);
    }
    let empty = longest_empty(record);
    if empty >= LONG_GAP_DAYS {
        return Err(HistoryError::LongGap { weeks: empty / 7 });
    }
    Ok(())
}

/// Most days of periods one after the other in which nobody was referred; the record is in order.
fn longest_empty(record: &[PeriodCount]) -> u32 {
    let runs = record.split(|period| period.count > 0);
    runs.map(|run| run.iter().map(|period| period.days).sum()).max().unwrap_or_default()
}

/// Growth, and a season where there is one to be seen.
fn shaped(record: &[PeriodCount], notes: &mut Vec<String>) -> Result<Fitted, HistoryError> {
    let plain = model::fit(record, Shape::GROWTH)?;
    if let Some(month) = model::empty_month(record) {
        notes.push(wording::empty_month(month));
        return Ok(plain);
    }
    // Every month may be there and yet not tell: too few of them, or each in one year alone, so that growth does as well.
    let enough = record.len() >= FEWEST_OF_SEASON;
    let Some(seasonal) = enough.then(|| model::fit(record, Shape::SEASON).ok()).flatten() else {
        notes.push(wording::SEASON_NOT_WORKED_OUT.to_owned());
        return Ok(plain);
    };
    let (more, left) = (11.0, seasonal.degrees());
    let ratio = (plain.deviance - seasonal.deviance) / more / seasonal.dispersion();
    let chance = FisherSnedecor::new(more, left).map_or(1.0, |f| f.sf(ratio.max(0.0)));
    if chance < SEASON_LEVEL {
        return Ok(seasonal);
    }
    notes.push(wording::no_season(chance));
    Ok(plain)
}

/// The 95% interval of the variance divided by the mean.
///
/// Pearson's statistic divided by the dispersion would have the chi-squared distribution if the residuals were normal. The
/// square of a standardised residual has variance 2 + k where k is the excess kurtosis, `(6 (v - 1) + 1/v) / mean` for a
/// negative binomial count with variance v times its mean; the degrees of freedom are made fewer in that proportion.
fn dispersion_range(fitted: &Fitted) -> Interval {
    let v = fitted.dispersion().max(1.0);
    let excess = fitted.expected.iter().map(|mean| (6.0 * (v - 1.0) + 1.0 / v) / mean).sum::<f64>()
        / fitted.expected.len() as f64;
    let degrees = fitted.degrees() * 2.0 / (2.0 + excess);
    let Ok(chi_squared) = ChiSquared::new(degrees) else { return Interval { low: 0.0, high: f64::INFINITY } };
    let at = |share: f64| fitted.dispersion() * degrees / chi_squared.inverse_cdf(share);
    Interval { low: at(0.5 + CONFIDENCE / 2.0), high: at(0.5 - CONFIDENCE / 2.0) }
}

/// A figure with its interval.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Ranged {
    low: f64,
    likely: f64,
    high: f64,
}

impl Ranged {
    /// From a logarithm and its standard error.
    fn of_log(log: f64, error: f64, degrees: f64) -> Self {
        let half = students_t(degrees.max(1.0) as usize, CONFIDENCE) * error;
        Self { low: libm::exp(log - half), likely: libm::exp(log), high: libm::exp(log + half) }
    }

    fn estimate(self, evidence: &Evidence) -> Estimate {
        Estimate {
            likely: to_four_figures(self.likely),
            range: Some((to_four_figures(self.low), to_four_figures(self.high))),
            evidence: Some(evidence.clone()),
        }
    }
}

/// A factor a year as percent.
fn percent(factor: Ranged) -> Ranged {
    let of = |value: f64| (value - 1.0) * 100.0;
    Ranged { low: of(factor.low), likely: of(factor.likely), high: of(factor.high) }
}

fn evidence(record: &[PeriodCount], end: Date) -> Evidence {
    let total: u64 = record.iter().map(|period| u64::from(period.count)).sum();
    Evidence {
        label: EvidenceLabel::Measured,
        source: wording::source(total, record[0].from, end),
        date: Some(end),
        owner: None,
        confidence: Some(Confidence::Medium),
        reason: Some(wording::REASON.to_owned()),
    }
}

/// The record beside the fit.
fn course(record: &[PeriodCount], fitted: &Fitted) -> Vec<FittedPeriod> {
    let of = |(period, expected): (&PeriodCount, &f64)| {
        let at = |share: f64| quantile(*expected, fitted.scale, share);
        FittedPeriod {
            from: period.from,
            days: period.days,
            count: period.count,
            expected: *expected,
            p5: at(0.05),
            p25: at(0.25),
            p75: at(0.75),
            p95: at(0.95),
        }
    };
    record.iter().zip(&fitted.expected).map(of).collect()
}

/// The number that a share of counts with this mean do not exceed: negative binomial, or Poisson where that is all.
fn quantile(mean: f64, variance_to_mean: f64, share: f64) -> f64 {
    if variance_to_mean < 1.000_1 {
        return Poisson::new(mean).map_or(mean, |poisson| poisson.inverse_cdf(share) as f64);
    }
    let (size, success) = (mean / (variance_to_mean - 1.0), 1.0 / variance_to_mean);
    NegativeBinomial::new(size, success).map_or(mean, |counts| counts.inverse_cdf(share) as f64)
}

#[cfg(test)]
mod tests;
