//! Referrals, one after another from each source.

use rand_distr::{Distribution as _, Gamma};

use super::patient::CLOCK_RUNS;
use super::plain::{Drawn, PlainKind};
use super::{Log, Sim};
use crate::plan::{ArrivalPlan, NOWHERE, Pace, group_flow};
use crate::sample::exponential;
use crate::stream::{Purpose, Stream, subkey};
use crate::trace::LogEvent;

/// A source of referrals at work.
#[derive(Debug, Clone, Default)]
pub(super) struct Source {
    /// Key of its people.
    key: u64,
    /// When the next one comes `[days]`.
    next: f64,
    /// People so far, the next one included.
    people: u32,
    /// Time from the next one to the one after, on the scale of expected demand: drawn one ahead, so that nothing
    /// has to wait for it.
    gap: f64,
    /// What is drawn for the next person.
    ahead: Ahead,
    /// Rate multiplier of a week.
    factor: f64,
    factor_week: usize,
}

/// What is drawn for a person on being referred: it depends on their key alone, and is drawn when the person before
/// has been referred, so that nothing has to wait for it.
#[derive(Debug, Clone, Copy, Default)]
struct Ahead {
    key: u64,
    group: u8,
    /// First step, or [`NOWHERE`] when that is not simple.
    step: u16,
    /// What is drawn there, at a plain step.
    drawn: Option<Drawn>,
}

impl<L: Log> Sim<'_, L> {
    pub(super) fn reset_sources(&mut self) {
        self.e.sources.clear();
        for plan in &self.plan.arrivals {
            let mut source = Source {
                key: subkey(self.key, plan.key),
                factor: 1.0,
                factor_week: usize::MAX,
                ..Source::default()
            };
            source.draw_gap(plan);
            source.advance(plan, self.plan.horizon_days);
            self.e.sources.push(source);
            self.look_ahead(self.e.sources.len() - 1);
        }
    }

    /// Time and source of the next referral.
    #[inline(always)]
    pub(super) fn next_arrival(&self) -> (f64, usize) {
        if let [source] = &self.e.sources[..] {
            return (source.next, 0);
        }
        let mut best = (f64::INFINITY, 0);
        for (at, source) in self.e.sources.iter().enumerate() {
            if source.next < best.0 {
                best = (source.next, at);
            }
        }
        best
    }

    /// Somebody is referred.
    #[inline(always)]
    pub(super) fn arrive(&mut self, at: usize) {
        let plan = &self.plan.arrivals[at];
        let source = &mut self.e.sources[at];
        let Ahead { key, group, step, drawn } = source.ahead;
        source.advance(plan, self.plan.horizon_days);
        let person = self.new_patient(key, self.now, group, CLOCK_RUNS);
        self.e.groups[usize::from(group)].flow[group_flow::REFERRALS] += 1;
        self.note(person, plan.step, LogEvent::Referred { group: u32::from(group) });
        match drawn {
            Some(drawn) => self.join_plain_with(person, step, drawn),
            None => {
                let step = if step == NOWHERE { self.choose_next(person, plan.step) } else { step };
                self.enter(person, step);
            }
        }
        self.look_ahead(at);
    }

    /// Draws for the next person of a source.
    #[inline(always)]
    fn look_ahead(&mut self, at: usize) {
        let (plan, source) = (&self.plan.arrivals[at], &mut self.e.sources[at]);
        let key = subkey(source.key, u64::from(source.people));
        let step = self.e.steps[usize::from(plan.step)].plain.choose(key, 0);
        let plain = self.e.steps.get(usize::from(step)).map(|state| &state.plain);
        let drawn = plain.filter(|plain| plain.is == PlainKind::Contacts).map(|plain| plain.draw(key, 0));
        source.ahead = Ahead { key, group: group_of(&plan.case_mix, key), step, drawn };
    }
}

/// The client group of a person.
#[inline(always)]
pub(super) fn group_of(case_mix: &[f64], key: u64) -> u8 {
    if case_mix.is_empty() {
        return 0;
    }
    let share = Stream::new(key, 0, Purpose::Group, 0).uniform();
    if let [first, _] = case_mix {
        return u8::from(share >= *first);
    }
    // Every share is looked at: where to stop could not be foreseen.
    case_mix.iter().filter(|cumulative| share >= **cumulative).count().min(case_mix.len() - 1) as u8
}

impl Source {
    /// Works out when the next referral comes.
    #[inline(always)]
    fn advance(&mut self, plan: &ArrivalPlan, horizon_days: f64) {
        self.people += 1;
        let gap = self.gap;
        if plan.pace == Pace::History {
            self.next = plan.history.get(self.people as usize - 1).copied().unwrap_or(f64::INFINITY);
            return;
        }
        self.draw_gap(plan);
        if plan.per_day.len() == 1 && plan.pace != Pace::OverDispersed {
            self.next += gap / plan.per_day[0];
        } else {
            self.walk(plan, gap, horizon_days);
        }
    }

    /// Draws the gap before the referral after the next.
    #[inline(always)]
    fn draw_gap(&mut self, plan: &ArrivalPlan) {
        self.gap = match plan.pace {
            Pace::Regular => 1.0,
            _ => exponential(&mut Stream::new(self.key, u64::from(self.people) + 1, Purpose::Arrival, 0)),
        };
    }

    /// Goes on until the expected demand has grown by `gap`, day by day.
    #[inline(never)]
    fn walk(&mut self, plan: &ArrivalPlan, mut gap: f64, horizon_days: f64) {
        while self.next < horizon_days {
            let day = self.next as usize;
            let rate = plan.per_day[day.min(plan.per_day.len() - 1)] * self.factor_of(plan, day / 7);
            let day_end = (day + 1) as f64;
            let grown = (day_end - self.next) * rate;
            if gap <= grown {
                self.next += gap / rate;
                return;
            }
            gap -= grown;
            self.next = day_end;
        }
        self.next = f64::INFINITY;
    }

    /// The week's multiplier: gamma with mean 1, so that the week's number is negative binomial.
    fn factor_of(&mut self, plan: &ArrivalPlan, week: usize) -> f64 {
        if plan.pace != Pace::OverDispersed || plan.extra_variance <= 0.0 {
            return 1.0;
        }
        if self.factor_week != week {
            self.factor_week = week;
            let last = plan.per_day.len() - 1;
            let expected: f64 = (7 * week..7 * week + 7).map(|day| plan.per_day[day.min(last)]).sum();
            let shape = expected / plan.extra_variance;
            self.factor = match Gamma::new(shape, 1.0 / shape) {
                Ok(gamma) if shape > 0.0 => {
                    gamma.sample(&mut Stream::new(self.key, week as u64, Purpose::Week, 0))
                }
                _ => 1.0,
            };
        }
        self.factor
    }
}
