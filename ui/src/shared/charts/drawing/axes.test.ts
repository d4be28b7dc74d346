import { describe, expect, it } from 'vitest';
import { valueAxis } from './value-axis';
import { weekTicks } from './week-axis';

describe('weekTicks', () => {
  it.each([
    ['a year in quarters', 0, 52, 6, [0, 13, 26, 39, 52]],
    ['two years in half years', 0, 104, 6, [0, 26, 52, 78, 104]],
    ['a few weeks, each', 0, 4, 6, [0, 1, 2, 3, 4]],
    ['the last week, though it is not a whole step', 0, 60, 6, [0, 13, 26, 39, 60]],
    ['the last week beside the step before it, when there is room', 0, 51, 6, [0, 13, 26, 39, 51]],
    ['from a first week that is not 0', 26, 78, 6, [26, 39, 52, 65, 78]],
    ['one week alone', 0, 0, 6, [0]],
    ['very long runs', 0, 1040, 6, [0, 208, 416, 624, 832, 1040]],
  ])('names %s', (_, first, last, most, ticks) => {
    expect(weekTicks(first, last, most)).toEqual(ticks);
  });
});

describe('valueAxis', () => {
  it.each([
    ['from 0 to above the highest', { low: 0, high: 207, smallestStep: 0.1 }, 250, [0, 50, 100, 150, 200, 250]],
    ['whole people only', { low: 0, high: 2, smallestStep: 1 }, 250, [0, 1, 2]],
    ['a range that is empty', { low: 0, high: 0, smallestStep: 1 }, 250, [0, 1]],
    ['below 0', { low: -3, high: 4, smallestStep: 1 }, 120, [-5, 0, 5]],
    [
      'steps without floating-point crumbs',
      { low: 0, high: 0.5, smallestStep: 0.1 },
      300,
      [0, 0.1, 0.2, 0.3, 0.4, 0.5],
    ],
  ])('covers %s', (_, range, room, ticks) => {
    expect(valueAxis(range, room).ticks).toEqual(ticks);
  });
});
