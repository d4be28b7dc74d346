//! Parts of a document with everything at rest but what a case is about.

use std::collections::BTreeMap;

use pathloom_service::{
    ArrivalPattern, Cause, Contacts, Count, Distribution, EndOfDay, Estimate, Every, FollowUpPolicy, Group,
    History, Places, QueueOrder, Referrals, Role, Schedule, Share, SkilledRole, StaffNeed, WaitingRate,
    WhileWaiting, WithinClass,
};

use super::WEEK_HOURS;

/// Referrals at random, so many a week.
pub fn poisson(per_week: f64) -> Referrals {
    Referrals {
        per_week: per_week.into(),
        pattern: ArrivalPattern::Poisson,
        month_profile: Vec::new(),
        weekday_profile: Vec::new(),
        growth_percent_per_year: Estimate::default(),
        changes: Vec::new(),
        case_mix: BTreeMap::new(),
    }
}

/// Referrals evenly spaced, the first after one whole gap.
pub fn evenly(per_week: f64) -> Referrals {
    Referrals { pattern: ArrivalPattern::Regular, ..poisson(per_week) }
}

/// Referrals on these days.
pub fn replayed(days: Vec<f64>) -> Referrals {
    Referrals { pattern: ArrivalPattern::History(History { days }), ..poisson(0.0) }
}

/// The same referrals, of these client groups `[%]`.
pub fn of_groups(referrals: Referrals, mix: &[(&str, f64)]) -> Referrals {
    Referrals { case_mix: figures(mix), ..referrals }
}

/// Figures by id.
pub fn figures(figures: &[(&str, f64)]) -> BTreeMap<String, Estimate> {
    figures.iter().map(|(id, value)| ((*id).to_owned(), (*value).into())).collect()
}

/// A need for one professional of a role.
pub fn need(role: &str) -> StaffNeed {
    StaffNeed { any_of: vec![SkilledRole { role: role.to_owned(), time_percent: 100.0.into() }] }
}

/// One contact with one professional, first come first served at the step within a priority class.
pub fn contacts_by(role: &str, minutes: Distribution) -> Contacts {
    Contacts {
        staff: vec![need(role)],
        contacts_per_person: Count::default(),
        weeks_between: Estimate::default(),
        face_to_face_minutes: minutes,
        admin_minutes: Estimate::default(),
        travel_minutes: Estimate::default(),
        time_percent_by_group: BTreeMap::new(),
        booking_notice_days: Estimate::default(),
        missed: None,
        cancelled_percent: Estimate::default(),
        arrive_booked: false,
        new_per_week: None,
        caseload_per_wte: None,
        order: by_arrival(),
        end_of_day: EndOfDay::default(),
        stops_clock: true,
        list_limit: None,
        start: None,
    }
}

/// First come, first served at the step.
pub fn by_arrival() -> QueueOrder {
    QueueOrder { within_class: WithinClass::Arrival, ..QueueOrder::default() }
}

/// So many places.
pub fn places(number: u32, stay_days: Distribution) -> Places {
    Places {
        places: f64::from(number).into(),
        changes: Vec::new(),
        stay_days,
        keeps_place_until_admitted: false,
        order: by_arrival(),
        stops_clock: true,
        list_limit: None,
        cost_pounds_per_day: Estimate::default(),
        start: None,
    }
}

/// One session every so many weeks, for at most so many people, without staff.
pub fn programme(seats: u32, every_weeks: f64) -> Group {
    Group {
        seats: f64::from(seats).into(),
        minimum: 1.0.into(),
        schedule: Schedule::Every(Every { every_weeks: every_weeks.into(), first_after_weeks: None }),
        sessions: 1.0.into(),
        weeks_between: 1.0.into(),
        session_minutes: Estimate::default(),
        staff: Vec::new(),
        missed: None,
        order: by_arrival(),
        stops_clock: true,
        list_limit: None,
        start: None,
    }
}

/// Taken by so many per cent of those who are done.
pub fn share(percent: f64) -> Cause {
    Cause::Completed(Share { percent: percent.into(), ..Share::default() })
}

/// Leaving at a rate `[% a week]`.
pub fn leaving_at(percent_per_week: f64) -> WhileWaiting {
    let rate = WaitingRate { from_weeks: Estimate::default(), percent_per_week: percent_per_week.into() };
    WhileWaiting { rates: vec![rate], after_weeks: None }
}

/// Leaving after exactly so many weeks.
pub fn leaving_after(weeks: f64) -> WhileWaiting {
    WhileWaiting { rates: Vec::new(), after_weeks: Some(weeks.into()) }
}

/// A role whose posts work every hour of the week.
pub fn round_the_clock(id: &str) -> Role {
    Role {
        id: id.to_owned(),
        name: id.to_owned(),
        band: None,
        cost_pounds_per_year: Estimate::default(),
        hours_per_week: WEEK_HOURS.into(),
        clinical_percent: 100.0.into(),
        calendar: None,
        commitments: Vec::new(),
        absence: None,
        turnover: None,
        follow_up_policy: FollowUpPolicy::default(),
    }
}
