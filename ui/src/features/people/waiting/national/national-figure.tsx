import { useMemo } from 'react';
import { figureTools } from '@/document/figure-tools';
import { ChartFigure } from '@/shared/charts/figure/chart-figure';
import { WaitHistogram } from '@/shared/charts/wait-histogram/wait-histogram';
import { formatMonth } from '@/shared/format';
import styles from './national.module.css';
import { type BandedList, compareLists, shareSeries, shareTable } from './national-shares';
import { caveats, comparisonTitle, listSentence } from './national-words';

interface NationalFigureProps {
  /** This service's lists. */
  own: readonly BandedList[];
  /** Those of the workbook. */
  lists: readonly BandedList[];
  month: string | null;
}

/** Lists side by side: in words, by national band, and what to bear in mind. */
export function NationalFigure({ own, lists, month }: NationalFigureProps) {
  const comparison = useMemo(() => compareLists([...own, ...lists]), [own, lists]);
  const series = useMemo(() => shareSeries(comparison), [comparison]);
  const when = month ? `, ${formatMonth(month)}` : '';
  const source = `NHS England, Community Health Services waiting lists${when}`;
  return (
    <div className={styles.figure}>
      <ul className={styles.sentences}>
        {comparison.lists.map((list) => (
          <li key={list.id}>{listSentence(list)}</li>
        ))}
      </ul>
      {lists.length === 0 && (
        <p className={styles.caveats}>
          The workbook has no figures for this choice: nobody submitted them, or they are suppressed.
        </p>
      )}
      {comparison.lists.length > 0 && (
        <ChartFigure
          headingLevel={3}
          title={comparisonTitle(comparison)}
          subtitle="Share of the people waiting, by weeks waited so far, in the bands of the national statistics"
          source={source}
          table={() => shareTable(comparison)}
          fileName="waits-beside-national"
          {...figureTools}
        >
          <WaitHistogram series={series} bands={comparison.bands} unit="percent" height={240} />
        </ChartFigure>
      )}
      {caveats.map((caveat) => (
        <p key={caveat} className={styles.caveats}>
          {caveat}
        </p>
      ))}
    </div>
  );
}
