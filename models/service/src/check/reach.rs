//! The pathway as a whole: steps nobody reaches, people who never leave, loops without time and loops that lock.
//!
//! Strongly connected components of the graph of links that somebody may take. Only certainties are errors: a loop
//! in which every step *always* takes no time, not one in which a step may happen to.

use petgraph::algo::kosaraju_scc;
use petgraph::graph::{DiGraph, NodeIndex};
use petgraph::visit::{Dfs, Reversed};

use super::distributions::highest;
use super::findings::{At, Findings};
use super::words::{label, list};
use crate::demand::StartingList;
use crate::distribution::{Count, Distribution};
use crate::estimate::Estimate;
use crate::graph::graph;
use crate::project::Design;
use crate::step::{Cause, Contacts, Link, Schedule, Share, Step, Work};

/// One design.
pub(super) fn design(at: &At, design: &Design, findings: &mut Findings) {
    if design.steps.is_empty() {
        return;
    }
    let mut pathway = Pathway { at, design, flow: graph(design) };
    pathway.flow.retain_edges(|flow, edge| {
        flow.edge_weight(edge).is_none_or(|link| may_be_taken(&design.links[*link]))
    });
    pathway.loops_without_time(findings);
    pathway.loops_that_lock(findings);
    pathway.ends(findings);
}

struct Pathway<'a> {
    at: &'a At,
    design: &'a Design,
    /// Links that somebody may take.
    flow: DiGraph<usize, usize>,
}

impl Pathway<'_> {
    fn step(&self, node: NodeIndex) -> Option<&Step> {
        self.design.steps.get(self.flow[node])
    }

    fn is_outcome(&self, node: NodeIndex) -> bool {
        self.step(node).is_some_and(|step| matches!(step.work, Work::Outcome(_)))
    }

    /// Where people appear: referrals, and steps with people in them at the start.
    fn sources(&self) -> Vec<NodeIndex> {
        let appears = |step: &Step| matches!(step.work, Work::Referrals(_)) || starts_with_people(step);
        self.flow.node_indices().filter(|node| self.step(*node).is_some_and(appears)).collect()
    }

    /// Ways back from an outcome, as edges after the last link.
    fn with_returns(&self, taken: impl Fn(&Step) -> bool) -> DiGraph<usize, usize> {
        let mut flow = self.flow.clone();
        let nodes: std::collections::BTreeMap<&str, NodeIndex> =
            flow.node_indices().filter_map(|node| Some((self.step(node)?.id.as_str(), node))).collect();
        for node in self.flow.node_indices() {
            if let Some(Step { work: Work::Outcome(outcome), .. }) = self.step(node)
                && let Some(returns) = &outcome.returns
                && highest(&returns.percent) > 0.0
                && self.step(node).is_some_and(&taken)
                && let Some(back) = nodes.get(returns.to.as_str())
            {
                flow.add_edge(node, *back, self.design.links.len());
            }
        }
        flow
    }

    fn ends(&self, findings: &mut Findings) {
        let sources = self.sources();
        if sources.is_empty() {
            let message = format!("nobody is referred to {}", label(&self.design.name, &self.design.id));
            findings.warning(
                self.at,
                "nobody-arrives",
                message,
                "add a referral step, or people waiting at the start",
            );
            return;
        }
        let reached = from_all(&self.with_returns(|_| true), &sources);
        for node in self.flow.node_indices().filter(|node| !reached[node.index()]) {
            let Some(step) = self.step(node) else { continue };
            if !matches!(step.work, Work::UniversalOffer(_)) {
                let message = format!("nobody reaches {}", label(&step.name, &step.id));
                findings.warning(
                    &self.at.step(node.index(), &step.id),
                    "never-reached",
                    message,
                    "draw a link to it, or remove it",
                );
            }
        }
        self.nobody_leaves(&reached, findings);
    }

    fn nobody_leaves(&self, reached: &[bool], findings: &mut Findings) {
        let outcomes: Vec<NodeIndex> =
            self.flow.node_indices().filter(|node| self.is_outcome(*node)).collect();
        if outcomes.is_empty() {
            let message =
                format!("{} has no outcome: nobody ever leaves", label(&self.design.name, &self.design.id));
            findings.error(
                self.at,
                "no-outcome",
                message,
                "add at least one outcome, \"Discharged\" will do",
            );
            return;
        }
        let leaves = from_all(Reversed(&self.flow), &outcomes);
        for part in kosaraju_scc(&self.flow) {
            let stuck = part.iter().any(|node| reached[node.index()] && !leaves[node.index()]);
            let goes_on =
                part.iter().any(|node| self.flow.neighbors(*node).any(|next| !part.contains(&next)));
            // A single step without any link is reported as one with no way on.
            let dead_end = part.iter().all(|node| self.flow.neighbors(*node).next().is_none());
            if stuck && !goes_on && !dead_end {
                let message = format!("people who reach {} can never leave", self.names(&part));
                findings.error(
                    &self.first(&part),
                    "never-leave",
                    message,
                    "draw a link that leads on to an outcome",
                );
            }
        }
    }

    fn loops_without_time(&self, findings: &mut Findings) {
        let mut instant = self.with_returns(|step| match &step.work {
            Work::Outcome(outcome) => {
                outcome.returns.as_ref().is_some_and(|returns| no_time(&returns.after_weeks))
            }
            _ => false,
        });
        let flow = instant.clone();
        instant.retain_edges(|graph, edge| {
            let link = self.design.links.get(graph[edge]);
            let from = flow.edge_endpoints(edge).and_then(|(from, _)| self.step(from));
            match (link, from) {
                (Some(link), Some(from)) => takes_no_time(from, &link.cause),
                _ => true,
            }
        });
        for part in cycles(&instant) {
            let message = format!(
                "people would go round {} without any time passing, and never come out",
                self.names(&part)
            );
            let hint = "add a delay, or the time the work takes";
            findings.error(&self.first(&part), "loop-without-time", message, hint);
        }
    }

    /// Places that wait for each other in a ring, splits between them looked through.
    fn loops_that_lock(&self, findings: &mut Findings) {
        let mut held = self.flow.clone();
        held.retain_edges(|graph, edge| {
            let link = self.design.links.get(graph[edge]);
            let ends = self.flow.edge_endpoints(edge);
            let holds = |node| {
                self.step(node).is_some_and(|step| matches!(&step.work, Work::Split) || keeps_place(step))
            };
            link.is_some_and(|link| matches!(link.cause, Cause::Completed(_)))
                && ends.is_some_and(|(from, to)| holds(from) && holds(to))
        });
        for part in cycles(&held) {
            if part.iter().any(|node| self.step(*node).is_some_and(keeps_place)) {
                let message = format!(
                    "{} could lock: everybody may be waiting for the next one's place",
                    self.names(&part)
                );
                let hint = "let people give up their place at one of these steps, or check that there is always room";
                findings.warning(&self.first(&part), "may-lock", message, hint);
            }
        }
    }

    fn names(&self, part: &[NodeIndex]) -> String {
        let mut nodes = part.to_vec();
        nodes.sort();
        let names: Vec<String> = nodes
            .iter()
            .filter_map(|node| self.step(*node))
            .map(|step| label(&step.name, &step.id))
            .collect();
        list(&names)
    }

    fn first(&self, part: &[NodeIndex]) -> At {
        let first = part.iter().min().and_then(|node| Some((node.index(), self.step(*node)?)));
        first.map_or(self.at.clone(), |(index, step)| self.at.step(index, &step.id))
    }
}

/// The parts of a graph in which one can go round.
fn cycles(graph: &DiGraph<usize, usize>) -> Vec<Vec<NodeIndex>> {
    let mut parts = kosaraju_scc(graph);
    parts.retain(|part| part.len() > 1 || part.first().is_some_and(|node| graph.contains_edge(*node, *node)));
    parts
}

/// Which nodes can be reached from some others, by position.
fn from_all<G>(graph: G, sources: &[NodeIndex]) -> Vec<bool>
where
    G: petgraph::visit::IntoNeighbors<NodeId = NodeIndex>
        + petgraph::visit::Visitable<
            NodeId = NodeIndex,
            Map = <DiGraph<usize, usize> as petgraph::visit::Visitable>::Map,
        > + petgraph::visit::NodeCount
        + Copy,
{
    let mut reached = vec![false; graph.node_count()];
    let mut search = Dfs::empty(graph);
    for source in sources {
        search.move_to(*source);
        while let Some(node) = search.next(graph) {
            reached[node.index()] = true;
        }
    }
    reached
}

/// Whether anybody may take a link. Links out of outcomes are reported and then looked past.
fn may_be_taken(link: &Link) -> bool {
    match &link.cause {
        Cause::Completed(Share { percent, percent_by_group, .. }) => {
            highest(percent) > 0.0 || percent_by_group.values().any(|percent| highest(percent) > 0.0)
        }
        _ => true,
    }
}

fn starts_with_people(step: &Step) -> bool {
    let Some(start) = step.start() else { return false };
    let waiting = match &start.waiting {
        Some(StartingList::Summary(summary)) => highest(&summary.number) > 0.0,
        Some(StartingList::Ages(ages)) => !ages.weeks.is_empty(),
        None => false,
    };
    waiting || start.in_treatment.as_ref().is_some_and(|treatment| highest(&treatment.number) > 0.0)
}

fn keeps_place(step: &Step) -> bool {
    matches!(&step.work, Work::Places(places) if places.keeps_place_until_admitted)
}

/// Whether somebody who leaves a step by this cause has surely spent no time there.
fn takes_no_time(step: &Step, cause: &Cause) -> bool {
    match cause {
        Cause::TurnedAway => true,
        Cause::Completed(_) => instant(&step.work),
        Cause::RemovedWhileWaiting(waiting) | Cause::EscalatedWhileWaiting(waiting) => {
            waiting.after_weeks.as_ref().is_some_and(zero)
        }
        Cause::MissedTooOften => false,
    }
}

fn instant(work: &Work) -> bool {
    match work {
        Work::Split | Work::Referrals(_) | Work::Outcome(_) => true,
        Work::Delay(delay) => no_time(&delay.days),
        Work::Places(places) => no_time(&places.stay_days),
        Work::Contacts(contacts) => contacts_instant(contacts),
        Work::Group(group) => {
            let at_once = matches!(group.schedule, Schedule::WhenFull);
            at_once
                && zero(&group.session_minutes)
                && (highest(&group.sessions) <= 1.0 || zero(&group.weeks_between))
        }
        Work::UniversalOffer(_) => false,
    }
}

fn contacts_instant(contacts: &Contacts) -> bool {
    let once = matches!(&contacts.contacts_per_person, Count::Fixed(count) if highest(&count.value) <= 1.0);
    no_time(&contacts.face_to_face_minutes)
        && [&contacts.admin_minutes, &contacts.travel_minutes, &contacts.booking_notice_days]
            .into_iter()
            .all(zero)
        && (once || zero(&contacts.weeks_between))
}

fn zero(figure: &Estimate) -> bool {
    highest(figure) <= 0.0
}

/// Whether a distribution is always 0.
pub(super) fn no_time(distribution: &Distribution) -> bool {
    match distribution {
        Distribution::Fixed(fixed) => zero(&fixed.value),
        Distribution::Exponential(exponential) => zero(&exponential.mean),
        Distribution::Uniform(between) => zero(&between.high),
        Distribution::Triangular(points) | Distribution::Pert(points) => zero(&points.high),
        Distribution::Normal(spread) | Distribution::Lognormal(spread) | Distribution::Gamma(spread) => {
            let raised = spread.at_least.as_ref().is_some_and(|least| !zero(least));
            !raised && (spread.at_most.as_ref().is_some_and(zero) || (zero(&spread.mean) && zero(&spread.sd)))
        }
        Distribution::Weibull(weibull) => zero(&weibull.mean),
        Distribution::Mixture(mixture) => {
            mixture.parts.iter().all(|part| zero(&part.percent) || no_time(&part.of))
        }
        Distribution::Counted(counted) => counted.values.iter().all(|value| *value <= 0.0),
    }
}
