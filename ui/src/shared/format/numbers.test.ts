import { describe, expect, it } from 'vitest';
import {
  formatBand,
  formatChange,
  formatCount,
  formatFixed,
  formatNumber,
  formatPercent,
  formatPoints,
  formatSensible,
  parseNumber,
} from './numbers';
import { formatPeople, formatWeeks } from './quantities';

describe('numbers', () => {
  it.each([
    [1760, 0, '1,760'],
    [4.06, 1, '4.1'],
    [4, 1, '4'],
    [-0.04, 1, '0'],
    [-12.5, 1, '−12.5'],
    [Number.NaN, 1, 'not known'],
    [Number.POSITIVE_INFINITY, 1, 'not known'],
    [null, 1, 'not known'],
  ])('writes %s with up to %s decimals as %s', (value, decimals, text) => {
    expect(formatNumber(value, decimals)).toBe(text);
  });

  it('keeps the decimals of a column', () => {
    expect(formatFixed(4, 1)).toBe('4.0');
  });

  it.each([
    [136.4, '136'],
    [99.96, '100'],
    [36.14, '36.1'],
    [23, '23'],
    [8.44, '8.4'],
    [0.38, '0.4'],
    [0.042, '0.04'],
    [0.001, 'just over 0'],
    [-0.001, 'just under 0'],
    [0, '0'],
  ])('rounds a rate of %s to %s', (value, text) => {
    expect(formatSensible(value)).toBe(text);
  });

  it.each([
    [1413, '+1,413'],
    [-159, '−159'],
    [0.2, 'no change'],
    [-0.2, 'no change'],
  ])('writes a change of %s as %s', (value, text) => {
    expect(formatChange(value)).toBe(text);
  });

  it.each([
    [1, '1 step'],
    [0, '0 steps'],
    [11, '11 steps'],
  ])('counts %s as %s', (count, text) => {
    expect(formatCount(count, 'step')).toBe(text);
  });

  it.each([
    [0.93, 0, '93%'],
    [0, 0, '0%'],
    [1, 0, '100%'],
    [1.04, 0, '104%'],
    [0.002, 0, 'under 1%'],
    [0.998, 0, 'over 99%'],
    [0.124, 1, '12.4%'],
    [0.9998, 1, 'over 99.9%'],
  ])('writes the share %s with %s decimals as %s', (share, decimals, text) => {
    expect(formatPercent(share, decimals)).toBe(text);
  });

  it.each([
    [0.46, '+46 points'],
    [-0.01, '−1 point'],
    [0, 'no change'],
  ])('writes a difference of %s as %s', (share, text) => {
    expect(formatPoints(share)).toBe(text);
  });

  it('writes a band with its unit once', () => {
    expect(formatBand(47, 42, 52, formatWeeks)).toBe('47 weeks (42 to 52)');
    expect(formatBand(1969, 1910, 2026, formatPeople)).toBe('1,969 people (1,910 to 2,026)');
    expect(formatBand(47, null, 52, formatWeeks)).toBe('47 weeks');
    expect(formatBand(null, 42, 52, formatWeeks)).toBe('not known');
  });
});

describe('reading a number', () => {
  it.each([
    ['1760', 1760],
    ['1,760', 1760],
    [' 12 % ', 12],
    ['£ 38,000', 38_000],
    ['-0.5', -0.5],
    ['−0.5', -0.5],
    ['.5', 0.5],
    ['5.', 5],
    ['1 760', 1760],
    ['', null],
    ['.', null],
    ['twelve', null],
    ['1,76', null],
    ['1.2.3', null],
    ['1e5', null],
    ['12 weeks', null],
  ])('reads %j as %s', (text, value) => {
    expect(parseNumber(text)).toBe(value);
  });
});
