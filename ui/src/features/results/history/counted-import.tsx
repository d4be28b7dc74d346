import { FileUp } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { DayOrderChoice } from '@/document/given/sheet-choice';
import type { ActualFigure, Actuals, CountedFigures, DayOrder } from '@/ipc/bindings';
import { client } from '@/ipc/client';
import { Button } from '@/shared/components/button';
import { DataTable, type TableColumn } from '@/shared/components/data-table';
import { Dialog } from '@/shared/components/dialog';
import { TextField } from '@/shared/components/text-field';
import { formatCount, formatDay, formatNumber } from '@/shared/format';
import { showError } from '@/shared/notices/notices';
import { countedMeasures } from './counted-series';
import styles from './on-track.module.css';

interface CountedImportProps {
  series: Actuals;
  onClose: () => void;
  onAccept: (figures: ActualFigure[]) => void;
}

/** Rest after a change of the text before it is read [ms]. */
const restMs = 250;

/** Reads counted figures from a pasted list or a file, and shows what is in it before anything is taken. */
export function CountedImport({ series, onClose, onAccept }: CountedImportProps) {
  const [text, setText] = useState('');
  const [dayOrder, setDayOrder] = useState<DayOrder | null>(null);
  const found = useCountedFigures(text, dayOrder);
  const give = (next: string) => {
    setDayOrder(null);
    setText(next);
  };
  const input = useRef<HTMLInputElement>(null);
  const { inSentence } = countedMeasures[series.measure];
  const count = found?.figures.length ?? 0;
  const footer = (
    <>
      <Button onPress={onClose}>Cancel</Button>
      <Button variant="primary" isDisabled={count === 0} onPress={() => found && onAccept(found.figures)}>
        {count > 0 ? `Use ${formatCount(count, 'figure')}` : 'Use these figures'}
      </Button>
    </>
  );
  return (
    <Dialog isOpen title={`Counted: ${series.name}`} width="wide" onClose={onClose} footer={footer}>
      <div className={styles.form}>
        <TextField
          label={`Paste a day and a figure on each line: ${inSentence} on that day`}
          lines={8}
          value={text}
          placeholder={'Date, figure\n06/01/2025, 1712\n03/02/2025, 1690'}
          onChange={give}
        />
        <div className={styles.buttons}>
          <Button size="small" icon={<FileUp />} onPress={() => input.current?.click()}>
            Choose a CSV file…
          </Button>
          <input
            ref={input}
            hidden
            type="file"
            accept=".csv,.tsv,.txt,text/csv,text/plain"
            aria-label="CSV file with counted figures"
            onChange={({ currentTarget }) => {
              const [file] = currentTarget.files ?? [];
              file?.text().then(give, showError);
              // The same file can be chosen again once it has been put right.
              currentTarget.value = '';
            }}
          />
        </div>
        {found && <DayOrderChoice dayOrder={found.dayOrder} isSure={found.isDayOrderSure} onChange={setDayOrder} />}
        {found && <Found found={found} />}
      </div>
    </Dialog>
  );
}

/** What a text holds, a moment after it was changed. */
function useCountedFigures(text: string, dayOrder: DayOrder | null): CountedFigures | null {
  const [read, setRead] = useState<{ text: string; found: CountedFigures } | null>(null);
  useEffect(() => {
    if (text.trim() === '') return;
    let isWanted = true;
    const timer = setTimeout(() => {
      client()
        .countedFiguresRead(text, dayOrder)
        .then((found) => isWanted && setRead({ text, found }), showError);
    }, restMs);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [text, dayOrder]);
  return read?.text === text ? read.found : null;
}

function Found({ found: { figures, refused, refusedLines } }: { found: CountedFigures }) {
  const days = figures.map(({ date }) => date).toSorted();
  const [first = '', last = ''] = [days[0], days.at(-1)];
  const read = formatCount(figures.length, 'figure was read', 'figures were read');
  const span = figures.length > 1 ? `, from ${formatDay(first)} to ${formatDay(last)}` : '';
  return (
    <>
      <p role="status">
        {read}
        {span}.
      </p>
      {refusedLines > 0 && (
        <section aria-label="Refused lines">
          <h3>{formatCount(refusedLines, 'line was refused', 'lines were refused')}</h3>
          <div className={styles.refused}>
            <DataTable
              label="Refused lines"
              columns={refusedColumns}
              rows={refused}
              rowId={({ line }) => String(line)}
            />
          </div>
        </section>
      )}
    </>
  );
}

const refusedColumns: readonly TableColumn<CountedFigures['refused'][number]>[] = [
  { id: 'line', label: 'Line', align: 'end', render: ({ line }) => formatNumber(line, 0) },
  { id: 'what', label: 'What is there', render: ({ what }) => what },
  { id: 'why', label: 'Why it was refused', render: ({ why }) => why },
];
