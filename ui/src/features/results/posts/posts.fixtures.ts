import type { FrontierMix, Mix, PostsChoices, PostsOutcome, PostsReply } from '@/ipc/bindings';

/** An answer made up to show the form of the screen; its figures say nothing of any service. */

const place = 'mix/posts/ot/wte';

export const choices: PostsChoices = {
  choices: [
    { place, kind: 'posts', name: 'Occupational therapist', now: 4, low: 2, high: 8, step: 0.1, poundsPerYear: 58_600 },
    {
      place: 'design/steps/workshop/work/schedule/everyWeeks',
      kind: 'weeksBetweenStarts',
      name: 'Workshop',
      now: 0.22,
      low: 0.1,
      high: 0.44,
      step: 0.02,
      poundsPerYear: 0,
    },
  ],
  goals: [
    {
      figure: { kind: 'weekly', measure: 'longestWait', week: 2 },
      limit: { kind: 'atMost', line: 47 },
      probability: 0.9,
    },
    {
      figure: { kind: 'weekly', measure: 'openReferrals', week: 2 },
      limit: { kind: 'atMost', line: 949 },
      probability: 0.9,
    },
  ],
  poundsPerYear: 466_000,
};

export const mix = (wte: number, share: number): Mix => ({
  figures: [{ place, value: wte }],
  follows: [],
  costPoundsPerYear: 231_900 + wte * 58_600,
  met: { share, interval: { low: share - 0.03, high: share + 0.02 }, of: 300 },
  words: `Occupational therapist: ${wte} WTE`,
});

const onFrontier = (wte: number, share: number, mean: number, pounds: number | null): FrontierMix => ({
  mix: mix(wte, share),
  mean,
  interval: { low: mean - 1, high: mean + 1 },
  poundsPerUnitLess: pounds,
});

export function reply(outcome: PostsOutcome): PostsReply {
  return {
    answer: {
      outcome,
      words: 'The whole answer.',
      guarantee: 'What is promised.',
      nearTies: outcome.kind === 'found' ? [mix(5.4, 0.85)] : [],
      frontier: [onFrontier(2, 0, 131, null), onFrontier(5.5, 0.91, 43, 2_330), onFrontier(8, 1, 18, 5_860)],
      frontierFigure: 'longest wait at week 2',
      frontierUnit: 'weeks',
      remarks: [],
      effort: { mixes: 61, tried: 7, searchReplications: 1_967, replications: 2_491 },
    },
    poundsPerYearNow: 466_000,
    seed: '1',
    engineVersion: '0.1.0',
    revision: 1,
  };
}

export const found: PostsOutcome = { kind: 'found', mix: mix(5.5, 0.93), goals: [mix(5.5, 0.93).met] };

export const impossible: PostsOutcome = {
  kind: 'impossible',
  most: mix(8, 0.12),
  bottleneck: 'The bottleneck is Workshop: a fifth more of it would change the longest wait.',
};
