import { Plus, Search } from 'lucide-react';
import { useMemo } from 'react';
import { Autocomplete, useFilter } from 'react-aria-components/Autocomplete';
import { Collection, Header, ListBox, ListBoxItem, ListBoxSection, Text } from 'react-aria-components/ListBox';
import { Input, SearchField } from 'react-aria-components/SearchField';
import type { Lever, LeverKind } from '@/ipc/bindings';
import { Button } from '@/shared/components/button';
import list from '@/shared/components/list.module.css';
import { Popover } from '@/shared/components/popover';
import styles from './add-lever.module.css';
import { pickLever } from './what-if';
import { valueWords } from './what-if-words';

/** Finds another figure of the option to move, by typing a part of its name. */
export function AddLever({ levers, shown }: { levers: readonly Lever[]; shown: readonly Lever[] }) {
  const rest = useMemo(() => levers.filter((lever) => !shown.includes(lever)), [levers, shown]);
  if (rest.length === 0) return null;
  const trigger = (
    <Button size="small" icon={<Plus />}>
      Move another figure
    </Button>
  );
  return (
    <Popover label="Figures that can be moved" trigger={trigger}>
      {({ close }) => <Finder levers={rest} onDone={close} />}
    </Popover>
  );
}

const kindNames: Record<Exclude<LeverKind, 'posts' | 'referrals'>, string> = {
  share: 'Shares',
  time: 'Times',
  capacity: 'Places, seats and slots',
};

function Finder({ levers, onDone }: { levers: readonly Lever[]; onDone: () => void }) {
  const { contains } = useFilter({ sensitivity: 'base' });
  const sections = (Object.keys(kindNames) as (keyof typeof kindNames)[])
    .map((kind) => ({ id: kind, name: kindNames[kind], levers: levers.filter((lever) => lever.kind === kind) }))
    .filter((section) => section.levers.length > 0);
  return (
    <div className={styles.finder}>
      <Autocomplete filter={contains}>
        <SearchField aria-label="Find a figure" autoFocus className={styles.search}>
          <Search className={styles.glass} aria-hidden="true" />
          <Input className={styles.input} placeholder="Find a figure: a step, travel, missed" />
        </SearchField>
        <ListBox
          aria-label="Figures"
          className={styles.found}
          items={sections}
          selectionMode="single"
          onSelectionChange={(keys) => {
            const [id] = keys === 'all' ? [] : keys;
            if (id !== undefined) pickLever(String(id), true);
            onDone();
          }}
          renderEmptyState={() => <p className={styles.none}>No figure is called that. Try another word.</p>}
        >
          {(section) => (
            <ListBoxSection id={section.id}>
              <Header className={list.heading}>{section.name}</Header>
              <Collection items={section.levers}>
                {(lever) => (
                  <ListBoxItem id={lever.id} textValue={lever.name} className={list.item}>
                    <Text slot="label">{lever.name}</Text>
                    <Text slot="description" className={styles.value}>
                      {valueWords(lever, lever.base)}
                    </Text>
                  </ListBoxItem>
                )}
              </Collection>
            </ListBoxSection>
          )}
        </ListBox>
      </Autocomplete>
    </div>
  );
}
