import type { Spread } from '@/shared/charts/chart-data';
import { DataTable, type TableColumn } from '@/shared/components/data-table';
import { formatSensible } from '@/shared/format';
import type { StepRow } from './flow-data';
import styles from './flow-tab.module.css';

interface FlowTableProps {
  rows: readonly StepRow[];
  selectedId: string | null;
  onSelect: (id: string) => void;
}

/** A row for each step; choosing one shows it week by week. */
export function FlowTable({ rows, selectedId, onSelect }: FlowTableProps) {
  return (
    <DataTable
      label="Steps, over the weeks counted"
      columns={columns}
      rows={rows}
      rowId={({ id }) => id}
      selectedId={selectedId}
      onSelect={onSelect}
      empty="No step of this option holds people."
    />
  );
}

type Measured = Exclude<keyof StepRow, 'id' | 'name'>;

const figures: readonly [Measured, string][] = [
  ['began', 'Began, a week'],
  ['finished', 'Finished, a week'],
  ['waiting', 'Waiting, on average'],
  ['waitMean', 'Average wait, weeks'],
  ['wait92', '92% within, weeks'],
  ['underWay', 'Under way, on average'],
  ['missed', 'Missed, a week'],
  ['leftUnseen', 'Left unseen, a week'],
];

const columns: readonly TableColumn<StepRow>[] = [
  { id: 'name', label: 'Step', render: ({ name }) => <span className={styles.step}>{name}</span> },
  ...figures.map(
    ([id, label]): TableColumn<StepRow> => ({
      id,
      label,
      align: 'end',
      sortBy: (row) => row[id].median,
      render: (row) => <Figure spread={row[id]} />,
    }),
  ),
];

function Figure({ spread: { median, p5, p95 } }: { spread: Spread }) {
  // What a step of this kind does not have is left empty: it is not unknown.
  if (median === null) return <span className={styles.none}>–</span>;
  const isCertain = p5 === p95;
  return (
    <>
      <span className={styles.cell}>{formatSensible(median)}</span>
      <span className={styles.range}>{isCertain ? 'always' : `${formatSensible(p5)} to ${formatSensible(p95)}`}</span>
    </>
  );
}
