import { Search } from 'lucide-react';
import { type KeyboardEvent, useRef } from 'react';
import { Collection, Header, ListBox, ListBoxItem, ListBoxSection, Text } from 'react-aria-components/ListBox';
import { Input, SearchField } from 'react-aria-components/SearchField';
import type { BankEntry } from '@/ipc/bindings';
import list from '@/shared/components/list.module.css';
import { Tag } from '@/shared/components/tag';
import { evidenceLabels } from '../fields/evidence-words';
import styles from './bank.module.css';
import { aboutWords, bankValue, inSections, isFromMemory } from './bank-words';

interface BankListProps {
  words: string;
  onWords: (words: string) => void;
  /** None before the first answer. */
  entries: readonly BankEntry[] | null;
  chosenId: string | null;
  onChoose: (id: string) => void;
}

/** The figures found, under their topics. Arrow down goes from the words to the list, whose arrow keys choose. */
export function BankList({ words, onWords, entries, chosenId, onChoose }: BankListProps) {
  const found = useRef<HTMLDivElement>(null);
  const toList = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown') return;
    event.preventDefault();
    found.current?.focus();
  };
  return (
    <div className={styles.finder}>
      <SearchField aria-label="Find a figure" autoFocus className={styles.search} value={words} onChange={onWords}>
        <Search className={styles.glass} aria-hidden="true" />
        <Input className={styles.input} placeholder="vacant London, GP appointment, band 6" onKeyDown={toList} />
      </SearchField>
      <ListBox
        ref={found}
        aria-label="Figures found"
        className={styles.found}
        items={inSections(entries ?? [])}
        selectionMode="single"
        selectionBehavior="replace"
        disallowEmptySelection
        selectedKeys={chosenId === null ? [] : [chosenId]}
        onSelectionChange={(keys) => {
          const [id] = keys === 'all' ? [] : keys;
          if (id !== undefined) onChoose(String(id));
        }}
        renderEmptyState={() => entries && <p className={styles.none}>No figure has all of these words. Try fewer.</p>}
      >
        {(section) => (
          <ListBoxSection id={section.id}>
            <Header className={list.heading}>{section.name}</Header>
            <Collection items={section.entries.map((entry) => ({ id: entry.figure.id, entry }))}>
              {({ entry }) => <Row entry={entry} />}
            </Collection>
          </ListBoxSection>
        )}
      </ListBox>
    </div>
  );
}

/** Figures of one topic often share their words: where and when tells them apart, to the eye and to the ear. */
function Row({ entry: { figure } }: { entry: BankEntry }) {
  const about = aboutWords(figure);
  const { label } = evidenceLabels[figure.label];
  return (
    <ListBoxItem id={figure.id} textValue={`${figure.words} ${about}`} className={styles.item}>
      <Text slot="label" className={styles.row}>
        <span className={styles.words}>{figure.words}</span> <span className={styles.value}>{bankValue(figure)}</span>{' '}
        <span className={styles.about}>
          {about && <span className={styles.which}>{about}</span>}{' '}
          {isFromMemory(figure) ? <Tag tone="warning">{label}</Tag> : <span>{label}</span>}
        </span>
      </Text>
    </ListBoxItem>
  );
}
