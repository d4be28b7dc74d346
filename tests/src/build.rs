//! Small services put together in a few lines, as documents: the same types a file is read into, checked the same way.
//!
//! ```
//! use pathloom_tests::build::{Service, Shape, Unit, contacts_by, poisson};
//!
//! // One clinician, 0.8 people an hour, visits of an hour on average: M/M/1.
//! let hour = Unit::hours(1.0);
//! let scenario = Service::new(52)
//!     .staff("clinician", 1.0)
//!     .referrals("referrals", poisson(hour.per_week(0.8)))
//!     .contacts("clinic", contacts_by("clinician", Shape::Exponential(1.0).minutes(hour)))
//!     .leaves("clinic")
//!     .then("referrals", "clinic")
//!     .scenario();
//! assert_eq!(scenario.design.steps.len(), 3);
//! ```

use std::collections::BTreeMap;

use pathloom_service::distribution::{Between, Mixture, MixturePart, Spread};
use pathloom_service::{
    ArrivalPattern, Calendar, Cause, ClientGroup, Contacts, Count, Delay, Design, Distribution, EndOfDay,
    Estimate, Every, FollowUpPolicy, Group, History, Link, Outcome, OutcomeKind, Places, Posts, Project,
    QueueOrder, Referrals, Role, Scenario, Schedule, ServiceOption, Severity, Share, SkilledRole, StaffNeed,
    StaffingMix, Step, Tier, WaitingRate, WhileWaiting, WithinClass, Work, check,
};
use pathloom_simulation::theory::TheoryError;
use pathloom_simulation::theory::moments::Moments;

/// Hours of a week round the clock: what one post of [`Service::staff`] works.
pub const WEEK_HOURS: f64 = 168.0;

/// How long one unit of a case's time is on the clock of the document.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Unit {
    hours: f64,
}

impl Unit {
    /// A unit of so many hours.
    pub const fn hours(hours: f64) -> Self {
        Self { hours }
    }

    /// A unit of so many weeks.
    pub const fn weeks(weeks: f64) -> Self {
        Self { hours: weeks * WEEK_HOURS }
    }

    /// A rate for each unit, a week.
    pub fn per_week(self, rate: f64) -> f64 {
        rate * WEEK_HOURS / self.hours
    }

    /// A time in minutes.
    pub fn minutes(self, time: f64) -> f64 {
        time * 60.0 * self.hours
    }

    /// A time in days.
    pub fn days(self, time: f64) -> f64 {
        time * self.hours / 24.0
    }

    /// A time in weeks.
    pub fn in_weeks(self, time: f64) -> f64 {
        time * self.hours / WEEK_HOURS
    }

    /// Weeks in units.
    pub fn of_weeks(self, weeks: f64) -> f64 {
        weeks * WEEK_HOURS / self.hours
    }

    /// Days in units.
    pub fn of_days(self, days: f64) -> f64 {
        days * 24.0 / self.hours
    }
}

/// How long something takes, in units.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Shape {
    /// Always this.
    Fixed(f64),
    /// Exponential with this mean.
    Exponential(f64),
    /// Erlang: mean and phases.
    Erlang(f64, u32),
    /// Evenly between two.
    Uniform(f64, f64),
    /// Lognormal: mean and standard deviation.
    Lognormal(f64, f64),
    /// Two exponentials with balanced means: mean and squared variation.
    Hyperexponential(f64, f64),
}

impl Shape {
    /// In minutes, for contacts.
    pub fn minutes(self, unit: Unit) -> Distribution {
        self.times(unit.minutes(1.0))
    }

    /// In days, for stays and delays.
    pub fn days(self, unit: Unit) -> Distribution {
        self.times(unit.days(1.0))
    }

    /// Every value so many times as long.
    pub fn times(self, factor: f64) -> Distribution {
        let at = |value: f64| Estimate::exactly(value * factor);
        match self {
            Self::Fixed(value) => Distribution::fixed(value * factor),
            Self::Exponential(mean) => Distribution::exponential(mean * factor),
            Self::Erlang(mean, phases) => Distribution::Gamma(Spread {
                mean: at(mean),
                sd: at(mean / f64::from(phases).sqrt()),
                at_least: None,
                at_most: None,
            }),
            Self::Uniform(low, high) => Distribution::Uniform(Between { low: at(low), high: at(high) }),
            Self::Lognormal(mean, sd) => Distribution::lognormal(mean * factor, sd * factor),
            Self::Hyperexponential(mean, variation) => {
                let first = 0.5 * (1.0 + ((variation - 1.0) / (variation + 1.0)).sqrt());
                let part = |share: f64| MixturePart {
                    percent: (100.0 * share).into(),
                    of: Distribution::exponential(mean * factor / (2.0 * share)),
                };
                Distribution::Mixture(Mixture { parts: vec![part(first), part(1.0 - first)] })
            }
        }
    }

    /// Its first three moments.
    ///
    /// # Errors
    /// [`TheoryError::InvalidParameter`] for a shape that is none.
    pub fn moments(self) -> Result<Moments, TheoryError> {
        match self {
            Self::Fixed(value) => Moments::deterministic(value),
            Self::Exponential(mean) => Moments::exponential(mean),
            Self::Erlang(mean, phases) => Moments::erlang(mean, phases),
            Self::Uniform(low, high) => Moments::uniform(low, high),
            Self::Lognormal(mean, sd) => Moments::lognormal(mean, sd),
            Self::Hyperexponential(mean, variation) => Moments::hyperexponential(mean, variation),
        }
    }
}

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

/// Leaving at a rate [% a week].
pub fn leaving_at(percent_per_week: f64) -> WhileWaiting {
    let rate = WaitingRate { from_weeks: Estimate::default(), percent_per_week: percent_per_week.into() };
    WhileWaiting { rates: vec![rate], after_weeks: None }
}

/// Leaving after exactly so many weeks.
pub fn leaving_after(weeks: f64) -> WhileWaiting {
    WhileWaiting { rates: Vec::new(), after_weeks: Some(weeks.into()) }
}

/// A document in the making: one design, one staffing mix, one option.
#[derive(Debug, Clone)]
pub struct Service {
    project: Project,
}

impl Service {
    /// An empty service, looked ahead so many weeks from Monday 1 January 2024.
    ///
    /// # Panics
    /// Never: the date is one.
    pub fn new(weeks: u32) -> Self {
        let start = "2024-01-01".parse().expect("a date");
        let mut project = Project::new("A case", start, weeks);
        project.designs.push(Design {
            id: "design".to_owned(),
            name: "Design".to_owned(),
            description: String::new(),
            steps: Vec::new(),
            links: Vec::new(),
        });
        let mix = StaffingMix { id: "mix".to_owned(), name: "Mix".to_owned(), posts: Vec::new() };
        project.mixes.push(mix);
        project.options.push(ServiceOption {
            id: "option".to_owned(),
            name: "Option".to_owned(),
            description: String::new(),
            design: "design".to_owned(),
            mix: Some("mix".to_owned()),
            changes: Vec::new(),
        });
        Self { project }
    }

    /// Weeks simulated first and not counted.
    #[must_use]
    pub fn warm_up(mut self, weeks: u32) -> Self {
        self.project.warm_up_weeks = weeks;
        self
    }

    /// A client group with its priority class.
    #[must_use]
    pub fn group(mut self, id: &str, priority: u8) -> Self {
        self.project.groups.push(ClientGroup {
            id: id.to_owned(),
            name: id.to_owned(),
            priority,
            labels: BTreeMap::new(),
        });
        self
    }

    /// A calendar.
    #[must_use]
    pub fn calendar(mut self, calendar: Calendar) -> Self {
        self.project.calendars.push(calendar);
        self
    }

    /// A tier.
    #[must_use]
    pub fn tier(mut self, id: &str) -> Self {
        self.project.tiers.push(Tier { id: id.to_owned(), name: id.to_owned() });
        self
    }

    /// So many posts that work round the clock: the servers of a queue.
    #[must_use]
    pub fn staff(self, id: &str, posts: f64) -> Self {
        self.role(round_the_clock(id), posts)
    }

    /// A role with its posts.
    #[must_use]
    pub fn role(mut self, role: Role, wte: f64) -> Self {
        let posts = Posts { role: role.id.clone(), wte: wte.into(), changes: Vec::new() };
        self.project.mixes[0].posts.push(posts);
        self.project.roles.push(role);
        self
    }

    /// Any step.
    #[must_use]
    pub fn step(mut self, id: &str, work: Work) -> Self {
        self.project.designs[0].steps.push(Step {
            id: id.to_owned(),
            name: id.to_owned(),
            tier: self.project.tiers.last().map(|tier| tier.id.clone()),
            position: None,
            note: String::new(),
            work,
        });
        self
    }

    /// People arrive.
    #[must_use]
    pub fn referrals(self, id: &str, referrals: Referrals) -> Self {
        self.step(id, Work::Referrals(referrals))
    }

    /// Staff contacts.
    #[must_use]
    pub fn contacts(self, id: &str, contacts: Contacts) -> Self {
        self.step(id, Work::Contacts(Box::new(contacts)))
    }

    /// Places.
    #[must_use]
    pub fn places(self, id: &str, places: Places) -> Self {
        self.step(id, Work::Places(Box::new(places)))
    }

    /// Programmes of sessions.
    #[must_use]
    pub fn programme(self, id: &str, group: Group) -> Self {
        self.step(id, Work::Group(Box::new(group)))
    }

    /// Time passes.
    #[must_use]
    pub fn delay(self, id: &str, days: Distribution) -> Self {
        self.step(id, Work::Delay(Delay { days, start: None }))
    }

    /// People leave.
    #[must_use]
    pub fn outcome(self, id: &str, counts_as: OutcomeKind) -> Self {
        self.step(
            id,
            Work::Outcome(Outcome {
                counts_as,
                cost_pounds: Estimate::default(),
                benefit_pounds: Estimate::default(),
                quality_adjusted_life_years: Estimate::default(),
                returns: None,
            }),
        )
    }

    /// A link with its cause.
    #[must_use]
    pub fn link(mut self, from: &str, to: &str, cause: Cause) -> Self {
        let links = &mut self.project.designs[0].links;
        let id = format!("link-{}", links.len());
        links.push(Link { id, from: from.to_owned(), to: to.to_owned(), cause });
        self
    }

    /// Everybody goes on from one step to another.
    #[must_use]
    pub fn then(self, from: &str, to: &str) -> Self {
        self.link(from, to, share(100.0))
    }

    /// Everybody leaves after a step, by the outcome `done`, which is added once.
    #[must_use]
    pub fn leaves(mut self, from: &str) -> Self {
        if !self.project.designs[0].steps.iter().any(|step| step.id == "done") {
            self = self.outcome("done", OutcomeKind::Completed);
        }
        self.then(from, "done")
    }

    /// The document, with one client group where none was named.
    #[must_use]
    pub fn project(mut self) -> Project {
        if self.project.groups.is_empty() {
            self = self.group("everyone", 0);
        }
        self.project
    }

    /// Its only option, after the document has been checked as a file would be.
    ///
    /// # Panics
    /// When the document has errors, which are listed.
    #[must_use]
    pub fn scenario(self) -> Scenario {
        let project = self.project();
        let errors: Vec<String> = check(&project)
            .iter()
            .filter(|problem| problem.severity == Severity::Error)
            .map(ToString::to_string)
            .collect();
        assert!(errors.is_empty(), "the case is not a sound document:\n{}", errors.join("\n"));
        project.scenario(&project.options[0]).expect("the only option names what is there")
    }
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
