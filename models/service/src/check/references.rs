//! Names that point at something: tiers, groups, roles, calendars and steps.

use std::collections::{BTreeMap, BTreeSet};

use super::Surroundings;
use super::findings::{At, Findings};
use super::words::{label, labels, link_label, several, short, suggest};
use crate::Id;
use crate::demand::{ListAges, StartingList};
use crate::estimate::Estimate;
use crate::project::Design;
use crate::step::{Cause, SkilledRole, Step, Work};
use crate::workforce::{Posts, StaffingMix};

/// What the steps and links of a design name.
pub(super) fn design(at: &At, design: &Design, around: Surroundings, findings: &mut Findings) {
    let known = Known {
        tiers: around.tiers.iter().map(|tier| tier.id.as_str()).collect(),
        groups: around.groups.iter().map(|group| group.id.as_str()).collect(),
        roles: around.roles.iter().map(|role| role.id.as_str()).collect(),
        steps: design.steps.iter().map(|step| step.id.as_str()).collect(),
    };
    for (index, step) in design.steps.iter().enumerate() {
        known.step(&at.step(index, &step.id), step, design, findings);
    }
    let labels = labels(design);
    for (index, link) in design.links.iter().enumerate() {
        let at = at.link(index, &link.id, &link.from);
        let subject = link_label(link, &labels);
        for (field, id) in [("from", &link.from), ("to", &link.to)] {
            one(&at.field(field), &subject, "step", &known.steps, id, findings);
        }
        if let Cause::Completed(share) = &link.cause {
            keys(
                &at.field("cause/percentByGroup"),
                &subject,
                &known.groups,
                &share.percent_by_group,
                findings,
            );
        }
    }
}

/// The roles that a mix has posts for.
pub(super) fn mix(at: &At, mix: &StaffingMix, around: Surroundings, findings: &mut Findings) {
    let roles = around.roles.iter().map(|role| role.id.as_str()).collect();
    for (index, posts) in mix.posts.iter().enumerate() {
        let at = posts_at(at, index, posts);
        one(&at, &label(&mix.name, &mix.id), "role", &roles, &posts.role, findings);
    }
}

/// The place of one role's posts in a mix.
pub(super) fn posts_at(mix: &At, index: usize, posts: &Posts) -> At {
    let name = if posts.role.is_empty() { index.to_string() } else { posts.role.clone() };
    mix.field(&format!("posts/{name}"))
}

/// The roles that could do each piece of a step's work: one entry for each person needed at the same time.
pub(super) fn needs(step: &Step) -> Vec<Vec<&str>> {
    let roles = |any_of: &'_ [SkilledRole]| any_of.len();
    match &step.work {
        Work::Contacts(contacts) => contacts
            .staff
            .iter()
            .filter(|need| roles(&need.any_of) > 0)
            .map(|need| ids(&need.any_of))
            .collect(),
        Work::Group(group) => {
            group.staff.iter().filter(|need| roles(&need.any_of) > 0).map(|need| ids(&need.any_of)).collect()
        }
        Work::UniversalOffer(offer) => {
            let worked = offer.hours_per_week.iter().filter(|(_, hours)| hours.likely > 0.0);
            worked.map(|(role, _)| vec![role.as_str()]).collect()
        }
        Work::Referrals(_) | Work::Split | Work::Places(_) | Work::Delay(_) | Work::Outcome(_) => Vec::new(),
    }
}

fn ids(any_of: &[SkilledRole]) -> Vec<&str> {
    any_of.iter().map(|skilled| skilled.role.as_str()).collect()
}

/// Every id there is.
struct Known<'a> {
    tiers: BTreeSet<&'a str>,
    groups: BTreeSet<&'a str>,
    roles: BTreeSet<&'a str>,
    steps: BTreeSet<&'a str>,
}

impl Known<'_> {
    /// The client groups of an imported list: one finding for each that there is not, whoever many are of it.
    fn listed(&self, at: &At, subject: &str, list: &ListAges, findings: &mut Findings) {
        let unknown: BTreeSet<&str> =
            list.groups.iter().map(String::as_str).filter(|id| !self.groups.contains(id)).collect();
        for id in unknown {
            one(at, subject, "client group", &self.groups, id, findings);
        }
    }

    fn step(&self, at: &At, step: &Step, design: &Design, findings: &mut Findings) {
        let subject = label(&step.name, &step.id);
        if let Some(tier) = &step.tier {
            one(&at.field("tier"), &subject, "tier", &self.tiers, tier, findings);
        }
        if let Some(start) = step.start() {
            keys(&at.field("work/start/caseMix"), &subject, &self.groups, &start.case_mix, findings);
            if let Some(StartingList::Ages(list)) = &start.waiting {
                self.listed(&at.field("work/start/waiting/groups"), &subject, list, findings);
            }
        }
        match &step.work {
            Work::Referrals(referrals) => {
                keys(&at.field("work/caseMix"), &subject, &self.groups, &referrals.case_mix, findings);
            }
            Work::Contacts(contacts) => {
                let field = at.field("work/timePercentByGroup");
                keys(&field, &subject, &self.groups, &contacts.time_percent_by_group, findings);
                for (index, need) in contacts.staff.iter().enumerate() {
                    self.roles(at, &subject, index, &need.any_of, findings);
                }
            }
            Work::Group(group) => {
                for (index, need) in group.staff.iter().enumerate() {
                    self.roles(at, &subject, index, &need.any_of, findings);
                }
            }
            Work::UniversalOffer(offer) => {
                for role in offer.hours_per_week.keys() {
                    one(&at.field("work/hoursPerWeek"), &subject, "role", &self.roles, role, findings);
                }
                for (index, id) in offer.reaches.iter().enumerate() {
                    let at = at.field(&format!("work/reaches/{index}"));
                    one(&at, &subject, "step", &self.steps, id, findings);
                    let reached = design.steps.iter().find(|step| step.id == *id);
                    if reached.is_some_and(|step| !matches!(step.work, Work::Referrals(_))) {
                        let message =
                            format!("{subject} reaches \"{}\", where nobody is referred", short(id));
                        findings.error(
                            &at,
                            "reaches-no-referrals",
                            message,
                            "name steps at which people are referred",
                        );
                    }
                }
            }
            Work::Outcome(outcome) => {
                if let Some(returns) = &outcome.returns {
                    let at = at.field("work/returns/to");
                    one(&at, &subject, "step", &self.steps, &returns.to, findings);
                    let to = design.steps.iter().find(|step| step.id == returns.to);
                    if to.is_some_and(|step| matches!(step.work, Work::Outcome(_) | Work::UniversalOffer(_)))
                    {
                        let message = format!("people come back from {subject} to where nobody is seen");
                        findings.error(
                            &at,
                            "returns-to-no-care",
                            message,
                            "let them come back to a referral step or to care",
                        );
                    }
                }
            }
            Work::Split | Work::Places(_) | Work::Delay(_) => {}
        }
    }

    fn roles(&self, at: &At, subject: &str, need: usize, any_of: &[SkilledRole], findings: &mut Findings) {
        let mut seen = BTreeSet::new();
        for skilled in any_of {
            let at = || at.field(&format!("work/staff/{need}/anyOf/{}", skilled.role));
            one(&at(), subject, "role", &self.roles, &skilled.role, findings);
            if !seen.insert(skilled.role.as_str()) {
                let message =
                    format!("{subject} names the role {} twice as alternatives", short(&skilled.role));
                findings.warning(&at(), "role-twice", message, "for two at the same time, add a second need");
            }
        }
    }
}

/// One name.
pub(super) fn one(
    at: &At,
    subject: &str,
    what: &str,
    known: &BTreeSet<&str>,
    id: &str,
    findings: &mut Findings,
) {
    if !known.contains(id) {
        let message = format!("{subject} names the {what} \"{}\", which does not exist", short(id));
        findings.error(at, code(what), message, suggest(id, &several(what), known.iter().copied()));
    }
}

/// The code of a name of this kind that points at nothing.
pub(super) fn code(what: &str) -> &'static str {
    match what {
        "tier" => "unknown-tier",
        "role" => "unknown-role",
        "calendar" => "unknown-calendar",
        "client group" => "unknown-group",
        "design" => "unknown-design",
        "staffing mix" => "unknown-mix",
        "option" => "unknown-option",
        _ => "unknown-step",
    }
}

/// The groups that key a map.
fn keys(
    at: &At,
    subject: &str,
    groups: &BTreeSet<&str>,
    map: &BTreeMap<Id, Estimate>,
    findings: &mut Findings,
) {
    for id in map.keys() {
        one(&at.field(id), subject, "client group", groups, id, findings);
    }
}
