//! What was learnt from a history, in sentences.

use super::{Confusion, Fit, Fitted, Learned};
use crate::words::number;

/// The answer, the warnings, and what was assumed.
pub(super) fn sentences(fit: &Fit) -> Vec<String> {
    let mut said: Vec<String> = Vec::new();
    if !fit.explains {
        said.push(format!(
            "No values within these limits give this history: the {} that was counted strays further from the futures with the best values than chance would have it. Widen the limits, or look for something that the pathway leaves out",
            fit.words
        ));
    }
    said.extend(fit.figures.iter().map(one));
    said.extend(fit.confusions.iter().map(|pair| confused(fit, pair)));
    said.extend(fit.assumed.iter().cloned());
    said
}

fn one(fitted: &Fitted) -> String {
    let (low, high) = (number(fitted.range.low), number(fitted.range.high));
    let (from, to) = (number(fitted.limits.low), number(fitted.limits.high));
    match fitted.learned {
        Learned::Much => {
            format!(
                "{}: about {}, nine times in ten between {low} and {high}",
                fitted.words,
                number(fitted.middle)
            )
        }
        Learned::Something => format!(
            "{}: about {}, nine times in ten between {low} and {high}; the limits were {from} and {to}",
            fitted.words,
            number(fitted.middle)
        ),
        Learned::Nothing => format!(
            "{}: the history says next to nothing about it; anything from {low} to {high} goes with what was counted",
            fitted.words
        ),
    }
}

fn confused(fit: &Fit, pair: &Confusion) -> String {
    let words = |place: &str| {
        let found = fit.figures.iter().find(|figure| figure.place == place);
        found.map_or_else(|| place.to_owned(), |figure| figure.words.clone())
    };
    let direction = if pair.correlation > 0.0 { "more" } else { "less" };
    format!(
        "The history cannot tell {} and {} apart: more of the one with {direction} of the other gives the same line, so count one of them and fit the other",
        words(&pair.one),
        words(&pair.other)
    )
}
