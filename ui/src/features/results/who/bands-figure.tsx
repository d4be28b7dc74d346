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
  const title = levelFinding(
    options.map((option) => overYear(option, week)),
    {
      name: weeklyMeasures.over52.name,
      futures: fewestFutures(options),
      did: 'have waited over 52 weeks',
      nobodyDid: 'has waited over 52 weeks',
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

function overYear({ name, isBase, results }: OptionWithResults, week: number) {
  const bands = weeklyBands(results, 'over52', wholeService);
  return { name, isBase, start: null, end: spreadAt(bands, week) };
}
