import type { Design, Step } from '@/ipc/bindings';

/**
 * The steps as people pass them, for the Tab key and for the table: from where people are referred along the links,
 * each step after one that leads to it, upper ones first; then those that nobody comes to.
 */
export function inFlowOrder({ steps, links }: Pick<Design, 'steps' | 'links'>): Step[] {
  const byId = new Map(steps.map((step) => [step.id, step]));
  const next = new Map<string, Step[]>();
  for (const { from, to } of links) {
    const step = byId.get(to);
    if (step) next.set(from, [...(next.get(from) ?? []), step]);
  }
  const ordered = new Set<Step>();
  let front = steps.filter(({ work }) => work.kind === 'referrals').sort(higher);
  if (front.length === 0) front = steps.slice(0, 1);
  while (front.length > 0) {
    for (const step of front) ordered.add(step);
    const reached = new Set(front.flatMap(({ id }) => next.get(id) ?? []));
    front = [...reached].filter((step) => !ordered.has(step)).sort(higher);
  }
  const rest = steps
    .filter((step) => !ordered.has(step))
    .sort((one, other) => left(one) - left(other) || higher(one, other));
  return [...ordered, ...rest];
}

const left = ({ position }: Step) => position?.x ?? 0;
const higher = (one: Step, other: Step) => (one.position?.y ?? 0) - (other.position?.y ?? 0) || left(one) - left(other);
