import { ChartNoAxesGantt } from 'lucide-react';
import { useDocument } from '@/document/document';
import { useSettings } from '@/document/settings';
import type { Project } from '@/ipc/bindings';
import { Button } from '@/shared/components/button';
import { Disclosure } from '@/shared/components/disclosure';
import { EmptyState } from '@/shared/components/empty-state';
import { NumberField } from '@/shared/components/number-field';
import { Panel } from '@/shared/components/panel';
import { Progress } from '@/shared/components/progress';
import { Select } from '@/shared/components/select';
import { formatNumber } from '@/shared/format';
import { AskingRoom } from '../parts/asking-room';
import { WeekSlider } from '../parts/week-slider';
import { goalFigure, goalFigures } from '../posts/goal-figures';
import { askAbout, chooseWeek, useAskedOption, useWeek } from '../results-view';
import { DriversAnswer } from './drivers-answer';
import { putDriversDraft, useDriversDraft } from './drivers-draft';
import { driversQuestions } from './drivers-question';
import styles from './drivers-tab.module.css';

/** Which figures drive the answer: one at a time, and all at once. */
export function DriversTab() {
  const project = useDocument((document) => document.project);
  const projectId = useDocument((document) => document.id);
  const optionId = useAskedOption();
  if (!project || projectId === null) return null;
  if (optionId === null) return <NoOption />;
  return (
    <AskingRoom question={<Question {...{ project, projectId, optionId }} />}>
      <Answer {...{ project, optionId }} />
    </AskingRoom>
  );
}

interface QuestionProps {
  project: Project;
  projectId: string;
  optionId: string;
}

const figures = goalFigures.map(({ id, label }) => ({ id, label }));

function Question({ project, projectId, optionId }: QuestionProps) {
  const lastWeek = project.horizonWeeks + project.warmUpWeeks;
  const week = useWeek(lastWeek);
  const draft = useDriversDraft();
  const seed = useSettings(({ settings }) => settings?.seed ?? '1');
  const isUnderWay = driversQuestions.use((state) => state.isUnderWay);
  const ask = () => void driversQuestions.ask({ projectId, optionId, week, seed, ...draft });
  return (
    <Panel title="What drives it?" subtitle="Which figures the answer hangs on, and which hardly matter.">
      <div className={styles.form}>
        <Select
          label="In the option"
          value={optionId}
          options={project.options.map(({ id, name }) => ({ id, label: name }))}
          onChange={askAbout}
        />
        <Select
          label="What is to be explained"
          value={draft.figure}
          options={figures}
          onChange={(figure) => putDriversDraft({ figure })}
        />
        {goalFigure(draft.figure)?.isWeekly && (
          <WeekSlider
            label="At the end of"
            week={week}
            lastWeek={lastWeek}
            startDate={project.startDate}
            onChange={chooseWeek}
          />
        )}
        <Disclosure title="How far, how thorough" summary={`±${formatNumber(draft.usualPercent)}%`}>
          <div className={styles.form}>
            <NumberField
              label="Figures without a range go down and up by"
              value={draft.usualPercent}
              unit=" %"
              min={1}
              max={90}
              step={5}
              decimals={1}
              onCommit={(usualPercent) => putDriversDraft({ usualPercent })}
            />
            <NumberField
              label="Simulated futures in all"
              description="More tell smaller effects from none, and take longer."
              value={draft.budget}
              min={1_000}
              max={100_000}
              step={1_000}
              decimals={0}
              onCommit={(budget) => putDriversDraft({ budget })}
            />
          </div>
        </Disclosure>
        {isUnderWay ? (
          <Looking />
        ) : (
          <Button variant="primary" onPress={ask}>
            Find what drives it
          </Button>
        )}
      </div>
    </Panel>
  );
}

function Looking() {
  const { isStopping, progress } = driversQuestions.use();
  const words = progress && `${formatNumber(progress.done, 0)} of ${formatNumber(progress.of, 0)} futures`;
  return (
    <Progress
      label={isStopping ? 'Stopping' : 'Trying one figure after another'}
      share={progress ? progress.done / Math.max(progress.of, 1) : null}
      {...(words ? { words } : {})}
      onCancel={driversQuestions.stop}
    />
  );
}

function Answer({ project, optionId }: { project: Project; optionId: string }) {
  const { answer, answered, seconds, isUnderWay, ending } = driversQuestions.use();
  const version = useDocument((document) => document.version);
  if (answer && answered) {
    const isStale = answered.request.optionId !== optionId || answered.version !== version;
    return <DriversAnswer {...{ project, seconds, isStale }} reply={answer} request={answered.request} />;
  }
  if (isUnderWay)
    return <p className={styles.waiting}>The answer appears here. Stop keeps what has been found by then.</p>;
  return (
    <EmptyState
      title={ending === 'stopped' ? 'Stopped before anything could be said' : 'What does the answer hang on?'}
      icon={<ChartNoAxesGantt />}
    >
      <p>
        Every figure of the option is moved from its low to its high value while the others stay as they are, on the
        same simulated futures; a figure without a range goes up and down by a tenth. What moves the answer most comes
        first: those are the figures to be surest of. Where figures have ranges, Pathloom also says how much of the
        width of the bands each explains.
      </p>
    </EmptyState>
  );
}

function NoOption() {
  return (
    <EmptyState title="There is no option yet" icon={<ChartNoAxesGantt />}>
      Here the figures are found that the answer hangs on. Add an option first: a design with a staffing.
    </EmptyState>
  );
}
