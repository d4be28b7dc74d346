//! The answer as a page.

use pathloom_appraisal::posts::{Mix, PostsAnswer};
use pathloom_service::Scenario;

use crate::format::{counted, number, percent};
use crate::grid::{Cell, Grid};
use crate::screen::{hanging, one_line, paragraph};

/// The answer to read.
pub(super) fn draw(scenario: &Scenario, answer: &PostsAnswer, width: usize) -> String {
    let mut page = format!("How many posts? {}\n\n", one_line(&scenario.option_name));
    page.push_str(&paragraph(&one_line(&answer.words), width));
    page.push('\n');
    page.push_str(&paragraph(&answer.guarantee, width));
    for remark in &answer.remarks {
        page.push_str(&hanging("Note: ", &one_line(remark), width));
    }
    if !answer.near_ties.is_empty() {
        page.push_str("\nMixes a step away that cost about as much or less\n");
        for mix in &answer.near_ties {
            page.push_str(&hanging("  - ", &near(mix), width));
        }
    }
    page.push_str(&frontier(answer, width));
    let effort = &answer.effort;
    page.push('\n');
    page.push_str(&paragraph(
        &format!(
            "Of {}, {} tried by themselves; {} decided, {} in all.",
            counted(effort.mixes as usize, "mix", "mixes"),
            if effort.tried == 1 { "1 was".to_owned() } else { format!("{} were", effort.tried) },
            counted(effort.search_replications as usize, "replication", "replications"),
            number(effort.replications as f64)
        ),
        width,
    ));
    page
}

fn near(mix: &Mix) -> String {
    format!(
        "{}, at £{} a year: all targets met in {} of {} futures ({} to {})",
        one_line(&mix.words),
        number(mix.cost_pounds_per_year),
        percent(mix.met.share * 100.0),
        mix.met.of,
        percent(mix.met.interval.low * 100.0),
        percent(mix.met.interval.high * 100.0)
    )
}

/// What shorter waits cost.
fn frontier(answer: &PostsAnswer, width: usize) -> String {
    if answer.frontier.is_empty() {
        return String::new();
    }
    let unit = answer.frontier_unit.trim_end_matches('s');
    let mut grid = Grid::new([
        format!("mean {} ({})", answer.frontier_figure, answer.frontier_unit),
        "all targets met".to_owned(),
        format!("each {unit} less costs, a year"),
    ]);
    for one in &answer.frontier {
        let figures: Vec<String> = one.mix.figures.iter().map(|figure| figure.value.to_string()).collect();
        let mean = Cell {
            figure: number(one.mean),
            rest: format!("({} to {})", number(one.interval.low), number(one.interval.high)),
        };
        let marginal =
            one.pounds_per_unit_less.map_or_else(String::new, |pounds| format!("£{}", number(pounds)));
        grid.row(
            &format!("£{} ({})", number(one.mix.cost_pounds_per_year), figures.join(", ")),
            vec![mean, Cell::figure(percent(one.mix.met.share * 100.0)), Cell::figure(marginal)],
        );
    }
    let order: Vec<String> =
        answer.frontier[0].mix.figures.iter().map(|figure| figure.place.clone()).collect();
    format!(
        "\nWhat shorter waits cost: yearly cost and mix, in the order {}\n{}",
        order.join(", "),
        grid.draw(width)
    )
}
