import type { Draft } from 'immer';
import { newId, starter } from '@/document/starters';
import type { ClientGroup, ListAges, Project, ReferralList } from '@/ipc/bindings';

/** What becomes of a group found in a list: a client group that there is, by its id, or a new one. */
export type GroupTarget = { kind: 'known'; id: string } | { kind: 'new' };

/** One target for each group found, in their order, and one for people of whom the list names no group. */
export interface GroupChoices {
  targets: readonly GroupTarget[];
  unnamed: string;
}

/** Client groups by the same name, whatever the capitals; a new one where there is none. */
export function proposedTargets(list: ReferralList, groups: readonly ClientGroup[]): GroupChoices {
  const targets = list.groups.map(({ label }): GroupTarget => {
    const known = groups.find(({ name }) => name.trim().toLowerCase() === label.toLowerCase());
    return known ? { kind: 'known', id: known.id } : { kind: 'new' };
  });
  return { targets, unnamed: groups[0]?.id ?? '' };
}

/** Whether the groups of a list are worth keeping unasked: one of them is a client group already. */
export const areKnown = ({ targets }: GroupChoices): boolean => targets.some(({ kind }) => kind === 'known');

/** People accepted of whom the list names no group. */
export const unnamedPeople = ({ accepted }: ReferralList): number =>
  accepted.filter(({ group }) => group === null).length;

/** The names of the client groups that would be made. */
export const newGroups = (list: ReferralList, { targets }: GroupChoices): string[] =>
  list.groups.filter((_, at) => targets[at]?.kind === 'new').map(({ label }) => label);

/** A list read, with who is of which group where that is kept. */
export interface TakenList {
  list: ReferralList;
  groups: GroupChoices | null;
}

/** The starting list out of a list that was read; makes the client groups that it needs. */
export function takenAges(draft: Draft<Project>, { list, groups }: TakenList): ListAges {
  const weeks = list.accepted.map(({ weeksWaited }) => weeksWaited);
  if (!groups) return { weeks, groups: [] };
  const ids = list.groups.map(({ label }, at) => {
    const target = groups.targets[at];
    if (target?.kind === 'known') return target.id;
    const id = newId(
      'group',
      draft.groups.map((group) => group.id),
    );
    draft.groups.push({ ...starter('group'), id, name: label });
    return id;
  });
  return { weeks, groups: list.accepted.map(({ group }) => (group === null ? null : ids[group]) ?? groups.unnamed) };
}
