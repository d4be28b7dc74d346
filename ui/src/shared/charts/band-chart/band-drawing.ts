import { areaY, dot, lineY, type Markish, ruleY } from '@observablehq/plot';
import type { BandSeries, Freshness } from '../chart-data';
import { noteLine, textLine } from '../drawing/lettering';
import { lookOf } from '../drawing/option-look';
import { type Drawing, drawPlot } from '../drawing/plot-drawing';
import { strengthOf } from '../drawing/strength';
import { pixel, svgElement } from '../drawing/svg-element';
import { textWidth } from '../drawing/text-width';
import { weekTicks } from '../drawing/week-axis';
import { axisNumber, freshnessNote, tickDate, unitName } from '../words';
import { type BandFrame, type BandPicture, bandFrame, type Places, placesOn } from './band-frame';
import { drawEndLabels, drawLegend } from './end-labels';
import { drawTargets } from './target-layer';

/** A finished drawing of bands, with what is needed to read places from it. */
export interface BandDrawing extends Drawing {
  readonly frame: BandFrame;
  readonly places: Places;
}

/** Draws median lines with the bands that half and 9 in 10 of the simulated futures lie in. */
export function drawBands(picture: BandPicture): BandDrawing {
  const frame = bandFrame(picture);
  const { span } = picture;
  const places = placesOn(frame, span);
  const weeks = Array.from({ length: span.count }, (_, index) => span.firstWeek + index);
  const strength = strengthOf(picture);
  const drawing = drawPlot({
    width: frame.width,
    height: frame.height,
    marginLeft: frame.left,
    marginRight: frame.width - frame.right,
    marginTop: frame.top,
    marginBottom: frame.height - frame.bottom,
    x: { axis: null, domain: [span.firstWeek, span.firstWeek + Math.max(span.count - 1, 1)] },
    y: { axis: null, domain: [frame.axis.from, frame.axis.to] },
    marks: [
      ruleY(frame.axis.ticks, { stroke: 'var(--grid)', strokeWidth: 1 }),
      ...picture.series.flatMap((one) => bands(one, weeks, strength)),
      () => drawTargets(picture, frame, places),
      ...picture.series.map((one) => medianLine(one, weeks, strength)),
      ...actualPoints(picture),
      () => drawAxes(picture, frame, places),
      () =>
        frame.ends === null
          ? drawLegend(picture.series, picture.unit, frame)
          : drawEndLabels(frame.ends, frame, places, span.firstWeek),
    ],
  });
  return { ...drawing, frame, places };
}

function bands(one: BandSeries, weeks: readonly number[], strength: number): Markish[] {
  const { line, dash } = lookOf(one);
  const data = { length: weeks.length };
  if (one.isGhost) {
    const edge = { x: weeks, stroke: line, strokeOpacity: strength, strokeWidth: 1, strokeDasharray: dash };
    return [one.p5, one.p95].map((y) => lineY(data, { ...edge, y }));
  }
  const nineInTen = { x: weeks, y1: one.p5, y2: one.p95, fill: line, fillOpacity: 0.15 * strength };
  const half = { x: weeks, y1: one.p25, y2: one.p75, fill: line, fillOpacity: 0.24 * strength };
  // A faint edge keeps a band readable on paper without colour and where two bands cross.
  const edge = { stroke: line, strokeOpacity: 0.3 * strength, strokeWidth: 0.75 };
  return [areaY(data, { ...nineInTen, ...edge }), areaY(data, half)];
}

function medianLine(one: BandSeries, weeks: readonly number[], strength: number): Markish {
  const { line, dash } = lookOf(one);
  return lineY(
    { length: weeks.length },
    {
      x: weeks,
      y: one.median,
      stroke: line,
      strokeOpacity: strength,
      strokeWidth: one.isGhost ? 1.6 : 2.2,
      strokeDasharray: dash,
      strokeLinejoin: 'round',
    },
  );
}

function actualPoints({ actual, span }: BandPicture): Markish[] {
  const points = (actual?.points ?? []).filter(
    ({ week }) => week >= span.firstWeek && week < span.firstWeek + span.count,
  );
  if (points.length === 0) return [];
  return [dot(points, { x: 'week', y: 'value', r: 3.6, fill: 'var(--card)', stroke: 'var(--ink)', strokeWidth: 1.6 })];
}

function drawAxes(picture: BandPicture, frame: BandFrame, places: Places): SVGGElement {
  const { letters } = frame;
  const group = svgElement('g');
  for (const tick of frame.axis.ticks) {
    const look = { size: letters.small, fill: 'var(--axis)', anchor: 'end' } as const;
    group.append(textLine(axisNumber(tick, picture.unit), frame.left - 8, places.y(tick), look));
  }
  group.append(
    textLine(unitName(picture.unit), 0, letters.line / 2, { size: letters.small, fill: 'var(--axis)' }),
    ...weekNames(picture, frame, places),
    ...note(picture, frame),
  );
  return group;
}

function weekNames({ span }: BandPicture, frame: BandFrame, places: Places): SVGElement[] {
  const { letters } = frame;
  const room = textWidth('30 Sep 2026', letters.small) + 14;
  const last = span.firstWeek + Math.max(span.count - 1, 0);
  const most = Math.max(Math.floor((frame.right - frame.left) / room) + 1, 2);
  let year = '';
  return weekTicks(span.firstWeek, last, most).flatMap((week) => {
    const date = tickDate(span.startDate, week, year);
    year = date.year;
    const x = places.x(week);
    const look = { size: letters.small, anchor: 'middle' } as const;
    const y = frame.bottom + 6 + letters.line / 2;
    return [
      svgElement('path', { d: `M${pixel(x)} ${pixel(frame.bottom)}v4`, stroke: 'var(--axis)' }),
      textLine(date.text, x, y, { ...look, fill: 'var(--ink-soft)' }),
      textLine(`week ${week}`, x, y + letters.line, { ...look, fill: 'var(--axis)' }),
    ];
  });
}

/** Said on the drawing, so that a copied image says it too. */
function note(freshness: Freshness, frame: BandFrame): SVGElement[] {
  const words = freshnessNote(freshness);
  if (words === '') return [];
  return [noteLine(words, frame.right, frame.letters.line / 2, frame.letters, 'end')];
}
