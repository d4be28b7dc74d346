import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { tornado } from '../fixtures/figures';
import { TornadoChart } from './tornado-chart';
import { tornadoTable } from './tornado-data';

const texts = (container: HTMLElement) => [...container.querySelectorAll('text')].map((text) => text.textContent);
const bars = (container: HTMLElement) =>
  [...container.querySelectorAll('g > rect')].map((bar) => ({
    from: Number(bar.getAttribute('x')),
    to: Number(bar.getAttribute('x')) + Number(bar.getAttribute('width')),
    height: Number(bar.getAttribute('height')),
    fill: bar.getAttribute('fill'),
  }));

it('draws each figure from where the answer is to where its low and its high value take it', () => {
  const { container } = render(<TornadoChart picture={tornado} />);
  const [, , low, high] = bars(container);
  // More staff, a shorter wait: the bar of the low value goes to the right, that of the high value to the left.
  expect(low?.fill).toBe('url(#tornado-low)');
  expect(high?.fill).toBe('var(--accent)');
  expect(low?.from).toBeCloseTo(high?.to ?? 0, 1);
  expect((low?.to ?? 0) - (low?.from ?? 0)).toBeGreaterThan((high?.to ?? 0) - (high?.from ?? 0));
  for (const words of ['8.1 WTE', '9.9 WTE', '33 weeks less (32 to 34)', 'as thought: 72 weeks', '3.2%']) {
    expect(texts(container)).toContain(words);
  }
});

it('halves the bars of a figure whose ends lie on the same side, and names the further one', () => {
  const { container } = render(<TornadoChart picture={tornado} />);
  const heights = bars(container).map(({ height }) => height);
  expect(heights.slice(-2)).toEqual([8, 8]);
  expect(texts(container)).toContain('3.2%');
  expect(texts(container)).not.toContain('2.6%');
});

it('says the whole in words, and that it is out of date', () => {
  render(<TornadoChart picture={tornado} stale />);
  expect(screen.getByRole('img').getAttribute('aria-label')).toBe(
    'Out of date: inputs have changed. Longest wait at week 52, one figure at a time: 72 weeks with every figure as it is thought to be. Therapist: posts, from 8.1 WTE to 9.9 WTE: 33 weeks less (32 to 34). Assessment: missed, from 2.6% to 3.2%: cannot be told from none.',
  );
});

it('gives the very numbers it draws as a table', () => {
  const table = tornadoTable(tornado);
  expect(table.rows[0]).toEqual([
    ...['Therapist: posts', '8.1 WTE', '9.9 WTE'],
    ...[93, 60, -33, -34, -32],
    '33 weeks less (32 to 34)',
  ]);
});
