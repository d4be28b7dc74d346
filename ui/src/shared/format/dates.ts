import { unknown } from './numbers';

/**
 * Calendar dates as `YYYY-MM-DD`, which is how the document keeps them: a day, in no time zone. They are written in
 * UTC so that no clock change can move one.
 */

const millisecondsPerDay = 86_400_000;

const long = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
const weekday = new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: 'UTC' });
const monthYear = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });
// Written out because the platforms differ in how they shorten September.
const shortMonths = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** The day at midnight UTC, or `null` for what is not a day of the calendar. */
export function parseDay(day: string): Date | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  if (!parts) return null;
  const date = new Date(`${day}T00:00:00Z`);
  // The engine rolls 31 February over into March: refuse it instead.
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day) ? date : null;
}

/** `4 January 2027`. */
export function formatDay(day: string): string {
  const date = parseDay(day);
  return date ? long.format(date) : unknown;
}

/** `4 Jan 2027`. */
export function formatDayShort(day: string): string {
  const date = parseDay(day);
  return date ? `${date.getUTCDate()} ${shortMonths[date.getUTCMonth()]} ${date.getUTCFullYear()}` : unknown;
}

/** `Monday 4 January 2027`. */
export function formatDayWithWeekday(day: string): string {
  const date = parseDay(day);
  return date ? `${weekday.format(date)} ${long.format(date)}` : unknown;
}

/** `January 2027`. */
export function formatMonth(day: string): string {
  const date = parseDay(day);
  return date ? monthYear.format(date) : unknown;
}

/** The day on which week `week` ends, counting from a start in week nought: `YYYY-MM-DD`. */
export function dayOfWeek(startDay: string, week: number): string | null {
  const start = parseDay(startDay);
  if (!start || !Number.isFinite(week)) return null;
  return new Date(start.getTime() + Math.round(week * 7) * millisecondsPerDay).toISOString().slice(0, 10);
}

/** `week 52, 4 January 2027`. */
export function formatWeekAndDay(startDay: string, week: number): string {
  const day = dayOfWeek(startDay, week);
  return day ? `week ${week}, ${formatDay(day)}` : unknown;
}

/** How long ago, to the precision that helps: `just now`, `2 minutes ago`, `yesterday`, `4 January 2027`. */
export function formatSince(moment: Date, now: Date): string {
  const seconds = (now.getTime() - moment.getTime()) / 1000;
  if (Number.isNaN(seconds)) return unknown;
  if (seconds < 45) return 'just now';
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return minutes <= 1 ? 'a minute ago' : `${minutes} minutes ago`;
  const hours = Math.round(minutes / 60);
  if (hours < 24 && localDay(moment) === localDay(now)) return hours === 1 ? 'an hour ago' : `${hours} hours ago`;
  const days = Math.round((Date.parse(localDay(now)) - Date.parse(localDay(moment))) / millisecondsPerDay);
  if (days <= 1) return 'yesterday';
  if (days < 7) return `${days} days ago`;
  return formatDay(localDay(moment));
}

/** The day a moment falls on for the person at the window. */
function localDay(moment: Date): string {
  const padded = (part: number) => String(part).padStart(2, '0');
  return `${moment.getFullYear()}-${padded(moment.getMonth() + 1)}-${padded(moment.getDate())}`;
}
