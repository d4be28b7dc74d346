//! What the posts of an option cost, by role and by year of the horizon.
//!
//! This is the establishment: posts as the staffing mix has them with their dated changes, whether they are filled or
//! not. The simulated cost of the results counts posts while they are filled, places and outcomes. A year is 52 weeks from
//! the end of the warm-up; a last part of a year counts for its weeks.
//!
//! # Source
//! HM Treasury, *The Green Book*: costs of a year are discounted at 3.5%, the first year not at all. The rate and the convention are
//! from memory and to be checked against the current edition; they are shown with every figure that uses them.

use pathloom_service::{Posts, Role, Scenario};

/// Weeks of a year of costs.
pub(crate) const WEEKS_A_YEAR: u32 = 52;
/// Yearly rate at which later costs count for less `[1]`: the Treasury's social time preference rate.
pub(crate) const DISCOUNT_RATE: f64 = 0.035;

/// The posts of an option.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Establishment {
    /// Weeks of each year, 52 but for the last.
    pub(crate) weeks: Vec<u32>,
    /// Roles that have posts, in the order of the document.
    pub(crate) roles: Vec<RolePosts>,
}

/// The posts of one role.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct RolePosts {
    /// Id of the role.
    pub(crate) id: String,
    /// Its label.
    pub(crate) name: String,
    /// Agenda for Change band or other grade.
    pub(crate) band: String,
    /// Cost of one WTE `[£ a year]`.
    pub(crate) pounds_a_year: f64,
    /// Posts on average in each year `[WTE]`.
    pub(crate) wte: Vec<f64>,
}

impl Establishment {
    /// The posts of an option over its horizon.
    pub(crate) fn of(scenario: &Scenario) -> Self {
        let years = scenario.horizon_weeks.div_ceil(WEEKS_A_YEAR).max(1);
        let weeks: Vec<u32> =
            (0..years).map(|year| (scenario.horizon_weeks - year * WEEKS_A_YEAR).min(WEEKS_A_YEAR)).collect();
        let roles = scenario
            .mix
            .posts
            .iter()
            .filter_map(|posts| {
                let role = scenario.roles.iter().find(|role| role.id == posts.role)?;
                Some(RolePosts::of(role, posts, scenario.warm_up_weeks, &weeks))
            })
            .collect();
        Self { weeks, roles }
    }

    /// Cost of a role in a year `[£]`.
    pub(crate) fn cost(&self, role: &RolePosts, year: usize) -> f64 {
        role.wte[year] * role.pounds_a_year * f64::from(self.weeks[year]) / f64::from(WEEKS_A_YEAR)
    }

    /// Cost of all roles in a year `[£]`.
    pub(crate) fn cost_of_year(&self, year: usize) -> f64 {
        self.roles.iter().map(|role| self.cost(role, year)).sum()
    }

    /// Posts of all roles on average in a year `[WTE]`.
    pub(crate) fn wte_of_year(&self, year: usize) -> f64 {
        self.roles.iter().map(|role| role.wte[year]).sum()
    }

    /// What all years cost, as worth in the first `[£]`.
    pub(crate) fn present_cost(&self) -> f64 {
        (0..self.weeks.len()).map(|year| self.cost_of_year(year) * discount_factor(year)).sum()
    }
}

impl RolePosts {
    fn of(role: &Role, posts: &Posts, warm_up: u32, weeks: &[u32]) -> Self {
        let wte = (0_u32..)
            .zip(weeks)
            .map(|(year, weeks)| {
                let from = warm_up + year * WEEKS_A_YEAR;
                // A running mean: posts that never change keep their every digit.
                let mut mean = 0.0;
                for (count, week) in (from..from + weeks).enumerate() {
                    mean += (wte_in_week(posts, week) - mean) / (count + 1) as f64;
                }
                mean
            })
            .collect();
        Self {
            id: role.id.clone(),
            name: role.name.clone(),
            band: role.band.clone().unwrap_or_default(),
            pounds_a_year: role.cost_pounds_per_year.likely,
            wte,
        }
    }
}

/// Posts in a week, dated changes included `[WTE]`.
fn wte_in_week(posts: &Posts, week: u32) -> f64 {
    let changed = posts
        .changes
        .iter()
        .filter(|change| change.from_week <= week && change.until_week.is_none_or(|until| week < until));
    (posts.wte.likely + changed.map(|change| change.wte.likely).sum::<f64>()).max(0.0)
}

/// What a pound of a year is worth in the first year.
pub(crate) fn discount_factor(year: usize) -> f64 {
    libm::pow(1.0 + DISCOUNT_RATE, -(year as f64))
}

#[cfg(test)]
mod tests {
    use super::*;
    use pathloom_service::{Estimate, PostChange, samples};

    #[test]
    fn dated_posts_cost_what_their_weeks_cost() {
        let project = samples::small();
        let mut scenario = project.scenario(&project.options[0]).unwrap_or_else(|error| panic!("{error}"));
        scenario.horizon_weeks = 65;
        scenario.warm_up_weeks = 4;
        scenario.roles[0].cost_pounds_per_year = Estimate::exactly(52_000.0);
        scenario.mix.posts[0].wte = Estimate::exactly(2.0);
        // One more from week 30, which is 26 weeks into the first year; gone again after the first week of the second.
        scenario.mix.posts[0].changes =
            vec![PostChange { from_week: 30, until_week: Some(57), wte: Estimate::exactly(1.0) }];
        let posts = Establishment::of(&scenario);
        assert_eq!(posts.weeks, [52, 13]);
        for (is, wanted) in posts.roles[0].wte.iter().zip([2.5, 2.0 + 1.0 / 13.0]) {
            assert!((is - wanted).abs() < 1e-12, "{is} is {wanted}");
        }
        // 2 WTE for 52 weeks and 1 for 26 at £1,000 a week; then 2 for 13 and 1 for 1.
        assert!((posts.cost_of_year(0) - 130_000.0).abs() < 1e-6);
        assert!((posts.cost_of_year(1) - 27_000.0).abs() < 1e-6);
        assert!((posts.present_cost() - (130_000.0 + 27_000.0 / 1.035)).abs() < 1e-6);
    }
}
