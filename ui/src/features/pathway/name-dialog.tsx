import { useState } from 'react';
import { Button } from '@/shared/components/button';
import { Dialog } from '@/shared/components/dialog';
import { TextField } from '@/shared/components/text-field';
import styles from './name-dialog.module.css';

/** Asks for a name. */
export interface NameDialogProps {
  title: string;
  /** What will be called so. */
  words?: string;
  name: string;
  confirmLabel: string;
  onName: (name: string) => void;
  onClose: () => void;
}

/** Longest name that still reads well in a list. Chosen. */
const longest = 80;

export function NameDialog({ title, words, name, confirmLabel, onName, onClose }: NameDialogProps) {
  const [typed, setTyped] = useState(name);
  const wanted = typed.trim();
  const finish = () => {
    if (!wanted) return;
    onName(wanted);
    onClose();
  };
  const footer = (
    <>
      <Button onPress={onClose}>Cancel</Button>
      <Button variant="primary" isDisabled={!wanted} onPress={finish}>
        {confirmLabel}
      </Button>
    </>
  );
  return (
    <Dialog title={title} isOpen onClose={onClose} footer={footer}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          finish();
        }}
      >
        {words && <p>{words}</p>}
        <TextField label="Name" value={typed} onChange={setTyped} maxLength={longest} autoFocus />
      </form>
    </Dialog>
  );
}
