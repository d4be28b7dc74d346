//! How many contacts there are at a step, week by week, and so how many journeys.
//!
//! The engine counts first contacts and missed contacts of each step, not follow-ups. These are worked out: of the people who
//! start in a week, the share that has a k-th contact has it (k - 1) gaps later. Follow-ups that staff have no time for are
//! thus counted when they fall due; over a horizon that is long beside a course the difference is small, and a test
//! holds it against the hours that the contacts took. Uncertain numbers of contacts, gaps and people under way are taken at
//! their likely values in every future, and a remark says so.

use pathloom_service::{Contacts, Count, Figures, StartingState, Step, Trail, Work};
use pathloom_simulation::{HorizonMeasure as H, WeeklyMeasure as W};

use super::counts::ByYear;
use super::tally::Tally;

/// Contacts beyond which a course is not followed: longer ones have left any horizon.
const MOST_CONTACTS: usize = 10_000;

impl Tally<'_> {
    /// Contacts at a step, missed ones included; none when it is no step with contacts of this option.
    pub(super) fn contacts(&self, step: &str) -> Option<ByYear> {
        let Work::Contacts(contacts) = &self.step(step)?.work else { return None };
        let visits = self.visits(step)?;
        let missed = self.step_flow(W::Missed, H::Missed, step)?;
        let course = course(&contacts.contacts_per_person);
        let at_start = self.of_people_under_way(contacts);
        let weekly: Vec<Vec<f64>> = visits
            .iter()
            .zip(&missed)
            .map(|(visits, missed)| {
                let mut weekly = missed.clone();
                weekly.iter_mut().zip(&at_start).for_each(|(week, more)| *week += more);
                for (week, started) in visits.iter().enumerate().filter(|(_, started)| **started > 0.0) {
                    spread(&mut weekly, week as f64, *started, &course, contacts.weeks_between.likely);
                }
                weekly
            })
            .collect();
        Some(self.by_year(&weekly))
    }

    /// The contacts still to come of people under way at the start, in each week of the run.
    fn of_people_under_way(&self, contacts: &Contacts) -> Vec<f64> {
        let mut weekly = vec![0.0; self.frame.total];
        let Some(StartingState { in_treatment: Some(there), .. }) = &contacts.start else { return weekly };
        let gap = contacts.weeks_between.likely;
        // The first comes within one gap, in the middle of it on average; a week where there is none.
        let first = if gap > 0.0 { gap / 2.0 } else { 0.5 };
        spread(&mut weekly, first, there.number.likely, &course(&there.contacts_left), gap);
        weekly
    }
}

/// Whether a step has contacts of which figures that are taken at their likely values have ranges.
pub(super) fn is_uncertain(step: &Step) -> bool {
    let Work::Contacts(contacts) = &step.work else { return false };
    let under_way = contacts.start.as_ref().and_then(|start| start.in_treatment.as_ref());
    has_range(&contacts.contacts_per_person)
        || contacts.weeks_between.is_uncertain()
        || under_way.is_some_and(|there| there.number.is_uncertain() || has_range(&there.contacts_left))
}

fn has_range(count: &Count) -> bool {
    let mut found = false;
    // The walk hands out figures to change, so it needs a copy to itself.
    count.clone().walk(&mut Trail::default(), &mut |_, figure| found |= figure.is_uncertain());
    found
}

/// Adds the contacts of people whose first one is in a week; what comes after the last week is not counted.
fn spread(weekly: &mut [f64], first_week: f64, people: f64, course: &[f64], gap_weeks: f64) {
    for (contact, share) in course.iter().enumerate() {
        let week = first_week + contact as f64 * gap_weeks;
        if week >= weekly.len() as f64 {
            break;
        }
        weekly[week as usize] += people * share;
    }
}

/// The share of people who have a first, second, third … contact `[1]`.
fn course(count: &Count) -> Vec<f64> {
    let whole = |value: f64| value.round().clamp(0.0, MOST_CONTACTS as f64) as usize;
    let up_to = |most: usize, share: &dyn Fn(usize) -> f64| (1..=most.max(1)).map(share).collect();
    match count {
        Count::Fixed(fixed) => up_to(whole(fixed.value.likely), &|_| 1.0),
        Count::Range(range) => {
            let (low, high) = (whole(range.low.likely).max(1), whole(range.high.likely).max(1));
            let of = (high.saturating_sub(low) + 1) as f64;
            up_to(high, &|contact| (high + 1).saturating_sub(contact.max(low)) as f64 / of)
        }
        Count::Geometric(geometric) => {
            let goes_on = 1.0 - 1.0 / geometric.mean.likely.max(1.0);
            let most = whole(geometric.at_most.likely).max(1);
            std::iter::successors(Some(1.0), |share| Some(share * goes_on)).take(most).collect()
        }
        Count::Shares(shares) => {
            let percents: Vec<f64> = shares.percents.iter().map(|percent| percent.likely.max(0.0)).collect();
            let all = percents.iter().sum::<f64>();
            let from = |contact: usize| percents[contact - 1..].iter().sum::<f64>() / all;
            if all > 0.0 { up_to(percents.len(), &from) } else { vec![1.0] }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use pathloom_service::{Between, Geometric, Shares};

    #[test]
    fn courses_have_the_mean_of_their_distribution() {
        let geometric = Geometric { mean: 2.0.into(), at_most: 3.0.into() };
        let cases = [
            (Count::fixed(6), 6.0),
            (Count::Range(Between { low: 2.0.into(), high: 4.0.into() }), 3.0),
            // 1 + 1/2 + 1/4.
            (Count::Geometric(geometric), 1.75),
            // A half has one, a third two, a sixth three.
            (
                Count::Shares(Shares {
                    percents: vec![50.0.into(), (100.0 / 3.0).into(), (50.0 / 3.0).into()],
                }),
                5.0 / 3.0,
            ),
        ];
        for (count, mean) in cases {
            let total: f64 = course(&count).iter().sum();
            assert!((total - mean).abs() < 1e-12, "{count:?}: {total}");
        }
    }

    #[test]
    fn follow_ups_come_a_gap_later_each() {
        let mut weekly = vec![0.0; 6];
        spread(&mut weekly, 1.0, 10.0, &[1.0, 0.5, 0.5], 2.0);
        assert_eq!(weekly, [0.0, 10.0, 0.0, 5.0, 0.0, 5.0]);
        let mut late = vec![0.0; 2];
        spread(&mut late, 1.0, 4.0, &[1.0, 1.0, 1.0], 1.0);
        assert_eq!(late, [0.0, 4.0], "what comes after the end is not counted");
    }
}
