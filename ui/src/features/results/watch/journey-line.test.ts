import { expect, it } from 'vitest';
import { journeyLine } from './journey-line';

it('takes the date off a line, padded or not', () => {
  expect(journeyLine('Mon  6 Apr 2026  referred (Routine)', 3)).toEqual({
    id: 3,
    date: 'Mon 6 Apr 2026',
    words: 'referred (Routine)',
  });
  expect(journeyLine('Thu 26 Mar 2026  first contact at Triage  at once', 0).words).toBe(
    'first contact at Triage  at once',
  );
});

it('keeps a line that is written another way', () => {
  expect(journeyLine('nobody has this number', 0)).toEqual({ id: 0, date: '', words: 'nobody has this number' });
});
