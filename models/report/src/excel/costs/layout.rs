//! Where the parts of the sheet Costs stand: rates above, then headings, weeks and factors that all options share.

use pathloom_service::Estimate;
use rust_xlsxwriter::XlsxError;

use crate::excel::sheet::{FormulaLook, Sheet, cell};
use crate::figure::Unit;
use crate::results::Results;

/// Weeks of a year of the appraisal.
pub(super) const WEEKS_A_YEAR: f64 = 52.0;

/// Height of headings of up to three lines `[points]`.
pub(super) const HEAD_HEIGHT: f64 = 46.0;

/// Rows and columns that formulas refer to, and the values that stand there.
pub(super) struct Layout {
    pub(super) weeks_row: u32,
    pub(super) factor_row: u32,
    pub(super) health_factor_row: u32,
    pub(super) bias: u16,
    pub(super) price: u16,
    pub(super) wte: u16,
    pub(super) cost: u16,
    pub(super) all: u16,
    pub(super) present: u16,
    pub(super) weeks: Vec<f64>,
    pub(super) factors: Vec<f64>,
    pub(super) health_factors: Vec<f64>,
}

impl Layout {
    pub(super) fn years(&self) -> usize {
        self.weeks.len()
    }

    /// Writes what stands above the accounts.
    pub(super) fn head(sheet: &mut Sheet, results: &Results) -> Result<Self, XlsxError> {
        let economics = &results.scenarios[0].economics;
        let years = results.money.years.len() as u16;
        sheet.widths(&[46.0, 46.0, 24.0])?;
        sheet.sheet.set_column_range_width(3, 8 + 2 * years, 15)?;
        sheet.title("What each option costs, and what it is worth")?;
        let money = rate(sheet, "Discount rate a year", &economics.discount_percent)?;
        let health = rate(sheet, "Discount rate of health a year", &economics.health_discount_percent)?;
        sheet.next();
        let mut heads = vec![
            "Option".to_owned(),
            "Line".to_owned(),
            "Kind".to_owned(),
            "Optimism bias".to_owned(),
            "One WTE, £ a year".to_owned(),
        ];
        heads.extend((1..=years).map(|year| format!("Posts in year {year} (WTE)")));
        heads.extend((1..=years).map(|year| format!("£ in year {year}")));
        heads.extend(
            ["All years", "Present value", "Present value: mean of the simulated futures"].map(str::to_owned),
        );
        sheet.sheet.set_row_height(sheet.row, HEAD_HEIGHT)?;
        sheet.heads(&heads)?;
        let all = 5 + 2 * years;
        let weeks = results.money.years.iter().map(|year| f64::from(year.to_week + 1 - year.from_week));
        let mut layout = Self {
            weeks_row: sheet.row,
            factor_row: sheet.row + 1,
            health_factor_row: sheet.row + 2,
            bias: 3,
            price: 4,
            wte: 5,
            cost: 5 + years,
            all,
            present: all + 1,
            weeks: weeks.collect(),
            factors: Vec::new(),
            health_factors: Vec::new(),
        };
        layout.weeks(sheet)?;
        let words = "What a pound of the year is worth in the first";
        layout.factors = layout.factors(sheet, words, &money)?;
        let words = "What a pound of health of the year is worth in the first";
        layout.health_factors = layout.factors(sheet, words, &health)?;
        sheet.sheet.set_freeze_panes(layout.health_factor_row + 1, 2)?;
        Ok(layout)
    }

    fn weeks(&self, sheet: &mut Sheet) -> Result<(), XlsxError> {
        sheet.text("Weeks of the year that are appraised")?;
        sheet.column = self.cost;
        for weeks in &self.weeks {
            sheet.number(Some(*weeks), Unit::Count)?;
        }
        sheet.next();
        Ok(())
    }

    fn factors(&self, sheet: &mut Sheet, words: &str, rate: &Rate) -> Result<Vec<f64>, XlsxError> {
        sheet.text(words)?;
        sheet.column = self.cost;
        let mut factors = Vec::new();
        for year in 0..self.years() {
            let value = libm::pow(1.0 + rate.value, -(year as f64));
            let text = format!("=1/(1+{})^{year}", rate.cell);
            sheet.formula(&text, value, FormulaLook::Factor)?;
            factors.push(value);
        }
        sheet.next();
        Ok(factors)
    }
}

/// A rate `[1]` and the cell it stands in, so written that it does not move.
struct Rate {
    cell: String,
    value: f64,
}

fn rate(sheet: &mut Sheet, words: &str, percent: &Estimate) -> Result<Rate, XlsxError> {
    let source =
        percent.evidence.as_ref().map_or("Of the document, which names no source", |one| &one.source);
    sheet.text(words)?;
    sheet.text(source)?;
    let at = cell(sheet.row, sheet.column);
    let digits = at.find(|letter: char| letter.is_ascii_digit()).unwrap_or(0);
    let (letters, digits) = at.split_at(digits);
    let rate = Rate { cell: format!("${letters}${digits}"), value: percent.likely / 100.0 };
    sheet.input(rate.value, Unit::Share)?;
    sheet.next();
    Ok(rate)
}

/// `=SUM(B2:B7)`.
pub(super) fn sum((from_row, from_column): (u32, u16), (to_row, to_column): (u32, u16)) -> String {
    format!("=SUM({}:{})", cell(from_row, from_column), cell(to_row, to_column))
}
