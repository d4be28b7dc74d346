import type { Band, CompareAnswer, ComparedFigure, FutureShare, PairedDifference } from '@/ipc/bindings';
import { views } from '../results-screen.fixtures';

/** A comparison made up to show the form of the screen; its figures say nothing of any service. */

const band = (mean: number, half: number): Band => ({
  mean,
  meanIntervalHalfWidth: half,
  sd: half,
  p5: mean - 5,
  p25: mean - 2,
  median: mean,
  p75: mean + 2,
  p95: mean + 5,
  measured: 300,
});

const share = (value: number): FutureShare => ({
  share: value,
  interval: { low: Math.max(0, value - 0.03), high: Math.min(1, value + 0.03) },
  of: 300,
});

const difference = (mean: number, half: number, verdict: PairedDifference['verdict']): PairedDifference => ({
  mean,
  interval: { low: mean - half, high: mean + half },
  futures: 300,
  verdict,
  words: '',
});

const chances = [
  { option: 0, against: 1, better: share(0) },
  { option: 1, against: 0, better: share(1) },
];

const longest: ComparedFigure = {
  figure: { kind: 'weekly', measure: 'longestWait', week: 2 },
  name: 'longestWait',
  words: 'longest wait',
  unit: 'weeks',
  better: 'lower',
  bands: [band(207, 0.4), band(72, 0.7)],
  differences: [null, difference(-135, 0.8, 'lower')],
  chances,
};

const cost: ComparedFigure = {
  figure: { kind: 'horizon', measure: 'costPerYear' },
  name: 'costPerYear',
  words: 'cost a year',
  unit: '£',
  better: 'lower',
  bands: [band(466_000, 900), band(466_200, 900)],
  differences: [null, difference(200, 450, 'cannotBeToldApart')],
  chances,
};

const growth = [
  { futures: 10, halfWidth: 4 },
  { futures: 20, halfWidth: 2.6 },
  { futures: 300, halfWidth: 0.7 },
];

const target = (met: number) => ({
  id: 'year',
  name: 'Nobody over a year',
  byWeek: 2,
  wanted: 0.9,
  met: [0, met / 2, met].map(share),
});

export const comparison: CompareAnswer = {
  comparison: {
    options: [
      { id: 'as-is', name: 'Do nothing', differs: [], targets: [target(0)] },
      {
        id: 'tiered',
        name: 'Tiered redesign',
        differs: [{ place: 'mix/posts/ot/wte', words: 'Occupational therapist: 5 WTE instead of 4' }],
        targets: [target(0.94)],
      },
    ],
    base: 0,
    week: 2,
    replications: 300,
    figures: [longest, cost],
  },
  growth: [
    [growth, growth],
    [growth, growth],
  ],
  runs: views.flatMap(({ run }) => run ?? []),
};
