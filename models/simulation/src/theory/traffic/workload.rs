//! The staff work of the whole pathway, shared out, and what it means for one step.

use super::hours::Capacity;
use super::sharing::{Sharing, Task, pools};
use crate::plan::Plan;

/// The work of all roles.
pub(super) struct Workload {
    /// Tasks in the order of their steps.
    pub(super) tasks: Vec<Task>,
    /// Who does them.
    pub(super) sharing: Sharing,
    /// What each role has.
    pub(super) capacities: Vec<Capacity>,
    /// Hours of each role at full speed `[hours a week]`.
    pub(super) hours: Vec<f64>,
    /// Sets of roles that can do some of each other's work.
    pub(super) pools: Vec<Vec<usize>>,
    pool_of_role: Vec<usize>,
}

impl Workload {
    /// Shares the tasks out; they come in the order of their steps.
    pub(super) fn new(plan: &Plan, tasks: Vec<Task>, capacities: Vec<Capacity>) -> Self {
        let hours: Vec<f64> = capacities.iter().map(|capacity| capacity.at_full_speed).collect();
        let sharing = Sharing::new(&tasks, &hours);
        let pools = pools(&tasks, plan.roles.len());
        let mut pool_of_role = vec![0; plan.roles.len()];
        for (at, pool) in pools.iter().enumerate() {
            pool.iter().for_each(|role| pool_of_role[*role] = at);
        }
        Self { tasks, sharing, capacities, hours, pools, pool_of_role }
    }

    /// The tasks of a step, with their positions.
    pub(super) fn of_step(&self, step: usize) -> impl Iterator<Item = (usize, &Task)> {
        // Tasks are in the order of the steps.
        let first = self.tasks.partition_point(|task| task.step < step);
        self.tasks.iter().enumerate().skip(first).take_while(move |(_, task)| task.step == step)
    }

    /// The scarcest professional of a step: (hours needed, hours there are, pool).
    pub(super) fn scarcest(&self, step: usize) -> Option<(f64, f64, usize)> {
        let balances = self.of_step(step).filter(|(_, task)| task.hours > 0.0).map(|(at, task)| {
            let (needs, has) = self.sharing.balance(at, task, &self.hours);
            (needs, has, self.pool_of_role[usize::from(task.roles[0].0)])
        });
        balances.reduce(|a, b| if b.0 * a.1 > a.0 * b.1 { b } else { a })
    }

    /// Hours of all professionals of a step `[hours a week]`.
    pub(super) fn staff_hours(&self, step: usize) -> f64 {
        // The sum of nothing would be a negative zero.
        let parts = self.of_step(step).flat_map(|(at, task)| self.sharing.hours_of(at, task));
        parts.fold(0.0, |sum, (_, hours)| sum + hours)
    }
}
