//! Sheet Costs: every line of every option's account by year, with formulas for totals and net present values.
//!
//! Amounts are means over the simulated futures. Posts are multiplied by their price in the sheet; other lines stand as the
//! futures have them. Blue cells can be changed, and everything that follows from them does; a price or a post with a range
//! is not blue, since its pounds are the mean of many futures and follow from no single figure.

mod layout;

use pathloom_appraisal::money::{LineKind, MoneyLine};
use pathloom_service::Scenario;
use rust_xlsxwriter::XlsxError;

use crate::establishment::{Establishment, RolePosts};
use crate::excel::sheet::{FormulaLook, Sheet, cell};
use crate::figure::Unit;
use crate::results::Results;
use layout::{HEAD_HEIGHT, Layout, WEEKS_A_YEAR, sum};

/// What the lines of an account are added up to, in the order in which they stand.
const GROUPS: [Group; 4] = [Group::Service, Group::KnockOn, Group::Benefits, Group::Health];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Group {
    Service,
    KnockOn,
    Benefits,
    Health,
}

impl Group {
    fn of(kind: LineKind) -> Self {
        match kind {
            LineKind::Health => Self::Health,
            kind if kind.is_service_cost() => Self::Service,
            kind if kind.is_cost() => Self::KnockOn,
            _ => Self::Benefits,
        }
    }
}

/// What an option comes to: the cell, and the value that its formula gives.
#[derive(Debug, Clone, Default)]
struct Total {
    cell: String,
    value: f64,
}

/// What is told of an option below the account.
struct Sums {
    service: Total,
    net: Total,
}

pub(super) fn write(sheet: &mut Sheet, results: &Results) -> Result<(), XlsxError> {
    let layout = Layout::head(sheet, results)?;
    let mut sums = Vec::new();
    for option in 0..results.options.len() {
        sums.push(account(sheet, results, option, &layout)?);
    }
    sheet.next();
    sheet.sheet.set_row_height(sheet.row, HEAD_HEIGHT)?;
    sheet.heads(&[
        "Option",
        "",
        "",
        "Cost of the service",
        "Net present value",
        "Against the first option",
    ])?;
    for (option, of) in sums.iter().enumerate() {
        sheet.strong(&results.options[option].name)?;
        sheet.column = 3;
        sheet.formula(&format!("={}", of.service.cell), of.service.value, FormulaLook::Pounds)?;
        sheet.formula(&format!("={}", of.net.cell), of.net.value, FormulaLook::Pounds)?;
        let text = format!("={}-{}", of.net.cell, sums[0].net.cell);
        sheet.formula(&text, of.net.value - sums[0].net.value, FormulaLook::Pounds)?;
        sheet.next();
    }
    Ok(())
}

/// The account of one option.
fn account(sheet: &mut Sheet, results: &Results, option: usize, layout: &Layout) -> Result<Sums, XlsxError> {
    let (money, posts) = (&results.money.options[option], results.establishment(option));
    let valued: Vec<(usize, &MoneyLine)> =
        money.lines.iter().enumerate().filter(|(_, line)| line.valued).collect();
    let mut groups = Vec::new();
    let mut service = Total::default();
    for group in GROUPS {
        let (first, mut present, mut years) = (sheet.row, 0.0, vec![0.0; layout.years()]);
        for (at, line) in valued.iter().filter(|(_, line)| Group::of(line.kind) == group) {
            let role = posts.roles.iter().find(|role| role.line == *at);
            let of = Row { option: &money.name, line, role, scenario: &results.scenarios[option], layout };
            let (pounds, worth) = of.write(sheet)?;
            present += worth;
            years.iter_mut().zip(&pounds).for_each(|(sum, pounds)| *sum += pounds);
        }
        groups.push((first, sheet.row, present));
        if group == Group::Service {
            service = service_cost(sheet, &money.name, &posts, layout, first, &years)?;
        }
    }
    let net = net_present_value(sheet, &money.name, layout, &groups, money.net_present_value.mean)?;
    sheet.next();
    Ok(Sums { service, net })
}

/// A line of an account.
struct Row<'r> {
    option: &'r str,
    line: &'r MoneyLine,
    role: Option<&'r RolePosts>,
    scenario: &'r Scenario,
    layout: &'r Layout,
}

impl Row<'_> {
    /// Writes it; its pounds by year and its present value, as the cells give them.
    fn write(&self, sheet: &mut Sheet) -> Result<(Vec<f64>, f64), XlsxError> {
        let Self { line, layout, .. } = self;
        let (row, bias) = (sheet.row, self.bias());
        sheet.strong(self.option)?;
        sheet.text(&line.name)?;
        sheet.text(line.kind.words())?;
        sheet.input(bias, Unit::Share)?;
        if let Some(role) = self.role {
            let mut write = |value: f64, unit| match role.is_certain {
                true => sheet.input(value, unit),
                false => sheet.number(Some(value), unit),
            };
            write(role.pounds_a_year, Unit::Pounds)?;
            for wte in &role.wte {
                write(*wte, Unit::Wte)?;
            }
        }
        sheet.column = layout.cost;
        let mut pounds = Vec::new();
        for year in 0..layout.years() {
            match self.role.filter(|role| role.is_certain) {
                Some(role) => {
                    let text = format!(
                        "={}*{}*{}/{WEEKS_A_YEAR}",
                        cell(row, layout.price),
                        cell(row, layout.wte + year as u16),
                        cell(layout.weeks_row, layout.cost + year as u16)
                    );
                    let value = role.pounds_a_year * role.wte[year] * layout.weeks[year] / WEEKS_A_YEAR;
                    sheet.formula(&text, value, FormulaLook::Pounds)?;
                    pounds.push(value);
                }
                None => {
                    sheet.input(line.pounds_by_year[year], Unit::Pounds)?;
                    pounds.push(line.pounds_by_year[year]);
                }
            }
        }
        let all: f64 = pounds.iter().sum();
        sheet.formula(&sum((row, layout.cost), (row, layout.all - 1)), all, FormulaLook::Pounds)?;
        let (sign, factor_row, factors) = self.worth();
        let text = format!(
            "=SUMPRODUCT({}:{},{}:{})*(1{sign}{})",
            cell(row, layout.cost),
            cell(row, layout.all - 1),
            cell(factor_row, layout.cost),
            cell(factor_row, layout.all - 1),
            cell(row, layout.bias)
        );
        let signed = if sign == '+' { 1.0 + bias } else { 1.0 - bias };
        let worth = pounds.iter().zip(factors).map(|(pounds, factor)| pounds * factor).sum::<f64>() * signed;
        sheet.formula(&text, worth, FormulaLook::Pounds)?;
        sheet.number(Some(line.present_value.mean), Unit::Pounds)?;
        sheet.next();
        Ok((pounds, worth))
    }

    /// The sign of its optimism bias, and what later years of it are worth.
    fn worth(&self) -> (char, u32, &[f64]) {
        let layout = self.layout;
        match Group::of(self.line.kind) {
            Group::Service | Group::KnockOn => ('+', layout.factor_row, &layout.factors),
            Group::Benefits => ('-', layout.factor_row, &layout.factors),
            Group::Health => ('-', layout.health_factor_row, &layout.health_factors),
        }
    }

    /// The optimism bias that applies to it `[1]`.
    fn bias(&self) -> f64 {
        let bias = &self.scenario.economics.optimism_bias;
        let percent = self.line.kind.optimism_bias(bias);
        percent.map_or(0.0, |percent| percent.likely / 100.0)
    }
}

/// The cost of the service by year, below its lines.
fn service_cost(
    sheet: &mut Sheet,
    name: &str,
    posts: &Establishment,
    layout: &Layout,
    first: u32,
    years: &[f64],
) -> Result<Total, XlsxError> {
    let row = sheet.row;
    let column =
        |column: u16| if row == first { "=0".to_owned() } else { sum((first, column), (row - 1, column)) };
    sheet.total_label(name)?;
    sheet.total_label("Cost of the service")?;
    sheet.column = layout.wte;
    for year in 0..layout.years() {
        let text = column(layout.wte + year as u16);
        sheet.formula(&text, posts.wte_of_year(year), FormulaLook::Wte)?;
    }
    for (year, pounds) in years.iter().enumerate() {
        sheet.formula(&column(layout.cost + year as u16), *pounds, FormulaLook::Total)?;
    }
    let value = years.iter().sum();
    sheet.formula(&sum((row, layout.cost), (row, layout.all - 1)), value, FormulaLook::Total)?;
    sheet.next();
    Ok(Total { cell: cell(row, layout.all), value })
}

/// Benefits and health less all costs, from the present values of the lines.
fn net_present_value(
    sheet: &mut Sheet,
    name: &str,
    layout: &Layout,
    groups: &[(u32, u32, f64)],
    simulated: f64,
) -> Result<Total, XlsxError> {
    let [service, knock_on, benefits, health] = [0, 1, 2, 3].map(|at| groups[at]);
    let part = |(first, end, _): (u32, u32, f64)| {
        if first == end {
            "0".to_owned()
        } else {
            format!("SUM({}:{})", cell(first, layout.present), cell(end - 1, layout.present))
        }
    };
    let text = format!("={}+{}-{}-{}", part(benefits), part(health), part(service), part(knock_on));
    let value = benefits.2 + health.2 - service.2 - knock_on.2;
    sheet.total_label(name)?;
    sheet.total_label("Net present value")?;
    sheet.column = layout.present;
    let at = cell(sheet.row, layout.present);
    sheet.formula(&text, value, FormulaLook::Total)?;
    sheet.number(Some(simulated), Unit::Pounds)?;
    sheet.next();
    Ok(Total { cell: at, value })
}
