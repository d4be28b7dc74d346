import { describe, expect, it } from 'vitest';
import { readTypedDay } from './typed-day';

describe('days as people type them', () => {
  it.each([
    ['6 April 2026', '2026-04-06'],
    ['6 Apr 26', '2026-04-06'],
    ['6th apr. 2026', '2026-04-06'],
    ['6/4/2026', '2026-04-06'],
    ['06-04-26', '2026-04-06'],
    ['2026-04-06', '2026-04-06'],
    ['31/2/2026', null],
    ['2026-02-31', null],
    ['6 foo 2026', null],
    ['soon', null],
    ['', null],
  ])('reads %j as %j', (text, day) => {
    expect(readTypedDay(text)).toBe(day);
  });
});
