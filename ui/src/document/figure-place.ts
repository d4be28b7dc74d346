import type { Draft } from 'immer';
import type { Estimate, Project, ServiceOption } from '@/ipc/bindings';

/**
 * Where a figure of an option stands in the document. A place of an option starts at its design, staffing, roles,
 * groups or calendars (`mix/posts/ot/wte`); where the option changes the figure, the change is what counts.
 */
export function documentPlace(option: ServiceOption, place: string): string {
  if (option.changes.some(({ figure }) => figure === place)) return `options/${option.id}/changes/${place}`;
  const [head, ...rest] = place.split('/');
  if (head === 'design') return ['designs', option.design, ...rest].join('/');
  if (head === 'mix') return ['mixes', option.mix, ...rest].join('/');
  return place;
}

/** Puts a figure of an option into the document, wherever the option takes it from; whether there is such a figure. */
export function putFigure(draft: Draft<Project>, optionId: string, place: string, to: Estimate): boolean {
  const option = draft.options.find(({ id }) => id === optionId);
  if (!option) return false;
  const change = option.changes.find(({ figure }) => figure === place);
  if (change) {
    change.to = to;
    return true;
  }
  const segments = documentPlace(option, place).split('/');
  const last = segments.pop() ?? '';
  const holder = segments.reduce<unknown>(partAt, draft);
  const key = keyIn(holder, last);
  if (key === null) return false;
  (holder as Record<string | number, unknown>)[key] = to;
  return true;
}

/** The part of a document at a place; `undefined` where the place leads nowhere. */
export function partOf(project: Project, place: string): unknown {
  return place.split('/').reduce<unknown>(partAt, project);
}

const partAt = (part: unknown, segment: string): unknown => {
  const key = keyIn(part, segment);
  return key === null ? undefined : (part as Record<string | number, unknown>)[key];
};

/** Fields by their names; elements of lists by their id or role, otherwise by their position: as the program names places. */
function keyIn(part: unknown, segment: string): string | number | null {
  if (Array.isArray(part)) {
    const named = part.findIndex((element) => ['id', 'role'].some((key) => element?.[key] === segment));
    const at = named >= 0 ? named : Number(segment);
    return Number.isInteger(at) && at >= 0 && at < part.length ? at : null;
  }
  return typeof part === 'object' && part !== null && segment in part ? segment : null;
}
