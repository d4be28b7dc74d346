//! The view of an option by the HEE Star: what it changes about the workforce, under the five points.
//!
//! The tags that somebody gave an option say what they mean; the differences between the two scenarios say what is
//! really changed. Here they are put together: under each point the tagged changes with the differences they cover, and
//! then what no tag covers, under the point it seems to belong to. That is a proposal, and marked as one. Leadership is
//! in no figure, so it is never proposed. A tag without words of its own is told by the differences it covers, so that
//! its figures follow the document.

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
    /// Position of the tag among those of the option.
    pub at: u32,
    /// What is changed, in its own words; empty where the differences say it.
    pub words: String,
    /// The differences at or below its places.
    pub differs: Vec<WhatDiffers>,
    /// Its places, each with the differences there.
    pub places: Vec<TaggedPlace>,
}

/// A place of a tag.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct TaggedPlace {
    /// The place: `mix/posts/ot-band-6`.
    pub place: String,
    /// The differences there; none where the two options are the same by now.
    pub differs: Vec<WhatDiffers>,
}

/// Differences that are named before the others are counted; chosen: a line or two.
const MOST_NAMED: usize = 3;

impl TaggedChange {
    /// What is changed: in its own words, or by the differences it covers.
    pub fn told(&self) -> String {
        if !self.words.trim().is_empty() {
            return self.words.clone();
        }
        let named: Vec<&str> = self.differs.iter().take(MOST_NAMED).map(|one| one.words.as_str()).collect();
        match self.differs.len().saturating_sub(MOST_NAMED) {
            _ if named.is_empty() => "The two options do not differ here any more".to_owned(),
            0 => named.join("; "),
            more => format!("{}; {more} more", named.join("; ")),
        }
    }
}

/// The Star of an option against a base.
pub fn star_view(base: &Scenario, option: &Scenario, tags: &[StarTag]) -> StarView {
    let differs = what_differs(base, option);
    let is_tagged = |one: &WhatDiffers| tags.iter().any(|tag| covers(tag, &one.place));
    let open: Vec<&WhatDiffers> = differs.iter().filter(|one| !is_tagged(one)).collect();
    let point = |point: StarPoint| PointOfView {
        point,
        words: point.words().to_owned(),
        tagged: (0..)
            .zip(tags)
            .filter(|(_, tag)| tag.point == point)
            .map(|(at, tag)| tagged_change(at, tag, &differs))
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

fn tagged_change(at: u32, tag: &StarTag, differs: &[WhatDiffers]) -> TaggedChange {
    let there = |place: &String| TaggedPlace {
        place: place.clone(),
        differs: differs.iter().filter(|one| meet(place, &one.place)).cloned().collect(),
    };
    TaggedChange {
        at,
        words: tag.words.clone(),
        differs: differs.iter().filter(|one| covers(tag, &one.place)).cloned().collect(),
        places: tag.places.iter().map(there).collect(),
    }
}

/// Whether a difference lies at one of the tag's places.
fn covers(tag: &StarTag, place: &str) -> bool {
    tag.places.iter().any(|tagged| meet(tagged, place))
}

/// Whether a difference lies at, below or around a tagged place: a new step differs as a whole.
fn meet(tagged: &str, place: &str) -> bool {
    let is_in = |inner: &str, outer: &str| {
        inner.strip_prefix(outer).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    is_in(place, tagged) || is_in(tagged, place)
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
        assert_eq!((supply.tagged[0].at, supply.tagged[0].told().as_str()), (0, "More therapists."));
        assert_eq!(supply.tagged[0].differs.len(), 1);
        assert_eq!(supply.tagged[0].differs[0].place, "mix/posts/ot-band-6/wte");
        let proposed: Vec<&str> = supply.proposed.iter().map(|one| one.place.as_str()).collect();
        assert_eq!(proposed, ["mix/posts/adviser"], "what no tag covers is proposed, and only that");
        assert!(of(&view, StarPoint::Leadership).tagged.is_empty());
    }

    #[test]
    fn a_tag_without_words_is_told_by_what_differs() {
        let (base, mut option) = pair();
        let tag = |places: &[&str]| StarTag {
            point: StarPoint::Supply,
            words: String::new(),
            places: places.iter().map(|place| (*place).to_owned()).collect(),
        };
        let tags = [tag(&["mix/posts/ot-band-6/wte", "mix/posts/adviser"]), tag(&["mix/posts/nobody"])];
        let told = |option: &Scenario| {
            let view = star_view(&base, option, &tags);
            of(&view, StarPoint::Supply).tagged.iter().map(TaggedChange::told).collect::<Vec<_>>()
        };
        let first = told(&option);
        assert!(first[0].contains("9 WTE instead of") && first[0].contains("; "), "{first:?}");
        assert_eq!(first[1], "The two options do not differ here any more");
        option.mix.posts[0].wte = 10.0.into();
        assert!(told(&option)[0].contains("10 WTE instead of"), "its figures follow the document");
        let places = &of(&star_view(&base, &option, &tags), StarPoint::Supply).tagged[0].places.clone();
        let there: Vec<usize> = places.iter().map(|place| place.differs.len()).collect();
        assert_eq!(there, [1, 1], "each place has its own differences");
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
