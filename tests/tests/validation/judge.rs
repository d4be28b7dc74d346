//! The rule by which a figure passes.

use std::collections::BTreeMap;
use std::ops::Range;

use pathloom_tests::measure::{Figures, interval, until};

use crate::case::{Case, Figure, Rule, cases};
use crate::left_out;

/// What answers a case.
pub(crate) enum Answer<'c> {
    /// Figures over replications, from as many as are needed: a batch at a time, at most so many batches.
    Sampled { batch: u32, batches: u32, study: Box<Study<'c>> },
    /// Figures without chance.
    Exact(BTreeMap<String, Vec<f64>>),
}

/// The figures of a range of replications.
pub(crate) type Study<'c> = dyn FnMut(Range<u32>) -> Vec<(String, Vec<f64>)> + 'c;

/// A sampled answer.
pub(crate) fn sampled<'c>(
    batch: u32,
    study: impl FnMut(Range<u32>) -> Vec<(String, Vec<f64>)> + 'c,
) -> Answer<'c> {
    Answer::Sampled { batch, batches: 150, study: Box::new(study) }
}

/// An answer without chance.
pub(crate) fn exact<const N: usize>(figures: [(&str, Vec<f64>); N]) -> Answer<'static> {
    Answer::Exact(figures.into_iter().map(|(name, values)| (name.to_owned(), values)).collect())
}

/// Named figures of a range of replications.
pub(crate) fn named<const N: usize>(figures: [(&str, Vec<f64>); N]) -> Vec<(String, Vec<f64>)> {
    figures.map(|(name, values)| (name.to_owned(), values)).into()
}

/// Holds every case whose name starts so against what is known of it.
pub(crate) fn family(start: &str, answer: impl Fn(&'static Case) -> Answer<'static>) {
    let mut problems = Vec::new();
    let mut held = 0;
    for case in cases().iter().filter(|case| case.id.starts_with(start)) {
        if left_out::of_case(case).is_some() {
            continue;
        }
        let figures: Vec<&Figure> =
            case.figures.iter().filter(|figure| left_out::of(case, figure).is_none()).collect();
        held += figures.len();
        let found = match answer(case) {
            Answer::Exact(found) => compare_exact(case, &figures, &found),
            Answer::Sampled { batch, batches, mut study } => {
                let enough = |found: &Figures| figures.iter().all(|figure| is_narrow(case, figure, found));
                let found = until(batch, batch * batches, &mut *study, &enough);
                figures.iter().filter_map(|figure| compare(case, figure, &found).err()).collect()
            }
        };
        problems
            .extend(found.into_iter().map(|problem| format!("{problem} [{}; {}]", case.tier, case.source)));
    }
    assert!(held > 0, "no case is called {start}…");
    assert!(problems.is_empty(), "{} of {held} figures differ:\n{}", problems.len(), problems.join("\n"));
}

fn allowed(figure: &Figure) -> Option<f64> {
    match figure.rule {
        Rule::Within(tolerance) => Some(tolerance),
        Rule::Relative(share) => Some(share * figure.values[0].abs()),
        Rule::Overlap(..) | Rule::Information => None,
    }
}

fn values<'f>(case: &Case, figure: &Figure, found: &'f Figures) -> &'f [f64] {
    found.get(&figure.metric).unwrap_or_else(|| panic!("{}: nothing answers {}", case.id, figure.metric))
}

fn is_narrow(case: &Case, figure: &Figure, found: &Figures) -> bool {
    let ours = interval(&format!("{} {}", case.id, figure.metric), values(case, figure, found), 0.95);
    allowed(figure).is_none_or(|allowed| ours.half_width <= allowed / 2.0)
}

fn compare(case: &Case, figure: &Figure, found: &Figures) -> Result<(), String> {
    let values = values(case, figure, found);
    let what = format!("{} {} ({})", case.id, figure.metric, figure.kind);
    let ours = interval(&what, values, 0.95);
    let theirs = figure.values[0];
    let passed = match (figure.rule, allowed(figure)) {
        (Rule::Overlap(low, high), _) => ours.lower() <= high && low <= ours.upper(),
        (_, Some(allowed)) => (ours.mean - theirs).abs() <= allowed && ours.half_width <= allowed / 2.0,
        _ => true,
    };
    if passed {
        return Ok(());
    }
    let n = values.len();
    Err(format!("{what}: {theirs}, {:?}; ours {:.6} +- {:.6} ({n})", figure.rule, ours.mean, ours.half_width))
}

fn compare_exact(case: &Case, figures: &[&Figure], found: &BTreeMap<String, Vec<f64>>) -> Vec<String> {
    let mut problems = Vec::new();
    for figure in figures {
        let Some(ours) = found.get(&figure.metric) else {
            problems.push(format!("{}: nothing answers {}", case.id, figure.metric));
            continue;
        };
        let near = |(ours, theirs): (&f64, &f64)| match figure.rule {
            Rule::Within(tolerance) => (ours - theirs).abs() <= tolerance,
            Rule::Relative(share) => (ours - theirs).abs() <= share * theirs.abs(),
            Rule::Overlap(..) | Rule::Information => true,
        };
        if ours.len() != figure.values.len() || !ours.iter().zip(&figure.values).all(near) {
            problems.push(format!("{} {}: {:?}; ours {ours:?}", case.id, figure.metric, figure.values));
        }
    }
    problems
}
