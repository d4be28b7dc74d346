import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { DifferenceChart } from './difference-chart';
import { type Difference, differenceTable } from './difference-data';

const option = (name: string, colourIndex: number) => ({ id: name, name, colourIndex });
const differences: readonly Difference[] = [
  { option: option('Tiered', 1), mean: -135, low: -136, high: -134, state: 'better', words: '135 weeks lower' },
  { option: option('Staff', 2), mean: 1, low: -2, high: 4, state: 'unclear', words: 'cannot be told apart' },
  { option: option('Empty', 3), mean: null, low: null, high: null, state: 'unknown', words: 'nobody to measure' },
];

it('draws a full dot for what can be told apart, a hollow one for what cannot, none for what is not known', () => {
  const { container } = render(
    <DifferenceChart measure="Longest wait" differences={differences} baseName="Do nothing" unit="weeks" stale />,
  );
  expect(screen.getByRole('img').getAttribute('aria-label')).toBe(
    'Out of date: inputs have changed. Longest wait, difference from Do nothing. Tiered: 135 weeks lower. Staff: cannot be told apart. Empty: nobody to measure.',
  );
  const fills = [...container.querySelectorAll('circle')].map((dot) => dot.getAttribute('fill'));
  expect(fills).toEqual(['var(--option-2)', 'var(--card)']);
  const words = [...container.querySelectorAll('text')].map((text) => text.textContent);
  expect(words).toEqual(expect.arrayContaining(['Tiered', 'cannot be told apart', '0', '0: as Do nothing', 'weeks']));
});

it('gives the very numbers it draws as a table', () => {
  const table = differenceTable('Longest wait', 'Do nothing', differences, 'weeks');
  expect(table.rows[1]).toEqual(['Staff', 1, -2, 4, 'cannot be told apart']);
});
