import { useMemo } from 'react';
import { startRun, useRuns } from '@/document/runs';
import { useSettings } from '@/document/settings';
import type { Actuals, CompareProgress, OnCourse, Project, ServiceOption, Trajectory } from '@/ipc/bindings';
import { BandChart } from '@/shared/charts/band-chart/band-chart';
import type { BandSeries, ChartTable, Unit } from '@/shared/charts/chart-data';
import { Button } from '@/shared/components/button';
import { Notice } from '@/shared/components/notice';
import { Progress } from '@/shared/components/progress';
import { Tag, type TagTone } from '@/shared/components/tag';
import { formatCount, formatDay, formatNumber } from '@/shared/format';
import { lowerFirst } from '@/shared/format/words';
import { bandSeries, type Scope, weeklyBands } from '../data/figures';
import type { OptionOutcome } from '../data/outcomes';
import { sourceOf } from '../data/run-words';
import { ResultFigure } from '../parts/result-figure';
import { countedMeasures } from './counted-series';
import { trajectories } from './history-questions';
import styles from './on-track.module.css';
import { useTrajectory } from './use-trajectory';

interface TrajectoryPartProps {
  project: Project;
  option: ServiceOption;
  series: Actuals;
}

/** What was counted, drawn over the forecast, with the verdict in words. */
export function TrajectoryPart({ project, option, series }: TrajectoryPartProps) {
  const { outcome, reply, isInForecast, isUnderWay, isStale, askAgain, ending } = useTrajectory(
    project,
    option,
    series,
  );
  const progress = trajectories.use((state) => state.progress);
  return (
    <>
      {outcome && outcome.state !== 'current' && <RunFirst option={option} isChanged={outcome.state === 'outOfDate'} />}
      {!isInForecast && <NotInForecast project={project} isEmpty={series.figures.length === 0} />}
      {isUnderWay && progress && <Again progress={progress} />}
      {askAgain && isInForecast && <NotJudged wasStopped={ending === 'stopped'} onPress={askAgain} />}
      {reply && isInForecast && <Verdict trajectory={reply.trajectory} isStale={isStale} />}
      {outcome?.results && (
        <Drawn
          {...{ project, series, outcome, isStale }}
          trajectory={isInForecast ? (reply?.trajectory ?? null) : null}
        />
      )}
    </>
  );
}

function RunFirst({ option, isChanged }: { option: ServiceOption; isChanged: boolean }) {
  const settings = useSettings((chosen) => chosen.settings);
  const isRunning = useRuns(({ underWay }) => underWay !== null);
  if (isRunning || !settings) return null;
  const run = () => void startRun([option.id], { replications: settings.replications, seed: settings.seed });
  return (
    <Notice
      tone={isChanged ? 'warning' : 'information'}
      title={
        isChanged ? `${option.name} has changed since it was simulated` : `${option.name} has not been simulated yet`
      }
      actions={
        <Button size="small" onPress={run}>
          Run it
        </Button>
      }
    >
      The forecast is the latest run of the option as it stands.
    </Notice>
  );
}

function NotInForecast({ project, isEmpty }: { project: Project; isEmpty: boolean }) {
  const from = formatDay(project.startDate);
  const weeks = formatCount(project.horizonWeeks + project.warmUpWeeks, 'week');
  const title = isEmpty ? 'Nothing has been typed yet' : 'None of these days lies in the forecast';
  return (
    <Notice title={title}>
      The forecast begins on {from} and runs for {weeks}: figures counted after that day can be held against it. Figures
      from before can be fitted to, below.
    </Notice>
  );
}

/** The last look ended without a verdict. */
function NotJudged({ wasStopped, onPress }: { wasStopped: boolean; onPress: () => void }) {
  return (
    <Notice
      title={
        wasStopped ? 'The look at the forecast was stopped' : 'These figures could not be held against the forecast'
      }
      actions={
        <Button size="small" onPress={onPress}>
          Judge again
        </Button>
      }
    />
  );
}

function Again({ progress: { finished, needed } }: { progress: CompareProgress }) {
  return (
    <div className={styles.card}>
      <Progress
        label="Simulating the same futures again"
        share={finished / Math.max(needed, 1)}
        words={`${formatNumber(finished, 0)} of ${formatNumber(needed, 0)}`}
        onCancel={trajectories.stop}
      />
    </div>
  );
}

const verdicts: Record<OnCourse, { word: string; tone: TagTone }> = {
  onTrajectory: { word: 'On its trajectory', tone: 'success' },
  above: { word: 'Above its forecast', tone: 'warning' },
  below: { word: 'Below its forecast', tone: 'warning' },
  tooEarly: { word: 'Too early to say', tone: 'plain' },
};

function Verdict({ trajectory, isStale }: { trajectory: Trajectory; isStale: boolean }) {
  const { word, tone } = verdicts[trajectory.verdict];
  const { outsideForecast } = trajectory;
  const [verdict, ...rest] = trajectory.sentences;
  return (
    <article className={styles.answer} aria-live="polite" data-stale={isStale || undefined}>
      <p>
        <Tag tone={tone}>{word}</Tag>
      </p>
      <h2 className={styles.heading}>{verdict}</h2>
      <ul className={styles.sentences}>
        {rest.map((sentence) => (
          <li key={sentence}>{sentence}.</li>
        ))}
        {outsideForecast > 0 && (
          <li>
            {formatCount(outsideForecast, 'figure lies', 'figures lie')} before the start or after the end of the
            forecast and {outsideForecast === 1 ? 'was' : 'were'} left out.
          </li>
        )}
      </ul>
      <p className={styles.soft}>
        The verdict is about the whole line at once, so it does not cry wolf because neighbouring months are alike: a
        forecast that is right is called wrong one time in twenty.
      </p>
    </article>
  );
}

interface DrawnProps {
  project: Project;
  series: Actuals;
  outcome: OptionOutcome;
  trajectory: Trajectory | null;
  isStale: boolean;
}

function Drawn({ project, series, outcome, trajectory, isStale }: DrawnProps) {
  const { label, unit, measure } = countedMeasures[series.measure];
  const bands = useMemo((): BandSeries[] => {
    const scope: Scope = series.scope.kind === 'service' ? { kind: 'service', id: null } : series.scope;
    const found = outcome.results && weeklyBands(outcome.results, measure, scope);
    return found ? [bandSeries(outcome, found)] : [];
  }, [outcome, measure, series.scope]);
  const points = useMemo(() => {
    const all = trajectory?.points ?? [];
    return { name: 'counted', points: all.map(({ week, actual }) => ({ week, value: actual })) };
  }, [trajectory]);
  const { startDate } = project;
  return (
    <section className={styles.card}>
      <ResultFigure
        title={trackFinding(label, trajectory)}
        subtitle={`${label}, ${unit}. Rings: what was counted. Line: the median of the simulated futures. Bands: half, and 9 in 10, of them at each week.`}
        source={sourceOf(project, [outcome])}
        fileName={`on-track-${measure}`}
        table={() => trackTable(label, unit, series.name, trajectory)}
      >
        <BandChart
          measure={label}
          series={bands}
          startDate={startDate}
          unit={unit}
          actual={points}
          valuesFrom="data"
          height={300}
          stale={isStale && trajectory !== null}
        />
      </ResultFigure>
    </section>
  );
}

/** What was counted last, beside the forecast for that day. */
function trackFinding(label: string, trajectory: Trajectory | null): string {
  const last = trajectory?.sentences.at(-1);
  return last && trajectory?.sentences.length !== 1 ? `${label}: ${lowerFirst(last)}` : `${label}: the forecast`;
}

/** The numbers: a row for each figure that was counted, with the forecast for its day. */
export function trackTable(label: string, unit: Unit, name: string, trajectory: Trajectory | null): ChartTable {
  return {
    caption: `${label}: ${name}, with the forecast for each day`,
    columns: [
      { label: 'day', kind: 'date' },
      { label: 'counted', kind: unit },
      { label: 'forecast: median', kind: unit },
      { label: '9 in 10 from', kind: unit },
      { label: '9 in 10 to', kind: unit },
      { label: 'simulated futures below', kind: 'percent' },
    ],
    rows: (trajectory?.points ?? []).map(({ date, actual, median, p5, p95, percentile }) => [
      ...[date, actual, median, p5, p95],
      percentile,
    ]),
    rowHeaders: 1,
  };
}
