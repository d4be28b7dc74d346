//! Hours that each role has: posts by their calendars, less absence and vacancies as they are expected to fall.

use crate::plan::{Plan, PresencePlan};

/// What a role can do.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Capacity {
    /// Hours of posts that are filled and not away `[hours a week]`, as a run reports them.
    pub(super) available: f64,
    /// The same, less what newcomers do not get done `[hours a week]`.
    pub(super) at_full_speed: f64,
    /// Full-time posts `[posts]`, absence not taken off.
    pub(super) posts: f64,
}

/// Mean capacity of each role over the weeks counted.
///
/// `to_recruit` is the mean time from leaving to the successor's first day `[weeks]`, by role.
pub(super) fn capacities(plan: &Plan, warm_up_weeks: usize, to_recruit: &[f64]) -> Vec<Capacity> {
    let weeks = warm_up_weeks.min(plan.weeks)..plan.weeks;
    let counted = weeks.len().max(1) as f64;
    let of_role = |(at, role): (usize, &crate::plan::RolePlan)| {
        if let Some(days_per_hour) = role.pool {
            let posts = f64::from(role.pool_posts);
            let hours = 7.0 / days_per_hour * posts;
            return Capacity { available: hours, at_full_speed: hours, posts };
        }
        let mut n_posts = vec![0.0; plan.table_hours.len()];
        role.posts.clone().for_each(|post| n_posts[plan.posts[post as usize].table as usize] += 1.0);
        let (mut all, mut largest) = (0.0_f64, 0.0_f64);
        let mut by_week = vec![0.0; plan.weeks];
        for (table, n) in n_posts.iter().enumerate().filter(|(_, n)| **n > 0.0) {
            let hours = &plan.table_hours[table];
            by_week.iter_mut().zip(hours).for_each(|(sum, hours)| *sum += n * hours);
            let counted: f64 = hours[weeks.clone()].iter().sum();
            all += n * counted;
            largest = largest.max(counted);
        }
        let (present, speed) = match &role.presence {
            Some(presence) => expected(presence, to_recruit[at], plan.weeks),
            None => (vec![1.0; plan.weeks], vec![1.0; plan.weeks]),
        };
        let mean =
            |share: &[f64]| weeks.clone().map(|week| by_week[week] * share[week]).sum::<f64>() / counted;
        Capacity {
            available: mean(&present),
            at_full_speed: mean(&speed),
            posts: if largest > 0.0 { all / largest } else { 0.0 },
        }
    };
    plan.roles.iter().enumerate().map(of_role).collect()
}

/// The chance that a post is filled and its holder not away, and its expected speed, in each week.
///
/// Posts that fall vacant are filled again after the mean time to recruit; the ones vacant at the start are on
/// average half-way through theirs.
///
/// # Source
/// Own derivation: the renewal equation of filling and leaving, week by week.
fn expected(plan: &PresencePlan, to_recruit: f64, weeks: usize) -> (Vec<f64>, Vec<f64>) {
    let not_away = (1.0 - plan.leave_weeks_per_year / 52.0).max(0.0) * (1.0 - plan.sickness);
    let leaves = -libm::expm1(-plan.leaves_per_week);
    let mut filled = vec![0.0; weeks];
    let mut joined = vec![0.0; weeks];
    let mut filling = 1.0 - plan.vacant;
    // Leaving happens through the week and starting at its beginning; both are rounded to whole weeks.
    let gap = to_recruit.round().clamp(0.0, 1e6) as usize;
    let mut left = vec![0.0; weeks];
    for week in 0..weeks {
        let still_vacant =
            |week: f64| if to_recruit > 0.0 { (1.0 - week / to_recruit).max(0.0) } else { 0.0 };
        let here = week as f64;
        let mut comes = plan.vacant * (still_vacant(here - 0.5).min(1.0) - still_vacant(here + 0.5));
        if let Some(since) = week.checked_sub(gap + 1)
            && gap > 0
        {
            comes += left[since];
        }
        joined[week] = comes;
        filling += comes;
        filled[week] = filling.clamp(0.0, 1.0);
        let goes = filling * leaves;
        if gap > 0 {
            left[week] = goes;
            filling -= goes;
        }
    }
    let ramp = plan.weeks_to_full_productivity;
    let slow = |week: usize| -> f64 {
        (0..ramp.ceil() as usize)
            .filter_map(|since| {
                Some(joined[week.checked_sub(since)?] * (0.5 - 0.5 * (since as f64 + 0.5) / ramp).max(0.0))
            })
            .sum()
    };
    let present: Vec<f64> = filled.iter().map(|share| share * not_away).collect();
    let speed =
        filled.iter().enumerate().map(|(week, share)| (share - slow(week)).max(0.0) * not_away).collect();
    (present, speed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::Sampler;

    fn presence(vacant: f64, leaves_per_week: f64) -> PresencePlan {
        PresencePlan {
            leave_weeks_per_year: 0.0,
            sickness: 0.0,
            vacant,
            leaves_per_week,
            weeks_to_recruit: Sampler::Fixed(13.0),
            weeks_to_full_productivity: 0.0,
        }
    }

    #[test]
    fn leave_and_sickness_come_off_one_after_the_other() {
        let plan = PresencePlan { leave_weeks_per_year: 5.2, sickness: 0.05, ..presence(0.0, 0.0) };
        let (present, speed) = expected(&plan, 13.0, 10);
        assert!(present.iter().chain(&speed).all(|share| (share - 0.9 * 0.95).abs() < 1e-12));
    }

    #[test]
    fn posts_vacant_at_the_start_are_filled_one_by_one() {
        let (present, _) = expected(&presence(0.4, 0.0), 13.0, 30);
        assert!((present[0] - (0.6 + 0.4 * 0.5 / 13.0)).abs() < 1e-12);
        assert!((present[20] - 1.0).abs() < 1e-12);
        // On average half of thirteen weeks are lost.
        let lost: f64 = present.iter().map(|share| 1.0 - share).sum();
        assert!((lost - 0.4 * 6.5).abs() < 0.4 * 0.51, "{lost}");
    }

    #[test]
    fn in_the_long_run_vacancies_are_time_to_recruit_over_the_whole_cycle() {
        let (present, _) = expected(&presence(0.0, 1.0 / 39.0), 13.0, 1_000);
        assert!((present[999] - 0.75).abs() < 0.005, "{}", present[999]);
    }

    #[test]
    fn newcomers_are_slow_at_first() {
        let plan = PresencePlan { weeks_to_full_productivity: 4.0, ..presence(1.0, 0.0) };
        let (present, speed) = expected(&plan, 1.0, 10);
        assert!((present[9] - 1.0).abs() < 1e-12 && (speed[9] - 1.0).abs() < 1e-12);
        // Half a post has come in the first week, at nine sixteenths of full speed.
        assert!((speed[0] - 0.5 * 9.0 / 16.0).abs() < 1e-12, "{}", speed[0]);
    }
}
