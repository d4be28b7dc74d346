//! What is not held, and why. `tests/README.md` says it for readers.

use crate::case::{Case, Figure, Rule};

/// Cases that no document can say, or that nothing exact is known of, by the start of their name.
const CASES: &[(&str, &str)] = &[
    ("A-PS-", "people who share one clinician's attention: nobody does in a service with a list"),
    ("A-PR-", "visits broken off for somebody more urgent"),
    ("A-Baulk", "people who decide by chance, from the length of the list, whether to join"),
    ("A-Deadlock", "steps that wait for each other's places: the check refuses such a document"),
    (
        "A-Cyclic-day-resume",
        "unfinished visits go on with anybody on the next shift; ours go on with whoever began them, or in overtime",
    ),
    (
        "B16-",
        "bronze: the templates the model is made of are not part of the case, only its flows and mean stays",
    ),
    ("B18-", "bronze: the templates are not part of the case, and its warm-up was not published"),
    (
        "B21-",
        "bronze: a daily pool of visits that taper off, booked as a whole; unexplained figures in the source",
    ),
    ("B22-", "bronze: many of its rules are only in its code"),
    ("D-lifo", "last come, first served"),
    ("D-preempt-options", "visits broken off"),
    (
        "D-overtime",
        "every post is replaced at each change of shift; ours stay on when the next shift has them too",
    ),
    ("D-overtime2", "the same"),
    ("D-pdelay-arith", "arithmetic of another tool's report, without a queue"),
    ("E-", "formulas without a simulation: held in pathloom-simulation, tests/theory_cases.rs"),
];

/// Figures of cases that are held otherwise: case, metric, why.
const FIGURES: &[(&str, &str, &str)] = &[
    ("A-MMc-rdesrap7", "Wq_given_wait", "one in 10^15 waits: none does in any run"),
    ("A-MMc-rdesrap7", "list_mean_elapsed_wait", "nobody waits in any run"),
    ("A-MMc-rdesrap7", "list_p92_elapsed_wait", "nobody waits in any run"),
    ("A-MMc-rdesrap7", "longest_waiter_mean_given_nonempty", "nobody waits in any run"),
    (
        "B1-stroke-base",
        "asu_1_in_n_10",
        "one in 7.80 by the exact chance of the same case, tolerated up to 7.84",
    ),
    (
        "B1-stroke-base",
        "asu_1_in_n_12",
        "one in 17.98 by the exact chance of the same case, tolerated up to 17.92",
    ),
    ("D-classchange", "final_class", "a class that has risen is a place in the queue, not a label"),
    ("D-preempt", "preempt_starts", "visits broken off"),
    ("D-preempt", "preempt_ends", "visits broken off"),
    ("D-preempt", "interrupted_at", "visits broken off"),
];

/// Why a whole case is left out.
pub(crate) fn of_case(case: &Case) -> Option<&'static str> {
    let exact = CASES.iter().find(|(name, _)| *name == case.id);
    exact
        .or_else(|| CASES.iter().find(|(start, _)| start.ends_with('-') && case.id.starts_with(start)))
        .map(|(_, why)| *why)
}

/// Why a figure is left out.
pub(crate) fn of(case: &Case, figure: &Figure) -> Option<&'static str> {
    if let Some(why) = of_case(case) {
        return Some(why);
    }
    if figure.rule == Rule::Information {
        return Some("for information");
    }
    if let Some((.., why)) = FIGURES.iter().find(|(id, metric, _)| case.id == *id && figure.metric == *metric)
    {
        return Some(why);
    }
    is_outranked(case, figure).then_some("a better figure of the same thing says otherwise")
}

/// Whether a figure with better evidence for the same thing lies outside this one's own tolerance: an exact value
/// outranks a simulation, a simulation of hundreds of runs the figure printed from a few dozen.
fn is_outranked(case: &Case, figure: &Figure) -> bool {
    let rank = |figure: &Figure| match figure.kind.as_str() {
        "exact" => 0,
        "own_des" | "own_mc" => 1,
        "peer_run" => 2,
        _ => 3,
    };
    let better =
        case.figures.iter().filter(|other| other.metric == figure.metric && rank(other) < rank(figure));
    let tolerance = match figure.rule {
        Rule::Within(tolerance) => tolerance,
        Rule::Relative(share) => share * figure.values[0].abs(),
        Rule::Overlap(..) | Rule::Information => return false,
    };
    rank(figure) == 3
        && better
            .min_by_key(|other| rank(other))
            .is_some_and(|best| (best.values[0] - figure.values[0]).abs() > tolerance)
}
