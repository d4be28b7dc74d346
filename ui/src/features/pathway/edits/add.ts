import type { Draft } from 'immer';
import { newId, newWork } from '@/document/starters';
import type { Design, Position, Project, SkilledRole, Step, Work } from '@/ipc/bindings';
import { freePlace, nearPlace } from './free-place';
import { connect } from './links';
import { mayLink } from './ways-on';

/** Where a new step goes: beside one that is there, or at a point of the canvas. */
export interface Place {
  beside?: string | null;
  at?: Position | null;
  tier: string | null;
}

/** Adds a step of a kind, linked to the one it is put beside where people can go on to it. Gives back its id. */
export function addStep(
  project: Draft<Project>,
  designId: string,
  kind: Work['kind'],
  name: string,
  place: Place,
): string | null {
  const design = project.designs.find(({ id }) => id === designId);
  if (!design) return null;
  const beside = design.steps.find(({ id }) => id === place.beside) ?? null;
  const position = place.at
    ? nearPlace(design as Design, kind, place.at)
    : freePlace(design as Design, kind, beside as Step | null);
  const id = newId(
    name,
    design.steps.map((step) => step.id),
  );
  const step: Step = {
    id,
    name,
    tier: place.tier,
    position,
    note: '',
    work: workOf(kind, design as Design, project as Project),
  };
  design.steps.push(step as Draft<Step>);
  if (beside && mayLink(beside as Step, step)) connect(design, beside.id, id);
  return id;
}

/** What a new step holds, with the staff that most other steps have: nobody has to start from an error. */
function workOf(kind: Work['kind'], design: Design, project: Project): Work {
  const work = newWork(kind);
  const role = usualRole(design) ?? project.roles[0]?.id;
  if (!role) return work;
  const anyOf: SkilledRole[] = [{ role, timePercent: 100 }];
  if (work.kind === 'contacts') work.staff = [{ anyOf }];
  if (work.kind === 'group') work.staff = [{ anyOf, hoursPerSession: 3 }];
  return work;
}

function usualRole(design: Design): string | undefined {
  const counts = new Map<string, number>();
  for (const { work } of design.steps) {
    if (work.kind !== 'contacts' && work.kind !== 'group') continue;
    for (const role of work.staff.flatMap(({ anyOf }) => anyOf.slice(0, 1))) {
      counts.set(role.role, (counts.get(role.role) ?? 0) + 1);
    }
  }
  return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0];
}
