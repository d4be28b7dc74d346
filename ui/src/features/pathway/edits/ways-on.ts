import { likelyOf } from '@/document/estimate';
import type { Cause, Design, Estimate, Link, Step, Work } from '@/ipc/bindings';

/** A link taken when its step is done. */
export type CompletedLink = Link & { cause: Extract<Cause, { kind: 'completed' }> };

export function isCompleted(link: Link): link is CompletedLink {
  return link.cause.kind === 'completed';
}

export const mayBeLeft = (kind: Work['kind']): boolean => kind !== 'outcome' && kind !== 'universalOffer';

export const mayBeCome = (kind: Work['kind']): boolean => kind !== 'referrals' && kind !== 'universalOffer';

/** Whether people can go from one step straight to another. */
export function mayLink(from: Step | undefined, to: Step | undefined): boolean {
  return from !== undefined && to !== undefined && from !== to && mayBeLeft(from.work.kind) && mayBeCome(to.work.kind);
}

/** What the links for everybody out of a step leave over [%]; the share of the next link drawn. */
export function shareLeft(design: Design, from: string): number {
  const taken = design.links
    .filter((link) => link.from === from && isCompleted(link) && link.cause.when === null)
    .reduce((sum, link) => sum + (isCompleted(link) ? likelyOf(link.cause.percent) : 0), 0);
  return rounded(Math.max(0, 100 - taken));
}

/** A share of a share [%], rounded so that no dust of arithmetic reaches a field. */
export function shareOf(share: Estimate, part: Estimate): Estimate {
  if (likelyOf(part) === 100) return share;
  if (likelyOf(share) === 100) return part;
  return rounded((likelyOf(share) * likelyOf(part)) / 100);
}

export const rounded = (value: number): number => Math.round(value * 1e4) / 1e4;
