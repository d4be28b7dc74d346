//! Random pathways: a few numbers from which a document is written that mostly passes its checks.

use pathloom_service::{
    Absence, AbsencePattern, ArrivalPattern, Calendar, Distribution, Estimate, FollowUpPolicy, OutcomeKind,
    OverDispersion, Project, Protected, Referrals, Role, Shift, Shifts, Turnover, Weekdays, Work,
    WorkingPattern,
};
use pathloom_tests::build::{Service, figures, poisson, round_the_clock};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

#[path = "steps.rs"]
mod steps;

/// A pathway in a few numbers.
#[derive(Debug, Clone)]
pub(crate) struct Recipe {
    pub(crate) seed: u64,
    weeks: u32,
    warm_up: u32,
    priorities: Vec<u8>,
    roles: Vec<RoleRecipe>,
    referrals: (f64, u8),
    steps: Vec<StepRecipe>,
    returns: Option<f64>,
}

#[derive(Debug, Clone)]
struct RoleRecipe {
    wte: f64,
    hours: u8,
    away: u8,
    policy: u8,
    change: Option<(u32, f64)>,
}

#[derive(Debug, Clone)]
struct StepRecipe {
    kind: u8,
    role: usize,
    /// Length of a visit, a session, a stay or a delay, in hours; days for the last two.
    length: f64,
    shape: u8,
    settings: [u8; 6],
    /// Where else people go, and how many per cent of them.
    second: (usize, f64),
    backward: bool,
    limit: Option<u32>,
    removal: Option<f64>,
    escalation: Option<f64>,
    order: u8,
    stops_clock: bool,
    start: u8,
}

pub(crate) fn recipe() -> impl Strategy<Value = Recipe> {
    let people = (any::<u64>(), 3u32..20, 0u32..4, vec(0u8..3, 1..4), (2.0f64..25.0, 0u8..5));
    (people, vec(role(), 3), vec(step(), 1..6), option::of(10.0f64..60.0)).prop_map(
        |(people, roles, steps, returns)| {
            let (seed, weeks, warm_up, priorities, referrals) = people;
            Recipe { seed, weeks, warm_up, priorities, roles, referrals, steps, returns }
        },
    )
}

fn role() -> impl Strategy<Value = RoleRecipe> {
    (
        prop_oneof![Just(1.0), Just(2.0), 0.3f64..3.0],
        0u8..4,
        0u8..5,
        0u8..3,
        option::weighted(0.2, (1u32..6, -0.2f64..2.0)),
    )
        .prop_map(|(wte, hours, away, policy, change)| RoleRecipe { wte, hours, away, policy, change })
}

fn step() -> impl Strategy<Value = StepRecipe> {
    let what = (0u8..9, 0usize..3, 0.3f64..3.0, 0u8..5, any::<[u8; 6]>());
    let ways = ((0usize..8, 0.0f64..60.0), any::<bool>(), option::weighted(0.25, 0u32..12));
    let rest = (
        option::weighted(0.3, 1.0f64..30.0),
        option::weighted(0.2, 1.0f64..6.0),
        0u8..7,
        prop::bool::weighted(0.7),
        0u8..6,
    );
    (what, ways, rest).prop_map(|(what, ways, rest)| {
        let (kind, role, length, shape, settings) = what;
        let (second, backward, limit) = ways;
        let (removal, escalation, order, stops_clock, start) = rest;
        StepRecipe {
            kind,
            role,
            length,
            shape,
            settings,
            second,
            backward,
            limit,
            removal,
            escalation,
            order,
            stops_clock,
            start,
        }
    })
}

impl Recipe {
    /// The document.
    pub(crate) fn project(&self) -> Project {
        let mut service = Service::new(self.weeks).warm_up(self.warm_up).tier("first");
        for (at, priority) in self.priorities.iter().enumerate() {
            service = service.group(&format!("group-{at}"), *priority);
        }
        for (at, role) in self.roles.iter().enumerate() {
            service = role.add_to(service, &format!("role-{at}"));
        }
        service = service.referrals("referrals", self.arrivals());
        for (at, step) in self.steps.iter().enumerate() {
            if at == 1 {
                service = service.tier("later");
            }
            service = service.step(&format!("step-{at}"), step.work(&self.priorities));
        }
        service = service
            .outcome("done", OutcomeKind::Completed)
            .outcome("advised", OutcomeKind::Signposted)
            .outcome("gone", OutcomeKind::Removed)
            .outcome("moved", OutcomeKind::EscalatedOut)
            .then("referrals", "step-0");
        for (at, step) in self.steps.iter().enumerate() {
            service = step.link(service, at, self.steps.len());
        }
        let mut project = service.project();
        if let (Some(percent), Some(step)) =
            (self.returns, project.designs[0].steps.iter_mut().find(|step| step.id == "done"))
            && let Work::Outcome(outcome) = &mut step.work
        {
            outcome.returns = Some(pathloom_service::Returns {
                percent: percent.into(),
                after_weeks: Distribution::exponential(1.5),
                to: "step-0".to_owned(),
            });
        }
        project
    }

    fn arrivals(&self) -> Referrals {
        let (rate, kind) = self.referrals;
        let even = 100.0 / self.priorities.len() as f64;
        let names: Vec<String> = (0..self.priorities.len()).map(|at| format!("group-{at}")).collect();
        let mix: Vec<(&str, f64)> = names.iter().map(|name| (name.as_str(), even)).collect();
        let of = poisson(rate);
        let of = match kind {
            0 => of,
            1 => Referrals { pattern: ArrivalPattern::Regular, ..of },
            2 => Referrals {
                pattern: ArrivalPattern::OverDispersed(OverDispersion { variance_to_mean: 3.0.into() }),
                ..of
            },
            3 => Referrals {
                weekday_profile: [1.0, 2.0, 1.0, 0.5, 1.0, 0.0, 0.0].map(Estimate::exactly).to_vec(),
                growth_percent_per_year: 20.0.into(),
                ..of
            },
            _ => Referrals { per_week: Estimate::between(rate * 0.5, rate, rate * 1.5), ..of },
        };
        Referrals { case_mix: figures(&mix), ..of }
    }
}

impl RoleRecipe {
    fn add_to(&self, service: Service, id: &str) -> Service {
        let pattern = match self.hours {
            0 => None,
            1 => Some(WorkingPattern::Continuous),
            2 => Some(WorkingPattern::Weekdays(Weekdays {
                days: vec![1, 2, 3, 4, 5],
                starts_at_hour: 9.0.into(),
            })),
            _ => {
                let shift = |from: f64, to: f64, posts: f64| Shift {
                    from_hour: from.into(),
                    to_hour: to.into(),
                    posts: posts.into(),
                };
                Some(WorkingPattern::Shifts(Shifts {
                    shifts: vec![shift(0.0, 7.5, 0.0), shift(7.5, 15.0, 2.0), shift(15.0, 24.0, 1.0)],
                }))
            }
        };
        let calendar = pattern.map(|pattern| Calendar {
            id: format!("{id}-calendar"),
            name: "Calendar".to_owned(),
            pattern,
            bank_holidays: self.hours == 2,
            closures: Vec::new(),
        });
        let absence = |pattern| Absence {
            leave_days_per_year: 30.0.into(),
            study_days_per_year: Estimate::default(),
            sickness_percent: 5.0.into(),
            pattern,
        };
        let role = Role {
            calendar: calendar.as_ref().map(|calendar| calendar.id.clone()),
            hours_per_week: if self.hours == 0 { 168.0.into() } else { 37.5.into() },
            absence: match self.away {
                1 => Some(absence(AbsencePattern::Even)),
                2 => Some(absence(AbsencePattern::WholeWeeks)),
                _ => None,
            },
            turnover: (self.away == 3).then(|| Turnover {
                vacant_percent: 20.0.into(),
                leavers_percent_per_year: 200.0.into(),
                weeks_to_recruit: Distribution::fixed(3.0),
                weeks_to_full_productivity: 4.0.into(),
            }),
            follow_up_policy: match self.policy {
                0 => FollowUpPolicy::FollowUpsFirst,
                1 => FollowUpPolicy::NewFirst,
                _ => FollowUpPolicy::ProtectedForNew(Protected { percent: 40.0.into() }),
            },
            ..round_the_clock(id)
        };
        let service = calendar.into_iter().fold(service, Service::calendar).role(role, self.wte);
        match self.change {
            Some((week, wte)) => service.posts_change(id, week, wte),
            None => service,
        }
    }
}
