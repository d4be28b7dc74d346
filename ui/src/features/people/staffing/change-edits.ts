import type { Draft } from 'immer';
import { edit } from '@/document/document';
import { starter } from '@/document/starters';
import type { PostChange, Project } from '@/ipc/bindings';

/** The changes of a role's posts in a mix, to be changed. */
function changesIn(draft: Draft<Project>, mixId: string, roleId: string): Draft<PostChange>[] | undefined {
  return draft.mixes.find(({ id }) => id === mixId)?.posts.find(({ role }) => role === roleId)?.changes;
}

/** Adds one whole post for good, a quarter of the way into the time looked at; a role without posts gets its row. */
export function addChange(draft: Draft<Project>, mixId: string, roleId: string, weeks: number): void {
  const mix = draft.mixes.find(({ id }) => id === mixId);
  if (!mix) return;
  if (!changesIn(draft, mixId, roleId)) mix.posts.push({ ...starter('posts'), role: roleId, wte: 0 });
  changesIn(draft, mixId, roleId)?.push({ fromWeek: Math.floor(weeks / 4), untilWeek: null, wte: 1 });
}

export function removeChange(draft: Draft<Project>, mixId: string, roleId: string, index: number): void {
  changesIn(draft, mixId, roleId)?.splice(index, 1);
}

/** Changes one dated change, as one edit. */
export function editChange(
  label: string,
  mixId: string,
  roleId: string,
  index: number,
  part: Partial<PostChange>,
  coalesce?: string,
): void {
  edit(
    label,
    (draft) => {
      const change = changesIn(draft, mixId, roleId)?.[index];
      if (change) Object.assign(change, part);
    },
    coalesce,
  );
}
