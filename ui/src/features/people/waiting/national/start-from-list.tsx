import { useState } from 'react';
import type { Design, Project } from '@/ipc/bindings';
import { client } from '@/ipc/client';
import { Button } from '@/shared/components/button';
import { Disclosure } from '@/shared/components/disclosure';
import { NumberField } from '@/shared/components/number-field';
import { Select } from '@/shared/components/select';
import { formatMonth, formatPeople } from '@/shared/format';
import { showError } from '@/shared/notices/notices';
import { Remark } from '../../parts/section-page';
import { SharedNote, useSharedStep } from '../../parts/shared-step';
import { editStep } from '../../parts/step-edits';
import { canHaveList, canStart, longestWaited, peopleWaiting, type StartableStep, setList } from '../starting';
import styles from './national.module.css';
import { type BandedList, startingBands } from './national-shares';

interface StartFromListProps {
  project: Project;
  design: Design;
  list: BandedList;
  month: string | null;
  onTaken: () => void;
}

/** Takes a published list over as the list of a step, where the service has none of its own. */
export function StartFromList(props: StartFromListProps) {
  const steps = props.design.steps.filter(canStart).filter(canHaveList);
  const [wantedId, setWantedId] = useState<string | null>(null);
  const step =
    steps.find(({ id }) => id === wantedId) ?? steps.find(({ work }) => peopleWaiting(work.start) > 0) ?? steps[0];
  const people = startingBands(props.list).reduce((sum, one) => sum + one, 0);
  if (!step || people === 0) return null;
  const options = steps.map(({ id, name }) => ({ id, label: name || 'Step without a name' }));
  return (
    <div className={styles.start}>
      <Disclosure title="Start the simulation from this list">
        <Remark>
          Where this service’s own list is not to be had. The published figures say how many wait in each band, not who:
          their weeks are spread evenly over each band. It takes the place of the list that the step has now, in one
          edit.
        </Remark>
        <div className={styles.choices}>
          <Select label="Step they wait for" value={step.id} options={options} onChange={setWantedId} />
        </div>
        <TakeOver key={step.id} {...props} step={step} people={people} />
      </Disclosure>
    </div>
  );
}

/** The longest wait where the published figures do not say it [weeks]: chosen, to be replaced. */
const assumedLongestWeeks = 130;

function TakeOver({
  project,
  design,
  step,
  list,
  people,
  month,
  onTaken,
}: StartFromListProps & { step: StartableStep; people: number }) {
  const shared = useSharedStep(project, design, step, ({ work }) => ('start' in work ? work.start : null));
  const own = longestWaited(step.work.start);
  const [longest, setLongest] = useState(own !== null && own > 104 ? Math.round(own) : assumedLongestWeeks);
  const bands = startingBands(list);
  const isOpen = (bands.at(-1) ?? 0) > 0;
  const take = () => {
    const when = month ? `, ${formatMonth(month)}` : '';
    const label = `Take over ${formatPeople(people)} of the national figures (${list.name}${when})`;
    client()
      .nationalAges(bands, longest)
      .then((ages) => {
        const weeks = ages.filter((age) => age !== null);
        editStep(label, shared.designIds, step.id, (draft) => setList(draft, { kind: 'ages', weeks, groups: [] }));
        onTaken();
      }, showError);
  };
  return (
    <div className={styles.take}>
      {isOpen && (
        <NumberField
          label="Longest wait, which the figures do not say"
          value={longest}
          unit=" weeks"
          min={53}
          max={1000}
          onCommit={setLongest}
        />
      )}
      <SharedNote shared={{ ...shared, other: [] }} what="The people here at the start" onCopy={() => undefined} />
      <Button onPress={take}>Use these {formatPeople(people)}</Button>
    </div>
  );
}
