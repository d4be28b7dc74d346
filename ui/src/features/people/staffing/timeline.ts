import type { PostChange } from '@/ipc/bindings';
import { dayOfWeek, formatChange, formatDayShort } from '@/shared/format';

/** Weeks that a change of posts is there: from the start of one to the start of the other. */
export interface Span {
  fromWeek: number;
  /** None: for good. */
  untilWeek: number | null;
}

/** Which part of a bar is moved: an end, or all of it. */
export type Grip = 'from' | 'until' | 'whole';

/**
 * The span after one of its ends, or all of it, is taken to another week. It stays within the horizon and at least a
 * week long; an end taken to the horizon, or past it, is for good.
 */
export function movedSpan(span: Span, grip: Grip, byWeeks: number, horizonWeeks: number): Span {
  const { fromWeek, untilWeek } = span;
  const last = horizonWeeks - 1;
  if (grip === 'from') {
    const latest = Math.min(last, (untilWeek ?? horizonWeeks) - 1);
    return { fromWeek: clamp(fromWeek + byWeeks, 0, Math.max(latest, 0)), untilWeek };
  }
  if (grip === 'until') {
    const week = Math.max((untilWeek ?? horizonWeeks) + byWeeks, fromWeek + 1);
    return { fromWeek, untilWeek: week >= horizonWeeks ? null : week };
  }
  const length = untilWeek === null ? null : untilWeek - fromWeek;
  const from = clamp(fromWeek + byWeeks, 0, last);
  return { fromWeek: from, untilWeek: length === null ? null : from + length };
}

/** `+1.0 WTE from week 13 (6 Apr 2026) to week 26 (6 Jul 2026)`. */
export function changeWords(wte: number, { fromWeek, untilWeek }: Span, startDate: string): string {
  const more = formatChange(wte, 2);
  const from = `from week ${fromWeek} (${dayWords(startDate, fromWeek)})`;
  if (untilWeek === null) return `${more} WTE ${from} for good`;
  return `${more} WTE ${from} until week ${untilWeek} (${dayWords(startDate, untilWeek)})`;
}

/** The day on which a week begins, for reading: `6 Apr 2026`. */
export function dayWords(startDate: string, week: number): string {
  return formatDayShort(dayOfWeek(startDate, week) ?? '');
}

/** A tick of the timeline. */
export interface WeekTick {
  week: number;
  day: string;
}

const steps = [1, 2, 4, 13, 26, 52, 104, 260, 520];

/** Ticks of the timeline: as close as there is room for. */
export function weekTicks(startDate: string, horizonWeeks: number, mostTicks: number): WeekTick[] {
  const step = steps.find((weeks) => horizonWeeks / weeks <= mostTicks) ?? 1040;
  const ticks: WeekTick[] = [];
  for (let week = 0; week <= horizonWeeks; week += step) ticks.push({ week, day: dayWords(startDate, week) });
  return ticks;
}

/** The week whose start is nearest to a day: `2026-04-06`. Days before the start belong to week 0. */
export function weekOfDay(startDate: string, day: string): number | null {
  const [start, wanted] = [Date.parse(`${startDate}T00:00:00Z`), Date.parse(`${day}T00:00:00Z`)];
  if (Number.isNaN(start) || Number.isNaN(wanted)) return null;
  return Math.max(0, Math.round((wanted - start) / (7 * 86_400_000)));
}

/** Rows of the timeline on which bars of one role do not overlap: the row of each change. */
export function lanesOf(changes: readonly PostChange[]): number[] {
  const until: number[] = [];
  return changes.map(({ fromWeek, untilWeek }) => {
    const free = until.findIndex((week) => week <= fromWeek);
    const lane = free < 0 ? until.length : free;
    until[lane] = untilWeek ?? Number.POSITIVE_INFINITY;
    return lane;
  });
}

const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));
