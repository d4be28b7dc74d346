//! What vacancies and turnover do to the wait: the same option with every post filled and nobody leaving.
//!
//! The counterfactual shares everything else with the option, random numbers included, so the difference between the two
//! is what empty posts, leaving, recruiting and learning the job cost, and nothing else.

use pathloom_service::{Estimate, Scenario};

/// The option with every post filled from the start and nobody leaving; none when that is so already.
///
/// Its id and label say what it is, so that both can stand in one comparison.
pub fn with_every_post_filled(scenario: &Scenario) -> Option<Scenario> {
    let mut filled = scenario.clone();
    let mut changed = false;
    for role in &mut filled.roles {
        let is_needed = filled.mix.posts.iter().any(|posts| posts.role == role.id);
        let Some(turnover) = role.turnover.as_mut().filter(|_| is_needed) else { continue };
        changed |= is_positive(&turnover.vacant_percent) || is_positive(&turnover.leavers_percent_per_year);
        turnover.vacant_percent = Estimate::exactly(0.0);
        turnover.leavers_percent_per_year = Estimate::exactly(0.0);
    }
    filled.option_id = format!("{}-posts-filled", scenario.option_id);
    filled.option_name = format!("{}, every post filled", scenario.option_name);
    changed.then_some(filled)
}

fn is_positive(figure: &Estimate) -> bool {
    figure.range.map_or(figure.likely, |(_, high)| high) > 0.0
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::AtomicBool;

    use pathloom_service::{Distribution, Project, Turnover, samples};
    use pathloom_simulation::{HorizonMeasure, RunSettings, Scope, run};

    fn small(turnover: Option<Turnover>) -> Scenario {
        let mut project: Project = samples::small();
        project.roles[0].turnover = turnover;
        project.scenario(&project.options[0]).expect("a scenario")
    }

    fn turnover(vacant_percent: f64) -> Turnover {
        Turnover {
            vacant_percent: vacant_percent.into(),
            leavers_percent_per_year: 0.0.into(),
            weeks_to_recruit: Distribution::fixed(10_000.0),
            weeks_to_full_productivity: 0.0.into(),
        }
    }

    #[test]
    fn without_vacancies_there_is_nothing_to_fill() {
        assert_eq!(with_every_post_filled(&small(None)), None);
        assert_eq!(with_every_post_filled(&small(Some(turnover(0.0)))), None);
    }

    #[test]
    fn a_role_that_nobody_fills_changes_nothing() {
        let mut scenario = small(Some(turnover(50.0)));
        scenario.mix.posts.clear();
        assert_eq!(with_every_post_filled(&scenario), None);
    }

    /// A post that is never filled has no hours; the counterfactual has all of them.
    #[test]
    fn every_hour_of_a_post_that_was_empty_comes_back() {
        let empty = small(Some(turnover(100.0)));
        let filled = with_every_post_filled(&empty).expect("a post is empty");
        let hours = |scenario: &Scenario| {
            let settings = RunSettings { replications: 0..2, threads: 1, ..RunSettings::default() };
            let outcomes = run(scenario, &settings, &AtomicBool::new(false), &mut |_| {}).expect("it runs");
            let role = Scope::Role(scenario.roles[0].id.clone());
            outcomes.horizon_band(HorizonMeasure::HoursAvailable, &role).map_or(f64::NAN, |band| band.mean)
        };
        assert_eq!(hours(&empty), 0.0);
        assert_eq!(hours(&filled), hours(&small(None)), "as if there were no turnover at all");
        assert_eq!(filled.option_name, format!("{}, every post filled", empty.option_name));
    }
}
