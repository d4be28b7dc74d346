import { useMemo } from 'react';
import { nationalBands } from '@/ipc/bindings';
import { figureAt } from '@/shared/charts/chart-data';
import type { WaitSeries } from '@/shared/charts/wait-histogram/wait-data';
import { WaitHistogram } from '@/shared/charts/wait-histogram/wait-histogram';
import { waitTable } from '@/shared/charts/wait-histogram/wait-table';
import { spreadWords } from '@/shared/charts/words';
import { horizonBand, spreadAt, spreadOf, weeklyBands, wholeService } from '../data/figures';
import { isOutOfDate, type OptionWithResults } from '../data/outcomes';
import { sourceOf } from '../data/run-words';
import { ResultFigure } from '../parts/result-figure';
import type { WhoShown } from './who-tab';

/** Room for the bands' names, and for the bars of each option [px]. */
const [foot, perOption] = [60, 90];

/** People still waiting by national band, by client group: an option in each row. */
export function GroupFigure({ project, options, week }: WhoShown) {
  const series = useMemo(
    () => options.map((option) => groupsOf(option, project.groups, week)),
    [options, project.groups, week],
  );
  return (
    <ResultFigure
      title={gapFinding(options, project.options.length === 1)}
      subtitle="People still waiting by weeks waited so far and by client group, on average over the simulated futures: averages of the groups add up to that of everybody, medians do not."
      source={sourceOf(project, options)}
      fileName={`who-waits-by-group-week-${week}`}
      table={() => waitTable(series)}
    >
      <WaitHistogram
        series={series}
        axisName={`weeks waited so far, at the end of week ${week}`}
        height={foot + perOption * options.length}
        stale={isOutOfDate(options)}
      />
    </ResultFigure>
  );
}

function groupsOf(option: OptionWithResults, groups: WhoShown['project']['groups'], week: number): WaitSeries {
  const { id, name, colourIndex, results } = option;
  const bandOf = (band: number, groupId: string) =>
    weeklyBands(results, `nationalBand${band}`, { kind: 'group', id: groupId });
  return {
    id,
    name,
    colourIndex,
    people: nationalBands.map((_, band) => spreadAt(weeklyBands(results, `nationalBand${band}`, wholeService), week)),
    parts: groups.map((group, tone) => ({
      id: group.id,
      name: group.name,
      tone,
      people: nationalBands.map((_, band) => figureAt(bandOf(band, group.id)?.mean ?? [], week)),
    })),
  };
}

/** How far the groups' average waits lie apart, under the option where they lie furthest apart. */
function gapFinding(options: readonly OptionWithResults[], isOnlyOption: boolean): string {
  const gaps = options.flatMap(({ name, results }) => {
    const gap = spreadOf(horizonBand(results, 'meanWaitGap', wholeService));
    return gap.median === null ? [] : [{ name, gap, median: gap.median }];
  });
  const [widest] = gaps.toSorted((one, other) => other.median - one.median);
  if (!widest) return 'People still waiting, by client group';
  const apart = `average waits of those seen lie ${spreadWords(widest.gap, 'weeks')} apart between client groups`;
  if (isOnlyOption) return `A${apart.slice(1)}`;
  return `With ${widest.name}, ${apart}${gaps.length > 1 ? ', the most of the options shown' : ''}`;
}
