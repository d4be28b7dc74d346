import type { ReactNode } from 'react';
import type { MeasureWords } from '@/document/measures';
import type { OptionIdentity, Spread } from '@/shared/charts/chart-data';
import { bareWords, figureWords, unitName } from '@/shared/charts/words';
import { Help } from '@/shared/components/help';
import { formatNumber } from '@/shared/format';
import styles from './figures-table.module.css';
import { OptionName } from './option-sample';

/** A measure with its figure under every option. */
export interface FigureRows {
  id: string;
  measure: MeasureWords;
  rows: readonly { option: OptionIdentity; spread: Spread }[];
}

/** Figures under each option, a group of rows for each measure: the median, and the band 9 in 10 lie in. */
export function FiguresTable({ caption, groups }: { caption: ReactNode; groups: readonly FigureRows[] }) {
  return (
    <table className={styles.table}>
      <caption className={styles.caption}>{caption}</caption>
      <thead className={styles.unseen}>
        <tr>
          <th scope="col">Option</th>
          <th scope="col">Median</th>
          <th scope="col">9 in 10 simulated futures</th>
        </tr>
      </thead>
      {groups.map(({ id, measure, rows }) => (
        <tbody key={id}>
          <tr>
            <th scope="rowgroup" colSpan={3} className={styles.measure}>
              <span className={styles.heading}>
                {measure.name}
                <span className={styles.unit}>{shownUnit(measure)}</span>
                <Help about={measure.inSentence}>{measure.help}</Help>
              </span>
            </th>
          </tr>
          {rows.map(({ option, spread }) => (
            <tr key={option.id}>
              <th scope="row" className={styles.option}>
                <OptionName name={option.name} colourIndex={option.colourIndex} isShort />
              </th>
              <td className={styles.figure}>{medianWords(spread, measure)}</td>
              <td className={styles.band}>{rangeWords(spread, measure)}</td>
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  );
}

/** Signs that stand at the figures need no heading of their own. */
function shownUnit({ unit }: MeasureWords): string {
  return unit === 'percent' || unit === 'pounds' ? '' : unitName(unit);
}

/** The figure alone; where its unit is a sign, with it. */
export function medianWords({ median }: Spread, { unit }: MeasureWords): string {
  return median === null ? figureWords(null, unit) : cellWords(median, unit);
}

export function rangeWords({ p5, p95 }: Spread, { unit }: MeasureWords): string {
  return p5 === null || p95 === null ? '' : `${cellWords(p5, unit)} to ${cellWords(p95, unit)}`;
}

/** Waits of days are told apart: below ten weeks there is a decimal. */
function cellWords(value: number, unit: MeasureWords['unit']): string {
  return unit === 'weeks' && value < 9.95 ? formatNumber(value, 1) : bareWords(value, unit);
}
