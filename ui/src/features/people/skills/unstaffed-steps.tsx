import type { Role, Step } from '@/ipc/bindings';
import { Button } from '@/shared/components/button';
import { Menu } from '@/shared/components/menu';
import { editStep } from '../parts/step-edits';
import { addNeed } from './skills';
import styles from './skills-grid.module.css';

/** Steps of contacts or groups that name nobody, each with a way to give it a first member of staff. */
export function UnstaffedSteps(props: { steps: readonly Step[]; roles: readonly Role[]; designId: string }) {
  const { steps, roles, designId } = props;
  if (steps.length === 0) return null;
  return (
    <ul className={styles.unstaffed}>
      {steps.map(({ id, name }) => (
        <li key={id}>
          <span>
            <strong>{name}</strong> needs nobody yet.
          </span>
          <Menu
            label={`Who does ${name}`}
            trigger={
              <Button size="small" aria-label={`Say who does ${name}`}>
                Say who does it
              </Button>
            }
            choices={roles.map((role) => ({
              id: role.id,
              label: role.name,
              onAction: () => editStep(`Let ${role.name} do ${name}`, [designId], id, (step) => addNeed(step, role.id)),
            }))}
          />
        </li>
      ))}
    </ul>
  );
}
