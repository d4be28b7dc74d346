import { expect, test } from 'vitest';
import { kindFirst } from './kind-first';

test('kind comes first at every depth, and nothing else changes', () => {
  const value = { b: [{ x: 1, kind: 'inner', a: null }], kind: 'outer', a: { y: 2 } };
  expect(JSON.stringify(kindFirst(value))).toBe('{"kind":"outer","b":[{"kind":"inner","x":1,"a":null}],"a":{"y":2}}');
  expect(kindFirst(value)).toEqual(value);
});

test('what is no object stays as it is', () => {
  for (const value of [null, 1, 'kind', true, undefined]) expect(kindFirst(value)).toBe(value);
});
