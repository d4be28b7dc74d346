import type { Draft } from 'immer';
import { likelyOf } from '@/document/estimate';
import { freeName, newId, starter } from '@/document/starters';
import type { Calendar, Project, Role, WorkingPattern } from '@/ipc/bindings';
import { formatCount } from '@/shared/format';
import { weekdays } from '../demand/season';

/** A pattern of each kind, as it stands before anybody has filled it in. */
export function newPattern(kind: WorkingPattern['kind']): WorkingPattern {
  switch (kind) {
    case 'continuous':
      return { kind };
    case 'weekdays':
      return { kind, days: [1, 2, 3, 4, 5], startsAtHour: 9 };
    case 'shifts':
      return {
        kind,
        shifts: [
          { fromHour: 0, toHour: 8, posts: 1 },
          { fromHour: 8, toHour: 20, posts: 2 },
          { fromHour: 20, toHour: 24, posts: 1 },
        ],
      };
  }
}

/** A pattern in a few words: `Monday to Friday from 09:00`. */
export function patternWords(pattern: WorkingPattern): string {
  switch (pattern.kind) {
    case 'continuous':
      return 'Hours flow round the clock, every day';
    case 'weekdays':
      return `${daysWords(pattern.days)} from ${clockTime(likelyOf(pattern.startsAtHour))}`;
    case 'shifts':
      return `${formatCount(pattern.shifts.length, 'shift')}, every day`;
  }
}

/** `Monday to Friday`; `Monday, Wednesday and Friday`. Days are numbered from 1, Monday. */
export function daysWords(days: readonly number[]): string {
  const sorted = [...days].sort((one, other) => one - other);
  const name = (day: number | undefined) => weekdays[(day ?? 0) - 1] ?? 'no such day';
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return 'No day';
  if (sorted.length > 2 && last - first === sorted.length - 1) return `${name(first)} to ${name(last)}`;
  const names = sorted.map(name);
  return names.length === 1 ? `${names[0]} only` : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** Hours after midnight as a clock has them: 9.5 is `09:30`. */
export function clockTime(hours: number): string {
  const minutes = Math.round(hours * 60);
  const padded = (part: number) => String(part).padStart(2, '0');
  return `${padded(Math.trunc(minutes / 60))}:${padded(minutes % 60)}`;
}

/** Roles that work by a calendar. */
export const rolesOfCalendar = (roles: readonly Role[], calendarId: string): Role[] =>
  roles.filter(({ calendar }) => calendar === calendarId);

/** Adds a calendar; its id. */
export function addCalendar(draft: Draft<Project>): string {
  const id = newId(
    'calendar',
    draft.calendars.map((calendar) => calendar.id),
  );
  draft.calendars.push({ ...starter('calendar'), id, name: freeName('New calendar', draft.calendars) });
  return id;
}

/** Adds a copy after a calendar; its id. */
export function duplicateCalendar(draft: Draft<Project>, calendarId: string): string | null {
  const at = draft.calendars.findIndex(({ id }) => id === calendarId);
  const calendar = draft.calendars[at];
  if (!calendar) return null;
  const id = newId(
    calendarId,
    draft.calendars.map((one) => one.id),
  );
  draft.calendars.splice(at + 1, 0, { ...calendar, id, name: freeName(`${calendar.name} (copy)`, draft.calendars) });
  return id;
}

/** Takes a calendar out; roles that worked by it work by the other one. */
export function removeCalendar(draft: Draft<Project>, calendarId: string, instead: string | null): void {
  draft.calendars = draft.calendars.filter(({ id }) => id !== calendarId);
  for (const role of draft.roles) if (role.calendar === calendarId) role.calendar = instead;
  for (const option of draft.options) {
    option.changes = option.changes.filter(({ figure }) => !figure.startsWith(`calendars/${calendarId}/`));
  }
}

/** Adds a closure of one day after the others: its first day. */
export function addClosure(calendar: Draft<Calendar>, day: string): void {
  calendar.closures.push({ from: day, to: day, name: '' });
}
