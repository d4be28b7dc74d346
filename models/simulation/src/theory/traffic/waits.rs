//! The wait a queueing formula gives for one step, or why none does.

use serde::Serialize;

use super::spread::{Course, Moments};
use super::work::ContactLoad;
use crate::plan::{ContactsPlan, EndOfDayPlan, GroupPlan, PlacesPlan, PolicyPlan};
use crate::theory::approximate;
use crate::theory::multiserver::MultiServer;
use crate::theory::slots::SlotClinic;

/// The mean wait at a step in the long run.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum LongRunWait {
    /// A formula gives it.
    Mean {
        /// From joining the list to the first contact, session or place `[weeks]` -- output
        mean_weeks: f64,
        /// The formula -- output
        formula: Formula,
    },
    /// No formula describes the step.
    Unknown {
        /// Why not -- output
        reason: NoFormula,
    },
}

/// A formula for a mean wait.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub enum Formula {
    /// Random arrivals, exponential lengths.
    ErlangC,
    /// Any arrivals and lengths, roughly.
    AllenCunneen,
    /// The same, with booked follow-ups and new people taking turns by the role's policy (Cobham).
    Priority,
    /// A programme that takes so many at each start.
    ClinicSlots,
}

impl Formula {
    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::ErlangC => "Erlang C",
            Self::AllenCunneen => "Allen-Cunneen",
            Self::Priority => "Allen-Cunneen, follow-ups apart",
            Self::ClinicSlots => "clinic slots",
        }
    }
}

/// Why no formula gives a wait.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub enum NoFormula {
    /// Nobody waits at a step of this kind, or nobody comes.
    NobodyWaits,
    /// There is more work than capacity: the list grows.
    Grows,
    /// Several professionals are needed at once.
    JointContacts,
    /// The staff do much work at other steps.
    SharedStaff,
    /// First contacts a week or the caseload are limited.
    LimitedIntake,
    /// The list is closed at a length.
    ClosedList,
    /// A contact starts only when it fits the day.
    FitsTheDay,
    /// A programme starts when enough people wait.
    FillsFirst,
}

impl NoFormula {
    /// In plain words.
    pub fn reason(self) -> &'static str {
        match self {
            Self::NobodyWaits => "nobody waits here",
            Self::Grows => "the list grows, so there is no long run",
            Self::JointContacts => "several professionals are needed at once",
            Self::SharedStaff => "its staff also do much work at other steps",
            Self::LimitedIntake => "new people or the caseload are limited",
            Self::ClosedList => "the list is closed at a length",
            Self::FitsTheDay => "contacts start only when they fit the day",
            Self::FillsFirst => "a programme starts when enough people wait",
        }
    }
}

/// What there is for a step's contacts.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Staff {
    /// Hours its roles have, less their other work `[hours a week]`.
    pub(super) hours: f64,
    /// Hours its roles have at all `[hours a week]`.
    pub(super) all_hours: f64,
    /// Full-time posts of its roles `[posts]`.
    pub(super) posts: f64,
    /// Hours its contacts take of them `[hours a week]`.
    pub(super) needed: f64,
    /// Who comes first.
    pub(super) policy: PolicyPlan,
    /// Squared coefficient of variation of the times between arrivals `[1]`.
    pub(super) arrival_variation: f64,
}

/// Least share of its roles' work that must be the step's own for a formula to describe it (chosen).
const MOSTLY: f64 = 0.8;

/// The shortest time to the next booking of somebody who was not seen `[weeks]`, as the simulation has it.
const NEXT_BOOKING_WEEKS: f64 = 1.0 / 7.0;

/// The mean wait for a first contact.
///
/// Posts are servers that work their share of the week evenly; that the week has nights is not in it. A notice is
/// added whole; so are the days until a missed or cancelled first contact is booked again.
///
/// # Source
/// Allen–Cunneen as in [`approximate`]; follow-ups and new people as two classes of one length of service by
/// Cobham, Operations Research 2 (1954), whose ratio of mean waits is applied to it.
pub(super) fn contacts(
    plan: &ContactsPlan,
    course: &Course,
    load: &ContactLoad,
    staff: &Staff,
) -> Result<(f64, Formula), NoFormula> {
    if load.contacts <= 0.0 || load.hours <= 0.0 {
        return Err(NoFormula::NobodyWaits);
    }
    if plan.needs.len() > 1 {
        return Err(NoFormula::JointContacts);
    }
    if plan.new_per_week < u32::MAX || plan.caseload_per_wte < f64::INFINITY {
        return Err(NoFormula::LimitedIntake);
    }
    if plan.wait.list_limit < u32::MAX {
        return Err(NoFormula::ClosedList);
    }
    if plan.end_of_day == EndOfDayPlan::OnlyIfItFits {
        return Err(NoFormula::FitsTheDay);
    }
    let elsewhere = (staff.all_hours - staff.hours).max(0.0);
    if staff.needed < MOSTLY * (staff.needed + elsewhere) {
        return Err(NoFormula::SharedStaff);
    }
    let posts = staff.posts.round().clamp(1.0, 1e5) as u32;
    let mean_hours = staff.needed / load.contacts;
    let rate = staff.hours / f64::from(posts) / mean_hours;
    let queue = MultiServer::new(load.contacts, rate, posts).map_err(|_| NoFormula::Grows)?;
    let usual_hours = load.hours / load.contacts;
    let variation = (load.squares / load.contacts / (usual_hours * usual_hours) - 1.0).max(0.0);
    let exponential = (variation - 1.0).abs() < 1e-6 && staff.arrival_variation == 1.0;
    let wait =
        approximate::mean_wait(&queue, staff.arrival_variation, variation).map_err(|_| NoFormula::Grows)?;

    let each = course.attended + course.missed;
    let new = queue.load * (course.first_tries / each).min(1.0);
    let follow_ups = (queue.load - new).max(0.0);
    let apart = follow_ups > 1e-9 && !plan.arrive_booked;
    let (wait, formula) = match staff.policy {
        PolicyPlan::FollowUpsFirst if apart => (wait / (1.0 - follow_ups), Formula::Priority),
        PolicyPlan::NewFirst if apart => (wait * (1.0 - queue.load) / (1.0 - new), Formula::Priority),
        _ if exponential && !apart => (wait, Formula::ErlangC),
        _ => (wait, Formula::AllenCunneen),
    };
    let again = course.first_tries - 1.0 + plan.cancelled / (1.0 - plan.cancelled);
    let notice = plan.notice_days / 7.0;
    Ok((wait + notice + again.max(0.0) * notice.max(NEXT_BOOKING_WEEKS), formula))
}

/// The mean wait for a place.
pub(super) fn places(
    plan: &PlacesPlan,
    stay_days: &Moments,
    number: f64,
    people: f64,
) -> Result<(f64, Formula), NoFormula> {
    if people <= 0.0 || stay_days.mean <= 0.0 {
        return Err(NoFormula::NobodyWaits);
    }
    if plan.wait.list_limit < u32::MAX {
        return Err(NoFormula::ClosedList);
    }
    let servers = number.round().clamp(1.0, 1e6) as u32;
    let queue = MultiServer::new(people, 7.0 / stay_days.mean, servers).map_err(|_| NoFormula::Grows)?;
    let variation = stay_days.squared_variation(0.0);
    let wait = approximate::mean_wait(&queue, 1.0, variation).map_err(|_| NoFormula::Grows)?;
    let exponential = (variation - 1.0).abs() < 1e-6;
    Ok((wait, if exponential { Formula::ErlangC } else { Formula::AllenCunneen }))
}

/// The mean wait for a seat of a programme that starts at regular times.
pub(super) fn group(plan: &GroupPlan, runs: f64, seats_needed: f64) -> Result<(f64, Formula), NoFormula> {
    let Some((gap_days, _)) = plan.every else { return Err(NoFormula::FillsFirst) };
    if seats_needed <= 0.0 {
        return Err(NoFormula::NobodyWaits);
    }
    if plan.wait.list_limit < u32::MAX {
        return Err(NoFormula::ClosedList);
    }
    if plan.minimum > 1 && runs < 0.99 {
        return Err(NoFormula::FillsFirst);
    }
    let clinic = SlotClinic::new(seats_needed, plan.seats, gap_days / 7.0).map_err(|_| NoFormula::Grows)?;
    Ok((clinic.mean_wait, Formula::ClinicSlots))
}
