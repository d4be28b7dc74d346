import { likelyOf } from '@/document/estimate';
import type { Cause, Condition, Estimate, WhileWaiting } from '@/ipc/bindings';
import { formatNumber } from '@/shared/format/numbers';

export const causeLabels: Record<Cause['kind'], { label: string; description: string }> = {
  completed: { label: 'When done here', description: 'A share of the people, once the step is done' },
  removedWhileWaiting: { label: 'Gives up while waiting', description: 'So many per cent of those waiting, each week' },
  escalatedWhileWaiting: { label: 'Moves up while waiting', description: 'Needs more help before being seen' },
  missedTooOften: { label: 'Missed too often', description: 'After the number of missed contacts set at the step' },
  turnedAway: { label: 'Turned away', description: 'When the list of the step is full' },
};

/** Links that people take before the step is done are drawn with dashes. */
export const isDashed = (cause: Cause): boolean => cause.kind !== 'completed';

/** A link in a few words: `49%`, `30% if at least 2 visits`, `0.5% a week give up`. Nothing for the only way on. */
export function linkWords(cause: Cause, isOnlyWay: boolean): string {
  switch (cause.kind) {
    case 'completed': {
      const share = percent(cause.percent);
      const isForAll = isOnlyWay && likelyOf(cause.percent) === 100 && cause.when === null;
      if (isForAll) return '';
      return cause.when ? `${share} ${conditionWords(cause.when)}` : share;
    }
    case 'removedWhileWaiting':
      return rateWords(cause, 'give up');
    case 'escalatedWhileWaiting':
      return rateWords(cause, 'step up');
    case 'missedTooOften':
      return 'missed too often';
    case 'turnedAway':
      return 'list full';
  }
}

function rateWords({ rates, afterWeeks }: WhileWaiting, verb: string): string {
  const first = rates[0];
  if (first) return `${percent(first.percentPerWeek)} a week ${verb}${rates.length > 1 ? ' at first' : ''}`;
  return afterWeeks === null ? verb : `${verb} after ${formatNumber(likelyOf(afterWeeks), 1)} weeks`;
}

export const conditionSubjects: Record<Condition['of'], string> = {
  weeksSinceReferral: 'weeks since referral',
  visitsHere: 'times here',
  missedContacts: 'missed contacts',
};

/** `if at least 2 times here`. */
export function conditionWords({ of, atLeast, below }: Condition): string {
  const number = (figure: Estimate) => formatNumber(likelyOf(figure), 1);
  const limits = [atLeast && `at least ${number(atLeast)}`, below && `fewer than ${number(below)}`].filter(Boolean);
  return `if ${limits.join(' and ')} ${conditionSubjects[of]}`;
}

const percent = (figure: Estimate) => `${formatNumber(likelyOf(figure), 1)}%`;
