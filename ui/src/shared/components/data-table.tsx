import { type ReactNode, useState } from 'react';
import { Cell, Column, Row, Table, TableBody, TableHeader } from 'react-aria-components/Table';
import { classNames } from './class-names';
import styles from './data-table.module.css';
import { type SortValue, sortedRows, type TableSort } from './table-sort';

export interface TableColumn<RowData> {
  id: string;
  label: string;
  /** Numbers stand at the right. */
  align?: 'start' | 'end';
  /** What the column sorts by; without it the column does not sort. */
  sortBy?: (row: RowData) => SortValue;
  render: (row: RowData) => ReactNode;
}

/** Rows under headings that sort. Arrow keys move between cells; Enter on a row chooses it where choosing is offered. */
export interface DataTableProps<RowData> {
  /** What the table holds, for a screen reader. */
  label: string;
  /** The first column names its row. */
  columns: readonly TableColumn<RowData>[];
  rows: readonly RowData[];
  rowId: (row: RowData) => string;
  defaultSort?: TableSort;
  selectedId?: string | null;
  /** Offers choosing one row. */
  onSelect?: (id: string) => void;
  /** Stands in the place of rows while there are none. */
  empty?: ReactNode;
}

export function DataTable<RowData>(props: DataTableProps<RowData>) {
  const { label, columns, rows, rowId, defaultSort, selectedId, onSelect, empty } = props;
  const [sort, setSort] = useState<TableSort | undefined>(defaultSort);
  const sortBy = columns.find((column) => column.id === sort?.column)?.sortBy;
  const shown = sort && sortBy ? sortedRows(rows, sortBy, sort.direction) : rows;
  return (
    <div className={styles.room}>
      <Table
        aria-label={label}
        className={styles.table}
        sortDescriptor={sort}
        onSortChange={(wanted) => setSort({ column: String(wanted.column), direction: wanted.direction })}
        selectionMode={onSelect ? 'single' : 'none'}
        selectionBehavior="replace"
        selectedKeys={selectedId ? [selectedId] : []}
        onSelectionChange={(keys) => {
          const [chosen] = keys === 'all' ? [] : keys;
          if (chosen !== undefined) onSelect?.(String(chosen));
        }}
      >
        <TableHeader>
          {columns.map((column, at) => (
            <Column
              key={column.id}
              id={column.id}
              isRowHeader={at === 0}
              allowsSorting={Boolean(column.sortBy)}
              className={classNames(styles.column, column.align === 'end' && styles.end)}
            >
              {({ sortDirection }) => (
                <>
                  {/* Before a heading at the right, so that heading and figures end on one line. */}
                  {column.sortBy && column.align === 'end' && <SortMark direction={sortDirection} />}
                  {column.label}
                  {column.sortBy && column.align !== 'end' && <SortMark direction={sortDirection} />}
                </>
              )}
            </Column>
          ))}
        </TableHeader>
        <TableBody renderEmptyState={() => <div className={styles.empty}>{empty ?? 'Nothing here yet.'}</div>}>
          {shown.map((row) => (
            <Row key={rowId(row)} id={rowId(row)} className={styles.row}>
              {columns.map((column) => (
                <Cell key={column.id} className={classNames(styles.cell, column.align === 'end' && styles.end)}>
                  {column.render(row)}
                </Cell>
              ))}
            </Row>
          ))}
        </TableBody>
      </Table>
    </div>
  );
}

function SortMark({ direction }: { direction: TableSort['direction'] | undefined }) {
  const mark = direction === 'ascending' ? '▲' : direction === 'descending' ? '▼' : '';
  return (
    <span className={styles.mark} aria-hidden="true">
      {mark}
    </span>
  );
}
