import { useState } from 'react';
import type { Cause, Design } from '@/ipc/bindings';
import { Button } from '@/shared/components/button';
import { Dialog } from '@/shared/components/dialog';
import { Select } from '@/shared/components/select';
import { mayLink } from './edits/ways-on';
import styles from './name-dialog.module.css';
import { connectSteps } from './pathway-commands';
import { usePathway } from './pathway-state';
import { causesFrom } from './words/causes';
import { kinds } from './words/kinds';

/** Draws a link from a step without a pointer: choose where it leads, and when people take it. */
export function ConnectDialog({ design }: { design: Design }) {
  const fromId = usePathway(({ connecting }) => connecting);
  const from = design.steps.find(({ id }) => id === fromId);
  const [to, setTo] = useState<string | null>(null);
  const [kind, setKind] = useState<Cause['kind']>('completed');
  if (!from) return null;
  const close = () => {
    usePathway.setState({ connecting: null });
    setTo(null);
    setKind('completed');
  };
  const targets = design.steps
    .filter((step) => mayLink(from, step))
    .map(({ id, name, work }) => ({ id, label: name, description: kinds[work.kind].label }));
  const footer = (
    <>
      <Button onPress={close}>Cancel</Button>
      <Button
        variant="primary"
        isDisabled={to === null}
        onPress={() => {
          if (to) connectSteps(from.id, to, kind);
          close();
        }}
      >
        Link
      </Button>
    </>
  );
  return (
    <Dialog title={`Where do people go after ${from.name}?`} isOpen onClose={close} footer={footer}>
      <div className={styles.form}>
        <Select label="To" value={to} options={targets} onChange={setTo} placeholder="Choose a step" />
        <Select label="When" value={kind} options={causesFrom(from.work.kind)} onChange={setKind} />
      </div>
    </Dialog>
  );
}
