import { isKnown } from '../../format/numbers';
import { type Freshness, isMeasured, type Unit } from '../chart-data';
import { blankDrawing } from '../drawing/blank-drawing';
import type { ChartSize } from '../drawing/chart-size';
import { type Lettering, lettering, noteLine, textLine } from '../drawing/lettering';
import { optionLook } from '../drawing/option-look';
import { strengthOf } from '../drawing/strength';
import { pixel, svgElement } from '../drawing/svg-element';
import { fitText, textWidth } from '../drawing/text-width';
import { type ValueAxis, valueAxis } from '../drawing/value-axis';
import { axisNumber, freshnessNote, unitName } from '../words';
import type { Difference } from './difference-data';

export interface DifferenceRoom extends Freshness, Pick<ChartSize, 'width' | 'textScale'> {}

export interface DifferencePicture {
  readonly differences: readonly Difference[];
  readonly baseName: string;
  readonly unit: Unit;
}

/** Height of the line with dot and whisker, and the space below it. */
const [PLOT, BETWEEN] = [22, 14];
/** Room at the ends of the scale, so that a whisker's end and its tick stay inside. */
const EDGE = 24;
const SAMPLE = 26;

/**
 * Draws a dot with a whisker for each option: how far it is from the base. The base is the line at 0; a dot that cannot
 * be told apart from it is hollow.
 */
export function drawDifferences({ differences, baseName, unit }: DifferencePicture, room: DifferenceRoom) {
  const letters = lettering(room.textScale);
  const note = freshnessNote(room);
  const axis = axisOf(differences, room.width, unit);
  const x = (value: number) =>
    EDGE + ((value - axis.from) / (axis.to - axis.from)) * Math.max(room.width - 2 * EDGE, 1);
  const top = note === '' ? 0 : letters.line + 4;
  const block = letters.line + PLOT + BETWEEN;
  const bottom = top + differences.length * block - BETWEEN + 4;
  const height = bottom + 2 * letters.line + 4;
  const svg = blankDrawing(room.width, height);
  if (note !== '') svg.append(noteLine(note, 0, letters.line / 2, letters));
  svg.append(...frame(axis, x, { differences, baseName, unit }, { bottom, letters, width: room.width }));
  for (const [at, difference] of differences.entries()) {
    svg.append(
      ...strip(axis, x, top + at * block + letters.line),
      ...row(difference, x, top + at * block, letters, room),
    );
  }
  return { svg, height };
}

function axisOf(differences: readonly Difference[], width: number, unit: Unit): ValueAxis {
  const values = differences.flatMap(({ mean, low, high }) => [mean, low, high]).filter(isKnown);
  const range = {
    low: Math.min(0, ...values),
    high: Math.max(0, ...values),
    smallestStep: unit === 'people' ? 1 : 0.1,
  };
  return valueAxis(range, width / 2);
}

/** Where the scale's numbers stand, and the name of its zero. */
function frame(axis: ValueAxis, x: (value: number) => number, picture: DifferencePicture, place: FramePlace) {
  const { bottom, letters, width } = place;
  const small = { size: letters.small, fill: 'var(--axis)', anchor: 'middle' } as const;
  const names = axis.ticks.map((tick) => {
    const words = tick > 0 ? `+${axisNumber(tick, picture.unit)}` : axisNumber(tick, picture.unit);
    return textLine(words, x(tick), bottom + letters.line / 2, small);
  });
  const base = fitText(`0: as ${picture.baseName}`, width / 2, letters.small);
  const half = textWidth(base, letters.small) / 2;
  const centre = Math.min(Math.max(x(0), half), width - half);
  const farEnd = x(0) > width / 2 ? x(axis.from) : x(axis.to);
  const anchor = x(0) > width / 2 ? 'start' : 'end';
  return [
    ...names,
    textLine(base, centre, bottom + letters.line * 1.5, { ...small, fill: 'var(--ink-soft)' }),
    textLine(unitName(picture.unit), farEnd, bottom + letters.line * 1.5, { ...small, anchor }),
  ];
}

interface FramePlace {
  readonly bottom: number;
  readonly letters: Lettering;
  readonly width: number;
}

/** The strip that a dot lies on, with the scale's lines; the line at 0 is the base. */
function strip(axis: ValueAxis, x: (value: number) => number, top: number): SVGElement[] {
  const line = (value: number, stroke: string, width: number) =>
    svgElement('path', { d: `M${pixel(x(value))} ${pixel(top)}v${PLOT}`, stroke, 'stroke-width': width });
  return [
    svgElement('path', {
      d: `M${pixel(x(axis.from))} ${pixel(top + PLOT / 2)}H${pixel(x(axis.to))}`,
      stroke: 'var(--grid)',
    }),
    ...axis.ticks.map((tick) => line(tick, 'var(--grid)', 1)),
    line(0, 'var(--ink-soft)', 1.6),
  ];
}

const INKS: Readonly<Record<Difference['state'], string>> = {
  better: 'var(--success)',
  worse: 'var(--danger)',
  lower: 'var(--ink)',
  higher: 'var(--ink)',
  unclear: 'var(--muted)',
  same: 'var(--muted)',
  unknown: 'var(--muted)',
};

function row(
  { option, mean, low, high, state, words }: Difference,
  x: (value: number) => number,
  top: number,
  letters: Lettering,
  room: DifferenceRoom,
): SVGElement[] {
  const { line, dash } = optionLook(option.colourIndex);
  const middle = top + letters.line / 2;
  const wordsRoom = textWidth(words, letters.label, 'semibold');
  const name = fitText(option.name, room.width - SAMPLE - 8 - wordsRoom - 12, letters.label);
  const heading = [
    svgElement('path', {
      d: `M0 ${pixel(middle)}h${SAMPLE}`,
      stroke: line,
      'stroke-width': 2.4,
      'stroke-dasharray': dash,
    }),
    textLine(name, SAMPLE + 8, middle, { size: letters.label, fill: 'var(--ink)', halo: true }),
    textLine(words, room.width, middle, {
      size: letters.label,
      fill: INKS[state],
      anchor: 'end',
      weight: 'semibold',
      halo: true,
    }),
  ];
  if (!isMeasured(mean) || !isMeasured(low) || !isMeasured(high)) return heading;
  const y = pixel(top + letters.line + PLOT / 2);
  const isApart = state !== 'unclear' && state !== 'same';
  const cap = (value: number) => `M${pixel(x(value))} ${y - 5}v10`;
  const mark = svgElement(
    'g',
    { stroke: line, 'stroke-width': 2, fill: 'none', opacity: strengthOf(room) },
    svgElement('path', { d: `M${pixel(x(low))} ${y}H${pixel(x(high))}${cap(low)}${cap(high)}` }),
    svgElement('circle', { cx: pixel(x(mean)), cy: y, r: 4.5, fill: isApart ? line : 'var(--card)' }),
  );
  return [...heading, mark];
}
