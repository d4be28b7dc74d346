import { type KeyboardEvent, useMemo } from 'react';
import { useAssessment } from '@/document/assessment';
import { select, useSelection } from '@/document/selection';
import type { Shown } from '@/document/shown';
import type { StepFlow } from '@/ipc/bindings';
import { DataTable, type TableColumn } from '@/shared/components/data-table';
import { formatSensible } from '@/shared/format/numbers';
import { inFlowOrder } from '../graph/flow-order';
import { lookOf } from '../graph/lanes';
import { LoadMeter } from '../load-meter';
import { focusPanel } from '../panel/focus-panel';
import tierStyles from '../tier.module.css';
import { kinds } from '../words/kinds';
import { worstAt } from '../words/step-problems';
import styles from './pathway-table.module.css';
import { rowsOf, type StepRow } from './step-rows';

/** The pathway as a table: a row for each step in the order in which people pass them; its fields are in the panel. */
export function PathwayTable({ shown: { project, design } }: { shown: Shown }) {
  const assessment = useAssessment((assessed) => assessed.assessment);
  const selected = useSelection(({ steps }) => steps);
  const rows = useMemo(
    () => rowsOf(inFlowOrder(design), design, project.tiers, assessment),
    [design, project.tiers, assessment],
  );
  const columns = useMemo(
    (): TableColumn<StepRow>[] => [
      {
        id: 'name',
        label: 'Step',
        sortBy: ({ step }) => step.name,
        render: (row) => <Name row={row} severity={worstAt(assessment, design.id, row.step.id)} />,
      },
      {
        id: 'kind',
        label: 'Kind',
        sortBy: ({ step }) => kinds[step.work.kind].label,
        render: ({ step }) => <span className={styles.whole}>{kinds[step.work.kind].label}</span>,
      },
      {
        id: 'tier',
        label: 'Tier',
        sortBy: ({ tierName }) => tierName,
        render: ({ step, tierName }) => (
          <span className={tierStyles.tier} data-tier={lookOf(project.tiers, step.tier)}>
            <span className={styles.tier}>{tierName}</span>
          </span>
        ),
      },
      { id: 'line', label: 'What happens', render: ({ line }) => line },
      {
        id: 'arriving',
        label: 'Arriving a week',
        align: 'end',
        sortBy: ({ flow }) => flow?.peoplePerWeek ?? null,
        render: ({ flow }) => arriving(flow),
      },
      {
        id: 'load',
        label: 'Load',
        sortBy: ({ flow }) => flow?.load?.loadPercent ?? null,
        render: ({ flow }) => flow?.load && <LoadMeter load={flow.load} />,
      },
      { id: 'next', label: 'Where people go next', render: ({ next }) => <Next next={next} /> },
    ],
    [assessment, design.id, project.tiers],
  );
  return (
    <div className={styles.room} onKeyDownCapture={openOnEnter}>
      <DataTable
        label={`Steps of ${design.name}`}
        columns={columns}
        rows={rows}
        rowId={({ step }) => step.id}
        selectedId={selected.length === 1 ? (selected[0] ?? null) : null}
        onSelect={(id) => select({ steps: [id] })}
        empty="No steps yet. Add one with the buttons above: referrals, contacts, and an outcome make a pathway."
      />
    </div>
  );
}

/** Enter on a row chooses it and goes on to its fields. */
function openOnEnter(event: KeyboardEvent): void {
  const row = event.target instanceof Element && event.target.matches('[role="row"]') ? event.target : null;
  const stepId = row?.getAttribute('data-key');
  if (event.key !== 'Enter' || !stepId) return;
  select({ steps: [stepId] });
  focusPanel();
}

const arriving = (flow: StepFlow | null) => (flow ? formatSensible(flow.peoplePerWeek) : '');

function Name({ row, severity }: { row: StepRow; severity: 'error' | 'warning' | null }) {
  const { Picture } = kinds[row.step.work.kind];
  return (
    <span className={styles.name}>
      <Picture aria-hidden="true" />
      {row.step.name}
      {severity && (
        <span className={styles.mark} data-severity={severity}>
          {severity === 'error' ? 'Problem' : 'Look at this'}
        </span>
      )}
    </span>
  );
}

function Next({ next }: { next: StepRow['next'] }) {
  return (
    <span className={styles.next}>
      {next.map(({ id, to, words }) => (
        <span key={id}>
          {to}
          {words && <span className={styles.share}> {words}</span>}
        </span>
      ))}
    </span>
  );
}
