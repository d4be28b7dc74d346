import { describe, expect, it } from 'vitest';
import {
  dayOfWeek,
  formatDay,
  formatDayShort,
  formatDayWithWeekday,
  formatMonth,
  formatSince,
  formatWeekAndDay,
  parseDay,
} from './dates';

describe('days', () => {
  it('are written the British way', () => {
    expect(formatDay('2027-01-04')).toBe('4 January 2027');
    expect(formatDayShort('2026-09-07')).toBe('7 Sep 2026');
    expect(formatDayWithWeekday('2027-01-04')).toBe('Monday 4 January 2027');
    expect(formatMonth('2027-10-01')).toBe('October 2027');
  });

  it.each(['2027-02-30', '2027-13-01', '4/1/2027', '', 'soon'])('refuses %j', (day) => {
    expect(parseDay(day)).toBeNull();
    expect(formatDay(day)).toBe('not known');
  });
});

describe('weeks', () => {
  it.each([
    ['2026-01-05', 0, '2026-01-05'],
    ['2026-01-05', 52, '2027-01-04'],
    ['2024-02-26', 1, '2024-03-04'],
    // The clocks go forward on 29 March 2026.
    ['2026-03-23', 1, '2026-03-30'],
  ])('from %s, week %s ends on %s', (start, week, day) => {
    expect(dayOfWeek(start, week)).toBe(day);
  });

  it('are named with their day', () => {
    expect(formatWeekAndDay('2026-01-05', 52)).toBe('week 52, 4 January 2027');
    expect(formatWeekAndDay('never', 52)).toBe('not known');
  });
});

describe('how long ago', () => {
  const now = new Date(2027, 0, 20, 15, 0, 0);
  it.each([
    [new Date(2027, 0, 20, 14, 59, 40), 'just now'],
    [new Date(2027, 0, 20, 14, 59, 0), 'a minute ago'],
    [new Date(2027, 0, 20, 14, 35, 0), '25 minutes ago'],
    [new Date(2027, 0, 20, 14, 0, 0), 'an hour ago'],
    [new Date(2027, 0, 20, 9, 0, 0), '6 hours ago'],
    [new Date(2027, 0, 19, 23, 0, 0), 'yesterday'],
    [new Date(2027, 0, 17, 9, 0, 0), '3 days ago'],
    [new Date(2027, 0, 4, 9, 0, 0), '4 January 2027'],
    [new Date(Number.NaN), 'not known'],
  ])('%s was %s', (moment, words) => {
    expect(formatSince(moment, now)).toBe(words);
  });
});
