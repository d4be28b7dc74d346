//! What a step of a random pathway is in a document.

use pathloom_service::distribution::{Geometric, ShapeMean};
use pathloom_service::{
    Cause, Contacts, Count, Delay, Distribution, EndOfDay, Estimate, Every, Group, InTreatment, ListAges,
    ListSummary, Missed, Places, QueueOrder, Rebook, Schedule, SessionStaff, Share, SkilledRole, StaffNeed,
    StartingList, StartingState, WithinClass, Work,
};
use pathloom_tests::build::{
    Service, Shape, contacts_by, figures, leaving_after, leaving_at, places, programme, share,
};

use super::StepRecipe;

impl StepRecipe {
    /// Whether a setting is used, as it is by one in so many; the least number uses none, so that what fails is
    /// printed with no more settings than it takes.
    fn on(&self, at: usize, of: u8) -> bool {
        self.settings[at] % of == of - 1
    }

    fn order(&self) -> QueueOrder {
        let mut order = QueueOrder::default();
        match self.order {
            1 => order.within_class = WithinClass::Arrival,
            2 => order.ignores_class = true,
            3 => order.urgent_percent = Some(30.0.into()),
            4 => order.longest_waiters_percent = Some(25.0.into()),
            5 => order.rises_after_weeks = Some(2.0.into()),
            _ => {}
        }
        order
    }

    /// A length with this mean.
    fn around(&self, mean: f64) -> Distribution {
        match self.shape {
            0 => Distribution::fixed(mean),
            1 => Distribution::exponential(mean),
            2 => Distribution::lognormal(mean, mean / 2.0),
            3 => Shape::Uniform(0.2 * mean, 1.8 * mean).times(1.0),
            _ => Distribution::Weibull(ShapeMean { shape: 1.5.into(), mean: mean.into() }),
        }
    }

    fn missed(&self) -> Option<Missed> {
        self.on(0, 3).then(|| Missed {
            percent: 20.0.into(),
            minutes_lost: self.on(1, 2).then(|| 15.0.into()),
            rebook: [Rebook::KeepsPlace, Rebook::BackOfQueue, Rebook::ClockRestarts]
                [usize::from(self.settings[2] % 3)],
            leave_after: self.on(3, 2).then(|| 2.0.into()),
        })
    }

    fn list_limit(&self) -> Option<Estimate> {
        self.limit.map(|limit| f64::from(limit).into())
    }

    fn starting(&self, groups: &[u8]) -> Option<StartingState> {
        let waiting = match self.start {
            1 => Some(StartingList::Summary(ListSummary {
                number: 12.0.into(),
                mean_weeks: 9.0.into(),
                longest_weeks: 30.0.into(),
            })),
            2 => Some(StartingList::Ages(ListAges {
                weeks: vec![0.0, 0.5, 3.0, 20.0, 110.0],
                groups: Vec::new(),
            })),
            _ => None,
        };
        let in_treatment = (self.start >= 2 && self.start < 5).then(|| InTreatment {
            number: 3.0.into(),
            contacts_left: Count::fixed(2),
            days_left: (self.start == 3 && self.kind >= 6).then(|| Distribution::exponential(4.0)),
        });
        let case_mix =
            if self.start == 4 && groups.len() > 1 { figures(&[("group-1", 100.0)]) } else { figures(&[]) };
        (waiting.is_some() || in_treatment.is_some()).then_some(StartingState {
            waiting,
            in_treatment,
            case_mix,
        })
    }

    fn staff(&self) -> Vec<StaffNeed> {
        let skilled = |role: usize, percent: f64| SkilledRole {
            role: format!("role-{}", role % 3),
            time_percent: percent.into(),
        };
        let mut staff = vec![StaffNeed { any_of: vec![skilled(self.role, 100.0)] }];
        if self.on(4, 4) {
            staff[0].any_of.push(skilled(self.role + 1, 130.0));
        }
        if self.on(5, 5) {
            staff.push(StaffNeed { any_of: vec![skilled(self.role + 2, 50.0)] });
        }
        staff
    }

    pub(super) fn work(&self, groups: &[u8]) -> Work {
        match self.kind {
            0..=3 => Work::Contacts(Box::new(self.contacts(groups))),
            4 | 5 => Work::Group(Box::new(self.sessions(groups))),
            6 => Work::Places(Box::new(Places {
                keeps_place_until_admitted: self.on(0, 2),
                order: self.order(),
                stops_clock: self.stops_clock,
                list_limit: self.list_limit(),
                start: self.starting(groups),
                ..places(u32::from(self.settings[1] % 9) + 3, self.around(4.0 * self.length))
            })),
            7 => Work::Delay(Delay {
                days: self.around(4.0 * self.length),
                start: self.starting(groups).map(|start| StartingState { waiting: None, ..start }),
            }),
            _ => Work::Split,
        }
    }

    fn contacts(&self, groups: &[u8]) -> Contacts {
        Contacts {
            staff: self.staff(),
            contacts_per_person: match self.settings[0] % 4 {
                3 => Count::Geometric(Geometric { mean: 2.5.into(), at_most: 6.0.into() }),
                2 => Count::fixed(3),
                _ => Count::fixed(1),
            },
            weeks_between: f64::from(self.settings[1] % 3).into(),
            admin_minutes: f64::from(self.settings[2] % 2 * 20).into(),
            travel_minutes: f64::from(self.settings[3] % 2 * 10).into(),
            time_percent_by_group: if self.on(1, 4) { figures(&[("group-0", 150.0)]) } else { figures(&[]) },
            booking_notice_days: if self.on(2, 4) { 6.0.into() } else { Estimate::default() },
            missed: self.missed(),
            cancelled_percent: if self.on(3, 4) { 15.0.into() } else { Estimate::default() },
            arrive_booked: self.on(4, 6),
            new_per_week: self.on(5, 4).then(|| 6.0.into()),
            caseload_per_wte: self.on(2, 5).then(|| 5.0.into()),
            order: if groups.is_empty() { QueueOrder::default() } else { self.order() },
            end_of_day: [EndOfDay::CarriesOn, EndOfDay::Overtime, EndOfDay::OnlyIfItFits]
                [usize::from(self.settings[4] % 3)],
            stops_clock: self.stops_clock,
            list_limit: self.list_limit(),
            start: self.starting(groups),
            ..contacts_by("role-0", self.around(60.0 * self.length))
        }
    }

    fn sessions(&self, groups: &[u8]) -> Group {
        let seats = u32::from(self.settings[3] % 8) + 2;
        Group {
            minimum: f64::from(self.settings[4] % 2 + 1).into(),
            schedule: if self.on(1, 3) {
                Schedule::WhenFull
            } else {
                Schedule::Every(Every {
                    every_weeks: (0.5 * f64::from(self.settings[2] % 4 + 1)).into(),
                    first_after_weeks: self.on(5, 2).then(|| 0.25.into()),
                })
            },
            sessions: f64::from(self.settings[5] % 3 + 1).into(),
            session_minutes: 90.0.into(),
            staff: vec![SessionStaff {
                any_of: self.staff().remove(0).any_of,
                hours_per_session: 2.5.into(),
            }],
            missed: self.missed(),
            order: self.order(),
            stops_clock: self.stops_clock,
            list_limit: self.list_limit(),
            start: self.starting(groups),
            ..programme(seats, 1.0)
        }
    }

    fn keeps_place(&self) -> bool {
        self.kind == 6 && self.on(0, 2)
    }

    pub(super) fn link(&self, mut service: Service, at: usize, steps: usize) -> Service {
        let from = format!("step-{at}");
        let onwards = if at + 1 < steps { format!("step-{}", at + 1) } else { "done".to_owned() };
        let (hint, percent) = self.second;
        let back = self.backward && self.kind != 8 && !self.keeps_place();
        let other = match hint {
            0..4 if back => format!("step-{}", hint % (at + 1)),
            4 | 5 => "advised".to_owned(),
            _ => "done".to_owned(),
        };
        let waited_for = self.kind < 7;
        if other == onwards {
            service = service.then(&from, &onwards);
        } else {
            let late = Share { when: None, ..Share::default() };
            let rest = Cause::Completed(Share { percent: (100.0 - percent).into(), ..late });
            service = service.link(&from, &other, share(percent)).link(&from, &onwards, rest);
        }
        if !waited_for {
            return service;
        }
        if let Some(rate) = self.removal {
            service = service.link(&from, "gone", Cause::RemovedWhileWaiting(leaving_at(rate)));
        }
        if let Some(weeks) = self.escalation {
            let to = if at + 2 < steps { format!("step-{}", at + 2) } else { "moved".to_owned() };
            service = service.link(&from, &to, Cause::EscalatedWhileWaiting(leaving_after(weeks)));
        }
        if self.limit.is_some() {
            service = service.link(&from, "advised", Cause::TurnedAway);
        }
        if self.kind < 6 && self.missed().is_some_and(|missed| missed.leave_after.is_some()) {
            service = service.link(&from, "gone", Cause::MissedTooOften);
        }
        service
    }
}
