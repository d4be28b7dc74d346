//! What stands in the way when no mix within the limits does it: found by giving a little more of one thing at a time.

use super::lab::Lab;
use super::search::{Futures as _, Note};
use super::space::Space;
use super::{PostsError, Stage};
use crate::compare::place_words;
use crate::statistics::Mean;
use crate::words::quantity;

/// Futures for each thing tried; chosen.
const FUTURES: u32 = 40;

/// How much more of each thing is tried `[1]`; chosen: enough to show, little enough to be thought of.
const MORE: f64 = 0.2;

impl Lab<'_> {
    /// The bottleneck in a sentence: whatever, a fifth more of it, brings the goal that fails most often nearest.
    pub(super) fn bottleneck(&mut self, space: &Space) -> Result<String, PostsError> {
        self.note(Note::Stage(Stage::Bottleneck));
        let (_, most) = space.ends();
        let most = space.values(&most);
        let base = self.draw(&most, 0..FUTURES)?;
        let goals = &self.question.goals;
        let failing = (0..goals.len())
            .min_by_key(|goal| base.iter().filter(|future| goals[*goal].limit.met(future[*goal])).count())
            .unwrap_or(0);
        let goal = goals[failing];
        let mut best: Option<(f64, String, f64)> = None;
        for (place, factor) in self.resources() {
            let mut changes = self.changes(&most);
            let now = changes.iter().find(|(one, _)| *one == place).map(|(_, value)| *value);
            let now = now.or_else(|| figure_at(self.scenario, &place)).unwrap_or_default();
            changes.retain(|(one, _)| *one != place);
            changes.push((place.clone(), now * factor));
            let more = self.simulate(&changes, 0..FUTURES)?;
            let gains = more
                .iter()
                .zip(&base)
                .map(|(more, base)| goal.limit.sign() * (more[failing] - base[failing]));
            let gain = Mean::of(gains);
            let clear = gain.interval(0.99).low > 0.0;
            if clear && best.as_ref().is_none_or(|(most, ..)| gain.mean > *most) {
                best = Some((gain.mean, place, factor));
            }
        }
        let Some((gain, place, factor)) = best else {
            return Ok("No single one of posts, places, seats, group frequency or limits on new people moves it by itself: look at what people need, at referrals, or at the order of the queue.".to_owned());
        };
        let what = if factor < 1.0 { "starting groups a quarter more often at" } else { "a fifth more of" };
        Ok(format!(
            "The bottleneck is {}: {what} it would change the {} by {} for the better, more than a fifth more of anything else.",
            place_words(self.scenario, &place),
            goal.figure,
            quantity(gain, goal.figure.unit())
        ))
    }

    /// Everything there could be more of, with the factor that gives more.
    fn resources(&self) -> Vec<(String, f64)> {
        let more = |place: &String| match place.split('/').collect::<Vec<_>>()[..] {
            ["mix", "posts", _, "wte"]
            | ["design", "steps", _, "work", "places" | "seats" | "newPerWeek" | "caseloadPerWte"] => {
                Some(1.0 + MORE)
            }
            ["design", "steps", _, "work", "schedule", "everyWeeks"] => Some(1.0 - MORE),
            _ => None,
        };
        self.scenario.places().iter().filter_map(|place| Some((place.clone(), more(place)?))).collect()
    }
}

/// The figure at a place.
fn figure_at(scenario: &pathloom_service::Scenario, wanted: &str) -> Option<f64> {
    use pathloom_service::{Figures, Trail};
    let mut found = None;
    scenario.clone().walk(&mut Trail::default(), &mut |trail, figure| {
        if found.is_none() && trail.path() == wanted {
            found = Some(figure.likely);
        }
    });
    found
}
