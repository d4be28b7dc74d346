//! The results as a page to read: where the list stands at the end, how it got there, targets, hours.
//!
//! Every figure is a mean over replications, followed by the 5th and the 95th percentile. Nothing depends on colour.

use pathloom_service::{Target, TargetMeasure};
use pathloom_simulation::{Band, ENGINE_VERSION, Outcomes, Scope, WeeklyMeasure};

use super::{Study, capacity, trajectory};
use crate::format::{self, Intervals, Unit, counted, date_of_week, number};
use crate::grid::{Cell, Grid};
use crate::screen::{hanging, one_line, paragraph};

/// How the page is to look.
pub(crate) struct Look<'a> {
    /// Widest line `[characters]`.
    pub(crate) width: usize,
    /// Whether means carry their intervals.
    pub(crate) intervals: Intervals,
    /// Weeks of the trajectories to show; empty: chosen by the length of the run.
    pub(crate) weeks_shown: &'a [usize],
}

/// The page.
pub(crate) fn draw(study: &Study, look: &Look<'_>) -> String {
    let mut page = heading(study, look.width);
    page.push('\n');
    page.push_str(&standing(study, look).draw(look.width));
    page.push('\n');
    page.push_str(&legend(study, look));
    page.push_str(&trajectory::draw(study, look));
    page.push_str(&targets(study, look));
    page.push_str(&capacity::hours(study, look.width));
    page.push_str(&capacity::places(study, look.width));
    page
}

fn heading(study: &Study, width: usize) -> String {
    let week = last_week(study);
    let end = format::weekday_and_date(date_of_week(study.project.start_date, week));
    let replications = counted(study.asked(), "replication", "replications");
    let mut facts = vec![
        format!("Week {week} ends on {end}"),
        match study.settings.replications.start {
            0 => replications,
            first => format!("{replications} (from number {first})"),
        },
        format!("seed {}", study.settings.seed),
        format!("engine {ENGINE_VERSION}"),
    ];
    if study.settings.hold_uncertain {
        facts.push("uncertain inputs held at their likely values".to_owned());
    }
    let mut lines = paragraph(&one_line(&study.project.name), width);
    lines.push_str(&paragraph(&facts.join(" · "), width));
    let warm_up = warm_up_weeks(study);
    if warm_up > 0 {
        let warm_up = counted(warm_up, "week", "weeks");
        lines.push_str(&paragraph(
            &format!("The first {warm_up} are a warm-up and count in no figure over time"),
            width,
        ));
    }
    if let Some(stopped) = study.stopped_note() {
        lines.push_str(&paragraph(&format!("INCOMPLETE: {stopped}"), width));
    }
    lines
}

/// The list and the waits at the end of the last week: a row for each option.
fn standing(study: &Study, look: &Look<'_>) -> Grid {
    let snapshots = [
        ("waiting list", WeeklyMeasure::WaitingList, Unit::People),
        ("longest wait", WeeklyMeasure::LongestWait, Unit::Weeks),
        ("open referrals", WeeklyMeasure::OpenReferrals, Unit::People),
        ("over 18 weeks", WeeklyMeasure::Over18, Unit::People),
        ("over 52 weeks", WeeklyMeasure::Over52, Unit::People),
        ("92nd percentile", WeeklyMeasure::Percentile92, Unit::Weeks),
    ];
    let week = last_week(study);
    let mut columns: Vec<(&str, Unit, Vec<Option<Band>>)> = snapshots
        .iter()
        .map(|(head, measure, unit)| {
            let band = |outcomes: &Outcomes| outcomes.weekly_band(*measure, &Scope::Service, week);
            (*head, *unit, study.options.iter().map(|(_, outcomes)| band(outcomes)).collect())
        })
        .collect();
    let used: Vec<Option<Band>> =
        study.options.iter().map(|(_, outcomes)| capacity::share_used(outcomes)).collect();
    columns.push(("hours used", Unit::Percent, used));
    columns.retain(|(_, _, bands)| bands.iter().flatten().any(|band| band.measured > 0));

    let mut grid = Grid::new(columns.iter().map(|(head, _, _)| (*head).to_owned()));
    for (at, (scenario, _)) in study.options.iter().enumerate() {
        let cells = columns.iter().map(|(_, unit, bands)| cell(bands[at].as_ref(), *unit, look.intervals));
        grid.row(&scenario.option_name, cells.collect());
    }
    grid
}

fn cell(band: Option<&Band>, unit: Unit, intervals: Intervals) -> Cell {
    match band {
        Some(band) => Cell { figure: format::mean(band, unit, intervals), rest: format::spread(band, unit) },
        None => Cell::figure(format::NOTHING),
    }
}

fn legend(study: &Study, look: &Look<'_>) -> String {
    let (_, finished) = study.finished();
    let mut text = match finished {
        1 => "From one simulated future; run more replications to see how far others differ.".to_owned(),
        _ => format!(
            "Means over {finished} simulated futures; in brackets the 5th to the 95th percentile, between which \
             9 in 10 of them lie."
        ),
    };
    if look.intervals == Intervals::Shown {
        text.push_str(" ± is the half-width of the 95% confidence interval of the mean.");
    }
    text.push_str(&format!(
        " The waiting list, the longest wait, the 92nd percentile (92 in 100 have waited less) and the people over \
         18 and 52 weeks are those still waiting at the end of week {last}; open referrals are all who have not \
         reached an outcome by then. Hours used are of all hours available for contacts in weeks {first} to {last}.",
        first = warm_up_weeks(study) + 1,
        last = last_week(study),
    ));
    paragraph(&text, look.width)
}

/// How likely each target is met: a row for each option, a column for each target.
fn targets(study: &Study, look: &Look<'_>) -> String {
    let (start, targets) = (study.project.start_date, &study.project.targets);
    if targets.is_empty() {
        return String::new();
    }
    let mut grid = Grid::new(targets.iter().map(|target| target.name.clone()));
    for (scenario, outcomes) in &study.options {
        let cells = targets.iter().map(|target| {
            let Some(met) =
                outcomes.probability_met(target, target.by_week as usize).map(|share| 100.0 * share)
            else {
                return Cell::words("later than simulated");
            };
            let first = outcomes.first_week_met(target);
            let from = first
                .map(|week| format!("from week {week} ({})", format::short_date(date_of_week(start, week))));
            let enough = met >= target.probability_percent.likely;
            let words = match from {
                Some(_) if first == Some(0) => "yes, from the start".to_owned(),
                Some(from) if enough => format!("yes, {from}"),
                Some(from) => format!("no, but {from}"),
                None if enough => "yes, but it does not last".to_owned(),
                None => "no".to_owned(),
            };
            Cell { figure: format::percent(met), rest: words }
        });
        grid.row(&scenario.option_name, cells.collect());
    }
    let head = "Targets: the share of futures in which each is met at its week, whether that is enough, and from when it holds";
    let mut page = format!("\n{}{}", paragraph(head, look.width), grid.draw(look.width));
    for target in targets {
        let by = format::date(date_of_week(start, target.by_week as usize));
        let wanted = format::percent(target.probability_percent.likely);
        let line = format!(
            "{}: {} at the end of week {} ({by}), wanted in {wanted} of futures.",
            one_line(&target.name),
            aim(target),
            target.by_week
        );
        page.push_str(&hanging("  ", &line, look.width));
    }
    page
}

/// What a target asks for, in words.
fn aim(target: &Target) -> String {
    let line = number(target.threshold.likely);
    match target.measure {
        TargetMeasure::WaitingList => format!("waiting list at most {line}"),
        TargetMeasure::OpenReferrals => format!("open referrals at most {line}"),
        TargetMeasure::LongestWait => format!("longest wait at most {line} weeks"),
        TargetMeasure::OverWeeks(over) if target.threshold.likely < 1.0 => {
            format!("nobody over {} weeks", over.weeks)
        }
        TargetMeasure::OverWeeks(over) => format!("at most {line} people over {} weeks", over.weeks),
        TargetMeasure::Within18Weeks => format!("at least {line}% within 18 weeks"),
        TargetMeasure::Percentile92 => format!("92nd percentile at most {line} weeks"),
    }
}

/// The last week simulated.
pub(crate) fn last_week(study: &Study) -> usize {
    study.options.first().map_or(0, |(_, outcomes)| outcomes.catalogue.weeks)
}

/// Weeks at the start that do not count.
pub(crate) fn warm_up_weeks(study: &Study) -> usize {
    study.options.first().map_or(0, |(_, outcomes)| outcomes.catalogue.warm_up_weeks)
}

#[cfg(test)]
mod tests;
