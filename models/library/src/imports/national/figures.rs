//! Figures gathered from the tables, by organisation and service line.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::words::{Measure, Service, key};
use super::{
    BANDS, LISTED, NationalAge, NationalCounts, NationalFigures, NationalLine, NationalOrganisation,
    NationalServices, OrganisationLevel, SheetProblem,
};

/// Figures of a line: everybody, the bands, over 52 weeks.
type LineFigures = [Option<u32>; BANDS + 2];

/// Everything gathered.
#[derive(Debug, Default)]
pub(super) struct Figures {
    pub(super) organisations: Vec<NationalOrganisation>,
    places: BTreeMap<(OrganisationLevel, String), usize>,
    /// Service lines in the order in which they were first named, each with its first spelling.
    lines: Vec<Service>,
    line_places: BTreeMap<(NationalAge, String), usize>,
    figures: BTreeMap<(usize, usize), LineFigures>,
    pub(super) problems: Vec<SheetProblem>,
    pub(super) problem_count: u32,
    pub(super) suppressed: u32,
    /// Lines left out because later months are there.
    pub(super) earlier_months: u32,
    /// The month that the lines themselves name.
    pub(super) month: Option<Date>,
}

impl Figures {
    /// The place of an organisation: known by its code, or else by its name.
    pub(super) fn organisation(&mut self, level: OrganisationLevel, code: &str, name: &str) -> usize {
        let id = match level {
            OrganisationLevel::England => String::new(),
            _ if code.is_empty() => key(name),
            _ => key(code),
        };
        let next = self.organisations.len();
        let place = *self.places.entry((level, id)).or_insert(next);
        if place == next {
            self.organisations.push(NationalOrganisation {
                number: next as u32 + 1,
                level,
                code: (!code.is_empty() && code != "-").then(|| code.to_owned()),
                name: if level == OrganisationLevel::England {
                    "England".to_owned()
                } else {
                    name.to_owned()
                },
            });
        }
        place
    }

    /// The place of a service line, whatever its capitals.
    pub(super) fn line(&mut self, service: &Service) -> usize {
        let next = self.lines.len();
        let id = (service.age, service.line.as_deref().map(key).unwrap_or_default());
        let place = *self.line_places.entry(id).or_insert(next);
        if place == next {
            self.lines.push(service.clone());
        }
        place
    }

    /// Puts a figure in its place; false where another one stands there already.
    pub(super) fn put(&mut self, organisation: usize, line: usize, measure: Measure, people: u32) -> bool {
        let figures = self.figures.entry((organisation, line)).or_default();
        let figure = &mut figures[measure.place()];
        let is_same = figure.is_none_or(|known| known == people);
        *figure = figure.or(Some(people));
        is_same
    }

    pub(super) fn problem(&mut self, sheet: &str, row: Option<u32>, why: String) {
        self.problem_count += 1;
        if self.problems.len() < LISTED {
            self.problems.push(SheetProblem { sheet: sheet.to_owned(), row, why });
        }
    }

    /// The figures of England, where there are any.
    pub(super) fn england(&self) -> Option<NationalFigures> {
        let england = self.organisations.iter().find(|one| one.level == OrganisationLevel::England)?;
        self.of(england.number)
    }

    /// The figures of an organisation.
    pub(super) fn of(&self, number: u32) -> Option<NationalFigures> {
        let place = (number as usize).checked_sub(1)?;
        let organisation = self.organisations.get(place)?.clone();
        Some(NationalFigures {
            organisation,
            adults: self.services(place, NationalAge::Adults),
            children: self.services(place, NationalAge::Children),
        })
    }

    fn services(&self, organisation: usize, age: NationalAge) -> NationalServices {
        let figures = |line: usize| self.figures.get(&(organisation, line)).copied();
        let mut added: LineFigures = [None; BANDS + 2];
        let mut whole: LineFigures = added;
        let mut lines = Vec::new();
        for (at, service) in self.lines.iter().enumerate().filter(|(_, service)| service.age == age) {
            let Some(own) = figures(at) else { continue };
            match &service.line {
                None => whole = own,
                Some(name) => {
                    for (sum, figure) in added.iter_mut().zip(own) {
                        *sum = figure.map_or(*sum, |people| Some(sum.unwrap_or_default() + people));
                    }
                    lines.push(NationalLine { name: name.clone(), counts: counts(own) });
                }
            }
        }
        let together = std::array::from_fn(|at| whole[at].or(added[at]));
        NationalServices { all: counts(together), lines }
    }
}

fn counts(figures: LineFigures) -> NationalCounts {
    let by_band = figures[1..=BANDS].to_vec();
    let divided = by_band[BANDS - 2..].iter().flatten().copied().reduce(|one, other| one + other);
    NationalCounts { total: figures[0], over_52: divided.or(figures[BANDS + 1]), by_band }
}
