import { likelyOf } from '@/document/estimate';
import type { MeasureWords, weeklyMeasures } from '@/document/measures';
import type { Target, TargetMeasure, TargetResult } from '@/ipc/bindings';
import { dayOfWeek, formatDay, formatNumber, formatSimulatedFutures, formatWeeks } from '@/shared/format';

const overWeeksMeasures: Record<number, string> = { 18: 'over 18 weeks', 52: 'over 52 weeks' };

/** The measure whose chart a target belongs on; none for those that no chart draws. */
export function chartOf(measure: TargetMeasure): keyof typeof weeklyMeasures | null {
  switch (measure.kind) {
    case 'waitingList':
    case 'openReferrals':
    case 'longestWait':
      return measure.kind;
    // Nobody over 52 weeks is a longest wait of at most 52.
    case 'overWeeks':
      return 'longestWait';
    case 'within18Weeks':
    case 'percentile92':
      return null;
  }
}

/** What a target asks for: `the longest wait 47 weeks or less`. */
export function targetWords({ measure, threshold }: Pick<Target, 'measure' | 'threshold'>): string {
  const line = likelyOf(threshold);
  const people = formatNumber(line, 0);
  switch (measure.kind) {
    case 'waitingList':
      return `${people} people or fewer on the waiting list`;
    case 'openReferrals':
      return `${people} open referrals or fewer`;
    case 'longestWait':
      return `nobody waiting longer than ${formatWeeks(line)}`;
    case 'overWeeks': {
      const over = overWeeksMeasures[measure.weeks] ?? `over ${formatWeeks(measure.weeks)}`;
      return line < 1 ? `nobody waiting ${over}` : `${people} people or fewer waiting ${over}`;
    }
    case 'within18Weeks':
      return `${formatNumber(line)}% or more of the waiting list within 18 weeks`;
    case 'percentile92':
      return `92% of the waiting list within ${formatWeeks(line)}`;
  }
}

/** The place of a target on its chart; none where it is no line: so many people over 52 weeks. */
export function targetLine({ measure, threshold }: Pick<Target, 'measure' | 'threshold'>): number | null {
  const line = likelyOf(threshold);
  if (measure.kind === 'overWeeks') return line < 1 ? measure.weeks : null;
  return chartOf(measure) === null ? null : line;
}

export type TargetState = 'met' | 'missed' | 'unknown';

export function targetState({ probabilityMet, probabilityWanted }: TargetResult): TargetState {
  if (probabilityMet === null || probabilityWanted === null) return 'unknown';
  return probabilityMet >= probabilityWanted ? 'met' : 'missed';
}

/** How likely a target is met at its week, and from when on: two short sentences. */
export function targetResultWords(result: TargetResult, startDate: string): string {
  if (result.probabilityMet === null) return 'Its week lies past the end of the simulation.';
  const share = `Met ${formatSimulatedFutures(result.probabilityMet)}.`;
  if (result.firstWeek === null) return share;
  return `${share} As likely as wanted ${fromWords(result.firstWeek, startDate)}.`;
}

/** `from 7 December 2026 on`. */
export function fromWords(firstWeek: number, startDate: string): string {
  if (firstWeek === 0) return 'from the start on';
  return `from ${formatDay(dayOfWeek(startDate, firstWeek) ?? '')} on`;
}

/** One option held against a target. */
export interface TargetAnswer {
  name: string;
  isBase: boolean;
  result: TargetResult;
}

/**
 * Which option meets a target first, in a sentence; none where no option meets it as surely as is wanted. The date is
 * the first from which every week to the end has the wanted probability, each week by itself.
 */
export function targetFinding(
  target: Pick<Target, 'measure' | 'threshold'>,
  answers: readonly TargetAnswer[],
  context: { measure: MeasureWords; startDate: string; isOnlyOption: boolean },
): string | null {
  const meeting = answers.filter(({ result }) => result.firstWeek !== null);
  const [first, second] = meeting.toSorted((one, other) => firstWeek(one) - firstWeek(other));
  if (!first) return null;
  const wanted = formatSimulatedFutures(first.result.probabilityWanted);
  const goal = `${context.measure.inSentence} ${context.measure.isPlural ? 'are' : 'is'} ${lineWords(target, context.measure)}`;
  const when = fromWords(firstWeek(first), context.startDate);
  const also = second ? `, ${meeting.length === 2 ? `${second.name} later` : 'other options later'}` : '';
  const words = `${goal} ${when}, ${wanted.replace(/^in /, 'in at least ')}`;
  if (context.isOnlyOption) return words.charAt(0).toUpperCase() + words.slice(1);
  const isTie = second !== undefined && firstWeek(second) === firstWeek(first);
  return `With ${first.name}, ${words}${isTie ? `, and as soon with ${second.name}` : also}`;
}

const firstWeek = ({ result }: TargetAnswer): number => result.firstWeek ?? Number.POSITIVE_INFINITY;

function lineWords(target: Pick<Target, 'measure' | 'threshold'>, measure: MeasureWords): string {
  const line = targetLine(target) ?? likelyOf(target.threshold);
  return measure.unit === 'weeks' ? `${formatWeeks(line)} or less` : `${formatNumber(line, 0)} or fewer`;
}
