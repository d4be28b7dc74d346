//! Flows and loads of a whole pathway: how many people a week come to each step, what that takes, and what there is.
//!
//! These are long-run means: the traffic equations of the pathway's graph, by client group, with the mean referrals,
//! hours and places of the weeks counted. They say before anything is simulated whether a list will grow, and by how
//! much. Everything is read as the simulation reads it, with every uncertain input at its likely value.
//!
//! # What is assumed
//! - Everybody is seen in the end: nobody gives up or is moved on while waiting, and no list is closed. What comes
//!   to a step behind an overloaded one is what would come if that one kept up.
//! - Where links have conditions (weeks waited, visits, missed contacts), the shares of the links without one hold
//!   for everybody; where every link has one, those of the last condition.
//! - Somebody who has missed too many contacts takes the link for it; a missed contact is had again.
//! - A place kept by somebody who waits for the next step is not counted as needed.
//! - People there at the start are not part of the flow; they count for how long a list takes to clear.
//!
//! # Growth
//! An overloaded set of staff sees the older referrals first, so what it cannot do piles up where people first come
//! to it: there the list grows by the share that cannot be done of the people who come for the first time.
//!
//! # Source
//! Jackson, "Networks of waiting lines", Operations Research 5 (1957), for the flows; the loads are own arithmetic,
//! held against the simulation in `tests/traffic.rs`.

mod hours;
mod loads;
mod network;
mod sharing;
mod spread;
mod waits;
mod work;
mod workload;

use pathloom_service::Scenario;
use serde::Serialize;

pub use waits::{Formula, LongRunWait, NoFormula};

use crate::plan::{Pace, Plan};
use crate::run::RunError;
use network::Network;

/// Flows and loads of one option in the long run.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct Flows {
    /// Option id -- output
    pub option_id: String,
    /// People referred from outside, returns not included `[people a week]` -- output
    pub referrals_per_week: f64,
    /// Ids of the client groups, in the order of the figures by group -- output
    pub group_ids: Vec<String>,
    /// Steps in the order of the design -- output
    pub steps: Vec<StepFlow>,
    /// Roles in the order of the document -- output
    pub roles: Vec<RoleLoad>,
    /// Sets of roles that can do some of each other's work -- output
    pub pools: Vec<PoolLoad>,
    /// What cannot keep up, in the order of the design -- output
    pub growing: Vec<GrowingLists>,
}

/// One step in the long run.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct StepFlow {
    /// Step id -- output
    pub step_id: String,
    /// Label -- output
    pub step_name: String,
    /// People who come to it `[people a week]`; those at an outcome have finished -- output
    pub people_per_week: f64,
    /// The same by client group `[people a week]` -- output
    pub people_per_week_by_group: Vec<f64>,
    /// What they need -- output
    pub demand: StepDemand,
    /// Demand and capacity, whichever capacity is the scarcest; none where there is none -- output
    pub load: Option<StepLoad>,
    /// Mean wait by a queueing formula, or why there is none -- output
    pub wait: LongRunWait,
    /// List at which 92% wait no longer than 18 weeks `[people]`; none for steps without a list -- output
    pub target_list_people: Option<f64>,
    /// People on its list when the simulation starts `[people]` -- output
    pub list_at_start_people: f64,
    /// Weeks until a list above the target has come down to it with the capacity there is `[weeks]`; none when it
    /// is not above, or never comes down -- output
    pub weeks_to_target_list: Option<f64>,
}

/// What the people at a step need.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum StepDemand {
    /// Nothing that has a capacity.
    Nothing,
    /// Contacts with staff.
    Contacts {
        /// Contacts, missed ones included `[contacts a week]` -- output
        contacts_per_week: f64,
        /// Missed contacts `[contacts a week]` -- output
        missed_per_week: f64,
        /// Staff hours, of all professionals together `[hours a week]` -- output
        staff_hours_per_week: f64,
    },
    /// Seats in programmes.
    Group {
        /// Seats needed `[seats a week]` -- output
        seats_needed_per_week: f64,
        /// Seats offered `[seats a week]`; none when a programme starts as soon as it is full -- output
        seats_offered_per_week: Option<f64>,
        /// Programmes that start `[programmes a week]` -- output
        programmes_per_week: f64,
        /// Staff hours `[hours a week]` -- output
        staff_hours_per_week: f64,
    },
    /// Places.
    Places {
        /// Places that would be taken if there were enough `[places]` -- output
        offered_occupancy_places: f64,
        /// Places there are, mean over the weeks counted `[places]` -- output
        places: f64,
    },
}

/// Demand against capacity at a step.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct StepLoad {
    /// What is counted -- output
    pub unit: LoadUnit,
    /// What is needed `[unit]` -- output
    pub needed: f64,
    /// What there is `[unit]`; of hours shared with other steps, the part that falls to this one when they are
    /// divided in the ratio of the work -- output
    pub available: f64,
    /// Needed of available `[%]`; none when something is needed and nothing available -- output
    pub load_percent: Option<f64>,
    /// How fast the list grows `[people a week]`; none where it does not, or grows earlier on the way -- output
    pub grows_people_per_week: Option<f64>,
}

impl StepLoad {
    /// Whether more is needed than there is.
    pub fn is_overloaded(&self) -> bool {
        self.load_percent.is_none_or(|percent| percent > 100.0 + 1e-6)
    }
}

/// What a load counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub enum LoadUnit {
    /// Staff hours a week.
    HoursPerWeek,
    /// Seats a week.
    SeatsPerWeek,
    /// Places.
    Places,
    /// First contacts a week, where they are limited.
    NewPeoplePerWeek,
    /// People under way at once, where the caseload is limited.
    Caseload,
}

impl LoadUnit {
    /// In words, after a number.
    pub fn words(self) -> &'static str {
        match self {
            Self::HoursPerWeek => "hours a week",
            Self::SeatsPerWeek => "seats a week",
            Self::Places => "places",
            Self::NewPeoplePerWeek => "new people a week",
            Self::Caseload => "people under way",
        }
    }
}

/// The work of one role.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct RoleLoad {
    /// Role id -- output
    pub role_id: String,
    /// Label -- output
    pub role_name: String,
    /// Hours its contacts and sessions take, shared work going to the preferred role first `[hours a week]` -- output
    pub hours_needed_per_week: f64,
    /// Hours it has for them, as a run reports them `[hours a week]` -- output
    pub hours_available_per_week: f64,
    /// The same, less what newcomers do not get done: what loads are measured against `[hours a week]` -- output
    pub hours_at_full_speed_per_week: f64,
    /// Needed of available at full speed `[%]`; none when there is work and nobody to do it -- output
    pub load_percent: Option<f64>,
}

/// Roles that can do some of each other's work, together.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct PoolLoad {
    /// Role ids -- output
    pub role_ids: Vec<String>,
    /// Hours needed `[hours a week]` -- output
    pub hours_needed_per_week: f64,
    /// Hours available at full speed `[hours a week]` -- output
    pub hours_at_full_speed_per_week: f64,
    /// Needed of available `[%]`; none when there is work and nobody to do it -- output
    pub load_percent: Option<f64>,
    /// How fast the lists of its steps grow together `[people a week]`; none when they do not -- output
    pub grows_people_per_week: Option<f64>,
}

/// Lists that grow for want of the same capacity.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct GrowingLists {
    /// Positions of the steps in [`Flows::steps`]: one, or several that share staff -- output
    pub steps: Vec<usize>,
    /// What is counted -- output
    pub unit: LoadUnit,
    /// What they need together `[unit]` -- output
    pub needed: f64,
    /// What there is `[unit]` -- output
    pub available: f64,
    /// How fast their lists grow together `[people a week]` -- output
    pub grows_people_per_week: f64,
}

/// Why the flows of a scenario cannot be worked out.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum FlowError {
    /// The scenario could not be simulated either; `check` says more.
    #[error(transparent)]
    Invalid(#[from] RunError),
    /// People who come to a step never leave the service.
    #[error(
        "people who come to \"{step_name}\" go round for ever: give them a way out that does not depend on a condition"
    )]
    NeverEnds {
        /// Id of the step -- output
        step_id: String,
        /// Its label -- output
        step_name: String,
    },
    /// Figures so large or so near to a circle without end that the equations have no usable answer.
    #[error(
        "the people who come to \"{step_name}\" cannot be counted: look for extreme figures or a circle that hardly anybody leaves"
    )]
    TooExtreme {
        /// Id of the step -- output
        step_id: String,
        /// Its label -- output
        step_name: String,
    },
}

/// Works out the flows and loads of an option.
///
/// # Errors
/// - [`FlowError::Invalid`] — the scenario could not be simulated either
/// - [`FlowError::NeverEnds`] — people go round a circle, or miss every contact, without a way out
/// - [`FlowError::TooExtreme`] — a figure is out of all proportion
///
/// # Guarantees
/// Never panics, and gives the same figures on every platform. The time is that of compiling the plan and one pass
/// over the graph for each client group, plus solving what goes round in circles.
///
/// # Source
/// As the module.
///
/// # Examples
/// The small sample: 12 referrals a week, each seen for an hour by one therapist who has 22.5 hours a week.
/// ```
/// use pathloom_service::{read, samples};
/// use pathloom_simulation::theory::traffic::flows;
///
/// let project = read(samples::SMALL)?;
/// let flows = flows(&project.scenario(&project.options[0])?)?;
/// let assessment = &flows.steps[1];
/// assert!((assessment.people_per_week - 12.0).abs() < 1e-9);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn flows(scenario: &Scenario) -> Result<Flows, FlowError> {
    let plan = Plan::compile(scenario)?;
    let visits = work::visits(scenario, &plan);
    let network = Network::new(work::onward(&plan, &visits));
    let arriving = arriving(&plan, f64::from(scenario.horizon_weeks));
    let extreme = |step: usize| {
        let step = &scenario.design.steps[step];
        FlowError::TooExtreme { step_id: step.id.clone(), step_name: step.name.clone() }
    };
    let none_end = vec![false; plan.steps.len()];
    let mut people = Vec::with_capacity(arriving.len());
    for (group, arriving) in arriving.iter().enumerate() {
        if let Some(step) = network.endless(group, arriving) {
            let step = &scenario.design.steps[step];
            return Err(FlowError::NeverEnds { step_id: step.id.clone(), step_name: step.name.clone() });
        }
        people.push(network.solve(group, arriving, &none_end).map_err(extreme)?);
    }
    let model = loads::Model {
        scenario,
        plan: &plan,
        visits: &visits,
        network: &network,
        arriving: &arriving,
        people: &people,
    };
    model.flows().map_err(extreme)
}

/// People a week who arrive from outside, at their step of referrals `[groups][steps]`.
fn arriving(plan: &Plan, weeks: f64) -> Vec<Vec<f64>> {
    let mut arriving = vec![vec![0.0; plan.steps.len()]; plan.n_groups()];
    for source in &plan.arrivals {
        let people = match source.pace {
            Pace::History => {
                let counted = |day: &f64| (plan.warm_up_days..plan.horizon_days).contains(day);
                source.history.iter().filter(|day| counted(day)).count() as f64
            }
            _ if source.per_day.len() == 1 => source.per_day[0] * 7.0 * weeks,
            _ => source.per_day.iter().skip(plan.warm_up_days as usize).sum(),
        };
        let mut before = 0.0;
        for (group, arriving) in arriving.iter_mut().enumerate() {
            let until = source.case_mix.get(group).copied().unwrap_or(1.0);
            arriving[usize::from(source.step)] += people / weeks * (until - before);
            before = until;
        }
    }
    arriving
}

#[cfg(test)]
mod tests;
