/** The words charts have in common. Numbers and dates are written by `shared/format`; here is only which of them is meant. */

import { dayOfWeek, formatDayShort, formatDayWithWeekday } from '../format/dates';
import { formatBand, formatNumber, formatPercent, unknown } from '../format/numbers';
import { formatHours, formatMoney, formatMoneyShort, formatPeople, formatWeeks } from '../format/quantities';
import type { Freshness, Spread, TableCell, TableColumn, Unit } from './chart-data';

interface UnitWords {
  /** Named once, at the top of an axis. */
  readonly name: string;
  /** A figure with its unit: `47 weeks`. */
  readonly figure: (value: number | null) => string;
  /** A figure whose unit has just been named: `47`. */
  readonly bare: (value: number) => string;
  /** As short as an axis needs it. */
  readonly axis: (value: number) => string;
}

const percent = (value: number | null) => formatPercent(value === null ? null : value / 100);
const whole = (value: number) => formatNumber(value, 0);

const plain = (value: number | null) => formatNumber(value);

const UNITS: Readonly<Record<Unit, UnitWords>> = {
  plain: { name: '', figure: plain, bare: plain, axis: plain },
  people: { name: 'people', figure: formatPeople, bare: whole, axis: (value) => formatNumber(value) },
  weeks: { name: 'weeks', figure: formatWeeks, bare: whole, axis: (value) => formatNumber(value) },
  percent: { name: '%', figure: percent, bare: percent, axis: (value) => `${formatNumber(value)}%` },
  hours: { name: 'hours', figure: formatHours, bare: formatNumber, axis: (value) => formatNumber(value) },
  pounds: { name: '£', figure: formatMoney, bare: formatMoney, axis: formatMoneyShort },
};

export function unitName(unit: Unit): string {
  return UNITS[unit].name;
}

export function axisNumber(value: number, unit: Unit): string {
  return UNITS[unit].axis(value);
}

/** `47 weeks`; says when it is not known. */
export function figureWords(value: number | null, unit: Unit): string {
  return UNITS[unit].figure(value);
}

/** `47`, where the unit has been named. */
export function bareWords(value: number | null, unit: Unit): string {
  return value === null ? unknown : UNITS[unit].bare(value);
}

/** `47 weeks (42 to 52)`: the median, and the band that 9 in 10 lie in. */
export function spreadWords({ median, p5, p95 }: Spread, unit: Unit): string {
  return formatBand(median, p5, p95, UNITS[unit].figure, UNITS[unit].bare);
}

/** `47 (42 to 52)`, where the unit has been named. */
export function bareSpreadWords({ median, p5, p95 }: Spread, unit: Unit): string {
  return formatBand(median, p5, p95, UNITS[unit].bare, UNITS[unit].bare);
}

/** `between 42 and 52 weeks`. */
export function betweenWords(low: number | null, high: number | null, unit: Unit): string {
  return low === null || high === null ? unknown : `between ${bareWords(low, unit)} and ${figureWords(high, unit)}`;
}

/** A week's date on an axis; the year only where it is not the one before. */
export function tickDate(startDate: string, week: number, yearBefore: string): { text: string; year: string } {
  const words = formatDayShort(dayOfWeek(startDate, week) ?? '');
  const [day = '', month = '', year = ''] = words.split(' ');
  return { text: year === yearBefore ? `${day} ${month}` : words, year };
}

/** `Week 26, Monday 6 July 2026`. */
export function weekTitle(startDate: string, week: number): string {
  return `Week ${week}, ${formatDayWithWeekday(dayOfWeek(startDate, week) ?? '')}`;
}

/** What a reader must know before relying on a drawing; empty when it can be relied on. */
export function freshnessNote({ partial, stale }: Freshness): string {
  if (stale === true) return 'Out of date: inputs have changed';
  return partial === true ? 'Still running: the bands will sharpen' : '';
}

/** A cell of a chart's table, as it is read on the screen. */
export function cellWords(cell: TableCell, { kind }: TableColumn): string {
  if (cell === null) return unknown;
  if (typeof cell === 'string') return kind === 'date' ? formatDayShort(cell) : cell;
  return kind === 'text' || kind === 'date' ? formatNumber(cell) : bareWords(cell, kind);
}

/** `a`, `a and b`, `a, b and c`. */
export function listWords(parts: readonly string[]): string {
  return parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}
