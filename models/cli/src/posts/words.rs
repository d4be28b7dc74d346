//! `longestWait<47@52:90%` and `ot-band-6=2..12:0.1`, read.

use pathloom_appraisal::Figure;
use pathloom_appraisal::posts::{Goal, Limit, Vary};
use pathloom_service::Scenario;

use crate::exit::Failure;

/// Probability of a target that names none `[%]`; what the file's own targets have.
const USUAL_PERCENT: f64 = 90.0;

/// Step of a figure that names none; tenths of a post.
const USUAL_STEP: f64 = 0.1;

/// Reads a goal; without a week it is of the `last` one.
///
/// # Errors
/// [`Failure::NotUnderstood`].
pub(super) fn parse_goal(text: &str, last: u32) -> Result<Goal, Failure> {
    let wrong = |message: String| Failure::NotUnderstood { message: format!("--target {text}: {message}") };
    let number = |part: &str| {
        let read = part.trim().parse::<f64>().ok().filter(|value| value.is_finite());
        read.ok_or_else(|| wrong(format!("\"{}\" is not a number", part.trim())))
    };
    let at = text
        .find(['<', '>', '='])
        .ok_or_else(|| wrong("write FIGURE<LINE@WEEK:PERCENT%, as in longestWait<47@52:90%".to_owned()))?;
    let (name, rest) = text.split_at(at);
    let (limit, rest): (fn(f64) -> Limit, &str) = if let Some(rest) = rest.strip_prefix("<=") {
        (Limit::AtMost, rest)
    } else if let Some(rest) = rest.strip_prefix(">=") {
        (Limit::AtLeast, rest)
    } else if let Some(rest) = rest.strip_prefix('<') {
        (Limit::Below, rest)
    } else if let Some(rest) = rest.strip_prefix('>') {
        (Limit::Above, rest)
    } else {
        return Err(wrong("use <, <=, > or >=".to_owned()));
    };
    let (rest, percent) = match rest.split_once(':') {
        Some((rest, percent)) => (rest, number(percent.trim().trim_end_matches('%'))?),
        None => (rest, USUAL_PERCENT),
    };
    let (line, week) = match rest.split_once('@') {
        Some((line, week)) => {
            let week = week.trim().parse::<u32>();
            (line, week.map_err(|_| wrong("the week after @ is not a whole number".to_owned()))?)
        }
        None => (rest, last),
    };
    let figure = Figure::named(name.trim(), week).map_err(|error| wrong(error.to_string()))?;
    Ok(Goal {
        figure,
        limit: limit(number(line.trim().trim_end_matches('%'))?),
        probability: percent / 100.0,
    })
}

/// Reads what may vary: the id of a role stands for its WTE.
///
/// # Errors
/// [`Failure::NotUnderstood`].
pub(crate) fn parse_vary(text: &str, scenario: &Scenario) -> Result<Vary, Failure> {
    let wrong = |message: String| Failure::NotUnderstood { message: format!("--vary {text}: {message}") };
    let number = |part: &str| {
        let read = part.trim().parse::<f64>().ok().filter(|value| value.is_finite());
        read.ok_or_else(|| wrong(format!("\"{}\" is not a number", part.trim())))
    };
    let parts = text.split_once('=').and_then(|(what, limits)| Some((what, limits.split_once("..")?)));
    let (what, (low, rest)) =
        parts.ok_or_else(|| wrong("write WHAT=LOW..HIGH or WHAT=LOW..HIGH:STEP".to_owned()))?;
    let (high, step) = match rest.split_once(':') {
        Some((high, step)) => (high, number(step)?),
        None => (rest, USUAL_STEP),
    };
    let what = what.trim();
    let place = if what.contains('/') {
        what.to_owned()
    } else if scenario.roles.iter().any(|role| role.id == what) {
        format!("mix/posts/{what}/wte")
    } else {
        let roles: Vec<&str> = scenario.roles.iter().map(|role| role.id.as_str()).collect();
        return Err(wrong(format!("there is no role \"{what}\" (roles: {})", roles.join(", "))));
    };
    Ok(Vary { place, low: number(low)?, high: number(high)?, step })
}

#[cfg(test)]
mod tests {
    use super::*;
    use pathloom_service::samples;

    #[test]
    fn targets_are_read() {
        let read = |text| {
            parse_goal(text, 104).ok().map(|goal| (goal.figure.to_string(), goal.limit, goal.probability))
        };
        let wait = |week| format!("longest wait at week {week}");
        assert_eq!(read("longestWait<47@52:90%"), Some((wait(52), Limit::Below(47.0), 0.9)));
        assert_eq!(read("longestWait <= 47"), Some((wait(104), Limit::AtMost(47.0), 0.9)));
        assert_eq!(read("staffUse<=85%:80"), Some(("staff hours used".to_owned(), Limit::AtMost(85.0), 0.8)));
        assert_eq!(read("within18Percent>=92@9").map(|one| one.1), Some(Limit::AtLeast(92.0)));
        for wrong in [
            "longestWait",
            "joy<1",
            "longestWait<",
            "longestWait=4",
            "longestWait<4@x",
            "longestWait<4:x",
            "longestWait<NaN",
        ] {
            assert!(parse_goal(wrong, 104).is_err(), "{wrong}");
        }
    }

    #[test]
    fn what_may_vary_is_read() {
        let project = samples::small();
        let scenario = project.scenario(&project.options[0]).expect("it is whole");
        let read =
            |text| parse_vary(text, &scenario).ok().map(|vary| (vary.place, vary.low, vary.high, vary.step));
        assert_eq!(read("therapist=1..2.5"), Some(("mix/posts/therapist/wte".to_owned(), 1.0, 2.5, 0.1)));
        assert_eq!(read("a/b=0..10:2"), Some(("a/b".to_owned(), 0.0, 10.0, 2.0)));
        for wrong in ["therapist", "therapist=1", "therapist=1..", "nobody=1..2", "therapist=1..2:x"] {
            assert!(parse_vary(wrong, &scenario).is_err(), "{wrong}");
        }
    }
}
