import type { Position } from '@/ipc/bindings';
import type { Area } from '../edits/step-size';

/** Lines along which dragged steps stand level with others [px]. */
export interface Guides {
  /** Upright lines, at these x. */
  x: number[];
  /** Level lines, at these y. */
  y: number[];
}

/**
 * The lines on which a dragged step shares an edge or its middle with another one. Positions are on a grid, so that
 * sharing is exact. Only steps near enough to be compared by eye count.
 */
export function guidesOf(dragged: Area, others: readonly Area[]): Guides {
  const near = others.filter((other) => distance(dragged, other) < 900);
  return {
    x: shared([dragged.x, dragged.x + dragged.width / 2, dragged.x + dragged.width], near, ({ x, width }) => [
      x,
      x + width / 2,
      x + width,
    ]),
    y: shared([dragged.y + dragged.height / 2], near, ({ y, height }) => [y + height / 2]),
  };
}

/** Whether two sets of lines are the same ones. */
export function areSame(one: Guides, other: Guides): boolean {
  return one.x.join() === other.x.join() && one.y.join() === other.y.join();
}

function shared(lines: readonly number[], others: readonly Area[], linesOf: (area: Area) => number[]): number[] {
  const theirs = others.map(linesOf);
  // The left edge and the middle and the right edge of equal steps agree together: one line says it.
  return lines.filter((line, at) => theirs.some((other) => other[at] === line)).slice(0, 1);
}

function distance(one: Position, other: Position): number {
  return Math.abs(one.x - other.x) + Math.abs(one.y - other.y);
}
