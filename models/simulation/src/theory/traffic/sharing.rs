//! Who does the work: hours needed shared out over the roles that can do it.
//!
//! Work goes to the preferred role until its hours are full, then to the next. Where all are full, it goes where it
//! overloads them least, and work that others could do as well makes room: no role is shown as overloaded while a
//! colleague who can do its work has time. (The simulation gives each contact to the first role that is free, so the
//! split between two roles that both have time differs; that they keep up does not.)

use petgraph::unionfind::UnionFind;

/// Most times the work is shared out anew; each time, nothing moves unless a role is overloaded.
const MOST_ROUNDS: usize = 60;

/// Work of one professional at one step.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Task {
    /// Position of the step.
    pub(super) step: usize,
    /// Roles that can do it with their time factors, the preferred one first.
    pub(super) roles: Vec<(u16, f64)>,
    /// Hours needed at the usual speed `[hours a week]`.
    pub(super) hours: f64,
}

/// The work of each role.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Sharing {
    /// Hours at the usual speed that each of a task's roles does `[tasks][roles of the task]`.
    parts: Vec<Vec<f64>>,
    /// Hours each role needs `[hours a week]`.
    pub(super) needed: Vec<f64>,
}

impl Sharing {
    /// Shares tasks out over roles that have so many hours `[hours a week]`.
    pub(super) fn new(tasks: &[Task], hours: &[f64]) -> Self {
        let mut sharing = Self {
            parts: tasks.iter().map(|task| vec![0.0; task.roles.len()]).collect(),
            needed: vec![0.0; hours.len()],
        };
        // What only one role can do comes first, then what few can.
        let mut order: Vec<usize> = (0..tasks.len()).collect();
        order.sort_by_key(|at| tasks[*at].roles.len());
        for round in 0..MOST_ROUNDS {
            let mut moved = 0.0_f64;
            for at in &order {
                if round == 0 || tasks[*at].roles.len() > 1 {
                    moved = moved.max(sharing.place(*at, &tasks[*at], hours));
                }
            }
            if moved <= 1e-9 {
                break;
            }
        }
        sharing
    }

    /// Places a task anew, given what the roles do besides; how much has moved `[hours a week]`.
    fn place(&mut self, at: usize, task: &Task, hours: &[f64]) -> f64 {
        for ((role, factor), part) in task.roles.iter().zip(&self.parts[at]) {
            let needed = &mut self.needed[usize::from(*role)];
            *needed = (*needed - part * factor).max(0.0);
        }
        let parts = fill(task, &self.needed, hours);
        let mut moved = 0.0_f64;
        for (((role, factor), before), now) in task.roles.iter().zip(&self.parts[at]).zip(&parts) {
            self.needed[usize::from(*role)] += now * factor;
            moved = moved.max((now - before).abs());
        }
        self.parts[at] = parts;
        moved
    }

    /// Hours of each role that a task takes `[hours a week]`, in the order of its roles.
    pub(super) fn hours_of<'s>(
        &'s self,
        at: usize,
        task: &'s Task,
    ) -> impl Iterator<Item = (usize, f64)> + 's {
        task.roles
            .iter()
            .zip(&self.parts[at])
            .map(|((role, factor), part)| (usize::from(*role), part * factor))
    }

    /// Hours of a task and the hours there are for it, when each role's are divided in the ratio of the work.
    pub(super) fn balance(&self, at: usize, task: &Task, hours: &[f64]) -> (f64, f64) {
        self.hours_of(at, task)
            .filter(|(_, part)| *part > 0.0)
            .fold((0.0, 0.0), |(needs, has), (role, part)| {
                (needs + part, has + part / self.needed[role] * hours[role])
            })
    }
}

/// Hours at the usual speed for each role of a task, on top of what the roles do `besides`.
fn fill(task: &Task, besides: &[f64], hours: &[f64]) -> Vec<f64> {
    let room = |level: f64| {
        task.roles.iter().map(move |(role, factor)| {
            let spare = (level * hours[usize::from(*role)] - besides[usize::from(*role)]).max(0.0);
            if *factor > 0.0 { spare / factor } else { f64::INFINITY }
        })
    };
    let mut left = task.hours;
    let mut parts: Vec<f64> = room(1.0)
        .map(|room| {
            let part = room.min(left);
            left -= part;
            part
        })
        .collect();
    if left <= 1e-12 * task.hours {
        return parts;
    }
    // The level to which all are overloaded alike: twice as high until it is enough, then halved in.
    let enough = |level: f64| room(level).sum::<f64>() >= task.hours;
    let (mut low, mut high) = (1.0, 2.0);
    while !enough(high) {
        (low, high) = (high, high * 2.0);
        if high > 1e30 {
            // Nobody has any hours at all: it stays with the preferred role.
            parts.fill(0.0);
            parts.iter_mut().take(1).for_each(|part| *part = task.hours);
            return parts;
        }
    }
    for _ in 0..60 {
        let middle = (low + high) / 2.0;
        if enough(middle) { high = middle } else { low = middle }
    }
    let parts: Vec<f64> = room(high).collect();
    let total: f64 = parts.iter().sum();
    parts.into_iter().map(|part| part / total * task.hours).collect()
}

/// Sets of roles that can do some of each other's work, in the order of their first role.
pub(super) fn pools(tasks: &[Task], n_roles: usize) -> Vec<Vec<usize>> {
    let mut joined = UnionFind::<usize>::new(n_roles);
    for task in tasks {
        for pair in task.roles.windows(2) {
            joined.union(usize::from(pair[0].0), usize::from(pair[1].0));
        }
    }
    let mut pools: Vec<Vec<usize>> = vec![Vec::new(); n_roles];
    let mut first = vec![usize::MAX; n_roles];
    for role in 0..n_roles {
        let label = joined.find(role);
        if first[label] == usize::MAX {
            first[label] = role;
        }
        pools[first[label]].push(role);
    }
    pools.retain(|pool| !pool.is_empty());
    pools
}

#[cfg(test)]
mod tests {
    use super::*;

    fn task(roles: &[(u16, f64)], hours: f64) -> Task {
        Task { step: 0, roles: roles.to_vec(), hours }
    }

    fn near(ours: &[f64], theirs: &[f64]) {
        assert!(ours.iter().zip(theirs).all(|(a, b)| (a - b).abs() < 1e-6), "{ours:?} {theirs:?}");
    }

    #[test]
    fn the_preferred_role_is_filled_first() {
        let tasks = [task(&[(0, 1.0), (1, 1.0)], 15.0)];
        near(&Sharing::new(&tasks, &[10.0, 10.0]).needed, &[10.0, 5.0]);
        near(&Sharing::new(&tasks, &[20.0, 10.0]).needed, &[15.0, 0.0]);
    }

    #[test]
    fn a_slower_role_needs_more_hours() {
        let tasks = [task(&[(0, 1.0), (1, 1.5)], 14.0)];
        near(&Sharing::new(&tasks, &[10.0, 10.0]).needed, &[10.0, 6.0]);
    }

    #[test]
    fn too_much_work_overloads_all_alike() {
        let tasks = [task(&[(0, 1.0), (1, 1.0)], 36.0)];
        near(&Sharing::new(&tasks, &[20.0, 10.0]).needed, &[24.0, 12.0]);
    }

    #[test]
    fn work_that_others_can_do_makes_room() {
        // The second task's roles are full of the first task's work, which a third role could do.
        let tasks = [task(&[(1, 1.0), (0, 1.0)], 10.0), task(&[(1, 1.0), (2, 1.0)], 10.0)];
        near(&Sharing::new(&tasks, &[10.0, 10.0, 0.0]).needed, &[10.0, 10.0, 0.0]);
    }

    #[test]
    fn work_nobody_has_hours_for_stays_with_the_preferred_role() {
        let tasks = [task(&[(0, 1.0), (1, 1.0)], 5.0)];
        let sharing = Sharing::new(&tasks, &[0.0, 0.0]);
        near(&sharing.needed, &[5.0, 0.0]);
        assert_eq!(sharing.balance(0, &tasks[0], &[0.0, 0.0]), (5.0, 0.0));
    }

    #[test]
    fn a_task_has_its_share_of_the_hours() {
        let tasks = [task(&[(0, 1.0)], 30.0), task(&[(0, 1.0)], 10.0)];
        let (needs, has) = Sharing::new(&tasks, &[20.0]).balance(1, &tasks[1], &[20.0]);
        near(&[needs, has], &[10.0, 5.0]);
    }

    #[test]
    fn pools_are_connected_by_shared_work() {
        let tasks =
            [task(&[(0, 1.0), (2, 1.0)], 1.0), task(&[(2, 1.0), (3, 1.0)], 1.0), task(&[(1, 1.0)], 1.0)];
        assert_eq!(pools(&tasks, 5), vec![vec![0, 2, 3], vec![1], vec![4]]);
    }
}
