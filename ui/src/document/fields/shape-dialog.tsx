import { useCallback, useState } from 'react';
import type { Distribution, GivenList, MeasuredColumn, ShapeFit, ShapeFits } from '@/ipc/bindings';
import { client } from '@/ipc/client';
import { Button } from '@/shared/components/button';
import { DataTable, type TableColumn } from '@/shared/components/data-table';
import { Dialog } from '@/shared/components/dialog';
import { Disclosure } from '@/shared/components/disclosure';
import { Notice } from '@/shared/components/notice';
import { Select } from '@/shared/components/select';
import { Tag } from '@/shared/components/tag';
import { formatCount, formatNumber, formatPercent } from '@/shared/format';
import { lowerFirst } from '@/shared/format/words';
import { GivenEntry } from '../given/given-entry';
import { SheetChoice } from '../given/sheet-choice';
import { afresh, useGiven } from '../given/use-given';
import styles from './shape-dialog.module.css';
import { ShapePictures } from './shape-pictures';
import { columnWords, figuresWords, orderWords, shapeName, standings, takenLabel } from './shape-words';

interface ShapeDialogProps {
  /** What was measured: "Time with the person". */
  label: string;
  /** As it follows a number, with its space: ` min`. */
  unit: string;
  onClose: () => void;
  onAccept: (distribution: Distribution, label: string) => void;
}

interface Choices {
  sheet: number | null;
  column: number | null;
}

const unchosen: Choices = { sheet: null, column: null };

/** Reads a column of own measurements, shows which shapes fit it, and hands over the one that is chosen. */
export function ShapeDialog({ label, unit, onClose, onAccept }: ShapeDialogProps) {
  const [choices, setChoices] = useState(unchosen);
  const what = lowerFirst(label);
  const read = useCallback(
    (given: GivenList) => client().shapeFit(given, { ...choices, what, unit: unit.trim() }),
    [choices, what, unit],
  );
  const reading = afresh(useGiven(read), () => setChoices(unchosen));
  const { found } = reading;
  const fits = found?.fits ?? null;
  const [chosen, setChosen] = useState<string | null>(null);
  const fit = fits?.fits.find(({ name }) => name === chosen) ?? fits?.fits[0] ?? null;
  const accept = () => fits && fit && onAccept(fit.distribution, takenLabel(what, fits));
  const footer = (
    <>
      <Button onPress={onClose}>Cancel</Button>
      <Button variant="primary" isDisabled={!fit} onPress={accept}>
        {fit ? `Use the ${fit.name} shape` : 'Use a shape'}
      </Button>
    </>
  );
  return (
    <Dialog isOpen title={`${label}: fit a shape to own measurements`} width="wide" onClose={onClose} footer={footer}>
      <p className={styles.lead}>
        One number to a line{unit && `, in ${unit.trim()}`}: as many as you have, twenty at least. Say how they were
        collected in the source of the figures afterwards.
      </p>
      <GivenEntry
        reading={reading}
        label={`Paste the column${unit && `, in ${unit.trim()}`}`}
        placeholder={'45\n60\n30\n…'}
        privacy="Only the figures of the shape are kept, not the values. Columns that tell who somebody is cannot be chosen."
      />
      {reading.isReading && <p className={styles.lead}>Reading…</p>}
      {found && <ColumnRead column={found.column} onChoose={setChoices} />}
      {found?.problem && found.column.column !== null && (
        <Notice tone="warning" title="No shape can be told from this column">
          {found.problem}.
        </Notice>
      )}
      {fits && fit && <Shapes {...{ fits, fit, label, unit }} onChoose={setChosen} />}
    </Dialog>
  );
}

interface ColumnReadProps {
  column: MeasuredColumn;
  onChoose: (choices: Choices) => void;
}

/** What was read, before anything is made of it. */
function ColumnRead({ column, onChoose }: ColumnReadProps) {
  const { sheets, sheet, columns, refused, refusedLines } = column;
  return (
    <>
      <div className={styles.choices}>
        <SheetChoice sheets={sheets} sheet={sheet} onChange={(next) => onChoose({ sheet: next, column: null })} />
        {columns.length > 1 && (
          <Select
            label="Column"
            value={String(column.column)}
            options={columns.map(({ number, heading }) => ({
              id: String(number),
              label: heading ?? `Column ${number}`,
            }))}
            onChange={(next) => onChoose({ sheet, column: Number(next) })}
          />
        )}
      </div>
      <div className={styles.found}>
        <p className={styles.sum} role="status">
          {columnWords(column)}
        </p>
        {column.notes.map((note) => (
          <p key={note} className={styles.notes}>
            {note}
          </p>
        ))}
        {refused.length > 0 && (
          <Disclosure
            title={formatCount(refusedLines, 'line was refused', 'lines were refused')}
            defaultExpanded={refused.length <= 5}
          >
            <div className={styles.refused}>
              <DataTable
                label="Refused lines"
                columns={refusedColumns}
                rows={refused}
                rowId={({ line }) => String(line)}
              />
            </div>
          </Disclosure>
        )}
      </div>
    </>
  );
}

const refusedColumns: readonly TableColumn<MeasuredColumn['refused'][number]>[] = [
  { id: 'line', label: 'Line', align: 'end', render: ({ line }) => formatNumber(line, 0) },
  { id: 'what', label: 'What is there', render: ({ what }) => what },
  { id: 'why', label: 'Why it was refused', render: ({ why }) => why },
];

interface ShapesProps {
  fits: ShapeFits;
  fit: ShapeFit;
  label: string;
  unit: string;
  onChoose: (name: string) => void;
}

/** The shapes in their order, one of them chosen and drawn. */
function Shapes({ fits, fit, label, unit, onChoose }: ShapesProps) {
  return (
    <div className={styles.found}>
      <ul className={styles.findings}>
        {fits.findings.map((finding) => (
          <li key={finding}>{finding}</li>
        ))}
      </ul>
      <DataTable
        label="Shapes, the best first"
        columns={shapeColumns(unit)}
        rows={fits.fits}
        rowId={({ name }) => name}
        selectedId={fit.name}
        onSelect={onChoose}
      />
      <ShapePictures {...{ fits, fit, label, unit }} />
      <p className={styles.notes}>{fits.method}</p>
    </div>
  );
}

const shapeColumns = (unit: string): TableColumn<ShapeFit>[] => [
  { id: 'name', label: 'Shape', render: shapeName },
  {
    id: 'figures',
    label: 'Its figures',
    render: (fit) => <span className={styles.unbroken}>{figuresWords(fit, unit)}</span>,
  },
  { id: 'order', label: 'Order (AICc)', render: (fit) => <span className={styles.unbroken}>{orderWords(fit)}</span> },
  {
    id: 'standing',
    label: 'Fit',
    render: ({ standing }) => (
      <span className={styles.unbroken}>
        <Tag tone={standings[standing].tone}>{standings[standing].label}</Tag>
      </span>
    ),
  },
  {
    id: 'chance',
    label: 'Samples as far off',
    align: 'end',
    render: ({ chance }) => (chance < 0.01 ? 'under 1%' : formatPercent(chance)),
  },
  {
    id: 'gap',
    label: 'Largest gap',
    align: 'end',
    render: ({ largestGapPercent }) => `${formatNumber(largestGapPercent, 1)}%`,
  },
];
