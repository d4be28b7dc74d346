import { type ChartTable, figureAt, type TableColumn } from '../chart-data';
import { NATIONAL_WAIT_BANDS, type WaitSeries } from './wait-data';

/** The numbers of a histogram of waits: a row for each band, and for each option its people, their range and their parts. */
export function waitTable(
  series: readonly WaitSeries[],
  {
    bands = NATIONAL_WAIT_BANDS,
    caption = 'People still waiting, by weeks waited so far, over simulated futures',
  }: WaitTableOf = {},
): ChartTable {
  const columns = series.flatMap((one): TableColumn[] => [
    { label: 'median', group: one.name, kind: 'people' },
    { label: '9 in 10 from', group: one.name, kind: 'people' },
    { label: '9 in 10 to', group: one.name, kind: 'people' },
    ...(one.parts ?? []).map((part): TableColumn => ({ label: part.name, group: one.name, kind: 'people' })),
  ]);
  const rows = bands.map((band, column) => [
    `${band} weeks`,
    ...series.flatMap((one) => {
      const { median = null, p5 = null, p95 = null } = one.people[column] ?? {};
      return [median, p5, p95, ...(one.parts ?? []).map((part) => figureAt(part.people, column))];
    }),
  ]);
  return { caption, columns: [{ label: 'waited', kind: 'text' }, ...columns], rows, rowHeaders: 1 };
}

export interface WaitTableOf {
  readonly bands?: readonly string[];
  readonly caption?: string;
}
