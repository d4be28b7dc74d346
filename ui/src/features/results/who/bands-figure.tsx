import { useMemo } from 'react';
import { weeklyMeasures } from '@/document/measures';
import { nationalBands } from '@/ipc/bindings';
import type { WaitSeries } from '@/shared/charts/wait-histogram/wait-data';
import { WaitHistogram } from '@/shared/charts/wait-histogram/wait-histogram';
import { waitTable } from '@/shared/charts/wait-histogram/wait-table';
import { spreadAt, weeklyBands, wholeService } from '../data/figures';
import { fewestFutures, isOutOfDate, type OptionWithResults } from '../data/outcomes';
import { sourceOf } from '../data/run-words';
import { levelFinding } from '../findings/level-finding';
import { ResultFigure } from '../parts/result-figure';
import type { WhoShown } from './who-tab';

/** People still waiting by national band, options side by side. */
export function BandsFigure({ project, options, week }: WhoShown) {
  const series = useMemo(() => options.map((option) => waitsOf(option, week)), [options, week]);
  const over = limits.find((limit) => options.some((option) => mayBeOver(option, limit, week))) ?? 'over18';
  const weeks = weeklyMeasures[over].name.toLowerCase();
  const title = levelFinding(
    options.map((option) => waitingOver(option, over, week)),
    {
      name: weeklyMeasures[over].name,
      futures: fewestFutures(options),
      did: `have waited ${weeks}`,
      nobodyDid: `has waited ${weeks}`,
      when: `at the end of week ${week}`,
      isOnlyOption: project.options.length === 1,
    },
  );
  return (
    <ResultFigure
      title={title}
      subtitle="People still waiting by weeks waited so far, in the bands of the national statistics. Bar: the median. Line: 9 in 10 simulated futures."
      source={sourceOf(project, options)}
      fileName={`who-waits-week-${week}`}
      table={() => waitTable(series)}
    >
      <WaitHistogram
        series={series}
        axisName={`weeks waited so far, at the end of week ${week}`}
        height={260}
        stale={isOutOfDate(options)}
      />
    </ResultFigure>
  );
}

function waitsOf(option: OptionWithResults, week: number): WaitSeries {
  const { id, name, colourIndex, results } = option;
  const people = nationalBands.map((_, band) =>
    spreadAt(weeklyBands(results, `nationalBand${band}`, wholeService), week),
  );
  return { id, name, colourIndex, people };
}

/** Where nobody waits as long as a year, the title looks at 18 weeks. */
const limits = ['over52', 'over18'] as const;

function mayBeOver({ results }: OptionWithResults, limit: (typeof limits)[number], week: number): boolean {
  return (spreadAt(weeklyBands(results, limit, wholeService), week).p95 ?? 0) > 0;
}

function waitingOver(option: OptionWithResults, limit: (typeof limits)[number], week: number) {
  const { name, isBase, results } = option;
  return { name, isBase, start: null, end: spreadAt(weeklyBands(results, limit, wholeService), week) };
}
