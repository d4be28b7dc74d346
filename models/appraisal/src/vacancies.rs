//! What vacancies and turnover do to the wait: the same option with every post filled and nobody leaving.
//!
//! The counterfactual shares everything else with the option, random numbers included, so the difference between the two
//! is what empty posts, leaving, recruiting and learning the job cost, and nothing else.

use pathloom_service::{Estimate, Id, Role, Scenario};
use serde::Serialize;

/// A role of which posts are vacant, or people leave.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct RoleTurnover {
    /// Id of the role.
    pub role: Id,
    /// Its label.
    pub name: String,
    /// Posts at the start, as is likely `[WTE]`.
    pub wte: f64,
    /// Vacant at the start, as is likely `[%]`.
    pub vacant_percent: f64,
    /// The same in posts `[WTE]`.
    pub vacant_wte: f64,
    /// Of the posts that are filled, those whose holders leave in a year, as is likely `[%]`.
    pub leavers_percent_per_year: f64,
}

/// The roles with posts in an option of which some are vacant, or people leave, in the order of the document.
pub fn with_turnover(scenario: &Scenario) -> Vec<RoleTurnover> {
    let told = |role: &Role| {
        let turnover = role.turnover.as_ref()?;
        let posts = scenario.mix.posts.iter().find(|posts| posts.role == role.id)?;
        let is_felt =
            is_positive(&turnover.vacant_percent) || is_positive(&turnover.leavers_percent_per_year);
        let (wte, vacant_percent) = (posts.wte.likely, turnover.vacant_percent.likely);
        is_felt.then(|| RoleTurnover {
            role: role.id.clone(),
            name: role.name.clone(),
            wte,
            vacant_percent,
            vacant_wte: wte * vacant_percent / 100.0,
            leavers_percent_per_year: turnover.leavers_percent_per_year.likely,
        })
    };
    scenario.roles.iter().filter_map(told).collect()
}

/// The option with every post filled from the start and nobody leaving; none when that is so already.
///
/// Its id and label say what it is, so that both can stand in one comparison.
pub fn with_every_post_filled(scenario: &Scenario) -> Option<Scenario> {
    if with_turnover(scenario).is_empty() {
        return None;
    }
    let mut filled = scenario.clone();
    for turnover in filled.roles.iter_mut().filter_map(|role| role.turnover.as_mut()) {
        turnover.vacant_percent = Estimate::exactly(0.0);
        turnover.leavers_percent_per_year = Estimate::exactly(0.0);
    }
    filled.option_id = format!("{}-posts-filled", scenario.option_id);
    filled.option_name = format!("{}, every post filled", scenario.option_name);
    Some(filled)
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
    fn the_roles_say_how_much_of_them_is_empty() {
        let mut scenario = small(Some(turnover(25.0)));
        scenario.mix.posts[0].wte = 6.0.into();
        let told = with_turnover(&scenario);
        assert_eq!(told.len(), 1);
        assert_eq!((told[0].wte, told[0].vacant_wte, told[0].leavers_percent_per_year), (6.0, 1.5, 0.0));
        assert_eq!(told[0].name, scenario.roles[0].name);
        assert!(with_turnover(&small(Some(turnover(0.0)))).is_empty());
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
