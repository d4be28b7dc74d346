import type { Draft } from 'immer';
import { likelyOf } from '@/document/estimate';
import { newId, starter } from '@/document/starters';
import type { Design, Project, Work } from '@/ipc/bindings';
import { formatNumber } from '@/shared/format';

/** Priority classes in words: whom a step sees first when it goes by urgency. */
export function priorityWords(priority: number): string {
  return priorityNames[priority] ?? `Seen after ${priority} other classes`;
}

const priorityNames = ['Seen first', 'Seen second', 'Seen third', 'Seen fourth', 'Seen fifth'];

/** Adds a group at the end; its id. */
export function addGroup(draft: Draft<Project>): string {
  const id = newId(
    'group',
    draft.groups.map((group) => group.id),
  );
  draft.groups.push({ ...starter('group'), id });
  return id;
}

/** Takes a group out everywhere it is named: shares, times, and the figures that options change in them. */
export function removeGroup(draft: Draft<Project>, groupId: string): void {
  draft.groups = draft.groups.filter(({ id }) => id !== groupId);
  for (const design of draft.designs) {
    for (const { work } of design.steps) forgetGroup(work, groupId);
    for (const { cause } of design.links) {
      if (cause.kind === 'completed') delete cause.percentByGroup[groupId];
    }
  }
  const ending = new RegExp(`/(caseMix|percentByGroup|timePercentByGroup)/${groupId}$`);
  for (const option of draft.options) {
    option.changes = option.changes.filter(({ figure }) => !ending.test(figure));
  }
}

function forgetGroup(work: Draft<Work>, groupId: string): void {
  if (work.kind === 'referrals') delete work.caseMix[groupId];
  if (work.kind === 'contacts') delete work.timePercentByGroup[groupId];
  if (!('start' in work) || !work.start) return;
  delete work.start.caseMix[groupId];
  // A list names a group for everybody or for nobody.
  const { waiting } = work.start;
  if (waiting?.kind === 'ages' && waiting.groups.includes(groupId)) waiting.groups = [];
}

/** The share of a group at each referrals step of a design, in words. Where no shares are said, all are of the first. */
export function shareWords(design: Design, groupId: string, isFirst: boolean): string {
  const shares = design.steps.flatMap(({ name, work }) => {
    if (work.kind !== 'referrals') return [];
    const isUnsaid = Object.keys(work.caseMix).length === 0;
    const share = isUnsaid ? (isFirst ? 100 : 0) : likelyOf(work.caseMix[groupId] ?? 0);
    return [{ name, words: `${formatNumber(share, 1)}%` }];
  });
  if (shares.length === 1) return shares[0]?.words ?? '';
  return shares.map(({ name, words }) => `${name} ${words}`).join(', ') || 'nobody referred';
}

/** Where a group is named by a share of people: the labels of the steps, with the design where there are several. */
export function usesOfGroup(project: Project, groupId: string): string[] {
  const several = project.designs.length > 1;
  return project.designs.flatMap((design) =>
    design.steps
      .filter(({ work }) => namesGroup(work, groupId))
      .map(({ name }) => (several ? `${name} (${design.name})` : name)),
  );
}

function namesGroup(work: Work, groupId: string): boolean {
  if (work.kind === 'referrals') return groupId in work.caseMix;
  if (!('start' in work) || !work.start) return false;
  const { waiting, caseMix } = work.start;
  return groupId in caseMix || (waiting?.kind === 'ages' && waiting.groups.includes(groupId));
}
