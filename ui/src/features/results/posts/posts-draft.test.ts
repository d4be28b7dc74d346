import { describe, expect, it } from 'vitest';
import type { Choice, Goal, PostsChoices } from '@/ipc/bindings';
import { firstDraft, limitsOf, mixesOf, requestOf, whyNot } from './posts-draft';

const posts = (role: string, now: number): Choice => ({
  place: `mix/posts/${role}/wte`,
  kind: 'posts',
  name: role,
  now,
  low: now / 2,
  high: now * 2,
  step: 0.1,
  poundsPerYear: 58_600,
});

const longest: Goal = {
  figure: { kind: 'weekly', measure: 'longestWait', week: 52 },
  limit: { kind: 'atMost', line: 47 },
  probability: 0.9,
};
const open: Goal = { ...longest, figure: { kind: 'weekly', measure: 'openReferrals', week: 52 } };

const choices: PostsChoices = {
  choices: [posts('band 7', 1), posts('band 6', 4)],
  goals: [open, longest],
  poundsPerYear: 466_000,
};
const draft = firstDraft(choices, 52);

describe('a question to begin from', () => {
  it('asks for the document’s target for waits, with the role that has most posts', () => {
    expect(draft.goals).toEqual([{ figure: 'longestWait', side: 'atMost', line: 47, week: 52, percent: 90 }]);
    expect(draft.ticked).toEqual(['mix/posts/band 6/wte']);
  });

  it('asks for a year at most where the document has no target', () => {
    expect(firstDraft({ ...choices, goals: [] }, 104).goals[0]).toMatchObject({ line: 52, week: 104, percent: 90 });
  });
});

describe('what may vary', () => {
  it('is counted in mixes', () => {
    expect(mixesOf(draft, choices.choices)).toBe(61);
    const both = { ...draft, ticked: choices.choices.map(({ place }) => place) };
    expect(mixesOf(both, choices.choices)).toBe(61 * 16);
  });

  it('must be there, and have limits in their order', () => {
    expect(whyNot(draft, choices.choices)).toBeNull();
    expect(whyNot({ ...draft, ticked: [] }, choices.choices)).toMatch('Tick what may vary');
    expect(whyNot({ ...draft, goals: [] }, choices.choices)).toMatch('Add a target');
    const limits = { 'mix/posts/band 6/wte': { low: 9, high: 2, step: 0.1 } };
    expect(whyNot({ ...draft, limits }, choices.choices)).toMatch('band 6: the lowest must not be above');
  });

  it('goes to the program with the limits that were put', () => {
    const limits = { 'mix/posts/band 6/wte': { low: 2, high: 12, step: 0.5 } };
    const asked = requestOf({ ...draft, limits }, choices.choices, { projectId: 'p', optionId: 'o', seed: '1' });
    expect(asked.vary).toEqual([{ place: 'mix/posts/band 6/wte', low: 2, high: 12, step: 0.5 }]);
    expect(asked.goals[0]).toMatchObject({ figure: 'longestWait', probabilityPercent: 90 });
    expect(limitsOf(draft, posts('band 7', 1))).toMatchObject({ low: 0.5, high: 2 });
  });
});
