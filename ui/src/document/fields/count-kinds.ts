import type { Count } from '@/ipc/bindings';
import { formatNumber } from '@/shared/format/numbers';
import { likelyOf } from '../estimate';

export type CountKind = Count['kind'];

/** What a kind is called, and what it says of the people it is about. */
export const countKinds: Record<CountKind, { label: string; description: string }> = {
  fixed: { label: 'Always the same', description: 'Everybody has as many' },
  range: { label: 'Between two numbers', description: 'Every whole number equally likely' },
  geometric: { label: 'Goes on, or not, after each', description: 'With a mean and a most (geometric)' },
  shares: { label: 'By share of people', description: 'So many per cent have one, two, three …' },
};

/** A number of another kind with about the same middle: where its figures start. */
export function asCountKind(count: Count, kind: CountKind): Count {
  if (count.kind === kind) return count;
  const middle = middleOf(count);
  const whole = Math.max(1, Math.round(middle));
  switch (kind) {
    case 'fixed':
      return { kind, value: count.kind === 'geometric' ? count.mean : whole };
    case 'range':
      return { kind, low: Math.max(1, whole - 1), high: whole + 1 };
    case 'geometric':
      return { kind, mean: count.kind === 'fixed' ? count.value : middle, atMost: whole * 3 };
    case 'shares':
      return { kind, percents: Array.from({ length: whole }, (_, index) => (index === whole - 1 ? 100 : 0)) };
  }
}

function middleOf(count: Count): number {
  switch (count.kind) {
    case 'fixed':
      return likelyOf(count.value);
    case 'range':
      return (likelyOf(count.low) + likelyOf(count.high)) / 2;
    case 'geometric':
      return likelyOf(count.mean);
    case 'shares':
      return count.percents.findIndex((share) => likelyOf(share) >= 50) + 1 || 1;
  }
}

/** How a number spreads, in a few words after its headline figure, if it has one; none when it is always the same. */
export function countWords(count: Count): string | null {
  const number = formatNumber;
  switch (count.kind) {
    case 'fixed':
      return null;
    case 'range':
      return `${number(likelyOf(count.low), 0)} to ${number(likelyOf(count.high), 0)}`;
    case 'geometric':
      return `on average, at most ${number(likelyOf(count.atMost), 0)}`;
    case 'shares':
      return `1 to ${count.percents.length}, by share of people`;
  }
}
