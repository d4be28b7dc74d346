//! A number of the report that knows what it is and where it comes from.

use serde::Serialize;

use crate::words;

/// What a figure counts, and with it how it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Unit {
    /// People.
    People,
    /// Weeks.
    Weeks,
    /// Percent, as 0 to 100.
    Percent,
    /// A share of simulated futures, from 0 to 1, written as a percentage.
    Share,
    /// Pounds.
    Pounds,
    /// Whole-time equivalents.
    Wte,
    /// Hours.
    Hours,
    /// A plain count: replications, weeks of a horizon, items of a list.
    Count,
    /// Anything else, written as it was typed.
    Plain,
}

/// A number of the report.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Figure {
    /// The value; none where there was nobody to measure.
    pub value: Option<f64>,
    /// What it counts.
    pub unit: Unit,
    /// As it is written, in every format.
    pub text: String,
    /// Where it stands in the results or the document: `options/tiered/weekly/longestWait/p50/52`.
    pub place: String,
}

impl Figure {
    /// A figure with its unit, for sentences: "47 weeks".
    pub(crate) fn said(value: Option<f64>, unit: Unit, place: impl Into<String>) -> Self {
        Self { value, unit, text: words::said(value, unit), place: place.into() }
    }

    /// A figure without its unit, for columns and the ends of ranges: "47".
    pub(crate) fn bare(value: Option<f64>, unit: Unit, place: impl Into<String>) -> Self {
        Self { value, unit, text: words::bare(value, unit), place: place.into() }
    }

    /// The same figure with its sign, for differences: "+47".
    pub(crate) fn signed(value: Option<f64>, unit: Unit, place: impl Into<String>) -> Self {
        Self { value, unit, text: words::signed(value, unit), place: place.into() }
    }

    /// The size of a figure without its sign, where the sentence says which way: "47 weeks lower".
    pub(crate) fn size(self) -> Self {
        Self { text: words::said(self.value.map(f64::abs), self.unit), ..self }
    }

    /// A share as a frequency: "9 in 10".
    pub(crate) fn frequency(value: Option<f64>, place: impl Into<String>) -> Self {
        Self { value, unit: Unit::Share, text: words::frequency(value), place: place.into() }
    }
}
