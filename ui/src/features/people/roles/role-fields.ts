import type { Draft } from 'immer';
import { edit } from '@/document/document';
import type { Estimate, Role } from '@/ipc/bindings';
import { set } from '../parts/set';

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

/** The figures that stand in a role itself. */
type RoleFigure = 'costPoundsPerYear' | 'hoursPerWeek' | 'clinicalPercent';

/** A handler of a figure of a role. */
export const figureOfRole = (role: Role, field: RoleFigure) => (value: Estimate, label: string) =>
  editRole(role, label, set(field, value));
