import { SlidersHorizontal } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { useDocument } from '@/document/document';
import { startRun, useRuns } from '@/document/runs';
import { useSettings } from '@/document/settings';
import { Button } from '@/shared/components/button';
import { EmptyState } from '@/shared/components/empty-state';
import { Notice } from '@/shared/components/notice';
import { formatCount } from '@/shared/format';
import { lastWeekOf } from '../data/figures';
import { type OptionOutcome, type OptionWithResults, useOutcomes, withResults } from '../data/outcomes';
import { sourceOf } from '../data/run-words';
import { useWeek } from '../results-view';
import { EffectFigure } from './effect-figure';
import { EffectPanel } from './effect-panel';
import { LeversPanel } from './levers-panel';
import { forgetKept, leave, turnTo, useWhatIf } from './what-if';
import styles from './what-if-tab.module.css';

/** Figures of one option moved while its waiting list and longest wait follow. */
export function WhatIfTab() {
  const outcomes = useOutcomes();
  const choices = useMemo(() => withResults(outcomes).filter(({ state }) => state === 'current'), [outcomes]);
  const shownId = useDocument(({ optionId }) => optionId);
  const subjectId = useWhatIf(({ subject }) => subject?.optionId ?? null);
  const [chosenId, choose] = useState<string | null>(null);
  const find = (id: string | null) => choices.find((option) => option.id === id);
  const option = find(chosenId) ?? find(subjectId) ?? find(shownId) ?? choices[0];
  return (
    <div className={styles.room}>
      {option ? (
        <WhatIfOf option={option} outcomes={outcomes} choices={choices} onChoose={choose} />
      ) : (
        <NothingToMove outcomes={outcomes} />
      )}
    </div>
  );
}

/** Sliders move results; without results of the service as it stands there are none. */
function NothingToMove({ outcomes }: { outcomes: readonly OptionOutcome[] }) {
  const isRunning = useRuns(({ underWay }) => underWay !== null);
  const isLoaded = useRuns((runs) => runs.isLoaded);
  if (!isLoaded) return null;
  const icon = <SlidersHorizontal />;
  if (isRunning) {
    return (
      <EmptyState title="Simulating" icon={icon}>
        <p>The sliders come with the results.</p>
      </EmptyState>
    );
  }
  const run = (
    <Button variant="primary" isDisabled={outcomes.length === 0} onPress={() => runOptions(outcomes)}>
      Run {formatCount(outcomes.length, 'option')}
    </Button>
  );
  return (
    <EmptyState title="Run an option first" icon={icon} actions={run}>
      <p>Sliders move the results of an option as the service stands now: run it, and its figures can be moved here.</p>
    </EmptyState>
  );
}

function runOptions(options: readonly { id: string }[]): void {
  const { settings } = useSettings.getState();
  const ids = options.map(({ id }) => id);
  if (settings) void startRun(ids, { replications: settings.replications, seed: settings.seed });
}

/** What was kept last, until it has been run: it is an option like any other now. */
function KeptNotice({ outcomes }: { outcomes: readonly OptionOutcome[] }) {
  const keptId = useWhatIf((whatIf) => whatIf.keptId);
  const isRunning = useRuns(({ underWay }) => underWay !== null);
  const kept = outcomes.find(({ id }) => id === keptId);
  if (!kept || kept.state === 'current' || isRunning) return null;
  const run = (
    <Button size="small" onPress={() => runOptions([kept])}>
      Run it
    </Button>
  );
  return (
    <Notice tone="success" title={`Kept as an option: ${kept.name}`} actions={run} onDismiss={forgetKept}>
      It stands with the others now. Run it to compare it with them.
    </Notice>
  );
}

interface WhatIfOfProps {
  outcomes: readonly OptionOutcome[];
  option: OptionWithResults;
  choices: readonly OptionWithResults[];
  onChoose: (optionId: string) => void;
}

function WhatIfOf({ option, outcomes, choices, onChoose }: WhatIfOfProps) {
  const project = useDocument((document) => document.project);
  const week = useWeek(useMemo(() => lastWeekOf([option]), [option]));
  useSubject(option);
  if (!project) return null;
  return (
    <div className={styles.whatIf}>
      <LeversPanel option={option} choices={choices} onChoose={onChoose} />
      <div className={styles.main}>
        <KeptNotice outcomes={outcomes} />
        <EffectPanel project={project} option={option} week={week} />
        <EffectFigure measure="longestWait" project={project} option={option} />
        <EffectFigure measure="waitingList" project={project} option={option} />
        <p className={styles.source}>{sourceOf(project, [option])}</p>
      </div>
    </div>
  );
}

/** Keeps the sliders to an option as the document stands, for as long as the room is open. */
function useSubject({ id: optionId, run }: OptionWithResults): void {
  const projectId = useDocument((document) => document.id);
  const revision = useDocument(({ state }) => state?.revision);
  const [seed, replications] = [run?.seed, run?.replications];
  // biome-ignore lint/correctness/useExhaustiveDependencies: another revision may have other figures to move
  useEffect(() => {
    if (projectId === null || seed === undefined || replications === undefined) return;
    void turnTo({ projectId, optionId, seed, replications });
  }, [projectId, optionId, seed, replications, revision]);
  useEffect(() => leave, []);
}
