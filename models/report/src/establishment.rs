//! The posts of an option by role and year: as its staffing has them with their dated changes, filled or not.
//!
//! What they cost stands in the appraisal of money, line by line; a role knows its line.

use pathloom_appraisal::money::{LineKind, MoneyLine, MoneyYear};
use pathloom_service::Scenario;

/// The posts of an option.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Establishment {
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
    /// Cost of one WTE, the likely one `[£ a year]`.
    pub(crate) pounds_a_year: f64,
    /// Posts on average in each year, the likely ones `[WTE]`.
    pub(crate) wte: Vec<f64>,
    /// Position of its cost among the lines of the option's account.
    pub(crate) line: usize,
    /// Whether neither its posts nor its price are uncertain, so that posts times price is the cost.
    pub(crate) is_certain: bool,
}

impl Establishment {
    /// The posts of an option over the years of its account.
    pub(crate) fn of(scenario: &Scenario, years: &[MoneyYear], lines: &[MoneyLine]) -> Self {
        // An account has a line for the posts of each role, in the order of the staffing.
        let staff = lines.iter().enumerate().filter(|(_, line)| line.kind == LineKind::Staff);
        let roles = scenario
            .mix
            .posts
            .iter()
            .zip(staff)
            .filter_map(|(posts, (line, _))| {
                let role = scenario.roles.iter().find(|role| role.id == posts.role)?;
                let wte =
                    |year: &MoneyYear| posts.mean_wte(year.from_week as usize - 1..year.to_week as usize);
                let changes_are_certain = posts.changes.iter().all(|change| !change.wte.is_uncertain());
                Some(RolePosts {
                    id: role.id.clone(),
                    name: role.name.clone(),
                    band: role.band.clone().unwrap_or_default(),
                    pounds_a_year: role.cost_pounds_per_year.likely,
                    wte: years.iter().map(wte).collect(),
                    line,
                    is_certain: changes_are_certain
                        && !posts.wte.is_uncertain()
                        && !role.cost_pounds_per_year.is_uncertain(),
                })
            })
            .collect();
        Self { roles }
    }

    /// Whether any role has other posts than in another option in a year.
    pub(crate) fn differs(&self, other: &Self, year: usize) -> bool {
        let wte = |of: &Self, id: &str| {
            of.roles.iter().find(|role| role.id == id).map_or(0.0, |role| role.wte[year])
        };
        // Tenths of a post do not add up to exact tenths.
        let mut roles = self.roles.iter().chain(&other.roles);
        roles.any(|role| (wte(self, &role.id) - wte(other, &role.id)).abs() > 1e-9)
    }

    /// Posts of all roles on average in a year `[WTE]`.
    pub(crate) fn wte_of_year(&self, year: usize) -> f64 {
        self.roles.iter().map(|role| role.wte[year]).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use pathloom_service::{Estimate, PostChange, samples};
    use pathloom_simulation::Band;

    #[test]
    fn dated_posts_are_meant_over_the_weeks_of_their_year() {
        let project = samples::small();
        let mut scenario = project.scenario(&project.options[0]).unwrap_or_else(|error| panic!("{error}"));
        scenario.mix.posts.truncate(1);
        scenario.mix.posts[0].wte = Estimate::exactly(2.0);
        // One more from week 30, which is 26 weeks into the first year; gone again after the first week of the second.
        scenario.mix.posts[0].changes =
            vec![PostChange { from_week: 30, until_week: Some(57), wte: Estimate::exactly(1.0) }];
        let years =
            [(5, 56), (57, 69)].map(|(from_week, to_week)| MoneyYear { number: 0, from_week, to_week });
        let line = |kind| MoneyLine {
            kind,
            name: String::new(),
            unit: String::new(),
            units: Band::of(Vec::new()),
            valued: true,
            pounds_by_year: Vec::new(),
            pounds: Band::of(Vec::new()),
            present_value: Band::of(Vec::new()),
        };
        let posts = Establishment::of(&scenario, &years, &[line(LineKind::Places), line(LineKind::Staff)]);
        assert_eq!((posts.roles[0].line, posts.roles[0].is_certain), (1, true));
        for (is, wanted) in posts.roles[0].wte.iter().zip([2.5, 2.0 + 1.0 / 13.0]) {
            assert!((is - wanted).abs() < 1e-12, "{is} is {wanted}");
        }
        assert!((posts.wte_of_year(0) - 2.5).abs() < 1e-12);
    }
}
