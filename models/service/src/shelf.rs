//! The documents that come with Pathloom: templates to start from and worked examples to learn from.
//!
//! They are files of the folder `examples`, built into the program; that folder's READMEs explain them.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};
use serde::Serialize;

use crate::demand::ClientGroup;
use crate::estimate::Estimate;
use crate::project::{Design, Project, ServiceOption};
use crate::workforce::{Calendar, StaffingMix, Weekdays, WorkingPattern};

/// A document that comes with Pathloom.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shelved {
    /// Stable id, and what it is called on the command line.
    pub id: &'static str,
    /// Template or worked example.
    pub kind: ShelfKind,
    /// The service model it belongs to.
    pub service_model: ServiceModel,
    /// Name of its file.
    pub file: &'static str,
    /// The file itself.
    pub text: &'static str,
}

/// What a document that comes with Pathloom is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub enum ShelfKind {
    /// A start for one's own service: every figure is to be replaced.
    Template,
    /// A published service with its published figures.
    Example,
}

/// The kinds of service that Pathloom has documents for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub enum ServiceModel {
    /// Children's services in three tiers.
    TieredChildren,
    /// Intermediate care after hospital.
    IntermediateCare,
    /// Primary care.
    PrimaryCare,
    /// Mental health in general practice.
    MentalHealth,
    /// Help to stay in work or to return to it.
    VocationalRehabilitation,
    /// People at risk are looked for instead of waited for.
    ProactiveCare,
    /// Hospitals and prisons that people cannot leave.
    SecureSetting,
}

impl ServiceModel {
    /// What it is called.
    pub fn words(self) -> &'static str {
        match self {
            Self::TieredChildren => "Children's services in tiers",
            Self::IntermediateCare => "Intermediate care",
            Self::PrimaryCare => "Primary care",
            Self::MentalHealth => "Mental health in general practice",
            Self::VocationalRehabilitation => "Vocational rehabilitation",
            Self::ProactiveCare => "Proactive care",
            Self::SecureSetting => "Secure setting",
        }
    }
}

macro_rules! shelved {
    ($kind:ident, $model:ident, $id:literal in $folder:literal) => {
        Shelved {
            id: $id,
            kind: ShelfKind::$kind,
            service_model: ServiceModel::$model,
            file: concat!($id, ".pathloom.json"),
            text: include_str!(concat!("../../../examples/", $folder, "/", $id, ".pathloom.json")),
        }
    };
}

/// Everything on the shelf, in the order to show it.
pub const SHELF: [Shelved; 15] = [
    shelved!(Example, TieredChildren, "birmingham" in "birmingham-childrens-ot"),
    shelved!(Example, TieredChildren, "birmingham-fifo" in "birmingham-childrens-ot"),
    shelved!(Example, IntermediateCare, "step-down" in "intermediate-care"),
    shelved!(Example, PrimaryCare, "northwich" in "northwich-cognitive-screening"),
    shelved!(Example, VocationalRehabilitation, "hackney" in "hackney-vocational-rehabilitation"),
    shelved!(Example, ProactiveCare, "somerset" in "somerset-case-finding"),
    shelved!(Template, TieredChildren, "tiered-childrens-service" in "templates"),
    shelved!(Template, TieredChildren, "childrens-statutory-advice" in "templates"),
    shelved!(Template, IntermediateCare, "intermediate-care-step-down" in "templates"),
    shelved!(Template, IntermediateCare, "intermediate-care-journey" in "templates"),
    shelved!(Template, PrimaryCare, "modern-general-practice" in "templates"),
    shelved!(Template, PrimaryCare, "primary-care-contact" in "templates"),
    shelved!(Template, PrimaryCare, "first-contact-ot" in "templates"),
    shelved!(Template, MentalHealth, "mental-health-primary-care" in "templates"),
    shelved!(Template, SecureSetting, "secure-setting" in "templates"),
];

/// The document of this id.
pub fn find(id: &str) -> Option<&'static Shelved> {
    SHELF.iter().find(|one| one.id == id)
}

/// A document to draw in from nothing: an empty design, a working week, one client group, and a year that starts on
/// the Monday of the week of `date`.
pub fn blank(name: &str, date: Date) -> Project {
    let since_monday = i64::from(date.weekday().since(Weekday::Monday));
    let mut project = Project::new(name, date.saturating_sub(since_monday.days()), 52);
    project.groups.push(ClientGroup {
        id: "everyone".to_owned(),
        name: "Everyone".to_owned(),
        priority: 0,
        labels: std::collections::BTreeMap::new(),
    });
    project.calendars.push(Calendar {
        id: "weekdays".to_owned(),
        name: "Monday to Friday".to_owned(),
        pattern: WorkingPattern::Weekdays(Weekdays {
            days: vec![1, 2, 3, 4, 5],
            starts_at_hour: Estimate::exactly(9.0),
        }),
        bank_holidays: true,
        closures: Vec::new(),
    });
    project.designs.push(Design {
        id: "as-it-is".to_owned(),
        name: "As it is".to_owned(),
        description: String::new(),
        steps: Vec::new(),
        links: Vec::new(),
    });
    project.mixes.push(StaffingMix {
        id: "staff-now".to_owned(),
        name: "Staff now".to_owned(),
        posts: Vec::new(),
    });
    project.options.push(ServiceOption {
        id: "as-it-is".to_owned(),
        name: "As it is".to_owned(),
        description: String::new(),
        design: "as-it-is".to_owned(),
        mix: Some("staff-now".to_owned()),
        changes: Vec::new(),
        star: Vec::new(),
    });
    project
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_document_starts_on_the_monday_of_its_week() {
        let date = |day: i8| jiff::civil::date(2026, 11, day);
        for day in 16..=22 {
            assert_eq!(blank("New", date(day)).start_date, date(16), "16 November 2026 is a Monday");
        }
        let read_back = crate::read(&crate::write(&blank("New", date(16))));
        assert_eq!(read_back, Ok(blank("New", date(16))));
    }

    #[test]
    fn everything_on_the_shelf_is_a_document_without_problems() {
        for one in &SHELF {
            let project = crate::read(one.text).unwrap_or_else(|error| panic!("{}: {error}", one.id));
            let errors: Vec<_> = crate::check(&project)
                .into_iter()
                .filter(|problem| problem.severity == crate::Severity::Error)
                .collect();
            assert!(errors.is_empty(), "{}: {errors:?}", one.id);
        }
    }
}
