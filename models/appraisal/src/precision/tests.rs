//! Precision that was asked for is had, and intervals keep their confidence although the end was chosen by looking.

use pathloom_service::{Project, samples};
use pathloom_simulation::WeeklyMeasure;

use super::*;

/// Random referrals, 2 a day, into exponential delays of 6 days: after 28 days 12 (1 - exp(-28/6)) are there on average.
fn delay_clinic() -> Scenario {
    let text = r#"{"formatVersion": 1, "name": "Delays", "startDate": "2026-01-05", "horizonWeeks": 4,
        "groups": [{"id": "all", "name": "Everyone"}],
        "designs": [{"id": "d", "name": "D", "steps": [
          {"id": "in", "name": "In", "work": {"kind": "referrals", "perWeek": 14}},
          {"id": "wait", "name": "Wait", "work": {"kind": "delay", "days": {"kind": "exponential", "mean": 6}}},
          {"id": "out", "name": "Out", "work": {"kind": "outcome", "countsAs": "completed"}}],
          "links": [{"id": "a", "from": "in", "to": "wait"}, {"id": "b", "from": "wait", "to": "out"}]}],
        "options": [{"id": "o", "name": "O", "design": "d"}]}"#;
    first(&pathloom_service::read(text).expect("the text is a document"))
}

fn first(project: &Project) -> Scenario {
    project.scenario(&project.options[0]).expect("the option is whole")
}

fn weekly(measure: WeeklyMeasure, week: u32, half_width: HalfWidth) -> Wish {
    Wish { figure: Figure::Weekly { measure, week }, half_width }
}

#[test]
fn intervals_cover_although_the_end_was_chosen_by_looking() {
    const EXPERIMENTS: u32 = 1_000;
    let clinic = [delay_clinic()];
    let precision = Precision::of(vec![weekly(WeeklyMeasure::OpenReferrals, 4, HalfWidth::Absolute(0.7))]);
    let truth = 12.0 * (1.0 - libm::exp(-28.0 / 6.0));
    let (mut covered, mut made) = (0, 0_usize);
    for experiment in 0..EXPERIMENTS {
        let settings = RunSettings { seed: u64::from(experiment), threads: 1, ..RunSettings::default() };
        let found = run_until(&clinic, &settings, &precision, &AtomicBool::new(false), &mut |_| {})
            .expect("the clinic can be simulated");
        assert_eq!(found.ended, Ended::Reached);
        let values = precision.wishes[0].figure.values(&found.outcomes[0]).expect("it is measured");
        let mean = Mean::of(values);
        assert!(mean.half_width(0.95) <= 0.7);
        made += mean.count;
        covered += u32::from(mean.interval(0.95).holds(truth));
    }
    println!("{covered} of {EXPERIMENTS} covered, {} replications on average", made / EXPERIMENTS as usize);
    // Beyond the first stage on average, so that the looks did decide.
    assert!(made / EXPERIMENTS as usize > 60, "{made}");
    assert!((930..=970).contains(&covered), "{covered} of {EXPERIMENTS}");
}

#[test]
fn several_figures_and_options_are_known_together() {
    let project = samples::small();
    let scenarios: Vec<Scenario> =
        project.options.iter().map(|one| project.scenario(one).expect("it is whole")).collect();
    let precision = Precision::of(vec![
        weekly(WeeklyMeasure::LongestWait, 26, HalfWidth::Absolute(1.5)),
        weekly(WeeklyMeasure::WaitingList, 26, HalfWidth::Percent(10.0)),
    ]);
    let mut looks = 0;
    let settings = RunSettings::default();
    let found = run_until(&scenarios, &settings, &precision, &AtomicBool::new(false), &mut |on_the_way| {
        looks += usize::from(matches!(on_the_way, OnTheWay::Look(_)));
    })
    .expect("it can be simulated");
    assert_eq!((found.ended, found.growth.len()), (Ended::Reached, looks));
    let last = found.growth.last().expect("there was a look");
    assert!(last.worst() <= 1.0 && last.half_widths.len() == 2, "{last:?}");
    assert!((precision.each(2) - 0.9875).abs() < 1e-12, "four intervals share the 5%");
    let whole = run(
        &scenarios[0],
        &RunSettings { replications: 0..last.replications, ..settings },
        &AtomicBool::new(false),
        &mut |_| {},
    );
    let values = |outcomes: &Outcomes| precision.wishes[0].figure.values(outcomes);
    assert!(
        values(&found.outcomes[0]) == values(&whole.expect("it can be simulated")),
        "parts add up to one run"
    );
}

#[test]
fn it_ends_at_the_most_and_when_stopped() {
    let clinic = [delay_clinic()];
    let mut precision =
        Precision::of(vec![weekly(WeeklyMeasure::OpenReferrals, 4, HalfWidth::Absolute(0.001))]);
    precision.most_replications = 100;
    let with = |stop| {
        run_until(&clinic, &RunSettings::default(), &precision, &AtomicBool::new(stop), &mut |_| {})
            .expect("the clinic can be simulated")
    };
    let found = with(false);
    assert_eq!((found.ended, found.outcomes[0].replications.len()), (Ended::AtMost, 100));
    assert_eq!(with(true).ended, Ended::Stopped);
}

#[test]
fn it_ends_when_memory_is_full() {
    let clinics = [delay_clinic(), delay_clinic()];
    let precision = Precision::of(vec![weekly(WeeklyMeasure::OpenReferrals, 4, HalfWidth::Absolute(0.001))]);
    let settings = RunSettings { most_memory_mb: 1, ..RunSettings::default() };
    let found = run_until(&clinics, &settings, &precision, &AtomicBool::new(false), &mut |_| {})
        .expect("the clinic can be simulated");
    assert_eq!(found.ended, Ended::MemoryFull);
    let bytes = |what: &Catalogue| what.weekly.len() * (what.weeks + 1) * 4 + what.horizon.len() * 8;
    let one: usize = found.outcomes.iter().map(|one| bytes(&one.catalogue)).sum();
    let held = found.outcomes[0].replications.len() * one;
    assert!(held <= 1 << 20 && held + one > 1 << 20, "{held} of {} bytes", 1 << 20);
}

#[test]
fn what_cannot_be_reached_is_refused() {
    let clinic = [delay_clinic()];
    let ask = |wish| {
        let settings = RunSettings::default();
        run_until(&clinic, &settings, &Precision::of(vec![wish]), &AtomicBool::new(false), &mut |_| {})
    };
    let nothing = ask(weekly(WeeklyMeasure::OpenReferrals, 4, HalfWidth::Absolute(0.0)));
    assert!(matches!(nothing, Err(PrecisionError::NoWidth { .. })));
    let late = ask(weekly(WeeklyMeasure::OpenReferrals, 40, HalfWidth::Absolute(1.0)));
    assert!(matches!(late, Err(PrecisionError::NotMeasured { .. })));
}

#[test]
fn growth_is_told_at_every_doubling_and_at_the_end() {
    let values: Vec<f64> = (0..50).map(|at| f64::from(at % 2)).collect();
    let found = growth(&values);
    assert_eq!(found.iter().map(|(count, _)| *count).collect::<Vec<_>>(), [10, 20, 40, 50]);
    // Half noughts, half ones: sd = sqrt(n / (4 (n - 1))), and t(0.975, 9) = 2.26216.
    let first = 2.262_157 * (10.0_f64 / 36.0).sqrt() / 10.0_f64.sqrt();
    assert!((found[0].1 - first).abs() < 1e-5, "{found:?}");
    assert!(growth(&[1.0]).is_empty(), "one future says nothing of its spread");
}
