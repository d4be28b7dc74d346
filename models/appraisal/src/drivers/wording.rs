//! What drives the answer, in sentences.

use super::{Drivers, Effect, Spread, Swing, VarianceShare};
use crate::statistics::Interval;
use crate::words::{list, number, percent, quantity, typed};

/// A share of the variance from which an input counts for something; chosen.
const SOMETHING: f64 = 0.05;

/// The whole answer, the most important first.
pub(super) fn sentences(drivers: &Drivers) -> Vec<String> {
    let mut said = Vec::new();
    match &drivers.spread {
        Some(spread) => said.extend(explained(drivers, spread)),
        None if drivers.swings.iter().all(|swing| !swing.input.has_range) => said.push(
            "No figure has a range, so the bands show chance alone and nothing can be said of what explains them; give low and high values to the figures you are unsure of"
                .to_owned(),
        ),
        None => {}
    }
    said.extend(moved(drivers));
    said
}

/// What explains the spread: "… explains most of the spread; … hardly any".
fn explained(drivers: &Drivers, spread: &Spread) -> Vec<String> {
    let what = &drivers.words;
    let counts = |share: &&VarianceShare| share.clear && share.share >= SOMETHING;
    let leading: Vec<&VarianceShare> = spread.shares.iter().filter(counts).take(3).collect();
    let hardly: Vec<String> = spread
        .shares
        .iter()
        .rev()
        .filter(|share| share.interval.high < SOMETHING)
        .take(3)
        .map(|share| share.words.clone())
        .collect();
    let named = |share: &VarianceShare| {
        let Interval { low, high } = share.interval;
        format!("{} ({}, {} to {})", share.words, percent(share.share), percent(low), percent(high))
    };
    let mut sentence = match leading[..] {
        [] => format!("No single uncertain figure explains a twentieth of the spread of the {what}"),
        [most, ..] if most.share >= 0.5 => {
            format!("{} explains most of the spread of the {what}", named(most))
        }
        [one] => format!("{} explains the most of the spread of the {what}", named(one)),
        ref some => {
            let names: Vec<String> = some.iter().map(|share| named(share)).collect();
            format!("{} explain the most of the spread of the {what}", list(&names))
        }
    };
    if !hardly.is_empty() {
        let verb = if hardly.len() == 1 { "explains" } else { "explain" };
        sentence.push_str(&format!("; {} {verb} hardly any", list(&hardly)));
    }
    vec![
        sentence,
        format!(
            "With every figure known to be at its likely value, chance alone would leave {} of the variance ({} to {})",
            percent(spread.chance),
            percent(spread.chance_interval.low),
            percent(spread.chance_interval.high)
        ),
    ]
}

/// What moves the answer most, one at a time, and how much moves nothing.
fn moved(drivers: &Drivers) -> Vec<String> {
    let clear: Vec<&Swing> = drivers.swings.iter().filter(|swing| swing.effect == Effect::Clear).collect();
    let mut said: Vec<String> = clear.iter().take(3).map(|swing| told(drivers, swing)).collect();
    if clear.is_empty() && !drivers.swings.is_empty() {
        said.push(format!(
            "No figure by itself moves the {} in a way that can be told from none",
            drivers.words
        ));
    }
    let count = |effect: Effect| drivers.swings.iter().filter(|swing| swing.effect == effect).count();
    let (unclear, none) = (count(Effect::CannotBeToldFromNone), count(Effect::None));
    if unclear + none > 0 {
        said.push(format!(
            "Of {} figures, {none} {} nothing here, and {unclear} {} an effect that cannot be told from none",
            drivers.swings.len(),
            if none == 1 { "changes" } else { "change" },
            if unclear == 1 { "has" } else { "have" }
        ));
    }
    said
}

fn told(drivers: &Drivers, swing: &Swing) -> String {
    let (input, unit) = (&swing.input, drivers.unit.as_str());
    let Interval { low, high } = swing.interval;
    format!(
        "{}, from {} to {}: the {} goes from {} to {} ({} {}, 95% interval {} to {})",
        input.words,
        typed(input.low),
        typed(input.high),
        drivers.words,
        number(swing.at_low),
        quantity(swing.at_high, unit),
        number(swing.swing.abs()),
        if swing.swing < 0.0 { "less" } else { "more" },
        number(low.abs().min(high.abs())),
        number(low.abs().max(high.abs()))
    )
}
