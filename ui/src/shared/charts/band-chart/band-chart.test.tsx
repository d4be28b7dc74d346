import { fireEvent, render, screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { longestWait, START_DATE, targets, twoYears } from '../fixtures/figures';
import { BandChart, type BandChartProps } from './band-chart';
import { bandTable } from './band-table';

function show(props: Partial<BandChartProps> = {}) {
  const all = {
    measure: 'Longest wait',
    series: longestWait,
    startDate: START_DATE,
    unit: 'weeks',
    height: 280,
    ...props,
  } as const;
  const { container, rerender } = render(<BandChart {...all} />);
  const surface = screen.getByRole('application');
  const spoken = () => container.querySelector('[aria-live]')?.textContent ?? '';
  const words = () => [...container.querySelectorAll('svg.chart-drawing text')].map((text) => text.textContent);
  return {
    container,
    surface,
    spoken,
    words,
    again: (more: Partial<BandChartProps>) => rerender(<BandChart {...all} {...more} />),
  };
}

it('says in words what it shows', () => {
  show({ targets });
  const summary = screen.getByRole('img').getAttribute('aria-label');
  expect(summary).toContain('Longest wait from week 0 to week 52');
  expect(summary).toContain('Tiered redesign: from 161 weeks to 72 weeks (63 to 83).');
  expect(summary).toContain('Target: nobody over 52 weeks and nobody over 18 weeks.');
});

it('names every option with its last figure, the targets, the weeks and their dates', () => {
  const { words } = show({ targets });
  for (const text of [
    'Tiered redesign',
    '72 (63 to 83)',
    'Do nothing',
    'target: nobody over 52 weeks',
    '5 Jan 2026',
    'week 0',
    '4 Jan 2027',
    'week 52',
  ]) {
    expect(words()).toContain(text);
  }
});

it('keeps the names at the ends of the lines apart', () => {
  const alike = longestWait.map((one) => ({ ...one, median: one.median.map(() => 50) }));
  const { container } = show({ series: alike });
  const rows = [...container.querySelectorAll('svg.chart-drawing text')]
    .filter((text) => Number(text.getAttribute('x')) > 480)
    .filter((text) => !text.textContent.startsWith('week') && !/\d{4}$/.test(text.textContent))
    .map((text) => Number(text.getAttribute('y')))
    .sort((a, b) => a - b);
  expect(rows.length).toBeGreaterThanOrEqual(8);
  for (const [at, y] of rows.slice(1).entries()) expect(y - (rows[at] ?? 0)).toBeGreaterThan(11);
});

it('is read week by week and option by option with the arrow keys', () => {
  const { surface, spoken, container } = show();
  fireEvent.keyDown(surface, { key: 'End' });
  expect(spoken()).toBe(
    'Do nothing, 207 weeks. Week 52, Monday 4 January 2027. Half of the simulated futures lie between 205 and 209 weeks, 9 in 10 between 202 and 210 weeks.',
  );
  fireEvent.keyDown(surface, { key: 'ArrowDown' });
  expect(spoken()).toContain('Tiered redesign, 72 weeks. Week 52');
  fireEvent.keyDown(surface, { key: 'ArrowLeft' });
  expect(spoken()).toContain('Week 51, Monday 28 December 2026');
  fireEvent.keyDown(surface, { key: 'PageUp' });
  expect(spoken()).toContain('Week 38');
  expect(container.textContent).toContain('Week 38, Monday 28 September 2026');
  fireEvent.keyDown(surface, { key: 'Escape' });
  expect(spoken()).toBe('');
});

it('stays silent when figures arrive while it is read', () => {
  const { surface, spoken, again } = show({ partial: true });
  fireEvent.keyDown(surface, { key: 'End' });
  const before = spoken();
  again({
    partial: true,
    series: longestWait.map((one) => ({ ...one, median: one.median.map((value) => (value ?? 0) + 1) })),
  });
  expect(spoken()).toBe(before);
});

it('says when the start is the same in every simulated future', () => {
  const { surface, spoken } = show();
  fireEvent.keyDown(surface, { key: 'Home' });
  expect(spoken()).toContain('Every simulated future is alike here.');
});

it('leaves a gap, and says so, where nothing was measured', () => {
  const gap = longestWait.slice(0, 1).map((one) => ({
    ...one,
    median: one.median.map((value, week) => (week === 20 ? null : value)),
    p5: one.p5.map((value, week) => (week === 20 ? Number.NaN : value)),
  }));
  const { surface, spoken } = show({ series: gap });
  fireEvent.keyDown(surface, { key: 'Home' });
  for (let week = 0; week < 20; week += 1) fireEvent.keyDown(surface, { key: 'ArrowRight' });
  expect(spoken()).toContain('Do nothing, not known. Week 20');
});

it('says on the drawing that it is out of date or still running', () => {
  const { words, again } = show({ stale: true });
  expect(words()).toContain('Out of date: inputs have changed');
  again({ stale: false, partial: true });
  expect(words()).toContain('Still running: the bands will sharpen');
});

it('reads the nearest option under the pointer', () => {
  const { surface, container } = show();
  fireEvent.pointerMove(surface, { clientX: 300, clientY: 40 });
  expect(container.querySelector('[aria-hidden] tr[class]')?.textContent).toContain('Do nothing');
  fireEvent.pointerLeave(surface);
  expect(container.querySelector('table')).toBeNull();
});

it('puts a legend under a narrow chart', () => {
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(360);
  const { container, words } = show();
  expect(words()).toContain('72 (63 to 83)');
  const rights = [...container.querySelectorAll('svg.chart-drawing text')].map((text) =>
    Number(text.getAttribute('x')),
  );
  expect(Math.max(...rights)).toBeLessThan(360);
});

it('gives the very numbers it draws as a table', () => {
  const table = bandTable({ measure: 'Longest wait', series: longestWait, startDate: START_DATE, unit: 'weeks' });
  expect(table.rows).toHaveLength(53);
  for (const [week, row] of table.rows.entries()) {
    expect(row).toEqual([
      week,
      expect.stringMatching(/^202[67]-/),
      ...longestWait.flatMap((one) => [one.median[week], one.p25[week], one.p75[week], one.p5[week], one.p95[week]]),
    ]);
  }
  expect(table.rows[52]?.[1]).toBe('2027-01-04');
});

it('replaces its drawing whole when figures arrive', () => {
  const { container, again } = show({ series: twoYears() });
  const before = container.querySelector('svg.chart-drawing');
  again({ series: twoYears() });
  expect(container.querySelectorAll('svg.chart-drawing')).toHaveLength(1);
  expect(container.querySelector('svg.chart-drawing')).not.toBe(before);
});

it('draws a ghost as an outline without a filling, and lets the axis reach as far as it is told', () => {
  const [first, ...others] = longestWait;
  if (!first) throw new Error('no series');
  const filled = (container: HTMLElement) => container.querySelectorAll('svg.chart-drawing [fill-opacity]').length;
  const plain = show();
  const before = filled(plain.container);
  plain.again({ series: [{ ...first, isGhost: true }, ...others], reaches: 400 });
  expect(filled(plain.container)).toBeLessThan(before);
  const dashed = [...plain.container.querySelectorAll('svg.chart-drawing [stroke-dasharray="3 3"]')];
  expect(dashed).toHaveLength(3);
  expect(plain.words()).toContain('400');
});
