import { useState } from 'react';
import { useDocument } from '@/document/document';
import { Panel } from '@/shared/components/panel';
import { Select } from '@/shared/components/select';
import { useOutcomes, withResults } from '../data/outcomes';
import { stepRows } from './flow-data';
import styles from './flow-tab.module.css';
import { FlowTable } from './flow-table';
import { StepFigure } from './step-figure';

/** How people move through the steps of one option, and what became of a step week by week. */
export function FlowTab() {
  const project = useDocument((document) => document.project);
  const shownOption = useDocument(({ optionId }) => optionId);
  const options = withResults(useOutcomes());
  const [wanted, setWanted] = useState<string | null>(null);
  const [wantedStep, setWantedStep] = useState<string | null>(null);
  const option = options.find(({ id }) => id === (wanted ?? shownOption)) ?? options[0];
  if (!project || !option) return null;
  const rows = stepRows(project, option);
  const step = rows.find(({ id }) => id === wantedStep) ?? longestQueue(rows);
  return (
    <div className={styles.flow}>
      {step && (
        <section className={styles.card}>
          <StepFigure project={project} stepId={step.id} stepName={step.name} options={options} />
        </section>
      )}
      <Panel
        title="Steps"
        subtitle="Medians, with the range of 9 in 10 simulated futures. Waits are of people who began at the step, in its queue alone. Choose a step to see it week by week."
        actions={
          <Select
            label="Option"
            layout="inline"
            value={option.id}
            options={options.map(({ id, name }) => ({ id, label: name }))}
            onChange={setWanted}
          />
        }
        isFlush
      >
        <FlowTable rows={rows} selectedId={step?.id ?? null} onSelect={setWantedStep} />
      </Panel>
    </div>
  );
}

/** Where most people wait: the step that is looked at first. */
function longestQueue(rows: ReturnType<typeof stepRows>) {
  return rows.toSorted((one, other) => (other.waiting.median ?? -1) - (one.waiting.median ?? -1))[0];
}
