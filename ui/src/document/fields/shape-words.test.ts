import { expect, it } from 'vitest';
import type { Distribution, ShapeFit, ShapeFits } from '@/ipc/bindings';
import {
  againstSeries,
  columnWords,
  curveOf,
  figuresWords,
  orderWords,
  quantileTable,
  shapeName,
  takenLabel,
} from './shape-words';

const gamma: Distribution = {
  kind: 'gamma',
  mean: { low: 40, likely: 42.3, high: 45 },
  sd: { low: 16, likely: 18, high: 20 },
  atLeast: null,
  atMost: null,
};

const shapeOf = (more: Partial<ShapeFit>): ShapeFit => ({
  distribution: gamma,
  name: 'gamma',
  behind: 0,
  isEven: true,
  chance: 0.42,
  largestGapPercent: 3.1,
  standing: 'well',
  words: 'fits well',
  quantiles: [{ percent: 50, measured: 40, fitted: 39.5 }],
  curve: [{ x: 10, y: 4 }],
  against: [
    { x: 12, y: 10 },
    { x: 80, y: 90 },
  ],
  ...more,
});

it('names a shape as the field does, and once', () => {
  expect(shapeName(shapeOf({}))).toBe('A shorter tail (gamma)');
  expect(shapeName(shapeOf({ name: 'Weibull', distribution: { kind: 'weibull', shape: 1.5, mean: 40 } }))).toBe(
    'By shape and mean (Weibull)',
  );
  expect(figuresWords(shapeOf({}), ' min')).toBe('42.3 min, give or take 18');
});

it('says what was read and which shapes are as good', () => {
  const column = {
    sheets: [],
    sheet: null,
    columns: [],
    column: 1,
    accepted: 214,
    refused: [],
    refusedLines: 2,
    notes: [],
  };
  expect(columnWords(column)).toBe('214 values were read; 2 lines were refused.');
  expect(columnWords({ ...column, column: null })).toBe('No column of numbers was found.');
  expect([shapeOf({}), shapeOf({ behind: 1.3 }), shapeOf({ behind: 12.4, isEven: false })].map(orderWords)).toEqual([
    'first',
    'even (1.3 behind)',
    '12.4 behind',
  ]);
  expect(takenLabel('time with the person', { values: 214 } as ShapeFits)).toBe(
    'Fit time with the person to 214 measured values',
  );
});

it('hands the charts what the program worked out, and the straight line from end to end', () => {
  expect(curveOf(shapeOf({})).points).toEqual([{ x: 10, y: 4 }]);
  const [same, against] = againstSeries(shapeOf({}), ' min');
  expect(same?.points.map(({ x, y }) => [x, y])).toEqual([
    [10, 10],
    [90, 90],
  ]);
  expect(against?.points[1]).toMatchObject({ title: 'Expected 80 min', words: 'Measured 90 min.' });
  expect(quantileTable(shapeOf({}), ' min').rows).toEqual([[50, 40, 39.5]]);
});
