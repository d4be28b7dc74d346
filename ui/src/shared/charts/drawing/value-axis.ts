import { tickStep } from 'd3-array';

/** The numbers named on an axis and the range it covers. */
export interface ValueAxis {
  readonly from: number;
  readonly to: number;
  readonly ticks: readonly number[];
}

export interface ValueRange {
  readonly low: number;
  readonly high: number;
  /** Smallest step that makes sense: 1 where whole things are counted. */
  readonly smallestStep: number;
}

/** Pixels of height that one name on an axis should have to itself. */
const ROOM_FOR_TICK = 52;

/** An axis that covers a range with round numbers. */
export function valueAxis({ low, high, smallestStep }: ValueRange, room: number): ValueAxis {
  const above = high > low ? high : low + smallestStep;
  const step = Math.max(tickStep(low, above, Math.min(Math.max(Math.round(room / ROOM_FOR_TICK), 2), 6)), smallestStep);
  const [first, last] = [Math.floor(low / step + 1e-9), Math.ceil(above / step - 1e-9)];
  const ticks: number[] = [];
  for (let at = first; at <= last; at += 1) ticks.push(tidy(at * step));
  return { from: tidy(first * step), to: tidy(last * step), ticks };
}

/** 0.1 * 3 is not 0.3 in floating point; an axis says 0.3. */
function tidy(value: number): number {
  return Number(value.toPrecision(12));
}
