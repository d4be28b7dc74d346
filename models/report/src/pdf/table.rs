//! Tables: rows stay whole where they can, headings come again on every page.

use crate::chart::{Colour, GRID, INK, MUTED, SUNKEN};
use crate::pdf::blocks::CAPTION;
use crate::pdf::layout::{HEIGHT, Layout, Mark, ROOM, SIDE, Setting};
use crate::pdf::letters::SetLine;
use crate::pdf::structure::{Place, Role};
use crate::report::{Line, Table};
use crate::study::ReportError;
use crate::typeface::Typeface;

const CELL: Setting = Setting { typeface: Typeface::Regular, size: 7.6, gap: 10.2, colour: INK };
const STRONG: Setting = Setting { typeface: Typeface::Strong, ..CELL };
/// Space inside a cell, at the sides and above and below `[points]`.
const PAD: (f32, f32) = (4.0, 3.2);

/// A row in lines.
struct SetRow {
    cells: Vec<Vec<SetLine>>,
    setting: Setting,
    total: bool,
}

impl SetRow {
    fn of(table: &Table, lefts: &[(f32, f32)], cells: &[&Line], setting: Setting, total: bool) -> Self {
        let cells = table
            .columns
            .iter()
            .zip(lefts)
            .zip(cells)
            .map(|((_, (_, width)), cell)| setting.lines(&cell.text(), width - 2.0 * PAD.0))
            .collect();
        Self { cells, setting, total }
    }

    fn lines(&self) -> usize {
        self.cells.iter().map(Vec::len).max().unwrap_or(0).max(1)
    }

    fn height(&self) -> f32 {
        self.setting.gap * self.lines() as f32 + 2.0 * PAD.1
    }
}

/// Puts a table with its caption.
pub(super) fn put(layout: &mut Layout, table: &Table, number: usize) -> Result<(), ReportError> {
    let lefts = columns(table);
    let heads: Vec<&Line> = table.columns.iter().map(|column| &column.head).collect();
    let head = SetRow::of(table, &lefts, &heads, STRONG, false);
    let rows: Vec<SetRow> = table
        .rows
        .iter()
        .map(|row| {
            let cells: Vec<&Line> = row.cells.iter().collect();
            SetRow::of(table, &lefts, &cells, if row.total { STRONG } else { CELL }, row.total)
        })
        .collect();
    let caption = CAPTION.lines(&format!("Table {number}: {}", table.caption.text()), ROOM);
    layout.space(9.0);
    let first = rows.first().map_or(0.0, SetRow::height).min(HEIGHT / 3.0);
    layout.need(CAPTION.gap * caption.len() as f32 + 4.0 + head.height() + first)?;
    let place = layout.structure.add(Role::Table);
    let words = layout.structure.inside(place, Role::Caption);
    layout.lines(caption, SIDE, CAPTION, words)?;
    layout.y += 4.0;
    let row = layout.structure.inside(place, Role::Row);
    let cells = places(layout, row, table, Role::HeadCell);
    put_head(layout, table, &lefts, &head, Some(&cells));
    for row in &rows {
        let place = layout.structure.inside(place, Role::Row);
        let cells = places(layout, place, table, Role::Cell);
        put_row(layout, table, &lefts, &head, row, &cells)?;
    }
    rule(layout, MUTED, 0.8);
    layout.y += 8.0;
    Ok(())
}

/// Left edges and widths of the columns.
fn columns(table: &Table) -> Vec<(f32, f32)> {
    let sum: f32 = table.columns.iter().map(|column| column.width).sum();
    let mut left = SIDE;
    table
        .columns
        .iter()
        .map(|column| {
            let width = ROOM * column.width / sum;
            let from = left;
            left += width;
            (from, width)
        })
        .collect()
}

fn places(layout: &mut Layout, row: Place, table: &Table, role: Role) -> Vec<Place> {
    table.columns.iter().map(|_| layout.structure.inside(row, role.clone())).collect()
}

/// The row of headings; without places it is there for the eye alone, and not told again.
fn put_head(
    layout: &mut Layout,
    table: &Table,
    lefts: &[(f32, f32)],
    head: &SetRow,
    places: Option<&[Place]>,
) {
    let height = head.height();
    layout.put(Mark::Block { area: [SIDE, layout.y, ROOM, height], colour: SUNKEN });
    rule(layout, MUTED, 0.8);
    part(layout, table, lefts, head, places, 0..head.lines());
    layout.y += height;
    rule(layout, MUTED, 0.8);
}

/// A row; one that is taller than a page is cut between its lines.
fn put_row(
    layout: &mut Layout,
    table: &Table,
    lefts: &[(f32, f32)],
    head: &SetRow,
    row: &SetRow,
    places: &[Place],
) -> Result<(), ReportError> {
    let whole = row.height() <= HEIGHT - head.height();
    if row.height() > layout.left() && (whole || layout.left() < 4.0 * CELL.gap) {
        rule(layout, MUTED, 0.8);
        layout.new_page()?;
        put_head(layout, table, lefts, head, None);
    }
    if row.total {
        rule(layout, MUTED, 1.0);
    }
    let mut from = 0;
    while from < row.lines() {
        let fit = ((layout.left() - 2.0 * PAD.1) / row.setting.gap).floor().max(1.0) as usize;
        let until = (from + fit).min(row.lines());
        part(layout, table, lefts, row, Some(places), from..until);
        layout.y += row.setting.gap * (until - from) as f32 + 2.0 * PAD.1;
        from = until;
        if from < row.lines() {
            layout.new_page()?;
            put_head(layout, table, lefts, head, None);
        }
    }
    rule(layout, GRID, 0.6);
    Ok(())
}

/// Some lines of every cell of a row.
fn part(
    layout: &mut Layout,
    table: &Table,
    lefts: &[(f32, f32)],
    row: &SetRow,
    places: Option<&[Place]>,
    lines: std::ops::Range<usize>,
) {
    let setting = row.setting;
    for (column, ((one, (left, width)), cell)) in table.columns.iter().zip(lefts).zip(&row.cells).enumerate()
    {
        for (below, line) in cell.iter().skip(lines.start).take(lines.len()).enumerate() {
            let x = if one.numbers { left + width - PAD.0 - line.width * setting.size } else { left + PAD.0 };
            let y = layout.y + PAD.1 + setting.gap * below as f32 + setting.baseline();
            layout.put(Mark::Words {
                at: (x, y),
                line: line.clone(),
                size: setting.size,
                colour: setting.colour,
                place: places.and_then(|places| places.get(column).copied()),
            });
        }
    }
}

fn rule(layout: &mut Layout, colour: Colour, thick: f32) {
    layout.put(Mark::Block { area: [SIDE, layout.y - thick / 2.0, ROOM, thick], colour });
}
