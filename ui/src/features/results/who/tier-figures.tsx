import { useMemo } from 'react';
import { weeklyMeasures } from '@/document/measures';
import type { Tier } from '@/ipc/bindings';
import { BandChart } from '@/shared/charts/band-chart/band-chart';
import { bandTable } from '@/shared/charts/band-chart/band-table';
import type { BandSeries } from '@/shared/charts/chart-data';
import { coursesOf, endMonth } from '../data/courses';
import { bandSeries, weeklyBands } from '../data/figures';
import { fewestFutures, isOutOfDate } from '../data/outcomes';
import { sourceOf } from '../data/run-words';
import { courseFinding } from '../findings/course-finding';
import { ResultFigure } from '../parts/result-figure';
import type { WhoShown } from './who-tab';
import styles from './who-tab.module.css';

/** The waiting list of each tier, a chart for each: small multiples with the options in every one. */
export function TierFigures(shown: WhoShown) {
  return (
    <div className={styles.tiers}>
      {shown.project.tiers.map((tier) => (
        <section key={tier.id} className={styles.card}>
          <TierFigure tier={tier} {...shown} />
        </section>
      ))}
    </div>
  );
}

const measure = weeklyMeasures.waitingList;

function TierFigure({ tier, project, options }: WhoShown & { tier: Tier }) {
  const series = useMemo(() => waitingAt(tier, options), [tier, options]);
  const { startDate } = project;
  return (
    <ResultFigure
      title={titleOf(tier, series, { project, options })}
      subtitle={`People waiting at steps of the tier ${tier.name} at the end of each week`}
      source={sourceOf(project, options)}
      fileName={`waiting-list-${tier.id}`}
      table={() => bandTable({ measure: `Waiting list, ${tier.name}`, series, startDate, unit: measure.unit })}
    >
      {series.length > 0 && (
        <BandChart
          measure={`Waiting list, ${tier.name}`}
          series={series}
          startDate={startDate}
          unit={measure.unit}
          height={230}
          stale={isOutOfDate(options)}
        />
      )}
    </ResultFigure>
  );
}

/** Options under which somebody ever waits at the tier. */
function waitingAt(tier: Tier, options: WhoShown['options']): BandSeries[] {
  return options.flatMap((option) => {
    const bands = weeklyBands(option.results, 'waitingList', { kind: 'tier', id: tier.id });
    const isUsed = bands?.p95.some((people) => people !== null && people > 0);
    return bands && isUsed ? [bandSeries(option, bands)] : [];
  });
}

function titleOf(
  tier: Tier,
  series: readonly BandSeries[],
  { project, options }: Pick<WhoShown, 'project' | 'options'>,
): string {
  if (series.length === 0) return `${tier.name}: nobody waits here under the options shown`;
  const baseId = project.options[0]?.id ?? null;
  const inSentence = `the ${tier.name} list`;
  return courseFinding(coursesOf(series, baseId), {
    measure: { ...measure, inSentence },
    when: endMonth(series, project.startDate),
    futures: fewestFutures(options),
    isOnlyOption: project.options.length === 1,
  });
}
