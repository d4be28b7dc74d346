import { useState } from 'react';
import type { CaseView, RegisterEntry } from '@/ipc/bindings';
import { DataTable, type TableColumn } from '@/shared/components/data-table';
import { Panel } from '@/shared/components/panel';
import { Select } from '@/shared/components/select';
import { formatCount } from '@/shared/format';
import styles from './business-case-screen.module.css';

const every = 'Every kind';

const columns: readonly TableColumn<RegisterEntry>[] = [
  { id: 'words', label: 'Figure', sortBy: ({ words }) => words, render: (entry) => <Name entry={entry} /> },
  { id: 'value', label: 'Value', align: 'end', render: (entry) => <Value entry={entry} /> },
  {
    id: 'kind',
    label: 'Kind',
    sortBy: ({ kind }) => kind,
    render: ({ kind }) => <span className={styles.word}>{kind}</span>,
  },
  { id: 'source', label: 'Source', sortBy: ({ source }) => source, render: ({ source }) => source },
  { id: 'reason', label: 'Why this figure', render: (entry) => <Reason entry={entry} /> },
];

/** The assumption register: every figure that an option uses, with where it comes from. */
export function AssumptionsTab({ view: { register } }: { view: CaseView }) {
  const [kind, setKind] = useState(every);
  const kinds = [...new Set(register.map((entry) => entry.kind))].toSorted();
  const shown = kind === every ? register : register.filter((entry) => entry.kind === kind);
  const choices = [every, ...kinds].map((one) => ({ id: one, label: one }));
  return (
    <Panel
      isFlush
      title="Assumption register"
      subtitle={`${formatCount(shown.length, 'figure')}. A figure’s evidence is written beside the figure itself, on Pathway and on People and demand.`}
      actions={<Select label="Kind of evidence" hideLabel value={kind} options={choices} onChange={setKind} />}
    >
      <DataTable
        label="Assumption register"
        columns={columns}
        rows={shown}
        rowId={({ place }) => place}
        empty="No figure of this kind."
      />
    </Panel>
  );
}

function Name({ entry: { words, belongsTo } }: { entry: RegisterEntry }) {
  return (
    <span className={styles.name}>
      {words}
      {belongsTo !== '' && <span className={styles.quiet}>{belongsTo}</span>}
    </span>
  );
}

function Value({ entry: { value, range } }: { entry: RegisterEntry }) {
  return (
    <span className={styles.word}>
      {value}
      {range !== '' && <span className={styles.quiet}>{range}</span>}
    </span>
  );
}

/** Why this figure, who answers for it, and how sure they are. */
function Reason({ entry: { reason, owner, confidence } }: { entry: RegisterEntry }) {
  const sure = confidence === '' ? [] : [`${confidence.toLowerCase()} confidence`];
  const who = owner === '' ? sure : [owner, ...sure];
  return (
    <>
      {reason}
      {who.length > 0 && <span className={styles.quiet}>{who.join(', ')}</span>}
    </>
  );
}
