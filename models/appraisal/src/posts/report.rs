//! The answer in figures and words: near ties, the frontier, what is promised.

use pathloom_service::Scenario;

use super::search::{Halt, Note, Search};
use super::shares;
use super::space::Point;
use super::trial::Tally;
use super::{
    Effort, FRESH, FRESH_FUTURES, FrontierMix, Goal, Mix, MixFigure, PostsAnswer, PostsError, PostsOutcome,
    PostsQuestion, Stage, frontier_figure, lab::Lab,
};
use crate::compare::value_words;
use crate::statistics::{Mean, Share};
use crate::words::{list, percent, pounds, quantity, typed};

/// Mixes on the way from the least to the most helpful one that the frontier looks at; chosen.
const FRONTIER_MIXES: usize = 8;

/// Futures of each mix on the frontier and of each near tie; chosen.
const FRONTIER_FUTURES: u32 = 32;

/// How much dearer than the answer a near tie may be `[1]`; chosen.
const NEAR: f64 = 0.02;

/// Most near ties that are told.
const MOST_TIES: usize = 5;

/// Whether one step more than the answer does clearly worse in the same futures.
pub(super) fn more_hurts(search: &mut Search, point: &[usize]) -> Result<bool, Halt> {
    /// Futures in which the two are held against each other; chosen.
    const FUTURES: u32 = 100;
    for axis in 0..point.len() {
        let mut more = point.to_vec();
        more[axis] += 1;
        if !search.space.axes[axis].ordered || more[axis] >= search.space.axes[axis].values.len() {
            continue;
        }
        search.top_up(point, FUTURES)?;
        search.top_up(&more, FUTURES)?;
        let pairs = search.tallies[&more].all_met.iter().zip(&search.tallies[point].all_met);
        let (mut gained, mut lost) = (0.0, 0.0);
        for (with_more, without) in pairs {
            match (with_more, without) {
                (true, false) => gained += 1.0,
                (false, true) => lost += 1.0,
                _ => {}
            }
        }
        // McNemar's test at three standard errors: chance alone does this about once in 700 times.
        let apart: f64 = lost - gained;
        if apart > 3.0 * f64::sqrt(lost + gained) && apart > 0.0 {
            return Ok(true);
        }
    }
    Ok(false)
}

/// The answer of a search that came to its end.
pub(super) fn answer(
    question: &PostsQuestion,
    scenario: &Scenario,
    search: &mut Search,
    found: Option<Point>,
) -> Result<PostsAnswer, PostsError> {
    let mut answer = blank(question, scenario, PostsOutcome::Stopped { best: None });
    let outcome = match &found {
        Some(point) => found_outcome(question, scenario, search, point),
        None => {
            let (_, most) = search.space.ends();
            let most = mix(question, scenario, search, &most);
            Ok(PostsOutcome::Impossible { most, bottleneck: String::new() })
        }
    };
    answer.outcome = match outcome {
        Ok(outcome) => outcome,
        Err(Halt::Failed(error)) => return Err(error),
        Err(Halt::Stopped) => return Ok(stopped(question, scenario, search)),
    };
    answer.words = words(question, &answer.outcome);
    search.futures.note(Note::Stage(Stage::Frontier));
    let rest = (|| {
        if let Some(point) = &found {
            answer.near_ties = near_ties(question, scenario, search, point)?;
        }
        answer.frontier = frontier(question, scenario, search)?;
        Ok(())
    })();
    match rest {
        Err(Halt::Failed(error)) => Err(error),
        // Stopped after the answer was found: what is missing is extra.
        Ok(()) | Err(Halt::Stopped) => Ok(answer),
    }
}

/// What there is when somebody stopped the search.
pub(super) fn stopped(question: &PostsQuestion, scenario: &Scenario, search: &Search) -> PostsAnswer {
    let best = search.best.as_ref().map(|point| mix(question, scenario, search, point));
    let outcome = PostsOutcome::Stopped { best };
    let words = words(question, &outcome);
    PostsAnswer { words, ..blank(question, scenario, outcome) }
}

/// What there is when somebody stopped it before the search began.
pub(super) fn stopped_early(question: &PostsQuestion, lab: &Lab, remarks: Vec<String>) -> PostsAnswer {
    let outcome = PostsOutcome::Stopped { best: None };
    let words = words(question, &outcome);
    let effort = Effort { mixes: 0, tried: 0, search_replications: lab.spent, replications: lab.spent };
    PostsAnswer { words, remarks, effort, ..blank(question, lab.scenario, outcome) }
}

fn blank(question: &PostsQuestion, scenario: &Scenario, outcome: PostsOutcome) -> PostsAnswer {
    let figure = frontier_figure(question, scenario);
    PostsAnswer {
        outcome,
        words: String::new(),
        guarantee: guarantee(question),
        near_ties: Vec::new(),
        frontier: Vec::new(),
        frontier_figure: figure.to_string(),
        frontier_unit: figure.unit().to_owned(),
        remarks: Vec::new(),
        effort: Effort { mixes: 0, tried: 0, search_replications: 0, replications: 0 },
    }
}

fn found_outcome(
    question: &PostsQuestion,
    scenario: &Scenario,
    search: &mut Search,
    point: &[usize],
) -> Result<PostsOutcome, Halt> {
    search.futures.note(Note::Stage(Stage::Check));
    let futures = search.futures.draw(&search.space.values(point), FRESH..FRESH + FRESH_FUTURES)?;
    if futures.len() < FRESH_FUTURES as usize {
        return Err(Halt::Stopped);
    }
    let mut tally = Tally::new(question.goals.len());
    tally.add(&question.goals, &futures);
    let mix = mix_of(question, scenario, search, point, &tally);
    Ok(PostsOutcome::Found { mix, goals: tally.shares() })
}

fn mix(question: &PostsQuestion, scenario: &Scenario, search: &Search, point: &[usize]) -> Mix {
    let none = Tally::new(question.goals.len());
    mix_of(question, scenario, search, point, search.tallies.get(point).unwrap_or(&none))
}

fn mix_of(
    question: &PostsQuestion,
    scenario: &Scenario,
    search: &Search,
    point: &[usize],
    tally: &Tally,
) -> Mix {
    let values = search.space.values(point);
    let places = question.vary.iter().map(|vary| vary.place.clone());
    let named: Vec<String> = question
        .vary
        .iter()
        .zip(&values)
        .map(|(vary, value)| value_words(scenario, &vary.place, *value))
        .collect();
    let met = tally.all_met.iter().filter(|met| **met).count();
    Mix {
        follows: shares::settled(scenario, &places.clone().zip(values.iter().copied()).collect::<Vec<_>>())
            .into_iter()
            .map(|(place, value)| MixFigure { place, value })
            .collect(),
        figures: places.zip(values).map(|(place, value)| MixFigure { place, value }).collect(),
        cost_pounds_per_year: search.space.cost(point),
        met: Share::of(met as f64, tally.futures()),
        words: named.join("; "),
    }
}

/// Mixes a step or two away that cost about as much or less, with how often they meet the goals.
fn near_ties(
    question: &PostsQuestion,
    scenario: &Scenario,
    search: &mut Search,
    point: &[usize],
) -> Result<Vec<Mix>, Halt> {
    let most = search.space.cost(point) * (1.0 + NEAR);
    let mut near: Vec<Point> = Vec::new();
    for less in 0..point.len() {
        for more in 0..point.len() {
            let mut other = point.to_vec();
            // One step less of one thing, and one more of another where it is another.
            let Some(down) = other[less].checked_sub(1) else { continue };
            other[less] = down;
            if less != more {
                other[more] += 1;
            }
            let inside = other[more] < search.space.axes[more].values.len();
            if inside && search.space.cost(&other) <= most && !near.contains(&other) {
                near.push(other);
            }
        }
    }
    near.sort_by(|one, other| search.space.cost(one).total_cmp(&search.space.cost(other)));
    near.truncate(MOST_TIES);
    for other in &near {
        search.top_up(other, 4 * FRONTIER_FUTURES)?;
    }
    Ok(near.iter().map(|other| mix(question, scenario, search, other)).collect())
}

/// Mixes of which none is both cheaper and better, among all that were looked at and some between the limits.
fn frontier(
    question: &PostsQuestion,
    scenario: &Scenario,
    search: &mut Search,
) -> Result<Vec<FrontierMix>, Halt> {
    let (low, high) = search.space.ends();
    for part in 0..FRONTIER_MIXES {
        let share = part as f64 / (FRONTIER_MIXES - 1) as f64;
        let between = |(low, high): (&usize, &usize)| low + ((high - low) as f64 * share).round() as usize;
        let point: Point = low.iter().zip(&high).map(between).collect();
        search.top_up(&point, FRONTIER_FUTURES)?;
    }
    let mut seen: Vec<(f64, Mean, &Point)> = search
        .tallies
        .iter()
        .filter(|(_, tally)| tally.futures() >= FRONTIER_FUTURES)
        .map(|(point, tally)| (search.space.cost(point), Mean::of(tally.waits.iter().copied()), point))
        .collect();
    seen.sort_by(|one, other| one.0.total_cmp(&other.0).then(one.1.mean.total_cmp(&other.1.mean)));
    let mut frontier: Vec<FrontierMix> = Vec::new();
    for (cost, mean, point) in seen {
        let last = frontier.last();
        // Better by more than chance could make it, so that the frontier does not zigzag.
        if last.is_some_and(|last| mean.interval(0.95).high >= last.mean) {
            continue;
        }
        let pounds_per_unit_less =
            last.map(|last| (cost - last.mix.cost_pounds_per_year) / (last.mean - mean.mean));
        frontier.push(FrontierMix {
            mix: mix(question, scenario, search, point),
            mean: mean.mean,
            interval: mean.interval(0.95),
            pounds_per_unit_less,
        });
    }
    Ok(frontier)
}

fn goal_words(goal: &Goal) -> String {
    format!(
        "{} {} {} with {}",
        goal.figure,
        goal.limit.words(),
        quantity(goal.limit.line(), goal.figure.unit()),
        percent(goal.probability)
    )
}

fn words(question: &PostsQuestion, outcome: &PostsOutcome) -> String {
    let goals = list(&question.goals.iter().map(goal_words).collect::<Vec<_>>());
    match outcome {
        PostsOutcome::Found { mix, goals: shares } => {
            let each = |share: &Share| {
                format!(
                    "{} ({} to {})",
                    percent(share.share),
                    percent(share.interval.low),
                    percent(share.interval.high)
                )
            };
            format!(
                "The cheapest mix for {goals} probability is {}, at {} a year; on {} fresh futures the targets were met in {}.",
                mix.words,
                pounds(mix.cost_pounds_per_year),
                mix.met.of,
                list(&shares.iter().map(each).collect::<Vec<_>>())
            )
        }
        PostsOutcome::Impossible { most, .. } => format!(
            "No mix within these limits does it ({goals} probability): even with {} all targets are met in {} of futures ({} to {}).",
            most.words,
            percent(most.met.share),
            percent(most.met.interval.low),
            percent(most.met.interval.high)
        ),
        PostsOutcome::Stopped { best: Some(best) } => format!(
            "Stopped. The cheapest mix found by then to meet {goals} probability is {}, at {} a year; there may be a cheaper one.",
            best.words,
            pounds(best.cost_pounds_per_year)
        ),
        PostsOutcome::Stopped { best: None } => {
            "Stopped before any mix was found to meet the targets.".to_owned()
        }
    }
}

fn guarantee(question: &PostsQuestion) -> String {
    let points = typed(question.indifference * 100.0);
    format!(
        "With {} confidence the mix meets every target with its probability less at most {points} points, and no cheaper mix within the limits meets all of them with {points} points more (sequential likelihood-ratio tests with an indifference zone; the pathway's own figures are taken as given).",
        percent(question.confidence)
    )
}
