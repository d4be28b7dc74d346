import type { Assessment, Design, Step, StepFlow, Tier } from '@/ipc/bindings';
import { isCompleted } from '../edits/ways-on';
import { linkWords } from '../words/links';
import { flowOf } from '../words/loads';
import { stepLine } from '../words/step-line';

/** A step as the table says it. */
export interface StepRow {
  step: Step;
  tierName: string;
  /** What happens, in a line. */
  line: string;
  flow: StepFlow | null;
  /** The links out of it: where to, and by whom. */
  next: { id: string; to: string; words: string }[];
}

export function rowsOf(
  steps: readonly Step[],
  { links }: Design,
  tiers: readonly Tier[],
  assessment: Assessment | null,
): StepRow[] {
  const names = new Map(steps.map(({ id, name }) => [id, name]));
  return steps.map((step) => {
    const flow = flowOf(assessment?.flows, step.id);
    const out = links.filter(({ from }) => from === step.id);
    const isOnlyWay = out.filter(isCompleted).length === 1;
    return {
      step,
      tierName: tiers.find(({ id }) => id === step.tier)?.name ?? '',
      line: stepLine(step, flow),
      flow,
      next: out.map(({ id, to, cause }) => ({
        id,
        to: names.get(to) ?? 'nowhere',
        words: linkWords(cause, isOnlyWay),
      })),
    };
  });
}
