import type { ReferralList } from '@/ipc/bindings';
import { DataTable, type TableColumn } from '@/shared/components/data-table';
import { Disclosure } from '@/shared/components/disclosure';
import { Tag } from '@/shared/components/tag';
import { formatCount, formatNumber } from '@/shared/format';
import { columnWords, readFor, readingWords, refusedWords } from './column-words';
import styles from './imports.module.css';

/** What was found in a list: columns, people, refused lines. Nothing is kept yet. */
export function ListFound({ list }: { list: ReferralList }) {
  const { columns, mapping, refused, refusedLines } = list;
  const notes = list.notes.filter((note) => !aboutColumn.test(note));
  return (
    <div className={styles.found}>
      <p className={styles.sum} role="status">
        {readingWords(list)}
      </p>
      {columns.length > 1 && (
        <ul className={styles.columns} aria-label="Columns">
          {columns.map((column) => (
            <li key={column.number}>
              <Tag tone={readFor(column, mapping) ? 'success' : column.isPersonal ? 'warning' : 'plain'}>
                {columnWords(column, mapping)}
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
        <Disclosure
          title={formatCount(refusedLines, 'line was refused', 'lines were refused')}
          summary={refusedWords(list)}
          defaultExpanded={refused.length <= 20}
        >
          <div className={styles.refused}>
            <DataTable
              label="Refused lines"
              columns={refusedColumns}
              rows={refused.slice(0, mostShown)}
              rowId={({ line }) => String(line)}
            />
          </div>
          {refused.length > mostShown && (
            <p className={styles.notes}>The first {mostShown} are shown. Put these right and read the list again.</p>
          )}
        </Disclosure>
      )}
    </div>
  );
}

/** Most refused lines in the table: more make the window slow, and nobody reads them. */
const mostShown = 200;

/** Notes that the list of columns says already. */
const aboutColumn = /^Columns? .* looks? like .* ignored and not kept\.$/;

const refusedColumns: readonly TableColumn<ReferralList['refused'][number]>[] = [
  { id: 'line', label: 'Line', align: 'end', render: ({ line }) => formatNumber(line, 0) },
  { id: 'what', label: 'What is there', render: ({ what }) => what },
  { id: 'why', label: 'Why it was refused', render: ({ why }) => why },
];
