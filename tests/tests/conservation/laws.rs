//! What holds of the figures of any run.

use pathloom_service::{AbsencePattern, Scenario, Work};
use pathloom_simulation::{HorizonMeasure as H, Outcomes, Scope, WeeklyMeasure as W};

/// The five kinds of outcome.
const OUTCOMES: [W; 5] = [W::Completed, W::Signposted, W::Removed, W::EscalatedOut, W::Readmitted];

/// Laws that do not hold, in words.
pub(crate) fn broken(scenario: &Scenario, outcomes: &Outcomes) -> Vec<String> {
    let mut broken = Vec::new();
    for at in 0..outcomes.replications.len() {
        let run = Run { scenario, outcomes, at };
        run.numbers(&mut broken);
        run.everyone_is_somewhere(&mut broken);
        run.snapshots_add_up(&mut broken);
        run.weeks_add_up_to_the_horizon(&mut broken);
        run.hours_are_there(&mut broken);
    }
    broken
}

/// One replication of a scenario.
struct Run<'r> {
    scenario: &'r Scenario,
    outcomes: &'r Outcomes,
    at: usize,
}

impl Run<'_> {
    fn weeks(&self) -> usize {
        self.outcomes.catalogue.weeks
    }

    fn weekly(&self, measure: W, scope: &Scope, week: usize) -> Option<f64> {
        Some(self.outcomes.weekly(measure, scope, week)?[self.at])
    }

    fn of(&self, measure: W, scope: &Scope, week: usize) -> f64 {
        self.weekly(measure, scope, week).unwrap_or_else(|| panic!("{measure:?} of {scope:?} is measured"))
    }

    /// The service and, where there are several, its groups.
    fn people(&self) -> Vec<Scope> {
        let groups = &self.scenario.groups;
        let groups = groups.iter().filter(|_| groups.len() > 1).map(|group| Scope::Group(group.id.clone()));
        std::iter::once(Scope::Service).chain(groups).collect()
    }

    fn tiers(&self) -> Vec<Scope> {
        self.scenario.tiers.iter().map(|tier| Scope::Tier(tier.id.clone())).collect()
    }

    /// Steps at which people can be.
    fn steps(&self) -> Vec<(Scope, &Work)> {
        let steps = self.scenario.design.steps.iter();
        steps
            .filter(|step| holds_people(&step.work))
            .map(|step| (Scope::Step(step.id.clone()), &step.work))
            .collect()
    }

    fn numbers(&self, broken: &mut Vec<String>) {
        for (measure, scope) in &self.outcomes.catalogue.weekly {
            for week in 0..=self.weeks() {
                let value = self.of(*measure, scope, week);
                if !value.is_finite() || value < 0.0 {
                    broken.push(format!("{measure:?} of {scope:?} in week {week} is {value}"));
                }
            }
        }
        for (at, (measure, scope)) in self.outcomes.catalogue.horizon.iter().enumerate() {
            let value = self.outcomes.replications[self.at].horizon[at];
            // A mean over time is a difference of large sums: none at all may come out a rounding below.
            if value < -1e-9 || value.is_infinite() || (value.is_nan() && !may_be_missing(*measure)) {
                broken.push(format!("{measure:?} of {scope:?} is {value}"));
            }
        }
    }

    fn everyone_is_somewhere(&self, broken: &mut Vec<String>) {
        for scope in self.people() {
            let there_at_start = self.of(W::OpenReferrals, &scope, 0);
            let (mut referred, mut left) = (0.0, 0.0);
            for week in 1..=self.weeks() {
                referred += self.of(W::Referrals, &scope, week);
                left += OUTCOMES.iter().map(|kind| self.of(*kind, &scope, week)).sum::<f64>();
                let open = self.of(W::OpenReferrals, &scope, week);
                if there_at_start + referred != left + open {
                    broken.push(format!(
                        "{scope:?}, week {week}: {there_at_start} at the start and {referred} referred, but {left} left \
                         and {open} are open"
                    ));
                }
                if self.of(W::WaitingList, &scope, week) > open {
                    broken.push(format!("{scope:?}, week {week}: more people wait than are open"));
                }
            }
        }
        for week in 0..=self.weeks() {
            let open = self.of(W::OpenReferrals, &Scope::Service, week);
            let mut there = 0.0;
            for (scope, work) in self.steps() {
                there += self.of(W::UnderWay, &scope, week);
                if !matches!(work, Work::Delay(_)) {
                    there += self.of(W::WaitingList, &scope, week);
                }
            }
            if open != there {
                broken.push(format!("week {week}: {open} are open, but {there} are at a step"));
            }
        }
        if self.scenario.groups.len() > 1 {
            for measure in [W::OpenReferrals, W::WaitingList, W::Referrals, W::Seen, W::Missed] {
                for week in 0..=self.weeks() {
                    let groups = self.people().into_iter().skip(1);
                    let sum: f64 = groups.map(|scope| self.of(measure, &scope, week)).sum();
                    if sum != self.of(measure, &Scope::Service, week) {
                        broken.push(format!("week {week}: {measure:?} of the groups do not add up"));
                    }
                }
            }
        }
    }

    fn snapshots_add_up(&self, broken: &mut Vec<String>) {
        self.tiers_are_within_the_service(broken);
        for scope in self.people().into_iter().chain(self.tiers()) {
            for week in 0..=self.weeks() {
                let of = |measure| self.of(measure, &scope, week);
                let list = of(W::WaitingList);
                let band = |from: u8| (from..8).map(|band| of(W::NationalBand(band))).sum::<f64>();
                let day = 1.0 / 7.0;
                let longest = of(W::LongestWait) + day;
                let share = if list == 0.0 { 100.0 } else { 100.0 * (1.0 - of(W::Over18) / list) };
                let laws = [
                    ("bands add up to the list", band(0) == list),
                    ("over 18 weeks", band(5) == of(W::Over18)),
                    ("over 52 weeks", band(6) == of(W::Over52)),
                    ("over 104 weeks", band(7) == of(W::Over104)),
                    ("fewer wait longer", of(W::Over52) >= of(W::Over65) && of(W::Over65) >= of(W::Over78)),
                    ("over 78 weeks", of(W::Over78) >= of(W::Over104)),
                    ("within 18 weeks", (of(W::Within18Percent) - share).abs() < 1e-3),
                    ("nobody waits longer than the longest", of(W::Percentile92) <= longest + 1e-4),
                    ("the median below the 92nd percentile", of(W::MedianWait) <= of(W::Percentile92) + 1e-4),
                    ("the mean below the longest", of(W::MeanWait) <= longest),
                    ("nobody, no wait", list > 0.0 || of(W::LongestWait) == 0.0),
                ];
                for (law, holds) in laws {
                    if !holds {
                        broken.push(format!("{scope:?}, week {week}: {law}"));
                    }
                }
            }
        }
    }

    /// Whoever waits is at one step, and so in one tier or none.
    fn tiers_are_within_the_service(&self, broken: &mut Vec<String>) {
        let steps = &self.scenario.design.steps;
        let everywhere = steps.iter().filter(|step| holds_people(&step.work)).all(|step| step.tier.is_some());
        for measure in (0..8).map(W::NationalBand).chain([W::WaitingList]) {
            for week in 0..=self.weeks() {
                let tiers: f64 = self.tiers().iter().map(|tier| self.of(measure, tier, week)).sum();
                let service = self.of(measure, &Scope::Service, week);
                if tiers > service || (everywhere && tiers != service) {
                    broken.push(format!(
                        "week {week}: {measure:?} is {tiers} in the tiers and {service} in the service"
                    ));
                }
            }
        }
    }

    fn weeks_add_up_to_the_horizon(&self, broken: &mut Vec<String>) {
        let pairs = [
            (W::Referrals, H::Referrals),
            (W::ReReferrals, H::ReReferrals),
            (W::Seen, H::Seen),
            (W::Completed, H::Completed),
            (W::Signposted, H::Signposted),
            (W::Removed, H::Removed),
            (W::EscalatedOut, H::EscalatedOut),
            (W::Readmitted, H::Readmitted),
            (W::Missed, H::Missed),
            (W::HoursUsed, H::HoursUsed),
            (W::HoursAvailable, H::HoursAvailable),
            (W::OvertimeHours, H::OvertimeHours),
        ];
        // Without a warm-up, people seen at the very start count: their waits do.
        let counted = match self.outcomes.catalogue.warm_up_weeks {
            0 => 0..=self.weeks(),
            warm_up => warm_up + 1..=self.weeks(),
        };
        for (weekly, horizon) in pairs {
            for (_, scope) in self.outcomes.catalogue.weekly.iter().filter(|(measure, _)| *measure == weekly)
            {
                let Some(whole) = self.outcomes.horizon(horizon, scope) else { continue };
                let sum: f64 = counted.clone().map(|week| self.of(weekly, scope, week)).sum();
                let whole = whole[self.at];
                // Hours are kept with seven digits a week.
                if (sum - whole).abs() > 1e-5 * whole.abs() + 1e-6 {
                    broken.push(format!("{horizon:?} of {scope:?} is {whole}, its weeks add up to {sum}"));
                }
            }
        }
    }

    /// Hours worked are there: available, in overtime, or the contact in hand of somebody who went away.
    fn hours_are_there(&self, broken: &mut Vec<String>) {
        for role in &self.scenario.roles {
            let scope = Scope::Role(role.id.clone());
            let total = |measure| (1..=self.weeks()).map(|week| self.of(measure, &scope, week)).sum::<f64>();
            let (used, there) = (total(W::HoursUsed), total(W::HoursAvailable) + total(W::OvertimeHours));
            let stays = role.turnover.is_none()
                && role.absence.as_ref().is_none_or(|absence| absence.pattern == AbsencePattern::Even)
                && self
                    .scenario
                    .mix
                    .posts
                    .iter()
                    .all(|posts| posts.changes.iter().all(|change| change.wte.likely >= 0.0));
            if stays && used > there * (1.0 + 1e-6) + 1e-6 {
                broken.push(format!("{}: {used} hours used of {there}", role.id));
            }
        }
    }
}

/// Whether people can be at such a step.
fn holds_people(work: &Work) -> bool {
    matches!(work, Work::Contacts(_) | Work::Group(_) | Work::Places(_) | Work::Delay(_))
}

/// Whether a figure may have nobody to measure.
fn may_be_missing(measure: H) -> bool {
    matches!(
        measure,
        H::WaitMean
            | H::WaitMedian
            | H::Wait92
            | H::Wait95
            | H::WaitLongest
            | H::WaitWithin18Percent
            | H::HadToWaitPercent
            | H::ReferralToSeenMean
            | H::WaitEndedMean
            | H::WaitEndedMedian
            | H::WaitEnded92
            | H::WaitEnded95
            | H::WaitRemovedMean
            | H::UtilisationPercent
            | H::CostPerCompleted
            | H::MeanWaitRatio
            | H::MeanWaitGap
            | H::LongestWaitRatio
            | H::LongestWaitGap
    )
}
