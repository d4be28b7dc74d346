import { describe, expect, it } from 'vitest';
import type { NationalCounts, NationalServices, OptionResults } from '@/ipc/bindings';
import {
  type BandedList,
  compareLists,
  hasFigures,
  listOf,
  sharesOf,
  shareTable,
  startingBands,
} from './national-shares';
import { comparisonTitle, lineOptions, listSentence, organisationName, organisationSections } from './national-words';
import { addedUp, simulatedList } from './use-own-lists';

const counts = (byBand: (number | null)[], total: number | null, over52: number | null = null): NationalCounts => ({
  total,
  byBand,
  over52,
});

const here: BandedList = {
  id: 'now',
  name: 'Here now',
  total: 100,
  byBand: [0, 0, 10, 20, 20, 20, 20, 10],
  over52: 30,
};
const divided = listOf('3', 'A trust', counts([10, 10, 10, 10, 10, 30, 15, 5], 110, 20));
const undivided = listOf('4', 'Another trust', counts([10, 10, 10, 10, 10, 30, null, null], 100, 20));

describe('lists side by side', () => {
  it('are shares of those whose band is known, in eight bands where all have them', () => {
    const { bands, lists } = compareLists([here, divided]);
    expect(bands).toHaveLength(8);
    expect(lists[1]?.known).toBe(100);
    expect(lists[1]?.percents[5]).toBe(30);
    expect(lists.map(sharesOf)).toEqual([
      { within18: 50, over52: 30 },
      { within18: 50, over52: 20 },
    ]);
  });

  it('fall back to seven bands where one does not divide those over a year', () => {
    const { bands, lists } = compareLists([here, undivided]);
    expect(bands.at(-1)).toBe('52+');
    expect(lists.map(({ people }) => people.at(-1))).toEqual([30, 20]);
    expect(shareTable({ bands, lists }).rows.at(-1)).toEqual(['52+ weeks', 30, 30, 20, 20]);
  });

  it('leave unknown bands unknown', () => {
    const { lists } = compareLists([listOf('5', 'A third', counts([5, null, null, null, null, null, null, null], 50))]);
    expect(lists[0]?.percents).toEqual([100, null, null, null, null, null, null, null]);
    const none = listOf('6', 'A fourth', counts(Array(8).fill(null), null));
    expect(hasFigures(none)).toBe(false);
    expect(sharesOf(compareLists([none]).lists[0] as never)).toEqual({ within18: null, over52: null });
  });

  it('become starting lists with as many bands as are known', () => {
    expect(startingBands(divided)).toEqual([10, 10, 10, 10, 10, 30, 15, 5]);
    expect(startingBands(undivided)).toEqual([10, 10, 10, 10, 10, 30, 20]);
  });
});

describe('what is said of them', () => {
  it('is a sentence for each, which says when bands and total differ', () => {
    const { lists } = compareLists([here, divided]);
    expect(lists.map(listSentence)).toEqual([
      'Here now: 100 people waiting, 50% of them 18 weeks at most, 30% over 52 weeks.',
      'A trust: 110 people waiting (the bands hold 100 of them; shares are of those), 50% of them 18 weeks at most, 20% over 52 weeks.',
    ]);
    expect(comparisonTitle(compareLists([here, divided]))).toBe('Waited over 52 weeks: 30% here now; 20% A trust');
  });

  it('looks at 18 weeks where hardly anybody waits a year', () => {
    const short = listOf('7', 'A quick trust', counts([50, 50, 0, 0, 0, 0, 0, 0], 100, 0));
    expect(comparisonTitle(compareLists([short]))).toBe('Waited 18 weeks at most: 100% A quick trust');
  });

  it('names organisations as people write them, providers first', () => {
    expect(organisationName('BIRMINGHAM COMMUNITY HEALTHCARE NHS FOUNDATION TRUST')).toBe(
      'Birmingham Community Healthcare NHS Foundation Trust',
    );
    expect(organisationName('Livewell Southwest CIC')).toBe('Livewell Southwest CIC');
    const sections = organisationSections([
      { number: 1, level: 'england', code: null, name: 'England' },
      { number: 2, level: 'system', code: 'QHL', name: 'A BOARD' },
      { number: 3, level: 'provider', code: 'RYW', name: 'A TRUST' },
    ]);
    expect(sections.map(({ name }) => name)).toEqual(['Providers', 'Integrated care boards']);
    expect(sections[0]?.items).toEqual([{ id: '3', name: 'A Trust', value: 'RYW' }]);
  });

  it('offers all services of an age, then each line', () => {
    const services: NationalServices = {
      all: counts([], 50),
      lines: [{ name: 'Audiology', counts: counts([], 1_200) }],
    };
    expect(lineOptions(services).map(({ label }) => label)).toEqual(['All of them together', 'Audiology (1,200)']);
  });
});

describe('the own list', () => {
  it('is that of all steps together', () => {
    const picture = (people: number, byNationalBand: number[]) =>
      ({ people, byNationalBand, meanWeeks: 1, longestWeeks: 2, barWeeks: 1, bars: [] }) as const;
    const bands = [1, 0, 0, 0, 0, 0, 2, 1];
    expect(addedUp([picture(4, [...bands]), picture(4, [...bands])] as never)).toMatchObject({ total: 8, over52: 6 });
    expect(addedUp([])).toBeNull();
  });

  it('is simulated at the end where there are results', () => {
    const weekly = Array.from({ length: 8 }, (_, band) => ({
      measure: `nationalBand${band}`,
      unit: 'people',
      scope: { kind: 'service', id: null, name: '' },
      bands: { mean: [100, band] },
    }));
    const results = { weekly } as unknown as OptionResults;
    expect(simulatedList(results, true)).toMatchObject({
      name: 'Here at the end, simulated (out of date)',
      total: 28,
      over52: 13,
    });
    expect(simulatedList({ weekly: [] } as unknown as OptionResults, false)).toBeNull();
  });
});
