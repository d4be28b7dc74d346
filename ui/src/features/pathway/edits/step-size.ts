import type { Position, Step, Work } from '@/ipc/bindings';

/** Size of a step on the canvas [px]. An outcome is a pill, as high as its two lines. */
export interface Size {
  width: number;
  height: number;
}

const plain: Size = { width: 200, height: 96 };
const pill: Size = { width: 180, height: 56 };

export function sizeOf(kind: Work['kind']): Size {
  return kind === 'outcome' ? pill : plain;
}

/** A rectangle of the canvas [px]. */
export interface Area extends Position, Size {}

/** Where a step that was never placed is drawn, so that it can be found: Tidy puts it where it belongs. */
const unplaced: Position = { x: 0, y: 0 };

export function areaOf({ position, work }: Pick<Step, 'position' | 'work'>): Area {
  return { ...(position ?? unplaced), ...sizeOf(work.kind) };
}

/** Whether two rectangles come nearer to each other than a gap. */
export function areNear(one: Area, other: Area, gap: number): boolean {
  return (
    one.x < other.x + other.width + gap &&
    other.x < one.x + one.width + gap &&
    one.y < other.y + other.height + gap &&
    other.y < one.y + one.height + gap
  );
}

/** The smallest rectangle round some, or none round nothing. */
export function areaRound(areas: readonly Area[]): Area | null {
  if (areas.length === 0) return null;
  const x = Math.min(...areas.map((area) => area.x));
  const y = Math.min(...areas.map((area) => area.y));
  const right = Math.max(...areas.map((area) => area.x + area.width));
  const bottom = Math.max(...areas.map((area) => area.y + area.height));
  return { x, y, width: right - x, height: bottom - y };
}

/** Distance between the points that steps snap to [px]. */
export const gridStep = 10;

export function onGrid({ x, y }: Position): Position {
  return { x: Math.round(x / gridStep) * gridStep, y: Math.round(y / gridStep) * gridStep };
}
