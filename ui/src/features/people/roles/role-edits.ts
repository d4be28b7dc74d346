import type { Draft } from 'immer';
import { newId, starter } from '@/document/starters';
import type { Project, Role, Step } from '@/ipc/bindings';

/** What hangs on a role. */
export interface RoleUses {
  /** Steps it works at: the label, with the design where there are several. */
  steps: string[];
  /** Mixes that have posts of it. */
  mixes: string[];
}

/** The steps and the staffing that name a role. */
export function usesOfRole(project: Project, roleId: string): RoleUses {
  const several = project.designs.length > 1;
  const steps = project.designs.flatMap((design) =>
    design.steps
      .filter((step) => rolesOfStep(step).includes(roleId))
      .map((step) => (several ? `${step.name} (${design.name})` : step.name)),
  );
  const mixes = project.mixes.filter(({ posts }) => posts.some(({ role }) => role === roleId)).map(({ name }) => name);
  return { steps, mixes };
}

/** Every role that a step names. */
export function rolesOfStep({ work }: Step): string[] {
  switch (work.kind) {
    case 'contacts':
    case 'group':
      return work.staff.flatMap(({ anyOf }) => anyOf.map(({ role }) => role));
    case 'universalOffer':
      return Object.keys(work.hoursPerWeek);
    default:
      return [];
  }
}

/** Adds a role under a new name; its id. */
export function addRole(draft: Draft<Project>): string {
  const calendar = draft.calendars[0]?.id ?? null;
  const role: Role = { ...starter('role'), id: newId('role', idsOf(draft.roles)), calendar };
  draft.roles.push(role);
  return role.id;
}

/** Adds a copy after a role: it works the same hours, but at no step and with no posts yet. */
export function duplicateRole(draft: Draft<Project>, roleId: string): string | null {
  const at = draft.roles.findIndex(({ id }) => id === roleId);
  const role = draft.roles[at];
  if (!role) return null;
  const copy = { ...role, id: newId(roleId, idsOf(draft.roles)), name: `${role.name} (copy)` };
  draft.roles.splice(at + 1, 0, copy);
  return copy.id;
}

/** Takes a role out of the document, with its posts, its work at steps and the figures that options change in it. */
export function removeRole(draft: Draft<Project>, roleId: string): void {
  draft.roles = draft.roles.filter(({ id }) => id !== roleId);
  for (const mix of draft.mixes) mix.posts = mix.posts.filter(({ role }) => role !== roleId);
  for (const { work } of draft.designs.flatMap(({ steps }) => steps)) {
    if (work.kind === 'universalOffer') delete work.hoursPerWeek[roleId];
    if (work.kind !== 'contacts' && work.kind !== 'group') continue;
    for (const need of work.staff) need.anyOf = need.anyOf.filter(({ role }) => role !== roleId);
  }
  delete draft.economics.travel.milesPerWtePerWeek[roleId];
  const gone = [`roles/${roleId}/`, `mix/posts/${roleId}/`];
  const endings = [`/anyOf/${roleId}/timePercent`, `/hoursPerWeek/${roleId}`, `/milesPerWtePerWeek/${roleId}`];
  for (const option of draft.options) {
    option.changes = option.changes.filter(
      ({ figure }) => !gone.some((start) => figure.startsWith(start)) && !endings.some((end) => figure.endsWith(end)),
    );
  }
}

/** Moves an element of a list one place up or down. */
export function moveInList<Element extends { id: string }>(list: Element[], id: string, by: -1 | 1): void {
  const at = list.findIndex((element) => element.id === id);
  const [element] = at + by >= 0 && at + by < list.length && at >= 0 ? list.splice(at, 1) : [];
  if (element) list.splice(at + by, 0, element);
}

const idsOf = (elements: readonly { id: string }[]) => elements.map(({ id }) => id);
