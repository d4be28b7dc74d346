import { type CSSProperties, memo, useMemo } from 'react';
import { useDocument } from '@/document/document';
import { weeklyMeasures } from '@/document/measures';
import { useRuns } from '@/document/runs';
import type { Headline, Project, Target } from '@/ipc/bindings';
import { BandChart } from '@/shared/charts/band-chart/band-chart';
import { bandTable } from '@/shared/charts/band-chart/band-table';
import type { BandSeries, TargetLine } from '@/shared/charts/chart-data';
import { formatNumber } from '@/shared/format';
import { coursesOf, endMonth } from '../data/courses';
import { type HeadlineMeasure, latestSeries } from '../data/figures';
import { isOutOfDate, type OptionOutcome } from '../data/outcomes';
import { sourceOf } from '../data/run-words';
import { courseFinding } from '../findings/course-finding';
import { chartOf, targetFinding, targetLine, targetWords } from '../findings/target-words';
import { tooFewWords } from '../findings/words';
import { ResultFigure } from '../parts/result-figure';
import styles from './waits-tab.module.css';

interface CourseFigureProps {
  measure: HeadlineMeasure;
  project: Project;
  outcomes: readonly OptionOutcome[];
  /** Bands of the run under way. */
  headlines: readonly Headline[];
}

/** How one measure moves week by week under the chosen options, with its targets. */
export const CourseFigure = memo(function CourseFigure({ measure, project, outcomes, headlines }: CourseFigureProps) {
  const words = weeklyMeasures[measure];
  const isPartial = headlines.length > 0;
  const isBehind = useRuns(({ ranVersion }) => ranVersion) !== useDocument(({ version }) => version);
  const series = useMemo(() => latestSeries(outcomes, headlines, measure), [outcomes, headlines, measure]);
  const targets = useMemo(() => targetLines(project.targets, measure), [project.targets, measure]);
  const { startDate } = project;
  return (
    <section className={styles.chart} style={{ '--options': series.length } as CSSProperties}>
      <ResultFigure
        title={titleOf({ measure, project, outcomes, headlines }, series)}
        subtitle={`${words.name} at the end of each week, ${words.unit}. ${bandWords(futuresOf(outcomes, headlines))}`}
        source={sourceOf(project, outcomes)}
        fileName={fileNames[measure]}
        table={() => bandTable({ measure: words.name, series, startDate, unit: words.unit })}
      >
        <BandChart
          measure={words.name}
          series={series}
          startDate={startDate}
          unit={words.unit}
          targets={targets}
          partial={isPartial}
          stale={isPartial ? isBehind : isOutOfDate(outcomes)}
        />
      </ResultFigure>
    </section>
  );
});

const fileNames: Record<HeadlineMeasure, string> = {
  longestWait: 'longest-wait',
  waitingList: 'waiting-list',
  openReferrals: 'open-referrals',
};

function targetLines(targets: readonly Target[], measure: HeadlineMeasure): TargetLine[] {
  return targets.flatMap((target) => {
    const value = targetLine(target);
    if (value === null || chartOf(target.measure) !== measure) return [];
    return [{ id: target.id, name: targetWords(target), value, byWeek: target.byWeek }];
  });
}

/** Simulated futures behind each drawn option: those of the run under way as far as it has come, else of the results. */
function futuresOf(outcomes: readonly OptionOutcome[], headlines: readonly Headline[]): number[] {
  return outcomes.flatMap(({ id, results }) => {
    const headline = headlines.find(({ optionId }) => optionId === id);
    return headline?.replicationsFinished ?? results?.replicationsFinished ?? [];
  });
}

/** What the lines and bands are, and of how many simulated futures. */
function bandWords(futures: readonly number[]): string {
  if (futures.length === 0) return 'The bands appear as the simulation runs.';
  const [least, most] = [Math.min(...futures), Math.max(...futures)];
  const count = least === most ? formatNumber(most, 0) : `${formatNumber(least, 0)} to ${formatNumber(most, 0)}`;
  return `Line: the median. Bands: half, and 9 in 10, of ${count} simulated futures.`;
}

/** A target that is met is the finding; else the courses are. A run under way has no probabilities yet. */
function titleOf({ measure, project, outcomes, headlines }: CourseFigureProps, series: readonly BandSeries[]): string {
  const words = weeklyMeasures[measure];
  if (series.length === 0) return words.name;
  const { startDate } = project;
  const isOnlyOption = project.options.length === 1;
  const futures = Math.min(...futuresOf(outcomes, headlines));
  const found = headlines.length > 0 ? null : targetTitle({ measure, project, outcomes, headlines }, isOnlyOption);
  if (found !== null && tooFewWords(words.name, futures) === null) return found;
  const baseId = outcomes.find(({ isBase }) => isBase)?.id ?? null;
  return courseFinding(coursesOf(series, baseId), {
    measure: words,
    when: endMonth(series, startDate),
    futures,
    isOnlyOption,
  });
}

/** The first target of a measure that some option meets, as a finding. */
function targetTitle({ measure, project, outcomes }: CourseFigureProps, isOnlyOption: boolean): string | null {
  const context = { measure: weeklyMeasures[measure], startDate: project.startDate, isOnlyOption };
  for (const target of project.targets) {
    if (chartOf(target.measure) !== measure || targetLine(target) === null) continue;
    const found = targetFinding(target, answersTo(target, outcomes), context);
    if (found !== null) return found;
  }
  return null;
}

function answersTo(target: Target, outcomes: readonly OptionOutcome[]) {
  return outcomes.flatMap(({ name, isBase, results }) => {
    const result = results?.targets.find(({ id }) => id === target.id);
    return result ? [{ name, isBase, result }] : [];
  });
}
