//! The log-linear model of a record, fitted by Fisher's scoring.
//!
//! The rate of a day is `exp(level + growth * years + month)`, a period expects the sum over its days. A period across the
//! end of a month belongs to both: the sum is taken day by day, as the engine takes it, and its slope in each coefficient is
//! the mean of the days' slopes, weighted by their rates.

use jiff::ToSpan;
use jiff::civil::Date;
use nalgebra::{DMatrix, DVector};

use super::{HistoryError, PeriodCount, Ranged};

/// Most rounds of scoring; a dozen are usual.
const ROUNDS: usize = 100;

/// Standard error of a coefficient from which on it is not known at all; chosen: a factor of 150 either way. It is that large
/// only where the likeliest value is infinite, or where two coefficients cannot be told apart.
const LARGEST_ERROR: f64 = 5.0;

/// Days in a year of growth, as the engine counts them.
const YEAR_DAYS: f64 = 365.25;

/// What the model has beside a level.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Shape {
    pub(super) growth: bool,
    pub(super) season: bool,
}

impl Shape {
    pub(super) const LEVEL: Self = Self { growth: false, season: false };
    pub(super) const GROWTH: Self = Self { growth: true, season: false };
    pub(super) const SEASON: Self = Self { growth: true, season: true };

    /// Place of the first month's coefficient.
    fn months_from(self) -> usize {
        1 + usize::from(self.growth)
    }

    /// Coefficients: that of December is minus the sum of the other months'.
    fn size(self) -> usize {
        self.months_from() + if self.season { 11 } else { 0 }
    }
}

/// A model fitted to a record.
#[derive(Debug, Clone)]
pub(super) struct Fitted {
    pub(super) shape: Shape,
    coefficients: DVector<f64>,
    /// Covariance of the coefficients if the counts were Poisson's.
    covariance: DMatrix<f64>,
    /// The day from which years are counted, in the middle of the record.
    middle: Date,
    /// Expected count of each period.
    pub(super) expected: Vec<f64>,
    pub(super) deviance: f64,
    pearson: f64,
    /// Variance of the counts divided by their mean, as the intervals take it.
    pub(super) scale: f64,
}

/// A calendar month, from 0, in which nobody was referred for certain: its logarithm is not to be had. Only periods that
/// lie in one month tell. The people of a week across its end may all be of the other month, and where every whole week of
/// a month is empty the likeliest weight of the month is 0 although such weeks are not.
pub(super) fn empty_month(record: &[PeriodCount]) -> Option<usize> {
    let mut people = [0_u64; 12];
    for period in record {
        let last = period.from.saturating_add(i64::from(period.days.saturating_sub(1)).days());
        if period.from.first_of_month() == last.first_of_month() {
            people[month(period.from)] += u64::from(period.count);
        }
    }
    people.iter().position(|people| *people == 0)
}

fn month(date: Date) -> usize {
    date.month() as usize - 1
}

/// Days of one period that are alike: month, years from the middle at their centre, and how many there are.
struct Days {
    years: f64,
    month: usize,
    number: f64,
}

/// The days of a period, those of one month together: within it growth bends by less than a part in ten thousand.
fn days_of(period: &PeriodCount, middle: Date) -> Vec<Days> {
    let mut parts: Vec<Days> = Vec::new();
    for day in 0..period.days {
        let date = period.from.saturating_add(i64::from(day).days());
        let (years, month) = (f64::from((date - middle).get_days()) / YEAR_DAYS, month(date));
        match parts.last_mut() {
            Some(last) if last.month == month => {
                last.years += (years - last.years) / (last.number + 1.0);
                last.number += 1.0;
            }
            _ => parts.push(Days { years, month, number: 1.0 }),
        }
    }
    parts
}

/// The covariates of a day.
fn row(shape: Shape, years: f64, month: usize) -> DVector<f64> {
    let mut row = DVector::zeros(shape.size());
    row[0] = 1.0;
    if shape.growth {
        row[1] = years;
    }
    if shape.season {
        let from = shape.months_from();
        match month {
            11 => row.rows_mut(from, 11).fill(-1.0),
            other => row[from + other] = 1.0,
        }
    }
    row
}

/// Fits a record; its periods are in order.
pub(super) fn fit(record: &[PeriodCount], shape: Shape) -> Result<Fitted, HistoryError> {
    let (first, last) = (record[0], record[record.len() - 1]);
    let middle = first.from.saturating_add(i64::from((last.from - first.from).get_days() / 2).days());
    let periods: Vec<Vec<Days>> = record.iter().map(|period| days_of(period, middle)).collect();
    let people: f64 = record.iter().map(|period| f64::from(period.count)).sum();
    let days: f64 = record.iter().map(|period| f64::from(period.days)).sum();
    let mut coefficients = DVector::zeros(shape.size());
    coefficients[0] = libm::log(people / days);
    let mut last_deviance = f64::INFINITY;
    for _ in 0..ROUNDS {
        let step = scoring(record, &periods, shape, &coefficients);
        if (last_deviance - step.deviance).abs() <= 1e-10 * (1.0 + step.deviance) {
            let covariance = step.information.cholesky().map(|factors| factors.inverse());
            let Some(covariance) = covariance.filter(is_known) else { break };
            let (deviance, pearson, expected) = (step.deviance, step.pearson, step.expected);
            return Ok(Fitted {
                shape,
                coefficients,
                covariance,
                middle,
                expected,
                deviance,
                pearson,
                scale: 1.0,
            });
        }
        last_deviance = step.deviance;
        let Some(change) = step.information.cholesky().map(|factors| factors.solve(&step.score)) else {
            break;
        };
        coefficients += change;
    }
    // No finite values are the likeliest, or the record cannot tell some of them apart.
    Err(HistoryError::NoFit)
}

/// Whether every coefficient has a standard error with which it says anything.
fn is_known(covariance: &DMatrix<f64>) -> bool {
    covariance.diagonal().iter().all(|variance| *variance <= LARGEST_ERROR * LARGEST_ERROR)
}

/// One round: the slope of the likelihood, its curvature and how far off the counts are.
struct Scoring {
    score: DVector<f64>,
    information: DMatrix<f64>,
    expected: Vec<f64>,
    deviance: f64,
    pearson: f64,
}

fn scoring(
    record: &[PeriodCount],
    periods: &[Vec<Days>],
    shape: Shape,
    coefficients: &DVector<f64>,
) -> Scoring {
    let size = shape.size();
    let mut round = Scoring {
        score: DVector::zeros(size),
        information: DMatrix::zeros(size, size),
        expected: Vec::with_capacity(record.len()),
        deviance: 0.0,
        pearson: 0.0,
    };
    for (period, days) in record.iter().zip(periods) {
        let (mut mean, mut slope) = (0.0, DVector::zeros(size));
        for part in days {
            let row = row(shape, part.years, part.month);
            let expected = part.number * libm::exp(coefficients.dot(&row));
            mean += expected;
            slope += row * expected;
        }
        let (count, slope) = (f64::from(period.count), slope / mean);
        round.score += &slope * (count - mean);
        round.information += &slope * slope.transpose() * mean;
        let log = if count > 0.0 { count * libm::log(count / mean) } else { 0.0 };
        round.deviance += 2.0 * (log - (count - mean));
        round.pearson += (count - mean) * (count - mean) / mean;
        round.expected.push(mean);
    }
    round
}

impl Fitted {
    /// The same model with intervals for counts that vary this many times as much as Poisson's.
    pub(super) fn scaled_by(self, scale: f64) -> Self {
        Self { scale, ..self }
    }

    /// Periods less coefficients.
    pub(super) fn degrees(&self) -> f64 {
        self.expected.len().saturating_sub(self.shape.size()).max(1) as f64
    }

    /// Variance divided by mean, by Pearson's statistic.
    pub(super) fn dispersion(&self) -> f64 {
        self.pearson / self.degrees()
    }

    /// The interval of a combination of coefficients.
    fn of(&self, log: f64, weights: &DVector<f64>) -> Ranged {
        let variance = (weights.transpose() * &self.covariance * weights)[0] * self.scale;
        Ranged::of_log(log, variance.max(0.0).sqrt(), self.degrees())
    }

    /// Referrals a week on a day, the year's season evened out: the mean over the twelve months, each counting alike, as in
    /// a document.
    pub(super) fn per_week(&self, on: Date) -> Ranged {
        let years = f64::from((on - self.middle).get_days()) / YEAR_DAYS;
        let level = row(Shape { season: false, ..self.shape }, years, 0);
        let mut weights = DVector::zeros(self.shape.size());
        weights.rows_mut(0, level.len()).copy_from(&level);
        let (mean, slope) = self.mean_month();
        let log = self.coefficients.dot(&weights) + libm::log(7.0 * mean);
        self.of(log, &(weights + slope))
    }

    /// The factor by which referrals grow in a year.
    pub(super) fn growth(&self) -> Ranged {
        let mut weights = DVector::zeros(self.shape.size());
        weights[1] = 1.0;
        self.of(self.coefficients[1], &weights)
    }

    /// The weight of a month, from 0; the mean of all twelve is 100.
    pub(super) fn month(&self, month: usize) -> Ranged {
        let (mean, slope) = self.mean_month();
        let own = self.month_row(month);
        let log = self.coefficients.dot(&own) + libm::log(100.0 / mean);
        self.of(log, &(own - slope))
    }

    /// The covariates of a month alone.
    fn month_row(&self, month: usize) -> DVector<f64> {
        let mut own = row(self.shape, 0.0, month);
        own[0] = 0.0;
        own
    }

    /// The mean factor of the months, and the slope of its logarithm in the coefficients.
    fn mean_month(&self) -> (f64, DVector<f64>) {
        let mut slope = DVector::zeros(self.shape.size());
        if !self.shape.season {
            return (1.0, slope);
        }
        let mut total = 0.0;
        for month in 0..12 {
            let own = self.month_row(month);
            let factor = libm::exp(self.coefficients.dot(&own));
            total += factor;
            slope += own * factor;
        }
        (total / 12.0, slope / total)
    }
}
