//! Money held against sums by hand, and against itself.

use std::sync::atomic::AtomicBool;

use pathloom_service::{
    Change, Count, Distribution, Estimate, Fixed, Project, Scenario, Turnover, Work, samples,
};
use pathloom_simulation::{HorizonMeasure, Outcomes, RunSettings, Scope, run};

use super::*;
use crate::compare::Verdict;

fn settings(replications: u32) -> RunSettings {
    RunSettings { replications: 0..replications, ..RunSettings::default() }
}

fn run_of(scenario: &Scenario, settings: &RunSettings) -> Outcomes {
    run(scenario, settings, &AtomicBool::new(false), &mut |_| {}).expect("it can be simulated")
}

/// One person a week, regularly, straight to the outcome; one role that nobody needs, so that every sum can be done by
/// hand. Two years. Option "b" has a post more from week 52 on, an opening cost, rooms, and a benefit for each person.
fn by_hand(economics: &str) -> Project {
    let text = format!(
        r#"{{"formatVersion": 1, "name": "By hand", "startDate": "2026-01-05", "horizonWeeks": 104,
        "groups": [{{"id": "all", "name": "Everyone"}}],
        "roles": [{{"id": "nurse", "name": "Nurse", "costPoundsPerYear": 50000}}],
        "designs": [{{"id": "d", "name": "D", "steps": [
          {{"id": "in", "name": "In", "work": {{"kind": "referrals", "perWeek": 1, "pattern": {{"kind": "regular"}}}}}},
          {{"id": "out", "name": "Out", "work": {{"kind": "outcome", "countsAs": "completed"}}}}],
          "links": [{{"id": "a", "from": "in", "to": "out"}}]}}],
        "mixes": [
          {{"id": "one", "name": "One", "posts": [{{"role": "nurse", "wte": 1}}]}},
          {{"id": "two", "name": "Two", "posts": [{{"role": "nurse", "wte": 1, "changes": [{{"fromWeek": 52, "wte": 1}}]}}]}}],
        "options": [{{"id": "a", "name": "A", "design": "d", "mix": "one"}}, {{"id": "b", "name": "B", "design": "d", "mix": "two"}}],
        "economics": {economics}}}"#
    );
    pathloom_service::read(&text).expect("the text is a document")
}

const RICH: &str = r#"{
    "priceYear": "2026/27", "poundsPerQualityAdjustedLifeYear": 20000,
    "optimismBias": {"staffPercent": 10, "benefitsPercent": 20},
    "costs": [
      {"id": "open", "name": "Opening", "options": ["b"], "poundsOnce": 3000, "fromWeek": 60},
      {"id": "rooms", "name": "Rooms", "options": ["b"], "poundsPerYear": 5200, "fromWeek": 26, "untilWeek": 78}],
    "effects": [
      {"id": "gp", "name": "GP", "countsAs": "timeReleasing", "each": {"kind": "completed"}, "amount": 2, "unit": "GP appointments", "poundsEach": 40},
      {"id": "well", "name": "Health", "countsAs": "health", "each": {"kind": "outcome", "step": "out"}, "amount": 0.01}],
    "travel": {"pencePerMile": 50, "kgCo2ePerMile": 0.3, "milesPerWtePerWeek": {"nurse": 10}}}"#;

fn appraised(project: &Project, runs: &RunSettings) -> MoneyReport {
    let scenarios: Vec<Scenario> =
        project.options.iter().map(|option| project.scenario(option).expect("whole")).collect();
    appraised_all(&scenarios, runs)
}

fn appraised_all(scenarios: &[Scenario], runs: &RunSettings) -> MoneyReport {
    let outcomes: Vec<Outcomes> = scenarios.iter().map(|scenario| run_of(scenario, runs)).collect();
    let options: Vec<Simulated> = scenarios
        .iter()
        .zip(&outcomes)
        .map(|(scenario, outcomes)| Simulated { scenario, outcomes })
        .collect();
    let question = MoneyQuestion { hold_uncertain: runs.hold_uncertain, ..MoneyQuestion::default() };
    appraise_money(&options, &question).expect("they can be appraised")
}

#[track_caller]
fn near(found: f64, expected: f64) {
    assert!((found - expected).abs() <= 1e-9 * expected.abs().max(1.0), "{found} instead of {expected}");
}

fn line(option: &MoneyOption, kind: LineKind) -> &MoneyLine {
    option.lines.iter().find(|line| line.kind == kind).expect("the line is there")
}

#[test]
fn two_years_by_hand() {
    let report = appraised(&by_hand(RICH), &settings(3));
    let (a, b) = (&report.options[0], &report.options[1]);
    assert_eq!(report.years.len(), 2);
    assert_eq!(line(a, LineKind::Staff).pounds_by_year, [50_000.0, 50_000.0]);
    assert_eq!(line(b, LineKind::Staff).pounds_by_year, [50_000.0, 100_000.0], "the dated post counts");
    assert_eq!(line(b, LineKind::Once).pounds_by_year, [0.0, 3_000.0]);
    assert_eq!(line(b, LineKind::Yearly).pounds_by_year, [2_600.0, 2_600.0]);
    assert_eq!(line(b, LineKind::Travel).pounds_by_year, [260.0, 520.0], "520 and 1,040 miles at 50p");
    near(b.miles.expect("there are miles").mean, 1_560.0);
    near(b.kg_co2e.expect("there is a factor").mean, 468.0);

    // The first person comes after a whole gap: 52 in each year, but for the last moment of the second.
    let people = line(a, LineKind::TimeReleasing).units.mean / 2.0;
    assert!((103.0..=104.0).contains(&people), "{people}");
    let by_year: Vec<f64> = line(a, LineKind::TimeReleasing).pounds_by_year.clone();
    near(by_year[0] + by_year[1], people * 80.0);

    // Present values: optimism first, then the second year over 1.035, health over 1.015.
    let costs =
        |staff: [f64; 2], other: [f64; 2]| 1.1 * (staff[0] + staff[1] / 1.035) + other[0] + other[1] / 1.035;
    near(a.present_costs.mean, costs([50_000.0, 50_000.0], [260.0, 260.0]));
    near(b.present_costs.mean, costs([50_000.0, 100_000.0], [2_860.0, 6_120.0]));
    near(a.present_benefits.mean, 0.8 * (by_year[0] + by_year[1] / 1.035));
    let health = line(a, LineKind::Health);
    near(health.units.mean, people * 0.01);
    near(a.present_health.mean, 0.8 * (health.pounds_by_year[0] + health.pounds_by_year[1] / 1.015));
    near(a.net_present_value.mean, a.present_benefits.mean + a.present_health.mean - a.present_costs.mean);
    near(a.cost_per_completed.mean, (100_000.0 + 520.0) / people);

    let against = b.against_base.as_ref().expect("b is held against a");
    near(against.net_present_value.mean, a.present_costs.mean - b.present_costs.mean);
    assert_eq!(against.differences[0].difference.verdict, Verdict::Lower, "{}", against.words);
    assert!(against.words.contains("net present value is £"), "{}", against.words);
}

#[test]
fn a_level_yearly_cost_is_an_annuity() {
    let economics =
        r#"{"discountPercent": 3.5, "costs": [{"id": "rent", "name": "Rent", "poundsPerYear": 1000}]}"#;
    let mut project = by_hand(economics);
    project.horizon_weeks = 10 * 52;
    project.roles[0].cost_pounds_per_year = 0.0.into();
    let report = appraised(&project, &settings(2));
    // Ten payments from year 0 on: (1 - v^10) / (1 - v) with v = 1 / 1.035, 8.607687 to six decimals.
    let v = 1.0 / 1.035;
    near(report.options[0].present_costs.mean, 1_000.0 * (1.0 - libm::pow(v, 10.0)) / (1.0 - v));
    assert!((report.options[0].present_costs.mean - 8_607.687).abs() < 1e-3);
    assert!(report.options[0].remarks.iter().any(|remark| remark.contains("Nurse has no yearly cost")));
}

#[test]
fn values_are_straight_lines_in_every_price() {
    let project = by_hand(RICH);
    let net = |pounds: f64| {
        let mut project = project.clone();
        project.economics.effects[0].pounds_each = Some(pounds.into());
        appraised(&project, &settings(2)).options[1].net_present_value.mean
    };
    let (none, one, three) = (net(0.0), net(10.0), net(30.0));
    near(three - none, 3.0 * (one - none));
}

/// The sample clinic with prices, and the same with half a post more.
fn clinic(economics: &str) -> [Scenario; 2] {
    let open = samples::SMALL.trim_end().strip_suffix('}').expect("the sample is one object");
    let text = format!("{open}, \"economics\": {economics}}}");
    let project = pathloom_service::read(&text).expect("the text is a document");
    [0, 1].map(|at| project.scenario(&project.options[at]).expect("whole"))
}

const CLINIC: &str = r#"{
    "poundsPerQualityAdjustedLifeYear": {"low": 15000, "likely": 20000, "high": 30000},
    "optimismBias": {"staffPercent": 5, "benefitsPercent": 10},
    "costs": [{"id": "room", "name": "A room", "options": ["more-staff"], "poundsOnce": 4000, "poundsPerYear": 2000}],
    "effects": [
      {"id": "wait", "name": "Waiting", "countsAs": "cost", "each": {"kind": "weekWaited"}, "unit": "weeks", "poundsEach": {"low": 2, "likely": 5, "high": 9}},
      {"id": "well", "name": "Health", "countsAs": "health", "each": {"kind": "completed"}, "amount": 0.005}],
    "travel": {"pencePerMile": 56, "milesPerContact": {"assessment": 6}}}"#;

#[test]
fn at_a_switching_value_the_two_come_out_even() {
    let (tried, report) = come_out_even(&clinic(CLINIC));
    let against = report.options[1].against_base.as_ref().expect("held against the base");
    assert!(tried >= 8, "{tried} of {:?}", against.switching_values);
    assert!(against.switching_values.iter().any(|one| one.place == STAFF_COST), "{against:#?}");
    let words: Vec<&str> = against.switching_values.iter().map(|one| one.words.as_str()).collect();
    assert!(words.iter().all(|words| words.contains(" now; ")), "{words:#?}");
    let percents: Vec<f64> = against
        .switching_values
        .iter()
        .filter(|one| one.possible)
        .filter_map(|one| one.change_percent)
        .map(f64::abs)
        .collect();
    assert!(
        percents.windows(2).all(|pair| pair[0] <= pair[1]),
        "the smallest change comes first: {percents:?}"
    );
    assert!(report.rules.iter().all(|rule| *rule != NO_VALUE_OF_VACANCIES), "{:?}", report.rules);
}

const STAFF_COST: &str = "roles/therapist/costPoundsPerYear";
const NO_VALUE_OF_VACANCIES: &str = "No switching value is given for the cost of roles with vacancies.";

/// Empty posts save pounds and not posts, so the cost of their role has no switching value; those of the others hold.
#[test]
fn the_cost_of_a_role_with_vacancies_has_no_switching_value() {
    for with_vacancies in [&[0_usize][..], &[1], &[0, 1]] {
        let mut scenarios = clinic(CLINIC);
        for at in with_vacancies {
            scenarios[*at].roles[0].turnover = Some(Turnover {
                vacant_percent: 20.0.into(),
                leavers_percent_per_year: 25.0.into(),
                weeks_to_recruit: Distribution::fixed(20.0),
                weeks_to_full_productivity: 0.0.into(),
            });
        }
        let (tried, report) = come_out_even(&scenarios);
        let against = report.options[1].against_base.as_ref().expect("held against the base");
        assert!(tried >= 7, "{tried} of {:?}", against.switching_values);
        assert!(against.switching_values.iter().all(|one| one.place != STAFF_COST), "{against:#?}");
        assert!(report.rules.iter().any(|rule| *rule == NO_VALUE_OF_VACANCIES), "{:?}", report.rules);
    }
}

/// Puts every switching value into both options, runs and appraises them again, and finds no difference; how many.
fn come_out_even(scenarios: &[Scenario; 2]) -> (usize, MoneyReport) {
    let runs = settings(20);
    let report = appraised_all(scenarios, &runs);
    let against = report.options[1].against_base.as_ref().expect("held against the base");
    let size = report.options[1].present_costs.mean;
    let mut tried = 0;
    for switch in against.switching_values.iter().filter(|one| one.even_at.is_some()) {
        let even = switch.even_at.expect("filtered");
        let mut changed = scenarios.clone();
        for scenario in &mut changed {
            let mut figure = None;
            pathloom_service::Figures::walk(
                scenario,
                &mut pathloom_service::Trail::default(),
                &mut |trail, one| {
                    if trail.path() == switch.place {
                        figure = Some(one.clone());
                    }
                },
            );
            let Some(mut figure) = figure else { continue };
            // A range is moved as a whole.
            let by = even - figure.likely;
            figure = Estimate {
                likely: even,
                range: figure.range.map(|(low, high)| (low + by, high + by)),
                ..figure
            };
            assert!(scenario.apply(&[Change { figure: switch.place.clone(), to: figure }]).is_empty());
        }
        let at_even = appraised_all(&changed, &runs);
        let difference = at_even.options[1].against_base.as_ref().expect("held").net_present_value.mean;
        assert!(difference.abs() < 1e-6 * size, "{}: {difference} at {even}", switch.words);
        tried += 1;
    }
    (tried, report)
}

#[test]
fn a_discount_rate_may_decide() {
    // 1,000 paid at once saves 1,100 a year later: even at 10% a year.
    let economics = r#"{"costs": [
        {"id": "buy", "name": "Buy", "options": ["b"], "poundsOnce": 1000},
        {"id": "hire", "name": "Hire", "options": ["a"], "poundsPerYear": 1100, "fromWeek": 52}]}"#;
    let mut project = by_hand(economics);
    project.mixes[1].posts[0].changes.clear();
    let report = appraised(&project, &settings(2));
    let against = report.options[1].against_base.as_ref().expect("held against the base");
    near(against.net_present_value.mean, 1_100.0 / 1.035 - 1_000.0);
    let rate = against.switching_values.iter().find(|one| one.place == "economics/discountPercent");
    let rate = rate.expect("the difference depends on it");
    assert!((rate.even_at.expect("there is one") - 10.0).abs() < 1e-9, "{}", rate.words);
    assert_eq!(rate.words, "discount rate: 3.5% now; at 10%, 186% more, \"B\" and \"A\" come out even");
    assert!(against.switching_values.iter().all(|one| one.place != "economics/healthDiscountPercent"));
}

#[test]
fn shared_prices_share_their_draws_so_that_differences_are_narrow() {
    // The worth of a year of health is uncertain and the same for both: the difference hardly feels it.
    let scenarios = clinic(
        r#"{"poundsPerQualityAdjustedLifeYear": {"low": 10000, "likely": 20000, "high": 40000},
            "effects": [{"id": "well", "name": "Health", "countsAs": "health", "each": {"kind": "completed"}, "amount": 0.1}]}"#,
    );
    let report = appraised_all(&scenarios, &settings(60));
    let [base, more] = &report.options[..] else { panic!("two options") };
    let against = more.against_base.as_ref().expect("held against the base");
    let apart = libm::hypot(base.net_present_value.sd, more.net_present_value.sd);
    assert!(against.net_present_value.sd < 0.5 * apart, "{} of {apart}", against.net_present_value.sd);
    let held = appraised_all(&scenarios, &RunSettings { hold_uncertain: true, ..settings(60) });
    assert!(
        held.options[0].net_present_value.sd < 0.5 * base.net_present_value.sd,
        "held at its likely value"
    );
}

#[test]
fn an_option_is_worth_the_same_as_itself() {
    let [base, _] = clinic(CLINIC);
    let report = appraised_all(&[base.clone(), base], &settings(5));
    let against = report.options[1].against_base.as_ref().expect("held against the base");
    assert_eq!(against.differences[0].difference.verdict, Verdict::Same);
    assert_eq!(against.switching_values, []);
}

#[test]
fn optimism_bias_changes_present_values_and_nothing_as_stated() {
    let plain = appraised(&by_hand("{}"), &settings(2));
    let biased = appraised(&by_hand(r#"{"optimismBias": {"staffPercent": 20}}"#), &settings(2));
    let (plain, biased) = (&plain.options[0], &biased.options[0]);
    near(biased.present_costs.mean, 1.2 * plain.present_costs.mean);
    assert_eq!(biased.service_cost, plain.service_cost);
    assert_eq!(biased.cost_per_completed, plain.cost_per_completed);
}

/// The sample that uses everything, over a year after a warm-up, with a report on it alone.
fn everything(turnover: bool) -> (Outcomes, MoneyReport) {
    let mut project = samples::everything();
    if !turnover {
        project.roles.iter_mut().for_each(|role| role.turnover = None);
    }
    let mut scenario = project.scenario(&project.options[0]).expect("whole");
    (scenario.warm_up_weeks, scenario.horizon_weeks) = (8, 52);
    let outcomes = run_of(&scenario, &settings(3));
    let option = [Simulated { scenario: &scenario, outcomes: &outcomes }];
    let report = appraise_money(&option, &MoneyQuestion::default()).expect("it can be appraised");
    (outcomes, report)
}

fn pounds_of(report: &MoneyReport, kinds: &[LineKind]) -> f64 {
    let lines = report.options[0].lines.iter().filter(|line| kinds.contains(&line.kind));
    lines.map(|line| line.pounds.mean).sum()
}

#[test]
fn the_account_agrees_with_the_yearly_cost_of_the_engine() {
    let (outcomes, report) = everything(false);
    let of_engine =
        outcomes.horizon_band(HorizonMeasure::CostPerYear, &Scope::Service).expect("measured").mean;
    // A year of 52 weeks has a whole year of posts, but 364 days of places and outcomes.
    let counted = pounds_of(&report, &[LineKind::Places, LineKind::PerPerson]) * 365.25 / 364.0;
    let found = pounds_of(&report, &[LineKind::Staff]) + counted;
    assert!((found - of_engine).abs() < 1e-6 * of_engine, "{found} and {of_engine}");
    assert!(counted > 0.0, "the sample has places and outcomes that cost");
}

#[test]
fn posts_that_stand_empty_cost_less_than_planned() {
    let (outcomes, report) = everything(true);
    let (planned, saved) =
        (pounds_of(&report, &[LineKind::Staff]), pounds_of(&report, &[LineKind::UnfilledPosts]));
    assert!(saved < 0.0 && -saved < 0.5 * planned, "{saved} of {planned}");
    // What is left is what the engine has for the posts that were filled.
    let of_engine =
        outcomes.horizon_band(HorizonMeasure::CostPerYear, &Scope::Service).expect("measured").mean;
    let counted = pounds_of(&report, &[LineKind::Places, LineKind::PerPerson]) * 365.25 / 364.0;
    let found = planned + saved + counted;
    assert!((found - of_engine).abs() < 1e-6 * of_engine, "{found} and {of_engine}");
    let (_, full) = everything(false);
    assert!(full.options[0].lines.iter().all(|line| line.kind != LineKind::UnfilledPosts));
}

#[test]
fn contacts_travelled_to_are_those_that_took_the_hours() {
    // Every contact takes an hour, a missed one too, and only this step needs the role: hours used are contacts.
    let text = r#"{"formatVersion": 1, "name": "Courses", "startDate": "2026-01-05", "horizonWeeks": 156, "warmUpWeeks": 26,
        "groups": [{"id": "all", "name": "Everyone"}],
        "roles": [{"id": "ot", "name": "OT"}],
        "designs": [{"id": "d", "name": "D", "steps": [
          {"id": "in", "name": "In", "work": {"kind": "referrals", "perWeek": 8}},
          {"id": "course", "name": "Course", "work": {"kind": "contacts", "staff": [{"anyOf": [{"role": "ot"}]}],
            "contactsPerPerson": {"kind": "range", "low": 2, "high": 6}, "weeksBetween": 2,
            "faceToFaceMinutes": {"kind": "fixed", "value": 60}, "missed": {"percent": 10, "minutesLost": 60},
            "start": {"inTreatment": {"number": 30, "contactsLeft": {"kind": "fixed", "value": 3}}}}},
          {"id": "out", "name": "Out", "work": {"kind": "outcome", "countsAs": "completed"}}],
          "links": [{"id": "a", "from": "in", "to": "course"}, {"id": "b", "from": "course", "to": "out"}]}],
        "mixes": [{"id": "m", "name": "M", "posts": [{"role": "ot", "wte": 2}]}],
        "options": [{"id": "o", "name": "O", "design": "d", "mix": "m"}],
        "economics": {"travel": {"milesPerContact": {"course": 1}}}}"#;
    let project = pathloom_service::read(text).expect("the text is a document");
    let scenario = project.scenario(&project.options[0]).expect("whole");
    let outcomes = run_of(&scenario, &settings(30));
    let option = [Simulated { scenario: &scenario, outcomes: &outcomes }];
    let report = appraise_money(&option, &MoneyQuestion::default()).expect("it can be appraised");
    let hours = outcomes
        .horizon_band(HorizonMeasure::HoursUsed, &Scope::Role("ot".to_owned()))
        .expect("measured")
        .mean;
    let miles = report.options[0].miles.expect("there are journeys").mean;
    assert!((miles / hours - 1.0).abs() < 0.01, "{miles} contacts for {hours} hours");
    assert!(
        report.options[0].remarks.iter().any(|remark| remark.starts_with("Miles are counted and not valued"))
    );
}

#[test]
fn miles_of_uncertain_courses_say_that_they_take_likely_values() {
    let remark = "Miles take uncertain numbers of contacts, gaps between them and people under way at their likely values";
    let said = |scenarios: &[Scenario; 2]| {
        let report = appraised_all(scenarios, &settings(2));
        report.options.iter().filter(|option| option.remarks.iter().any(|one| one == remark)).count()
    };
    let mut scenarios = clinic(CLINIC);
    assert_eq!(said(&scenarios), 0, "everything is known");
    for step in &mut scenarios[1].design.steps {
        if let Work::Contacts(contacts) = &mut step.work {
            contacts.contacts_per_person = Count::Fixed(Fixed { value: Estimate::between(2.0, 3.0, 6.0) });
        }
    }
    assert_eq!(said(&scenarios), 1, "of one option the number of contacts has a range");
}

#[test]
fn counts_of_a_run_answer_for_any_prices_and_any_years() {
    let mut project = by_hand(RICH);
    project.horizon_weeks = 130;
    let whole: Vec<Scenario> =
        project.options.iter().map(|option| project.scenario(option).expect("whole")).collect();
    let outcomes: Vec<Outcomes> = whole.iter().map(|scenario| run_of(scenario, &settings(4))).collect();
    let simulated: Vec<Simulated> =
        whole.iter().zip(&outcomes).map(|(scenario, outcomes)| Simulated { scenario, outcomes }).collect();
    // Counted before anything had a price.
    let counts: Vec<MoneyCounts> = whole
        .iter()
        .zip(&outcomes)
        .map(|(scenario, outcomes)| {
            let bare = Scenario { economics: pathloom_service::Economics::default(), ..scenario.clone() };
            MoneyCounts::of(&bare, outcomes).expect("the run is whole")
        })
        .collect();
    let counted: Vec<Counted> =
        whole.iter().zip(&counts).map(|(scenario, counts)| Counted { scenario, counts }).collect();
    for years in [None, Some(1), Some(2)] {
        let question = MoneyQuestion { years, base: 1, ..MoneyQuestion::default() };
        let report = appraise_counted(&counted, &question).expect("they can be appraised");
        assert_eq!(Ok(&report), appraise_money(&simulated, &question).as_ref(), "{years:?}");
        assert_eq!(report.years.len(), years.map_or(3, |years| years as usize), "the third is half a year");
        assert_eq!(line(&report.options[0], LineKind::Staff).pounds_by_year[0], 50_000.0);
    }
    let figures: usize = counts[0].bytes() / 8;
    assert!(figures < outcomes[0].replications.len() * 200, "{figures} figures of 4 futures");
}

#[test]
fn what_cannot_be_appraised_is_refused() {
    let project = by_hand("{}");
    let scenario = project.scenario(&project.options[0]).expect("whole");
    let outcomes = run_of(&scenario, &settings(2));
    let (single, other) =
        (run_of(&scenario, &settings(1)), run_of(&scenario, &RunSettings { seed: 9, ..settings(2) }));
    let shorter = Scenario { horizon_weeks: 52, ..scenario.clone() };
    let short = run_of(&shorter, &settings(2));
    let of = |outcomes| Simulated { scenario: &scenario, outcomes };
    let ask = |options: &[Simulated], question: MoneyQuestion| appraise_money(options, &question).err();
    let usual = MoneyQuestion::default();
    let years = |years| MoneyQuestion { years: Some(years), ..usual };
    assert_eq!(ask(&[], usual), Some(MoneyError::NoOptions));
    let far = MoneyQuestion { base: 1, ..usual };
    assert_eq!(ask(&[of(&outcomes)], far), Some(MoneyError::NoSuchBase { asked: 1, options: 1 }));
    assert_eq!(ask(&[of(&outcomes), of(&other)], usual), Some(MoneyError::DifferentSeeds));
    assert_eq!(ask(&[of(&outcomes), of(&short)], usual), Some(MoneyError::DifferentWeeks));
    let part = crate::kept(&outcomes);
    assert_eq!(ask(&[of(&part)], usual), Some(MoneyError::NotWhole { option: "A".to_owned() }));
    assert_eq!(ask(&[of(&single)], usual), Some(MoneyError::TooFewShared { shared: 1 }));
    assert_eq!(ask(&[of(&outcomes)], years(0)), Some(MoneyError::NoYears));
    assert_eq!(ask(&[of(&outcomes)], years(3)), Some(MoneyError::PastTheEnd { asked: 3, weeks: 104 }));
    assert_eq!(ask(&[of(&outcomes)], years(2)), None);
}
