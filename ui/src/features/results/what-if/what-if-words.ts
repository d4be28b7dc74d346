import type { MeasureWords } from '@/document/measures';
import type { DifferenceColumns, Lever, Move } from '@/ipc/bindings';
import { figureAt, type Spread } from '@/shared/charts/chart-data';
import { bareWords, figureWords, listWords } from '@/shared/charts/words';
import { formatFixed, formatNumber, formatPerWeek, formatPosts } from '@/shared/format';
import { lowerFirst } from '@/shared/format/words';

/** Decimals that a lever's values have: those of its step, and those of what it stands at. */
export function decimalsOf({ step, base }: Lever): number {
  const decimals = (value: number) => (String(Number(value.toFixed(4))).split('.')[1] ?? '').length;
  return Math.max(decimals(step), decimals(base));
}

/** A value of a lever: `4.5 WTE`, `110%`, `20 minutes`. */
export function valueWords(lever: Lever, value: number): string {
  if (lever.kind === 'posts') return formatPosts(value);
  const number = formatNumber(value, decimalsOf(lever));
  if (lever.unit === '%') return `${number}%`;
  return lever.unit === '' ? number : `${number} ${lever.unit}`;
}

/** What stands beside a slider: what a percentage of referrals comes to, or where a moved figure was. */
export function standWords(lever: Lever, value: number): string {
  const { base, kind, peoplePerWeek } = lever;
  if (kind === 'referrals') return formatPerWeek(((peoplePerWeek ?? 0) * value) / 100);
  return value === base ? '' : `was ${formatNumber(base, decimalsOf(lever))}`;
}

/** What a move is, within a sentence: `0.5 WTE more Occupational therapist, band 6`. */
export function moveWords(lever: Lever, value: number): string {
  const off = value - lever.base;
  if (lever.kind === 'posts') return `${formatPosts(Math.abs(off))} ${off > 0 ? 'more' : 'less'} ${lever.name}`;
  if (lever.kind === 'referrals') {
    const group = lever.id.includes('/') ? ` of ${lever.name.replace('Referrals: ', '')}` : '';
    return `${formatNumber(Math.abs(off), 1)}% ${off > 0 ? 'more' : 'fewer'} referrals${group}`;
  }
  return `${lever.name} ${valueWords(lever, value)} instead of ${valueWords(lever, lever.base)}`;
}

/** The same in a name: `+0.5 WTE Occupational therapist, band 6`. */
function moveInName(lever: Lever, value: number): string {
  const sign = value > lever.base ? '+' : '−';
  const off = Math.abs(value - lever.base);
  if (lever.kind === 'posts') return `${sign}${formatPosts(off)} ${lever.name}`;
  if (lever.kind === 'referrals') return `${lowerFirst(lever.name)} ${sign}${formatNumber(off, 1)}%`;
  return `${lever.name} ${valueWords(lever, value)}`;
}

const withLevers = (levers: readonly Lever[], moves: readonly Move[]) =>
  moves.flatMap(({ lever: id, value }) => {
    const lever = levers.find((one) => one.id === id);
    return lever ? [{ lever, value }] : [];
  });

/** Everything that is moved, in a sentence without its end. */
export function movesWords(levers: readonly Lever[], moves: readonly Move[]): string {
  return listWords(withLevers(levers, moves).map(({ lever, value }) => moveWords(lever, value)));
}

/** So many moves are named in the name of an option; the others are counted. Chosen. */
const mostNamed = 3;

/** What an option is called that keeps what is moved. */
export function optionName(base: string, levers: readonly Lever[], moves: readonly Move[]): string {
  const all = withLevers(levers, moves).map(({ lever, value }) => moveInName(lever, value));
  const more = all.length - mostNamed;
  return [base, ...all.slice(0, mostNamed), ...(more > 0 ? [`${more} more changes`] : [])].join(', ');
}

/** `47 → 41 weeks (36 to 46)`. */
export function effectWords(before: Spread, after: Spread, unit: MeasureWords['unit']): string {
  return `${bareWords(before.median, unit)} → ${figureWords(after.median, unit)} (${rangeWords(after, unit)})`;
}

/** The same to be read aloud. */
export function spokenEffect(before: Spread, after: Spread, unit: MeasureWords['unit']): string {
  const from = bareWords(before.median, unit);
  return `from ${from} to ${figureWords(after.median, unit)}, 9 in 10 simulated futures ${rangeWords(after, unit)}`;
}

export const rangeWords = ({ p5, p95 }: Spread, unit: MeasureWords['unit']) =>
  `${bareWords(p5, unit)} to ${bareWords(p95, unit)}`;

/** The mean difference at a week with its interval. */
export interface Difference {
  mean: number;
  low: number;
  high: number;
}

/** The difference at the end of a week; none where there was nobody to measure. */
export function differenceAt({ mean, low, high }: DifferenceColumns, week: number): Difference | null {
  const [middle, least, most] = [figureAt(mean, week), figureAt(low, week), figureAt(high, week)];
  return middle === null || least === null || most === null ? null : { mean: middle, low: least, high: most };
}

/**
 * A difference in words: `6 weeks shorter (5 to 7)`. It is claimed only where the interval lies on one side of none.
 */
export function differenceWords({ mean, low, high }: Difference, measure: MeasureWords): string {
  if (low === 0 && high === 0) return 'The same in every simulated future';
  const { unit } = measure;
  // One decimal where whole numbers would hide the difference.
  const decimals = Math.max(Math.abs(mean), Math.abs(high - low)) < 10 ? 1 : 0;
  const number = (value: number) => formatFixed(value, decimals);
  const name = unit === 'people' ? 'people' : 'weeks';
  if (low <= 0 && high >= 0) return `Cannot be told apart from chance (${number(low)} to ${number(high)} ${name})`;
  const [size, least, most] = mean < 0 ? [-mean, -high, -low] : [mean, low, high];
  const way = unit === 'people' ? (mean < 0 ? 'fewer' : 'more') : mean < 0 ? 'shorter' : 'longer';
  return `${number(size)} ${name} ${way} (${number(least)} to ${number(most)})`;
}
