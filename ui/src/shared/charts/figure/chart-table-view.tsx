import { useMemo } from 'react';
import type { ChartTable, TableColumn } from '../chart-data';
import { cellWords } from '../words';
import styles from './chart-table-view.module.css';

export interface ChartTableViewProps {
  table: ChartTable;
}

/** The numbers of a chart. The room they scroll in takes the focus, so that the arrow keys can scroll it. */
export function ChartTableView({ table }: ChartTableViewProps) {
  const { caption, columns, rows, rowHeaders } = table;
  const groups = useMemo(() => runsOfGroups(columns), [columns]);
  const grouped = groups.some((group) => group.name !== undefined);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a room that scrolls must be reachable without a pointer
    <section className={styles.room} aria-label={caption} tabIndex={0}>
      <table className={styles.table}>
        <caption className={styles.caption}>{caption}</caption>
        <thead>
          {grouped && (
            <tr>
              {groups.map((group) =>
                group.name === undefined ? (
                  <td key={group.first} colSpan={group.span} />
                ) : (
                  <th key={group.first} colSpan={group.span} scope="colgroup" className={styles.group}>
                    {group.name}
                  </th>
                ),
              )}
            </tr>
          )}
          <tr>
            {columns.map((column, at) => (
              <th
                key={`${column.group ?? ''}/${column.label}`}
                scope="col"
                className={alignOf(column, at < rowHeaders)}
              >
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.slice(0, rowHeaders).join('/')}>
              {columns.map((column, at) => {
                const words = cellWords(row[at] ?? null, column);
                const key = `${column.group ?? ''}/${column.label}`;
                return at < rowHeaders ? (
                  <th key={key} scope="row" className={alignOf(column, true)}>
                    {words}
                  </th>
                ) : (
                  <td key={key} className={alignOf(column, false)}>
                    {words}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Figures stand at the right, names at the left. */
function alignOf({ kind }: TableColumn, isRowHeader: boolean): string | undefined {
  if (isRowHeader) return styles.rowHeader;
  return kind === 'text' || kind === 'date' ? styles.text : styles.figure;
}

interface GroupRun {
  readonly name: string | undefined;
  readonly first: number;
  span: number;
}

function runsOfGroups(columns: readonly TableColumn[]): GroupRun[] {
  const runs: GroupRun[] = [];
  for (const [first, { group }] of columns.entries()) {
    const run = runs.at(-1);
    if (run !== undefined && run.name === group) run.span += 1;
    else runs.push({ name: group, first, span: 1 });
  }
  return runs;
}
