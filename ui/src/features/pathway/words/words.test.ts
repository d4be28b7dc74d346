import { describe, expect, it } from 'vitest';
import { newWork } from '@/document/starters';
import type { StepLoad, Work } from '@/ipc/bindings';
import { step } from '../pathway.fixtures';
import { causesFrom } from './causes';
import { linkWords } from './links';
import { loadState, loadWords, troubleWords } from './loads';
import { secondLine, stepLine } from './step-line';

const line = (work: Work) => stepLine({ ...step('a', work.kind), work }, null);

describe('a step in a line', () => {
  it.each<[Work, string]>([
    [{ ...newWork('referrals'), perWeek: 23 }, '23 a week'],
    [
      { ...newWork('contacts'), faceToFaceMinutes: { kind: 'fixed', value: 90 }, adminMinutes: 120, travelMinutes: 30 },
      '4 h, oldest referral first',
    ],
    [
      { ...newWork('contacts'), contactsPerPerson: { kind: 'fixed', value: 6 }, weeksBetween: 2, adminMinutes: 45 },
      '6 × 1 h 45 min, every 2 weeks',
    ],
    [
      { ...newWork('group'), schedule: { kind: 'every', everyWeeks: 0.25, firstAfterWeeks: null } },
      '4 a week, 8 seats',
    ],
    [{ ...newWork('group'), schedule: { kind: 'whenFull' } }, 'Starts when full, 8 seats'],
    [{ ...newWork('places'), places: 24 }, '24 places, 14 days each'],
    [{ ...newWork('delay'), days: { kind: 'fixed', value: 42 } }, '6 weeks'],
    [{ ...newWork('delay'), days: { kind: 'exponential', mean: 10 } }, 'About 10 days'],
    [newWork('outcome'), 'Completed'],
  ])('%o is %s', (work, words) => {
    expect(line(work)).toBe(words);
  });

  it('says who waits where there is room', () => {
    const flow = { listAtStartPeople: 1520, peoplePerWeek: 2 } as Parameters<typeof secondLine>[1];
    expect(secondLine(step('a', 'contacts'), flow)).toBe('1,520 people waiting at the start');
  });
});

const load = (part: Partial<StepLoad>): StepLoad => ({
  unit: 'hoursPerWeek',
  needed: 30,
  available: 40,
  loadPercent: 75,
  growsPeoplePerWeek: null,
  ...part,
});

describe('a load', () => {
  it.each<[Partial<StepLoad>, ReturnType<typeof loadState>, string, string | null]>([
    [{}, 'keepsUp', 'Keeps up, 75% of hours', null],
    [
      { loadPercent: 93, unit: 'seatsPerWeek' },
      'tight',
      '93% of seats: tight',
      'is 93% full: small delays will show as waits',
    ],
    [
      { loadPercent: 104, growsPeoplePerWeek: 0.38 },
      'over',
      'List grows 0.4 a week',
      'is asked for more hours than it has (104%)',
    ],
    [{ loadPercent: 104 }, 'over', '104% of hours: over', 'is asked for more hours than it has (104%)'],
    [{ loadPercent: null }, 'over', 'Nobody to do it', 'has nobody to do its work'],
    [{ needed: 0, loadPercent: 0 }, 'keepsUp', 'Nobody new arrives', null],
  ])('of %o is %s: %s', (part, state, words, trouble) => {
    expect(loadState(load(part))).toBe(state);
    expect(loadWords(load(part))).toBe(words);
    expect(troubleWords(load(part))).toBe(trouble);
  });
});

describe('a link in words', () => {
  it('says nothing of the only way on', () => {
    const all = { kind: 'completed', percent: 100, percentByGroup: {}, when: null } as const;
    expect(linkWords(all, true)).toBe('');
    expect(linkWords({ ...all, percent: 49 }, false)).toBe('49%');
    expect(linkWords({ ...all, when: { of: 'visitsHere', atLeast: 2, below: null } }, false)).toBe(
      '100% if at least 2 times here',
    );
  });

  it('says how people leave while waiting', () => {
    const rates = [{ fromWeeks: 0, percentPerWeek: 0.5 }];
    expect(linkWords({ kind: 'removedWhileWaiting', rates, afterWeeks: null }, true)).toBe('0.5% a week give up');
    expect(linkWords({ kind: 'escalatedWhileWaiting', rates: [], afterWeeks: 26 }, true)).toBe(
      'step up after 26 weeks',
    );
  });

  it('can only be for those waiting where somebody waits', () => {
    expect(causesFrom('delay').map(({ id }) => id)).toEqual(['completed']);
    expect(causesFrom('places').map(({ id }) => id)).not.toContain('missedTooOften');
  });
});
