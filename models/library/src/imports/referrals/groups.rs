//! Groups of people by what the columns of group and urgency say.

use std::collections::BTreeMap;

use super::{AcceptedRow, GroupFound};
use crate::imports::personal::tells_who;

/// Most groups that are told apart; chosen, well below what a document holds: more is a column of something else.
const MOST: usize = 40;

/// Longest name of a group `[bytes]`; chosen: longer ones are notes about somebody.
const LONGEST: usize = 60;

/// Groups found so far, in the order in which they were.
#[derive(Default)]
pub(super) struct Groups {
    labels: Vec<String>,
    /// Places of the labels, by their lower case.
    places: BTreeMap<String, u32>,
    is_refused: bool,
}

impl Groups {
    /// The group that two cells name; none: both are empty.
    pub(super) fn of(&mut self, group: &str, urgency: &str) -> Option<u32> {
        let label = match (group, urgency) {
            ("", "") => return None,
            (one, "") | ("", one) => one.to_owned(),
            (group, urgency) => format!("{group}, {urgency}"),
        };
        if self.is_refused || label.len() > LONGEST || tells_who(group) || tells_who(urgency) {
            self.refuse();
            return None;
        }
        let key = label.to_lowercase();
        if let Some(place) = self.places.get(&key) {
            return Some(*place);
        }
        if self.labels.len() == MOST {
            self.refuse();
            return None;
        }
        let place = self.labels.len() as u32;
        self.labels.push(label);
        self.places.insert(key, place);
        Some(place)
    }

    /// Nothing of the column is kept.
    fn refuse(&mut self) {
        *self = Self { is_refused: true, ..Self::default() };
    }

    /// Whether the column held groups at all.
    pub(super) fn are_groups(&self) -> bool {
        !self.is_refused
    }

    /// What is said where it did not.
    pub(super) fn too_many(&self) -> String {
        format!(
            "The column chosen for groups holds no groups: more than {MOST} different things, long notes, or what tells who \
             somebody is. It was not read."
        )
    }

    /// Groups with their people, most people first, and the people with their places in that order.
    pub(super) fn count(self, people: &mut [AcceptedRow]) -> Vec<GroupFound> {
        let mut counted: Vec<(u32, GroupFound)> = (0..)
            .zip(self.labels)
            .map(|(place, label)| {
                (
                    place,
                    GroupFound {
                        label,
                        people: people.iter().filter(|row| row.group == Some(place)).count() as u32,
                    },
                )
            })
            .filter(|(_, group)| group.people > 0)
            .collect();
        counted.sort_by(|(_, one), (_, other)| {
            other.people.cmp(&one.people).then_with(|| one.label.cmp(&other.label))
        });
        for row in people {
            row.group = row
                .group
                .and_then(|place| counted.iter().position(|(old, _)| *old == place))
                .map(|place| place as u32);
        }
        counted.into_iter().map(|(_, group)| group).collect()
    }
}
