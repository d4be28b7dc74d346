import type { Draft } from 'immer';
import { freeName, newId } from '@/document/starters';
import type { Project, ServiceOption } from '@/ipc/bindings';

/** How people name the option in which nothing is changed. */
const nothingChanges = /\b(do[\s-]?nothing|as[\s-]is|as it is|no change|business as usual)\b/i;

/** Words that mean the same as the whole name alone: "Today's team and two posts more" is another option. */
const asToday = /^(the )?((today|current|present)(['’]s)?( (service|staffing|team))?|(service|staffing|team) today)$/i;

/** The option in which nothing is changed, as far as its name says so; none where no name does. */
export function counterfactualOf(options: readonly ServiceOption[]): ServiceOption | null {
  return options.find(({ name }) => nothingChanges.test(name) || asToday.test(name.trim())) ?? null;
}

/** Puts an option before the others that is the first one without its changed figures; its id. */
export function addCounterfactual(draft: Draft<Project>): string | null {
  const first = draft.options[0];
  if (!first) return null;
  const id = newId(
    'do-nothing',
    draft.options.map((option) => option.id),
  );
  const name = freeName('Do nothing', draft.options);
  draft.options.unshift({ ...first, id, name, description: 'The service with nothing changed', changes: [], star: [] });
  return id;
}
