import { Plus, X } from 'lucide-react';
import { usePlace, useProblemAt } from '@/document/fields/place';
import type { Role, SkilledRole } from '@/ipc/bindings';
import { Button } from '@/shared/components/button';
import { IconButton } from '@/shared/components/icon-button';
import { Menu } from '@/shared/components/menu';
import { Select } from '@/shared/components/select';
import { goTo } from '@/shared/navigation/navigation';
import styles from './panel.module.css';
import type { PartProps } from './part';

/** The roles that will do for one professional, the preferred one first: "[OT band 6] or [OT band 7] or add a role". */
export function StaffChoice({ part: anyOf, at, put, roles }: PartProps<SkilledRole[]> & { roles: readonly Role[] }) {
  const path = usePlace(at);
  const problem = useProblemAt(at);
  const left = roles.filter(({ id }) => anyOf.every(({ role }) => role !== id));
  const nameOf = (wanted: string) => roles.find(({ id }) => id === wanted)?.name ?? wanted;
  const add = (role: string) => put([...anyOf, { role, timePercent: 100 }], `Add ${nameOf(role)}`, at);
  return (
    <span className={styles.choice} data-place={path}>
      {anyOf.map((skilled, index) => (
        <span key={skilled.role} className={styles.pair}>
          {index > 0 && ' or '}
          <Select
            layout="inline"
            label={index === 0 ? 'Role that is preferred' : `Role that will do, choice ${index + 1}`}
            value={skilled.role}
            options={roles
              .filter(({ id }) => id === skilled.role || left.some((role) => role.id === id))
              .map(({ id, name }) => ({ id, label: name }))}
            onChange={(role) => put(anyOf.with(index, { ...skilled, role }), `Change to ${nameOf(role)}`, at)}
          />
          <IconButton
            size="small"
            label={`Without ${nameOf(skilled.role)}`}
            icon={<X />}
            onPress={() => put(anyOf.toSpliced(index, 1), `Remove ${nameOf(skilled.role)}`, at)}
          />
        </span>
      ))}
      <Menu
        label="Roles"
        trigger={
          <Button size="small" variant="quiet" icon={<Plus />}>
            {anyOf.length > 0 ? 'or another role' : 'add a role'}
          </Button>
        }
        choices={[
          ...left.map(({ id, name }) => ({ id, label: name, onAction: () => add(id) })),
          ...(left.length > 0 ? [null] : []),
          { id: 'people', label: 'New roles, in People and demand', onAction: () => goTo('people') },
        ]}
      />
      {problem && <span className={styles.problem}>{problem}</span>}
    </span>
  );
}
