import { produce } from 'immer';
import { expect, it } from 'vitest';
import type { Project } from '@/ipc/bindings';
import { documentPlace, putFigure } from './figure-place';

const project = {
  roles: [{ id: 'ot', name: 'Therapist', absence: { sicknessPercent: 5 } }],
  mixes: [{ id: 'now', name: 'Now', posts: [{ role: 'ot', wte: 4, changes: [] }] }],
  designs: [
    {
      id: 'd',
      steps: [
        { id: 'in', work: { kind: 'referrals', perWeek: 30, monthProfile: [1, 2, 3] } },
        { id: 'see', work: { kind: 'contacts', faceToFaceMinutes: { kind: 'lognormal', mean: 60, sd: 20 } } },
      ],
    },
  ],
  options: [
    { id: 'a', name: 'A', design: 'd', mix: 'now', changes: [] },
    { id: 'b', name: 'B', design: 'd', mix: 'now', changes: [{ figure: 'mix/posts/ot/wte', to: 6 }] },
  ],
} as unknown as Project;
const [a, b] = project.options;
if (!a || !b) throw new Error('there are two options');

const range = { low: 3, likely: 4, high: 5 };
const put = (option: string, place: string) => {
  let isThere = false;
  const after = produce(project, (draft) => {
    isThere = putFigure(draft, option, place, range);
  });
  return { after, isThere };
};

it.each([
  ['design/steps/in/work/perWeek', 'designs/d/steps/in/work/perWeek'],
  ['mix/posts/ot/wte', 'mixes/now/posts/ot/wte'],
  ['roles/ot/absence/sicknessPercent', 'roles/ot/absence/sicknessPercent'],
])('finds %s in the document', (place, inDocument) => {
  expect(documentPlace(a, place)).toBe(inDocument);
});

it('finds a figure that the option changes at its change', () => {
  expect(documentPlace(b, 'mix/posts/ot/wte')).toBe('options/b/changes/mix/posts/ot/wte');
  const { after } = put('b', 'mix/posts/ot/wte');
  expect(after.options[1]?.changes).toEqual([{ figure: 'mix/posts/ot/wte', to: range }]);
  expect(after.mixes).toBe(project.mixes);
});

it('puts a figure where the option takes it from, and touches nothing else', () => {
  expect(put('a', 'mix/posts/ot/wte').after.mixes[0]?.posts[0]?.wte).toEqual(range);
  expect(put('a', 'design/steps/see/work/faceToFaceMinutes/mean').after.designs[0]?.steps[1]?.work).toEqual({
    kind: 'contacts',
    faceToFaceMinutes: { kind: 'lognormal', mean: range, sd: 20 },
  });
  expect(put('a', 'design/steps/in/work/monthProfile/1').after.designs[0]?.steps[0]?.work).toMatchObject({
    monthProfile: [1, range, 3],
  });
  expect(put('a', 'mix/posts/ot/wte').after.designs).toBe(project.designs);
});

it.each(['mix/posts/nobody/wte', 'design/steps/in/work/nothing', 'design/steps/in/work/monthProfile/9'])(
  'says so when there is no %s',
  (place) => {
    const { after, isThere } = put('a', place);
    expect(isThere).toBe(false);
    expect(after).toBe(project);
  },
);
