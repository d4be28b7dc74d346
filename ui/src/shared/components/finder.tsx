import { Search } from 'lucide-react';
import { Autocomplete, useFilter } from 'react-aria-components/Autocomplete';
import { Collection, Header, ListBox, ListBoxItem, ListBoxSection, Text } from 'react-aria-components/ListBox';
import { Input, SearchField } from 'react-aria-components/SearchField';
import styles from './finder.module.css';
import list from './list.module.css';

/** Something that can be found. */
export interface Findable {
  id: string;
  name: string;
  /** Stands at its right: what it is now. */
  value: string;
}

export interface FinderSection {
  id: string;
  name: string;
  items: readonly Findable[];
}

export interface FinderProps {
  /** What may be typed: "Find a figure: a step, travel, missed". */
  placeholder: string;
  sections: readonly FinderSection[];
  /** What is looked for, one and several: "figure", "Figures". */
  what?: readonly [string, string];
  onPick: (id: string) => void;
}

/** Finds one of many by typing a part of its name; stands in a popover. */
export function Finder({ placeholder, sections, what = ['figure', 'Figures'], onPick }: FinderProps) {
  const { contains } = useFilter({ sensitivity: 'base' });
  return (
    <div className={styles.finder}>
      <Autocomplete filter={contains}>
        <SearchField aria-label={`Find a ${what[0]}`} autoFocus className={styles.search}>
          <Search className={styles.glass} aria-hidden="true" />
          <Input className={styles.input} placeholder={placeholder} />
        </SearchField>
        <ListBox
          aria-label={what[1]}
          className={styles.found}
          items={sections}
          selectionMode="single"
          onSelectionChange={(keys) => {
            const [id] = keys === 'all' ? [] : keys;
            if (id !== undefined) onPick(String(id));
          }}
          renderEmptyState={() => <p className={styles.none}>No {what[0]} is called that. Try another word.</p>}
        >
          {(section) => (
            <ListBoxSection id={section.id}>
              <Header className={list.heading}>{section.name}</Header>
              <Collection items={section.items}>
                {(item) => (
                  <ListBoxItem id={item.id} textValue={item.name} className={list.item}>
                    <Text slot="label">{item.name}</Text>
                    <Text slot="description" className={styles.value}>
                      {item.value}
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
