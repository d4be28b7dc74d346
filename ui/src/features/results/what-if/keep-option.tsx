import { useState } from 'react';
import { useDocument } from '@/document/document';
import { Button } from '@/shared/components/button';
import { Dialog } from '@/shared/components/dialog';
import { TextField } from '@/shared/components/text-field';
import { announce } from '@/shared/notices/announcements';
import type { OptionOutcome } from '../data/outcomes';
import { keepAsOption, useWhatIf } from './what-if';
import styles from './what-if-tab.module.css';
import { movesWords, optionName } from './what-if-words';

/** Makes an ordinary option of what is moved. */
export function KeepOption({ option }: { option: OptionOutcome }) {
  const [isOpen, setOpen] = useState(false);
  const hasMoved = useWhatIf(({ moves }) => moves.length > 0);
  return (
    <>
      <Button variant="primary" isDisabled={!hasMoved} onPress={() => setOpen(true)}>
        Keep this as an option
      </Button>
      {isOpen && <NameIt option={option} onClose={() => setOpen(false)} />}
    </>
  );
}

/** Longest name that still reads well in a list. Chosen. */
const longestName = 120;

function NameIt({ option, onClose }: { option: OptionOutcome; onClose: () => void }) {
  const { levers, moves } = useWhatIf();
  const [name, setName] = useState(() => optionName(option.name, levers, moves).slice(0, longestName));
  const options = useDocument(({ project }) => project?.options);
  const wanted = name.trim();
  const isTaken = options?.some((one) => one.name.toLowerCase() === wanted.toLowerCase());
  const problem = isTaken ? 'Another option is called that' : null;
  const keep = async () => {
    if (wanted === '' || problem !== null) return;
    onClose();
    await keepAsOption(wanted);
    announce(`Kept as an option: ${wanted}`);
  };
  const footer = (
    <>
      <Button onPress={onClose}>Cancel</Button>
      <Button variant="primary" isDisabled={wanted === '' || problem !== null} onPress={() => void keep()}>
        Keep as an option
      </Button>
    </>
  );
  return (
    <Dialog title="Keep this as an option" isOpen onClose={onClose} footer={footer}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void keep();
        }}
      >
        <p>
          {option.name} with {movesWords(levers, moves)}. It shares the design and the staffing of {option.name}: only
          these figures are its own. Undo takes it back.
        </p>
        <TextField label="Name" value={name} onChange={setName} error={problem} maxLength={longestName} autoFocus />
      </form>
    </Dialog>
  );
}
