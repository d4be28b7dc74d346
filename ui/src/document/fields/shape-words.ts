import type { MeasuredColumn, ShapeFit, ShapeFits, ShapeStanding } from '@/ipc/bindings';
import type { ChartTable } from '@/shared/charts/chart-data';
import type { PointSeries } from '@/shared/charts/point-chart/point-data';
import type { ValueCurve } from '@/shared/charts/value-histogram/value-data';
import type { TagTone } from '@/shared/components/tag';
import { formatCount, formatNumber } from '@/shared/format';
import { likelyOf } from '../estimate';
import { distributionKinds } from './distribution-kinds';

/** How a shape stands up to the column, in a word or two. */
export const standings: Record<ShapeStanding, { label: string; tone: TagTone }> = {
  well: { label: 'fits well', tone: 'success' },
  nearly: { label: 'fits nearly', tone: 'plain' },
  poorly: { label: 'fits poorly', tone: 'warning' },
};

/** `A long tail (lognormal)`. */
export function shapeName({ distribution, name }: ShapeFit): string {
  const { label } = distributionKinds[distribution.kind];
  return label.toLowerCase().includes(name.toLowerCase()) ? label : `${label} (${name})`;
}

/** `42.3 min, give or take 18`. */
export function figuresWords({ distribution }: ShapeFit, unit: string): string {
  if (!('mean' in distribution)) return '';
  const mean = `${formatNumber(likelyOf(distribution.mean), 1)}${unit}`;
  if ('sd' in distribution) return `${mean}, give or take ${formatNumber(likelyOf(distribution.sd), 1)}`;
  return 'shape' in distribution ? `${mean}, shape ${formatNumber(likelyOf(distribution.shape), 2)}` : mean;
}

/** What came of a column, in a sentence. */
export function columnWords({ accepted, refusedLines, column }: MeasuredColumn): string {
  if (column === null) return 'No column of numbers was found.';
  const read = formatCount(accepted, 'value was read', 'values were read');
  return refusedLines === 0 ? `${read}.` : `${read}; ${formatCount(refusedLines, 'line was', 'lines were')} refused.`;
}

/** `comes first`, `as good`, `12.4 behind`. */
export function orderWords({ behind, isEven }: ShapeFit): string {
  if (behind === 0) return 'first';
  return isEven ? `even (${formatNumber(behind, 1)} behind)` : `${formatNumber(behind, 1)} behind`;
}

/** The line that a shape expects over the bars. */
export const curveOf = (fit: ShapeFit): ValueCurve => ({
  id: fit.name,
  name: `expected, ${fit.name}`,
  colourIndex: 1,
  points: fit.curve,
});

/** Quantiles of the column against those of the shape, and the line they would lie on if both were the same. */
export function againstSeries(fit: ShapeFit, unit: string): PointSeries[] {
  const all = fit.against.flatMap(({ x, y }) => [x, y]);
  const [least, most] = [Math.min(...all), Math.max(...all)];
  const words = (value: number) => `${formatNumber(value)}${unit}`;
  return [
    {
      id: 'same',
      name: 'where both are the same',
      colourIndex: 0,
      points: [least, most].map((at) => ({ x: at, y: at, title: words(at), words: 'Both are the same here.' })),
    },
    {
      id: 'against',
      name: 'measured',
      colourIndex: 1,
      points: fit.against.map(({ x, y }) => ({
        x,
        y,
        title: `Expected ${words(x)}`,
        words: `Measured ${words(y)}.`,
      })),
    },
  ];
}

/** What share of the values lies up to where, measured and expected. */
export const quantileTable = ({ quantiles, name }: ShapeFit, unit: string): ChartTable => ({
  caption: `Shares of the values and of the ${name} shape${unit && `, in${unit}`}`,
  columns: [
    { label: 'share up to it', kind: 'percent' },
    { label: 'measured', kind: 'plain' },
    { label: `expected, ${name}`, kind: 'plain' },
  ],
  rows: quantiles.map(({ percent, measured, fitted }) => [percent, measured, fitted]),
  rowHeaders: 1,
});

/** What is done, for the undo button: `Fit time with the person to 214 measured values`. */
export const takenLabel = (subject: string, { values }: ShapeFits): string =>
  `Fit ${subject} to ${formatCount(values, 'measured value')}`;
