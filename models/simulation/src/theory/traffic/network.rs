//! The traffic equations: how many people a week come to each step, from who arrives and where they go on to.
//!
//! What comes to a step is what arrives there from outside plus the share of every other step's people that is
//! sent on to it, `x = e + Pᵀx`. A pathway is mostly one way, so the steps are taken in the order of the flow
//! (the strongly connected parts of the graph, sorted), and only where people go round is there anything to
//! solve: one part at a time, by elimination where it is small and by sweeps in the order of the design where
//! it is large.
//!
//! # Source
//! Jackson, "Networks of waiting lines", Operations Research 5 (1957): the equations. Tarjan, "Depth-first
//! search and linear graph algorithms", SIAM Journal on Computing 1 (1972): the parts and their order.

use nalgebra::{DMatrix, DVector};
use petgraph::algo::tarjan_scc;
use petgraph::graph::{DiGraph, NodeIndex};

/// A share short of one by less than this is one: shares are quotients of percentages.
const ROUNDING: f64 = 1e-9;

/// Parts of at most this many steps are eliminated at once; larger ones are mostly chains with a way back, for
/// which sweeps are quicker.
const SMALL_PART: usize = 24;

/// Sweeps over a large part before it is eliminated after all.
const MOST_SWEEPS: usize = 400;

/// Where people go from each step, by client group.
#[derive(Debug, Clone)]
pub(super) struct Network {
    /// Next steps with their shares `[groups][steps]`; what is missing to one leaves the service.
    onward: Vec<Vec<Vec<(usize, f64)>>>,
    /// Parts in which people can go round, in the order of the flow, the steps of each in that of the design.
    parts: Vec<Vec<usize>>,
}

impl Network {
    /// The network of these onward shares `[groups][steps]`.
    pub(super) fn new(onward: Vec<Vec<Vec<(usize, f64)>>>) -> Self {
        let steps = onward.first().map_or(0, Vec::len);
        let mut graph: DiGraph<(), ()> = DiGraph::with_capacity(steps, 2 * steps);
        let nodes: Vec<NodeIndex> = (0..steps).map(|_| graph.add_node(())).collect();
        for of_group in &onward {
            for (from, links) in of_group.iter().enumerate() {
                for (to, _) in links {
                    graph.update_edge(nodes[from], nodes[*to], ());
                }
            }
        }
        // Tarjan's parts come in reverse order of the flow.
        let parts = tarjan_scc(&graph).into_iter().rev().map(|part| {
            let mut steps: Vec<usize> = part.into_iter().map(NodeIndex::index).collect();
            steps.sort_unstable();
            steps
        });
        Self { parts: parts.collect(), onward }
    }

    /// A step that people of a group come to and can never leave the service from, if there is one.
    pub(super) fn endless(&self, group: usize, arriving: &[f64]) -> Option<usize> {
        let onward = &self.onward[group];
        let mut backward = vec![Vec::new(); onward.len()];
        for (from, links) in onward.iter().enumerate() {
            links.iter().for_each(|(to, _)| backward[*to].push(from));
        }
        let leaks =
            |links: &Vec<(usize, f64)>| links.iter().map(|(_, share)| share).sum::<f64>() < 1.0 - ROUNDING;
        let out = reached((0..onward.len()).filter(|step| leaks(&onward[*step])), onward.len(), |step| {
            backward[step].iter().copied()
        });
        let come = reached((0..onward.len()).filter(|step| arriving[*step] > 0.0), onward.len(), |step| {
            onward[step].iter().map(|(to, _)| *to)
        });
        (0..onward.len()).find(|step| come[*step] && !out[*step])
    }

    /// Whether somebody who has been at a step may come to it again.
    pub(super) fn goes_round(&self, step: usize) -> bool {
        self.parts.iter().any(|part| part.len() > 1 && part.binary_search(&step).is_ok())
            || self.onward.iter().any(|links| links[step].iter().any(|(to, _)| *to == step))
    }

    /// People a week of a group at each step, from those arriving there; nobody goes on from the steps in `ends`.
    ///
    /// # Errors
    /// A step of the part that could not be solved.
    pub(super) fn solve(&self, group: usize, arriving: &[f64], ends: &[bool]) -> Result<Vec<f64>, usize> {
        let mut flows = arriving.to_vec();
        let onward =
            |step: usize| -> &[(usize, f64)] { if ends[step] { &[] } else { &self.onward[group][step] } };
        let mut place = vec![usize::MAX; flows.len()];
        for part in &self.parts {
            match part[..] {
                [] => {}
                [step] => {
                    let again: f64 =
                        onward(step).iter().filter(|(to, _)| *to == step).map(|(_, share)| share).sum();
                    flows[step] /= 1.0 - again;
                }
                [first, ..] => {
                    part.iter().enumerate().for_each(|(at, step)| place[*step] = at);
                    let mut inside = Vec::new();
                    for (at, step) in part.iter().enumerate() {
                        let links = onward(*step).iter().filter(|(to, _)| part.binary_search(to).is_ok());
                        inside.extend(links.map(|(to, share)| (at, place[*to], *share)));
                    }
                    let outside: Vec<f64> = part.iter().map(|step| flows[*step]).collect();
                    let solved = solve_part(&outside, &inside).ok_or(first)?;
                    part.iter().zip(solved).for_each(|(step, flow)| flows[*step] = flow);
                }
            }
            for step in part {
                for (to, share) in onward(*step) {
                    if part.binary_search(to).is_err() {
                        flows[*to] += flows[*step] * share;
                    }
                }
            }
        }
        match flows.iter().position(|flow| !flow.is_finite()) {
            Some(step) => Err(step),
            None => Ok(flows),
        }
    }
}

/// The steps that can be reached from some of them.
fn reached<I: Iterator<Item = usize>>(
    from: impl Iterator<Item = usize>,
    steps: usize,
    next: impl Fn(usize) -> I,
) -> Vec<bool> {
    let mut known = vec![false; steps];
    let mut open: Vec<usize> = from.collect();
    open.iter().for_each(|step| known[*step] = true);
    while let Some(step) = open.pop() {
        for other in next(step) {
            if !known[other] {
                known[other] = true;
                open.push(other);
            }
        }
    }
    known
}

/// `x = outside + Pᵀx` within one part, from (from, to, share).
fn solve_part(outside: &[f64], inside: &[(usize, usize, f64)]) -> Option<Vec<f64>> {
    if outside.len() > SMALL_PART {
        let mut incoming = vec![Vec::new(); outside.len()];
        inside.iter().for_each(|(from, to, share)| incoming[*to].push((*from, *share)));
        if let Some(flows) = sweep(outside, &incoming) {
            return Some(flows);
        }
    }
    let n = outside.len();
    let mut matrix = DMatrix::<f64>::identity(n, n);
    inside.iter().for_each(|(from, to, share)| matrix[(*to, *from)] -= share);
    let solved = matrix.lu().solve(&DVector::from_column_slice(outside))?;
    Some(solved.iter().map(|flow| flow.max(0.0)).collect())
}

/// Gauss–Seidel sweeps until nothing moves; none when they are too slow.
fn sweep(outside: &[f64], incoming: &[Vec<(usize, f64)>]) -> Option<Vec<f64>> {
    let mut flows = outside.to_vec();
    for _ in 0..MOST_SWEEPS {
        let (mut moved, mut largest) = (0.0_f64, 0.0_f64);
        for (step, from) in incoming.iter().enumerate() {
            let flow = outside[step] + from.iter().map(|(other, share)| flows[*other] * share).sum::<f64>();
            moved = moved.max((flow - flows[step]).abs());
            largest = largest.max(flow.abs());
            flows[step] = flow;
        }
        if moved <= 1e-14 * largest {
            return Some(flows);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn solve(onward: Vec<Vec<(usize, f64)>>, arriving: &[f64]) -> Vec<f64> {
        let network = Network::new(vec![onward]);
        assert_eq!(network.endless(0, arriving), None, "everybody leaves in the end");
        network.solve(0, arriving, &vec![false; arriving.len()]).expect("it has a solution")
    }

    #[test]
    fn two_steps_that_send_people_to_each_other() {
        // x = 4 + y / 4 and y = 5 + x / 2: six and eight.
        let flows = solve(vec![vec![(1, 0.5)], vec![(0, 0.25)]], &[4.0, 5.0]);
        assert!((flows[0] - 6.0).abs() < 1e-12 && (flows[1] - 8.0).abs() < 1e-12, "{flows:?}");
    }

    #[test]
    fn a_step_that_sends_people_to_itself() {
        assert_eq!(solve(vec![vec![(0, 0.75)]], &[3.0]), [12.0]);
    }

    #[test]
    fn a_long_way_round_is_swept_to_the_same_answer() {
        // A chain of 200 steps with a tenth going back to its start: everybody passes 1 / 0.9 times.
        let mut onward: Vec<Vec<(usize, f64)>> = (1..200).map(|to| vec![(to, 1.0)]).collect();
        onward.push(vec![(0, 0.1)]);
        let mut arriving = vec![0.0; 200];
        arriving[0] = 9.0;
        let flows = solve(onward, &arriving);
        assert!(flows.iter().all(|flow| (flow - 10.0).abs() < 1e-10), "{flows:?}");
    }

    #[test]
    fn a_slow_way_round_is_eliminated() {
        // Everybody goes back with a chance of 0.999 at the end: too slow for sweeps.
        let mut onward: Vec<Vec<(usize, f64)>> = (1..40).map(|to| vec![(to, 1.0)]).collect();
        onward.push(vec![(0, 0.999)]);
        let mut arriving = vec![0.0; 40];
        arriving[0] = 1.0;
        let flows = solve(onward, &arriving);
        assert!(flows.iter().all(|flow| (flow - 1_000.0).abs() < 1e-6), "{flows:?}");
    }

    #[test]
    fn a_circle_without_a_way_out_is_named() {
        let network = Network::new(vec![vec![vec![(1, 1.0)], vec![(2, 1.0)], vec![(1, 1.0)]]]);
        assert_eq!(network.endless(0, &[1.0, 0.0, 0.0]), Some(0), "who comes to the first is caught");
        assert_eq!(network.endless(0, &[0.0; 3]), None, "nobody comes, nobody is caught");
        assert!(network.goes_round(2) && !network.goes_round(0));
    }

    #[test]
    fn nobody_goes_on_from_an_end() {
        let network = Network::new(vec![vec![vec![(1, 0.5)], vec![(0, 0.25)]]]);
        assert_eq!(network.solve(0, &[4.0, 5.0], &[true, true]), Ok(vec![4.0, 5.0]));
    }
}
