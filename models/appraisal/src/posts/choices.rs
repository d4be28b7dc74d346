//! What a question may let vary in an option, with limits to begin from.

use pathloom_service::{Scenario, Schedule, Step, Work};
use serde::Serialize;

use super::{cost, shares};

/// Something that may vary.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct Choice {
    /// Its place in the scenario: `mix/posts/ot-band-6/wte`.
    pub place: String,
    /// What it is.
    pub kind: ChoiceKind,
    /// Whose it is: the label of the role, the step or the link.
    pub name: String,
    /// What it is now.
    pub now: f64,
    /// Lowest value to begin from.
    pub low: f64,
    /// Highest value to begin from.
    pub high: f64,
    /// From one value to the next.
    pub step: f64,
    /// Yearly cost of one more `[£ a year]`; 0 for what has no price of its own.
    pub pounds_per_year: f64,
}

/// Kinds of what may vary.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub enum ChoiceKind {
    /// Posts of a role `[WTE]`.
    Posts,
    /// Places of a step.
    Places,
    /// Seats of a group.
    Seats,
    /// Weeks from one start of a group to the next.
    WeeksBetweenStarts,
    /// Share of people who take a link `[%]`; the other links of the split give way.
    Share,
}

/// Everything of an option that a question usually lets vary: the posts of every role, places, seats, how often groups
/// start, and the shares of a split. Any other figure can be named by its place.
pub fn choices(scenario: &Scenario) -> Vec<Choice> {
    let roles = scenario.roles.iter().map(|role| {
        let posts = scenario.mix.posts.iter().find(|posts| posts.role == role.id);
        let now = posts.map_or(0.0, |posts| posts.wte.likely);
        let (low, high) = (tenths(now / 2.0).floor() / 10.0, (tenths(now * 2.0).ceil() / 10.0).max(2.0));
        choice(
            scenario,
            ChoiceKind::Posts,
            format!("mix/posts/{}/wte", role.id),
            &role.name,
            now,
            (low, high, 0.1),
        )
    });
    let steps = scenario.design.steps.iter().flat_map(|step| of_step(scenario, step));
    let splits = scenario.design.links.iter().filter_map(|link| of_link(scenario, &link.id));
    roles.chain(steps).chain(splits).collect()
}

fn tenths(value: f64) -> f64 {
    (value * 10.0 * 1e6).round() / 1e6
}

fn choice(
    scenario: &Scenario,
    kind: ChoiceKind,
    place: String,
    name: &str,
    now: f64,
    (low, high, step): (f64, f64, f64),
) -> Choice {
    let pounds_per_year = cost::of_one(scenario, &place);
    Choice { kind, name: name.to_owned(), now, low, high, step, pounds_per_year, place }
}

fn of_step(scenario: &Scenario, step: &Step) -> Vec<Choice> {
    let whole = |now: f64| ((now / 2.0).floor().max(1.0), (now * 2.0).ceil().max(2.0), 1.0);
    let of = |kind, field: &str, now: f64, limits| {
        choice(scenario, kind, format!("design/steps/{}/work/{field}", step.id), &step.name, now, limits)
    };
    match &step.work {
        Work::Places(places) => {
            let now = places.places.likely;
            vec![of(ChoiceKind::Places, "places", now, whole(now))]
        }
        Work::Group(group) => {
            let seats = group.seats.likely;
            let mut found = vec![of(ChoiceKind::Seats, "seats", seats, whole(seats))];
            if let Schedule::Every(every) = &group.schedule {
                let now = every.every_weeks.likely;
                found.push(of(ChoiceKind::WeeksBetweenStarts, "schedule/everyWeeks", now, often(now)));
            }
            found
        }
        _ => Vec::new(),
    }
}

/// From twice as often to half as often, in steps of a round number that is at most an eighth of the present value.
fn often(now: f64) -> (f64, f64, f64) {
    const ROUND: [f64; 7] = [1.0, 0.5, 0.25, 0.1, 0.05, 0.02, 0.01];
    let step = ROUND.into_iter().find(|step| *step <= now / 8.0).unwrap_or(0.01);
    let steps = |value: f64| (value / step * 1e6).round() / 1e6;
    let on_grid = |steps: f64| (steps * step * 1e6).round() / 1e6;
    (on_grid(steps(now / 2.0).floor().max(1.0)), on_grid(steps(now * 2.0).ceil()), step)
}

/// The share of a link, where everybody has the same and there is another way to go.
fn of_link(scenario: &Scenario, id: &str) -> Option<Choice> {
    let split = shares::split(scenario, id);
    let (_, own) = split.iter().find(|(other, _)| *other == id)?;
    if split.len() < 2 || split.iter().any(|(_, share)| !share.percent_by_group.is_empty()) {
        return None;
    }
    let link = scenario.design.links.iter().find(|link| link.id == id)?;
    let name = |id: &str| {
        let step = scenario.design.steps.iter().find(|step| step.id == id);
        step.map_or_else(|| id.to_owned(), |step| step.name.clone())
    };
    let now = own.percent.likely;
    let place = format!("design/links/{id}/cause/percent");
    let name = format!("{} to {}", name(&link.from), name(&link.to));
    Some(choice(scenario, ChoiceKind::Share, place, &name, now, (0.0, 100.0, 5.0)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use pathloom_service::{Figures as _, Trail, samples};

    #[test]
    fn every_choice_is_a_figure_of_the_option_with_its_present_value_inside_its_limits() {
        let project = samples::everything();
        for option in &project.options {
            let mut scenario = project.scenario(option).expect("it is whole");
            let found = choices(&scenario);
            let mut figures = Vec::new();
            scenario.walk(&mut Trail::default(), &mut |trail, figure| {
                figures.push((trail.path(), figure.likely));
            });
            for one in &found {
                let figure = figures.iter().find(|(place, _)| *place == one.place);
                let is_absent_role = one.kind == ChoiceKind::Posts && figure.is_none();
                assert!(is_absent_role || figure.is_some_and(|(_, now)| *now == one.now), "{one:?}");
                assert!(one.low <= one.now && one.now <= one.high && one.step > 0.0, "{one:?}");
            }
            assert_eq!(
                found.iter().filter(|one| one.kind == ChoiceKind::Posts).count(),
                project.roles.len(),
                "roles without posts are offered too"
            );
        }
    }
}
