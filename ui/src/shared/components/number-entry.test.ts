import { describe, expect, it } from 'vitest';
import { type NumberLimits, readEntry, shownText, stepped } from './number-entry';

describe('reading an entry', () => {
  it.each<[string, NumberLimits, unknown]>([
    ['5', {}, { value: 5 }],
    ['-1', { min: 0 }, { problem: 'Enter 0 or more' }],
    ['600', { max: 520, unit: ' weeks' }, { problem: 'Enter 520 weeks or less' }],
    ['0', { min: 0.1, max: 1, scale: 100, unit: '%' }, { problem: 'Enter a number from 10% to 100%' }],
    ['100', { min: 0, max: 1, scale: 100 }, { value: 1 }],
    ['x', { min: 20, decimals: 0 }, { problem: 'Enter a number, such as 20' }],
  ])('%j within %o is %o', (text, limits, reading) => {
    expect(readEntry(text, limits)).toEqual(reading);
  });
});

describe('stepping', () => {
  it.each<[number, number, NumberLimits, number]>([
    [1, 1, {}, 2],
    [0.3, -1, { step: 0.1 }, 0.2],
    [3.55, 1, { step: 0.1 }, 3.6],
    [3.55, -1, { step: 0.1 }, 3.5],
    [0, -1, { min: 0 }, 0],
    [98, 10, { max: 100 }, 100],
    [0.12, 1, { step: 0.01 }, 0.13],
  ])('from %s by %s within %o comes to %s', (value, steps, limits, next) => {
    expect(stepped(value, steps, limits)).toBe(next);
  });
});

it('shows nothing for a figure that was not given', () => {
  expect(shownText(null, {})).toBe('');
});
