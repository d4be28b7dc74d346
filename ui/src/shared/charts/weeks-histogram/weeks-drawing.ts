import { blankDrawing } from '../drawing/blank-drawing';
import type { ChartSize } from '../drawing/chart-size';
import { type Box, clearPlace } from '../drawing/clear-place';
import { type Lettering, lettering, textLine } from '../drawing/lettering';
import { pixel, svgElement } from '../drawing/svg-element';
import { textWidth } from '../drawing/text-width';
import { valueAxis } from '../drawing/value-axis';
import { axisNumber } from '../words';
import type { WeeksBin } from './weeks-data';

/** A number of weeks worth pointing out: the mean, the longest. */
export interface WeeksMark {
  readonly name: string;
  readonly weeks: number;
}

export interface WeeksPicture {
  readonly bins: readonly WeeksBin[];
  readonly marks: readonly WeeksMark[];
  readonly size: ChartSize;
}

export interface WeeksDrawing {
  readonly svg: SVGSVGElement;
  readonly top: number;
  readonly bottom: number;
  readonly x: (weeks: number) => number;
  readonly y: (people: number) => number;
}

/** Weeks at which the national statistics draw their lines, where the list reaches them. */
const NATIONAL_LINES = [18, 52, 104];

/** Draws a starting list: people by weeks waited, the national lines, and whatever else is worth pointing out. */
export function drawWeeks({ bins, marks, size }: WeeksPicture): WeeksDrawing {
  const letters = lettering(size.textScale);
  const longest = Math.max(bins.at(-1)?.toWeeks ?? 0, ...marks.map((mark) => mark.weeks), 1);
  const top = letters.line * (marks.length > 0 ? 2 : 1) + 8;
  const bottom = size.height - letters.line * 2 - 8;
  const most = Math.max(0, ...bins.map((bin) => bin.people));
  const axis = valueAxis({ low: 0, high: most, smallestStep: 1 }, bottom - top);
  const left = Math.max(...axis.ticks.map((tick) => textWidth(axisNumber(tick, 'people'), letters.small))) + 10;
  const right = size.width - 12;
  const x = (weeks: number) => left + (weeks / longest) * (right - left);
  const y = (people: number) => bottom - (people / axis.to) * (bottom - top);

  const svg = blankDrawing(size.width, size.height);
  for (const tick of axis.ticks) {
    const look = { size: letters.small, fill: 'var(--axis)', anchor: 'end' } as const;
    svg.append(
      svgElement('path', { d: `M${pixel(left)} ${pixel(y(tick))}H${pixel(right)}`, stroke: 'var(--grid)' }),
      textLine(axisNumber(tick, 'people'), left - 8, y(tick), look),
    );
  }
  const frame = { left, right, top, bottom, letters, x };
  svg.append(
    ...bins.map((bin) => binBar(bin, longest, x, y)),
    ...nationalLines(longest, frame),
    ...weekNames(longest, frame),
    ...drawMarks(marks, longest, frame),
  );
  svg.append(
    svgElement('path', { d: `M${pixel(left)} ${pixel(bottom)}H${pixel(right)}`, stroke: 'var(--axis)' }),
    textLine('weeks waited so far', (left + right) / 2, bottom + 6 + letters.line * 1.5, {
      size: letters.small,
      fill: 'var(--axis)',
      anchor: 'middle',
    }),
  );
  return { svg, top, bottom, x, y };
}

interface WeeksFrame {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly letters: Lettering;
  readonly x: (weeks: number) => number;
}

type Place = (value: number) => number;

function binBar(bin: WeeksBin, longest: number, x: Place, y: Place): SVGRectElement {
  const [from, to] = [x(bin.fromWeeks), x(Math.min(bin.toWeeks, longest))];
  const gap = Math.min(1, (to - from) * 0.15);
  return svgElement('rect', {
    x: pixel(from + gap / 2),
    y: pixel(y(bin.people)),
    width: pixel(Math.max(to - from - gap, 0.5)),
    height: pixel(y(0) - y(bin.people)),
    fill: 'var(--accent)',
    'fill-opacity': 0.72,
  });
}

function nationalLines(longest: number, { bottom, letters, x }: WeeksFrame): SVGElement[] {
  const lines = NATIONAL_LINES.filter((weeks) => weeks < longest);
  const room = textWidth('104 weeks', letters.small) + 6;
  // Where the names would touch, the axis below is left to say that these are weeks.
  const touching = lines.some((weeks, at) => x(lines[at + 1] ?? Number.POSITIVE_INFINITY) - x(weeks) < room);
  return lines.flatMap((weeks) => [
    svgElement('path', {
      d: `M${pixel(x(weeks))} ${pixel(letters.line + 2)}V${pixel(bottom)}`,
      stroke: 'var(--target)',
      'stroke-dasharray': '2 3',
    }),
    textLine(touching ? String(weeks) : `${weeks} weeks`, x(weeks), letters.line / 2, {
      size: letters.small,
      fill: 'var(--target)',
      anchor: 'middle',
    }),
  ]);
}

function weekNames(longest: number, { left, right, bottom, letters, x }: WeeksFrame): SVGElement[] {
  const { ticks } = valueAxis({ low: 0, high: longest, smallestStep: 1 }, right - left);
  return ticks
    .filter((weeks) => weeks <= longest)
    .map((weeks) =>
      textLine(axisNumber(weeks, 'weeks'), x(weeks), bottom + 6 + letters.line / 2, {
        size: letters.small,
        fill: 'var(--ink-soft)',
        anchor: 'middle',
      }),
    );
}

/** A mark is a line through the bars, its name beside the top of it, clear of the other lines and names. */
function drawMarks(
  marks: readonly WeeksMark[],
  longest: number,
  { left, right, bottom, letters, x }: WeeksFrame,
): SVGElement[] {
  const names = { top: letters.line + 2, bottom: letters.line * 2 + 2 };
  const lines = [...NATIONAL_LINES.filter((weeks) => weeks < longest), ...marks.map((mark) => mark.weeks)];
  const taken: Box[] = lines.map((weeks) => ({ left: x(weeks) - 1, right: x(weeks) + 1, ...names }));
  return marks.flatMap(({ name, weeks }) => {
    const width = textWidth(name, letters.small, 'semibold');
    const at = (start: number): Box => {
      const from = Math.min(Math.max(start, left), right - width);
      return { left: from, right: from + width, ...names };
    };
    const across = x(weeks);
    const box = clearPlace([at(across + 5), at(across - width - 5)], taken);
    taken.push(box);
    return [
      svgElement('path', {
        d: `M${pixel(across)} ${pixel(names.top)}V${pixel(bottom)}`,
        stroke: 'var(--ink)',
        'stroke-width': 1.4,
      }),
      textLine(name, box.left, (box.top + box.bottom) / 2, {
        size: letters.small,
        fill: 'var(--ink)',
        weight: 'semibold',
        halo: true,
      }),
    ];
  });
}
