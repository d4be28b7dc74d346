import type { Design } from '@/ipc/bindings';
import { DataTable, type TableColumn } from '@/shared/components/data-table';
import { formatNumber } from '@/shared/format';
import { useClock, useClockWeek } from './clock';
import { kept, type Playback, underWay, waiting } from './playback';

interface StepsTableProps {
  design: Pick<Design, 'steps'>;
  playback: Playback;
}

interface Row {
  id: string;
  name: string;
  waiting: number;
  underWay: number;
  kept: number;
  left: number;
}

/** Who is where at the watched moment, as numbers: what the picture shows, equal in what it says. */
export function StepsTable({ design, playback }: StepsTableProps) {
  const week = useClockWeek();
  playback.seek(useClock.getState().day, 0);
  const rows = design.steps.map(
    ({ id, name }, step): Row => ({
      id,
      name,
      waiting: playback.pile(step, waiting).length,
      underWay: playback.pile(step, underWay).length,
      kept: playback.pile(step, kept).length,
      left: playback.leftAt(step),
    }),
  );
  return (
    <DataTable label={`People at each step in week ${week}`} columns={columns} rows={rows} rowId={({ id }) => id} />
  );
}

const count = (id: Exclude<keyof Row, 'id' | 'name'>, label: string): TableColumn<Row> => ({
  id,
  label,
  align: 'end',
  sortBy: (row) => row[id],
  render: (row) => formatNumber(row[id], 0),
});

const columns: readonly TableColumn<Row>[] = [
  { id: 'name', label: 'Step', sortBy: ({ name }) => name, render: ({ name }) => name },
  count('waiting', 'Waiting'),
  count('underWay', 'Under way'),
  count('kept', 'Keeping a place'),
  count('left', 'Left here so far'),
];
