//! What a mix costs in a year.

use pathloom_service::{Scenario, Work};

/// Days of a year.
const DAYS_PER_YEAR: f64 = 365.25;

/// Yearly cost of all posts filled and all places occupied `[£ a year]`.
///
/// Posts are counted as they are at the start; dated changes come on top of whatever varies and are the same for every
/// mix. Places count as occupied the whole year, so that a mix is never made to look cheaper than it may become.
pub fn yearly_cost(scenario: &Scenario) -> f64 {
    let posts: f64 =
        scenario.mix.posts.iter().map(|posts| posts.wte.likely * cost_of_wte(scenario, &posts.role)).sum();
    let places: f64 = scenario
        .design
        .steps
        .iter()
        .map(|step| match &step.work {
            Work::Places(places) => places.places.likely * places.cost_pounds_per_day.likely * DAYS_PER_YEAR,
            _ => 0.0,
        })
        .sum();
    posts + places
}

/// Yearly cost of one more of what a place counts `[£ a year]`; 0 for what has no price of its own.
pub(super) fn of_one(scenario: &Scenario, place: &str) -> f64 {
    match place.split('/').collect::<Vec<_>>()[..] {
        ["mix", "posts", role, "wte"] => cost_of_wte(scenario, role),
        ["design", "steps", id, "work", "places"] => {
            match scenario.design.steps.iter().find(|step| step.id == id).map(|step| &step.work) {
                Some(Work::Places(places)) => places.cost_pounds_per_day.likely * DAYS_PER_YEAR,
                _ => 0.0,
            }
        }
        _ => 0.0,
    }
}

fn cost_of_wte(scenario: &Scenario, role: &str) -> f64 {
    scenario.roles.iter().find(|one| one.id == role).map_or(0.0, |role| role.cost_pounds_per_year.likely)
}

#[cfg(test)]
mod tests {
    use super::*;
    use pathloom_service::samples;

    #[test]
    fn posts_cost_their_wte() {
        let project = samples::small();
        let scenario = project.scenario(&project.options[1]).expect("it is whole");
        assert_eq!(yearly_cost(&scenario), 1.5 * 54_000.0);
        assert_eq!(of_one(&scenario, "mix/posts/therapist/wte"), 54_000.0);
        assert_eq!(of_one(&scenario, "design/steps/referrals/work/perWeek"), 0.0);
    }
}
