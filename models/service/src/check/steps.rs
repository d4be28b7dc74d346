//! Settings of one step that do not go together.

use super::Surroundings;
use super::distributions::{SHARE_TOLERANCE, highest};
use super::findings::{At, Findings};
use super::timeline::{self, Dated};
use super::words::{label, number};
use crate::estimate::Estimate;
use crate::step::{Contacts, Group, Missed, Places, QueueOrder, Returns, Step, UniversalOffer, Work};

/// One step.
pub(super) fn step(at: &At, step: &Step, around: Surroundings, findings: &mut Findings) {
    let subject = label(&step.name, &step.id);
    let at = at.field("work");
    match &step.work {
        Work::Referrals(referrals) => {
            for (index, change) in referrals.changes.iter().enumerate() {
                let at = at.field(&format!("changes/{index}"));
                timeline::after_the_end(
                    &at,
                    &subject,
                    "the referral rate",
                    change.from_week,
                    around.weeks,
                    findings,
                );
            }
            let weeks: Vec<u32> = referrals.changes.iter().map(|change| change.from_week).collect();
            if !weeks.is_sorted_by(|earlier, later| earlier < later) {
                let message = format!("{subject}: the changes of the referral rate are not in order");
                findings.error(
                    &at.field("changes"),
                    "changes-out-of-order",
                    message,
                    "list them by week, each week once",
                );
            }
        }
        Work::Contacts(contacts) => self::contacts(&at, &subject, contacts, findings),
        Work::Group(group) => self::group(&at, &subject, group, findings),
        Work::Places(places) => self::places(&at, &subject, places, around, findings),
        Work::UniversalOffer(offer) => self::offer(&at, &subject, offer, findings),
        Work::Outcome(outcome) => {
            if let Some(back) = &outcome.returns {
                returns(&at.field("returns"), &subject, back, findings);
            }
        }
        Work::Split | Work::Delay(_) => {}
    }
}

fn contacts(at: &At, subject: &str, contacts: &Contacts, findings: &mut Findings) {
    if contacts.staff.is_empty() {
        let message = format!("{subject} needs no staff: nobody would see the people");
        findings.error(
            &at.field("staff"),
            "no-staff",
            message,
            "say who is needed; for time that just passes use a delay",
        );
    }
    no_alternatives(at, subject, contacts.staff.iter().map(|need| need.any_of.is_empty()), findings);
    if contacts.cancelled_percent.likely >= 100.0 {
        let message = format!("every contact at {subject} is cancelled: nobody is ever seen");
        findings.error(&at.field("cancelledPercent"), "never-seen", message, "keep it below 100%");
    }
    if let Some(missed) = &contacts.missed {
        always_missed(at, subject, missed, findings);
    }
    let closed = [("newPerWeek", &contacts.new_per_week), ("caseloadPerWte", &contacts.caseload_per_wte)];
    for (field, limit) in closed {
        if limit.as_ref().is_some_and(|limit| highest(limit) <= 0.0) {
            let message = format!("{subject} takes on nobody: its limit is 0");
            findings.warning(&at.field(field), "takes-on-nobody", message, "raise the limit, or remove it");
        }
    }
    order(at, subject, &contacts.order, findings);
}

fn group(at: &At, subject: &str, group: &Group, findings: &mut Findings) {
    if group.minimum.likely > group.seats.likely {
        let message = format!(
            "{subject} runs for at least {} people but has {} seats",
            number(group.minimum.likely),
            number(group.seats.likely)
        );
        findings.error(
            &at.field("minimum"),
            "minimum-above-seats",
            message,
            "lower the fewest people, or add seats",
        );
    }
    no_alternatives(at, subject, group.staff.iter().map(|need| need.any_of.is_empty()), findings);
    if let Some(missed) = &group.missed {
        always_missed(at, subject, missed, findings);
    }
    order(at, subject, &group.order, findings);
}

fn places(at: &At, subject: &str, places: &Places, around: Surroundings, findings: &mut Findings) {
    let changes: Vec<Dated> = places
        .changes
        .iter()
        .map(|change| Dated {
            from_week: change.from_week,
            until_week: change.until_week,
            more: change.places.likely,
        })
        .collect();
    timeline::check(at, subject, "places", around.weeks, places.places.likely, &changes, findings);
    let (_, most) = timeline::extremes(highest(&places.places), &changes);
    if most <= 0.0 {
        let message = format!("{subject} never has a place: nobody gets in");
        findings.warning(&at.field("places"), "takes-on-nobody", message, "say how many places there are");
    }
    order(at, subject, &places.order, findings);
}

fn offer(at: &At, subject: &str, offer: &UniversalOffer, findings: &mut Findings) {
    let prevents = highest(&offer.prevents_percent) > 0.0 && highest(&offer.reach_percent) > 0.0;
    if prevents && offer.reaches.is_empty() {
        let message = format!("{subject} prevents demand, but does not say whose");
        findings.warning(
            &at.field("reaches"),
            "reaches-nobody",
            message,
            "name the referral steps that it reaches",
        );
    }
}

fn returns(at: &At, subject: &str, returns: &Returns, findings: &mut Findings) {
    if returns.percent.likely >= 100.0 && super::reach::no_time(&returns.after_weeks) {
        let message = format!("everybody who leaves by {subject} comes back at once: nobody ever leaves");
        findings.error(at, "everybody-returns-at-once", message, "lower the share, or let some weeks pass");
    }
}

/// A need that no role meets.
fn no_alternatives(at: &At, subject: &str, empty: impl Iterator<Item = bool>, findings: &mut Findings) {
    for (index, _) in empty.enumerate().filter(|(_, empty)| *empty) {
        let message = format!("{subject} needs somebody, but no role is named");
        findings.error(
            &at.field(&format!("staff/{index}")),
            "no-staff",
            message,
            "name the roles that will do, the preferred one first",
        );
    }
}

/// Everybody misses every contact and is booked again for ever.
fn always_missed(at: &At, subject: &str, missed: &Missed, findings: &mut Findings) {
    if missed.percent.likely >= 100.0 && missed.leave_after.is_none() {
        let message = format!("every contact at {subject} is missed: nobody is ever seen");
        let hint = "keep it below 100%, or say after how many people leave";
        findings.error(&at.field("missed/percent"), "never-seen", message, hint);
    }
}

/// Shares of capacity kept for some.
fn order(at: &At, subject: &str, order: &QueueOrder, findings: &mut Findings) {
    let share = |kept: &Option<Estimate>| kept.as_ref().map_or(0.0, |kept| kept.likely);
    let kept = share(&order.urgent_percent) + share(&order.longest_waiters_percent);
    if kept > 100.0 + SHARE_TOLERANCE {
        let message = format!("{subject} keeps {}% of first contacts for some people", number(kept));
        findings.error(&at.field("order"), "kept-above-100", message, "the shares kept add to at most 100%");
    }
    if order.ignores_class && (order.urgent_percent.is_some() || order.rises_after_weeks.is_some()) {
        let message = format!("{subject} counts everybody alike, and yet has settings for urgent people");
        findings.warning(&at.field("order"), "setting-not-used", message, "choose one of the two");
    }
}
