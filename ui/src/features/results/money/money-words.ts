import type { AgainstBase, Band, LineKind, MoneyDifference, MoneyReport, MoneyYear } from '@/ipc/bindings';
import type { OptionIdentity } from '@/shared/charts/chart-data';
import type { Difference } from '@/shared/charts/difference-chart/difference-data';
import { formatCount, formatMoney, formatNumber, formatSensible, unknown } from '@/shared/format';
import { isKnown } from '@/shared/format/numbers';
import { differenceWords, stateOf } from '../compare/compare-words';

/** Digits that a total of money is known to, at the best. Chosen. */
const digitsKnown = 4;

/** Rounds to a number of digits: what comes after them is not known. */
function rounded(value: number | null, digits: number, like = value): number | null {
  if (!isKnown(value) || !isKnown(like)) return null;
  const step = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(Math.abs(like), 1))) + 1 - digits);
  return Math.round(value / step) * step;
}

/** A total of money: `£466,200`. */
export const totalWords = (pounds: number | null): string => formatMoney(rounded(pounds, digitsKnown));

/** Whether a figure differs from one simulated future to another: sums in another order differ in their last digits. */
const spreads = ({ mean, sd }: Band): boolean => isKnown(mean) && isKnown(sd) && sd > 1e-9 * Math.abs(mean);

/** Whether a figure is anything but nought. */
export const isSomething = ({ measured, mean, sd }: Band): boolean => measured > 0 && (mean !== 0 || sd !== 0);

/** How a figure of the summary is written. */
export type Wording = 'pounds' | 'number';

/** The mean of a figure. */
export function meanWords({ mean, measured }: Band, wording: Wording): string {
  if (measured === 0 || !isKnown(mean)) return unknown;
  return wording === 'pounds' ? totalWords(mean) : formatSensible(mean);
}

/** The ends of the range that 9 in 10 futures fall in, rounded as the mean is; nothing where all are the same. */
export function rangeEnds(band: Band, wording: Wording): readonly [low: string, high: string] | null {
  if (!spreads(band)) return null;
  const end = (value: number | null) =>
    wording === 'pounds' ? formatMoney(rounded(value, digitsKnown, band.mean)) : formatSensible(value);
  return [end(band.p5), end(band.p95)];
}

/** Figures that are drawn as differences from the base; others have units of their own. */
export const drawnFigures = [
  { id: 'netPresentValue', label: 'Net present value' },
  { id: 'serviceCost', label: 'Cost of the service' },
  { id: 'costPerCompleted', label: 'Cost for each person completed' },
] as const;
export type DrawnFigure = (typeof drawnFigures)[number]['id'];

/** The differences of one figure, an entry for each option but the base. */
export function differencesOf(
  { options: appraised }: MoneyReport,
  options: readonly OptionIdentity[],
  name: DrawnFigure,
): Difference[] {
  return appraised.flatMap(({ againstBase }, at) => {
    const found = againstBase?.differences.find((one) => one.name === name);
    const option = options[at];
    if (!found || !option) return [];
    const { mean, interval } = found.difference;
    const words = differenceInWords(found);
    return [
      { option, mean, low: interval.low, high: interval.high, state: stateOf(found.difference, found.better), words },
    ];
  });
}

/** Names of what differs from the base. */
export const differenceNames: Readonly<Record<string, string>> = {
  netPresentValue: 'Net present value',
  serviceCost: 'Cost of the service',
  costPerCompleted: 'Cost for each person completed',
  qualityAdjustedLifeYears: 'Health gained',
  miles: 'Staff travel',
  kgCo2e: 'Footprint of staff travel',
};

/** `£213,460 higher (£213,450 to £213,470)`; `6,438 miles lower (6,420 to 6,456)`: as many digits as its interval bears. */
export function differenceInWords({ difference, unit }: Pick<MoneyDifference, 'difference' | 'unit'>): string {
  const { mean, interval, verdict } = difference;
  const half = isKnown(interval.low) && isKnown(interval.high) ? (interval.high - interval.low) / 2 : 0;
  const like = Math.max(Math.abs(interval.low ?? 0), Math.abs(interval.high ?? 0));
  const digits = half > 0 ? Math.max(3, Math.ceil(Math.log10(like / half)) + 1) : 3;
  const ends = { low: rounded(interval.low, digits, like), high: rounded(interval.high, digits, like) };
  const tidied = { ...difference, mean: rounded(mean, digits, like), interval: ends };
  if (unit === '£') return differenceWords(tidied, 'pounds');
  if (verdict === 'lower' || verdict === 'higher') {
    const [near, far] = [interval.low, interval.high].map((end) => Math.abs(end ?? 0)).toSorted((a, b) => a - b);
    const size = formatSensible(isKnown(mean) ? Math.abs(mean) : null);
    return `${size} ${unit} ${verdict} (${formatSensible(near)} to ${formatSensible(far)})`;
  }
  if (verdict === 'cannotBeToldApart') {
    return `cannot be told apart (${formatSensible(interval.low)} to ${formatSensible(interval.high)} ${unit})`;
  }
  return verdict === 'same' ? 'the same in every future' : 'nobody to measure';
}

/** `1 year`, `2 years`, `1 year and 26 weeks`. */
export function spanWords(years: readonly MoneyYear[]): string {
  const weeks = years.reduce((sum, { fromWeek, toWeek }) => sum + toWeek - fromWeek + 1, 0);
  const [whole, left] = [Math.floor(weeks / 52), weeks % 52];
  const parts = [whole > 0 ? formatCount(whole, 'year') : null, left > 0 ? formatCount(left, 'week') : null];
  return parts.filter(Boolean).join(' and ');
}

/** `year 1`: the first, which is not discounted, as papers count them. */
export const yearName = ({ number }: MoneyYear): string => `year ${number + 1}`;

/** `year 2 (weeks 53 to 104)` */
export const yearWords = (year: MoneyYear): string => {
  const { fromWeek, toWeek } = year;
  return `${yearName(year)} (weeks ${formatNumber(fromWeek, 0)} to ${formatNumber(toWeek, 0)})`;
};

/** What kind of line it is, before its name. */
export const lineKinds: Readonly<Record<LineKind, string>> = {
  staff: 'Posts',
  unfilledPosts: 'Posts',
  places: 'Places',
  once: 'Paid once',
  yearly: 'Every year',
  travel: 'Travel',
  perPerson: 'Each person',
  knockOn: 'Cost to somebody',
  benefit: 'Benefit',
  cashReleasing: 'Benefit, cash',
  timeReleasing: 'Benefit, time',
  health: 'Health',
};

/** The parts of an account, in its order. */
export const accountParts: readonly { name: string; kinds: readonly LineKind[]; isService?: boolean }[] = [
  {
    name: 'What the service costs',
    kinds: ['staff', 'unfilledPosts', 'places', 'once', 'yearly', 'travel', 'perPerson'],
    isService: true,
  },
  { name: 'What it costs others', kinds: ['knockOn'] },
  { name: 'Benefits', kinds: ['benefit', 'cashReleasing', 'timeReleasing'] },
  { name: 'Health', kinds: ['health'] },
];

/** Switching values that are shown at once; the others are a press away. Chosen. */
export const switchesShown = 5;

/** Where the two would come out even, the smallest change first; only values that are possible. */
export const possibleSwitches = ({ switchingValues }: AgainstBase) =>
  switchingValues.filter(({ possible }) => possible);

/** What could not be counted or has no price, each with the options it is said of; all of them where it holds for all. */
export function remarksOf({ options }: MoneyReport): { words: string; of: readonly string[] }[] {
  const said = new Map<string, string[]>();
  for (const { name, remarks } of options) {
    for (const remark of remarks) said.set(remark, [...(said.get(remark) ?? []), name]);
  }
  return [...said].map(([words, of]) => ({ words, of: of.length === options.length ? [] : of }));
}
