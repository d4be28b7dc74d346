//! Records made with known figures give them back, as often as their intervals say.

use jiff::civil::date;
use pathloom_service::Estimate;
use rand::rngs::Xoshiro256PlusPlus;
use rand::{RngExt, SeedableRng};

use super::*;

const START: Date = date(2026, 1, 5);

/// Weights of the months: schools are closed in August and busy in autumn. Their mean is 100.
const MONTHS: [f64; 12] = [105.0, 100.0, 110.0, 85.0, 100.0, 105.0, 90.0, 55.0, 130.0, 120.0, 115.0, 85.0];

/// How the records of a test are made.
struct Truth {
    per_week: f64,
    growth_percent: f64,
    months: [f64; 12],
    variance_to_mean: f64,
    years: i32,
    is_monthly: bool,
}

impl Truth {
    /// The rate of a day, as the engine has it.
    fn per_day(&self, on: Date) -> f64 {
        let years = f64::from((on - START).get_days()) / 365.25;
        let growth = libm::exp(libm::log1p(self.growth_percent / 100.0) * years);
        self.per_week / 7.0 * growth * self.months[on.month() as usize - 1] / 100.0
    }

    fn record(&self, seed: u64) -> Vec<PeriodCount> {
        let mut random = Xoshiro256PlusPlus::seed_from_u64(seed);
        let mut from = START.saturating_sub(self.years.years());
        if self.is_monthly {
            from = from.first_of_month();
        }
        let mut record = Vec::new();
        loop {
            let days = if self.is_monthly { i64::from(from.days_in_month()) } else { 7 };
            let end = from.saturating_add(days.days());
            if end > START {
                return record;
            }
            let mean: f64 = (0..days).map(|day| self.per_day(from.saturating_add(day.days()))).sum();
            let count = drawn(mean, self.variance_to_mean, random.random());
            record.push(PeriodCount { from, days: days as u32, count });
            from = end;
        }
    }
}

/// A negative binomial number (Poisson at a variance of one mean) by going up its probabilities until a share is reached.
fn drawn(mean: f64, variance_to_mean: f64, share: f64) -> u32 {
    let v = variance_to_mean;
    let mut chance = if v > 1.0 { libm::pow(1.0 / v, mean / (v - 1.0)) } else { libm::exp(-mean) };
    let (mut below, mut count) = (chance, 0_u32);
    while below < share && count < 100_000 {
        let k = f64::from(count);
        chance *=
            if v > 1.0 { (mean / (v - 1.0) + k) / (k + 1.0) * (1.0 - 1.0 / v) } else { mean / (k + 1.0) };
        below += chance;
        count += 1;
    }
    count
}

fn holds(estimate: &Estimate, value: f64) -> bool {
    estimate.range.is_some_and(|(low, high)| low <= value && value <= high)
}

/// Of so many records, how many intervals hold the rate, the growth, the weights of August and September, and the spread.
fn coverage(truth: &Truth, records: u64) -> [usize; 5] {
    let mut held = [0; 5];
    for seed in 0..records {
        let fit = fit_history(&truth.record(seed), START).expect("a long record");
        let growth = fit.growth_percent_per_year.as_ref().is_some_and(|one| holds(one, truth.growth_percent));
        let month = |at: usize| fit.month_profile.get(at).is_some_and(|one| holds(one, truth.months[at]));
        let spread = match &fit.variance_to_mean {
            Some(one) => holds(one, truth.variance_to_mean),
            None => truth.variance_to_mean == 1.0,
        };
        let all = [holds(&fit.per_week, truth.per_week), growth, month(7), month(8), spread];
        for (held, is_held) in held.iter_mut().zip(all) {
            *held += usize::from(is_held);
        }
    }
    held
}

/// 99.9% of the counts that 400 intervals of 95% would give lie in here (binomial).
const OF_400: std::ops::RangeInclusive<usize> = 365..=393;

#[test]
fn weekly_records_give_back_what_they_were_made_with() {
    let truth = Truth {
        per_week: 23.0,
        growth_percent: 8.0,
        months: MONTHS,
        variance_to_mean: 2.0,
        years: 3,
        is_monthly: false,
    };
    let held = coverage(&truth, 400);
    assert!(held.iter().all(|count| OF_400.contains(count)), "{held:?}");
}

#[test]
fn monthly_records_give_back_what_they_were_made_with() {
    let truth = Truth {
        per_week: 9.0,
        growth_percent: -6.0,
        months: MONTHS,
        variance_to_mean: 2.0,
        years: 5,
        is_monthly: true,
    };
    let [rate, growth, august, september, _] = coverage(&truth, 400);
    for count in [rate, growth, august, september] {
        assert!(OF_400.contains(&count), "{rate} {growth} {august} {september}");
    }
}

#[test]
fn small_services_are_fitted_as_well() {
    let truth = Truth {
        per_week: 3.0,
        growth_percent: 0.0,
        months: MONTHS,
        variance_to_mean: 1.5,
        years: 4,
        is_monthly: false,
    };
    let [rate, growth, ..] = coverage(&truth, 400);
    assert!(OF_400.contains(&rate) && OF_400.contains(&growth), "{rate} {growth}");
}

#[test]
fn chance_alone_is_seldom_taken_for_a_season_or_for_busy_weeks() {
    let truth = Truth {
        per_week: 20.0,
        growth_percent: 0.0,
        months: [100.0; 12],
        variance_to_mean: 1.0,
        years: 2,
        is_monthly: false,
    };
    let fits: Vec<HistoryFit> =
        (0..400).map(|seed| fit_history(&truth.record(seed), START).expect("two years")).collect();
    let seasons = fits.iter().filter(|fit| !fit.month_profile.is_empty()).count();
    let spreads = fits.iter().filter(|fit| fit.variance_to_mean.is_some()).count();
    // 5% of 400 are 20, and 2.5% are 10; 99.9% of the counts that give these chances are below (binomial).
    assert!(seasons <= 35, "{seasons} seasons");
    assert!(spreads <= 22, "{spreads} records with busy weeks");
}

#[test]
fn a_year_gives_a_rate_and_says_why_there_is_no_more() {
    let truth = Truth {
        per_week: 12.0,
        growth_percent: 0.0,
        months: [100.0; 12],
        variance_to_mean: 1.0,
        years: 1,
        is_monthly: false,
    };
    let fit = fit_history(&truth.record(3), START).expect("a year");
    assert!(fit.growth_percent_per_year.is_none() && fit.month_profile.is_empty());
    assert!(fit.findings[1].starts_with("The record is shorter than two years"), "{:?}", fit.findings);
    assert_eq!(fit.course.len(), 52);
    let evidence = fit.per_week.evidence.expect("evidence");
    assert!(
        evidence.source.starts_with("Own record: ")
            && evidence.source.ends_with("5 January 2025 to 3 January 2026")
    );
}

#[test]
fn a_level_record_is_its_mean_with_the_interval_of_a_mean() {
    // 26 weeks of 8 and 26 of 12: mean 10, Pearson's statistic 52 * 4 / 10 over 51.
    let record: Vec<PeriodCount> = (0..52)
        .map(|week| PeriodCount {
            from: date(2025, 1, 6).saturating_add((7 * week).days()),
            days: 7,
            count: [8, 12][week as usize % 2],
        })
        .collect();
    let fit = fit_history(&record, START).expect("a year");
    let (low, high) = fit.per_week.range.expect("a range");
    // Less spread than chance has: the interval is Poisson's, 10 * exp(-+ 2.0076 / sqrt(520)).
    assert!((fit.per_week.likely - 10.0).abs() < 1e-9, "{:?}", fit.per_week);
    assert!((low - 9.157).abs() < 0.001 && (high - 10.92).abs() < 0.001, "{low} {high}");
}

#[test]
fn gaps_are_unknown_and_not_nought() {
    let truth = Truth {
        per_week: 20.0,
        growth_percent: 0.0,
        months: [100.0; 12],
        variance_to_mean: 1.0,
        years: 3,
        is_monthly: false,
    };
    let mut record = truth.record(5);
    let whole = fit_history(&record, START).expect("three years").per_week.likely;
    record.drain(40..60);
    let gapped = fit_history(&record, START).expect("nearly three years").per_week.likely;
    assert!((whole / gapped - 1.0).abs() < 0.05, "{whole} {gapped}");
}

#[test]
fn a_month_without_anybody_is_named() {
    let months = {
        let mut months = MONTHS;
        months[7] = 0.0;
        months
    };
    let truth = Truth {
        per_week: 9.0,
        growth_percent: 0.0,
        months,
        variance_to_mean: 1.0,
        years: 3,
        is_monthly: true,
    };
    let fit = fit_history(&truth.record(1), START).expect("three years");
    assert!(
        fit.findings.iter().any(|one| one.starts_with("No referral of the record is for certain in August")),
        "{:?}",
        fit.findings
    );
}

#[test]
fn records_of_nothing_are_refused() {
    let period = PeriodCount { from: START, days: 7, count: 0 };
    assert_eq!(fit_history(&[], START), Err(HistoryError::TooShort { periods: 0 }));
    assert_eq!(fit_history(&[period; 20], START), Err(HistoryError::Empty));
    assert_eq!(
        fit_history(&[PeriodCount { days: 0, count: 1, ..period }; 20], START),
        Err(HistoryError::NoDays)
    );
    assert_eq!(fit_history(&[period; 3_000], START), Err(HistoryError::TooLong { periods: 3_000 }));
}

/// One slip of the year must not make a service that hardly anybody was referred to out of a busy one.
#[test]
fn a_year_on_end_without_anybody_is_refused() {
    let mut dates: Vec<Date> = (0..200).map(|day| date(2025, 1, 6).saturating_add(day.days())).collect();
    assert!(fit_history(&whole_weeks(&dates), START).is_ok());
    dates.push(date(1995, 4, 6));
    let error = fit_history(&whole_weeks(&dates), START).expect_err("a slip of thirty years");
    assert_eq!(error, HistoryError::LongGap { weeks: 1_552 });
    assert_eq!(
        error.to_string(),
        "nobody was referred for 1552 weeks on end: is a date before or after them wrong?"
    );
    let closed = |weeks: i64| -> Vec<PeriodCount> {
        let of = |week: i64| PeriodCount {
            from: date(2023, 1, 2).saturating_add((7 * week).days()),
            days: 7,
            count: if (20..20 + weeks).contains(&week) { 0 } else { 5 },
        };
        (0..156).map(of).collect()
    };
    assert!(fit_history(&closed(51), START).is_ok(), "a service that was closed for less than a year");
    assert_eq!(fit_history(&closed(52), START), Err(HistoryError::LongGap { weeks: 52 }));
}

const NO_SEASON: &str = "The season could not be worked out from this record: enter it by hand.";

#[test]
fn a_season_that_cannot_be_worked_out_is_left_out_and_said() {
    // Fifteen months over more than two years: every month is there, but hardly twice.
    let few: Vec<PeriodCount> = (0..12)
        .chain(24..27)
        .map(|month| date(2023, 1, 1).saturating_add(month.months()))
        .map(|from| PeriodCount { from, days: from.days_in_month() as u32, count: 40 + from.month() as u32 })
        .collect();
    // One referral in a week, every other week of a spring and of an autumn two years later: season and growth are the same.
    let monday = |from: Date, week: i64| from.saturating_add((14 * week).days());
    let apart: Vec<PeriodCount> = (0..13)
        .map(|week| monday(date(2023, 1, 2), week))
        .chain((0..13).map(|week| monday(date(2025, 6, 30), week)))
        .map(|from| PeriodCount { from, days: 7, count: 1 })
        .collect();
    for record in [few, apart] {
        let fit = fit_history(&record, START).expect("a rate and a growth");
        assert!(fit.findings.iter().any(|one| one == NO_SEASON), "{:?}", fit.findings);
        assert!(fit.growth_percent_per_year.is_some() && fit.month_profile.is_empty());
    }
}

/// Weeks across the ends of an empty month hold people of its neighbours.
#[test]
fn a_service_that_closes_for_august_is_told_that_august_is_empty() {
    let mut months = MONTHS;
    months[7] = 0.0;
    let truth = Truth {
        per_week: 20.0,
        growth_percent: 0.0,
        months,
        variance_to_mean: 1.0,
        years: 3,
        is_monthly: false,
    };
    let fit = fit_history(&truth.record(3), START).expect("three years");
    assert!(
        fit.findings.iter().any(|one| one.starts_with("No referral of the record is for certain in August")),
        "{:?}",
        fit.findings
    );
    let spread = fit.variance_to_mean.and_then(|one| one.range).expect("the empty weeks");
    assert!(spread.0 < spread.1, "{spread:?}");
}

#[test]
fn a_record_that_no_growth_goes_with_says_so() {
    let weeks = (0..7).map(|week| 7 * week).chain([1_106]);
    let record: Vec<PeriodCount> = weeks
        .map(|day| PeriodCount {
            from: date(2023, 1, 2).saturating_add(day.days()),
            days: 7,
            count: if day == 1_106 { 9 } else { 0 },
        })
        .collect();
    let error = fit_history(&record, START).expect_err("all came in the last week");
    assert_eq!(error, HistoryError::NoFit);
    assert_eq!(error.to_string(), "the record is too uneven for a growth or season to be worked out");
}

#[test]
fn single_dates_become_whole_weeks() {
    // From a Wednesday to a Tuesday: the week of neither is whole.
    let dates =
        [date(2025, 1, 8), date(2025, 1, 13), date(2025, 1, 19), date(2025, 1, 20), date(2025, 1, 28)];
    let weeks = whole_weeks(&dates);
    let counts: Vec<(Date, u32)> = weeks.iter().map(|week| (week.from, week.count)).collect();
    assert_eq!(counts, [(date(2025, 1, 13), 2), (date(2025, 1, 20), 1)]);
    assert!(whole_weeks(&[]).is_empty() && whole_weeks(&[START]).is_empty());
}
