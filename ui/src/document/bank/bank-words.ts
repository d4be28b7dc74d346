import type { BankEntry, BankFigure, FittingPlace } from '@/ipc/bindings';
import { formatNumber } from '@/shared/format/numbers';

/** Figures of one topic. */
export interface BankSection {
  id: string;
  name: string;
  entries: readonly BankEntry[];
}

/** The figures under their topics, in the order in which the topics come: the best find is first. */
export function inSections(entries: readonly BankEntry[]): BankSection[] {
  const sections = new Map<string, BankEntry[]>();
  for (const entry of entries) {
    sections.set(entry.topicWords, [...(sections.get(entry.topicWords) ?? []), entry]);
  }
  return [...sections].map(([name, members]) => ({ id: name, name, entries: members }));
}

/** A number in its unit: `19.2% of posts`, `£58,592 a year`, `27 days`. Every digit of the source is kept. */
function inUnit(number: string, unit: string): string {
  if (unit.startsWith('%')) return `${number}${unit}`;
  if (unit.startsWith('£')) return `£${number}${unit.slice(1)}`;
  return unit === '' ? number : `${number} ${unit}`;
}

const digits = (value: number | null) => formatNumber(value, 6);

/** The figure with its unit and its range: `27 days (26 to 28)`. */
export function bankValue({ value, low, high, unit }: BankFigure): string {
  const range = low === null || high === null ? '' : ` (${digits(low)} to ${digits(high)})`;
  return `${inUnit(digits(value), unit)}${range}`;
}

/** Where and when it holds: `London, March 2024`. */
export function aboutWords({ where, year }: BankFigure): string {
  return [where, year].filter(Boolean).join(', ');
}

/** What a field holds now: `now 11.4%`, `now £58,592`. */
export function nowWords({ now, unit }: FittingPlace): string {
  return `now ${inUnit(digits(now), unit)}`;
}

export const isFromMemory = ({ label }: BankFigure): boolean => label === 'fromMemory';
