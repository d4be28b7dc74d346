import type { Design, Step } from '@/ipc/bindings';

/** The column and the row of a step on the small drawing that is watched. */
export interface Cell {
  column: number;
  row: number;
}

/** Steps whose places differ by less than this across stand in one column of the drawing; chosen, half a card [px]. */
const columnPixels = 110;
/** The same down [px]. */
const rowPixels = 56;

/**
 * Columns and rows for the steps of a design, by step: as they are drawn, evened out so that all fit in little room and
 * none covers another. Steps that were never placed stand by how far they are from where people come in.
 */
export function stepGrid({ steps, links }: Pick<Design, 'steps' | 'links'>): Cell[] {
  const isPlaced = steps.length > 0 && steps.every(({ position }) => position !== null);
  const cells = isPlaced ? placedCells(steps) : rankedCells(steps, links);
  return apart(cells);
}

function placedCells(steps: readonly Step[]): Cell[] {
  const columns = clusters(
    steps.map(({ position }) => position?.x ?? 0),
    columnPixels,
  );
  const rows = clusters(
    steps.map(({ position }) => position?.y ?? 0),
    rowPixels,
  );
  return steps.map((_, at) => ({ column: columns[at] ?? 0, row: rows[at] ?? 0 }));
}

/** The number of the cluster each value belongs to, lowest first: a value further than `width` from the first opens another. */
function clusters(values: readonly number[], width: number): number[] {
  const sorted = values.toSorted((one, other) => one - other);
  const starts: number[] = [];
  for (const value of sorted) {
    if (starts.length === 0 || value - (starts.at(-1) ?? 0) > width) starts.push(value);
  }
  return values.map((value) => starts.findLastIndex((start) => start <= value));
}

/** Each step one column after the furthest step that leads to it; steps on a way round stay where they were first met. */
function rankedCells(steps: readonly Step[], links: Design['links']): Cell[] {
  const column = new Map(steps.map(({ id }) => [id, 0]));
  // A way through all steps is at most as long as there are steps.
  for (let round = 0; round < steps.length; round += 1) {
    let hasMoved = false;
    for (const { from, to } of links) {
      const wanted = (column.get(from) ?? 0) + 1;
      if (wanted > (column.get(to) ?? 0) && wanted < steps.length) {
        column.set(to, wanted);
        hasMoved = true;
      }
    }
    if (!hasMoved) break;
  }
  return steps.map(({ id }) => ({ column: column.get(id) ?? 0, row: 0 }));
}

/** Moves whatever shares a cell into free rows below, and leaves no column and no row empty. */
function apart(cells: readonly Cell[]): Cell[] {
  const taken = new Set<string>();
  const free = cells.map(({ column, row: wanted }) => {
    let row = wanted;
    while (taken.has(`${column}/${row}`)) row += 1;
    taken.add(`${column}/${row}`);
    return { column, row };
  });
  const dense = (values: number[]) => [...new Set(values)].toSorted((one, other) => one - other);
  const columns = dense(free.map(({ column }) => column));
  const rows = dense(free.map(({ row }) => row));
  return free.map(({ column, row }) => ({ column: columns.indexOf(column), row: rows.indexOf(row) }));
}
