import { formatCount } from '@/shared/format';

const millisecondsPerDay = 86_400_000;

/**
 * Referral dates as days from the start, for a replay: the week of the first one becomes week 0, and every date keeps
 * its day of the week. The start is a Monday.
 */
export function replayDays(dates: readonly string[]): number[] {
  const days = dates.map((date) => Math.round(Date.parse(`${date}T00:00:00Z`) / millisecondsPerDay));
  days.sort((one, other) => one - other);
  const first = days[0];
  if (first === undefined) return [];
  // Day 0 of 1970 was a Thursday, the fourth day of its week.
  const monday = first - ((((first + 3) % 7) + 7) % 7);
  return days.map((day) => day - monday);
}

/** What a record holds, and whether it lasts as long as the simulation. */
export function historyWords(days: readonly number[], horizonWeeks: number): string {
  const last = days.at(-1);
  if (last === undefined) return 'The record is empty: nobody is referred.';
  const weeks = Math.floor(last / 7) + 1;
  const held = `${formatCount(days.length, 'referral')} over ${formatCount(weeks, 'week')}, the first of which becomes week 0`;
  return weeks >= horizonWeeks
    ? `${held}.`
    : `${held}. After that nobody is referred for the last ${formatCount(horizonWeeks - weeks, 'week')} looked at.`;
}
