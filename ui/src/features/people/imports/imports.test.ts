import { produce } from 'immer';
import { describe, expect, it } from 'vitest';
import type { HistoryFit, Project, ReferralList, StaffInPost } from '@/ipc/bindings';
import { fittedBands, partsOf, takeFit } from '../demand/fitted';
import { smallProject } from '../people.fixtures';
import { proposedRole, takeStaff } from '../staffing/staff-import';
import { proposedTargets, takenAges, unnamedPeople } from './group-choice';

const row = (group: number | null) => ({ line: 2, date: '2025-12-01', weeksWaited: 5, group });

const list = {
  accepted: [row(0), row(1), row(null)],
  groups: [
    { label: 'urgent', people: 1 },
    { label: 'Soon', people: 1 },
  ],
} as unknown as ReferralList;

describe('groups of a list', () => {
  it('become the client groups of the same name, and new ones where there is none', () => {
    const choices = proposedTargets(list, smallProject().groups);
    expect(choices.targets).toEqual([{ kind: 'known', id: 'urgent' }, { kind: 'new' }]);
    expect(unnamedPeople(list)).toBe(1);
    const after = produce(smallProject(), (draft) => {
      const ages = takenAges(draft, { list, groups: { ...choices, unnamed: 'routine' } });
      expect(ages).toEqual({ weeks: [5, 5, 5], groups: ['urgent', draft.groups.at(-1)?.id, 'routine'] });
    });
    expect(after.groups.map(({ name }) => name)).toEqual(['Urgent', 'Routine', 'Soon']);
  });

  it('are left where nobody wants to know', () => {
    const draft = smallProject();
    expect(takenAges(draft, { list, groups: null }).groups).toEqual([]);
    expect(draft.groups).toHaveLength(2);
  });
});

const estimated = (course: HistoryFit['course']): HistoryFit => ({
  perWeek: { low: 19, likely: 21, high: 23 },
  growthPercentPerYear: { low: 1, likely: 4, high: 7 },
  monthProfile: [],
  varianceToMean: null,
  findings: [],
  method: '',
  course,
});

describe('an estimate from a record', () => {
  const period = (from: string, days: number, count: number) => ({
    from,
    days,
    count,
    expected: count,
    p5: 0,
    p25: 0,
    p75: count,
    p95: 2 * count,
  });

  it('offers and takes what the record can say, and nothing else', () => {
    const whole = estimated([]);
    expect(partsOf(whole)).toEqual(['rate', 'growth']);
    const after = produce(smallProject(), (draft) => {
      const work = draft.designs[0]?.steps[0]?.work;
      if (work?.kind === 'referrals') takeFit(work, whole, ['rate']);
    });
    const work = after.designs[0]?.steps[0]?.work;
    expect(work).toMatchObject({ perWeek: { likely: 21 }, growthPercentPerYear: 0, pattern: { kind: 'poisson' } });
  });

  it('is drawn week by week, a month as its weeks, with a gap where the record has one', () => {
    const weekly = fittedBands([period('2025-01-06', 7, 10), period('2025-01-20', 7, 14)]);
    expect(weekly.series.median).toEqual([10, null, 14]);
    expect(weekly.actual.points).toEqual([
      { week: 0, value: 10 },
      { week: 2, value: 14 },
    ]);
    const monthly = fittedBands([period('2025-01-01', 31, 62), period('2025-02-01', 28, 28)]);
    expect(monthly.series.median).toEqual([14, 14, 14, 14, 7, 7, 7, 7]);
  });
});

describe('staff in post', () => {
  const staff: StaffInPost = {
    posts: [
      { role: 'Therapist', band: null, wte: 3.2, vacantWte: 0.8, lines: 1 },
      { role: 'Team lead', band: '8a', wte: 1, vacantWte: null, lines: 1 },
    ],
    refused: [],
    notes: [],
    sheets: [],
    sheet: null,
  };
  const targets = (project: Project) => staff.posts.map((posts) => proposedRole(posts, project.roles));

  it('finds the roles that there are, makes the others, and says what is vacant', () => {
    const before = smallProject();
    expect(targets(before)).toEqual([{ kind: 'known', id: 'therapist' }, { kind: 'new' }]);
    const after = produce(before, (draft) => takeStaff(draft, staff, targets(before), null));
    const made = after.roles.at(-1);
    expect(made).toMatchObject({ name: 'Team lead, band 8a', band: '8a', calendar: 'weekdays' });
    expect(after.roles[0]?.turnover?.vacantPercent).toBe(25);
    expect(after.mixes.at(-1)).toMatchObject({
      name: 'Staff in post',
      posts: [
        { role: 'therapist', wte: 3.2 },
        { role: made?.id, wte: 1 },
      ],
    });
  });

  it('goes into a staffing that there is, whose other posts and changes stay', () => {
    const before = smallProject();
    const after = produce(before, (draft) => takeStaff(draft, staff, [{ kind: 'known', id: 'therapist' }], 'larger'));
    expect(after.mixes).toHaveLength(2);
    expect(after.mixes[1]?.posts).toMatchObject([
      { role: 'therapist', wte: 3.2, changes: [{ fromWeek: 13 }] },
      { role: 'helper', wte: 1 },
    ]);
    expect(after.roles).toHaveLength(2);
  });
});
