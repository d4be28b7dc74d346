import { expect, it } from 'vitest';
import { weeklyMeasures } from '@/document/measures';
import { band6, levers } from './what-if.fixtures';
import {
  differenceWords,
  effectWords,
  movesWords,
  moveWords,
  optionName,
  standWords,
  valueWords,
} from './what-if-words';

const lever = (id: string) => {
  const found = levers.find((one) => one.id === id);
  if (!found) throw new Error(id);
  return found;
};

it('says what is moved', () => {
  expect(moveWords(band6, 4.5)).toBe('0.5 WTE more Occupational therapist, band 6');
  expect(moveWords(band6, 3)).toBe('1.0 WTE less Occupational therapist, band 6');
  expect(moveWords(lever('referrals'), 110)).toBe('10% more referrals');
  expect(moveWords(lever('referrals/routine'), 80)).toBe('20% fewer referrals of Routine');
  expect(moveWords(lever('triage-to-workshop'), 60)).toBe('Triage to Workshop 60% instead of 49.35%');
  expect(moveWords(lever('travel'), 20)).toBe('Assessment: travel 20 minutes instead of 30 minutes');
});

it('says where a figure stands', () => {
  expect(valueWords(band6, 4.5)).toBe('4.5 WTE');
  expect(standWords(band6, 4)).toBe('');
  expect(standWords(band6, 4.5)).toBe('was 4');
  expect(standWords(lever('referrals'), 100)).toBe('38.5 a week');
  expect(standWords(lever('referrals'), 110)).toBe('42.4 a week');
});

it('names an option by what is moved', () => {
  const moves = [
    { lever: band6.id, value: 4.5 },
    { lever: 'referrals', value: 90 },
    { lever: 'travel', value: 20 },
    { lever: 'triage-to-workshop', value: 60 },
  ];
  expect(optionName('Tiered redesign', levers, moves.slice(0, 2))).toBe(
    'Tiered redesign, +0.5 WTE Occupational therapist, band 6, all referrals −10%',
  );
  expect(optionName('Tiered', levers, moves)).toMatch(/, Assessment: travel 20 minutes, 1 more changes?$/);
  expect(movesWords(levers, moves.slice(0, 2))).toBe(
    '0.5 WTE more Occupational therapist, band 6 and 10% fewer referrals',
  );
});

it('says what it does', () => {
  const before = { median: 47, p5: 42, p95: 52 };
  expect(effectWords(before, { median: 41, p5: 36, p95: 46 }, 'weeks')).toBe('47 → 41 weeks (36 to 46)');
  const { longestWait, waitingList } = weeklyMeasures;
  expect(differenceWords({ mean: -6, low: -7.2, high: -4.8 }, longestWait)).toBe('6.0 weeks shorter (4.8 to 7.2)');
  expect(differenceWords({ mean: 31.4, low: 20, high: 41 }, waitingList)).toBe('31 people more (20 to 41)');
  expect(differenceWords({ mean: 0, low: 0, high: 0 }, longestWait)).toBe('The same in every simulated future');
  expect(differenceWords({ mean: -0.5, low: -1.2, high: 0.2 }, longestWait)).toBe(
    'Cannot be told apart from chance (−1.2 to 0.2 weeks)',
  );
});
