//! Sheet Costs: posts by role and year, with formulas for every total and for what later years are worth today.

use rust_xlsxwriter::XlsxError;

use crate::costs::{DISCOUNT_RATE, Establishment, WEEKS_A_YEAR, discount_factor};
use crate::excel::sheet::{FormulaLook, Sheet, cell};
use crate::figure::Unit;
use crate::results::Results;

/// Rows and columns that the formulas of one option refer to.
struct Block {
    /// Row of the weeks of each year.
    weeks: u32,
    /// Row of the discount factors.
    factors: u32,
    /// First column of posts.
    wte: u16,
    /// First column of costs.
    cost: u16,
    years: u16,
}

pub(super) fn write(sheet: &mut Sheet, results: &Results) -> Result<(), XlsxError> {
    let all: Vec<Establishment> =
        results.scenarios.iter().map(|scenario| Establishment::of(scenario)).collect();
    let years = all.first().map_or(1, |posts| posts.weeks.len()) as u16;
    sheet.sheet.set_column_width(0, 30)?;
    sheet.sheet.set_column_width(1, 34)?;
    sheet.sheet.set_column_range_width(2, 3 + 2 * years, 15)?;
    sheet.title("Posts and their cost")?;
    sheet.text("Discount rate a year")?;
    sheet.text("HM Treasury, The Green Book; from memory, check it against the current edition")?;
    let rate = cell(sheet.row, sheet.column);
    sheet.input(DISCOUNT_RATE, Unit::Share)?;
    sheet.next();
    sheet.next();
    let block = head(sheet, &all[0], &rate, years)?;
    sheet.sheet.set_freeze_panes(block.factors + 1, 2)?;
    let mut presents = Vec::new();
    for (option, posts) in all.iter().enumerate() {
        presents.push(one(sheet, &results.options[option].name, posts, &block)?);
    }
    sheet.next();
    sheet.heads(&["Option", "", "Over all years", "In today's worth", "Against the first option"])?;
    for (option, posts) in all.iter().enumerate() {
        let total: f64 = (0..posts.weeks.len()).map(|year| posts.cost_of_year(year)).sum();
        sheet.strong(&results.options[option].name)?;
        sheet.skip();
        sheet.formula(&format!("={}", presents[option].0), total, FormulaLook::Pounds)?;
        sheet.formula(&format!("={}", presents[option].1), posts.present_cost(), FormulaLook::Pounds)?;
        let against = posts.present_cost() - all[0].present_cost();
        sheet.formula(&format!("={}-{}", presents[option].1, presents[0].1), against, FormulaLook::Pounds)?;
        sheet.next();
    }
    Ok(())
}

/// Headings, weeks of each year and discount factors, which all options share.
fn head(sheet: &mut Sheet, posts: &Establishment, rate: &str, years: u16) -> Result<Block, XlsxError> {
    let mut heads = vec!["Option".to_owned(), "Role".to_owned(), "One WTE, £ a year".to_owned()];
    heads.extend((1..=years).map(|year| format!("Posts in year {year} (WTE)")));
    heads.extend((1..=years).map(|year| format!("Cost in year {year}")));
    heads.push("All years".to_owned());
    sheet.heads(&heads)?;
    let block = Block { weeks: sheet.row, factors: sheet.row + 1, wte: 3, cost: 3 + years, years };
    sheet.text("Weeks of the year that are simulated")?;
    sheet.column = block.cost;
    for weeks in &posts.weeks {
        sheet.number(Some(f64::from(*weeks)), Unit::Count)?;
    }
    sheet.next();
    sheet.text("What a pound of the year is worth in the first")?;
    sheet.column = block.cost;
    let absolute = rate.chars().position(|letter| letter.is_ascii_digit()).unwrap_or(0);
    let (letters, digits) = rate.split_at(absolute);
    for year in 0..years {
        let text = format!("=1/(1+${letters}${digits})^{year}");
        sheet.formula(&text, discount_factor(usize::from(year)), FormulaLook::Factor)?;
    }
    sheet.next();
    Ok(block)
}

/// The posts of one option; the cells of its total and of its worth today.
fn one(
    sheet: &mut Sheet,
    name: &str,
    posts: &Establishment,
    block: &Block,
) -> Result<(String, String), XlsxError> {
    let first = sheet.row;
    for role in &posts.roles {
        sheet.strong(name)?;
        sheet.text(&role.name)?;
        sheet.input(role.pounds_a_year, Unit::Pounds)?;
        for wte in &role.wte {
            sheet.input(*wte, Unit::Wte)?;
        }
        let row = sheet.row;
        for year in 0..block.years {
            let text = format!(
                "={}*{}*{}/{WEEKS_A_YEAR}",
                cell(row, 2),
                cell(row, block.wte + year),
                cell(block.weeks, block.cost + year)
            );
            sheet.formula(&text, posts.cost(role, usize::from(year)), FormulaLook::Pounds)?;
        }
        let all = (0..usize::from(block.years)).map(|year| posts.cost(role, year)).sum();
        let text = format!("=SUM({}:{})", cell(row, block.cost), cell(row, block.cost + block.years - 1));
        sheet.formula(&text, all, FormulaLook::Pounds)?;
        sheet.next();
    }
    totals(sheet, name, posts, block, first)
}

fn totals(
    sheet: &mut Sheet,
    name: &str,
    posts: &Establishment,
    block: &Block,
    first: u32,
) -> Result<(String, String), XlsxError> {
    let row = sheet.row;
    // Without a role there is nothing to add up but nought.
    let sum = |column: u16| {
        if row == first {
            "=0".to_owned()
        } else {
            format!("=SUM({}:{})", cell(first, column), cell(row - 1, column))
        }
    };
    sheet.total_label(name)?;
    sheet.total_label("All")?;
    sheet.skip();
    for year in 0..block.years {
        sheet.formula(&sum(block.wte + year), posts.wte_of_year(usize::from(year)), FormulaLook::Wte)?;
    }
    for year in 0..block.years {
        sheet.formula(&sum(block.cost + year), posts.cost_of_year(usize::from(year)), FormulaLook::Total)?;
    }
    let last = block.cost + block.years - 1;
    let all = (0..usize::from(block.years)).map(|year| posts.cost_of_year(year)).sum();
    let total = cell(row, last + 1);
    let text = format!("=SUM({}:{})", cell(row, block.cost), cell(row, last));
    sheet.formula(&text, all, FormulaLook::Total)?;
    sheet.next();
    sheet.total_label(name)?;
    sheet.total_label("In today's worth")?;
    sheet.column = last + 1;
    let present = cell(sheet.row, sheet.column);
    let text = format!(
        "=SUMPRODUCT({}:{},{}:{})",
        cell(row, block.cost),
        cell(row, last),
        cell(block.factors, block.cost),
        cell(block.factors, last)
    );
    sheet.formula(&text, posts.present_cost(), FormulaLook::Total)?;
    sheet.next();
    sheet.next();
    Ok((total, present))
}
