//! Roles and posts, ready to run: who works when.

use std::collections::HashMap;

use jiff::ToSpan;
use jiff::civil::Date;
use pathloom_service::{
    AbsencePattern, Calendar, FollowUpPolicy, Posts, Role, Scenario, Shift, Weekdays, Work, WorkingPattern,
};

use super::{Names, PLAN_BYTES};
use crate::calendar::{Timetable, Window, is_bank_holiday};
use crate::run::RunError;
use crate::sample::Sampler;
use crate::stream::id_key;

/// Weeks of timetable after the horizon, so that work in hand there has an end.
const OVERRUN_WEEKS: usize = 26;

/// Fewest hours a week of a post of a pool: with less, the days an hour of work takes would be beyond any number.
const LEAST_POOL_HOURS: f64 = 1e-9;

/// A kind of staff.
#[derive(Debug, Clone)]
pub(crate) struct RolePlan {
    /// Clock days an hour of work takes, for roles whose posts all work evenly round the clock and never change:
    /// such a role is a plain number of posts, the servers of an M/G/c queue.
    pub(crate) pool: Option<f64>,
    /// The same, 0 for other roles.
    pub(crate) days_per_hour: f64,
    /// Posts of a pool.
    pub(crate) pool_posts: u32,
    /// Positions of its posts, for other roles.
    pub(crate) posts: std::ops::Range<u32>,
    pub(crate) presence: Option<PresencePlan>,
    pub(crate) policy: PolicyPlan,
    /// Whole-time equivalents from each week on, for caseload limits.
    pub(crate) wte: Vec<(usize, f64)>,
    /// Mean over all weeks of the run.
    pub(crate) mean_wte: f64,
    pub(crate) cost_per_wte: f64,
    pub(crate) key: u64,
    /// Steps whose contacts it can do.
    pub(crate) serves: Vec<u16>,
    /// The only step it serves, where that is plain: one class, first in the queue first, no booked contacts.
    pub(crate) solo: Option<u16>,
}

impl RolePlan {
    /// Whole-time equivalents in a week.
    pub(crate) fn wte_in(&self, week: usize) -> f64 {
        self.wte.iter().rfind(|(from, _)| *from <= week).map_or(0.0, |(_, wte)| *wte)
    }
}

/// Who comes first.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum PolicyPlan {
    FollowUpsFirst,
    NewFirst,
    /// Share of hours kept for new people.
    Protected(f64),
}

/// Absence and turnover of a post, drawn anew for each replication.
#[derive(Debug, Clone)]
pub(crate) struct PresencePlan {
    pub(crate) leave_weeks_per_year: f64,
    pub(crate) sickness: f64,
    pub(crate) vacant: f64,
    pub(crate) leaves_per_week: f64,
    pub(crate) weeks_to_recruit: Sampler,
    pub(crate) weeks_to_full_productivity: f64,
}

/// One person's job.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct PostPlan {
    pub(crate) role: u16,
    /// Position of its timetable.
    pub(crate) table: u32,
    /// Share of a full-time post, now.
    pub(crate) share: f64,
}

/// The whole workforce.
pub(super) struct Workforce {
    pub(super) roles: Vec<RolePlan>,
    pub(super) posts: Vec<PostPlan>,
    pub(super) tables: Vec<Timetable>,
    pub(super) table_hours: Vec<Vec<f64>>,
    pub(super) cost_per_year: f64,
}

/// The working time of one post: its weekly hours and, from each week on, the share of a full-time post it is.
struct Shape {
    hours_per_week: f64,
    shares: Vec<(usize, f64)>,
    rank: usize,
}

/// Compiles roles and posts.
pub(super) fn compile(scenario: &Scenario, names: &Names<'_>, weeks: usize) -> Result<Workforce, RunError> {
    let mut out = Workforce {
        roles: Vec::new(),
        posts: Vec::new(),
        tables: Vec::new(),
        table_hours: Vec::new(),
        cost_per_year: 0.0,
    };
    let mut bytes = 0;
    let closed = ClosedDays::new(scenario, weeks);
    for role in &scenario.roles {
        let none = Posts { role: role.id.clone(), wte: 0.0.into(), changes: Vec::new() };
        let posts = scenario.mix.posts.iter().find(|posts| posts.role == role.id).unwrap_or(&none);
        let calendar = match &role.calendar {
            None => None,
            Some(id) => {
                Some(scenario.calendars.iter().find(|calendar| calendar.id == *id).ok_or_else(|| {
                    RunError::Invalid {
                        place: role.id.clone(),
                        message: format!("there is no calendar \"{id}\""),
                    }
                })?)
            }
        };
        let wte = posts.wte.likely.max(0.0);
        let timeline = posts.wte_from(weeks);
        let most = timeline.iter().fold(0.0, |most: f64, (_, wte)| most.max(*wte));
        if !most.is_finite() || most > 10_000.0 {
            return Err(RunError::Invalid {
                place: role.id.clone(),
                message: format!("{most} WTE cannot be simulated (at most 10,000)"),
            });
        }
        let counted = scenario.warm_up_weeks as usize..weeks;
        out.cost_per_year += posts.mean_wte(counted) * role.cost_pounds_per_year.likely;
        let mean_wte = posts.mean_wte(0..weeks);
        let hours_per_week = clinical_hours(scenario, role, mean_wte);
        let presence = presence(role, calendar);
        let first = out.posts.len() as u32;
        let pool = is_pool(calendar, &timeline, presence.as_ref(), hours_per_week);
        // Weighed before it is built: one timetable, and the presence of every post.
        let one_table = shifts_of(calendar) * 7 * (weeks + OVERRUN_WEEKS) * size_of::<Window>();
        let attendance =
            presence.as_ref().map_or(0, |_| (out.posts.len() + most.ceil() as usize) * weeks * 4);
        fits(one_table.max(attendance))?;
        if !pool {
            let mut known = HashMap::new();
            for rank in 0..most.ceil() as usize {
                let shape = Shape { hours_per_week, shares: shares_of_post(&timeline, rank), rank };
                let table = *known.entry(same_table_key(&shape, calendar)).or_insert_with(|| {
                    let table = timetable(closed.of(calendar), calendar, role, &shape);
                    bytes += table.bytes();
                    let hours = (0..weeks).map(|w| table.between(w as f64 * 7.0, (w + 1) as f64 * 7.0));
                    out.table_hours.push(hours.collect());
                    out.tables.push(table);
                    out.tables.len() as u32 - 1
                });
                fits(bytes)?;
                let share = shape.shares.first().map_or(0.0, |(_, share)| *share);
                out.posts.push(PostPlan { role: names.role(&role.id, &role.id)?, table, share });
            }
        }
        out.roles.push(RolePlan {
            pool: pool.then(|| 7.0 / hours_per_week),
            days_per_hour: if pool { 7.0 / hours_per_week } else { 0.0 },
            pool_posts: if pool { wte.round() as u32 } else { 0 },
            posts: first..out.posts.len() as u32,
            presence: presence.filter(|_| !pool),
            policy: match &role.follow_up_policy {
                FollowUpPolicy::FollowUpsFirst => PolicyPlan::FollowUpsFirst,
                FollowUpPolicy::NewFirst => PolicyPlan::NewFirst,
                FollowUpPolicy::ProtectedForNew(kept) => PolicyPlan::Protected(kept.percent.likely / 100.0),
            },
            wte: timeline,
            mean_wte,
            cost_per_wte: role.cost_pounds_per_year.likely,
            key: id_key(&role.id),
            serves: Vec::new(),
            solo: None,
        });
    }
    Ok(out)
}

/// Patient-related hours a week of one full-time post, after even absence, commitments and universal offers, whose
/// hours are shared by the posts there are on average (`wte`).
fn clinical_hours(scenario: &Scenario, role: &Role, wte: f64) -> f64 {
    let mut hours = role.hours_per_week.likely * role.clinical_percent.likely / 100.0;
    if let Some(absence) = role.absence.as_ref().filter(|absence| absence.pattern == AbsencePattern::Even) {
        let days = absence.leave_days_per_year.likely + absence.study_days_per_year.likely;
        hours *= (1.0 - days / 260.9 - absence.sickness_percent.likely / 100.0).max(0.0);
    }
    hours -= role.commitments.iter().map(|work| work.hours_per_wte_per_week.likely).sum::<f64>();
    for step in &scenario.design.steps {
        if let Work::UniversalOffer(offer) = &step.work
            && let Some(taken) = offer.hours_per_week.get(&role.id)
        {
            hours -= if wte > 0.0 { taken.likely / wte } else { 0.0 };
        }
    }
    hours.max(0.0)
}

fn presence(role: &Role, calendar: Option<&Calendar>) -> Option<PresencePlan> {
    let mut plan = PresencePlan {
        leave_weeks_per_year: 0.0,
        sickness: 0.0,
        vacant: 0.0,
        leaves_per_week: 0.0,
        weeks_to_recruit: Sampler::Fixed(0.0),
        weeks_to_full_productivity: 0.0,
    };
    if let Some(absence) = role.absence.as_ref().filter(|absence| absence.pattern != AbsencePattern::Even) {
        let mut days = absence.leave_days_per_year.likely + absence.study_days_per_year.likely;
        if absence.pattern == AbsencePattern::SchoolHolidays {
            days -= calendar.map_or(0.0, closed_weekdays_per_year);
        }
        plan.leave_weeks_per_year = (days / 5.0).max(0.0);
        plan.sickness = (absence.sickness_percent.likely / 100.0).clamp(0.0, 1.0);
    }
    if let Some(turnover) = &role.turnover {
        plan.vacant = (turnover.vacant_percent.likely / 100.0).clamp(0.0, 1.0);
        plan.leaves_per_week = (turnover.leavers_percent_per_year.likely / 100.0).max(0.0) / 52.18;
        plan.weeks_to_recruit = Sampler::new(&turnover.weeks_to_recruit, 1.0);
        plan.weeks_to_full_productivity = turnover.weeks_to_full_productivity.likely.max(0.0);
    }
    let used = plan.leave_weeks_per_year > 0.0
        || plan.sickness > 0.0
        || plan.vacant > 0.0
        || plan.leaves_per_week > 0.0;
    used.then_some(plan)
}

fn closed_weekdays_per_year(calendar: &Calendar) -> f64 {
    let mut days = 0i64;
    let mut years: Vec<i16> = Vec::new();
    for closure in &calendar.closures {
        let (mut day, mut left) = (closure.from, 1_000);
        while day <= closure.to && left > 0 {
            if day.weekday().to_monday_one_offset() <= 5 {
                days += 1;
            }
            if !years.contains(&day.year()) {
                years.push(day.year());
            }
            day = day.saturating_add(1.day());
            left -= 1;
        }
    }
    days as f64 / years.len().max(1) as f64
}

/// The share of a full-time post that the `rank`-th post is, from each week on.
fn shares_of_post(timeline: &[(usize, f64)], rank: usize) -> Vec<(usize, f64)> {
    let round = |share: f64| (share * 1e9).round() / 1e9;
    timeline.iter().map(|(week, wte)| (*week, round((wte - rank as f64).clamp(0.0, 1.0)))).collect()
}

fn is_pool(
    calendar: Option<&Calendar>,
    timeline: &[(usize, f64)],
    presence: Option<&PresencePlan>,
    hours_per_week: f64,
) -> bool {
    let even = calendar.is_none_or(|calendar| {
        calendar.pattern == WorkingPattern::Continuous
            && !calendar.bank_holidays
            && calendar.closures.is_empty()
    });
    let whole = timeline.len() == 1 && (timeline[0].1 - timeline[0].1.round()).abs() < 1e-9;
    even && whole && presence.is_none() && hours_per_week > LEAST_POOL_HOURS
}

/// Posts with equal keys share a timetable.
fn same_table_key(shape: &Shape, calendar: Option<&Calendar>) -> (Vec<(usize, u64)>, usize) {
    let shares = shape.shares.iter().map(|(week, share)| (*week, share.to_bits())).collect();
    let full_time = shape.shares.iter().all(|(_, share)| *share == 1.0 || *share == 0.0);
    let rank = match calendar.map(|calendar| &calendar.pattern) {
        Some(WorkingPattern::Shifts(_)) => shape.rank,
        Some(WorkingPattern::Weekdays(_)) if !full_time => shape.rank,
        _ => 0,
    };
    (shares, rank)
}

/// Refuses what would take more memory than a plan may.
fn fits(bytes: usize) -> Result<(), RunError> {
    let (needed_mb, limit_mb) = ((bytes >> 20) as u64, (PLAN_BYTES >> 20) as u64);
    if bytes > PLAN_BYTES { Err(RunError::TooLarge { needed_mb, limit_mb }) } else { Ok(()) }
}

/// Stretches of work a day.
fn shifts_of(calendar: Option<&Calendar>) -> usize {
    match calendar.map(|calendar| &calendar.pattern) {
        Some(WorkingPattern::Shifts(rota)) => rota.shifts.len(),
        _ => 1,
    }
}

/// The days on which each calendar is closed, from the start to the end of the timetables.
struct ClosedDays<'s> {
    of: HashMap<&'s str, Vec<bool>>,
    open: Vec<bool>,
}

impl<'s> ClosedDays<'s> {
    fn new(scenario: &'s Scenario, weeks: usize) -> Self {
        let (start, days) = (scenario.start_date, 7 * (weeks + OVERRUN_WEEKS));
        let of = scenario
            .calendars
            .iter()
            .map(|calendar| (calendar.id.as_str(), closed_days(calendar, start, days)));
        Self { of: of.collect(), open: vec![false; days] }
    }

    fn of(&self, calendar: Option<&Calendar>) -> &[bool] {
        calendar.and_then(|calendar| self.of.get(calendar.id.as_str())).unwrap_or(&self.open)
    }
}

/// One calendar's, by counting closures that begin and end: they may be many, and overlap.
fn closed_days(calendar: &Calendar, start: Date, days: usize) -> Vec<bool> {
    let day_of = |date: Date| start.until(date).map_or(0, |span| i64::from(span.get_days()));
    let mut begun = vec![0i64; days + 1];
    for closure in calendar.closures.iter().filter(|closure| closure.from <= closure.to) {
        let (from, to) = (day_of(closure.from), day_of(closure.to));
        if to >= 0 && from < days as i64 {
            begun[from.max(0) as usize] += 1;
            begun[(to as usize + 1).min(days)] -= 1;
        }
    }
    let mut open_closures = 0;
    let mut closed = Vec::with_capacity(days);
    for (day, begun) in begun[..days].iter().enumerate() {
        open_closures += begun;
        let holiday = calendar.bank_holidays && is_bank_holiday(start.saturating_add((day as i64).days()));
        closed.push(open_closures > 0 || holiday);
    }
    closed
}

fn timetable(closed: &[bool], calendar: Option<&Calendar>, role: &Role, shape: &Shape) -> Timetable {
    let mut turns = shape.shares.iter().peekable();
    let mut share = 0.0;
    let mut stretches = Vec::new();
    for (day, closed) in closed.iter().enumerate() {
        while let Some((_, next)) = turns.next_if(|(week, _)| *week * 7 <= day) {
            share = *next;
        }
        if *closed {
            continue;
        }
        match calendar.map(|calendar| &calendar.pattern) {
            None | Some(WorkingPattern::Continuous) => {
                stretches.push((day as f64, day as f64 + 1.0, shape.hours_per_week / 7.0 * share));
            }
            Some(WorkingPattern::Weekdays(week)) => stretches.extend(weekday(week, shape, day, share)),
            Some(WorkingPattern::Shifts(rota)) => {
                for shift in rota.shifts.iter().filter(|shift| on_shift(shift, shape.rank) && share > 0.0) {
                    let (from, to) =
                        (shift.from_hour.likely.clamp(0.0, 24.0), shift.to_hour.likely.clamp(0.0, 24.0));
                    let hours = (to - from) * role.clinical_percent.likely / 100.0;
                    stretches.push((day as f64 + from / 24.0, day as f64 + to / 24.0, hours));
                }
            }
        }
    }
    Timetable::new(stretches.into_iter(), closed.len())
}

fn on_shift(shift: &Shift, rank: usize) -> bool {
    (rank as f64) < shift.posts.likely.round()
}

/// The clinical hours of one weekday: full days first, then a part day; part-time posts start on different days.
fn weekday(week: &Weekdays, shape: &Shape, day: usize, share: f64) -> Option<(f64, f64, f64)> {
    let n = week.days.len();
    let at = week.days.iter().position(|weekday| usize::from(*weekday) == day % 7 + 1)?;
    let turn = if share < 1.0 { shape.rank % n } else { 0 };
    let position = (at + n - turn) % n;
    let hours = shape.hours_per_week / n as f64 * (share * n as f64 - position as f64).clamp(0.0, 1.0);
    let opens = day as f64 + (week.starts_at_hour.likely / 24.0).clamp(0.0, 1.0);
    // A day that would run past midnight starts earlier instead.
    let length = (hours / 24.0).min(1.0);
    let opens = opens.min(day as f64 + 1.0 - length);
    Some((opens, opens + length, hours.min(24.0)))
}
