import type { MeasureWords } from '@/document/measures';
import type { Spread, Unit } from '@/shared/charts/chart-data';
import { unitName } from '@/shared/charts/words';
import type { OptionWithResults } from '../data/outcomes';
import { medianWords, rangeWords } from './figures-table';
import { OptionName } from './option-sample';
import styles from './parts-table.module.css';

/** A part of the service: a tier, a group, a role. */
interface Part {
  id: string;
  name: string;
}

export interface PartsColumn {
  id: string;
  measure: MeasureWords;
  of: (option: OptionWithResults, partId: string) => Spread;
}

interface PartsTableProps {
  /** Names the table: "At the end of week 52". */
  heading: string;
  parts: readonly Part[];
  options: readonly OptionWithResults[];
  columns: readonly PartsColumn[];
}

/** Figures of each part of the service, an option in each row: the median, and the range of 9 in 10. */
export function PartsTable({ heading, parts, options, columns }: PartsTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a room that scrolls must be reachable without a pointer
    <section className={styles.room} aria-label={heading} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col" className={styles.name}>
              {heading}
            </th>
            {columns.map(({ id, measure }) => (
              <th key={id} scope="col" className={styles.head}>
                {measure.name}
                <span className={styles.unit}>{shownUnit(measure.unit)}</span>
              </th>
            ))}
          </tr>
        </thead>
        {parts.map((part) => (
          <tbody key={part.id}>
            <tr>
              <th scope="rowgroup" colSpan={columns.length + 1} className={styles.part}>
                {part.name}
              </th>
            </tr>
            {options.map((option) => (
              <tr key={option.id}>
                <th scope="row" className={styles.name}>
                  <OptionName name={option.name} colourIndex={option.colourIndex} isShort />
                </th>
                {columns.map(({ id, measure, of }) => (
                  <FigureCell key={id} spread={of(option, part.id)} measure={measure} />
                ))}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </section>
  );
}

function FigureCell({ spread, measure }: { spread: Spread; measure: MeasureWords }) {
  return (
    <td className={styles.figure}>
      <span className={styles.median}>{medianWords(spread, measure)}</span>{' '}
      <span className={styles.range}>{rangeWords(spread, measure)}</span>
    </td>
  );
}

/** Signs that stand at the figures need no heading of their own. */
function shownUnit(unit: Unit): string {
  return unit === 'percent' || unit === 'pounds' ? '' : unitName(unit);
}
