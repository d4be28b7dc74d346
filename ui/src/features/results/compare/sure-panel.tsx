import { useMemo } from 'react';
import type { ComparedFigure } from '@/ipc/bindings';
import { PointChart } from '@/shared/charts/point-chart/point-chart';
import { type PointSeries, pointTable } from '@/shared/charts/point-chart/point-data';
import { unitName } from '@/shared/charts/words';
import { formatCount, formatNumber } from '@/shared/format';
import { ResultFigure } from '../parts/result-figure';
import styles from './compare-tab.module.css';
import { figureInSentence, halfWidthWords, unitOf, upperFirst } from './compare-words';
import { RunUntil } from './run-until';
import type { Shown } from './shown';

/** How well a figure is known under every option, how that grew, and how to know it better. */
export function SurePanel({ shown, figure, source }: { shown: Shown; figure: ComparedFigure; source: string }) {
  const series = useMemo(() => growthSeries(shown, figure), [shown, figure]);
  const unit = unitOf(figure);
  const x = { name: 'simulated futures', unit: 'people', isDoubling: true } as const;
  const y = { name: 'half-width of the 95% interval', unit } as const;
  return (
    <section className={styles.card}>
      <ResultFigure
        title={sureFinding(shown, figure)}
        subtitle={`How the 95% interval of the mean narrowed as simulated futures were added: ${figureInSentence(figure)}, ± ${unitName(unit)}.`}
        source={source}
        fileName={`precision-${figure.name}`}
        table={() => pointTable(`How precision grew: ${figureInSentence(figure)}`, series, x, y)}
      >
        <PointChart series={series} x={x} y={y} height={200} stale={shown.isStale} />
      </ResultFigure>
      <RunUntil
        optionIds={shown.options.map(({ id }) => id)}
        figures={shown.answer.comparison.figures}
        figure={figure}
        week={shown.answer.comparison.week}
      />
    </section>
  );
}

function growthSeries({ answer, options }: Shown, figure: ComparedFigure): PointSeries[] {
  const unit = unitOf(figure);
  const growth = answer.growth[answer.comparison.figures.indexOf(figure)] ?? [];
  return options.map(({ id, name, colourIndex }, at) => ({
    id,
    name,
    colourIndex,
    points: (growth[at] ?? []).map(({ futures, halfWidth }) => ({
      x: futures,
      y: halfWidth,
      title: formatCount(futures, 'simulated future'),
      words: `The mean was known to ± ${halfWidthWords(halfWidth, unit)}.`,
    })),
  }));
}

/** `Longest wait at week 52 is known to ± 0.7 weeks or better, from 300 simulated futures` */
function sureFinding({ answer }: Shown, figure: ComparedFigure): string {
  const widths = figure.bands.flatMap(({ meanIntervalHalfWidth: half }) => (half === null ? [] : [half]));
  const name = upperFirst(figureInSentence(figure));
  if (widths.length === 0) return `${name}: nobody to measure`;
  const unit = unitOf(figure);
  const width = halfWidthWords(Math.max(...widths), unit);
  const shownUnit = unit === 'percent' || unit === 'pounds' ? '' : ` ${unitName(unit)}`;
  const futures = formatNumber(answer.comparison.replications, 0);
  return `${name}: the mean is known to ± ${width}${shownUnit} or better, from ${futures} simulated futures`;
}
