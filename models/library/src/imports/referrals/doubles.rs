//! People who are on a list twice.

use std::collections::BTreeMap;

use jiff::civil::Date;

/// Referrals seen so far, by person and day. Gone with the call that reads the list.
#[derive(Default)]
pub(super) struct Doubles {
    /// Line of each referral.
    referrals: BTreeMap<(String, Date), u32>,
    /// Referrals of each person.
    people: BTreeMap<String, u32>,
}

impl Doubles {
    /// The line on which the same person was referred on the same day; none: not yet.
    pub(super) fn seen(&mut self, person: Option<&str>, date: Date, line: u32) -> Option<u32> {
        let person = person?;
        if let Some(first) = self.referrals.get(&(person.to_owned(), date)) {
            return Some(*first);
        }
        self.referrals.insert((person.to_owned(), date), line);
        *self.people.entry(person.to_owned()).or_default() += 1;
        None
    }

    /// What there is to say of them.
    pub(super) fn notes(&self, could_look: bool, columns: usize) -> Vec<String> {
        let mut notes = Vec::new();
        if !could_look && columns > 1 {
            notes.push(
                "No column tells people apart, so nobody could be looked for who is on the list twice."
                    .to_owned(),
            );
        }
        let often = self.people.values().filter(|referrals| **referrals > 1).count();
        match often {
            0 => {}
            1 => notes.push(
                "One person is on the list with different dates of referral; each referral counts."
                    .to_owned(),
            ),
            _ => notes.push(format!(
                "{often} people are on the list with different dates of referral; each referral counts."
            )),
        }
        notes
    }
}
