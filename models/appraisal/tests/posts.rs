//! "How many posts?" held against answers that are known from theory or from trying every mix.

use std::sync::atomic::AtomicBool;

use pathloom_appraisal::Figure;
use pathloom_appraisal::posts::{
    Goal, Limit, PostsAnswer, PostsOutcome, PostsQuestion, Vary, find_posts, yearly_cost,
};
use pathloom_service::{Change, Estimate, Scenario};
use pathloom_simulation::theory::erlang;
use pathloom_simulation::{RunSettings, WeeklyMeasure, run};

/// Referrals a day.
const PER_DAY: f64 = 40.0 / 7.0;

/// Steps in a row, each with staff of its own who work round the clock: name of the role, mean time [days], cost a year.
fn clinic(stages: &[(&str, f64, f64)]) -> Scenario {
    let last = stages.len() - 1;
    let roles: Vec<String> = stages
        .iter()
        .map(|(role, _, cost)| {
            format!(
                r#"{{"id": "{role}", "name": "Role {role}", "costPoundsPerYear": {cost}, "hoursPerWeek": 168, "clinicalPercent": 100}}"#
            )
        })
        .collect();
    let steps: Vec<String> = stages
        .iter()
        .enumerate()
        .map(|(at, (role, days, _))| {
            format!(
                r#"{{"id": "step-{role}", "name": "Step {role}", "work": {{"kind": "contacts", "staff": [{{"anyOf": [{{"role": "{role}"}}]}}],
                "faceToFaceMinutes": {{"kind": "exponential", "mean": {}}}, "stopsClock": {}}}}}"#,
                days * 1440.0,
                at == last
            )
        })
        .collect();
    let posts: Vec<String> =
        stages.iter().map(|(role, ..)| format!(r#"{{"role": "{role}", "wte": 1}}"#)).collect();
    let mut route: Vec<String> = vec!["in".to_owned()];
    route.extend(stages.iter().map(|(role, ..)| format!("step-{role}")));
    route.push("out".to_owned());
    let links: Vec<String> = route
        .windows(2)
        .enumerate()
        .map(|(at, pair)| format!(r#"{{"id": "link-{at}", "from": "{}", "to": "{}"}}"#, pair[0], pair[1]))
        .collect();
    let text = format!(
        r#"{{"formatVersion": 1, "name": "Queues", "startDate": "2026-01-05", "horizonWeeks": 5,
        "groups": [{{"id": "all", "name": "Everyone"}}], "roles": [{}],
        "designs": [{{"id": "d", "name": "D", "steps": [
          {{"id": "in", "name": "In", "work": {{"kind": "referrals", "perWeek": 40}}}}, {},
          {{"id": "out", "name": "Out", "work": {{"kind": "outcome", "countsAs": "completed"}}}}], "links": [{}]}}],
        "mixes": [{{"id": "m", "name": "M", "posts": [{}]}}],
        "options": [{{"id": "o", "name": "O", "design": "d", "mix": "m"}}]}}"#,
        roles.join(", "),
        steps.join(", "),
        links.join(", "),
        posts.join(", ")
    );
    let project = pathloom_service::read(&text).expect("the text is a document");
    project.scenario(&project.options[0]).expect("the option is whole")
}

fn posts_of(role: &str, low: f64, high: f64, step: f64) -> Vary {
    Vary { place: format!("mix/posts/{role}/wte"), low, high, step }
}

fn waiting_at_most(people: f64, probability: f64) -> Goal {
    let figure = Figure::Weekly { measure: WeeklyMeasure::WaitingList, week: 5 };
    Goal { figure, limit: Limit::AtMost(people), probability }
}

fn find(scenario: &Scenario, question: &PostsQuestion, seed: u64) -> PostsAnswer {
    let settings = RunSettings { seed, ..RunSettings::default() };
    find_posts(scenario, question, &settings, &AtomicBool::new(false), &mut |_| {})
        .expect("the question makes sense")
}

/// The figures of the mix found, if one was.
fn found(answer: &PostsAnswer) -> Option<Vec<f64>> {
    match &answer.outcome {
        PostsOutcome::Found { mix, .. } => Some(mix.figures.iter().map(|one| one.value).collect()),
        _ => None,
    }
}

#[test]
fn staffing_of_one_queue_is_what_erlang_says() {
    const SEARCHES: u64 = 200;
    // In the long run at most k wait with probability 1 - C rho^(k + 1) (Gross et al., section 2.3).
    let at_most = |servers: u32, people: i32| {
        let load = PER_DAY / f64::from(servers);
        1.0 - erlang::waiting(PER_DAY, servers).expect("a steady queue")
            * libm::pow(load, f64::from(people + 1))
    };
    assert!(
        at_most(7, 4) < 0.87 && at_most(8, 4) > 0.93,
        "7 clearly fail and 8 clearly do: {} {}",
        at_most(7, 4),
        at_most(8, 4)
    );
    let scenario = clinic(&[("a", 1.0, 50_000.0)]);
    let question = PostsQuestion::new(vec![waiting_at_most(4.0, 0.9)], vec![posts_of("a", 1.0, 16.0, 1.0)]);
    let right =
        (0..SEARCHES).filter(|seed| found(&find(&scenario, &question, *seed)) == Some(vec![8.0])).count();
    println!("one role: the true cheapest in {right} of {SEARCHES} searches");
    assert!(right >= 190, "{right} of {SEARCHES}");
}

/// First contacts of occupational therapists in a primary care network: 20 new people a week, an hour for the first
/// contact, three quarters for each later one, two contacts on average, three weeks apart, 5% missed, 22.2 hours a week
/// of each WTE for patients.
fn network() -> Scenario {
    let text = r#"{"formatVersion": 1, "name": "Network", "startDate": "2026-01-05", "horizonWeeks": 52,
        "groups": [{"id": "all", "name": "Everyone"}],
        "calendars": [{"id": "weekdays", "name": "Monday to Friday", "pattern": {"kind": "weekdays", "days": [1, 2, 3, 4, 5]}}],
        "roles": [{"id": "ot", "name": "Occupational therapist, band 7", "costPoundsPerYear": 65570, "clinicalPercent": 59.2, "calendar": "weekdays"}],
        "designs": [{"id": "d", "name": "D", "steps": [
          {"id": "in", "name": "Referrals", "work": {"kind": "referrals", "perWeek": 20}},
          {"id": "first", "name": "First contact", "work": {"kind": "contacts", "staff": [{"anyOf": [{"role": "ot"}]}],
            "faceToFaceMinutes": {"kind": "fixed", "value": 45}, "adminMinutes": 15, "missed": {"percent": 5}}},
          {"id": "gap", "name": "Three weeks", "work": {"kind": "delay", "days": {"kind": "fixed", "value": 21}}},
          {"id": "later", "name": "Later contacts", "work": {"kind": "contacts", "staff": [{"anyOf": [{"role": "ot"}]}], "arriveBooked": true,
            "contactsPerPerson": {"kind": "geometric", "mean": 2, "atMost": 5}, "weeksBetween": 3,
            "faceToFaceMinutes": {"kind": "fixed", "value": 30}, "adminMinutes": 15, "missed": {"percent": 5}}},
          {"id": "out", "name": "Done", "work": {"kind": "outcome", "countsAs": "completed"}}],
          "links": [{"id": "a", "from": "in", "to": "first"},
            {"id": "b", "from": "first", "to": "gap", "cause": {"kind": "completed", "percent": 50}},
            {"id": "c", "from": "first", "to": "out", "cause": {"kind": "completed", "percent": 50}},
            {"id": "e", "from": "gap", "to": "later"}, {"id": "f", "from": "later", "to": "out"}]}],
        "mixes": [{"id": "m", "name": "M", "posts": [{"role": "ot", "wte": 1}]}],
        "options": [{"id": "o", "name": "O", "design": "d", "mix": "m"}]}"#;
    let project = pathloom_service::read(text).unwrap_or_else(|error| panic!("{error}"));
    project.scenario(&project.options[0]).expect("the option is whole")
}

#[test]
fn a_networks_posts_are_those_of_its_rule() {
    let goal = |name, line| Goal {
        figure: Figure::named(name, 52).expect("it is measured"),
        limit: Limit::AtMost(line),
        probability: 0.9,
    };
    // The rule: the mean wait is at most 2 weeks and at most 85% of the hours are used, nine times in ten.
    let goals = vec![goal("waitMean", 2.0), goal("staffUse", 85.0)];
    let size =
        |step| find(&network(), &PostsQuestion::new(goals.clone(), vec![posts_of("ot", 1.0, 2.5, step)]), 1);
    let halves = size(0.5);
    assert_eq!(found(&halves), Some(vec![2.0]), "{}", halves.words);
    let tenths = size(0.1);
    println!("network: {}", tenths.words);
    assert!(found(&tenths).is_some_and(|wte| (1.8..=2.0).contains(&wte[0])), "{}", tenths.words);
}

#[test]
fn what_cannot_be_done_names_the_bottleneck() {
    let scenario = clinic(&[("a", 0.5, 41_000.0), ("b", 1.0, 59_000.0)]);
    let question = PostsQuestion::new(
        vec![waiting_at_most(8.0, 0.9)],
        vec![posts_of("a", 2.0, 8.0, 1.0), posts_of("b", 2.0, 5.0, 1.0)],
    );
    let answer = find(&scenario, &question, 1);
    let PostsOutcome::Impossible { bottleneck, .. } = &answer.outcome else { panic!("{}", answer.words) };
    assert!(bottleneck.contains("The bottleneck is Role b (WTE)"), "{bottleneck}");
    assert!(answer.words.starts_with("No mix within these limits does it"), "{}", answer.words);
}

#[test]
fn a_search_that_is_stopped_says_so() {
    let question = PostsQuestion::new(vec![waiting_at_most(4.0, 0.9)], vec![posts_of("a", 1.0, 16.0, 1.0)]);
    let scenario = clinic(&[("a", 1.0, 50_000.0)]);
    let answer =
        find_posts(&scenario, &question, &RunSettings::default(), &AtomicBool::new(true), &mut |_| {});
    let answer = answer.expect("stopping is no error");
    assert_eq!(answer.outcome, PostsOutcome::Stopped { best: None });
}

#[test]
fn a_figure_that_helps_when_it_is_less_is_found_and_nonsense_is_refused() {
    let scenario = clinic(&[("a", 1.0, 50_000.0)]);
    let minutes = Vary {
        place: "design/steps/step-a/work/faceToFaceMinutes/mean".to_owned(),
        low: 60.0,
        high: 300.0,
        step: 20.0,
    };
    let question = PostsQuestion::new(vec![waiting_at_most(4.0, 0.9)], vec![minutes.clone()]);
    let answer = find(&scenario, &question, 1);
    // One server, and 4 or fewer waiting nine times in ten: rho^6 at most 0.1, so 0.68 / 5.714 days, 172 minutes.
    let shortest = found(&answer).expect("two hours are short enough")[0];
    assert!((140.0..=180.0).contains(&shortest), "{}", answer.words);
    let ask = |question: &PostsQuestion| {
        find_posts(&scenario, question, &RunSettings::default(), &AtomicBool::new(false), &mut |_| {})
            .map_err(|error| error.to_string())
    };
    for (goals, vary, said) in [
        (vec![], vec![minutes.clone()], "at least one target"),
        (vec![waiting_at_most(4.0, 1.0)], vec![minutes.clone()], "below 100%"),
        (question.goals.clone(), vec![Vary { step: 0.0, ..minutes.clone() }], "a step above 0"),
        (question.goals.clone(), vec![Vary { place: "x".to_owned(), ..minutes.clone() }], "no figure at x"),
        (question.goals.clone(), vec![minutes.clone(), minutes.clone()], "only once"),
    ] {
        let refused = ask(&PostsQuestion::new(goals, vary)).expect_err(said);
        assert!(refused.contains(said), "{refused}");
    }
}

/// Every mix on many futures: (values, cost, share of futures that meet the goal).
fn every_mix(scenario: &Scenario, question: &PostsQuestion, futures: u32) -> Vec<(Vec<f64>, f64, f64)> {
    let mut mixes: Vec<Vec<f64>> = vec![Vec::new()];
    for vary in &question.vary {
        let values: Vec<f64> = (0..)
            .map(|at| vary.low + f64::from(at) * vary.step)
            .take_while(|value| *value <= vary.high)
            .collect();
        mixes =
            mixes.iter().flat_map(|mix| values.iter().map(|value| [&mix[..], &[*value]].concat())).collect();
    }
    let settings = RunSettings { replications: 0..futures, seed: 987_654_321, ..RunSettings::default() };
    let goal = question.goals[0];
    mixes
        .into_iter()
        .map(|mix| {
            let mut scenario = scenario.clone();
            let changes: Vec<Change> = question
                .vary
                .iter()
                .zip(&mix)
                .map(|(vary, value)| Change { figure: vary.place.clone(), to: Estimate::exactly(*value) })
                .collect();
            assert!(scenario.apply(&changes).is_empty());
            let outcomes =
                run(&scenario, &settings, &AtomicBool::new(false), &mut |_| {}).expect("it can be simulated");
            let values = goal.figure.values(&outcomes).expect("it is measured");
            let met = values.iter().filter(|value| goal.limit.met(**value)).count();
            (mix, yearly_cost(&scenario), met as f64 / values.len() as f64)
        })
        .collect()
}

/// The cheapest mix that meets the goal, which no mix as cheap comes near to.
fn clear_cheapest(mixes: &[(Vec<f64>, f64, f64)], wanted: f64) -> Vec<f64> {
    let mut by_cost: Vec<&(Vec<f64>, f64, f64)> = mixes.iter().collect();
    by_cost.sort_by(|one, other| one.1.total_cmp(&other.1));
    for (mix, cost, met) in by_cost {
        if *met >= wanted {
            assert!(*met > wanted + 0.025, "the answer must be clear: {met}");
            return mix.clone();
        }
        assert!(*met < wanted - 0.025, "{mix:?} at {cost} is too close to tell: {met}");
    }
    panic!("no mix meets the goal")
}

#[test]
fn two_roles_are_found_as_by_trying_every_mix() {
    const SEARCHES: u64 = 200;
    let scenario = clinic(&[("a", 0.5, 41_000.0), ("b", 1.0, 59_000.0)]);
    let mut question = PostsQuestion::new(
        vec![waiting_at_most(8.0, 0.9)],
        vec![posts_of("a", 2.0, 8.0, 1.0), posts_of("b", 5.0, 13.0, 1.0)],
    );
    question.indifference = 0.02;
    let truth = clear_cheapest(&every_mix(&scenario, &question, 3_000), 0.9);
    let answers: Vec<PostsAnswer> = (0..SEARCHES).map(|seed| find(&scenario, &question, seed)).collect();
    let right = answers.iter().filter(|answer| found(answer).as_ref() == Some(&truth)).count();
    println!("two roles: {truth:?} in {right} of {SEARCHES} searches");
    assert!(right >= 190, "{right} of {SEARCHES}");
}

#[test]
fn three_roles_take_a_fraction_of_trying_every_mix() {
    /// What `pathloom run` would make of each mix.
    const FUTURES_OF_EACH: u64 = 300;
    let scenario = clinic(&[("a", 0.5, 41_000.0), ("b", 1.0, 59_000.0), ("c", 0.3, 70_300.0)]);
    let question = PostsQuestion::new(
        vec![waiting_at_most(17.0, 0.9)],
        vec![posts_of("a", 2.0, 9.0, 1.0), posts_of("b", 5.0, 12.0, 1.0), posts_of("c", 1.0, 8.0, 1.0)],
    );
    let exhaustive = 8 * 8 * 8 * FUTURES_OF_EACH;
    let mut spent: Vec<u64> =
        (0..20).map(|seed| find(&scenario, &question, seed).effort.search_replications).collect();
    spent.sort_unstable();
    println!(
        "three roles: {} replications (median of 20; {} to {}) against {exhaustive}",
        spent[10], spent[0], spent[19]
    );
    assert!(spent[19] * 10 < exhaustive, "{spent:?}");
}
