import { Play } from 'lucide-react';
import { useId, useState } from 'react';
import { chooseOption, useLeftOut } from '@/document/chosen-options';
import { useDocument } from '@/document/document';
import { LookFor } from '@/document/guide/look-for';
import { type RunChoices, startRun, stopRun, useRuns } from '@/document/runs';
import { putSettings, useSettings } from '@/document/settings';
import type { ResultState } from '@/ipc/bindings';
import { Button } from '@/shared/components/button';
import { Checkbox } from '@/shared/components/checkbox';
import { classNames } from '@/shared/components/class-names';
import { Disclosure } from '@/shared/components/disclosure';
import { NumberField } from '@/shared/components/number-field';
import { Panel } from '@/shared/components/panel';
import { Progress } from '@/shared/components/progress';
import { TextField } from '@/shared/components/text-field';
import { formatCount, formatNumber } from '@/shared/format';
import { type OptionOutcome, useOutcomes } from './data/outcomes';
import { earlierRunWords, lastRunWords } from './data/run-words';
import { OptionName } from './parts/option-sample';
import styles from './run-panel.module.css';
import { seedProblem } from './seed';
import { WarmUpPart } from './warm-up-part';

/** Which options are compared, and how they are simulated. */
export function RunPanel() {
  const outcomes = useOutcomes();
  return (
    <div className={styles.panels}>
      <Panel title="Options" subtitle="The marked ones are simulated and compared.">
        <OptionList outcomes={outcomes} />
      </Panel>
      <Panel title="Simulate">
        <RunForm outcomes={outcomes} />
      </Panel>
      <LookFor />
    </div>
  );
}

function OptionList({ outcomes }: { outcomes: readonly OptionOutcome[] }) {
  const options = useDocument(({ project }) => project?.options);
  const leftOut = useLeftOut();
  const isRunning = useRuns(({ underWay }) => underWay !== null);
  return (
    <ul className={styles.options}>
      {options?.map(({ id, name }, place) => {
        const state = outcomes.find((outcome) => outcome.id === id)?.state;
        return (
          <li key={id}>
            <Checkbox isSelected={!leftOut.includes(id)} onChange={(isChosen) => chooseOption(id, isChosen)}>
              <OptionName name={name} colourIndex={place} />
            </Checkbox>
            {state && state !== 'current' && !isRunning && <StateWords state={state} />}
          </li>
        );
      })}
    </ul>
  );
}

function StateWords({ state }: { state: Exclude<ResultState, 'current'> }) {
  return <p className={classNames(styles.state, styles[state])}>{stateWords[state]}</p>;
}

const stateWords: Record<Exclude<ResultState, 'current'>, string> = {
  none: 'not simulated yet',
  outOfDate: 'changed since it was simulated',
};

/** Fewest and most simulated futures of an option. Below the least there is no band to speak of; the most is the program's. */
const [fewest, most] = [10, 100_000];

function RunForm({ outcomes }: { outcomes: readonly OptionOutcome[] }) {
  const settings = useSettings((chosen) => chosen.settings);
  const isRunning = useRuns(({ underWay }) => underWay !== null);
  if (!settings) return null;
  const { replications, seed } = settings;
  return (
    <div className={styles.form}>
      <NumberField
        label="Simulated futures of each option"
        value={replications}
        min={fewest}
        max={most}
        step={100}
        decimals={0}
        isDisabled={isRunning}
        onCommit={(value) => putSettings({ replications: value })}
      />
      <Disclosure title="More" summary={`seed ${seed}`}>
        <SeedField seed={seed} isDisabled={isRunning} />
      </Disclosure>
      {outcomes[0] && <WarmUpPart option={outcomes[0]} />}
      {isRunning ? <Running /> : <RunButton outcomes={outcomes} choices={{ replications, seed }} />}
      <LastRunLine outcomes={outcomes} />
    </div>
  );
}

function SeedField({ seed, isDisabled }: { seed: string; isDisabled: boolean }) {
  const [problem, setProblem] = useState<string | null>(null);
  const commit = (text: string) => {
    const found = seedProblem(text);
    setProblem(found);
    return found === null ? putSettings({ seed: text.trim() }) : false;
  };
  return (
    <TextField
      label="Seed of the random numbers"
      description="A whole number. The same seed gives the same figures again; another one shows how much is chance."
      value={seed}
      error={problem}
      isDisabled={isDisabled}
      onCommit={commit}
    />
  );
}

function RunButton({ outcomes, choices }: { outcomes: readonly OptionOutcome[]; choices: RunChoices }) {
  const whyId = useId();
  const hasNone = outcomes.length === 0;
  return (
    <>
      <Button
        variant="primary"
        trailing={<Play fill="currentColor" />}
        isDisabled={hasNone}
        aria-describedby={hasNone ? whyId : undefined}
        onPress={() =>
          void startRun(
            outcomes.map(({ id }) => id),
            choices,
          )
        }
      >
        {hasNone ? 'Run' : `Run ${formatCount(outcomes.length, 'option')}`}
      </Button>
      {hasNone && (
        <p id={whyId} className={styles.line}>
          Mark an option above to simulate it.
        </p>
      )}
    </>
  );
}

function Running() {
  const underWay = useRuns((runs) => runs.underWay);
  if (!underWay) return null;
  const { finished, asked, isStopping } = underWay;
  return (
    <Progress
      label={isStopping ? 'Stopping' : 'Simulating'}
      share={finished / asked}
      words={`${formatNumber(finished, 0)} of ${formatNumber(asked, 0)}`}
      onCancel={stopRun}
    />
  );
}

function LastRunLine({ outcomes }: { outcomes: readonly OptionOutcome[] }) {
  const lastRun = useRuns((runs) => runs.lastRun);
  const isRunning = useRuns(({ underWay }) => underWay !== null);
  if (isRunning) return null;
  const runs = outcomes.flatMap(({ run }) => (run ? [run] : []));
  const words = lastRun ? lastRunWords(lastRun) : earlierRunWords(runs, new Date());
  return words && <p className={styles.line}>{words}</p>;
}
