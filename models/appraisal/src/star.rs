//! The view of an option by the HEE Star: what it changes about the workforce, under the five points.
//!
//! The tags that somebody gave an option say what they mean; the differences between the two scenarios say what is
//! really changed. Here they are put together: under each point the tagged changes with the differences they cover, and
//! then what no tag covers, under the point it seems to belong to. That is a proposal, and marked as one. Leadership is
//! in no figure, so it is never proposed.

use pathloom_service::{Scenario, StarPoint, StarTag};
use serde::Serialize;

use crate::compare::{WhatDiffers, what_differs};

/// What an option changes, by the points of the Star.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct StarView {
    /// Label of the option.
    pub option: String,
    /// Label of the option it is held against.
    pub base: String,
    /// The five points, in their order.
    pub points: Vec<PointOfView>,
}

/// One point of the Star.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct PointOfView {
    /// The point.
    pub point: StarPoint,
    /// What it is called.
    pub words: String,
    /// What was tagged.
    pub tagged: Vec<TaggedChange>,
    /// Differences without a tag that seem to belong here.
    pub proposed: Vec<WhatDiffers>,
}

/// A tagged change with the differences that it covers.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct TaggedChange {
    /// What is changed, as it was tagged.
    pub words: String,
    /// The differences at or below its places.
    pub differs: Vec<WhatDiffers>,
}

/// The Star of an option against a base.
pub fn star_view(base: &Scenario, option: &Scenario, tags: &[StarTag]) -> StarView {
    let differs = what_differs(base, option);
    let is_tagged = |one: &WhatDiffers| tags.iter().any(|tag| covers(tag, &one.place));
    let open: Vec<&WhatDiffers> = differs.iter().filter(|one| !is_tagged(one)).collect();
    let point = |point: StarPoint| PointOfView {
        point,
        words: point.words().to_owned(),
        tagged: tags
            .iter()
            .filter(|tag| tag.point == point)
            .map(|tag| TaggedChange {
                words: tag.words.clone(),
                differs: differs.iter().filter(|one| covers(tag, &one.place)).cloned().collect(),
            })
            .collect(),
        proposed: open
            .iter()
            .filter(|one| proposed_point(base, &one.place) == Some(point))
            .map(|one| (*one).clone())
            .collect(),
    };
    StarView {
        option: option.option_name.clone(),
        base: base.option_name.clone(),
        points: StarPoint::ALL.map(point).to_vec(),
    }
}

/// Whether a difference lies at, below or around one of the tag's places: a new step differs as a whole.
fn covers(tag: &StarTag, place: &str) -> bool {
    let is_in = |inner: &str, outer: &str| {
        inner.strip_prefix(outer).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    tag.places.iter().any(|tagged| is_in(place, tagged) || is_in(tagged, place))
}

/// The point that a difference seems to belong to; none where it is no change of the workforce or the work.
fn proposed_point(base: &Scenario, place: &str) -> Option<StarPoint> {
    let parts: Vec<&str> = place.split('/').collect();
    match parts.as_slice() {
        ["mix", "posts", role, ..] => {
            let was_there = base.mix.posts.iter().any(|posts| posts.role == *role);
            Some(if was_there { StarPoint::Supply } else { StarPoint::NewRoles })
        }
        ["roles", _, "turnover" | "absence" | "hoursPerWeek" | "costPoundsPerYear", ..] => {
            Some(StarPoint::Supply)
        }
        ["design", "steps", .., "timePercent"] => Some(StarPoint::Upskilling),
        ["design", "steps", _, "work", "staff", ..] => Some(StarPoint::Upskilling),
        ["roles" | "calendars" | "groups" | "design", ..] => Some(StarPoint::NewWaysOfWorking),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use pathloom_service::{Posts, Scenario, samples};

    fn pair() -> (Scenario, Scenario) {
        let project = samples::everything();
        let base = project.scenario(&project.options[0]).expect("a scenario");
        let mut option = base.clone();
        option.mix.posts[0].wte = 9.0.into();
        option.mix.posts.retain(|posts| posts.role != "adviser");
        option.targets.clear();
        (base, option)
    }

    fn of(view: &StarView, point: StarPoint) -> &PointOfView {
        view.points.iter().find(|one| one.point == point).expect("all five are there")
    }

    #[test]
    fn a_tag_gathers_the_differences_below_its_places() {
        let (base, option) = pair();
        let tag = StarTag {
            point: StarPoint::Supply,
            words: "More therapists.".to_owned(),
            places: vec!["mix/posts/ot-band-6".to_owned()],
        };
        let view = star_view(&base, &option, &[tag]);
        let supply = of(&view, StarPoint::Supply);
        assert_eq!(supply.tagged[0].words, "More therapists.");
        assert_eq!(supply.tagged[0].differs.len(), 1);
        assert_eq!(supply.tagged[0].differs[0].place, "mix/posts/ot-band-6/wte");
        let proposed: Vec<&str> = supply.proposed.iter().map(|one| one.place.as_str()).collect();
        assert_eq!(proposed, ["mix/posts/adviser"], "what no tag covers is proposed, and only that");
        assert!(of(&view, StarPoint::Leadership).tagged.is_empty());
    }

    #[test]
    fn what_is_not_tagged_is_proposed_where_it_belongs() {
        let (base, mut option) = pair();
        let newcomer = Posts { role: "newcomer".to_owned(), wte: 1.0.into(), changes: Vec::new() };
        option.mix.posts.push(newcomer);
        option.design.steps.retain(|step| step.id != "workshop");
        let view = star_view(&base, &option, &[]);
        let places =
            |point| of(&view, point).proposed.iter().map(|one| one.place.clone()).collect::<Vec<_>>();
        assert_eq!(places(StarPoint::NewRoles), ["mix/posts/newcomer"]);
        assert!(places(StarPoint::NewWaysOfWorking).contains(&"design/steps/workshop".to_owned()));
        assert!(places(StarPoint::Leadership).is_empty(), "it is in no figure");
        let all: usize = view.points.iter().map(|point| point.proposed.len()).sum();
        let told =
            what_differs(&base, &option).iter().filter(|one| !one.place.starts_with("targets")).count();
        assert_eq!(all, told, "every difference is under exactly one point");
    }
}
