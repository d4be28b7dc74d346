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

mod parts;
mod shape;

use std::collections::BTreeMap;

use pathloom_service::{
    Calendar, Cause, ClientGroup, Contacts, Delay, Design, Distribution, Estimate, Group, Link, Outcome,
    OutcomeKind, Places, PostChange, Posts, Project, Referrals, Role, Scenario, ServiceOption, Severity,
    StaffingMix, Step, Tier, Work, check,
};

pub use parts::*;
pub use shape::{Shape, Unit, WEEK_HOURS};

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
            star: Vec::new(),
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

    /// Posts of a role more (or fewer) from a week on.
    ///
    /// # Panics
    /// When the role has no posts yet.
    #[must_use]
    pub fn posts_change(mut self, role: &str, from_week: u32, wte: f64) -> Self {
        let posts = self.project.mixes[0].posts.iter_mut().find(|posts| posts.role == role).expect("a role");
        posts.changes.push(PostChange { from_week, until_week: None, wte: wte.into() });
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
