import { formatNumber, isKnown, unknown } from './numbers';

/**
 * A probability as a frequency, which people read better than a percentage: `9 times in 10`. Counts in tens where that
 * is exact to a percentage point, in twenties where that is, in hundreds otherwise; certainty is claimed only when
 * every simulated future agreed.
 */
export function formatTimesIn(share: number | null | undefined): string {
  if (!isKnown(share)) return unknown;
  if (share <= 0) return 'never';
  if (share >= 1) return 'every time';
  const percent = Math.round(share * 100);
  if (percent === 0) return 'less than once in 100';
  if (percent === 100) return 'more than 99 times in 100';
  const { times, of } = smallestCount(percent);
  return times === 1 ? `once in ${of}` : `${formatNumber(times, 0)} times in ${of}`;
}

/** The same, of simulated futures: `in 9 of 10 simulated futures`. */
export function formatSimulatedFutures(share: number | null | undefined): string {
  if (!isKnown(share)) return unknown;
  if (share <= 0) return 'in none of the simulated futures';
  if (share >= 1) return 'in all of the simulated futures';
  const percent = Math.round(share * 100);
  if (percent === 0) return 'in fewer than 1 of 100 simulated futures';
  if (percent === 100) return 'in more than 99 of 100 simulated futures';
  const { times, of } = smallestCount(percent);
  return `in ${times} of ${of} simulated futures`;
}

function smallestCount(percent: number): { times: number; of: number } {
  for (const of of [10, 20]) {
    const times = (percent * of) / 100;
    if (Number.isInteger(times)) return { times, of };
  }
  return { times: percent, of: 100 };
}
