import type { Headline, Lever, WhatIfEvent } from '@/ipc/bindings';
import { views } from '../results-screen.fixtures';

const lever = (id: string, more: Partial<Lever>): Lever => ({
  id,
  kind: 'time',
  name: id,
  unit: 'minutes',
  base: 30,
  low: 0,
  high: 1000,
  from: 0,
  to: 60,
  step: 1,
  set: '',
  peoplePerWeek: null,
  ...more,
});

export const band6 = lever('mix/posts/ot-band-6/wte', {
  kind: 'posts',
  name: 'Occupational therapist, band 6',
  unit: 'WTE',
  base: 4,
  to: 8,
  step: 0.1,
});

const share = { kind: 'share', unit: '%', high: 100, to: 100, set: 'triage' } as const;

export const levers: Lever[] = [
  band6,
  lever('referrals', {
    kind: 'referrals',
    name: 'All referrals',
    unit: '%',
    base: 100,
    from: 50,
    to: 150,
    peoplePerWeek: 38.5,
  }),
  lever('referrals/routine', {
    kind: 'referrals',
    name: 'Referrals: Routine',
    unit: '%',
    base: 100,
    from: 50,
    to: 150,
    peoplePerWeek: 30,
  }),
  lever('triage-to-workshop', { ...share, name: 'Triage to Workshop', base: 49.35 }),
  lever('triage-to-advice', { ...share, name: 'Triage to Advice', base: 50.65 }),
  lever('travel', { name: 'Assessment: travel' }),
];

/** An answer in which both measures end so much lower than as they are. */
export function bands(lower: number, finished: number, isSharp: boolean): Extract<WhatIfEvent, { kind: 'bands' }> {
  const results = views[1]?.results;
  const moved = (measure: string) => {
    const found = results?.weekly.find((series) => series.measure === measure);
    if (!found) throw new Error(`no ${measure}`);
    const shift = (column: readonly (number | null)[]) =>
      column.map((value, week) => (value ?? 0) - (lower * week) / 2);
    const { mean, meanHalfWidth95, p5, p25, p50, p75, p95 } = found.bands;
    return {
      mean: shift(mean),
      meanHalfWidth95,
      p5: shift(p5),
      p25: shift(p25),
      p50: shift(p50),
      p75: shift(p75),
      p95: shift(p95),
    };
  };
  const headline: Headline = {
    optionId: 'tiered',
    optionName: 'Tiered redesign',
    replicationsFinished: finished,
    waitingList: moved('waitingList'),
    longestWait: moved('longestWait'),
    openReferrals: moved('openReferrals'),
  };
  const columns = { mean: [0, -lower / 2, -lower], low: [0, -lower, -lower - 1], high: [0, 0, -lower + 1] };
  const differences = isSharp ? { futures: finished, waitingList: columns, longestWait: columns } : null;
  return { kind: 'bands', headline, differences, asked: 300 };
}
