import { likelyOf } from '@/document/estimate';
import type { Estimate } from '@/ipc/bindings';
import { formatNumber } from '@/shared/format';

export const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

export const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

/** A profile that says nothing: every part counts alike. */
export const evenProfile = (parts: number): number[] => Array.from({ length: parts }, () => 100);

/** How a month, or a weekday, stands to the mean of its profile [%]; none where all parts are nought. */
export function percentOfMean(profile: readonly Estimate[], at: number): number | null {
  const total = profile.reduce<number>((sum, part) => sum + likelyOf(part), 0);
  const part = profile[at];
  if (total <= 0 || part === undefined) return null;
  return (likelyOf(part) * profile.length * 100) / total;
}

/** The profile in a sentence: `Busiest in September (130% of the mean), quietest in August (40%).` */
export function profileWords(profile: readonly Estimate[], names: readonly string[], preposition: 'in' | 'on'): string {
  const shares = profile.map((_, at) => percentOfMean(profile, at) ?? 0);
  const [most, least] = [Math.max(...shares), Math.min(...shares)];
  if (profile.length === 0 || most <= 0 || most - least < 0.5) return 'The same all through.';
  const extreme = (word: string, share: number) => {
    const alike = names.filter((_, at) => Math.abs((shares[at] ?? 0) - share) < 0.5);
    // Where many are as busy as the busiest, naming one would say too much.
    if (alike.length > 2) return [];
    return [`${word} ${preposition} ${alike.join(' and ')} (${formatNumber(share, 0)}% of the mean)`];
  };
  const words = [...extreme('busiest', most), ...extreme('quietest', least)].join(', ');
  return words ? `${words.charAt(0).toUpperCase()}${words.slice(1)}.` : '';
}
