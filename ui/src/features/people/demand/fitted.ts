import type { Draft } from 'immer';
import type { FittedPeriod, HistoryFit, Referrals } from '@/ipc/bindings';
import type { ActualPoints, BandSeries, ChartTable } from '@/shared/charts/chart-data';

/** The part of demand that a record can say something about. */
export type FitPart = 'rate' | 'growth' | 'season' | 'spread';

/** What a fit offers to carry into demand, in the order of the screen. */
export function partsOf(fit: HistoryFit): FitPart[] {
  const parts: FitPart[] = ['rate'];
  if (fit.growthPercentPerYear !== null) parts.push('growth');
  if (fit.monthProfile.length > 0) parts.push('season');
  if (fit.varianceToMean !== null) parts.push('spread');
  return parts;
}

/** Puts the chosen parts in the place of those figures. */
export function takeFit(work: Draft<Referrals>, fit: HistoryFit, parts: readonly FitPart[]): void {
  if (parts.includes('rate')) work.perWeek = fit.perWeek;
  if (parts.includes('growth') && fit.growthPercentPerYear !== null)
    work.growthPercentPerYear = fit.growthPercentPerYear;
  if (parts.includes('season')) work.monthProfile = fit.monthProfile;
  if (parts.includes('spread') && fit.varianceToMean !== null) {
    work.pattern = { kind: 'overDispersed', varianceToMean: fit.varianceToMean };
  }
}

const millisecondsPerDay = 86_400_000;
const dayNumber = (date: string) => Math.round(Date.parse(`${date}T00:00:00Z`) / millisecondsPerDay);

/** A fit as the chart of bands draws it: people a week, each week of a month alike; weeks without a record stay empty. */
export function fittedBands(course: readonly FittedPeriod[]): { series: BandSeries; actual: ActualPoints } {
  const first = dayNumber(course[0]?.from ?? '1970-01-01');
  const ends = course.map(({ from, days }) => (dayNumber(from) - first + days) / 7);
  const weeks = Math.round(Math.max(0, ...ends));
  const perWeek = (value: keyof FittedPeriod & ('expected' | 'p5' | 'p25' | 'p75' | 'p95')) => {
    const column = Array.from({ length: weeks }, (): number | null => null);
    for (const period of course) {
      const begin = (dayNumber(period.from) - first) / 7;
      const rate = ((period[value] ?? 0) * 7) / period.days;
      for (let week = Math.round(begin); week < Math.round(begin + period.days / 7); week += 1) column[week] = rate;
    }
    return column;
  };
  const points = course.map(({ from, days, count }) => ({
    week: (dayNumber(from) - first) / 7 + (days > 7 ? days / 14 : 0),
    value: (count * 7) / days,
  }));
  return {
    series: {
      id: 'fit',
      name: 'What the estimate expects',
      colourIndex: 0,
      median: perWeek('expected'),
      p5: perWeek('p5'),
      p25: perWeek('p25'),
      p75: perWeek('p75'),
      p95: perWeek('p95'),
    },
    actual: { name: 'Counted', points },
  };
}

/** The record beside the estimate, a row for each period. */
export const fitTable = (course: readonly FittedPeriod[]): ChartTable => ({
  caption: 'People referred in each period of the record, and what the estimate expects',
  columns: [
    { label: 'from', kind: 'date' },
    { label: 'days', kind: 'text' },
    { label: 'counted', kind: 'people' },
    { label: 'expected', kind: 'people' },
    { label: '9 in 10 from', kind: 'people' },
    { label: '9 in 10 to', kind: 'people' },
  ],
  rows: course.map(({ from, days, count, expected, p5, p95 }) => [from, String(days), count, expected, p5, p95]),
  rowHeaders: 2,
});
