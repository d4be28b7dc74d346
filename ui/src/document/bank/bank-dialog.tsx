import { useMemo, useState } from 'react';
import type { BankEntry } from '@/ipc/bindings';
import { ConfirmDialog } from '@/shared/components/confirm-dialog';
import { Dialog } from '@/shared/components/dialog';
import { Segmented } from '@/shared/components/segmented';
import { formatCount } from '@/shared/format/numbers';
import { lowerFirst } from '@/shared/format/words';
import { useDocument } from '../document';
import styles from './bank.module.css';
import { BankDetail } from './bank-detail';
import { BankList } from './bank-list';
import { closeBank, useBank } from './bank-state';
import { bankValue, isFromMemory } from './bank-words';
import { useBankEntries } from './use-bank-entries';

type Range = 'fitting' | 'all';

const ranges = [
  { id: 'fitting', label: 'For this field' },
  { id: 'all', label: 'All figures' },
] as const;

/** The bank of cited figures: found by words, read with its source, put into a field as one edit. */
export function BankDialog() {
  const field = useBank((bank) => bank.field);
  const [words, setWords] = useState('');
  const [range, setRange] = useState<Range>(field ? 'fitting' : 'all');
  const [chosenId, setChosenId] = useState<string | null>(null);
  const band = useDocument(({ project }) => bandAt(field?.place, project?.roles ?? []));
  const fitting = useBankEntries({ words, place: field?.place ?? null, band });
  const all = useBankEntries({ words, place: null, band: null });
  const entries = field && range === 'fitting' ? fitting : all;
  const chosen = entries?.find(({ figure }) => figure.id === chosenId) ?? entries?.[0] ?? null;
  const fits = useMemo(
    () => fitting?.some(({ figure }) => figure.id === chosen?.figure.id) ?? false,
    [fitting, chosen],
  );
  const memory = useMemoryQuestion();
  return (
    <Dialog
      title={field ? `Figures for ${lowerFirst(field.label)}` : 'Figure bank'}
      isOpen
      onClose={closeBank}
      width="wide"
    >
      <div className={styles.head}>
        <p className={styles.lead}>Cited figures go in with their source, so that a panel can ask and be answered.</p>
        {field && <Segmented label="Which figures" value={range} options={ranges} onChange={setRange} />}
      </div>
      <div className={styles.room}>
        <BankList
          words={words}
          onWords={setWords}
          entries={entries}
          chosenId={chosen?.figure.id ?? null}
          onChoose={setChosenId}
        />
        {chosen && (
          <BankDetail
            entry={chosen}
            field={field}
            fits={fits}
            onInsert={(insert) => (isFromMemory(chosen.figure) ? memory.ask(chosen, insert) : insert())}
          />
        )}
      </div>
      <p className={styles.count} role="status">
        {entries && formatCount(entries.length, 'figure')}
      </p>
      {memory.dialog}
    </Dialog>
  );
}

/** The band of the role that a place belongs to. */
function bandAt(place: string | undefined, roles: readonly { id: string; band: string | null }[]): string | null {
  const id = /^roles\/([^/]+)\//.exec(place ?? '')?.[1];
  return roles.find((role) => role.id === id)?.band ?? null;
}

/** Asks before a figure that nobody has looked up goes into the document. */
function useMemoryQuestion() {
  const [asked, setAsked] = useState<{ entry: BankEntry; insert: () => void } | null>(null);
  const dialog = asked && (
    <ConfirmDialog
      title="Put in a figure from memory?"
      isOpen
      confirmLabel="Put it in, marked as from memory"
      cancelLabel="Leave it"
      onCancel={() => setAsked(null)}
      onConfirm={() => {
        setAsked(null);
        asked.insert();
      }}
    >
      “{asked.entry.figure.words}”, {bankValue(asked.entry.figure)}, was remembered and not looked up. A panel will ask
      for its source. It goes in with the label “From memory”, and the document warns of it until somebody looks it up
      or replaces it.
    </ConfirmDialog>
  );
  return { dialog, ask: (entry: BankEntry, insert: () => void) => setAsked({ entry, insert }) };
}
