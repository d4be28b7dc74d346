//! Which figures of an option can be fitted, with limits to begin from.

use pathloom_service::Scenario;
use pathloom_service::check::figure_rule;
use serde::Serialize;

use crate::drivers::{Input, varied};

/// How far limits lie from a figure without a range `[%]`; chosen: wide enough for a guess, and a guess is what it is.
const GUESS_PERCENT: f64 = 50.0;

/// A figure that can be fitted.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct FitChoice {
    /// Its place in the scenario.
    pub place: String,
    /// In words.
    pub words: String,
    /// Unit of its values; empty where the words say what is counted.
    pub unit: String,
    /// What it is thought to be.
    pub now: f64,
    /// Limits to begin from: its range, otherwise half and one and a half times the figure.
    pub low: f64,
    /// The upper one.
    pub high: f64,
    /// Lowest value that its field allows.
    pub least: f64,
    /// Highest value that its field allows.
    pub most: f64,
}

/// Every figure that can be fitted, in the order of the document.
///
/// Money is left out: it changes no list size. So are figures of 0 without a range, of which there is nothing to begin from.
pub fn choices(scenario: &Scenario) -> Vec<FitChoice> {
    let choice = |input: Input| {
        let (least, most) =
            figure_rule(&input.place).map_or((f64::MIN, f64::MAX), |rule| (rule.low, rule.high));
        let Input { place, words, unit, low, likely, high, .. } = input;
        FitChoice { place, words, unit, now: likely, low, high, least, most }
    };
    varied(scenario, GUESS_PERCENT).into_iter().filter(|input| !is_money(&input.place)).map(choice).collect()
}

/// Whether a figure is counted in money or in what money is held against.
fn is_money(place: &str) -> bool {
    let field = place.rsplit('/').next().unwrap_or_default();
    field.contains("Pounds") || field == "qualityAdjustedLifeYears"
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fit::FitQuestion;
    use crate::fit::Unknown;
    use pathloom_service::samples;

    #[test]
    fn every_choice_can_be_asked_as_it_is_and_money_is_none() {
        let project = samples::everything();
        let scenario = project.scenario(&project.options[0]).expect("a scenario");
        let found = choices(&scenario);
        assert!(found.len() > 20, "{}", found.len());
        for choice in &found {
            assert!(!choice.place.contains("Pounds"), "{}", choice.place);
            let unknown = Unknown { place: choice.place.clone(), low: choice.low, high: choice.high };
            assert_eq!(FitQuestion::new(vec![unknown]).check(&scenario), Ok(()), "{}", choice.place);
            assert!((choice.low..=choice.high).contains(&choice.now), "{}", choice.place);
        }
    }
}
