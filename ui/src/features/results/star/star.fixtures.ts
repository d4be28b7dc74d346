import type { StarView } from '@/ipc/bindings';

/** A star made up to show the form of the panel. */

const posts = { place: 'mix/posts/ot/wte', words: 'Occupational therapist, band 6: 5 WTE instead of 4' };
const proposed = ['face', 'admin', 'travel'].map((part) => ({
  place: `design/steps/assessment/work/${part}`,
  words: `Assessment, ${part}: 30 minutes instead of 45`,
}));

export const starView: StarView = {
  option: 'Tiered redesign',
  base: 'Do nothing',
  points: [
    {
      point: 'supply',
      words: 'Supply',
      tagged: [
        {
          at: 0,
          words: 'One therapist more.',
          differs: [posts],
          places: [{ place: 'mix/posts/ot', differs: [posts] }],
        },
      ],
      proposed: [],
    },
    { point: 'upskilling', words: 'Upskilling', tagged: [], proposed: [] },
    { point: 'newRoles', words: 'New roles', tagged: [], proposed: [] },
    { point: 'newWaysOfWorking', words: 'New ways of working', tagged: [], proposed },
    { point: 'leadership', words: 'Leadership', tagged: [], proposed: [] },
  ],
};
