import { describe, expect, it } from 'vitest';
import type { ComparedFigure, PairedDifference } from '@/ipc/bindings';
import {
  differenceFinding,
  differencesOf,
  differenceWords,
  halfWidthWords,
  shareWords,
  stateOf,
} from './compare-words';
import { addCounterfactual, counterfactualOf } from './counterfactual';

const difference = (
  mean: number,
  low: number,
  high: number,
  verdict: PairedDifference['verdict'],
): PairedDifference => ({
  mean,
  interval: { low, high },
  futures: 300,
  verdict,
  words: '',
});

const options = ['Do nothing', 'Tiered', 'Staff'].map((name, colourIndex) => ({ id: name, name, colourIndex }));
const [base] = options as [(typeof options)[number]];

const longest = (differences: (PairedDifference | null)[]): ComparedFigure => ({
  figure: { kind: 'weekly', measure: 'longestWait', week: 52 },
  name: 'longestWait',
  words: 'longest wait',
  unit: 'weeks',
  better: 'lower',
  bands: [],
  differences,
  chances: [],
});

describe('a difference', () => {
  it.each([
    ['135 weeks lower (133 to 137)', difference(-135.2, -137, -133, 'lower'), 'weeks'],
    ['0.6 weeks higher (0.2 to 1)', difference(0.6, 0.2, 1, 'higher'), 'weeks'],
    ['cannot be told apart (−0.4 to 1.2 weeks)', difference(0.4, -0.4, 1.2, 'cannotBeToldApart'), 'weeks'],
    ['£94,000 higher (£93,500 to £94,500)', difference(94_000, 93_500, 94_500, 'higher'), 'pounds'],
    ['21 points higher (20 to 22)', difference(21.2, 20.4, 22, 'higher'), 'percent'],
    ['the same in every future', difference(0, 0, 0, 'same'), 'people'],
  ] as const)('reads %s', (words, found, unit) => {
    expect(differenceWords(found, unit)).toBe(words);
  });

  it('is for the better or the worse only where one way is better', () => {
    expect(stateOf(difference(-1, -2, -0.5, 'lower'), 'lower')).toBe('better');
    expect(stateOf(difference(-1, -2, -0.5, 'lower'), 'higher')).toBe('worse');
    expect(stateOf(difference(-1, -2, -0.5, 'lower'), 'neither')).toBe('lower');
    expect(stateOf(difference(-1, -2, 0.5, 'cannotBeToldApart'), 'lower')).toBe('unclear');
  });
});

describe('the finding', () => {
  it('names the option that differs most for the better', () => {
    const figure = longest([null, difference(-135, -137, -133, 'lower'), difference(-20, -22, -18, 'lower')]);
    expect(differenceFinding(figure, options, base)).toBe(
      'Longest wait at week 52: 135 weeks lower with Tiered than with Do nothing; one other option differs too',
    );
  });

  it('says when nothing can be told apart', () => {
    const unclear = difference(0.1, -1, 1.2, 'cannotBeToldApart');
    expect(differenceFinding(longest([null, unclear, unclear]), options, base)).toBe(
      'Longest wait at week 52: none of the options can be told apart from Do nothing',
    );
    expect(differenceFinding(longest([null, unclear]), options.slice(0, 2), base)).toBe(
      'Longest wait at week 52: Tiered cannot be told apart from Do nothing',
    );
  });

  it('leaves the base out of the drawing', () => {
    const figure = longest([null, difference(-135, -137, -133, 'lower')]);
    expect(differencesOf(figure, options).map(({ option }) => option.name)).toEqual(['Tiered']);
  });
});

it('writes shares and half-widths as sure as they are', () => {
  expect(shareWords({ share: 0.933, interval: { low: 0.9, high: 0.957 }, of: 300 })).toBe('93% (90 to 96)');
  expect(shareWords({ share: null, interval: { low: 0, high: 1 }, of: 0 })).toBe('not known');
  expect([0.043, 0.72, 14.2].map((width) => halfWidthWords(width, 'weeks'))).toEqual(['0.04', '0.7', '14']);
});

describe('the option in which nothing is changed', () => {
  const option = (name: string) => ({ id: name, name, description: '', design: 'd', mix: null, changes: [] });

  it('is known by its name', () => {
    expect(counterfactualOf([option('Tiered'), option('As is')])?.name).toBe('As is');
    expect(counterfactualOf([option('Tiered'), option('Do nothing')])?.name).toBe('Do nothing');
    expect(counterfactualOf([option('Doing more'), option('Basis')])).toBeNull();
    expect(counterfactualOf([option('Current design, 2 more WTE')])).toBeNull();
    expect(counterfactualOf([option('Tiered'), option('The team today')])?.name).toBe('The team today');
  });

  it('can be added before the others, without changed figures', () => {
    const draft = { options: [{ ...option('Tiered'), changes: [{ figure: 'mix/posts/ot/wte', to: 3 }] }] };
    expect(addCounterfactual(draft as never)).toBe('do-nothing');
    expect(draft.options.map(({ name, changes }) => [name, changes.length])).toEqual([
      ['Do nothing', 0],
      ['Tiered', 1],
    ]);
  });
});
