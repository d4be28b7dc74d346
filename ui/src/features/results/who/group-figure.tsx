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

/** Tiers keep their colours everywhere, by their place from the base of the triangle. */
const tierTones = ['universal', 'targeted', 'individualised'] as const;

/** What the people waiting are told apart by. */
interface Apart {
  kind: 'group' | 'tier';
  parts: readonly { id: string; name: string }[];
}

/** People still waiting by national band, by client group: an option in each row. */
export function GroupFigure(shown: WhoShown) {
  const { project, options } = shown;
  return (
    <PartsFigure
      {...shown}
      kind="group"
      parts={project.groups}
      title={gapFinding(options, project.options.length === 1)}
      subtitle="People still waiting by weeks waited so far and by client group, on average over the simulated futures: averages of the groups add up to that of everybody, medians do not."
    />
  );
}

/** The same by the tier of the step they wait for. */
export function TierBandsFigure(shown: WhoShown) {
  return (
    <PartsFigure
      {...shown}
      kind="tier"
      parts={shown.project.tiers}
      title="People still waiting, by the tier of the step they wait for"
      subtitle="By weeks waited so far, on average over the simulated futures."
    />
  );
}

interface PartsFigureProps extends WhoShown, Apart {
  title: string;
  subtitle: string;
}

function PartsFigure({ project, options, week, kind, parts, title, subtitle }: PartsFigureProps) {
  const series = useMemo(
    () => options.map((option) => partsOf(option, { kind, parts }, week)),
    [options, kind, parts, week],
  );
  return (
    <ResultFigure
      title={title}
      subtitle={subtitle}
      source={sourceOf(project, options)}
      fileName={`who-waits-by-${kind}-week-${week}`}
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

function partsOf(option: OptionWithResults, { kind, parts }: Apart, week: number): WaitSeries {
  const { id, name, colourIndex, results } = option;
  const meanAt = (band: number, scope: Parameters<typeof weeklyBands>[2]) =>
    figureAt(weeklyBands(results, `nationalBand${band}`, scope)?.mean ?? [], week);
  const shown = parts.map((part, tone) => ({
    id: part.id,
    name: part.name,
    tone: kind === 'tier' ? (tierTones[tone] ?? tone) : tone,
    people: nationalBands.map((_, band) => meanAt(band, { kind, id: part.id })),
  }));
  const rest = nationalBands.map((_, band) => {
    const known = shown.reduce((sum, part) => sum + (part.people[band] ?? 0), 0);
    return Math.max(0, (meanAt(band, wholeService) ?? 0) - known);
  });
  // Steps need not belong to a tier; groups leave nobody out.
  const others = { id: 'others', name: 'At steps of no tier', tone: 'none' as const, people: rest };
  return {
    id,
    name,
    colourIndex,
    people: nationalBands.map((_, band) => spreadAt(weeklyBands(results, `nationalBand${band}`, wholeService), week)),
    parts: rest.some((people) => people >= 0.5) ? [...shown, others] : shown,
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
