import { ListOrdered } from 'lucide-react';
import { Fragment, useState } from 'react';
import type { Shown } from '@/document/shown';
import type { Design, Project } from '@/ipc/bindings';
import { Button } from '@/shared/components/button';
import { classNames } from '@/shared/components/class-names';
import { DataTable, type TableColumn } from '@/shared/components/data-table';
import { EmptyState } from '@/shared/components/empty-state';
import { Panel } from '@/shared/components/panel';
import { formatDay, formatNumber } from '@/shared/format';
import { goTo } from '@/shared/navigation/navigation';
import { SectionPage } from '../parts/section-page';
import { NationalDialog } from './national/national-dialog';
import { StartPanel } from './start-panel';
import { canStart, longestWaited, peopleAtStart, peopleUnderWay, peopleWaiting, type StartableStep } from './starting';
import styles from './waiting.module.css';

/** Who is there when the simulation starts: every step at a glance, one of them open. */
export function WaitingSection({ shown: { project, design, option } }: { shown: Shown }) {
  const [wantedId, setWantedId] = useState<string | null>(null);
  const [isComparing, setComparing] = useState(false);
  const steps = design.steps.filter(canStart);
  const step =
    steps.find(({ id }) => id === wantedId) ??
    steps.find(({ work }) => peopleWaiting(work.start) > 0) ??
    steps.find(({ work }) => work.kind !== 'delay') ??
    steps[0];
  const compare = <Button onPress={() => setComparing(true)}>Compare with national figures…</Button>;
  const lead = `Who waits, and who is being seen, on the first day of “${design.name}”: ${formatDay(project.startDate)}.`;
  if (!step) {
    return (
      <SectionPage title="Waiting list now" lead={lead}>
        <EmptyState
          title="No step that people could wait for"
          icon={<ListOrdered />}
          actions={<Button onPress={() => goTo('pathway')}>Draw contacts, a group or places on Pathway</Button>}
        >
          Once the pathway has steps of care, here you enter today’s waiting list: by number, mean and longest wait, or
          from referral dates.
        </EmptyState>
      </SectionPage>
    );
  }
  return (
    <SectionPage title="Waiting list now" lead={lead} actions={compare}>
      <div className={styles.split}>
        <Panel headingLevel={3} isFlush title="Steps">
          <DataTable
            label="People at each step at the start"
            columns={columns}
            rows={steps}
            rowId={({ id }) => id}
            selectedId={step.id}
            onSelect={setWantedId}
          />
          <Totals project={project} design={design} />
        </Panel>
        <StartPanel key={`${design.id}/${step.id}`} project={project} design={design} step={step} />
      </div>
      {isComparing && (
        <NationalDialog {...{ project, design, optionId: option.id }} onClose={() => setComparing(false)} />
      )}
    </SectionPage>
  );
}

/** Everybody there at the start, beside the other designs: they are compared fairly when they begin with as many. */
function Totals({ project, design }: { project: Project; design: Design }) {
  const words = (one: Design) => {
    const { waiting, underWay } = peopleAtStart(one);
    return `${formatNumber(waiting, 0)} waiting, ${formatNumber(underWay, 0)} under way`;
  };
  const others = project.designs.filter(({ id }) => id !== design.id);
  return (
    <dl className={styles.totals}>
      <dt>Together</dt>
      <dd>{words(design)}</dd>
      {others.map((other) => (
        <Fragment key={other.id}>
          <dt>In “{other.name}”</dt>
          <dd className={classNames(words(other) !== words(design) && styles.differs)}>
            {words(other)}
            {words(other) !== words(design) && ': not as many as here'}
          </dd>
        </Fragment>
      ))}
    </dl>
  );
}

const people = (count: number) => (count > 0 ? formatNumber(count, 0) : '–');

const columns: readonly TableColumn<StartableStep>[] = [
  { id: 'name', label: 'Step', render: ({ name }) => <strong>{name || 'Step without a name'}</strong> },
  { id: 'waiting', label: 'Waiting', align: 'end', render: ({ work }) => people(peopleWaiting(work.start)) },
  {
    id: 'longest',
    label: 'Longest',
    align: 'end',
    render: ({ work }) => {
      const longest = longestWaited(work.start);
      return longest === null ? '–' : `${formatNumber(longest, 0)} weeks`;
    },
  },
  { id: 'underWay', label: 'Under way', align: 'end', render: ({ work }) => people(peopleUnderWay(work.start)) },
];
