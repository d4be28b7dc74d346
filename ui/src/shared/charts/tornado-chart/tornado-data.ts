import type { ChartTable, Unit } from '../chart-data';
import { figureWords } from '../words';

/** What can be said of a figure's effect; decided by the model. */
export type SwingState = 'clear' | 'unclear' | 'none' | 'unknown';

/** One end of a figure: its own value, and what the answer is then. */
export interface TornadoEnd {
  /** The figure's own value with its unit: `8.2 WTE`. */
  readonly words: string;
  /** The answer; none where there was nobody to measure. */
  readonly at: number | null;
}

/** How the answer moves while one figure goes from its low to its high value. */
export interface TornadoRow {
  readonly id: string;
  readonly name: string;
  readonly low: TornadoEnd;
  readonly high: TornadoEnd;
  /** The answer at the high value less that at the low one, with its 95% interval. */
  readonly swing: number | null;
  readonly swingFrom: number | null;
  readonly swingTo: number | null;
  readonly state: SwingState;
  /** The same in words: `14 weeks less (13 to 15)`. */
  readonly words: string;
}

export interface TornadoPicture {
  /** What is explained: `Longest wait at week 52`. */
  readonly measure: string;
  readonly rows: readonly TornadoRow[];
  /** The answer with every figure as it is thought to be. */
  readonly likely: number;
  readonly unit: Unit;
}

/** The numbers of the chart: a row for each figure. */
export function tornadoTable({ measure, rows, unit }: TornadoPicture): ChartTable {
  return {
    caption: `${measure}, one figure at a time from its low to its high value (mean of the simulated futures)`,
    columns: [
      { label: 'figure', kind: 'text' },
      { label: 'low value', kind: 'text' },
      { label: 'high value', kind: 'text' },
      { label: 'at the low value', kind: unit },
      { label: 'at the high value', kind: unit },
      { label: 'difference', kind: unit },
      { label: '95% interval from', kind: unit },
      { label: 'to', kind: unit },
      { label: 'in words', kind: 'text' },
    ],
    rows: rows.map(({ name, low, high, swing, swingFrom, swingTo, words }) => [
      ...[name, low.words, high.words],
      ...[low.at, high.at, swing, swingFrom, swingTo],
      words,
    ]),
    rowHeaders: 1,
  };
}

/** The whole chart in words. */
export function tornadoSummary({ measure, rows, likely, unit }: TornadoPicture): string {
  const all = rows.map(({ name, low, high, words }) => `${name}, from ${low.words} to ${high.words}: ${words}.`);
  const middle = `${figureWords(likely, unit)} with every figure as it is thought to be.`;
  return [`${measure}, one figure at a time: ${middle}`, ...all].join(' ');
}
