import { figureOf } from '@/document/estimate';
import type { Estimate, Fit, Fitted, Learned } from '@/ipc/bindings';
import type { ChartTable, Unit } from '@/shared/charts/chart-data';
import type { PointSeries } from '@/shared/charts/point-chart/point-data';
import { figureWords } from '@/shared/charts/words';
import { formatDay, formatNumber } from '@/shared/format';

/** What was learnt of a figure, in words. */
export const learnedWords: Record<Learned, string> = {
  much: 'much was learnt',
  something: 'something was learnt',
  nothing: 'next to nothing was learnt',
};

/** Whether a figure is worth carrying into the document: of the others the history says nothing. */
export const isLearnt = ({ learned }: Fitted): boolean => learned !== 'nothing';

/** `7.2, from 6.1 to 8.3`. */
export function estimateWords(estimate: Estimate): string {
  const { likely, range } = figureOf(estimate);
  const middle = formatNumber(likely, 4);
  return range ? `${middle}, from ${formatNumber(range.low, 4)} to ${formatNumber(range.high, 4)}` : middle;
}

/** `6.1 to 8.3`. */
export const rangeWords = ({ low, high }: { low: number | null; high: number | null }): string =>
  `${formatNumber(low, digits(low, high))} to ${formatNumber(high, digits(low, high))}`;

/** `11.5 to 34.5`: limits as they were typed. */
export const limitsWords = ({ low, high }: { low: number | null; high: number | null }): string =>
  `${formatNumber(low, 4)} to ${formatNumber(high, 4)}`;

/** As many decimals as tell the ends of a range apart, and no more. */
const digits = (low: number | null, high: number | null): number => {
  const width = Math.abs((high ?? 0) - (low ?? 0));
  return width >= 20 ? 0 : width >= 2 ? 1 : 2;
};

/** What it comes to, as a finding. */
export function fitFinding({ explains, words }: Fit): string {
  return explains
    ? `With the fitted figures the simulation gives the ${words} that was counted`
    : `No values within these limits give the ${words} that was counted`;
}

/** The look of what was counted: a grey that the first options have not. */
const countedLook = 6;

/** What was counted, beside what the fitted figures give. */
export function fitSeries(
  { line }: Fit,
  option: { id: string; name: string; colourIndex: number },
  unit: Unit,
): PointSeries[] {
  const points = (of: 'median' | 'actual') =>
    line.map((point) => ({
      x: point.week,
      y: point[of],
      ...(of === 'median' ? { low: point.p5, high: point.p95 } : {}),
      title: formatDay(point.date),
      words:
        of === 'actual'
          ? `Counted: ${figureWords(point.actual, unit)}.`
          : `With the fitted figures ${figureWords(point.median, unit)}; 9 in 10 futures between ${formatNumber(point.p5, 0)} and ${formatNumber(point.p95, 0)}.`,
    }));
  return [
    { ...option, name: 'with the fitted figures (median, 9 in 10)', points: points('median') },
    { id: 'counted', name: 'counted', colourIndex: countedLook, points: points('actual') },
  ];
}

/** The numbers: a row for each day. */
export function fitTable({ line, words }: Fit, unit: Unit): ChartTable {
  return {
    caption: `The ${words} that was counted, beside futures with the fitted figures`,
    columns: [
      { label: 'day', kind: 'date' },
      { label: 'counted', kind: unit },
      { label: 'fitted: median', kind: unit },
      { label: '9 in 10 from', kind: unit },
      { label: '9 in 10 to', kind: unit },
    ],
    rows: line.map(({ date, actual, median, p5, p95 }) => [date, actual, median, p5, p95]),
    rowHeaders: 1,
  };
}
