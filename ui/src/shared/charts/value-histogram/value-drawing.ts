import { blankDrawing } from '../drawing/blank-drawing';
import type { ChartSize } from '../drawing/chart-size';
import { type Lettering, lettering, textLine } from '../drawing/lettering';
import { optionLook } from '../drawing/option-look';
import { pixel, svgElement } from '../drawing/svg-element';
import { textWidth } from '../drawing/text-width';
import { valueAxis } from '../drawing/value-axis';
import { axisNumber } from '../words';
import type { ValueBar, ValueCurve } from './value-data';

export interface ValuePicture {
  readonly bars: readonly ValueBar[];
  readonly curves: readonly ValueCurve[];
  /** Below the bars: `time with the person, min`. */
  readonly axisName: string;
  readonly size: ChartSize;
}

export interface ValueDrawing {
  readonly svg: SVGSVGElement;
  readonly bottom: number;
  readonly x: (value: number) => number;
  readonly y: (count: number) => number;
}

/** Draws values as bars, and over them what shapes expect. */
export function drawValues({ bars, curves, axisName, size }: ValuePicture): ValueDrawing {
  const letters = lettering(size.textScale);
  const [first, last] = [bars[0]?.from ?? 0, bars.at(-1)?.to ?? 1];
  const top = letters.line + (curves.length > 0 ? letters.line + 4 : 0);
  const bottom = size.height - letters.line * 2 - 8;
  const heights = [...bars.map(({ count }) => count), ...curves.flatMap(({ points }) => points.map(({ y }) => y))];
  const up = valueAxis({ low: 0, high: Math.max(1, ...heights), smallestStep: 1 }, bottom - top);
  const left = Math.max(...up.ticks.map((tick) => textWidth(axisNumber(tick, 'plain'), letters.small))) + 10;
  const right = size.width - 12;
  const x = (value: number) => left + ((value - first) / (last - first || 1)) * (right - left);
  const y = (count: number) => bottom - (count / up.to) * (bottom - top);

  const svg = blankDrawing(size.width, size.height);
  const small = { size: letters.small, fill: 'var(--axis)' } as const;
  svg.append(textLine('values', 0, letters.line / 2, small));
  for (const tick of up.ticks) {
    svg.append(
      svgElement('path', { d: `M${pixel(left)} ${pixel(y(tick))}H${pixel(right)}`, stroke: 'var(--grid)' }),
      textLine(axisNumber(tick, 'plain'), left - 8, y(tick), { ...small, anchor: 'end' }),
    );
  }
  const across = valueAxis({ low: first, high: last, smallestStep: 0.0001 }, (right - left) / 2);
  const names = across.ticks.filter((tick) => tick >= first && tick <= last);
  svg.append(
    ...bars.map((bar) => valueBar(bar, x, y)),
    ...curves.flatMap((curve, at) => valueCurve(curve, at, { x, y, left, letters })),
    ...names.map((tick) =>
      textLine(axisNumber(tick, 'plain'), x(tick), bottom + 6 + letters.line / 2, { ...small, anchor: 'middle' }),
    ),
    svgElement('path', { d: `M${pixel(left)} ${pixel(bottom)}H${pixel(right)}`, stroke: 'var(--axis)' }),
    textLine(axisName, (left + right) / 2, bottom + 6 + letters.line * 1.5, { ...small, anchor: 'middle' }),
  );
  return { svg, bottom, x, y };
}

type Place = (value: number) => number;

function valueBar({ from, to, count }: ValueBar, x: Place, y: Place): SVGRectElement {
  const gap = Math.min(1, (x(to) - x(from)) * 0.15);
  return svgElement('rect', {
    x: pixel(x(from) + gap / 2),
    y: pixel(y(count)),
    width: pixel(Math.max(x(to) - x(from) - gap, 0.5)),
    height: pixel(y(0) - y(count)),
    fill: 'var(--accent)',
    'fill-opacity': 0.42,
  });
}

interface CurveFrame {
  readonly x: Place;
  readonly y: Place;
  readonly left: number;
  readonly letters: Lettering;
}

/** The line, and its name with a sample of it above the bars. */
function valueCurve({ name, colourIndex, points }: ValueCurve, at: number, frame: CurveFrame): SVGElement[] {
  const { x, y, left, letters } = frame;
  const { line, dash } = optionLook(colourIndex);
  const path = points.map((one, place) => `${place === 0 ? 'M' : 'L'}${pixel(x(one.x))} ${pixel(y(one.y))}`).join('');
  const look = { stroke: line, 'stroke-width': 2.2, 'stroke-dasharray': dash, fill: 'none' };
  const [begin, middle] = [left + at * 220, letters.line * 1.5];
  return [
    svgElement('path', { d: path, 'stroke-linejoin': 'round', ...look }),
    svgElement('path', { d: `M${pixel(begin)} ${pixel(middle)}h22`, ...look }),
    textLine(name, begin + 28, middle, { size: letters.label, fill: 'var(--ink-soft)' }),
  ];
}
