//! The answer first: what is asked for, what comes of it, how sure that is.

use pathloom_appraisal::compare::Verdict;

use crate::content::Writer;
use crate::content::options::target_lines;
use crate::figure::{Figure, Unit};
use crate::report::{Block, Line, line};
use crate::results::{Of, Results};

/// The summary, with large figures.
pub(super) fn summary(writer: &mut Writer) {
    let results = writer.results;
    writer.section("summary", |writer| {
        writer.lead(answer(results));
        if results.preferred != 0 {
            writer.text(otherwise(results));
        }
    });
    writer.blocks.push(Block::Highlights(highlights(results)));
    let points = [target_points(results), cost_points(results)].concat();
    writer.points(points);
    writer.note(line![
        "The figure in front of a bracket is the median of ",
        results.replications(),
        " simulated futures; 9 in 10 of them fall in the range inside it."
    ]);
}

/// What the preferred option does to the list and the longest wait.
pub(super) fn answer(results: &Results) -> Line {
    let (option, last) = (results.preferred, results.last_week());
    line![
        "We ask for the option ",
        results.quoted(option),
        ". By ",
        results.date_words(last),
        " it is expected to bring the longest wait from ",
        results.weekly(option, "longestWait", Of::Median, results.first_week()),
        " to ",
        results.weekly_band(option, "longestWait", last),
        ", and the waiting list from ",
        results.weekly(option, "waitingList", Of::Median, results.first_week()),
        " to ",
        results.weekly_band(option, "waitingList", last),
        "."
    ]
}

/// What would be otherwise.
pub(super) fn otherwise(results: &Results) -> Line {
    let last = results.last_week();
    line![
        "Under ",
        results.quoted(0),
        " the longest wait would be ",
        results.weekly_band(0, "longestWait", last),
        " and the list ",
        results.weekly_band(0, "waitingList", last),
        " by then."
    ]
}

/// Large figures.
pub(super) fn highlights(results: &Results) -> Vec<(Figure, Line)> {
    let (option, last) = (results.preferred, results.last_week());
    let end = |measure: &str| results.weekly(option, measure, Of::Median, last);
    let mut all = vec![
        (end("longestWait"), line!["longest wait by ", results.date_words(last)]),
        (end("waitingList"), line!["waiting by ", results.date_words(last)]),
    ];
    if !results.project.targets.is_empty() {
        let place = format!("options/{}/targetsMet", results.options[option].id);
        let (met, of) = (results.targets_met(option), results.project.targets.len());
        let text = format!("{met} of {of}");
        let figure = Figure { value: Some(met as f64), unit: Unit::Count, text, place };
        all.push((figure, "targets met by their date, as surely as wanted".into()));
    }
    if results.has_costs() {
        let words = line!["cost of the service over ", results.weeks_appraised(), " weeks"];
        all.push((results.account(option).mean_service_cost(), words));
    }
    all
}

/// One point for each target.
pub(super) fn target_points(results: &Results) -> Vec<Line> {
    let option = results.preferred;
    let mut points = Vec::new();
    for (at, target) in results.project.targets.iter().enumerate() {
        let met = results.met(option, at);
        if met.value.is_none() {
            points.push(line![
                Line::given(target.name.clone()),
                ": its date, ",
                results.date_words(target.by_week),
                ", is past the end of the simulated time."
            ]);
            continue;
        }
        let frequency = |option: usize| {
            let met = results.met(option, at);
            Figure::frequency(met.value, met.place)
        };
        let wanted = Figure::bare(
            Some(target.probability_percent.likely / 100.0),
            Unit::Share,
            format!("targets/{}/wanted", target.id),
        );
        let enough = met.value.is_some_and(|met| met >= target.probability_percent.likely / 100.0);
        let verdict = if enough { "as likely as wanted (" } else { "less likely than wanted (" };
        let mut line = line![
            Line::given(target.name.clone()),
            " by ",
            results.date_words(target.by_week),
            ": met in ",
            frequency(option),
            " of the simulated futures, ",
            verdict,
            wanted,
            ")"
        ];
        if option != 0 {
            line = line.and("; under ").and(results.quoted(0)).and(" in ").and(frequency(0));
        }
        points.push(line.and("."));
    }
    points
}

/// What it costs, against the base.
pub(super) fn cost_points(results: &Results) -> Vec<Line> {
    if !results.has_costs() {
        return Vec::new();
    }
    let account = results.account(results.preferred);
    let against = match account.against_base("serviceCost") {
        None => ".".into(),
        Some((at, found)) => match found.difference.verdict {
            Verdict::Same => line![", the same as ", results.quoted(0), "."],
            Verdict::CannotBeToldApart => line![", which cannot be told apart from ", results.quoted(0), "."],
            Verdict::NothingMeasured => ".".into(),
            verdict => {
                let word = if verdict == Verdict::Lower { " less than " } else { " more than " };
                let path = format!("againstBase/differences/{at}/difference/mean");
                line![", ", account.pounds(&path, found.difference.mean).size(), word, results.quoted(0), "."]
            }
        },
    };
    vec![line![
        "Over the ",
        results.weeks_appraised(),
        " weeks that are appraised the service costs ",
        account.mean_service_cost(),
        against
    ]]
}

/// Targets in a list: "Nobody waits over a year by 4 January 2027, 90% likely".
pub(super) fn objectives(results: &Results) -> Vec<Line> {
    let mut all = Vec::new();
    for target in &results.project.targets {
        let wanted = Figure::bare(
            Some(target.probability_percent.likely / 100.0),
            Unit::Share,
            format!("targets/{}/wanted", target.id),
        );
        let measured = pathloom_appraisal::Figure::of_target(target, target.by_week);
        let line_to_reach = measured.map(|judged| {
            let lines = target_lines(results, &judged.name());
            let found = lines.into_iter().find(|(name, _)| *name == target.name).map(|(_, figure)| figure);
            (judged.words(), found)
        });
        let mut line = line![Line::given(target.name.clone())];
        if let Some((words, Some(figure))) = line_to_reach {
            let side = match target.measure {
                pathloom_service::TargetMeasure::Within18Weeks => " of at least ",
                _ => " of at most ",
            };
            line = line.and(": ").and(words).and(side).and(figure);
        }
        all.push(line![
            line,
            ", by ",
            results.date_words(target.by_week),
            ", with a probability of ",
            wanted,
            "."
        ]);
    }
    all
}
