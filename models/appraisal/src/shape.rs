//! Which shape measured times have: the distributions of the document fitted to a column of values and ranked.
//!
//! A service measures what it can: minutes of its contacts, weeks between them, days of stay. Here five shapes that a
//! document can hold are fitted to such a column by maximum likelihood, put in order by how well they explain it for the
//! figures they need (AICc), and each is told apart from the column or not by a test that knows it was fitted to it.
//! Nothing of the column is kept but the figures of the shape that is chosen, with where they come from.
//!
//! # What is fitted, and what is not
//! Exponential, gamma, Weibull, lognormal and normal. Not uniform, triangular and PERT: their ends are the smallest and the
//! largest value there can be, likelihoods of such shapes are not comparable with the others by AICc (its derivation needs a
//! range that does not depend on the figures), and they are meant for what people judge, not for what they measured. A normal
//! shape is left out where it would have one value in 200 below nought, which the engine would turn into nought.
//!
//! # Rounding
//! People write 45 for what took 43 or 47. Where at least two thirds of the values are multiples of a round step that is not
//! small beside their spread, each value stands for everything that rounds to it: likelihoods are those of grouped data, and
//! the samples of the test are rounded in the same way. Nought, negative values and what is no number are for the reader to
//! refuse; what is shorter than half a step is taken to have been written as one step, since nobody writes 0 for what took place.
//!
//! # Source
//! Ranking: C. M. Hurvich and C.-L. Tsai, "Regression and time series model selection in small samples", Biometrika 76 (1989);
//! K. P. Burnham and D. R. Anderson, *Model Selection and Multimodel Inference*, 2nd ed. (2002), section 2.6: shapes within 2 are
//! not told apart. Grouped data: D. F. Heitjan, "Inference from grouped continuous data: a review", Statistical Science 4 (1989).
//! Test: the statistic of Anderson and Darling, for grouped data that of V. Choulakian, R. A. Lockhart and M. A. Stephens,
//! "Cramér-von Mises statistics for discrete distributions", Canadian Journal of Statistics 22 (1994); its chance by parametric
//! bootstrap, W. Stute, W. González Manteiga and M. Presedo Quindimil, "Bootstrap based goodness-of-fit-tests", Metrika 40
//! (1993), stopped as soon as it is clear, J. Besag and P. Clifford, "Sequential Monte Carlo p-values", Biometrika 78 (1991).

mod column;
mod family;
mod goodness;
mod likelihood;
mod picture;
mod simplex;
mod wording;

use pathloom_service::{Confidence, Distribution, Estimate, Evidence, EvidenceLabel};
use serde::Serialize;

use crate::statistics::to_four_figures;
use column::Column;
use family::Family;
use likelihood::Fitted;

/// Fewest values from which a shape is told; chosen.
const FEWEST_VALUES: usize = 20;

/// Most values that are read; chosen.
const MOST_VALUES: usize = 50_000;

/// Shapes whose AICc is this little above the best are not told apart from it (Burnham and Anderson).
const EVEN: f64 = 2.0;

/// Chance below which a shape is told apart from the column.
const LEVEL: f64 = 0.05;

/// A departure that is there but never larger than this share of people hardly matters; chosen.
const SMALL_GAP: f64 = 0.05;

/// Share of a normal shape below nought above which it is left out; chosen.
const BELOW_NOUGHT: f64 = 0.005;

/// What a column holds.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ShapeQuestion {
    /// What was measured, as in "time with the person".
    pub what: String,
    /// Its unit, as in "min"; empty: not said.
    pub unit: String,
}

/// The shapes of a column, best first.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct ShapeFits {
    /// Values.
    pub values: u32,
    /// Their mean.
    pub mean: f64,
    /// Their standard deviation.
    pub sd: f64,
    /// The step they were taken as rounded to; none: too small to matter.
    pub rounded_to: Option<f64>,
    /// The column as bars of equal width.
    pub bars: Vec<ShapeBar>,
    /// Shapes, the best first.
    pub fits: Vec<ShapeFit>,
    /// What was found, sentence by sentence.
    pub findings: Vec<String>,
    /// How it was found, with its sources.
    pub method: String,
}

/// One bar of the column.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct ShapeBar {
    /// Where it begins.
    pub from: f64,
    /// Where it ends.
    pub to: f64,
    /// Values in it.
    pub count: u32,
}

/// A figure against another.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct ShapePoint {
    /// Along.
    pub x: f64,
    /// Up.
    pub y: f64,
}

/// A share of the values beside the same share of the shape.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct ShapeQuantile {
    /// Share at or below `[%]`.
    pub percent: f64,
    /// The value of the column that it is at.
    pub measured: f64,
    /// The value of the shape.
    pub fitted: f64,
}

/// How a shape stands up to the column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub enum ShapeStanding {
    /// No departure to be seen.
    Well,
    /// A departure is to be seen, but a small one everywhere.
    Nearly,
    /// A departure that matters.
    Poorly,
}

/// One shape fitted to the column.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct ShapeFit {
    /// Ready for the document: figures with their 95% intervals and their evidence.
    pub distribution: Distribution,
    /// "gamma".
    pub name: String,
    /// How much its AICc is above that of the best.
    pub behind: f64,
    /// Whether it is not told apart from the best by that.
    pub is_even: bool,
    /// Chance that samples of this very shape differ from it as much as the column does.
    pub chance: f64,
    /// Largest difference between the shares of column and shape up to any value `[%]`.
    pub largest_gap_percent: f64,
    /// What follows from both.
    pub standing: ShapeStanding,
    /// The same in words.
    pub words: String,
    /// Shares of column and shape.
    pub quantiles: Vec<ShapeQuantile>,
    /// Values expected in a bar around each place, to be drawn over the bars.
    pub curve: Vec<ShapePoint>,
    /// Quantiles of the column (up) against those of the shape (along).
    pub against: Vec<ShapePoint>,
}

/// Why no shape is told.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum ShapeError {
    /// Too few values.
    #[error("there are {values} values; {FEWEST_VALUES} are the fewest from which a shape can be told")]
    TooFew {
        /// How many there are.
        values: usize,
    },
    /// Too many.
    #[error("there are {values} values, more than {MOST_VALUES}")]
    TooMany {
        /// How many there are.
        values: usize,
    },
    /// Nought, negative, or no number.
    #[error("{value} is not a value above 0")]
    NotAboveNought {
        /// The value.
        value: f64,
    },
    /// Every value is the same, or they are of two kinds alone.
    #[error(
        "the values are {kinds} different {numbers} only: no shape can be told. Take the same for everybody, or shares of people"
    )]
    TooAlike {
        /// How many different values there are.
        kinds: usize,
        /// "number" or "numbers".
        numbers: &'static str,
    },
}

/// Fits the shapes to a column.
///
/// # Parameters
/// - `values` above 0, in any order
/// # Errors
/// [`ShapeError`].
/// # Guarantees
/// The same values in any order give the same answer: the test's samples are drawn from a fixed seed. Intervals hold the true
/// figures of columns made with the same shape about as often as they say, and a true shape is told apart from its column about
/// as seldom as the level says; `tests` has the counts.
pub fn fit_shapes(values: &[f64], question: &ShapeQuestion) -> Result<ShapeFits, ShapeError> {
    let column = opened(values)?;
    let (mut fitted, mut notes) = (Vec::new(), Vec::new());
    for family in Family::ALL {
        let fit = likelihood::fit(&column, family);
        if family == Family::Normal && fit.law.cdf(0.0) > BELOW_NOUGHT {
            notes.push(wording::normal_left_out(fit.law.cdf(0.0)));
        } else {
            fitted.push(fit);
        }
    }
    fitted.sort_by(|one, other| one.aicc.total_cmp(&other.aicc));
    let best = fitted.first().map_or(f64::NAN, |fit| fit.aicc);
    let fits: Vec<ShapeFit> = fitted.iter().map(|fit| judged(&column, fit, best, question)).collect();
    Ok(ShapeFits {
        values: column.len() as u32,
        mean: column.mean(),
        sd: column.sd(),
        rounded_to: column.rounded_to(),
        bars: picture::bars(&column),
        findings: wording::findings(&column, &fits, question, notes),
        fits,
        method: wording::METHOD.to_owned(),
    })
}

fn opened(values: &[f64]) -> Result<Column, ShapeError> {
    if let Some(value) = values.iter().find(|value| !(**value > 0.0 && value.is_finite())) {
        return Err(ShapeError::NotAboveNought { value: *value });
    }
    match values.len() {
        few if few < FEWEST_VALUES => return Err(ShapeError::TooFew { values: few }),
        many if many > MOST_VALUES => return Err(ShapeError::TooMany { values: many }),
        _ => {}
    }
    let column = Column::new(values);
    match column.kinds() {
        kinds @ 0..=2 => {
            Err(ShapeError::TooAlike { kinds, numbers: if kinds == 1 { "number" } else { "numbers" } })
        }
        _ => Ok(column),
    }
}

fn judged(column: &Column, fit: &Fitted, best: f64, question: &ShapeQuestion) -> ShapeFit {
    let gap = goodness::largest_gap(column, &fit.law);
    let chance = goodness::chance(column, fit);
    let standing = match chance >= LEVEL {
        true => ShapeStanding::Well,
        false if gap <= SMALL_GAP => ShapeStanding::Nearly,
        false => ShapeStanding::Poorly,
    };
    let behind = fit.aicc - best;
    ShapeFit {
        distribution: distribution(fit, &evidence(column, fit, chance, question)),
        name: fit.law.family.name().to_owned(),
        behind: (behind * 100.0).round() / 100.0,
        is_even: behind <= EVEN,
        chance,
        largest_gap_percent: (gap * 1_000.0).round() / 10.0,
        standing,
        words: wording::standing(standing, chance, gap),
        quantiles: picture::quantiles(column, &fit.law),
        curve: picture::curve(column, &fit.law),
        against: picture::against(column, &fit.law),
    }
}

/// The shape as the document holds it.
fn distribution(fit: &Fitted, evidence: &Evidence) -> Distribution {
    use pathloom_service::{Mean, ShapeMean, Spread};
    let figure = |at: usize| {
        let (likely, range) = (fit.figures[at], fit.ranges.map(|ranges| ranges[at]));
        Estimate {
            likely: to_four_figures(likely),
            range: range.map(|(low, high)| (to_four_figures(low), to_four_figures(high))),
            evidence: Some(evidence.clone()),
        }
    };
    let spread = || Spread { mean: figure(0), sd: figure(1), at_least: None, at_most: None };
    match fit.law.family {
        Family::Exponential => Distribution::Exponential(Mean { mean: figure(0) }),
        Family::Gamma => Distribution::Gamma(spread()),
        Family::Lognormal => Distribution::Lognormal(spread()),
        Family::Normal => Distribution::Normal(spread()),
        Family::Weibull => Distribution::Weibull(ShapeMean { shape: figure(1), mean: figure(0) }),
    }
}

fn evidence(column: &Column, fit: &Fitted, chance: f64, question: &ShapeQuestion) -> Evidence {
    Evidence {
        label: EvidenceLabel::Measured,
        source: wording::source(column, question),
        date: None,
        owner: None,
        confidence: Some(Confidence::Medium),
        reason: Some(wording::reason(fit.law.family, column, chance)),
    }
}

#[cfg(test)]
mod tests;
