import type { Draft } from 'immer';
import { freeName, newId, starter } from '@/document/starters';
import type { PostsFound, Project, Role, StaffInPost } from '@/ipc/bindings';
import { setPosts } from './mix-edits';

/** What becomes of the posts of a table: those of a role that there is, by its id, or of a new one. */
export type RoleTarget = { kind: 'known'; id: string } | { kind: 'new' } | { kind: 'none' };

const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

/** `Occupational therapist, band 6`. */
export const nameOfPosts = ({ role, band }: PostsFound): string =>
  band === null || plain(role).includes(`band ${band}`) ? role : `${role}, band ${band}`;

/** The role of the same name and band; a new one where there is none. */
export function proposedRole(posts: PostsFound, roles: readonly Role[]): RoleTarget {
  const wanted = plain(nameOfPosts(posts));
  const isSame = (role: Role) => {
    const band = role.band === null ? null : plain(role.band).replace(/^band /, '');
    const named = plain(role.name);
    return named === wanted || (named === plain(posts.role) && band === posts.band);
  };
  const known = roles.find(isSame);
  return known ? { kind: 'known', id: known.id } : { kind: 'new' };
}

/** Puts the posts of a table into a staffing, or into a new one; roles are made, and vacancies said, in the same edit. */
export function takeStaff(
  draft: Draft<Project>,
  staff: StaffInPost,
  targets: readonly RoleTarget[],
  mixId: string | null,
): void {
  const wteByRole = new Map<string, { wte: number; vacant: number | null }>();
  for (const [at, posts] of staff.posts.entries()) {
    const target = targets[at] ?? { kind: 'none' };
    if (target.kind === 'none') continue;
    const id = target.kind === 'known' ? target.id : newRole(draft, posts);
    const sum = wteByRole.get(id) ?? { wte: 0, vacant: null };
    const vacant = posts.vacantWte === null ? sum.vacant : (sum.vacant ?? 0) + posts.vacantWte;
    wteByRole.set(id, { wte: sum.wte + posts.wte, vacant });
  }
  const mix = draft.mixes.find(({ id }) => id === mixId) ?? newMix(draft);
  for (const [roleId, { wte, vacant }] of wteByRole) {
    setPosts(mix, roleId, hundredths(wte));
    const role = draft.roles.find(({ id }) => id === roleId);
    if (!role || vacant === null || wte === 0) continue;
    const vacantPercent = hundredths((vacant * 100) / wte);
    role.turnover = { ...(role.turnover ?? starter('turnover')), vacantPercent };
  }
}

const hundredths = (value: number) => Math.round(value * 100) / 100;

function newRole(draft: Draft<Project>, posts: PostsFound): string {
  const id = newId(
    'role',
    draft.roles.map((role) => role.id),
  );
  const calendar = draft.calendars[0]?.id ?? null;
  draft.roles.push({ ...starter('role'), id, name: nameOfPosts(posts), band: posts.band, calendar });
  return id;
}

function newMix(draft: Draft<Project>) {
  const id = newId(
    'staffing',
    draft.mixes.map((mix) => mix.id),
  );
  const mix = { ...starter('mix'), id, name: freeName('Staff in post', draft.mixes) };
  draft.mixes.push(mix);
  return draft.mixes.at(-1) ?? mix;
}
