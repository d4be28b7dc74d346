import type { ComparedFigure, FutureShare, PairedDifference } from '@/ipc/bindings';
import type { OptionIdentity, Unit } from '@/shared/charts/chart-data';
import type { Difference, DifferenceState } from '@/shared/charts/difference-chart/difference-data';
import { bareWords, figureWords } from '@/shared/charts/words';
import { formatNumber, formatPercent, unknown } from '@/shared/format';
import { isKnown } from '@/shared/format/numbers';

const units: Readonly<Record<string, Unit>> = { people: 'people', weeks: 'weeks', '%': 'percent', '£': 'pounds' };

/** What a figure counts, in the words of the charts. */
export const unitOf = ({ unit }: Pick<ComparedFigure, 'unit'>): Unit => units[unit] ?? 'people';

/** `Longest wait` */
export const figureName = ({ words }: Pick<ComparedFigure, 'words'>): string => upperFirst(words);

/** `longest wait at week 52`; a figure over the whole time names no week. */
export function figureInSentence({ words, figure }: Pick<ComparedFigure, 'words' | 'figure'>): string {
  return figure.kind === 'weekly' ? `${words} at week ${figure.week}` : words;
}

/** A figure with as many decimals as its size bears: waits of days are told apart. */
export function amount(value: number | null, unit: Unit): string {
  if (!isKnown(value)) return unknown;
  return unit === 'weeks' && Math.abs(value) < 9.95 ? withWeeks(formatNumber(value, 1)) : figureWords(value, unit);
}

const withWeeks = (number: string) => `${number} ${number === '1' ? 'week' : 'weeks'}`;

/** The same without its unit, where that stands beside it. */
export function bareAmount(value: number | null, unit: Unit): string {
  if (!isKnown(value)) return unknown;
  return unit === 'weeks' && Math.abs(value) < 9.95 ? formatNumber(value, 1) : bareWords(value, unit);
}

/** A half-width: as many decimals as say something. */
export function halfWidthWords(value: number | null, unit: Unit): string {
  if (!isKnown(value)) return unknown;
  const places = value < 0.095 ? 2 : value < 9.95 ? 1 : 0;
  if (unit === 'pounds') return figureWords(value, unit);
  return unit === 'percent' ? `${formatNumber(value, places)} points` : formatNumber(value, places);
}

/** A difference between two figures: shares differ by points. */
const step = (value: number | null, unit: Unit): string =>
  unit === 'percent' && isKnown(value) ? `${bareStep(value, unit)} points` : amount(value, unit);

const bareStep = (value: number | null, unit: Unit): string =>
  unit === 'percent' && isKnown(value) ? formatNumber(value, Math.abs(value) < 9.95 ? 1 : 0) : bareAmount(value, unit);

/** Whether a difference is for the better; where no way is better, only which way it goes. */
export function stateOf({ verdict }: PairedDifference, better: ComparedFigure['better']): DifferenceState {
  switch (verdict) {
    case 'cannotBeToldApart':
      return 'unclear';
    case 'same':
      return 'same';
    case 'nothingMeasured':
      return 'unknown';
    default:
      if (better === 'neither') return verdict;
      return verdict === better ? 'better' : 'worse';
  }
}

/** `135 weeks lower (133 to 137)`; `cannot be told apart (−0.4 to 1.2 weeks)`. */
export function differenceWords(difference: PairedDifference, unit: Unit): string {
  const { verdict, mean, interval } = difference;
  const size = (value: number | null) => (value === null ? null : Math.abs(value));
  const ends = [size(interval.low), size(interval.high)].toSorted((one, other) => (one ?? 0) - (other ?? 0));
  const [near = null, far = null] = ends;
  switch (verdict) {
    case 'lower':
    case 'higher':
      return `${step(size(mean), unit)} ${verdict} (${bareStep(near, unit)} to ${bareStep(far, unit)})`;
    case 'cannotBeToldApart':
      return `cannot be told apart (${bareStep(interval.low, unit)} to ${step(interval.high, unit)})`;
    case 'same':
      return 'the same in every future';
    case 'nothingMeasured':
      return 'nobody to measure';
  }
}

/** The differences of a figure, an entry for each option but the base. */
export function differencesOf(figure: ComparedFigure, options: readonly OptionIdentity[]): Difference[] {
  return figure.differences.flatMap((difference, at) => {
    const option = options[at];
    if (!difference || !option) return [];
    const { mean, interval } = difference;
    const words = differenceWords(difference, unitOf(figure));
    return [{ option, mean, low: interval.low, high: interval.high, state: stateOf(difference, figure.better), words }];
  });
}

/** What the differences of a figure come to, in a sentence. */
export function differenceFinding(
  figure: ComparedFigure,
  options: readonly OptionIdentity[],
  base: OptionIdentity,
): string {
  return findingOf(figureInSentence(figure), figure.better, differencesOf(figure, options), base);
}

/** What differences from a base come to, in a sentence that names what differs. */
export function findingOf(
  name: string,
  better: ComparedFigure['better'],
  found: readonly Difference[],
  base: OptionIdentity,
): string {
  if (found.length === 0) return `${upperFirst(name)} under ${base.name}`;
  const apart = found.filter(({ state }) => state !== 'unclear' && state !== 'same' && state !== 'unknown');
  if (apart.length === 0) {
    const all = found.length === 1 ? found[0]?.option.name : 'none of the options';
    const verb = found.length === 1 ? 'cannot be told apart from' : 'can be told apart from';
    return `${upperFirst(name)}: ${all} ${verb} ${base.name}`;
  }
  const best = apart.toSorted((one, other) => gain(other, better) - gain(one, better))[0] ?? apart[0];
  const words = best?.words.replace(/ \(.*\)$/, '') ?? '';
  const others = apart.length - 1;
  const also = others === 0 ? '' : others === 1 ? '; one other option differs too' : `; ${others} others differ too`;
  return `${upperFirst(name)}: ${words} with ${best?.option.name} than with ${base.name}${also}`;
}

function gain({ mean }: Difference, better: ComparedFigure['better']): number {
  if (mean === null) return Number.NEGATIVE_INFINITY;
  return better === 'lower' ? -mean : better === 'higher' ? mean : Math.abs(mean);
}

/** `93% (90 to 96)`: a share of simulated futures with its interval. */
export function shareWords({ share, interval }: FutureShare): string {
  if (!isKnown(share)) return unknown;
  const bare = (value: number | null) => formatPercent(value).replace(/%$/, '');
  return `${formatPercent(share)} (${bare(interval.low)} to ${bare(interval.high)})`;
}

export const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
