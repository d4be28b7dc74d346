import { formatNumber, parseNumber } from '../format/numbers';

/** What a number may be, in the unit it is stored in. */
export interface NumberLimits {
  min?: number | undefined;
  max?: number | undefined;
  /** How far an arrow key goes. */
  step?: number | undefined;
  /** The most decimals shown and accepted. */
  decimals?: number | undefined;
  /** What is shown for one of what is stored: 100 shows the share 0.12 as 12. */
  scale?: number | undefined;
  /** Written after each limit in a message: `%`, ` weeks`. */
  unit?: string | undefined;
}

/** A number read from typed text, or what is wrong with it in words. */
export type Reading = { value: number } | { problem: string };

/** The stored value as it stands in the field. */
export function shownText(value: number | null, limits: NumberLimits): string {
  return value === null ? '' : formatNumber(shown(value, limits), limits.decimals ?? 2);
}

/** Reads typed text and holds it against the limits. */
export function readEntry(text: string, limits: NumberLimits): Reading {
  const typed = parseNumber(text);
  if (typed === null) return { problem: `Enter a number, such as ${example(limits)}` };
  if (limits.decimals === 0 && !Number.isInteger(typed)) return { problem: 'Enter a whole number' };
  const value = tidy(typed / (limits.scale ?? 1));
  const { min, max } = limits;
  const isOutside = (min !== undefined && value < min) || (max !== undefined && value > max);
  return isOutside ? { problem: rangeInWords(limits) } : { value };
}

/** The value one or more steps away, on a whole step and within the limits. */
export function stepped(value: number, steps: number, { min, max, step = 1 }: NumberLimits): number {
  const inSteps = value / step;
  // A value between two steps goes to the nearer one first, in the direction asked for.
  const from = steps > 0 ? Math.floor(inSteps + 1e-9) : Math.ceil(inSteps - 1e-9);
  return Math.min(
    max ?? Number.POSITIVE_INFINITY,
    Math.max(min ?? Number.NEGATIVE_INFINITY, tidy((from + steps) * step)),
  );
}

function rangeInWords(limits: NumberLimits): string {
  const { min, max } = limits;
  const limit = (value: number) => `${shownText(value, limits)}${limits.unit ?? ''}`;
  if (min !== undefined && max !== undefined) return `Enter a number from ${limit(min)} to ${limit(max)}`;
  return min !== undefined ? `Enter ${limit(min)} or more` : `Enter ${limit(max ?? 0)} or less`;
}

/** A number that would be taken. */
function example(limits: NumberLimits): string {
  const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY, decimals = 2 } = limits;
  const middle = decimals === 0 ? 12 : 12.5;
  return formatNumber(Math.min(Math.max(middle, shown(min, limits)), shown(max, limits)), decimals);
}

function shown(value: number, limits: NumberLimits): number {
  return tidy(value * (limits.scale ?? 1));
}

/** Drops the dust that multiplying leaves: 0.07 x 100 is 7, not 7.000000000000001. */
function tidy(value: number): number {
  return Number.isFinite(value) ? Number(value.toPrecision(12)) : value;
}
