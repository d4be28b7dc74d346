import type { Draft } from 'immer';
import { likelyOf } from '@/document/estimate';
import type { Design, Estimate, Link, Project } from '@/ipc/bindings';
import { newLinkId } from './links';
import { type CompletedLink, isCompleted, rounded, shareOf } from './ways-on';

/**
 * Takes steps and links out of a design. People who came to a step that goes are led to where its own people went, so
 * that a step taken out of a chain leaves a chain; what else spoke of it goes with it.
 */
export function removeParts(
  project: Draft<Project>,
  designId: string,
  steps: readonly string[],
  links: readonly string[],
): void {
  const design = project.designs.find(({ id }) => id === designId);
  if (!design) return;
  const goneSteps = new Set(steps);
  const goneLinks = new Set(links);
  const before = (design as Design).links.filter(({ id }) => !goneLinks.has(id));
  const kept = before.filter(({ from, to }) => !goneSteps.has(from) && !goneSteps.has(to));
  const ledElsewhere = before
    .filter(({ from, to }) => !goneSteps.has(from) && goneSteps.has(to))
    .flatMap((link) => ledOn(link, before, goneSteps, new Set()));
  design.links = kept as Draft<Link>[];
  for (const link of ledElsewhere) addLink(design, link);
  design.steps = design.steps.filter(({ id }) => !goneSteps.has(id));
  forget(design, goneSteps);
  forgetMiles(project, goneSteps);
  forgetChanges(project, design as Design);
}

/** A link into a step that goes, led on to where that step's people went; several where they parted. */
function ledOn(link: Link, links: readonly Link[], gone: ReadonlySet<string>, passed: ReadonlySet<string>): Link[] {
  if (!gone.has(link.to)) return link.from === link.to ? [] : [link];
  if (passed.has(link.to)) return [];
  const onward = waysOn(links, link.to);
  const [only] = onward;
  const round = new Set([...passed, link.to]);
  if (!only) return [];
  if (onward.length === 1) return ledOn({ ...link, to: only.to }, links, gone, round);
  if (!isCompleted(link)) {
    // A rate cannot be shared out: it follows most people.
    const most = onward.reduce((one, other) =>
      likelyOf(other.cause.percent) > likelyOf(one.cause.percent) ? other : one,
    );
    return ledOn({ ...link, to: most.to }, links, gone, round);
  }
  return onward.flatMap((way) => ledOn(shared(link, way), links, gone, round));
}

/** The links taken when a step is done: those for everybody, where there are any. */
function waysOn(links: readonly Link[], from: string): CompletedLink[] {
  const all = links.filter((link): link is CompletedLink => link.from === from && isCompleted(link));
  const forEverybody = all.filter(({ cause }) => cause.when === null);
  return forEverybody.length > 0 ? forEverybody : all;
}

function shared(link: CompletedLink, way: CompletedLink): CompletedLink {
  const groups = new Set([...Object.keys(link.cause.percentByGroup), ...Object.keys(way.cause.percentByGroup)]);
  const of = (one: CompletedLink, group: string): Estimate => one.cause.percentByGroup[group] ?? one.cause.percent;
  const percentByGroup = Object.fromEntries(
    [...groups].map((group) => [group, shareOf(of(link, group), of(way, group))]),
  );
  return {
    ...link,
    to: way.to,
    cause: { ...link.cause, percent: shareOf(link.cause.percent, way.cause.percent), percentByGroup },
  };
}

/** Adds a link, or its share to the one that already leads there for everybody. */
function addLink(design: Draft<Design>, link: Link): void {
  const same = (design.links as Link[]).find(
    (other): other is CompletedLink =>
      other.from === link.from && other.to === link.to && isCompleted(other) && other.cause.when === null,
  );
  if (same && isCompleted(link) && link.cause.when === null && Object.keys(link.cause.percentByGroup).length === 0) {
    same.cause.percent = rounded(likelyOf(same.cause.percent) + likelyOf(link.cause.percent));
    return;
  }
  const isTaken = design.links.some(({ id }) => id === link.id);
  const id = isTaken ? newLinkId(design, link.from, link.to) : link.id;
  design.links.push({ ...link, id } as Draft<Link>);
}

/** Steps that spoke of one that is gone. */
function forget(design: Draft<Design>, gone: ReadonlySet<string>): void {
  for (const { work } of design.steps) {
    if (work.kind === 'outcome' && work.returns && gone.has(work.returns.to)) work.returns = null;
    if (work.kind === 'universalOffer') work.reaches = work.reaches.filter((id) => !gone.has(id));
  }
}

/** Miles to a step that no design has any more. */
function forgetMiles({ designs, economics }: Draft<Project>, gone: ReadonlySet<string>): void {
  for (const id of gone) {
    if (!designs.some(({ steps }) => steps.some((step) => step.id === id))) delete economics.travel.milesPerContact[id];
  }
}

/** Figures that options change in steps and links that are no longer there. */
export function forgetChanges(project: Draft<Project>, design: Design): void {
  const there = new Set([
    ...design.steps.map(({ id }) => `design/steps/${id}`),
    ...design.links.map(({ id }) => `design/links/${id}`),
  ]);
  for (const option of project.options) {
    if (option.design !== design.id) continue;
    const isKept = (figure: string) =>
      !/^design\/(steps|links)\//.test(figure) || there.has(figure.split('/').slice(0, 3).join('/'));
    if (option.changes.some(({ figure }) => !isKept(figure))) {
      option.changes = option.changes.filter(({ figure }) => isKept(figure));
    }
  }
}
