import type { Flows, LoadUnit, StepFlow, StepLoad } from '@/ipc/bindings';
import { formatPercent, formatSensible } from '@/shared/format/numbers';

/** How a step copes with what it is asked for. */
export type LoadState = 'keepsUp' | 'tight' | 'over';

/**
 * From this load on, chance alone makes waits that show [%]. Chosen: in the simplest queue (M/M/1) the mean wait there
 * is 0.85 / (1 - 0.85), nearly six times the length of a contact.
 */
export const tightFromPercent = 85;

export function loadState({ loadPercent, growsPeoplePerWeek }: StepLoad): LoadState {
  if (growsPeoplePerWeek !== null || loadPercent === null || loadPercent > 100) return 'over';
  return loadPercent >= tightFromPercent ? 'tight' : 'keepsUp';
}

const unitWords: Record<LoadUnit, string> = {
  hoursPerWeek: 'hours',
  seatsPerWeek: 'seats',
  places: 'places',
  newPeoplePerWeek: 'starts',
  caseload: 'caseload',
};

/** In the words of a step on the canvas: `Keeps up, 62% of hours`, `93% of seats: tight`, `List grows 0.4 a week`. */
export function loadWords(load: StepLoad): string {
  const { loadPercent, growsPeoplePerWeek, needed, unit } = load;
  if (needed === 0) return 'Nobody new arrives';
  if (loadPercent === null) return unit === 'hoursPerWeek' ? 'Nobody to do it' : 'No room for anybody';
  if (growsPeoplePerWeek !== null) return `List grows ${formatSensible(growsPeoplePerWeek)} a week`;
  const share = `${formatPercent(loadPercent / 100)} of ${unitWords[unit]}`;
  if (loadPercent > 100) return `${share}: over`;
  return loadPercent >= tightFromPercent ? `${share}: tight` : `Keeps up, ${share}`;
}

/** Words for the problem list, after the name of the step; none for a step that keeps up. */
export function troubleWords(load: StepLoad): string | null {
  const share = load.loadPercent === null ? '' : formatPercent(load.loadPercent / 100);
  switch (loadState(load)) {
    case 'keepsUp':
      return null;
    case 'tight':
      return `is ${share} full: small delays will show as waits`;
    case 'over':
      return load.loadPercent === null
        ? 'has nobody to do its work'
        : `is asked for more ${askedWords[load.unit]} than it has (${share})`;
  }
}

const askedWords: Record<LoadUnit, string> = {
  hoursPerWeek: 'hours',
  seatsPerWeek: 'seats',
  places: 'places',
  newPeoplePerWeek: 'new people',
  caseload: 'people at once',
};

const byId = new WeakMap<Flows, Map<string, StepFlow>>();

/** The flow of one step. */
export function flowOf(flows: Flows | null | undefined, stepId: string): StepFlow | null {
  if (!flows) return null;
  let steps = byId.get(flows);
  if (!steps) {
    steps = new Map(flows.steps.map((step) => [step.stepId, step]));
    byId.set(flows, steps);
  }
  return steps.get(stepId) ?? null;
}
