import { describe, expect, it } from 'vitest';
import {
  formatHours,
  formatMinutes,
  formatMoney,
  formatMoneyShort,
  formatPeople,
  formatPerWeek,
  formatPosts,
  formatWeeks,
} from './quantities';

describe('quantities', () => {
  it.each([
    [formatWeeks, 1, '1 week'],
    [formatWeeks, 46.6, '47 weeks'],
    [formatPeople, 1, '1 person'],
    [formatPeople, 1969.2, '1,969 people'],
    [formatPerWeek, 8.43, '8.4 a week'],
    [formatPosts, 4, '4.0 WTE'],
    [formatPosts, 3.55, '3.55 WTE'],
    [formatHours, 36.14, '36.1 hours'],
    [formatHours, 1, '1 hour'],
    [formatMinutes, 45, '45 min'],
    [formatMinutes, 90, '1 h 30 min'],
    [formatMinutes, 240, '4 h'],
    [formatMinutes, 0, '0 min'],
    [formatMoney, 38_214.4, '£38,214'],
    [formatMoney, -1200, '−£1,200'],
    [formatMoneyShort, 950, '£950'],
    [formatMoneyShort, 466_200, '£466k'],
    [formatMoneyShort, 999_600, '£1m'],
    [formatMoneyShort, 1_240_000, '£1.2m'],
    [formatMoneyShort, -25_400_000, '−£25m'],
  ])('%o writes %s as %s', (write, value, text) => {
    expect(write(value)).toBe(text);
  });

  it.each([
    formatWeeks,
    formatPeople,
    formatPerWeek,
    formatPosts,
    formatHours,
    formatMinutes,
    formatMoney,
    formatMoneyShort,
  ])('%o says when there is no figure', (write) => {
    expect(write(null)).toBe('not known');
  });
});
