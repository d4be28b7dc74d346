//! The blocks of a report onto pages.

use crate::chart::{ACCENT, Colour, INK, MUTED, SUNKEN};
use crate::figure::Figure;
use crate::pdf::layout::{HEIGHT, Heading, Layout, Mark, ROOM, SIDE, Setting};
use crate::pdf::structure::Role;
use crate::pdf::table;
use crate::report::{Block, Chart, Line, Paragraph, Report};
use crate::study::ReportError;
use crate::typeface::Typeface;

/// The ground and the edge of what is still to be written.
const ASKED: (Colour, Colour) = (Colour(0xfd, 0xf3, 0xe1), Colour(0x8a, 0x52, 0x00));

const fn set(typeface: Typeface, size: f32, gap: f32, colour: Colour) -> Setting {
    Setting { typeface, size, gap, colour }
}

const KIND: Setting = set(Typeface::Strong, 11.0, 15.0, ACCENT);
const TITLE: Setting = set(Typeface::Strong, 20.0, 25.0, INK);
const TEXT: Setting = set(Typeface::Regular, 9.5, 14.0, INK);
const LEAD: Setting = set(Typeface::Regular, 11.5, 16.5, INK);
pub(super) const NOTE: Setting = set(Typeface::Regular, 8.0, 11.5, MUTED);
const POINT: Setting = TEXT;
const LARGE: Setting = set(Typeface::Strong, 15.0, 19.0, ACCENT);
const SMALL: Setting = set(Typeface::Regular, 8.0, 11.0, INK);
pub(super) const CAPTION: Setting = set(Typeface::Strong, 8.8, 12.5, INK);
const CONTENTS: [Setting; 2] =
    [set(Typeface::Strong, 9.5, 16.0, INK), set(Typeface::Regular, 9.5, 14.0, INK)];
const HEADINGS: [Setting; 3] = [
    set(Typeface::Strong, 16.0, 20.0, ACCENT),
    set(Typeface::Strong, 12.0, 16.0, INK),
    set(Typeface::Strong, 10.5, 14.0, INK),
];
/// Space before headings `[points]`.
const BEFORE: [f32; 3] = [20.0, 14.0, 10.0];
/// The first heading and the space before it in papers too short for a contents `[points]`.
const COMPACT: (Setting, f32) = (set(Typeface::Strong, 13.0, 17.0, ACCENT), 12.0);
/// What follows a heading at least on its page `[points]`.
const FOLLOWS: f32 = 60.0;

/// Lays a report out; `known` are the headings of an earlier time, for the contents.
///
/// # Errors
/// [`ReportError::TooLong`].
pub(super) fn lay_out(report: &Report, known: &[Heading]) -> Result<Layout, ReportError> {
    let mut layout = Layout::new();
    front(&mut layout, report)?;
    if report.contents {
        contents(&mut layout, report, known)?;
    }
    let mut counts = Counts { compact: !report.contents, ..Counts::default() };
    for block in &report.blocks {
        put(&mut layout, block, &mut counts)?;
    }
    Ok(layout)
}

/// Tables and charts so far, and whether room is short.
#[derive(Default)]
struct Counts {
    compact: bool,
    tables: usize,
    charts: usize,
}

fn front(layout: &mut Layout, report: &Report) -> Result<(), ReportError> {
    let kind = layout.structure.add(Role::Paragraph);
    layout.lines(KIND.lines(report.kind, ROOM), SIDE, KIND, kind)?;
    layout.y += 4.0;
    let title = layout.structure.add(Role::Heading(0, report.title.clone()));
    layout.lines(TITLE.lines(&report.title, ROOM), SIDE, TITLE, title)?;
    layout.y += 4.0;
    for line in &report.front {
        let place = layout.structure.add(Role::Paragraph);
        layout.lines(NOTE.lines(&line.text(), ROOM), SIDE, NOTE, place)?;
    }
    layout.y += 8.0;
    layout.put(Mark::Block { area: [SIDE, layout.y, ROOM, 2.0], colour: ACCENT });
    layout.y += 6.0;
    Ok(())
}

fn contents(layout: &mut Layout, report: &Report, known: &[Heading]) -> Result<(), ReportError> {
    layout.space(14.0);
    let heading = layout.structure.add(Role::Heading(1, "Contents".to_owned()));
    layout.lines(HEADINGS[1].lines("Contents", ROOM), SIDE, HEADINGS[1], heading)?;
    layout.y += 4.0;
    let list = layout.structure.add(Role::Contents);
    let headings = report.blocks.iter().filter_map(|block| match block {
        Block::Heading { level, text } => Some((*level, text)),
        _ => None,
    });
    for (at, (level, text)) in headings.enumerate().filter(|(_, (level, _))| *level <= 2) {
        let setting = CONTENTS[usize::from(level - 1)];
        let left = SIDE + 14.0 * f32::from(level - 1);
        let item = layout.structure.inside(list, Role::ContentsItem);
        let link = layout.structure.inside(item, Role::Link);
        // One line each: a longer heading is cut here, not where it stands.
        let Some(line) = setting.lines(text, SIDE + ROOM - left - 30.0).into_iter().next() else { continue };
        layout.need(setting.gap)?;
        let top = layout.y;
        let goal = known.get(at);
        let number = goal.map_or(0, |heading| heading.page + 1).to_string();
        let number = setting.lines(&number, 30.0).into_iter().next().unwrap_or_default();
        let x = SIDE + ROOM - number.width * setting.size;
        layout.lines(vec![line], left, setting, link)?;
        let (size, colour) = (setting.size, setting.colour);
        layout.put(Mark::Words {
            at: (x, top + setting.baseline()),
            line: number,
            size,
            colour,
            place: Some(link),
        });
        if let Some(goal) = goal {
            let area = [left, top, SIDE + ROOM - left, setting.gap];
            let words = format!("{text}, page {}", goal.page + 1);
            layout.put(Mark::Link { area, page: goal.page, top: goal.top, words, place: link });
        }
    }
    layout.new_page()
}

fn put(layout: &mut Layout, block: &Block, counts: &mut Counts) -> Result<(), ReportError> {
    match block {
        Block::Heading { level, text } => heading(layout, *level, text, counts.compact),
        Block::Paragraph(Paragraph::ToComplete, line) => asked(layout, line),
        Block::Paragraph(kind, line) => {
            let setting = match kind {
                Paragraph::Lead => LEAD,
                Paragraph::Note => NOTE,
                Paragraph::Text | Paragraph::ToComplete => TEXT,
            };
            layout.space(4.0);
            let place = layout.structure.add(Role::Paragraph);
            let lines = setting.lines(&line.text(), ROOM);
            // Two lines at least stand together.
            layout.need(setting.gap * lines.len().min(2) as f32)?;
            layout.lines(lines, SIDE, setting, place)?;
            layout.y += 3.0;
            Ok(())
        }
        Block::Points(points) => list(layout, points),
        Block::Highlights(all) => highlights(layout, all),
        Block::Table(one) => {
            counts.tables += 1;
            table::put(layout, one, counts.tables)
        }
        Block::Chart(one) => {
            counts.charts += 1;
            chart(layout, one, counts.charts)
        }
        Block::NewPage if layout.is_fresh() => Ok(()),
        Block::NewPage => layout.new_page(),
    }
}

fn heading(layout: &mut Layout, level: u8, text: &str, compact: bool) -> Result<(), ReportError> {
    let at = usize::from(level.clamp(1, 3)) - 1;
    let (setting, before) = if compact && at == 0 { COMPACT } else { (HEADINGS[at], BEFORE[at]) };
    layout.space(before);
    let lines = setting.lines(text, ROOM);
    layout.need(setting.gap * lines.len() as f32 + FOLLOWS)?;
    let page = layout.page();
    layout.headings.push(Heading { level, text: crate::safe::plain(text), page, top: layout.y });
    let place = layout.structure.add(Role::Heading(level, text.to_owned()));
    layout.lines(lines, SIDE, setting, place)?;
    layout.y += 3.0;
    Ok(())
}

fn list(layout: &mut Layout, points: &[Line]) -> Result<(), ReportError> {
    let list = layout.structure.add(Role::List);
    layout.space(3.0);
    for point in points {
        let item = layout.structure.inside(list, Role::Item);
        let label = layout.structure.inside(item, Role::Label);
        let body = layout.structure.inside(item, Role::ItemBody);
        let lines = POINT.lines(&point.text(), ROOM - 14.0);
        layout.need(POINT.gap * lines.len().min(2) as f32)?;
        let bullet = POINT.lines("•", 14.0).into_iter().next().unwrap_or_default();
        let (size, colour) = (POINT.size, POINT.colour);
        let at = (SIDE + 4.0, layout.y + POINT.baseline());
        layout.put(Mark::Words { at, line: bullet, size, colour, place: Some(label) });
        layout.lines(lines, SIDE + 14.0, POINT, body)?;
        layout.y += 2.5;
    }
    layout.y += 2.0;
    Ok(())
}

/// Something still to be written, on a coloured ground.
fn asked(layout: &mut Layout, line: &Line) -> Result<(), ReportError> {
    let lines = TEXT.lines(&line.text(), ROOM - 24.0);
    let height = TEXT.gap * lines.len() as f32 + 10.0;
    layout.space(5.0);
    layout.need(height.min(HEIGHT))?;
    let ground = height.min(layout.left());
    layout.put(Mark::Block { area: [SIDE, layout.y, ROOM, ground], colour: ASKED.0 });
    layout.put(Mark::Block { area: [SIDE, layout.y, 3.0, ground], colour: ASKED.1 });
    layout.y += 5.0;
    let place = layout.structure.add(Role::Paragraph);
    layout.lines(lines, SIDE + 12.0, TEXT, place)?;
    layout.y += 9.0;
    Ok(())
}

fn highlights(layout: &mut Layout, all: &[(Figure, Line)]) -> Result<(), ReportError> {
    if all.is_empty() {
        return Ok(());
    }
    let (gap, pad) = (8.0, 9.0);
    let width = (ROOM - gap * (all.len() - 1) as f32) / all.len() as f32;
    let each: Vec<_> = all
        .iter()
        .map(|(figure, words)| {
            (LARGE.lines(&figure.text, width - 2.0 * pad), SMALL.lines(&words.text(), width - 2.0 * pad))
        })
        .collect();
    let tall = |(large, small): &(Vec<_>, Vec<_>)| {
        LARGE.gap * large.len() as f32 + SMALL.gap * small.len() as f32 + 2.0 * pad
    };
    let height = each.iter().map(tall).fold(0.0, f32::max).min(HEIGHT);
    layout.space(6.0);
    layout.need(height)?;
    let top = layout.y;
    for (at, (large, small)) in each.into_iter().enumerate() {
        let left = SIDE + (width + gap) * at as f32;
        layout.put(Mark::Block { area: [left, top, width, height], colour: SUNKEN });
        layout.y = top + pad;
        let place = layout.structure.add(Role::Paragraph);
        layout.lines(large, left + pad, LARGE, place)?;
        layout.lines(small, left + pad, SMALL, place)?;
    }
    layout.y = top + height + 8.0;
    Ok(())
}

fn chart(layout: &mut Layout, chart: &Chart, number: usize) -> Result<(), ReportError> {
    let drawing = &chart.drawing;
    let caption = CAPTION.lines(&format!("Figure {number}: {}", chart.title.text()), ROOM);
    let subtitle = NOTE.lines(&chart.subtitle.text(), ROOM);
    let words = CAPTION.gap * caption.len() as f32 + NOTE.gap * subtitle.len() as f32 + 6.0;
    let scale = (ROOM / drawing.width).min((HEIGHT - words).max(100.0) / drawing.height);
    let height = drawing.height * scale;
    layout.space(9.0);
    layout.need(words + height)?;
    let place = layout.structure.add(Role::Paragraph);
    layout.lines(caption, SIDE, CAPTION, place)?;
    let place = layout.structure.add(Role::Paragraph);
    layout.lines(subtitle, SIDE, NOTE, place)?;
    layout.y += 4.0;
    let place = layout.structure.add(Role::Figure(crate::safe::plain(&chart.alternative), None));
    layout.structure.drawn_at(place, layout.page(), [SIDE, layout.y, drawing.width * scale, height]);
    layout.put(Mark::Picture { at: (SIDE, layout.y), scale, drawing: drawing.clone(), place });
    layout.y += height + 8.0;
    Ok(())
}
