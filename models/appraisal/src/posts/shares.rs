//! Shares of a split: where one of them varies, the others give way, so that they still add to 100%.

use pathloom_service::{Cause, Scenario, Share};

/// The id of the link whose share a place is.
fn link_of(place: &str) -> Option<&str> {
    place.strip_prefix("design/links/")?.strip_suffix("/cause/percent")
}

/// The links of the split that a link belongs to, itself included, with their shares.
pub(super) fn split<'s>(scenario: &'s Scenario, id: &str) -> Vec<(&'s str, &'s Share)> {
    let links = &scenario.design.links;
    let share = |cause: &'s Cause| match cause {
        Cause::Completed(share) => Some(share),
        _ => None,
    };
    let found = links.iter().find(|link| link.id == id).and_then(|link| Some((link, share(&link.cause)?)));
    let Some((link, own)) = found else { return Vec::new() };
    links
        .iter()
        .filter(|other| other.from == link.from)
        .filter_map(|other| Some((other.id.as_str(), share(&other.cause)?)))
        .filter(|(_, other)| other.when == own.when)
        .collect()
}

/// The shares that give way to changed ones: in proportion to what they are now, or alike where they are all nothing.
pub(super) fn settled(scenario: &Scenario, changes: &[(String, f64)]) -> Vec<(String, f64)> {
    let changed =
        |id: &str| changes.iter().find(|(place, _)| link_of(place) == Some(id)).map(|(_, percent)| *percent);
    let mut settled: Vec<(String, f64)> = Vec::new();
    for id in changes.iter().filter_map(|(place, _)| link_of(place)) {
        let split = split(scenario, id);
        let taken: f64 = split.iter().filter_map(|(other, _)| changed(other)).sum();
        let others: Vec<_> = split.iter().filter(|(other, _)| changed(other).is_none()).collect();
        let now: f64 = others.iter().map(|(_, share)| share.percent.likely).sum();
        let left = (100.0 - taken).max(0.0);
        for (other, share) in &others {
            let part = if now > 0.0 { share.percent.likely / now } else { 1.0 / others.len() as f64 };
            let place = format!("design/links/{other}/cause/percent");
            if !settled.iter().any(|(known, _)| *known == place) {
                settled.push((place, left * part));
            }
        }
    }
    settled
}

#[cfg(test)]
mod tests {
    use super::*;
    use pathloom_service::{Cause, Estimate, Link};

    /// Triage to three steps, with these shares.
    fn triage(percents: [f64; 3]) -> Scenario {
        let project = pathloom_service::samples::small();
        let mut scenario = project.scenario(&project.options[0]).expect("it is whole");
        let like = scenario.design.links[0].clone();
        let link = |(at, percent): (usize, &f64)| {
            let share = Share { percent: Estimate::exactly(*percent), ..Share::default() };
            Link { id: format!("to-{at}"), cause: Cause::Completed(share), ..like.clone() }
        };
        scenario.design.links = percents.iter().enumerate().map(link).collect();
        scenario
    }

    fn to(at: usize, percent: f64) -> (String, f64) {
        (format!("design/links/to-{at}/cause/percent"), percent)
    }

    #[test]
    fn the_other_shares_give_way_in_proportion() {
        let scenario = triage([50.0, 30.0, 20.0]);
        assert_eq!(settled(&scenario, &[to(0, 0.0)]), [to(1, 60.0), to(2, 40.0)]);
        assert_eq!(settled(&scenario, &[to(0, 40.0), to(1, 10.0)]), [to(2, 50.0)]);
        assert_eq!(settled(&triage([100.0, 0.0, 0.0]), &[to(0, 40.0)]), [to(1, 30.0), to(2, 30.0)]);
    }

    #[test]
    fn figures_that_are_no_shares_move_nothing() {
        assert_eq!(settled(&triage([50.0, 30.0, 20.0]), &[("mix/posts/ot/wte".to_owned(), 2.0)]), []);
    }
}
