import { produce } from 'immer';
import { expect, it } from 'vitest';
import type { Project } from '@/ipc/bindings';
import { keepAsOption } from './keep-option';

const project = {
  mixes: [{ id: 'today', name: 'Today', posts: [{ role: 'ot', wte: { low: 3, likely: 4, high: 5 }, changes: [] }] }],
  options: [
    {
      id: 'tiered',
      name: 'Tiered',
      description: 'As published',
      design: 'tiers',
      mix: 'today',
      changes: [
        { figure: 'design/steps/workshop/work/schedule/everyWeeks', to: 0.44 },
        { figure: 'mix/posts/ot/wte', to: 6 },
      ],
    },
  ],
} as unknown as Project;

const kept = (changed: { place: string; value: number }[], name = 'Tiered, 5.5 WTE') => {
  let id: string | null = null;
  const after = produce(project, (draft) => {
    id = keepAsOption(draft, 'tiered', changed, name);
  });
  return { id, after, option: after.options.find((option) => option.id === id) };
};

it('gives changed posts a staffing of their own, and keeps the other changes', () => {
  const { option, after } = kept([
    { place: 'mix/posts/ot/wte', value: 5.5 },
    { place: 'mix/posts/support/wte', value: 1 },
  ]);
  expect(option).toMatchObject({ name: 'Tiered, 5.5 WTE', design: 'tiers', mix: 'tiered-5-5-wte', description: '' });
  expect(option?.changes).toEqual([{ figure: 'design/steps/workshop/work/schedule/everyWeeks', to: 0.44 }]);
  const mix = after.mixes.find(({ id }) => id === option?.mix);
  expect(mix?.posts.map(({ role, wte }) => [role, wte])).toEqual([
    ['ot', 5.5],
    ['support', 1],
  ]);
  expect(after.mixes[0]).toBe(project.mixes[0]);
});

it('makes anything else a changed figure of the option, in place of the one before', () => {
  const { option } = kept([{ place: 'design/steps/workshop/work/schedule/everyWeeks', value: 0.25 }]);
  expect(option?.mix).toBe('today');
  expect(option?.changes.map(({ to }) => to)).toEqual([6, 0.25]);
});

it('finds a free name, and does nothing to an option that is not there', () => {
  expect(kept([], 'Tiered').option?.name).toBe('Tiered 2');
  const after = produce(project, (draft) => {
    expect(keepAsOption(draft, 'gone', [], 'x')).toBeNull();
  });
  expect(after).toBe(project);
});
