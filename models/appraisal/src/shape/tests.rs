//! Columns made with known figures give them back as often as their intervals say, and true shapes are seldom refused.

use rand::SeedableRng;
use rand::rngs::Xoshiro256PlusPlus;

use super::family::Law;
use super::*;

fn question() -> ShapeQuestion {
    ShapeQuestion { what: "time with the person".to_owned(), unit: "min".to_owned() }
}

/// Figures with which every shape is one that contact times might have, and none is all but another: a bell with a third of its
/// mean as standard deviation is nearly a Weibull of shape 3.3.
fn truth(family: Family) -> [f64; 2] {
    match family {
        Family::Weibull => [45.0, 1.6],
        Family::Normal => [45.0, 7.0],
        _ => [45.0, 15.0],
    }
}

fn drawn(family: Family, values: usize, seed: u64) -> Vec<f64> {
    let law = Law::new(family, truth(family));
    let mut random = Xoshiro256PlusPlus::seed_from_u64(seed);
    (0..values).map(|_| law.draw(&mut random)).filter(|value| *value > 0.0).collect()
}

fn rounded_to(step: f64, values: Vec<f64>) -> Vec<f64> {
    values.into_iter().map(|value| (value / step).round().max(1.0) * step).collect()
}

/// Of 400 columns, how many 95% intervals hold the mean, and the standard deviation or Weibull's shape.
fn coverage(family: Family, values: usize, step: Option<f64>) -> [usize; 2] {
    let mut held = [0; 2];
    for seed in 0..400 {
        let values = drawn(family, values, seed);
        let values = match step {
            Some(step) => rounded_to(step, values),
            None => values,
        };
        let fit = likelihood::fit(&Column::new(&values), family);
        let ranges = fit.ranges.expect("a likelihood with a top");
        for at in 0..2 {
            let (low, high) = ranges[at];
            held[at] += usize::from(low <= truth(family)[at] && truth(family)[at] <= high);
        }
    }
    held
}

/// 365 to 393 of 400 are 99.9% of a binomial number at 95%.
const HELD: std::ops::RangeInclusive<usize> = 365..=393;

#[test]
fn intervals_hold_the_true_figures_as_often_as_they_say() {
    for family in Family::ALL {
        for (values, step) in [(150, None), (150, Some(10.0))] {
            let held = coverage(family, values, step);
            let seen = &held[..family.figures()];
            assert!(seen.iter().all(|held| HELD.contains(held)), "{family:?}, {step:?}: {held:?}");
        }
    }
}

#[test]
fn estimates_are_at_the_top_of_the_likelihood() {
    // Exponential: the mean. Normal and lognormal: by their formulas. Gamma and Weibull: no step aside is higher.
    let values = drawn(Family::Gamma, 300, 7);
    let column = Column::new(&values);
    let mean = values.iter().sum::<f64>() / 300.0;
    assert!((likelihood::fit(&column, Family::Exponential).figures[0] - mean).abs() < 1e-9);
    for family in Family::ALL {
        let fit = likelihood::fit(&column, family);
        let top = -fit.aicc;
        for (mean, spread) in [(1.01, 1.0), (0.99, 1.0), (1.0, 1.01), (1.0, 0.99)] {
            let aside = Law::new(family, [fit.figures[0] * mean, fit.figures[1] * spread]);
            let height: f64 = values.iter().map(|value| aside.log_density(*value)).sum();
            let k = family.figures() as f64;
            let aside = 2.0 * height - 2.0 * k - 2.0 * k * (k + 1.0) / (300.0 - k - 1.0);
            assert!(aside <= top + 1e-9, "{family:?}: {aside} above {top}");
        }
    }
}

#[test]
fn densities_are_the_slopes_of_shares_and_quantiles_undo_them() {
    for family in Family::ALL {
        let law = Law::new(family, truth(family));
        for x in [25.0, 38.0, 45.0, 60.0] {
            let slope = (law.cdf(x + 1e-4) - law.cdf(x - 1e-4)) / 2e-4;
            let density = libm::exp(law.log_density(x));
            assert!((slope / density - 1.0).abs() < 1e-5, "{family:?} at {x}: {slope} {density}");
            assert!((law.quantile(law.cdf(x)) - x).abs() < 1e-6, "{family:?} at {x}");
        }
    }
}

#[test]
fn a_gamma_of_a_large_shape_goes_over_into_its_approximation() {
    // Either side of the shape at which the share is worked out in another way: mean 45, standard deviation 0.45.
    for x in [44.0, 44.6, 45.0, 45.3, 46.0] {
        let [exact, near] = [0.450_01, 0.449_99].map(|sd| Law::new(Family::Gamma, [45.0, sd]).cdf(x));
        assert!((exact - near).abs() < 1e-4, "{x}: {exact} {near}");
    }
}

#[test]
fn laws_have_the_mean_and_spread_of_their_names() {
    for family in [Family::Gamma, Family::Lognormal, Family::Normal, Family::Weibull, Family::Exponential] {
        let law = Law::new(family, truth(family));
        let mut random = Xoshiro256PlusPlus::seed_from_u64(11);
        let mean = crate::statistics::Mean::of((0..40_000).map(|_| law.draw(&mut random)));
        // 99.9% of a normal mean of 40,000.
        assert!((mean.mean - 45.0).abs() < 3.29 * mean.sd / 200.0, "{family:?}: {mean:?}");
        if family != Family::Exponential && family != Family::Weibull {
            assert!((mean.sd / truth(family)[1] - 1.0).abs() < 0.03, "{family:?}: {mean:?}");
        }
    }
}

/// Of 200 columns of a shape, how many are told apart from it at 5%.
fn refused(family: Family, step: Option<f64>) -> usize {
    let refused = |seed: u64| {
        let values = drawn(family, 80, 10_000 + seed);
        let values = match step {
            Some(step) => rounded_to(step, values),
            None => values,
        };
        let column = Column::new(&values);
        goodness::chance(&column, &likelihood::fit(&column, family)) < LEVEL
    };
    (0..200).filter(|seed| refused(*seed)).count()
}

#[test]
fn a_true_shape_is_refused_about_as_often_as_the_level_says() {
    for (family, step) in [
        (Family::Gamma, None),
        (Family::Lognormal, None),
        (Family::Weibull, None),
        (Family::Exponential, None),
        (Family::Gamma, Some(5.0)),
        (Family::Lognormal, Some(15.0)),
    ] {
        let count = refused(family, step);
        // 99.9% of a binomial number of 200 at 5% lies in 2 to 22.
        assert!((2..=22).contains(&count), "{family:?}, {step:?}: {count} of 200");
    }
}

#[test]
fn the_true_shape_comes_first_or_even_with_it_and_a_wrong_one_is_refused() {
    for family in [Family::Exponential, Family::Gamma, Family::Lognormal, Family::Normal] {
        let name = family.name();
        let first = (0..40)
            .filter(|seed| {
                let column = Column::new(&drawn(family, 400, 500 + seed));
                let aicc = |family| likelihood::fit(&column, family).aicc;
                let best = Family::ALL.map(aicc).into_iter().fold(f64::INFINITY, f64::min);
                aicc(family) - best <= EVEN
            })
            .count();
        // Within 2 of the best, a true shape with as many figures is about as often as a chi-squared number stays small.
        assert!(first >= 32, "{name}: {first} of 40");
    }
    let fits = fit_shapes(&drawn(Family::Lognormal, 400, 3), &question()).expect("enough").fits;
    let exponential = fits.iter().find(|fit| fit.name == "exponential").expect("it is always fitted");
    assert_eq!(exponential.standing, ShapeStanding::Poorly, "{}", exponential.words);
    assert!(exponential.chance < 0.01);
}

#[test]
fn what_people_rounded_is_taken_as_rounded() {
    let exact = drawn(Family::Lognormal, 214, 21);
    let rounded = fit_shapes(&rounded_to(5.0, exact.clone()), &question()).expect("enough values");
    assert_eq!(rounded.rounded_to, Some(5.0));
    assert_eq!(fit_shapes(&exact, &question()).expect("enough values").rounded_to, None);
    assert_eq!(rounded.fits[0].standing, ShapeStanding::Well, "{:?}", rounded.findings);
    assert!(rounded.bars.iter().all(|bar| (bar.to - bar.from) % 5.0 == 0.0), "{:?}", rounded.bars);
    // Three quarters are rounded to 5, the others to the minute: all are put to 5, none is thought more exact than the rest.
    let heaped: Vec<f64> = exact
        .iter()
        .enumerate()
        .map(|(at, value)| if at % 4 == 0 { value.round() } else { (value / 5.0).round() * 5.0 })
        .collect();
    assert_eq!(fit_shapes(&heaped, &question()).expect("enough values").rounded_to, Some(5.0));
    // Minutes of a stopwatch are not.
    let to_the_minute = fit_shapes(&rounded_to(1.0, exact), &question()).expect("enough values");
    assert_eq!(to_the_minute.rounded_to, Some(1.0));
}

#[test]
fn the_answer_can_go_into_the_document_with_its_evidence() {
    let values = rounded_to(5.0, drawn(Family::Gamma, 214, 5));
    let fits = fit_shapes(&values, &question()).expect("enough values");
    let Some(Distribution::Gamma(spread)) =
        fits.fits.iter().find(|fit| fit.name == "gamma").map(|fit| fit.distribution.clone())
    else {
        panic!("a gamma: {fits:?}");
    };
    let evidence = spread.mean.evidence.expect("a source");
    assert!(
        evidence.source.starts_with("Own record: 214 values of time with the person, "),
        "{}",
        evidence.source
    );
    assert!(evidence.source.ends_with(" min"), "{}", evidence.source);
    assert_eq!(evidence.label, EvidenceLabel::Measured);
    let (low, high) = spread.mean.range.expect("an interval");
    assert!(low < spread.mean.likely && spread.mean.likely < high);
    assert_eq!(fits.bars.iter().map(|bar| bar.count).sum::<u32>(), 214);
    // What the curve expects over bars side by side is about everybody.
    let width = fits.bars[0].to - fits.bars[0].from;
    let curve = &fits.fits[0].curve;
    let under: f64 = curve.windows(2).map(|two| (two[1].x - two[0].x) * (two[0].y + two[1].y) / 2.0).sum();
    assert!((under / width / 214.0 - 1.0).abs() < 0.03, "{under} {width}");
}

#[test]
fn the_same_values_in_another_order_give_the_same_answer() {
    let values = drawn(Family::Weibull, 120, 9);
    let reversed: Vec<f64> = values.iter().rev().copied().collect();
    assert_eq!(fit_shapes(&values, &question()), fit_shapes(&reversed, &question()));
}

#[test]
fn many_values_are_put_into_narrow_groups_that_change_next_to_nothing() {
    let values = drawn(Family::Gamma, 2_500, 31);
    let fits = fit_shapes(&values, &question()).expect("enough values");
    assert_eq!(fits.rounded_to, None, "the groups are there for speed");
    let grouped = likelihood::fit(&Column::new(&values), Family::Gamma).figures;
    let mean = values.iter().sum::<f64>() / 2_500.0;
    assert!((grouped[0] / mean - 1.0).abs() < 1e-3, "{grouped:?} {mean}");
}

#[test]
fn what_cannot_be_told_is_said() {
    let told =
        |values: &[f64]| fit_shapes(values, &question()).map(|_| ()).map_err(|error| error.to_string());
    let error = told(&[30.0; 5]).expect_err("too few");
    assert!(error.contains("there are 5 values; 20 are the fewest"), "{error}");
    assert!(told(&[30.0; 40]).expect_err("all the same").contains("1 different number only"));
    let mut two = vec![30.0; 40];
    two[0] = 60.0;
    assert!(told(&two).expect_err("two kinds").contains("2 different numbers only"));
    for wrong in [0.0, -3.0, f64::NAN, f64::INFINITY] {
        let mut values = drawn(Family::Gamma, 40, 1);
        values[7] = wrong;
        assert!(told(&values).is_err(), "{wrong}");
    }
    assert!(told(&vec![1.0; 50_001]).expect_err("too many").contains("more than 50000"));
}

#[test]
fn wild_but_lawful_columns_give_figures_that_are_numbers() {
    let mut spread_out: Vec<f64> = (0..40).map(|at| libm::pow(10.0, f64::from(at) / 4.0)).collect();
    spread_out[0] = 1e-6;
    let alike: Vec<f64> = (0..40).map(|at| 45.0 + f64::from(at % 3) * 1e-3).collect();
    let tiny: Vec<f64> = (1..40).map(|at| f64::from(at) * 1e-5).collect();
    for values in [spread_out, alike, tiny] {
        let fits = fit_shapes(&values, &question()).expect("three kinds or more");
        assert!(!fits.fits.is_empty());
        for fit in &fits.fits {
            assert!(fit.chance > 0.0 && fit.chance <= 1.0 && fit.behind.is_finite(), "{fit:?}");
            assert!(fit.against.iter().all(|point| point.x.is_finite() && point.y.is_finite()), "{fit:?}");
        }
    }
}
