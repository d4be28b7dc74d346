import { likelyOf } from '@/document/estimate';
import type { Project, Target, TargetResult } from '@/ipc/bindings';
import { Panel } from '@/shared/components/panel';
import { Tag, type TagTone } from '@/shared/components/tag';
import { formatSimulatedFutures } from '@/shared/format';
import { isOutOfDate, type OptionOutcome } from '../data/outcomes';
import { type TargetState, targetResultWords, targetState, targetWords } from '../findings/target-words';
import { OptionName } from '../parts/option-sample';
import styles from './targets-panel.module.css';

interface TargetsPanelProps {
  project: Project;
  outcomes: readonly OptionOutcome[];
}

/** How likely each target is met under each option, and from when on. */
export function TargetsPanel({ project, outcomes }: TargetsPanelProps) {
  const subtitle = isOutOfDate(outcomes) ? 'As they were when the options were simulated' : undefined;
  return (
    <Panel title="Targets" subtitle={subtitle}>
      <ul className={styles.targets}>
        {project.targets.map((target) => (
          <li key={target.id}>
            <OneTarget target={target} startDate={project.startDate} outcomes={outcomes} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function OneTarget(props: { target: Target; startDate: string; outcomes: readonly OptionOutcome[] }) {
  const { target, startDate, outcomes } = props;
  const wanted = formatSimulatedFutures(likelyOf(target.probabilityPercent) / 100);
  return (
    <>
      <h3>{target.name}</h3>
      <p className={styles.asked}>
        Wanted: {targetWords(target)} by week {target.byWeek}, {wanted.replace(/^in /, 'in at least ')}.
      </p>
      <ul className={styles.answers}>
        {outcomes.map((outcome) => {
          const result = outcome.results?.targets.find(({ id }) => id === target.id);
          if (!result) return null;
          return (
            <li key={outcome.id} className={styles.answer}>
              <Answer outcome={outcome} result={result} startDate={startDate} />
            </li>
          );
        })}
      </ul>
    </>
  );
}

const states: Record<TargetState, { tone: TagTone; word: string }> = {
  met: { tone: 'success', word: 'meets it' },
  missed: { tone: 'danger', word: 'falls short' },
  unknown: { tone: 'plain', word: 'not known' },
};

function Answer(props: { outcome: OptionOutcome; result: TargetResult; startDate: string }) {
  const { outcome, result, startDate } = props;
  const { tone, word } = states[targetState(result)];
  return (
    <>
      <span className={styles.option}>
        <OptionName name={outcome.name} colourIndex={outcome.colourIndex} isShort />
        <Tag tone={tone}>{word}</Tag>
      </span>
      <p className={styles.words}>{targetResultWords(result, startDate)}</p>
    </>
  );
}
