import { parseDay } from '@/shared/format/dates';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Reads a day as people type one, `4/1/2027`, `4 January 2027`, `2027-01-04`, as `YYYY-MM-DD`; none for anything else. */
export function readDay(text: string): string | null {
  const typed = text.trim().toLowerCase();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed);
  if (iso) return day(iso[1], Number(iso[2]), iso[3]);
  const numbers = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(typed);
  if (numbers) return day(numbers[3], Number(numbers[2]), numbers[1]);
  const words = /^(?:[a-z]+,?\s+)?(\d{1,2})\s+([a-z]{3})[a-z]*\s+(\d{4})$/.exec(typed);
  if (words) return day(words[3], months.indexOf(words[2] ?? '') + 1, words[1]);
  return null;
}

function day(year = '', month: number, date = ''): string | null {
  const written = `${year}-${String(month).padStart(2, '0')}-${date.padStart(2, '0')}`;
  return parseDay(written) ? written : null;
}
