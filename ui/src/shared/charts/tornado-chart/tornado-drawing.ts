import { isKnown } from '../../format/numbers';
import { type Freshness, isMeasured } from '../chart-data';
import { blankDrawing } from '../drawing/blank-drawing';
import type { ChartSize } from '../drawing/chart-size';
import { type BarLook, filledBar, legend, textures } from '../drawing/legend';
import { type Lettering, lettering, noteLine, textLine } from '../drawing/lettering';
import { strengthOf } from '../drawing/strength';
import { pixel, svgElement } from '../drawing/svg-element';
import { fitText, textWidth } from '../drawing/text-width';
import { type ValueAxis, valueAxis } from '../drawing/value-axis';
import { axisNumber, figureWords, freshnessNote, unitName } from '../words';
import type { SwingState, TornadoEnd, TornadoPicture, TornadoRow } from './tornado-data';

export interface TornadoRoom extends Freshness, Pick<ChartSize, 'width' | 'textScale'> {}

/** Height of the bars, and the space below them. */
const [BAR, BETWEEN] = [16, 12];
/** From the end of a bar to the figure's own value. */
const BESIDE = 5;

const lowLook: BarLook = {
  id: 'tornado-low',
  name: 'the figure at its low value',
  look: { line: 'var(--ink-soft)', text: 'var(--ink-soft)', texture: 'hatch' },
};
const highLook: BarLook = {
  id: 'tornado-high',
  name: 'at its high value',
  look: { line: 'var(--accent)', text: 'var(--accent)', texture: 'solid' },
};

/** Where things go, in pixels. */
interface Frame {
  readonly letters: Lettering;
  readonly axis: ValueAxis;
  readonly width: number;
  readonly x: (value: number) => number;
  readonly top: number;
  readonly bottom: number;
  readonly block: number;
}

/**
 * Draws two bars for each figure from where the answer is now: to where it is at the figure's low value, and to where it
 * is at its high value. What the figure is then stands at their ends.
 */
export function drawTornado(picture: TornadoPicture, room: TornadoRoom) {
  const letters = lettering(room.textScale);
  const note = freshnessNote(room);
  const names = legend([lowLook, highLook], room.width, letters);
  const frame = frameOf(picture, room, (note === '' ? 0 : letters.line + 4) + names.height);
  const height = frame.bottom + 2 * letters.line + 6;
  const svg = blankDrawing(room.width, height);
  svg.append(textures([lowLook, highLook]));
  if (note !== '') svg.append(noteLine(note, 0, letters.line / 2, letters));
  const above = names.draw();
  above.setAttribute('transform', `translate(0 ${pixel(frame.top - names.height)})`);
  svg.append(above, ...foot(picture, frame));
  for (const [at, row] of picture.rows.entries()) svg.append(...drawRow(row, picture, frame, at, room));
  return { svg, height };
}

function frameOf(picture: TornadoPicture, room: TornadoRoom, top: number): Frame {
  const letters = lettering(room.textScale);
  const ends = picture.rows.flatMap(({ low, high }) => [low.words, high.words]);
  const widest = Math.max(24, ...ends.map((words) => textWidth(words, letters.small)));
  const edge = Math.min(widest + BESIDE + 4, room.width * 0.3);
  const values = picture.rows.flatMap(({ low, high }) => [low.at, high.at]).filter(isKnown);
  const range = { low: Math.min(picture.likely, ...values), high: Math.max(picture.likely, ...values) };
  const axis = valueAxis({ ...range, smallestStep: picture.unit === 'people' ? 1 : 0.1 }, room.width / 2);
  const across = Math.max(room.width - 2 * edge, 1);
  const block = letters.line + 4 + BAR + BETWEEN;
  return {
    letters,
    axis,
    width: room.width,
    x: (value) => edge + ((value - axis.from) / (axis.to - axis.from)) * across,
    top,
    bottom: top + Math.max(picture.rows.length, 1) * block - BETWEEN + 6,
    block,
  };
}

/** The scale's numbers, and where the answer is now. */
function foot({ likely, unit }: TornadoPicture, { axis, bottom, letters, width, x }: Frame): SVGElement[] {
  const small = { size: letters.small, fill: 'var(--axis)', anchor: 'middle' } as const;
  const numbers = axis.ticks.map((tick) =>
    textLine(axisNumber(tick, unit), x(tick), bottom + letters.line / 2 + 2, small),
  );
  const words = `as thought: ${figureWords(likely, unit)}`;
  const half = textWidth(words, letters.small) / 2;
  const centre = Math.min(Math.max(x(likely), half), width - half);
  const isAtRight = x(likely) > width / 2;
  return [
    ...numbers,
    textLine(words, centre, bottom + letters.line * 1.5 + 2, { ...small, fill: 'var(--ink-soft)' }),
    textLine(unitName(unit), isAtRight ? x(axis.from) : x(axis.to), bottom + letters.line * 1.5 + 2, {
      ...small,
      anchor: isAtRight ? 'start' : 'end',
    }),
  ];
}

const inks: Readonly<Record<SwingState, string>> = {
  clear: 'var(--ink)',
  unclear: 'var(--muted)',
  none: 'var(--muted)',
  unknown: 'var(--muted)',
};

function drawRow(row: TornadoRow, picture: TornadoPicture, frame: Frame, at: number, room: TornadoRoom): SVGElement[] {
  const { letters, width } = frame;
  const top = frame.top + at * frame.block;
  const middle = top + letters.line / 2;
  const wordsRoom = textWidth(row.words, letters.label, 'semibold');
  const name = fitText(row.name, Math.max(width - wordsRoom - 12, 40), letters.label);
  const barTop = top + letters.line + 4;
  const strength = strengthOf(room) * (row.state === 'clear' ? 1 : 0.55);
  return [
    textLine(name, 0, middle, { size: letters.label, fill: 'var(--ink)' }),
    textLine(row.words, width, middle, {
      size: letters.label,
      fill: inks[row.state],
      anchor: 'end',
      weight: 'semibold',
    }),
    ...strip(picture.likely, frame, barTop),
    svgElement('g', { opacity: strength }, ...bars(row, picture.likely, frame, barTop)),
    ...values(row, picture.likely, frame, barTop + BAR / 2),
  ];
}

/** The scale's lines behind the bars; where the answer is now is a strong one. */
function strip(likely: number, { axis, x }: Frame, top: number): SVGElement[] {
  const line = (value: number, stroke: string, weight: number) =>
    svgElement('path', { d: `M${pixel(x(value))} ${pixel(top - 2)}v${BAR + 4}`, stroke, 'stroke-width': weight });
  return [...axis.ticks.map((tick) => line(tick, 'var(--grid)', 1)), line(likely, 'var(--ink-soft)', 1.6)];
}

/** Ends on the same side of the middle share the height; otherwise each has all of it. */
function bars({ low, high }: TornadoRow, likely: number, { x }: Frame, top: number): SVGElement[] {
  const isSameSide = isMeasured(low.at) && isMeasured(high.at) && (low.at - likely) * (high.at - likely) > 0;
  const bar = (look: BarLook, end: TornadoEnd, place: number) => {
    if (!isMeasured(end.at)) return [];
    const [from, to] = [Math.min(x(likely), x(end.at)), Math.max(x(likely), x(end.at))];
    const height = isSameSide ? BAR / 2 : BAR;
    return [filledBar(look, { x: from, y: top + (isSameSide ? place * height : 0), width: to - from, height })];
  };
  return [...bar(lowLook, low, 0), ...bar(highLook, high, 1)];
}

/** The figure's own values at the ends of its bars; of two that would lie on each other, the one nearer the middle gives way. */
function values({ low, high }: TornadoRow, likely: number, { x, letters }: Frame, y: number): SVGElement[] {
  const ends = [low, high].filter(({ at }) => isMeasured(at));
  const side = ({ at }: TornadoEnd) => ((at ?? likely) < likely ? -1 : 1);
  const isHidden = (end: TornadoEnd) =>
    ends.some((other) => {
      if (other === end || side(other) !== side(end)) return false;
      const [own, others] = [Math.abs((end.at ?? likely) - likely), Math.abs((other.at ?? likely) - likely)];
      return own < others || (own === others && end === low);
    });
  return ends
    .filter((end) => !isHidden(end))
    .map((end) =>
      textLine(end.words, x(end.at ?? likely) + side(end) * BESIDE, y, {
        size: letters.small,
        fill: 'var(--ink-soft)',
        anchor: side(end) < 0 ? 'end' : 'start',
        halo: true,
      }),
    );
}
