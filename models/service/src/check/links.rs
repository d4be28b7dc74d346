//! Causes of links against the steps they leave.

use std::collections::BTreeMap;

use super::distributions::{highest, lowest};
use super::findings::{At, Findings};
use super::words::{label, number};
use crate::estimate::Estimate;
use crate::project::Design;
use crate::step::{Cause, Condition, Link, Step, WhileWaiting, Work};

/// Every link by itself, and the limits of each step against the links that should follow them.
pub(super) fn design(at: &At, design: &Design, findings: &mut Findings) {
    let steps: BTreeMap<&str, &Step> = design.steps.iter().map(|step| (step.id.as_str(), step)).collect();
    let mut leaving: BTreeMap<&str, Leaving> = BTreeMap::new();
    for (index, link) in design.links.iter().enumerate() {
        let at = at.link(index, &link.id, &link.from);
        let from = steps.get(link.from.as_str());
        if let Some(from) = from {
            out_of(&at, from, link, findings);
            let leaving = leaving.entry(&from.id).or_default();
            leaving.missed += usize::from(link.cause == Cause::MissedTooOften);
            leaving.turned_away += usize::from(link.cause == Cause::TurnedAway);
        }
        if let Some(to) = steps.get(link.to.as_str()) {
            into(&at, to, findings);
        }
        match &link.cause {
            Cause::Completed(share) => {
                if let Some(condition) = &share.when {
                    self::condition(&at.field("cause/when"), from.copied(), condition, findings);
                }
            }
            Cause::RemovedWhileWaiting(waiting) | Cause::EscalatedWhileWaiting(waiting) => {
                while_waiting(&at, from.copied(), waiting, findings);
            }
            Cause::MissedTooOften | Cause::TurnedAway => {}
        }
    }
    for (index, step) in design.steps.iter().enumerate() {
        let none = Leaving::default();
        let leaving = leaving.get(step.id.as_str()).unwrap_or(&none);
        limits_and_links(&at.step(index, &step.id), step, leaving, findings);
    }
}

/// How many links of the causes that a limit of the step belongs to.
#[derive(Debug, Default)]
struct Leaving {
    missed: usize,
    turned_away: usize,
}

fn out_of(at: &At, from: &Step, link: &Link, findings: &mut Findings) {
    let subject = label(&from.name, &from.id);
    match &from.work {
        Work::Outcome(_) => {
            let message = format!("a link leaves {subject}, which is an outcome: people have left there");
            findings.error(
                at,
                "link-from-outcome",
                message,
                "remove the link; people who come back are a setting of the outcome",
            );
        }
        Work::UniversalOffer(_) => {
            let message =
                format!("a link leaves {subject}, which is for a whole population: nobody walks through it");
            findings.error(at, "link-from-universal-offer", message, "remove the link");
        }
        _ => {}
    }
    let waits = matches!(from.work, Work::Contacts(_) | Work::Group(_) | Work::Places(_));
    let while_waiting = matches!(link.cause, Cause::RemovedWhileWaiting(_) | Cause::EscalatedWhileWaiting(_));
    if while_waiting && !waits {
        let message = format!("nobody waits at {subject}, so nobody can leave while waiting there");
        findings.error(
            &at.field("cause"),
            "nobody-waits-here",
            message,
            "let the link leave the step people wait for",
        );
    }
}

fn into(at: &At, to: &Step, findings: &mut Findings) {
    let subject = label(&to.name, &to.id);
    match &to.work {
        Work::Referrals(_) => {
            let message = format!("a link leads to {subject}, where people come from outside");
            let hint = "lead it to the step after it; people who come back later are a setting of outcomes";
            findings.error(&at.field("to"), "link-to-referrals", message, hint);
        }
        Work::UniversalOffer(_) => {
            let message = format!("a link leads to {subject}, which is for a whole population");
            findings.error(&at.field("to"), "link-to-universal-offer", message, "remove the link");
        }
        _ => {}
    }
}

fn condition(at: &At, from: Option<&Step>, condition: &Condition, findings: &mut Findings) {
    let subject = from.map_or("a step".to_owned(), |step| label(&step.name, &step.id));
    match (&condition.at_least, &condition.below) {
        (None, None) => {
            let message = format!("a condition out of {subject} does not say how many");
            findings.error(at, "condition-empty", message, "say at least how many, or fewer than how many");
        }
        (Some(at_least), Some(below)) if at_least.likely >= below.likely => {
            let message = format!(
                "a condition out of {subject} is never true: at least {} and fewer than {}",
                number(at_least.likely),
                number(below.likely)
            );
            findings.error(at, "condition-never-true", message, "the first number is below the second");
        }
        _ => {}
    }
}

fn while_waiting(at: &At, from: Option<&Step>, waiting: &WhileWaiting, findings: &mut Findings) {
    let subject = from.map_or("a step".to_owned(), |step| label(&step.name, &step.id));
    let cause = at.field("cause");
    if waiting.rates.is_empty() && waiting.after_weeks.is_none() {
        let message = format!("a link for people waiting at {subject} does not say how fast they leave");
        findings.error(
            &cause,
            "no-rate",
            message,
            "give it a rate a week, or a number of weeks after which they leave",
        );
    } else if waiting.after_weeks.is_none()
        && waiting.rates.iter().all(|rate| highest(&rate.percent_per_week) <= 0.0)
    {
        let message = format!("nobody ever leaves {subject} by this link: its rate is 0");
        findings.warning(&cause, "rate-zero", message, "give it a rate, or remove the link");
    }
    for (index, pair) in waiting.rates.windows(2).enumerate() {
        if let [earlier, later] = pair
            && earlier.from_weeks.likely >= later.from_weeks.likely
        {
            let message = format!(
                "the rates of leaving {subject} are not in order: week {} comes before week {}",
                number(earlier.from_weeks.likely),
                number(later.from_weeks.likely)
            );
            let at = cause.field(&format!("rates/{}/fromWeeks", index + 1));
            findings.error(&at, "rates-out-of-order", message, "list them by weeks waited, each week once");
        }
    }
}

fn limits_and_links(at: &At, step: &Step, leaving: &Leaving, findings: &mut Findings) {
    let subject = label(&step.name, &step.id);
    let (leave_after, list_limit): (Option<&Estimate>, Option<&Estimate>) = match &step.work {
        Work::Contacts(contacts) => (
            contacts.missed.as_ref().and_then(|missed| missed.leave_after.as_ref()),
            contacts.list_limit.as_ref(),
        ),
        Work::Group(group) => {
            (group.missed.as_ref().and_then(|missed| missed.leave_after.as_ref()), group.list_limit.as_ref())
        }
        Work::Places(places) => (None, places.list_limit.as_ref()),
        _ => (None, None),
    };
    match (leave_after, leaving.missed) {
        (Some(after), 0) => {
            let message = format!(
                "people leave {subject} after {} missed contacts, but no link says where to",
                number(after.likely)
            );
            let hint = "draw a link \"missed too often\", or let missed contacts always be booked again";
            findings.error(&at.field("work/missed/leaveAfter"), "missed-without-link", message, hint);
        }
        (None, 1..) => {
            let message = format!(
                "{subject} has a link \"missed too often\", but nobody leaves it for missed contacts"
            );
            findings.error(
                at,
                "missed-without-limit",
                message,
                "say after how many missed contacts people leave, or remove the link",
            );
        }
        _ => {}
    }
    match (list_limit, leaving.turned_away) {
        (Some(limit), 0) => {
            let message = format!(
                "the list of {subject} closes at {}, but no link says where people go then",
                number(lowest(limit))
            );
            findings.error(
                &at.field("work/listLimit"),
                "limit-without-link",
                message,
                "draw a link \"turned away\", or remove the limit",
            );
        }
        (None, 1..) => {
            let message = format!("{subject} has a link \"turned away\", but its list never closes");
            findings.error(
                at,
                "turned-away-without-limit",
                message,
                "say at which length the list closes, or remove the link",
            );
        }
        _ => {}
    }
    for (count, cause) in [(leaving.missed, "missed too often"), (leaving.turned_away, "turned away")] {
        if count > 1 {
            let message =
                format!("{subject} has {count} links \"{cause}\": which one people take is not said");
            findings.error(
                at,
                "several-links",
                message,
                "keep one, and let a split behind it share people out",
            );
        }
    }
}
