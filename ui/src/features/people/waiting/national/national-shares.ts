import { type NationalCounts, nationalBands } from '@/ipc/bindings';
import type { ChartTable, Spread } from '@/shared/charts/chart-data';
import { NATIONAL_WAIT_BANDS, type WaitSeries } from '@/shared/charts/wait-histogram/wait-data';

/** A waiting list by national bands, to be compared with others. */
export interface BandedList {
  id: string;
  /** What it is called in the legend. */
  name: string;
  /** Everybody on it; none: not known. */
  total: number | null;
  /** People in each of the eight bands; none: not known. */
  byBand: readonly (number | null)[];
  /** Over 52 weeks; all there is where the last two bands are not told apart. */
  over52: number | null;
  /** Whether it came out of a simulation: then its figures are means over futures. */
  isSimulated?: boolean;
}

/** A list of the workbook. */
export const listOf = (id: string, name: string, { total, byBand, over52 }: NationalCounts): BandedList => ({
  id,
  name,
  total,
  byBand,
  over52,
});

/** Whether anything is known of a list. */
export const hasFigures = ({ total, byBand, over52 }: BandedList): boolean =>
  total !== null || over52 !== null || byBand.some((people) => people !== null);

const firstOver52 = 6;

const isDivided = ({ byBand, over52 }: BandedList) =>
  over52 === null || byBand.slice(firstOver52).some((people) => people !== null);

/** Lists side by side, band by band: in the seven bands that all of them have where one does not divide those over 52 weeks. */
export interface Comparison {
  bands: readonly string[];
  lists: readonly ComparedList[];
}

export interface ComparedList extends BandedList {
  /** People in each band of the comparison. */
  people: readonly (number | null)[];
  /** People whose band is known: what shares are of. */
  known: number;
  /** Share in each band [%]; none where nobody's band is known. */
  percents: readonly (number | null)[];
}

export function compareLists(lists: readonly BandedList[]): Comparison {
  const areDivided = lists.every(isDivided);
  const bands = areDivided ? NATIONAL_WAIT_BANDS : [...NATIONAL_WAIT_BANDS.slice(0, firstOver52), '52+'];
  const compared = lists.map((list): ComparedList => {
    const people = areDivided ? [...list.byBand] : [...list.byBand.slice(0, firstOver52), overAYear(list)];
    const known = people.reduce<number>((sum, one) => sum + (one ?? 0), 0);
    const percents = people.map((one) => (one === null || known === 0 ? null : (100 * one) / known));
    return { ...list, people, known, percents };
  });
  return { bands, lists: compared };
}

function overAYear({ byBand, over52 }: BandedList): number | null {
  if (over52 !== null) return over52;
  const parts = byBand.slice(firstOver52).filter((people) => people !== null);
  return parts.length === 0 ? null : parts.reduce((sum, people) => sum + people, 0);
}

/** Share of a list who have waited 18 weeks at most, and over 52 [%]; none where nobody's band is known. */
export function sharesOf({ percents }: ComparedList): { within18: number | null; over52: number | null } {
  const sum = (parts: readonly (number | null)[]) =>
    percents.every((part) => part === null) ? null : parts.reduce<number>((all, part) => all + (part ?? 0), 0);
  return { within18: sum(percents.slice(0, 5)), over52: sum(percents.slice(firstOver52)) };
}

/** The bars of the chart: shares of each list. */
export function shareSeries({ lists }: Comparison): WaitSeries[] {
  const bare = (median: number | null): Spread => ({ median, p5: null, p95: null });
  return lists.map(({ id, name, percents }, colourIndex) => ({ id, name, colourIndex, people: percents.map(bare) }));
}

/** People and shares of each list, a row for each band. */
export function shareTable({ bands, lists }: Comparison): ChartTable {
  return {
    caption: 'People waiting by national band, and their share of those whose band is known',
    columns: [
      { label: 'waited', kind: 'text' },
      ...lists.flatMap(({ name }) => [
        { label: 'people', group: name, kind: 'people' as const },
        { label: 'share', group: name, kind: 'percent' as const },
      ]),
    ],
    rows: bands.map((band, at) => [
      `${band} weeks`,
      ...lists.flatMap(({ people, percents }) => [people[at] ?? null, percents[at] ?? null]),
    ]),
    rowHeaders: 1,
  };
}

/** People by band as a starting list needs them: seven numbers where those over 52 weeks are not divided. */
export function startingBands(list: BandedList): number[] {
  const whole = list.byBand.map((people) => people ?? 0);
  return isDivided(list) ? whole : [...whole.slice(0, firstOver52), list.over52 ?? 0];
}

/** Bands of the program, which the names on the axis stand for. */
export const bandCount = nationalBands.length;
