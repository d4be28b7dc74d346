import { useEffect, useMemo, useState } from 'react';
import { useDocument } from '@/document/document';
import { weeklyMeasures } from '@/document/measures';
import type { Project, WeeklySeries } from '@/ipc/bindings';
import { client } from '@/ipc/client';
import { BandChart } from '@/shared/charts/band-chart/band-chart';
import { bandTable } from '@/shared/charts/band-chart/band-table';
import type { BandSeries } from '@/shared/charts/chart-data';
import { showError } from '@/shared/notices/notices';
import { coursesOf, endMonth } from '../data/courses';
import { bandSeries } from '../data/figures';
import { fewestFutures, isOutOfDate, type OptionWithResults } from '../data/outcomes';
import { sourceOf } from '../data/run-words';
import { courseFinding } from '../findings/course-finding';
import { ResultFigure } from '../parts/result-figure';
import styles from './flow-tab.module.css';

interface StepFigureProps {
  project: Project;
  stepId: string;
  stepName: string;
  options: readonly OptionWithResults[];
}

/** One step week by week under every option that has it: its queue, or where nobody queues, the people under way. */
export function StepFigure({ project, stepId, stepName, options }: StepFigureProps) {
  const fetched = useStepSeries(stepId, options);
  const drawn = useMemo(() => fetched && drawnOf(fetched, options), [fetched, options]);
  if (!drawn) return <p className={styles.waiting}>Reading the weeks of {stepName}…</p>;
  if (drawn.series.length === 0) return <p>{stepName} keeps nobody: there is nothing to draw week by week.</p>;
  const { measure, series } = drawn;
  const words = weeklyMeasures[measure];
  const title = measure === 'waitingList' ? `Queue at ${stepName}` : `Under way at ${stepName}`;
  return (
    <ResultFigure
      title={findingOf(drawn, { project, options, stepName })}
      subtitle={`${title} at the end of each week, people. Line: the median. Bands: half, and 9 in 10, of the simulated futures.`}
      source={sourceOf(project, options)}
      fileName={`${stepId}-${measure === 'waitingList' ? 'queue' : 'under-way'}`}
      table={() => bandTable({ measure: title, series, startDate: project.startDate, unit: words.unit })}
    >
      <BandChart
        measure={title}
        series={series}
        startDate={project.startDate}
        unit={words.unit}
        height={240}
        stale={isOutOfDate(options)}
      />
    </ResultFigure>
  );
}

/** Series of a step by id of the option. */
type Fetched = ReadonlyMap<string, readonly WeeklySeries[]>;

/** The weekly series of a step, which are read when somebody looks. None while they are on their way. */
function useStepSeries(stepId: string, options: readonly OptionWithResults[]): Fetched | null {
  const projectId = useDocument((document) => document.id);
  const [known, setKnown] = useState<{ of: string; series: Fetched } | null>(null);
  // A run made anew has another key.
  const wanted = JSON.stringify([projectId, stepId, options.map(({ id, run }) => [id, run?.key])]);
  useEffect(() => {
    let isWanted = true;
    const [id, step, runs] = JSON.parse(wanted) as [string, string, [string, string][]];
    const read = async () => {
      const series = await Promise.all(runs.map(([option]) => client().resultsSeries(id, option, step)));
      if (isWanted) setKnown({ of: wanted, series: new Map(runs.map(([option], at) => [option, series[at] ?? []])) });
    };
    read().catch(showError);
    return () => {
      isWanted = false;
    };
  }, [wanted]);
  return known?.of === wanted ? known.series : null;
}

interface Drawn {
  measure: 'waitingList' | 'underWay';
  series: BandSeries[];
  baseId: string | null;
}

function drawnOf(fetched: Fetched, options: readonly OptionWithResults[]): Drawn {
  const baseId = options.find(({ isBase }) => isBase)?.id ?? null;
  const seriesOf = (measure: Drawn['measure']) =>
    options.flatMap((option) => {
      const found = fetched.get(option.id)?.find((one) => one.measure === measure);
      return found ? [bandSeries(option, found.bands)] : [];
    });
  const queues = seriesOf('waitingList');
  if (queues.length > 0) return { measure: 'waitingList', series: queues, baseId };
  return { measure: 'underWay', series: seriesOf('underWay'), baseId };
}

function findingOf({ measure, series, baseId }: Drawn, about: Omit<StepFigureProps, 'stepId'>): string {
  const { project, options, stepName } = about;
  const inSentence = measure === 'waitingList' ? `the queue at ${stepName}` : `the number under way at ${stepName}`;
  return courseFinding(coursesOf(series, baseId), {
    measure: { ...weeklyMeasures[measure], inSentence },
    when: endMonth(series, project.startDate),
    futures: fewestFutures(options),
    isOnlyOption: project.options.length === 1,
  });
}
