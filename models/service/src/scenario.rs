//! One option, ready to be simulated: a design with a staffing mix and its changes applied.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use serde::Serialize;

use crate::demand::ClientGroup;
use crate::economics::Economics;
use crate::estimate::Estimate;
use crate::figures::{Figures, Trail, figures};
use crate::project::{Change, Design, Project, ServiceOption, Target, Tier};
use crate::workforce::{Calendar, Role, StaffingMix};

/// Everything the simulation needs to know of one option.
///
/// Places of its figures start at `design`, `mix`, `roles`, `calendars`, `groups`, `targets` or `economics`.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Scenario {
    /// Id of the option.
    pub option_id: String,
    /// Label of the option.
    pub option_name: String,
    /// Day 0, a Monday.
    pub start_date: Date,
    /// How far to look ahead `[weeks]`, warm-up not included.
    pub horizon_weeks: u32,
    /// Weeks simulated first and not counted.
    pub warm_up_weeks: u32,
    /// Tiers.
    pub tiers: Vec<Tier>,
    /// Client groups.
    pub groups: Vec<ClientGroup>,
    /// Working patterns.
    pub calendars: Vec<Calendar>,
    /// Kinds of staff.
    pub roles: Vec<Role>,
    /// The pathway.
    pub design: Design,
    /// Posts.
    pub mix: StaffingMix,
    /// Targets.
    pub targets: Vec<Target>,
    /// What things cost and are worth: of the other costs, those of the option. Nothing that is simulated.
    pub economics: Economics,
}

figures!(struct Scenario { groups, calendars, roles, design, mix, targets, economics });

impl Scenario {
    /// Applies changes to its figures, the last one of a place counting; returns the places that do not exist.
    pub fn apply<'c>(&mut self, changes: &'c [Change]) -> Vec<&'c str> {
        // One walk for all changes: designs have thousands of figures.
        let wanted: BTreeMap<&str, &Estimate> =
            changes.iter().map(|change| (change.figure.as_str(), &change.to)).collect();
        let mut found = BTreeSet::new();
        if !changes.is_empty() {
            self.walk(&mut Trail::default(), &mut |trail, figure| {
                if let Some((place, to)) = wanted.get_key_value(trail.path().as_str()) {
                    *figure = (*to).clone();
                    found.insert(*place);
                }
            });
        }
        changes.iter().map(|change| change.figure.as_str()).filter(|place| !found.contains(place)).collect()
    }

    /// The places of all its figures, in the order of the document.
    pub fn places(&self) -> Vec<String> {
        let mut places = Vec::new();
        self.clone().walk(&mut Trail::default(), &mut |trail, _| places.push(trail.path()));
        places
    }
}

/// Why an option could not be made into a scenario.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ScenarioError {
    /// No option has this id or name.
    #[error("there is no option \"{asked}\" (options: {})", known.join(", "))]
    NoSuchOption {
        /// What was asked for.
        asked: String,
        /// Ids there are.
        known: Vec<String>,
    },
    /// The option names a design that is not there.
    #[error("option \"{option}\" uses the design \"{design}\", which does not exist")]
    NoSuchDesign {
        /// Option id.
        option: String,
        /// Design id.
        design: String,
    },
    /// The option names a staffing mix that is not there.
    #[error("option \"{option}\" uses the staffing mix \"{mix}\", which does not exist")]
    NoSuchMix {
        /// Option id.
        option: String,
        /// Mix id.
        mix: String,
    },
    /// A change names a figure that is not there.
    #[error("option \"{option}\" changes \"{figure}\", which does not exist")]
    NoSuchFigure {
        /// Option id.
        option: String,
        /// Place of the figure.
        figure: String,
    },
}

impl Project {
    /// The option with this id or, failing that, this label.
    ///
    /// # Errors
    /// [`ScenarioError::NoSuchOption`] when neither fits.
    pub fn option(&self, id_or_name: &str) -> Result<&ServiceOption, ScenarioError> {
        let by_id = self.options.iter().find(|option| option.id == id_or_name);
        by_id
            .or_else(|| self.options.iter().find(|option| option.name.eq_ignore_ascii_case(id_or_name)))
            .ok_or_else(|| ScenarioError::NoSuchOption {
                asked: id_or_name.to_owned(),
                known: self.options.iter().map(|option| option.id.clone()).collect(),
            })
    }

    /// The scenario of an option: its design and mix, with its changes applied.
    ///
    /// # Errors
    /// One [`ScenarioError`] for whatever the option names and the document lacks.
    pub fn scenario(&self, option: &ServiceOption) -> Result<Scenario, ScenarioError> {
        let design = self.designs.iter().find(|design| design.id == option.design).ok_or_else(|| {
            ScenarioError::NoSuchDesign { option: option.id.clone(), design: option.design.clone() }
        })?;
        let mix = match &option.mix {
            None => StaffingMix { id: "none".to_owned(), name: "No staff".to_owned(), posts: Vec::new() },
            Some(id) => self
                .mixes
                .iter()
                .find(|mix| mix.id == *id)
                .ok_or_else(|| ScenarioError::NoSuchMix { option: option.id.clone(), mix: id.clone() })?
                .clone(),
        };
        let mut scenario = Scenario {
            option_id: option.id.clone(),
            option_name: option.name.clone(),
            start_date: self.start_date,
            horizon_weeks: self.horizon_weeks,
            warm_up_weeks: self.warm_up_weeks,
            tiers: self.tiers.clone(),
            groups: self.groups.clone(),
            calendars: self.calendars.clone(),
            roles: self.roles.clone(),
            design: design.clone(),
            mix,
            targets: self.targets.clone(),
            economics: self.economics.clone(),
        };
        scenario.economics.costs.retain(|cost| cost.options.is_empty() || cost.options.contains(&option.id));
        match scenario.apply(&option.changes).first() {
            None => {}
            Some(figure) => {
                return Err(ScenarioError::NoSuchFigure {
                    option: option.id.clone(),
                    figure: (*figure).to_owned(),
                });
            }
        }
        Ok(scenario)
    }
}
