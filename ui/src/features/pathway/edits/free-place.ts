import type { Design, Position, Step, Work } from '@/ipc/bindings';
import { type Area, areaOf, areNear, gridStep, onGrid, sizeOf } from './step-size';

/** Room left between a new step and its neighbours [px]. Chosen: a link and its label fit. */
const columnGap = 60;
const rowGap = 34;

/**
 * A free place for a new step: right of a step, or of everything, as near as there is room, looking down and up in
 * turn so that it stays on the step's level where it can.
 */
export function freePlace(design: Design, kind: Work['kind'], beside: Step | null): Position {
  const taken = design.steps.map(areaOf);
  const size = sizeOf(kind);
  const start = beside ? rightOf(areaOf(beside), size.height) : firstPlace(taken);
  const rowStep = size.height + rowGap;
  for (let row = 0; row <= taken.length; row += 1) {
    for (const side of row === 0 ? [0] : [1, -1]) {
      const place = onGrid({ x: start.x, y: start.y + side * row * rowStep });
      if (isFree({ ...place, ...size }, taken)) return place;
    }
  }
  return onGrid(start);
}

/** The nearest place to a point that lies on no other step. */
export function nearPlace(design: Design, kind: Work['kind'], wanted: Position): Position {
  const taken = design.steps.map(areaOf);
  const size = sizeOf(kind);
  const start = onGrid(wanted);
  for (let away = 0; away <= taken.length; away += 1) {
    const place = { x: start.x, y: start.y + away * gridStep * 3 };
    if (isFree({ ...place, ...size }, taken, 0)) return place;
  }
  return start;
}

/** Level with the middle of the step, one column to the right. */
function rightOf(area: Area, height: number): Position {
  return { x: area.x + area.width + columnGap, y: area.y + (area.height - height) / 2 };
}

function firstPlace(taken: readonly Area[]): Position {
  if (taken.length === 0) return { x: 40, y: 200 };
  const right = Math.max(...taken.map((area) => area.x + area.width));
  const top = Math.min(...taken.map((area) => area.y));
  return { x: right + columnGap, y: top };
}

function isFree(area: Area, taken: readonly Area[], gap = rowGap - gridStep): boolean {
  return taken.every((other) => !areNear(area, other, gap));
}
