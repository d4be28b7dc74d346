import type { Draft } from 'immer';
import { edit } from '@/document/document';
import type { Project, Step, Work } from '@/ipc/bindings';
import { isSameValue } from './same-value';

/** The work of one kind of step. */
export type WorkOf<Kind extends Work['kind']> = Extract<Work, { kind: Kind }>;

/** A step whose kind is known. */
export type StepOf<Kind extends Work['kind']> = Step & { work: WorkOf<Kind> };

export function isOfKind<Kind extends Work['kind']>(step: Step, kind: Kind): step is StepOf<Kind> {
  return step.work.kind === kind;
}

/** The same step, as it stands in another design. */
export interface Counterpart {
  designId: string;
  designName: string;
  step: Step;
  /** Whether the part looked at says the same there. */
  isSame: boolean;
}

/**
 * The step of this id in every other design that has one of the same kind, and whether a part of it says the same
 * there. Demand and the people waiting now belong to the service, not to a way of running it: comparing options is
 * only fair while they agree.
 */
export function counterparts(
  project: Project,
  designId: string,
  step: Step,
  part: (step: Step) => unknown,
): Counterpart[] {
  const mine = part(step);
  return project.designs
    .filter((design) => design.id !== designId)
    .flatMap((design) => {
      const found = design.steps.find(({ id, work }) => id === step.id && work.kind === step.work.kind);
      if (!found) return [];
      const isSame = isSameValue(part(found), mine);
      return [{ designId: design.id, designName: design.name, step: found, isSame }];
    });
}

/** Changes one step in some designs, as one edit. */
export function editStep(
  label: string,
  designIds: readonly string[],
  stepId: string,
  change: (step: Draft<Step>, project: Draft<Project>) => void,
  coalesce?: string,
): void {
  edit(
    label,
    (draft) => {
      for (const design of draft.designs) {
        if (!designIds.includes(design.id)) continue;
        const step = design.steps.find(({ id }) => id === stepId);
        if (step) change(step, draft);
      }
    },
    coalesce,
  );
}
