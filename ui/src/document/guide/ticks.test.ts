import { produce } from 'immer';
import { describe, expect, it } from 'vitest';
import type { Project } from '@/ipc/bindings';
import { withTicks } from './ticks';

const line = (figure: string) => ({ figure, words: figure, done: false });

const before = {
  roles: [
    { id: 'ot', name: 'Therapist', turnover: { vacantPercent: { value: 11.4, evidence: { source: 'A plan' } } } },
  ],
  mixes: [{ id: 'now', name: 'Now', posts: [{ role: 'ot', wte: 4, changes: [] }] }],
  designs: [
    {
      id: 'd',
      steps: [{ id: 'see', position: { x: 0, y: 0 }, work: { start: { waiting: { kind: 'summary', number: 100 } } } }],
      links: [{ id: 'on', name: '', cause: { percent: 60 } }],
    },
  ],
  guide: {
    summary: '',
    lookFor: [],
    published: [],
    leftOut: [],
    replace: [
      line('roles/ot/turnover/vacantPercent'),
      line('mixes/now/posts'),
      line('designs/d/steps/see/work/start'),
      line('designs/d/links'),
    ],
  },
} as unknown as Project;

// biome-ignore lint/suspicious/noExplicitAny: small changes of a small document, deep inside
const changed = (recipe: (draft: any) => void) => withTicks(before, produce(before, recipe));
const ticked = (project: Project) => project.guide?.replace.flatMap(({ figure, done }) => (done ? [figure] : []));

describe('a change of the document', () => {
  it.each([
    [
      'another value',
      'roles/ot/turnover/vacantPercent',
      (draft) => {
        draft.roles[0].turnover.vacantPercent = 19.2;
      },
    ],
    [
      'a range round the value',
      'roles/ot/turnover/vacantPercent',
      (draft) => {
        draft.roles[0].turnover.vacantPercent = { low: 8, likely: 11.4, high: 15 };
      },
    ],
    [
      'posts of a role that had none',
      'mixes/now/posts',
      (draft) => {
        draft.mixes[0].posts.push({ role: 'helper', wte: 1, changes: [] });
      },
    ],
    [
      'a list in place of a summary',
      'designs/d/steps/see/work/start',
      (draft) => {
        draft.designs[0].steps[0].work.start.waiting = { kind: 'ages', weeks: [1, 2] };
      },
    ],
    [
      'a share of one of the links',
      'designs/d/links',
      (draft) => {
        draft.designs[0].links[0].cause.percent = 55;
      },
    ],
    // biome-ignore lint/suspicious/noExplicitAny: small changes of a small document, deep inside
  ] as [string, string, (draft: any) => void][])('ticks the line with %s, and no other', (_, figure, recipe) => {
    expect(ticked(changed(recipe))).toEqual([figure]);
  });

  it.each([
    [
      'another source of the same value',
      (draft) => {
        draft.roles[0].turnover.vacantPercent = 11.4;
      },
    ],
    [
      'a step that moves and a role with another name',
      (draft) => {
        draft.designs[0].steps[0].position.x = 40;
        draft.roles[0].name = 'Occupational therapist';
      },
    ],
    [
      'an input that is taken out',
      (draft) => {
        draft.mixes = [];
      },
    ],
    // biome-ignore lint/suspicious/noExplicitAny: small changes of a small document, deep inside
  ] as [string, (draft: any) => void][])('ticks nothing with %s', (_, recipe) => {
    expect(ticked(changed(recipe))).toEqual([]);
  });

  it('leaves a line as it was put by hand in the same change', () => {
    const after = changed((draft) => {
      draft.guide.replace[1].done = true;
      draft.roles[0].turnover.vacantPercent = 19.2;
    });
    expect(ticked(after)).toEqual(['mixes/now/posts']);
  });

  it('keeps what did not change', () => {
    const after = produce(before, (draft) => {
      draft.name = 'Ours';
    });
    expect(withTicks(before, after)).toBe(after);
  });
});
