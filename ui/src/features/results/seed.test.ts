import { expect, it } from 'vitest';
import { seedProblem } from './seed';

it.each(['0', '1', ' 42 ', '18446744073709551615'])('takes the seed "%s"', (seed) => {
  expect(seedProblem(seed)).toBeNull();
});

it.each(['', '-1', '1.5', 'one', '18446744073709551616'])('does not take "%s"', (seed) => {
  expect(seedProblem(seed)).not.toBeNull();
});
