//! Uncertain inputs: drawn once for each replication.

use pathloom_service::{Estimate, Figures, Scenario, Trail};

use crate::sample::{Sampler, pert};
use crate::stream::{Purpose, Stream, id_key, replication_key};

/// The figures of a scenario that have a range, in the order of the document.
#[derive(Debug, Clone)]
pub struct UncertainInputs {
    inputs: Vec<(String, Sampler)>,
}

impl UncertainInputs {
    /// Those of a scenario.
    pub fn of(scenario: &Scenario) -> Self {
        let mut inputs = Vec::new();
        scenario.clone().walk(&mut Trail::default(), &mut |trail, figure| {
            if let Some(sampler) = sampler(figure) {
                inputs.push((trail.path(), sampler));
            }
        });
        Self { inputs }
    }

    /// Their places.
    pub fn places(&self) -> impl Iterator<Item = &str> {
        self.inputs.iter().map(|(place, _)| place.as_str())
    }

    /// The values that they have in one replication of a run that does not hold them, in the order of the places.
    pub fn values(&self, seed: u64, replication: u32) -> Vec<f64> {
        let key = replication_key(seed, replication);
        self.inputs.iter().map(|(place, sampler)| one(key, place, sampler)).collect()
    }
}

/// Whether any figure of a scenario has a range.
pub(crate) fn any_uncertain(scenario: &Scenario) -> bool {
    let mut found = false;
    scenario.clone().walk(&mut Trail::default(), &mut |trail, figure| {
        let money = trail.segments().first().is_some_and(|part| part == "economics");
        found |= figure.is_uncertain() && !money;
    });
    found
}

/// The scenario of one replication: every figure with a range replaced by a draw from its PERT distribution.
///
/// A draw is keyed by the figure's place, so two options that share a figure share its value.
pub(crate) fn draw(scenario: &Scenario, seed: u64, replication: u32) -> Scenario {
    let mut drawn = scenario.clone();
    let key = replication_key(seed, replication);
    drawn.walk(&mut Trail::default(), &mut |trail, figure| {
        if let Some(sampler) = sampler(figure) {
            *figure = Estimate::exactly(one(key, &trail.path(), &sampler));
        }
    });
    drawn
}

/// What an uncertain figure is drawn from.
fn sampler(figure: &Estimate) -> Option<Sampler> {
    let (low, high) = figure.range.filter(|_| figure.is_uncertain())?;
    Some(pert(low, figure.likely, high, 1.0))
}

fn one(replication: u64, place: &str, sampler: &Sampler) -> f64 {
    sampler.draw(&mut Stream::new(replication, id_key(place), Purpose::Input, 0))
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::AtomicBool;

    use pathloom_service::samples;

    use super::*;
    use crate::outcomes::{HorizonMeasure, Replication, Scope};
    use crate::run::{RunSettings, run, run_varied};

    #[test]
    fn the_values_told_are_those_that_are_simulated() {
        let project = samples::everything();
        let scenario = project.scenario(&project.options[0]).expect("the option is whole");
        let inputs = UncertainInputs::of(&scenario);
        assert!(inputs.places().count() > 0 && any_uncertain(&scenario), "the full sample has a range");
        for replication in 0..5 {
            let mut drawn = Vec::new();
            draw(&scenario, 7, replication).walk(&mut Trail::default(), &mut |trail, figure| {
                if inputs.places().any(|place| place == trail.path()) {
                    drawn.push(figure.likely);
                }
            });
            assert_eq!(inputs.values(7, replication), drawn);
        }
    }

    #[test]
    fn each_replication_may_have_figures_of_its_own() {
        let project = samples::small();
        let scenario = project.scenario(&project.options[0]).expect("the option is whole");
        let settings = RunSettings { replications: 5..9, ..RunSettings::default() };
        let cancel = AtomicBool::new(false);
        let varied = |vary: &(dyn Fn(u32, &mut Scenario) + Sync), threads| {
            let settings = RunSettings { threads, ..settings.clone() };
            run_varied(&scenario, &settings, vary, &cancel, &mut |_| {}).expect("it can be simulated")
        };
        let whole = run(&scenario, &settings, &cancel, &mut |_| {}).expect("it can be simulated");
        // Where there was nobody to measure there is no number, which equals nothing: bits are compared.
        let bits = |one: &Replication| -> (Vec<u32>, Vec<u64>) {
            (
                one.weekly.iter().map(|value| value.to_bits()).collect(),
                one.horizon.iter().map(|value| value.to_bits()).collect(),
            )
        };
        let same = |one: &Replication, other: &Replication| bits(one) == bits(other);
        let untouched = varied(&|_, _| {}, 1);
        let pairs = untouched.replications.iter().zip(&whole.replications);
        assert!(
            pairs.clone().count() == 4 && pairs.clone().all(|(one, other)| same(one, other)),
            "nothing varied"
        );
        let none_in_odd = |number: u32, scenario: &mut Scenario| {
            scenario.walk(&mut Trail::default(), &mut |trail, figure| {
                if number % 2 == 1 && trail.path().ends_with("/perWeek") {
                    *figure = Estimate::exactly(0.0);
                }
            });
        };
        let found = varied(&none_in_odd, 3);
        let referrals = found.horizon(HorizonMeasure::Referrals, &Scope::Service).expect("it is measured");
        assert_eq!(
            referrals.iter().map(|people| *people == 0.0).collect::<Vec<_>>(),
            [true, false, true, false]
        );
        assert!(same(&found.replications[1], &whole.replications[1]), "even ones are as they were");
    }
}
