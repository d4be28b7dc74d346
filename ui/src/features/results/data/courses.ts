import { type BandSeries, figureAt, isMeasured } from '@/shared/charts/chart-data';
import { dayOfWeek, formatMonth } from '@/shared/format';
import type { Course } from '../findings/words';

/** Where each drawn line begins and ends. */
export function coursesOf(series: readonly BandSeries[], baseId: string | null): Course[] {
  return series.map((one) => {
    const last = one.median.findLastIndex(isMeasured);
    return {
      name: one.name,
      isBase: one.id === baseId,
      start: figureAt(one.median, 0),
      end: { median: figureAt(one.median, last), p5: figureAt(one.p5, last), p95: figureAt(one.p95, last) },
    };
  });
}

/** The month in which the drawn lines end: `January 2027`. */
export function endMonth(series: readonly BandSeries[], startDate: string): string {
  const last = Math.max(0, ...series.map(({ median }) => median.length - 1));
  return formatMonth(dayOfWeek(startDate, last) ?? '');
}
