import type { Draft } from 'immer';
import type { Change, Estimate, Project, ServiceOption } from '@/ipc/bindings';
import { likelyOf } from './estimate';
import { freeName, newId, starter } from './starters';

/** A figure of an option with another value: its place starts at the option's design, staffing, roles or groups. */
export interface ChangedFigure {
  /** `mix/posts/ot-band-6/wte` */
  place: string;
  value: number;
}

const wtePlace = /^mix\/posts\/([^/]+)\/wte$/;

/**
 * Adds an option that is another one with some figures changed, for one step of undo: posts become a staffing of its
 * own, everything else a changed figure of the option. Its id, or none where there is no such option.
 */
export function keepAsOption(
  draft: Draft<Project>,
  optionId: string,
  changed: readonly ChangedFigure[],
  name: string,
): string | null {
  const like = draft.options.find(({ id }) => id === optionId);
  if (!like) return null;
  const posts = changed.filter(({ place }) => wtePlace.test(place));
  const others = changed.filter(({ place }) => !wtePlace.test(place));
  const mix = posts.length > 0 ? addStaffing(draft, like.mix, posts, name) : like.mix;
  const replaced = new Set(changed.map(({ place }) => place));
  const kept = like.changes.filter(({ figure }) => !replaced.has(figure));
  const changes: Change[] = [...kept, ...others.map(({ place, value }) => ({ figure: place, to: value }))];
  return addOptionLike(draft, like, { mix, changes }, name);
}

/** Adds an option that is another one but for its staffing or its changed figures; its id. */
export function addOptionLike(
  draft: Draft<Project>,
  like: ServiceOption,
  other: Partial<Pick<ServiceOption, 'mix' | 'changes'>>,
  name: string,
): string {
  const id = newId(
    name,
    draft.options.map((option) => option.id),
  );
  draft.options.push({ ...like, ...other, id, name: freeName(name, draft.options), description: '' });
  return id;
}

/** A staffing like another one, with these posts; its id. */
function addStaffing(
  draft: Draft<Project>,
  likeId: string | null,
  posts: readonly ChangedFigure[],
  name: string,
): string {
  const like = draft.mixes.find(({ id }) => id === likeId) ?? starter('mix');
  const id = newId(
    name,
    draft.mixes.map((mix) => mix.id),
  );
  const mix = { ...like, id, name: freeName(name, draft.mixes), posts: like.posts.map((row) => ({ ...row })) };
  for (const { place, value } of posts) {
    const role = wtePlace.exec(place)?.[1] ?? '';
    const row = mix.posts.find((one) => one.role === role);
    if (row) row.wte = changedTo(row.wte, value);
    else mix.posts.push({ ...starter('posts'), role, wte: value });
  }
  draft.mixes.push(mix);
  return id;
}

/** A number of posts that was looked for is exactly that: the range and the source of the one before are not its own. */
const changedTo = (before: Estimate, value: number): Estimate => (likelyOf(before) === value ? before : value);
