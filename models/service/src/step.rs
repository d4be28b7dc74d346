//! The pathway graph: steps and the links between them.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::Id;
use crate::demand::{Referrals, StartingState};
use crate::distribution::{Count, Distribution};
use crate::estimate::Estimate;
use crate::figures::figures;
use crate::tagged::tagged;

/// A node of the pathway.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Step {
    /// Stable id; the same step in two designs has the same id.
    pub id: Id,
    /// Label.
    pub name: String,
    /// Id of the tier it belongs to.
    #[serde(default)]
    pub tier: Option<Id>,
    /// Where it stands on the canvas.
    #[serde(default)]
    pub position: Option<Position>,
    /// A note to whoever reads the design.
    #[serde(default)]
    pub note: String,
    /// What happens here.
    pub work: Work,
}

impl Step {
    /// Who is here when the simulation starts, where the step may say so and does.
    pub fn start(&self) -> Option<&StartingState> {
        match &self.work {
            Work::Contacts(contacts) => contacts.start.as_ref(),
            Work::Group(group) => group.start.as_ref(),
            Work::Places(places) => places.start.as_ref(),
            Work::Delay(delay) => delay.start.as_ref(),
            Work::Referrals(_) | Work::Split | Work::UniversalOffer(_) | Work::Outcome(_) => None,
        }
    }

    /// The same, to be changed.
    pub fn start_mut(&mut self) -> Option<&mut StartingState> {
        match &mut self.work {
            Work::Contacts(contacts) => contacts.start.as_mut(),
            Work::Group(group) => group.start.as_mut(),
            Work::Places(places) => places.start.as_mut(),
            Work::Delay(delay) => delay.start.as_mut(),
            Work::Referrals(_) | Work::Split | Work::UniversalOffer(_) | Work::Outcome(_) => None,
        }
    }
}

/// A point of the canvas `[px]`.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[expect(missing_docs, reason = "x and y")]
pub struct Position {
    pub x: f64,
    pub y: f64,
}

/// What happens at a step.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(tag = "kind", rename_all = "camelCase")]
#[expect(clippy::large_enum_variant, reason = "a document holds few of them")]
pub enum Work {
    /// People arrive.
    Referrals(Referrals),
    /// People are sent on at no cost in time, by the shares of the links.
    Split,
    /// Staff contacts, one-to-one or joint.
    Contacts(Box<Contacts>),
    /// A programme of sessions run on a schedule.
    Group(Box<Group>),
    /// Beds, home-care slots, virtual-ward places, seats.
    Places(Box<Places>),
    /// Time passes.
    Delay(Delay),
    /// Work done for a whole population.
    UniversalOffer(UniversalOffer),
    /// The person leaves.
    Outcome(Outcome),
}

tagged!(Work {
    "referrals" => Referrals(Referrals), "split" => Split, "contacts" => Contacts(Box<Contacts>), "group" => Group(Box<Group>),
    "places" => Places(Box<Places>), "delay" => Delay(Delay), "universalOffer" => UniversalOffer(UniversalOffer),
    "outcome" => Outcome(Outcome),
});

/// Staff contacts with one person at a time.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Contacts {
    /// Who is needed at the same time: one entry for each professional.
    pub staff: Vec<StaffNeed>,
    /// Contacts for each person.
    #[serde(default)]
    pub contacts_per_person: Count,
    /// Weeks from one contact to the next.
    #[serde(default)]
    pub weeks_between: Estimate,
    /// Time with the person `[minutes]`.
    pub face_to_face_minutes: Distribution,
    /// Notes, scoring, reports and liaison for each contact `[minutes]`.
    #[serde(default)]
    pub admin_minutes: Estimate,
    /// Travel for each contact `[minutes]`.
    #[serde(default)]
    pub travel_minutes: Estimate,
    /// Time of a contact for each client group relative to the above `[%]`; 100 for groups not named.
    #[serde(default)]
    pub time_percent_by_group: BTreeMap<Id, Estimate>,
    /// Least notice of a first contact `[days]`: nobody is seen sooner after joining, or after a missed contact.
    #[serde(default)]
    pub booking_notice_days: Estimate,
    /// Missed contacts.
    #[serde(default)]
    pub missed: Option<Missed>,
    /// Contacts cancelled in time for the slot to be used again `[%]`; the person keeps their place and is booked anew.
    #[serde(default)]
    pub cancelled_percent: Estimate,
    /// Whether people come here with an appointment already booked, and so count as follow-ups for the role's policy.
    #[serde(default)]
    pub arrive_booked: bool,
    /// First contacts started in a week, at most (clinic slots).
    #[serde(default)]
    pub new_per_week: Option<Estimate>,
    /// People under way here for each WTE of the roles named, at most.
    #[serde(default)]
    pub caseload_per_wte: Option<Estimate>,
    /// Who is next.
    #[serde(default)]
    pub order: QueueOrder,
    /// What happens to a contact that would not end by the end of the working day.
    #[serde(default)]
    pub end_of_day: EndOfDay,
    /// Whether an attended contact here stops the waiting clock.
    #[serde(default = "yes")]
    pub stops_clock: bool,
    /// The list is closed to new people at this length; they leave by the link "turned away".
    #[serde(default)]
    pub list_limit: Option<Estimate>,
    /// Who is here when the simulation starts.
    #[serde(default)]
    pub start: Option<StartingState>,
}

const fn yes() -> bool {
    true
}

/// One professional at a contact: roles that will do, the preferred one first.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct StaffNeed {
    /// Roles that will do, in order of preference.
    pub any_of: Vec<SkilledRole>,
}

/// A role with its speed at this work.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SkilledRole {
    /// Id of the role.
    pub role: Id,
    /// Time this role takes relative to the step's times `[%]`.
    #[serde(default = "hundred")]
    pub time_percent: Estimate,
}

fn hundred() -> Estimate {
    Estimate::exactly(100.0)
}

/// Missed contacts (did not attend, was not brought).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Missed {
    /// Share of contacts missed `[%]`.
    pub percent: Estimate,
    /// Staff time lost by a missed contact `[minutes]`. None: the time with the person and the travel.
    #[serde(default)]
    pub minutes_lost: Option<Estimate>,
    /// What happens to the person's place.
    #[serde(default)]
    pub rebook: Rebook,
    /// After this many missed contacts at the step the person leaves by the link "missed too often"; none: never.
    #[serde(default)]
    pub leave_after: Option<Estimate>,
}

/// The place in the queue of somebody who missed a contact.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub enum Rebook {
    /// Same place, same clock.
    #[default]
    KeepsPlace,
    /// Same clock, but behind everyone now waiting.
    BackOfQueue,
    /// A new clock from the missed contact.
    ClockRestarts,
}

/// Who is next at a step.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct QueueOrder {
    /// Within a priority class: by referral, or first come first served at this step.
    #[serde(default)]
    pub within_class: WithinClass,
    /// Whether everybody counts alike here, whatever their priority class.
    #[serde(default)]
    pub ignores_class: bool,
    /// Share of first contacts kept for priority class 0 `[%]`; the others then go by referral date. None: class first.
    #[serde(default)]
    pub urgent_percent: Option<Estimate>,
    /// Share of first contacts kept for whoever has waited longest, whatever their class `[%]`.
    #[serde(default)]
    pub longest_waiters_percent: Option<Estimate>,
    /// Weeks waited after which a person counts one priority class higher.
    #[serde(default)]
    pub rises_after_weeks: Option<Estimate>,
}

/// Order within a priority class.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub enum WithinClass {
    /// Earliest referral first.
    #[default]
    ReferralDate,
    /// First come, first served at this step.
    Arrival,
}

/// What happens to a contact that would not end by the end of the working day.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub enum EndOfDay {
    /// It goes on the next working day.
    #[default]
    CarriesOn,
    /// It is finished in overtime, which is counted.
    Overtime,
    /// It starts only if it fits today; the next in line that fits may go first.
    OnlyIfItFits,
}

/// A programme of sessions.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Group {
    /// Seats.
    pub seats: Estimate,
    /// Fewest people to run it for.
    #[serde(default = "one")]
    pub minimum: Estimate,
    /// When a programme starts.
    pub schedule: Schedule,
    /// Sessions of the programme.
    #[serde(default = "one")]
    pub sessions: Estimate,
    /// Weeks from one session to the next.
    #[serde(default = "one")]
    pub weeks_between: Estimate,
    /// Length of a session for the people in it `[minutes]`.
    #[serde(default)]
    pub session_minutes: Estimate,
    /// Staff for each session, with their whole time: preparation, session, writing up.
    #[serde(default)]
    pub staff: Vec<SessionStaff>,
    /// Share of sessions a person misses `[%]`, and what follows when all of a programme were missed.
    #[serde(default)]
    pub missed: Option<Missed>,
    /// Who is next.
    #[serde(default)]
    pub order: QueueOrder,
    /// Whether the first attended session stops the waiting clock.
    #[serde(default = "yes")]
    pub stops_clock: bool,
    /// The list is closed to new people at this length.
    #[serde(default)]
    pub list_limit: Option<Estimate>,
    /// Who is here when the simulation starts.
    #[serde(default)]
    pub start: Option<StartingState>,
}

fn one() -> Estimate {
    Estimate::exactly(1.0)
}

/// When programmes start.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(tag = "kind", rename_all = "camelCase")]
#[expect(clippy::large_enum_variant, reason = "a document holds few of them")]
pub enum Schedule {
    /// At regular times.
    Every(Every),
    /// As soon as every seat is taken.
    WhenFull,
}

tagged!(Schedule { "every" => Every(Every), "whenFull" => WhenFull });

/// A regular schedule.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Every {
    /// Weeks from one start to the next; 0.25 is four a week.
    pub every_weeks: Estimate,
    /// Weeks until the first start. None: one interval.
    #[serde(default)]
    pub first_after_weeks: Option<Estimate>,
}

/// One member of staff at each session of a group.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SessionStaff {
    /// Roles that will do, in order of preference.
    pub any_of: Vec<SkilledRole>,
    /// Whole staff time of a session `[hours]`.
    pub hours_per_session: Estimate,
}

/// Beds, home-care slots, virtual-ward places, seats: held round the clock.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Places {
    /// Number of places at the start.
    pub places: Estimate,
    /// Places added or closed later; closed ones go when they are vacated.
    #[serde(default)]
    pub changes: Vec<PlaceChange>,
    /// Length of stay `[days]`.
    pub stay_days: Distribution,
    /// Whether somebody who has finished keeps the place until the next step admits them (blocking).
    #[serde(default)]
    pub keeps_place_until_admitted: bool,
    /// Who is next.
    #[serde(default)]
    pub order: QueueOrder,
    /// Whether a place stops the waiting clock.
    #[serde(default = "yes")]
    pub stops_clock: bool,
    /// The list is closed to new people at this length (0: nobody waits here).
    #[serde(default)]
    pub list_limit: Option<Estimate>,
    /// Cost of an occupied place [£ a day].
    #[serde(default)]
    pub cost_pounds_per_day: Estimate,
    /// Who is here when the simulation starts.
    #[serde(default)]
    pub start: Option<StartingState>,
}

/// Places added (or closed, negative) from a week on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PlaceChange {
    /// From the start of this week.
    pub from_week: u32,
    /// Until the start of this week; none: for good.
    #[serde(default)]
    pub until_week: Option<u32>,
    /// Places more, or fewer when negative.
    pub places: Estimate,
}

/// Time passes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Delay {
    /// How long `[days]`.
    pub days: Distribution,
    /// Who is here when the simulation starts.
    #[serde(default)]
    pub start: Option<StartingState>,
}

/// Work for a whole population: a website, an advice line, training of schools and practices.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct UniversalOffer {
    /// Staff hours it takes before any contact [hours a week, by role].
    #[serde(default)]
    pub hours_per_week: BTreeMap<Id, Estimate>,
    /// Ids of the referral steps whose demand it reaches.
    #[serde(default)]
    pub reaches: Vec<Id>,
    /// Share of that demand it reaches once established `[%]`.
    #[serde(default)]
    pub reach_percent: Estimate,
    /// Share of the demand reached that it prevents `[%]`.
    #[serde(default)]
    pub prevents_percent: Estimate,
    /// Weeks until it is established, growing evenly.
    #[serde(default)]
    pub ramp_weeks: Estimate,
    /// Calls and messages answered [a week], counted as contacts of the universal tier; their time is in the hours above.
    #[serde(default)]
    pub calls_per_week: Estimate,
}

/// The person leaves.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Outcome {
    /// What it counts as.
    pub counts_as: OutcomeKind,
    /// Cost of each person `[£]`.
    #[serde(default)]
    pub cost_pounds: Estimate,
    /// Benefit of each person `[£]`.
    #[serde(default)]
    pub benefit_pounds: Estimate,
    /// Quality-adjusted life years gained by each person.
    #[serde(default)]
    pub quality_adjusted_life_years: Estimate,
    /// Some come back later as a new referral.
    #[serde(default)]
    pub returns: Option<Returns>,
}

/// What an outcome counts as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub enum OutcomeKind {
    /// Finished as intended.
    Completed,
    /// Helped by advice or another service.
    Signposted,
    /// Left without what they came for.
    Removed,
    /// Passed to a service outside this pathway.
    EscalatedOut,
    /// Back in hospital or back on the caseload of another service.
    Readmitted,
}

/// Some people come back as a new referral, with a new clock.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Returns {
    /// Share that comes back `[%]`.
    pub percent: Estimate,
    /// After how long `[weeks]`.
    pub after_weeks: Distribution,
    /// Id of the step they come back to.
    pub to: Id,
}

/// An edge of the pathway.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Link {
    /// Stable id.
    pub id: Id,
    /// Id of the step it leaves.
    pub from: Id,
    /// Id of the step it leads to.
    pub to: Id,
    /// When it is taken.
    #[serde(default)]
    pub cause: Cause,
}

/// When a link is taken.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(tag = "kind", rename_all = "camelCase")]
#[expect(clippy::large_enum_variant, reason = "a document holds few of them")]
pub enum Cause {
    /// The step is done.
    Completed(Share),
    /// The person gives up, or is taken off the list, while waiting at the step.
    RemovedWhileWaiting(WhileWaiting),
    /// The person is moved on to more help while waiting at the step.
    EscalatedWhileWaiting(WhileWaiting),
    /// The step's limit of missed contacts is reached.
    MissedTooOften,
    /// The step's list is full.
    TurnedAway,
}

tagged!(Cause {
    "completed" => Completed(Share), "removedWhileWaiting" => RemovedWhileWaiting(WhileWaiting),
    "escalatedWhileWaiting" => EscalatedWhileWaiting(WhileWaiting), "missedTooOften" => MissedTooOften, "turnedAway" => TurnedAway,
});

impl Default for Cause {
    fn default() -> Self {
        Self::Completed(Share::default())
    }
}

/// The share of people who take a link when the step is done.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Share {
    /// Share `[%]`; the links of a step add to 100.
    #[serde(default = "hundred")]
    pub percent: Estimate,
    /// Shares of client groups that differ `[%]`.
    #[serde(default)]
    pub percent_by_group: BTreeMap<Id, Estimate>,
    /// Only for people of whom this is true. Links whose condition holds come before links without one.
    #[serde(default)]
    pub when: Option<Condition>,
}

impl Default for Share {
    fn default() -> Self {
        Self { percent: hundred(), percent_by_group: BTreeMap::new(), when: None }
    }
}

/// Something true of a person at the moment of choosing.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Condition {
    /// What is looked at.
    pub of: ConditionOf,
    /// At least this many.
    #[serde(default)]
    pub at_least: Option<Estimate>,
    /// Fewer than this many.
    #[serde(default)]
    pub below: Option<Estimate>,
}

/// What a condition looks at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub enum ConditionOf {
    /// Weeks since referral.
    WeeksSinceReferral,
    /// Times the person has been at this step, this one included.
    VisitsHere,
    /// Contacts missed since referral.
    MissedContacts,
}

/// How fast people leave a list.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct WhileWaiting {
    /// Rates by weeks waited at the step: each holds from its week until the next. Empty: only `after_weeks` counts.
    #[serde(default)]
    pub rates: Vec<WaitingRate>,
    /// Everybody still waiting after exactly this many weeks leaves.
    #[serde(default)]
    pub after_weeks: Option<Estimate>,
}

/// A rate of leaving the list.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct WaitingRate {
    /// From this many weeks waited.
    #[serde(default)]
    pub from_weeks: Estimate,
    /// Rate at which people leave [% a week of those waiting]: 2 is a hazard of 0.02 a week.
    pub percent_per_week: Estimate,
}

figures!(struct Step by id { work });
figures!(
    enum Work {
        Referrals,
        Contacts,
        Group,
        Places,
        Delay,
        UniversalOffer,
        Outcome,
    },
    empty { Split }
);
figures!(struct Contacts { staff, contacts_per_person, weeks_between, face_to_face_minutes, admin_minutes, travel_minutes,
    time_percent_by_group, booking_notice_days, missed, cancelled_percent, new_per_week, caseload_per_wte, order, list_limit, start });
figures!(struct StaffNeed { any_of });
figures!(struct SkilledRole by role { time_percent });
figures!(struct Missed { percent, minutes_lost, leave_after });
figures!(struct QueueOrder { urgent_percent, longest_waiters_percent, rises_after_weeks });
figures!(struct Group { seats, minimum, schedule, sessions, weeks_between, session_minutes, staff, missed, order, list_limit, start });
figures!(
    enum Schedule {
        Every,
    },
    empty { WhenFull }
);
figures!(struct Every { every_weeks, first_after_weeks });
figures!(struct SessionStaff { any_of, hours_per_session });
figures!(struct Places { places, changes, stay_days, order, list_limit, cost_pounds_per_day, start });
figures!(struct PlaceChange { places });
figures!(struct Delay { days, start });
figures!(struct UniversalOffer { hours_per_week, reach_percent, prevents_percent, ramp_weeks, calls_per_week });
figures!(struct Outcome { cost_pounds, benefit_pounds, quality_adjusted_life_years, returns });
figures!(struct Returns { percent, after_weeks });
figures!(struct Link by id { cause });
figures!(
    enum Cause {
        Completed,
        RemovedWhileWaiting,
        EscalatedWhileWaiting,
    },
    empty { MissedTooOften, TurnedAway }
);
figures!(struct Share { percent, percent_by_group, when });
figures!(struct Condition { at_least, below });
figures!(struct WhileWaiting { rates, after_weeks });
figures!(struct WaitingRate { from_weeks, percent_per_week });
