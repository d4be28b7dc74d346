import { dayOfWeek } from '../../format/dates';
import { type BandSeries, type ChartTable, figureAt, type TableColumn, type Unit } from '../chart-data';
import { unitName } from '../words';

export interface BandTableOf {
  readonly measure: string;
  readonly series: readonly BandSeries[];
  readonly startDate: string;
  readonly firstWeek?: number;
  readonly unit: Unit;
}

const FIGURES = [
  ['median', 'median'],
  ['p25', 'half lie from'],
  ['p75', 'half lie to'],
  ['p5', '9 in 10 from'],
  ['p95', '9 in 10 to'],
] as const;

/** The numbers of a band chart: a row for each week, and for each option its median and bands. */
export function bandTable({ measure, series, startDate, firstWeek = 0, unit }: BandTableOf): ChartTable {
  const count = Math.max(0, ...series.map((one) => one.median.length));
  const columns: TableColumn[] = [
    { label: 'week', kind: 'text' },
    { label: 'date', kind: 'date' },
    ...series.flatMap((one) => FIGURES.map(([, label]): TableColumn => ({ label, group: one.name, kind: unit }))),
  ];
  const rows = Array.from({ length: count }, (_, index) => [
    firstWeek + index,
    dayOfWeek(startDate, firstWeek + index),
    ...series.flatMap((one) => FIGURES.map(([figure]) => figureAt(one[figure], index))),
  ]);
  return {
    caption: `${measure} at the end of each week, over simulated futures (${unitName(unit)})`,
    columns,
    rows,
    rowHeaders: 2,
  };
}
