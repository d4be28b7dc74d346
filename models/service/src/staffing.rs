//! How many posts of a role there are, week by week: the one place where dated changes are applied.

use std::ops::Range;

use crate::workforce::Posts;

impl Posts {
    /// Whole-time equivalents in a week, dated changes applied; never below none.
    pub fn wte_in(&self, week: usize) -> f64 {
        let changes = self.changes.iter().filter(|change| {
            change.from_week as usize <= week && change.until_week.is_none_or(|until| week < until as usize)
        });
        (self.wte.likely + changes.map(|change| change.wte.likely).sum::<f64>()).max(0.0)
    }

    /// The weeks from which a number holds, with the number, in order: week 0 first, then each week with a change.
    pub fn wte_from(&self, weeks: usize) -> Vec<(usize, f64)> {
        let mut turns = vec![0usize];
        for change in &self.changes {
            turns.push(change.from_week as usize);
            turns.extend(change.until_week.map(|week| week as usize));
        }
        turns.retain(|week| *week < weeks);
        turns.sort_unstable();
        turns.dedup();
        turns.into_iter().map(|week| (week, self.wte_in(week))).collect()
    }

    /// The mean over some weeks; what there is at their start when there are none.
    pub fn mean_wte(&self, weeks: Range<usize>) -> f64 {
        if weeks.is_empty() {
            return self.wte_in(weeks.start);
        }
        let turns = self.wte_from(weeks.end);
        let ends = turns.iter().skip(1).map(|(week, _)| *week).chain([weeks.end]);
        let within = |from: usize, to: usize| to.max(weeks.start) - from.max(weeks.start);
        turns.iter().zip(ends).map(|((from, wte), to)| wte * within(*from, to) as f64).sum::<f64>()
            / weeks.len() as f64
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workforce::PostChange;

    fn posts() -> Posts {
        let change = |from_week, until_week, wte: f64| PostChange { from_week, until_week, wte: wte.into() };
        Posts {
            role: "ot".to_owned(),
            wte: 2.0.into(),
            changes: vec![change(10, Some(20), 1.0), change(30, None, -0.5), change(99, None, 7.0)],
        }
    }

    #[test]
    fn dated_changes_hold_from_their_week_until_their_last() {
        let posts = posts();
        assert_eq!([0, 9, 10, 19, 20, 30].map(|week| posts.wte_in(week)), [2.0, 2.0, 3.0, 3.0, 2.0, 1.5]);
        assert_eq!(posts.wte_from(52), [(0, 2.0), (10, 3.0), (20, 2.0), (30, 1.5)]);
    }

    #[test]
    fn the_mean_is_over_the_weeks_asked_for() {
        // Of 40 weeks, 10 with 3, 20 with 2 and 10 with 1.5: (30 + 40 + 15) / 40.
        assert_eq!(posts().mean_wte(0..40), 2.125);
        // From week 15: 5 with 3, 10 with 2, 10 with 1.5.
        assert_eq!(posts().mean_wte(15..40), (15.0 + 20.0 + 15.0) / 25.0);
        assert_eq!(posts().mean_wte(12..12), 3.0);
    }
}
