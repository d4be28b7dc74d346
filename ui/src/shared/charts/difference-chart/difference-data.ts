import type { ChartTable, OptionIdentity, Unit } from '../chart-data';

/** What can be said of a difference; decided by the model. */
export type DifferenceState = 'better' | 'worse' | 'lower' | 'higher' | 'unclear' | 'same' | 'unknown';

/** How far one option is from the base, with the 95% interval of the mean difference. */
export interface Difference {
  readonly option: OptionIdentity;
  readonly mean: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly state: DifferenceState;
  /** The difference in words: `135 weeks lower (133 to 137)`, `cannot be told apart`. */
  readonly words: string;
}

/** The numbers of a chart of differences: a row for each option. */
export function differenceTable(measure: string, baseName: string, differences: readonly Difference[], unit: Unit) {
  return {
    caption: `${measure}: difference from ${baseName} in the same simulated futures, with its 95% interval`,
    columns: [
      { label: 'option', kind: 'text' },
      { label: 'mean difference', kind: unit },
      { label: 'from', kind: unit },
      { label: 'to', kind: unit },
      { label: 'in words', kind: 'text' },
    ],
    rows: differences.map(({ option, mean, low, high, words }) => [option.name, mean, low, high, words]),
    rowHeaders: 1,
  } satisfies ChartTable;
}

/** The whole chart in words. */
export function differenceSummary(measure: string, baseName: string, differences: readonly Difference[]): string {
  const rows = differences.map(({ option, words }) => `${option.name}: ${words}.`);
  return [`${measure}, difference from ${baseName}.`, ...rows].join(' ');
}
