//! Value for money: what options are worth less what they cost, against the base, and what would change that.

use pathloom_appraisal::money::SwitchingValue;

use crate::content::Writer;
use crate::figure::Unit;
use crate::report::{Column, Line, Table, line};
use crate::results::Results;

/// Switching values that are named for an option, the smallest changes first.
const MOST_SWITCHES: usize = 5;

/// Writes the section; nothing where nothing costs anything.
pub(super) fn write(writer: &mut Writer) {
    let results = writer.results;
    if !results.has_costs() {
        return;
    }
    writer.heading(2, "Value for money");
    let said: Vec<Line> = (1..results.options.len()).map(|option| in_a_sentence(results, option)).collect();
    writer.section("value", |writer| writer.points(said));
    writer.table(present_values(results));
    if results.options.len() > 1 {
        writer.table(against_base(results));
        switching(writer);
    }
    writer.heading(3, "How this account is made");
    let rules = results.money.rules.iter().map(|rule| Line::given(rule.clone())).collect();
    writer.points(rules);
    remarks(writer);
}

/// What an option is worth beside the base.
fn in_a_sentence(results: &Results, option: usize) -> Line {
    let account = results.account(option);
    let worth = account.difference("netPresentValue", Unit::Pounds);
    let mut line =
        line![results.quoted(option), ": net present value against ", results.quoted(0), " ", worth];
    if let Some(share) = account.worth_more() {
        line = line![line, "; worth more in ", share, " of the simulated futures"];
    }
    line.and(".")
}

/// Present values of every option.
fn present_values(results: &Results) -> Table {
    let has_health = results.money.options.iter().any(|option| option.present_health.mean != 0.0);
    let mut columns =
        vec![Column::words("Option", 1.8), Column::numbers("Costs", 1.5), Column::numbers("Benefits", 1.2)];
    if has_health {
        columns.push(Column::numbers("Health", 1.2));
    }
    columns.push(Column::numbers("Net present value", 2.6));
    let mut table = Table::new(
        "Present values, optimism bias included: means, and the range of 9 in 10 futures".into(),
        columns,
    );
    for option in 0..results.options.len() {
        let account = results.account(option);
        let money = account.option;
        let mut cells = vec![
            account.name(),
            account.pounds("presentCosts/mean", money.present_costs.mean).into(),
            account.pounds("presentBenefits/mean", money.present_benefits.mean).into(),
        ];
        if has_health {
            cells.push(account.pounds("presentHealth/mean", money.present_health.mean).into());
        }
        cells.push(account.band("netPresentValue", &money.net_present_value, Unit::Pounds));
        table.row(cells);
    }
    table
}

/// Every option against the base, in the same futures.
fn against_base(results: &Results) -> Table {
    let columns = vec![
        Column::words("Option", 1.6),
        Column::numbers("Net present value", 2.2),
        Column::numbers("Worth more in", 0.9),
        Column::numbers("Cost of the service", 2.2),
        Column::numbers("Cost for each person completed", 2.0),
    ];
    let caption = line![
        "Money against ",
        results.quoted(0),
        " in the same futures: mean difference, and its 95% interval"
    ];
    let mut table = Table::new(caption, columns);
    for option in 1..results.options.len() {
        let account = results.account(option);
        table.row(vec![
            account.name(),
            account.difference("netPresentValue", Unit::Pounds),
            account.worth_more().map_or_else(Line::default, Line::from),
            account.difference("serviceCost", Unit::Pounds),
            account.difference("costPerCompleted", Unit::Pounds),
        ]);
    }
    table
}

/// At which value of a price or rate the preferred option and the base come out even.
fn switching(writer: &mut Writer) {
    let results = writer.results;
    let account = results.account(results.preferred);
    let Some(against) = &account.option.against_base else { return };
    let possible: Vec<&SwitchingValue> =
        against.switching_values.iter().filter(|one| one.possible).take(MOST_SWITCHES).collect();
    let words = |one: &SwitchingValue| Line::given(format!("{}.", one.words));
    writer.heading(3, "What would have to change");
    if possible.is_empty() {
        writer.text(line![
            "None of the prices and rates that were tried has a possible value at which ",
            results.quoted(results.preferred),
            " and ",
            results.quoted(0),
            " come out even: the order of the two does not hang on any one of them."
        ]);
    } else {
        writer.points(possible.into_iter().map(words).collect());
    }
}

/// What is counted and not valued, each said once.
fn remarks(writer: &mut Writer) {
    let mut said: Vec<&str> = Vec::new();
    for remark in writer.results.money.options.iter().flat_map(|option| &option.remarks) {
        if !said.contains(&remark.as_str()) {
            said.push(remark);
        }
    }
    writer.points(said.into_iter().map(|remark| Line::given(format!("{remark}."))).collect());
}
