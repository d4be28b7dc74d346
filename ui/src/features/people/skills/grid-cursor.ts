/** A cell of the grid, both counted from 0. */
export interface GridCell {
  row: number;
  column: number;
}

/** Where a key takes the cursor; none for a key that moves nothing. */
export function moveCell(
  { row, column }: GridCell,
  key: string,
  size: { rows: number; columns: number },
): GridCell | null {
  const within = (value: number, count: number) => Math.min(count - 1, Math.max(0, value));
  switch (key) {
    case 'ArrowUp':
      return { row: within(row - 1, size.rows), column };
    case 'ArrowDown':
      return { row: within(row + 1, size.rows), column };
    case 'ArrowLeft':
      return { row, column: within(column - 1, size.columns) };
    case 'ArrowRight':
      return { row, column: within(column + 1, size.columns) };
    case 'Home':
      return { row, column: 0 };
    case 'End':
      return { row, column: size.columns - 1 };
    case 'PageUp':
      return { row: within(row - 10, size.rows), column };
    case 'PageDown':
      return { row: within(row + 10, size.rows), column };
    default:
      return null;
  }
}
