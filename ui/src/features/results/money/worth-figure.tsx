import { useMemo, useState } from 'react';
import { useDocument } from '@/document/document';
import { DifferenceChart } from '@/shared/charts/difference-chart/difference-chart';
import { differenceTable } from '@/shared/charts/difference-chart/difference-data';
import { Select } from '@/shared/components/select';
import { formatNumber } from '@/shared/format';
import { lowerFirst } from '@/shared/format/words';
import { findingOf } from '../compare/compare-words';
import { sourceOf } from '../data/run-words';
import { ResultFigure } from '../parts/result-figure';
import styles from './money.module.css';
import { type DrawnFigure, differencesOf, drawnFigures, spanWords } from './money-words';
import type { Shown } from './shown';

/** Which way each figure should go. */
const better = { netPresentValue: 'higher', serviceCost: 'lower', costPerCompleted: 'lower' } as const;

/** How much more or less than the base each option is worth, or costs. */
export function WorthFigure({ shown }: { shown: Shown }) {
  const { answer, options, base, isStale } = shown;
  const { report, runs } = answer;
  const project = useDocument((document) => document.project);
  const [drawn, setDrawn] = useState<DrawnFigure>('netPresentValue');
  const differences = useMemo(() => differencesOf(report, options, drawn), [report, options, drawn]);
  const label = drawnFigures.find(({ id }) => id === drawn)?.label ?? '';
  const measure = `${label} over ${spanWords(report.years)}`;
  if (!project) return null;
  return (
    <section className={styles.card}>
      <ResultFigure
        title={findingOf(lowerFirst(measure), better[drawn], differences, base)}
        subtitle={subtitleOf(base.name, report.replications, report.priceYear)}
        source={sourceOf(
          project,
          runs.map((run) => ({ run })),
        )}
        fileName={`money-${drawn}`}
        table={() => differenceTable(measure, base.name, differences, 'pounds')}
        controls={
          <Select label="Figure" hideLabel value={drawn} options={drawnFigures} onChange={(id) => setDrawn(id)} />
        }
      >
        <DifferenceChart
          measure={measure}
          differences={differences}
          baseName={base.name}
          unit="pounds"
          stale={isStale}
        />
      </ResultFigure>
    </section>
  );
}

function subtitleOf(base: string, futures: number, priceYear: string): string {
  const prices = priceYear.trim() === '' ? 'price year not stated' : `${priceYear.trim()} prices`;
  return `Mean difference from ${base} in the same ${formatNumber(futures, 0)} simulated futures, with its 95% interval; ${prices}. A hollow dot: cannot be told apart.`;
}
