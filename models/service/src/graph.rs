//! The pathway as a graph: steps as nodes, links as edges.

use std::collections::HashMap;

use petgraph::graph::{DiGraph, NodeIndex};

use crate::project::Design;

/// The graph of a design: node weights are positions in `steps`, edge weights positions in `links`.
///
/// Links whose ends do not exist are left out; [`crate::check()`] reports them.
pub fn graph(design: &Design) -> DiGraph<usize, usize> {
    let mut graph = DiGraph::with_capacity(design.steps.len(), design.links.len());
    let nodes: HashMap<&str, NodeIndex> =
        design.steps.iter().enumerate().map(|(at, step)| (step.id.as_str(), graph.add_node(at))).collect();
    for (at, link) in design.links.iter().enumerate() {
        if let (Some(&from), Some(&to)) = (nodes.get(link.from.as_str()), nodes.get(link.to.as_str())) {
            graph.add_edge(from, to, at);
        }
    }
    graph
}
