import type { Draft } from 'immer';
import { edit } from '@/document/document';
import { freeName, newId } from '@/document/starters';
import type { Project, ServiceOption } from '@/ipc/bindings';
import { forgetOption } from '../money/money-edits';

/** Adds an option after the others, with the design and the staffing of the one shown; its id. */
export function addOption(draft: Draft<Project>, like: { design: string; mix: string | null }): string {
  const id = newId(
    'option',
    draft.options.map((option) => option.id),
  );
  const name = freeName('New option', draft.options);
  draft.options.push({ id, name, description: '', design: like.design, mix: like.mix, changes: [] });
  return id;
}

/** Adds a copy after an option, changed figures and all; its id. */
export function duplicateOption(draft: Draft<Project>, optionId: string): string | null {
  const at = draft.options.findIndex(({ id }) => id === optionId);
  const option = draft.options[at];
  if (!option) return null;
  const id = newId(
    optionId,
    draft.options.map((one) => one.id),
  );
  draft.options.splice(at + 1, 0, { ...option, id, name: freeName(`${option.name} (copy)`, draft.options) });
  return id;
}

/** Whether an option may go: there is always one to show. */
export const canRemoveOption = ({ options }: Project): boolean => options.length > 1;

export function removeOption(draft: Draft<Project>, optionId: string): void {
  if (draft.options.length <= 1) return;
  draft.options = draft.options.filter(({ id }) => id !== optionId);
  forgetOption(draft.economics, optionId);
}

/** Changes one option, as one edit. */
export function editOption(label: string, optionId: string, change: (option: Draft<ServiceOption>) => void): void {
  edit(label, (draft) => {
    const option = draft.options.find(({ id }) => id === optionId);
    if (option) change(option);
  });
}
