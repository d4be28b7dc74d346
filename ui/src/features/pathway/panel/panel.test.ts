import { expect, it } from 'vitest';
import { figureWords } from './changed-by-option';
import { readDay } from './day-entry';

it.each([
  ['2027-01-04', '2027-01-04'],
  ['4/1/2027', '2027-01-04'],
  ['04.01.2027', '2027-01-04'],
  ['4 January 2027', '2027-01-04'],
  ['Monday 4 jan 2027', '2027-01-04'],
  ['31/2/2027', null],
  ['4 Nonsense 2027', null],
  ['next week', null],
])('reads the day %j as %s', (text, day) => {
  expect(readDay(text)).toBe(day);
});

it('writes the place of a figure in words', () => {
  expect(figureWords('work/schedule/everyWeeks')).toBe('schedule, every weeks');
});
