//! The names of what is measured.

use pathloom_service::Id;
use serde::Serialize;

/// Whom or what a figure is about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(tag = "kind", content = "id", rename_all = "camelCase")]
pub enum Scope {
    /// The whole service.
    Service,
    /// One tier: people at its steps.
    Tier(Id),
    /// One client group.
    Group(Id),
    /// One step.
    Step(Id),
    /// One role.
    Role(Id),
}

/// Lower ends of the national bands of weeks waited, in days: 0-1, 1-2, 2-4, 4-12, 12-18, 18-52, 52-104, 104+ weeks.
///
/// # Source
/// NHS England, Community Health Services waiting lists; a wait of 365 days or more counts as over 52 weeks.
pub const NATIONAL_BANDS: [(u32, &str); 8] = [
    (0, "0-1 weeks"),
    (8, "1-2 weeks"),
    (15, "2-4 weeks"),
    (29, "4-12 weeks"),
    (85, "12-18 weeks"),
    (127, "18-52 weeks"),
    (365, "52-104 weeks"),
    (729, "over 104 weeks"),
];

/// A figure at the end of each week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub enum WeeklyMeasure {
    /// People whose clock runs; for a step, people in its queue whether their clock runs or not.
    WaitingList,
    /// Longest wait so far of those still waiting `[weeks]`, 0 when nobody is.
    LongestWait,
    /// 92nd percentile of weeks waited by those still waiting, 0 when nobody is.
    Percentile92,
    /// Median of weeks waited by those still waiting.
    MedianWait,
    /// Mean of weeks waited by those still waiting.
    MeanWait,
    /// Share of those still waiting who have waited no longer than 18 weeks `[%]`; 100 when nobody waits.
    Within18Percent,
    /// Still waiting and over 18 weeks `[people]`.
    Over18,
    /// Still waiting and over 52 weeks `[people]`.
    Over52,
    /// Still waiting and over 65 weeks `[people]`.
    Over65,
    /// Still waiting and over 78 weeks `[people]`.
    Over78,
    /// Still waiting and over 104 weeks `[people]`.
    Over104,
    /// Still waiting, by national band (0 to 7) `[people]`.
    NationalBand(u8),
    /// Referred and not yet at an outcome `[people]`.
    OpenReferrals,
    /// Under way at a step: in a contact, between contacts, in a group, a delay or a place `[people]`.
    UnderWay,
    /// Finished in a place and kept there until the next step admits them `[people]`.
    Delayed,
    /// Referred during the week, returns included `[people]`.
    Referrals,
    /// Came back as a new referral during the week `[people]`.
    ReReferrals,
    /// First seen during the week: clock stopped `[people]`; for a step, first contacts, programmes or places begun.
    Seen,
    /// Reached an outcome that counts as completed `[people in the week]`.
    Completed,
    /// Reached an outcome that counts as signposted `[people in the week]`.
    Signposted,
    /// Removed `[people in the week]`; for a step, left its list without being seen.
    Removed,
    /// Escalated out of the service `[people in the week]`; for a step, escalated while waiting.
    EscalatedOut,
    /// Readmitted `[people in the week]`.
    Readmitted,
    /// Missed contacts or sessions `[in the week]`.
    Missed,
    /// Staff hours used `[hours in the week]`.
    HoursUsed,
    /// Staff hours available for contacts `[hours in the week]`.
    HoursAvailable,
    /// Hours worked after the end of the working day `[hours in the week]`.
    OvertimeHours,
}

impl WeeklyMeasure {
    /// The measure of people over so many weeks, for the limits that are counted.
    pub fn over(weeks: u32) -> Option<Self> {
        match weeks {
            18 => Some(Self::Over18),
            52 => Some(Self::Over52),
            65 => Some(Self::Over65),
            78 => Some(Self::Over78),
            104 => Some(Self::Over104),
            _ => None,
        }
    }
}

/// A figure over the horizon, warm-up not included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub enum HorizonMeasure {
    /// Mean wait of those seen, referral to the contact that stopped the clock `[weeks]`.
    /// For a step: wait in its queue of those who started there `[weeks]`.
    WaitMean,
    /// Median of the same.
    WaitMedian,
    /// 92nd percentile of the same.
    Wait92,
    /// 95th percentile of the same.
    Wait95,
    /// Longest of the same.
    WaitLongest,
    /// Share of the same that was no longer than 18 weeks `[%]`.
    WaitWithin18Percent,
    /// Share of those who started at a step who had to queue there `[%]`.
    HadToWaitPercent,
    /// For a step: mean wait since referral of those whose clock stopped there `[weeks]`.
    ReferralToSeenMean,
    /// Mean wait of everyone whose wait ended, removed included `[weeks]`.
    WaitEndedMean,
    /// Median of the same.
    WaitEndedMedian,
    /// 92nd percentile of the same.
    WaitEnded92,
    /// 95th percentile of the same.
    WaitEnded95,
    /// Mean wait of those who left without being seen `[weeks]`.
    WaitRemovedMean,
    /// People referred, returns included.
    Referrals,
    /// People who came back as a new referral.
    ReReferrals,
    /// People first seen; for a step, first contacts, programmes or places begun.
    Seen,
    /// Reached an outcome that counts as completed; for a step, people who finished there.
    Completed,
    /// Reached an outcome that counts as signposted.
    Signposted,
    /// Removed; for a step, left its list unseen.
    Removed,
    /// Escalated out; for a step, escalated while waiting.
    EscalatedOut,
    /// Readmitted.
    Readmitted,
    /// Turned away from a full list.
    TurnedAway,
    /// Missed contacts and sessions.
    Missed,
    /// Mean number waiting over time `[people]`; for a step, in its queue.
    MeanWaiting,
    /// Mean number under way at a step over time `[people]`.
    MeanUnderWay,
    /// Mean number finished and kept in a place over time `[people]`.
    MeanDelayed,
    /// Days spent finished and kept in a place `[days]`.
    DelayedDays,
    /// Mean number of open referrals over time `[people]`.
    MeanOpen,
    /// Staff hours used `[hours]`.
    HoursUsed,
    /// Staff hours available `[hours]`.
    HoursAvailable,
    /// Hours used of hours available `[%]`.
    UtilisationPercent,
    /// Hours worked after the end of the working day `[hours]`.
    OvertimeHours,
    /// Universal-offer calls answered.
    CallsAnswered,
    /// Cost of the posts filled, the places and the outcomes `[£ a year]`.
    CostPerYear,
    /// The same for each person completed `[£]`.
    CostPerCompleted,
    /// Benefits attached to outcomes `[£]`.
    BenefitPounds,
    /// Quality-adjusted life years attached to outcomes.
    QualityAdjustedLifeYears,
    /// Fairness: largest group's mean wait of those seen divided by the smallest group's `[1]`.
    MeanWaitRatio,
    /// Fairness: the difference of the same `[weeks]`.
    MeanWaitGap,
    /// Fairness: ratio of the longest waits of those seen, between groups `[1]`.
    LongestWaitRatio,
    /// Fairness: the difference of the same `[weeks]`.
    LongestWaitGap,
}
