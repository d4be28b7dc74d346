//! What a mix costs in a year.

use pathloom_service::{Scenario, Work};

/// Days of a year.
const DAYS_PER_YEAR: f64 = 365.25;

/// Yearly cost of all posts filled and all places occupied `[£ a year]`.
///
/// Posts count with their dated changes, as the mean of the weeks after the warm-up. Places count as occupied the whole
/// year, so that a mix is never made to look cheaper than it may become.
pub fn yearly_cost(scenario: &Scenario) -> f64 {
    let first = scenario.warm_up_weeks as usize;
    let weeks = first..first + scenario.horizon_weeks as usize;
    let posts: f64 = scenario
        .mix
        .posts
        .iter()
        .map(|posts| posts.mean_wte(weeks.clone()) * cost_of_wte(scenario, &posts.role))
        .sum();
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
    use pathloom_service::{PostChange, samples};

    #[test]
    fn posts_cost_their_wte() {
        let project = samples::small();
        let scenario = project.scenario(&project.options[1]).expect("it is whole");
        assert_eq!(yearly_cost(&scenario), 1.5 * 54_000.0);
        assert_eq!(of_one(&scenario, "mix/posts/therapist/wte"), 54_000.0);
        assert_eq!(of_one(&scenario, "design/steps/referrals/work/perWeek"), 0.0);
    }
    #[test]
    fn posts_that_come_later_cost_from_then_on() {
        let project = samples::small();
        let mut scenario = project.scenario(&project.options[0]).expect("it is whole");
        // Of 104 weeks, half with one post more, and a quarter with one fewer than that.
        let change = |from_week, wte: f64| PostChange { from_week, until_week: None, wte: wte.into() };
        scenario.mix.posts[0].changes = vec![change(52, 1.0), change(78, -1.0)];
        assert_eq!(yearly_cost(&scenario), 1.25 * 54_000.0);
        // The warm-up is not counted.
        (scenario.warm_up_weeks, scenario.horizon_weeks) = (52, 52);
        assert_eq!(yearly_cost(&scenario), 1.5 * 54_000.0);
    }
}
