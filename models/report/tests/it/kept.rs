//! A report is made from what is kept of runs, without their futures, and says the same.

use pathloom_appraisal::equity::GroupFigures;
use pathloom_appraisal::kept;
use pathloom_appraisal::money::MoneyCounts;
use pathloom_report::{KeptOption, Reckoned, needs_whole_futures};
use pathloom_service::{ActualScope, CountedOf};
use pathloom_simulation::Outcomes;
use pathloom_simulation::summary::OptionResults;

use crate::study;

#[test]
fn what_is_kept_of_runs_says_the_same_as_their_futures() {
    let whole = study::birmingham();
    let mut project = whole.project.clone();
    for (group, deprivation) in project.groups.iter_mut().zip(["most deprived fifth", "others"]) {
        group.labels.insert("deprivation".to_owned(), deprivation.to_owned());
    }
    let labelled = |id: &str| {
        let option = project.option(id).expect("it is there");
        project.scenario(option).expect("it is whole")
    };
    let options: Vec<_> =
        whole.options.iter().map(|(one, outcomes)| (labelled(&one.option_id), outcomes.clone())).collect();
    let parts: Vec<(OptionResults, Outcomes, MoneyCounts, GroupFigures)> = options
        .iter()
        .map(|(scenario, outcomes)| {
            // As it is stored and read again.
            let stored =
                serde_json::to_vec(&OptionResults::of(scenario, outcomes)).expect("results are JSON");
            let results = serde_json::from_slice(&stored).expect("and can be read");
            let counts = MoneyCounts::of(scenario, outcomes).expect("a whole run");
            let week = outcomes.catalogue.weeks as u32;
            let groups = GroupFigures::of(scenario, outcomes, week).expect("a whole run");
            (results, kept(outcomes), counts, groups)
        })
        .collect();
    let held: Vec<KeptOption> = options
        .iter()
        .zip(&parts)
        .map(|((scenario, _), (results, outcomes, counts, groups))| KeptOption {
            scenario,
            results,
            outcomes,
            counts,
            groups,
        })
        .collect();
    let reckoned = Reckoned::of_kept(&held, &[], false).expect("it can be reckoned");
    let from_futures = Reckoned::of(&options, &[], false).expect("it can be reckoned");
    // What nobody could be measured in is not equal to itself, so the two are held against each other as text.
    assert_eq!(format!("{reckoned:?}"), format!("{from_futures:?}"));
}

#[test]
fn figures_of_a_tier_or_a_group_need_whole_futures() {
    let mut actuals = pathloom_service::samples::everything().actuals;
    actuals.truncate(1);
    actuals[0].scope = ActualScope::Service;
    assert!(!needs_whole_futures(&actuals));
    actuals[0].scope = ActualScope::Group(CountedOf { id: "routine".to_owned() });
    assert!(needs_whole_futures(&actuals));
}
