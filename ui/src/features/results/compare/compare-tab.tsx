import { Scale } from 'lucide-react';
import { type ReactNode, useMemo } from 'react';
import { edit, useDocument } from '@/document/document';
import type { Project } from '@/ipc/bindings';
import { Button } from '@/shared/components/button';
import { EmptyState } from '@/shared/components/empty-state';
import { Notice } from '@/shared/components/notice';
import { Select } from '@/shared/components/select';
import { sourceOf } from '../data/run-words';
import { Again } from '../parts/again';
import { NotSimulated } from '../parts/not-simulated';
import { WeekSlider } from '../parts/week-slider';
import { chooseWeek, useWeek } from '../results-view';
import { StarPanel } from '../star/star-panel';
import { ChancesPanel } from './chances-panel';
import { comparisons } from './compare-questions';
import styles from './compare-tab.module.css';
import { chooseBase, useFigureName } from './compare-view';
import { addCounterfactual, counterfactualOf } from './counterfactual';
import { DifferenceFigure } from './difference-figure';
import { DiffersPanel } from './differs-panel';
import { FiguresPanel } from './figures-panel';
import type { Shown } from './shown';
import { SurePanel } from './sure-panel';
import { TargetsFigure } from './targets-figure';
import { type Compared, notSimulated, useComparison } from './use-comparison';

/** Options held against a base, on the same simulated futures. */
export function CompareTab() {
  const project = useDocument((document) => document.project);
  // Only runs of the service as it stands are compared, so the last week is its own.
  const lastWeek = (project?.horizonWeeks ?? 0) + (project?.warmUpWeeks ?? 0);
  const week = useWeek(lastWeek);
  const compared = useComparison(week);
  if (!project) return null;
  return (
    <div className={styles.compare}>
      <Controls {...{ project, compared, week, lastWeek }} />
      <CounterfactualNotice project={project} />
      <Body {...{ project, compared }} />
      <StarPanel project={project} baseId={compared.baseId} />
    </div>
  );
}

interface ControlsProps {
  project: Project;
  compared: Compared;
  week: number;
  lastWeek: number;
}

/** Against which option, and at the end of which week. */
function Controls({ project, compared, week, lastWeek }: ControlsProps) {
  const choices = project.options.map(({ id, name }) => ({ id, label: name }));
  return (
    <div className={styles.controls}>
      <Select label="Held against" value={compared.baseId} options={choices} onChange={chooseBase} />
      <div className={styles.week}>
        <WeekSlider
          label="At the end of"
          week={week}
          lastWeek={lastWeek}
          startDate={project.startDate}
          onChange={chooseWeek}
        />
      </div>
      <p className={styles.how}>
        Every option meets the same referrals with the same needs, so a difference is much surer than the bands suggest.
      </p>
    </div>
  );
}

/** A panel asks what happens if nothing changes: says so where no option is that. */
function CounterfactualNotice({ project }: { project: Project }) {
  const [first] = project.options;
  if (!first || counterfactualOf(project.options)) return null;
  const add = () => edit('Add a “Do nothing” option', (draft) => void addCounterfactual(draft));
  return (
    <Notice
      title="No option is called “Do nothing”"
      actions={
        <Button size="small" onPress={add}>
          Add “Do nothing”
        </Button>
      }
    >
      A panel will ask what happens if nothing changes. Pathloom can add that option: the design and the staffing of{' '}
      {first.name} as they are, without its changed figures. Where today’s service is drawn as another design, choose
      that for it on the People screen.
    </Notice>
  );
}

function Body({ project, compared }: { project: Project; compared: Compared }) {
  const shown = useShownComparison(project, compared);
  const { isUnderWay } = compared;
  const progress = comparisons.use((state) => state.progress);
  const missing = notSimulated(compared.wanted);
  if (compared.wanted.length < 2) return <OnlyOne />;
  return (
    <>
      {missing.length > 0 && <NotSimulated missing={missing} wanted={compared.wanted} before="compared" />}
      {isUnderWay && progress !== null && <Again progress={progress} onCancel={comparisons.stop} />}
      {shown ? <Parts shown={shown} project={project} /> : missing.length === 0 && <Waiting {...compared} />}
    </>
  );
}

function useShownComparison(project: Project, { answer, options, isStale }: Compared): Shown | null {
  const { startDate } = project;
  return useMemo(() => {
    const base = answer && options[answer.comparison.base];
    return answer && base ? { answer, options, base, isStale, startDate } : null;
  }, [answer, options, isStale, startDate]);
}

function Parts({ shown, project }: { shown: Shown; project: Project }) {
  const name = useFigureName();
  const { figures } = shown.answer.comparison;
  const figure = figures.find((one) => one.name === name) ?? figures[0];
  if (!figure) return null;
  const source = sourceOf(
    project,
    shown.answer.runs.map((run) => ({ run })),
  );
  return (
    <>
      <DifferenceFigure shown={shown} figure={figure} />
      <FiguresPanel shown={shown} />
      <div className={styles.halves}>
        <ChancesPanel shown={shown} figure={figure} />
        <SurePanel shown={shown} figure={figure} source={source} />
      </div>
      <TargetsFigure shown={shown} />
      <DiffersPanel shown={shown} />
    </>
  );
}

function OnlyOne() {
  return (
    <EmptyState title="One option has nothing to be compared with" icon={<Scale />}>
      <p>
        Mark another option at the left, or add one on the People screen: another design, another staffing, or the same
        with single figures changed. Each is then held against a base on the same simulated futures.
      </p>
    </EmptyState>
  );
}

/** Before the first comparison is there: a moment, unless somebody stopped it or it cannot be made. */
function Waiting({ ending, askAgain }: Pick<Compared, 'ending' | 'askAgain'>): ReactNode {
  if (!askAgain) return <p className={styles.waiting}>Comparing the options…</p>;
  return (
    <EmptyState
      title={ending === 'stopped' ? 'The comparison was stopped' : 'The options could not be compared'}
      icon={<Scale />}
      actions={
        <Button variant="primary" onPress={askAgain}>
          Compare
        </Button>
      }
    >
      Nothing is lost: the same futures are simulated again when you compare.
    </EmptyState>
  );
}
