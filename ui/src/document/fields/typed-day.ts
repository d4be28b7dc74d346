import { parseDay } from '@/shared/format';

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Reads a day as people type one: `6 April 2026`, `6 Apr 26`, `6/4/2026`, `2026-04-06`. None for what is not a day. */
export function readTypedDay(text: string): string | null {
  const typed = text.trim().toLowerCase();
  if (/^\d{4}-\d{2}-\d{2}$/.test(typed)) return parseDay(typed) ? typed : null;
  const numbers = /^(\d{1,2})[/.\-\s](\d{1,2})[/.\-\s](\d{4}|\d{2})$/.exec(typed);
  if (numbers) return dayOf(numbers[3], Number(numbers[2]), numbers[1]);
  const named = /^(\d{1,2})(?:st|nd|rd|th)?[\s-]+([a-z]{3,9})\.?,?[\s-]+(\d{4}|\d{2})$/.exec(typed);
  if (!named) return null;
  return dayOf(named[3], monthNames.indexOf((named[2] ?? '').slice(0, 3)) + 1, named[1]);
}

function dayOf(year = '', month: number, day = ''): string | null {
  const padded = (part: string) => part.padStart(2, '0');
  const written = `${year.length === 2 ? `20${year}` : year}-${padded(String(month))}-${padded(day)}`;
  return parseDay(written) ? written : null;
}
