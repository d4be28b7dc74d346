import type { ChartTable, OptionIdentity } from '../chart-data';

/** How many values lie from one value to just under another. */
export interface ValueBar {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/** A line over the bars: how many a shape expects around each value. */
export interface ValueCurve extends OptionIdentity {
  readonly points: readonly { readonly x: number; readonly y: number }[];
}

/** How many a curve expects at a value; none outside it. */
export function expectedAt({ points }: ValueCurve, value: number): number | null {
  const after = points.findIndex(({ x }) => x >= value);
  const [left, right] = [points[Math.max(after - 1, 0)], points[after]];
  if (!left || !right) return null;
  const share = right.x > left.x ? (value - left.x) / (right.x - left.x) : 0;
  return left.y + share * (right.y - left.y);
}

/** The numbers of a histogram of values: a row for each bar, with what each curve expects in it. */
export function valueTable(caption: string, bars: readonly ValueBar[], curves: readonly ValueCurve[]): ChartTable {
  return {
    caption,
    columns: [
      { label: 'from', kind: 'plain' },
      { label: 'to', kind: 'plain' },
      { label: 'values', kind: 'plain' },
      ...curves.map(({ name }) => ({ label: `expected, ${name}`, kind: 'plain' as const })),
    ],
    rows: bars.map(({ from, to, count }) => [
      from,
      to,
      count,
      ...curves.map((curve) => expectedAt(curve, (from + to) / 2)),
    ]),
    rowHeaders: 2,
  };
}
