//! The service as it was when a history began.

use jiff::ToSpan;
use jiff::civil::Date;
use pathloom_service::{
    ActualMeasure, ActualScope, Actuals, ArrivalPattern, Estimate, Scenario, StartingList, Work,
};

use super::{FEWEST_FIGURES, FitError};

/// An option taken to the start of a history.
#[derive(Debug, Clone, PartialEq)]
pub struct Rewound {
    /// The option from then on, until the history ends.
    pub scenario: Scenario,
    /// Days of the figures after the first.
    pub dates: Vec<Date>,
    /// Weeks from its start to each of them.
    pub weeks: Vec<f64>,
    /// Those figures.
    pub values: Vec<f64>,
    /// What had to be assumed, sentence by sentence.
    pub assumed: Vec<String>,
}

/// Most weeks of a history.
const MOST_WEEKS: i32 = 1_040;

/// Takes an option to the Monday on or before the first figure of a history.
///
/// A history that begins after the option does needs nothing: the option starts from its own list. One that begins before is
/// met by moving the start: dated changes keep their dates, referrals shrink by their growth, and the list at the start is
/// today's, made longer or shorter to the first figure where that counts the whole list. What is thereby assumed is said.
///
/// # Errors
/// [`FitError::TooShort`], [`FitError::TooLong`], [`FitError::CannotRewind`].
pub fn rewound(scenario: &Scenario, history: &Actuals) -> Result<Rewound, FitError> {
    let mut figures = history.figures.clone();
    figures.sort_by_key(|figure| figure.date);
    let name = || history.name.clone();
    let (first, last) = match (figures.first(), figures.last()) {
        (Some(first), Some(last)) if figures.len() > FEWEST_FIGURES => (*first, *last),
        _ => return Err(FitError::TooShort { name: name(), figures: figures.len() }),
    };
    let mut past = Rewound {
        scenario: scenario.clone(),
        dates: Vec::new(),
        weeks: Vec::new(),
        values: Vec::new(),
        assumed: Vec::new(),
    };
    let days_before = (scenario.start_date - first.date).get_days();
    let weeks_before = days_before.max(0).div_euclid(7) + i32::from(days_before.max(0).rem_euclid(7) > 0);
    if weeks_before > MOST_WEEKS {
        return Err(FitError::TooLong { name: name(), weeks: weeks_before });
    }
    if weeks_before > 0 {
        let refuse = |reason: String| FitError::CannotRewind { date: first.date, reason };
        past.scenario.start_date = scenario
            .start_date
            .checked_sub(weeks_before.weeks())
            .map_err(|_| refuse("there is no such day".to_owned()))?;
        move_dates(&mut past.scenario, weeks_before as u32).map_err(refuse)?;
        scale_list(&mut past, history, first.value).map_err(refuse)?;
    }
    let start = past.scenario.start_date;
    let weeks = f64::from((last.date - start).get_days()) / 7.0;
    if weeks > f64::from(MOST_WEEKS) {
        return Err(FitError::TooLong { name: name(), weeks: weeks.ceil() as i32 });
    }
    past.scenario.horizon_weeks = (weeks.ceil() as u32).max(1);
    past.scenario.warm_up_weeks = 0;
    past.scenario.targets.clear();
    // The first figure is where the futures start, so it tells nothing.
    for figure in figures.iter().skip(usize::from(weeks_before > 0)) {
        let week = f64::from((figure.date - start).get_days()) / 7.0;
        if week > 0.0 {
            past.dates.push(figure.date);
            past.weeks.push(week);
            past.values.push(figure.value);
        }
    }
    if past.weeks.len() < FEWEST_FIGURES {
        return Err(FitError::TooShort { name: name(), figures: past.weeks.len() + 1 });
    }
    Ok(past)
}

/// Everything that has a date keeps it, although the start is `earlier` weeks before.
fn move_dates(scenario: &mut Scenario, earlier: u32) -> Result<(), String> {
    for posts in &mut scenario.mix.posts {
        for change in &mut posts.changes {
            change.from_week += earlier;
            change.until_week = change.until_week.map(|week| week + earlier);
        }
    }
    for step in &mut scenario.design.steps {
        match &mut step.work {
            Work::Referrals(referrals) => {
                if matches!(referrals.pattern, ArrivalPattern::History(_)) {
                    return Err(format!(
                        "the referrals of \"{}\" replay a record that begins later; type a number a week instead",
                        step.name
                    ));
                }
                let growth = 1.0 + referrals.growth_percent_per_year.likely / 100.0;
                let shrink = libm::pow(growth.max(0.001), -f64::from(earlier) * 7.0 / 365.25);
                let scaled = |value: f64| value * shrink;
                let per_week = &mut referrals.per_week;
                per_week.likely = scaled(per_week.likely);
                per_week.range = per_week.range.map(|(low, high)| (scaled(low), scaled(high)));
                for change in &mut referrals.changes {
                    change.from_week += earlier;
                }
            }
            Work::Places(places) => {
                for change in &mut places.changes {
                    change.from_week += earlier;
                    change.until_week = change.until_week.map(|week| week + earlier);
                }
            }
            _ => {}
        }
    }
    Ok(())
}

/// Makes the list at the start as long as the first figure says.
fn scale_list(past: &mut Rewound, history: &Actuals, first: f64) -> Result<(), String> {
    past.assumed.push(
        "People under way when the history began are taken to be as many as at the start of the forecast, and universal offers as new"
            .to_owned(),
    );
    let whole = history.scope == ActualScope::Service;
    if history.measure != ActualMeasure::WaitingList || !whole {
        past.assumed.push(
            "The list when the history began is taken to be that of the start of the forecast, since the history does not count the whole list"
                .to_owned(),
        );
        return Ok(());
    }
    let lists = past.scenario.design.steps.iter().filter_map(|step| step.start()?.waiting.as_ref());
    let now: f64 = lists.map(StartingList::people).sum();
    if now <= 0.0 {
        return if first <= 0.0 {
            Ok(())
        } else {
            Err("nobody waits at the start of the forecast, so there is no telling where people waited then; say who waits today"
                .to_owned())
        };
    }
    let factor = first / now;
    for step in &mut past.scenario.design.steps {
        if let Some(list) = step.start_mut().and_then(|start| start.waiting.as_mut()) {
            scale(list, factor);
        }
    }
    past.assumed.push(
        "The list when the history began is taken to have been spread over steps and weeks waited as it is at the start of the forecast"
            .to_owned(),
    );
    Ok(())
}

fn scale(list: &mut StartingList, factor: f64) {
    match list {
        StartingList::Summary(list) => {
            list.number = Estimate::exactly((list.number.likely * factor).round());
        }
        StartingList::Ages(list) => {
            let mut order: Vec<usize> = (0..list.weeks.len()).collect();
            order.sort_by(|one, other| list.weeks[*one].total_cmp(&list.weeks[*other]));
            let people = (order.len() as f64 * factor).round() as usize;
            // Evenly spread over the sorted list, so that its shape stays.
            let at = |person: usize| (2 * person + 1) * order.len() / (2 * people);
            let kept: Vec<usize> = (0..people).filter_map(|person| order.get(at(person)).copied()).collect();
            list.weeks = kept.iter().map(|place| list.weeks[*place]).collect();
            list.groups = kept.iter().filter_map(|place| list.groups.get(*place).cloned()).collect();
        }
    }
}
