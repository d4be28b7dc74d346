/** What a cell is sorted by; `null` where there is no figure. */
export type SortValue = string | number | null;

export interface TableSort {
  column: string;
  direction: 'ascending' | 'descending';
}

const byWords = new Intl.Collator('en-GB', { numeric: true, sensitivity: 'base' });

/** The rows in order. Rows without a figure come last whichever way round; equal rows keep their order. */
export function sortedRows<RowData>(
  rows: readonly RowData[],
  sortBy: (row: RowData) => SortValue,
  direction: TableSort['direction'],
): RowData[] {
  const sign = direction === 'ascending' ? 1 : -1;
  return [...rows].sort((one, other) => {
    const [a, b] = [sortBy(one), sortBy(other)];
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    return sign * (typeof a === 'number' && typeof b === 'number' ? a - b : byWords.compare(String(a), String(b)));
  });
}
