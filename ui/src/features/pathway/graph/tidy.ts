import dagre from '@dagrejs/dagre';
import type { Design, Link, Position, Step, Tier } from '@/ipc/bindings';
import { gridStep, sizeOf } from '../edits/step-size';
import { isCompleted } from '../edits/ways-on';

/** Distances of a tidy pathway [px]. Chosen: links and their labels have room between columns. */
const columnGap = 60;
const rowGap = 34;
const laneRoom = { between: 82 };
const start: Position = { x: 40, y: 60 };

/**
 * Places for all steps: columns along the flow, each tier in its own lane, steps of no tier before the lanes where
 * they come first and below them otherwise. Steps keep their order from top to bottom as far as links allow.
 */
export function tidyPlaces(design: Design, tiers: readonly Tier[]): Map<string, Position> {
  const drawn = drawnInColumns(design);
  const columns = columnsOf(drawn);
  const laneOf = (id: string) =>
    tiers.findIndex((tier) => tier.id === design.steps.find((step) => step.id === id)?.tier);
  const firstTiered = Math.min(
    ...drawn.filter(({ id }) => laneOf(id) >= 0).map(({ id }) => columns.get(id) ?? 0),
    Infinity,
  );
  const isBefore = ({ id }: Drawn) => laneOf(id) < 0 && (columns.get(id) ?? 0) < firstTiered;

  const places = new Map<string, Position>();
  let top = start.y;
  const bands = [...tiers.map((_, lane) => drawn.filter(({ id }) => laneOf(id) === lane))];
  bands.push(drawn.filter((one) => laneOf(one.id) < 0 && !isBefore(one)));
  for (const band of bands) {
    if (band.length === 0) continue;
    const height = stack(band, columns, top, places);
    top += height + laneRoom.between;
  }
  centre(drawn.filter(isBefore), columns, (start.y + top - laneRoom.between) / 2, places);
  return places;
}

interface Drawn {
  id: string;
  /** Middle, as dagre has it [px]. */
  x: number;
  y: number;
  width: number;
  height: number;
}

function drawnInColumns({ steps, links }: Design): Drawn[] {
  const graph = new dagre.graphlib.Graph();
  graph.setGraph({ rankdir: 'LR', nodesep: rowGap, ranksep: columnGap });
  graph.setDefaultEdgeLabel(() => ({}));
  const known = new Set(steps.map(({ id }) => id));
  // Uppermost first: dagre keeps the order in which it is told of steps where nothing speaks against it.
  for (const step of [...steps].sort((one, other) => (one.position?.y ?? 0) - (other.position?.y ?? 0))) {
    graph.setNode(step.id, { ...sizeOf('contacts') });
  }
  for (const { from, to } of guidingLinks(steps, links)) if (known.has(from) && known.has(to)) graph.setEdge(from, to);
  dagre.layout(graph);
  return steps.map(({ id, work }) => ({ id, x: graph.node(id).x, y: graph.node(id).y, ...sizeOf(work.kind) }));
}

/**
 * The links that say which step comes after which: those taken when a step is done, within a tier or into one. People
 * who step up to another tier would otherwise push its whole lane to the right. A step that only other links lead to
 * follows the first of them.
 */
function guidingLinks(steps: readonly Step[], links: readonly Link[]): Link[] {
  const tierOf = new Map(steps.map(({ id, tier }) => [id, tier]));
  const guiding = links.filter((link) => {
    const from = tierOf.get(link.from) ?? null;
    return isCompleted(link) && link.from !== link.to && (from === null || from === tierOf.get(link.to));
  });
  const reached = new Set(guiding.map(({ to }) => to));
  for (const link of links) {
    if (reached.has(link.to) || link.from === link.to) continue;
    reached.add(link.to);
    guiding.push(link);
  }
  return guiding;
}

/** The column of each step, from the left. */
function columnsOf(drawn: readonly Drawn[]): Map<string, number> {
  const lines = [...new Set(drawn.map(({ x }) => Math.round(x)))].sort((one, other) => one - other);
  return new Map(drawn.map(({ id, x }) => [id, lines.indexOf(Math.round(x))]));
}

const rowHeight = sizeOf('contacts').height + rowGap;
const columnWidth = sizeOf('contacts').width + columnGap;

/** Puts steps into rows below `top`, column by column; gives back how high they are together. */
function stack(
  band: readonly Drawn[],
  columns: ReadonlyMap<string, number>,
  top: number,
  places: Map<string, Position>,
): number {
  const rows = new Map<number, number>();
  for (const one of [...band].sort((a, b) => a.y - b.y)) {
    const column = columns.get(one.id) ?? 0;
    const row = rows.get(column) ?? 0;
    rows.set(column, row + 1);
    places.set(one.id, inCell(one, column, top + row * rowHeight));
  }
  return Math.max(...rows.values()) * rowHeight - rowGap;
}

/** Puts steps above one another round a middle line, column by column. */
function centre(
  steps: readonly Drawn[],
  columns: ReadonlyMap<string, number>,
  middle: number,
  places: Map<string, Position>,
): void {
  const byColumn = new Map<number, Drawn[]>();
  for (const one of [...steps].sort((a, b) => a.y - b.y)) {
    const column = columns.get(one.id) ?? 0;
    byColumn.set(column, [...(byColumn.get(column) ?? []), one]);
  }
  for (const [column, stacked] of byColumn) {
    const top = middle - (stacked.length * rowHeight - rowGap) / 2;
    for (const [row, one] of stacked.entries()) places.set(one.id, inCell(one, column, top + row * rowHeight));
  }
}

/** Left in its column, its middle on the middle of its row. */
function inCell({ height }: Drawn, column: number, top: number): Position {
  const y = top + (sizeOf('contacts').height - height) / 2;
  return { x: start.x + column * columnWidth, y: Math.round(y / gridStep) * gridStep };
}
