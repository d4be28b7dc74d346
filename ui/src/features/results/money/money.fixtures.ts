import type {
  AgainstBase,
  Band,
  MoneyAnswer,
  MoneyDifference,
  MoneyLine,
  MoneyOption,
  PairedDifference,
} from '@/ipc/bindings';
import { views } from '../results-screen.fixtures';

/** An appraisal made up to show the form of the room; its figures say nothing of any service. */

const band = (mean: number, spread = 0): Band => ({
  mean,
  meanIntervalHalfWidth: spread / 10,
  sd: spread / 2,
  p5: mean - spread,
  p25: mean - spread / 2,
  median: mean,
  p75: mean + spread / 2,
  p95: mean + spread,
  measured: 300,
});

const line = (kind: MoneyLine['kind'], name: string, unit: string, units: number, pounds: number): MoneyLine => ({
  kind,
  name,
  unit,
  units: band(units),
  valued: pounds !== 0,
  poundsByYear: [pounds / 2, pounds / 2],
  pounds: band(pounds),
  presentValue: band(pounds * 0.98),
});

const difference = (mean: number, half: number, verdict: PairedDifference['verdict'], words: string) => ({
  mean,
  interval: { low: mean - half, high: mean + half },
  futures: 300,
  verdict,
  words,
});

const differs = (name: string, better: MoneyDifference['better'], found: PairedDifference): MoneyDifference => ({
  name,
  unit: name === 'miles' ? 'miles' : '£',
  better,
  difference: found,
});

const even = (name: string, possible: boolean) => ({
  place: `economics/${name}`,
  name,
  now: 40,
  evenAt: possible ? 12 : null,
  possible,
  changePercent: possible ? -70 : null,
  words: `${name}: £40.00 now; at £12.00 the two come out even`,
});

const against: AgainstBase = {
  differences: [
    differs(
      'netPresentValue',
      'higher',
      difference(213_456, 4_321, 'higher', 'Net present value is £213,000 higher than under "Do nothing"'),
    ),
    differs(
      'serviceCost',
      'lower',
      difference(1_250, 4_000, 'cannotBeToldApart', 'Cost of the service cannot be told apart from "Do nothing"'),
    ),
    differs('miles', 'lower', difference(-6_438, 18, 'lower', 'Staff travel is 6,438 miles lower')),
  ],
  netPresentValue: band(213_456, 60_000),
  worthMore: { share: 0.98, interval: { low: 0.96, high: 0.99 }, of: 300 },
  switchingValues: [
    ...['one', 'two', 'three', 'four', 'five', 'six'].map((name) => even(name, true)),
    even('no', false),
  ],
  words: '',
};

function option(id: string, name: string, benefit: number, againstBase: AgainstBase | null): MoneyOption {
  const service = 932_472;
  return {
    id,
    name,
    lines: [
      line('staff', 'Occupational therapist', 'WTE-years', 8, service),
      line('unfilledPosts', 'Posts that stand empty', '£', -1_000, -1_000),
      line('knockOn', 'Weeks waited', 'weeks', 90_000, 0),
      line('timeReleasing', 'GP appointments avoided', 'GP appointments', benefit / 40, benefit),
    ],
    serviceCost: band(service),
    serviceCostByYear: [band(service / 2), band(service / 2)],
    completed: band(1_684, 30),
    costPerCompleted: band(553.7, 10),
    presentCosts: band(917_000, 4_000),
    presentBenefits: band(benefit * 0.98, 9_000),
    presentHealth: band(0),
    netPresentValue: band(benefit * 0.98 - 917_000, 12_000),
    qualityAdjustedLifeYears: band(0),
    miles: band(8_420, 60),
    kgCo2e: null,
    againstBase,
    remarks: ['Weeks waited: counted and not valued, as no price is set', ...(againstBase ? ['Only here'] : [])],
  };
}

export const appraisal: MoneyAnswer = {
  report: {
    options: [option('as-is', 'Do nothing', 20_000, null), option('tiered', 'Tiered redesign', 240_000, against)],
    base: 0,
    replications: 300,
    years: [
      { number: 0, fromWeek: 1, toWeek: 52 },
      { number: 1, fromWeek: 53, toWeek: 104 },
    ],
    priceYear: '2025/26',
    rules: ['All amounts are in 2025/26 prices.'],
  },
  runs: views.flatMap(({ run }) => run ?? []),
};
