//! Tables of text that fit a width: columns that do not fit go below, with the names of the rows again.

use crate::screen::{one_line, wrap};

/// Longest name of a row before it is wrapped `[characters]`.
const LONGEST_NAME: usize = 26;

/// Narrowest column whose heading is wrapped `[characters]`.
const NARROWEST_HEAD: usize = 14;

/// Space between two columns.
const GAP: &str = "  ";

/// One cell: a figure, lined up to the right, and what stands after it, lined up to the left.
#[derive(Debug, Clone, Default)]
pub(crate) struct Cell {
    /// `949`.
    pub(crate) figure: String,
    /// `(853 to 1,051)`.
    pub(crate) rest: String,
}

impl Cell {
    /// A cell with a figure alone.
    pub(crate) fn figure(figure: impl Into<String>) -> Self {
        Self { figure: figure.into(), rest: String::new() }
    }

    /// A cell with words, lined up to the left.
    pub(crate) fn words(words: impl Into<String>) -> Self {
        Self { figure: String::new(), rest: words.into() }
    }
}

/// A table: the head of each column and a name and cells for each row.
#[derive(Debug, Clone, Default)]
pub(crate) struct Grid {
    heads: Vec<String>,
    rows: Vec<(String, Vec<Cell>)>,
}

impl Grid {
    /// A table with these columns and no rows.
    pub(crate) fn new(heads: impl IntoIterator<Item = String>) -> Self {
        Self { heads: heads.into_iter().map(|head| one_line(&head)).collect(), rows: Vec::new() }
    }

    /// Adds a row.
    pub(crate) fn row(&mut self, name: &str, cells: Vec<Cell>) {
        self.rows.push((one_line(name), cells));
    }

    /// The table in at most `width` characters where its widest cell allows, each line ended.
    pub(crate) fn draw(&self, width: usize) -> String {
        let names: Vec<Vec<String>> =
            self.rows.iter().map(|(name, _)| wrap(name, LONGEST_NAME.min(width / 4))).collect();
        let name_width = names.iter().flatten().map(|line| length(line)).max().unwrap_or(0);
        let columns: Vec<Column> = (0..self.heads.len()).map(|at| self.column(at)).collect();
        let mut out = String::new();
        let mut from = 0;
        while from < columns.len() {
            let mut until = from;
            let mut used = name_width;
            while until < columns.len() && (until == from || used + GAP.len() + columns[until].width <= width)
            {
                used += GAP.len() + columns[until].width;
                until += 1;
            }
            if from > 0 {
                out.push('\n');
            }
            draw_head(&mut out, &columns[from..until], name_width);
            for ((_, cells), name) in self.rows.iter().zip(&names) {
                draw_row(
                    &mut out,
                    name,
                    cells.get(from..until).unwrap_or_default(),
                    &columns[from..until],
                    name_width,
                );
            }
            from = until;
        }
        out
    }

    fn column(&self, at: usize) -> Column {
        let cells = || self.rows.iter().filter_map(|(_, cells)| cells.get(at));
        let figure = cells().map(|cell| length(&cell.figure)).max().unwrap_or(0);
        let rest = cells().map(|cell| length(&cell.rest)).max().unwrap_or(0);
        let between = usize::from(figure > 0 && rest > 0);
        let head = wrap(&self.heads[at], (figure + between + rest).max(NARROWEST_HEAD));
        let head_width = head.iter().map(|line| length(line)).max().unwrap_or(0);
        // A head that is wider than its figures is lined up with them to the right.
        let width = (figure + between + rest).max(head_width);
        let figure = if rest == 0 { width } else { figure };
        Column { head, figure, between, width, to_the_right: rest == 0 }
    }
}

/// How one column is drawn.
struct Column {
    head: Vec<String>,
    figure: usize,
    between: usize,
    width: usize,
    to_the_right: bool,
}

fn draw_head(out: &mut String, columns: &[Column], name_width: usize) {
    let lines = columns.iter().map(|column| column.head.len()).max().unwrap_or(0);
    for line in 0..lines {
        let mut text = " ".repeat(name_width);
        for column in columns {
            // Short heads stand on the last line, just above their figures.
            let skip = lines - column.head.len();
            let words = line.checked_sub(skip).and_then(|at| column.head.get(at)).map_or("", String::as_str);
            text.push_str(GAP);
            text.push_str(&if column.to_the_right {
                right(words, column.width)
            } else {
                left(words, column.width)
            });
        }
        finish_line(out, &text);
    }
    let rules: Vec<String> = columns.iter().map(|column| "─".repeat(column.width)).collect();
    finish_line(out, &format!("{}{GAP}{}", " ".repeat(name_width), rules.join(GAP)));
}

fn draw_row(out: &mut String, name: &[String], cells: &[Cell], columns: &[Column], name_width: usize) {
    for (at, line) in name.iter().enumerate() {
        let mut text = left(line, name_width);
        if at + 1 == name.len() {
            for (cell, column) in cells.iter().zip(columns) {
                let figure = right(&cell.figure, column.figure);
                let rest_width = column.width.saturating_sub(column.figure + column.between);
                text.push_str(&format!(
                    "{GAP}{figure}{}{}",
                    " ".repeat(column.between),
                    left(&cell.rest, rest_width)
                ));
            }
        }
        finish_line(out, &text);
    }
}

fn finish_line(out: &mut String, text: &str) {
    out.push_str(text.trim_end());
    out.push('\n');
}

fn length(text: &str) -> usize {
    text.chars().count()
}

fn left(text: &str, width: usize) -> String {
    format!("{text:<width$}")
}

fn right(text: &str, width: usize) -> String {
    format!("{text:>width$}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn grid() -> Grid {
        let mut grid =
            Grid::new(["waiting list".to_owned(), "longest wait".to_owned(), "hours used".to_owned()]);
        let cell = |figure: &str, rest: &str| Cell { figure: figure.to_owned(), rest: rest.to_owned() };
        grid.row(
            "Do nothing",
            vec![cell("2,216", "(2,120 to 2,310)"), cell("206 weeks", "(190 to 213)"), cell("97%", "")],
        );
        grid.row(
            "Tiered redesign",
            vec![cell("949", "(853 to 1,051)"), cell("47 weeks", "(42 to 52)"), cell("93%", "")],
        );
        grid
    }

    #[test]
    fn figures_and_what_follows_them_line_up() {
        insta::assert_snapshot!(grid().draw(100));
    }

    #[test]
    fn columns_that_do_not_fit_go_below() {
        let text = grid().draw(60);
        insta::assert_snapshot!(text);
        assert!(text.lines().all(|line| line.chars().count() <= 60));
    }
}
