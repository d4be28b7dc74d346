//! What one person means for a step: how many contacts, programmes and days, who goes on and who leaves, and the
//! hours that follow from the people a week.

use libm::{exp, pow};
use pathloom_service::{Scenario, Work};

use super::sharing::Task;
use super::spread::{Course, Moments, course, moments};
use crate::plan::{ContactsPlan, GroupPlan, Kind, PlacesPlan, Plan, Routes};
use crate::theory::slots::SlotClinic;

/// A step, per person who comes to it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Visit {
    /// Contacts.
    Contacts { course: Course, face_hours: Moments },
    /// A programme of sessions, repeated by those who came to none.
    Group { programmes: f64, completes: f64 },
    /// A stay.
    Places { stay_days: Moments },
    /// Nothing that takes staff or places.
    Nothing,
    /// Whoever comes here stays for ever.
    NeverEnds,
}

/// What a visit to each step is like.
pub(super) fn visits(scenario: &Scenario, plan: &Plan) -> Vec<Visit> {
    let of_step =
        |(step, plan): (&pathloom_service::Step, &crate::plan::StepPlan)| match (&step.work, &plan.kind) {
            (Work::Contacts(contacts), Kind::Contacts(settings)) => {
                let mut face_hours = moments(&contacts.face_to_face_minutes);
                face_hours =
                    Moments { mean: face_hours.mean / 60.0, variance: face_hours.variance / 3_600.0 };
                match course(&settings.contacts, settings.missed.as_ref()) {
                    Some(course) if settings.cancelled < 1.0 => Visit::Contacts { course, face_hours },
                    _ => Visit::NeverEnds,
                }
            }
            (Work::Group(_), Kind::Group(group)) => {
                let missed = group.missed.map_or(0.0, |missed| missed.share);
                let limit = group.missed.map_or(u16::MAX, |missed| missed.leave_after);
                let none = pow(missed, f64::from(group.sessions));
                let gives_up = if limit == u16::MAX { 0.0 } else { pow(none, f64::from(limit)) };
                match none {
                    _ if none < 1.0 => Visit::Group {
                        programmes: (1.0 - gives_up) / (1.0 - none),
                        completes: 1.0 - gives_up,
                    },
                    _ if limit < u16::MAX => Visit::Group { programmes: f64::from(limit), completes: 0.0 },
                    _ => Visit::NeverEnds,
                }
            }
            (Work::Places(places), Kind::Places(_)) => {
                Visit::Places { stay_days: moments(&places.stay_days) }
            }
            _ => Visit::Nothing,
        };
    scenario.design.steps.iter().zip(&plan.steps).map(of_step).collect()
}

/// Where people of each group go from each step, with their shares `[groups][steps]`.
pub(super) fn onward(plan: &Plan, visits: &[Visit]) -> Vec<Vec<Vec<(usize, f64)>>> {
    let of_group = |group: usize| {
        let of_step = |(at, (step, visit)): (usize, (&crate::plan::StepPlan, &Visit))| {
            let mut links = Vec::new();
            let (completes, exit) = match (visit, &step.kind) {
                (Visit::NeverEnds, _) => return vec![(at, 1.0)],
                (Visit::Contacts { course, .. }, Kind::Contacts(contacts)) => {
                    (course.completes, contacts.missed.map(|missed| missed.to))
                }
                (Visit::Group { completes, .. }, Kind::Group(group)) => {
                    (*completes, group.missed.map(|missed| missed.to))
                }
                (_, Kind::Outcome(outcome)) => {
                    links.extend(outcome.returns.as_ref().map(|(share, _, to)| (usize::from(*to), *share)));
                    (0.0, None)
                }
                _ => (1.0, None),
            };
            links.extend(shares(&step.routes, group).map(|(to, share)| (to, share * completes)));
            if let Some(to) = exit.filter(|_| completes < 1.0) {
                links.push((usize::from(to), 1.0 - completes));
            }
            links.retain(|(to, share)| *share > 0.0 && *to < plan.steps.len());
            links
        };
        plan.steps.iter().zip(visits).enumerate().map(of_step).collect()
    };
    (0..plan.n_groups()).map(of_group).collect()
}

/// Shares of the links whose turn depends on nothing but chance; where every link has a condition, those of the last.
fn shares(routes: &Routes, group: usize) -> impl Iterator<Item = (usize, f64)> {
    let links = routes.by_group.get(group).map_or(&[][..], Vec::as_slice);
    let before = std::iter::once(0.0).chain(links.iter().map(|(cumulative, _)| *cumulative));
    links.iter().zip(before).map(|((cumulative, to), before)| (usize::from(*to), cumulative - before))
}

/// Staffed contacts of one step.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct ContactLoad {
    /// Contacts, missed ones included `[contacts a week]`.
    pub(super) contacts: f64,
    /// Missed contacts `[contacts a week]`.
    pub(super) missed: f64,
    /// Hours of one professional at the usual speed `[hours a week]`.
    pub(super) hours: f64,
    /// Sum of the squares of the lengths of contacts `[hours² a week]`.
    pub(super) squares: f64,
}

impl ContactLoad {
    /// The contacts of people who come at these rates `[groups]`.
    pub(super) fn new(contacts: &ContactsPlan, course: &Course, face: &Moments, people: &[f64]) -> Self {
        let mut load = Self::default();
        for (people, factor) in people.iter().zip(&contacts.factor_by_group) {
            let whole = (face.mean + contacts.extra_hours) * factor;
            let variance = face.variance * factor * factor;
            let (lost, lost_variance) = match contacts.missed {
                Some(missed) if missed.hours_lost >= 0.0 => (missed.hours_lost, 0.0),
                _ => ((face.mean + contacts.travel_hours) * factor, variance),
            };
            load.contacts += people * (course.attended + course.missed);
            load.missed += people * course.missed;
            load.hours += people * (course.attended * whole + course.missed * lost);
            load.squares += people * course.attended * (whole * whole + variance);
            load.squares += people * course.missed * (lost * lost + lost_variance);
        }
        load
    }
}

/// Seats and sessions of one group step.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct GroupLoad {
    /// Seats needed `[seats a week]`.
    pub(super) seats_needed: f64,
    /// Seats offered `[seats a week]`; none when a programme starts whenever it is full.
    pub(super) seats_offered: Option<f64>,
    /// Programmes started `[programmes a week]`.
    pub(super) programmes: f64,
    /// Share of the planned starts that find enough people `[1]`.
    pub(super) runs: f64,
}

impl GroupLoad {
    pub(super) fn new(group: &GroupPlan, programmes_a_person: f64, people: f64) -> Self {
        let needed = people * programmes_a_person;
        let seats = f64::from(group.seats);
        let Some((gap_days, _)) = group.every else {
            return Self { seats_needed: needed, seats_offered: None, programmes: needed / seats, runs: 1.0 };
        };
        let starts = 7.0 / gap_days;
        let runs = run_share(needed / starts, group.seats, group.minimum);
        Self { seats_needed: needed, seats_offered: Some(seats * starts), programmes: starts * runs, runs }
    }
}

/// Share of planned starts that find enough people, with so many new ones for each.
///
/// # Source
/// With a minimum of one: one less the chance that nobody waits (Janssen and van Leeuwaarden, as in
/// [`SlotClinic`]). Otherwise the list just after a start as a Markov chain, iterated.
fn run_share(new: f64, seats: u32, minimum: u32) -> f64 {
    let most = f64::from(seats);
    if new <= 0.0 {
        return 0.0;
    }
    if new > 0.95 * most || minimum > seats {
        return 1.0_f64.min(new / f64::from(minimum.max(1)));
    }
    if minimum <= 1 {
        return SlotClinic::new(new, seats, 1.0)
            .map_or_else(|_| new.min(1.0), |clinic| 1.0 - clinic.cleared_probability * exp(-new));
    }
    if seats > 100 {
        return (new / f64::from(minimum)).min(1.0);
    }
    let (seats, minimum) = (seats as usize, minimum as usize);
    let come = poisson(new);
    let size = 4 * seats + come.len();
    let mut after = vec![0.0; size];
    after[0] = 1.0;
    let mut runs = 0.0;
    for _ in 0..500 {
        let mut before = vec![0.0; size];
        for (list, chance) in after.iter().enumerate().filter(|(_, chance)| **chance > 1e-15) {
            for (more, come) in come.iter().enumerate() {
                before[(list + more).min(size - 1)] += chance * come;
            }
        }
        let now: f64 = before[minimum..].iter().sum();
        after.fill(0.0);
        for (list, chance) in before.into_iter().enumerate() {
            after[if list < minimum { list } else { list.saturating_sub(seats) }] += chance;
        }
        let settled = (now - runs).abs() < 1e-9;
        runs = now;
        if settled {
            break;
        }
    }
    runs
}

/// Chances of 0, 1, 2 … people, to where nearly all is counted.
fn poisson(mean: f64) -> Vec<f64> {
    let mut chances = vec![exp(-mean)];
    let mut sum = chances[0];
    while sum < 1.0 - 1e-12 && chances.len() < 1_000 {
        let next = chances[chances.len() - 1] * mean / chances.len() as f64;
        sum += next;
        chances.push(next);
    }
    chances
}

/// Mean number of places over the weeks counted.
pub(super) fn mean_places(places: &PlacesPlan, plan: &Plan) -> f64 {
    let ends = places.places.iter().skip(1).map(|(day, _)| *day).chain([f64::INFINITY]);
    let counted = places.places.iter().zip(ends).map(|((from, number), to)| {
        let days = to.min(plan.horizon_days) - from.max(plan.warm_up_days);
        f64::from(*number) * days.max(0.0)
    });
    counted.sum::<f64>() / (plan.horizon_days - plan.warm_up_days).max(1.0)
}

/// The staff work of a step, one task for each professional.
pub(super) fn tasks(step: usize, kind: &Kind, hours: f64) -> Vec<Task> {
    let task = |roles: &[(u16, f64)], hours: f64| Task { step, roles: roles.to_vec(), hours };
    match kind {
        Kind::Contacts(contacts) => contacts.needs.iter().map(|need| task(need, hours)).collect(),
        // `hours` are those of one hour in each session.
        Kind::Group(group) => group.staff.iter().map(|need| task(&need.any_of, need.hours * hours)).collect(),
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_group_with_no_minimum_runs_unless_nobody_waits() {
        // One seat a week and 0.5 people: whoever comes is seated, so half the starts are used.
        assert!((run_share(0.5, 1, 1) - 0.5).abs() < 1e-9);
        assert_eq!(run_share(12.0, 10, 5), 1.0, "more people than seats");
        assert_eq!(run_share(0.0, 10, 1), 0.0);
    }

    #[test]
    fn a_group_that_must_be_full_runs_as_often_as_it_fills() {
        // Every programme takes four, so three people a start fill three starts in four.
        assert!((run_share(3.0, 4, 4) - 0.75).abs() < 1e-6);
    }

    #[test]
    fn a_minimum_below_the_usual_number_hardly_matters() {
        let (few, none) = (run_share(9.0, 12, 2), run_share(9.0, 12, 1));
        assert!(few > 0.99 && few < none, "{few} {none}");
    }
}
