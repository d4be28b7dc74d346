import { Plus, X } from 'lucide-react';
import type { ClientGroup } from '@/ipc/bindings';
import { Button } from '@/shared/components/button';
import { IconButton } from '@/shared/components/icon-button';
import { TextField } from '@/shared/components/text-field';
import type { ChangeGroup } from './group-row';
import styles from './groups.module.css';

/** The labels of a group, each what it is about and what it says: deprivation, most deprived fifth. */
export function GroupLabels({ group, change }: { group: ClientGroup; change: ChangeGroup }) {
  const entries = Object.entries(group.labels);
  const put = (label: string, next: readonly (readonly [string, string])[]) =>
    change(label, (draft) => {
      draft.labels = Object.fromEntries(next);
    });
  const replace = (index: number, entry: readonly [string, string]) =>
    put(
      'Change a label',
      entries.map((one, at) => (at === index ? entry : one)),
    );
  return (
    <ul className={styles.labels}>
      {entries.map(([key, value], index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a label that is renamed keeps the keyboard, which a new element would lose
        <li key={index} className={styles.label}>
          <TextField
            label={`What label ${index + 1} of ${group.name} is about`}
            hideLabel
            value={key}
            onCommit={(next) => {
              const named = next.trim();
              // Two labels of one name would be one.
              if (named === '' || (named !== key && named in group.labels)) return false;
              return replace(index, [named, value]);
            }}
          />
          <TextField
            label={`${key} of ${group.name}`}
            hideLabel
            value={value}
            placeholder="most deprived fifth"
            onCommit={(next) => replace(index, [key, next.trim()])}
          />
          <IconButton
            size="small"
            label={`Remove the label ${key} of ${group.name}`}
            icon={<X />}
            onPress={() =>
              put(
                'Remove a label',
                entries.filter((_, at) => at !== index),
              )
            }
          />
        </li>
      ))}
      <li>
        <Button
          size="small"
          variant="quiet"
          icon={<Plus />}
          aria-label={`Add a label to ${group.name}`}
          onPress={() => put('Add a label', [...entries, [freeKey(group.labels), '']])}
        >
          Add a label
        </Button>
      </li>
    </ul>
  );
}

/** A label name that is not taken: the usual one first. */
function freeKey(labels: ClientGroup['labels']): string {
  for (let number = 1; ; number += 1) {
    const key = number === 1 ? 'deprivation' : `label ${number}`;
    if (!(key in labels)) return key;
  }
}
