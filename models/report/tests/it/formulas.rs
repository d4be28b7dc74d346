//! The formulas of the workbook reckoned anew, by a small reckoner that knows the few functions they use.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};
use pathloom_report::excel;
use pathloom_service::{EffectKind, Estimate, Occasion, OfGroup};

use crate::reading::part;
use crate::study::{Simulated, birmingham, project};

/// Column of the price of a post.
const PRICE: u32 = 4;

/// The sheet Costs: what stands in each cell, and what each formula says.
struct Sheet {
    values: BTreeMap<(u32, u32), f64>,
    words: BTreeMap<(u32, u32), String>,
    formulas: BTreeMap<(u32, u32), String>,
}

impl Sheet {
    fn of(file: &[u8]) -> Self {
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

/// Cells that a formula names, alone or in a range.
fn reckoned_with(sheet: &Sheet) -> BTreeSet<(u32, u32)> {
    let mut named = BTreeSet::new();
    for text in sheet.formulas.values() {
        let words = text.split(|letter: char| !letter.is_ascii_alphanumeric() && !"$:".contains(letter));
        let is_cell = |word: &&str| {
            word.contains(|letter: char| letter.is_ascii_digit())
                && word.contains(|letter: char| letter.is_ascii_alphabetic())
        };
        for word in words.filter(is_cell) {
            let (from, to) = word.split_once(':').unwrap_or((word, word));
            let (from, to) = (place(from), place(to));
            named.extend((from.0..=to.0).flat_map(|row| (from.1..=to.1).map(move |column| (row, column))));
        }
    }
    named
}

/// Cells of the sheet Costs in the blue letters of what can be changed.
fn blue_cells(file: &[u8]) -> Vec<(u32, u32)> {
    let styles = part(file, "xl/styles.xml");
    let styles = roxmltree::Document::parse(&styles).expect("XML");
    let all = |list: &str| {
        let list = styles.descendants().find(|node| node.tag_name().name() == list).expect("a list");
        list.children().filter(|node| node.is_element()).collect::<Vec<_>>()
    };
    let has = |font: &roxmltree::Node, name: &str| {
        font.children()
            .find(|node| node.tag_name().name() == name)
            .map(|node| node.attribute("rgb").is_some())
    };
    // Titles are blue too, and bold.
    let is_blue = |font: &roxmltree::Node| has(font, "color") == Some(true) && has(font, "b").is_none();
    let fonts: Vec<bool> = all("fonts").iter().map(is_blue).collect();
    let number = |node: &roxmltree::Node, name: &str| -> usize {
        node.attribute(name).unwrap_or("0").parse().expect("a number")
    };
    let looks: Vec<bool> = all("cellXfs").iter().map(|look| fonts[number(look, "fontId")]).collect();
    let sheet = part(file, "xl/worksheets/sheet6.xml");
    let sheet = roxmltree::Document::parse(&sheet).expect("XML");
    let cells = sheet.descendants().filter(|node| node.tag_name().name() == "c");
    let blue = cells.filter(|cell| looks[number(cell, "s")]);
    blue.map(|cell| place(cell.attribute("r").expect("a place"))).collect()
}

/// Whoever changes a blue cell changes something else.
fn every_blue_cell_is_reckoned_with(file: &[u8], sheet: &Sheet) -> Vec<(u32, u32)> {
    let (blue, named) = (blue_cells(file), reckoned_with(sheet));
    for at in &blue {
        assert!(named.contains(at), "nothing follows from the blue cell {at:?}");
    }
    blue
}

#[test]
fn formulas_give_the_values_written_with_them() {
    let file = excel(&birmingham().study()).expect("a workbook");
    let sheet = Sheet::of(&file);
    let formulas = holds(&sheet);
    assert!(every_blue_cell_is_reckoned_with(&file, &sheet).len() > 20, "there is what can be changed");
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
    // A price with a range: its pounds are the mean of the futures, not posts times a price.
    let uncertain = project.mixes[0].posts[0].role.clone();
    let role = project.roles.iter_mut().find(|role| role.id == uncertain).expect("the role");
    role.cost_pounds_per_year.range = Some((40_000.0, 90_000.0));
    let uncertain = role.name.clone();
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
    let file = excel(&simulated.study()).expect("a workbook");
    let sheet = Sheet::of(&file);
    holds(&sheet);
    let blue = every_blue_cell_is_reckoned_with(&file, &sheet);
    for (scenario, _) in &simulated.options {
        let uncertain = sheet.row(&scenario.option_name, &uncertain);
        assert!(!blue.contains(&(uncertain, PRICE)) && blue.contains(&(uncertain + 1, PRICE)));
        let row = sheet.row(&scenario.option_name, "Net present value");
        // The formula, and beside it the mean of the simulated futures.
        let last = sheet.values.keys().filter(|(one, _)| *one == row).map(|(_, column)| *column).max();
        let last = last.expect("the row has cells");
        let (formula, simulated) = (sheet.value((row, last - 1)), sheet.value((row, last)));
        assert!(simulated.abs() > 1_000.0, "{}: {simulated}", scenario.option_name);
        assert!((formula - simulated).abs() < 1e-6 * simulated.abs(), "{formula} is {simulated}");
    }
}
