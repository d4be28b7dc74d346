import type { Draft } from 'immer';
import { edit } from '@/document/document';
import type { Estimate, Role } from '@/ipc/bindings';

/** Changes one role as one edit; `label` says what was done, and the role is named after it. */
export function editRole(role: Role, label: string, change: (role: Draft<Role>) => void, coalesce?: string): void {
  edit(
    `${label}, ${role.name || 'role without a name'}`,
    (draft) => {
      const found = draft.roles.find(({ id }) => id === role.id);
      if (found) change(found);
    },
    coalesce,
  );
}

/** A handler of a figure of a role: puts it where `put` says. */
export const figureOfRole =
  (role: Role, put: (role: Draft<Role>, value: Estimate) => void) => (value: Estimate, label: string) =>
    editRole(role, label, (draft) => put(draft, value));
