import { Search } from 'lucide-react';
import { useMemo } from 'react';
import { Autocomplete } from 'react-aria-components/Autocomplete';
import { Dialog as AriaDialog } from 'react-aria-components/Dialog';
import { Collection, Header, Keyboard, Menu, MenuItem, MenuSection, Text } from 'react-aria-components/Menu';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { Input, SearchField } from 'react-aria-components/SearchField';
import { type Action, allActions, useActionTable } from '@/shared/actions/actions';
import { shownKeys } from '@/shared/actions/keys';
import list from '@/shared/components/list.module.css';
import { findActionId } from './actions';
import styles from './command-list.module.css';
import { matchesSearch } from './command-search';

/** Finds anything that can be done or gone to, by typing a part of its name. */
export function CommandList({ onClose }: { onClose: () => void }) {
  return (
    <ModalOverlay className={styles.scrim} isDismissable isOpen onOpenChange={(open) => !open && onClose()}>
      <Modal className={styles.modal}>
        <AriaDialog className={styles.dialog} aria-label="Find an action or a step">
          <Finder onClose={onClose} />
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

function Finder({ onClose }: { onClose: () => void }) {
  const table = useActionTable();
  const sections = useMemo(() => inSections(allActions(table)), [table]);
  const choose = (action: Action) => {
    onClose();
    // The room closes and gives the focus back first: what is chosen may want to move it.
    requestAnimationFrame(action.run);
  };
  return (
    <Autocomplete filter={matchesSearch}>
      <SearchField aria-label="Find" autoFocus className={styles.search}>
        <Search className={styles.glass} aria-hidden="true" />
        <Input className={styles.input} placeholder="Find an action or a step" />
      </SearchField>
      <Menu
        aria-label="Found"
        className={styles.found}
        items={sections}
        renderEmptyState={() => <p className={styles.none}>Nothing is called that. Try another word.</p>}
      >
        {(section) => (
          <MenuSection id={section.name}>
            <Header className={list.heading}>{section.name}</Header>
            <Collection items={section.actions}>
              {(action) => (
                <MenuItem
                  id={action.id}
                  className={list.item}
                  textValue={`${action.label} ${action.searchWords ?? ''}`}
                  onAction={() => choose(action)}
                >
                  <Text slot="label">{action.label}</Text>
                  {action.keys?.[0] && <Keyboard className={list.keys}>{shownKeys(action.keys[0])}</Keyboard>}
                </MenuItem>
              )}
            </Collection>
          </MenuSection>
        )}
      </Menu>
    </Autocomplete>
  );
}

interface Section {
  id: string;
  name: string;
  actions: Action[];
}

/** What can be done now, under its headings, in the order in which the headings came. The finder leaves itself out. */
function inSections(actions: readonly Action[]): Section[] {
  const sections = new Map<string, Action[]>();
  for (const action of actions) {
    if (action.enabled === false || action.id === findActionId) continue;
    sections.set(action.section, [...(sections.get(action.section) ?? []), action]);
  }
  return [...sections].map(([name, members]) => ({ id: name, name, actions: members }));
}
