import { describe, expect, it } from 'vitest';
import type { ColumnKind, ReferralList } from '@/ipc/bindings';
import { addsUp, evenMix, remainderWords } from './demand/case-mix';
import { historyWords, replayDays } from './demand/history';
import { percentOfMean, profileWords } from './demand/season';
import { columnWords, readingWords, refusedWords } from './imports/column-words';
import { listed } from './parts/listed';
import { loadWords } from './parts/load';
import { isSameValue } from './parts/same-value';
import { moveCell } from './skills/grid-cursor';
import { ordinal } from './skills/skills';
import { changeWords, lanesOf, movedSpan, weekTicks } from './staffing/timeline';
import { weeklyPeople } from './waiting/weekly-people';

describe('the timeline', () => {
  it.each([
    ['the start is taken later', 'from', 4, { fromWeek: 17, untilWeek: 26 }],
    ['the start stays before the end', 'from', 40, { fromWeek: 25, untilWeek: 26 }],
    ['the start stays within the horizon', 'from', -40, { fromWeek: 0, untilWeek: 26 }],
    ['the end is taken later', 'until', 4, { fromWeek: 13, untilWeek: 30 }],
    ['the end stays after the start', 'until', -40, { fromWeek: 13, untilWeek: 14 }],
    ['an end at the horizon is for good', 'until', 26, { fromWeek: 13, untilWeek: null }],
    ['all of it keeps its length', 'whole', 4, { fromWeek: 17, untilWeek: 30 }],
  ] as const)('%s', (_, grip, by, wanted) => {
    expect(movedSpan({ fromWeek: 13, untilWeek: 26 }, grip, by, 52)).toEqual(wanted);
  });

  it('takes back an end that was for good', () => {
    expect(movedSpan({ fromWeek: 13, untilWeek: null }, 'until', -2, 52)).toEqual({ fromWeek: 13, untilWeek: 50 });
  });

  it('says a change with its dates', () => {
    const span = { fromWeek: 13, untilWeek: null };
    expect(changeWords(-0.5, span, '2026-01-05')).toBe('−0.5 WTE from week 13 (6 Apr 2026) for good');
    expect(changeWords(1, { ...span, untilWeek: 26 }, '2026-01-05')).toBe(
      '+1 WTE from week 13 (6 Apr 2026) until week 26 (6 Jul 2026)',
    );
  });

  it('puts bars that overlap on rows of their own', () => {
    const change = (fromWeek: number, untilWeek: number | null) => ({ fromWeek, untilWeek, wte: 1 });
    expect(lanesOf([change(0, 10), change(5, null), change(10, 12)])).toEqual([0, 1, 0]);
  });

  it('has as many dates as there is room for', () => {
    expect(weekTicks('2026-01-05', 52, 6).map(({ week }) => week)).toEqual([0, 13, 26, 39, 52]);
    expect(weekTicks('2026-01-05', 260, 6).map(({ week }) => week)).toEqual([0, 52, 104, 156, 208, 260]);
  });
});

describe('a record of referrals', () => {
  it('keeps the days of the week, the first week becoming week 0', () => {
    // A Wednesday, the Monday of the week after, and the Monday of the same week.
    expect(replayDays(['2025-04-09', '2025-04-14', '2025-04-07'])).toEqual([0, 2, 7]);
    expect(replayDays([])).toEqual([]);
  });

  it('says whether it lasts', () => {
    expect(historyWords([0, 2, 7], 2)).toBe('3 referrals over 2 weeks, the first of which becomes week 0.');
    expect(historyWords([0], 3)).toMatch(/nobody is referred for the last 2 weeks looked at\.$/);
    expect(historyWords([], 3)).toMatch(/empty/);
  });
});

describe('shares', () => {
  it('say what is left of 100', () => {
    expect(remainderWords({ a: 59, b: 41 })).toBe('Adds to 100%.');
    expect(remainderWords({ a: 50, b: 41 })).toBe('9% still to give out.');
    expect(remainderWords({ a: 60, b: 41.5 })).toBe('1.5% too much.');
    expect(addsUp({ a: 100 / 3, b: 100 / 3, c: 100 / 3 })).toBe(true);
  });

  it('are given out evenly in whole numbers', () => {
    const groups = ['a', 'b', 'c'].map((id) => ({ id, name: id, priority: 0, labels: {} }));
    expect(evenMix(groups)).toEqual({ a: 34, b: 33, c: 33 });
  });
});

describe('a season', () => {
  const names = ['Jan', 'Feb', 'Mar', 'Apr'];
  it('is said by its extremes, where they stand alone', () => {
    expect(profileWords([100, 200, 50, 50], names, 'in')).toBe(
      'Busiest in Feb (200% of the mean), quietest in Mar and Apr (50% of the mean).',
    );
    expect(profileWords([100, 100, 100, 20], names, 'in')).toBe('Quietest in Apr (25% of the mean).');
    expect(profileWords([100, 100, 100, 100], names, 'in')).toBe('The same all through.');
    expect(profileWords([0, 0, 0, 0], names, 'in')).toBe('The same all through.');
  });

  it('has no mean where everything is nought', () => {
    expect([percentOfMean([0, 0], 0), percentOfMean([1, 3], 1)]).toEqual([null, 150]);
  });
});

describe('columns of a list', () => {
  const mapping = { referral: 3, ended: 4, group: null, urgency: null };
  const column = (number: number, kind: ColumnKind, heading: string | null) => ({
    number,
    kind,
    heading,
    isPersonal: false,
  });

  it('are named with what becomes of them', () => {
    expect(columnWords(column(2, 'nhsNumbers', null), mapping)).toBe('Column 2: NHS numbers, ignored');
    expect(columnWords(column(3, 'referralDates', 'Referred'), mapping)).toBe('Referred: referral dates, read');
    expect(columnWords(column(4, 'other', 'Status'), mapping)).toBe('Status: who has left the list, read');
    expect(columnWords(column(5, 'other', 'Comment'), mapping)).toBe('Comment: ignored');
  });

  it('and what came of it', () => {
    const found: ReferralList = {
      sheets: [],
      sheet: null,
      columns: [],
      mapping,
      dayOrder: 'dayFirst',
      isDayOrderSure: true,
      accepted: [],
      groups: [],
      refused: [],
      refusedBy: [
        { reason: 'noDate', lines: 2 },
        { reason: 'twice', lines: 1 },
      ],
      refusedLines: 3,
      meanWeeks: null,
      longestWeeks: null,
      notes: [],
      remember: null,
    };
    expect(readingWords(found)).toBe('0 people were read; 3 lines were refused.');
    expect(refusedWords(found)).toBe('2 without a date, 1 on the list twice');
    expect(readingWords({ ...found, mapping: { ...mapping, referral: null } })).toBe(
      'No column of referral dates was found.',
    );
  });
});

it('spreads a bar of several weeks over them, losing nobody', () => {
  expect(weeklyPeople({ bars: [10, 3], barWeeks: 4 })).toEqual([3, 3, 2, 2, 1, 1, 1, 0]);
  expect(weeklyPeople({ bars: [10, 3], barWeeks: 1 })).toEqual([10, 3]);
});

it('moves over the grid and stops at its edges', () => {
  const size = { rows: 3, columns: 2 };
  expect(moveCell({ row: 0, column: 0 }, 'ArrowDown', size)).toEqual({ row: 1, column: 0 });
  expect(moveCell({ row: 2, column: 1 }, 'ArrowRight', size)).toEqual({ row: 2, column: 1 });
  expect(moveCell({ row: 0, column: 0 }, 'PageDown', size)).toEqual({ row: 2, column: 0 });
  expect(moveCell({ row: 0, column: 0 }, 'x', size)).toBeNull();
});

it('writes lists, ordinals and loads as people say them', () => {
  expect([listed([]), listed(['a']), listed(['a', 'b']), listed(['a', 'b', 'c', 'd'], 3)]).toEqual([
    '',
    'a',
    'a and b',
    'a, b and 2 more',
  ]);
  expect([1, 2, 3, 4, 11, 21].map(ordinal)).toEqual(['1st', '2nd', '3rd', '4th', '11th', '21st']);
  const load = {
    roleId: '',
    roleName: '',
    hoursNeededPerWeek: 10,
    hoursAvailablePerWeek: 0,
    hoursAtFullSpeedPerWeek: 0,
  };
  const words = [null, 80, 95, 100, 104].map((loadPercent) => loadWords({ ...load, loadPercent }));
  expect(words).toEqual(['nobody to do it', '80%: keeps up', '95%: tight', '100%: full', '104%: too much']);
  expect(loadWords({ ...load, hoursNeededPerWeek: 0, loadPercent: 0 })).toBe('no work here');
});

it('compares values whatever the order of their fields', () => {
  expect(isSameValue({ a: 1, b: [1, { c: null }] }, { b: [1, { c: null }], a: 1 })).toBe(true);
  expect(isSameValue({ a: 1 }, { a: 1, b: 2 })).toBe(false);
  expect(isSameValue([1], { 0: 1 })).toBe(false);
});
