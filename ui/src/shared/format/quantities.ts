import { formatCount, formatFixed, formatNumber, formatSensible, isKnown, unknown } from './numbers';

/** Quantities with their units, in the words the screens use. */

/** `1 week`, `47 weeks`. */
export function formatWeeks(weeks: number | null | undefined): string {
  return formatCount(weeks, 'week');
}

/** `1 person`, `1,969 people`. */
export function formatPeople(people: number | null | undefined): string {
  return formatCount(people, 'person', 'people');
}

/** People in a week: `8.4 a week`. */
export function formatPerWeek(rate: number | null | undefined): string {
  return isKnown(rate) ? `${formatSensible(rate)} a week` : unknown;
}

/** Posts, in whole-time equivalents: `4.0 WTE`, `3.55 WTE`. */
export function formatPosts(wte: number | null | undefined): string {
  if (!isKnown(wte)) return unknown;
  const hundredths = Math.round(wte * 100);
  return `${formatFixed(wte, hundredths % 10 === 0 ? 1 : 2)} WTE`;
}

/** Hours in a week: `36.1 hours`, `1 hour`. */
export function formatHours(hours: number | null | undefined): string {
  if (!isKnown(hours)) return unknown;
  const text = formatSensible(hours);
  return `${text} ${text === '1' ? 'hour' : 'hours'}`;
}

/** A length of time given in minutes, as a diary has it: `45 min`, `1 h 30 min`, `4 h`. */
export function formatMinutes(minutes: number | null | undefined): string {
  if (!isKnown(minutes)) return unknown;
  const whole = Math.round(minutes);
  const hours = Math.trunc(whole / 60);
  const rest = whole % 60;
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
}

/** Pounds to the nearest pound: `£38,214`. */
export function formatMoney(pounds: number | null | undefined): string {
  if (!isKnown(pounds)) return unknown;
  const text = formatNumber(pounds, 0);
  return text.startsWith('−') ? `−£${text.slice(1)}` : `£${text}`;
}

/** Pounds for a card or an axis: `£950`, `£466k`, `£1.2m`. */
export function formatMoneyShort(pounds: number | null | undefined): string {
  if (!isKnown(pounds)) return unknown;
  const size = Math.abs(pounds);
  const sign = pounds < 0 ? '−' : '';
  if (size < 999.5) return `${sign}£${formatNumber(size, 0)}`;
  if (size < 999_500) return `${sign}£${formatNumber(size / 1000, 0)}k`;
  return `${sign}£${formatNumber(size / 1_000_000, size < 9_950_000 ? 1 : 0)}m`;
}
