//! Advice on cases whose way to the long run is known.

use super::*;

/// Referrals, 10 a week, into an exponential delay of 8 weeks: after t weeks 80 (1 - exp(-t / 8)) are there on average when
/// nobody is at the start.
fn delays(start: &str, warm_up_weeks: u32) -> Scenario {
    let text = format!(
        r#"{{"formatVersion": 1, "name": "Delays", "startDate": "2026-01-05", "horizonWeeks": 52, "warmUpWeeks": {warm_up_weeks},
        "groups": [{{"id": "all", "name": "Everyone"}}],
        "designs": [{{"id": "d", "name": "D", "steps": [
          {{"id": "in", "name": "In", "work": {{"kind": "referrals", "perWeek": 10}}}},
          {{"id": "wait", "name": "Wait", "work": {{"kind": "delay", "days": {{"kind": "exponential", "mean": 56}}{start}}}}},
          {{"id": "out", "name": "Out", "work": {{"kind": "outcome", "countsAs": "completed"}}}}],
          "links": [{{"id": "a", "from": "in", "to": "wait"}}, {{"id": "b", "from": "wait", "to": "out"}}]}}],
        "options": [{{"id": "o", "name": "O", "design": "d"}}]}}"#
    );
    first(&text)
}

fn first(text: &str) -> Scenario {
    let project = pathloom_service::read(text).unwrap_or_else(|error| panic!("{error}"));
    project.scenario(&project.options[0]).expect("the option is whole")
}

fn advised(scenario: &Scenario, seed: u64) -> WarmUp {
    let settings = RunSettings { seed, ..RunSettings::default() };
    warm_up(scenario, &settings, &AtomicBool::new(false), &mut |_| {})
        .expect("it can be simulated")
        .expect("it was not stopped")
}

#[test]
fn what_is_left_out_of_an_empty_start_takes_the_bias_with_it() {
    const EXPERIMENTS: u64 = 40;
    let mut soon = 0;
    for seed in 1..=EXPERIMENTS {
        let advice = advised(&delays("", 0), seed);
        assert_eq!(advice.advice, Advice::StartsEmpty);
        let week = advice.advised_weeks.expect("it settles");
        // What is missing on average over the weeks from w on, as a share of the 80: 8 exp(-w / 8) / (260 - w).
        let missing = 8.0 * libm::exp(-f64::from(week) / 8.0) / f64::from(LEAST_WEEKS - week);
        assert!(missing < 0.01, "{missing}: {advice:?}");
        soon += u32::from(week <= 50);
        // Over the first w weeks the mean is 80 (1 - 8 (1 - exp(-w / 8)) / w).
        let (list, w) = (&advice.figures[1], f64::from(week));
        let expected = 80.0 * (1.0 - 8.0 * (1.0 - libm::exp(-w / 8.0)) / w);
        let before = list.before.expect("weeks are left out");
        assert!((list.after - 80.0).abs() < 3.0 && (before - expected).abs() < 3.0, "{expected}: {list:?}");
        assert!(advice.words.contains("say who is there today, or set a warm-up"), "{}", advice.words);
    }
    println!("within 50 weeks in {soon} of {EXPERIMENTS}");
    // Three standard errors at up to 26 looks: chance asks for more in at most 7%, and 99.9% of such counts leave 31 or more.
    assert!(soon >= 31, "{soon}");
}

#[test]
fn a_start_from_today_needs_no_warm_up_and_a_long_one_is_enough() {
    let today = r#", "start": {"inTreatment": {"number": 80}}"#;
    let advice = advised(&delays(today, 0), 1);
    assert_eq!((advice.advice, advice.advised_weeks), (Advice::StartsAsItIs, Some(0)));
    assert_eq!(advised(&delays("", 110), 1).advice, Advice::Enough);
    let many = r#", "start": {"inTreatment": {"number": 4000}}"#;
    assert_eq!(advised(&delays(many, 4), 1).advice, Advice::TooShort);
}

#[test]
fn a_list_that_grows_for_ever_has_no_warm_up() {
    let text = pathloom_service::samples::SMALL.replace("\"perWeek\": 12", "\"perWeek\": 40");
    let mut scenario = first(&text);
    scenario.warm_up_weeks = 26;
    let advice = advised(&scenario, 1);
    assert_eq!((advice.advice, advice.advised_weeks), (Advice::DoesNotSettle, None), "{advice:?}");
}

#[test]
fn nothing_is_said_of_a_run_that_was_stopped() {
    let stopped = warm_up(&delays("", 0), &RunSettings::default(), &AtomicBool::new(true), &mut |_| {});
    assert_eq!(stopped.map(|advice| advice.is_none()), Ok(true));
}
