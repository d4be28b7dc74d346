//! The cheapest mix that meets every goal, found by halving boxes.
//!
//! If the most helpful mix of a box fails, the whole box fails; if its cheapest mix costs no less than one already found,
//! it is not looked at. Boxes are opened in the order of their cheapest mix, so the first one that is a single mix and
//! meets the goals is the answer. (Branch and bound: A. H. Land and A. G. Doig, "An automatic method of solving discrete
//! programming problems", Econometrica 28 (1960).)
//!
//! The chance α of being wrong is shared among the mixes that are tried (Boole's inequality): as many as halving each axis
//! once to its end would try share three quarters of it alike, and the j-th one after those gets α / 4 / (j (j + 1)),
//! which adds to the last quarter however many there are (alpha spending).

use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap};
use std::ops::Range;

use super::space::{Block, Point, Price, Space};
use super::trial::{Tally, Trial, Verdict};
use super::{Goal, PostsError, Stage};

/// Where simulated futures come from.
pub(super) trait Futures {
    /// Futures of a mix by their numbers: the figure of every goal and, last, that of the frontier. Fewer than asked for
    /// when somebody has stopped it.
    ///
    /// # Errors
    /// [`PostsError::CannotSimulate`].
    fn draw(&mut self, values: &[f64], numbers: Range<u32>) -> Result<Vec<Vec<f64>>, PostsError>;

    /// Hears how the search gets on.
    fn note(&mut self, _note: Note) {}
}

/// How a search gets on.
#[derive(Debug, Clone, Copy)]
pub(super) enum Note<'a> {
    /// It goes on to something else.
    Stage(Stage),
    /// The cheapest mix so far that meets the goals.
    Best {
        /// Its figures.
        values: &'a [f64],
        /// Its yearly cost `[£ a year]`.
        cost: f64,
    },
}

/// Somebody stopped it, or it went wrong.
#[derive(Debug)]
pub(super) enum Halt {
    /// Stopped.
    Stopped,
    /// Went wrong.
    Failed(PostsError),
}

impl From<PostsError> for Halt {
    fn from(error: PostsError) -> Self {
        Self::Failed(error)
    }
}

/// A search under way, with everything it has learnt.
pub(super) struct Search<'s> {
    /// The mixes.
    pub(super) space: &'s Space,
    /// The goals.
    pub(super) goals: &'s [Goal],
    /// Chance that the answer is wrong `[1]`.
    pub(super) error: f64,
    /// Half-width of the indifference zone `[1]`.
    pub(super) indifference: f64,
    /// Where futures come from.
    pub(super) futures: &'s mut dyn Futures,
    /// Futures of every mix looked at.
    pub(super) tallies: BTreeMap<Point, Tally>,
    /// Verdicts on mixes that were tried.
    pub(super) verdicts: BTreeMap<Point, Verdict>,
    /// The cheapest mix found so far.
    pub(super) best: Option<Point>,
}

impl Search<'_> {
    /// The cheapest mix that meets the goals; none when none does.
    pub(super) fn cheapest(&mut self) -> Result<Option<Point>, Halt> {
        let mut open = BinaryHeap::new();
        for (order, block) in self.space.boxes().into_iter().enumerate() {
            open.push(self.entry(block, order));
        }
        let mut order = open.len();
        while let Some(Reverse(entry)) = open.pop() {
            if self.best.as_ref().is_some_and(|best| self.space.price(best) <= entry.price) {
                break;
            }
            let block = entry.block;
            if self.try_mix(&block.high)? == Verdict::Fails {
                continue;
            }
            self.offer(&block.high);
            if self.known(&block.low) == Some(Verdict::Meets) {
                self.offer(&block.cheapest(self.space));
                continue;
            }
            for half in block.halves(self.space).into_iter().flatten() {
                order += 1;
                open.push(self.entry(half, order));
            }
        }
        Ok(self.best.clone())
    }

    /// The cheapest mix that meets the goals, every cheaper one having been tried: for when helpfulness has no order.
    pub(super) fn cheapest_of_all(&mut self) -> Result<Option<Point>, Halt> {
        self.best = None;
        for point in self.space.all_by_cost() {
            if self.try_alone(&point)? == Verdict::Meets {
                self.best = Some(point);
                break;
            }
        }
        Ok(self.best.clone())
    }

    /// Two verdicts that cannot both be right if more never hurts.
    pub(super) fn contradiction(&self) -> bool {
        let with = |wanted| self.verdicts.iter().filter(move |(_, verdict)| **verdict == wanted);
        with(Verdict::Meets)
            .any(|(meets, _)| with(Verdict::Fails).any(|(fails, _)| self.space.at_least(fails, meets)))
    }

    /// Makes sure a mix has so many futures.
    pub(super) fn top_up(&mut self, point: &[usize], until: u32) -> Result<(), Halt> {
        let tally = self.tallies.entry(point.to_vec()).or_insert_with(|| Tally::new(self.goals.len()));
        let have = tally.futures();
        if have < until {
            let futures = self.futures.draw(&self.space.values(point), have..until)?;
            tally.add(self.goals, &futures);
            if tally.futures() < until {
                return Err(Halt::Stopped);
            }
        }
        Ok(())
    }

    /// Futures simulated so far.
    pub(super) fn spent(&self) -> u64 {
        self.tallies.values().map(|tally| u64::from(tally.futures())).sum()
    }

    fn entry(&self, block: Block, order: usize) -> Reverse<Entry> {
        let price = Price { steps: block.low.iter().sum(), ..self.space.price(&block.cheapest(self.space)) };
        Reverse(Entry { price, order, block })
    }

    fn offer(&mut self, point: &[usize]) {
        if self.best.as_ref().is_none_or(|best| self.space.price(point) < self.space.price(best)) {
            self.best = Some(point.to_vec());
            self.futures.note(Note::Best { values: &self.space.values(point), cost: self.space.cost(point) });
        }
    }

    /// The verdict that follows from what is known, more never hurting.
    fn known(&self, point: &[usize]) -> Option<Verdict> {
        self.verdicts.iter().find_map(|(tried, verdict)| match verdict {
            Verdict::Meets => self.space.at_least(point, tried).then_some(Verdict::Meets),
            Verdict::Fails => self.space.at_least(tried, point).then_some(Verdict::Fails),
        })
    }

    fn try_mix(&mut self, point: &[usize]) -> Result<Verdict, Halt> {
        match self.known(point) {
            Some(verdict) => Ok(verdict),
            None => self.try_alone(point),
        }
    }

    /// The chance of a wrong verdict that the next mix to be tried may have.
    fn level(&self) -> f64 {
        let halvings = |values: usize| values.ilog2() as usize + 2;
        let planned: usize = self.space.axes.iter().map(|axis| halvings(axis.values.len())).sum();
        match self.verdicts.len().checked_sub(planned) {
            None => 0.75 * self.error / planned as f64,
            Some(later) => {
                let j = (later + 1) as f64;
                0.25 * self.error / (j * (j + 1.0))
            }
        }
    }

    /// The verdict of a trial of this very mix.
    pub(super) fn try_alone(&mut self, point: &[usize]) -> Result<Verdict, Halt> {
        if let Some(verdict) = self.verdicts.get(point) {
            return Ok(*verdict);
        }
        let trial = Trial { level: self.level(), indifference: self.indifference };
        let mut until = trial.next_look(self.goals, 0);
        loop {
            self.top_up(point, until)?;
            let tally = &self.tallies[point];
            if let Some(verdict) = trial.verdict(self.goals, tally) {
                self.verdicts.insert(point.to_vec(), verdict);
                return Ok(verdict);
            }
            until = trial.next_look(self.goals, tally.futures());
        }
    }
}

/// A box in the order in which it is opened: by the lowest price in it, then as they came.
struct Entry {
    price: Price,
    order: usize,
    block: Block,
}

impl Ord for Entry {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.price.cmp(&other.price).then(self.order.cmp(&other.order))
    }
}

impl PartialOrd for Entry {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Entry {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Entry {}
