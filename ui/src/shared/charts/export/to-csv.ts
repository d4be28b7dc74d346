import type { ChartTable, TableCell, TableColumn } from '../chart-data';
import { unitName } from '../words';

/** Excel takes a file for the computer's own character set unless it begins with this mark. */
const BYTE_ORDER_MARK = '\uFEFF';

/** What makes a spreadsheet take text for a formula, at the start of a cell. */
const FORMULA_START = /^[=+\-@\t\r]/;

/**
 * A chart's table as a file for a spreadsheet: RFC 4180, UTF-8, figures unrounded and without thousands separators.
 *
 * A name that begins like a formula is set as text with an apostrophe, because somebody else may have typed it; numbers
 * are never touched, negative ones least of all.
 */
export function toCsv(table: ChartTable): string {
  const heading = table.columns.map(headingOf);
  return [heading, ...table.rows].map((row) => `${row.map(cellOf).join(',')}\r\n`).join('');
}

/** The bytes of the file. */
export function csvBytes(table: ChartTable): Uint8Array {
  return new TextEncoder().encode(BYTE_ORDER_MARK + toCsv(table));
}

/** `Tiered redesign: median (weeks)`: a spreadsheet has one row of headings, and no unit in its cells. */
function headingOf({ label, group, kind }: TableColumn): string {
  const name = group === undefined ? label : `${group}: ${label}`;
  return kind === 'text' || kind === 'date' || kind === 'plain' ? name : `${name} (${unitName(kind)})`;
}

function cellOf(cell: TableCell): string {
  if (cell === null || (typeof cell === 'number' && !Number.isFinite(cell))) return '';
  if (typeof cell === 'number') return String(cell);
  const safe = FORMULA_START.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
