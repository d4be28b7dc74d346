import type { Draft } from 'immer';
import { likelyOf } from '@/document/estimate';
import type { Design, StartingList, StartingState, Step, Work } from '@/ipc/bindings';

/** Work that somebody can be at, or waiting for, when the simulation starts. */
export type StartableWork = Extract<Work, { start: StartingState | null }>;
export type StartableStep = Step & { work: StartableWork };

export function canStart(step: Step): step is StartableStep {
  return 'start' in step.work;
}

/** People can be waiting for care, but not for time to pass. */
export const canHaveList = ({ work }: StartableStep): boolean => work.kind !== 'delay';

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

/** Everybody who is there when the simulation starts. */
export function peopleAtStart({ steps }: Design): { waiting: number; underWay: number } {
  const starts = steps.filter(canStart).map(({ work }) => work.start);
  const total = (count: (start: StartingState | null) => number) =>
    starts.reduce((sum, start) => sum + count(start), 0);
  return { waiting: total(peopleWaiting), underWay: total(peopleUnderWay) };
}

/** The longest wait of those waiting at the start [weeks]; none where nobody waits. */
export function longestWaited(start: StartingState | null): number | null {
  const list = start?.waiting;
  if (!list) return null;
  if (list.kind === 'summary') return likelyOf(list.longestWeeks);
  // A loop, because a list may hold more people than a call takes arguments.
  return list.weeks.reduce<number | null>(
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
