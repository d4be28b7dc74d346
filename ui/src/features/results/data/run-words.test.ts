import { expect, it } from 'vitest';
import type { LastRun } from '@/document/runs';
import type { RunCard } from '@/ipc/bindings';
import { earlierRunWords, lastRunWords, secondsWords, sourceOf } from './run-words';

const run: LastRun = {
  ending: 'finished',
  optionIds: ['a'],
  replications: 1000,
  seed: '1',
  finished: 1000,
  seconds: 0.94,
};

const card = (key: string, more: Partial<RunCard> = {}): RunCard => ({
  key,
  replications: 300,
  seed: '1',
  engineVersion: '0.1.0',
  revision: 3,
  madeAt: '2027-01-20T13:00:00Z',
  ...more,
});

it('tells how the last run went', () => {
  expect(lastRunWords(run)).toBe('1,000 simulated futures, 0.9 s, seed 1');
  expect(lastRunWords({ ...run, optionIds: ['a', 'b'], seconds: 75 })).toBe(
    '1,000 simulated futures of each option, 1 min 15 s, seed 1',
  );
  expect(lastRunWords({ ...run, ending: 'cancelled', optionIds: ['a', 'b'], finished: 420, seconds: null })).toBe(
    'Stopped after 420 of 2,000 simulated futures. What had finished is kept.',
  );
  expect(lastRunWords({ ...run, ending: 'failed', seconds: null })).toMatch(/could not be made/);
});

it('tells of runs made before this sitting', () => {
  const now = new Date('2027-01-20T13:10:00Z');
  expect(earlierRunWords([card('a'), card('b', { replications: 120 })], now)).toBe(
    '120 to 300 simulated futures, seed 1, run 10 minutes ago',
  );
  expect(earlierRunWords([], now)).toBeNull();
});

it('names what figures can be traced to', () => {
  const shown = [{ run: card('82197ce371aa') }, { run: card('59b6176e5dbb', { seed: '7' }) }, { run: null }];
  expect(sourceOf({ name: 'Birmingham' }, shown)).toBe(
    'Birmingham · 300 simulated futures, seeds 1 and 7 · Pathloom engine 0.1.0 · runs 82197ce371, 59b6176e5d',
  );
  expect(sourceOf({ name: 'Birmingham' }, [])).toBe('Birmingham');
});

it('rounds times to what is noticed', () => {
  expect([0.004, 0.94, 14.4, 125.2].map(secondsWords)).toEqual(['under 0.1 s', '0.9 s', '14 s', '2 min 5 s']);
});
