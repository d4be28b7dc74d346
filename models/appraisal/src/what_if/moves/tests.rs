//! Figures moved: within their limits, and the others that follow.

use pathloom_service::{Project, Severity, check, samples, shelf};

use super::super::{Lever, LeverKind};
use super::*;

fn example(id: &str) -> Project {
    let text = shelf::find(id).map_or("", |one| one.text);
    pathloom_service::read(text).unwrap_or_else(|error| panic!("{error}"))
}

fn scenario(project: &Project, option: &str) -> Scenario {
    let option = project.option(option).unwrap_or_else(|error| panic!("{error}"));
    project.scenario(option).unwrap_or_else(|error| panic!("{error}"))
}

fn lever(scenario: &Scenario, id: &str) -> Lever {
    levers(scenario).into_iter().find(|lever| lever.id == id).unwrap_or_else(|| panic!("no lever {id}"))
}

fn moved_to(scenario: &Scenario, moves: &[(&str, f64)]) -> Vec<Change> {
    let moves: Vec<Move> =
        moves.iter().map(|(lever, value)| Move { lever: (*lever).to_owned(), value: *value }).collect();
    changes(scenario, &moves).unwrap_or_else(|error| panic!("{error}"))
}

fn values(changes: &[Change]) -> Vec<(&str, f64)> {
    changes.iter().map(|change| (change.figure.as_str(), change.to.likely)).collect()
}

fn errors(project: &Project) -> Vec<String> {
    let is_error = |severity: Severity| severity == Severity::Error;
    check(project).into_iter().filter(|one| is_error(one.severity)).map(|one| one.message).collect()
}

#[test]
fn whatever_is_moved_to_either_end_of_its_slider_is_a_sound_option() {
    let (mut tried, mut unsound) = (0, Vec::new());
    let documents = shelf::SHELF.iter().map(|one| example(one.id)).chain([samples::everything()]);
    for project in documents {
        let before = errors(&project);
        for option in project.options.iter().take(2) {
            let scenario = scenario(&project, &option.id);
            for lever in levers(&scenario) {
                // Without any posts of a role a step may have no staff: the checks of the document say so.
                let low = if lever.kind == LeverKind::Posts { lever.base / 2.0 } else { lever.from };
                for value in [low, lever.to] {
                    let changes = moved_to(&scenario, &[(&lever.id, value)]);
                    assert_eq!(changes.is_empty(), value == lever.base, "{}", lever.name);
                    assert_eq!(scenario.clone().apply(&changes), Vec::<&str>::new(), "{}", lever.name);
                    let mut with = project.clone();
                    for one in with.options.iter_mut().filter(|one| one.id == option.id) {
                        one.changes.retain(|old| changes.iter().all(|new| new.figure != old.figure));
                        one.changes.extend(changes.clone());
                    }
                    let after = errors(&with);
                    if after != before {
                        unsound.push(format!(
                            "{}, {}: {} at {value}: {after:?}",
                            project.name, option.name, lever.name
                        ));
                    }
                    tried += 1;
                }
                let stays = [(lever.id.as_str(), lever.base)];
                assert!(moved_to(&scenario, &stays).is_empty(), "{} stays where it is", lever.name);
            }
        }
    }
    assert_eq!(unsound, Vec::<String>::new());
    assert!(tried > 300, "only {tried} were tried");
}

#[test]
fn birmingham_can_be_moved_where_a_manager_would_ask() {
    let project = example("birmingham");
    let scenario = scenario(&project, "tiered");
    let band_6 = lever(&scenario, "mix/posts/ot-band-6/wte");
    assert_eq!((band_6.kind, band_6.name.as_str()), (LeverKind::Posts, "Occupational therapist, band 6"));
    assert_eq!((band_6.base, band_6.from, band_6.to, band_6.step), (4.0, 0.0, 8.0, 0.1));
    let all = lever(&scenario, "referrals");
    let by_group: f64 = levers(&scenario)
        .iter()
        .filter(|one| one.id.starts_with("referrals/"))
        .filter_map(|one| one.people_per_week)
        .sum();
    assert!(all.people_per_week.is_some_and(|people| (people - by_group).abs() < 1e-9), "{all:?}");
    assert_eq!(lever(&scenario, "design/steps/assessment/work/travelMinutes").unit, "minutes");
    let ways: Vec<Lever> = levers(&scenario).into_iter().filter(|one| !one.set.is_empty()).collect();
    assert!(ways.iter().any(|one| one.base == 49.35), "{ways:?}");
}

#[test]
fn the_other_ways_on_share_what_is_left_in_proportion() {
    let project = example("birmingham");
    let scenario = scenario(&project, "tiered");
    let changes = moved_to(&scenario, &[("design/links/triage-to-assessment/cause/percent", 10.0)]);
    // 18.3 and 49.35 of 67.65 that was theirs, now of 90: 24.345... and 65.654...
    assert_eq!(
        values(&changes),
        [
            ("design/links/triage-to-advice/cause/percent", 24.35),
            ("design/links/triage-to-workshop/cause/percent", 65.65),
            ("design/links/triage-to-assessment/cause/percent", 10.0),
        ]
    );
    let all = moved_to(&scenario, &[("design/links/triage-to-assessment/cause/percent", 100.0)]);
    assert_eq!(values(&all).iter().map(|(_, share)| share).sum::<f64>(), 100.0);
}

#[test]
fn two_shares_of_one_sum_cannot_both_be_moved() {
    let project = example("birmingham");
    let scenario = scenario(&project, "tiered");
    let both = ["triage-to-advice", "triage-to-workshop"]
        .map(|link| Move { lever: format!("design/links/{link}/cause/percent"), value: 30.0 });
    assert!(matches!(changes(&scenario, &both), Err(MoveError::Follows { .. })));
}

#[test]
fn referrals_of_a_group_change_the_rate_and_the_case_mix() {
    let project = samples::everything();
    let mut scenario = scenario(&project, &project.options[0].id);
    // 23 a week, a fifth of them urgent, beside sources without a case mix, whose people are all urgent.
    let changes = moved_to(&scenario, &[("referrals/urgent", 150.0), ("referrals", 200.0)]);
    let of = |place: &str| values(&changes).iter().find(|(one, _)| *one == place).map(|(_, value)| *value);
    // Twice 23, times 0.8 + 0.2 x 1.5 = 1.1; urgent are 0.3 of 1.1.
    assert_eq!(of("design/steps/referrals/work/perWeek"), Some(50.6));
    assert_eq!(of("design/steps/referrals/work/caseMix/urgent"), Some(27.272_727));
    assert_eq!(of("design/steps/calls/work/perWeek"), Some(12.0));
    assert_eq!(of("design/steps/replayed/work/perWeek"), None, "what is replayed comes as it came");
    assert!(scenario.apply(&changes).is_empty());
}

#[test]
fn a_range_moves_in_proportion_and_a_distribution_as_a_whole() {
    let project = example("birmingham");
    let mut scenario = scenario(&project, "tiered");
    let place = "mix/posts/ot-band-6/wte";
    scenario.apply(&[Change { figure: place.to_owned(), to: Estimate::between(3.0, 4.0, 6.0) }]);
    let changes = moved_to(&scenario, &[(place, 6.0)]);
    assert_eq!((changes[0].to.likely, changes[0].to.range), (6.0, Some((4.5, 9.0))));
    assert!(changes[0].to.evidence.as_ref().is_some_and(|one| one.label == EvidenceLabel::Assumed));

    let time = lever(&scenario, "design/steps/assessment/work/faceToFaceMinutes");
    let before: Vec<f64> = figures(&scenario, &time.id, 1.0, 1.0).iter().map(|one| one.to.likely).collect();
    let after = moved_to(&scenario, &[(&time.id, time.base / 2.0)]);
    let after: Vec<f64> = after.iter().map(|one| one.to.likely).collect();
    assert!(!before.is_empty() && before.iter().zip(&after).all(|(one, half)| tidy(one / 2.0) == *half));
}

#[test]
fn what_cannot_be_is_refused_in_words() {
    let project = example("birmingham");
    let scenario = scenario(&project, "tiered");
    let refused = |lever: &str, value: f64| {
        changes(&scenario, &[Move { lever: lever.to_owned(), value }]).err().map(|error| error.to_string())
    };
    assert_eq!(
        refused("mix/posts/ot-band-6/wte", -1.0).as_deref(),
        Some("Occupational therapist, band 6 can be from 0 to 10000")
    );
    assert!(refused("mix/posts/ot-band-6/wte", f64::NAN).is_some());
    assert!(refused("mix/posts/nobody/wte", 1.0).is_some_and(|words| words.contains("nothing to move")));
}
