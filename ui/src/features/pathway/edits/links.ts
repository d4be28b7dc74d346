import type { Draft } from 'immer';
import { newCause, newId } from '@/document/starters';
import type { Cause, Design } from '@/ipc/bindings';
import { isCompleted, mayLink, shareLeft } from './ways-on';

/**
 * Draws a link, taken by the people that no other link takes. Gives back its id; that of the link which is there
 * already where one is, and none where people cannot go that way.
 */
export function connect(
  design: Draft<Design>,
  from: string,
  to: string,
  kind: Cause['kind'] = 'completed',
): string | null {
  if (!mayLink(stepOf(design, from), stepOf(design, to))) return null;
  const same = design.links.find((link) => link.from === from && link.to === to && link.cause.kind === kind);
  if (same) return same.id;
  const cause = newCause(kind);
  if (cause.kind === 'completed') cause.percent = shareLeft(design as Design, from);
  const id = newLinkId(design, from, to);
  design.links.push({ id, from, to, cause });
  return id;
}

/** Leads a link elsewhere. Whether it could be. */
export function reconnect(design: Draft<Design>, linkId: string, from: string, to: string): boolean {
  const link = design.links.find(({ id }) => id === linkId);
  if (!link || !mayLink(stepOf(design, from), stepOf(design, to))) return false;
  const isThere = design.links.some(
    (other) => other !== link && other.from === from && other.to === to && isCompleted(other) && isCompleted(link),
  );
  if (isThere) return false;
  Object.assign(link, { from, to });
  return true;
}

export function newLinkId(design: Draft<Design>, from: string, to: string): string {
  return newId(
    `${from}-${to}`,
    design.links.map(({ id }) => id),
  );
}

const stepOf = (design: Draft<Design>, wanted: string) => (design as Design).steps.find(({ id }) => id === wanted);
