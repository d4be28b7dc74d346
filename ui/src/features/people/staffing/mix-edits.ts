import type { Draft } from 'immer';
import { likelyOf } from '@/document/estimate';
import { freeName, newId, starter } from '@/document/starters';
import type { Estimate, Posts, Project, Role, ServiceOption, StaffingMix } from '@/ipc/bindings';

/** The posts of a role in a mix, if it has any. */
export const postsOf = (mix: StaffingMix, roleId: string): Posts | undefined =>
  mix.posts.find(({ role }) => role === roleId);

/** Posts of a mix at the start, all roles together [WTE]. */
export const totalWte = ({ posts }: StaffingMix): number => posts.reduce((sum, { wte }) => sum + likelyOf(wte), 0);

/** What the posts of a mix at the start cost in a full year [£]: posts times the cost of one. */
export function yearlyCost({ posts }: StaffingMix, roles: readonly Role[]): number {
  return posts.reduce((sum, { role, wte }) => {
    const cost = roles.find(({ id }) => id === role)?.costPoundsPerYear ?? 0;
    return sum + likelyOf(wte) * likelyOf(cost);
  }, 0);
}

/** Roles whose yearly cost is still nought, although the mix has posts of them: its cost says too little. */
export function rolesWithoutCost({ posts }: StaffingMix, roles: readonly Role[]): Role[] {
  return roles.filter(
    (role) =>
      likelyOf(role.costPoundsPerYear) === 0 && posts.some(({ role: id, wte }) => id === role.id && likelyOf(wte) > 0),
  );
}

/** Options that a mix staffs. */
export const optionsOfMix = (options: readonly ServiceOption[], mixId: string): ServiceOption[] =>
  options.filter(({ mix }) => mix === mixId);

/** Sets the posts of a role, which get their row when they are first given. */
export function setPosts(mix: Draft<StaffingMix>, roleId: string, wte: Estimate): void {
  const posts = mix.posts.find(({ role }) => role === roleId);
  if (posts) posts.wte = wte;
  else mix.posts.push({ ...starter('posts'), role: roleId, wte });
}

/** Takes away the posts of a role, with their changes. */
export function removePosts(mix: Draft<StaffingMix>, roleId: string): void {
  mix.posts = mix.posts.filter(({ role }) => role !== roleId);
}

/** Adds a mix without posts; its id. */
export function addMix(draft: Draft<Project>): string {
  const id = newId(
    'staffing',
    draft.mixes.map((mix) => mix.id),
  );
  draft.mixes.push({ ...starter('mix'), id, name: freeName('New staffing', draft.mixes) });
  return id;
}

/** Adds a copy after a mix; its id. */
export function duplicateMix(draft: Draft<Project>, mixId: string): string | null {
  const at = draft.mixes.findIndex(({ id }) => id === mixId);
  const mix = draft.mixes[at];
  if (!mix) return null;
  const id = newId(
    mixId,
    draft.mixes.map((one) => one.id),
  );
  draft.mixes.splice(at + 1, 0, { ...mix, id, name: freeName(`${mix.name} (copy)`, draft.mixes) });
  return id;
}

/** Takes a mix out; options that it staffed have no staffing until another is chosen for them. */
export function removeMix(draft: Draft<Project>, mixId: string): void {
  draft.mixes = draft.mixes.filter(({ id }) => id !== mixId);
  for (const option of draft.options) {
    if (option.mix !== mixId) continue;
    option.mix = null;
    option.changes = option.changes.filter(({ figure }) => !figure.startsWith('mix/'));
  }
}
