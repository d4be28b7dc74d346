import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { expectedAt, type ValueCurve, valueTable } from './value-data';
import { ValueHistogram } from './value-histogram';

const bars = [
  { from: 0, to: 10, count: 4 },
  { from: 10, to: 20, count: 9 },
  { from: 20, to: 30, count: 2 },
];
const curve: ValueCurve = {
  id: 'gamma',
  name: 'gamma',
  colourIndex: 0,
  points: [
    { x: 0, y: 0 },
    { x: 15, y: 8 },
    { x: 30, y: 1 },
  ],
};

it('draws a bar for each count and the curve over them, and says both', async () => {
  const { container } = render(<ValueHistogram bars={bars} curves={[curve]} axisName="minutes" />);
  const heights = [...container.querySelectorAll('.chart-drawing rect')].map((bar) =>
    Number(bar.getAttribute('height')),
  );
  expect((heights[1] ?? 0) / (heights[0] ?? 1)).toBeCloseTo(9 / 4, 1);
  expect(screen.getByRole('img').getAttribute('aria-label')).toBe(
    '15 values of minutes, from 0 to 30; most often from 10 to 20. Drawn over them: gamma.',
  );
  screen.getByRole('application').focus();
  await userEvent.keyboard('{Home}{ArrowRight}');
  expect(screen.getByText('10 to 20: 9 values; gamma expects 8.')).toBeTruthy();
});

it('gives the very numbers as a table, and nothing outside a curve', () => {
  expect(valueTable('Values', bars, [curve]).rows[1]).toEqual([10, 20, 9, 8]);
  expect(expectedAt(curve, 31)).toBeNull();
});
