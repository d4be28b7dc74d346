//! The mixes there are: a grid of figures within limits, each with its yearly cost.

use std::cmp::Ordering;

/// One figure that may vary, its values ordered from the least to the most helpful.
#[derive(Debug, Clone)]
pub(super) struct Axis {
    /// The values.
    pub(super) values: Vec<f64>,
    /// Yearly cost of each `[£ a year]`, linear in the value.
    pub(super) costs: Vec<f64>,
    /// Whether a later value is known to help at least as much; otherwise values are only compared for equality.
    pub(super) ordered: bool,
}

/// A mix: the position of its value on each axis.
pub(super) type Point = Vec<usize>;

/// All mixes.
#[derive(Debug, Clone)]
pub(super) struct Space {
    /// The axes.
    pub(super) axes: Vec<Axis>,
    /// Yearly cost of everything that does not vary `[£ a year]`.
    pub(super) fixed_cost: f64,
}

impl Space {
    /// How many mixes there are.
    pub(super) fn size(&self) -> f64 {
        self.axes.iter().map(|axis| axis.values.len() as f64).product()
    }

    /// The figures of a mix.
    pub(super) fn values(&self, point: &[usize]) -> Vec<f64> {
        self.axes.iter().zip(point).map(|(axis, at)| axis.values[*at]).collect()
    }

    /// The yearly cost of a mix `[£ a year]`.
    pub(super) fn cost(&self, point: &[usize]) -> f64 {
        self.fixed_cost + self.axes.iter().zip(point).map(|(axis, at)| axis.costs[*at]).sum::<f64>()
    }

    /// What a mix is judged by.
    pub(super) fn price(&self, point: &[usize]) -> Price {
        Price { cost: self.cost(point), steps: point.iter().sum() }
    }

    /// Whether one mix is known to help at least as much as another.
    pub(super) fn at_least(&self, one: &[usize], other: &[usize]) -> bool {
        let on = |(axis, (one, other)): (&Axis, (&usize, &usize))| {
            if axis.ordered { one >= other } else { one == other }
        };
        self.axes.iter().zip(one.iter().zip(other)).all(on)
    }

    /// The least and the most helpful mix, or what comes nearest where an axis has no order.
    pub(super) fn ends(&self) -> (Point, Point) {
        (vec![0; self.axes.len()], self.axes.iter().map(|axis| axis.values.len() - 1).collect())
    }

    /// Every mix, the cheapest first; only for small spaces.
    pub(super) fn all_by_cost(&self) -> Vec<Point> {
        let mut points: Vec<Point> = vec![Vec::new()];
        for axis in &self.axes {
            let with =
                |point: Point| (0..axis.values.len()).map(move |at| [point.clone(), vec![at]].concat());
            points = points.into_iter().flat_map(with).collect();
        }
        points.sort_by(|one, other| self.price(one).cmp(&self.price(other)).then_with(|| one.cmp(other)));
        points
    }

    /// The boxes that hold every mix once: one, or one for each combination of values without an order.
    pub(super) fn boxes(&self) -> Vec<Block> {
        let mut boxes = vec![Block { low: Vec::new(), high: Vec::new() }];
        for axis in &self.axes {
            let last = axis.values.len() - 1;
            let parts: Vec<(usize, usize)> =
                if axis.ordered { vec![(0, last)] } else { (0..=last).map(|at| (at, at)).collect() };
            boxes = boxes.iter().flat_map(|block| parts.iter().map(|part| block.with(*part))).collect();
        }
        boxes
    }
}

/// What a mix is judged by: its yearly cost and, of equal costs, how many steps it is from the least helpful values, so
/// that of what is free no more is asked than it takes.
#[derive(Debug, Clone, Copy)]
pub(super) struct Price {
    /// Yearly cost `[£ a year]`.
    pub(super) cost: f64,
    /// Steps from the least helpful values.
    pub(super) steps: usize,
}

impl Ord for Price {
    fn cmp(&self, other: &Self) -> Ordering {
        self.cost.total_cmp(&other.cost).then(self.steps.cmp(&other.steps))
    }
}

impl PartialOrd for Price {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Price {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Price {}

/// All mixes between a least and a most helpful one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Block {
    /// The least helpful mix in it.
    pub(super) low: Point,
    /// The most helpful mix in it.
    pub(super) high: Point,
}

impl Block {
    fn with(&self, part: (usize, usize)) -> Block {
        Block { low: [&self.low[..], &[part.0]].concat(), high: [&self.high[..], &[part.1]].concat() }
    }

    /// The cheapest mix in it: costs are linear, so it is at a corner.
    pub(super) fn cheapest(&self, space: &Space) -> Point {
        let ends = self.low.iter().zip(&self.high);
        let cheaper = |(axis, (low, high)): (&Axis, (&usize, &usize))| {
            if axis.costs[*high] < axis.costs[*low] { *high } else { *low }
        };
        space.axes.iter().zip(ends).map(cheaper).collect()
    }

    /// Its two halves, cut across the axis over which costs differ most.
    pub(super) fn halves(&self, space: &Space) -> Option<[Block; 2]> {
        let extent = |axis: usize| {
            let costs = &space.axes[axis].costs;
            ((costs[self.high[axis]] - costs[self.low[axis]]).abs(), self.high[axis] - self.low[axis])
        };
        let cut =
            (0..self.low.len()).filter(|axis| self.high[*axis] > self.low[*axis]).max_by(|one, other| {
                let (one, other) = (extent(*one), extent(*other));
                one.0.total_cmp(&other.0).then(one.1.cmp(&other.1))
            })?;
        let middle = usize::midpoint(self.low[cut], self.high[cut]);
        let (mut lower, mut upper) = (self.clone(), self.clone());
        lower.high[cut] = middle;
        upper.low[cut] = middle + 1;
        Some([lower, upper])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn space() -> Space {
        let axis = |count: usize, cost: f64, ordered| Axis {
            values: (0..count).map(|at| at as f64).collect(),
            costs: (0..count).map(|at| at as f64 * cost).collect(),
            ordered,
        };
        Space { axes: vec![axis(4, 10.0, true), axis(3, -1.0, true), axis(2, 0.0, false)], fixed_cost: 100.0 }
    }

    #[test]
    fn boxes_hold_every_mix_once() {
        let space = space();
        let mut seen = Vec::new();
        let mut open = space.boxes();
        assert_eq!(open.len(), 2, "one for each value without an order");
        while let Some(block) = open.pop() {
            match block.halves(&space) {
                Some(halves) => open.extend(halves),
                None => seen.push(block.low),
            }
        }
        seen.sort();
        let mut all = space.all_by_cost();
        assert_eq!((all.len(), space.size(), space.cost(&all[0])), (24, 24.0, 98.0));
        all.sort();
        assert_eq!(seen, all);
    }

    #[test]
    fn the_cheapest_mix_of_a_box_is_a_corner() {
        let space = space();
        let block = &space.boxes()[0];
        assert_eq!(block.cheapest(&space), [0, 2, 0]);
        assert!(space.at_least(&[3, 2, 0], &[1, 2, 0]) && !space.at_least(&[3, 2, 1], &[1, 2, 0]));
    }
}
