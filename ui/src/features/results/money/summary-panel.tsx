import type { Band } from '@/ipc/bindings';
import { Panel } from '@/shared/components/panel';
import { OptionName } from '../parts/option-sample';
import { SaveTable } from '../parts/save-table';
import styles from './money.module.css';
import { meanWords, rangeEnds, spanWords, type Wording } from './money-words';
import type { Shown } from './shown';
import { type SummaryRow, summaryRows, summaryTable } from './summary-rows';

/** What every option costs and what it is worth, figure by figure. */
export function SummaryPanel({ shown: { answer, options, isStale } }: { shown: Shown }) {
  const { report } = answer;
  const stale = isStale ? 'Out of date: inputs have changed. ' : '';
  return (
    <Panel
      title="Costs and benefits"
      subtitle={`${stale}Over ${spanWords(report.years)}: the mean, and below it the range of 9 in 10 simulated futures.`}
      actions={
        <SaveTable
          what="costs and benefits"
          fileName="costs-and-benefits"
          table={() => summaryTable(report, options)}
        />
      }
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a room that scrolls must be reachable without a pointer */}
      <section className={styles.room} aria-label="Costs and benefits of every option" tabIndex={0}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col" className={styles.name}>
                {report.priceYear.trim() === '' ? 'Price year not stated' : `In ${report.priceYear.trim()} prices`}
              </th>
              {options.map(({ id, name, colourIndex }) => (
                <th key={id} scope="col" className={styles.optionHead}>
                  <OptionName name={name} colourIndex={colourIndex} isShort />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {summaryRows(report).map((row) => (
              <Row key={row.name} row={row} optionIds={options.map(({ id }) => id)} />
            ))}
          </tbody>
        </table>
      </section>
    </Panel>
  );
}

function Row({ row, optionIds }: { row: SummaryRow; optionIds: readonly string[] }) {
  return (
    <tr data-part={row.isPart || undefined} data-total={row.isTotal || undefined}>
      <th scope="row" className={styles.name}>
        {row.name}
        {row.unit && <span className={styles.unit}> {row.unit}</span>}
      </th>
      {row.bands.map((band, at) => (
        <td key={optionIds[at]} className={styles.cell}>
          {band ? <Figure band={band} wording={row.wording} /> : <span className={styles.quiet}>not described</span>}
        </td>
      ))}
    </tr>
  );
}

function Figure({ band, wording }: { band: Band; wording: Wording }) {
  const range = rangeEnds(band, wording);
  return (
    <>
      <span className={styles.mean}>{meanWords(band, wording)}</span>
      {range && (
        <span className={styles.range}>
          <span className={styles.end}>{range[0]}</span> to <span className={styles.end}>{range[1]}</span>
        </span>
      )}
    </>
  );
}
