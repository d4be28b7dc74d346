//! The bank is sound, found again by its words, and fits where it says.

use std::collections::BTreeSet;

use super::{BankFigure, bank, fitting_ends, for_place, search};
use crate::economics::Economics;
use crate::estimate::EvidenceLabel;
use crate::figures::{Figures, Trail};
use crate::{check, read, samples, shelf, starters, write};

#[test]
fn every_figure_is_told_apart_and_says_where_it_is_from() {
    let figures = bank();
    let ids: BTreeSet<&str> = figures.iter().map(|figure| figure.id.as_str()).collect();
    assert_eq!(ids.len(), figures.len(), "two figures share an id");
    for BankFigure { id, words, value, low, high, unit, source, label, .. } in &figures {
        assert!(!words.is_empty() && !unit.is_empty() && !source.is_empty(), "{id} is not described");
        assert!(low.is_some() == high.is_some(), "{id} has half a range");
        assert!(
            low.is_none_or(|low| low <= *value) && high.is_none_or(|high| *value <= high),
            "{id}: its range"
        );
        assert!(
            *label != EvidenceLabel::Measured,
            "{id}: nothing here was counted by the user's own service"
        );
        let admits = source.contains("emembered") || id == "months-on-caseload";
        assert_eq!(
            admits,
            *label == EvidenceLabel::FromMemory,
            "{id}: what is remembered says so, and only that"
        );
    }
}

/// A figure that fits nowhere would never be offered beside a field.
#[test]
fn every_place_that_a_figure_fits_is_a_place_of_some_document() {
    let mut places = BTreeSet::new();
    let shelf = shelf::SHELF.iter().map(|one| read(one.text).expect("a document"));
    // What a role has when its vacancies are first counted.
    let mut begun = samples::small();
    begun.roles[0].turnover = Some(starters().turnover);
    for mut project in shelf.chain([samples::everything(), begun]) {
        project.walk(&mut Trail::default(), &mut |trail, _| {
            places.insert(trail.path());
        });
    }
    for figure in bank() {
        for end in &figure.fits {
            let single = BankFigure { fits: vec![end.clone()], ..figure.clone() };
            assert!(places.iter().any(|place| single.fits(place)), "{}: nothing ends in {end}", figure.id);
        }
    }
}

/// A share in a field of minutes would be wrong without anybody seeing it: the name of a field holds its unit.
#[test]
fn a_figure_fits_fields_of_its_own_unit_only() {
    let unit_of = |end: &str| match end
        .rsplit('/')
        .find(|part| !["mean", "value", "likely", "atMost"].contains(part))?
    {
        "percent" | "threshold" => Some("%"),
        field if field.to_lowercase().contains("percent") => Some("%"),
        field if field.to_lowercase().contains("pounds") => Some("£"),
        field if field.ends_with("Minutes") => Some("minutes"),
        field if field.to_lowercase().contains("days") => Some("days"),
        field if field.to_lowercase().contains("weeks") => Some("weeks"),
        "hoursPerWeek" => Some("hours a week"),
        "contactsPerPerson" => Some("sessions"),
        "caseloadPerWte" => Some("children for each WTE"),
        _ => None,
    };
    for figure in bank() {
        for end in &figure.fits {
            let wanted =
                unit_of(end).unwrap_or_else(|| panic!("{}: the unit of {end} is not known", figure.id));
            assert!(figure.unit.starts_with(wanted), "{}: {} in {end}", figure.id, figure.unit);
        }
    }
}

/// The rates that every document begins with: one value, one label and one source, here and there, and none from memory.
#[test]
fn the_discount_rates_of_a_new_document_are_those_of_the_bank() {
    let (figures, new) = (bank(), Economics::default());
    for (place, rate) in [
        ("economics/discountPercent", new.discount_percent),
        ("economics/healthDiscountPercent", new.health_discount_percent),
    ] {
        let offered = for_place(&figures, place, None);
        let [figure] = &offered[..] else { panic!("{place}: one figure is offered, not {offered:?}") };
        let (of_bank, of_new) = (figure.estimate(), rate.evidence.expect("it has a source"));
        let evidence = of_bank.evidence.expect("figures of the bank have one");
        assert_eq!((of_bank.likely, of_bank.range), (rate.likely, rate.range), "{place}");
        assert_eq!((evidence.label, evidence.source), (of_new.label, of_new.source), "{place}");
        assert!(!figure.is_from_memory(), "{place}: a figure from memory is never a default");
    }
}

#[test]
fn words_are_looked_for_everywhere_and_names_come_first() {
    let figures = bank();
    let london = search(&figures, "vacant LONDON");
    assert_eq!(
        london.first().map(|figure| (figure.id.as_str(), figure.value)),
        Some(("vacancy-london", 19.2))
    );
    assert!(search(&figures, "leaver").iter().any(|figure| figure.id == "leavers-england"));
    assert_eq!(search(&figures, "").len(), figures.len(), "no words: everything");
    assert!(search(&figures, "vacant moon").is_empty());
    let named = search(&figures, "reablement");
    let is_named = |figure: &BankFigure| figure.words.to_lowercase().contains("reablement");
    assert!(named.iter().map(is_named).is_sorted_by(|one, other| one >= other), "{named:#?}");
}

#[test]
fn a_field_is_offered_what_fits_it() {
    let figures = bank();
    let offered = for_place(&figures, "roles/ot-band-6/costPoundsPerYear", Some("6"));
    assert_eq!(offered[0].value, 58_592.0);
    assert!(offered.iter().any(|figure| figure.band.as_deref() == Some("7")), "others come after");
    let worth = for_place(&figures, "economics/effects/gp/poundsEach", None);
    assert!(worth.iter().any(|figure| figure.id == "gp-visit-2016"), "an appointment avoided has a price");
    assert!(for_place(&figures, "roles/ot/vacantPercent", None).is_empty(), "only whole segments count");
    assert!(!for_place(&figures, "roles/ot/turnover/vacantPercent", None).is_empty());
    let ends = fitting_ends();
    assert!(ends.contains(&"turnover/vacantPercent".to_owned()) && ends.is_sorted(), "{ends:?}");
    assert_eq!(ends.len(), ends.iter().collect::<BTreeSet<_>>().len(), "each once");
}

/// Put into a document, a figure keeps its source and, from memory, warns.
#[test]
fn a_figure_from_memory_warns_wherever_it_is_put() {
    let figures = bank();
    for (id, warns) in [("leavers-london", false), ("stay-bed", true)] {
        let figure = figures.iter().find(|figure| figure.id == id).expect("in the bank");
        let mut project = samples::small();
        project.walk(&mut Trail::default(), &mut |trail, place| {
            if trail.path().ends_with("steps/referrals/work/perWeek") {
                *place = figure.estimate();
            }
        });
        let again = read(&write(&project)).expect("a document");
        assert_eq!(again, project, "the figure, its range and its evidence are kept");
        let told = check(&again).iter().any(|problem| problem.code == "from-memory");
        assert_eq!(told, warns, "{id}");
        assert_eq!(figure.is_from_memory(), warns, "{id}");
    }
}
