import { formatPercent } from '../../format/numbers';
import type { ChartTable } from '../chart-data';

/** A share of a whole with its 95% interval, from 0 to 1. */
export interface ShareRow {
  readonly id: string;
  readonly name: string;
  readonly share: number;
  readonly low: number;
  readonly high: number;
  /** Whether it can be told from none. */
  readonly isClear: boolean;
}

/** `61% (55 to 67)`. */
export function shareWords({ share, low, high, isClear }: ShareRow): string {
  const bare = (value: number) => formatPercent(value).replace(/%$/, '');
  return `${formatPercent(share)} (${bare(low)} to ${bare(high)})${isClear ? '' : ', none for all we know'}`;
}

/** The numbers of the bars: a row for each. */
export function shareTable(caption: string, rows: readonly ShareRow[]): ChartTable {
  return {
    caption,
    columns: [
      { label: 'figure', kind: 'text' },
      { label: 'share', kind: 'percent' },
      { label: '95% interval from', kind: 'percent' },
      { label: 'to', kind: 'percent' },
      { label: 'in words', kind: 'text' },
    ],
    rows: rows.map((row) => [row.name, 100 * row.share, 100 * row.low, 100 * row.high, shareWords(row)]),
    rowHeaders: 1,
  };
}

/** The bars in words. */
export function shareSummary(measure: string, rows: readonly ShareRow[]): string {
  return [`${measure}.`, ...rows.map((row) => `${row.name}: ${shareWords(row)}.`)].join(' ');
}
