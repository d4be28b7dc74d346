//! Steps and links, ready to run.

use std::collections::BTreeMap;

use pathloom_service::{
    Cause, Condition, ConditionOf, Contacts, Design, EndOfDay, Estimate, Group, Link, Missed, OutcomeKind,
    Places, QueueOrder, Rebook, Scenario, Schedule, Share, SkilledRole, StartingState, Step, WaitingRate,
    WhileWaiting, WithinClass, Work, graph,
};
use petgraph::algo::tarjan_scc;

use super::demand::{self, StartPlan};
use super::{NOWHERE, Names};
use crate::run::RunError;
use crate::sample::{Counter, Sampler, whole};
use crate::stream::id_key;

/// A node of the pathway.
#[derive(Debug, Clone)]
pub(crate) struct StepPlan {
    pub(crate) key: u64,
    pub(crate) tier: Option<u16>,
    pub(crate) kind: Kind,
    pub(crate) routes: Routes,
    pub(crate) start: Option<StartPlan>,
    /// Whether a person can come here twice without a new referral.
    pub(crate) in_cycle: bool,
    /// Everybody is of one priority class here.
    pub(crate) one_class: bool,
}

/// What happens at a step.
#[derive(Debug, Clone)]
pub(crate) enum Kind {
    /// Referrals, splits: people pass at once.
    Pass,
    Contacts(Box<ContactsPlan>),
    Group(Box<GroupPlan>),
    Places(Box<PlacesPlan>),
    Delay(Sampler),
    /// Universal offer: nobody is ever here.
    Offer,
    Outcome(OutcomePlan),
}

impl StepPlan {
    /// The queue settings, for steps that have a queue.
    pub(crate) fn wait(&self) -> Option<&WaitPlan> {
        match &self.kind {
            Kind::Contacts(contacts) => Some(&contacts.wait),
            Kind::Group(group) => Some(&group.wait),
            Kind::Places(places) => Some(&places.wait),
            _ => None,
        }
    }
}

/// Where people go when a step is done.
#[derive(Debug, Clone, Default)]
pub(crate) struct Routes {
    /// The only next step; [`NOWHERE`] when a choice has to be made.
    pub(crate) only: u16,
    /// Cumulative shares and next steps `[groups][links]`.
    pub(crate) by_group: Vec<Vec<(f64, u16)>>,
    /// Conditions in order, each with its routes; the first that holds is taken.
    pub(crate) conditional: Vec<(ConditionPlan, Routes)>,
}

/// Something true of a person.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct ConditionPlan {
    pub(crate) of: ConditionOf,
    pub(crate) at_least: f64,
    pub(crate) below: f64,
}

/// A step's queue.
#[derive(Debug, Clone)]
pub(crate) struct WaitPlan {
    pub(crate) order: OrderPlan,
    pub(crate) list_limit: u32,
    pub(crate) turned_away_to: u16,
    pub(crate) hazards: Vec<Hazard>,
    /// Whether leaving may be noticed when the person's turn comes or the week ends, since nothing depends on the
    /// moment: every hazard leads to an outcome nobody returns from, and nothing counts the queue in between.
    pub(crate) lazy: bool,
    pub(crate) stops_clock: bool,
}

/// Order of a queue.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct OrderPlan {
    pub(crate) by_arrival: bool,
    /// Everybody counts alike, whatever their class.
    pub(crate) one_class: bool,
    /// Shares of starts kept for class 0 and for the longest waiter; negative when not used.
    pub(crate) urgent: f64,
    pub(crate) longest: f64,
    /// Days after which a person counts one class higher.
    pub(crate) rises_after: f64,
}

impl OrderPlan {
    /// Class first, then order: nothing to be chosen between classes.
    pub(crate) fn is_plain(&self) -> bool {
        self.urgent < 0.0 && self.longest < 0.0 && self.rises_after == f64::INFINITY
    }
}

/// A way of leaving a queue unseen.
#[derive(Debug, Clone)]
pub(crate) struct Hazard {
    pub(crate) escalates: bool,
    pub(crate) to: u16,
    /// From so many days waited on, the rate a day.
    pub(crate) rates: Vec<(f64, f64)>,
    pub(crate) after_days: f64,
}

/// One professional at a contact: (role, time factor), the preferred one first.
pub(crate) type Need = Vec<(u16, f64)>;

/// Staff contacts.
#[derive(Debug, Clone)]
pub(crate) struct ContactsPlan {
    pub(crate) wait: WaitPlan,
    pub(crate) needs: Vec<Need>,
    /// Time factor of the first role of the first need.
    pub(crate) factor: f64,
    /// One professional of one role does it all, with none of the settings that need a second look.
    pub(crate) plain: bool,
    pub(crate) contacts: Counter,
    pub(crate) gap_days: f64,
    pub(crate) face_hours: Sampler,
    pub(crate) extra_hours: f64,
    pub(crate) travel_hours: f64,
    pub(crate) factor_by_group: Vec<f64>,
    pub(crate) notice_days: f64,
    pub(crate) missed: Option<MissedPlan>,
    pub(crate) cancelled: f64,
    pub(crate) arrive_booked: bool,
    pub(crate) new_per_week: u32,
    /// People under way for each WTE of the first need's roles, at most; infinite when there is no limit.
    pub(crate) caseload_per_wte: f64,
    pub(crate) end_of_day: EndOfDayPlan,
}

/// Missed contacts.
#[derive(Debug, Clone, Copy)]
pub(crate) struct MissedPlan {
    pub(crate) share: f64,
    /// Hours lost; negative: the time with the person and the travel.
    pub(crate) hours_lost: f64,
    pub(crate) rebook: Rebook,
    pub(crate) leave_after: u16,
    pub(crate) to: u16,
}

/// End of the working day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum EndOfDayPlan {
    CarriesOn,
    Overtime,
    OnlyIfItFits,
}

/// Programmes of sessions.
#[derive(Debug, Clone)]
pub(crate) struct GroupPlan {
    pub(crate) wait: WaitPlan,
    pub(crate) seats: u32,
    pub(crate) minimum: u32,
    /// Days between starts and until the first; none: when full.
    pub(crate) every: Option<(f64, f64)>,
    pub(crate) sessions: u16,
    pub(crate) gap_days: f64,
    pub(crate) length_days: f64,
    pub(crate) staff: Vec<SessionNeed>,
    pub(crate) missed: Option<MissedPlan>,
}

/// One member of staff at a session.
#[derive(Debug, Clone)]
pub(crate) struct SessionNeed {
    pub(crate) any_of: Need,
    pub(crate) hours: f64,
}

/// Beds and other places.
#[derive(Debug, Clone)]
pub(crate) struct PlacesPlan {
    pub(crate) wait: WaitPlan,
    /// Places from each day on.
    pub(crate) places: Vec<(f64, u32)>,
    pub(crate) key: u64,
    pub(crate) stay: Sampler,
    pub(crate) keeps: bool,
    pub(crate) cost_per_day: f64,
}

/// The end of a journey.
#[derive(Debug, Clone)]
pub(crate) struct OutcomePlan {
    /// Position in completed, signposted, removed, escalated out, readmitted.
    pub(crate) counts_as: usize,
    pub(crate) cost: f64,
    pub(crate) benefit: f64,
    pub(crate) qaly: f64,
    pub(crate) returns: Option<(f64, Sampler, u16)>,
}

/// Compiles every step.
pub(super) fn compile(scenario: &Scenario, names: &Names<'_>) -> Result<Vec<StepPlan>, RunError> {
    let design = &scenario.design;
    let mut in_cycle = vec![false; design.steps.len()];
    let graph = graph::graph(design);
    for part in tarjan_scc(&graph) {
        let looped = part.len() > 1 || graph.find_edge(part[0], part[0]).is_some();
        part.iter().for_each(|node| in_cycle[graph[*node]] = looped);
    }
    let fallback_mix = design
        .steps
        .iter()
        .find_map(|step| match &step.work {
            Work::Referrals(referrals) => Some(referrals.case_mix.clone()),
            _ => None,
        })
        .unwrap_or_default();
    let maker = Maker { scenario, names, fallback_mix };
    design.steps.iter().zip(in_cycle).map(|(step, in_cycle)| maker.step(step, in_cycle)).collect()
}

struct Maker<'a> {
    scenario: &'a Scenario,
    names: &'a Names<'a>,
    fallback_mix: BTreeMap<String, Estimate>,
}

impl Maker<'_> {
    fn design(&self) -> &Design {
        &self.scenario.design
    }

    fn links<'l>(&'l self, step: &'l Step) -> impl Iterator<Item = &'l Link> {
        self.design().links.iter().filter(|link| link.from == step.id)
    }

    /// The step a link of this kind leads to.
    fn target(&self, step: &Step, wanted: fn(&Cause) -> bool) -> Result<u16, RunError> {
        match self.links(step).find(|link| wanted(&link.cause)) {
            Some(link) => self.names.step(&link.to, &step.id),
            None => Ok(NOWHERE),
        }
    }

    fn step(&self, step: &Step, in_cycle: bool) -> Result<StepPlan, RunError> {
        let (kind, start) = match &step.work {
            Work::Referrals(_) | Work::Split => (Kind::Pass, None),
            Work::UniversalOffer(_) => (Kind::Offer, None),
            Work::Contacts(contacts) => {
                (Kind::Contacts(Box::new(self.contacts(step, contacts)?)), contacts.start.as_ref())
            }
            Work::Group(group) => (Kind::Group(Box::new(self.group(step, group)?)), group.start.as_ref()),
            Work::Places(places) => {
                (Kind::Places(Box::new(self.places(step, places)?)), places.start.as_ref())
            }
            Work::Delay(delay) => (Kind::Delay(Sampler::new(&delay.days, 1.0)), delay.start.as_ref()),
            Work::Outcome(outcome) => {
                let returns = match &outcome.returns {
                    None => None,
                    Some(back) => Some((
                        share(&back.percent),
                        Sampler::new(&back.after_weeks, 7.0),
                        self.names.step(&back.to, &step.id)?,
                    )),
                };
                let plan = OutcomePlan {
                    counts_as: outcome_position(outcome.counts_as),
                    cost: outcome.cost_pounds.likely,
                    benefit: outcome.benefit_pounds.likely,
                    qaly: outcome.quality_adjusted_life_years.likely,
                    returns,
                };
                (Kind::Outcome(plan), None)
            }
        };
        let start = match start {
            None => None,
            Some(state) => Some(self.start(step, state)?),
        };
        let tier = step.tier.as_deref().and_then(|id| self.names.tier(id));
        let routes = match kind {
            Kind::Outcome(_) | Kind::Offer => Routes { only: NOWHERE, ..Routes::default() },
            _ => self.routes(step)?,
        };
        let mut plan =
            StepPlan { key: id_key(&step.id), tier, kind, routes, start, in_cycle, one_class: false };
        plan.one_class = plan.wait().is_some_and(|wait| wait.order.one_class);
        Ok(plan)
    }

    fn start(&self, step: &Step, state: &StartingState) -> Result<StartPlan, RunError> {
        demand::start(state, self.names, &step.id, &self.fallback_mix)
    }

    fn routes(&self, step: &Step) -> Result<Routes, RunError> {
        let mut plain = Vec::new();
        let mut conditional: Vec<(ConditionPlan, Vec<(&Share, u16)>)> = Vec::new();
        for link in self.links(step) {
            let Cause::Completed(share) = &link.cause else { continue };
            let to = self.names.step(&link.to, &step.id)?;
            match &share.when {
                None => plain.push((share, to)),
                Some(when) => {
                    let condition = condition(when);
                    match conditional.iter_mut().find(|(known, _)| *known == condition) {
                        Some((_, links)) => links.push((share, to)),
                        None => conditional.push((condition, vec![(share, to)])),
                    }
                }
            }
        }
        if plain.is_empty() && conditional.is_empty() {
            return Err(RunError::Invalid {
                place: step.id.clone(),
                message: format!("no link leads on from \"{}\"", step.name),
            });
        }
        if plain.is_empty() {
            // Nothing else holds: the last condition's links serve everybody it was not true of.
            plain = conditional.last().map(|(_, links)| links.clone()).unwrap_or_default();
        }
        let mut routes = self.shares(&plain)?;
        for (condition, links) in &conditional {
            routes.conditional.push((*condition, self.shares(links)?));
            routes.only = NOWHERE;
        }
        Ok(routes)
    }

    fn shares(&self, links: &[(&Share, u16)]) -> Result<Routes, RunError> {
        let mut by_group = Vec::new();
        for group in &self.scenario.groups {
            let mut cumulative = 0.0;
            let mut routes = Vec::new();
            for (share, to) in links {
                let percent = share.percent_by_group.get(&group.id).unwrap_or(&share.percent);
                if percent.likely > 0.0 {
                    cumulative += percent.likely;
                    routes.push((cumulative, *to));
                }
            }
            routes.iter_mut().for_each(|(share, _)| *share /= cumulative);
            if routes.is_empty() {
                routes.extend(links.first().map(|(_, to)| (1.0, *to)));
            }
            by_group.push(routes);
        }
        let mut targets = by_group.iter().flatten().map(|(_, to)| *to);
        let first = targets.next().unwrap_or(NOWHERE);
        let only = if targets.all(|to| to == first) { first } else { NOWHERE };
        Ok(Routes { only, by_group, conditional: Vec::new() })
    }

    fn wait(
        &self,
        step: &Step,
        order: &QueueOrder,
        list_limit: Option<&Estimate>,
        stops_clock: bool,
    ) -> Result<WaitPlan, RunError> {
        let mut hazards = Vec::new();
        for link in self.links(step) {
            let (escalates, waiting) = match &link.cause {
                Cause::RemovedWhileWaiting(waiting) => (false, waiting),
                Cause::EscalatedWhileWaiting(waiting) => (true, waiting),
                _ => continue,
            };
            let to = self.names.step(&link.to, &step.id)?;
            hazards.extend(hazard(waiting, escalates, to));
        }
        let ends = |to: u16| {
            self.design()
                .steps
                .get(usize::from(to))
                .is_some_and(|step| matches!(&step.work, Work::Outcome(outcome) if outcome.returns.is_none()))
        };
        // Somebody who leaves a list may give up a place at that moment.
        let keeps_places = self
            .design()
            .steps
            .iter()
            .any(|step| matches!(&step.work, Work::Places(places) if places.keeps_place_until_admitted));
        let counted = match &step.work {
            Work::Group(group) => group.schedule == Schedule::WhenFull || group.minimum.likely > 1.0,
            _ => false,
        };
        let kept = |share: &Option<Estimate>| {
            share.as_ref().map_or(-1.0, |share| if share.likely > 0.0 { share.likely / 100.0 } else { -1.0 })
        };
        Ok(WaitPlan {
            lazy: list_limit.is_none()
                && !counted
                && !keeps_places
                && hazards.iter().all(|hazard| ends(hazard.to)),
            order: OrderPlan {
                by_arrival: order.within_class == WithinClass::Arrival,
                one_class: order.ignores_class,
                urgent: kept(&order.urgent_percent),
                longest: kept(&order.longest_waiters_percent),
                rises_after: order
                    .rises_after_weeks
                    .as_ref()
                    .map_or(f64::INFINITY, |weeks| weeks.likely * 7.0),
            },
            list_limit: list_limit.map_or(u32::MAX, |limit| limit.likely.round().clamp(0.0, 4e9) as u32),
            turned_away_to: self.target(step, |cause| matches!(cause, Cause::TurnedAway))?,
            hazards,
            stops_clock,
        })
    }

    fn need(&self, step: &Step, any_of: &[SkilledRole]) -> Result<Need, RunError> {
        let need = any_of
            .iter()
            .map(|skilled| {
                let role = self.names.role(&skilled.role, &step.id)?;
                Ok((role, (skilled.time_percent.likely / 100.0).max(0.0)))
            })
            .collect::<Result<Need, RunError>>()?;
        if need.is_empty() {
            return Err(RunError::Invalid {
                place: step.id.clone(),
                message: format!("\"{}\" names no role that can do it", step.name),
            });
        }
        Ok(need)
    }

    fn missed(&self, step: &Step, missed: Option<&Missed>) -> Result<Option<MissedPlan>, RunError> {
        let Some(missed) = missed.filter(|missed| missed.percent.likely > 0.0) else { return Ok(None) };
        let to = self.target(step, |cause| matches!(cause, Cause::MissedTooOften))?;
        let limit = missed.leave_after.as_ref().map_or(u16::MAX, |limit| whole(limit.likely).max(1));
        Ok(Some(MissedPlan {
            share: share(&missed.percent),
            hours_lost: missed.minutes_lost.as_ref().map_or(-1.0, |minutes| minutes.likely.max(0.0) / 60.0),
            rebook: missed.rebook,
            leave_after: if to == NOWHERE { u16::MAX } else { limit },
            to,
        }))
    }

    fn contacts(&self, step: &Step, contacts: &Contacts) -> Result<ContactsPlan, RunError> {
        let wait = self.wait(step, &contacts.order, contacts.list_limit.as_ref(), contacts.stops_clock)?;
        let needs =
            contacts.staff.iter().map(|need| self.need(step, &need.any_of)).collect::<Result<Vec<_>, _>>()?;
        if needs.is_empty() {
            return Err(RunError::Invalid {
                place: step.id.clone(),
                message: format!("\"{}\" needs no staff: make it a delay, or name a role", step.name),
            });
        }
        let minutes = |figure: &Estimate| figure.likely.max(0.0) / 60.0;
        let factor_by_group = self.scenario.groups.iter().map(|group| {
            contacts.time_percent_by_group.get(&group.id).map_or(1.0, |p| (p.likely / 100.0).max(0.0))
        });
        let end_of_day = match contacts.end_of_day {
            EndOfDay::CarriesOn => EndOfDayPlan::CarriesOn,
            EndOfDay::Overtime => EndOfDayPlan::Overtime,
            EndOfDay::OnlyIfItFits => EndOfDayPlan::OnlyIfItFits,
        };
        let new_per_week =
            contacts.new_per_week.as_ref().map_or(u32::MAX, |n| n.likely.round().clamp(0.0, 4e9) as u32);
        let caseload_per_wte =
            contacts.caseload_per_wte.as_ref().map_or(f64::INFINITY, |n| n.likely.max(0.0));
        Ok(ContactsPlan {
            plain: needs.len() == 1
                && contacts.cancelled_percent.likely <= 0.0
                && new_per_week == u32::MAX
                && caseload_per_wte == f64::INFINITY
                && end_of_day == EndOfDayPlan::CarriesOn,
            wait,
            factor: needs[0][0].1,
            needs,
            contacts: Counter::new(&contacts.contacts_per_person),
            gap_days: contacts.weeks_between.likely.max(0.0) * 7.0,
            face_hours: Sampler::new(&contacts.face_to_face_minutes, 1.0 / 60.0),
            extra_hours: minutes(&contacts.admin_minutes) + minutes(&contacts.travel_minutes),
            travel_hours: minutes(&contacts.travel_minutes),
            factor_by_group: factor_by_group.collect(),
            notice_days: contacts.booking_notice_days.likely.max(0.0),
            missed: self.missed(step, contacts.missed.as_ref())?,
            cancelled: share(&contacts.cancelled_percent),
            arrive_booked: contacts.arrive_booked,
            new_per_week,
            caseload_per_wte,
            end_of_day,
        })
    }

    fn group(&self, step: &Step, group: &Group) -> Result<GroupPlan, RunError> {
        let staff = group.staff.iter().map(|staff| {
            let any_of = self.need(step, &staff.any_of)?;
            Ok(SessionNeed { any_of, hours: staff.hours_per_session.likely.max(0.0) })
        });
        let every = match &group.schedule {
            Schedule::WhenFull => None,
            Schedule::Every(every) => {
                let gap = every.every_weeks.likely * 7.0;
                if gap.is_nan() || gap < 1.0 / 24.0 {
                    return Err(RunError::Invalid {
                        place: step.id.clone(),
                        message: format!("\"{}\" would start more than once an hour", step.name),
                    });
                }
                Some((gap, every.first_after_weeks.as_ref().map_or(gap, |first| first.likely.max(0.0) * 7.0)))
            }
        };
        Ok(GroupPlan {
            wait: self.wait(step, &group.order, group.list_limit.as_ref(), group.stops_clock)?,
            seats: u32::from(whole(group.seats.likely)).max(1),
            minimum: u32::from(whole(group.minimum.likely)).max(1),
            every,
            sessions: whole(group.sessions.likely).max(1),
            gap_days: group.weeks_between.likely.max(0.0) * 7.0,
            length_days: group.session_minutes.likely.max(0.0) / 1_440.0,
            staff: staff.collect::<Result<Vec<_>, RunError>>()?,
            missed: self.missed(step, group.missed.as_ref())?,
        })
    }

    fn places(&self, step: &Step, places: &Places) -> Result<PlacesPlan, RunError> {
        let mut turns = vec![0u32];
        for change in &places.changes {
            turns.push(change.from_week);
            turns.extend(change.until_week);
        }
        turns.sort_unstable();
        turns.dedup();
        let at = |week: u32| {
            let changes = places.changes.iter().filter(|change| {
                change.from_week <= week && change.until_week.is_none_or(|until| week < until)
            });
            let number = places.places.likely + changes.map(|change| change.places.likely).sum::<f64>();
            number.round().clamp(0.0, 1e7) as u32
        };
        Ok(PlacesPlan {
            wait: self.wait(step, &places.order, places.list_limit.as_ref(), places.stops_clock)?,
            places: turns.into_iter().map(|week| (f64::from(week) * 7.0, at(week))).collect(),
            key: id_key(&step.id),
            stay: Sampler::new(&places.stay_days, 1.0),
            keeps: places.keeps_place_until_admitted,
            cost_per_day: places.cost_pounds_per_day.likely,
        })
    }
}

/// Position of an outcome's kind in the tallies.
pub(crate) fn outcome_position(kind: OutcomeKind) -> usize {
    match kind {
        OutcomeKind::Completed => 0,
        OutcomeKind::Signposted => 1,
        OutcomeKind::Removed => 2,
        OutcomeKind::EscalatedOut => 3,
        OutcomeKind::Readmitted => 4,
    }
}

fn share(percent: &Estimate) -> f64 {
    (percent.likely / 100.0).clamp(0.0, 1.0)
}

fn condition(when: &Condition) -> ConditionPlan {
    ConditionPlan {
        of: when.of,
        at_least: when.at_least.as_ref().map_or(f64::NEG_INFINITY, |limit| limit.likely),
        below: when.below.as_ref().map_or(f64::INFINITY, |limit| limit.likely),
    }
}

fn hazard(waiting: &WhileWaiting, escalates: bool, to: u16) -> Option<Hazard> {
    let per_day = |rate: &WaitingRate| {
        (rate.from_weeks.likely.max(0.0) * 7.0, rate.percent_per_week.likely.max(0.0) / 700.0)
    };
    let mut rates: Vec<(f64, f64)> = waiting.rates.iter().map(per_day).collect();
    rates.sort_by(|a, b| a.0.total_cmp(&b.0));
    let after_days = waiting.after_weeks.as_ref().map_or(f64::INFINITY, |weeks| weeks.likely.max(0.0) * 7.0);
    let can_happen = after_days.is_finite() || rates.iter().any(|(_, rate)| *rate > 0.0);
    can_happen.then_some(Hazard { escalates, to, rates, after_days })
}
