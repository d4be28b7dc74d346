//! Uncertain inputs: drawn once for each replication.

use pathloom_service::{Estimate, Figures, Scenario, Trail};

use crate::sample::pert;
use crate::stream::{Purpose, Stream, id_key, replication_key};

/// Whether any figure of a scenario has a range.
pub(crate) fn any_uncertain(scenario: &Scenario) -> bool {
    let mut found = false;
    scenario.clone().walk(&mut Trail::default(), &mut |_, figure| found |= figure.is_uncertain());
    found
}

/// The scenario of one replication: every figure with a range replaced by a draw from its PERT distribution.
///
/// A draw is keyed by the figure's place, so two options that share a figure share its value.
pub(crate) fn draw(scenario: &Scenario, seed: u64, replication: u32) -> Scenario {
    let mut drawn = scenario.clone();
    let key = replication_key(seed, replication);
    drawn.walk(&mut Trail::default(), &mut |trail, figure| {
        if let (true, Some((low, high))) = (figure.is_uncertain(), figure.range) {
            let mut stream = Stream::new(key, id_key(&trail.path()), Purpose::Input, 0);
            *figure = Estimate::exactly(pert(low, figure.likely, high, 1.0).draw(&mut stream));
        }
    });
    drawn
}
