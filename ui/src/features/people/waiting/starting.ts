import type { Draft } from 'immer';
import { likelyOf } from '@/document/estimate';
import type { StartingList, StartingState, Step, Work } from '@/ipc/bindings';
import { formatNumber, formatPeople } from '@/shared/format';

/** Work that somebody can be at, or waiting for, when the simulation starts. */
export type StartableWork = Extract<Work, { start: StartingState | null }>;
export type StartableStep = Step & { work: StartableWork };

export function canStart(step: Step): step is StartableStep {
  return 'start' in step.work;
}

/** People can be waiting for care, but not for time to pass. */
export const canHaveList = ({ work }: StartableStep): boolean => work.kind !== 'delay';

/** Groups meet with all their people at once: nobody is entered as under way there. */
export const canBeUnderWay = ({ work }: StartableStep): boolean =>
  work.kind === 'contacts' || work.kind === 'places' || work.kind === 'delay' || work.kind === 'group';

/** How a starting list was given. */
export type ListForm = 'none' | StartingList['kind'];

export const formOf = (start: StartingState | null): ListForm => start?.waiting?.kind ?? 'none';

/** People waiting at the start. */
export function peopleWaiting(start: StartingState | null): number {
  const list = start?.waiting;
  if (!list) return 0;
  return list.kind === 'ages' ? list.weeks.length : likelyOf(list.number);
}

export const peopleUnderWay = (start: StartingState | null): number =>
  start?.inTreatment ? likelyOf(start.inTreatment.number) : 0;

/** A step's start in a line: `1,520 waiting, longest 161 weeks; 20 under way`. */
export function startWords(start: StartingState | null): string {
  const parts: string[] = [];
  const list = start?.waiting;
  if (list) {
    const waiting = `${formatNumber(peopleWaiting(start), 0)} waiting`;
    const longest = list.kind === 'ages' ? longestOf(list.weeks) : likelyOf(list.longestWeeks);
    parts.push(longest === null ? waiting : `${waiting}, longest ${formatNumber(longest, 0)} weeks`);
  }
  if (start?.inTreatment) parts.push(`${formatPeople(peopleUnderWay(start))} under way`);
  return parts.join('; ') || 'nobody';
}

/** The longest of the weeks waited; a loop, because a list may hold more people than a call takes arguments. */
export function longestOf(weeks: readonly number[]): number | null {
  return weeks.reduce<number | null>(
    (longest, waited) => (longest === null || waited > longest ? waited : longest),
    null,
  );
}

/** Puts another list in the place of a step's list; a start that holds nobody any more is taken away. */
export function setList(step: Draft<Step>, waiting: StartingList | null): void {
  changeStart(step, (start) => {
    start.waiting = waiting;
  });
}

/** Changes a step's start, making it first where there is none and taking it away where it says nothing any more. */
export function changeStart({ work }: Draft<Step>, change: (start: Draft<StartingState>) => void): void {
  if (!('start' in work)) return;
  const start: Draft<StartingState> = work.start ?? { waiting: null, inTreatment: null, caseMix: {} };
  change(start);
  work.start = start.waiting || start.inTreatment ? start : null;
}
