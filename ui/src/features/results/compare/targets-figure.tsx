import { useMemo, useState } from 'react';
import { useDocument } from '@/document/document';
import type { TargetByWeek } from '@/ipc/bindings';
import { BandChart } from '@/shared/charts/band-chart/band-chart';
import { bandTable } from '@/shared/charts/band-chart/band-table';
import type { BandSeries, TargetLine } from '@/shared/charts/chart-data';
import { Select } from '@/shared/components/select';
import { formatDay, formatPercent } from '@/shared/format';
import { dayOfWeek } from '@/shared/format/dates';
import { sourceOf } from '../data/run-words';
import { ResultFigure } from '../parts/result-figure';
import styles from './compare-tab.module.css';
import type { Shown } from './shown';

/** How likely a target is met at the end of each week, under every option. */
export function TargetsFigure({ shown }: { shown: Shown }) {
  const project = useDocument((document) => document.project);
  const [chosenId, setChosenId] = useState<string | null>(null);
  const targets = shown.answer.comparison.options[0]?.targets ?? [];
  const target = targets.find(({ id }) => id === chosenId) ?? targets[0];
  const series = useMemo(() => (target ? seriesOf(shown, target.id) : []), [shown, target]);
  const lines = useMemo(() => (target ? [wantedLine(target)] : []), [target]);
  if (!project || !target) return null;
  const choices = targets.map(({ id, name }) => ({ id, label: name }));
  return (
    <section className={styles.card}>
      <ResultFigure
        title={finding(shown, target)}
        subtitle={`${target.name}: share of simulated futures in which it is met at the end of each week, with its 95% interval.`}
        source={sourceOf(
          project,
          shown.answer.runs.map((run) => ({ run })),
        )}
        fileName={`chance-${target.id}`}
        table={() =>
          bandTable({ measure: `Chance of: ${target.name}`, series, startDate: shown.startDate, unit: 'percent' })
        }
        controls={
          choices.length > 1 && (
            <Select label="Target" hideLabel value={target.id} options={choices} onChange={setChosenId} />
          )
        }
      >
        <BandChart
          measure={`Chance of: ${target.name}`}
          series={series}
          startDate={shown.startDate}
          unit="percent"
          targets={lines}
          bandsAre="interval"
          stale={shown.isStale}
          height={260}
        />
      </ResultFigure>
    </section>
  );
}

function seriesOf({ answer, options }: Shown, targetId: string): BandSeries[] {
  return answer.comparison.options.flatMap(({ targets }, at) => {
    const option = options[at];
    const found = targets.find(({ id }) => id === targetId);
    if (!option || !found) return [];
    const percent = (share: number | null) => (share === null ? null : share * 100);
    const { id, name, colourIndex } = option;
    const nothing = found.met.map(() => null);
    return [
      {
        id,
        name,
        colourIndex,
        median: found.met.map(({ share }) => percent(share)),
        p5: found.met.map(({ interval }) => percent(interval.low)),
        p95: found.met.map(({ interval }) => percent(interval.high)),
        p25: nothing,
        p75: nothing,
      },
    ];
  });
}

const wantedLine = ({ wanted, byWeek }: TargetByWeek): TargetLine => ({
  id: 'wanted',
  name: `${formatPercent(wanted)} by week ${byWeek}`,
  value: wanted * 100,
  byWeek,
});

/** Which options meet a target as surely as is wanted in its week, in a sentence. */
function finding({ answer, options, startDate }: Shown, { id, name, byWeek, wanted }: TargetByWeek): string {
  const chances = answer.comparison.options.map(({ targets }, at) => {
    const share = targets.find((one) => one.id === id)?.met[byWeek]?.share ?? null;
    return { option: options[at]?.name ?? '', share };
  });
  const known = chances.flatMap(({ option, share }) => (share === null ? [] : [{ option, share }]));
  const by = formatDay(dayOfWeek(startDate, byWeek) ?? '');
  if (known.length === 0) return `${name}: its week lies past the end of the simulation`;
  const meeting = known.filter(({ share }) => share >= wanted);
  const best = known.toSorted((one, other) => other.share - one.share)[0];
  if (meeting.length > 0) {
    const names = meeting.map(({ option, share }) => `${option} (${formatPercent(share)})`);
    return `${name} by ${by}, as likely as wanted: ${names.join(', ')}`;
  }
  return `No option makes “${name}” as likely as wanted by ${by}; ${best?.option} comes nearest, with ${formatPercent(best?.share ?? null)}`;
}
