//! Roles, calendars and staffing mixes.

use std::collections::BTreeSet;

use super::findings::{At, Findings};
use super::timeline::{self, Dated};
use super::words::{label, number, plural};
use super::{Section, Surroundings, distributions, names, ranges, references};
use crate::limits;
use crate::project::Project;
use crate::workforce::{Calendar, Role, Shifts, StaffingMix, Weekdays, WorkingPattern};

/// Working days of a year: what leave is counted in.
const WORKING_DAYS: f64 = 260.0;

/// The calendars.
pub(super) fn calendars(top: &At, around: Surroundings, findings: &mut Findings) {
    for (index, calendar) in around.calendars.iter().enumerate() {
        let at = top.element("calendars", Section::Calendars as usize, index, &calendar.id);
        let subject = label(&calendar.name, &calendar.id);
        ranges::figures(&at, &subject, calendar, findings);
        match &calendar.pattern {
            WorkingPattern::Continuous => {}
            WorkingPattern::Weekdays(weekdays) => {
                days(&at.field("pattern/days"), &subject, weekdays, findings)
            }
            WorkingPattern::Shifts(shifts) => {
                self::shifts(&at.field("pattern/shifts"), &subject, shifts, findings)
            }
        }
        for (index, closure) in calendar.closures.iter().enumerate() {
            let at = at.field(&format!("closures/{index}"));
            if closure.from > closure.to {
                let message =
                    format!("{subject}: a closure ends ({}) before it begins ({})", closure.to, closure.from);
                findings.error(&at, "closure-ends-first", message, "swap the two dates");
            }
            names::text(
                &|| at.clone(),
                &subject,
                "the name of a closure",
                &closure.name,
                limits::LABEL_LENGTH,
                findings,
            );
        }
    }
}

fn days(at: &At, subject: &str, weekdays: &Weekdays, findings: &mut Findings) {
    let mut seen = BTreeSet::new();
    if weekdays.days.is_empty() {
        let message = format!("{subject} has no working day");
        findings.error(at, "no-working-day", message, "name the days: 1 is Monday, 7 Sunday");
    } else if let Some(day) = weekdays.days.iter().find(|day| !(1..=7).contains(*day)) {
        let message = format!("{subject}: there is no weekday {day}");
        findings.error(at, "no-such-weekday", message, "1 is Monday, 7 Sunday");
    } else if let Some(day) = weekdays.days.iter().find(|day| !seen.insert(**day)) {
        let message = format!("{subject} lists weekday {day} twice");
        findings.error(at, "weekday-twice", message, "list each day once");
    }
}

fn shifts(at: &At, subject: &str, shifts: &Shifts, findings: &mut Findings) {
    let mut until = 0.0;
    for (index, shift) in shifts.shifts.iter().enumerate() {
        let (from, to) = (shift.from_hour.likely, shift.to_hour.likely);
        if from >= to {
            let message = format!("{subject}: a shift ends at {} but starts at {}", number(to), number(from));
            let hint = "cut a night shift at midnight: 20 to 24, and 0 to 8";
            findings.error(&at.field(&index.to_string()), "shift-ends-first", message, hint);
            return;
        }
        if (from - until).abs() > 1e-9 {
            let message = format!("{subject}: the shift before {} ends at {}", number(from), number(until));
            let hint = "shifts follow each other from 0 to 24, without gap or overlap; 0 posts where nobody is on duty";
            findings.error(&at.field(&index.to_string()), "shifts-with-gap", message, hint);
            return;
        }
        until = to;
    }
    if (until - 24.0).abs() > 1e-9 {
        let message = format!("{subject}: the shifts end at {}, not at 24", number(until));
        findings.error(
            at,
            "shifts-with-gap",
            message,
            "shifts cover the day from 0 to 24; 0 posts where nobody is on duty",
        );
    } else if shifts.shifts.iter().all(|shift| shift.posts.likely <= 0.0) {
        let message = format!("{subject}: nobody is on duty at any hour");
        findings.error(at, "nobody-on-duty", message, "say how many posts are on duty");
    }
}

/// The roles.
pub(super) fn roles(top: &At, around: Surroundings, findings: &mut Findings) {
    let calendars: BTreeSet<&str> = around.calendars.iter().map(|calendar| calendar.id.as_str()).collect();
    for (index, role) in around.roles.iter().enumerate() {
        let at = top.element("roles", Section::Roles as usize, index, &role.id);
        let subject = label(&role.name, &role.id);
        ranges::figures(&at, &subject, role, findings);
        if let Some(id) = &role.calendar {
            references::one(&at.field("calendar"), &subject, "calendar", &calendars, id, findings);
        }
        let calendar = around.calendars.iter().find(|calendar| role.calendar.as_ref() == Some(&calendar.id));
        hours(&at, &subject, role, calendar, findings);
        if let Some(absence) = &role.absence {
            let days = absence.leave_days_per_year.likely + absence.study_days_per_year.likely;
            if days / WORKING_DAYS + absence.sickness_percent.likely / 100.0 >= 1.0 {
                let message =
                    format!("{subject} is away all year: leave, study and sickness leave no working day");
                findings.error(
                    &at.field("absence"),
                    "always-away",
                    message,
                    "check days a year and the share of sickness",
                );
            }
        }
        if let Some(turnover) = &role.turnover {
            let at = at.field("turnover/weeksToRecruit");
            distributions::distribution(&at, &subject, &turnover.weeks_to_recruit, findings);
        }
        for (index, commitment) in role.commitments.iter().enumerate() {
            let at = || at.field(&format!("commitments/{index}/name"));
            names::text(
                &at,
                &subject,
                "the name of a commitment",
                &commitment.name,
                limits::LABEL_LENGTH,
                findings,
            );
        }
        if let Some(band) = &role.band {
            names::text(&|| at.field("band"), &subject, "its band", band, limits::LABEL_LENGTH, findings);
        }
    }
}

/// Clinical hours of one WTE [hours a week].
fn clinical_hours(role: &Role) -> f64 {
    role.hours_per_week.likely * role.clinical_percent.likely / 100.0
}

/// Hours of one WTE that are left for contacts [hours a week].
pub(super) fn hours_left(role: &Role) -> f64 {
    let committed: f64 =
        role.commitments.iter().map(|commitment| commitment.hours_per_wte_per_week.likely).sum();
    clinical_hours(role) - committed
}

fn hours(at: &At, subject: &str, role: &Role, calendar: Option<&Calendar>, findings: &mut Findings) {
    let clinical = clinical_hours(role);
    if clinical <= 0.0 {
        let message = format!("{subject} has no clinical hours");
        findings.error(at, "no-clinical-hours", message, "check the hours a week and the clinical share");
        return;
    }
    if hours_left(role) <= 0.0 {
        let message = format!(
            "{subject}: the fixed commitments ({} hours a week) leave nothing of the clinical hours ({})",
            number(clinical - hours_left(role)),
            number(clinical)
        );
        findings.error(
            &at.field("commitments"),
            "commitments-take-all-hours",
            message,
            "lower the commitments, or raise the clinical share",
        );
    }
    let Some(Calendar { pattern: WorkingPattern::Weekdays(weekdays), .. }) = calendar else { return };
    let days: BTreeSet<u8> = weekdays.days.iter().copied().filter(|day| (1..=7).contains(day)).collect();
    let starts = weekdays.starts_at_hour.likely;
    // What is wrong with the calendar itself is said there.
    if days.is_empty() || days.len() < weekdays.days.len() || !(0.0..=24.0).contains(&starts) {
        return;
    }
    let a_day = clinical / days.len() as f64;
    let worked =
        format!("{subject} works {} clinical hours on {}", number(a_day), plural(days.len(), "day", "days"));
    if a_day > 24.0 {
        let message = format!("{worked} a week: more than a day has");
        findings.error(at, "hours-do-not-fit-the-day", message, "add working days, or use shifts");
    } else if a_day + starts > 24.0 {
        let message = format!("{worked} a week from {}:00: past midnight", number(starts));
        findings.warning(
            at,
            "day-past-midnight",
            message,
            "the day is begun earlier instead: say when, or use shifts",
        );
    }
}

/// The dated changes of a staffing mix.
pub(super) fn mix(at: &At, mix: &StaffingMix, around: Surroundings, findings: &mut Findings) {
    for (index, posts) in mix.posts.iter().enumerate() {
        let at = references::posts_at(at, index, posts);
        let subject = ranges::posts_label(mix, posts, around);
        timeline::check(&at, &subject, "WTE", around.weeks, posts.wte.likely, &dated(posts), findings);
    }
}

/// The changes of one role's posts.
pub(super) fn dated(posts: &crate::workforce::Posts) -> Vec<Dated> {
    let changes = posts.changes.iter();
    changes
        .map(|change| Dated {
            from_week: change.from_week,
            until_week: change.until_week,
            more: change.wte.likely,
        })
        .collect()
}

/// Roles that no step of any design needs.
pub(super) fn unused_roles(top: &At, project: &Project, findings: &mut Findings) {
    let steps = project.designs.iter().flat_map(|design| &design.steps);
    let used: BTreeSet<&str> = steps.flat_map(references::needs).flatten().collect();
    for (index, role) in project.roles.iter().enumerate().filter(|(_, role)| !used.contains(role.id.as_str()))
    {
        let at = top.element("roles", Section::Roles as usize, index, &role.id);
        let message = format!("no step needs {}", label(&role.name, &role.id));
        findings.warning(&at, "role-unused", message, "name the role at a step, or remove it");
    }
}
