import { useMemo, useRef } from 'react';
import { weeklyMeasures } from '@/document/measures';
import type { Project } from '@/ipc/bindings';
import { BandChart } from '@/shared/charts/band-chart/band-chart';
import { bandTable } from '@/shared/charts/band-chart/band-table';
import { type BandSeries, figureAt, isMeasured, type Spread, type Unit } from '@/shared/charts/chart-data';
import { figureWords } from '@/shared/charts/words';
import { dayOfWeek, formatMonth } from '@/shared/format';
import { bandSeries, weeklyBands, wholeService } from '../data/figures';
import type { OptionWithResults } from '../data/outcomes';
import { sourceOf } from '../data/run-words';
import { tooFewWords } from '../findings/words';
import { ResultFigure } from '../parts/result-figure';
import { type Effect, useWhatIf } from './what-if';
import styles from './what-if-tab.module.css';
import { movesWords } from './what-if-words';

type MovedMeasure = 'longestWait' | 'waitingList';

interface EffectFigureProps {
  measure: MovedMeasure;
  project: Project;
  option: OptionWithResults;
}

/** How a measure moves week by week with the moved figures, over the outline of the option as it is. */
export function EffectFigure({ measure, project, option }: EffectFigureProps) {
  const levers = useWhatIf((whatIf) => whatIf.levers);
  const effect = useWhatIf((whatIf) => whatIf.effect);
  const words = weeklyMeasures[measure];
  const { startDate } = project;
  const base = useMemo(() => weeklyBands(option.results, measure, wholeService), [option.results, measure]);
  const nextColour = project.options.length;
  const series = useMemo((): BandSeries[] => {
    if (!base) return [];
    const asItIs = bandSeries(option, base);
    if (!effect) return [asItIs];
    // The colour that it has when it is kept: the next one of the document.
    const moved = bandSeries({ id: 'moved', name: 'As moved', colourIndex: nextColour }, effect.headline[measure]);
    return [{ ...asItIs, name: `As it is: ${option.name}`, isGhost: true }, moved];
  }, [base, effect, measure, nextColour, option]);
  const reaches = useHighest(series, option.id);
  const isPartial = effect !== null && effect.headline.replicationsFinished < effect.asked;
  const source = [sourceOf(project, [option]), effect && `with ${movesWords(levers, effect.moves)}`];
  return (
    <section className={styles.chart}>
      <ResultFigure
        title={titleOf(words.name, series, effect, startDate, words.unit)}
        subtitle={`At the end of each week, ${words.unit}. Line: the median. Bands: half, and 9 in 10, of the simulated futures.${effect ? ' Dashed: as it is.' : ''}`}
        source={source.filter(Boolean).join(' · ')}
        fileName={measure === 'longestWait' ? 'what-if-longest-wait' : 'what-if-waiting-list'}
        table={() => bandTable({ measure: words.name, series, startDate, unit: words.unit })}
      >
        <BandChart
          measure={words.name}
          series={series}
          startDate={startDate}
          unit={words.unit}
          reaches={reaches}
          partial={isPartial}
        />
      </ResultFigure>
    </section>
  );
}

/** The highest figure drawn of an option so far, so that the axis stands still while a slider is dragged to and fro. */
function useHighest(series: readonly BandSeries[], optionId: string): number {
  const kept = useRef({ optionId, highest: 0 });
  if (kept.current.optionId !== optionId) kept.current = { optionId, highest: 0 };
  const drawn = series.flatMap(({ p95 }) => p95.filter(isMeasured));
  kept.current.highest = Math.max(kept.current.highest, ...drawn);
  return kept.current.highest;
}

function endOf({ median, p5, p95 }: BandSeries): Spread & { week: number } {
  const week = Math.max(median.findLastIndex(isMeasured), 0);
  return { week, median: figureAt(median, week), p5: figureAt(p5, week), p95: figureAt(p95, week) };
}

/** `Longest wait in January 2027: 41 weeks instead of 47 weeks`. */
function titleOf(
  name: string,
  [asItIs, moved]: readonly BandSeries[],
  effect: Effect | null,
  startDate: string,
  unit: Unit,
): string {
  if (!asItIs) return name;
  const before = endOf(asItIs);
  const when = `${name} in ${formatMonth(dayOfWeek(startDate, before.week) ?? '')}`;
  if (!moved || !effect) return `${when}: ${figureWords(before.median, unit)}`;
  const tooFew = tooFewWords(name, effect.headline.replicationsFinished);
  if (tooFew !== null) return tooFew;
  const [from, to] = [figureWords(before.median, unit), figureWords(endOf(moved).median, unit)];
  return from === to ? `${when}: ${to}, as it is` : `${when}: ${to} instead of ${from}`;
}
