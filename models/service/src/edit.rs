//! Edits of a document, as a window makes them.
//!
//! An edit replaces whole sections: the part of the document that changed, as it is now. Documents are small, so
//! this is cheap, it needs no inverse (undo goes back to the revision before), and a section that arrives is read by
//! the same types as a file. What an edit leaves is checked afterwards like any document: an edit never fails because
//! the document it makes has problems.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::actuals::Actuals;
use crate::business_case::BusinessCase;
use crate::demand::ClientGroup;
use crate::economics::Economics;
use crate::guide::Guide;
use crate::project::{Design, Project, ServiceOption, Target, Tier};
use crate::workforce::{Calendar, Role, StaffingMix};
use crate::{Id, limits};

/// Sections that changed together: one step of undo.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Edit {
    /// What was done, for the undo button: "Move Assessment".
    pub label: String,
    /// The sections, as they are now.
    pub sections: Vec<Section>,
}

/// One section of a document, as it is now.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(tag = "kind", content = "value", rename_all = "camelCase")]
pub enum Section {
    /// Name, dates and horizon.
    Details(Details),
    /// All tiers.
    Tiers(Vec<Tier>),
    /// All client groups.
    Groups(Vec<ClientGroup>),
    /// All calendars.
    Calendars(Vec<Calendar>),
    /// All roles.
    Roles(Vec<Role>),
    /// One design, new or changed.
    Design(Design),
    /// One design goes.
    DesignRemoved(Id),
    /// All staffing mixes.
    Mixes(Vec<StaffingMix>),
    /// All options.
    Options(Vec<ServiceOption>),
    /// All targets.
    Targets(Vec<Target>),
    /// All actual figures.
    Actuals(Vec<Actuals>),
    /// The guide, or none any more.
    Guide(Option<Guide>),
    /// The whole business case.
    BusinessCase(BusinessCase),
    /// Everything about money.
    Economics(Box<Economics>),
}

/// What a document says about itself.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Details {
    /// What the service and the question are called.
    pub name: String,
    /// What it is about.
    pub description: String,
    /// Day 0 of the simulation: a Monday.
    pub start_date: Date,
    /// How far to look ahead `[weeks]`.
    pub horizon_weeks: u32,
    /// Weeks at the start that are simulated but not counted.
    pub warm_up_weeks: u32,
}

/// Why an edit was refused. The document is as it was.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum EditError {
    /// The design to take out is not there.
    #[error("there is no design \"{id}\" to take out")]
    NoSuchDesign {
        /// Its id.
        id: Id,
    },
    /// The document would be longer than a file may be.
    #[error("the document would be longer than {limit_mb} MB")]
    TooLong {
        /// The limit `[MB]`.
        limit_mb: usize,
    },
}

impl Edit {
    /// The document with the edit made.
    ///
    /// # Errors
    /// [`EditError::NoSuchDesign`] when a design to take out is not there; [`EditError::TooLong`] when the document
    /// could not be read back.
    pub fn apply(self, mut project: Project) -> Result<Project, EditError> {
        for section in self.sections {
            section.put_into(&mut project)?;
        }
        if crate::write(&project).len() > limits::TEXT_BYTES {
            return Err(EditError::TooLong { limit_mb: limits::TEXT_BYTES >> 20 });
        }
        Ok(project)
    }
}

impl Section {
    fn put_into(self, project: &mut Project) -> Result<(), EditError> {
        match self {
            Self::Details(details) => {
                project.name = details.name;
                project.description = details.description;
                project.start_date = details.start_date;
                project.horizon_weeks = details.horizon_weeks;
                project.warm_up_weeks = details.warm_up_weeks;
            }
            Self::Tiers(tiers) => project.tiers = tiers,
            Self::Groups(groups) => project.groups = groups,
            Self::Calendars(calendars) => project.calendars = calendars,
            Self::Roles(roles) => project.roles = roles,
            Self::Design(design) => match project.designs.iter_mut().find(|one| one.id == design.id) {
                Some(old) => *old = design,
                None => project.designs.push(design),
            },
            Self::DesignRemoved(id) => {
                let at = project.designs.iter().position(|design| design.id == id);
                project.designs.remove(at.ok_or(EditError::NoSuchDesign { id })?);
            }
            Self::Mixes(mixes) => project.mixes = mixes,
            Self::Options(options) => project.options = options,
            Self::Targets(targets) => project.targets = targets,
            Self::Actuals(actuals) => project.actuals = actuals,
            Self::Guide(guide) => project.guide = guide,
            Self::BusinessCase(case) => project.business_case = case,
            Self::Economics(economics) => project.economics = *economics,
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::samples;

    fn edit(sections: Vec<Section>) -> Edit {
        Edit { label: "Test".to_owned(), sections }
    }

    #[test]
    fn a_design_is_changed_added_and_taken_out() {
        let project = samples::small();
        let mut changed = project.designs[0].clone();
        changed.name = "Changed".to_owned();
        let mut added = changed.clone();
        added.id = "another".to_owned();

        let after = edit(vec![Section::Design(changed), Section::Design(added)]).apply(project.clone());
        let after = after.unwrap_or_else(|error| panic!("{error}"));
        assert_eq!(after.designs.len(), project.designs.len() + 1, "one is changed in place, one is new");
        assert_eq!(after.designs[0].name, "Changed");

        let without = edit(vec![Section::DesignRemoved("another".to_owned())]).apply(after);
        assert_eq!(without.map(|project| project.designs.len()), Ok(project.designs.len()));
    }

    #[test]
    fn a_design_that_is_not_there_cannot_be_taken_out() {
        let gone = Section::DesignRemoved("gone".to_owned());
        assert_eq!(
            edit(vec![gone]).apply(samples::small()),
            Err(EditError::NoSuchDesign { id: "gone".to_owned() })
        );
    }

    #[test]
    fn every_section_finds_its_place() {
        let (from, to) = (samples::everything(), samples::small());
        let sections = vec![
            Section::Details(Details {
                name: from.name.clone(),
                description: from.description.clone(),
                start_date: from.start_date,
                horizon_weeks: from.horizon_weeks,
                warm_up_weeks: from.warm_up_weeks,
            }),
            Section::Tiers(from.tiers.clone()),
            Section::Groups(from.groups.clone()),
            Section::Calendars(from.calendars.clone()),
            Section::Roles(from.roles.clone()),
            Section::Mixes(from.mixes.clone()),
            Section::Options(from.options.clone()),
            Section::Targets(from.targets.clone()),
            Section::Actuals(from.actuals.clone()),
            Section::Guide(from.guide.clone()),
            Section::BusinessCase(from.business_case.clone()),
            Section::Economics(Box::new(from.economics.clone())),
        ];
        let removed = to.designs.iter().map(|design| Section::DesignRemoved(design.id.clone()));
        let added = from.designs.iter().map(|design| Section::Design(design.clone()));
        let all = sections.into_iter().chain(removed).chain(added).collect();
        assert_eq!(edit(all).apply(to), Ok(from), "an edit can turn any document into any other");
    }
}
