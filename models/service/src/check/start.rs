//! Who is there when the simulation starts, and replayed referrals.

use super::distributions::highest;
use super::findings::{At, Findings};
use super::words::{label, number, plural};
use crate::demand::{ArrivalPattern, History, InTreatment, ListAges, ListSummary, StartingList};
use crate::limits;
use crate::step::{Step, Work};

/// The starting state of one step.
pub(super) fn step(at: &At, step: &Step, findings: &mut Findings) {
    let subject = label(&step.name, &step.id);
    if let Work::Referrals(referrals) = &step.work
        && let ArrivalPattern::History(history) = &referrals.pattern
    {
        self::history(&at.field("work/pattern/days"), &subject, history, findings);
    }
    let Some(start) = step.start() else { return };
    let at = at.field("work/start");
    match &start.waiting {
        Some(_) if matches!(step.work, Work::Delay(_)) => {
            let message = format!("nobody waits for {subject}: time just passes there");
            findings.error(
                &at.field("waiting"),
                "nobody-waits-here",
                message,
                "enter these people as under way, or at the step they wait for",
            );
        }
        Some(StartingList::Summary(list)) => summary(&at.field("waiting"), &subject, list, findings),
        Some(StartingList::Ages(list)) => ages(&at.field("waiting"), &subject, list, findings),
        None => {}
    }
    if let Some(treatment) = &start.in_treatment {
        in_treatment(&at.field("inTreatment"), &subject, step, treatment, findings);
    }
}

fn history(at: &At, subject: &str, history: &History, findings: &mut Findings) {
    let days = &history.days;
    if days.is_empty() {
        let message = format!("{subject} replays a record without any referral");
        findings.warning(at, "history-empty", message, "import the referral dates, or use a rate");
    }
    if let Some(bad) = days.iter().find(|day| !(0.0..=f64::from(limits::WEEKS) * 7.0).contains(*day)) {
        let message = format!("{subject}: a replayed referral falls on day {}", number(*bad));
        findings.error(
            at,
            "history-out-of-range",
            message,
            "days are counted from the start date: 0 or more",
        );
    } else if let Some(at_index) = days.windows(2).position(|pair| pair[0] > pair[1]) {
        let message =
            format!("{subject}: the replayed referrals are not in order (from number {})", at_index + 2);
        findings.error(at, "history-out-of-order", message, "sort them by date");
    }
}

fn summary(at: &At, subject: &str, list: &ListSummary, findings: &mut Findings) {
    let (people, mean, longest) = (list.number.likely, list.mean_weeks.likely, list.longest_weeks.likely);
    if people <= 0.0 || ![people, mean, longest].iter().all(|value| value.is_finite()) {
        return;
    }
    if mean <= 0.0 || longest <= 0.0 {
        let message = format!(
            "{subject}: {} wait at the start, but their wait is 0 weeks",
            plural(people as usize, "person", "people")
        );
        findings.error(
            &at.field("meanWeeks"),
            "list-without-wait",
            message,
            "enter their mean and longest wait",
        );
    } else if mean > longest || (people > 1.0 && mean >= longest) {
        let message = format!(
            "{subject}: the mean wait ({} weeks) is not below the longest ({} weeks)",
            number(mean),
            number(longest)
        );
        findings.error(&at.field("meanWeeks"), "mean-above-longest", message, "check which is which");
    } else if mean * people < longest - 1e-9 {
        // One person alone has already waited longer than the mean allows all of them together.
        let message = format!(
            "{subject}: {} with a mean of {} weeks cannot include one of {} weeks",
            plural(people as usize, "person", "people"),
            number(mean),
            number(longest)
        );
        let hint = format!("the mean is at least {} weeks", number(longest / people));
        findings.error(&at.field("meanWeeks"), "list-impossible", message, hint);
    }
}

fn ages(at: &At, subject: &str, list: &ListAges, findings: &mut Findings) {
    let bad = |weeks: &&f64| !(0.0..=limits::WAITED_WEEKS).contains(*weeks);
    if let Some(worst) = list.weeks.iter().find(bad) {
        let count = list.weeks.iter().filter(bad).count();
        let message = format!(
            "{subject}: the wait of {} on the imported list cannot be right ({} weeks)",
            plural(count, "person", "people"),
            number(*worst)
        );
        let hint =
            format!("weeks waited are from 0 to {}: check the referral dates", number(limits::WAITED_WEEKS));
        findings.error(&at.field("weeks"), "wait-out-of-range", message, hint);
    }
    if !list.groups.is_empty() && list.groups.len() != list.weeks.len() {
        let message = format!(
            "{subject}: {} on the imported list, but {} with a client group",
            plural(list.weeks.len(), "person", "people"),
            plural(list.groups.len(), "person", "people")
        );
        findings.error(
            &at.field("groups"),
            "list-uneven",
            message,
            "name a group for everybody, or for nobody",
        );
    }
}

fn in_treatment(at: &At, subject: &str, step: &Step, treatment: &InTreatment, findings: &mut Findings) {
    if treatment.days_left.is_some() && !matches!(step.work, Work::Places(_) | Work::Delay(_)) {
        let message = format!("{subject}: days still to stay have no meaning here");
        findings.warning(
            &at.field("daysLeft"),
            "setting-not-used",
            message,
            "enter contacts still to come instead",
        );
    }
    if let Work::Places(places) = &step.work
        && treatment.number.likely > highest(&places.places)
    {
        let message = format!(
            "{subject} starts with {} people in {} places",
            number(treatment.number.likely),
            number(places.places.likely)
        );
        findings.warning(&at.field("number"), "more-than-places", message, "check both numbers");
    }
}
