import { describe, expect, it } from 'vitest';
import { weeklyMeasures } from '@/document/measures';
import type { Target, TargetMeasure, TargetResult } from '@/ipc/bindings';
import { chartOf, targetFinding, targetLine, targetResultWords, targetState, targetWords } from './target-words';

const target = (measure: TargetMeasure, threshold: number): Target => ({
  id: 't',
  name: 'A target',
  measure,
  threshold,
  byWeek: 52,
  probabilityPercent: 90,
});

const result = (probabilityMet: number | null, firstWeek: number | null): TargetResult => ({
  id: 't',
  name: 'A target',
  byWeek: 52,
  probabilityMet,
  probabilityWanted: 0.9,
  firstWeek,
});

const startDate = '2026-01-05';

it.each<[TargetMeasure, number, string, number | null]>([
  [{ kind: 'longestWait' }, 47, 'nobody waiting longer than 47 weeks', 47],
  [{ kind: 'waitingList' }, 1000, '1,000 people or fewer on the waiting list', 1000],
  [{ kind: 'openReferrals' }, 949, '949 open referrals or fewer', 949],
  [{ kind: 'overWeeks', weeks: 52 }, 0, 'nobody waiting over 52 weeks', 52],
  [{ kind: 'overWeeks', weeks: 65 }, 20, '20 people or fewer waiting over 65 weeks', null],
  [{ kind: 'within18Weeks' }, 92, '92% or more of the waiting list within 18 weeks', null],
  [{ kind: 'percentile92' }, 18, '92% of the waiting list within 18 weeks', null],
])('a target of %o at %d asks for: %s', (measure, threshold, words, line) => {
  expect(targetWords(target(measure, threshold))).toBe(words);
  expect(targetLine(target(measure, threshold))).toBe(line);
});

it('stands on the chart of its measure', () => {
  expect(chartOf({ kind: 'overWeeks', weeks: 52 })).toBe('longestWait');
  expect(chartOf({ kind: 'within18Weeks' })).toBeNull();
});

describe('what became of a target', () => {
  it('is met where it is at least as likely as wanted', () => {
    expect(targetState(result(0.9, 40))).toBe('met');
    expect(targetState(result(0.89, null))).toBe('missed');
    expect(targetState(result(null, null))).toBe('unknown');
  });

  it('is told as a frequency, with the date from which it holds', () => {
    expect(targetResultWords(result(0.95, 49), startDate)).toBe(
      'Met in 19 of 20 simulated futures. As likely as wanted from 14 December 2026 on.',
    );
    expect(targetResultWords(result(0, null), startDate)).toBe('Met in none of the simulated futures.');
    expect(targetResultWords(result(null, null), startDate)).toBe('Its week lies past the end of the simulation.');
  });
});

describe('the finding of a target', () => {
  const context = { measure: weeklyMeasures.longestWait, startDate, isOnlyOption: false };
  const longest = target({ kind: 'longestWait' }, 47);

  it('names the option that meets it first, and from when', () => {
    const answers = [
      { name: 'Do nothing', isBase: true, result: result(0, null) },
      { name: 'Tiered redesign', isBase: false, result: result(0.97, 50) },
      { name: 'Staff only', isBase: false, result: result(1, 49) },
    ];
    expect(targetFinding(longest, answers, context)).toBe(
      'With Staff only, the longest wait is 47 weeks or less from 14 December 2026 on, in at least 9 of 10 simulated futures, Tiered redesign later',
    );
    expect(targetFinding(longest, answers.slice(0, 2), { ...context, isOnlyOption: true })).toBe(
      'The longest wait is 47 weeks or less from 21 December 2026 on, in at least 9 of 10 simulated futures',
    );
  });

  it('is silent where no option meets it as surely as is wanted', () => {
    expect(targetFinding(longest, [{ name: 'A', isBase: true, result: result(0.8, null) }], context)).toBeNull();
  });

  it('says that it is met from the start', () => {
    const answers = [{ name: 'A', isBase: true, result: result(1, 0) }];
    expect(targetFinding(longest, answers, context)).toContain('from the start on');
  });
});
