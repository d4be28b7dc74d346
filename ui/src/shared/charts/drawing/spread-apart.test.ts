import { describe, expect, it } from 'vitest';
import { type Placement, spreadApart } from './spread-apart';

const labels = (wanted: number[], size: number): Placement[] => wanted.map((one) => ({ wanted: one, size }));

describe('spreadApart', () => {
  it.each([
    ['labels that have room stay where they want to be', [20, 60], 10, [20, 60]],
    ['two at one place step apart evenly', [50, 50], 10, [45, 55]],
    ['order given does not matter, order wanted does', [51, 49], 10, [55, 45]],
    ['a block that touches another joins it', [50, 50, 58], 10, [42.67, 52.67, 62.67]],
    ['a block is pushed inside at the top', [2, 3], 10, [5, 15]],
    ['a block is pushed inside at the bottom', [98, 99], 10, [85, 95]],
  ])('%s', (_, wanted, size, places) => {
    expect(spreadApart(labels(wanted, size), 0, 100)?.map((one) => Math.round(one * 100) / 100)).toEqual(places);
  });

  it('gives up when there is not enough room', () => {
    expect(spreadApart(labels([1, 2, 3], 40), 0, 100)).toBeNull();
  });

  it('never lets labels overlap or leave the range, whatever they want', () => {
    // A fixed sequence: the remainders of 37 n look like chance and are the same every time.
    for (let start = 0; start < 50; start += 1) {
      const sizes = [8, 22, 15, 30, 9];
      const wanted = sizes.map((size, at) => ({ size, wanted: ((start * 13 + at * 37) % 140) - 20 }));
      const centres = spreadApart(wanted, 0, 100) ?? [];
      const spans = wanted
        .map(
          ({ size }, at) => [(centres[at] ?? Number.NaN) - size / 2, (centres[at] ?? Number.NaN) + size / 2] as const,
        )
        .sort((a, b) => a[0] - b[0]);
      expect(spans[0]?.[0]).toBeGreaterThanOrEqual(-1e-9);
      expect(spans.at(-1)?.[1]).toBeLessThanOrEqual(100 + 1e-9);
      for (const [at, span] of spans.slice(1).entries()) {
        expect(span[0]).toBeGreaterThanOrEqual((spans[at]?.[1] ?? 0) - 1e-9);
      }
    }
  });
});
