//! Shares that add to 100%: links, case mixes; and the profiles of the year and the week.

use std::collections::{BTreeMap, BTreeSet};

use super::Surroundings;
use super::distributions::{SHARE_TOLERANCE, highest};
use super::findings::{At, Findings};
use super::words::{label, number};
use crate::Id;
use crate::estimate::Estimate;
use crate::project::Design;
use crate::step::{Cause, Condition, ConditionOf, Link, Share, Step, Work};

/// The shares inside one step.
pub(super) fn step(at: &At, step: &Step, findings: &mut Findings) {
    let subject = label(&step.name, &step.id);
    if let Some(start) = step.start() {
        case_mix(&at.field("work/start/caseMix"), &subject, &start.case_mix, findings);
    }
    let Work::Referrals(referrals) = &step.work else { return };
    case_mix(&at.field("work/caseMix"), &subject, &referrals.case_mix, findings);
    let profiles = [
        ("monthProfile", &referrals.month_profile, 12, "month"),
        ("weekdayProfile", &referrals.weekday_profile, 7, "weekday"),
    ];
    for (field, profile, wanted, what) in profiles {
        let at = at.field(&format!("work/{field}"));
        if !profile.is_empty() && profile.len() != wanted {
            let message = format!("{subject}: the profile has {} entries", profile.len());
            findings.error(
                &at,
                "profile-length",
                message,
                format!("it has one for each {what}: {wanted}, or none"),
            );
        } else if !profile.is_empty() && profile.iter().all(|weight| weight.likely <= 0.0) {
            let message = format!("{subject}: every {what} has the weight 0");
            findings.error(
                &at,
                "profile-all-zero",
                message,
                format!("give at least one {what} a weight, or remove them all"),
            );
        }
    }
}

fn case_mix(at: &At, subject: &str, mix: &BTreeMap<Id, Estimate>, findings: &mut Findings) {
    let total: f64 = mix.values().map(|share| share.likely).sum();
    if !mix.is_empty() && total.is_finite() && (total - 100.0).abs() > SHARE_TOLERANCE {
        let message = format!("{subject}: the shares of the client groups add to {}%", number(total));
        findings.error(at, "shares-do-not-add-up", message, "they add to 100%");
    }
}

/// The links that are taken when a step is done.
pub(super) fn links(at: &At, design: &Design, around: Surroundings, findings: &mut Findings) {
    let mut leaving: BTreeMap<&str, Vec<&Share>> = BTreeMap::new();
    for link in &design.links {
        if let Link { from, cause: Cause::Completed(share), .. } = link {
            leaving.entry(from).or_default().push(share);
        }
    }
    let groups: Vec<(&str, String)> =
        around.groups.iter().map(|group| (group.id.as_str(), label(&group.name, &group.id))).collect();
    for (index, step) in design.steps.iter().enumerate() {
        if matches!(step.work, Work::Outcome(_) | Work::UniversalOffer(_)) {
            continue;
        }
        let at = at.step(index, &step.id);
        let subject = label(&step.name, &step.id);
        match leaving.get(step.id.as_str()) {
            None => {
                let message = format!("no link says where people go after {subject}");
                findings.error(&at, "no-way-on", message, "draw a link to the next step or to an outcome");
            }
            Some(shares) => ways_on(&at, &subject, shares, &groups, findings),
        }
    }
}

fn ways_on(at: &At, subject: &str, shares: &[&Share], groups: &[(&str, String)], findings: &mut Findings) {
    let mut by_condition: BTreeMap<Option<Key>, Vec<&Share>> = BTreeMap::new();
    for share in shares {
        by_condition.entry(share.when.as_ref().map(key)).or_default().push(share);
    }
    if !by_condition.contains_key(&None) && !covers_everybody(shares) {
        let message =
            format!("people of whom no condition out of {subject} is true would have nowhere to go");
        findings.error(
            at,
            "no-way-on-otherwise",
            message,
            "add a link without a condition for everybody else",
        );
    }
    for same in by_condition.values() {
        let when = same.first().and_then(|share| share.when.as_ref()).map_or(String::new(), in_words);
        adds_up(at, subject, &when, same, groups, findings);
    }
}

fn adds_up(
    at: &At,
    subject: &str,
    when: &str,
    shares: &[&Share],
    groups: &[(&str, String)],
    findings: &mut Findings,
) {
    let total = |group: &str| -> f64 {
        shares.iter().map(|share| share.percent_by_group.get(group).unwrap_or(&share.percent).likely).sum()
    };
    let plain: f64 = shares.iter().map(|share| share.percent.likely).sum();
    // Links without shares of their own for any group are all alike: one message, not one for each group.
    let named: BTreeSet<&str> =
        shares.iter().flat_map(|share| share.percent_by_group.keys().map(Id::as_str)).collect();
    let other_groups = groups.is_empty() || groups.iter().any(|(id, _)| !named.contains(id));
    let mut totals = Vec::new();
    if other_groups {
        totals.push((String::new(), plain));
    }
    totals.extend(
        groups
            .iter()
            .filter(|(id, _)| named.contains(id))
            .map(|(id, name)| (format!(" for {name}"), total(id))),
    );
    for (group, total) in totals {
        let off = total - 100.0;
        if !total.is_finite() || off.abs() <= SHARE_TOLERANCE {
            continue;
        }
        let sum = format!("the links out of {subject}{when} add to {}%{group}", number(total));
        let (message, hint) = if off < 0.0 {
            let nowhere = format!("{sum}: {}% of people would have nowhere to go", number(-off));
            (nowhere, "raise a share, or draw the missing link")
        } else {
            (format!("{sum}: {}% too much", number(off)), "lower a share: they add to 100%")
        };
        findings.error(at, "shares-do-not-add-up", message, hint);
    }
}

/// A condition as something that can be sorted and compared exactly.
type Key = (u8, [Option<[u64; 3]>; 2]);

fn key(condition: &Condition) -> Key {
    let bits = |figure: &Option<Estimate>| {
        let figure = figure.as_ref()?;
        let (low, high) = figure.range.unwrap_or((figure.likely, figure.likely));
        Some([low.to_bits(), figure.likely.to_bits(), high.to_bits()])
    };
    (condition.of as u8, [bits(&condition.at_least), bits(&condition.below)])
}

fn in_words(condition: &Condition) -> String {
    let of = match condition.of {
        ConditionOf::WeeksSinceReferral => "weeks since referral",
        ConditionOf::VisitsHere => "visits here",
        ConditionOf::MissedContacts => "missed contacts",
    };
    let at_least = condition.at_least.as_ref().map(|figure| format!("at least {}", number(figure.likely)));
    let below = condition.below.as_ref().map(|figure| format!("fewer than {}", number(figure.likely)));
    let ends: Vec<String> = at_least.into_iter().chain(below).collect();
    format!(" (when {of} are {})", ends.join(" and "))
}

/// Whether some condition is true of everybody, looking at one thing at a time.
fn covers_everybody(shares: &[&Share]) -> bool {
    [ConditionOf::WeeksSinceReferral, ConditionOf::VisitsHere, ConditionOf::MissedContacts].into_iter().any(
        |of| {
            let conditions =
                shares.iter().filter_map(|share| share.when.as_ref()).filter(|condition| condition.of == of);
            // What may not hold in some replication is not counted on.
            let mut spans: Vec<(f64, f64)> = conditions
                .map(|condition| {
                    let from = condition.at_least.as_ref().map_or(0.0, highest);
                    let to = condition.below.as_ref().map_or(f64::INFINITY, super::distributions::lowest);
                    (from, to)
                })
                .collect();
            spans.sort_by(|one, other| one.0.total_cmp(&other.0));
            let first = if of == ConditionOf::VisitsHere { 1.0 } else { 0.0 };
            let end = spans
                .iter()
                .fold(first, |end, (from, to)| if *from <= end { f64::max(end, *to) } else { end });
            end == f64::INFINITY
        },
    )
}
