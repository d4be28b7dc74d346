/**
 * Numbers as a British reader writes them. Nothing is computed here: a figure that is not there is said to be unknown
 * rather than drawn as nought.
 */

/** What stands where a figure is missing or is not a number. */
export const unknown = 'not known';

/** A true minus sign, as wide as the plus. */
const minus = '−';

const formatters = new Map<string, Intl.NumberFormat>();

function formatter(leastDecimals: number, mostDecimals: number): Intl.NumberFormat {
  const key = `${leastDecimals}-${mostDecimals}`;
  const known = formatters.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat('en-GB', {
    minimumFractionDigits: leastDecimals,
    maximumFractionDigits: mostDecimals,
  });
  formatters.set(key, made);
  return made;
}

/** Whether there is a figure to write. */
export function isKnown(value: number | null | undefined): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

function written(value: number, leastDecimals: number, mostDecimals: number): string {
  const text = formatter(leastDecimals, mostDecimals).format(value);
  // Nought has no sign, even when it was rounded from below.
  return /^-[0.]+$/.test(text) ? text.slice(1) : text.replace('-', minus);
}

/** A number with as many decimals as it has, up to `mostDecimals`: `1,760`, `4.1`. */
export function formatNumber(value: number | null | undefined, mostDecimals = 1): string {
  return isKnown(value) ? written(value, 0, mostDecimals) : unknown;
}

/** A number with exactly `decimals` decimals, for columns: `4.0`. */
export function formatFixed(value: number | null | undefined, decimals: number): string {
  return isKnown(value) ? written(value, decimals, decimals) : unknown;
}

/** A rate or a load, rounded so that two or three figures stay: `136`, `36.1`, `8.4`, `0.04`. */
export function formatSensible(value: number | null | undefined): string {
  if (!isKnown(value)) return unknown;
  const size = Math.abs(value);
  if (size >= 99.95) return written(value, 0, 0);
  if (size >= 0.095 || size === 0) return written(value, 0, 1);
  if (size >= 0.005) return written(value, 0, 2);
  return `${value < 0 ? 'just under' : 'just over'} 0`;
}

/** A change, with its sign always written: `+1,413`, `−159`, `no change`. */
export function formatChange(value: number | null | undefined, mostDecimals = 0): string {
  if (!isKnown(value)) return unknown;
  const text = written(value, 0, mostDecimals);
  if (/^[0.]+$/.test(text)) return 'no change';
  return value > 0 ? `+${text}` : text;
}

/** A count of things in words: `1 step`, `11 steps`, `2 people`. */
export function formatCount(count: number | null | undefined, singular: string, plural = `${singular}s`): string {
  if (!isKnown(count)) return unknown;
  const text = written(count, 0, 0);
  return `${text} ${text === '1' ? singular : plural}`;
}

/** A share of one as a percentage: `0.93` is `93%`. Never rounds to all or to nothing what is neither. */
export function formatPercent(share: number | null | undefined, mostDecimals = 0): string {
  if (!isKnown(share)) return unknown;
  const percent = share * 100;
  const step = 10 ** -mostDecimals;
  if (percent > 0 && percent < step / 2) return `under ${written(step, 0, mostDecimals)}%`;
  if (percent < 100 && percent >= 100 - step / 2) return `over ${written(100 - step, 0, mostDecimals)}%`;
  return `${written(percent, 0, mostDecimals)}%`;
}

/** A difference between two shares, in percentage points: `+46 points`. */
export function formatPoints(share: number | null | undefined): string {
  if (!isKnown(share)) return unknown;
  const change = formatChange(share * 100);
  return change === 'no change' ? change : `${change} ${/^[+−]1$/.test(change) ? 'point' : 'points'}`;
}

/** A middle figure and the band round it, with the unit once: `47 weeks (42 to 52)`. */
export function formatBand(
  middle: number | null | undefined,
  low: number | null | undefined,
  high: number | null | undefined,
  write: (value: number) => string,
  writeEnd: (value: number) => string = (value) => formatNumber(value, 0),
): string {
  if (!isKnown(middle)) return unknown;
  if (!isKnown(low) || !isKnown(high)) return write(middle);
  return `${write(middle)} (${writeEnd(low)} to ${writeEnd(high)})`;
}

/**
 * Reads a number as people type one: `1,760`, `12 %`, `£ 38,000`, `-0.5`, `−0.5`, `.5`. Returns `null` for what is not
 * one number.
 */
export function parseNumber(text: string): number | null {
  const bare = text.trim().replace(/^£\s*/, '').replace(/\s*%$/, '').replace(/[−–]/g, '-').replace(/[\s ]/g, '');
  if (!/^[+-]?(\d{1,3}(,\d{3})+|\d*)(\.\d*)?$/.test(bare) || !/\d/.test(bare)) return null;
  return Number(bare.replace(/,/g, ''));
}
