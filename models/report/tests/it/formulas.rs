//! The formulas of the workbook reckoned anew, by a small reckoner that knows the few functions they use.

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};
use pathloom_report::excel;
use pathloom_service::{EffectKind, Estimate, Occasion, OfGroup};

use crate::study::{Simulated, birmingham, project};

/// The sheet Costs: what stands in each cell, and what each formula says.
struct Sheet {
    values: BTreeMap<(u32, u32), f64>,
    words: BTreeMap<(u32, u32), String>,
    formulas: BTreeMap<(u32, u32), String>,
}

impl Sheet {
    fn of(simulated: &Simulated) -> Self {
        let file = excel(&simulated.study()).expect("a workbook");
        let mut book: Xlsx<_> = Xlsx::new(Cursor::new(file)).expect("a workbook");
        let range = book.worksheet_range("Costs").expect("a sheet");
        let (top, left) = range.start().expect("cells");
        let mut sheet = Self { values: BTreeMap::new(), words: BTreeMap::new(), formulas: BTreeMap::new() };
        for (row, column, cell) in range.used_cells() {
            let at = (top + row as u32, left + column as u32);
            match cell {
                Data::Float(value) => drop(sheet.values.insert(at, *value)),
                Data::Int(value) => drop(sheet.values.insert(at, *value as f64)),
                Data::String(text) => drop(sheet.words.insert(at, text.clone())),
                _ => {}
            }
        }
        let range = book.worksheet_formula("Costs").expect("formulas");
        let (top, left) = range.start().expect("formulas");
        for (row, column, text) in range.used_cells().filter(|(_, _, text)| !text.is_empty()) {
            sheet.formulas.insert((top + row as u32, left + column as u32), text.clone());
        }
        sheet
    }

    /// The value of a cell: reckoned where it is a formula, else as it stands.
    fn value(&self, at: (u32, u32)) -> f64 {
        match self.formulas.get(&at) {
            Some(text) => Reckoner { sheet: self, rest: text.trim_start_matches('=') }.sum(),
            None => self.values.get(&at).copied().unwrap_or(0.0),
        }
    }

    fn row(&self, option: &str, line: &str) -> u32 {
        let found = self.words.iter().find(|((row, column), text)| {
            *column == 1 && *text == line && self.words.get(&(*row, 0)).is_some_and(|name| name == option)
        });
        found.unwrap_or_else(|| panic!("{option}: {line}")).0.0
    }
}

/// Reads a formula from left to right.
struct Reckoner<'s> {
    sheet: &'s Sheet,
    rest: &'s str,
}

impl Reckoner<'_> {
    fn takes(&mut self, letter: char) -> bool {
        let rest = self.rest.strip_prefix(letter);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    fn sum(&mut self) -> f64 {
        let mut value = self.product();
        loop {
            if self.takes('+') {
                value += self.product();
            } else if self.takes('-') {
                value -= self.product();
            } else {
                return value;
            }
        }
    }

    fn product(&mut self) -> f64 {
        let mut value = self.power();
        loop {
            if self.takes('*') {
                value *= self.power();
            } else if self.takes('/') {
                value /= self.power();
            } else {
                return value;
            }
        }
    }

    fn power(&mut self) -> f64 {
        let base = self.atom();
        if self.takes('^') { libm::pow(base, self.atom()) } else { base }
    }

    fn atom(&mut self) -> f64 {
        if self.takes('(') {
            let value = self.sum();
            assert!(self.takes(')'), "a bracket is open: {}", self.rest);
            return value;
        }
        let end = self.rest.find(|letter: char| !letter.is_ascii_alphanumeric() && !"$.".contains(letter));
        let (word, rest) = self.rest.split_at(end.unwrap_or(self.rest.len()));
        self.rest = rest;
        match word {
            "SUM" => self.ranges().concat().into_iter().sum(),
            "SUMPRODUCT" => {
                let ranges = self.ranges();
                ranges[0].iter().zip(&ranges[1]).map(|(one, other)| one * other).sum()
            }
            word => word.parse().unwrap_or_else(|_| self.sheet.value(place(word))),
        }
    }

    /// `(A1:B2,C1:D2)`.
    fn ranges(&mut self) -> Vec<Vec<f64>> {
        let end = self.rest.find(')').expect("a bracket");
        let inside = &self.rest[1..end];
        let ranges = inside.split(',').map(|range| {
            let (from, to) = range.split_once(':').expect("a range");
            let (from, to) = (place(from), place(to));
            let cells = (from.0..=to.0).flat_map(|row| (from.1..=to.1).map(move |column| (row, column)));
            cells.map(|at| self.sheet.value(at)).collect()
        });
        let ranges = ranges.collect();
        self.rest = &self.rest[end + 1..];
        ranges
    }
}

/// `$C$4` as row and column, counted from nought.
fn place(word: &str) -> (u32, u32) {
    let word = word.replace('$', "");
    let digits =
        word.find(|letter: char| letter.is_ascii_digit()).unwrap_or_else(|| panic!("no cell: {word}"));
    let column = word[..digits].bytes().fold(0, |column, letter| column * 26 + u32::from(letter - b'A') + 1);
    (word[digits..].parse::<u32>().expect("a row") - 1, column - 1)
}

/// Every formula gives the value that is written with it; how many there are.
fn holds(sheet: &Sheet) -> usize {
    for (at, text) in &sheet.formulas {
        let (written, reckoned) = (sheet.values.get(at).copied().unwrap_or(f64::NAN), sheet.value(*at));
        let near = (written - reckoned).abs() <= 1e-9 * written.abs().max(1.0);
        assert!(near, "{at:?} {text}: {written} is written, {reckoned} is reckoned");
    }
    sheet.formulas.len()
}

#[test]
fn formulas_give_the_values_written_with_them() {
    let formulas = holds(&Sheet::of(birmingham()));
    assert!(formulas > 60, "{formulas}");
}

#[test]
fn net_present_values_of_the_sheet_are_those_of_the_appraisal() {
    // Two years and a part, a benefit, health, a payment once, and every optimism bias.
    let mut project = project();
    project.horizon_weeks = 130;
    let economics = &mut project.economics;
    economics.pounds_per_quality_adjusted_life_year = Some(Estimate::exactly(70_000.0));
    let bias = &mut economics.optimism_bias;
    bias.once_percent = Some(Estimate::exactly(25.0));
    bias.benefits_percent = Some(Estimate::exactly(15.0));
    let mut effect = economics.effects[0].clone();
    effect.pounds_each = Some(Estimate::exactly(12.0));
    economics.effects[0] = effect.clone();
    for (id, kind, pounds, amount) in
        [("saved", EffectKind::CashReleasing, 40.0, None), ("health", EffectKind::Health, 0.0, Some(0.002))]
    {
        let mut more = effect.clone();
        more.id = id.to_owned();
        more.name = id.to_owned();
        more.counts_as = kind;
        more.each = Occasion::Completed(OfGroup::default());
        more.pounds_each = (pounds > 0.0).then(|| Estimate::exactly(pounds));
        if let Some(amount) = amount {
            more.amount = Estimate::exactly(amount);
        }
        economics.effects.push(more);
    }
    let simulated = Simulated::of(project);
    let sheet = Sheet::of(&simulated);
    holds(&sheet);
    for (scenario, _) in &simulated.options {
        let row = sheet.row(&scenario.option_name, "Net present value");
        // The formula, and beside it the mean of the simulated futures.
        let last = sheet.values.keys().filter(|(one, _)| *one == row).map(|(_, column)| *column).max();
        let last = last.expect("the row has cells");
        let (formula, simulated) = (sheet.value((row, last - 1)), sheet.value((row, last)));
        assert!(simulated.abs() > 1_000.0, "{}: {simulated}", scenario.option_name);
        assert!((formula - simulated).abs() < 1e-6 * simulated.abs(), "{formula} is {simulated}");
    }
}
