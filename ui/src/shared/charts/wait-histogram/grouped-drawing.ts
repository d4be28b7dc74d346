import { isMeasured, type Spread } from '../chart-data';
import { blankDrawing } from '../drawing/blank-drawing';
import { type BarBox, type BarLook, filledBar, type Legend, legend, textures } from '../drawing/legend';
import { type Lettering, lettering, noteLine, textLine } from '../drawing/lettering';
import { optionLook } from '../drawing/option-look';
import { strengthOf } from '../drawing/strength';
import { pixel, svgElement } from '../drawing/svg-element';
import { textWidth } from '../drawing/text-width';
import { bareWords, freshnessNote } from '../words';
import type { WaitDrawing, WaitPicture } from './wait-data';

/** Share of a band's room left free between it and the next. */
const BETWEEN = 0.22;

interface Layout {
  readonly letters: Lettering;
  readonly names: Legend;
  readonly note: string;
  readonly looks: readonly BarLook[];
  readonly most: number;
  readonly widestLabel: number;
  readonly unit: WaitPicture['unit'];
  readonly top: number;
}

/**
 * Draws the options side by side in each band, every bar with its number.
 *
 * Bars stand upright where their numbers fit above them, and lie down where they do not: numbers are never left out or
 * turned on their side.
 */
export function drawGroupedWaits(picture: WaitPicture): WaitDrawing {
  const layout = layOut(picture);
  const perBar = (picture.size.width / picture.bands.length) * ((1 - BETWEEN) / picture.series.length);
  const fits = layout.widestLabel + 3 <= (picture.series.length === 1 ? perBar / (1 - BETWEEN) : perBar);
  return fits ? drawUpright(picture, layout) : drawLying(picture, layout);
}

function layOut({ series, size, drawingId, unit, ...freshness }: WaitPicture): Layout {
  const letters = lettering(size.textScale);
  const looks = series.map((one) => ({
    id: `${drawingId}-${one.colourIndex}`,
    name: one.name,
    look: optionLook(one.colourIndex),
  }));
  const names = legend(looks.length > 1 ? looks : [], size.width, letters);
  const note = freshnessNote(freshness);
  const people = series.flatMap((one) => one.people);
  return {
    letters,
    names,
    unit,
    note,
    looks,
    most: Math.max(1, ...people.map(({ median, p95 }) => Math.max(median ?? 0, p95 ?? 0))),
    widestLabel: Math.max(0, ...people.map(({ median }) => textWidth(bareWords(median, unit), letters.small))),
    top: names.height + (note === '' ? 0 : letters.line),
  };
}

function begin(picture: WaitPicture, layout: Layout, height: number): SVGSVGElement {
  const svg = blankDrawing(picture.size.width, height);
  const { letters } = layout;
  svg.append(textures(layout.looks), layout.names.draw());
  if (layout.note !== '') svg.append(noteLine(layout.note, 0, layout.names.height + letters.line / 2, letters));
  return svg;
}

function drawUpright(picture: WaitPicture, layout: Layout): WaitDrawing {
  const { series, bands, size } = picture;
  const { letters } = layout;
  const height = size.height;
  const bottom = height - letters.line * 2 - 8;
  const top = layout.top + letters.line + 4;
  const slot = size.width / bands.length;
  const bar = (slot * (1 - BETWEEN)) / series.length;
  const up = (people: number) => (people / layout.most) * (bottom - top);
  const svg = begin(picture, layout, height);
  const bars = svgElement('g', { opacity: strengthOf(picture) });
  for (const [column, name] of bands.entries()) {
    const left = slot * (column + BETWEEN / 2);
    for (const [row, one] of series.entries()) {
      const look = layout.looks[row];
      const spread = one.people[column];
      if (look === undefined || !isMeasured(spread?.median)) continue;
      const tall = up(spread.median);
      const box = { x: left + row * bar + 1, y: bottom - tall, width: bar - 2, height: tall };
      const middle = box.x + box.width / 2;
      bars.append(...barWithSpread(look, box, spread, (people) => ({ x: middle, y: bottom - up(people) })));
      const above = bottom - up(Math.max(spread.median, spread.p95 ?? 0)) - letters.line / 2 - 1;
      svg.append(number(spread.median, { x: middle, y: above, anchor: 'middle' }, look, layout));
    }
    svg.append(bandName(name, left + (slot * (1 - BETWEEN)) / 2, bottom + 6 + letters.line / 2, 'middle', letters));
  }
  const axisY = bottom + 6 + letters.line * 1.5;
  svg.append(
    bars,
    svgElement('path', { d: `M0 ${pixel(bottom)}H${pixel(size.width)}`, stroke: 'var(--axis)' }),
    textLine(picture.axisName, size.width / 2, axisY, { size: letters.small, fill: 'var(--axis)', anchor: 'middle' }),
  );
  return {
    svg,
    height,
    cell: (row, column) => {
      const left = slot * (column + BETWEEN / 2) + row * bar;
      return { left, right: left + bar, top, bottom };
    },
  };
}

function drawLying(picture: WaitPicture, layout: Layout): WaitDrawing {
  const { series, bands, size } = picture;
  const { letters } = layout;
  const bar = letters.small + 2;
  const slot = bar * series.length + 8;
  const top = layout.top + letters.line + 4;
  const left = Math.max(...bands.map((name) => textWidth(name, letters.small))) + 8;
  const right = size.width - layout.widestLabel - 8;
  const along = (people: number) => (people / layout.most) * (right - left);
  const height = top + slot * bands.length + 2;
  const svg = begin(picture, layout, height);
  const bars = svgElement('g', { opacity: strengthOf(picture) });
  for (const [column, name] of bands.entries()) {
    const bandTop = top + slot * column + 4;
    for (const [row, one] of series.entries()) {
      const look = layout.looks[row];
      const spread = one.people[column];
      if (look === undefined || !isMeasured(spread?.median)) continue;
      const box = { x: left, y: bandTop + row * bar + 1, width: along(spread.median), height: bar - 2 };
      const middle = box.y + box.height / 2;
      bars.append(...barWithSpread(look, box, spread, (people) => ({ x: left + along(people), y: middle })));
      const beyond = left + along(Math.max(spread.median, spread.p95 ?? 0)) + 5;
      svg.append(number(spread.median, { x: beyond, y: middle, anchor: 'start' }, look, layout));
    }
    svg.append(bandName(name, left - 8, bandTop + (bar * series.length) / 2, 'end', letters));
  }
  svg.append(
    bars,
    svgElement('path', { d: `M${pixel(left)} ${pixel(top)}V${pixel(height - 2)}`, stroke: 'var(--axis)' }),
    textLine(picture.axisName, 0, layout.top + letters.line / 2, { size: letters.small, fill: 'var(--axis)' }),
  );
  return {
    svg,
    height,
    cell: (row, column) => {
      const bandTop = top + slot * column + 4 + row * bar;
      return { left, right: size.width, top: bandTop, bottom: bandTop + bar };
    },
  };
}

/** A bar to the median, and a line over it along which 9 in 10 of the simulated futures end. */
function barWithSpread(
  look: BarLook,
  box: BarBox,
  { p5, p95 }: Spread,
  place: (people: number) => { x: number; y: number },
): SVGElement[] {
  const bar = filledBar(look, box);
  if (!isMeasured(p5) || !isMeasured(p95) || p5 === p95) return [bar];
  const [from, to] = [place(p5), place(p95)];
  const d = `M${pixel(from.x)} ${pixel(from.y)}L${pixel(to.x)} ${pixel(to.y)}`;
  return [
    bar,
    svgElement('path', { d, stroke: 'var(--card)', 'stroke-width': 3.5 }),
    svgElement('path', { d, stroke: 'var(--ink)', 'stroke-width': 1.3 }),
  ];
}

interface NumberPlace {
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle';
}

function number(people: number, { x, y, anchor }: NumberPlace, { look }: BarLook, layout: Layout): SVGTextElement {
  const fill = layout.looks.length > 1 ? look.text : 'var(--ink)';
  return textLine(bareWords(people, layout.unit), x, y, { size: layout.letters.small, fill, anchor });
}

function bandName(name: string, x: number, y: number, anchor: 'middle' | 'end', letters: Lettering): SVGTextElement {
  return textLine(name, x, y, { size: letters.small, fill: 'var(--ink-soft)', anchor });
}
