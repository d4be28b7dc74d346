import { describe, expect, it } from 'vitest';
import type { Distribution, Problem } from '@/ipc/bindings';
import { asCountKind, type CountKind, countKinds, countWords } from './count-kinds';
import {
  asKind,
  type DistributionKind,
  distributionKinds,
  parameterOf,
  parametersOf,
  readValues,
  spreadWords,
} from './distribution-kinds';
import { figureNote } from './evidence-words';
import { problemWords } from './place';

const kinds = Object.keys(distributionKinds) as DistributionKind[];

describe('a distribution of another kind', () => {
  const ninety: Distribution = { kind: 'fixed', value: 90 };

  it.each(kinds)('as %s has all its figures', (kind) => {
    const made = asKind(ninety, kind);
    expect(made.kind).toBe(kind);
    for (const { field, isOptional } of parametersOf[kind]) {
      if (!isOptional) expect(parameterOf(made, field)).not.toBeNull();
    }
  });

  it.each(kinds)('as %s and back keeps its middle', (kind) => {
    expect(asKind(asKind(ninety, kind), 'fixed')).toEqual(ninety);
  });

  it('keeps the source of its middle', () => {
    const evidence = {
      label: 'measured',
      source: 'diary week',
      date: null,
      owner: null,
      confidence: null,
      reason: null,
    } as const;
    const figure = { value: 90, evidence };
    expect(asKind({ kind: 'fixed', value: figure }, 'lognormal')).toMatchObject({ mean: figure });
  });

  it('says how it spreads', () => {
    expect(spreadWords(ninety, { unit: ' min' })).toBeNull();
    expect(spreadWords({ kind: 'uniform', low: 60, high: 120 }, { unit: ' min' })).toBe('between 60 and 120 min');
    expect(spreadWords({ kind: 'counted', values: [1, 2, 3] }, {})).toBe('as in 3 counted values');
  });
});

it.each([
  ['12, 14.5; 20\n9', [12, 14.5, 20, 9]],
  ['12 fish', null],
  ['', null],
])('reads the counted values %j as %s', (text, values) => {
  expect(readValues(text)).toEqual(values);
});

describe('a count of another kind', () => {
  it.each(Object.keys(countKinds) as CountKind[])('as %s and back keeps its middle', (kind) => {
    expect(asCountKind(asCountKind({ kind: 'fixed', value: 6 }, kind), 'fixed')).toEqual({ kind: 'fixed', value: 6 });
  });

  it('says how it spreads', () => {
    expect(countWords({ kind: 'range', low: 4, high: 8 })).toBe('4 to 8');
    expect(countWords({ kind: 'shares', percents: [50, 50] })).toBe('1 to 2, by share of people');
  });
});

it('notes the source and the range of a figure', () => {
  const evidence = {
    label: 'assumed',
    source: 'Diary week, March.',
    date: null,
    owner: null,
    confidence: null,
    reason: null,
  } as const;
  expect(figureNote(30, {})).toBeNull();
  expect(figureNote({ low: 20, likely: 30, high: 40, evidence }, { unit: ' min' })).toBe(
    'Assumed: Diary week, March. From 20 to 40 min',
  );
});

it('tells the error at a place and below it', () => {
  const at = (path: string, severity: Problem['severity'], message: string): Problem => ({
    severity,
    code: 'x',
    place: { path, design: null, step: null, field: null },
    message,
    hint: 'do something',
  });
  const problems = [at('a/b', 'warning', 'odd'), at('a/b/c', 'error', 'wrong'), at('a/bc', 'error', 'elsewhere')];
  expect(problemWords(problems, 'a/b')).toBe('Wrong. Do something.');
  expect(problemWords(problems, 'a/x')).toBeNull();
});
