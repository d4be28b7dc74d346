//! Shares of ways on as something to be moved, in sets that add to 100%.

use pathloom_service::{Cause, Condition, Estimate, Link, Scenario, Share};

use super::levers::{Lever, LeverKind};
use crate::compare::owner;

/// Shares of ways on that add to 100%, of the links that leave a step under one condition.
pub(super) struct WaysOn<'s> {
    /// Name of the set.
    pub(super) name: String,
    /// The client group whose own shares they are; none for everybody without shares of their own.
    pub(super) group: Option<&'s str>,
    /// The links with their shares `[%]`.
    pub(super) links: Vec<(&'s Link, &'s Estimate)>,
}

impl WaysOn<'_> {
    /// The place of a link's share.
    pub(super) fn place(&self, link: &Link) -> String {
        match self.group {
            None => format!("design/links/{}/cause/percent", link.id),
            Some(group) => format!("design/links/{}/cause/percentByGroup/{group}", link.id),
        }
    }
}

/// Where ways on begin, the condition they share, and the ways.
type ByCondition<'s> = (&'s str, Option<&'s Condition>, Vec<(&'s Link, &'s Share)>);

/// Every set of ways on in which a share can be moved and the others follow.
pub(super) fn sets(scenario: &Scenario) -> Vec<WaysOn<'_>> {
    let mut by_condition: Vec<ByCondition<'_>> = Vec::new();
    for link in &scenario.design.links {
        let Cause::Completed(share) = &link.cause else { continue };
        let same =
            |(from, when, _): &&mut ByCondition<'_>| *from == link.from && *when == share.when.as_ref();
        match by_condition.iter_mut().find(same) {
            Some((.., links)) => links.push((link, share)),
            None => by_condition.push((&link.from, share.when.as_ref(), vec![(link, share)])),
        }
    }
    by_condition.retain(|(.., links)| links.len() > 1);
    by_condition.iter().enumerate().flat_map(|(at, (.., links))| of_links(scenario, at, links)).collect()
}

fn of_links<'s>(scenario: &'s Scenario, at: usize, links: &[(&'s Link, &'s Share)]) -> Vec<WaysOn<'s>> {
    let has_own = |group: &str| links.iter().all(|(_, share)| share.percent_by_group.contains_key(group));
    let mixed = |group: &str| {
        !has_own(group) && links.iter().any(|(_, share)| share.percent_by_group.contains_key(group))
    };
    let groups = || scenario.groups.iter().map(|group| group.id.as_str());
    let mut found = Vec::new();
    // Where a group has shares of its own on some links only, the common ones cannot move without breaking its sum.
    if !groups().any(mixed) && (scenario.groups.is_empty() || groups().any(|group| !has_own(group))) {
        let links = links.iter().map(|(link, share)| (*link, &share.percent)).collect();
        found.push(WaysOn { name: format!("{at}"), group: None, links });
    }
    found.extend(groups().filter(|group| has_own(group)).map(|group| {
        WaysOn {
            name: format!("{at}/{group}"),
            group: Some(group),
            links: links
                .iter()
                .filter_map(|(link, share)| Some((*link, share.percent_by_group.get(group)?)))
                .collect(),
        }
    }));
    found
}

/// A lever for the share of each way on.
pub(super) fn ways_on(scenario: &Scenario) -> Vec<Lever> {
    let mut found = Vec::new();
    for set in sets(scenario) {
        let group = scenario.groups.iter().find(|group| Some(group.id.as_str()) == set.group);
        for (link, share) in &set.links {
            let ways = owner(&["design", "links", &link.id], scenario).unwrap_or_default();
            found.push(Lever {
                id: set.place(link),
                kind: LeverKind::Share,
                name: group.map_or_else(|| ways.clone(), |group| format!("{ways}, {}", group.name)),
                unit: "%".to_owned(),
                base: share.likely,
                low: 0.0,
                high: 100.0,
                from: 0.0,
                to: 100.0,
                step: 1.0,
                set: set.name.clone(),
                people_per_week: None,
            });
        }
    }
    found
}
