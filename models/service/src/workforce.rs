//! Who works in the service: roles, working patterns, absence, turnover, and how many posts.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::Id;
use crate::distribution::Distribution;
use crate::estimate::Estimate;
use crate::figures::figures;
use crate::tagged::tagged;

/// When a kind of post works.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Calendar {
    /// Stable id.
    pub id: Id,
    /// Label.
    pub name: String,
    /// The pattern of a week.
    pub pattern: WorkingPattern,
    /// Closed on the bank holidays of England and Wales.
    #[serde(default)]
    pub bank_holidays: bool,
    /// Other closures, both days included: school holidays for term-time posts, a service's own closed days.
    #[serde(default)]
    pub closures: Vec<Closure>,
}

/// The pattern of a week.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum WorkingPattern {
    /// The week's hours flow evenly round the clock, every day: for quick designs, lines that never close, and theory.
    Continuous,
    /// The week's hours fall on certain weekdays, shared equally, from the same time each day.
    Weekdays(Weekdays),
    /// A round-the-clock rota: this many posts are on duty at each hour of the day, the same every day.
    Shifts(Shifts),
}

tagged!(WorkingPattern { "continuous" => Continuous, "weekdays" => Weekdays(Weekdays), "shifts" => Shifts(Shifts) });

/// Working days of a full-time post.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Weekdays {
    /// Days worked, 1 is Monday and 7 Sunday.
    pub days: Vec<u8>,
    /// When the clinical part of a day starts [hours after midnight].
    #[serde(default = "nine")]
    pub starts_at_hour: Estimate,
}

fn nine() -> Estimate {
    Estimate::exactly(9.0)
}

/// Shifts of a round-the-clock service. A post with this calendar works every hour of the shifts it is on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Shifts {
    /// From hour, to hour, posts on duty; covers the day without gaps.
    pub shifts: Vec<Shift>,
}

/// One shift of the day.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Shift {
    /// Starts [hours after midnight].
    pub from_hour: Estimate,
    /// Ends [hours after midnight], at most 24.
    pub to_hour: Estimate,
    /// Posts on duty: the first ones of the role.
    pub posts: Estimate,
}

/// Days on which nobody with this calendar works.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Closure {
    /// First closed day.
    pub from: Date,
    /// Last closed day.
    pub to: Date,
    /// Why.
    #[serde(default)]
    pub name: String,
}

/// A kind of staff.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Role {
    /// Stable id.
    pub id: Id,
    /// Label: "Occupational therapist, band 6".
    pub name: String,
    /// Agenda for Change band or other grade.
    #[serde(default)]
    pub band: Option<String>,
    /// Yearly cost of one WTE with on-costs `[£]`.
    #[serde(default)]
    pub cost_pounds_per_year: Estimate,
    /// Hours of one WTE [hours a week].
    #[serde(default = "standard_week")]
    pub hours_per_week: Estimate,
    /// Share of the hours that is patient-related: contacts with their notes, travel and liaison `[%]`.
    #[serde(default = "hundred")]
    pub clinical_percent: Estimate,
    /// Id of the calendar; none: continuous.
    #[serde(default)]
    pub calendar: Option<Id>,
    /// Work that comes before contacts: supervision, meetings, student placements.
    #[serde(default)]
    pub commitments: Vec<Commitment>,
    /// Leave, sickness and study.
    #[serde(default)]
    pub absence: Option<Absence>,
    /// Vacancies, leavers and recruitment.
    #[serde(default)]
    pub turnover: Option<Turnover>,
    /// Who comes first when both booked follow-ups and new people wait for this role.
    #[serde(default)]
    pub follow_up_policy: FollowUpPolicy,
}

fn standard_week() -> Estimate {
    Estimate::exactly(37.5)
}

fn hundred() -> Estimate {
    Estimate::exactly(100.0)
}

/// Hours that are spent before any contact.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Commitment {
    /// What it is.
    pub name: String,
    /// Hours a week for each WTE, taken from the clinical hours.
    pub hours_per_wte_per_week: Estimate,
}

/// Leave, sickness and study time.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Absence {
    /// Annual leave [days a year of a full-time post], bank holidays not included.
    #[serde(default)]
    pub leave_days_per_year: Estimate,
    /// Study and mandatory training [days a year].
    #[serde(default)]
    pub study_days_per_year: Estimate,
    /// Sickness [% of working time].
    #[serde(default)]
    pub sickness_percent: Estimate,
    /// How it falls.
    #[serde(default)]
    pub pattern: AbsencePattern,
}

/// How absence falls in the year.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub enum AbsencePattern {
    /// Each post is away for whole weeks, drawn at random.
    #[default]
    WholeWeeks,
    /// Leave falls in the calendar's closures first (school holidays); sickness as whole weeks at random.
    SchoolHolidays,
    /// A little every day: hours are shorter by the absent share.
    Even,
}

/// Vacancies, leavers and recruitment.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Turnover {
    /// Share of posts vacant at the start `[%]`.
    #[serde(default)]
    pub vacant_percent: Estimate,
    /// Share of staff who leave in a year `[%]`; leaving times are exponential.
    #[serde(default)]
    pub leavers_percent_per_year: Estimate,
    /// Weeks from leaving to the successor's first day.
    #[serde(default)]
    pub weeks_to_recruit: Distribution,
    /// Weeks until a newcomer works at full speed, rising evenly from half speed.
    #[serde(default)]
    pub weeks_to_full_productivity: Estimate,
}

/// Who comes first for a role: booked follow-ups or new people.
#[derive(Debug, Clone, Default, PartialEq, Serialize, JsonSchema)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum FollowUpPolicy {
    /// People already under way come first.
    #[default]
    FollowUpsFirst,
    /// New people come first.
    NewFirst,
    /// A share of contacts is kept for new people.
    ProtectedForNew(Protected),
}

tagged!(FollowUpPolicy { "followUpsFirst" => FollowUpsFirst, "newFirst" => NewFirst, "protectedForNew" => ProtectedForNew(Protected) });

/// A protected share.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Protected {
    /// Share of the role's hours kept for new people while any wait `[%]`.
    pub percent: Estimate,
}

/// How many people work in the service.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct StaffingMix {
    /// Stable id.
    pub id: Id,
    /// Label.
    pub name: String,
    /// Posts by role.
    pub posts: Vec<Posts>,
}

/// Posts of one role, now and later.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Posts {
    /// Id of the role.
    pub role: Id,
    /// Whole-time equivalents now. 2.6 is two full-time people and one who works 0.6 of the week.
    pub wte: Estimate,
    /// Posts added or taken away, from a week on, for good or for a while.
    #[serde(default)]
    pub changes: Vec<PostChange>,
}

/// Posts added (or, negative, taken away) from a week on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PostChange {
    /// From the start of this week.
    pub from_week: u32,
    /// Until the start of this week; none: for good.
    #[serde(default)]
    pub until_week: Option<u32>,
    /// Whole-time equivalents more, or fewer when negative.
    pub wte: Estimate,
}

figures!(struct Calendar by id { pattern });
figures!(
    enum WorkingPattern {
        Weekdays,
        Shifts,
    },
    empty { Continuous }
);
figures!(struct Weekdays { starts_at_hour });
figures!(struct Shifts { shifts });
figures!(struct Shift { from_hour, to_hour, posts });
figures!(struct Role by id { cost_pounds_per_year, hours_per_week, clinical_percent, commitments, absence, turnover, follow_up_policy });
figures!(struct Commitment { hours_per_wte_per_week });
figures!(struct Absence { leave_days_per_year, study_days_per_year, sickness_percent });
figures!(struct Turnover { vacant_percent, leavers_percent_per_year, weeks_to_recruit, weeks_to_full_productivity });
figures!(
    enum FollowUpPolicy {
        ProtectedForNew,
    },
    empty { FollowUpsFirst, NewFirst }
);
figures!(struct Protected { percent });
figures!(struct StaffingMix by id { posts });
figures!(struct Posts by role { wte, changes });
figures!(struct PostChange { wte });
