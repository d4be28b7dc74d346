import type { FitChoice, FitReply, Trajectory, TrajectoryReply } from '@/ipc/bindings';

/** Answers made up to show the form of the room; their figures say nothing of any service. */

const point = (date: string, week: number, actual: number) => ({
  ...{ date, week, actual },
  ...{ percentile: 97, p5: 1_400, median: 1_450, p95: 1_500, wholeLow: 1_380, wholeHigh: 1_520 },
});

export const trajectory: Trajectory = {
  id: 'waiting-list',
  name: 'Waiting list',
  measure: 'waitingList',
  scope: { kind: 'service' },
  words: 'waiting list',
  unit: 'people',
  points: [point('2026-01-12', 1, 1_510), point('2026-01-19', 2, 1_530)],
  outsideForecast: 1,
  verdict: 'above',
  strayAsFar: 0.02,
  futures: 300,
  sentences: ['The waiting list is above its forecast by more than chance', '2 of the last 2 weeks above the band'],
};

export const trajectoryReply: TrajectoryReply = {
  trajectory,
  run: {
    key: 'as-is-0123456789',
    replications: 300,
    seed: '1',
    engineVersion: '0.1.0',
    revision: 1,
    madeAt: '2027-01-20T13:00:00Z',
  },
};

export const posts = 'mix/posts/ot/wte';
export const referrals = 'design/steps/in/work/perWeek';

export const choices: readonly FitChoice[] = [
  { place: posts, words: 'Therapist: WTE', unit: '', now: 4, low: 2, high: 6, least: 0, most: 10_000 },
  { place: referrals, words: 'Referrals: referrals a week', unit: '', now: 30, low: 15, high: 45, least: 0, most: 1e6 },
];

export const fitReply: FitReply = {
  fit: {
    history: 'Waiting list',
    words: 'waiting list',
    unit: 'people',
    figures: [
      {
        place: posts,
        words: 'Therapist: WTE',
        limits: { low: 2, high: 6 },
        middle: 4.4,
        range: { low: 4.1, high: 4.7 },
        narrowed: 0.83,
        learned: 'much',
        estimate: {
          low: 3.9,
          likely: 4.4,
          high: 4.9,
          evidence: {
            label: 'derived',
            source: 'Estimated from the history "Waiting list"',
            date: null,
            owner: null,
            confidence: null,
            reason: null,
          },
        },
      },
      {
        place: referrals,
        words: 'Referrals: referrals a week',
        limits: { low: 15, high: 45 },
        middle: 30,
        range: { low: 17, high: 43 },
        narrowed: 0.03,
        learned: 'nothing',
        estimate: { low: 15, likely: 30, high: 45 },
      },
    ],
    confusions: [],
    line: [
      { date: '2026-01-12', week: 1, actual: 1_510, p5: 1_480, median: 1_500, p95: 1_520 },
      { date: '2026-01-19', week: 2, actual: 1_530, p5: 1_500, median: 1_525, p95: 1_550 },
    ],
    strayAsFar: 0.6,
    explains: true,
    assumed: [],
    sentences: ['Therapist: WTE: about 4.4, nine times in ten between 4.1 and 4.7'],
    replications: 4_300,
  },
  seed: '1',
  engineVersion: '0.1.0',
  revision: 1,
};
