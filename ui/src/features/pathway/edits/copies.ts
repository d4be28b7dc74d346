import type { Draft } from 'immer';
import { newId } from '@/document/starters';
import type { Design, Link, Position, Step } from '@/ipc/bindings';
import { newLinkId } from './links';

/** Steps taken to be put down again, with the links among them. */
export interface Copied {
  steps: readonly Step[];
  links: readonly Link[];
}

export function copyOf(design: Design, stepIds: readonly string[]): Copied {
  const wanted = new Set(stepIds);
  return {
    steps: design.steps.filter(({ id }) => wanted.has(id)),
    links: design.links.filter(({ from, to }) => wanted.has(from) && wanted.has(to)),
  };
}

/**
 * Puts copied steps down. They keep their ids where nothing else has them, so that a step means the same in two
 * designs; a second copy gets ids of its own and leaves the people waiting to the first. Gives back the new ids.
 */
export function paste(design: Draft<Design>, copied: Copied, shift: Position): string[] {
  const taken = new Set(design.steps.map(({ id }) => id));
  const ids = new Map<string, string>();
  for (const step of copied.steps) {
    const id = newId(taken.has(step.id) ? step.name : step.id, taken);
    taken.add(id);
    ids.set(step.id, id);
  }
  for (const step of copied.steps) design.steps.push(stepCopy(step, ids, taken, shift) as Draft<Step>);
  for (const link of copied.links) {
    const from = ids.get(link.from) ?? link.from;
    const to = ids.get(link.to) ?? link.to;
    const isTaken = design.links.some(({ id }) => id === link.id);
    const id = isTaken ? newLinkId(design, from, to) : link.id;
    design.links.push({ ...structuredClone(link), id, from, to } as Draft<Link>);
  }
  return [...ids.values()];
}

function stepCopy(step: Step, ids: ReadonlyMap<string, string>, known: ReadonlySet<string>, shift: Position): Step {
  const copy = structuredClone(step);
  copy.id = ids.get(step.id) ?? step.id;
  const { x, y } = copy.position ?? { x: 0, y: 0 };
  copy.position = { x: x + shift.x, y: y + shift.y };
  const { work } = copy;
  if ('start' in work && copy.id !== step.id) work.start = null;
  if (work.kind === 'outcome' && work.returns) {
    const to = ids.get(work.returns.to) ?? work.returns.to;
    work.returns = known.has(to) ? { ...work.returns, to } : null;
  }
  if (work.kind === 'universalOffer') {
    work.reaches = work.reaches.map((id) => ids.get(id) ?? id).filter((id) => known.has(id));
  }
  return copy;
}
