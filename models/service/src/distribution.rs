//! How long things take and how many there are: the distributions a design may use.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::estimate::Estimate;
use crate::figures::figures;
use crate::tagged::tagged;

/// A non-negative random quantity; its unit is part of the name of the field that holds it.
///
/// Means and standard deviations are those of the quantity itself (not of its logarithm).
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum Distribution {
    /// Always the same.
    Fixed(Fixed),
    /// Exponential: many short, a few long.
    Exponential(Mean),
    /// Any value between two, equally likely.
    Uniform(Between),
    /// Low, most likely, high, straight lines between.
    Triangular(LowLikelyHigh),
    /// Low, most likely, high, smooth: the PERT curve.
    Pert(LowLikelyHigh),
    /// Normal, negative values taken as `atLeast`.
    Normal(Spread),
    /// Lognormal: the usual shape of durations.
    Lognormal(Spread),
    /// Gamma (an Erlang when mean²/sd² is whole).
    Gamma(Spread),
    /// Weibull, by shape and mean.
    Weibull(ShapeMean),
    /// One of several distributions, by weight (a hyperexponential is a mixture of two exponentials).
    Mixture(Mixture),
    /// Values counted locally, each equally likely.
    Counted(Counted),
}

tagged!(Distribution {
    "fixed" => Fixed(Fixed), "exponential" => Exponential(Mean), "uniform" => Uniform(Between),
    "triangular" => Triangular(LowLikelyHigh), "pert" => Pert(LowLikelyHigh), "normal" => Normal(Spread),
    "lognormal" => Lognormal(Spread), "gamma" => Gamma(Spread), "weibull" => Weibull(ShapeMean),
    "mixture" => Mixture(Mixture), "counted" => Counted(Counted),
});

/// A single value.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Fixed {
    /// The value.
    pub value: Estimate,
}

/// A distribution given by its mean alone.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Mean {
    /// Mean.
    pub mean: Estimate,
}

/// Two ends.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Between {
    /// Lowest value.
    pub low: Estimate,
    /// Highest value.
    pub high: Estimate,
}

/// Three points.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LowLikelyHigh {
    /// Lowest value.
    pub low: Estimate,
    /// Most likely value (the mode).
    pub likely: Estimate,
    /// Highest value.
    pub high: Estimate,
}

/// Mean and standard deviation, optionally held between two limits.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Spread {
    /// Mean, before any limit.
    pub mean: Estimate,
    /// Standard deviation, before any limit.
    pub sd: Estimate,
    /// Smaller values are taken as this one.
    #[serde(default)]
    pub at_least: Option<Estimate>,
    /// Larger values are taken as this one (a six-week limit on a stay).
    #[serde(default)]
    pub at_most: Option<Estimate>,
}

/// Shape and mean.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ShapeMean {
    /// Shape: 1 is exponential, above 1 less spread.
    pub shape: Estimate,
    /// Mean.
    pub mean: Estimate,
}

/// Several distributions, one of which applies to each person.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Mixture {
    /// The parts and their weights.
    pub parts: Vec<MixturePart>,
}

/// One part of a mixture.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MixturePart {
    /// Share of people this part applies to `[%]`.
    pub percent: Estimate,
    /// Their distribution.
    pub of: Distribution,
}

/// Values counted locally.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Counted {
    /// The values, each as likely as another.
    pub values: Vec<f64>,
}

/// A whole number: contacts for one person, sessions of a course.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum Count {
    /// Always the same number.
    Fixed(Fixed),
    /// Any whole number between two, equally likely.
    Range(Between),
    /// Goes on with the same probability after each one: geometric with this mean before the limit, at most so many.
    Geometric(Geometric),
    /// The share of people with 1, 2, 3 … of them.
    Shares(Shares),
}

tagged!(Count { "fixed" => Fixed(Fixed), "range" => Range(Between), "geometric" => Geometric(Geometric), "shares" => Shares(Shares) });

/// A geometric number, cut at a limit.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Geometric {
    /// Mean number before the limit (at least 1).
    pub mean: Estimate,
    /// Nobody has more than this.
    pub at_most: Estimate,
}

/// The share of people with 1, 2, 3 … of something.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Shares {
    /// Share with exactly one, two, three … `[%]`; adds to 100.
    pub percents: Vec<Estimate>,
}

impl Distribution {
    /// The same value for everybody.
    pub fn fixed(value: f64) -> Self {
        Self::Fixed(Fixed { value: value.into() })
    }

    /// Exponential with this mean.
    pub fn exponential(mean: f64) -> Self {
        Self::Exponential(Mean { mean: mean.into() })
    }

    /// Lognormal with this mean and standard deviation.
    pub fn lognormal(mean: f64, sd: f64) -> Self {
        Self::Lognormal(Spread { mean: mean.into(), sd: sd.into(), at_least: None, at_most: None })
    }
}

impl Default for Distribution {
    fn default() -> Self {
        Self::fixed(0.0)
    }
}

impl Count {
    /// The same number for everybody.
    pub fn fixed(value: u32) -> Self {
        Self::Fixed(Fixed { value: f64::from(value).into() })
    }
}

impl Default for Count {
    fn default() -> Self {
        Self::fixed(1)
    }
}

figures!(struct Fixed { value });
figures!(struct Mean { mean });
figures!(struct Between { low, high });
figures!(struct LowLikelyHigh { low, likely, high });
figures!(struct Spread { mean, sd, at_least, at_most });
figures!(struct ShapeMean { shape, mean });
figures!(struct Mixture { parts });
figures!(struct MixturePart { percent, of });
figures!(
    struct Counted {}
);
figures!(struct Geometric { mean, at_most });
figures!(struct Shares { percents });
figures!(
    enum Distribution {
        Fixed,
        Exponential,
        Uniform,
        Triangular,
        Pert,
        Normal,
        Lognormal,
        Gamma,
        Weibull,
        Mixture,
        Counted,
    }
);
figures!(
    enum Count {
        Fixed,
        Range,
        Geometric,
        Shares,
    }
);
