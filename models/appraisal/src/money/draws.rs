//! The figures of an option as they are in each simulated future.

use std::collections::BTreeMap;

use pathloom_service::{Figures, Posts, Scenario, Trail};
use pathloom_simulation::UncertainInputs;

/// The values of every price and rate of an option, and of every uncertain figure, future by future.
pub(super) struct Draws {
    /// Where each price or rate stands in a row.
    at: BTreeMap<String, usize>,
    /// What they are when nothing is uncertain.
    likely: Vec<f64>,
    /// A row for each future; empty when no price or rate is uncertain.
    rows: Vec<Vec<f64>>,
    /// Uncertain figures of the staffing mix, in each future.
    staffing: Vec<BTreeMap<String, f64>>,
}

/// Fields outside the section on money that hold prices.
const PRICES: [&str; 5] =
    ["costPoundsPerYear", "costPoundsPerDay", "costPounds", "benefitPounds", "qualityAdjustedLifeYears"];

fn is_price(trail: &Trail) -> bool {
    let (first, last) = (trail.segments().first(), trail.segments().last());
    first.is_some_and(|part| part == "economics") || last.is_some_and(|part| PRICES.contains(&part.as_str()))
}

impl Draws {
    /// The figures of a scenario in the futures of these numbers, held at their likely values or drawn.
    pub(super) fn of(scenario: &Scenario, seed: u64, futures: &[u32], held: bool) -> Self {
        let (mut at, mut likely) = (BTreeMap::new(), Vec::new());
        let mut copy = scenario.clone();
        copy.walk(&mut Trail::default(), &mut |trail, figure| {
            if is_price(trail) {
                at.insert(trail.path(), likely.len());
                likely.push(figure.likely);
            }
        });
        let mut draws = Self { at, likely, rows: Vec::new(), staffing: Vec::new() };
        if held {
            return draws;
        }
        let inputs = UncertainInputs::of(scenario);
        let places: Vec<&str> = inputs.places().collect();
        if places.iter().any(|place| draws.at.contains_key(*place) || place.starts_with("mix/")) {
            for future in futures {
                let values = inputs.values(seed, *future);
                let (mut row, mut staffing) = (draws.likely.clone(), BTreeMap::new());
                for (place, value) in places.iter().zip(values) {
                    if let Some(at) = draws.at.get(*place) {
                        row[*at] = value;
                    } else if place.starts_with("mix/") {
                        staffing.insert((*place).to_owned(), value);
                    }
                }
                draws.rows.push(row);
                draws.staffing.push(staffing);
            }
        }
        draws
    }

    /// Where a price or rate stands in a row; none when the option has no such figure.
    pub(super) fn find(&self, place: &str) -> Option<usize> {
        self.at.get(place).copied()
    }

    /// The places of all prices and rates.
    pub(super) fn places(&self) -> impl Iterator<Item = &str> {
        self.at.keys().map(String::as_str)
    }

    /// The likely value of a price or rate.
    pub(super) fn likely(&self, at: usize) -> f64 {
        self.likely[at]
    }

    /// All prices and rates of a future.
    pub(super) fn row(&self, future: usize) -> &[f64] {
        self.rows.get(future).unwrap_or(&self.likely)
    }

    /// Whether a price or rate is anything but 0 in any future.
    pub(super) fn is_set(&self, at: usize) -> bool {
        self.likely[at] != 0.0 || self.rows.iter().any(|row| row[at] != 0.0)
    }

    /// The posts of a role as they are in a future.
    pub(super) fn posts(&self, posts: &Posts, future: usize) -> Posts {
        let mut drawn = posts.clone();
        if let Some(values) = self.staffing.get(future).filter(|values| !values.is_empty()) {
            drawn.walk(&mut Trail::default(), &mut |trail, figure| {
                if let Some(value) = values.get(&format!("mix/posts/{}/{}", posts.role, trail.path())) {
                    figure.likely = *value;
                }
            });
        }
        drawn
    }
}
