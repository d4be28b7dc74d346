import { expect, it } from 'vitest';
import { formatSimulatedFutures, formatTimesIn } from './likelihood';

it.each([
  [0, 'never', 'in none of the simulated futures'],
  [0.001, 'less than once in 100', 'in fewer than 1 of 100 simulated futures'],
  [0.1, 'once in 10', 'in 1 of 10 simulated futures'],
  [0.9, '9 times in 10', 'in 9 of 10 simulated futures'],
  [0.903, '9 times in 10', 'in 9 of 10 simulated futures'],
  [0.95, '19 times in 20', 'in 19 of 20 simulated futures'],
  [0.93, '93 times in 100', 'in 93 of 100 simulated futures'],
  [0.9999, 'more than 99 times in 100', 'in more than 99 of 100 simulated futures'],
  [1, 'every time', 'in all of the simulated futures'],
  [null, 'not known', 'not known'],
])('a probability of %s is %s', (share, times, years) => {
  expect(formatTimesIn(share)).toBe(times);
  expect(formatSimulatedFutures(share)).toBe(years);
});
