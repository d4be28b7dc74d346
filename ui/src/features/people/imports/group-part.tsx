import type { ClientGroup, ReferralList } from '@/ipc/bindings';
import { Select } from '@/shared/components/select';
import { Switch } from '@/shared/components/switch';
import { formatPeople } from '@/shared/format';
import { type GroupChoices, type GroupTarget, unnamedPeople } from './group-choice';
import styles from './imports.module.css';

interface GroupPartProps {
  list: ReferralList;
  groups: readonly ClientGroup[];
  choices: GroupChoices;
  isKept: boolean;
  onKeep: (isKept: boolean) => void;
  onChange: (choices: GroupChoices) => void;
}

const makeNew = 'new client group';

/** Which client group the groups of a list become. */
export function GroupPart({ list, groups, choices, isKept, onKeep, onChange }: GroupPartProps) {
  const known = groups.map(({ id, name }) => ({ id, label: name || 'Group without a name' }));
  const unnamed = unnamedPeople(list);
  const put = (at: number, chosen: string) => {
    const target: GroupTarget = chosen === makeNew ? { kind: 'new' } : { kind: 'known', id: chosen };
    onChange({ ...choices, targets: choices.targets.with(at, target) });
  };
  return (
    <section className={styles.groups} aria-label="Client groups">
      <Switch isSelected={isKept} onChange={onKeep}>
        Keep who is of which client group
      </Switch>
      {isKept && (
        <ul className={styles.fields}>
          {list.groups.map(({ label, people }, at) => {
            const target = choices.targets[at];
            return (
              <li key={label}>
                <Select
                  label={`${label} (${formatPeople(people)})`}
                  value={target?.kind === 'known' ? target.id : makeNew}
                  options={[{ id: makeNew, label: `New: ${label}` }, ...known]}
                  onChange={(chosen) => put(at, chosen)}
                />
              </li>
            );
          })}
          {unnamed > 0 && (
            <li>
              <Select
                label={`No group named (${formatPeople(unnamed)})`}
                value={choices.unnamed}
                options={known}
                onChange={(id) => onChange({ ...choices, unnamed: id })}
              />
            </li>
          )}
        </ul>
      )}
    </section>
  );
}
