import { type BandSeries, figureAt, isMeasured, type Unit } from '../chart-data';
import { type Lettering, textLine } from '../drawing/lettering';
import { lookOf } from '../drawing/option-look';
import { spreadApart } from '../drawing/spread-apart';
import { pixel, svgElement } from '../drawing/svg-element';
import { fitText, textWidth, wrapText } from '../drawing/text-width';
import { bareSpreadWords } from '../words';
import type { BandFrame, Places } from './band-frame';

/** An option's name and its last figure, as lines of text. */
interface EndLabel {
  readonly series: BandSeries;
  readonly name: readonly string[];
  readonly figure: string;
  /** Last place in the columns with a figure. */
  readonly last: number;
}

/** Names at the ends of the lines. */
export interface EndLabels {
  readonly labels: readonly EndLabel[];
  /** Room they need to the right of the last week. */
  readonly room: number;
  /** Middle of each label, from the top of the drawing. */
  readonly middles: readonly number[];
}

/** From the end of a line to its name. */
const LEADER = 16;
/** A label this near to the end of its line needs no leader, in pixels. */
const LEVEL = 4;
/** Between one label and the next. */
const GAP = 6;

/**
 * Names of the options beside the ends of their lines, moved apart where lines end close together.
 *
 * @returns null when they need more height than the chart has
 */
export function endLabels(series: readonly BandSeries[], unit: Unit, frame: BandFrame): EndLabels | null {
  const { letters } = frame;
  const room = Math.min(Math.max(frame.width * 0.26, 120), 190 * (letters.small / 11));
  const labels = series.map((one) => endLabel(one, { unit, letters, room }));
  const perValue = (frame.bottom - frame.top) / (frame.axis.to - frame.axis.from);
  const middles = spreadApart(
    labels.map((label) => {
      const value = figureAt(label.series.median, label.last) ?? frame.axis.from;
      return { wanted: frame.bottom - (value - frame.axis.from) * perValue, size: heightOf(label, letters) + GAP };
    }),
    0,
    // The last week's date stands under the end of the lines.
    frame.bottom + GAP,
  );
  if (middles === null) return null;
  const widest = Math.max(0, ...labels.map((label) => widthOf(label, letters)));
  return { labels, middles, room: LEADER + widest + 6 };
}

interface LabelRoom {
  readonly unit: Unit;
  readonly letters: Lettering;
  readonly room: number;
}

function endLabel(series: BandSeries, { unit, letters, room }: LabelRoom): EndLabel {
  const last = Math.max(series.median.findLastIndex(isMeasured), 0);
  const look = { room, fontSize: letters.label, weight: 'semibold', lines: 2 } as const;
  return {
    series,
    last,
    name: wrapText(series.name, look),
    figure: fitText(lastFigure(series, last, unit), room, letters.small),
  };
}

/** The unit stands at the axis, and room is short here. */
function lastFigure(series: BandSeries, last: number, unit: Unit): string {
  return bareSpreadWords(
    { median: figureAt(series.median, last), p5: figureAt(series.p5, last), p95: figureAt(series.p95, last) },
    unit,
  );
}

function heightOf(label: EndLabel, letters: Lettering): number {
  return (label.name.length + 1) * letters.line;
}

function widthOf(label: EndLabel, letters: Lettering): number {
  return Math.max(
    textWidth(label.figure, letters.small),
    ...label.name.map((line) => textWidth(line, letters.label, 'semibold')),
  );
}

/** Draws the names, each with a dot on the end of its line and a leader from there. */
export function drawEndLabels(ends: EndLabels, frame: BandFrame, places: Places, firstWeek: number): SVGGElement {
  const group = svgElement('g');
  for (const [at, label] of ends.labels.entries()) {
    const look = lookOf(label.series);
    const value = figureAt(label.series.median, label.last);
    const middle = ends.middles[at] ?? frame.top;
    const textLeft = frame.right + LEADER;
    if (value !== null) {
      const [x, y] = [pixel(places.x(firstWeek + label.last)), pixel(places.y(value))];
      if (Math.abs(middle - y) > LEVEL) {
        const d = `M${x} ${y}L${pixel(frame.right + 4)} ${y}L${pixel(textLeft - 4)} ${pixel(middle)}`;
        group.append(svgElement('path', { d, fill: 'none', stroke: look.line, 'stroke-opacity': 0.6 }));
      }
      group.append(svgElement('circle', { cx: x, cy: y, r: 3.2, fill: look.line }));
    }
    let y = middle - heightOf(label, frame.letters) / 2 + frame.letters.line / 2;
    for (const line of label.name) {
      group.append(textLine(line, textLeft, y, { size: frame.letters.label, fill: look.text, weight: 'semibold' }));
      y += frame.letters.line;
    }
    group.append(textLine(label.figure, textLeft, y, { size: frame.letters.small, fill: 'var(--ink-soft)' }));
  }
  return group;
}

/** Room a legend of all options needs below the weeks. */
export function legendHeight(series: readonly BandSeries[], letters: Lettering): number {
  return series.length * (letters.line + 3) + 6;
}

/** Draws a legend below the weeks, one option on a line, where names do not fit at the ends of the lines. */
export function drawLegend(series: readonly BandSeries[], unit: Unit, frame: BandFrame): SVGGElement {
  const group = svgElement('g');
  const { letters } = frame;
  const sample = 26;
  for (const [at, one] of series.entries()) {
    const look = lookOf(one);
    const y = frame.height - legendHeight(series, letters) + 6 + (at + 0.5) * (letters.line + 3);
    const figure = lastFigure(one, Math.max(one.median.findLastIndex(isMeasured), 0), unit);
    const room = frame.width - sample - 16 - textWidth(figure, letters.small);
    const name = fitText(one.name, room, letters.label, 'semibold');
    group.append(
      svgElement('path', {
        d: `M0 ${pixel(y)}H${sample}`,
        stroke: look.line,
        'stroke-width': 2.2,
        'stroke-dasharray': look.dash,
      }),
      textLine(name, sample + 8, y, { size: letters.label, fill: look.text, weight: 'semibold' }),
      textLine(figure, sample + 16 + textWidth(name, letters.label, 'semibold'), y, {
        size: letters.small,
        fill: 'var(--ink-soft)',
      }),
    );
  }
  return group;
}
