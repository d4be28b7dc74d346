import { Ellipsis, Pencil, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { edit } from '@/document/document';
import { OptionChoice, showOptionAlone } from '@/document/option-choice';
import type { Shown } from '@/document/shown';
import { Button } from '@/shared/components/button';
import { ConfirmDialog } from '@/shared/components/confirm-dialog';
import { IconButton } from '@/shared/components/icon-button';
import { Menu } from '@/shared/components/menu';
import { copyOption, removeOption, renameOption } from './edits/options';
import { NameDialog } from './name-dialog';
import styles from './option-switcher.module.css';

type Asking = 'name of a new option' | 'another name' | 'whether to delete' | null;

/** The option whose pathway is shown, the way to another one, and to a new one. */
export function OptionSwitcher({ shown: { project, option } }: { shown: Shown }) {
  const [asking, setAsking] = useState<Asking>(null);
  const done = () => setAsking(null);
  return (
    <div className={styles.switcher}>
      <OptionChoice project={project} optionId={option.id} />
      <Menu
        label="This option"
        trigger={<IconButton size="small" label="More about this option" icon={<Ellipsis />} />}
        choices={[
          {
            id: 'copy',
            label: 'New option from this one…',
            icon: <Plus />,
            onAction: () => setAsking('name of a new option'),
          },
          { id: 'rename', label: 'Rename…', icon: <Pencil />, onAction: () => setAsking('another name') },
          null,
          {
            id: 'delete',
            label: 'Delete…',
            icon: <Trash2 />,
            tone: 'danger',
            isDisabled: project.options.length < 2,
            onAction: () => setAsking('whether to delete'),
          },
        ]}
      />
      {asking === 'name of a new option' && (
        <NameDialog
          title="New option"
          words={`It begins as a copy of ${option.name}, with a pathway of its own to change.`}
          name={`${option.name}, changed`}
          confirmLabel="Make it"
          onName={(name) => addOption(option.id, name)}
          onClose={done}
        />
      )}
      {asking === 'another name' && (
        <NameDialog
          title={`Rename ${option.name}`}
          name={option.name}
          confirmLabel="Rename"
          onName={(name) => edit(`Rename the option to ${name}`, (draft) => renameOption(draft, option.id, name))}
          onClose={done}
        />
      )}
      <ConfirmDialog
        title={`Delete ${option.name}?`}
        isOpen={asking === 'whether to delete'}
        confirmLabel="Delete"
        tone="danger"
        onCancel={done}
        onConfirm={() => {
          deleteOption(project.options, option);
          done();
        }}
      >
        The option goes, and its pathway too unless another option uses it. Undo brings both back.
      </ConfirmDialog>
    </div>
  );
}

type Options = Shown['project']['options'];

function addOption(from: string, name: string): void {
  let added: string | null = null;
  edit(`Add the option ${name}`, (draft) => {
    added = copyOption(draft, from, name);
  });
  if (added) showOptionAlone(added);
}

function deleteOption(options: Options, { id, name }: Shown['option']): void {
  const at = options.findIndex((one) => one.id === id);
  const next = options[at === 0 ? 1 : at - 1];
  edit(`Delete the option ${name}`, (draft) => removeOption(draft, id));
  if (next) showOptionAlone(next.id);
}

/** The first option of a document that has none. */
export function FirstOption() {
  const add = () =>
    edit('Add the option As it is', (draft) => {
      if (draft.designs.length === 0)
        draft.designs.push({ id: 'as-it-is', name: 'As it is', description: '', steps: [], links: [] });
      const design = draft.designs[0]?.id ?? 'as-it-is';
      draft.options.push({
        id: 'as-it-is',
        name: 'As it is',
        description: '',
        design,
        mix: draft.mixes[0]?.id ?? null,
        changes: [],
      });
    });
  return (
    <Button variant="primary" onPress={add}>
      Draw the pathway as it is
    </Button>
  );
}
