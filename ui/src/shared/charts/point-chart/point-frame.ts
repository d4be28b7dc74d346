import type { Freshness } from '../chart-data';
import type { ChartSize } from '../drawing/chart-size';
import { legend } from '../drawing/legend';
import { type Lettering, lettering } from '../drawing/lettering';
import { optionLook } from '../drawing/option-look';
import { textWidth } from '../drawing/text-width';
import { type ValueAxis, valueAxis } from '../drawing/value-axis';
import { axisNumber } from '../words';
import type { MarkedPoint, PointAxis, PointLine, PointSeries } from './point-data';

/** Everything the drawing of points depends on. */
export interface PointPicture extends Freshness {
  readonly series: readonly PointSeries[];
  readonly x: PointAxis;
  readonly y: PointAxis;
  readonly marked: MarkedPoint | null;
  readonly line: PointLine | null;
  readonly size: ChartSize;
}

/** Where things go on the drawing, in pixels. */
export interface PointFrame {
  readonly letters: Lettering;
  readonly across: ValueAxis;
  readonly up: ValueAxis;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
}

export function pointFrame(picture: PointPicture): PointFrame {
  const { size, series } = picture;
  const letters = lettering(size.textScale);
  const top = letters.line + 12;
  const bottom = size.height - 2 * letters.line - 10 - namesOf(picture, letters).height;
  const up = valuesUp(picture, bottom - top);
  const widest = Math.max(...up.ticks.map((tick) => textWidth(axisNumber(tick, picture.y.unit), letters.small)));
  const left = widest + 12;
  const right = size.width - 18;
  const points = series.flatMap((one) => one.points.map(({ x }) => x));
  const across = picture.x.isDoubling ? doublings(points) : valuesAcross(picture, right - left);
  const share = picture.x.isDoubling
    ? (value: number) => Math.log(value / across.from) / Math.log(across.to / across.from)
    : (value: number) => (value - across.from) / (across.to - across.from);
  return {
    letters,
    across,
    up,
    left,
    right,
    top,
    bottom,
    x: (value) => left + share(value) * (right - left),
    y: (value) => bottom - ((value - up.from) / (up.to - up.from)) * (bottom - top),
  };
}

/** Names of the series above the figures' foot; one series is named by the chart's title. */
export function namesOf({ series, size }: PointPicture, letters: Lettering) {
  const named = series.length > 1 ? series : [];
  const entries = named.map(({ id, name, colourIndex }) => {
    return { id: `point-${id}`, name, look: { ...optionLook(colourIndex), texture: 'solid' as const } };
  });
  return legend(entries, size.width, letters);
}

function valuesUp({ series, y, marked, line }: PointPicture, room: number): ValueAxis {
  const values = series.flatMap(({ points }) => points.flatMap((one) => [one.y, one.low ?? one.y, one.high ?? one.y]));
  return covering([...values, ...(marked ? [marked.y] : []), ...(line ? [line.y] : [])], y, room);
}

function valuesAcross({ series, x, marked }: PointPicture, room: number): ValueAxis {
  const values = series.flatMap(({ points }) => points.map((one) => one.x));
  return covering([...values, ...(marked ? [marked.x] : [])], x, room / 2);
}

function covering(values: readonly number[], { from = 'zero' }: PointAxis, room: number): ValueAxis {
  if (values.length === 0) return valueAxis({ low: 0, high: 1, smallestStep: 1 }, room);
  const low = Math.min(...values, ...(from === 'zero' ? [0] : []));
  return valueAxis({ low, high: Math.max(...values), smallestStep: 0.1 }, room);
}

/** The very numbers there are, where each is about twice the one before. */
function doublings(values: readonly number[]): ValueAxis {
  const ticks = [...new Set(values)].toSorted((one, other) => one - other);
  const [from = 1, to = 2] = [ticks[0], ticks.at(-1)];
  // Two numbers that stand closer than a third of a doubling would touch: the later one is named.
  const apart = ticks.filter((tick, at) => at === ticks.length - 1 || (ticks[at + 1] ?? 0) / tick > 1.26);
  return { from, to: to > from ? to : from * 2, ticks: apart };
}
