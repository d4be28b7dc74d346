import type { Position } from '@/ipc/bindings';
import type { Area } from '../edits/step-size';

/** The way of a link across the canvas, and where its label stands. */
export interface LinkPath {
  path: string;
  label: Position;
}

/** How far a label stands from the end of its link [px]: in the gap between two columns. */
const labelAway = 34;
/** How far right of its source a target must begin to be reached from side to side [px]. */
const leastForward = 24;
/** Where along a link the label of people who leave early stands: many of them share an end, none a start. */
const nearStart = 0.14;

/**
 * From the right side of a step to the left side of the next; between steps above one another, and for people who
 * leave while waiting, from the lower or upper side, so that the two kinds of link leave a step at different places.
 */
export function linkPath(from: Area, to: Area, leavesEarly: boolean): LinkPath {
  const isForward = to.x - (from.x + from.width) >= leastForward;
  if (isForward && !leavesEarly) return sideways(from, to);
  const labelAt = leavesEarly ? nearStart : 0.5;
  if (to.y >= from.y + from.height) {
    return leavesEarly && isForward ? downThenRight(from, to) : upright(from, to, { way: 1, labelAt });
  }
  if (from.y >= to.y + to.height) return upright(from, to, { way: -1, labelAt });
  return arc(from, to);
}

const middle = ({ x, y, width, height }: Area): Position => ({ x: x + width / 2, y: y + height / 2 });

function sideways(from: Area, to: Area): LinkPath {
  const start = { x: from.x + from.width, y: middle(from).y };
  const end = { x: to.x, y: middle(to).y };
  const bend = Math.min(Math.max((end.x - start.x) / 2, 28), 120);
  const curve = [start, { x: start.x + bend, y: start.y }, { x: end.x - bend, y: end.y }, end] as const;
  const span = end.x - start.x;
  return {
    path: written(curve),
    label: pointOn(curve, span <= 2 * labelAway ? 0.5 : shareAt(curve, end.x - labelAway)),
  };
}

/** Straight down or up from the middle of a side. */
function upright(from: Area, to: Area, { way, labelAt }: { way: 1 | -1; labelAt: number }): LinkPath {
  const start = { x: middle(from).x, y: way === 1 ? from.y + from.height : from.y };
  const end = { x: middle(to).x, y: way === 1 ? to.y : to.y + to.height };
  const bend = Math.max(Math.abs(end.y - start.y) / 2, 24) * way;
  const curve = [start, { x: start.x, y: start.y + bend }, { x: end.x, y: end.y - bend }, end] as const;
  return { path: written(curve), label: pointOn(curve, labelAt) };
}

/** From the lower side round to the left side of something lower down. */
function downThenRight(from: Area, to: Area): LinkPath {
  const start = { x: middle(from).x, y: from.y + from.height };
  const end = { x: to.x, y: middle(to).y };
  const down = (end.y - start.y) * 0.85;
  const curve = [
    start,
    { x: start.x, y: start.y + down },
    { x: end.x - (end.x - start.x) * 0.6, y: end.y },
    end,
  ] as const;
  return { path: written(curve), label: pointOn(curve, nearStart) };
}

/** Below both, for two steps side by side that a straight way would cross, and for ways back. */
function arc(from: Area, to: Area): LinkPath {
  const start = { x: middle(from).x, y: from.y + from.height };
  const end = { x: middle(to).x, y: to.y + to.height };
  const depth = Math.max(start.y, end.y) + 44;
  const curve = [start, { x: start.x, y: depth }, { x: end.x, y: depth }, end] as const;
  return { path: written(curve), label: pointOn(curve, 0.5) };
}

type Curve = readonly [Position, Position, Position, Position];

function written([start, one, other, end]: Curve): string {
  return `M${start.x} ${start.y}C${one.x} ${one.y} ${other.x} ${other.y} ${end.x} ${end.y}`;
}

function pointOn([start, one, other, end]: Curve, share: number): Position {
  const rest = 1 - share;
  const at = (axis: 'x' | 'y') =>
    rest ** 3 * start[axis] +
    3 * rest ** 2 * share * one[axis] +
    3 * rest * share ** 2 * other[axis] +
    share ** 3 * end[axis];
  return { x: at('x'), y: at('y') };
}

/** How far along a curve that runs to the right it comes to an x. */
function shareAt(curve: Curve, x: number): number {
  let [low, high] = [0, 1];
  for (let round = 0; round < 20; round += 1) {
    const share = (low + high) / 2;
    if (pointOn(curve, share).x < x) low = share;
    else high = share;
  }
  return (low + high) / 2;
}
