import { useMemo } from 'react';
import { useDocument } from '@/document/document';
import type { ComparedFigure } from '@/ipc/bindings';
import { DifferenceChart } from '@/shared/charts/difference-chart/difference-chart';
import { differenceTable } from '@/shared/charts/difference-chart/difference-data';
import { Select } from '@/shared/components/select';
import { formatNumber } from '@/shared/format';
import { sourceOf } from '../data/run-words';
import { ResultFigure } from '../parts/result-figure';
import styles from './compare-tab.module.css';
import { chooseFigure } from './compare-view';
import { differenceFinding, differencesOf, figureInSentence, figureName, unitOf, upperFirst } from './compare-words';
import type { Shown } from './shown';

/** How far every option is from the base in one figure, drawn and in words. */
export function DifferenceFigure({ shown, figure }: { shown: Shown; figure: ComparedFigure }) {
  const { answer, options, base, isStale } = shown;
  const project = useDocument((document) => document.project);
  const differences = useMemo(() => differencesOf(figure, options), [figure, options]);
  const measure = upperFirst(figureInSentence(figure));
  const futures = formatNumber(answer.comparison.replications, 0);
  if (!project) return null;
  return (
    <section className={styles.card}>
      <ResultFigure
        title={differenceFinding(figure, options, base)}
        subtitle={`Mean difference from ${base.name} in the same ${futures} simulated futures, with its 95% interval. A hollow dot: cannot be told apart.`}
        source={sourceOf(
          project,
          answer.runs.map((run) => ({ run })),
        )}
        fileName={`difference-${figure.name}`}
        table={() => differenceTable(measure, base.name, differences, unitOf(figure))}
        controls={<FigureChoice figures={answer.comparison.figures} chosen={figure.name} />}
      >
        <DifferenceChart
          measure={measure}
          differences={differences}
          baseName={base.name}
          unit={unitOf(figure)}
          stale={isStale}
        />
      </ResultFigure>
    </section>
  );
}

/** Which figure is drawn. */
function FigureChoice({ figures, chosen }: { figures: readonly ComparedFigure[]; chosen: string }) {
  const choices = figures.map((figure) => ({ id: figure.name, label: figureName(figure) }));
  return <Select label="Figure" hideLabel value={chosen} options={choices} onChange={chooseFigure} />;
}
