//! Parameters of distributions and counts that do not go together.

use super::findings::{At, Findings};
use super::rules::rule_of;
use super::words::{label, number};
use crate::distribution::{Count, Distribution, Spread};
use crate::estimate::Estimate;
use crate::step::{Step, Work};

/// How far shares may be from 100 `[%]`: people type two decimals.
pub(super) const SHARE_TOLERANCE: f64 = 0.01;

/// How many times the mean a standard deviation may be: chosen, far above any duration.
const WIDEST: f64 = 1_000.0;

/// The distributions of a step, each with its field.
pub(super) fn of(step: &Step) -> Vec<(&'static str, &Distribution)> {
    let mut found = match &step.work {
        Work::Contacts(contacts) => vec![("work/faceToFaceMinutes", &contacts.face_to_face_minutes)],
        Work::Places(places) => vec![("work/stayDays", &places.stay_days)],
        Work::Delay(delay) => vec![("work/days", &delay.days)],
        Work::Outcome(outcome) => {
            outcome.returns.iter().map(|returns| ("work/returns/afterWeeks", &returns.after_weeks)).collect()
        }
        Work::Referrals(_) | Work::Split | Work::Group(_) | Work::UniversalOffer(_) => Vec::new(),
    };
    if let Some(days) = step.start().and_then(|start| start.in_treatment.as_ref()?.days_left.as_ref()) {
        found.push(("work/start/inTreatment/daysLeft", days));
    }
    found
}

/// The distributions and counts of a step.
pub(super) fn step(at: &At, step: &Step, findings: &mut Findings) {
    let subject = label(&step.name, &step.id);
    for (field, value) in of(step) {
        distribution(&at.field(field), &subject, value, findings);
    }
    if let Work::Contacts(contacts) = &step.work {
        count(&at.field("work/contactsPerPerson"), &subject, &contacts.contacts_per_person, findings);
    }
    if let Some(treatment) = step.start().and_then(|start| start.in_treatment.as_ref()) {
        count(&at.field("work/start/inTreatment/contactsLeft"), &subject, &treatment.contacts_left, findings);
    }
}

/// One distribution. Ends and signs of single figures are looked at with their ranges.
pub(super) fn distribution(at: &At, subject: &str, value: &Distribution, findings: &mut Findings) {
    parameters(at, &named(at, subject), value, findings);
}

/// The subject with the figure in words: `Review, time with the person (minutes)`.
fn named(at: &At, subject: &str) -> String {
    let rule = rule_of(&at.segments().collect::<Vec<_>>());
    rule.map_or_else(|| subject.to_owned(), |rule| format!("{subject}, {}", rule.words))
}

fn parameters(at: &At, subject: &str, value: &Distribution, findings: &mut Findings) {
    let mut report = Report { at, subject, findings };
    match value {
        Distribution::Fixed(_) => {}
        Distribution::Exponential(exponential) => report.positive("mean", &exponential.mean),
        Distribution::Uniform(between) => {
            report.ordered("low", ("low", &between.low), ("high", &between.high))
        }
        Distribution::Triangular(points) | Distribution::Pert(points) => {
            report.ordered("low", ("low", &points.low), ("likely", &points.likely));
            report.ordered("likely", ("likely", &points.likely), ("high", &points.high));
        }
        Distribution::Normal(spread) => report.clamped(spread),
        Distribution::Lognormal(spread) | Distribution::Gamma(spread) => {
            report.positive("mean", &spread.mean);
            report.not_too_wide(spread);
            report.clamped(spread);
        }
        Distribution::Weibull(weibull) => report.positive("mean", &weibull.mean),
        Distribution::Mixture(mixture) => {
            if mixture.parts.is_empty() {
                report.problem(
                    "parts",
                    "mixture-empty",
                    "a mixture has no parts",
                    "add the parts and their shares",
                );
            } else {
                report.hundred(
                    "parts",
                    "the parts of a mixture",
                    mixture.parts.iter().map(|part| &part.percent),
                );
            }
            for (index, part) in mixture.parts.iter().enumerate() {
                parameters(&at.field(&format!("parts/{index}/of")), subject, &part.of, findings);
            }
        }
        Distribution::Counted(counted) => {
            if counted.values.is_empty() {
                report.problem(
                    "values",
                    "counted-empty",
                    "no values were counted",
                    "add the values, or type a mean",
                );
            }
            let bad = counted.values.iter().find(|value| !(0.0..=1e6).contains(*value));
            if let Some(bad) = bad {
                let message = format!("one of the values counted is {}", number(*bad));
                report.problem(
                    "values",
                    "figure-out-of-range",
                    &message,
                    "values can be from 0 to 1,000,000",
                );
            }
        }
    }
}

/// One count.
fn count(at: &At, subject: &str, value: &Count, findings: &mut Findings) {
    let subject = &named(at, subject);
    let mut report = Report { at, subject, findings };
    match value {
        Count::Fixed(fixed) => {
            report.at_least_one("value", &fixed.value);
            if fixed.value.range.is_none()
                && fixed.value.likely.is_finite()
                && fixed.value.likely.fract() != 0.0
            {
                let message = format!("{subject}: {} is not a whole number", number(fixed.value.likely));
                let hint = "for a mean between two numbers use a range or shares";
                report.findings.warning(&at.field("value"), "not-whole", message, hint);
            }
        }
        Count::Range(between) => {
            report.at_least_one("low", &between.low);
            report.ordered("low", ("low", &between.low), ("high", &between.high));
        }
        Count::Geometric(geometric) => {
            report.at_least_one("mean", &geometric.mean);
            report.at_least_one("atMost", &geometric.at_most);
        }
        Count::Shares(shares) if shares.percents.is_empty() => {
            report.problem(
                "percents",
                "shares-empty",
                "no shares are given",
                "add the share with one, two, three …",
            );
        }
        Count::Shares(shares) => report.hundred("percents", "the shares of people", shares.percents.iter()),
    }
}

/// The lowest value an estimate can take.
pub(super) fn lowest(figure: &Estimate) -> f64 {
    figure.range.map_or(figure.likely, |(low, _)| low.min(figure.likely))
}

/// The highest value an estimate can take.
pub(super) fn highest(figure: &Estimate) -> f64 {
    figure.range.map_or(figure.likely, |(_, high)| high.max(figure.likely))
}

struct Report<'a> {
    at: &'a At,
    subject: &'a str,
    findings: &'a mut Findings,
}

impl Report<'_> {
    fn problem(&mut self, field: &str, code: &'static str, message: &str, hint: &str) {
        self.findings.error(&self.at.field(field), code, format!("{}: {message}", self.subject), hint);
    }

    fn positive(&mut self, field: &str, figure: &Estimate) {
        if figure.likely == 0.0 {
            let message = format!("the {field} is 0, it must be above 0");
            self.problem(field, "mean-not-positive", &message, "for no time at all use a fixed value of 0");
        }
    }

    fn at_least_one(&mut self, field: &str, figure: &Estimate) {
        if lowest(figure) < 1.0 {
            let message = format!("a number of {} is less than one", number(lowest(figure)));
            self.problem(
                field,
                "count-below-one",
                &message,
                "for people who have none, let a link pass by this step",
            );
        }
    }

    fn ordered(&mut self, field: &str, lower: (&str, &Estimate), higher: (&str, &Estimate)) {
        let ((low, lower), (high, higher)) = (lower, higher);
        if lower.likely > higher.likely {
            let ends =
                format!("{low} ({}) is above {high} ({})", number(lower.likely), number(higher.likely));
            self.problem(field, "distribution-out-of-order", &ends, "swap them");
        } else if highest(lower) > lowest(higher) && lower.likely.is_finite() {
            let message = format!("{}: the ranges of {low} and {high} overlap", self.subject);
            let hint = "narrow the two ranges so that they cannot change places";
            self.findings.warning(&self.at.field(field), "ranges-overlap", message, hint);
        }
    }

    /// A standard deviation so far above the mean is a mistake of units, and its draws would be beyond any number.
    fn not_too_wide(&mut self, spread: &Spread) {
        let (mean, sd) = (lowest(&spread.mean), highest(&spread.sd));
        if mean > 0.0 && sd > mean * WIDEST {
            let message = format!(
                "the sd ({}) is more than {} times the mean ({})",
                number(sd),
                number(WIDEST),
                number(mean)
            );
            self.problem("sd", "spread-too-wide", &message, "check the units of the mean and the sd");
        }
    }

    fn clamped(&mut self, spread: &Spread) {
        if let (Some(low), Some(high)) = (&spread.at_least, &spread.at_most) {
            self.ordered("atLeast", ("at least", low), ("at most", high));
        }
    }

    fn hundred<'e>(&mut self, field: &str, what: &str, shares: impl Iterator<Item = &'e Estimate>) {
        let total: f64 = shares.map(|share| share.likely).sum();
        if total.is_finite() && (total - 100.0).abs() > SHARE_TOLERANCE {
            let message = format!("{what} add to {}%", number(total));
            self.problem(field, "shares-do-not-add-up", &message, "they add to 100%");
        }
    }
}
