import type { Draft } from 'immer';
import { type CSSProperties, type KeyboardEvent, useRef, useState } from 'react';
import { PlaceOf } from '@/document/fields/place';
import type { Role, Step } from '@/ipc/bindings';
import { editStep } from '../parts/step-edits';
import { type GridCell, moveCell } from './grid-cursor';
import { SkillCell, type SkillEdits } from './skill-cell';
import { preferRole, type SkillRow, setTime, toggleRole } from './skills';
import styles from './skills-grid.module.css';

export interface SkillsGridProps {
  rows: readonly SkillRow[];
  roles: readonly Role[];
  designId: string;
}

/**
 * Rows of work, columns of roles; each cell says whether the role can do the work, as which choice and how fast. One
 * cell at a time is in the tab order, and the arrow keys move it.
 */
export function SkillsGrid({ rows, roles, designId }: SkillsGridProps) {
  const table = useRef<HTMLTableElement>(null);
  const [cursor, setCursor] = useState<GridCell>({ row: 0, column: 0 });
  const size = { rows: rows.length, columns: roles.length };
  const at = { row: Math.min(cursor.row, size.rows - 1), column: Math.min(cursor.column, size.columns - 1) };

  const onKeyDown = (event: KeyboardEvent) => {
    const next = moveCell(at, event.key, size);
    if (!next || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    setCursor(next);
    table.current?.querySelector<HTMLElement>(`[data-cell="${next.row}-${next.column}"]`)?.focus();
  };

  if (rows.length === 0) return null;
  return (
    <div className={styles.room}>
      <table
        ref={table}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is a table whose cells are worked in
        role="grid"
        aria-label="Who can do what"
        className={styles.grid}
        style={{ '--roles': roles.length } as CSSProperties}
        onKeyDown={onKeyDown}
      >
        <thead>
          <tr>
            <th scope="col" className={styles.corner}>
              Step
            </th>
            {roles.map(({ id, name }) => (
              <th key={id} scope="col" className={styles.role}>
                {name || 'Role without a name'}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, rowAt) => (
            <PlaceOf key={row.id} path={`designs/${designId}/steps/${row.stepId}`}>
              <tr>
                <th scope="row" className={styles.step} data-tier={row.tier ?? undefined}>
                  {row.stepName || 'Step without a name'}
                  {row.needWords && <span className={styles.need}>{row.needWords}</span>}
                </th>
                {roles.map((role, columnAt) => (
                  <SkillCell
                    key={role.id}
                    row={row}
                    role={role}
                    cell={`${rowAt}-${columnAt}`}
                    isCurrent={rowAt === at.row && columnAt === at.column}
                    onEnter={() => setCursor({ row: rowAt, column: columnAt })}
                    edits={editsOf(row, role, designId)}
                  />
                ))}
              </tr>
            </PlaceOf>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function editsOf({ stepId, stepName, need, anyOf }: SkillRow, role: Role, designId: string): SkillEdits {
  const isOn = anyOf.some((skilled) => skilled.role === role.id);
  const change = (label: string, put: (step: Draft<Step>) => void) => editStep(label, [designId], stepId, put);
  return {
    toggle: () =>
      change(`${isOn ? 'No longer let' : 'Let'} ${role.name} do ${stepName}`, (step) =>
        toggleRole(step, need, role.id),
      ),
    prefer: (choice) =>
      change(`Change the order of roles at ${stepName}`, (step) => preferRole(step, need, role.id, choice)),
    setTime: (value, label) =>
      change(`${label}, ${role.name} at ${stepName}`, (step) => setTime(step, need, role.id, value)),
  };
}
