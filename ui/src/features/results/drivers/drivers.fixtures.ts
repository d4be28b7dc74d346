import type { Drivers, DriversReply, Swing, SwingEffect } from '@/ipc/bindings';

/** An answer made up to show the form of the screen; its figures say nothing of any service. */

const band = {
  mean: 72,
  meanIntervalHalfWidth: 1,
  sd: 5,
  p5: 63,
  p25: 68,
  median: 72,
  p75: 76,
  p95: 83,
  measured: 300,
};

function swing(place: string, words: string, unit: string, ends: [number, number], effect: SwingEffect): Swing {
  const size = effect === 'clear' ? -33 : effect === 'none' ? 0 : 0.4;
  return {
    input: { place, words, unit, low: ends[0], likely: (ends[0] + ends[1]) / 2, high: ends[1], hasRange: true },
    atLow: 93,
    atHigh: 93 + size,
    swing: size,
    interval: { low: size - 1, high: size + 1 },
    futures: 60,
    effect,
  };
}

export const drivers: Drivers = {
  figure: { kind: 'weekly', measure: 'longestWait', week: 2 },
  name: 'longestWait',
  words: 'longest wait at week 2',
  unit: 'weeks',
  atLikely: band,
  swings: [
    swing('mix/posts/ot/wte', 'Occupational therapist: WTE', '', [8.1, 9.9], 'clear'),
    swing(
      'design/steps/assessment/work/missed/percent',
      'Assessment: missed contacts (%)',
      '%',
      [2.6, 3.2],
      'cannotBeToldFromNone',
    ),
    swing('design/steps/assessment/work/adminMinutes/mean', 'Assessment: notes (minutes)', 'minutes', [54, 66], 'none'),
  ],
  spread: {
    sd: 6,
    shares: [
      {
        place: 'mix/posts/ot/wte',
        words: 'Occupational therapist: WTE',
        share: 0.61,
        interval: { low: 0.55, high: 0.67 },
        clear: true,
      },
    ],
    chance: 0.2,
    chanceInterval: { low: 0.15, high: 0.26 },
    futures: 1_000,
  },
  leftOut: [{ place: 'roles/ot/absence/studyDaysPerYear', words: 'Study', reason: 'it is 0 and has no range' }],
  sentences: ['Occupational therapist: WTE explains most of the spread of the longest wait at week 2'],
  replications: 5_000,
  stopped: false,
};

export const reply: DriversReply = { drivers, seed: '1', engineVersion: '0.1.0', revision: 1 };
