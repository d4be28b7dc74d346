//! What is said of a column and its shapes.

use super::column::Column;
use super::family::Family;
use super::{ShapeFit, ShapeQuestion, ShapeStanding};
use crate::words::{list, percent, quantity, typed};

/// Values below which a test sees gross departures alone; chosen.
const FEW: usize = 50;

pub(super) const METHOD: &str = "Maximum likelihood; values that look rounded stand for everything that rounds to them (Heitjan 1989). In order of AICc \
     (Hurvich and Tsai 1989), shapes within 2 of the best not told apart (Burnham and Anderson 2002). Whether a shape fits: the \
     Anderson-Darling statistic, held against up to 499 samples drawn from the fitted shape and fitted again (Stute and others \
     1993; Besag and Clifford 1991), from a fixed seed. Ranges are 95% intervals.";

/// `Own record: 214 values of time with the person, 5 to 120 min`.
pub(super) fn source(column: &Column, question: &ShapeQuestion) -> String {
    let of = if question.what.is_empty() { String::new() } else { format!(" of {}", question.what) };
    format!("Own record: {} values{of}, {}", typed(column.len() as f64), between(column, question))
}

/// `Gamma fitted by maximum likelihood to values rounded to 5; Anderson-Darling, chance 0.42; range is the 95% interval`.
pub(super) fn reason(family: Family, column: &Column, chance: f64) -> String {
    let rounded = column.rounded_to().map_or_else(String::new, |step| format!(" rounded to {}", typed(step)));
    format!(
        "{} fitted by maximum likelihood to values{rounded}; Anderson-Darling, chance {}; range is the 95% interval",
        upper_first(family.name()),
        chance_words(chance)
    )
}

/// `fits well: of samples drawn from it, 42% differ from it as much or more`.
pub(super) fn standing(standing: ShapeStanding, chance: f64, gap: f64) -> String {
    let samples = format!("{} of samples drawn from it differ from it as much", percent(chance));
    let most = format!("at most {} of people lie elsewhere", percent(gap));
    match standing {
        ShapeStanding::Well => format!("fits well: {samples}"),
        ShapeStanding::Nearly => format!("fits nearly: only {samples}, but {most}"),
        ShapeStanding::Poorly => {
            format!("fits poorly: only {samples}, and up to {} of people lie elsewhere", percent(gap))
        }
    }
}

/// Everything that is said of the whole.
pub(super) fn findings(
    column: &Column,
    fits: &[ShapeFit],
    question: &ShapeQuestion,
    notes: Vec<String>,
) -> Vec<String> {
    let mut findings = vec![summary(column, question)];
    findings.extend(column.rounded_to().map(|step| {
        let step = unit(step, question);
        format!("They look rounded to {step}, so each stands for everything that rounds to it.")
    }));
    if let [best, rest @ ..] = fits {
        findings.push(order(best, rest));
        findings.push(format!("{} {}.", upper_first(&best.name), best.words));
        if fits.iter().all(|fit| fit.standing == ShapeStanding::Poorly) {
            findings.push(NONE_FITS.to_owned());
        }
    }
    if column.len() < FEW {
        findings.push(format!(
            "With {} values only large departures from a shape can be seen: the order of shapes may well be chance.",
            column.len()
        ));
    }
    findings.extend(notes);
    findings
}

const NONE_FITS: &str = "None of these shapes fits. There may be two kinds of people in the column: enter each as a share of its own, or give \
     the counted values themselves, or a low, likely and high value.";

fn summary(column: &Column, question: &ShapeQuestion) -> String {
    format!(
        "{} values, {}: on average {}, give or take {}.",
        typed(column.len() as f64),
        between(column, question),
        unit(figures(column.mean()), question),
        typed(figures(column.sd()))
    )
}

fn order(best: &ShapeFit, rest: &[ShapeFit]) -> String {
    let even: Vec<String> = rest.iter().filter(|fit| fit.is_even).map(|fit| fit.name.clone()).collect();
    let name = upper_first(&best.name);
    match &even[..] {
        [] => format!("{name} comes first, clearly before the others."),
        some => format!("{name} comes first; {} cannot be told apart from it by this column.", list(some)),
    }
}

pub(super) fn normal_left_out(below: f64) -> String {
    format!("A bell curve (normal) is left out: {} of it would lie below nought.", percent(below))
}

fn between(column: &Column, question: &ShapeQuestion) -> String {
    let values = column.sorted();
    let (least, most) = (values[0], values[values.len() - 1]);
    format!("{} to {}", typed(least), unit(most, question))
}

fn unit(value: f64, question: &ShapeQuestion) -> String {
    match question.unit.as_str() {
        "" => typed(value),
        "weeks" => quantity(value, "weeks"),
        unit => format!("{} {unit}", typed(value)),
    }
}

/// To three figures: what follows is a sentence.
fn figures(value: f64) -> f64 {
    let scale = libm::pow(10.0, (2.0 - libm::floor(libm::log10(value.abs().max(1e-9)))).max(0.0));
    (value * scale).round() / scale
}

/// `0.42`, `under 0.01`.
fn chance_words(chance: f64) -> String {
    if chance < 0.01 { "under 0.01".to_owned() } else { format!("{chance:.2}") }
}

fn upper_first(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
