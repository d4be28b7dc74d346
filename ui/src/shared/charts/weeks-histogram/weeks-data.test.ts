import { expect, it } from 'vitest';
import { startingList } from '../fixtures/figures';
import { weeksBins, weeksTable } from './weeks-data';

const total = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);

it.each([60, 200, 600, 2000])('gathers everybody into bars that fit %d pixels', (width) => {
  const bins = weeksBins(startingList, width);
  expect(total(bins.map((bin) => bin.people))).toBe(total(startingList));
  expect(bins.length).toBeLessThanOrEqual(Math.max(width / 7, 2) + 1);
});

it('leaves out weeks in which nobody waits, from the table', () => {
  expect(weeksTable([3, 0, null, 5]).rows).toEqual([
    [0, 3],
    [2, null],
    [3, 5],
  ]);
});
