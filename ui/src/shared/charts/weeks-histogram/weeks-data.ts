import { type ChartTable, type Figures, figureAt } from '../chart-data';

/** People who have waited from one number of weeks to just under another. */
export interface WeeksBin {
  readonly fromWeeks: number;
  readonly toWeeks: number;
  readonly people: number;
}

/** Weeks to a bar: as few as leave bars wide enough to see. */
const WIDTHS = [1, 2, 4, 6, 13, 26, 52];
/** Narrowest bar that can still be pointed at, in pixels. */
const NARROWEST_BAR = 7;

/**
 * People by weeks waited, gathered into bars that fit a width.
 *
 * @param people people who have waited each whole number of weeks: the first have waited less than 1
 */
export function weeksBins(people: Figures, width: number): WeeksBin[] {
  const perBin = WIDTHS.find((weeks) => people.length / weeks <= width / NARROWEST_BAR) ?? 104;
  const bins: WeeksBin[] = [];
  for (let from = 0; from < people.length; from += perBin) {
    let count = 0;
    for (let week = from; week < Math.min(from + perBin, people.length); week += 1)
      count += figureAt(people, week) ?? 0;
    bins.push({ fromWeeks: from, toWeeks: from + perBin, people: count });
  }
  return bins;
}

/** The numbers of a histogram of a starting list: a row for each week waited by anybody. */
export function weeksTable(
  people: Figures,
  caption = 'People waiting at the start, by whole weeks waited',
): ChartTable {
  const rows = Array.from(people, (_, week) => [week, figureAt(people, week)] as const).filter(
    ([, count]) => count !== 0,
  );
  return {
    caption,
    columns: [
      { label: 'whole weeks waited', kind: 'weeks' },
      { label: 'people', kind: 'people' },
    ],
    rows,
    rowHeaders: 1,
  };
}
