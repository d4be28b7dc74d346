/** A place on a chart that can be read: a column (week, band) of one of its rows (options). */
export interface CursorPlace {
  readonly column: number;
  readonly row: number;
}

export interface CursorGrid {
  readonly columns: number;
  readonly rows: number;
  /** Columns that Page Up and Page Down pass over. */
  readonly page: number;
}

/**
 * Where a key takes the cursor; null puts it away, undefined is a key that is not the chart's.
 *
 * Left and right stop at the ends, because time does; up and down go round, because options are few.
 */
export function moveCursor(from: CursorPlace | null, key: string, grid: CursorGrid): CursorPlace | null | undefined {
  if (grid.columns === 0 || grid.rows === 0) return undefined;
  const last = grid.columns - 1;
  const { column, row } = within(from ?? { column: last, row: 0 }, grid);
  const across = (to: number) => ({ column: Math.min(Math.max(to, 0), last), row });
  const upAndDown = (by: number) => ({ column, row: (row + by + grid.rows) % grid.rows });
  switch (key) {
    case 'ArrowLeft':
      return from === null ? across(last) : across(column - 1);
    case 'ArrowRight':
      return from === null ? across(0) : across(column + 1);
    case 'ArrowUp':
      return from === null ? across(last) : upAndDown(-1);
    case 'ArrowDown':
      return from === null ? across(last) : upAndDown(1);
    case 'PageUp':
      return across(column - grid.page);
    case 'PageDown':
      return across(column + grid.page);
    case 'Home':
      return across(0);
    case 'End':
      return across(last);
    case 'Escape':
      return from === null ? undefined : null;
    default:
      return undefined;
  }
}

/** The same place, inside the grid: the figures may have become fewer since. */
export function within(place: CursorPlace, grid: CursorGrid): CursorPlace {
  return {
    column: Math.min(Math.max(place.column, 0), Math.max(grid.columns - 1, 0)),
    row: Math.min(Math.max(place.row, 0), Math.max(grid.rows - 1, 0)),
  };
}
