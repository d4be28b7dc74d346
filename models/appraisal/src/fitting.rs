//! Where in an option a figure of the bank may be put.

use pathloom_service::bank::BankFigure;
use pathloom_service::check::figure_rule;
use pathloom_service::{Figures, Scenario, Trail};
use serde::Serialize;

use crate::drivers::figure_words;

/// A figure of an option that a figure of the bank may take the place of.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct FittingPlace {
    /// Its place in the scenario: `roles/ot-band-6/turnover/vacantPercent`.
    pub place: String,
    /// In words: "Occupational therapist, band 6: vacant posts (%)".
    pub words: String,
    /// What it is thought to be.
    pub now: f64,
    /// Unit of its values; empty where the words say what is counted.
    pub unit: String,
}

/// Every figure of an option that a figure of the bank may take the place of: roles of its band first, then in the
/// order of the document.
///
/// Targets are left out: what their thresholds count depends on what they measure, so that a share could land in weeks.
pub fn fitting_places(scenario: &Scenario, figure: &BankFigure) -> Vec<FittingPlace> {
    let mut found = Vec::new();
    scenario.clone().walk(&mut Trail::default(), &mut |trail, estimate| {
        let place = trail.path();
        let is_target = trail.segments().first().is_some_and(|first| first == "targets");
        if is_target || !figure.fits(&place) {
            return;
        }
        let words = figure_words(scenario, &place);
        let unit = figure_rule(&place).map_or_else(String::new, |rule| rule.unit.to_owned());
        found.push(FittingPlace { place, words, now: estimate.likely, unit });
    });
    found.sort_by_key(|one| figure.band.is_some() && band_at(scenario, &one.place) != figure.band.as_deref());
    found
}

/// The band of the role that a place belongs to.
fn band_at<'s>(scenario: &'s Scenario, place: &str) -> Option<&'s str> {
    let id = place.strip_prefix("roles/")?.split('/').next()?;
    scenario.roles.iter().find(|role| role.id == id)?.band.as_deref()
}

#[cfg(test)]
mod tests {
    use super::*;
    use pathloom_service::bank::bank;
    use pathloom_service::{read, shelf};

    fn places(document: &str, figure: &str) -> Vec<FittingPlace> {
        let project = read(shelf::find(document).expect("on the shelf").text).expect("a document");
        let scenario = project.scenario(&project.options[0]).expect("a scenario");
        let found = bank().into_iter().find(|one| one.id == figure).expect("in the bank");
        fitting_places(&scenario, &found)
    }

    #[test]
    fn a_role_of_the_figures_band_comes_first_and_is_called_by_its_name() {
        let found = places("tiered-childrens-service", "cost-band-6");
        let bands = found.iter().filter(|one| one.place.ends_with("/costPoundsPerYear")).count();
        assert_eq!((found.len(), bands), (3, 3), "{found:?}");
        assert_eq!(found[0].place, "roles/ot-band-6/costPoundsPerYear");
        assert!(found[0].words.contains("band 6") && found[0].unit.contains('£'), "{:?}", found[0]);
    }

    #[test]
    fn a_share_is_not_put_into_a_target_in_weeks() {
        assert!(places("tiered-childrens-service", "ambition-18").is_empty());
        assert!(places("tiered-childrens-service", "hcpc-ots").is_empty(), "to read, not to put in");
    }
}
