import type { ReferralDates } from '@/ipc/bindings';
import { DataTable, type TableColumn } from '@/shared/components/data-table';
import { Tag } from '@/shared/components/tag';
import { formatCount, formatNumber } from '@/shared/format';
import { columnWords, isPersonal, readingWords } from './column-words';
import styles from './dates.module.css';

/** What was found in a list: columns, people, refused lines. Nothing is kept yet. */
export function DatesFound({ found }: { found: ReferralDates }) {
  const { columns, column, refused, refusedLines } = found;
  const notes = found.notes.filter((note) => !aboutColumn.test(note));
  return (
    <div className={styles.found}>
      <p className={styles.sum} role="status">
        {readingWords(found)}
      </p>
      {columns.length > 1 && (
        <ul className={styles.columns} aria-label="Columns">
          {columns.map((one) => (
            <li key={one.number}>
              <Tag tone={one.number === column ? 'success' : isPersonal(one) ? 'warning' : 'plain'}>
                {columnWords(one, column)}
              </Tag>
            </li>
          ))}
        </ul>
      )}
      {notes.length > 0 && (
        <ul className={styles.notes}>
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      {refused.length > 0 && (
        <section aria-label="Refused lines">
          <h3 className={styles.heading}>{formatCount(refusedLines, 'line was refused', 'lines were refused')}</h3>
          <div className={styles.refused}>
            <DataTable
              label="Refused lines"
              columns={refusedColumns}
              rows={refused}
              rowId={({ line }) => String(line)}
            />
          </div>
        </section>
      )}
    </div>
  );
}

/** Notes that the list of columns says already. */
const aboutColumn = /^Columns? .* looks? like .* ignored and not kept\.$/;

const refusedColumns: readonly TableColumn<ReferralDates['refused'][number]>[] = [
  { id: 'line', label: 'Line', align: 'end', render: ({ line }) => formatNumber(line, 0) },
  { id: 'what', label: 'What is there', render: ({ what }) => what },
  { id: 'why', label: 'Why it was refused', render: ({ why }) => why },
];
